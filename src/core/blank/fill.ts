/** A form filled for an office and a period: every figure with where it comes from, every gap with why. */
import type { Channel } from '../channel.ts'
import type { Language } from '../making.ts'
import type { Period } from '../period.ts'
import { PLACE_KIND_NAMES, type PlaceKind } from '../record/place-kind.ts'
import { foldTone, tidy } from '../text.ts'
import type { LocalDate } from '../wall-clock.ts'
import { CHANNEL_NAMES } from '../words/names.ts'
import type { Blank, BlankField, From, Where } from './blank.ts'
import type { BlankCell } from './columns.ts'
import { type FilledList, fillList } from './fill-list.ts'
import { isHours, isOfObligations, MEASURE_WORDS, type Measure, type OfObligations } from './measure.ts'
import type { ObligationMark } from './obligation-mark.ts'
import type { Occurrence } from './occurrence.ts'
import { inChannels, linesIn, obligationsIn } from './sources.ts'

/** All that a form may ask of an office over a period. */
export type Gathered = {
  unit: { code: string; name: string }
  period: Period
  /** Of the period. */
  year: number
  asOf: LocalDate
  occurrences: readonly Occurrence[]
  obligations: readonly ObligationMark[]
  /** Channels of slots that fell due in the period and of which nobody has said anything. */
  unconfirmed: readonly (readonly Channel[])[]
  /** The obligations of the office's plans, by what they are about and where they are told. */
  asked: readonly { title: string; channels: readonly Channel[] }[]
  /** Kinds of places in which the office posts: by its plans, and by its own list. */
  places: readonly PlaceKind[]
  planName: (id: string) => string
}

/** What people typed, by the field's id. */
export type Typed = Readonly<Record<string, string>>

export type FilledField = Omit<BlankField, 'from' | 'note'> & {
  value: BlankCell
  /** Why it is empty. */
  reason: string | null
  /** What to know about a figure that is there. */
  notes: string[]
  /** Where it comes from, in words. */
  origin: string
  /** What people type here; null for what is counted. */
  typed: 'number' | 'text' | null
}

export type Filled = {
  blank: Pick<Blank, 'id' | 'title' | 'asker' | 'source' | 'note'>
  unit: { code: string; name: string }
  period: Period
  year: number
  asOf: LocalDate
  due: LocalDate | null
  fields: FilledField[]
  lists: FilledList[]
}

/** A value, or why there is none; notes besides. */
type Value = { value: BlankCell; reason: string | null; notes: string[] }

const found = (value: BlankCell, notes: string[] = []): Value => ({ value, reason: null, notes })
const empty = (reason: string, notes: string[] = []): Value => ({ value: null, reason, notes })

export function fillBlank(
  blank: Blank,
  gathered: Gathered,
  typed: Typed,
  due: LocalDate | null,
  languages: readonly Language[],
): Filled {
  const { id, title, asker, source, note, fields } = blank
  const { unit, period, year, asOf } = gathered
  const values = new Map<string, Value>()
  const labels = new Map(fields.map((one) => [one.id, one.label]))
  for (const one of fields) values.set(one.id, figureOf(one, { gathered, typed, values, labels, languages }))
  return {
    blank: { id, title, asker, source, note },
    ...{ unit, period, year, asOf, due },
    fields: fields.map(({ from, note, ...one }) => {
      const { value, reason, notes } = values.get(one.id) as Value
      return {
        ...one,
        ...{ value, reason, notes: [...notes, ...(note === null ? [] : [note])] },
        ...{ origin: originWords(from, labels), typed: from.kind === 'typed' ? from.as : null },
      }
    }),
    lists: blank.lists.map((list) => fillList(list, gathered, languages)),
  }
}

type Around = {
  gathered: Gathered
  typed: Typed
  /** Of the fields before it: `blankErrors` lets a form name no other. */
  values: ReadonlyMap<string, Value>
  labels: ReadonlyMap<string, string>
  languages: readonly Language[]
}

function figureOf({ id, from }: BlankField, around: Around): Value {
  if (from.kind === 'none') return empty(from.why)
  if (from.kind === 'typed') return typedValue(around.typed[id] ?? '', from.as)
  if (from.kind === 'count') return countValue(from.of, from.where, around)
  if (from.kind === 'sum') return sumValue(from, around)
  if (from.kind === 'present') return presentValue(from.of, from.points, around)
  const [of, over] = [numberOf(from.of, around), numberOf(from.over, around)]
  if (of === null || over === null) return missingValue([from.of, from.over], around)
  if (over === 0) return empty(`${around.labels.get(from.over)} bằng 0: không có gì để chia`)
  const percent = (of / over) * 100
  return from.kind === 'percent' ? found(rounded(percent)) : found(pointsOf(percent, from))
}

/** The highest step that is reached. */
function pointsOf(percent: number, { points, steps }: Extract<From, { kind: 'score' }>): number {
  const step = steps.toSorted((a, b) => b.from - a.from).find(({ from }) => percent >= from)
  if (!step) return 0
  if (step.gives === 'all') return points
  return step.gives === 'share' ? rounded((points * percent) / 100) : step.gives
}

/** Two decimals: as exact as points are given. */
const rounded = (value: number): number => Math.round(value * 100) / 100

const numberOf = (id: string, { values }: Around): number | null => {
  const value = values.get(id)?.value
  return typeof value === 'number' ? value : null
}

const missingValue = (ids: readonly string[], around: Around): Value =>
  empty(
    `chưa đủ số liệu: ${ids
      .filter((id) => numberOf(id, around) === null)
      .map((id) => around.labels.get(id))
      .join('; ')}`,
  )

