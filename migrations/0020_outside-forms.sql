CREATE TABLE `blank_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`blank_id` text NOT NULL,
	`year` integer NOT NULL,
	`period` text NOT NULL,
	`typed` text NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `blank_entries_by_form` ON `blank_entries` (`unit`,`blank_id`,`year`,`period`);--> statement-breakpoint
CREATE TABLE `blanks` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`blank_id` text NOT NULL,
	`file` text,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `blanks_by_unit` ON `blanks` (`unit`,`blank_id`);--> statement-breakpoint
CREATE TABLE `official_places` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`places` text NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `official_places_by_unit` ON `official_places` (`unit`);--> statement-breakpoint
CREATE TABLE `pay_rates` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`from_day` text NOT NULL,
	`rates` text,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pay_rates_by_unit` ON `pay_rates` (`unit`);--> statement-breakpoint
ALTER TABLE `facts` ADD `making` text;--> statement-breakpoint
ALTER TABLE `item_versions` ADD `making` text;