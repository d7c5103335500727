CREATE TABLE `item_reviews` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`item_id` text NOT NULL,
	`version` integer NOT NULL,
	`hash` text NOT NULL,
	`kind` text NOT NULL,
	`comment` text,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_reviews_by_item` ON `item_reviews` (`unit`,`item_id`);--> statement-breakpoint
CREATE TABLE `item_slots` (
	`unit` text NOT NULL,
	`slot_id` text NOT NULL,
	`item_id` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`unit`, `slot_id`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `item_slots_by_item` ON `item_slots` (`unit`,`item_id`);--> statement-breakpoint
CREATE TABLE `item_versions` (
	`unit` text NOT NULL,
	`item_id` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`topics` text NOT NULL,
	`body` text NOT NULL,
	`language` text NOT NULL,
	`author` text,
	`source` text,
	`loudspeaker` text,
	`portal` text,
	`social` text,
	`hash` text NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`unit`, `item_id`, `version`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `items` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `items_by_id` ON `items` (`unit`,`id`);--> statement-breakpoint
CREATE TABLE `reading_speeds` (
	`unit` text PRIMARY KEY NOT NULL,
	`per_minute` integer NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `slot_topics` (
	`unit` text NOT NULL,
	`slot_id` text NOT NULL,
	`topic` text NOT NULL,
	`by_hand` integer NOT NULL,
	`why` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`unit`, `slot_id`, `topic`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
