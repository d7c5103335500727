-- A feed's answer depends on plans, slots (their revision rises with every change that a client must see) and names.
-- Triggers, so that no writer can forget it, in whichever process it runs.
CREATE TRIGGER `feed_version_of_new_plan` AFTER INSERT ON `plans` BEGIN
	INSERT INTO `feed_versions` (`unit`, `version`) VALUES (NEW.`unit`, lower(hex(randomblob(8))))
		ON CONFLICT (`unit`) DO UPDATE SET `version` = excluded.`version`;
END;
--> statement-breakpoint
CREATE TRIGGER `feed_version_of_plan` AFTER UPDATE ON `plans` BEGIN
	INSERT INTO `feed_versions` (`unit`, `version`) VALUES (NEW.`unit`, lower(hex(randomblob(8))))
		ON CONFLICT (`unit`) DO UPDATE SET `version` = excluded.`version`;
END;
--> statement-breakpoint
CREATE TRIGGER `feed_version_of_slot` AFTER UPDATE OF `revision` ON `slots` BEGIN
	INSERT INTO `feed_versions` (`unit`, `version`) VALUES (NEW.`unit`, lower(hex(randomblob(8))))
		ON CONFLICT (`unit`) DO UPDATE SET `version` = excluded.`version`;
END;
--> statement-breakpoint
CREATE TRIGGER `feed_version_of_unit` AFTER UPDATE OF `name` ON `units` BEGIN
	INSERT INTO `feed_versions` (`unit`, `version`) VALUES (NEW.`code`, lower(hex(randomblob(8))))
		ON CONFLICT (`unit`) DO UPDATE SET `version` = excluded.`version`;
END;
--> statement-breakpoint
CREATE TRIGGER `feed_version_of_gone_unit` AFTER DELETE ON `units` BEGIN
	DELETE FROM `feed_versions` WHERE `unit` = OLD.`code`;
END;
--> statement-breakpoint
INSERT INTO `feed_versions` (`unit`, `version`) SELECT DISTINCT `unit`, lower(hex(randomblob(8))) FROM `plans`;
