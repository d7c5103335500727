/**
 * A Monday at 07:00 in 3,321 units, beat by beat, as the cron trigger of a Worker makes them each minute:
 *
 *     node bench/monday.ts           prints what each beat did
 *     node bench/monday.ts --write   also writes bench/monday.md
 *     node bench/monday.ts 96        so many units
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Channel } from '../src/channels/channel.ts'
import { instantOf } from '../src/core/wall-clock.ts'
import { tick, WORKER_LIMITS } from '../src/scheduler/tick.ts'
import { counted } from '../src/store/counted.ts'
import { openDb } from '../src/store/db.ts'
import { beatDeps } from '../test/support/beat-deps.ts'
import { openProvince, type Where } from './many-units.ts'

const COUNTRY = 3321
const MINUTE = 60_000
const MORNING = instantOf('2025-08-11', '07:00')
const BEFORE = MORNING - 60 * MINUTE
const MOST_BEATS = 60

/** `cpu`: seconds of the processor in this process, SQLite's too where it is a file. */
type Beat = { turns: number; letters: number; requests: number; cpu: number; seconds: number }

/** The beat's clock: a machine that is busy with other things changes nothing about how many beats it takes. */
function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Beats until one finds nothing to do. What a Worker asks of the database and what it hands over are its requests. */
async function monday(communes: number, where: Where): Promise<Beat[]> {
  const province = await openProvince(communes, where)
  const { client, asked } = counted(province.db.$client)
  const told: string[] = []
  const post: Channel<unknown> = {
    reaches: true,
    send: async (letter, to) => {
      told.push(`${to} ${letter.id}`)
      return { kind: 'sent' }
    },
    close: () => undefined,
  }
  const deps = { ...beatDeps(openDb(client), { email: post, webhook: post }), clock: processorMs }
  for (let did = 1; did; ) did = (await tick(deps, BEFORE)).turns
  told.length = 0
  const beats: Beat[] = []
  for (let i = 0; i < MOST_BEATS; i++) {
    const [before, cpu, start] = [asked(), processorMs(), performance.now()]
    const { turns, sent, failed } = await tick(deps, MORNING + i * MINUTE, { ...WORKER_LIMITS, asked })
    if (failed) throw new Error(`${failed} failed`)
    if (!turns && !sent) break
    const seconds = (performance.now() - start) / 1000
    beats.push({
      turns,
      letters: sent,
      requests: asked() - before + sent,
      cpu: (processorMs() - cpu) / 1000,
      seconds,
    })
  }
  if (told.length !== communes || new Set(told).size !== communes)
    throw new Error(`${told.length} letters, ${new Set(told).size} different ones, to ${communes} units`)
  await province.close()
  return beats
}

const many = (n: number): string => n.toLocaleString('en')

const table = (beats: readonly Beat[]): string =>
  [
    '| beat | turns | letters | requests | seconds of the processor | seconds |',
    '| ---: | ---: | ---: | ---: | ---: | ---: |',
    ...beats.map(
      (beat, i) =>
        `| ${i + 1} | ${many(beat.turns)} | ${many(beat.letters)} | ${many(beat.requests)} | ${beat.cpu.toFixed(1)} | ${beat.seconds.toFixed(1)} |`,
    ),
  ].join('\n')

const { values, positionals } = parseArgs({ options: { write: { type: 'boolean' } }, allowPositionals: true })
const communes = Number(positionals[0] ?? COUNTRY)
const PLACES: [heading: string, where: Where][] = [
  ['In a file', 'file'],
  ['On a libSQL server on the same machine', 'server'],
]
const parts = [
  `# A Monday at 07:00

Written by \`node bench/monday.ts --write\`: ${many(communes)} units, each with 216 facts and one person to write to, a Worker's
bounds on each beat (${many(WORKER_LIMITS.most)} requests, ${WORKER_LIMITS.longestMs / 1000} seconds, here of the processor), beats until one finds nothing to do.
Each unit has four turns, and each person gets one letter; a letter twice would end the run. Requests are those of the database
and the letters.`,
]
console.log(parts[0])
// Each is told when it is done: a country takes minutes.
for (const [heading, where] of PLACES) {
  const part = `## ${heading}\n\n${table(await monday(communes, where))}`
  console.log(`\n${part}`)
  parts.push(part)
}
if (values.write) writeFileSync(new URL('monday.md', import.meta.url), `${parts.join('\n\n')}\n`)
