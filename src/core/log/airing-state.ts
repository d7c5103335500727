/**
 * What a play log's column of states says of a row. Systems also write there what is no airing at all: approvals,
 * connections, fans. Only what clearly says "played" is taken so.
 */
import { foldTone, tidy } from '../text.ts'
import { BESIDE, DONE, FAULT, HITCH, NOT, PARTLY, PLACE, PLAYING, SILENT } from './airing-words.ts'
import type { Cell } from './play-time.ts'

/** So many of so many devices. */
export type Coverage = { played: number; of: number }

/** `unsaid`: an empty cell; `playing`: as it was when somebody, or a machine each minute, looked. */
export type AiringState = {
  kind: 'aired' | 'playing' | 'silent' | 'unclear' | 'unsaid'
  coverage: Coverage | null
}

const word = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'u')
const all = (words: string) => new RegExp(word(words), 'gu')

const NONE = '(?:không|khong|ko|k|chưa|no|without|zero|0 ?%?)\\s+(?:có |co |bị |bi |xảy ra |thấy |gặp |any )*'
/** "không lỗi", "0 lỗi", "lỗi: 0", "no errors", "không bị gián đoạn". */
const NO_FAULT = new RegExp(
  `${all(`${NONE}(?:${FAULT})`).source}|${all(`(?:${FAULT})\\s*[:=]?\\s*(?:0|không|khong|none)`).source}`,
  'gu',
)
const NO_HITCH = all(`${NONE}(?:${HITCH})`)
const NOT_DONE = new RegExp(
  `${all(`(?:${NOT})\\s+(?:được |duoc |thể |hề |hoàn toàn |yet )*(?:${DONE}|phát|phat|${PLAYING})`).source}|${all('unsuccessful|unplayed|unfinished|incomplete').source}`,
  'gu',
)
const [silent, partly] = [word(SILENT), word(PARTLY)]
const [done, playing, beside] = [all(DONE), all(PLAYING), all(BESIDE)]

/** Ticks and numbers of a column such as "Đã phát". */
const YES = /^(?:1|true|yes|y|có|co|x|v|✓|✔|✅|☑|√|đạt|dat|rồi|100(?:[.,]0+)? ?%)$/u
const NO = /^(?:0|false|no|n|không|khong|ko|nok|ng|-|✗|✘|❌|0 ?%)$/u

/** "Không xác định" denies nothing and says nothing. */
const UNKNOWN = all('(?:không|chưa|khong|chua) (?:xác định|xac dinh|rõ|ro|biết|biet)')

const state = (kind: AiringState['kind'], coverage: Coverage | null = null): AiringState => ({
  kind,
  coverage,
})

/** `NOT_PLAYED` and `notPlayed` are words like others. */
const plain = (cell: Cell): string =>
  foldTone(
    tidy(String(cell ?? ''))
      .replace(/(?<=\p{Ll})(?=\p{Lu})|_/gu, ' ')
      .replace(/(?<=\p{L})-(?=\p{L})/gu, ' '),
  ).trim()

export function airingState(cell: Cell): AiringState {
  const text = plain(cell)
  if (text === '') return state('unsaid')
  if (YES.test(text)) return state('aired')
  if (NO.test(text)) return state('silent')
  const covered = coverageIn(text)
  const kind = kindOf(covered?.rest ?? text)
  if (!covered) return state(kind ?? 'unclear')
  // "Lỗi 3/15" counts something else than devices that played.
  if (kind !== null && kind !== 'aired' && kind !== 'playing') return state('unclear')
  return state(covered.played === 0 ? 'silent' : (kind ?? 'aired'), coverageOf(covered))
}

