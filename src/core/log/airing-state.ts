/**
 * What a play log's column of states says of a row. Systems also write there what is no airing at all: approvals,
 * connections, fans. Only what clearly says "played" is taken so.
 */
import { foldTone, tidy } from '../text.ts'
import type { Cell } from './play-time.ts'

/** So many of so many devices. */
export type Coverage = { played: number; of: number }

/** `unsaid`: an empty cell; `playing`: as it was when somebody, or a machine each minute, looked. */
export type AiringState = {
  kind: 'aired' | 'playing' | 'silent' | 'unclear' | 'unsaid'
  coverage: Coverage | null
}

// With diacritics, since `Chùa` is no `chưa`, `Chợ` no `chờ`, `đúng` no `dừng`, `hoàn tất` no `tắt`. Behind each `|` the
// same without any, where the letters alone are not another word.
const NOT = 'không|chưa|chẳng|khong|chua|not|never|un|in'
const DONE =
  'đã phát|phát xong|phát đủ|phát đúng|phát đầy đủ|phát được|thành công|hoàn thành|hoàn tất|kết thúc|đã xong|đã chạy|bình thường|đúng giờ|' +
  'da phat|phat xong|thanh cong|hoan thanh|hoan tat|ket thuc|binh thuong|dung gio|' +
  'played|succe(?:ss|ssful|eded)|complete[d]?|done|finished|on time|ok|okay'
const PLAYING = 'đang phát|dang phat|đang chạy|playing|on air'
const FAULT =
  'lỗi|sự cố|thất bại|gián đoạn|trục trặc|mất tín hiệu|loi|su co|that bai|gian doan|errors?|fail(?:ed|ure|ures|s)?|faults?'
const SILENT =
  `không|chưa|hủy|huỷ|xóa|xoá|bỏ qua|từ chối|mất|dừng|ngắt|ngừng|ngưng|chờ|hết giờ|quá giờ|quá hạn|sắp|tắt|ngoại tuyến|duyệt|khởi tạo|nháp|đứt|hỏng|một phần|dở dang|` +
  `khong|chua (?:phat|chay|toi|gui|duyet)|huy|da xoa|bo qua|tu choi|mat (?:ket noi|dien|mang|tin hieu)|tam dung|da dung|ngat|cho (?:phat|duyet|phe)|het gio|sap toi|duyet|ngoai tuyen|` +
  `0 ?%|off(?:line)?|miss(?:ed)?|abort(?:ed)?|time ?d?.?out|cancel(?:l?ed)?|skip(?:ped)?|pending|queued|waiting|scheduled|rejected|refused|denied|stop(?:ped)?|paused?|interrupted|disconnect(?:ed)?|lost|idle|drafts?|partial(?:ly)?|none|no|false|${FAULT}`

const word = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'u')
const all = (words: string) => new RegExp(word(words), 'gu')

/** "không lỗi", "0 lỗi", "lỗi: 0", "no errors", "không bị gián đoạn". */
const NO_FAULT = new RegExp(
  `${all(`(?:(?:không|khong|ko|k|chưa|no|without|zero|0 ?%?)\\s+(?:có |co |bị |bi |xảy ra |thấy |gặp |any )*(?:${FAULT}))`).source}|` +
    `${all(`(?:${FAULT})\\s*[:=]?\\s*(?:0|không|khong|none)`).source}`,
  'gu',
)
const NOT_DONE = new RegExp(
  `${all(`(?:${NOT})\\s+(?:được |duoc |thể |yet )*(?:${DONE}|phát|phat|${PLAYING})`).source}|${all('unsuccessful|incomplete').source}`,
  'gu',
)
const [done, playing, silent] = [word(DONE), word(PLAYING), word(SILENT)]

/** Ticks and numbers of a column such as "Đã phát". */
const YES = /^(?:1|true|yes|y|có|co|x|v|✓|✔|đạt|dat|rồi|100 ?%)$/
const NO = /^(?:0|false|no|n|không|khong|ko|-|✗|✘|0 ?%)$/

/** "Không xác định" denies nothing and says nothing. */
const UNKNOWN = all('(?:không|chưa|khong|chua) (?:xác định|xac dinh|rõ|ro|biết|biet)')

const state = (kind: AiringState['kind'], coverage: Coverage | null = null): AiringState => ({
  kind,
  coverage,
})

export function airingState(cell: Cell): AiringState {
  const text = foldTone(tidy(String(cell ?? '')))
  if (text === '') return state('unsaid')
  const coverage = coverageIn(text)
  if (coverage) return coverage.played > 0 ? state('aired', coverage) : state('silent', coverage)
  if (YES.test(text)) return state('aired')
  if (NO.test(text)) return state('silent')
  const faultless = text.replace(UNKNOWN, ' ').replace(NO_FAULT, ' ')
  const rest = faultless.replace(NOT_DONE, ' ')
  const isSilent = rest !== faultless || silent.test(rest)
  const isDone = done.test(rest) || (text.search(NO_FAULT) >= 0 && !isSilent)
  if (isSilent) return state(isDone || playing.test(rest) ? 'unclear' : 'silent')
  return state(isDone ? 'aired' : playing.test(rest) ? 'playing' : 'unclear')
}

/** Of how many devices played a row speaks, `12/15` or a bare `12`; what else may stand there says nothing of it. */
export function reachOf(cell: Cell): AiringState {
  const text = foldTone(tidy(String(cell ?? '')))
  const coverage = coverageIn(text)
  const played =
    coverage?.played ?? /^(\d+)(?:[.,]0+)?(?: (?:thiết bị|loa|cụm|cụm loa|devices?))?$/.exec(text)?.[1]
  return played === undefined ? state('unsaid') : state(Number(played) > 0 ? 'aired' : 'silent', coverage)
}

/** Two columns that speak of the same row: an airing is what both let be one. */
export function bothSay(status: AiringState, reach: AiringState): AiringState {
  if (status.kind === 'unsaid' || reach.kind === 'silent') return reach
  if (reach.kind === 'unsaid') return status
  return state(status.kind === 'silent' ? 'unclear' : status.kind, reach.coverage ?? status.coverage)
}

/** "12/15 thiết bị", "đã phát 12/15", alone or with its devices; a day like 12/8/2026 is none. */
function coverageIn(text: string): Coverage | null {
  const [, played, of] = /(?<![\d/])(\d{1,5})\s*\/\s*(\d{1,5})(?![\d/])/.exec(text) ?? []
  const coverage = { played: Number(played), of: Number(of) }
  return played !== undefined && coverage.of > 0 && coverage.played <= coverage.of ? coverage : null
}