function sumValue({ of: ids, partial }: Extract<From, { kind: 'sum' }>, around: Around): Value {
  const numbers = ids.map((id) => numberOf(id, around))
  const missing = ids.filter((_, i) => numbers[i] === null)
  if (missing.length === ids.length || (missing.length && !partial)) return missingValue(ids, around)
  const sum = rounded(numbers.reduce<number>((total, one) => total + (one ?? 0), 0))
  const without = missing.map((id) => `“${around.labels.get(id)}”`).join(', ')
  return found(sum, missing.length ? [`chưa gồm ${without} là ô chưa có số`] : [])
}

function presentValue(ids: readonly string[], points: number, around: Around): Value {
  const numbers = ids.map((id) => numberOf(id, around))
  if (numbers.some((one) => one !== null && one > 0)) return found(points)
  return numbers.includes(null) ? missingValue(ids, around) : found(0)
}

function typedValue(text: string, as: 'number' | 'text'): Value {
  if (text === '') return empty('chờ nhập')
  return as === 'text' ? found(text) : found(Number(text))
}

function countValue(measure: Measure, where: Where, around: Around): Value {
  if (isOfObligations(measure)) return obligationsValue(measure, where, around)
  const { gathered, languages } = around
  const { lines, open } = linesIn(measure, where, gathered, languages)
  const unmeasured = lines.filter(({ amount }) => amount === null).length
  const waiting = waitingIn(measure, where, gathered)
  const notes = [
    ...unsaidWords(open.map(({ unsaid }) => unsaid)),
    ...(unmeasured ? [`${unmeasured} lượt chưa ghi ${AMOUNTS[measure] ?? 'số lượng'}`] : []),
    ...(waiting ? [`${waiting} kỳ đến hạn chưa xác nhận`] : []),
  ]
  const sum = lines.reduce((total, { amount }) => total + (amount ?? 0), 0)
  const nothing = lines.length === unmeasured
  if (nothing && notes.length) return empty(`chưa ai ghi: ${notes.join('; ')}`)
  const idle = nothing ? whyIdle(where, gathered) : null
  if (idle) return empty(idle)
  return found(isHours(measure) ? rounded(sum / 60) : sum, notes)
}

const AMOUNTS: Partial<Record<Measure, string>> = {
  people: 'số người',
  words: 'số từ',
  minutes: 'số phút',
  hours: 'số phút',
  'production-hours': 'số phút',
}

const unsaidWords = (unsaid: readonly string[]): string[] =>
  [...Map.groupBy(unsaid, (what) => what)].map(([what, own]) => `${own.length} lượt chưa ghi ${what}`)

const HEARD: readonly Measure[] = ['airings', 'productions', 'minutes', 'hours', 'production-hours', 'words']

/** Slots of such a kind of which nobody said anything: while they wait, "none" would be a guess. */
const waitingIn = (measure: Measure, where: Where, { unconfirmed }: Gathered): number =>
  unconfirmed.filter(
    (own) => inChannels(where, own) && (!HEARD.includes(measure) || own.includes('loudspeaker')),
  ).length

/** Where no plan asks for such a thing and nobody logged any, the office knows nothing of it. */
function whyIdle({ channels, about, places }: Where, { asked, places: own }: Gathered): string | null {
  const isAbout = (title: string) =>
    about === null || about.some((words) => foldTone(title).includes(foldTone(tidy(words))))
  const fits = asked.some(
    (obligation) =>
      isAbout(obligation.title) &&
      (channels === null || obligation.channels.some((one) => channels.includes(one))),
  )
  if (!fits && (channels !== null || about !== null)) {
    const on = channels === null ? [] : [channels.map((one) => CHANNEL_NAMES[one].toLowerCase()).join(', ')]
    const what = about === null ? [] : [about.map((words) => `“${words}”`).join(', ')]
    return `kế hoạch của đơn vị không có nhiệm vụ nào về ${[...what, ...on].join(' qua ')}, và chưa ai ghi lượt nào`
  }
  if (places === null || places.some((one) => own.includes(one))) return null
  const names = places.map((one) => PLACE_KIND_NAMES[one]).join(', ')
  return `đơn vị chưa khai nơi đăng chính thức nào là ${names}, và chưa ai ghi lượt nào`
}

function obligationsValue(measure: OfObligations, where: Where, { gathered }: Around): Value {
  const set = obligationsIn('obligations-set', where, gathered)
  if (!set.length) return empty('không có nhiệm vụ nào đến hạn trong kỳ')
  if (measure === 'obligations-set') return found(set.length)
  const open = set.filter(({ unconfirmed }) => unconfirmed > 0).length
  return found(
    obligationsIn(measure, where, gathered).length,
    open && measure === 'obligations-completed'
      ? [`${open} nhiệm vụ còn việc chưa xác nhận, chưa tính là xong`]
      : [],
  )
}

function originWords(from: From, labels: ReadonlyMap<string, string>): string {
  if (from.kind === 'count') return MEASURE_WORDS[from.of]
  if (from.kind === 'typed') return 'đơn vị nhập'
  if (from.kind === 'none') return 'phần mềm không có'
  const names = 'over' in from ? [from.of, from.over] : from.of
  const list = names.map((id) => labels.get(id)).join('; ')
  if (from.kind === 'sum') return `cộng: ${list}`
  return from.kind === 'present' ? `có ít nhất một: ${list}` : `tính từ: ${list}`
}
