/** A plan as a workbook: what it says of itself, a row an obligation, a row a topic; the same sheets in and out. */
import { parsePlan } from '../plan/parse-plan.ts'
import type { Obligation, Plan } from '../plan.ts'
import { type FieldError, invalid, ok, type Result } from '../problem.ts'
import { planIdOf } from '../slug.ts'
import { foldAll } from '../text.ts'
import { type DataField, fillFields } from './data-form.ts'
import { type Entry, filledOf } from './filled.ts'
import {
  CLAUSE_COLUMN,
  OBLIGATION_COLUMNS,
  obligationCells,
  readObligationRow,
  type SheetColumn,
} from './obligation-sheet.ts'
import { PLAN_FIELDS, readPlanHead, YEAR_FIELD } from './plan-form.ts'
import * as as from './readers.ts'
import { cellOfField, valuesOfCell } from './sheet-cells.ts'
import { type BookSheet, headingsOf, placed, tableOf } from './sheet-table.ts'
import { readTopicRow, TOPIC_COLUMNS, topicCells } from './topic-sheet.ts'

export const SHEETS = {
  head: 'Kế hoạch',
  obligations: 'Nhiệm vụ',
  topics: 'Chủ đề',
  help: 'Hướng dẫn',
} as const

/** Beside what the form of a plan asks: which plan it is, and from where it comes. */
const MORE: readonly DataField[] = [
  {
    ...{ name: 'p-ma', label: 'Mã kế hoạch', path: 'id', as: as.text, control: { kind: 'line' } },
    hint: 'Chương trình ghi; để trống với kế hoạch mới.',
  },
  {
    ...{ name: 'p-thay', label: 'Thay thế kế hoạch có mã', path: 'succeeds', as: as.text },
    control: { kind: 'line' },
  },
  {
    ...{ name: 'p-tu', label: 'Soạn từ kế hoạch có mã', path: 'madeFrom.id', as: as.text },
    control: { kind: 'line' },
  },
  {
    ...{ name: 'p-tu-nam', label: 'của năm', path: 'madeFrom.year', as: as.whole },
    control: { kind: 'line' },
  },
]
const HEAD: readonly DataField[] = [...PLAN_FIELDS.slice(0, 3), YEAR_FIELD, ...PLAN_FIELDS.slice(3), ...MORE]

/** The rows of a plan's sheets, each with its headings first; of no plan, the sheets to fill in. */
export function bookOf(plan: Plan | null): { head: string[][]; obligations: string[][]; topics: string[][] } {
  const filled = filledOf(plan ? fillFields(HEAD, plan) : [])
  return {
    head: HEAD.map((field) => [field.label, cellOfField(field, filled.all(field.name)), field.hint ?? '']),
    obligations: [headingsOf(OBLIGATION_COLUMNS), ...(plan?.obligations ?? []).map(obligationCells)],
    topics: [headingsOf(TOPIC_COLUMNS), ...(plan?.topics ?? []).map(topicCells)],
  }
}

/** `named`: the workbook says which plan it is; otherwise it is a new one. */
export type ReadBook = { plan: Plan; named: boolean }

/** What stands in the sheets, or all that is wrong with them by sheet, row and column. */
export function readBook(sheets: readonly BookSheet[], unit: Plan['unit']): Result<ReadBook> {
  const sheetOf = (name: string) => sheets.find((one) => foldAll(one.name) === foldAll(name)) ?? null
  const [head, obligations, topics] = [
    sheetOf(SHEETS.head),
    sheetOf(SHEETS.obligations),
    sheetOf(SHEETS.topics),
  ]
  if (!head || !obligations) return invalid(NO_SHEETS)
  const said = readHead(head)
  if ('errors' in said) return refused(said.errors)
  const base: Plan = { ...said.plan, unit, topics: [], obligations: [] }
  const rows = obligationsOf(obligations, base)
  const spoken = topics ? topicsOf(topics) : { topics: [], rows: [], errors: [] }
  const errors = [...rows.errors, ...spoken.errors]
  if (errors.length) return refused(errors)
  if (!rows.obligations.length) return invalid(NO_OBLIGATIONS)
  const whole = parsePlan({ ...base, obligations: rows.obligations, topics: spoken.topics })
  if (whole.ok) return ok({ plan: whole.value, named: said.named })
  const found = whole.problem.kind === 'invalid' ? whole.problem.errors : []
  return refused(
    found.map((error) =>
      atRow(error, { obligations: rows.rows, topics: spoken.rows, sheets: { obligations, topics, head } }),
    ),
  )
}

const NO_SHEETS = `Tệp Excel cần có trang “${SHEETS.head}” và trang “${SHEETS.obligations}”, như trong mẫu. Hãy tải mẫu Excel ở trang Thêm kế hoạch rồi chép vào đó.`
const NO_OBLIGATIONS = `Trang “${SHEETS.obligations}” chưa có nhiệm vụ nào: ghi mỗi nhiệm vụ một dòng, dưới dòng tên cột.`
const MOST_ERRORS = 50

