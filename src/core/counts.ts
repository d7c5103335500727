/** How many slots stand where: the numbers of a row of the count. */
const COUNTS = [
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
] as const

export type Counts = Record<(typeof COUNTS)[number], number>

const NOTHING = Object.fromEntries(COUNTS.map((field) => [field, 0])) as Counts

/** A copy: a province has a hundred thousand rows, and building each from its entries takes longer than counting it. */
export function countEach(count: (field: keyof Counts) => number): Counts {
  const counts = { ...NOTHING }
  for (const field of COUNTS) counts[field] = count(field)
  return counts
}
