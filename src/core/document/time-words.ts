/** Where a sentence speaks of a time or a count. Dates that only name other documents are no time of an obligation. */
import { keyOf } from './words.ts'

export type Span = { start: number; end: number }

const UNIT =
  '(?:tin(?:, ?|/| )?bai|tin|bai viet|bai|ban tin|chuong trinh|chuyen muc|chuyen de|so|ky|luot|lan|buoi|cuoc|dot|lop|hoi nghi|ngay|tiet|phong su|video|clip|an pham|to roi|dip)'
// "3-4 tin" is no day of April.
const DAY =
  '(?:ngay\\s+)?(?:\\d{1,2}(?:,\\s| va\\s| den\\s|\\s*-)\\s*(?:ngay )?(?=(?:\\d{1,2}(?:,\\s| va\\s)){0,9}\\d{1,2}\\s*/)){0,9}\\d{1,2}\\s*[/.-]\\s*\\d{1,2}(?:\\s*[/.-]\\s*\\d{4})?(?![\\d/%])' +
  `(?!(?<=-\\s*\\d{1,2})\\s*(?:${UNIT}|phut|gio)(?![\\p{L}]))`
const LONG_DAY = '(?:ngay\\s+)?\\d{1,2}(?:,? (?:va )?\\d{1,2})*\\s+thang\\s+\\d{1,2}(?:\\s+nam\\s+\\d{4})?'
const MONTH = 'thang\\s+(?:chan|le|\\d{1,2})(?:\\s*[,-]\\s*\\d{1,2})*(?:\\s*/\\s*\\d{4}|\\s+nam\\s+\\d{4})?'
const SHORT_MONTH = '(?<![\\d/])\\d{1,2}/20\\d{2}(?![\\d/])'
const ONE_QUARTER = '(?:iv|i{1,3}|[1-4])(?![\\p{L}\\d])'
const QUARTER = `quy\\s+${ONE_QUARTER}(?:\\s*(?:,|va|-|/)\\s*(?:quy\\s+)?${ONE_QUARTER})*(?:\\s*/\\s*\\d{4}|\\s+nam\\s+\\d{4})?`
const HALF = '(?:6|sau|06) thang (?:dau|cuoi) nam(?:\\s+20\\d{2})?'
// "quan trọng năm 2026" has no "trong".
const YEAR = '(?<!quan )(?:het |cuoi |dau |giua |trong )+nam(?:\\s+20\\d{2})?'
const PERIOD = '(?:ngay|tuan|thang|quy|nam)'
const COUNT = '(?:\\d{1,3}(?:\\s*\\([^)]{1,12}\\))?(?:\\s*(?:-|den)\\s*\\d{1,3})?|mot|hai|ba|bon|nam)'

/** What is done so often. As a key. */
export const WORK =
  '(?:to chuc|danh|co|phat|phat song|phat thanh|tiep am|tiep song|dang|dang tai|san xuat|xay dung|bien tap|thuc hien|viet|gui|kiem tra|tuyen truyen|sinh hoat|hop)'

/** "mỗi chương trình 15 phút": how a phrase goes on to speak of each time. As a key. */
export const EACH_TIME = 'moi (?:chuong trinh|chuyen muc|so|ky|buoi|lan|bai)'
/** As a key. */
export const DAY_OF_WEEK = '(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)'

const POINT = `(?:${LONG_DAY}|${DAY}|${MONTH}|${SHORT_MONTH}|${QUARTER}|${HALF}|${YEAR})`
const BEFORE =
  '(?:(?:hoan thanh|xong|cham nhat|muon nhat|truoc|trong|vao|den|tu|ke tu|khong qua|dinh ky|la|luc|ngay|het|cuoi|dau|thuong tuan|trung tuan|ha tuan|thoi gian|hang nam)\\s+)+'

const EVERY = '(?:(?:bao cao|hop|kiem tra|to chuc|phat|danh gia|sinh hoat|giao ban)\\s+)?'
const ISSUE = '(?:lan|ky|so|dot)(?![\\p{L}])'
const DAYS_OF_MONTH =
  '(?:ngay (?:mung )?|mung )\\d{1,2}(?:(?:,| va) (?:ngay )?(?:mung )?\\d{1,2}(?!\\d))*(?: va ngay cuoi(?: cung)?)?'
