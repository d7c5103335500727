/** Documents that drift: links, paths, commands, settings and figures that they restate must still be true. */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { COMMANDS } from '../src/cli/main.ts'
import { LADDER } from './check-ladder.ts'
import { pinErrors, readPins, writePins } from './pins.ts'
import { ROOT } from './tool.ts'

export type World = {
  exists: (path: string) => boolean
  /** Text of a document, to find the headings that links name. */
  read: (path: string) => string
  scripts: readonly string[]
  /** Options of each command. */
  commands: ReadonlyMap<string, readonly string[]>
  /** All source text: a setting that a document names must be read somewhere. */
  sources: string
  pins: ReadonlyMap<string, string>
}

/** One message for each thing that `text`, the document at `path`, says wrongly. */
export const docErrors = (path: string, text: string, world: World): string[] =>
  [
    ...linkErrors(path, text, world),
    ...pathErrors(text, world),
    ...scriptErrors(text, world),
    ...commandErrors(text, world),
    ...settingErrors(text, world),
    ...pinErrors(text, world.pins),
    ...ladderErrors(text),
  ].map((message) => `${path}: ${message}`)

function linkErrors(path: string, text: string, { exists, read }: World): string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map(([, target = '']) => target)
  return targets
    .filter((target) => !/^[a-z]+:/.test(target))
    .flatMap((target) => {
      const [name = '', anchor] = decodeURI(target).split('#')
      const file = name ? posix.join(posix.dirname(path), name) : path
      if (!exists(file)) return [`the link ${target} leads nowhere`]
      const missing = anchor && file.endsWith('.md') && !anchors(name ? read(file) : text).includes(anchor)
      return missing ? [`the link ${target} leads to no heading`] : []
    })
}

/** Headings as the link names them: lower case, no marks of punctuation, hyphens for spaces. */
const anchors = (markdown: string): string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  )

const inCode = (text: string): string[] => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)

const fences = (text: string): string[] => text.match(/^```[\s\S]*?^```/gm) ?? []

/** A path in code marks stands at the root or under `src/`; one with `*` or `<name>` stands for many. */
const pathErrors = (text: string, { exists }: World): string[] =>
  inCode(text)
    .filter((code) => /^[\w.-]+(\/[\w.-]+)*\/([\w.-]+\.(ts|json|yaml|hbs|md|toml|css|js))?$/.test(code))
    .filter((code) => !code.startsWith('dist/') && !code.startsWith('data/') && !code.startsWith('.'))
    .filter((code) => !exists(code) && !exists(`src/${code}`))
    .map((code) => `there is no ${code}`)

const BUILT_IN = ['ci', 'install', 'pack', 'start', 'test']

const scriptErrors = (text: string, { scripts }: World): string[] =>
  [...inCode(text), ...fences(text)]
    .flatMap((code) => [...code.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|([\w-]+))/g)])
    .map(([, script, builtIn]) => script ?? builtIn ?? '')
    .filter((name) => !scripts.includes(name) && !BUILT_IN.includes(name))
    .map((name) => `there is no npm script "${name}"`)

const commandErrors = (text: string, { commands }: World): string[] =>
  [...text.matchAll(/(?:\bcli -- |\bnhip-song )([a-z][\w-]*)([^`|\n]*)/g)].flatMap(
    ([, name = '', rest = '']) => {
      const options = commands.get(name)
      if (!options) return [`there is no command "${name}"`]
      return [...rest.matchAll(/(?<=\s)--([a-z][\w-]*)/g)]
        .map(([, option = '']) => option)
        .filter((option) => option !== 'help' && !options.includes(option))
        .map((option) => `the command "${name}" has no option --${option}`)
    },
  )

const settingErrors = (text: string, { sources }: World): string[] =>
  inCode(text)
    .filter((code) => /^[A-Z]+(_[A-Z]+)+$/.test(code))
    .filter((name) => !sources.includes(name))
    .map((name) => `nothing reads the setting ${name}`)

/** The picture of the ladder in ARCHITECTURE.md, held against the one that is checked. */
function ladderErrors(text: string): string[] {
  const picture = /## The ladder[\s\S]*?```\n([\s\S]*?)```/.exec(text)?.[1]
  if (!picture) return []
  const steps = picture.trim().split('\n')
  const rooms = steps.map(
    (step) => step.match(/[\w./-]+(?:\/|\.ts)/g)?.map((room) => room.replace(/\/$/, '')) ?? [],
  )
  const heights = rooms.map((step) => step.map((room) => LADDER.findIndex((level) => level.includes(room))))
  const ordered = heights.every((step, i) =>
    step.every((height) => height >= 0 && height >= Math.max(0, ...(heights[i - 1] ?? []))),
  )
  const together = heights.every((step) => new Set(step).size <= 1)
  return ordered && together ? [] : ['the ladder is not the one that scripts/check-ladder.ts holds']
}

function readWorld(): World {
  const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
  const code = globSync(['{src,scripts,test,bench}/**/*.ts', 'wrangler.toml', '*.config.ts'], { cwd: ROOT })
  return {
    read,
    exists: (path) => existsSync(join(ROOT, path)),
    scripts: Object.keys(JSON.parse(read('package.json')).scripts),
    commands: new Map(Object.entries(COMMANDS).map(([name, { options }]) => [name, Object.keys(options)])),
    sources: code.map(read).join('\n'),
    pins: readPins(),
  }
}

/** All documents of the project; plan texts under test/ are not ours. */
const documents = (): string[] =>
  globSync(['*.md', '{docs,content,bench,test}/**/*.md'], { cwd: ROOT, exclude: ['test/fixtures/**'] }).map(
    (path) => path.replaceAll('\\', '/'),
  )

if (import.meta.main) {
  const world = readWorld()
  if (process.argv.includes('--write'))
    for (const path of documents()) writeFileSync(join(ROOT, path), writePins(world.read(path), world.pins))
  const errors = documents().flatMap((path) => docErrors(path, world.read(path), world))
  for (const error of errors) console.error(error)
  process.exitCode = errors.length ? 1 : 0
}
