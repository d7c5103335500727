/** The words of frequency and time, each phrase with the letter of its kind; `scan.ts` reads a text by them. */
import { foldTone } from '../../text.ts'
import type { Period } from './when.ts'

/**
 * What a phrase does in a sentence, as one letter, so that a sentence of items can be matched by patterns:
 *
 * a at least · b at most · q about · h every · k periodically · t before · s after · e until · E until the end of ·
 * f from · i within · l at the latest · H to be finished · C continuously · A the whole year · K on somebody's call ·
 * I if any · J when something happens · N at once · R rerun · P report · r each of them · v and · o or · L in a row · W working days ·
 * Z in total · g the same day · G the next day · Q a feast without a day · O and on · X no airing · D as above · B by rule ·
 * j unasked reports · c on the occasion of · m but not
 */
const PHRASES: Record<string, string> = {
  a: 'tối thiểu|tối thiểu là|ít nhất|ít nhất là|không dưới|không ít hơn|từ ít nhất|đạt ít nhất|không thấp hơn|chí ít|trên|hơn|tổi thiểu',
  b: 'tối đa|tối đa là|không quá|nhiều nhất|nhiều nhất là|không vượt quá|không hơn|dưới|tối đa không quá|không được quá',
  q: 'khoảng|bình quân|trung bình|tầm|ước|ước khoảng|dự kiến|độ|chừng|xấp xỉ|gần',
  h: 'mỗi|hằng|từng|cứ|cứ mỗi|theo từng|trong mỗi|trong từng|vào mỗi|theo mỗi',
  k: 'định kỳ|theo định kỳ|thường kỳ|đều đặn|theo',
  t: 'trước|xong trước|muộn nhất trước|chậm nhất trước|chậm nhất là trước|đến trước|trước thời điểm',
  s: 'sau',
  e: 'đến|tới|cho đến|cho tới',
  E: 'đến hết|tới hết|hết|cho đến hết|từ nay đến hết|đến cuối|từ nay cho đến hết',
  f: 'từ|kể từ|bắt đầu từ|bắt đầu|tính từ|từ đầu|từ nay',
  i: 'trong|vào|tại|trong vòng|trong thời hạn|trong thời gian|trong khoảng|trong khoảng thời gian|thời hạn|vào các|trong các|trong suốt',
  c: 'dịp|vào dịp|trong dịp|nhân dịp|nhân|chào mừng|kỷ niệm|nhân ngày|nhân kỷ niệm|hưởng ứng|vào các dịp|các dịp|trong các dịp',
  l: 'chậm nhất|chậm nhất là|chậm nhất vào|muộn nhất|muộn nhất là|trễ nhất|trễ nhất là|không muộn hơn|không chậm hơn|không trễ hơn|hạn cuối|hạn chót|hạn|thời hạn chậm nhất|chậm nhất đến|chậm nhất trong|muộn nhất vào|hạn nộp|chậm nhất là vào|không quá hạn|chậm nhất là đến',
  H: 'hoàn thành|hoàn tất|xong|kết thúc|phải xong|làm xong|thời gian hoàn thành|thời hạn hoàn thành|tiến độ|tiến độ hoàn thành|tiến độ thực hiện|thời hạn|thời hạn thực hiện|hoàn thành trong|hoàn thành vào',
  C: 'thường xuyên|quanh năm|duy trì|duy trì thường xuyên|thường trực|xuyên suốt|suốt cả năm|thường nhật|liên tục thường xuyên|thường xuyên, liên tục|thường xuyên liên tục',
  A: 'cả năm|suốt năm|trọn năm|toàn năm',
  K: 'theo yêu cầu|khi có yêu cầu|theo chỉ đạo|theo sự chỉ đạo|theo lộ trình|theo hướng dẫn|theo kế hoạch|theo tiến độ|khi phát sinh|khi có phát sinh|khi cần|khi cần thiết|khi có chỉ đạo|theo đề nghị|theo lịch|khi có hướng dẫn|sau khi có hướng dẫn|theo sự kiện|theo các sự kiện|theo tình hình|theo tình hình thực tế|theo thực tế|tuỳ theo|tuỳ vào|tuỳ tình hình|tuỳ|khi có văn bản|khi có sự kiện|theo thông báo|khi có kế hoạch|khi có thông báo|theo diễn biến|theo nhu cầu|căn cứ|theo phân công|khi được|khi có đề nghị|theo đợt|theo điều kiện|theo chủ đề|theo mùa vụ|theo các ngày lễ|theo văn bản|sau khi có kế hoạch|sau khi có chỉ đạo|sau khi có văn bản|chờ hướng dẫn|theo các đợt|theo từng đợt|theo từng sự kiện|theo đề xuất|theo giấy mời|khi xảy ra|khi có tình huống|khi có vụ việc',
  B: 'theo quy định|đúng quy định|theo luật định|theo quy chế',
  I: 'nếu có|khi có|nếu phát sinh|nếu cần|trường hợp có|trong trường hợp có|nếu|không phát sinh',
  J: 'sau khi|ngay sau khi|ngay khi|từ khi|kể từ khi|kể từ thời điểm|từ thời điểm|tính từ thời điểm|kể từ lúc|tính từ khi|trước khi|ngay sau|ngay từ khi',
  N: 'ngay|lập tức|ngay lập tức|kịp thời',
  R: 'phát lại|phát sóng lại|phát thanh lại|tiếp sóng lại|đăng lại|chiếu lại|nhắc lại|phát lại vào|phát nhắc lại',
  P: 'báo cáo|gửi báo cáo|chế độ báo cáo|tổng hợp báo cáo|bc',
  j: 'báo cáo đột xuất|đột xuất',
  v: 'và|&',
  o: 'hoặc|hay',
  L: 'liên tục|liên tiếp|liền|liền kề|liên tục trong',
  W: 'ngày làm việc',
  Z: 'tổng|tổng số|tổng cộng|tổng là|cộng|tương đương|tức|tức là|tổng số là',
  g: 'cùng ngày|ngay trong ngày',
  G: 'ngày hôm sau|hôm sau|ngày kế tiếp|ngày tiếp theo|ngày liền sau',
  Q: 'tết nguyên đán|tết trung thu|tết|các ngày lễ|ngày lễ|các dịp lễ|dịp lễ|lễ, tết|giỗ tổ hùng vương|giỗ tổ|bầu cử|đại hội|âm lịch|ngày rằm|rằm|nghỉ hè|dịp hè|mùa mưa bão|mùa khô|năm học',
  O: 'và những năm tiếp theo|và các năm tiếp theo|những năm tiếp theo|các năm tiếp theo|trở đi|trở về sau|và các năm sau|và những năm sau',
  X: 'chỉ phát khi|không phát|nghỉ|không phát sóng|không tuyên truyền|không hoạt động|chỉ phát sóng khi|nghỉ phát|ngừng phát|không phát thanh',
  m: 'trừ|ngoại trừ|không kể|trừ các|trừ ngày|không tính',
  D: 'nt|như trên',
}