const WEEK_OF_MONTH = 'tuan (?:dau(?: tien)?|cuoi(?: cung)?|thu (?:nhat|hai|ba|tu|[1-4])|[1-4](?!\\d))'
const DAYS_OF_WEEK = `(?:(?:cac )?(?:sang|trua|chieu|toi) )?${DAY_OF_WEEK}(?:(?:,| va) (?:(?:sang|trua|chieu|toi) )?${DAY_OF_WEEK})*`

const FORMS = [
  // "một tháng hai kỳ", "2 tháng 1 phóng sự": before a date, which it looks like
  `(?<!ngay )(?:\\d{1,2}|mot|hai|ba|sau)\\s+(?:tuan|thang|quy|nam)\\s+${EVERY}(?:${COUNT}\\s*(?!so(?! ?[.;,)]| ?$)|ngay|dip)${UNIT}|(?:mot|0?1)\\s+${ISSUE})(?![\\p{L}])`,
  `(?:\\d{1,2}|hai|ba|sau)\\s+ngay\\s+${EVERY}(?:mot|0?1)\\s+${ISSUE}`,
  `(?:${BEFORE})?${POINT}(?:\\s+(?:den|toi|-)\\s+(?:het\\s+)?${POINT})?(?:\\s+hang nam|,? (?:cua )?nam (?:sau|ke tiep|tiep theo|lien ke))?`,
  `(?:it nhat |toi thieu )*${COUNT}\\s*${UNIT}\\s+trong\\s+${POINT}`,
  `(?:it nhat |toi thieu |moi ${PERIOD} |dinh ky |binh quan |khoang )*${COUNT}\\s*${UNIT}\\s*(?:/|moi|mot|trong)\\s*(?:\\d{1,2}\\s*)?${PERIOD}(?: lam viec)?`,
  `moi\\s+${PERIOD}\\s+(?:(?:it nhat|toi thieu|khoang|tu|${WORK})\\s+)*${COUNT}\\s*${UNIT}`,
  // "mỗi sáng 1 bài, mỗi chiều 1 bài trong suốt tháng 6"
  `moi (?:buoi )?(?:sang|trua|chieu|toi) ${COUNT}\\s*${UNIT}(?:,?(?: va)? moi (?:buoi )?(?:sang|trua|chieu|toi) ${COUNT}\\s*${UNIT})*(?: trong(?: suot)? ${POINT}(?: (?:den|-) ${POINT})?)?`,
  // "mỗi tháng ra quân 01 lần"
  `moi\\s+${PERIOD}(?! (?:\\p{L}+ ){0,2}(?:toi da|khong qua|khong vuot|nhieu nhat))(?: \\p{L}+){1,3} ${COUNT} (?:lan|buoi|dot|ky|luot)(?![\\p{L}])`,
  `${COUNT}\\s*${UNIT}(?:\\s+\\p{L}+){1,2}\\s*/\\s*${PERIOD}(?![\\p{L}])`,
  // "Truyền thanh: tuần 3 buổi"
  '(?<=(?:^|[:,;(] ))(?:tuan|thang|quy)\\s+(?:it nhat\\s+|toi thieu\\s+|phat\\s+)?\\d{1,2}\\s+(?:lan|buoi|luot|ky)(?![\\p{L}])',
  // "01 thông điệp/tuần", "20 hộ/tháng"
  `(?:it nhat |toi thieu )*\\d{1,3}\\s+(?!phut|giay|gio|nguoi|dong|trieu|ty|kg|nam|ngay|km)\\p{L}+(?:\\s+\\p{L}+)?\\s*/\\s*(?:\\d{1,2}\\s*)?${PERIOD}(?![\\p{L}])`,
  '(?:hang|moi)\\s+ngay,?\\s+(?:(?:vao|luc|tu|truoc|sau|khoang|cham nhat)\\s+)*\\d{1,2}\\s*(?:h|g|gio|:)\\s*\\d{0,2}',
  '(?<=(?:phat|tiep am|tiep song|tiep phat|phat thanh|phat song|dang tai|dua tin|cap nhat)(?: \\p{L}+){0,4} )(?:hang|moi) ngay',
  '(?<=(?:^|[.:;,] ?))hang ngay,?(?= (?:phat|tiep|dang) (?!toi da|khong qua|khong vuot|nhieu nhat))',
  // "phát vào các khung giờ 5h30, 17h30 | hằng ngày"
  '(?<!den \\d{1,2} ?(?:h|g|gio|:) ?(?:\\d{2})?\\)?,? )(?<=\\d ?(?:h|g|gio|:) ?(?:\\d{2})?\\)?,? )(?:hang|moi) ngay',
  '(?<=bao cao )(?:tuan|thang|quy)(?= truoc| vao| cham nhat| gui)(?: gui(?= vao| ngay| thu))?(?: ngay \\d{1,2}(?! ?[/\\d]|\\.\\d| thang))?(?: vao)?(?: (?:truoc|cham nhat)(?= (?:\\d{1,2} ?(?:h|gio)|(?:ngay )?(?:(?:sang|chieu) )?thu )))?(?: \\d{1,2} ?(?:h|gio)(?: ?\\d{2})?)?(?: ngay(?= thu| sang| chieu))?(?: (?:sang|chieu))?(?: thu (?:hai|ba|tu|nam|sau|bay|[2-7]))?(?: hang tuan)?',
  '(?:tat ca )?cac ngay trong tuan(?:,? (?:tu|luc|vao|buoi|sang|chieu) [^;.]*)?',
  `\\d{1,2}\\s*${PERIOD}\\s*/\\s*(?:\\d{1,2}\\s*)?${UNIT}`,
  `moi\\s+${PERIOD}\\s+(?:(?:it nhat|toi thieu|${WORK})\\s+)*\\d{1,3}\\s+\\p{L}+(?:\\s+\\p{L}+)?(?![\\p{L}])`,
  `(?:hang ngay|moi ngay|ngay)\\s+(?:it nhat\\s+|toi thieu\\s+|phat\\s+)?\\d{1,2}\\s+(?:lan|buoi|luot|ky)(?![\\p{L}])`,
  `(?:dinh ky\\s+)?(?:hang|moi)\\s+(?:tuan|thang|quy)(?![\\p{L}])`,
  '(?:vao )?thang (?:cuoi(?: cung)?|giua|dau(?: tien)?)(?: cua)?(?: moi| hang)? quy(?! [i\\d])(?: (?:sau|tiep theo|ke tiep|lien ke))?',
  // "Báo cáo 6 tháng: 15/6"
  '(?<=(?:bao cao|so ket|tong ket) )(?:tuan|thang|quy|(?:0?[69]|sau|chin) thang|ca nam|nam)(?: nam)? ?: ?[^;.]*',
  // "trực, xử lý thông tin 24/7": no day of July
  '(?:truc|lien tuc|van hanh|hoat dong|phuc vu|tiep nhan|xu ly|giam sat)(?!\\p{L})[^;.]{0,40} 24/7(?!\\d| ?/)',
  '24/24(?: ?h| gio)?(?!\\d)',
  // "Trong 03 ngày sau bão: phát … ngày 03 lần"
  'trong (?:vong )?\\d{1,2} ngay (?:dau )?(?:ke tu|tinh tu|sau|truoc)(?! khi)(?!\\p{L})[^;.,]*',
  // "trong vòng 03 ngày kể từ khi nhận được"
  '(?:(?:cham nhat|muon nhat) )?(?:trong vong|cham nhat|khong qua|sau) \\d{1,2} (?:ngay|gio|phut)(?: lam viec)?,? (?:ke tu|tinh tu|tu khi|sau khi|truoc khi|truoc|sau)(?!\\p{L})[^;.,]*',
  // "trước mỗi đợt đốt ít nhất 03 ngày"
  'truoc (?:moi|cac|tung) (?:\\p{L}+ ){1,5}(?:it nhat |toi thieu )?\\d{1,2} (?:ngay|gio)(?![\\p{L}])',
  '(?<!\\d )(?:vao )?ngay(?: lam viec)? (?:dau tien|cuoi cung|dau|cuoi)(?: cua)?(?: (?:moi|hang|cac))? (?:tuan|thang|quy|nam)(?![\\p{L}])(?! \\d)',
  `dinh ky\\s+(?:hang\\s+)?(?:tuan|thang|quy|nam|6 thang|06 thang|sau thang|hang nam)(?:\\s*(?:,|va|;)\\s*(?:hang\\s+)?(?:quy|6 thang|06 thang|nam|ca nam))*`,
  // "chiều thứ Năm hằng tuần", "thứ bảy tuần cuối của tháng giữa quý"
  `(?:(?:vao|truoc|cham nhat(?: vao)?) )?(?:cac )?(?:ngay )?${DAYS_OF_WEEK},?(?: cua)? (?:(?:hang|moi) tuan|${WEEK_OF_MONTH}(?:(?:,| va) ${WEEK_OF_MONTH})*(?: cua)?(?: (?:hang|moi|cac))? thang(?: giua quy)?)(?![\\p{L}])(?! \\d)`,
  // "thứ Sáu cuối cùng của tháng", "thứ Hai đầu tiên của mỗi tháng"
  `(?:vao )?(?:ngay )?${DAYS_OF_WEEK} (?:dau(?: tien)?|cuoi(?: cung)?|thu (?:nhat|hai|ba|tu))(?: cua)?(?: (?:moi|hang|cac))? thang(?![\\p{L}])(?! \\d)`,
  // "Chủ nhật tuần thứ 3 của tháng 11"
  `(?:vao )?(?:ngay )?${DAY_OF_WEEK} (?:${WEEK_OF_MONTH}|dau tien|cuoi cung|thu (?:nhat|hai|ba|tu))(?: cua)? (?:trong )?thang \\d{1,2}(?:\\s*/\\s*\\d{4}|\\s+nam\\s+\\d{4})?`,
  // "phát vào 5g00 sáng thứ hai, phát lại lúc 17g00 cùng ngày"
  `(?<=(?:vao|luc|phat|phat song|phat thanh) )\\d{1,2}\\s?(?:h|g|gio|:)\\s?(?:\\d{2})?,? (?:cac )?(?:ngay )?${DAYS_OF_WEEK}(?!\\p{L})[^;.]*`,
  // "Măng non: Chủ nhật đầu tháng"
  `(?<=: )(?:(?:vao|phat|luc|buoi|sang|trua|chieu|toi) )*${DAY_OF_WEEK}(?!\\p{L})[^;.]*`,
  // "báo cáo tuần (thứ Sáu), tháng (ngày 25)"
  `(?<=bao cao[^.;]*)(?:tuan|thang) \\((?:truoc |vao )?(?:ngay \\d{1,2}|(?:sang |chieu )?${DAY_OF_WEEK})\\)`,
  '(?:truoc|cham nhat|muon nhat)(?: vao| la)? ngay (?:mung )?\\d{1,2} (?:cua )?thang (?:sau|ke tiep|tiep theo|lien ke)',
  `truoc ngay\\s+\\d{1,2}\\s+(?:cua\\s+)?(?:thang (?:cuoi(?: cung)?|dau(?: tien)?)(?: cua)?(?: moi| hang)? (?:quy|ky|nam)(?: (?:sau|tiep theo|ke tiep|lien ke))?|hang thang|moi thang|thang)(?![\\p{L}])(?!\\s+\\d)`,
  `(?:dinh ky |vao )*${DAYS_OF_MONTH}\\s+(?:cua )?(?:hang thang|moi thang|(?<=va ngay cuoi(?: cung)? )thang(?! \\d)|thang cuoi(?: cua)?(?: moi| hang)? (?:quy|ky)|thang dau(?: cua)?(?: moi| hang)? quy(?: (?:sau|tiep theo|ke tiep|lien ke))?)`,
  // "Hỗ trợ cài đặt VNeID: thường xuyên.", "thường xuyên trong năm"
  '(?<=[:(] ?)(?:thuc hien )?thuong xuyen(?:,? (?:lien tuc|hang ngay|trong nam|ca nam))*(?=[\\s.;)]*$)|thuong xuyen(?:, lien tuc)? (?:trong|ca|suot) nam(?: \\d{4})?',
  // "trong giờ hành chính tất cả các ngày làm việc"
  '(?:tat ca )?cac ngay lam viec(?: trong tuan)?',
  `truoc ngay\\s+(?:mung )?\\d{1,2}(?!\\d|\\s*[/-]|\\.\\d|\\s+thang)`,
]
const TIME = new RegExp(`(?<![\\p{L}\\d])(?:${FORMS.join('|')})`, 'gu')

