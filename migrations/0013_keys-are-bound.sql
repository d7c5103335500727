ALTER TABLE `facts` ADD `key_print` text;--> statement-breakpoint
ALTER TABLE `incidents` ADD `key_print` text;