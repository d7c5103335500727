/** A draft's words of time → one reading, with what its title and its other labels add. */
import { daysBetween } from '../wall-clock.ts'
import { type Doubt, doubt } from './doubt.ts'
import type { Draft, Timing } from './draft.ts'
import { clean } from './fields-in.ts'
import { EACH_TIME, timesIn } from './time-words.ts'
import { isLeftOver } from './when/doubts.ts'
import { readWhen } from './when/read-when.ts'

import type { When } from './when/when.ts'
import { join, keyOf, part, type Words } from './words.ts'

export type Reading = { when: When; verbatim: string; doubts: Doubt[] }

const IF_ANY =
  /\((?:nếu có|khi có|nếu phát sinh)[^)]*\)|(?<!\p{L})nếu có(?!\p{L})|^(?:khi|nếu|trường hợp) (?:có|xảy ra|phát sinh)(?!\p{L})|^(?:khi|nếu|(?:trong )?trường hợp) [^.;:]{3,100}? thì(?!\p{L})/iu

/** What words of time say in this plan, under a label. */
export type ReadTime = (text: string, label: string) => When

/** Plans say the same few things over and over: each is read once. */
export function timeReader(year: number | null): ReadTime {
  const known = new Map<string, When>()
  return (text, label) => {
    const key = `${label}\n${text}`
    const when = known.get(key) ?? readWhen(text, { year, label })
    known.set(key, when)
    return when
  }
}

export function timingOf(draft: Draft, year: number | null, readTime: ReadTime): Reading {
  const read = (timing: Timing): When => readFor(draft, timing, readTime)
  const labelled = draft.when
  const often = draft.often ?? rhythmInWords(draft, labelled && read(labelled))
  const when = labelled ?? (often ? null : timeInWords(draft))
  const base =
    often && when
      ? together(draft, often, when, readTime)
      : often
        ? read(often)
        : when
          ? read(when)
          : noTime(draft, year)
  const { doubt: found = [], ...reading } = inSeason(base, draft.season ?? null, readTime)
  const season = reading.window === base.window ? null : draft.season
  const verbatim = [often?.words, when?.words, season].flatMap((one) => (one ? [one.text] : [])).join('; ')
  const conditional = IF_ANY.test(draft.title.text) && !reading.conditional
  return {
    when: conditional ? { ...reading, conditional: true } : reading,
    verbatim,
    doubts: [
      ...(often && !draft.often ? [doubt('two-readings', 'when', FROM_TITLE)] : []),
      ...(when && !labelled ? [doubt('two-readings', 'when', FROM_WORDS)] : []),
      ...found.map(({ code, message }) => doubt(code, 'when', message)),
      ...(conditional
        ? [
            doubt(
              'conditional',
              'title',
              'Tên nhiệm vụ ghi điều kiện (“nếu có”, “khi … thì”): chỉ tính khi có phát sinh.',
            ),
          ]
        : []),
    ],
  }
}

const FROM_TITLE = 'Số lần lấy từ tên nhiệm vụ, thời gian lấy từ nhãn thời gian: hãy xem lại.'
const FROM_WORDS = 'Thời gian lấy từ câu văn của nhiệm vụ, không có nhãn riêng: hãy xem lại.'

/** "Quý, 6 tháng, năm" is a rhythm where the obligation is a report. */
function readFor({ title }: Draft, { words, label }: Timing, readTime: ReadTime): When {
  const found = readTime(spelledOut(words.text, label), label)
  if (found.kind !== 'unknown' || !/^.{0,24}bao cao/.test(keyOf(title.text))) return found
  const report = readTime(words.text, 'báo cáo')
  return report.kind === 'report' ? report : found
}

const NUMBER = '(?:0?\\d{1,2}|[ivx]{1,4})'
const NUMBERS = new RegExp(`^${NUMBER}(?:\\s*(?:[,;&-]|va|den)\\s*${NUMBER})*$`)

