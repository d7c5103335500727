ALTER TABLE `units` ADD `kind` text DEFAULT 'khac' NOT NULL;--> statement-breakpoint
ALTER TABLE `units` ADD `parent` text;--> statement-breakpoint
ALTER TABLE `units` ADD `official_code` text;--> statement-breakpoint
ALTER TABLE `units` ADD `on_time_days` integer;--> statement-breakpoint
CREATE INDEX `units_by_parent` ON `units` (`parent`);--> statement-breakpoint
CREATE UNIQUE INDEX `units_by_official_code` ON `units` (`official_code`);