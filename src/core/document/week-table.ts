/** A week's timetable: a column a weekday, a row an hour, a programme a cell. */
import { doubt } from './doubt.ts'
import type { Draft } from './draft.ts'
import { clean } from './fields-in.ts'
import { clauseOf, type Section } from './outline.ts'
import type { CellWords, Row } from './paragraphs.ts'
import type { TableReading } from './row-obligations.ts'
import { around, join, keyOf, part, type Words } from './words.ts'

const WEEKDAY = /^(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat|cn)$/
const HOUR = /^(?:tu )?\d{1,2} ?(?:h|g|gio|:)/
const RERUN = /^phat lai(?: (?:chuyen muc|chuong trinh))?\s*/

/** A working week's. */
const FEWEST_DAYS = 5

/** What is on air at one hour: of several days, one airing each. */
type Airing = { words: Words; key: string; hour: Words; days: CellWords[] }

/** Null for any other table. */
export function weekTable(section: Section, rows: readonly Row[]): TableReading | null {
  const at = rows.slice(0, 3).findIndex((row) => daysIn(row).length >= FEWEST_DAYS)
  if (at < 0) return null
  const days = daysIn(rows[at] ?? [])
  const airings = rows.slice(at + 1).flatMap((row) => airingsIn(row, days))
  const [reruns = [], originals = []] = [true, false].map((again) =>
    airings.filter(({ key }) => RERUN.test(key) === again),
  )
  const told = new Set<Airing>()
  const drafts = originals.map((airing) => {
    const again = reruns.find((rerun) => isRerunOf(rerun, airing))
    if (again) told.add(again)
    return draftOf(section, airing, again)
  })
  const lost = reruns.filter((rerun) => !told.has(rerun))
  return { drafts, leftOut: lost.map(({ words }) => ({ words, why: LOST })) }
}

const LOST = 'Buổi phát lại, chưa rõ của chương trình nào trong bảng.'
const FROM_CELLS = 'Đọc từ ô của bảng chương trình tuần: hãy xem đúng ngày, đúng giờ.'

/** "T2", "T3" alone may be months. */
const IS_WEEK = /^(?:thu|chu nhat|cn)(?!\p{L})/u

function daysIn(row: Row): CellWords[] {
  const days = row.filter(({ words }) => WEEKDAY.test(keyOf(words.text).trim()))
  return days.some(({ words }) => IS_WEEK.test(keyOf(words.text))) ? days : []
}

/** The cells of a row that say the same, each over all its days. */
function airingsIn(row: Row, days: readonly CellWords[]): Airing[] {
  const hour = row.find(({ words }) => HOUR.test(keyOf(words.text)))?.words
  if (!hour) return []
  const found = new Map<string, Airing>()
  for (const day of days) {
    const words = row.find(({ column, span }) => day.column >= column && day.column < column + span)?.words
    if (!words || !/\p{L}/u.test(words.text)) continue
    const key = keyOf(words.text)
    const same = found.get(key) ?? { words, key, hour, days: [] }
    found.set(key, { ...same, days: [...same.days, day] })
  }
  return [...found.values()]
}

/** "Phát lại Pháp luật" at another hour of the days on which "Pháp luật và đời sống" is new. */
function isRerunOf(rerun: Airing, { key, days }: Airing): boolean {
  const name = rerun.key.replace(RERUN, '').trim()
  return key.includes(name) && days.every((day) => rerun.days.includes(day))
}

function draftOf(section: Section, { words, hour, days }: Airing, again: Airing | undefined): Draft {
  const [first, ...more] = days.map((day) => day.words)
  const on = first ? more.reduce((all, day) => join(all, day, ', '), first) : hour
  const once = join(on, hour, ', ')
  const when = again
    ? join(once, join(part(again.words, 0, 'Phát lại'.length), startOf(again.hour)), '; ')
    : once
  return {
    clause: clauseOf(section.path.length ? section.path : ['PL']),
    title: clean(words),
    content: [],
    lead: null,
    doer: null,
    support: null,
    when: { words: when, label: '' },
    often: null,
    emptyWhen: false,
    place: around([hour, words]),
    found: 'row',
    doubts: [doubt('two-readings', 'quote', FROM_CELLS)],
  }
}

/** "17h00" of "17h00 - 17h15" */
const startOf = (hour: Words): Words =>
  clean(part(hour, 0, /\s*(?:-|–|đến)/.exec(hour.text)?.index ?? hour.text.length))