/**
 * "quý I: 01 lớp", "tháng 4 (02 lớp)", "02 phóng sự trong 6 tháng đầu năm", "01 buổi/tháng (tháng 3 đến tháng 8)". As a key.
 */
export const SHARE = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:trong |vao |tu )?${POINT}(?:\\s*(?:den|-)\\s*${POINT})?\\s*[:(]?\\s*${COUNT}\\s*${UNIT}(?:\\s*/\\s*${PERIOD})?(?![\\p{L}/]| ?/)\\)?|(?:it nhat |toi thieu )*${COUNT}\\s*${UNIT}\\s*/\\s*${PERIOD}(?![\\p{L}])(?:,? \\(?(?:trong |vao |tu )?${POINT}(?:\\s*(?:den|-)\\s*${POINT})?\\)?)?|${COUNT}\\s*${UNIT}(?: \\p{L}+){0,8} \\(?(?:trong |vao )${POINT}\\)?)`,
  'gu',
)

/** Of a contest: "cấp thôn trong tháng 7, cấp xã trong tháng 8", "chung kết 30/8". As a key. */
export const CONTEST_STAGE =
  '(?:cap (?:thon|to|khu|co so|xa|phuong|truong|cum|tinh)|(?:vong )?(?:so khao|so loai|loai|ban ket|chung khao|chung ket)|phat dong|khai mac|be mac|trao giai)'

/** "đợt 1 trước 30/11, đợt 2 trước 20/12". As a key. */
export const WAVE = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:dot|lan|vong|giai doan|buoi|cuoc|lop|ky|hoi nghi) (?:thu )?(?:[1-4]|nhat|hai|ba|tu|i{1,3})|${CONTEST_STAGE})[ :(]*(?:(?:vao|tu|trong|truoc|la|cham nhat) )*${POINT}(?:\\s*(?:den|-)\\s*(?:het )?${POINT})?\\)?`,
  'gu',
)

