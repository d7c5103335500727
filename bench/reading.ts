/**
 * How well issued plans are read, against what a careful reader found in them.
 *
 *     node bench/reading.ts                      the texts of test/fixtures/documents
 *     node bench/reading.ts --gold <folder>      those of another folder, made the same way
 *     node bench/reading.ts --gold … --write     also writes bench/reading.md
 */
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type GoldScore, scoreOfGold } from '../test/support/gold.ts'

const { values } = parseArgs({ options: { gold: { type: 'string' }, write: { type: 'boolean' } } })

const percent = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${Number(((100 * part) / whole).toFixed(1))} %`

const rows = (score: GoldScore): [id: string, what: string, value: string, goal: string][] => [
  ['texts', 'Texts', String(score.texts), ''],
  ['must', `Obligations that must be found (${score.must})`, percent(score.mustFound, score.must), '98 %'],
  ['should', `Obligations told in prose (${score.should})`, percent(score.shouldFound, score.should), '70 %'],
  [
    'precision',
    'Of the sure ones, those that are obligations',
    percent(score.sure - score.sureFalse, score.sure),
    '98 %',
  ],
  ['lead', 'Lead office right', percent(score.lead, score.matched), '97 %'],
  ['kind', 'Kind right', percent(score.kind, score.matched), '97 %'],
  ['dates', 'Dates right', percent(score.dates, score.dated), '97 %'],
  ['sure', 'Of what must be found, sure', percent(score.mustSure, score.must), '60 %'],
  ['wrong', 'Wrong while sure', percent(score.sureWrong, score.sure), '< 1 %'],
  ['refused', 'Refused as they should be', `${score.refused} of ${score.refuse}`, 'all'],
]

function markdown(score: GoldScore): string {
  const lines = rows(score).map(([id, what, value, goal]) => `| \`${id}\` | ${what} | ${value} | ${goal} |`)
  return `# How well issued plans are read

Written by \`node bench/reading.ts --write\`, over ${score.texts} texts with what a careful reader found in them. Those that may be
passed on lie in \`test/fixtures/documents/\`; the others are other people's documents.

|  | What | Measured | Goal |
| --- | --- | --- | --- |
${lines.join('\n')}
`
}

const folder = values.gold ? pathToFileURL(`${values.gold.replace(/\/$/, '')}/`) : undefined
const told = markdown(scoreOfGold(folder))
console.log(told)
if (values.write) writeFileSync(new URL('reading.md', import.meta.url), told)
