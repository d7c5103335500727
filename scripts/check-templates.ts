/**
 * Holds each template against the type of what it is given: it becomes TypeScript (`template-code.ts`), and the compiler
 * says which field the type lacks, may lack, or cannot be printed.
 */
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { helpers } from '../src/templates/helpers.ts'
import { type CodeLine, codeOf, type Library, PRELUDE } from './template-code.ts'
import { ROOT, runTool } from './tool.ts'

/** The type of what a template is given, by its name; null for what others include. */
export type Room = Library & { viewOf: (name: string) => string | null }

const from = (file: string, type: string) => `import('../../src/${file}').${type}`
const WRITER = from('templates/message.ts', 'Writer')
const REPORTS: Record<string, string> = {
  report: `ReturnType<typeof ${from('reports/report-words.ts', 'reportWords')}>`,
  'adjust-target': `ReturnType<typeof ${from('reports/adjust-target.ts', 'adjustWords')}>`,
}

const isPart = (name: string) => name.startsWith('parts/')
const pageView = (name: string) =>
  isPart(name) || name === 'layout' ? null : from('templates/views.ts', `Views['${name}']`)

function messageView(name: string): string | null {
  if (name.startsWith('parts/mail-')) return from('templates/message.ts', 'MailFrame')
  const message = from('templates/message-views.ts', `MessageViews['${name.split('/')[0]}']`)
  return isPart(name) ? null : `${message} & ${WRITER}`
}

export const readRooms = (): Room[] => [
  { ...library('src/templates'), helpers: new Set(Object.keys(helpers)), viewOf: pageView },
  { ...library('content/messages'), viewOf: messageView },
  { ...library('content/scripts'), viewOf: () => from('templates/script.ts', 'ScriptView') },
  { ...library('content/reports'), viewOf: (name) => REPORTS[name] ?? 'never' },
]

function library(folder: string): Library {
  const names = globSync('**/*.hbs', { cwd: join(ROOT, folder) }).map((path) =>
    path.replaceAll(sep, '/').replace(/\.hbs$/, ''),
  )
  const texts = names
    .sort()
    .map((name) => [name, readFileSync(join(ROOT, folder, `${name}.hbs`), 'utf8')] as const)
  return { folder, texts: new Map(texts), helpers: new Set() }
}

/** `file:line: what is wrong`, each once, though many pages include the same part. */
export async function templateErrors(rooms: readonly Room[]): Promise<string[]> {
  try {
    return await errorsIn(rooms.flatMap(linesOf))
  } catch (error) {
    return [(error as Error).message]
  }
}

const linesOf = (room: Room): CodeLine[] =>
  [...room.texts.keys()].flatMap((name) => {
    const view = room.viewOf(name)
    const id = `${room.folder}/${name}`.replaceAll(/\W/g, '_')
    return view === null ? [] : codeOf(room, name, id, view)
  })

const SETTINGS = {
  extends: '../../tsconfig.json',
  compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
  files: ['templates.ts'],
  include: [],
}

async function errorsIn(lines: readonly CodeLine[]): Promise<string[]> {
  // Inside the project, so that what the code imports is found.
  const folder = await mkdtemp(join(ROOT, 'node_modules', '.templates-'))
  try {
    const code = [...lines.map((line) => line.code), PRELUDE].join('\n')
    await writeFile(join(folder, 'templates.ts'), code)
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(SETTINGS))
    const { code: failed, output } = await runTool('typescript', ['-p', folder, '--pretty', 'false'])
    const errors = new Set(output.split('\n').flatMap((said) => errorIn(said, lines)))
    return failed && !errors.size ? [output] : [...errors]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function errorIn(said: string, lines: readonly CodeLine[]): string[] {
  const [, at, why = ''] = /\((\d+),\d+\): error TS\d+: (.*)/.exec(said) ?? []
  if (at === undefined) return []
  const { file, line } = lines[Number(at) - 1] ?? { file: 'scripts/template-code.ts', line: 1 }
  return [`${file}:${line}: ${why}`]
}

if (import.meta.main) {
  const errors = await templateErrors(readRooms())
  for (const error of errors) console.error(error)
  process.exitCode = errors.length ? 1 : 0
}
