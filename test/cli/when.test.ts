import { expect, test } from 'vitest'
import { commandLine } from '../support/command-line.ts'

const run = commandLine({ files: {} })

test('one phrase is told in a sentence', async () => {
  expect(await run('when', '01 số/2 tuần (26 số/năm)', '--year', '2026')).toEqual({
    code: 0,
    out: 'Định kỳ: cứ 2 tuần 1 số, cả năm 26 số.',
    err: '',
  })
})

test('as JSON it is the normal form alone; the label decides between window and deadline', async () => {
  const json = async (...args: string[]) =>
    JSON.parse((await run('when', 'Quý III', '--year', '2026', '--format', 'json', ...args)).out)
  expect(await json()).toEqual({ kind: 'window', window: { from: '2026-07-01', to: '2026-09-30' } })
  expect(await json('--label', 'Thời hạn hoàn thành')).toEqual({
    kind: 'deadline',
    window: { to: '2026-09-30' },
  })
})

test('what is doubtful is said below, with its code', async () => {
  const { out } = await run('when', 'ngày 31/6', '--year', '2026')
  expect(out).toBe('Chưa đọc được: cán bộ tự ghi.\nCần xem: "ngày 31/6" không có trong lịch. [no-such-day]')
})

test.each([
  [[], 'Cần đúng một câu chữ, đặt trong dấu nháy.'],
  [['Quý', 'III'], 'Cần đúng một câu chữ, đặt trong dấu nháy.'],
  [['Quý III', '--format', 'ics'], 'Dạng "ics" không có: dùng table, json.'],
  [['Quý III', '--year', 'nay'], 'Năm "nay" không đúng: hãy ghi bốn chữ số, từ 1976 đến 2200.'],
])('when %j is refused', async (args, err) => {
  expect(await run('when', ...args)).toEqual({ code: 1, out: '', err })
})
