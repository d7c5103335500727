/** A document's text in lines: what an obligation was read from set apart, the words that its values rest on marked. */
import type { DoubtField } from '../../../core/document/doubt.ts'
import type { Review, ReviewedObligation } from '../../../core/review/review.ts'
import type { PassageView } from '../../../templates/review-views.ts'
import { obligationCard } from '../paths.ts'

/** Where something of the document begins; a value's words have an anchor of their own. */
export const anchorOf = (from: number): string => `cho-${from}`
const spotAnchor = (from: number): string => `chu-${from}`

/** The way to the words that a value of an obligation was read from; to its passage where none are known. */
export function spotHref({ spots = [], place }: ReviewedObligation, field: DoubtField): string {
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

const lookOf = ({ state, cadence, level }: ReviewedObligation): string =>
  state === 'skipped' ? 'skipped' : cadence === null ? 'unread' : state === 'settled' ? 'sure' : level

const partsOf = ({ obligations, topics, leftOut }: Review): Passage[] => [
  ...obligations.map((obligation) => ({
    ...obligation.place,
    look: lookOf(obligation),
    pin: { href: `#${obligationCard(obligation.id)}`, words: obligation.clause },
  })),
  ...[...topics, ...leftOut].map(({ place }) => ({ ...place, look: null, pin: null })),
]

const marksOf = ({ obligations, topics, leftOut }: Review): Mark[] =>
  [
    ...obligations.flatMap(marksOfObligation),
    ...[...topics, ...leftOut].map(({ place }) => ({ ...place, look: 'other', anchor: null })),
  ].sort((one, other) => one.from - other.from)

/** A value is marked by its own doubts: an obligation may be doubtful for its time alone. */
function marksOfObligation(obligation: ReviewedObligation): Mark[] {
  const { spots, place, state, cadence, doubts } = obligation
  if (!spots?.length) return [{ ...place, look: lookOf(obligation), anchor: null }]
  const of = (field: DoubtField): string => {
    if (state !== 'open') return lookOf(obligation)
    if (field === 'when' && cadence === null) return 'unread'
    // How the obligation itself was found is a doubt about what it says.
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

/** Where marks lie in one another, the inner one shows: a sentence is the obligation's title, and its time stands in it. */
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
