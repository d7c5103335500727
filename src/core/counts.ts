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

export const countEach = (count: (field: keyof Counts) => number): Counts =>
  Object.fromEntries(COUNTS.map((field) => [field, count(field)])) as Counts
