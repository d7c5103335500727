-- What is logged on a duty itself changes no slot, but it does change the unit's pages.
CREATE TRIGGER `feed_version_of_log` AFTER INSERT ON `facts` WHEN NEW.`slot_id` IS NULL BEGIN
	INSERT INTO `feed_versions` (`unit`, `version`) VALUES (NEW.`unit`, lower(hex(randomblob(8))))
		ON CONFLICT (`unit`) DO UPDATE SET `version` = excluded.`version`;
END;
