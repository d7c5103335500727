import { expect, it } from 'vitest'
import { weekSheet } from '../../../../src/routes/views/calendar/week-sheet.ts'
import type { Span } from '../../../../src/templates/calendar-views.ts'
import type { SlotCard } from '../../../../src/templates/slot-views.ts'

const card = { title: 'Chuyên mục Chuyển đổi số và Nghị quyết số 57', issue: 'số 16/26' } as SlotCard

/** A week with so many slots, spread over its days. */
const sheetOf = (slots: number, spans = 0) =>
  weekSheet({
    unit: 'UBND xã Ngọk Tụ',
    range: { from: '2025-08-04', to: '2025-08-10' },
    days: Array.from({ length: 7 }, (_, day) => ({
      date: `2025-08-${String(4 + day).padStart(2, '0')}`,
      holiday: null,
      slots: Array.from({ length: slots }, () => card).filter((_, i) => i % 7 === day),
    })),
    spans: Array.from({ length: spans }, () => ({}) as Span),
    address: 'https://nhip.test/tuan/2025-W32',
  })

it.each([
  [0, 'roomy'],
  [7, 'roomy'],
  [12, 'fair'],
  [18, 'close'],
  [28, 'tight'],
  [100, 'clipped'],
])('a sheet of %i slots is set %s', (slots, density) => {
  expect(sheetOf(slots).density).toBe(density)
})

it.each([
  [0, 0, 0],
  [5, 5, 0],
  [9, 5, 4],
])('of %i windows the sheet names %i and counts %i more', (given, named, more) => {
  const sheet = sheetOf(3, given)
  expect([sheet.spans.length, sheet.more]).toEqual([named, more])
})

it('the sheet carries its address as a drawing that needs no script and no inline style', () => {
  const { qr } = sheetOf(3)
  expect(qr).toMatch(/^<svg [^>]*viewBox/)
  expect(qr).not.toMatch(/style=|<script|<image/)
})
