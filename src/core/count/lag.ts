/** Which offices are asked about first: by how much of what is due they confirmed, how much is behind, how much was done. */
import { byName } from '../text.ts'

export type Counted = { unit: { name: string }; due: number; settled: number; done: number; behind: number }

/** Below this share of what is due, confirmed, an office is asked about first. */
const LAGS_BELOW = 0.9

const rate = ({ settled, due }: Pick<Counted, 'settled' | 'due'>): number => (due ? settled / due : 1)
const kept = ({ done, due }: Counted): number => (due ? done / due : 1)

export const lags = (unit: Counted): boolean => unit.due > 0 && (rate(unit) < LAGS_BELOW || unit.behind > 0)

/** What lags most comes first: least confirmed, then most obligations behind, then least kept. */
export const byLag = (a: Counted, b: Counted): number =>
  rate(a) - rate(b) || b.behind - a.behind || kept(a) - kept(b) || byName(a.unit.name, b.unit.name)
