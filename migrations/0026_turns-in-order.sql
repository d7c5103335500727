DROP INDEX `turns_by_due`;--> statement-breakpoint
CREATE INDEX `turns_by_due` ON `turns` (`due_at`,`unit`,`job`);