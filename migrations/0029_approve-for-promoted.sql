-- Who may not decide was never asked about what waits for approval: it is kept as chosen for the day on which they may.
UPDATE `notice_settings` SET `kinds` = json_insert(`kinds`, '$[#]', 'approve')
WHERE `kinds` <> '[]' AND NOT EXISTS (SELECT 1 FROM json_each(`kinds`) WHERE value = 'approve') AND EXISTS (
	SELECT 1 FROM `users` WHERE `users`.`unit` = `notice_settings`.`unit` AND `users`.`id` = `notice_settings`.`user_id`
		AND `users`.`role` IN ('viewer', 'officer')
);
