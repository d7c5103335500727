CREATE TABLE `edition_decisions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`plan_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`from_day` text,
	`amends_number` text,
	`amends_day` text,
	`reason` text,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`batch` text NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `edition_decisions_by_plan` ON `edition_decisions` (`unit`,`plan_id`,`number`);--> statement-breakpoint
CREATE TABLE `editions` (
	`unit` text NOT NULL,
	`plan_id` text NOT NULL,
	`number` integer NOT NULL,
	`origin` text NOT NULL,
	`origin_of` text,
	`base` integer,
	`plan` text NOT NULL,
	`hash` text NOT NULL,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`unit`, `plan_id`, `number`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `plan_ends` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`unit` text NOT NULL,
	`plan_id` text NOT NULL,
	`from_day` text,
	`document` text,
	`successor` text,
	`by` text NOT NULL,
	`by_id` text NOT NULL,
	`at` integer NOT NULL,
	`batch` text NOT NULL,
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `plan_ends_by_plan` ON `plan_ends` (`unit`,`plan_id`);
--> statement-breakpoint
ALTER TABLE `plans` ADD `succeeds` text;
--> statement-breakpoint
ALTER TABLE `plans` ADD `made_from` text;
--> statement-breakpoint
ALTER TABLE `plans` ADD `topics` text DEFAULT '[]' NOT NULL;
--> statement-breakpoint
ALTER TABLE `plans` ADD `edition` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE `plans` ADD `origin` text DEFAULT 'file' NOT NULL;
--> statement-breakpoint
ALTER TABLE `plans` ADD `ends_from` text;
--> statement-breakpoint
ALTER TABLE `plans` ADD `ends_document` text;
--> statement-breakpoint
ALTER TABLE `plans` ADD `ends_successor` text;
--> statement-breakpoint
ALTER TABLE `slots` ADD `rank` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
UPDATE `slots` SET `rank` = `ordinal`;
--> statement-breakpoint
ALTER TABLE `slots` ADD `edition` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
ALTER TABLE `slots` ADD `in_force` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
UPDATE `slots` SET `in_force` = coalesce(`date`, `window_to`) >= (SELECT `in_force_from` FROM `plans`
	WHERE `plans`.`unit` = `slots`.`unit` AND `plans`.`id` = `slots`.`plan_id`);
--> statement-breakpoint
CREATE TABLE `__new_obligations` (
	`unit` text NOT NULL,
	`plan_id` text NOT NULL,
	`id` text NOT NULL,
	`edition` integer NOT NULL,
	`clause` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`channels` text NOT NULL,
	`lead` text,
	`support` text NOT NULL,
	`quote` text NOT NULL,
	`cadence` text NOT NULL,
	`assumptions` text NOT NULL,
	`withdrawn_at` integer,
	PRIMARY KEY(`unit`, `plan_id`, `id`, `edition`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_obligations` (`unit`, `plan_id`, `id`, `edition`, `clause`, `position`, `title`, `channels`, `lead`, `support`, `quote`, `cadence`, `assumptions`, `withdrawn_at`)
	SELECT `unit`, `plan_id`, `id`, 1, `id`, `position`, `title`, `channels`, `lead`, `support`, `quote`, `cadence`, `assumptions`, `withdrawn_at` FROM `obligations`;
--> statement-breakpoint
-- Duties that only their cancelled slots still told of.
INSERT INTO `__new_obligations` (`unit`, `plan_id`, `id`, `edition`, `clause`, `position`, `title`, `channels`, `lead`, `support`, `quote`, `cadence`, `assumptions`, `withdrawn_at`)
	SELECT `unit`, `plan_id`, `obligation` ->> 'id', 1, `obligation` ->> 'id', 10000, `obligation` ->> 'title', `obligation` ->> 'channels', `obligation` ->> 'lead',
		`obligation` ->> 'support', `obligation` ->> 'quote', `obligation` ->> 'cadence', `obligation` ->> 'assumptions', max(`gone_at`)
	FROM `gone_slots` WHERE true GROUP BY `unit`, `plan_id`, `obligation` ->> 'id'
	ON CONFLICT DO NOTHING;
--> statement-breakpoint
DROP TABLE `obligations`;
--> statement-breakpoint
ALTER TABLE `__new_obligations` RENAME TO `obligations`;
--> statement-breakpoint
CREATE TABLE `__new_gone_slots` (
	`unit` text NOT NULL,
	`id` text NOT NULL,
	`plan_id` text NOT NULL,
	`obligation_id` text NOT NULL,
	`ordinal` integer NOT NULL,
	`rank` integer NOT NULL,
	`airing` text NOT NULL,
	`of` text,
	`date` text,
	`time` text,
	`minutes` integer NOT NULL,
	`window_from` text,
	`window_to` text,
	`edition` integer NOT NULL,
	`in_force` integer NOT NULL,
	`revision` integer NOT NULL,
	`gone_at` integer NOT NULL,
	PRIMARY KEY(`unit`, `id`),
	FOREIGN KEY (`unit`) REFERENCES `units`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
-- Those that came back stand among the slots.
INSERT INTO `__new_gone_slots` (`unit`, `id`, `plan_id`, `obligation_id`, `ordinal`, `rank`, `airing`, `of`, `date`, `time`, `minutes`, `window_from`, `window_to`, `edition`, `in_force`, `revision`, `gone_at`)
	SELECT `unit`, `id`, `plan_id`, `obligation` ->> 'id', `ordinal`, `ordinal`, `airing`, `of`, `date`, `time`, `minutes`, `window_from`, `window_to`, 1, 1, `revision`, `gone_at` FROM `gone_slots`
	WHERE NOT EXISTS (SELECT 1 FROM `slots` WHERE `slots`.`unit` = `gone_slots`.`unit` AND `slots`.`id` = `gone_slots`.`id`);
--> statement-breakpoint
DROP TABLE `gone_slots`;
--> statement-breakpoint
ALTER TABLE `__new_gone_slots` RENAME TO `gone_slots`;
--> statement-breakpoint
CREATE INDEX `gone_slots_by_plan` ON `gone_slots` (`unit`,`plan_id`);
--> statement-breakpoint
-- Where a plan came from was said in its assumptions; now it is a field.
UPDATE `plans` SET `origin` = 'next-year' WHERE EXISTS (SELECT 1 FROM json_each(`plans`.`assumptions`) WHERE `value` LIKE 'Lịch nối tiếp%');
--> statement-breakpoint
UPDATE `plans` SET `made_from` = json_object('id', substr(`id`, 1, instr(`id`, '@') - 1), 'year',
	(SELECT CAST(substr(`value`, length('Lập lại từ kế hoạch năm ') + 1, 4) AS INTEGER) FROM json_each(`plans`.`assumptions`)
		WHERE `value` LIKE 'Lập lại từ kế hoạch năm %' LIMIT 1))
	WHERE instr(`id`, '@') > 0 AND EXISTS (SELECT 1 FROM json_each(`plans`.`assumptions`) WHERE `value` LIKE 'Lập lại từ kế hoạch năm %');
--> statement-breakpoint
-- "Lịch nối tiếp dừng từ ngày 15/02/2027."
UPDATE `plans` SET `ends_from` = (SELECT printf('%04d-%02d-%02d',
		CAST(substr(rest, instr(rest, '/') + 1) AS INTEGER), CAST(rest AS INTEGER), CAST(day AS INTEGER))
	FROM (SELECT day, substr(day, instr(day, '/') + 1) AS rest FROM (SELECT substr(`value`, length('Lịch nối tiếp dừng từ ngày ') + 1) AS day
		FROM json_each(`plans`.`assumptions`) WHERE `value` LIKE 'Lịch nối tiếp dừng từ ngày %' LIMIT 1)))
	WHERE EXISTS (SELECT 1 FROM json_each(`plans`.`assumptions`) WHERE `value` LIKE 'Lịch nối tiếp dừng từ ngày %');
--> statement-breakpoint
UPDATE `plans` SET `assumptions` = (SELECT json_group_array(`value`) FROM json_each(`plans`.`assumptions`)
	WHERE `value` NOT LIKE 'Lịch nối tiếp%' AND `value` NOT LIKE 'Lập lại từ kế hoạch năm %');
--> statement-breakpoint
-- Its topics lay beside the program.
UPDATE `plans` SET `topics` = '[{"id":"B.I.1","name":"Nghị quyết 57-NQ/TW và định hướng chuyển đổi số gắn với an toàn, an ninh mạng","group":"Chuyển đổi số","channels":["loudspeaker","portal","social","event"],"quote":"1. Truyền thông về những định hướng, mục tiêu, quan điểm, nhiệm vụ và giải pháp về CĐS gắn với công tác bảo đảm an toàn, an ninh mạng của xã theo các văn bản của Trung ương và của tỉnh","days":[],"clause":"B.I.1"},{"id":"B.I.2","name":"Vì sao phải chuyển đổi số; Ngày Chuyển đổi số quốc gia","group":"Chuyển đổi số","channels":["loudspeaker","portal","social","event","visual"],"quote":"2. Truyền thông, phổ biến tầm quan trọng, ý nghĩa, mục tiêu và tác động của chuyển đổi số; sự cần thiết phải phát triển chính quyền điện tử hướng đến chính quyền số, về phát triển kinh tế số và xã hội số","days":[{"name":"Ngày Chuyển đổi số quốc gia","from":"10-10","to":"10-10","source":"Quyết định số 505/QĐ-TTg ngày 22/4/2022 của Thủ tướng Chính phủ"}],"clause":"B.I.2"},{"id":"B.I.3","name":"Trách nhiệm của người đứng đầu trong chuyển đổi số","group":"Chuyển đổi số","channels":["loudspeaker","portal"],"quote":"3. Về vai trò, trách nhiệm của các cấp ủy đảng, người đứng đầu cơ quan hành chính các cấp, người đứng đầu các tổ chức chính trị - xã hội, các đơn vị sự nghiệp công lập đối với việc triển khai, thực hiện nhiệm vụ phát triển chính quyền điện tử","days":[],"clause":"B.I.3"},{"id":"B.I.4.a","name":"Thương mại điện tử, thanh toán không dùng tiền mặt, kinh tế số","group":"Chuyển đổi số","channels":["loudspeaker","portal","social"],"quote":"a) Thông tin, tuyên truyền các chương trình, nội dung triển khai về chuyển đổi số của tỉnh, của xã, tuyên truyền về phát triển thương mại điện tử, thanh toán không dùng tiền mặt, kinh tế số, xã hội số","days":[],"clause":"B.I.4.a"},{"id":"B.I.4.b","name":"Đưa hoạt động của người dân lên môi trường số bằng nền tảng số Việt Nam","group":"Chuyển đổi số","channels":["loudspeaker","portal","social"],"quote":"b) Truyền thông định hướng xuyên suốt về CĐS là đưa hoạt động của người dân, doanh nghiệp lên môi trường số thông qua phổ cập sử dụng các nền tảng số Việt Nam","days":[],"clause":"B.I.4.b"},{"id":"B.I.4.c","name":"Hoá đơn điện tử, hoá đơn từ máy tính tiền","group":"Chuyển đổi số","channels":["loudspeaker","portal","social","communicator"],"quote":"c) Truyền thông việc sử dụng hóa đơn điện tử, giúp người dân, doanh nghiệp hiểu rõ về lợi ích và trách nhiệm, hiệu quả của việc sử dụng hóa đơn điện tử, nâng cao ý thức tuân thủ của người nộp thuế và nghĩa vụ chấp hành pháp luật về thuế","days":[{"name":"Mùa quyết toán thuế năm","from":"03-01","to":"03-31","source":"Điều 44 Luật Quản lý thuế số 38/2019/QH14, hạn nộp hồ sơ quyết toán là ngày cuối cùng của tháng thứ 3"}],"clause":"B.I.4.c"},{"id":"B.I.4.d","name":"Đề án 06 tại xã","group":"Chuyển đổi số","channels":["loudspeaker","portal","social"],"quote":"d) Truyền thông việc triển khai thực hiện các mô hình của Đề án 06 trên địa bàn tỉnh, việc thực hiện Đề án 06 của xã","days":[],"clause":"B.I.4.d"},{"id":"B.I.4.đ","name":"Lãnh đạo, cán bộ và người dân cùng dùng dịch vụ công trực tuyến","group":"Chuyển đổi số","channels":["loudspeaker","portal","social","communicator"],"quote":"đ) Truyền thông, phổ biến sâu rộng, nhằm tạo sự chuyển biến mạnh mẽ trong nhận thức và hành động của lãnh đạo các cơ quan nhà nước","days":[],"clause":"B.I.4.đ"},{"id":"B.I.4.e","name":"Chất lượng dịch vụ công trực tuyến, chi trả trợ cấp không dùng tiền mặt","group":"Chuyển đổi số","channels":["loudspeaker","portal","social","communicator"],"quote":"e) Truyền thông, phổ biến, nâng cao chất lượng về cung cấp và sử dụng hiệu quả dịch vụ công trực tuyến; đẩy mạnh thông tin tuyên truyền thanh toán điện tử không dùng tiền mặt, dịch vụ bưu chính","days":[],"clause":"B.I.4.e"},{"id":"B.I.4.g","name":"Dùng CCCD gắn chip hoặc VNeID thay thẻ bảo hiểm y tế","group":"Chuyển đổi số","channels":["loudspeaker","portal","social","communicator"],"quote":"g) Truyền thông, hướng dẫn người dân sử dụng thẻ CCCD gắn chip hoặc ứng dụng VNeID để thay thế cho thẻ bảo hiểm y tế trong khám chữa bệnh.","days":[],"clause":"B.I.4.g"},{"id":"B.I.4.h","name":"Mô hình chuyển đổi số trong sản xuất, kinh doanh","group":"Chuyển đổi số","channels":["loudspeaker","portal","social"],"quote":"h) Truyền thông các mô hình, giải pháp hiệu quả trong việc đổi mới, sáng tạo, ứng dụng công nghệ thông tin, chuyển đổi số nâng cao hiệu quả sản xuất, kinh doanh.","days":[],"clause":"B.I.4.h"},{"id":"B.I.4.i","name":"Chuyển đổi số trong giáo dục, học bạ điện tử","group":"Chuyển đổi số","channels":["loudspeaker","portal","social"],"quote":"i) Truyền thông về chuyển đổi số trong giáo dục và đào tạo: Đổi mới nội dung và chương trình giáo dục, phát triển giáo dục STEM, giáo dục kỹ năng số","days":[{"name":"Khai giảng năm học mới","from":"09-05","to":"09-05","source":"Khung kế hoạch thời gian năm học của Bộ Giáo dục và Đào tạo, khai giảng ngày 5 tháng 9"}],"clause":"B.I.4.i"},{"id":"B.I.4.k","name":"Tổ công nghệ số cộng đồng các thôn","group":"Chuyển đổi số","channels":["loudspeaker","portal","social","communicator"],"quote":"k) Truyền thông về các mô hình, điển hình trong hoạt động hiệu quả của Tổ công nghệ số cộng đồng các thôn","days":[],"clause":"B.I.4.k"},{"id":"B.I.5","name":"Biểu dương tập thể, cá nhân đi đầu về chuyển đổi số","group":"Chuyển đổi số","channels":["loudspeaker","portal","social"],"quote":"5. Biểu dương những đơn vị, tập thể, cá nhân đi đầu trong việc triển khai, thực hiện hiệu quả về chuyển đổi số.","days":[],"clause":"B.I.5"},{"id":"B.II.1","name":"Chủ trương, chính sách, văn bản về cải cách hành chính","group":"Cải cách hành chính","channels":["loudspeaker","portal","social"],"quote":"1. Truyền thông, phổ biến các quan điểm, chủ trương của Đảng, chính sách, pháp luật của Nhà nước, các văn bản chỉ đạo của Trung ương, của tỉnh, của xã về công tác CCHC.","days":[],"clause":"B.II.1"},{"id":"B.II.2","name":"Trách nhiệm của người đứng đầu trong cải cách hành chính","group":"Cải cách hành chính","channels":["loudspeaker","portal"],"quote":"2. Truyền thông về vai trò, trách nhiệm của các cấp ủy đảng, người đứng đầu cơ quan hành chính nhà nước các cấp","days":[],"clause":"B.II.2"},{"id":"B.II.3","name":"Ý nghĩa và kết quả cải cách hành chính của xã","group":"Cải cách hành chính","channels":["loudspeaker","portal","social"],"quote":"3. Truyền thông, phổ biến sâu rộng về tầm quan trọng, ý nghĩa, mục tiêu và tác động của CCHC đến phát triển kinh tế - xã hội của xã","days":[],"clause":"B.II.3"},{"id":"B.II.4","name":"Các chỉ số PAR INDEX, SIPAS, PAPI","group":"Cải cách hành chính","channels":["loudspeaker","portal"],"quote":"thông qua việc nâng cao các Chỉ số CCHC (PAR INDEX), Chỉ số hài lòng của người dân đối với sự phục vụ của cơ quan hành chính nhà nước (SIPAS), Chỉ số năng lực cạnh tranh, Chỉ số hiệu quả quản trị và hành chính công (PAPI)","days":[],"clause":"B.II.4"},{"id":"B.II.5.a","name":"Cải cách thể chế, thi hành pháp luật","group":"Cải cách hành chính","channels":["loudspeaker","portal"],"quote":"a) Cải cách thể chế: Tuyên truyền để nâng cao chất lượng công tác xây dựng, ban hành văn bản quy phạm pháp luật thuộc thẩm quyền ban hành của HĐND và UBND xã","days":[{"name":"Ngày Pháp luật Việt Nam","from":"11-09","to":"11-09","source":"Điều 8 Luật Phổ biến, giáo dục pháp luật số 14/2012/QH13"}],"clause":"B.II.5.a"},{"id":"B.II.5.b","name":"Cải cách thủ tục hành chính, một cửa","group":"Cải cách hành chính","channels":["loudspeaker","portal","social","communicator"],"quote":"b) Cải cách thủ tục hành chính: - Truyền thông hiệu quả trong việc đổi mới thực hiện cơ chế một cửa, một cửa liên thông","days":[],"clause":"B.II.5.b"},{"id":"B.II.5.c","name":"Cải cách tổ chức bộ máy","group":"Cải cách hành chính","channels":["loudspeaker","portal"],"quote":"c) Cải cách tổ chức bộ máy: Truyền thông tình hình triển khai, kết quả sắp xếp, tinh gọn bộ máy","days":[],"clause":"B.II.5.c"},{"id":"B.II.5.d","name":"Cải cách chế độ công vụ","group":"Cải cách hành chính","channels":["loudspeaker","portal"],"quote":"d) Cải cách chế độ công vụ: Tình hình, kết quả và hiệu quả thực hiện nội dung cải cách chế độ công vụ","days":[],"clause":"B.II.5.d"},{"id":"B.II.5.đ","name":"Cải cách tài chính công","group":"Cải cách hành chính","channels":["loudspeaker","portal"],"quote":"đ) Cải cách tài chính công: Tuyên truyền công tác quản lý, điều hành ngân sách của xã","days":[],"clause":"B.II.5.đ"},{"id":"B.II.5.e","name":"Chính quyền điện tử hướng đến chính quyền số","group":"Cải cách hành chính","channels":["loudspeaker","portal","social"],"quote":"e) Xây dựng và phát triển chính quyền điện tử hướng đến chính quyền số: Tuyên truyền nỗ lực của chính quyền","days":[],"clause":"B.II.5.e"},{"id":"B.II.6","name":"Sáng kiến, điển hình cải cách hành chính","group":"Cải cách hành chính","channels":["loudspeaker","portal","social"],"quote":"6. Truyền thông đến các cơ quan, đơn vị có kết quả nổi bật trong công tác CCHC; các sáng kiến mới, tiêu biểu trong công tác CCHC","days":[],"clause":"B.II.6"},{"id":"B.II.7","name":"Đường dây nóng tiếp nhận phản ánh, kiến nghị","group":"Cải cách hành chính","channels":["loudspeaker","portal","social","public-board"],"quote":"7. Truyền thông việc công khai các địa chỉ, điện thoại đường dây nóng tiếp nhận phản ánh, kiến nghị của tổ chức, cá nhân về các nội dung liên quan đến TTHC","days":[],"clause":"B.II.7"},{"id":"B.II.8","name":"Quyền giám sát cải cách hành chính của người dân","group":"Cải cách hành chính","channels":["loudspeaker","portal","social"],"quote":"8. Truyền thông các quy định của pháp luật về mối quan hệ giữa nhà nước và Nhân dân; quyền, nghĩa vụ và trách nhiệm của cá nhân, tổ chức trong việc tham gia và giám sát tiến trình CCHC.","days":[],"clause":"B.II.8"}]' WHERE `id` = 'ngok-tu-2025' OR `id` LIKE 'ngok-tu-2025@%';
--> statement-breakpoint
-- Its topics lay beside the program.
UPDATE `plans` SET `topics` = '[{"id":"II.1","name":"Chủ trương, chính sách và trách nhiệm về cải cách hành chính","group":"Cải cách hành chính","channels":["loudspeaker","portal","social"],"quote":"1. Tuyên truyền, phổ biến các quan điểm, chủ trương của Đảng, chính sách, pháp luật của Nhà nước về CCHC","days":[],"clause":"II.1"},{"id":"II.2","name":"Ý nghĩa, mục tiêu và tác động của cải cách hành chính","group":"Cải cách hành chính","channels":["loudspeaker","portal","social"],"quote":"2. Tuyên truyền về tầm quan trọng, ý nghĩa, mục tiêu và tác động của CCHC đến phát triển kinh tế - xã hội của đất nước và của tỉnh","days":[],"clause":"II.2"},{"id":"II.3","name":"Kết quả cải cách hành chính và các chỉ số xếp hạng","group":"Cải cách hành chính","channels":["loudspeaker","portal"],"quote":"3. Tuyên truyền tình hình triển khai, kết quả, thành tựu trong thực hiện Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030","days":[],"clause":"II.3"},{"id":"II.4","name":"Kế hoạch cải cách hành chính và chuyển đổi số của thị xã","group":"Cải cách hành chính","channels":["loudspeaker","portal","social"],"quote":"4. Tuyên truyền Quyết định số 14147/QĐ-UBND ngày 29/12/2021 của UBND thị xã ban hành Kế hoạch cải cách hành chính","days":[],"clause":"II.4"},{"id":"II.5","name":"Cải cách thủ tục hành chính, một cửa","group":"Cải cách hành chính","channels":["loudspeaker","portal","social","communicator"],"quote":"5. Tuyên truyền cải cách TTHC bằng nhiều hình thức, thiết thực, hiệu quả giúp người dân, doanh nghiệp tiếp cận nhanh, đơn giản","days":[],"clause":"II.5"},{"id":"II.6","name":"Hiện đại hoá hành chính, chính phủ điện tử, chính phủ số","group":"Cải cách hành chính","channels":["loudspeaker","portal","social"],"quote":"6. Triển khai các nội dung hiện đại hóa hành chính, xây dựng và phát triển Chính phủ điện tử, Chính phủ số","days":[],"clause":"II.6"},{"id":"II.7","name":"Phân cấp, phân quyền trong quản lý nhà nước","group":"Cải cách hành chính","channels":["loudspeaker","portal"],"quote":"đẩy mạnh phân cấp, phân quyền giữa Chính phủ, Thủ tướng Chính phủ với các bộ, ngành","days":[],"clause":"II.7"},{"id":"II.8","name":"Cải cách tổ chức bộ máy, chế độ công vụ","group":"Cải cách hành chính","channels":["loudspeaker","portal"],"quote":"8. Tuyên tuyền công tác cải cách tổ chức bộ máy, chế độ công vụ:","days":[],"clause":"II.8"},{"id":"II.9","name":"Tài chính ngân sách, tài sản công, tự chủ tài chính","group":"Cải cách hành chính","channels":["loudspeaker","portal"],"quote":"9. Việc thực hiện phân cấp, phân quyền trong quản lý tài chính ngân sách, quản lý, sử dụng tài sản công","days":[],"clause":"II.9"},{"id":"II.10","name":"Mô hình thí điểm, điển hình cải cách hành chính","group":"Cải cách hành chính","channels":["loudspeaker","portal","social"],"quote":"10. Các mô hình đang được triển khai thí điểm, các điển hình trong việc thực hiện CCHC ở các cơ quan, đơn vị, địa phương.","days":[],"clause":"II.10"},{"id":"II.11","name":"Đường dây nóng tiếp nhận phản ánh, kiến nghị","group":"Cải cách hành chính","channels":["loudspeaker","portal","social","public-board"],"quote":"11. Tuyên truyền việc công khai các địa chỉ, điện thoại đường dây nóng tiếp nhận phản ánh, kiến nghị của tổ chức, cá nhân","days":[],"clause":"II.11"}]' WHERE `id` = 'duc-pho-2024' OR `id` LIKE 'duc-pho-2024@%';
--> statement-breakpoint
-- Edition 1 of every plan: what stands now. An event's day that people set is theirs, not the plan's.
INSERT INTO `editions` (`unit`, `plan_id`, `number`, `origin`, `plan`, `hash`, `by`, `by_id`, `at`)
	SELECT p.`unit`, p.`id`, 1, p.`origin`, json_object('id', p.`id`, 'title', p.`title`, 'unit', json_object('code', p.`unit`, 'name', u.`name`),
		'number', p.`number`, 'issued', p.`issued`, 'inForceFrom', p.`in_force_from`, 'year', p.`year`, 'until', p.`until`,
		'silentDays', json(p.`silent_days`), 'assumptions', json(p.`assumptions`), 'succeeds', NULL, 'madeFrom', json(p.`made_from`), 'topics', json(p.`topics`),
		'obligations', json((SELECT json_group_array(json(duty)) FROM (SELECT json_object('id', o.`id`, 'clause', o.`clause`, 'title', o.`title`,
			'channels', json(o.`channels`), 'lead', o.`lead`, 'support', json(o.`support`), 'quote', o.`quote`,
			'cadence', json(CASE WHEN EXISTS (SELECT 1 FROM `facts` f WHERE f.`unit` = o.`unit` AND f.`plan_id` = o.`plan_id`
				AND f.`obligation_id` = o.`id` AND f.`slot_id` IS NULL AND f.`kind` = 'moved') AND o.`cadence` ->> 'kind' = 'event-offset'
				THEN json_set(o.`cadence`, '$.trigger', NULL) ELSE o.`cadence` END),
			'assumptions', json(o.`assumptions`)) AS duty
		FROM `obligations` o WHERE o.`unit` = p.`unit` AND o.`plan_id` = p.`id` AND o.`withdrawn_at` IS NULL ORDER BY o.`position`)))),
		'', 'chưa ghi', '', p.`adopted_at`
	FROM `plans` p JOIN `units` u ON u.`code` = p.`unit`;
--> statement-breakpoint
INSERT INTO `edition_decisions` (`unit`, `plan_id`, `number`, `kind`, `from_day`, `by`, `by_id`, `at`, `batch`)
	SELECT `unit`, `id`, 1, 'adopted', `year` || '-01-01', 'chưa ghi', '', `adopted_at`, 'first' FROM `plans`;
--> statement-breakpoint
INSERT INTO `plan_ends` (`unit`, `plan_id`, `from_day`, `by`, `by_id`, `at`, `batch`)
	SELECT `unit`, `id`, `ends_from`, 'chương trình', '', `adopted_at`, 'first' FROM `plans` WHERE `ends_from` IS NOT NULL;
