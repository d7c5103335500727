/**
 * What loudspeaker systems call it that something was played, or not. With diacritics, since `Chùa` is no `chưa`, `Chợ`
 * no `chờ`, `đúng` no `dừng`, `hoàn tất` no `tắt`; behind each `|` the same without any, where the letters alone are not
 * another word.
 */
export const NOT = 'không|chưa|chẳng|chả|ko|k|khong|chua|not|never|un|in|without|(?:has|was|did)n.?t'
export const DONE =
  'đã phát|phát xong|phát hết|phát tốt|phát đủ|phát đúng|phát đầy đủ|phát được|thành công|hoàn thành|hoàn tất|kết thúc|' +
  'đã xong|xong|đã chạy|đã thực hiện|bình thường|đúng giờ|đúng lịch|đạt yêu cầu|' +
  'da phat|phat xong|thanh cong|hoan thanh|hoan tat|ket thuc|binh thuong|dung gio|' +
  'played|aired|broadcast(?:ed)?|succe(?:ss|ssful|ssfully|eded)|complete[d]?|done|finished|on time|ok|okay'
export const PLAYING = 'đang phát|dang phat|đang chạy|playing|on air'

/** Where there was none of it, it was played. */
export const FAULT =
  'lỗi|sự cố|thất bại|gián đoạn|trục trặc|mất tín hiệu|loi|su co|that bai|gian doan|errors?|fail(?:ed|ure|ures|s)?|faults?'
/** Where there was none of it, nothing else follows. */
export const HITCH = 'mất tiếng|mất điện|mất mạng|mất kết nối|ngắt|dừng|trễ|muộn|nhiễu|rè'
export const SILENT =
  `không|chưa|hủy|huỷ|xóa|xoá|bỏ|từ chối|mất|dừng|ngắt|ngừng|ngưng|chờ|hết giờ|quá giờ|quá hạn|hết hạn|sắp|sẽ|dự kiến|tắt|ngoại tuyến|` +
  'duyệt|khởi tạo|nháp|đứt|hỏng|hoãn|dời|lỡ|nhỡ|nghỉ|cấm|vắng|bảo trì|sửa chữa|im lặng|trùng lịch|ngoài khung|' +
  'khong|ko|chua (?:phat|chay|toi|gui|duyet)|huy|da xoa|bo qua|tu choi|mat (?:ket noi|dien|mang|tin hieu)|tam dung|da dung|ngat|' +
  'cho (?:phat|duyet|phe)|het gio|sap toi|duyet|ngoai tuyen|0 ?%|0 (?:thiết bị|loa|cụm)|' +
  'off(?:line)?|miss(?:ed)?|abort(?:ed)?|time ?d?.?out|cancel(?:l?ed)?|skip(?:ped)?|pending|queued|waiting|scheduled|rejected|refused|denied|' +
  `stop(?:ped)?|paused?|interrupted|disconnect(?:ed)?|lost|idle|drafts?|expired|disabled|none|no|false|${FAULT}`
/** Some of it was heard: neither a yes nor a no. */
export const PARTLY = 'một phần|dở|giữa chừng|partial(?:ly)?'

/** What stands beside "đã phát" and changes nothing. */
export const BESIDE =
  'đã|được|phát|lịch|lại|sóng|thanh|rồi|đủ|hết|tốt|đúng|lúc|vào|giờ|phút|giây|ngày|số|tổng|lần|lượt|bài|tin|bản tin|chương trình|' +
  'toàn bộ|tất cả|trạng thái|kết quả|có|nào|gì|và|da|duoc|phat|lai|roi|status|state|result|play(?:back)?|yes|true|at|on|all|with|and'
/** From here to the end of a clause it is a name. */
export const PLACE =
  'tại|ở|trên|cụm|loa|thiết bị|thôn|ấp|bản(?! tin)|buôn|làng|xóm|khóm|khối|khu|tổ|tdp|xã|phường|điểm|trạm|đài|nhà|trường|chùa|chợ|đình|' +
  'trụ sở|ubnd|tai|cum|thon|devices?|speakers?'