/** "Tháng 2-3: Vay vốn ưu đãi (04 chương trình)": how many, behind the work of a stretch. As a key. */
export const COUNT_LAST = new RegExp(`\\((\\d{1,3}\\s*${UNIT})\\)[\\s.;]*$`, 'u')

/** "05 chuyên đề phát thanh": so many, and nothing of when. As a key. */
export const COUNT_IN = new RegExp(`(?<![\\p{L}\\d/])\\d{1,2}\\s*(?!dip|ngay|ky)${UNIT}(?![\\p{L}/])`, 'u')

const CITED_DAY =
  '(?:,?\\s*(?:ngày|NGÀY)\\s+\\d{1,2}\\s*(?:[/.-]|tháng|THÁNG)\\s*\\d{1,2}\\s*(?:[/.-]|năm|NĂM)\\s*\\d{4})?'
const DOCUMENT =
  '(?:[Nn]ghị quyết|[Qq]uyết định|[Kk]ế hoạch|[Cc]hỉ thị|[Cc]ông văn|[Nn]ghị định|[Tt]hông tư|(?<!pháp )[Ll]uật|[Kk]ết luận|[Tt]hông báo|[Hh]ướng dẫn|[Vv]ăn bản|[Cc]hương trình|[Đđ]ề án)'

