CREATE TABLE `source_reviews` (
	`unit` text NOT NULL,
	`sha256` text NOT NULL,
	`version` integer NOT NULL,
	`review` blob NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`unit`, `sha256`, `version`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sources` (
	`unit` text NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`kind` text NOT NULL,
	`file` blob NOT NULL,
	`read` blob NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`unit`, `sha256`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
