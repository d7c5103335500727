/** What stands behind a figure of a form, as a page: its lines of the log, its obligations, or the fields it is made of. */

import type { Filled, FilledField } from '../../../core/blank/fill.ts'
import type { ObligationMark } from '../../../core/blank/obligation-mark.ts'
import type { OpenLine, SourceLine, Sources } from '../../../core/blank/sources.ts'
import { wallTimeOf } from '../../../core/wall-clock.ts'
import { FACT_NAMES } from '../../../core/words/names.ts'
import { periodName } from '../../../core/words/period-words.ts'
import { documentDay } from '../../../core/words/words.ts'
import { valueText } from '../../../reports/blank-parts.ts'
import type { BlankSourcesView } from '../../../templates/blank-views.ts'
import type { Frame, Say } from '../../../templates/views.ts'
import { say } from '../say.ts'
import { blankPath, blankSourcesPath, recordedPath } from './blank-places.ts'

type Shown = { frame: Frame; filled: Filled; field: FilledField; sources: Sources }

export function blankSourcesView({ frame, filled, field, sources }: Shown): BlankSourcesView {
  const { blank, year, period } = filled
  const at = { id: blank.id, year, period: period.key }
  return {
    ...{ frame, title: field.label, back: { href: blankPath(at), words: blank.title } },
    say: [...sayValue(field, filled), ...saySources(sources)],
    fields: sources.kind === 'fields' ? sources.ids.flatMap((id) => partOf(filled, id)) : [],
    ...tableOf(sources),
    open: sources.kind === 'lines' ? sources.open.map(openView) : [],
  }
}

function sayValue(field: FilledField, { period, year }: Filled): Say[] {
  const value = valueText(field)
  return [
    ...(value ? [say(`${value} ${field.unit ?? ''}`.trim(), 'strong')] : [say('Chưa có số:', 'ask')]),
    say(`${field.reason ?? field.origin}, ${periodName(period, year)}.`),
    ...field.notes.map((note) => say(`${note}.`)),
  ]
}

function saySources(sources: Sources): Say[] {
  if (sources.kind === 'lines') return sources.lines.length ? [say('Gồm:')] : []
  return sources.kind === 'none' ? [] : [say('Gồm:')]
}

function partOf(filled: Filled, id: string): BlankSourcesView['fields'] {
  const { blank, year, period, fields } = filled
  const field = fields.find((one) => one.id === id)
  if (!field) return []
  const href =
    field.value === null || field.typed
      ? null
      : blankSourcesPath({ id: blank.id, year, period: period.key }, id)
  return [{ href, label: field.label, value: valueText(field) || 'chưa có số' }]
}

type Cell = { text: string; left: boolean; href: string | null }
const cell = (text: string | number | null, href: string | null = null): Cell => ({
  ...{ text: text === null ? '' : String(text), href },
  left: href !== null,
})

function tableOf(sources: Sources): Pick<BlankSourcesView, 'headings' | 'rows'> {
  if (sources.kind === 'obligations')
    return table(OBLIGATION_HEADINGS, sources.obligations.map(obligationCells))
  if (sources.kind !== 'lines') return { headings: [], rows: [] }
  const isTimes = sources.lines.every(({ amount }) => amount === 1)
  const headings = isTimes ? LINE_HEADINGS : [...LINE_HEADINGS, 'Cộng vào']
  return table(
    headings,
    sources.lines.map((line) => [...lineCells(line), ...(isTimes ? [] : [cell(line.amount)])]),
  )
}

const openView = ({ one, unsaid }: OpenLine): BlankSourcesView['open'][number] => ({
  href: recordedPath({ ...one, obligationId: one.obligation.id }),
  words: `${documentDay(one.day)}: ${one.title}`,
  unsaid,
})

const LINE_HEADINGS = ['Ngày, giờ', 'Nội dung', 'Mục', 'Kết quả', 'Nơi', 'Người ghi']
const OBLIGATION_HEADINGS = ['Mục', 'Nhiệm vụ', 'Đến hạn', 'Đã làm']

const table = (headings: readonly string[], rows: Cell[][]) => ({
  headings: headings.map((words, i) => ({ words, left: rows[0]?.[i]?.left ?? false })),
  rows,
})

const lineCells = ({ one }: SourceLine): Cell[] => [
  ...[
    cell(`${documentDay(one.day)} ${wallTimeOf(one.at)}`),
    cell(one.title, recordedPath({ ...one, obligationId: one.obligation.id })),
  ],
  ...[cell(one.obligation.clause), cell(FACT_NAMES[one.fact.kind]), cell(one.fact.place ?? '')],
  cell(one.fact.by),
]

const obligationCells = ({ planId, id, clause, title, due, done }: ObligationMark): Cell[] => [
  ...[
    cell(clause),
    cell(title, recordedPath({ planId, obligationId: id, slotId: null })),
    cell(due),
    cell(done),
  ],
]
