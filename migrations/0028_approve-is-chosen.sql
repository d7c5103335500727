-- Who may decide was told of what waits for them whatever they had chosen; from here on it is a choice, made for those.
UPDATE `notice_settings` SET `kinds` = json_insert(`kinds`, '$[#]', 'approve')
WHERE `kinds` <> '[]' AND EXISTS (
	SELECT 1 FROM `users` WHERE `users`.`unit` = `notice_settings`.`unit` AND `users`.`id` = `notice_settings`.`user_id`
		AND `users`.`role` IN ('leader', 'admin')
);
