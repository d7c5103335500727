/** What stands in a cell of a workbook for a field of a form, and what a cell means: days, hours, choices in words. */
import { foldAll } from '../text.ts'
import { addDays } from '../wall-clock.ts'
import type { FormField, Option } from './field.ts'
import { readDay } from './reading.ts'

/** Text, or a number, which for a day or an hour is the spreadsheet's own. */
export type SheetCell = string | number | null

/** The values that a form would send, as one cell. */
export function cellOfField({ control }: FormField, values: readonly string[]): string {
  switch (control.kind) {
    case 'day':
      return values.map((day) => day.split('-').reverse().join('/')).join('')
    case 'tick':
      return values.includes('1') ? 'x' : ''
    case 'ticks':
    case 'select':
    case 'radios':
      return values.map((value) => wordsOf(control.options, value)).join('; ')
    default:
      return values.join('')
  }
}

const wordsOf = (options: readonly Option[], value: string): string =>
  options.find((one) => one.value === value)?.words ?? value

export type CellRead = { values: string[] } | { wrong: string }

/** What a form would send for a cell; a day or an hour that is none is left to the field's own reader. */
export function valuesOfCell({ control }: FormField, cell: SheetCell): CellRead {
  if (cell === null || String(cell).trim() === '') return { values: [] }
  const text = typeof cell === 'number' ? String(cell).replace('.', ',') : cell.trim()
  switch (control.kind) {
    case 'day':
      return {
        values: [typeof cell === 'number' ? (dayOfSerial(cell) ?? text) : (readDay(dayIn(text)) ?? text)],
      }
    case 'hour':
      return { values: [typeof cell === 'number' ? (hourOfSerial(cell) ?? text) : text] }
    case 'tick':
      return tickOf(text)
    case 'ticks':
    case 'select':
    case 'radios':
      return choicesOf(control.options, text)
    default:
      return { values: [text] }
  }
}

/** As workbooks hand days on as text: `2026-08-04T00:00:00`, `2026-08-04 00:00:00`. */
const dayIn = (text: string): string => text.replace(/^(\d{4}-\d\d-\d\d)[T ]00:00(:00(\.0+)?)?Z?$/, '$1')

/** Day 1 is 1 January 1900 in a calendar that takes 1900 for a leap year: right from March 1900 on. */
const dayOfSerial = (serial: number): string | null =>
  Number.isInteger(serial) && serial > 60 && serial < 110_000 ? addDays('1899-12-30', serial) : null

function hourOfSerial(serial: number): string | null {
  if (serial < 0 || serial >= 1) return null
  const minutes = Math.round(serial * 1440) % 1440
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function tickOf(text: string): CellRead {
  const said = foldAll(text)
  if (['x', 'co', '1', 'true', 'v'].includes(said)) return { values: ['1'] }
  if (['khong', '0', 'false', '-'].includes(said)) return { values: [] }
  return { wrong: `“${shown(text)}” không rõ: ghi x là có, để trống là không` }
}

/** By their words, by what is said before the bracket, or by their code; several between semicolons or lines. */
function choicesOf(options: readonly Option[], text: string): CellRead {
  const whole = optionOf(options, text)
  if (whole) return { values: [whole.value] }
  const values: string[] = []
  for (const part of partsOf(options, text)) {
    const found = optionOf(options, part)
    if (!found) return { wrong: `không có “${shown(part)}”: chọn trong ${listOf(options)}` }
    values.push(found.value)
  }
  return { values: [...new Set(values)] }
}

/** Between commas too, where no choice has one. */
const partsOf = (options: readonly Option[], text: string): string[] =>
  text
    .split(options.some(({ words }) => words.includes(',')) ? /[;\n]/ : /[;,\n]/)
    .map((part) => part.trim())
    .filter(Boolean)

const optionOf = (options: readonly Option[], text: string): Option | undefined => {
  const said = foldAll(text)
  return options.find(({ value, words }) =>
    [foldAll(words), foldAll(words.replace(/\s*\(.*\)$/, '')), value.toLowerCase()].includes(said),
  )
}

const listOf = (options: readonly Option[]): string => options.map(({ words }) => words).join('; ')
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