/** "số 57-NQ/TW ngày 22/12/2024", "Nghị định … ngày …", "giai đoạn 2022 - 2025": masked, a letter for a letter. */
const CITED: RegExp[] = [
  new RegExp(
    `(?:[Ss]ố\\s+)?(?:\\d+\\s?[-/]\\s?|[-/])(?:\\d{4}\\s?[-/]\\s?)?\\p{Lu}[\\p{L}\\d&-]*(?:[-/][\\p{L}\\d&-]+)*(?<=\\p{Lu}[\\p{L}\\d&/-]*)${CITED_DAY}`,
    'gu',
  ),
  new RegExp(
    `${DOCUMENT}(?:(?!trước|hoàn thành|chậm nhất|muộn nhất|đến|vào|trong|từ|xong|gửi)[^.;,:]){0,80}?(?:ngày|NGÀY)\\s+\\d{1,2}\\s*(?:[/.-]|tháng)\\s*\\d{1,2}\\s*(?:[/.-]|năm)\\s*\\d{4}`,
    'gu',
  ),
  // "(03/2/1930 - 03/2/2027)": the day that is remembered
  /(?<=\()\s*(?:ngày )?\d{1,2}\/\d{1,2}\/1[0-9]\d{2}\s*(?:[-–]|đến)\s*(?=(?:ngày )?\d{1,2}\/)/gu,
  // "mục 1.2, 1.4 và mục 3": points of this plan
  /(?<!\p{L})(?:mục|điểm|khoản|nội dung|nhiệm vụ|tiểu mục)(?: số)? \d{1,2}(?:\.\d{1,2})+(?:(?:,|;| -| và|, và) (?:(?:mục|điểm|khoản) )?\d{1,2}(?:\.\d{1,2})+)*(?![\p{L}\d/])/giu,
  /giai đoạn\s+(?:từ )?(?:năm )?\d{4}\s*(?:-|đến)\s*(?:năm )?\d{4}|định hướng (?:đến )?(?:năm )?\d{4}|tầm nhìn (?:đến )?(?:năm )?\d{4}|nhiệm kỳ \d{4}\s*-\s*\d{4}|năm học \d{4}\s*-\s*\d{4}/giu,
]

export function masked(text: string): string {
  let key = keyOf(text)
  for (const pattern of CITED)
    for (const { 0: cited, index } of text.matchAll(pattern))
      key = key.slice(0, index) + '·'.repeat(cited.length) + key.slice(index + cited.length)
  return key
}

/** A chuyên mục "Mỗi tuần một dịch vụ công" is not for that reason broadcast each week: a letter for a letter. */
const unnamed = (text: string): string =>
  text.replace(
    /(?<=(?:chuyên mục|chương trình|chuyên trang|chuyên đề|bản tin|tiết mục|ngày hội|hội thi|cuộc thi|phong trào|mô hình|trang|nhóm) )(?:"[^"]{2,80}"|“[^”]{2,80}”|'[^']{2,80}')/giu,
    (name) => '·'.repeat(name.length),
  )

export const timesIn = (text: string): Span[] =>
  [...masked(unnamed(text)).matchAll(TIME)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }))

