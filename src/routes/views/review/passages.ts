/** A document's text in lines, with what was read from it marked, each mark with the way to its duty. */
import type { Review } from '../../../core/review/review.ts'
import type { PassageView } from '../../../templates/review-views.ts'
import { dutyCard } from '../places.ts'

/** Where a quote begins in the document. */
export const anchorOf = (from: number): string => `cho-${from}`

type Mark = { from: number; to: number; look: string; pin: { href: string; words: string } | null }

export function passagesOf(text: string, review: Review): PassageView[] {
  const marks = marksOf(review)
  const passages: PassageView[] = []
  let from = 0
  for (const line of text.split('\n')) {
    if (line.trim()) passages.push(passageOf(line, from, marks))
    from += line.length + 1
  }
  return passages
}

function marksOf({ duties, topics, leftOut }: Review): Mark[] {
  const all: Mark[] = [
    ...duties.map(({ id, clause, place, state, level, cadence }) => ({
      ...place,
      look:
        state === 'skipped' ? 'skipped' : cadence === null ? 'unread' : state === 'settled' ? 'sure' : level,
      pin: { href: `#${dutyCard(id)}`, words: clause },
    })),
    ...[...topics, ...leftOut].map(({ place }) => ({ ...place, look: 'other', pin: null })),
  ]
  return all.sort((one, other) => one.from - other.from)
}

/** Marks that begin within the line give it its anchor and its ways; those that reach over it are drawn. */
function passageOf(line: string, from: number, marks: readonly Mark[]): PassageView {
  const to = from + line.length
  const over = marks.filter((mark) => mark.from < to && mark.to > from)
  const begin = over.filter((mark) => mark.from >= from)
  const parts: PassageView['parts'] = []
  let at = from
  for (const mark of over) {
    const [start, end] = [Math.max(mark.from, at), Math.min(mark.to, to)]
    if (end <= start) continue
    if (start > at) parts.push({ text: line.slice(at - from, start - from), mark: null })
    parts.push({ text: line.slice(start - from, end - from), mark: mark.look })
    at = end
  }
  if (at < to) parts.push({ text: line.slice(at - from), mark: null })
  return {
    anchors: [...new Set(begin.map((mark) => anchorOf(mark.from)))],
    pins: begin.flatMap(({ pin }) => (pin ? [pin] : [])),
    parts: parts.map(({ text, mark }) => ({ text: text.replaceAll('\t', ' · '), mark })),
  }
}
