/** When: the dates of a phrase with what the words before them make of them ("trước", "đến hết", "từ … đến …"). */
import { addDays, type DateRange, type LocalDate, yearOf } from '../../wall-clock.ts'
import { daysOf, type Stretch } from './calendar.ts'
import type { Item } from './items.ts'
import { type Sentence, take } from './sentence.ts'

export type Relation = 'within' | 'before' | 'by' | 'until' | 'from' | 'after'

export type Moment = {
  relation: Relation
  range: DateRange
  /** Beside each other in a list: each one's days. */
  list: DateRange[]
  grain: Stretch['grain']
  join: 'list' | 'span' | 'choice'
  about: boolean
  /** A year that the phrase writes and the plan is not of. */
  foreign: boolean
  /** The word "hoàn thành" stands before it. */
  finished: boolean
  /** "dịp 30/4": around it. */
  occasion: boolean
  /** "từ ngày … đến ngày …" */
  spelled: boolean
  from: number
  to: number
  text: string
}

/** A date that no calendar has, or that no year is known for. */
export type Unresolved = { why: 'no-such-day' | 'no-year' | 'backwards'; text: string }

export type Moments = { moments: Moment[]; unresolved: Unresolved[] }

const SPAN = /(?<H>H?)(?:i?[fJ]?)(?:(?<x>x)|(?<a>d))(?:-|f?[eE])(?<t>t?)(?<b>d)/dg
const SINGLE =
  /(?<H>H*)(?<rel>[tlseEficq]*)(?<H2>H*)(?<hour>(?:(?<=[tleE])_)?)(?<c>(?:c[wpu(]{0,8})?)(?<rel2>[tlseEi]*)[:]?(?<d>d)(?<more>(?:[,;v]+#?:?i?d)*)/dg

export function takeMoments(sentence: Sentence, planYear: number | null): Moments {
  const unresolved: Unresolved[] = []
  const keep = (read: Moment | Unresolved): Moment[] => {
    if (!('why' in read)) return [read]
    unresolved.push(read)
    return []
  }
  const spans = take(sentence, SPAN, (match) => {
    const [start, end] = [match.item('a') ?? match.item('x'), match.item('b')]
    if (!start?.dates && !start?.days) return null
    if (match.item('a') && match.item('x')) return null
    return spanOf(start, end as Item, planYear, {
      exclusive: match.letters('t') !== '',
      finished: match.letters('H') !== '',
      from: match.from,
      to: match.to,
      text: match.text,
    })
  })
  const singles = take(sentence, SINGLE, (match) => {
    const dates = sentence.items
      .slice(match.from, match.to)
      .flatMap((item) => (item.letter === 'd' ? [item] : []))
    const written = relationOf(match.letters('rel') + match.letters('rel2'))
    // "trước 17h00 ngày 20/11" is on that day still.
    const relation = written === 'before' && match.item('hour')?.letter === 'T' ? 'by' : written
    return singleOf(dates, relation, planYear, {
      finished: match.letters('H') + match.letters('H2') !== '',
      about: match.letters('rel').includes('q'),
      occasion: match.letters('c') !== '' || match.letters('rel').includes('c'),
      from: match.from,
      to: match.to,
      text: match.text,
    })
  })
  const moments = [...spans, ...singles].flatMap(keep).sort((a, b) => a.from - b.from)
  return { moments: joined(moments, sentence.code), unresolved }
}

/** "3/2, 30/4 - 1/5, 19/5": days and stretches of one list. */
function joined(moments: readonly Moment[], code: string): Moment[] {
  const all: Moment[] = []
  for (const moment of moments) {
    const last = all.at(-1)
    const beside = last && LISTED.test(code.slice(last.to, moment.from))
    if (last && beside && isListed(last) && isListed(moment)) {
      const list = [...last.list, ...moment.list]
      all[all.length - 1] = {
        ...last,
        ...{ list, range: hull(list, 'list'), join: 'list', to: moment.to },
        text: `${last.text}, ${moment.text}`,
      }
    } else all.push(moment)
  }
  return all
}

const LISTED = /^[,;v]{1,2}$/
const isListed = ({ relation, grain, finished, text, list, range }: Moment): boolean =>
  relation === 'within' &&
  grain === 'day' &&
  !finished &&
  !/^từ /iu.test(text) &&
  list.length > 0 &&
  range.from <= range.to

/** The word nearest to the date decides; "chậm nhất … trước" is before, "đến hết" until. */
function relationOf(letters: string): Relation {
  if (letters.includes('t')) return 'before'
  if (letters.includes('l')) return 'by'
  if (letters.includes('E')) return 'until'
  if (letters.includes('e')) return 'by'
  if (letters.includes('s')) return 'after'
  return letters.includes('f') ? 'from' : 'within'
}

type Around = {
  about?: boolean
  occasion?: boolean
  finished: boolean
  from: number
  to: number
  text: string
  exclusive?: boolean
}

function spanOf(start: Item, end: Item, planYear: number | null, around: Around): Moment | Unresolved {
  const last = end.dates?.stretches.at(-1) as Stretch
  const first = start.dates?.stretches[0] ?? {
    ...last,
    first: [last.first[0], start.days?.[0] ?? 1] as [number, number],
    last: [last.first[0], start.days?.[0] ?? 1] as [number, number],
  }
  return momentOf([first, last], 'span', 'within', planYear, around)
}

function singleOf(
  items: Item[],
  relation: Relation,
  planYear: number | null,
  around: Around,
): Moment | Unresolved {
  const all = items.flatMap(({ dates }) => dates ?? [])
  const join = all.length > 1 ? 'list' : (all[0]?.join ?? 'list')
  return momentOf(
    all.flatMap(({ stretches }) => stretches),
    join,
    join === 'span' && relation === 'from' ? 'within' : relation,
    planYear,
    around,
  )
}

function momentOf(
  written: Stretch[],
  join: Moment['join'],
  relation: Relation,
  planYear: number | null,
  around: Around,
): Moment | Unresolved {
  const stretches = sharedYear(written)
  const first = stretches[0] as Stretch
  if (planYear === null && stretches.some(({ year }) => year === null))
    return { why: 'no-year', text: around.text }
  const list = stretches.map((stretch) => daysOf(stretch, planYear ?? 0))
  const ranges = list.flatMap((range) => range ?? [])
  if (ranges.length < list.length) return { why: 'no-such-day', text: around.text }
  const range = hull(ranges, join)
  if (range.from > range.to) return { why: 'backwards', text: around.text }
  return {
    relation,
    range: around.exclusive ? { from: range.from, to: dayBefore(range.to) } : range,
    list: join === 'list' ? ranges : [range],
    grain: first.grain,
    join: ranges.length > 1 ? join : 'list',
    about: around.about === true || stretches.some(({ about }) => about === true),
    foreign: isForeign(relation, range, stretches, planYear),
    finished: around.finished,
    occasion: around.occasion ?? false,
    spelled: around.exclusive !== undefined,
    from: around.from,
    to: around.to,
    text: around.text,
  }
}

/** A year that is written, of which no day is the plan's; "trước năm 2027" still is in 2026. */
function isForeign(
  relation: Relation,
  range: DateRange,
  stretches: Stretch[],
  planYear: number | null,
): boolean {
  if (planYear === null || stretches.every(({ year }) => year === null)) return false
  if (relation === 'before') return yearOf(dayBefore(range.from)) !== planYear
  return yearOf(range.from) !== planYear || yearOf(range.to) !== planYear
}

/** "từ 01/5 đến 23/5/2021": the year stands once, at the end or at the beginning, for all. */
function sharedYear(stretches: Stretch[]): Stretch[] {
  const written = stretches.findLast(({ year }) => year !== null) ?? null
  if (written === null) return stretches
  return stretches.map((stretch) => ({ ...stretch, year: stretch.year ?? written.year }))
}

function hull(ranges: DateRange[], join: Moment['join']): DateRange {
  if (join !== 'list') return { from: (ranges[0] as DateRange).from, to: (ranges.at(-1) as DateRange).to }
  const sorted = [...ranges].sort((a, b) => (a.from < b.from ? -1 : 1))
  return { from: (sorted[0] as DateRange).from, to: (sorted.at(-1) as DateRange).to }
}

const dayBefore = (date: LocalDate): LocalDate => addDays(date, -1)

/** The days of one whole year. */
export const isWholeYear = ({ from, to }: DateRange): boolean =>
  from.endsWith('-01-01') && to.endsWith('-12-31') && yearOf(from) === yearOf(to)
