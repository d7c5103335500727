CREATE TABLE `stations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`from` text NOT NULL,
	`station` text NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stations_by_unit` ON `stations` (`unit`);--> statement-breakpoint
-- The week's page holds its airings against the hours.
CREATE TRIGGER `feed_version_of_station` AFTER INSERT ON `stations` BEGIN
	INSERT INTO `feed_versions` (`unit`, `version`) VALUES (NEW.`unit`, lower(hex(randomblob(8))))
		ON CONFLICT (`unit`) DO UPDATE SET `version` = excluded.`version`;
END;