function refused(errors: readonly FieldError[]): Result<never> {
  const more = errors.length - MOST_ERRORS
  const count = `Tệp Excel có ${errors.length} chỗ chưa đúng${more > 0 ? `; dưới đây là ${MOST_ERRORS} chỗ đầu` : ''}.`
  return invalid(count, errors.slice(0, MOST_ERRORS))
}

type Head = { plan: Omit<Plan, 'unit' | 'obligations' | 'topics'>; named: boolean }

function readHead(sheet: BookSheet): Head | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const entries: Entry[] = []
  const rowOf = new Map<string, number>()
  for (const [row, [label, cell = null]] of sheet.rows.entries()) {
    const field = HEAD.find((one) => foldAll(one.label) === foldAll(String(label ?? '')))
    if (!field) continue
    rowOf.set(field.name, row)
    const read = valuesOfCell(field, cell)
    if ('wrong' in read) errors.push(placed(sheet, row, 1, { code: 'form', message: read.wrong }))
    else entries.push(...read.values.map((value): Entry => [field.name, value]))
  }
  const filled = filledOf(entries)
  const head = errors.length ? null : readPlanHead(filled, MORE.slice(1, 2))
  if (head && !head.ok && head.problem.kind === 'invalid') {
    const lines = head.problem.errors.map((error) => ({
      ...error,
      row: rowOf.get(String(error.path[0])) ?? 0,
    }))
    lines.sort((a, b) => a.row - b.row)
    errors.push(...lines.map(({ row, code, message }) => placed(sheet, row, 1, { code, message })))
  }
  if (!head?.ok) return { errors }
  const { title, number, issued, inForceFrom, year, until, silentDays, succeeds, assumptions } = head.value
  const from = filled.one('p-tu')
  return {
    plan: {
      ...{ title, number, issued, inForceFrom, year, until, silentDays, succeeds, assumptions },
      id: filled.one('p-ma') || planIdOf(title, String(year)),
      madeFrom: from ? { id: from, year: Number(filled.one('p-tu-nam')) } : null,
    },
    named: filled.one('p-ma') !== '',
  }
}

/** `rows`: on which row of the sheet each stands, from 0. */
function obligationsOf(sheet: BookSheet, base: Plan) {
  const table = tableOf(sheet, OBLIGATION_COLUMNS, CLAUSE_COLUMN)
  if ('errors' in table) return { obligations: [], rows: [], errors: table.errors }
  const errors: FieldError[] = []
  const obligations: Obligation[] = []
  const rows: number[] = []
  const seen = new Map<string, number>()
  for (const { row, cellOf } of table.lines) {
    const read = readObligationRow(cellOf, base)
    const said = String(cellOf(CLAUSE_COLUMN) ?? '')
      .trim()
      .normalize('NFC')
    const before = seen.get(said)
    if (said && before !== undefined)
      errors.push(
        placed(sheet, row, table.at(CLAUSE_COLUMN), {
          ...{ code: 'duplicate-clause', heading: CLAUSE_COLUMN.heading },
          message: `mục “${said.slice(0, 40)}” đã có ở dòng ${before + 1}`,
        }),
      )
    if (said && before === undefined) seen.set(said, row)
    if ('errors' in read)
      errors.push(
        ...read.errors.map(({ column, code, message }) =>
          placed(sheet, row, table.at(column), { code, message, heading: column.heading }),
        ),
      )
    else {
      obligations.push(read.obligation)
      rows.push(row)
    }
  }
  return { obligations, rows, errors }
}

function topicsOf(sheet: BookSheet) {
  const table = tableOf(sheet, TOPIC_COLUMNS, TOPIC_COLUMNS[1] as SheetColumn)
  if ('errors' in table) return { topics: [], rows: [], errors: table.errors }
  const errors: FieldError[] = []
  const read = table.lines.map(({ row, cellOf }) => ({ row, ...readTopicRow(cellOf) }))
  for (const { row, wrong } of read)
    for (const { column, message } of wrong)
      errors.push(placed(sheet, row, table.at(column), { code: 'form', message, heading: column.heading }))
  return { topics: read.map(({ topic }) => topic), rows: read.map(({ row }) => row), errors }
}

type Rows = {
  obligations: readonly number[]
  topics: readonly number[]
  sheets: { head: BookSheet; obligations: BookSheet; topics: BookSheet | null }
}

/** What only the whole plan can tell, at the row that it speaks of. */
function atRow(
  { path: [list, at], code, message }: FieldError,
  { obligations, topics, sheets }: Rows,
): FieldError {
  if (list === 'obligations' && typeof at === 'number')
    return placed(sheets.obligations, obligations[at] ?? 0, null, { code, message })
  if (list === 'topics' && typeof at === 'number' && sheets.topics)
    return placed(sheets.topics, topics[at] ?? 0, null, { code, message })
  return placed(sheets.head, 0, null, { code, message })
}
