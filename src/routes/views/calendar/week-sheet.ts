/** The printed week: one sheet of A4, in type as large as its rows allow. */
import { renderSVG } from 'uqr'
import { isoWeekOf } from '../../../core/wall-clock.ts'
import type { SheetDay, WeekSheet } from '../../../templates/calendar-views.ts'
import type { SlotCard } from '../../../templates/slot-views.ts'

type Density = { name: WeekSheet['density']; chars: number; line: number; pad: number; room: number }

/**
 * What `print-week.css` makes of each: characters in a line of the title, millimetres of a line, around a row, and
 * between the heading and the signatures.
 */
const DENSITIES: Density[] = [
  { name: 'roomy', chars: 25, line: 5.2, pad: 4, room: 175 },
  { name: 'fair', chars: 33, line: 4.4, pad: 2.5, room: 175 },
  { name: 'close', chars: 44, line: 3.8, pad: 1.5, room: 175 },
  { name: 'tight', chars: 60, line: 3, pad: 0.7, room: 200 },
]
/** Who does it and how it ended take two lines each. */
const LEAST_LINES = 2
const SPANS_ON_PAPER = 5

type Sheet = Omit<WeekSheet, 'name' | 'density' | 'more' | 'qr'>

export const weekSheet = (sheet: Sheet): WeekSheet => ({
  ...sheet,
  name: `Tuần ${isoWeekOf(sheet.range.from).week}`,
  density: densityOf(sheet.days),
  spans: sheet.spans.slice(0, SPANS_ON_PAPER),
  more: Math.max(0, sheet.spans.length - SPANS_ON_PAPER),
  qr: codeOf(sheet.address),
})

/** Drawing one takes as long as the rest of the page, and all units share a week's address. */
const codes = new Map<string, string>()
const MOST_CODES = 100

function codeOf(address: string): string {
  const code = codes.get(address) ?? renderSVG(address, { border: 0 })
  if (codes.size >= MOST_CODES) codes.clear()
  codes.set(address, code)
  return code
}

const densityOf = (days: readonly SheetDay[]): WeekSheet['density'] =>
  DENSITIES.find((density) => heightOf(days, density) <= density.room)?.name ?? 'clipped'

function heightOf(days: readonly SheetDay[], { chars, line, pad }: Density): number {
  const linesFor = (text: string) => Math.ceil(text.length / chars)
  const linesOf = ({ title, twin, issue, item }: SlotCard) =>
    Math.max(
      LEAST_LINES,
      linesFor(title + (twin ?? '') + (issue ?? '')) + linesFor(item ? item.title + item.tag.words : ''),
    )
  const rows = days.flatMap(({ slots }) => (slots.length ? slots.map(linesOf) : [1]))
  return rows.reduce((sum, lines) => sum + lines * line + pad, 0)
}
