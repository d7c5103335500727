/** One phrase of frequency or time → its normal form. Nothing is invented, and what is left over is said. */
import { foldTone } from '../../text.ts'
import { doubt, twoReadings } from './doubts.ts'
import { fold } from './fold.ts'
import { illegible } from './illegible.ts'
import { type Parts, partsOf } from './parts.ts'
import { readingOf } from './readings.ts'
import { sentenceOf } from './sentence.ts'
import { unusedOf } from './unused.ts'
import type { When, WhenDoubt } from './when.ts'

export type WhenContext = {
  /** The plan's year, for dates that name none; null where it is not known. */
  year: number | null
  /** The label before the phrase: "Thời hạn hoàn thành" makes a month a deadline, "báo cáo" a rhythm of reports. */
  label?: string | null
}

/** What a phrase of frequency or time says; `unknown` where only the officer can tell. */
export function readWhen(text: string, { year, label = null }: WhenContext): When {
  const { text: folded, shown, repaired, unclear } = fold(withNextYear(text, year))
  const refused = illegible(folded)
  if (refused) return refused
  const parts = partsOf(sentenceOf(folded, shown), year, foldTone(label ?? '').normalize('NFC'))
  const when = readingOf(parts)
  return finished(
    when,
    [
      ...(when.doubt ?? []),
      ...generalDoubts(parts, when),
      ...(repaired
        ? [doubt('repaired-text', 'Có chữ bị dính hoặc bị rời; đã đọc theo cách duy nhất hiểu được.')]
        : []),
      ...(unclear ? [doubt('repaired-text', 'Có chữ bị dính mà không tách được.')] : []),
    ],
    parts,
  )
}

/** "trước ngày 10/01 năm sau" */
const withNextYear = (text: string, year: number | null): string =>
  year === null ? text : text.replace(NEXT_YEAR, (_, day: string) => `${day}/${year + 1}`)

const NEXT_YEAR =
  /(?<![\d/])(\d{1,2}\s*\/\s*\d{1,2})(?!\s*\/)(?:,?\s+(?:của\s+)?năm (?:sau|kế tiếp|tiếp theo|liền kề))(?!\p{L})/giu

function generalDoubts(parts: Parts, when: When): WhenDoubt[] {
  const external = !['unknown', 'continuous', 'event-offset'].includes(when.kind)
    ? [...parts.triggers, ...parts.feasts]
    : []
  return [
    ...parts.moments.filter(({ foreign }) => foreign).map(({ text }) => doubt('year-outside-plan', text)),
    ...parts.left.map((text) => twoReadings('leftOver', text)),
    ...parts.exceptions.map((text) => twoReadings('exception', text)),
    ...unusedOf(parts, when).map((what) => twoReadings('unused', what)),
    ...(parts.vague === null ? [] : [twoReadings('leftOver', parts.vague)]),
    ...(parts.partOfMonth && !['rate', 'unknown'].includes(when.kind)
      ? [twoReadings('leftOver', 'đầu, giữa hoặc cuối kỳ')]
      : []),
    ...(parts.eachPlace === null ? [] : [twoReadings('eachPlace', parts.eachPlace)]),
    ...external.map((text) => doubt('external-trigger', text)),
    ...parts.ifAny.map((text) => doubt('conditional', text)),
  ]
}

function finished(when: When, doubts: WhenDoubt[], { ifAny }: Parts): When {
  const { doubt: _, also, ...rest } = when
  return {
    ...rest,
    ...(ifAny.length && { conditional: true as const }),
    ...(also && { also: bareOf(also) }),
    ...(doubts.length && { doubt: unique(doubts) }),
  }
}

const bareOf = ({ doubt: _, ...rest }: When): When => rest

const unique = (doubts: WhenDoubt[]): WhenDoubt[] =>
  doubts.filter(({ message }, i) => doubts.findIndex((other) => other.message === message) === i)
