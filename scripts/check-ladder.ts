/** Holds the ladder of ARCHITECTURE.md: imports point down only, and the core stays pure. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { ROOT } from './tool.ts'

/** From the edges down. Rooms on one step are neighbours and don't import each other. */
export const LADDER = [
  ['node.ts', 'worker.ts'],
  ['app.ts'],
  ['routes', 'scheduler', 'cli'],
  ['actions'],
  ['accounts'],
  ['node'],
  ['trace.ts', 'r2-files.ts'],
  ['deps.ts'],
  ['config.ts', 'package-folder.ts', 'workshop.ts'],
  ['store', 'templates', 'channels', 'reports', 'ical', 'documents'],
  ['network.ts', 'portions.ts', 'queue.ts', 'turns.ts'],
  ['calendars.ts', 'languages.ts', 'content.generated.ts', 'browser'],
  ['core/blank', 'core/review'],
  ['core/count', 'core/document', 'core/log', 'core/notice'],
  ['core/content', 'core/record', 'core/form'],
  ['core/plan'],
  ['core/station'],
  ['core/words'],
  ['core'],
]

/** Each exception has its reason. */
const EXCEPTIONS: { from: string; to: string; why: string }[] = []

const CORE_PACKAGES: Record<string, string[]> = { 'core/recurrence.ts': ['rrule', 'zod'] }

const IMPURE: [RegExp, string][] = [
  [/\bDate\.now\b/, 'reads the clock (Date.now)'],
  [/\bnew Date\(\s*\)/, 'reads the clock (new Date())'],
  [/\bperformance\./, 'reads the clock (performance)'],
  [/\bprocess\./, 'reads the environment (process)'],
  [/\bfetch\(/, 'reaches the network (fetch)'],
  [/\bMath\.random\b/, 'throws dice (Math.random)'],
  [/\bcrypto\./, 'throws dice (crypto)'],
  [/\bset(Timeout|Interval)\(/, 'waits (timer)'],
]

/** Node's own modules that the Worker has too (`nodejs_compat`). */
const WORKER_NODE_MODULES = ['node:crypto', 'node:buffer', 'node:async_hooks']

/** Paths under `src/`, with forward slashes, to their text. */
export type Sources = ReadonlyMap<string, string>

/** One line for each import that goes up or sideways, each impurity of the core, each Node module in the Worker. */
export function ladderErrors(sources: Sources): string[] {
  return [
    ...[...sources].flatMap(([file, text]) => [
      ...arrowErrors(file, importsOf(file, text)),
      ...coreErrors(file, text),
    ]),
    ...workerErrors(sources),
  ]
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

/** What a file imports: types, re-exports and dynamic imports too. Relative ones as paths under `src/`. */
function importsOf(file: string, text: string): string[] {
  const found = withoutComments(text).matchAll(/(?:[\s}*]from|\bimport)\s*\(?\s*(['"])([^'"\n]+)\1/g)
  return [...found].map(([, , target = '']) =>
    target.startsWith('.') ? posix.join(posix.dirname(file), target) : target,
  )
}

/** The core has rooms of its own. */
function roomOf(file: string): string {
  const [room = '', inner = '', ...deeper] = file.split('/')
  return room === 'core' && deeper.length ? `${room}/${inner}` : room
}
const stepOf = (file: string): number => LADDER.findIndex((rooms) => rooms.includes(roomOf(file)))
const isOwn = (target: string): boolean => /\.(ts|json)$/.test(target) && !target.startsWith('..')

function arrowErrors(file: string, imports: string[]): string[] {
  if (stepOf(file) < 0) return [`src/${file}: no room of the ladder`]
  return imports
    .filter(isOwn)
    .filter((target) => roomOf(target) !== roomOf(file) && stepOf(target) <= stepOf(file))
    .filter((target) => !EXCEPTIONS.some(({ from, to }) => from === file && to === target))
    .map((target) => `src/${file}: imports src/${target}, which is not below it`)
}

function coreErrors(file: string, text: string): string[] {
  if (!file.startsWith('core/')) return []
  const allowed = CORE_PACKAGES[file] ?? ['zod']
  const foreign = importsOf(file, text).filter(
    (target) => !target.startsWith('core/') && !allowed.includes(target),
  )
  const code = withoutComments(text)
  return [
    ...foreign.map((target) => `src/${file}: the core may not import ${target}`),
    ...IMPURE.filter(([pattern]) => pattern.test(code)).map(([, what]) => `src/${file}: the core ${what}`),
  ]
}

function workerErrors(sources: Sources): string[] {
  const reached = new Set<string>()
  const visit = (file: string) => {
    if (reached.has(file) || !sources.has(file)) return
    reached.add(file)
    importsOf(file, sources.get(file) as string).forEach(visit)
  }
  visit('worker.ts')
  return [...reached].flatMap((file) =>
    importsOf(file, sources.get(file) as string)
      .filter((target) => target.startsWith('node:') && !WORKER_NODE_MODULES.includes(target))
      .map((target) => `src/${file}: ${target} does not exist in the Worker, which imports this file`),
  )
}

export function readSources(): Sources {
  const folder = join(ROOT, 'src')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  return new Map(files.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]))
}

if (import.meta.main) {
  const errors = ladderErrors(readSources())
  for (const error of errors) console.error(error)
  process.exitCode = errors.length ? 1 : 0
}
