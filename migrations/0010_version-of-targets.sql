-- What an office holds itself to stands on its pages, and changes no slot either.
CREATE TRIGGER `feed_version_of_target` AFTER INSERT ON `targets` BEGIN
	INSERT INTO `feed_versions` (`unit`, `version`) VALUES (NEW.`unit`, lower(hex(randomblob(8))))
		ON CONFLICT (`unit`) DO UPDATE SET `version` = excluded.`version`;
END;
