/** A version in another language (bản tiếng khác): an airing of its own, recorded from its programme or from the obligation. */
import { type Fact, uncorrected } from '../../../core/fact.ts'
import type { Option } from '../../../core/form/field.ts'
import { withItem } from '../../../core/item-brief.ts'
import { isExtra } from '../../../core/outside-plans.ts'
import type { Reading } from '../../../core/reading.ts'
import { capital } from '../../../core/text.ts'
import { type Instant, instantOf, localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import { goesOnAir, slotTitle } from '../../../core/words/slot-words.ts'
import { dayInWords } from '../../../core/words/words.ts'
import type { Parts } from './record-question.ts'

/** What stands outside any plan has no obligation on which it could be recorded. */
export const mayHaveVersion = ({ slot, obligation, at }: Reading, now: Instant): boolean =>
  goesOnAir(obligation) && !isExtra(slot) && at.dueDay <= localDateOf(now)

/** In force, and those struck out, in the order in which they were recorded. */
export function versionsOf(slotId: string, logged: readonly Fact[]): Fact[] {
  const own = new Set(logged.filter(({ making }) => making?.versionOf === slotId).map(({ id }) => id))
  for (const { id, corrects } of logged) if (corrects !== null && own.has(corrects)) own.add(id)
  return logged.filter(({ id }) => own.has(id))
}

/** Mostly it is the same one again. */
const lastLanguage = (logged: readonly Fact[]): string =>
  uncorrected(logged).findLast(({ making }) => making?.mode === 'version')?.making?.language ?? ''

const programmeOption = ({ slot, obligation, item, at }: Reading): Option => ({
  value: slot.id,
  words: `${capital(dayInWords(at.dueDay))}${at.dueTime ? ` ${at.dueTime}` : ''}, ${withItem(slotTitle(slot, obligation), item)}`,
})

const VERSION = {
  kind: 'aired',
  heading: 'Ghi bản tiếng khác',
  explain:
    'Cùng chương trình, phát bằng một thứ tiếng khác. Đó là một lượt phát riêng, tính vào giờ phát của thứ tiếng ấy, không tính thêm vào chỉ tiêu của nhiệm vụ.',
  submit: 'Ghi: đã phát bản này',
}

/** From the page of its programme. */
export const versionParts = (record: Reading, logged: readonly Fact[], now: Instant): VersionParts =>
  partsOf(record, record.slot.id, logged, now)

/** From the page of their obligation: the first of the programmes is the likely one. */
export const versionOf = (
  [likely, ...others]: readonly [Reading, ...Reading[]],
  logged: readonly Fact[],
  now: Instant,
): VersionParts => partsOf(likely, [likely, ...others].map(programmeOption), logged, now)

type VersionParts = Omit<Parts, 'reason'>

function partsOf(
  { slot, at }: Reading,
  programme: string | readonly Option[],
  logged: readonly Fact[],
  now: Instant,
): VersionParts {
  // Mostly it is aired right after its programme.
  const after = at.dueTime === null ? now : instantOf(at.dueDay, at.dueTime) + slot.minutes * MINUTE
  const start = Math.min(after, now)
  return {
    ...VERSION,
    version: { language: lastLanguage(logged), programme },
    fields: {
      ...{ day: localDateOf(start), hour: wallTimeOf(start) },
      ...{ minutes: slot.minutes ? String(slot.minutes) : '', link: '', note: '' },
    },
  }
}

const MINUTE = 60_000
