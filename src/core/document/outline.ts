/** Sections by their numbers: each with its clause, its heading, what stands above it and what stands in it. */
import { capital } from '../text.ts'
import { isShouted } from './issuer.ts'
import { type Marker, markerOf, RANKS, unmarked } from './marker.ts'
import type { Item, Row } from './paragraphs.ts'
import { keyOf, NO_WORDS, type Words } from './words.ts'

export type Part = { marker: Marker | null; words: Words; whole: Words } | { rows: Row[] }

export type Section = {
  /** Labels from the outermost in: `C`, `I`, `2`, `a`; `PL` heads those of an appendix. */
  path: string[]
  marker: Marker | null
  /** The words after the number; what a line holds beyond a heading is its text too. */
  heading: Words
  whole: Words
  above: Section[]
  parts: Part[]
  /** Its number does not follow the one before. */
  odd: boolean
}

type Open = { section: Section; depth: number; ordinals: Map<string, number> }

const depthOf = (marker: Marker): number =>
  RANKS.indexOf(marker.rank) + (marker.rank === 'dotted' ? marker.label.split('.').length / 10 : 0)

const START: Section = {
  path: [],
  marker: null,
  heading: NO_WORDS,
  whole: NO_WORDS,
  above: [],
  parts: [],
  odd: false,
}

export function outlineOf(items: readonly Item[]): Section[] {
  const top: Open = { section: { ...START, parts: [] }, depth: -1, ordinals: new Map() }
  const sections = [top.section]
  let open: Open[] = [top]
  const here = () => (open.at(-1) as Open).section
  let closed = false
  for (const item of items) {
    if (item.kind === 'table') {
      here().parts.push({ rows: item.rows })
      continue
    }
    const { marker, rest } = calendarHeading(item.words, open) ?? unmarked(item.words)
    if (marker?.rank === 'part' && isPartHeading(item.words.text)) closed = false
    else if (isEnd(item.words.text)) closed = true
    if (closed) continue
    const heads = marker && marker.rank !== 'dash' && marker.rank !== 'plus'
    if (!heads || (marker.rank === 'part' && !isPartHeading(item.words.text))) {
      const part: Part = { marker: heads ? null : marker, words: rest, whole: item.words }
      const target = !marker && isClosing(item.words.text) ? outermost(open) : here()
      target.parts.push(part)
      continue
    }
    const depth = depthOf(marker)
    open = open.filter((one) => one.depth < depth)
    const parent = open.at(-1) as Open
    const section: Section = {
      path: pathOf(parent.section.path, marker),
      marker,
      heading: rest,
      whole: item.words,
      above: open.map((one) => one.section).filter(({ marker: own }) => own !== null),
      parts: [],
      odd: isOdd(parent, marker),
    }
    sections.push(section)
    open.push({ section, depth, ordinals: new Map() })
  }
  return sections
}

/** "THÁNG 01", "QUÝ II", and what stands in capitals after them ("VIỆC THƯỜNG XUYÊN"), in a calendar without numbers. */
function calendarHeading(words: Words, open: readonly Open[]): { marker: Marker; rest: Words } | null {
  const { text } = words
  const label = text.replace(/[\s.:]+$/, '')
  const inCalendar = open.at(-1)?.section.marker?.rank === 'calendar'
  const heads =
    PERIOD_HEADING.test(keyOf(label)) && (inCalendar || !open.some(({ section }) => section.marker))
  if (!heads && !(inCalendar && isShouted(text) && text.length < 60 && !isEnd(text) && !markerOf(text)))
    return null
  const marker: Marker = {
    rank: 'calendar',
    label: capital(
      label.toLocaleLowerCase('vi').replace(/(?<=^quý )\p{L}+/u, (number) => number.toUpperCase()),
    ),
    ordinal: null,
    length: 0,
  }
  return { marker, rest: words }
}

const PERIOD_HEADING =
  /^(?:\*\s*)?(?:(?:thang|quy) (?:\d{1,2}|[ivx]{1,4})|(?:6|sau|06) thang (?:dau|cuoi) nam)(?:(?:\/| nam )\d{4})?$/

const isPartHeading = (text: string): boolean =>
  text.length < 140 && /^(?:\p{Lu}{2}|Phụ lục|Phần|Chương)/u.test(text)

/** "2.1" already names the 2 that stands above it. */
function pathOf(above: readonly string[], { rank, label }: Marker): string[] {
  if (rank === 'part') return [label]
  if (rank !== 'dotted') return [...above, label]
  return [...above.filter((one) => !label.startsWith(`${one}.`)), label]
}

function isOdd({ ordinals }: Open, { rank, ordinal, label }: Marker): boolean {
  if (ordinal === null) return false
  const key = rank === 'dotted' ? label.split('.').slice(0, -1).join('.') : rank
  const before = ordinals.get(key) ?? 0
  ordinals.set(key, ordinal)
  // Word counts letters d, e where a plan counts d, đ, e; f, w, z, j are in no plan's alphabet.
  const skipsLetter = rank === 'letter' && (ordinal === before + 2 || ordinal === 0)
  return ordinal !== before + 1 && !skipsLetter
}

const isEnd = (text: string): boolean => /^nơi nhận\s*:?/i.test(text.trim())

const CLOSING =
  /^(?:tren day la|yeu cau (?:thu truong|cac|lanh dao|truong|nguoi)|de nghi (?:cac|thu truong|uy ban)|trong qua trinh|can cu (?:ke hoach|noi dung) nay|nhan duoc|ke hoach nay|noi nhan|giao (?:cac|thu truong)|uy ban nhan dan [\w ]{0,30}yeu cau|ubnd [\w ]{0,20}yeu cau)/

const isClosing = (text: string): boolean => CLOSING.test(keyOf(text))

/** What closes a plan stands under its last chapter, whatever list stood before it. */
function outermost(open: readonly Open[]): Section {
  return (open.find(({ section }) => section.marker) ?? (open[0] as Open)).section
}

export const clauseOf = (path: readonly string[]): string => path.join('.')
