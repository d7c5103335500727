CREATE TABLE `zalo_heard` (
	`id` text PRIMARY KEY NOT NULL,
	`chat` text NOT NULL,
	`at` integer NOT NULL,
	`cancels` integer NOT NULL,
	`heard_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `zalo_heard_by_chat` ON `zalo_heard` (`chat`);--> statement-breakpoint
CREATE TABLE `zalo_links` (
	`unit` text NOT NULL,
	`user_id` text NOT NULL,
	`code_hash` text,
	`code_until` integer,
	`chat` text,
	`linked_at` integer,
	`carries` integer DEFAULT true NOT NULL,
	`ended_at` integer,
	`ended_why` text,
	PRIMARY KEY(`unit`, `user_id`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `zalo_links_by_code` ON `zalo_links` (`code_hash`);--> statement-breakpoint
CREATE INDEX `zalo_links_by_chat` ON `zalo_links` (`chat`);