/** Null where no word says anything. What is neither known nor a name leaves it open: "gửi lệnh thành công" is no airing. */
function kindOf(text: string): 'aired' | 'playing' | 'silent' | 'unclear' | null {
  const known = text.replace(UNKNOWN, ' ')
  const faultless = known.replace(NO_FAULT, ' ').replace(NO_HITCH, ' ')
  const rest = faultless.replace(NOT_DONE, ' ')
  const clauses = rest.split(/[,;.!()[\]|/"“”'–—-]+|: /u).map(withoutPlace)
  const [isDone, isPlaying] = [done, playing].map((words) =>
    clauses.some((clause) => clause.search(words) >= 0),
  )
  const isSilent = rest !== faultless || silent.test(rest)
  if (isSilent) return isDone || isPlaying || partly.test(rest) || SO_MANY.test(rest) ? 'unclear' : 'silent'
  const isOpen = known !== text || partly.test(rest) || OPEN.test(rest)
  if (isOpen || clauses.some(saysMore)) return 'unclear'
  if (isDone || text.search(NO_FAULT) >= 0) return 'aired'
  return isPlaying ? 'playing' : /[\p{L}\p{N}]/u.test(rest) ? 'unclear' : null
}

/** "Phát 12, lỗi 3" counts devices. */
const SO_MANY = /^phát:? [1-9]/
/** A question, none of it, so many minutes of so many. */
const OPEN = /\?|(?<![\d:.,])0(?![\d:.,])|(?<![\d/])\d+\s*\/\s*\d+(?![\d/])/

const TO_ITS_END = new RegExp(
  `(?<!\\d )${word(PLACE).source}.*?(?=(?:đã phát|phát xong|phát thành công|played)(?!\\p{L})|$)`,
  'gu',
)
const withoutPlace = (clause: string): string => clause.replace(TO_ITS_END, ' ')

const NUMBER =
  /(?<![\p{L}\d])\d[\d:h]*(?: (?:thiết bị|cụm loa|cụm|loa|devices?|speakers?))?(?![\p{L}\d%])|100 ?%/gu
const saysMore = (clause: string): boolean =>
  /[\p{L}%]/u.test([done, playing, beside, NUMBER].reduce((left, words) => left.replace(words, ' '), clause))

/** Of how many devices played a row speaks, `12/15` or a bare `12`; what else may stand there says nothing of it. */
export function reachOf(cell: Cell): AiringState {
  const text = plain(cell)
  const covered = coverageIn(text)
  if (covered) {
    const kind = kindOf(covered.rest)
    if (kind === 'silent' || kind === 'unclear') return state('unsaid')
    return state(covered.played > 0 ? 'aired' : 'silent', coverageOf(covered))
  }
  const [, played] = /^(\d+)(?:[.,]0+)?(?: (?:thiết bị|loa|cụm|cụm loa|devices?))?$/.exec(text) ?? []
  return played === undefined ? state('unsaid') : state(Number(played) > 0 ? 'aired' : 'silent')
}

/** Two columns that speak of the same row: an airing is what both let be one. */
export function bothSay(status: AiringState, reach: AiringState): AiringState {
  if (status.kind === 'unsaid' || reach.kind === 'silent') return reach
  if (reach.kind === 'unsaid') return status
  return state(status.kind === 'silent' ? 'unclear' : status.kind, reach.coverage ?? status.coverage)
}

type Covered = Coverage & { rest: string }
const coverageOf = ({ played, of }: Covered): Coverage => ({ played, of })

const OF_DEVICES =
  /(?<![\d/])(?!0\d)(\d{1,5})\s*(?:\/|trên(?: tổng số)?|trong(?: tổng)?(?: số)?|of|out of)\s*(\d{1,5})(?![\d/])(?!\s*(?:phút|giây|giờ|tiếng|bài|tin|lượt|lần|ngày|min|sec))(?:\s*(?:thiết bị|cụm loa|cụm|loa|devices?|speakers?))?/
const SHARE = /\d+(?:[.,]\d+)? ?%/g

/** "12/15 thiết bị", "đã phát 12/15", alone or with its devices; a day like 12/8/2026 is none. `rest` is what else is said. */
function coverageIn(text: string): Covered | null {
  const [words = '', played, of] = OF_DEVICES.exec(text) ?? []
  const coverage = { played: Number(played), of: Number(of) }
  if (played === undefined || coverage.of === 0 || coverage.played > coverage.of) return null
  return { ...coverage, rest: text.replace(words, ' ').replace(SHARE, ' ') }
}
