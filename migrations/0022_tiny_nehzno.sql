CREATE TABLE `paper_words` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`of` text NOT NULL,
	`words` text,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `paper_words_by_unit` ON `paper_words` (`unit`,`of`);