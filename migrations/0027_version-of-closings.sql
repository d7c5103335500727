-- What a closed period keeps is asked for no more, so the page of a week is another one after it.
CREATE TRIGGER `feed_version_of_closing` AFTER INSERT ON `closings` BEGIN
	INSERT INTO `feed_versions` (`unit`, `version`) VALUES (NEW.`unit`, lower(hex(randomblob(8))))
		ON CONFLICT (`unit`) DO UPDATE SET `version` = excluded.`version`;
END;
