/** The bảng kê as a page, and the form of the office's rates. */
import type { SaidPayList } from '../../../actions/pay-list.ts'
import { noticesOf } from '../../../actions/pay-rates.ts'
import { paySums } from '../../../core/blank/pay-list.ts'
import { rateLineText } from '../../../core/blank/rate-text.ts'
import type { FormField } from '../../../core/form/field.ts'
import type { Filled } from '../../../core/form/filled.ts'
import type { Problem } from '../../../core/problem.ts'
import { type DateRange, localDateOf } from '../../../core/wall-clock.ts'
import { figure } from '../../../core/words/figures.ts'
import { documentDay } from '../../../core/words/words.ts'
import { PAY_COLUMNS, payCells } from '../../../reports/pay-xlsx.ts'
import type { PayListView } from '../../../templates/pay-views.ts'
import type { Frame } from '../../../templates/views.ts'
import { fieldView } from '../form/field.ts'
import { say } from '../say.ts'

export const PAY_LIST = '/bao-cao/bang-ke'

const FIELDS: readonly FormField[] = [
  { name: 'tu-ngay', label: 'Áp dụng từ ngày', control: { kind: 'day' } },
  {
    name: 'den-ngay',
    label: 'Đến hết ngày',
    hint: 'Chưa có văn bản thay thế thì để trống',
    control: { kind: 'day' },
  },
  {
    name: 'van-ban',
    label: 'Văn bản quy định',
    hint: 'Ví dụ: Quyết định số 12/QĐ-UBND ngày 01/9/2026',
    control: { kind: 'line' },
  },
  {
    name: 'muc',
    label: 'Các mức, mỗi dòng một mức',
    hint: 'vai; thể loại; hình thức; đơn vị; số tiền. Ví dụ: tác giả; tin; phát mới; lượt; 50.000. Thể loại, hình thức để “mọi” khi áp dụng chung.',
    control: { kind: 'area', rows: 6 },
  },
]

type Shown = {
  frame: Frame
  list: SaidPayList
  mayDecide: boolean
  filled: Filled
  problem: Problem | null
}

export function payListView({ frame, list, mayDecide, filled, problem }: Shown): PayListView {
  const { lines, range, said } = list
  const open = lines.filter(({ amount }) => amount === null).length
  const total = lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  return {
    frame,
    say: [
      say(`${lines.length} dòng, ${figure(total)} đồng`, 'strong'),
      say(`từ ${documentDay(range.from)} đến ${documentDay(range.to)}, theo định mức của đơn vị.`),
      ...(open ? [say(`${open} dòng chưa tính được tiền, lý do ghi bên cạnh.`, 'ask')] : []),
    ],
    ...{ from: range.from, to: range.to },
    notices: noticesOf(said).map(({ message }) => message),
    download: { href: filePath(range), words: 'Tải Excel (XLSX)' },
    columns: PAY_COLUMNS.map(({ heading }) => heading),
    rows: lines.map(payCells),
    sums: paySums(lines).map(({ name, lines: count, amount, open: rest }) => ({
      name,
      words: `${count} dòng, ${figure(amount)} đồng${rest ? `, ${rest} dòng chưa có mức` : ''}`,
    })),
    rates: said.map(({ rates, by, at }) => ({
      heading: `${rates.document}: từ ${documentDay(rates.from)}${rates.to === null ? '' : ` đến ${documentDay(rates.to)}`}`,
      by: `${by} ghi ngày ${documentDay(localDateOf(at))}`,
      lines: rates.lines.map(rateLineText),
      takeBack: mayDecide ? `${PAY_LIST}/dinh-muc/bo` : null,
      from: rates.from,
    })),
    add: mayDecide
      ? {
          action: `${PAY_LIST}/dinh-muc`,
          summary: problem?.detail ?? null,
          fields: FIELDS.map((field) => fieldView(field, filled, problem)),
        }
      : null,
  }
}

const filePath = ({ from, to }: DateRange): string =>
  `${PAY_LIST}/bang-ke.xlsx?${new URLSearchParams({ tu: from, den: to })}`
