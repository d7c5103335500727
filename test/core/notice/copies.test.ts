import { expect, test } from 'vitest'
import { copyName, dayOfCopy, expiredCopies } from '../../../src/core/notice/copies.ts'
import { addDays } from '../../../src/core/wall-clock.ts'

/** What is left after a copy was made on each of so many days up to today, and old ones were removed each day. */
function after(days: number, today: string): string[] {
  let names: string[] = []
  for (let back = days - 1; back >= 0; back--) {
    const day = addDays(today, -back)
    names.push(copyName(day))
    const expired = expiredCopies(names, day)
    names = names.filter((name) => !expired.includes(name))
  }
  return names.map((name) => dayOfCopy(name) as string)
}

test('after two years of nights: seven days, four weeks, twelve months', () => {
  // A Wednesday. Days overlap with this week, and the weeks' newest with this month.
  expect(after(730, '2025-08-06')).toEqual([
    ...['2024-09-30', '2024-10-31', '2024-11-30', '2024-12-31', '2025-01-31', '2025-02-28'],
    ...['2025-03-31', '2025-04-30', '2025-05-31', '2025-06-30'],
    ...['2025-07-20', '2025-07-27'],
    ...['2025-07-31', '2025-08-01', '2025-08-02', '2025-08-03', '2025-08-04', '2025-08-05', '2025-08-06'],
  ])
})

test('after a pause of forty days nothing is lost that was kept before it', () => {
  const before = after(730, '2025-08-06').map(copyName)
  const names = [...before, copyName('2025-09-15')]
  expect(expiredCopies(names, '2025-09-15').map(dayOfCopy)).toEqual([
    '2024-09-30',
    '2025-07-20',
    '2025-08-01',
    '2025-08-02',
    '2025-08-04',
    '2025-08-05',
  ])
})

test('files of other names are never touched', () => {
  const foreign = ['nhip-song-2020-01-01.db.bak', 'nhip-song-2020-13-01.db', 'ghi-chu.txt', 'nhip-song.db']
  expect(expiredCopies(foreign, '2025-08-06')).toEqual([])
})
