/** A cell of a workbook: where it stands, and what it holds. */
import type { Cell } from '../core/log/play-time.ts'

/** `B3`; null where a cell does not say its place, which then is the next one. */
export function placeOf(reference: string | undefined): { row: number; column: number } | null {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,8})\$?(\d{1,9})$/i.exec(reference ?? '') ?? []
  if (!letters) return null
  const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(digits) - 1, column: column - 1 }
}

/** Days between the beginnings of the two calendars that Excel counts by. */
const DAYS_TO_1904 = 1462

/** A number of so many days is a day though it lost its form. */
const DAYS = { from: 24_107, to: 71_954 }

/** `isDay`: of a workbook that counts from 1904, whether the cell has the form of a day; null for all others. */
export function cellOf(type: string, text: string, strings: readonly string[], isDay: boolean | null): Cell {
  if (text.trim() === '') return null
  if (type === 's') return textOf(strings[Number(text)] ?? '')
  if (type === 'b') return text.trim() === '1' ? 'true' : 'false'
  // An error keeps its name, `#REF!`: it is not an empty cell, for which the day above would hold.
  if (type !== 'n') return textOf(text)
  const number = Number(text)
  if (!Number.isFinite(number)) return textOf(text)
  const isShifted = isDay === null ? false : isDay ? number >= 1 : number >= DAYS.from && number < DAYS.to
  return isShifted ? number + DAYS_TO_1904 : number
}

const textOf = (text: string): Cell => (text.trim() === '' ? null : text)
