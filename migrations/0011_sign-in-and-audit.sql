CREATE TABLE `known_browsers` (
	`hash` text NOT NULL,
	`unit` text NOT NULL,
	`user_id` text NOT NULL,
	`network` text NOT NULL,
	`used_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `hash`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `known_browsers_by_network` ON `known_browsers` (`user_id`,`network`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`hash` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`user_id` text NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recovery_codes_by_user` ON `recovery_codes` (`user_id`);--> statement-breakpoint
CREATE TABLE `second_factors` (
	`user_id` text PRIMARY KEY NOT NULL,
	`unit` text NOT NULL,
	`secret` text NOT NULL,
	`confirmed_at` integer,
	`last_step` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_entries_by_unit` ON `audit_entries` (`unit`,`id`);--> statement-breakpoint
ALTER TABLE `api_tokens` ADD `created_by` text;--> statement-breakpoint
ALTER TABLE `sessions` ADD `awaits_code` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `notice_settings` ADD `confirmed_at` integer;--> statement-breakpoint
ALTER TABLE `notice_settings` ADD `confirm_hash` text;--> statement-breakpoint
ALTER TABLE `notice_settings` ADD `asked_at` integer;--> statement-breakpoint
-- Addresses from before they were confirmed go on getting what they got: an upgrade silences nobody.
UPDATE `notice_settings` SET `confirmed_at` = `changed_at` WHERE `email` IS NOT NULL;--> statement-breakpoint
-- What is in the log of administration stays there, whoever writes the SQL.
CREATE TRIGGER `audit_entries_stay` BEFORE UPDATE ON `audit_entries` BEGIN
	SELECT RAISE(ABORT, 'audit entries are never changed');
END;--> statement-breakpoint
CREATE TRIGGER `audit_entries_are_kept` BEFORE DELETE ON `audit_entries` BEGIN
	SELECT RAISE(ABORT, 'audit entries are never deleted');
END;
