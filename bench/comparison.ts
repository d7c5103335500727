/** Two ways to do one thing, measured by turns in one run, so that whatever slows the machine slows both. */

/** One way. `open` prepares what is not measured: a database, a server, a plan. */
export type Side = { name: string; open: () => Promise<Runner> | Runner }

export type Runner = {
  /** Measured. A round never repeats the one before: what it asks for must not be in memory already. */
  run: (round: number) => unknown
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

const WARM_UP = 3

/** Runs both sides by turns, the other one first in each second round. */
export async function compare({ ours, baseline, rounds }: Comparison): Promise<Timing> {
  const runners = [await ours.open(), await baseline.open()] as const
  const times: [number[], number[]] = [[], []]
  try {
    for (let round = 0; round < rounds + WARM_UP; round++)
      for (const side of round % 2 ? ([1, 0] as const) : ([0, 1] as const)) {
        const time = await timeOf(runners[side], round)
        if (round >= WARM_UP) times[side].push(time)
      }
  } finally {
    for (const runner of runners) await runner.close?.()
  }
  return { ours: median(times[0]), baseline: median(times[1]) }
}

async function timeOf(runner: Runner, round: number): Promise<number> {
  await runner.prepare?.(round)
  const start = performance.now()
  await runner.run(round)
  return performance.now() - start
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] as number) + (sorted[Math.floor(middle)] as number)) / 2
}
