/**
 * Writes `src/content.generated.ts`: what the program takes along from `content/`. A Worker has no files, and plain
 * Node imports no YAML, so the texts become a module that Node, esbuild and Wrangler all read alike.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './tool.ts'

const TARGET = 'src/content.generated.ts'

/** Name of the export, and the folder whose files it holds. */
const COLLECTIONS = { planFiles: 'content/plans', blankFiles: 'content/reports/forms' }

function filesOf(folder: string): { name: string; text: string }[] {
  const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.yaml'))
  return names
    .sort()
    .map((name) => ({ name, text: readFileSync(join(ROOT, folder, name), 'utf8').replaceAll('\r\n', '\n') }))
}

function moduleText(): string {
  const exports = Object.entries(COLLECTIONS).map(
    ([name, folder]) =>
      `/** The files of ${folder}/, by name. */\n` +
      `export const ${name}: readonly { name: string; text: string }[] = ${JSON.stringify(filesOf(folder), null, 2)}\n`,
  )
  return `// Written by scripts/compile-content.ts. Change the files in content/ and run \`npm run generate\`.\n${exports.join('\n')}`
}

/** Words as lines, without what is said about them. */
const wordsOf = (folder: string): string[] =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(ROOT, folder, name), 'utf8').split(/\r?\n/))
    .filter((line) => line && !line.startsWith('#'))

/** One string: a list of as many would take longer to load. */
const passwordsText = (): string =>
  `/** The words of content/passwords/, with spaces between. */\n` +
  `export const commonPasswords = ${JSON.stringify([...new Set(wordsOf('content/passwords'))].sort().join(' '))}\n`

const text = `${moduleText()}\n${passwordsText()}`
if (!existsSync(join(ROOT, TARGET)) || readFileSync(join(ROOT, TARGET), 'utf8') !== text)
  writeFileSync(join(ROOT, TARGET), text)
