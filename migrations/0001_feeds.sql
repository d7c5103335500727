CREATE TABLE `feed_versions` (
	`unit` text PRIMARY KEY NOT NULL,
	`version` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	`fetched_at` integer,
	`client` text,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feeds_by_hash` ON `feeds` (`hash`);--> statement-breakpoint
CREATE INDEX `feeds_by_unit` ON `feeds` (`unit`);--> statement-breakpoint
CREATE TABLE `gone_slots` (
	`unit` text NOT NULL,
	`id` text NOT NULL,
	`plan_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`airing` text NOT NULL,
	`of` text,
	`date` text,
	`time` text,
	`minutes` integer NOT NULL,
	`window_from` text,
	`window_to` text,
	`obligation` text NOT NULL,
	`revision` integer NOT NULL,
	`gone_at` integer NOT NULL,
	PRIMARY KEY(`unit`, `id`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `public_weeks` (
	`unit` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
