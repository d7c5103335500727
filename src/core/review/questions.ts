/** Each doubt is a question, with answers in office words. */
import type { Cadence } from '../cadence.ts'
import type { Doubt } from '../document/doubt.ts'
import { cadenceOf } from '../document/when/cadence-of.ts'
import { capital } from '../text.ts'
import { countedNoun, ruleWords } from '../words/rule-words.ts'
import { parseCadence } from './as-duty.ts'
import type { ReviewedDuty } from './review.ts'

export type Answer = {
  value: string
  words: string
  hint?: string
  /** The duty as this answer makes it. */
  duty: ReviewedDuty
}

export type Question = { doubts: Doubt[]; answers: Answer[] }

/** What a duty's cadence comes to, in a sentence; null while it is the officer's to say. */
export function cadenceWords({ cadence, quote }: Pick<ReviewedDuty, 'cadence' | 'quote'>): string | null {
  const parsed = parseCadence(cadence)
  return parsed && sentence(parsed, quote)
}

const sentence = (cadence: Cadence, quote: string): string =>
  `${capital(ruleWords(cadence, countedNoun(quote)))}.`

/** Null where nothing is in doubt. The first answer is what was read. */
export function questionOf(duty: ReviewedDuty, year: number | null): Question | null {
  if (!duty.doubts.length && duty.cadence !== null) return null
  return { doubts: duty.doubts, answers: [...asRead(duty), ...otherwise(duty, year), ...always(duty)] }
}

function asRead(duty: ReviewedDuty): Answer[] {
  const words = cadenceWords(duty)
  return words === null ? [] : [{ value: 'giu', words, hint: 'Như chương trình đã đọc.', duty }]
}

/** The second reading of one phrase. */
function otherwise(duty: ReviewedDuty, year: number | null): Answer[] {
  const { also, verbatim: _, ...first } = duty.when
  if (!also) return []
  const readings = duty.cadence === null ? [first, also] : [also]
  return readings.flatMap((when, i) => {
    const written = cadenceOf(when, { year })
    const words = written && cadenceWords({ cadence: written.cadence, quote: duty.quote })
    if (!written || words === null) return []
    const assumptions = [...duty.assumptions.slice(0, 1), ...written.assumptions]
    return [{ value: `khac-${i}`, words, duty: { ...duty, cadence: written.cadence, assumptions } }]
  })
}

/** "nếu có" that the office does every year. */
function always(duty: ReviewedDuty): Answer[] {
  const { cadence } = duty
  if (!cadence?.conditional) return []
  const own = { ...duty, cadence: { ...cadence, conditional: false } }
  const words = cadenceWords(own)
  return words === null ? [] : [{ value: 'luon', words, hint: 'Năm nào cũng làm.', duty: own }]
}
