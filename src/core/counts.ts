/** How many slots stand where: the numbers of a row of the count. */
export type Counts = {
  scheduled: number
  feasible: number
  due: number
  done: number
  onTime: number
  late: number
  madeUp: number
  short: number
  missed: number
  excused: number
  unconfirmed: number
  remaining: number
}
