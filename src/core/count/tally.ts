/** Sums of rows: by channel, lead office, theme, or over everything. */

import { type Counts, countEach } from '../counts.ts'
import type { CountRow } from './count-rows.ts'

export type Sum = Counts & { rows: number; minutes: number; logged: number }

export function sumOf(rows: readonly CountRow[]): Sum {
  const add = (read: (row: CountRow) => number) => rows.reduce((sum, row) => sum + read(row), 0)
  return {
    ...countEach((field) => add((row) => row[field])),
    rows: rows.length,
    minutes: add((row) => row.minutes),
    logged: add((row) => row.logged),
  }
}

/** Groups in the order in which they first appear; a row belongs to one group, so the groups add up to the whole. */
export function tallyBy<K>(rows: readonly CountRow[], keyOf: (row: CountRow) => K): { key: K; sum: Sum }[] {
  return [...Map.groupBy(rows, keyOf)].map(([key, own]) => ({ key, sum: sumOf(own) }))
}
