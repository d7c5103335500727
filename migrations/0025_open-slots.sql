DROP INDEX `facts_by_slot`;--> statement-breakpoint
CREATE INDEX `facts_by_slot` ON `facts` (`unit`,`slot_id`,`kind`,`corrects`);--> statement-breakpoint
DROP INDEX `slots_by_date`;--> statement-breakpoint
CREATE INDEX `slots_by_date` ON `slots` (`unit`,`date`,`in_force`,`withdrawn_at`,`id`);