/**
 * Heavy work (việc nặng): reading files that strangers made, and making files for the office. It takes long and much
 * memory, so on Node a process of its own does it, one after the other; see `docs/gioi-han.md`.
 */
import type { Filled } from './core/blank/fill.ts'
import type { PlanDocument } from './core/document/plan-document.ts'
import type { ReadBook } from './core/form/plan-book.ts'
import type { LogRow } from './core/log/log-words.ts'
import type { PlayColumns } from './core/log/play-columns.ts'
import type { Known, PlayHead, SavedColumns } from './core/log/play-diff.ts'
import type { PlayPage } from './core/log/play-groups.ts'
import type { Plan } from './core/plan.ts'
import { ok, type Result } from './core/problem.ts'
import type { Moment } from './core/standing.ts'
import type { Instant } from './core/wall-clock.ts'
import type { LogHead } from './reports/log-table.ts'
import type { PayList } from './reports/pay-xlsx.ts'
import type { Report } from './reports/report.ts'

export type Bytes = Uint8Array<ArrayBuffer>

/** Plain data in, plain data out: both travel to another process and back. A new kind is a line here and in `actions/work.ts`. */
export type Work = {
  'report-docx': { in: Report; out: Bytes }
  'report-xlsx': { in: Report; out: Bytes }
  'report-csv': { in: Report; out: Bytes }
  'blank-docx': { in: Filled; out: Bytes }
  'blank-xlsx': { in: Filled; out: Bytes }
  'pay-xlsx': { in: PayList; out: Bytes }
  'log-xlsx': { in: { rows: readonly LogRow[]; head: LogHead }; out: Bytes }
  /** A play log's rows, packed; see `actions/play-log-file.ts`. */
  'play-file': { in: Uint8Array; out: Uint8Array }
  'play-head': {
    in: { packed: Uint8Array; saved: readonly SavedColumns[]; said: PlayColumns | null; now: Instant }
    out: PlayHead
  }
  'play-diff': {
    in: {
      packed: Uint8Array
      columns: PlayColumns
      known: Known
      moment: Moment
      chosen: ReadonlySet<string>
    }
    out: PlayPage
  }
  'plan-file': { in: Uint8Array; out: Plan }
  /** `unit`: whose plan it becomes. */
  'plan-book': { in: { bytes: Uint8Array; unit: Plan['unit'] }; out: ReadBook }
  /** Of no plan, the workbook to fill in. */
  'plan-xlsx': { in: Plan | null; out: Bytes }
  'plan-docx': { in: Plan; out: Bytes }
  /** `year` is the plan's, where somebody says it. */
  'document-file': { in: { bytes: Uint8Array; year: number | null }; out: PlanDocument }
}

export type WorkName = keyof Work
export type Doing = { [N in WorkName]: (input: Work[N]['in']) => Promise<Result<Work[N]['out']>> }

export type Workshop = {
  /**
   * `lane` is whose work it is: each unit waits in a line of its own. `gather` fetches what is worked on when it is this
   * one's turn, so that twenty do not lie in memory while they wait. Throws `Busy` when too many wait. `too-large` for
   * what takes more time or memory than one may have.
   */
  run: <N extends WorkName>(
    lane: string,
    name: N,
    gather: () => Promise<Result<Work[N]['in']>>,
  ) => Promise<Result<Work[N]['out']>>
  close: () => void
}

/** Where the platform itself bounds what a request may take, as on Workers, and in tests. */
export const workHere = (doing: Doing): Workshop => ({
  run: async (_, name, gather) => {
    const input = await gather()
    return input.ok ? doing[name](input.value) : input
  },
  close: () => undefined,
})

/** For what was gathered already. */
export const given =
  <T>(value: T): (() => Promise<Result<T>>) =>
  async () =>
    ok(value)
