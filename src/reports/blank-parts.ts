/** A filled form as lines: the same for paper and for the workbook. */
import type { Filled, FilledField } from '../core/blank/fill.ts'
import { capital } from '../core/text.ts'
import { decimal } from '../core/words/figures.ts'
import { periodName } from '../core/words/period-words.ts'
import { documentDay, rangeInWords } from '../core/words/words.ts'

export const FIELD_HEADINGS = ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Số liệu', 'Ghi chú']

/** `group` stands above its fields. */
export type FieldLine = { group: string } | { number: string; field: FilledField; remark: string }

export function fieldLines({ fields }: Filled): FieldLine[] {
  let counted = 0
  return fields.flatMap((field): FieldLine[] => [
    ...(field.group === null ? [] : [{ group: field.group }]),
    { number: field.code ?? String(++counted), field, remark: remarkOf(field) },
  ])
}

/** Why it is empty, or what to know about the figure. */
const remarkOf = ({ reason, notes }: FilledField): string =>
  capital([...(reason === null ? [] : [reason]), ...notes].join('. '))

/** Nothing where nobody can fill it: never 0. */
export const valueText = ({ value }: FilledField): string =>
  value === null ? '' : typeof value === 'number' ? decimalExact(value) : value

const decimalExact = (value: number): string =>
  Number.isInteger(value * 10) ? decimal(value) : value.toLocaleString('vi-VN', { maximumFractionDigits: 2 })

export const periodLine = ({ period, year, asOf }: Filled): string =>
  `${capital(periodName(period, year))} (${rangeInWords(period)}), số liệu tính đến hết ngày ${documentDay(asOf)}`

/** `tgdv-hang-thang-2025-08`, in letters that a header can carry. */
export const blankFileName = ({ blank, unit, year, period }: Filled): string =>
  `${blank.id}-${unit.code}-${period.key.startsWith(String(year)) ? period.key : `${year}-${period.key}`}`
