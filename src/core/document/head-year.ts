/** The year of a plan: from its title, else from the day of its issue, else from what its sentences speak of. */
import type { LocalDate } from '../wall-clock.ts'
import { masked } from './time-words.ts'
import { keyOf } from './words.ts'

/** `written`: the year beside place and day, which may be blank themselves. */
type Said = {
  title: string
  lines: readonly string[]
  issued: LocalDate | null
  written: string | undefined
  body: readonly string[]
}
/** `guessed`: neither title nor day of issue say so. */
export type HeadYear = { year: number | null; guessed: boolean }

export function yearOf({ title, lines, issued, written, body }: Said): HeadYear {
  const named = namedIn(title)
  if (named !== null) return { year: named === 'several' ? null : named, guessed: false }
  if (written === undefined && /giai doan\s+(?:tu\s+)?\d{4}/.test(keyOf(lines.slice(0, 30).join(' '))))
    return { year: null, guessed: false }
  const spoken = mostSpokenOf(body)
  const year = written === undefined ? null : Number(written)
  // What is issued at a year's end is often for the next.
  if (year === null || (spoken === year + 1 && Number(issued?.slice(5, 7) ?? 0) >= 10))
    return { year: spoken, guessed: spoken !== null }
  return { year, guessed: false }
}

/** More than half of the years that its sentences name; days of other documents aside. */
function mostSpokenOf(body: readonly string[]): number | null {
  const counts = new Map<number, number>()
  for (const text of body)
    for (const [, year] of masked(text).matchAll(
      /(?:(?<!den )nam\s+|[/.-]\s?)(20\d{2})(?!\d|\s*-\s*(?:nam )?\d{4})/g,
    ))
      counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const [most] = [...counts].sort((one, other) => other[1] - one[1])
  return most && most[1] * 2 > all ? most[0] : null
}

/** "giai đoạn 2026 - 2030", "2026-2030": a plan for several years. */
const SPAN = /giai doan[^;]{0,20}\d{4}|(?<!hoc )(?<!\d)\d{4}\s*-\s*(?:nam )?\d{4}/

/** A council's years are no plan's. */
const TERM = /nhiem ky \d{4}\s*-\s*\d{4}/g

/** "mùa khô 2025 - 2026", "vụ Đông Xuân 2025-2026": one season, which began the year before. */
const SEASON = /(?:mua|vu) (?:kho|mua|dong|he|dong xuan|ret)(?: nam)? \d{4}\s*-\s*\d{4}/g

function namedIn(whole: string): number | 'several' | null {
  const title = withoutSeason(whole)
  const key = masked(title)
  if (SPAN.test(keyOf(title).replace(TERM, ' ')) && !/nam \d{4}/.test(key)) return 'several'
  if (
    /giai doan|\d{4}\s*-\s*\d{4}/.test(key.replace(/nam hoc\s+\d{4}\s*-\s*\d{4}/g, '')) &&
    !/nam \d{4}\b(?!\s*-)/.test(key.replace(/(?:giai doan|den) (?:nam )?\d{4}[^;]*/g, ''))
  )
    return 'several'
  const named =
    /nam (\d{4})(?!\s*-\s*\d)/.exec(key) ??
    /nam hoc\s+(\d{4})/.exec(keyOf(title)) ??
    /(?<!\d)(20\d{2})(?!\d)/.exec(key)
  if (named && !/den nam \d{4}/.test(key.slice(Math.max(0, named.index - 4), named.index + 9)))
    return Number(named[1])
  return null
}

function withoutSeason(title: string): string {
  const [season] = keyOf(title).matchAll(SEASON)
  return season ? title.slice(0, season.index) + title.slice(season.index + season[0].length) : title
}
