/** The results as a Markdown table: `bench/results.md`, from which the README's figures are taken. */
import { cpus, totalmem } from 'node:os'
import type { Comparison, LoadFigures, Measured, Timing } from './comparison.ts'

export type Row = Comparison & Measured & { peak: Timing }

/** `0.056 ms`, `1.23 ms`, `452 ms`, `4.5 s` */
export function formatMs(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`
  return `${ms >= 1 ? Number(ms.toPrecision(3)) : Number(ms.toPrecision(2))} ms`
}

/** How many times as fast as the baseline: `12×`, `0.8×`. */
export function formatRatio({ ours, baseline }: Timing): string {
  const ratio = baseline / ours
  if (ratio < 0.1) return `${Number(ratio.toPrecision(2))}×`
  return `${ratio >= 10 ? ratio.toFixed(0) : ratio.toFixed(1)}×`
}

const formatGoal = ({ goal, timing }: Row): string => {
  if (goal === null) return '—'
  return `${goal}× ${timing.baseline / timing.ours >= goal ? '✓' : '✗'}`
}

const formatMib = (kib: number): string => (Number.isNaN(kib) ? '—' : `${(kib / 1024).toFixed(0)} MiB`)

const HEAD = ['', 'What', 'Ours', 'Baseline', 'takes', 'Times as fast', 'Goal', 'Peak memory', 'Baseline’s']

const cells = (row: Row): string[] => [
  `\`${row.id}\``,
  row.what,
  formatMs(row.timing.ours),
  row.baseline.name,
  formatMs(row.timing.baseline),
  formatRatio(row.timing),
  formatGoal(row),
  formatMib(row.peak.ours),
  formatMib(row.peak.baseline),
]

const line = (texts: string[]): string => `| ${texts.join(' | ')} |`

export const table = (rows: Row[]): string =>
  [HEAD, HEAD.map(() => '---'), ...rows.map(cells)].map(line).join('\n')

const LOAD_HEAD = ['', 'Ours, requests a second', 'p99', 'Baseline, requests a second', 'p99']

const loadCells = ({ perSecond, p99 }: LoadFigures): string[] => [
  Math.round(perSecond).toLocaleString('en'),
  formatMs(p99),
]

/** The rows that send many requests, 64 at a time; empty when there are none. */
export function loadTable(rows: Row[]): string {
  const loads = rows.flatMap(({ id, load }) =>
    load ? [[`_${id}_`, ...loadCells(load.ours), ...loadCells(load.baseline)]] : [],
  )
  return loads.length ? [LOAD_HEAD, LOAD_HEAD.map(() => '---'), ...loads].map(line).join('\n') : ''
}

/** The whole page; the machine is part of the result. */
export function page(rows: Row[]): string {
  const [cpu] = cpus()
  const machine = `${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}, ${process.platform}`
  return `# Measurements

Written by \`npm run bench -- --write\`: medians of rounds in which both sides take turns in one process, and the peak
memory of a process that does only the one side. [How to read and run them](README.md).

${table(rows)}

Requests are sent 64 at a time over connections that stay open.

${loadTable(rows)}

Machine: ${machine}.
`
}
