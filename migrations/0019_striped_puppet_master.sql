CREATE TABLE `own_days` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`days` text NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `own_days_by_unit` ON `own_days` (`unit`);