CREATE TABLE `closings` (
	`unit` text NOT NULL,
	`plan_id` text NOT NULL,
	`basis` text NOT NULL,
	`period` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`as_of` text NOT NULL,
	`report` text NOT NULL,
	`sha256` text NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`closed_at` integer NOT NULL,
	PRIMARY KEY(`unit`, `plan_id`, `basis`, `period`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `confirmations` (
	`unit` text NOT NULL,
	`fact_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`unit`, `fact_id`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `confirmations_by_plan` ON `confirmations` (`unit`,`plan_id`);--> statement-breakpoint
CREATE TABLE `targets` (
	`unit` text NOT NULL,
	`id` text NOT NULL,
	`plan_id` text NOT NULL,
	`obligation_id` text NOT NULL,
	`airing` text NOT NULL,
	`choice` text NOT NULL,
	`value` integer NOT NULL,
	`document` text NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`unit`, `id`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `targets_by_plan` ON `targets` (`unit`,`plan_id`);