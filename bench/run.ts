/**
 * `npm run bench`: measures all comparisons, or those that are named, and prints a table.
 *
 *     npm run bench -- country           one of them
 *     npm run bench -- --write           also writes bench/results.md
 *     npm run bench -- --rounds 5        fewer rounds, for a quick look
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { adoption, amendment } from './adopt.ts'
import { beatDue, beatIdle } from './beat.ts'
import { type Comparison, compare, type Side } from './comparison.ts'
import { contentCountry, contentOne, rotationYear, search } from './content.ts'
import { countAll, countOne } from './count.ts'
import { readPrinted, readWord } from './documents.ts'
import { country, planYear } from './expand.ts'
import { feedComparisons } from './feed.ts'
import { peakKib } from './memory.ts'
import { obligationForm } from './obligation-form.ts'
import { overview } from './overview.ts'
import { placing } from './place.ts'
import { roomComparisons } from './radio-room.ts'
import { start } from './start.ts'
import { loadTable, page, type Row, table } from './table.ts'
import { unitComparisons } from './units.ts'
import { whenPhrases } from './when.ts'
import { workerAnswers, workerStart } from './worker.ts'

const COMPARISONS: Comparison[] = [
  planYear,
  country,
  adoption,
  amendment,
  placing,
  obligationForm,
  start,
  ...roomComparisons,
  ...feedComparisons,
  ...unitComparisons,
  countOne,
  countAll,
  rotationYear,
  search,
  contentOne,
  contentCountry,
  overview,
  readWord,
  readPrinted,
  beatIdle,
  beatDue,
  whenPhrases,
  workerStart,
  workerAnswers,
]

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean' }, rounds: { type: 'string' }, peak: { type: 'string' } },
  allowPositionals: true,
})

type SideName = 'ours' | 'baseline'

/** Peak memory of one round of one side, in a process that does nothing else, in KiB. */
const peakOf = (id: string, side: SideName): number =>
  Number(
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--peak', side, id], {
      encoding: 'utf8',
    }),
  )

async function printPeak(side: Side): Promise<void> {
  const runner = await side.open()
  await runner.prepare?.(0)
  await runner.run(0)
  console.log(runner.peakKib?.() ?? peakKib())
  await runner.close?.()
}

async function measure(comparison: Comparison): Promise<Row> {
  const { id, rounds } = comparison
  const measured = await compare({ ...comparison, rounds: values.rounds ? Number(values.rounds) : rounds })
  return { ...comparison, ...measured, peak: { ours: peakOf(id, 'ours'), baseline: peakOf(id, 'baseline') } }
}

/** A name that is no row's stands for all that begin with it: `units`. */
const ids = new Set(COMPARISONS.map(({ id }) => id))
const isNamed = (id: string, name: string): boolean =>
  ids.has(name) ? id === name : id.startsWith(`${name}-`)
const wanted = COMPARISONS.filter(
  ({ id }) => !positionals.length || positionals.some((name) => isNamed(id, name)),
)
if (values.peak) {
  for (const comparison of wanted) await printPeak(comparison[values.peak as SideName])
} else {
  const rows: Row[] = []
  for (const comparison of wanted) rows.push(await measure(comparison))
  console.log(table(rows))
  console.log(loadTable(rows))
  if (values.write) writeFileSync(new URL('results.md', import.meta.url), page(rows))
}
