import { expect, test } from 'vitest'
import { firstDays, firstOf, leftByMonth, MOST_LINES, pageOf } from '../../../src/routes/views/long-list.ts'

const days = (...all: string[]) => all.map((day) => ({ day }))

test('a list that fits is whole', () => {
  const rows = days('2026-01-01', '2026-01-02')
  expect(firstDays(rows, 2)).toEqual({ shown: rows, left: [] })
  expect(leftByMonth([], () => '')).toBeNull()
})

test('whole days are shown while they fit, at least the first one', () => {
  const rows = days('2026-01-01', '2026-01-02', '2026-01-02', '2026-02-01')
  expect(firstDays(rows, 2)).toEqual({ shown: rows.slice(0, 1), left: rows.slice(1) })
  expect(firstDays(rows, 3)).toEqual({ shown: rows.slice(0, 3), left: rows.slice(3) })
  const one = days('2026-01-01', '2026-01-01', '2026-01-01')
  expect(firstDays(one, 2)).toEqual({ shown: one, left: [] })
  const crowded = [...one, ...days('2026-01-02')]
  expect(firstDays(crowded, 2)).toEqual({ shown: one, left: crowded.slice(3) })
})

test('what is left is said and reached month by month, from the day on which the page ends', () => {
  const left = days('2026-01-30', '2026-01-31', '2026-02-01')
  expect(leftByMonth(left, ({ from, to }) => `${from}..${to}`)).toEqual({
    words: 'Trang này dừng ở đây, còn 3 dòng. Xem tiếp theo tháng:',
    links: [
      { href: '2026-01-30..2026-01-31', words: 'tháng 1/2026 (2 dòng)' },
      { href: '2026-02-01..2026-02-28', words: 'tháng 2/2026 (1 dòng)' },
    ],
  })
})

const numbers = (length: number) => Array.from({ length }, (_, i) => i)

test('pages have every line of a list once, and lead to each other', () => {
  const rows = numbers(2 * MOST_LINES + 1)
  const pages = [1, 2, 3].map((page) => pageOf(rows, page, (to) => `?trang=${to}`))
  expect(pages.flatMap(({ shown }) => shown)).toEqual(rows)
  expect(pages[1]?.rest).toEqual({
    words: 'Trang này có dòng 1.501 đến 3.000 trong 3.001 dòng. Các trang khác:',
    links: [
      { href: '?trang=1', words: 'trang 1' },
      { href: '?trang=3', words: 'trang 3' },
    ],
  })
})

test('a page beyond the last is the last, and one before the first is the first', () => {
  const rows = numbers(MOST_LINES + 1)
  const at = (page: number) => pageOf(rows, page, String).shown
  expect(at(99)).toEqual([MOST_LINES])
  expect(at(-4)).toHaveLength(MOST_LINES)
  expect(pageOf(numbers(MOST_LINES), 7, String)).toEqual({ shown: numbers(MOST_LINES), rest: null })
})

test('the first ones say how many there are beside them', () => {
  const { shown, rest } = firstOf(numbers(MOST_LINES + 1200), (left) => `còn ${left}`)
  expect(shown).toHaveLength(MOST_LINES)
  expect(rest).toEqual({ words: 'còn 1.200', links: [] })
  expect(firstOf(numbers(3), () => '').rest).toBeNull()
})
