/** The bảng kê as a page, and the form of the office's rates. */
import type { SaidPayList } from '../../../actions/pay-list.ts'
import { noticesOf } from '../../../actions/pay-rates.ts'
import { type PayLine, paySums, totalOf } from '../../../core/blank/pay-list.ts'
import { PER_NAMES } from '../../../core/blank/pay-rate.ts'
import { rateLineText } from '../../../core/blank/rate-text.ts'
import type { FormField } from '../../../core/form/field.ts'
import type { Filled } from '../../../core/form/filled.ts'
import { MAKING_NAMES } from '../../../core/making.ts'
import type { Problem } from '../../../core/problem.ts'
import { capital } from '../../../core/text.ts'
import { type DateRange, localDateOf } from '../../../core/wall-clock.ts'
import { figure } from '../../../core/words/figures.ts'
import { documentDay } from '../../../core/words/words.ts'
import type { PayListView, PayRowView } from '../../../templates/pay-views.ts'
import type { Frame } from '../../../templates/views.ts'
import { fieldView } from '../form/field.ts'
import { say } from '../say.ts'
import { recordedPath } from './blank-places.ts'

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
  const total = totalOf(lines)
  return {
    frame,
    say: [
      say(`${lines.length} dòng, ${dong(total)}`, 'strong'),
      say(`từ ${documentDay(range.from)} đến ${documentDay(range.to)}, theo định mức của đơn vị.`),
      ...(open ? [say(`${open} dòng chưa tính được tiền, lý do ghi bên cạnh.`, 'ask')] : []),
    ],
    ...{ from: range.from, to: range.to },
    notices: noticesOf(said).map(({ message }) => message),
    download: { href: filePath(range), words: 'Tải Excel (XLSX)' },
    rows: lines.map(rowView),
    sums: paySums(lines).map(({ name, lines: count, amount, open: rest }) => ({
      name,
      words: `${count} dòng, ${dong(amount)}${rest && amount !== null ? `, ${rest} dòng chưa tính được` : ''}`,
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

const dong = (amount: number | null): string =>
  amount === null ? 'chưa tính được tiền' : `${figure(amount)} đồng`

const rowView = (line: PayLine, index: number): PayRowView => {
  const { day, name, part, title, genre, mode, quantity, per, rate, amount, reason, notes } = line
  return {
    ...{
      number: String(index + 1),
      airedOn: documentDay(day),
      name,
      part: capital(MAKING_NAMES.part[part]),
      title,
    },
    href: recordedPath(line),
    details: [genre, mode && MAKING_NAMES.mode[mode]].filter((one) => one !== null).join(', '),
    quantity: quantity === null || per === null ? '' : `${figure(quantity)} ${PER_NAMES[per]}`,
    rate: rate === null ? '' : figure(rate),
    amount: amount === null ? '' : figure(amount),
    remark: [...(reason === null ? [] : [capital(reason)]), ...notes].join('. '),
    document: line.document ?? '',
  }
}

const filePath = ({ from, to }: DateRange): string =>
  `${PAY_LIST}/bang-ke.xlsx?${new URLSearchParams({ tu: from, den: to })}`
