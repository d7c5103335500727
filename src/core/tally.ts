/** Sums of rows: by channel, lead office, theme, or over everything. */
import type { ComplianceRow } from './compliance.ts'
import type { Counts } from './counts.ts'

const SUMMED = [
  'scheduled',
  'feasible',
  'due',
  'done',
  'onTime',
  'late',
  'madeUp',
  'short',
  'missed',
  'excused',
  'unconfirmed',
  'remaining',
] as const satisfies (keyof Counts)[]

export type Sum = Counts & { rows: number; minutes: number; logged: number }

export function sumOf(rows: readonly ComplianceRow[]): Sum {
  const add = (read: (row: ComplianceRow) => number) => rows.reduce((sum, row) => sum + read(row), 0)
  const counts = Object.fromEntries(SUMMED.map((field) => [field, add((row) => row[field])])) as Counts
  return {
    ...counts,
    rows: rows.length,
    minutes: add((row) => row.minutes),
    logged: add((row) => row.logged),
  }
}

/** Groups in the order in which they first appear; a row belongs to one group, so the groups add up to the whole. */
export function tallyBy<K>(
  rows: readonly ComplianceRow[],
  keyOf: (row: ComplianceRow) => K,
): { key: K; sum: Sum }[] {
  return [...Map.groupBy(rows, keyOf)].map(([key, own]) => ({ key, sum: sumOf(own) }))
}
