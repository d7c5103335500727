/** Each doubt is a question, with answers in office words. */
import type { Cadence } from '../cadence.ts'
import type { Doubt } from '../document/doubt.ts'
import { cadenceOf } from '../document/when/cadence-of.ts'
import { capital } from '../text.ts'
import { countedNoun, ruleWords } from '../words/rule-words.ts'
import { parseCadence } from './as-obligation.ts'
import type { ReviewedObligation } from './review.ts'

export type Answer = {
  value: string
  words: string
  hint?: string
  /** The obligation as this answer makes it. */
  obligation: ReviewedObligation
}

export type Question = { doubts: Doubt[]; answers: Answer[] }

/** What an obligation's cadence comes to, in a sentence; null while it is the officer's to say. */
export function cadenceWords({
  cadence,
  quote,
}: Pick<ReviewedObligation, 'cadence' | 'quote'>): string | null {
  const parsed = parseCadence(cadence)
  return parsed && sentence(parsed, quote)
}

const sentence = (cadence: Cadence, quote: string): string =>
  `${capital(ruleWords(cadence, countedNoun(quote)))}.`

/** Null where nothing is in doubt. The first answer is what was read. */
export function questionOf(obligation: ReviewedObligation, year: number | null): Question | null {
  if (!obligation.doubts.length && obligation.cadence !== null) return null
  return {
    doubts: obligation.doubts,
    answers: [...asRead(obligation), ...otherwise(obligation, year), ...always(obligation)],
  }
}

function asRead(obligation: ReviewedObligation): Answer[] {
  const words = cadenceWords(obligation)
  return words === null ? [] : [{ value: 'giu', words, hint: 'Như chương trình đã đọc.', obligation }]
}

/** The second reading of one phrase. */
function otherwise(obligation: ReviewedObligation, year: number | null): Answer[] {
  const { also, verbatim: _, ...first } = obligation.when
  if (!also) return []
  const readings = obligation.cadence === null ? [first, also] : [also]
  return readings.flatMap((when, i) => {
    const written = cadenceOf(when, { year })
    const words = written && cadenceWords({ cadence: written.cadence, quote: obligation.quote })
    if (!written || words === null) return []
    const assumptions = [...obligation.assumptions.slice(0, 1), ...written.assumptions]
    return [
      { value: `khac-${i}`, words, obligation: { ...obligation, cadence: written.cadence, assumptions } },
    ]
  })
}

/** "nếu có" that the office does every year. */
function always(obligation: ReviewedObligation): Answer[] {
  const { cadence } = obligation
  if (!cadence?.conditional) return []
  const own = { ...obligation, cadence: { ...cadence, conditional: false } }
  const words = cadenceWords(own)
  return words === null ? [] : [{ value: 'luon', words, hint: 'Năm nào cũng làm.', obligation: own }]
}
