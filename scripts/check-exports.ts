/**
 * Finds what is exported for nobody: each value of `src/` that no other file imports. Types may be exported for the
 * signatures that name them.
 */
import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { ROOT } from './tool.ts'

/** Paths from the root, with forward slashes, to their text. */
export type Files = ReadonlyMap<string, string>

const DECLARED = /^export (?:async )?(?:const|let|function\*?|class) (\w+)/gm
const LISTED = /^export \{([^}]*)\}/gm
const NAMED = /(?:^|\n)(?:import|export)\s+(?:type\s+)?(?:\w+,\s*)?\{([^}]*)\}\s*from\s*'(\.[^']+)'/g
/** All of a file: whoever asks for it so may use any name. */
const WHOLE = /(?:\*(?: as \w+)? from\s*|\bimport\(\s*)'(\.[^']+)'/g

/** Named by their types alone: `check-templates.ts` reads what it gives. */
const BY_TYPE = new Set(['src/reports/adjust-target.ts adjustWords'])

/** Called by the runtimes or by a tool, which import nothing by name. */
const ENTRIES = /^src\/(?:node|worker)\.ts$|\.generated\.ts$|\.d\.ts$/

/** `src/core/slot.ts: nobody imports isOpen`, a line each. */
export function exportErrors(files: Files): string[] {
  const { named, whole } = usesIn(files)
  return [...files]
    .filter(([file]) => file.startsWith('src/') && !ENTRIES.test(file) && !whole.has(file))
    .flatMap(([file, text]) =>
      exportsOf(text)
        .filter((name) => !named.has(`${file} ${name}`) && !BY_TYPE.has(`${file} ${name}`))
        .map((name) => `${file}: nobody imports ${name}`),
    )
}

const exportsOf = (text: string): string[] => [
  ...[...text.matchAll(DECLARED)].map(([, name = '']) => name),
  ...[...text.matchAll(LISTED)].flatMap(([, names = '']) =>
    namesIn(names)
      .filter(({ isType }) => !isType)
      .map(({ outside }) => outside),
  ),
]

/** `a, type b as c`: `inside` is what it is called in the file that it comes from. */
const namesIn = (list: string): { inside: string; outside: string; isType: boolean }[] =>
  list
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => {
      const [inside = '', outside = inside] = one.replace(/^type\s+/, '').split(/\s+as\s+/)
      return { inside, outside, isType: /^type\s/.test(one) }
    })

function usesIn(files: Files): { named: ReadonlySet<string>; whole: ReadonlySet<string> } {
  const named = new Set<string>()
  const whole = new Set<string>()
  for (const [file, text] of files) {
    const at = (target: string) => posix.join(posix.dirname(file), target)
    for (const [, names = '', target = ''] of text.matchAll(NAMED))
      for (const { inside } of namesIn(names)) named.add(`${at(target)} ${inside}`)
    for (const [, target = ''] of text.matchAll(WHOLE)) whole.add(at(target))
  }
  return { named, whole }
}

export function readFiles(): Files {
  const names = globSync('{src,test,bench,scripts}/**/*.ts', { cwd: ROOT })
  return new Map(names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(ROOT, name), 'utf8')]))
}

if (import.meta.main) {
  const errors = exportErrors(readFiles())
  for (const error of errors) console.error(error)
  process.exitCode = errors.length ? 1 : 0
}