/** What plans count. Longer ones come first in the scan, so "bản tin" is not "tin". */
export const UNITS =
  'tin, bài|tin/bài|tin bài|tin|bài|bài viết|bài đăng|bản tin|chương trình|chuyên mục|chuyên trang|chuyên đề|phóng sự|số|kỳ|lượt|lần|buổi|cuộc|đợt|lớp|lớp tập huấn|khoá|hội nghị|hội thi|hội thảo|toạ đàm|cuộc thi|cuộc họp|video|clip|video clip|infographic|ấn phẩm|tờ rơi|tờ gấp|băng rôn|pano|tiểu phẩm|văn bản|phiên|tiết|câu chuyện|mô hình|tập|phiên họp|thông điệp|tin nhắn|bài tuyên truyền|lượt phát|kỳ phát|sự kiện|chủ đề|bài báo|bản|ca|phiên chợ|câu lạc bộ|chương trình phát thanh|tác phẩm|ảnh|audio|podcast|khung giờ'.split(
    '|',
  )

export const PERIODS: Record<string, Period> = {
  ngày: 'day',
  tuần: 'week',
  tháng: 'month',
  quý: 'quarter',
  năm: 'year',
}

const words = (list: string): string[] => list.split('|').map(foldTone)

/** Phrase → the letters it may be, longest phrases first. */
export const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries(PHRASES).flatMap(([letter, list]) => words(list).map((phrase) => [phrase, letter] as const)),
)

/** All syllables by which glued words are taken apart. */
export const SYLLABLES: ReadonlySet<string> = new Set(
  [
    ...LETTERS.keys(),
    ...UNITS.map(foldTone),
    ...Object.keys(PERIODS),
    'thứ hai ba tư bốn năm sáu bảy tám chín mười chủ nhật phút giờ giây đầu giữa cuối tuần tháng thời gian thực hiện lễ công bố ban hành quí kì phát sóng tần suất i ii iii iv',
  ]
    .flatMap((phrase) => phrase.split(/[^\p{L}]+/u))
    .filter(Boolean),
)
