CREATE TABLE `handings` (
	`unit` text NOT NULL,
	`plan_id` text NOT NULL,
	`number` integer NOT NULL,
	`to_unit` text NOT NULL,
	`to_plan` text NOT NULL,
	`to_number` integer NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`seen_at` integer,
	`batch` text NOT NULL,
	PRIMARY KEY(`to_unit`, `to_plan`, `to_number`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `handings_by_plan` ON `handings` (`unit`,`plan_id`,`number`);