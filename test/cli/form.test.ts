import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.ts'
import { tellYear } from '../support/counted-year.ts'
import { database } from '../support/database.ts'
import { moment } from '../support/facts.ts'

let house: Awaited<ReturnType<typeof database>>
let run: ReturnType<typeof commandLine>
beforeAll(async () => {
  house = await database()
  await tellYear(house.db)
  run = commandLine({ db: house.db, now: moment('2025-09-30 17:00') })
})
afterAll(() => house[Symbol.asyncDispose]())

test('without an id the forms are listed', async () => {
  const { code, out } = await run('form')
  expect([code, out.includes('cchc-tuyen-truyen'), out.includes('tgdv-hang-thang')]).toEqual([0, true, true])
})

test('a form is filled for a period; what nobody knows says why, in JSON and in the table', async () => {
  const { out } = await run('form', 'tgdv-hang-thang', '--period', '2025-08', '--format', 'json')
  const { fields } = JSON.parse(out) as { fields: { id: string; value: unknown; sources: { facts: [] } }[] }
  const [loud, vneid] = ['tt_loa', 'kq_nd_vneid'].map((id) => fields.find((one) => one.id === id))
  expect([loud?.sources.facts.length, vneid]).toEqual([
    loud?.value,
    expect.objectContaining({ value: null, reason: 'số của Công an xã; phần mềm không có' }),
  ])
  const { out: shown } = await run('form', 'tgdv-hang-thang', '--period', '2025-08')
  expect(shown).toContain('Số của Công an xã; phần mềm không có')
})

test.each([
  [['khong-co'], 'Không có biểu này.'],
  [['cchc-tuyen-truyen', '--period', '2025-08'], 'không có kỳ này'],
  [['a', 'b'], 'Cách dùng'],
])('%j is refused: %s', async (argv, told) => {
  const { code, err } = await run('form', ...argv)
  expect([code, err.includes(told)]).toEqual([1, true])
})