/** "mỗi sự kiện phát ít nhất 03 tin, bài", "trước mỗi sự kiện 03 ngày" */
const LEAST = new RegExp(
  `(?:it nhat|toi thieu|truoc|sau)(?!\\p{L})[^.;:]{0,30}?\\s\\d{1,3}\\s*(?:${UNIT}|gio|tuan|thang)(?![\\p{L}/])`,
  'u',
)

/** "sáng thứ Hai hằng tuần", "trong vòng 03 ngày", "Tháng: ngày 20" */
const HOW_OFTEN = new RegExp(
  `(?<!\\p{L})(?:(?:hang|moi) (?:ngay|tuan|thang|quy)|trong vong \\d|ngay \\d{1,2}(?!\\d)|ngay lam viec (?:dau|cuoi)|${DAY_OF_WEEK} (?:tuan|hang|moi))`,
  'u',
)

/** Anything that looks like a date, a count or a share: what must not be dropped unseen. */
export const hasFigure = (text: string): boolean =>
  timesIn(text).length > 0 ||
  /^riêng\s.*\d|hằng ngày|hàng ngày|tối đa|không quá \d|\d{1,2}\s?(?:h|giờ)\s?\d{0,2}/i.test(text) ||
  /\d{1,3}(?:[.,]\d+)?\s*%/.test(text) ||
  /\d+(?:\s*\p{L}+){1,4}\s*\/\s*(?:\d+\s*)?(?:ngày|tuần|tháng|quý|năm|kỳ|buổi|lần)(?!\p{L})/iu.test(text) ||
  /\d+\s*(?:lần|số|kỳ|buổi|đợt)\s*\//.test(text) ||
  /\d+\s*(?:tờ rơi|tờ gấp|áp phích|pa ?nô|băng rôn|khẩu hiệu|cuốn|phướn)(?!\p{L})/iu.test(text) ||
  LEAST.test(keyOf(text)) ||
  HOW_OFTEN.test(masked(text))

