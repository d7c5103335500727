CREATE TABLE `kept_files` (
	`unit` text NOT NULL,
	`fact_id` text NOT NULL,
	`sha256` text NOT NULL,
	`kind` text NOT NULL,
	`size` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`unit`, `fact_id`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `kept_files_by_hash` ON `kept_files` (`unit`,`sha256`);