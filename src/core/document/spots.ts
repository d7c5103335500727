/** The very words that an obligation's values were read from: what is marked in the document, and where each value leads. */
import type { DoubtField } from './doubt.ts'
import type { Draft } from './draft.ts'
import { NO_WORDS, type Place, type Words } from './words.ts'

export type Spot = Place & { field: DoubtField }

/** Letters that lie further apart than this do not stand together. */
const APART = 3

export function spotsOf({ title, lead, doer, support, when, often, level }: Draft): Spot[] {
  const time = level ? null : (when?.words ?? null)
  const read: [DoubtField, Words | null][] = [
    ['title', title],
    ['lead', lead ?? doer],
    ['support', support],
    ['when', often?.words ?? null],
    ['when', time],
  ]
  return read.flatMap(([field, words]) => runsOf(words ?? NO_WORDS).map((place) => ({ field, ...place })))
}

/** Words of several cells or lines are joined for reading; in the document they stand apart. */
function runsOf({ from, to }: Words): Place[] {
  const runs: Place[] = []
  from.forEach((start, i) => {
    const end = to[i] ?? start
    const last = runs.at(-1)
    if (last && start >= last.from && start - last.to <= APART) last.to = Math.max(last.to, end)
    else if (end > start) runs.push({ from: start, to: end })
  })
  return runs
}
