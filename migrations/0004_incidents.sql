CREATE TABLE `incidents` (
	`unit` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`from` integer NOT NULL,
	`to` integer NOT NULL,
	`channel` text,
	`note` text,
	`document` text,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`undone_by` text,
	`undone_at` integer,
	PRIMARY KEY(`unit`, `id`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `incidents_by_time` ON `incidents` (`unit`,`from`);--> statement-breakpoint
CREATE TABLE `play_columns` (
	`unit` text NOT NULL,
	`headings` text NOT NULL,
	`columns` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`unit`, `headings`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `play_logs` (
	`unit` text NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`size` integer NOT NULL,
	`sheet` blob NOT NULL,
	`uploaded_at` integer NOT NULL,
	PRIMARY KEY(`unit`, `sha256`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