/** A column "Chỉ tiêu (tin, bài/tháng)" holds bare numbers of them. */
const COUNTED =
  /(tin,? bài|bản tin|tin|bài viết|bài|chương trình|chuyên mục|số|lượt|lần|buổi|cuộc|video|lớp)(?: phát thanh| phát sóng| tuyên truyền)?(?:\s*\/\s*(tuần|tháng|quý|năm))?\)?\s*$/iu

/** "04", "6/tháng", "01 (tháng tuyển quân: 04)" */
const BARE_COUNT = /^\s*(\d{1,3})(?:\s*\/\s*(tuần|tháng|quý|năm))?\s*(?=\(|$)/iu

/** "8; 9" or "10 - 12" under "Tháng": the label says what is numbered. */
function spelledOut(text: string, label: string): string {
  const [bare, n, own] = BARE_COUNT.exec(text) ?? []
  const [, counted, period = own] = n === undefined ? [] : (COUNTED.exec(label) ?? [])
  if (bare && counted)
    return text.replace(bare, `${n} ${counted}${(own ?? period) ? `/${own ?? period}` : ''} `).trim()
  const unit = /^(?:thang|quy)(?!\p{L})/u.exec(keyOf(label).trim())?.[0]
  if (!unit || !NUMBERS.test(keyOf(text).trim())) return text
  return `${unit === 'quy' ? 'quý' : 'tháng'} ${text.replaceAll(';', ',')}`
}

/** "… phát 02 lần/tuần" in the title or below it, where the label names a long time alone. */
function rhythmInWords(draft: Draft, time: When | null): Timing | null {
  const { title, content, when, found } = draft
  if (found === 'prose' || found === 'goal') return null
  if (when && !isWholeYear(when) && !(time && isLong(time)) && !isBareRhythm(when)) return null
  for (const words of found === 'row' || content.length > 1 ? [title] : [title, ...content]) {
    const key = keyOf(words.text)
    const span = timesIn(words.text).find(({ start, end }) => RHYTHM.test(key.slice(start, end)))
    if (span) return { words: part(words, span.start, span.end), label: 'tần suất' }
  }
  return null
}

const RHYTHM = /\d\s*\p{L}[\p{L}, ]*\/|^(?:moi|hang) \p{L}+ .*\d|^ngay \d+ (?:lan|buoi)/u

const isBareRhythm = ({ words }: Timing): boolean =>
  /^(?:thuong xuyen|hang (?:thang|tuan|ngay|quy))/.test(keyOf(words.text))

/** Times further apart than this, in letters, are several. */
const ONE_TIME = 80

/** Without a label, what the obligation's own sentences say. */
function timeInWords({ title, content, found }: Draft): Timing | null {
  if (found === 'prose' || found === 'goal') return null
  for (const [i, words] of [title, ...content].entries()) {
    const spans = timesIn(words.text)
    const [first, last] = [spans[0], spans.at(-1)]
    if (!first || !last || last.end - first.start > ONE_TIME) continue
    const timing = { words: part(words, first.start, last.end), label: '' }
    if (!isWholeYear(timing)) return i === 0 ? timing : goneOn(timing, words, content.slice(i))
  }
  return null
}

/** "Phát vào 18h30 thứ Hai", "Phát lại vào 5h30 hôm sau" on the lines below, and ", mỗi chương trình 15 phút" on its own. */
function goneOn(timing: Timing, line: Words, below: readonly Words[]): Timing {
  const other = below.findIndex(({ text }) => !GOES_ON.test(keyOf(text)))
  const more = below.slice(0, other < 0 ? below.length : other)
  const tail = part(line, line.text.indexOf(timing.words.text) + timing.words.text.length)
  const own = GOES_ON.test(keyOf(tail.text)) ? join(timing.words, tail, '') : timing.words
  return { ...timing, words: more.reduce((all, one) => join(all, clean(one), '; '), clean(own)) }
}

const GOES_ON = new RegExp(`^[\\s,;]*(?:phat|thoi luong|vao|luc|${EACH_TIME})(?!\\p{L})`, 'u')

/** Weeks and months of it: long enough for a rhythm. */
const isLong = ({ kind, window }: When): boolean =>
  kind === 'window' &&
  window?.from !== undefined &&
  window.to !== undefined &&
  daysBetween(window.from, window.to) > 45

/** How often beside when. Two rhythms are one said twice, or a total and its share: they are read as one phrase. */
function together(draft: Draft, often: Timing, when: Timing, readTime: ReadTime): When {
  const [rhythm, time] = [readFor(draft, often, readTime), readFor(draft, when, readTime)]
  const phrase = [often, when].map(({ words, label }) => spelledOut(words.text, label)).join('; ')
  if (rhythm.kind === 'rate' && time.kind === 'rate') return readTime(phrase, when.label)
  const both = merged(rhythm, time)
  if (['unknown', 'minutes'].includes(rhythm.kind) && rhythm.doubt?.length && time.kind !== 'unknown')
    return readTime(phrase, when.label)
  const unread = time.kind === 'unknown' && both !== time && !time.conditional
  const message = `Còn “${when.words.text}” chưa được hiểu.`
  return unread ? { ...both, doubt: [...(both.doubt ?? []), { code: 'two-readings', message }] } : both
}

/** "Đợt 1 (từ 01/3 đến 31/3)" above a rhythm bounds it; "Các tháng còn lại" does not say how. */
function inSeason(when: When, season: Words | null, readTime: ReadTime): When {
  if (!season || when.kind !== 'rate' || when.window) return when
  const { kind, window, days, months } = readTime(season.text, '')
  if (kind === 'window' && window && !days && !months) return { ...withoutReckoned(when), window }
  const message = `“${season.text}” chưa được hiểu: hãy ghi từ ngày nào đến ngày nào.`
  return { ...when, doubt: [...(when.doubt ?? []), { code: 'two-readings', message }] }
}

/** The rhythm counts, the time bounds it. */
function merged(often: When, when: When): When {
  const doubts = [
    ...(often.doubt ?? []),
    ...(when.doubt ?? []).filter((one) => one.code !== 'two-readings' || isLeftOver(one)),
  ]
  const doubtful = doubts.length ? { doubt: doubts } : {}
  const { doubt: _often, ...rhythm } = often
  const { doubt: _when, ...time } = when
  if (often.kind === 'minutes')
    return { ...time, ...(often.minutes && { minutes: often.minutes }), ...doubtful }
  if (often.kind === 'unknown') return when
  if (often.kind !== 'rate') return often
  const window = when.window
  return {
    ...(window ? withoutReckoned(rhythm) : rhythm),
    ...(window && !rhythm.window && { window }),
    ...(when.conditional && { conditional: true as const }),
    ...doubtful,
  }
}

/** What a whole year makes of a rhythm is not what a part of it does. */
function withoutReckoned(rhythm: When): When {
  const { declared, reckoned, ...rest } = rhythm
  return reckoned ? rest : rhythm
}

/** No words of time at all: an empty place is asked for; where none is foreseen the plan's year is what remains. */
function noTime({ emptyWhen }: Draft, year: number | null): When {
  const missing = { code: 'two-readings' as const, message: 'Văn bản không ghi thời gian của nhiệm vụ này.' }
  if (emptyWhen || year === null) return { kind: 'unknown', doubt: [missing] }
  const message = 'Văn bản không ghi thời gian; tạm hiểu là thường xuyên trong năm của kế hoạch.'
  return {
    kind: 'continuous',
    window: { from: `${year}-01-01`, to: `${year}-12-31` },
    doubt: [{ ...missing, message }],
  }
}

export const isWholeYear = (when: Timing | null): boolean =>
  when === null || /^(?:trong |ca |het )?(?:nam(?: \d{4})?|ca nam)\.?$/.test(keyOf(when.words.text).trim())
