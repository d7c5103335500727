/** Two ways to do one thing, measured by turns in one run, so that whatever slows the machine slows both. */

/** Milliseconds that each request of a round took. */
export type RequestTimes = { requestMs: number[] }

/** One way. `open` prepares what is not measured: a database, a server, a plan. */
export type Side = { name: string; open: () => Promise<Runner> | Runner }

export type Runner = {
  /**
   * Measured. A round never repeats the one before: what it asks for must not be in memory already. One that sends many
   * requests answers with their times.
   */
  run: (round: number) => unknown | Promise<unknown | RequestTimes>
  /** Before each round, not measured. */
  prepare?: (round: number) => unknown
  close?: () => unknown
  /** Peak memory of another process that does the work, in KiB. */
  peakKib?: () => number
}

export type Comparison = {
  id: string
  what: string
  rounds: number
  ours: Side
  baseline: Side
  /** How many times as fast as the baseline ours must be; null where there is no such goal. */
  goal: number | null
}

/** Medians in milliseconds. */
export type Timing = { ours: number; baseline: number }

/** Of rounds that sent many requests. */
export type LoadFigures = { perSecond: number; p99: number }
export type Measured = { timing: Timing; load: { ours: LoadFigures; baseline: LoadFigures } | null }

const WARM_UP = 3

/** Runs both sides by turns, the other one first in each second round. */
export async function compare({ ours: one, baseline: other, rounds }: Comparison): Promise<Measured> {
  const runners = [await one.open(), await other.open()] as const
  const times: [number[], number[]] = [[], []]
  const requests: [number[], number[]] = [[], []]
  try {
    for (let round = 0; round < rounds + WARM_UP; round++)
      for (const side of round % 2 ? ([1, 0] as const) : ([0, 1] as const)) {
        const { time, each } = await timeOf(runners[side], round)
        if (round < WARM_UP) continue
        times[side].push(time)
        for (const one of each) requests[side].push(one)
      }
  } finally {
    for (const runner of runners) await runner.close?.()
  }
  const [ours, baseline] = [median(times[0]), median(times[1])]
  const loadOf = (each: number[], ms: number): LoadFigures => ({
    perSecond: (each.length / rounds / ms) * 1000,
    p99: percentile(each, 99),
  })
  const load = { ours: loadOf(requests[0], ours), baseline: loadOf(requests[1], baseline) }
  return { timing: { ours, baseline }, load: requests[0].length ? load : null }
}

async function timeOf(runner: Runner, round: number): Promise<{ time: number; each: number[] }> {
  await runner.prepare?.(round)
  const start = performance.now()
  const answer = await runner.run(round)
  const time = performance.now() - start
  return { time, each: (answer as Partial<RequestTimes> | null)?.requestMs ?? [] }
}

const percentile = (values: number[], percent: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil((values.length * percent) / 100) - 1] ?? 0

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] as number) + (sorted[Math.floor(middle)] as number)) / 2
}
