import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.ts'
import { tellYear } from '../support/counted-year.ts'
import { database } from '../support/database.ts'
import { moment } from '../support/facts.ts'
import { golden } from '../support/golden.ts'

let house: Awaited<ReturnType<typeof database>>
let run: ReturnType<typeof commandLine>
beforeAll(async () => {
  house = await database()
  await tellYear(house.db)
  run = commandLine({ db: house.db, now: moment('2025-09-30 17:00') })
})
afterAll(() => house[Symbol.asyncDispose]())

const rowsOf = async (...argv: string[]) => {
  const { code, out, err } = await run('count', '--plan', 'ngok-tu-2025', '--format', 'json', ...argv)
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}

describe('the count of a told year', () => {
  test('as a table, as of the day on which it is asked', async () => {
    const { code, out, err } = await run('count', '--plan', 'ngok-tu-2025')
    expect([code, err]).toEqual([0, ''])
    expect(`${out}\n`).toBe(golden('count-ngok-tu-2025-09-30.txt', `${out}\n`))
  })

  test('as CSV, whose rows say what the JSON says', async () => {
    const { rows } = await rowsOf()
    const { out } = await run('count', '--plan', 'ngok-tu-2025', '--format', 'csv')
    const [head = '', ...lines] = out.split('\r\n')
    const fields = head.split(',')
    expect(fields.slice(0, 5)).toEqual(['obligationId', 'airing', 'declared', 'feasible', 'scheduled'])
    expect(lines).toEqual(
      rows.map((row: Record<string, unknown>) => fields.map((field) => row[field] ?? '').join(',')),
    )
  })

  test('as JSON: the plan, the period with its basis, the day and a row for each obligation', async () => {
    const { plan, period, asOf, rows } = await rowsOf('--as-of', '2025-12-31')
    expect([plan.id, period, asOf, rows.length]).toEqual([
      'ngok-tu-2025',
      { basis: 'plan-year', from: '2025-01-01', to: '2025-12-31' },
      '2025-12-31',
      21,
    ])
    expect(rows[1]).toMatchObject({
      ...{
        obligationId: 'C.I.2.a',
        airing: 'new',
        declared: 26,
        feasible: 11,
        scheduled: 26,
        due: 25,
        done: 23,
      },
      ...{
        onTime: 20,
        late: 1,
        madeUp: 2,
        short: 1,
        missed: 0,
        excused: 0,
        unconfirmed: 1,
        remaining: 0,
        shortfall: 3,
      },
    })
  })

  test.each([
    [['--basis', 'report-year'], { basis: 'report-year', from: '2024-12-15', to: '2025-12-14' }],
    [['--period', 'Q3'], { basis: 'plan-year', from: '2025-07-01', to: '2025-09-30' }],
    [
      ['--period', 'H1', '--basis', 'report-year'],
      { basis: 'report-year', from: '2024-12-15', to: '2025-06-14' },
    ],
    [['--period', '2025-08'], { basis: 'plan-year', from: '2025-08-01', to: '2025-08-31' }],
  ])('%j', async (argv, period) => {
    expect((await rowsOf(...argv)).period).toEqual(period)
  })

  test.each<[string[], string]>([
    [['--plan', 'khong-co'], 'Không có kế hoạch "khong-co".'],
    [['--period', 'Q5'], 'Kỳ "Q5" không có: dùng Y, Q1…Q4, H1, H2, M9, YYYY-MM hoặc YYYY-MM-DD..YYYY-MM-DD.'],
    [['--unit', 'xa-la'], 'Không có đơn vị "xa-la". Các đơn vị đang có: xa-ngok-tu.'],
  ])('%j is refused', async (argv, message) => {
    expect(await run('count', ...argv)).toEqual({ code: 1, out: '', err: message })
  })
})

describe("without a plan the count is the office's", () => {
  test('as JSON: no plan, and each row says whose it is', async () => {
    const { code, out } = await run('count', '--format', 'json', '--as-of', '2025-12-31')
    const { plan, period, rows } = JSON.parse(out)
    const own = (await rowsOf('--as-of', '2025-12-31')).rows
    expect([code, plan, period]).toEqual([
      0,
      null,
      { basis: 'plan-year', from: '2025-01-01', to: '2025-12-31' },
    ])
    expect(rows).toEqual(own.map((row: object) => ({ planId: 'ngok-tu-2025', ...row })))
  })

  test('as CSV the plan stands first; as a table the plans stand under their titles', async () => {
    const { out } = await run('count', '--format', 'csv')
    expect(out.split('\r\n').map((line) => line.split(',')[0])).toEqual([
      'planId',
      ...Array.from({ length: 21 }, () => 'ngok-tu-2025'),
    ])
    expect((await run('count')).out).toContain('xã Ngọk Tụ năm 2025 (ngok-tu-2025)\n')
  })

  test('in a year without a plan there is nothing, and that is said', async () => {
    expect(await run('count', '--year', '2031')).toEqual({
      ...{ code: 0, err: '' },
      out: 'theo năm kế hoạch (01/01 – 31/12), 01/01 – 31/12/2031 · tính đến hết 30/9/2025\n\nTrong kỳ không có kế hoạch nào.',
    })
    expect((await run('count', '--year', '31')).err).toBe('Năm "31" không đúng: hãy ghi bốn chữ số.')
  })
})

test('with two plans both are counted, with two offices it asks for one', async () => {
  await using empty = await database()
  const bare = commandLine({ db: empty.db, now: moment('2025-09-30') })
  expect((await bare('count')).err).toBe(
    'Chưa có đơn vị nào: hãy thêm một kế hoạch (adopt) hoặc mở đường dẫn thiết lập.',
  )
  await bare('adopt', 'content/plans/duc-pho-2024.yaml')
  await bare('adopt', 'content/plans/duc-pho-2024.yaml', '--year', '2025')
  const { rows } = JSON.parse((await bare('count', '--format', 'json')).out)
  expect(new Set(rows.map(({ planId }: { planId: string }) => planId))).toEqual(
    new Set(['duc-pho-2024@2025']),
  )
  await bare('adopt', 'content/plans/ngok-tu-2025.yaml')
  expect((await bare('count')).err).toBe('Hãy thêm --unit. Các đơn vị đang có: thi-xa-duc-pho, xa-ngok-tu.')
})
