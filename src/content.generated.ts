// Written by scripts/compile-content.ts. Change the files in content/ and run `npm run generate`.
/** The files of content/plans/, by name. */
export const planFiles: readonly { name: string; text: string }[] = [
  {
    "name": "duc-pho-2024.yaml",
    "text": "# Kế hoạch tuyên truyền CCHC thị xã Đức Phổ năm 2024: chín hình thức của phần III và báo cáo của phần V.\n# Cách viết tệp này: docs/plan-file.md. Trích dẫn (quote) giữ nguyên chữ của kế hoạch, nối lại những dòng bị ngắt trang.\nid: duc-pho-2024\ntitle: Tuyên truyền cải cách hành chính năm 2024 trên địa bàn thị xã Đức Phổ\nunit: { code: thi-xa-duc-pho, name: UBND thị xã Đức Phổ }\nyear: 2024\ninForceFrom: 2024-01-25\nassumptions:\n  - >-\n    Bản kế hoạch không có số và ngày ban hành. Văn bản muộn nhất mà kế hoạch nhắc đến là hai kế hoạch số 14/KH-UBND và\n    16/KH-UBND ngày 25/01/2024 của thị xã, nên tính hiệu lực từ 25/01/2024.\n  - Kế hoạch ghi \"Cơ quan thực hiện\" ở những nhiệm vụ không nêu cơ quan chủ trì; coi cơ quan thực hiện là cơ quan chủ trì.\n\nobligations:\n  - id: III.1\n    title: Cập nhật, công bố, công khai TTHC tại Bộ phận Một cửa, Cổng Dịch vụ công và Trang thông tin điện tử\n    channels: [portal, public-board]\n    lead: Phòng Văn hóa và Thông tin; Văn phòng; UBND các xã, phường\n    support: [\"Các cơ quan, đơn vị, địa phương liên quan\"]\n    quote: |-\n      - Cơ quan thực hiện: Phòng Văn hóa và Thông tin thị xã, Văn phòng; UBND các xã, phường.\n      - Cơ quan phối hợp: Các cơ quan, đơn vị, địa phương liên quan..\n      - Thời gian thực hiện: Thường xuyên trong năm.\n    cadence:\n      kind: continuous\n      window: { from: 2024-01-01, to: 2024-12-31 }\n    assumptions:\n      - Kế hoạch không nêu số lần; đếm và theo dõi khoảng trống dài nhất, không tính tỷ lệ.\n\n  - id: III.2\n    title: Cập nhật thông tin về CCHC trên Trang thông tin điện tử của các cơ quan, đơn vị, địa phương\n    channels: [portal]\n    lead: Phòng Văn hóa và Thông tin; UBND các xã, phường\n    support: [\"Các cơ quan, đơn vị, địa phương liên quan\"]\n    quote: |-\n      - Cơ quan thực hiện: Phòng Văn hóa và Thông tin thị xã; UBND các xã, phường.\n      - Cơ quan phối hợp: Các cơ quan, đơn vị, địa phương liên quan.\n      - Thời gian thực hiện: Thường xuyên trong năm.\n    cadence:\n      kind: continuous\n      window: { from: 2024-01-01, to: 2024-12-31 }\n    assumptions:\n      - Kế hoạch không nêu số tin, bài; đếm và theo dõi khoảng trống dài nhất, không tính tỷ lệ.\n\n  - id: III.3\n    title: Hướng dẫn các đơn vị, địa phương, cơ quan truyền thông tuyên truyền về CCHC\n    channels: [training]\n    lead: Phòng Văn hóa và Thông tin\n    support: [\"Trung tâm Truyền thông - Văn hóa - Thể thao\", \"UBND các xã, phường\"]\n    quote: |-\n      - Cơ quan phối hợp: Trung tâm Truyền thông – Văn hóa – Thể thao; UBND các xã, phường.\n      - Thời gian thực hiện: Quý I/2024.\n    cadence:\n      kind: window\n      window: { from: 2024-01-01, to: 2024-03-31 }\n    assumptions:\n      - Kế hoạch không nêu hình thức (văn bản hay hội nghị) và số lần; xếp vào tập huấn, tính là một lần.\n\n  - id: III.4\n    title: Tham gia Hội thi tuyên truyền CCHC – Chuyển đổi số bằng hình thức sân khấu hóa cấp tỉnh\n    channels: [event]\n    lead: Trung tâm Truyền thông - Văn hóa - Thể thao\n    support:\n      - Phòng Văn hóa và Thông tin\n      - Phòng Nội vụ\n      - Văn phòng HĐND và UBND\n      - Các cơ quan, đơn vị liên quan\n    quote: |-\n      4. Tham gia Hội thi tuyên truyền CCHC – Chuyển đổi số bằng hình thức sân khấu hóa cấp tỉnh.\n      - Cơ quan thực hiện: Trung tâm Truyền thông - Văn hoá - Thể thao.\n      - Cơ quan phối hợp: Phòng Văn hoá và Thông tin, phòng Nội vụ, Văn phòng HĐND và UBND, các cơ quan, đơn vị liên quan.\n      - Thời gian thực hiện: Trong quý II, III năm 2024.\n    cadence:\n      kind: window\n      window: { from: 2024-04-01, to: 2024-09-30 }\n    assumptions:\n      - Hiểu \"quý II, III\" là một hội thi trong khoảng từ đầu quý II đến hết quý III, không phải mỗi quý một lần.\n\n  - id: III.5\n    title: Hội thi Nâng cao kiến thức, kỹ năng về Chuyển đổi số gắn với CCHC thị xã Đức Phổ\n    channels: [event]\n    lead: Phòng Văn hóa và Thông tin\n    support:\n      - Trung tâm Truyền thông - Văn hóa - Thể thao\n      - Phòng Nội vụ\n      - Văn phòng HĐND và UBND\n      - Các cơ quan, đơn vị liên quan\n    quote: |-\n      - Cơ quan chủ trì: Phòng Văn hoá và Thông tin.\n      - Cơ quan phối hợp: Trung tâm Truyền thông - Văn hoá - Thể thao, phòng Nội vụ, Văn phòng HĐND và UBND, các cơ quan, đơn vị liên quan.\n      - Thời gian thực hiện: Trong năm 2024.\n    cadence:\n      kind: window\n      window: { from: 2024-01-01, to: 2024-12-31 }\n    assumptions:\n      - Kế hoạch không nêu ngày thi; tính là một hội thi trong năm.\n\n  - id: III.6\n    title: Các lớp tập huấn, bồi dưỡng về công tác CCHC cho cán bộ, công chức, viên chức\n    channels: [training]\n    lead: Phòng Nội vụ\n    support: [\"Các phòng, đơn vị\", \"UBND các xã, phường\"]\n    quote: |-\n      - Cơ quan chủ trì: Phòng Nội vụ.\n      - Cơ quan phối hợp: Các phòng, đơn vị; UBND các xã, phường.\n      - Thời gian thực hiện: Trong năm 2024.\n    cadence:\n      kind: window\n      window: { from: 2024-01-01, to: 2024-12-31 }\n    assumptions:\n      - Kế hoạch không nêu số lớp; tính là một lần trong năm.\n\n  - id: III.7\n    title: Tập huấn, lồng ghép phổ biến, tuyên truyền pháp luật về CCHC\n    channels: [training, communicator]\n    lead: Phòng Tư pháp\n    support: [\"Các cơ quan, đơn vị liên quan\", \"UBND các xã, phường\"]\n    quote: |-\n      - Cơ quan chủ trì: Phòng Tư pháp.\n      - Cơ quan phối hợp: Các cơ quan, đơn vị liên quan; UBND các xã, phường.\n      - Thời gian thực hiện: Thường xuyên trong năm.\n    cadence:\n      kind: continuous\n      window: { from: 2024-01-01, to: 2024-12-31 }\n    assumptions:\n      - Kế hoạch không nêu số lần; đếm và theo dõi khoảng trống dài nhất, không tính tỷ lệ.\n\n  - id: III.8\n    title: Chuyên mục phát thanh CCHC trên hệ thống thông tin cơ sở\n    channels: [loudspeaker]\n    lead: Trung tâm Truyền thông - Văn hóa - Thể thao\n    support: [\"Các phòng, đơn vị\", \"UBND các xã, phường\"]\n    quote: |-\n      - Tần suất: Mỗi tháng 01 chương trình (10 - 15 phút), phát trên sóng truyền thanh của thị xã, các xã, phường.\n      - Cơ quan thực hiện: Trung tâm Truyền thông - Văn hóa - Thể thao.\n      - Cơ quan phối hợp: Các phòng, đơn vị; UBND các xã, phường.\n      - Thời gian thực hiện: Thường xuyên trong năm.\n    cadence:\n      kind: rate\n      rrule: FREQ=MONTHLY;BYDAY=-1TU;COUNT=12\n      time: \"17:30\"\n      minutes: { min: 10, max: 15 }\n      declared: 12\n      window: { from: 2024-01-01, to: 2024-12-31 }\n    assumptions:\n      - 12 chương trình = 01 chương trình/tháng × 12 tháng; kế hoạch không ghi tổng của năm.\n      - Thứ Ba cuối tháng, 17:30 là lựa chọn của đơn vị; chọn cuối tháng để chương trình tháng 1 còn kịp sau ngày 25/01/2024.\n      - Khung giữ 15 phút là mức dài nhất kế hoạch nêu; chương trình từ 10 phút trở lên là đạt.\n\n  - id: III.9\n    title: Xuất bản ấn phẩm; tuyên truyền trực quan, cổ động về CCHC\n    channels: [print, visual]\n    lead: Phòng Văn hóa và Thông tin\n    support: [\"Trung tâm Truyền thông - Văn hóa - Thể thao\", \"UBND các xã, phường\"]\n    quote: |-\n      9. Xuất bản các ấn phẩm; tổ chức tuyên truyền qua hình thức trực quan, cổ động về CCHC\n      - Cơ quan thực hiện: Phòng Văn hóa và Thông tin.\n      - Cơ quan phối hợp: Trung tâm Truyền thông - Văn hóa - Thể thao, UBND các xã, phường.\n      - Thời gian thực hiện: Thường xuyên trong năm.\n    cadence:\n      kind: continuous\n      window: { from: 2024-01-01, to: 2024-12-31 }\n    assumptions:\n      - Kế hoạch không nêu số ấn phẩm; đếm và theo dõi khoảng trống dài nhất, không tính tỷ lệ.\n\n  - id: V\n    title: Báo cáo UBND thị xã kết quả thực hiện\n    channels: [report]\n    lead: Các cơ quan, đơn vị; UBND các xã, phường\n    support: [\"Phòng Văn hóa và Thông tin\"]\n    quote: >-\n      Yêu cầu Thủ trưởng các cơ quan, đơn vị, UBND các xã, phường nghiêm túc triển khai thực hiện, báo cáo UBND thị xã kết\n      quả thực hiện (qua Phòng Văn hóa và Thông tin thị xã) trước ngày 25/11/2024\n    cadence:\n      kind: deadline\n      before: 2024-11-25\n    assumptions:\n      - '\"Trước ngày 25/11\" là chậm nhất hết ngày 24/11/2024.'\n      - Hạn đến trước khi khép năm kế hoạch (31/12) và năm báo cáo (14/12), nên báo cáo ghi \"số liệu đến ngày\" và ước cả năm.\n"
  },
  {
    "name": "ngok-tu-2025.yaml",
    "text": "# Kế hoạch truyền thông CCHC và CĐS xã Ngọk Tụ năm 2025: 19 nhiệm vụ của phần C và kỳ báo cáo của E.5.c.\n# Cách viết tệp này: docs/plan-file.md. Trích dẫn (quote) giữ nguyên chữ của kế hoạch.\nid: ngok-tu-2025\ntitle: Truyền thông về cải cách hành chính và chuyển đổi số xã Ngọk Tụ năm 2025\nunit: { code: xa-ngok-tu, name: UBND xã Ngọk Tụ }\nyear: 2025\ninForceFrom: 2025-07-24\nassumptions:\n  - >-\n    Kế hoạch không ghi số và ngày ban hành. Văn bản muộn nhất mà kế hoạch căn cứ là Quyết định số 91/QĐ-UBND ngày\n    24/7/2025 của xã, nên kế hoạch không thể có trước ngày đó: tính hiệu lực từ 24/7/2025.\n  - Giờ phát theo giờ đài xã thường dùng (sáng 5h30–6h, chiều 17h30–18h, như xã Bình Sơn, Thanh Hóa); đơn vị sửa theo đài của mình.\n  - Điểm E.1.a (Phòng Văn hoá - Xã hội tổng hợp, lồng ghép vào báo cáo CĐS, CCHC) theo cùng kỳ với E.5.c nên không lập riêng.\n\nobligations:\n  - id: C.I.1\n    title: Triển khai Đề án tuyên truyền, nâng cao chất lượng cung cấp và sử dụng dịch vụ công trực tuyến\n    channels: [event]\n    lead: Phòng Văn hoá - Xã hội\n    support: [\"Các cơ quan, đơn vị trên địa bàn xã\"]\n    quote: |-\n      trên địa bàn xã Ngọk Tụ.\n      - Đơn vị chủ trì: Phòng Văn hoá - Xã hội.\n      - Đơn vị phối hợp: Các cơ quan, đơn vị trên địa bàn xã.\n      - Thời gian thực hiện: Năm 2025.\n    cadence:\n      kind: window\n      window: { from: 2025-01-01, to: 2025-12-31 }\n    assumptions:\n      - Kế hoạch không nêu số lần và không nêu kênh; tính là một hoạt động trong năm.\n\n  - id: C.I.2.a\n    title: Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW trên hệ thống phát thanh xã\n    channels: [loudspeaker]\n    lead: Phòng Văn hoá - Xã hội\n    support: [\"Các cơ quan, đơn vị liên quan\"]\n    quote: |-\n      - Tần suất: 01 số/2 tuần (26 số/năm).\n      - Đơn vị chủ trì: Phòng Văn hoá - Xã hội.\n      - Đơn vị phối hợp: Các cơ quan, đơn vị liên quan.\n      - Thời gian thực hiện: Năm 2025.\n    cadence:\n      kind: rate\n      rrule: FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=26\n      time: \"05:30\"\n      duration: 15\n      declared: 26\n      window: { from: 2025-01-01, to: 2025-12-31 }\n    assumptions:\n      - Thứ Hai, 05:30, 15 phút là lựa chọn của đơn vị; kế hoạch chỉ nêu 01 số/2 tuần.\n      - Dừng ở 26 số như kế hoạch ghi; ở những năm có 27 thứ Hai cách tuần, kỳ thứ 27 không tính.\n      - Kế hoạch có hiệu lực từ 24/7/2025 nhưng ghi 26 số/năm, nên giữ chỉ tiêu 26; những kỳ trước 24/7 chỉ tính khi đã phát thật.\n\n  - id: C.I.2.b\n    title: Duy trì chuyên mục Chuyển đổi số trên Trang thông tin điện tử xã\n    channels: [portal]\n    lead: Phòng Văn hoá - Xã hội\n    support: [\"Các cơ quan, đơn vị liên quan\"]\n    quote: |-\n      đặt banner trên Trang thông tin điện tử xã.\n      - Đơn vị chủ trì: Phòng Văn hoá - Xã hội.\n      - Đơn vị phối hợp: Các cơ quan, đơn vị liên quan.\n      - Thời gian thực hiện: Năm 2025.\n    cadence:\n      kind: window\n      window: { from: 2025-01-01, to: 2025-12-31 }\n    assumptions:\n      - Kế hoạch ghi \"Năm 2025\", không nêu số tin, bài; tính là một nhiệm vụ cả năm, mỗi tin, bài ghi thêm làm minh chứng.\n\n  - id: C.I.2.c\n    title: Chuyên mục phát thanh về chuyển đổi số trên hệ thống truyền thanh xã\n    channels: [loudspeaker]\n    lead: Phòng Văn hoá - Xã hội\n    support: [\"Phòng Văn hoá - Xã hội\", \"Các cơ quan, đơn vị liên quan\"]\n    quote: |-\n      - Tần suất: Mỗi tháng 01 chuyên mục và phát lại 03 lần/tháng.\n      - Đơn vị chủ trì: Phòng Văn hoá - Xã hội.\n      - Đơn vị phối hợp: Phòng Văn hoá - Xã hội; các cơ quan, đơn vị liên quan.\n      - Thời gian thực hiện: Năm 2025.\n    cadence:\n      kind: rate\n      rrule: FREQ=MONTHLY;BYDAY=1TU;COUNT=12\n      time: \"17:30\"\n      duration: 15\n      declared: 12\n      reruns: { times: 3, afterDays: [7, 14, 21] }\n      window: { from: 2025-01-01, to: 2025-12-31 }\n    assumptions:\n      - 12 số = 01 chuyên mục/tháng × 12 tháng; kế hoạch không ghi tổng của năm.\n      - Hiểu \"phát lại 03 lần/tháng\" là phát thêm 3 lần sau số phát mới (36 lần/năm), ở ba tuần kế tiếp trong cùng tháng.\n      - Thứ Ba đầu tháng, 17:30, 15 phút là lựa chọn của đơn vị.\n      - Kế hoạch ghi Phòng Văn hoá - Xã hội vừa chủ trì vừa phối hợp; giữ nguyên.\n\n  - id: C.I.2.d\n    title: Truyền thông pháp luật, tin, bài, hình ảnh về chuyển đổi số trên Zalo, Facebook và nền tảng khác\n    channels: [social]\n    lead: Các cơ quan, đơn vị\n    support: [\"Phòng Văn hoá - Xã hội\"]\n    quote: |-\n      trên Zalo, Facebook và các nền tảng khác.\n      - Đơn vị chủ trì: Các cơ quan, đơn vị.\n      - Đơn vị phối hợp: Phòng Văn hoá - Xã hội.\n      - Thời gian thực hiện: Năm 2025.\n    cadence:\n      kind: window\n      window: { from: 2025-01-01, to: 2025-12-31 }\n    assumptions:\n      - Kế hoạch ghi \"Năm 2025\", không nêu số bài; tính là một nhiệm vụ cả năm, mỗi bài ghi thêm làm minh chứng.\n\n  - id: C.I.3.a\n    title: Truyền thông, hưởng ứng Ngày Chuyển đổi số quốc gia\n    channels: [event]\n    lead: Phòng Văn hoá - Xã hội\n    support: [\"Các cơ quan, đơn vị liên quan\"]\n    quote: |-\n      a) Tổ chức truyền thông, hưởng ứng Ngày chuyển đổi số quốc gia.\n      - Đơn vị chủ trì: Phòng Văn hoá - Xã hội.\n      - Đơn vị phối hợp: Các cơ quan, đơn vị liên quan.\n      - Thời gian thực hiện: Quý III/2025.\n    cadence:\n      kind: window\n      window: { from: 2025-07-01, to: 2025-09-30 }\n      anchor: 2025-10-10\n    assumptions:\n      - Mốc 10/10 theo Quyết định 505/QĐ-TTg ngày 22/4/2022, nằm ngoài Quý III mà kế hoạch ghi; giữ nguyên cả hai để đơn vị chọn.\n      - Kế hoạch không nêu số lần; tính là một hoạt động.\n\n  - id: C.I.3.b\n    title: Tham gia các cuộc thi, hội thi, tọa đàm về chuyển đổi số gắn với CCHC của tỉnh (nếu có)\n    channels: [event]\n    lead: Các cơ quan, đơn vị liên quan\n    support: [\"Phòng Văn hoá - Xã hội\"]\n    quote: |-\n      b) Tham gia các cuộc thi, hội thi, tọa đàm về chuyển đổi số gắn với cải cách hành chính của tỉnh (nếu có).\n      - Đơn vị chủ trì: Các cơ quan, đơn vị liên quan.\n      - Đơn vị phối hợp: Phòng Văn hoá - Xã hội.\n      - Thời gian thực hiện: Năm 2025.\n    cadence:\n      kind: window\n      window: { from: 2025-01-01, to: 2025-12-31 }\n      conditional: true\n    assumptions:\n      - '\"Nếu có\": chỉ tính khi tỉnh tổ chức; không có thì ghi \"không phát sinh\".'\n\n  - id: C.I.3.c\n    title: Chương trình Bình dân học vụ số\n    channels: [training, event]\n    lead: Phòng Văn hoá - Xã hội\n    support: [\"Các cơ quan, đơn vị\"]\n    quote: |-\n      c) Tổ chức chương trình Bình dân học vụ số\n      - Đơn vị chủ trì: Phòng Văn hoá - Xã hội.\n      - Đơn vị phối hợp: Các cơ quan, đơn vị.\n      - Thời gian thực hiện: Quý III, IV/2025.\n    cadence:\n      kind: window\n      window: { from: 2025-07-01, to: 2025-12-31 }\n    assumptions:\n      - Hiểu \"Quý III, IV\" là một lần trong khoảng từ đầu Quý III đến hết Quý IV, không phải mỗi quý một lần.\n\n  - id: C.I.3.d\n    title: Chương trình phát động về chuyển đổi số trong công chức, viên chức; học sinh\n    channels: [event]\n    lead: Các cơ quan, đơn vị (kể cả các đơn vị trường học)\n    support: [\"Phòng Văn hoá - Xã hội\"]\n    quote: |-\n      - Đơn vị chủ trì: Các cơ quan, đơn vị (kể cả các đơn vị trường học).\n      - Đơn vị phối hợp: Phòng Văn hoá - Xã hội.\n      - Thời gian thực hiện: Năm 2025.\n    cadence:\n      kind: window\n      window: { from: 2025-01-01, to: 2025-12-31 }\n    assumptions:\n      - Kế hoạch không nêu số chương trình; tính là một hoạt động trong năm.\n\n  - id: C.I.3.đ\n    title: Tham gia cuộc thi tìm hiểu về chuyển đổi số trong đoàn viên, thanh niên tỉnh Quảng Ngãi\n    channels: [event]\n    lead: Đoàn TNCS HCM xã Ngọk Tụ\n    support: [\"Phòng Văn hoá - Xã hội\", \"Các cơ quan, đơn vị liên quan\"]\n    quote: |-\n      - Đơn vị chủ trì: Đoàn TNCS HCM xã Ngọk Tụ.\n      - Đơn vị phối hợp: Phòng Văn hoá - Xã hội; các cơ quan, đơn vị liên quan.\n      - Thời gian thực hiện: Năm 2025.\n    cadence:\n      kind: window\n      window: { from: 2025-01-01, to: 2025-12-31 }\n    assumptions:\n      - Kế hoạch không nêu ngày thi; tính là một lần trong năm.\n\n  - id: C.I.3.e\n    title: Truyền thông nâng cao nhận thức về an toàn thông tin, an ninh mạng\n    channels: [event]\n    lead: Phòng Văn hoá - Xã hội\n    support: [\"Các cơ quan, đơn vị liên quan\"]\n    quote: |-\n      an toàn thông tin, an ninh mạng trong quá trình chuyển đổi số.\n      - Đơn vị chủ trì: Phòng Văn hoá - Xã hội.\n      - Đơn vị phối hợp: Các cơ quan, đơn vị liên quan.\n      - Thời gian thực hiện: Năm 2025.\n    cadence:\n      kind: window\n      window: { from: 2025-01-01, to: 2025-12-31 }\n    assumptions:\n      - Kế hoạch không nêu kênh và số lần; xếp vào sự kiện theo mục \"Tổ chức các sự kiện, hoạt động\", tính là một hoạt động.\n\n  - id: C.II.1\n    title: Công khai TTHC thuộc thẩm quyền cấp xã trên Trang thông tin điện tử và tại Trung tâm Phục vụ hành chính công\n    channels: [portal, public-board]\n    lead: Phòng Văn hoá - Xã hội; Trung tâm Phục vụ hành chính công\n    support: [\"Các cơ quan, đơn vị liên quan\"]\n    quote: |-\n      - Cơ quan chủ trì: Phòng Văn hoá - Xã hội đăng tải, cập nhật lên Trang thông tin điện tử xã; Trung tâm Phục vụ hành chính công niêm yết, công khai tại trụ sở cơ quan.\n      - Cơ quan phối hợp: các cơ quan, đơn vị liên quan.\n      - Thời gian thực hiện: Thường xuyên trong năm.\n    cadence:\n      kind: continuous\n      window: { from: 2025-01-01, to: 2025-12-31 }\n    assumptions:\n      - Hai cơ quan chủ trì, mỗi cơ quan một kênh; kế hoạch không nêu số lần nên không tính tỷ lệ.\n\n  - id: C.II.2\n    title: Cập nhật thông tin về CCHC trên Trang thông tin điện tử của địa phương\n    channels: [portal]\n    lead: Phòng Văn hoá - Xã hội\n    support: [\"Các cơ quan, đơn vị liên quan\"]\n    quote: |-\n      2. Cập nhật thông tin về CCHC trên Trang thông tin điện tử của địa phương\n      - Cơ quan chủ trì: Phòng Văn hoá - Xã hội.\n      - Cơ quan phối hợp: Các cơ quan, đơn vị liên quan.\n      - Thời gian thực hiện: Thường xuyên trong năm.\n    cadence:\n      kind: continuous\n      window: { from: 2025-01-01, to: 2025-12-31 }\n    assumptions:\n      - Kế hoạch không nêu số tin, bài; đếm và theo dõi khoảng trống dài nhất, không tính tỷ lệ.\n\n  - id: C.II.3\n    title: Hướng dẫn các cơ quan, đơn vị tuyên truyền về CCHC\n    channels: [training]\n    lead: Phòng Văn hoá - Xã hội\n    support: [\"Các cơ quan, đơn vị trên địa bàn xã\"]\n    quote: |-\n      3. Hướng dẫn các cơ quan, đơn vị tuyên truyền về CCHC\n      - Cơ quan chủ trì: Phòng Văn hoá - Xã hội .\n      - Cơ quan phối hợp: Các cơ quan, đơn vị trên địa bàn xã.\n      - Thời gian thực hiện: Quý III/2025.\n    cadence:\n      kind: window\n      window: { from: 2025-07-01, to: 2025-09-30 }\n    assumptions:\n      - Kế hoạch không nêu hình thức (văn bản hay hội nghị) và số lần; xếp vào tập huấn, tính là một lần.\n\n  - id: C.II.4\n    title: Hoạt động văn hóa, văn nghệ có chủ đề hoặc lồng ghép chủ đề CCHC\n    channels: [event]\n    lead: Phòng Văn hoá - Xã hội\n    support: [\"Các cơ quan, đơn vị liên quan\"]\n    quote: |-\n      4. Tổ chức các hoạt động văn hóa, văn nghệ có chủ đề về CCHC hoặc lồng ghép chủ đề CCHC\n      - Cơ quan chủ trì: Phòng Văn hoá - Xã hội.\n      - Cơ quan phối hợp: Các cơ quan, đơn vị liên quan.\n      - Thời gian thực hiện: Trong năm 2025.\n    cadence:\n      kind: window\n      window: { from: 2025-01-01, to: 2025-12-31 }\n    assumptions:\n      - Kế hoạch không nêu số hoạt động; tính là một hoạt động trong năm.\n\n  - id: C.II.5\n    title: Tham gia các lớp tập huấn, bồi dưỡng về công tác CCHC\n    channels: [training]\n    lead: Các cơ quan, đơn vị\n    support: [\"Phòng Văn hoá - Xã hội\"]\n    quote: |-\n      - Cơ quan chủ trì: Các cơ quan, đơn vị cử cán bộ, công chức, viên chức tham gia.\n      - Cơ quan phối hợp: Phòng Văn hoá - Xã hội tổng hợp danh sách tham mưu UBND xã cử cán bộ, công chức, viên chức tham gia tập huấn.\n      - Thời gian thực hiện: Trong năm 2025.\n    cadence:\n      kind: window\n      window: { from: 2025-01-01, to: 2025-12-31 }\n    assumptions:\n      - Kế hoạch không nêu số lớp; tính là một lần tham gia trong năm.\n\n  - id: C.II.6\n    title: Lồng ghép tuyên truyền CCHC trong hội nghị, hội thảo, cuộc họp cơ quan, giao ban\n    channels: [event]\n    lead: Các cơ quan, đơn vị\n    support: [\"Phòng Văn hoá - Xã hội\"]\n    quote: |-\n      các cuộc họp cơ quan, giao ban của các ngành,...\n      - Cơ quan chủ trì: Các cơ quan, đơn vị.\n      - Cơ quan phối hợp: Phòng Văn hoá - Xã hội.\n      - Thời gian thực hiện: Thường xuyên trong năm.\n    cadence:\n      kind: continuous\n      window: { from: 2025-01-01, to: 2025-12-31 }\n    assumptions:\n      - Kế hoạch không nêu số lần; đếm và theo dõi khoảng trống dài nhất, không tính tỷ lệ.\n\n  - id: C.II.7.a\n    title: Chuyên mục tuyên truyền CCHC trên Trang thông tin điện tử xã\n    channels: [portal]\n    lead: Phòng Văn hoá - Xã hội\n    support: [\"Các cơ quan, đơn vị liên quan\"]\n    quote: |-\n      a) Chuyên mục tuyên truyền CCHC trên Trang Thông tin điện tử:\n      - Cơ quan chủ trì: Phòng Văn hoá - Xã hội.\n      - Cơ quan phối hợp: Các cơ quan, đơn vị liên quan.\n      - Thời gian thực hiện: Thường xuyên trong năm.\n    cadence:\n      kind: continuous\n      window: { from: 2025-01-01, to: 2025-12-31 }\n    assumptions:\n      - Kế hoạch không nêu số bài; đếm và theo dõi khoảng trống dài nhất, không tính tỷ lệ.\n\n  - id: C.II.7.b\n    title: Chuyên mục CCHC trên đài truyền thanh và hệ thống truyền thanh cơ sở\n    channels: [loudspeaker]\n    lead: Phòng Văn hoá - Xã hội\n    support: [\"Các cơ quan, đơn vị liên quan\"]\n    quote: |-\n      b) Chuyên mục trên đài truyền thanh và hệ thống truyền thanh cơ sở:\n      - Cơ quan chủ trì: Phòng Văn hoá - Xã hội.\n      - Cơ quan phối hợp: Các cơ quan, đơn vị liên quan.\n      - Thời gian thực hiện: Thường xuyên trong năm.\n    cadence:\n      kind: continuous\n      window: { from: 2025-01-01, to: 2025-12-31 }\n    assumptions:\n      - Kế hoạch không nêu số lần phát; đếm và theo dõi khoảng trống dài nhất, không tính tỷ lệ.\n\n  - id: E.5.c\n    title: Báo cáo kết quả tuyên truyền CCHC, CĐS định kỳ quý, 6 tháng, năm\n    channels: [report]\n    lead: Các cơ quan, đơn vị thuộc UBND xã\n    support: [\"Phòng Văn hoá - Xã hội\"]\n    quote: >-\n      lồng ghép báo cáo kết quả triển khai thực hiện các nhiệm vụ về tuyên truyền CCHC, CĐS vào báo cáo CCHC, CĐS định kỳ\n      quý, 6 tháng, năm hoặc báo cáo đột xuất theo yêu cầu, gửi Phòng Văn hoá - Xã hội tổng hợp, báo cáo UBND xã.\n    cadence:\n      kind: report\n      periods: [Q1, H1, Q3, Y]\n    assumptions:\n      - >-\n        Bốn báo cáo một năm theo hướng dẫn báo cáo CCHC (581/BNV-CCHC): quý II nhập vào 6 tháng, quý IV nhập vào năm. Số\n        liệu chốt theo Điều 12 Nghị định 09/2019/NĐ-CP.\n      - Kế hoạch không nêu ngày gửi; tạm lấy ngày 20 tháng cuối kỳ của 581/BNV-CCHC. Xã có hạn sớm hơn thì ghi dueDay.\n      - Báo cáo đột xuất theo yêu cầu không lập kỳ trước.\n"
  },
  {
    "name": "quang-ngai-117-2022.yaml",
    "text": "# Kế hoạch 117/KH-UBND của UBND tỉnh Quảng Ngãi: mọi nhiệm vụ của phần II. Một khối có nhiều thời hạn hoặc nhiều tỷ lệ\n# thành nhiều nhiệm vụ: II.2.d-1, II.2.d-2… Cách viết tệp này: docs/plan-file.md.\n# Trích dẫn (quote) giữ nguyên chữ của kế hoạch, bỏ dấu in nghiêng và dấu ngắt trang của bản chuyển đổi.\nid: quang-ngai-117-2022\ntitle: Bổ sung nhiệm vụ phát triển chính quyền điện tử hướng tới chính quyền số và chuyển đổi số tỉnh Quảng Ngãi năm 2022\nunit: { code: tinh-quang-ngai, name: UBND tỉnh Quảng Ngãi }\nnumber: 117/KH-UBND\nissued: 2022-07-27\nyear: 2022\nuntil: 2023-06-30\nassumptions:\n  - Kế hoạch không ghi ngày có hiệu lực; tính từ ngày ban hành 27/7/2022. Mốc trước ngày đó vẫn giữ như kế hoạch ghi.\n  - Có thời hạn sang tháng 6/2023, nên kế hoạch được theo dõi đến hết 30/6/2023.\n  - Phần lớn nhiệm vụ không phải hoạt động truyền thông; kênh ghi là báo cáo vì kết quả được ghi nhận qua báo cáo.\n  - Có cơ quan chủ trì thì \"Cơ quan thực hiện\" là cơ quan phối hợp; không có thì cơ quan thực hiện là cơ quan chủ trì.\n  - '\"Tháng 12/2022\", \"vào tháng\", \"đến tháng\" đều hiểu là chậm nhất ngày cuối của tháng.'\n\nobligations:\n  - id: II.1.a\n    title: Chuẩn hóa, tái cấu trúc quy trình nghiệp vụ trong giải quyết TTHC\n    channels: [report]\n    lead: Văn phòng UBND tỉnh\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Chuẩn hóa, tái cấu trúc quy trình nghiệp vụ trong giải quyết thủ tục hành chính (TTHC) theo hướng ứng dụng\n      hiệu quả công nghệ số, cắt giảm chi phí, tạo thuận lợi cho người dân, doanh nghiệp.\n    cadence:\n      kind: continuous\n      window: { from: 2022-01-01, to: 2022-12-31 }\n    assumptions:\n      - Khối này không ghi thời hạn; coi là thường xuyên trong năm 2022 của kế hoạch.\n\n  - id: II.1.b-1\n    title: Số hóa hồ sơ, kết quả giải quyết TTHC tại Trung tâm PV-KS TTHC tỉnh\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Văn phòng UBND tỉnh\", \"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC đạt 100% (đối với TTHC tiếp nhận tại Bộ phận một cửa), thực\n      hiện tại Trung tâm PV-KS TTHC tỉnh kể từ ngày 01/6/2022, Bộ phận Một cửa cấp huyện kể từ ngày 01/12/2022\n      và Bộ phận Một cửa cấp xã kể từ ngày 01/6/2023.\n    cadence:\n      kind: measure\n      target: { value: 100, unit: \"%\", by: 2022-06-01 }\n    assumptions:\n      - '\"Kể từ ngày\": từ ngày này tỷ lệ phải là 100%, nên đo ở mốc đó.'\n      - Mốc 01/6/2022 đã qua khi kế hoạch ban hành (27/7/2022).\n\n  - id: II.1.b-2\n    title: Số hóa hồ sơ, kết quả giải quyết TTHC tại Bộ phận Một cửa cấp huyện\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Văn phòng UBND tỉnh\", \"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC đạt 100% (đối với TTHC tiếp nhận tại Bộ phận một cửa), thực\n      hiện tại Trung tâm PV-KS TTHC tỉnh kể từ ngày 01/6/2022, Bộ phận Một cửa cấp huyện kể từ ngày 01/12/2022\n      và Bộ phận Một cửa cấp xã kể từ ngày 01/6/2023.\n    cadence:\n      kind: measure\n      target: { value: 100, unit: \"%\", by: 2022-12-01 }\n    assumptions:\n      - '\"Kể từ ngày\": từ ngày này tỷ lệ phải là 100%, nên đo ở mốc đó.'\n\n  - id: II.1.b-3\n    title: Số hóa hồ sơ, kết quả giải quyết TTHC tại Bộ phận Một cửa cấp xã\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Văn phòng UBND tỉnh\", \"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC đạt 100% (đối với TTHC tiếp nhận tại Bộ phận một cửa), thực\n      hiện tại Trung tâm PV-KS TTHC tỉnh kể từ ngày 01/6/2022, Bộ phận Một cửa cấp huyện kể từ ngày 01/12/2022\n      và Bộ phận Một cửa cấp xã kể từ ngày 01/6/2023.\n    cadence:\n      kind: measure\n      target: { value: 100, unit: \"%\", by: 2023-06-01 }\n    assumptions:\n      - '\"Kể từ ngày\": từ ngày này tỷ lệ phải là 100%, nên đo ở mốc đó.'\n\n  - id: II.1.b-4\n    title: Số hóa hồ sơ 25 dịch vụ công thiết yếu theo Quyết định số 06/QĐ-TTg\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Văn phòng UBND tỉnh\", \"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Riêng 25 dịch vụ công thiết yếu theo Quyết định số 06/QĐ-TTg ngày 06/01/2022 thực hiện số hóa từ ngày\n      01/7/2022.\n    cadence:\n      kind: deadline\n      window: { to: 2022-07-01 }\n    assumptions:\n      - '\"Từ ngày 01/7/2022\": chậm nhất ngày này phải bắt đầu. Kế hoạch không ghi tỷ lệ riêng cho 25 dịch vụ công.'\n      - Mốc 01/7/2022 đã qua khi kế hoạch ban hành (27/7/2022).\n\n  - id: II.1.c-1\n    title: \"Hồ sơ TTHC thực hiện trực tuyến mức độ 3, 4: cơ quan chuyên môn cấp tỉnh\"\n    channels: [report]\n    lead: Văn phòng UBND tỉnh\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: |-\n      Hồ sơ TTHC thực hiện dịch vụ công trực tuyến mức độ 3, mức độ 4 phải đạt tỷ lệ tối thiểu 30% đối với cơ quan chuyên môn cấp tỉnh, 20% đối với các huyện: Bình Sơn, Sơn Tịnh, Tư Nghĩa, Mộ Đức, Nghĩa Hành, thị xã Đức Phổ, thành phố Quảng Ngãi và 10% đối với các huyện còn lại theo yêu cầu của Chủ tịch UBND tỉnh tại Thông báo Kết luận số 643/TB-UBND ngày 23/12/2021. Tỷ lệ dịch vụ công trực tuyến phát sinh hồ sơ đạt trên 50%.\n      - Thời hạn hoàn thành: Năm 2022.\n    cadence:\n      kind: measure\n      target: { value: 30, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - '\"Năm 2022\": đo ở ngày cuối năm, 31/12/2022.'\n\n  - id: II.1.c-2\n    title: \"Hồ sơ TTHC thực hiện trực tuyến mức độ 3, 4: bảy huyện, thị xã, thành phố được nêu tên\"\n    channels: [report]\n    lead: Văn phòng UBND tỉnh\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: |-\n      Hồ sơ TTHC thực hiện dịch vụ công trực tuyến mức độ 3, mức độ 4 phải đạt tỷ lệ tối thiểu 30% đối với cơ quan chuyên môn cấp tỉnh, 20% đối với các huyện: Bình Sơn, Sơn Tịnh, Tư Nghĩa, Mộ Đức, Nghĩa Hành, thị xã Đức Phổ, thành phố Quảng Ngãi và 10% đối với các huyện còn lại theo yêu cầu của Chủ tịch UBND tỉnh tại Thông báo Kết luận số 643/TB-UBND ngày 23/12/2021. Tỷ lệ dịch vụ công trực tuyến phát sinh hồ sơ đạt trên 50%.\n      - Thời hạn hoàn thành: Năm 2022.\n    cadence:\n      kind: measure\n      target: { value: 20, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - '\"Năm 2022\": đo ở ngày cuối năm, 31/12/2022.'\n\n  - id: II.1.c-3\n    title: \"Hồ sơ TTHC thực hiện trực tuyến mức độ 3, 4: các huyện còn lại\"\n    channels: [report]\n    lead: Văn phòng UBND tỉnh\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: |-\n      Hồ sơ TTHC thực hiện dịch vụ công trực tuyến mức độ 3, mức độ 4 phải đạt tỷ lệ tối thiểu 30% đối với cơ quan chuyên môn cấp tỉnh, 20% đối với các huyện: Bình Sơn, Sơn Tịnh, Tư Nghĩa, Mộ Đức, Nghĩa Hành, thị xã Đức Phổ, thành phố Quảng Ngãi và 10% đối với các huyện còn lại theo yêu cầu của Chủ tịch UBND tỉnh tại Thông báo Kết luận số 643/TB-UBND ngày 23/12/2021. Tỷ lệ dịch vụ công trực tuyến phát sinh hồ sơ đạt trên 50%.\n      - Thời hạn hoàn thành: Năm 2022.\n    cadence:\n      kind: measure\n      target: { value: 10, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - '\"Năm 2022\": đo ở ngày cuối năm, 31/12/2022.'\n\n  - id: II.1.c-4\n    title: Tỷ lệ dịch vụ công trực tuyến phát sinh hồ sơ\n    channels: [report]\n    lead: Văn phòng UBND tỉnh\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: |-\n      Hồ sơ TTHC thực hiện dịch vụ công trực tuyến mức độ 3, mức độ 4 phải đạt tỷ lệ tối thiểu 30% đối với cơ quan chuyên môn cấp tỉnh, 20% đối với các huyện: Bình Sơn, Sơn Tịnh, Tư Nghĩa, Mộ Đức, Nghĩa Hành, thị xã Đức Phổ, thành phố Quảng Ngãi và 10% đối với các huyện còn lại theo yêu cầu của Chủ tịch UBND tỉnh tại Thông báo Kết luận số 643/TB-UBND ngày 23/12/2021. Tỷ lệ dịch vụ công trực tuyến phát sinh hồ sơ đạt trên 50%.\n      - Thời hạn hoàn thành: Năm 2022.\n    cadence:\n      kind: measure\n      target: { value: 50, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - '\"Năm 2022\": đo ở ngày cuối năm, 31/12/2022.'\n      - Kế hoạch ghi \"trên 50%\"; mốc ghi là 50, đạt đúng 50% thì đơn vị tự xét.\n\n  - id: II.1.d-1\n    title: \"Xử lý văn bản, hồ sơ công việc trên môi trường mạng: các sở, ban, ngành\"\n    channels: [report]\n    lead: Văn phòng UBND tỉnh; Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Tỷ lệ xử lý văn bản, hồ sơ công việc (trừ hồ sơ mật) trên môi trường mạng của các sở, ban ngành đạt 100%,\n      của các phòng, ban, đơn vị thuộc UBND cấp huyện đạt 90% và của UBND cấp xã đạt 70%.\n    cadence:\n      kind: measure\n      target: { value: 100, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - Khối này không ghi thời hạn; mốc đo là ngày cuối năm kế hoạch, 31/12/2022.\n\n  - id: II.1.d-2\n    title: \"Xử lý văn bản, hồ sơ công việc trên môi trường mạng: phòng, ban, đơn vị thuộc UBND cấp huyện\"\n    channels: [report]\n    lead: Văn phòng UBND tỉnh; Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Tỷ lệ xử lý văn bản, hồ sơ công việc (trừ hồ sơ mật) trên môi trường mạng của các sở, ban ngành đạt 100%,\n      của các phòng, ban, đơn vị thuộc UBND cấp huyện đạt 90% và của UBND cấp xã đạt 70%.\n    cadence:\n      kind: measure\n      target: { value: 90, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - Khối này không ghi thời hạn; mốc đo là ngày cuối năm kế hoạch, 31/12/2022.\n\n  - id: II.1.d-3\n    title: \"Xử lý văn bản, hồ sơ công việc trên môi trường mạng: UBND cấp xã\"\n    channels: [report]\n    lead: Văn phòng UBND tỉnh; Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Tỷ lệ xử lý văn bản, hồ sơ công việc (trừ hồ sơ mật) trên môi trường mạng của các sở, ban ngành đạt 100%,\n      của các phòng, ban, đơn vị thuộc UBND cấp huyện đạt 90% và của UBND cấp xã đạt 70%.\n    cadence:\n      kind: measure\n      target: { value: 70, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - Khối này không ghi thời hạn; mốc đo là ngày cuối năm kế hoạch, 31/12/2022.\n\n  - id: II.1.d-4\n    title: Ứng dụng chữ ký số chuyên dùng, ký số khép kín, chứng thực bản sao điện tử\n    channels: [report]\n    lead: Văn phòng UBND tỉnh; Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Đẩy mạnh ứng dụng chữ ký số chuyên dùng trong văn bản điện tử và thực hiện quy trình ký số khép kín, dịch\n      vụ công trực tuyến, chứng thực bản sao điện tử từ bản chính, thực hiện TTHC, chỉ đạo điều hành và xử lý\n      công việc trên môi trường mạng.\n    cadence:\n      kind: continuous\n      window: { from: 2022-01-01, to: 2022-12-31 }\n    assumptions:\n      - Khối này không ghi thời hạn; coi là thường xuyên trong năm 2022 của kế hoạch.\n\n  - id: II.1.d-5\n    title: Báo cáo của các cơ quan hành chính nhà nước được thực hiện trực tuyến\n    channels: [report]\n    lead: Văn phòng UBND tỉnh; Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Tỷ lệ báo cáo của các cơ quan hành chính nhà nước được thực hiện trực tuyến đạt 50%.\n    cadence:\n      kind: measure\n      target: { value: 50, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - Khối này không ghi thời hạn; mốc đo là ngày cuối năm kế hoạch, 31/12/2022.\n\n  - id: II.1.đ-1\n    title: Cấp chứng thư số cho công chức Bộ phận Một cửa tỉnh\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Về cung cấp chứng thư số: 100% đối với công chức Bộ phận Một cửa tỉnh vào tháng 6/2022; 100% đối với công\n      chức Bộ phận Một cửa cấp huyện vào tháng 12/2022 và 100% đối với công chức Bộ phận Một cửa cấp xã vào\n      tháng 6/2023.\n    cadence:\n      kind: measure\n      target: { value: 100, unit: \"%\", by: 2022-06-30 }\n    assumptions:\n      - Mốc tháng 6/2022 đã qua khi kế hoạch ban hành (27/7/2022).\n\n  - id: II.1.đ-2\n    title: Cấp chứng thư số cho công chức Bộ phận Một cửa cấp huyện\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Về cung cấp chứng thư số: 100% đối với công chức Bộ phận Một cửa tỉnh vào tháng 6/2022; 100% đối với công\n      chức Bộ phận Một cửa cấp huyện vào tháng 12/2022 và 100% đối với công chức Bộ phận Một cửa cấp xã vào\n      tháng 6/2023.\n    cadence:\n      kind: measure\n      target: { value: 100, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - '\"Vào tháng 12/2022\": đo ở ngày cuối tháng.'\n\n  - id: II.1.đ-3\n    title: Cấp chứng thư số cho công chức Bộ phận Một cửa cấp xã\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Về cung cấp chứng thư số: 100% đối với công chức Bộ phận Một cửa tỉnh vào tháng 6/2022; 100% đối với công\n      chức Bộ phận Một cửa cấp huyện vào tháng 12/2022 và 100% đối với công chức Bộ phận Một cửa cấp xã vào\n      tháng 6/2023.\n    cadence:\n      kind: measure\n      target: { value: 100, unit: \"%\", by: 2023-06-30 }\n    assumptions:\n      - '\"Vào tháng 6/2023\": đo ở ngày cuối tháng.'\n\n  - id: II.1.đ-4\n    title: Cấp chứng thư số cho người trực tiếp liên quan đến số hóa 25 TTHC thiết yếu\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      đến ngày 01/7/2022, cấp đủ 100% chứng thư số cho cán bộ, công chức, viên chức trực tiếp liên quan đến số\n      hóa 25 TTHC thiết yếu theo Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ.\n    cadence:\n      kind: measure\n      target: { value: 100, unit: \"%\", by: 2022-07-01 }\n    assumptions:\n      - Mốc 01/7/2022 đã qua khi kế hoạch ban hành (27/7/2022).\n\n  - id: II.1.e\n    title: Xây dựng kho dữ liệu số dùng chung\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: []\n    quote: |-\n      - Thời hạn hoàn thành: Tháng 06/2023.\n      - Cơ quan thực hiện: Sở Thông tin và Truyền thông.\n    cadence:\n      kind: deadline\n      window: { to: 2023-06-30 }\n    assumptions:\n      - \"Tháng 06/2023: chậm nhất 30/6/2023.\"\n\n  - id: II.1.f\n    title: Đánh giá mức độ hài lòng, việc giải quyết TTHC đối với tổ chức, cá nhân\n    channels: [report]\n    lead: Văn phòng UBND tỉnh\n    support: [\"Sở Nội vụ\"]\n    quote: |-\n      - Thời hạn hoàn thành: Thường xuyên.\n      - Cơ quan chủ trì: Văn phòng UBND tỉnh.\n      - Cơ quan phối hợp: Sở Nội vụ.\n    cadence:\n      kind: continuous\n      window: { from: 2022-01-01, to: 2022-12-31 }\n    assumptions:\n      - '\"Thường xuyên\": tính trong năm 2022 của kế hoạch, không có số lần.'\n\n  - id: II.2.a\n    title: Triển khai Mạng truyền số liệu chuyên dùng bốn cấp\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: |-\n      - Thời hạn hoàn thành: Tháng 9/2022.\n      - Cơ quan chủ trì: Sở Thông tin và Truyền thông.\n      - Cơ quan thực hiện: Các sở, ban, ngành, UBND các huyện, thị xã, thành phố.\n    cadence:\n      kind: deadline\n      window: { to: 2022-09-30 }\n    assumptions:\n      - \"Tháng 9/2022: chậm nhất 30/9/2022.\"\n\n  - id: II.2.b\n    title: Triển khai chuyển đổi IPv6\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: []\n    quote: |-\n      sử dụng dịch vụ của cơ quan nhà nước qua IPv6.\n      - Thời hạn hoàn thành: Tháng 12/2022.\n      - Cơ quan chủ trì: Sở Thông tin và Truyền thông.\n    cadence:\n      kind: deadline\n      window: { to: 2022-12-31 }\n    assumptions:\n      - \"Tháng 12/2022: chậm nhất 31/12/2022.\"\n\n  - id: II.2.c\n    title: Triển khai các giải pháp bảo đảm an toàn thông tin mạng\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Tổ chức triển khai đầy đủ các giải pháp bảo đảm an toàn thông tin mạng, tuân thủ theo quy trình Khung phát\n      triển phần mềm an toàn\n    cadence:\n      kind: continuous\n      window: { from: 2022-01-01, to: 2022-12-31 }\n    assumptions:\n      - Khối này không ghi thời hạn; coi là thường xuyên trong năm 2022 của kế hoạch.\n\n  - id: II.2.d-1\n    title: Phân loại, xác định, phê duyệt cấp độ an toàn hệ thống thông tin\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Phân loại, xác định và phê duyệt đề xuất cấp độ hệ thống thông tin trước ngày 30/6/2022\n    cadence:\n      kind: deadline\n      before: 2022-06-30\n    assumptions:\n      - '\"Trước ngày 30/6/2022\" là chậm nhất hết ngày 29/6/2022; mốc này đã qua khi kế hoạch ban hành (27/7/2022).'\n\n  - id: II.2.d-2\n    title: Triển khai đầy đủ phương án bảo đảm an toàn theo cấp độ cho hệ thống đang vận hành\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      triển khai đầy đủ phương án bảo đảm an toàn hệ thống thông tin theo cấp độ các hệ thống thông tin đang vận\n      hành trước ngày 15/11/2022.\n    cadence:\n      kind: deadline\n      before: 2022-11-15\n    assumptions:\n      - '\"Trước ngày 15/11/2022\" là chậm nhất hết ngày 14/11/2022.'\n\n  - id: II.3.a\n    title: Thiết lập nền tảng tích hợp, chia sẻ dữ liệu tỉnh (LGSP)\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: []\n    quote: |-\n      - Thời hạn hoàn thành: Tháng 12/2022.\n      - Cơ quan thực hiện: Sở Thông tin và Truyền thông.\n    cadence:\n      kind: deadline\n      window: { to: 2022-12-31 }\n    assumptions:\n      - \"Tháng 12/2022: chậm nhất 31/12/2022.\"\n\n  - id: II.3.b\n    title: Kết nối Cổng Dịch vụ công - Hệ thống thông tin một cửa điện tử tỉnh\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các cơ quan, đơn vị liên quan\"]\n    quote: |-\n      - Thời gian hàn thành: Theo lộ trình, hướng dẫn của các cơ quan Trung ương.\n      - Cơ quan thực hiện: Sở Thông tin và Truyền thông.\n      - Cơ quan phối hợp: Các cơ quan, đơn vị liên quan.\n    cadence:\n      kind: window\n      window: { from: 2022-01-01, to: 2022-12-31 }\n      conditional: true\n    assumptions:\n      - \"Kế hoạch để thời gian theo lộ trình của Trung ương: chỉ tính khi Trung ương có lộ trình, hướng dẫn; khi đó đơn vị ghi ngày.\"\n      - Khung 2022 là năm của kế hoạch, không phải thời hạn mà kế hoạch ghi.\n\n  - id: II.4.a\n    title: Triển khai Trung tâm điều hành thông minh tỉnh Quảng Ngãi\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các cơ quan, đơn vị có liên quan\"]\n    quote: >-\n      Đảm bảo việc triển khai Trung tâm điều hành thông minh tỉnh Quảng Ngãi phải thiết thực, hiệu quả, bền\n      vững.\n    cadence:\n      kind: continuous\n      window: { from: 2022-01-01, to: 2022-12-31 }\n    assumptions:\n      - Khối này không ghi thời hạn; coi là thường xuyên trong năm 2022 của kế hoạch.\n\n  - id: II.4.b\n    title: Thúc đẩy phát triển và sử dụng các nền tảng số quốc gia\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các cơ quan được giao nhiệm vụ tại Công văn số 1446/UBND-KGVX ngày 31/3/2022\"]\n    quote: >-\n      Thúc đẩy phát triển và sử dụng các nền tảng số quốc gia phục vụ chuyển đổi số, phát triển chính phủ số,\n      kinh tế số và xã hội số thuộc ngành, lĩnh vực, địa bàn theo thẩm quyền và theo kế hoạch hàng năm.\n    cadence:\n      kind: continuous\n      window: { from: 2022-01-01, to: 2022-12-31 }\n    assumptions:\n      - Kế hoạch chỉ ghi \"theo kế hoạch hàng năm\", không có thời hạn; coi là thường xuyên trong năm 2022.\n\n  - id: II.4.c\n    title: \"Nền tảng phát thanh số: tỷ lệ xã, phường, thị trấn áp dụng\"\n    channels: [loudspeaker, report]\n    lead: Sở Thông tin và Truyền thông\n    support:\n      [\"Đài Phát thanh và Truyền hình tỉnh\", \"UBND các huyện, thị xã, thành phố\", \"UBND xã, phường, thị trấn\"]\n    quote: >-\n      đảm bảo đến tháng 9/2022 có ít nhất 50% số xã, phường, thị trấn áp dụng nền tảng này\n    cadence:\n      kind: measure\n      target: { value: 50, unit: \"%\", by: 2022-09-30 }\n    assumptions:\n      - '\"Đến tháng 9/2022\": đo ở ngày cuối tháng, 30/9/2022.'\n\n  - id: II.4.d-1\n    title: Trình ban hành Kế hoạch chuyển sang nền tảng điện toán đám mây giai đoạn 2023-2025\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Trình ban hành Kế hoạch chuyển đổi sang sử dụng nền tảng điện toán đám mây giai đoạn 2023-2025 trên địa\n      bàn tỉnh Quảng Ngãi: Hoàn thành trong Quý IV/2022.\n    cadence:\n      kind: deadline\n      window: { to: 2022-12-31 }\n    assumptions:\n      - '\"Hoàn thành trong Quý IV/2022\": chậm nhất 31/12/2022; xong sớm hơn vẫn là đạt.'\n\n  - id: II.4.d-2\n    title: Sử dụng hoặc dịch chuyển lên nền tảng điện toán đám mây theo kế hoạch hàng năm\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Triển khai theo kế hoạch hàng năm sử dụng hoặc dịch chuyển lên nền tảng điện toán đám mây\n    cadence:\n      kind: continuous\n      window: { from: 2022-01-01, to: 2022-12-31 }\n    assumptions:\n      - Kế hoạch chỉ ghi \"theo kế hoạch hàng năm\", không có thời hạn; coi là thường xuyên trong năm 2022.\n\n  - id: II.4.đ\n    title: Thí điểm Nền tảng phân tích, xử lý dữ liệu tổng hợp tỉnh Quảng Ngãi\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Sở Kế hoạch và Đầu tư\", \"Các cơ quan, đơn vị liên quan\"]\n    quote: |-\n      - Thời hạn hoàn thành: Tháng 12/2022 (theo Kế hoạch của cơ quan chủ quản - Bộ Thông tin và Truyền thông).\n    cadence:\n      kind: deadline\n      window: { to: 2022-12-31 }\n    assumptions:\n      - \"Tháng 12/2022: chậm nhất 31/12/2022. Có thể đổi theo kế hoạch của Bộ Thông tin và Truyền thông.\"\n\n  - id: II.5-1\n    title: Tỷ lệ dân số trưởng thành có điện thoại thông minh\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: |-\n      Trong năm 2022, tỉnh Quảng Ngãi triển khai, đạt các chỉ tiêu sau đây:\n      + Tỷ lệ dân số trưởng thành có điện thoại thông minh đạt 80%.\n      + Tỷ lệ hộ gia đình có đường Internet cáp quang băng rộng đạt 65%.\n      + Tỷ lệ cơ quan nhà nước cung cấp dữ liệu mở đầy đủ theo danh mục đạt 50%\n    cadence:\n      kind: measure\n      target: { value: 80, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - '\"Trong năm 2022\": đo ở ngày cuối năm, 31/12/2022.'\n\n  - id: II.5-2\n    title: Tỷ lệ hộ gia đình có đường Internet cáp quang băng rộng\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: |-\n      Trong năm 2022, tỉnh Quảng Ngãi triển khai, đạt các chỉ tiêu sau đây:\n      + Tỷ lệ dân số trưởng thành có điện thoại thông minh đạt 80%.\n      + Tỷ lệ hộ gia đình có đường Internet cáp quang băng rộng đạt 65%.\n      + Tỷ lệ cơ quan nhà nước cung cấp dữ liệu mở đầy đủ theo danh mục đạt 50%\n    cadence:\n      kind: measure\n      target: { value: 65, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - '\"Trong năm 2022\": đo ở ngày cuối năm, 31/12/2022.'\n\n  - id: II.5-3\n    title: Tỷ lệ cơ quan nhà nước cung cấp dữ liệu mở đầy đủ theo danh mục\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: |-\n      Trong năm 2022, tỉnh Quảng Ngãi triển khai, đạt các chỉ tiêu sau đây:\n      + Tỷ lệ dân số trưởng thành có điện thoại thông minh đạt 80%.\n      + Tỷ lệ hộ gia đình có đường Internet cáp quang băng rộng đạt 65%.\n      + Tỷ lệ cơ quan nhà nước cung cấp dữ liệu mở đầy đủ theo danh mục đạt 50%\n    cadence:\n      kind: measure\n      target: { value: 50, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - '\"Trong năm 2022\": đo ở ngày cuối năm, 31/12/2022.'\n\n  - id: II.6-1\n    title: Tỷ lệ doanh nghiệp nhỏ và vừa sử dụng nền tảng số\n    channels: [report]\n    lead: Sở Kế hoạch và Đầu tư\n    support: []\n    quote: |-\n      - Tỷ lệ doanh nghiệp nhỏ và vừa sử dụng nền tảng số đạt 30%.\n      - + Thời hạn hoàn thành: Tháng 12/2022.\n      - + Cơ quan chủ trì: Sở Kế hoạch và Đầu tư.\n    cadence:\n      kind: measure\n      target: { value: 30, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - \"Tháng 12/2022: đo ở ngày cuối tháng, 31/12/2022.\"\n\n  - id: II.6-2\n    title: Tỷ trọng doanh thu thương mại điện tử trong tổng mức bán lẻ\n    channels: [report]\n    lead: Sở Công Thương\n    support: []\n    quote: |-\n      - Tỷ trọng doanh thu thương mại điện tử trong tổng mức bán lẻ đạt 7%; tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử đạt 50%.\n      - + Thời hạn hoàn thành: Tháng 12/2022.\n      - + Cơ quan chủ trì: Sở Công Thương.\n    cadence:\n      kind: measure\n      target: { value: 7, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - \"Tháng 12/2022: đo ở ngày cuối tháng, 31/12/2022.\"\n\n  - id: II.6-3\n    title: Tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử\n    channels: [report]\n    lead: Sở Công Thương\n    support: []\n    quote: |-\n      - Tỷ trọng doanh thu thương mại điện tử trong tổng mức bán lẻ đạt 7%; tỷ lệ doanh nghiệp sử dụng hợp đồng điện tử đạt 50%.\n      - + Thời hạn hoàn thành: Tháng 12/2022.\n      - + Cơ quan chủ trì: Sở Công Thương.\n    cadence:\n      kind: measure\n      target: { value: 50, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - \"Tháng 12/2022: đo ở ngày cuối tháng, 31/12/2022.\"\n\n  - id: II.6-4\n    title: Tỷ lệ người từ 15 tuổi trở lên có tài khoản giao dịch tại ngân hàng\n    channels: [report]\n    lead: Ngân hàng Nhà nước chi nhánh Quảng Ngãi\n    support: []\n    quote: |-\n      - Tỷ lệ người dân từ 15 tuổi trở lên có tài khoản giao dịch tại ngân hàng hoặc các tổ chức được phép khác đạt từ 65 - 70%.\n      - + Thời hạn hoàn thành: Tháng 12/2022.\n      - + Cơ quan chủ trì: Ngân hàng Nhà nước chi nhánh Quảng Ngãi.\n    cadence:\n      kind: measure\n      target: { value: 65, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - \"Tháng 12/2022: đo ở ngày cuối tháng, 31/12/2022.\"\n      - Kế hoạch ghi \"từ 65 - 70%\"; lấy mức thấp nhất là 65%.\n\n  - id: II.6-5\n    title: Tỷ lệ doanh nghiệp sử dụng hóa đơn điện tử\n    channels: [report]\n    lead: Cục Thuế tỉnh\n    support: []\n    quote: |-\n      - Tỷ lệ doanh nghiệp sử dụng hóa đơn điện tử đạt 100%.\n      - + Thời hạn hoàn thành: Tháng 12/2022.\n      - + Cơ quan chủ trì: Cục Thuế tỉnh.\n    cadence:\n      kind: measure\n      target: { value: 100, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - \"Tháng 12/2022: đo ở ngày cuối tháng, 31/12/2022.\"\n\n  - id: II.6-6\n    title: Trường học, cơ sở giáo dục thu học phí không dùng tiền mặt\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support:\n      - Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Quảng Ngãi\n      - Sở Giáo dục và Đào tạo\n      - Sở Y tế\n      - Sở Lao động, Thương binh và Xã hội\n      - UBND các huyện, thị xã, thành phố\n    quote: >-\n      đến hết năm 2022, có 50% trường học, cơ sở giáo dục và 50% bệnh viện, cơ sở y tế trên địa bàn tỉnh sử dụng\n      các phương thức thanh toán không dùng tiền mặt để thanh toán học phí, viện phí và các giao dịch khác.\n    cadence:\n      kind: measure\n      target: { value: 50, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - '\"Đến hết năm 2022\": đo ở ngày 31/12/2022.'\n\n  - id: II.6-7\n    title: Bệnh viện, cơ sở y tế thu viện phí không dùng tiền mặt\n    channels: [report]\n    lead: Sở Thông tin và Truyền thông\n    support:\n      - Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh Quảng Ngãi\n      - Sở Giáo dục và Đào tạo\n      - Sở Y tế\n      - Sở Lao động, Thương binh và Xã hội\n      - UBND các huyện, thị xã, thành phố\n    quote: >-\n      đến hết năm 2022, có 50% trường học, cơ sở giáo dục và 50% bệnh viện, cơ sở y tế trên địa bàn tỉnh sử dụng\n      các phương thức thanh toán không dùng tiền mặt để thanh toán học phí, viện phí và các giao dịch khác.\n    cadence:\n      kind: measure\n      target: { value: 50, unit: \"%\", by: 2022-12-31 }\n    assumptions:\n      - '\"Đến hết năm 2022\": đo ở ngày 31/12/2022.'\n\n  - id: II.7.a\n    title: Bồi dưỡng, tập huấn cán bộ, công chức, viên chức về chuyển đổi số\n    channels: [training]\n    lead: Sở Thông tin và Truyền thông; Sở Nội vụ\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Bồi dưỡng, tập huấn cho cán bộ, công chức, viên chức thuộc phạm vi quản lý về chuyển đổi số, phát triển\n      Chính phủ số, kinh tế số và xã hội số theo kế hoạch hàng năm.\n    cadence:\n      kind: window\n      window: { from: 2022-01-01, to: 2022-12-31 }\n    assumptions:\n      - Kế hoạch chỉ ghi \"theo kế hoạch hàng năm\", không ghi thời hạn và số lớp; tính là một lần trong năm 2022.\n\n  - id: II.7.b\n    title: Thiết lập mạng lưới công nghệ số cộng đồng\n    channels: [communicator]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"Các sở, ban, ngành\", \"UBND các huyện, thị xã, thành phố\"]\n    quote: >-\n      Thiết lập mạng lưới công nghệ số cộng đồng hỗ trợ triển khai chính quyền số, kinh tế số và xã hội số đến\n      tận cấp đơn vị, cấp cơ sở, phường, xã, tổ, đội\n    cadence:\n      kind: window\n      window: { from: 2022-01-01, to: 2022-12-31 }\n    assumptions:\n      - Khối này không ghi thời hạn; tính là một nhiệm vụ trong năm 2022 của kế hoạch.\n\n  - id: II.7.c\n    title: Tuyên truyền, chia sẻ kinh nghiệm về chuyển đổi số; thiết lập trang tin chuyên đề\n    channels: [event, portal]\n    lead: Sở Thông tin và Truyền thông\n    support: [\"UBND các huyện, thị xã, thành phố\", \"Tỉnh đoàn Quảng Ngãi\", \"Các cơ quan, đơn vị có liên quan\"]\n    quote: >-\n      Tổ chức tuyên truyền, phổ biến, chia sẻ kinh nghiệm về các nội dung, mô hình chuyển đổi số của các cơ\n      quan, địa phương trong và ngoài tỉnh. Thiết lập trang tin chuyên đề về Chuyển đổi số để làm công cụ hỗ trợ\n      thực hiện nhiệm vụ.\n    cadence:\n      kind: continuous\n      window: { from: 2022-01-01, to: 2022-12-31 }\n    assumptions:\n      - Khối này không ghi thời hạn; coi là thường xuyên trong năm 2022 của kế hoạch.\n      - Kế hoạch không nêu kênh của việc tuyên truyền; xếp vào sự kiện. Trang tin chuyên đề thuộc trang thông tin điện tử.\n"
  }
]

