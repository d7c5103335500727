/** A form filled for a period, as a page: figures to read, fields to type into. */
import type { BlankField } from '../../../core/blank/blank.ts'
import type { Filled } from '../../../core/blank/fill.ts'
import type { FilledList } from '../../../core/blank/fill-list.ts'
import type { Sources } from '../../../core/blank/sources.ts'
import type { Problem } from '../../../core/problem.ts'
import { capital } from '../../../core/text.ts'
import { daysBetween, type LocalDate, localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import { periodName } from '../../../core/words/period-words.ts'
import { daysLeft, documentDay, rangeInWords } from '../../../core/words/words.ts'
import { fieldLines, valueText } from '../../../reports/blank-parts.ts'
import type { Entry } from '../../../store/blanks.ts'
import type { BlankFieldView, BlankView } from '../../../templates/blank-views.ts'
import type { Frame, Say } from '../../../templates/views.ts'
import { type Form, fieldOf } from '../../form.ts'
import { say } from '../say.ts'
import {
  BLANKS,
  type BlankAt,
  blankFilePath,
  blankPath,
  blankSourcesPath,
  recordedPath,
} from './blank-places.ts'

export type BlankQuestion = {
  frame: Frame
  filled: Filled
  /** By the field's id. */
  sources: ReadonlyMap<string, Sources>
  /** What was typed last, by whom; null where nobody typed. */
  entry: Entry | null
  today: LocalDate
  mayType: boolean
  /** What was sent and refused. */
  sent?: { form: Form; problem: Problem }
}

export function blankView({ frame, filled, sources, entry, today, mayType, sent }: BlankQuestion): BlankView {
  const { blank, year, period, fields } = filled
  const at = { id: blank.id, year, period: period.key }
  return {
    frame,
    back: { href: BLANKS, words: 'Biểu mẫu' },
    title: blank.title,
    say: sayFilled(filled, today),
    ...{ source: blank.source, note: blank.note, summary: sent?.problem.detail ?? null },
    downloads: [
      { href: blankFilePath(at, 'docx'), words: 'Tải văn bản (DOCX)' },
      { href: blankFilePath(at, 'xlsx'), words: 'Tải Excel (XLSX)' },
    ],
    action: blankPath(at),
    mayType,
    groups: groupsOf({ filled, sources, mayType, ...(sent && { sent }) }, at),
    typed: fields.some(({ typed }) => typed !== null),
    saved: entry && `${entry.by} nhập lúc ${wallTimeOf(entry.at)} ngày ${documentDay(localDateOf(entry.at))}`,
    lists: filled.lists.map(listView),
  }
}

/** After so many days nobody counts how late it is. */
const LONG_AGO = 60

function sayFilled({ fields, period, year, asOf, due }: Filled, today: LocalDate): Say[] {
  const empty = fields.filter(({ value }) => value === null)
  const waiting = empty.filter(({ typed }) => typed !== null).length
  const unknown = empty.length - waiting
  return [
    say(
      `${capital(periodName(period, year))}, ${rangeInWords(period)}, số liệu đến hết ${documentDay(asOf)}.`,
      'strong',
    ),
    ...(due === null
      ? []
      : [
          say(
            `Gửi chậm nhất ${documentDay(due)}${daysBetween(due, today) > LONG_AGO ? '' : ` (${daysLeft(today, due)})`}.`,
            today > due ? 'ask' : 'plain',
          ),
        ]),
    ...(waiting ? [say(`${waiting} ô chờ nhập.`, 'ask')] : []),
    ...(unknown ? [say(`${unknown} ô chưa có số, lý do ghi bên cạnh.`)] : []),
  ]
}

type Shown = Pick<BlankQuestion, 'filled' | 'sources' | 'mayType' | 'sent'>

function groupsOf({ filled, sources, mayType, sent }: Shown, at: BlankAt): BlankView['groups'] {
  const groups: BlankView['groups'] = []
  for (const one of fieldLines(filled)) {
    if ('group' in one) groups.push({ name: one.group, fields: [] })
    else {
      if (!groups.length) groups.push({ name: null, fields: [] })
      const { id, label, unit, typed, origin } = one.field
      const input = typed && mayType ? inputOf(id, typed, valueText(one.field), sent) : null
      const view: BlankFieldView = {
        ...{ number: one.number, label, unit: unit ?? '', origin, remark: one.remark, input },
        value: input ? null : valueText(one.field),
        sources: typed || one.field.value === null ? null : blankSourcesPath(at, id),
        open: isOpen(sources.get(id)) ? blankSourcesPath(at, id) : null,
      }
      groups.at(-1)?.fields.push(view)
    }
  }
  return groups
}

/** Something that may count, or how much of it, waits to be written down. */
const isOpen = (sources: Sources | undefined): boolean =>
  sources?.kind === 'lines' &&
  (sources.open.length > 0 || sources.lines.some(({ amount }) => amount === null))

function inputOf(id: BlankField['id'], typed: 'number' | 'text', value: string, sent: BlankQuestion['sent']) {
  const name = typedName(id)
  const { value: shown, error } = fieldOf(id, sent ? sent.form(name) : value, sent?.problem)
  return { name, value: shown, long: typed === 'text', error }
}

/** Of its own, since a form's author names its fields. */
export const typedName = (id: string): string => `o-${id}`

/** The column that leads to what a row stands for: what names it, or else its first words. */
function nameIn({ columns }: FilledList, row: FilledList['rows'][number]): number {
  const named = columns.findIndex(({ names }, i) => names && row[i] !== null)
  return named < 0 ? row.findIndex((cell) => typeof cell === 'string') : named
}

const listView = (list: FilledList): BlankView['lists'][number] => ({
  ...{ title: list.title, note: list.note, reason: list.reason },
  columns: list.columns.map(({ heading, left }) => ({ words: heading, left })),
  rows: list.rows.map((row, k) => {
    const named = nameIn(list, row)
    const of = list.of[k]
    const page = of ? recordedPath(of) : null
    return row.map((cell, i) => ({
      ...{ text: cell === null ? '' : String(cell), left: list.columns[i]?.left ?? false },
      href: i === named ? page : null,
    }))
  }),
  sums: list.sums?.map((sum, i) => (sum === null ? (i === 1 ? 'Cộng' : '') : String(sum))) ?? null,
})
