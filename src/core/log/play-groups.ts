/** The lines of a difference by what there is to do with them, and as many of each as somebody looks through at once. */
import type { DateRange } from '../wall-clock.ts'
import type { PlayDiff } from './play-diff.ts'
import { keyOfLine, kindOfLine, type LineKind } from './play-facts.ts'
import type { DiffLine } from './play-match.ts'
import { skippedWords } from './play-words.ts'

/** In the order in which they are shown: to record, to look at, silent, unplanned, known before, in a closed period. */
const PLAY_GROUPS = ['match', 'maybe', 'silent', 'unplanned', 'recorded', 'closed'] as const
export type PlayGroup = (typeof PLAY_GROUPS)[number]

function groupOf(line: DiffLine): PlayGroup {
  if (line.sign === '+') return 'unplanned'
  if (line.reading.closed && line.reading.at.outcome === null) return 'closed'
  if (line.sign === '−') return 'silent'
  if (choiceOf(line) === null) return 'recorded'
  return line.sign === '=' ? 'match' : 'maybe'
}

/** What there is to record of a line, and the key by which it is chosen; null where there is nothing. */
export function choiceOf(line: DiffLine): { kind: LineKind; key: string } | null {
  const kind = kindOfLine(line)
  return kind === null || line.sign === '+' ? null : { kind, key: keyOfLine(line) }
}

/** More than that no one looks through at once; what is recorded makes room for the next. */
const MOST_LINES = 300
const MOST_UNREAD = 50

/** A difference as it is looked through. */
export type PlayPage = {
  days: DateRange | null
  /** `count`: of all that there are; without those that have no line. */
  groups: { group: PlayGroup; lines: DiffLine[]; count: number }[]
  /** Rows and sheets that are no plays, in words; `more` are not said. */
  unread: { words: string[]; more: number; rows: number }
  /** The lines that somebody chose, shown or not. */
  chosen: DiffLine[]
}

/** `chosen`: keys of `choiceOf`. */
export function playPage({ lines, skipped, leftOut, days }: PlayDiff, chosen: ReadonlySet<string>): PlayPage {
  const byGroup = Map.groupBy(lines, groupOf)
  const words = [...leftOut, ...skippedWords(skipped)]
  return {
    days,
    groups: PLAY_GROUPS.flatMap((group) => {
      const all = byGroup.get(group)
      return all ? [{ group, lines: all.slice(0, MOST_LINES), count: all.length }] : []
    }),
    unread: {
      words: words.slice(0, MOST_UNREAD),
      more: Math.max(0, words.length - MOST_UNREAD),
      rows: skipped.length,
    },
    chosen: chosen.size ? lines.filter((line) => chosen.has(choiceOf(line)?.key ?? '')) : [],
  }
}
