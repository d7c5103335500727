/** A plan's obligations as rows of a sheet: a column for each thing that the form of an obligation asks, of whichever kind. */
import type { CadenceKind } from '../cadence.ts'
import type { Obligation, Plan } from '../plan.ts'
import { type FieldError, invalid, ok, type Result } from '../problem.ts'
import type { DataField } from './data-form.ts'
import type { FormField } from './field.ts'
import { type Entry, filledOf } from './filled.ts'
import { CLAUSE, COMMON_FIELDS, KIND_FIELD, KIND_FIELDS, LAST_FIELDS } from './obligation-fields.ts'
import { fillObligation, obligationInPlan } from './obligation-form.ts'
import { RHYTHM_EXAMPLES, readRhythmWords, rhythmWords } from './rhythm-words.ts'
import { cellOfField, type SheetCell, valuesOfCell } from './sheet-cells.ts'

export type SheetColumn = {
  heading: string
  hint: string
  /** In characters. */
  width: number
  /** Fields of the form, of one kind of obligation each; none for what no form has. */
  names: readonly string[]
}

const column = (heading: string, hint: string, width: number, ...names: string[]): SheetColumn => ({
  ...{ heading, hint, width, names },
})

export const CLAUSE_COLUMN = column(
  'Mục',
  'Mục trong kế hoạch, ví dụ C.I.2.a. Mỗi nhiệm vụ một mục.',
  10,
  'ma',
)
const RHYTHM_COLUMN = column('Nhịp', `Với việc định kỳ: ${RHYTHM_EXAMPLES}.`, 34)
const ID_COLUMN = column('Mã', 'Chương trình ghi; để trống với nhiệm vụ mới.', 10)

export const OBLIGATION_COLUMNS: readonly SheetColumn[] = [
  CLAUSE_COLUMN,
  column('Nhiệm vụ', 'Tên ngắn, như muốn thấy trên lịch.', 44, 'ten'),
  column('Thực hiện qua', 'Kênh; nhiều kênh thì cách nhau bằng dấu chấm phẩy.', 24, 'kenh'),
  column('Chủ trì', '', 24, 'chu-tri'),
  column('Phối hợp', 'Mỗi dòng một cơ quan (Alt + Enter để xuống dòng).', 24, 'phoi-hop'),
  column('Thực hiện thế nào', 'Xem các loại ở bảng dưới.', 20, 'loai'),
  RHYTHM_COLUMN,
  column('Giờ', '05:30; theo sự kiện thì ghi các giờ trong ngày: 05:30, 17:00.', 10, 'dk-gio', 'sk-gio'),
  column('Từ ngày', '04/08/2026.', 12, 'dk-tu', 'kh-tu', 'han-tu', 'tx-tu'),
  column(
    'Đến ngày',
    'Tính cả ngày này; với chỉ số là ngày phải đạt.',
    12,
    'dk-den',
    'kh-den',
    'han-den',
    'tx-den',
    'cs-den',
  ),
  column('Trước ngày', 'Hạn chót “trước ngày”: không tính ngày này.', 12, 'han-truoc'),
  column('Kỳ đầu vào ngày', 'Để trống là kỳ đầu tiên hợp với nhịp.', 12, 'dk-dau'),
  column('Số phút', 'Đơn vị chọn.', 9, 'dk-dai', 'sk-dai'),
  column('Kế hoạch ghi ít nhất mấy phút', '', 11, 'dk-dai-it', 'sk-dai-it'),
  column('và nhiều nhất mấy phút', '', 11, 'dk-dai-nhieu', 'sk-dai-nhieu'),
  column('Tổng số kế hoạch ghi', 'Để trống nếu kế hoạch không ghi.', 10, 'dk-tong', 'kh-tong', 'sk-tong'),
  column(
    'Mấy lần',
    'Trong khoảng thời gian: làm mấy lần. Thường xuyên: mức đơn vị tự đặt.',
    9,
    'kh-lan',
    'tx-muc',
  ),
  column('trong mỗi', 'Với mức của việc thường xuyên: tháng hoặc quý.', 9, 'tx-ky'),
  column('Phát lại sau mấy ngày', '7, 14, 21 là ba lần; 0 là cùng ngày.', 12, 'dk-lai'),
  column('Phát lại lúc', 'Để trống là cùng giờ.', 10, 'dk-lai-gio'),
  column('Nộp theo kỳ', 'Với báo cáo; nhiều kỳ thì cách nhau bằng dấu chấm phẩy.', 18, 'bc-ky'),
  column('Nộp chậm nhất ngày mấy', 'Của tháng cuối kỳ; để trống là theo lịch báo cáo.', 11, 'bc-ngay'),
  column('Ngày có sự kiện', 'Để trống khi chưa có.', 12, 'sk-ngay'),
  column('Bắt đầu sau mấy ngày', '0 là ngay ngày sự kiện; -3 là trước 3 ngày.', 11, 'sk-cach'),
  column('Trong mấy ngày liên tục', '', 11, 'sk-so-ngay'),
  column('Đạt ít nhất', 'Với chỉ số: một số, ví dụ 50 hoặc 52,5.', 10, 'cs-muc'),
  column('Đơn vị tính', 'Ví dụ % hoặc lượt.', 10, 'cs-don-vi'),
  column('Nếu có', 'x: chỉ tính khi có phát sinh.', 8, 'neu-co'),
  column('Ngày gắn với việc này', 'Ví dụ ngày do luật định.', 12, 'moc'),
  column('Kế hoạch viết', 'Chép nguyên văn câu làm căn cứ.', 50, 'trich'),
  column('Đơn vị chọn hoặc hiểu thế nào', 'Mỗi dòng một điều.', 40, 'cach-hieu'),
  ID_COLUMN,
]

