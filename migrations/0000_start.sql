CREATE TABLE `facts` (
	`unit` text NOT NULL,
	`id` text NOT NULL,
	`plan_id` text NOT NULL,
	`obligation_id` text NOT NULL,
	`slot_id` text,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`minutes` integer,
	`note` text,
	`link` text,
	`reason` text,
	`to_date` text,
	`to_time` text,
	`corrects` text,
	`place` text,
	`people` integer,
	`value` real,
	`document` text,
	`file` text,
	`made_at` integer,
	`incident_id` text,
	`idempotency_key` text,
	PRIMARY KEY(`unit`, `id`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `facts_by_slot` ON `facts` (`unit`,`slot_id`);--> statement-breakpoint
CREATE INDEX `facts_by_obligation` ON `facts` (`unit`,`plan_id`,`obligation_id`);--> statement-breakpoint
CREATE INDEX `facts_by_move` ON `facts` (`unit`,`to_date`);--> statement-breakpoint
CREATE UNIQUE INDEX `facts_by_key` ON `facts` (`unit`,`idempotency_key`);--> statement-breakpoint
CREATE TABLE `obligations` (
	`unit` text NOT NULL,
	`plan_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`channels` text NOT NULL,
	`lead` text,
	`support` text NOT NULL,
	`quote` text NOT NULL,
	`cadence` text NOT NULL,
	`assumptions` text NOT NULL,
	`withdrawn_at` integer,
	PRIMARY KEY(`unit`, `plan_id`, `id`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `plans` (
	`unit` text NOT NULL,
	`id` text NOT NULL,
	`title` text NOT NULL,
	`number` text,
	`issued` text,
	`in_force_from` text NOT NULL,
	`year` integer NOT NULL,
	`until` text,
	`silent_days` text NOT NULL,
	`assumptions` text NOT NULL,
	`digest` text NOT NULL,
	`adopted_at` integer NOT NULL,
	PRIMARY KEY(`unit`, `id`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `slots` (
	`unit` text NOT NULL,
	`id` text NOT NULL,
	`plan_id` text NOT NULL,
	`obligation_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`airing` text NOT NULL,
	`of` text,
	`date` text,
	`time` text,
	`minutes` integer NOT NULL,
	`window_from` text,
	`window_to` text,
	`withdrawn_at` integer,
	`revision` integer DEFAULT 0 NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`unit`, `id`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `slots_by_date` ON `slots` (`unit`,`date`);--> statement-breakpoint
CREATE INDEX `slots_by_window` ON `slots` (`unit`,`window_to`);--> statement-breakpoint
CREATE INDEX `slots_by_obligation` ON `slots` (`unit`,`plan_id`,`obligation_id`);--> statement-breakpoint
CREATE TABLE `units` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_by_hash` ON `api_tokens` (`hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_by_unit` ON `api_tokens` (`unit`);--> statement-breakpoint
CREATE TABLE `attempts` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`ends_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `password_links` (
	`hash` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `password_links_by_user` ON `password_links` (`user_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`hash` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_by_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `setup_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password` text,
	`created_at` integer NOT NULL,
	`deactivated_at` integer,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_by_name` ON `users` (`unit`,`username`);--> statement-breakpoint
CREATE INDEX `users_by_login` ON `users` (`username`);