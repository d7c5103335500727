/** A document's text in lines: what a duty was read from set apart, the words that its values rest on marked. */
import type { DoubtField } from '../../../core/document/doubt.ts'
import type { Review, ReviewedDuty } from '../../../core/review/review.ts'
import type { PassageView } from '../../../templates/review-views.ts'
import { dutyCard } from '../places.ts'

/** Where something of the document begins; a value's words have an anchor of their own. */
export const anchorOf = (from: number): string => `cho-${from}`
const spotAnchor = (from: number): string => `chu-${from}`

/** The way to the words that a value of a duty was read from; to its passage where none are known. */
export function spotHref({ spots = [], place }: ReviewedDuty, field: DoubtField): string {
  const spot = spots.find((one) => one.field === field)
  return `#${spot ? spotAnchor(spot.from) : anchorOf(place.from)}`
}

type Passage = { from: number; to: number; look: string | null; pin: { href: string; words: string } | null }
type Mark = { from: number; to: number; look: string; anchor: string | null }

export function passagesOf(text: string, review: Review): PassageView[] {
  const [parts, marks] = [partsOf(review), marksOf(review)]
  const passages: PassageView[] = []
  let from = 0
  for (const line of text.split('\n')) {
    if (line.trim()) passages.push(lineOf(line, from, parts, marks))
    from += line.length + 1
  }
  return passages
}

const lookOf = ({ state, cadence, level }: ReviewedDuty): string =>
  state === 'skipped' ? 'skipped' : cadence === null ? 'unread' : state === 'settled' ? 'sure' : level

const partsOf = ({ duties, topics, leftOut }: Review): Passage[] => [
  ...duties.map((duty) => ({
    ...duty.place,
    look: lookOf(duty),
    pin: { href: `#${dutyCard(duty.id)}`, words: duty.clause },
  })),
  ...[...topics, ...leftOut].map(({ place }) => ({ ...place, look: null, pin: null })),
]

const marksOf = ({ duties, topics, leftOut }: Review): Mark[] =>
  [
    ...duties.flatMap(marksOfDuty),
    ...[...topics, ...leftOut].map(({ place }) => ({ ...place, look: 'other', anchor: null })),
  ].sort((one, other) => one.from - other.from)

/** A value is marked by its own doubts: a duty may be doubtful for its time alone. */
function marksOfDuty(duty: ReviewedDuty): Mark[] {
  const { spots, place, state, cadence, doubts } = duty
  if (!spots?.length) return [{ ...place, look: lookOf(duty), anchor: null }]
  const of = (field: DoubtField): string => {
    if (state !== 'open') return lookOf(duty)
    if (field === 'when' && cadence === null) return 'unread'
    // How the duty itself was found is a doubt about what it says.
    const about = field === 'title' ? [field, 'quote'] : [field]
    return doubts.some((one) => about.includes(one.field)) ? 'look' : 'sure'
  }
  return spots.map(({ field, from, to }) => ({ from, to, look: of(field), anchor: spotAnchor(from) }))
}

function lineOf(line: string, from: number, all: readonly Passage[], marks: readonly Mark[]): PassageView {
  const to = from + line.length
  const isOver = (one: { from: number; to: number }) => one.from < to && one.to > from
  const over = all.filter(isOver)
  const begin = over.filter((one) => one.from >= from)
  return {
    anchors: [...new Set(begin.map((one) => anchorOf(one.from)))],
    pins: begin.flatMap(({ pin }) => (pin ? [pin] : [])),
    look: over.find(({ look }) => look !== null)?.look ?? null,
    parts: partsOfLine(line, from, marks.filter(isOver)),
  }
}

/** Where marks lie in one another, the inner one shows: a sentence is the duty's title, and its time stands in it. */
function partsOfLine(line: string, from: number, marks: readonly Mark[]): PassageView['parts'] {
  const to = from + line.length
  const inside = (at: number) => Math.min(Math.max(at, from), to)
  const edges = [from, to, ...marks.flatMap((mark) => [inside(mark.from), inside(mark.to)])]
  const sorted = [...new Set(edges)].sort((one, other) => one - other)
  return sorted.slice(1).map((end, i) => {
    const start = sorted[i] as number
    const over = marks.filter((mark) => mark.from < end && mark.to > start)
    const inner = over.toSorted((one, other) => one.to - one.from - (other.to - other.from))[0]
    const anchor = over.find((mark) => mark.from === start)?.anchor ?? null
    const text = line.slice(start - from, end - from).replaceAll('\t', ' · ')
    return { text, mark: inner?.look ?? null, anchor }
  })
}
