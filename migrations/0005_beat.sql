CREATE TABLE `beats` (
	`id` integer PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`turns` integer DEFAULT 0 NOT NULL,
	`sent` integer DEFAULT 0 NOT NULL,
	`failed` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`unit` text NOT NULL,
	`key` text NOT NULL,
	`template` text NOT NULL,
	`data` text NOT NULL,
	`route` text NOT NULL,
	`user_id` text,
	`created_at` integer NOT NULL,
	`useful_until` integer NOT NULL,
	`due_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`sent_at` integer,
	`failed_at` integer,
	`error` text,
	PRIMARY KEY(`unit`, `key`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `messages_by_due` ON `messages` (`due_at`);--> statement-breakpoint
CREATE INDEX `messages_by_unit` ON `messages` (`unit`,`created_at`);--> statement-breakpoint
CREATE INDEX `messages_by_user` ON `messages` (`unit`,`user_id`,`due_at`);--> statement-breakpoint
CREATE TABLE `notice_hours` (
	`unit` text PRIMARY KEY NOT NULL,
	`remind_minutes` integer,
	`remind_at` text NOT NULL,
	`ask_at` text NOT NULL,
	`morning_at` text NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `notice_settings` (
	`unit` text NOT NULL,
	`user_id` text NOT NULL,
	`email` text,
	`kinds` text NOT NULL,
	`quiet_from` text,
	`quiet_to` text,
	`daily_at` text,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`unit`, `user_id`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `plan_continuations` (
	`unit` text NOT NULL,
	`plan_id` text NOT NULL,
	`runs_on` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text NOT NULL,
	PRIMARY KEY(`unit`, `plan_id`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `turns` (
	`unit` text NOT NULL,
	`job` text NOT NULL,
	`since` integer NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`done_at` integer,
	`failed_at` integer,
	`error` text,
	PRIMARY KEY(`unit`, `job`)
);
--> statement-breakpoint
CREATE INDEX `turns_by_due` ON `turns` (`due_at`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`unit` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`url` text NOT NULL,
	`secret` text NOT NULL,
	`kinds` text NOT NULL,
	`created_at` integer NOT NULL,
	`stopped_at` integer,
	`stopped_why` text,
	PRIMARY KEY(`unit`, `id`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