/** What the files of content/topics/ hold. */
export const topicFiles: readonly unknown[] = [
  {
    "plan": "duc-pho-2024",
    "topics": [
      {
        "clause": "II.1",
        "name": "Chủ trương, chính sách và trách nhiệm về cải cách hành chính",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "1. Tuyên truyền, phổ biến các quan điểm, chủ trương của Đảng, chính sách, pháp luật của Nhà nước về CCHC"
      },
      {
        "clause": "II.2",
        "name": "Ý nghĩa, mục tiêu và tác động của cải cách hành chính",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "2. Tuyên truyền về tầm quan trọng, ý nghĩa, mục tiêu và tác động của CCHC đến phát triển kinh tế - xã hội của đất nước và của tỉnh"
      },
      {
        "clause": "II.3",
        "name": "Kết quả cải cách hành chính và các chỉ số xếp hạng",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal"
        ],
        "quote": "3. Tuyên truyền tình hình triển khai, kết quả, thành tựu trong thực hiện Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030"
      },
      {
        "clause": "II.4",
        "name": "Kế hoạch cải cách hành chính và chuyển đổi số của thị xã",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "4. Tuyên truyền Quyết định số 14147/QĐ-UBND ngày 29/12/2021 của UBND thị xã ban hành Kế hoạch cải cách hành chính"
      },
      {
        "clause": "II.5",
        "name": "Cải cách thủ tục hành chính, một cửa",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal",
          "social",
          "communicator"
        ],
        "quote": "5. Tuyên truyền cải cách TTHC bằng nhiều hình thức, thiết thực, hiệu quả giúp người dân, doanh nghiệp tiếp cận nhanh, đơn giản"
      },
      {
        "clause": "II.6",
        "name": "Hiện đại hoá hành chính, chính phủ điện tử, chính phủ số",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "6. Triển khai các nội dung hiện đại hóa hành chính, xây dựng và phát triển Chính phủ điện tử, Chính phủ số"
      },
      {
        "clause": "II.7",
        "name": "Phân cấp, phân quyền trong quản lý nhà nước",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal"
        ],
        "quote": "đẩy mạnh phân cấp, phân quyền giữa Chính phủ, Thủ tướng Chính phủ với các bộ, ngành"
      },
      {
        "clause": "II.8",
        "name": "Cải cách tổ chức bộ máy, chế độ công vụ",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal"
        ],
        "quote": "8. Tuyên tuyền công tác cải cách tổ chức bộ máy, chế độ công vụ:"
      },
      {
        "clause": "II.9",
        "name": "Tài chính ngân sách, tài sản công, tự chủ tài chính",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal"
        ],
        "quote": "9. Việc thực hiện phân cấp, phân quyền trong quản lý tài chính ngân sách, quản lý, sử dụng tài sản công"
      },
      {
        "clause": "II.10",
        "name": "Mô hình thí điểm, điển hình cải cách hành chính",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "10. Các mô hình đang được triển khai thí điểm, các điển hình trong việc thực hiện CCHC ở các cơ quan, đơn vị, địa phương."
      },
      {
        "clause": "II.11",
        "name": "Đường dây nóng tiếp nhận phản ánh, kiến nghị",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal",
          "social",
          "public-board"
        ],
        "quote": "11. Tuyên truyền việc công khai các địa chỉ, điện thoại đường dây nóng tiếp nhận phản ánh, kiến nghị của tổ chức, cá nhân"
      }
    ]
  },
  {
    "plan": "ngok-tu-2025",
    "topics": [
      {
        "clause": "B.I.1",
        "name": "Nghị quyết 57-NQ/TW và định hướng chuyển đổi số gắn với an toàn, an ninh mạng",
        "group": "Chuyển đổi số",
        "channels": [
          "loudspeaker",
          "portal",
          "social",
          "event"
        ],
        "quote": "1. Truyền thông về những định hướng, mục tiêu, quan điểm, nhiệm vụ và giải pháp về CĐS gắn với công tác bảo đảm an toàn, an ninh mạng của xã theo các văn bản của Trung ương và của tỉnh"
      },
      {
        "clause": "B.I.2",
        "name": "Vì sao phải chuyển đổi số; Ngày Chuyển đổi số quốc gia",
        "group": "Chuyển đổi số",
        "channels": [
          "loudspeaker",
          "portal",
          "social",
          "event",
          "visual"
        ],
        "quote": "2. Truyền thông, phổ biến tầm quan trọng, ý nghĩa, mục tiêu và tác động của chuyển đổi số; sự cần thiết phải phát triển chính quyền điện tử hướng đến chính quyền số, về phát triển kinh tế số và xã hội số",
        "days": [
          {
            "name": "Ngày Chuyển đổi số quốc gia",
            "from": "10-10",
            "to": "10-10",
            "source": "Quyết định số 505/QĐ-TTg ngày 22/4/2022 của Thủ tướng Chính phủ"
          }
        ]
      },
      {
        "clause": "B.I.3",
        "name": "Trách nhiệm của người đứng đầu trong chuyển đổi số",
        "group": "Chuyển đổi số",
        "channels": [
          "loudspeaker",
          "portal"
        ],
        "quote": "3. Về vai trò, trách nhiệm của các cấp ủy đảng, người đứng đầu cơ quan hành chính các cấp, người đứng đầu các tổ chức chính trị - xã hội, các đơn vị sự nghiệp công lập đối với việc triển khai, thực hiện nhiệm vụ phát triển chính quyền điện tử"
      },
      {
        "clause": "B.I.4.a",
        "name": "Thương mại điện tử, thanh toán không dùng tiền mặt, kinh tế số",
        "group": "Chuyển đổi số",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "a) Thông tin, tuyên truyền các chương trình, nội dung triển khai về chuyển đổi số của tỉnh, của xã, tuyên truyền về phát triển thương mại điện tử, thanh toán không dùng tiền mặt, kinh tế số, xã hội số"
      },
      {
        "clause": "B.I.4.b",
        "name": "Đưa hoạt động của người dân lên môi trường số bằng nền tảng số Việt Nam",
        "group": "Chuyển đổi số",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "b) Truyền thông định hướng xuyên suốt về CĐS là đưa hoạt động của người dân, doanh nghiệp lên môi trường số thông qua phổ cập sử dụng các nền tảng số Việt Nam"
      },
      {
        "clause": "B.I.4.c",
        "name": "Hoá đơn điện tử, hoá đơn từ máy tính tiền",
        "group": "Chuyển đổi số",
        "channels": [
          "loudspeaker",
          "portal",
          "social",
          "communicator"
        ],
        "quote": "c) Truyền thông việc sử dụng hóa đơn điện tử, giúp người dân, doanh nghiệp hiểu rõ về lợi ích và trách nhiệm, hiệu quả của việc sử dụng hóa đơn điện tử, nâng cao ý thức tuân thủ của người nộp thuế và nghĩa vụ chấp hành pháp luật về thuế",
        "days": [
          {
            "name": "Mùa quyết toán thuế năm",
            "from": "03-01",
            "to": "03-31",
            "source": "Điều 44 Luật Quản lý thuế số 38/2019/QH14, hạn nộp hồ sơ quyết toán là ngày cuối cùng của tháng thứ 3"
          }
        ]
      },
      {
        "clause": "B.I.4.d",
        "name": "Đề án 06 tại xã",
        "group": "Chuyển đổi số",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "d) Truyền thông việc triển khai thực hiện các mô hình của Đề án 06 trên địa bàn tỉnh, việc thực hiện Đề án 06 của xã"
      },
      {
        "clause": "B.I.4.đ",
        "name": "Lãnh đạo, cán bộ và người dân cùng dùng dịch vụ công trực tuyến",
        "group": "Chuyển đổi số",
        "channels": [
          "loudspeaker",
          "portal",
          "social",
          "communicator"
        ],
        "quote": "đ) Truyền thông, phổ biến sâu rộng, nhằm tạo sự chuyển biến mạnh mẽ trong nhận thức và hành động của lãnh đạo các cơ quan nhà nước"
      },
      {
        "clause": "B.I.4.e",
        "name": "Chất lượng dịch vụ công trực tuyến, chi trả trợ cấp không dùng tiền mặt",
        "group": "Chuyển đổi số",
        "channels": [
          "loudspeaker",
          "portal",
          "social",
          "communicator"
        ],
        "quote": "e) Truyền thông, phổ biến, nâng cao chất lượng về cung cấp và sử dụng hiệu quả dịch vụ công trực tuyến; đẩy mạnh thông tin tuyên truyền thanh toán điện tử không dùng tiền mặt, dịch vụ bưu chính"
      },
      {
        "clause": "B.I.4.g",
        "name": "Dùng CCCD gắn chip hoặc VNeID thay thẻ bảo hiểm y tế",
        "group": "Chuyển đổi số",
        "channels": [
          "loudspeaker",
          "portal",
          "social",
          "communicator"
        ],
        "quote": "g) Truyền thông, hướng dẫn người dân sử dụng thẻ CCCD gắn chip hoặc ứng dụng VNeID để thay thế cho thẻ bảo hiểm y tế trong khám chữa bệnh."
      },
      {
        "clause": "B.I.4.h",
        "name": "Mô hình chuyển đổi số trong sản xuất, kinh doanh",
        "group": "Chuyển đổi số",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "h) Truyền thông các mô hình, giải pháp hiệu quả trong việc đổi mới, sáng tạo, ứng dụng công nghệ thông tin, chuyển đổi số nâng cao hiệu quả sản xuất, kinh doanh."
      },
      {
        "clause": "B.I.4.i",
        "name": "Chuyển đổi số trong giáo dục, học bạ điện tử",
        "group": "Chuyển đổi số",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "i) Truyền thông về chuyển đổi số trong giáo dục và đào tạo: Đổi mới nội dung và chương trình giáo dục, phát triển giáo dục STEM, giáo dục kỹ năng số",
        "days": [
          {
            "name": "Khai giảng năm học mới",
            "from": "09-05",
            "to": "09-05",
            "source": "Khung kế hoạch thời gian năm học của Bộ Giáo dục và Đào tạo, khai giảng ngày 5 tháng 9"
          }
        ]
      },
      {
        "clause": "B.I.4.k",
        "name": "Tổ công nghệ số cộng đồng các thôn",
        "group": "Chuyển đổi số",
        "channels": [
          "loudspeaker",
          "portal",
          "social",
          "communicator"
        ],
        "quote": "k) Truyền thông về các mô hình, điển hình trong hoạt động hiệu quả của Tổ công nghệ số cộng đồng các thôn"
      },
      {
        "clause": "B.I.5",
        "name": "Biểu dương tập thể, cá nhân đi đầu về chuyển đổi số",
        "group": "Chuyển đổi số",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "5. Biểu dương những đơn vị, tập thể, cá nhân đi đầu trong việc triển khai, thực hiện hiệu quả về chuyển đổi số."
      },
      {
        "clause": "B.II.1",
        "name": "Chủ trương, chính sách, văn bản về cải cách hành chính",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "1. Truyền thông, phổ biến các quan điểm, chủ trương của Đảng, chính sách, pháp luật của Nhà nước, các văn bản chỉ đạo của Trung ương, của tỉnh, của xã về công tác CCHC."
      },
      {
        "clause": "B.II.2",
        "name": "Trách nhiệm của người đứng đầu trong cải cách hành chính",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal"
        ],
        "quote": "2. Truyền thông về vai trò, trách nhiệm của các cấp ủy đảng, người đứng đầu cơ quan hành chính nhà nước các cấp"
      },
      {
        "clause": "B.II.3",
        "name": "Ý nghĩa và kết quả cải cách hành chính của xã",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "3. Truyền thông, phổ biến sâu rộng về tầm quan trọng, ý nghĩa, mục tiêu và tác động của CCHC đến phát triển kinh tế - xã hội của xã"
      },
      {
        "clause": "B.II.4",
        "name": "Các chỉ số PAR INDEX, SIPAS, PAPI",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal"
        ],
        "quote": "thông qua việc nâng cao các Chỉ số CCHC (PAR INDEX), Chỉ số hài lòng của người dân đối với sự phục vụ của cơ quan hành chính nhà nước (SIPAS), Chỉ số năng lực cạnh tranh, Chỉ số hiệu quả quản trị và hành chính công (PAPI)"
      },
      {
        "clause": "B.II.5.a",
        "name": "Cải cách thể chế, thi hành pháp luật",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal"
        ],
        "quote": "a) Cải cách thể chế: Tuyên truyền để nâng cao chất lượng công tác xây dựng, ban hành văn bản quy phạm pháp luật thuộc thẩm quyền ban hành của HĐND và UBND xã",
        "days": [
          {
            "name": "Ngày Pháp luật Việt Nam",
            "from": "11-09",
            "to": "11-09",
            "source": "Điều 8 Luật Phổ biến, giáo dục pháp luật số 14/2012/QH13"
          }
        ]
      },
      {
        "clause": "B.II.5.b",
        "name": "Cải cách thủ tục hành chính, một cửa",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal",
          "social",
          "communicator"
        ],
        "quote": "b) Cải cách thủ tục hành chính: - Truyền thông hiệu quả trong việc đổi mới thực hiện cơ chế một cửa, một cửa liên thông"
      },
      {
        "clause": "B.II.5.c",
        "name": "Cải cách tổ chức bộ máy",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal"
        ],
        "quote": "c) Cải cách tổ chức bộ máy: Truyền thông tình hình triển khai, kết quả sắp xếp, tinh gọn bộ máy"
      },
      {
        "clause": "B.II.5.d",
        "name": "Cải cách chế độ công vụ",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal"
        ],
        "quote": "d) Cải cách chế độ công vụ: Tình hình, kết quả và hiệu quả thực hiện nội dung cải cách chế độ công vụ"
      },
      {
        "clause": "B.II.5.đ",
        "name": "Cải cách tài chính công",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal"
        ],
        "quote": "đ) Cải cách tài chính công: Tuyên truyền công tác quản lý, điều hành ngân sách của xã"
      },
      {
        "clause": "B.II.5.e",
        "name": "Chính quyền điện tử hướng đến chính quyền số",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "e) Xây dựng và phát triển chính quyền điện tử hướng đến chính quyền số: Tuyên truyền nỗ lực của chính quyền"
      },
      {
        "clause": "B.II.6",
        "name": "Sáng kiến, điển hình cải cách hành chính",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "6. Truyền thông đến các cơ quan, đơn vị có kết quả nổi bật trong công tác CCHC; các sáng kiến mới, tiêu biểu trong công tác CCHC"
      },
      {
        "clause": "B.II.7",
        "name": "Đường dây nóng tiếp nhận phản ánh, kiến nghị",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal",
          "social",
          "public-board"
        ],
        "quote": "7. Truyền thông việc công khai các địa chỉ, điện thoại đường dây nóng tiếp nhận phản ánh, kiến nghị của tổ chức, cá nhân về các nội dung liên quan đến TTHC"
      },
      {
        "clause": "B.II.8",
        "name": "Quyền giám sát cải cách hành chính của người dân",
        "group": "Cải cách hành chính",
        "channels": [
          "loudspeaker",
          "portal",
          "social"
        ],
        "quote": "8. Truyền thông các quy định của pháp luật về mối quan hệ giữa nhà nước và Nhân dân; quyền, nghĩa vụ và trách nhiệm của cá nhân, tổ chức trong việc tham gia và giám sát tiến trình CCHC."
      }
    ]
  }
]
