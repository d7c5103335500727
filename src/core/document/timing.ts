/** A draft's words of time → one reading, with what its title and its other labels add. */
import { type Doubt, doubt } from './doubt.ts'
import type { Draft, Timing } from './draft.ts'
import { timesIn } from './time-words.ts'
import { readWhen } from './when/read-when.ts'
import type { When } from './when/when.ts'
import { keyOf, part } from './words.ts'

export type Reading = { when: When; verbatim: string; doubts: Doubt[] }

const IF_ANY = /\((?:nếu có|khi có|nếu phát sinh)[^)]*\)|(?<!\p{L})nếu có(?!\p{L})/iu

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
  const { when } = draft
  const often = draft.often ?? rhythmInTitle(draft)
  const base =
    often && when
      ? merged(read(often), read(when))
      : often
        ? read(often)
        : when
          ? read(when)
          : noTime(draft, year)
  const { doubt: found = [], ...reading } = base
  const verbatim = [often, when].flatMap((one) => (one ? [one.words.text] : [])).join('; ')
  const conditional = IF_ANY.test(draft.title.text) && !reading.conditional
  return {
    when: conditional ? { ...reading, conditional: true } : reading,
    verbatim,
    doubts: [
      ...(often && !draft.often
        ? [
            doubt(
              'two-readings',
              'when',
              'Số lần lấy từ tên nhiệm vụ, thời gian lấy từ nhãn thời gian: hãy xem lại.',
            ),
          ]
        : []),
      ...found.map(({ code, message }) => doubt(code, 'when', message)),
      ...(conditional
        ? [doubt('conditional', 'title', 'Tên nhiệm vụ ghi “nếu có”: chỉ tính khi có phát sinh.')]
        : []),
    ],
  }
}

/** "Quý, 6 tháng, năm" is a rhythm where the duty is a report. */
function readFor({ title }: Draft, { words, label }: Timing, readTime: ReadTime): When {
  const found = readTime(words.text, label)
  if (found.kind !== 'unknown' || !/^.{0,24}bao cao/.test(keyOf(title.text))) return found
  const report = readTime(words.text, 'báo cáo')
  return report.kind === 'report' ? report : found
}

/** "… phát 02 lần/tuần" in the title, where the label names the whole year alone. */
function rhythmInTitle({ title, when, found }: Draft): Timing | null {
  if (found === 'prose' || found === 'goal') return null
  if (
    when &&
    !isWholeYear(when) &&
    !/^(?:thuong xuyen|hang (?:thang|tuan|ngay|quy))/.test(keyOf(when.words.text))
  )
    return null
  const span = timesIn(title.text).find(({ start, end }) =>
    /\d\s*\p{L}[\p{L}, ]*\/|^moi \p{L}+ .*\d/u.test(keyOf(title.text).slice(start, end)),
  )
  return span ? { words: part(title, span.start, span.end), label: 'tần suất' } : null
}

/** How often beside when: the rhythm counts, the time bounds it. */
function merged(often: When, when: When): When {
  const doubts = [...(often.doubt ?? []), ...(when.doubt ?? []).filter(({ code }) => code !== 'two-readings')]
  const doubtful = doubts.length ? { doubt: doubts } : {}
  const { doubt: _often, ...rhythm } = often
  const { doubt: _when, ...time } = when
  if (often.kind === 'minutes')
    return { ...time, ...(often.minutes && { minutes: often.minutes }), ...doubtful }
  if (often.kind === 'unknown') return when
  if (often.kind !== 'rate') return often
  const window = when.window
  return {
    ...rhythm,
    ...(window && !rhythm.window && { window }),
    ...(when.conditional && { conditional: true as const }),
    ...doubtful,
  }
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
