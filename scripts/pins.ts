/**
 * Figures that documents restate, each from where it is really said. A document writes
 * `<!--pin:country.ratio-->12×<!--/pin-->`; `npm run check` compares, `node scripts/check-docs.ts --write` rewrites.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './tool.ts'

/** By the mark around the row's name: one comparison, and what it is under load. */
const COLUMNS = {
  '`': { ours: 2, baseline: 4, ratio: 5, goal: 6, peak: 7 },
  _: { perSecond: 1, p99: 2, baselinePerSecond: 3, baselineP99: 4 },
}

/** The rows of `bench/results.md`: `country.ours`, `country.ratio`, `country.peak`, `week.perSecond`… */
export function benchPins(markdown: string): Map<string, string> {
  const rows = [...markdown.matchAll(/^\| (`|_)([\w-]+)\1 \|.*$/gm)]
  return new Map(
    rows.flatMap(([line, mark, id]) => {
      const cells = line.split('|').map((cell) => cell.trim())
      return Object.entries(COLUMNS[mark as keyof typeof COLUMNS]).map(
        ([name, index]) => [`${id}.${name}`, cells[index + 1] ?? ''] as const,
      )
    }),
  )
}

/** The rows of `bench/reading.md`: `reading.must`, `reading.wrong`… */
export const readingPins = (markdown: string): Map<string, string> =>
  new Map(
    [...markdown.matchAll(/^\| `([\w-]+)` \|[^|]*\| ([^|]*?) \|/gm)].map(([, id, value = '']) => [
      `reading.${id}`,
      value,
    ]),
  )

const textOf = (path: string): string => {
  const file = join(ROOT, path)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

export const readPins = (): Map<string, string> =>
  new Map([...benchPins(textOf('bench/results.md')), ...readingPins(textOf('bench/reading.md'))])

const PIN = /<!--pin:([\w.-]+)-->([\s\S]*?)<!--\/pin-->/g

/** Pins of a document that say something else than their source, as messages. */
export const pinErrors = (text: string, pins: ReadonlyMap<string, string>): string[] =>
  [...text.matchAll(PIN)]
    .filter(([, name = '', value]) => pins.get(name) !== value)
    .map(
      ([, name = '', value]) =>
        `pin ${name} says "${value}", its source says "${pins.get(name) ?? 'nothing'}"`,
    )

export const writePins = (text: string, pins: ReadonlyMap<string, string>): string =>
  text.replace(PIN, (whole, name: string) =>
    pins.has(name) ? `<!--pin:${name}-->${pins.get(name)}<!--/pin-->` : whole,
  )