const FIELDS: ReadonlyMap<string, FormField> = new Map(
  [KIND_FIELD, CLAUSE, ...COMMON_FIELDS, ...Object.values(KIND_FIELDS).flat(), ...LAST_FIELDS].map(
    (field) => [field.name, field],
  ),
)
const fieldOf = (name: string): FormField => FIELDS.get(name) as FormField

const OWN = new Map<CadenceKind, readonly DataField[]>(
  Object.entries(KIND_FIELDS) as [CadenceKind, DataField[]][],
)
/** Which of a column's fields an obligation of this kind has. */
const nameFor = ({ names }: SheetColumn, kind: CadenceKind): string | undefined =>
  names.find((name) => !isOfAKind(name) || OWN.get(kind)?.some((field) => field.name === name))
const isOfAKind = (name: string): boolean => [...OWN.values()].flat().some((field) => field.name === name)

/** An obligation's cells, in the order of the columns. */
export function obligationCells(obligation: Obligation): string[] {
  const filled = filledOf(fillObligation(obligation))
  const { cadence } = obligation
  return OBLIGATION_COLUMNS.map((one) => {
    if (one === ID_COLUMN) return obligation.id === obligation.clause ? '' : obligation.id
    if (one === RHYTHM_COLUMN) return cadence.kind === 'rate' ? rhythmWords(cadence.rrule) : ''
    const name = nameFor(one, cadence.kind)
    return name === undefined ? '' : cellOfField(fieldOf(name), filled.all(name))
  })
}

export type CellError = { column: SheetColumn; code: string; message: string }

/** The obligation of a row. `head`: its plan without obligations. Cells that its kind does not know must be empty. */
export function readObligationRow(
  cellOf: (column: SheetColumn) => SheetCell,
  head: Plan,
): { obligation: Obligation } | { errors: CellError[] } {
  const kindCell = valuesOfCell(KIND_FIELD, cellOf(kindColumn))
  if ('wrong' in kindCell) return { errors: [{ column: kindColumn, code: 'form', message: kindCell.wrong }] }
  const kind = (kindCell.values[0] ?? 'rate') as CadenceKind
  const errors: CellError[] = []
  const wrong = (at: SheetColumn, message: string) => errors.push({ column: at, code: 'form', message })
  const entries: Entry[] = [['loai', kind]]
  for (const one of OBLIGATION_COLUMNS) {
    const cell = cellOf(one)
    if (one === ID_COLUMN || one === kindColumn) continue
    if (one === RHYTHM_COLUMN) entries.push(...rhythmEntries(cell, kind, (message) => wrong(one, message)))
    else {
      const name = nameFor(one, kind)
      const isEmpty = cell === null || String(cell).trim() === ''
      if (name === undefined && !isEmpty)
        wrong(
          one,
          `việc “${kindWords(kind)}” không dùng cột này: để trống, hoặc xem lại cột “${kindColumn.heading}”`,
        )
      if (name === undefined) continue
      const read = valuesOfCell(fieldOf(name), cell)
      if ('wrong' in read) wrong(one, read.wrong)
      else entries.push(...read.values.map((value): Entry => [name, value]))
    }
  }
  const read = errors.length ? invalid('') : within(head, entries)
  if (read.ok) return { obligation: { ...read.value, id: text(cellOf(ID_COLUMN)) || read.value.id } }
  if (read.problem.kind === 'invalid')
    errors.push(...read.problem.errors.map((error) => atColumn(error, kind)))
  return { errors }
}

const kindColumn = OBLIGATION_COLUMNS.find(({ names }) => names.includes('loai')) as SheetColumn
const kindWords = (kind: CadenceKind): string => cellOfField(KIND_FIELD, [kind])
const text = (cell: SheetCell): string => String(cell ?? '').trim()

function rhythmEntries(cell: SheetCell, kind: CadenceKind, wrong: (message: string) => void): Entry[] {
  const said = text(cell)
  if (kind !== 'rate') {
    if (said) wrong(`chỉ việc “${kindWords('rate')}” có nhịp`)
    return []
  }
  const rule = said && readRhythmWords(said)
  if (!rule)
    wrong(said ? `chưa hiểu “${said.slice(0, 60)}”: ${RHYTHM_EXAMPLES}` : `cần ghi nhịp: ${RHYTHM_EXAMPLES}`)
  return [
    ['nhip', 'khac'],
    ['quy-tac', rule || ''],
  ]
}

function within(head: Plan, entries: readonly Entry[]): Result<Obligation> {
  const read = obligationInPlan(head, null, filledOf(entries))
  return read.ok ? ok(read.value.obligation) : read
}

/** A field's own words, at the column that it stands in. */
function atColumn({ path, code, message }: FieldError, kind: CadenceKind): CellError {
  const name = String(path[0])
  const isRule = ['nhip', 'quy-tac', 'moi'].includes(name)
  const at = isRule ? RHYTHM_COLUMN : OBLIGATION_COLUMNS.find((one) => nameFor(one, kind) === name)
  return { column: at ?? CLAUSE_COLUMN, code, message }
}
