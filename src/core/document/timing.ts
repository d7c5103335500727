/** A draft's words of time → one reading, with what its title and its other labels add. */
import { type Doubt, doubt } from './doubt.ts'
import type { Draft, Timing } from './draft.ts'
import { readWhen } from './when/read-when.ts'
import type { When } from './when/when.ts'
import { keyOf } from './words.ts'

export type Reading = { when: When; verbatim: string; doubts: Doubt[] }

const IF_ANY = /\((?:nếu có|khi có|nếu phát sinh)[^)]*\)|(?<!\p{L})nếu có(?!\p{L})/iu

export function timingOf(draft: Draft, year: number | null): Reading {
  const read = (timing: Timing): When => readWhen(timing.words.text, { year, label: timing.label })
  const { often, when } = draft
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
      ...found.map(({ code, message }) => doubt(code, 'when', message)),
      ...(conditional
        ? [doubt('conditional', 'title', 'Tên nhiệm vụ ghi “nếu có”: chỉ tính khi có phát sinh.')]
        : []),
    ],
  }
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