const WEEKDAY = '(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)'
const WEEKDAYS = `${WEEKDAY}(?:(?:,| và| -) (?:${WEEKDAY}|[2-7](?![\\d/])))*`
const HOUR = '\\d{1,2}\\s?(?:h|g|giờ|:)\\s?(?:\\d{2})?'

/** "Tháng 3: …", "Thứ Hai, thứ Năm: …": a line of a calendar, told by the time that it begins with. */
export const TIME_FIRST = new RegExp(
  `^(?:(?:từ )?(?:tháng|quý) (?:\\d{1,2}|[ivx]{1,3})(?!\\p{L})[^:.]{0,24}|${WEEKDAYS})\\s*:\\s`,
  'iu',
)
/** "Giai đoạn 1 (tháng 2 - tháng 3): khảo sát": work of its own in a time of its own. */
export const STAGE_FIRST = /^(?:giai đoạn|đợt|bước) (?:\d|[IV]{1,3})(?!\p{L})[^:]{0,60}:\s*/iu
/** "17h30: Chuyển đổi số - thứ 7", "5h30 - 5h45: Bản tin (hằng ngày)": a line of a timetable. */
export const HOUR_FIRST = new RegExp(`^(?:từ )?${HOUR}(?:\\s*(?:[-–]|đến)\\s*${HOUR})?\\s*:\\s+`, 'iu')
/** "… - thứ 7 tuần 1 và 3", "… (thứ 2, 4, 6)", "… (từ thứ 2 đến thứ 6)", "… (hằng ngày)" at a line's end. */
export const DAYS_LAST = new RegExp(
  `\\s*[-,(:]\\s*((?:(?:các ngày|từ) )?(?:${WEEKDAYS}(?: đến ${WEEKDAY})?(?: (?:tuần|hằng|hàng) [^;.()]{1,24})?|(?:hằng|hàng|mỗi) ngày))\\)?[\\s.;]*$`,
  'iu',
)
/** "Thứ Ba: …", "Chủ nhật (tuần 1 và tuần 3): …" */
export const WEEKDAY_FIRST = new RegExp(`^${WEEKDAYS}(?: \\([^()]{1,40}\\))?(?=\\s*:\\s)`, 'iu')

const TIME_TALK =
  /(?<!\p{L})(?:hoan thanh|thuong xuyen|hang nam|dinh ky|truoc|ngay|thang|quy|nam|trong|vao|den|tu|het|va|cham nhat|sau|theo|thuc hien|ke|khi|tiep theo|nhung|cac|hang|moi)(?!\p{L})/gu

/** How many words are left when times are taken away. */
export function ownWords(text: string): number {
  const key = masked(text)
  const rest = timesIn(text).reduceRight((all, { start, end }) => all.slice(0, start) + all.slice(end), key)
  return rest.replace(TIME_TALK, ' ').match(/\p{L}{2,}/gu)?.length ?? 0
}
