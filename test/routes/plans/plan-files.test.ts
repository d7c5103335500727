/** The Excel door: the workbook to fill in, a plan out as a workbook, changed, and in again as a draft edition. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPlanBook } from '../../../src/actions/read-plan-book.ts'
import { calendars } from '../../../src/calendars.ts'
import { planWorkbook } from '../../../src/reports/plan-workbook.ts'
import { findEdition, listEditions } from '../../../src/store/editions.ts'
import { adopt } from '../../support/adopt.ts'
import { readDocx } from '../../support/docx-text.ts'
import { addOfficer } from '../../support/people.ts'
import { samplePlan } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const plan = samplePlan('ngok-tu-2025')

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
let cookie = ''
beforeAll(async () => {
  await adopt(house.db, UNIT, plan, calendars, MONDAY)
  cookie = await addOfficer(house.db, UNIT, { username: 'lan', password: 'Gió mùa đông bắc' })
})

const bytesOf = async (path: string) =>
  new Uint8Array(await (await house.ask(path, { cookie })).arrayBuffer())
const upload = (bytes: Uint8Array<ArrayBuffer>, name = 'ke-hoach.xlsx') => {
  const body = new FormData()
  body.set('tep', new File([bytes], name))
  return house.ask('/ke-hoach/nhan', { method: 'POST', body, cookie })
}

test('a plan goes out as the workbook that comes back as the same plan', async () => {
  const read = readPlanBook(await bytesOf('/ke-hoach/ngok-tu-2025/ke-hoach.xlsx'), plan.unit)
  expect(read).toEqual({ ok: true, value: { plan, named: true } })
})

test('changed in Excel it comes in as a draft of the same plan, whose changes are shown', async () => {
  const obligations = plan.obligations.map((obligation) => ({
    ...obligation,
    lead: 'Văn phòng HĐND và UBND',
  }))
  const answer = await upload(await planWorkbook({ ...plan, obligations }))
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ke-hoach/ngok-tu-2025/ban/2'])
  const draft = await findEdition(house.db, UNIT, plan.id, 2)
  expect([draft?.state, draft?.originOf, draft?.plan.obligations]).toEqual([
    'draft',
    'ke-hoach.xlsx',
    obligations,
  ])
  const page = await (await house.ask('/ke-hoach/ngok-tu-2025/ban/2', { cookie })).text()
  expect(page).toContain('Văn phòng HĐND và UBND')
})

test('one that names no plan becomes a new one, whatever its file is called', async () => {
  const workbook = await planWorkbook({ ...plan, id: '', title: 'Kế hoạch tiêm chủng', topics: [] })
  const answer = await upload(workbook, 'tep')
  expect(answer.headers.get('location')).toBe('/ke-hoach/ke-hoach-tiem-chung-2025/ban/1')
  expect((await listEditions(house.db, UNIT, 'ke-hoach-tiem-chung-2025'))[0]?.plan.unit.code).toBe(UNIT)
})

test('the empty workbook says by sheet, row and column what it lacks, and stores nothing', async () => {
  const answer = await upload((await bytesOf('/ke-hoach/mau-excel.xlsx')) as Uint8Array<ArrayBuffer>)
  const page = await answer.text()
  expect(answer.status).toBe(400)
  expect(page).toContain('Trang “Kế hoạch”, dòng 1, cột B: cần ghi tên kế hoạch')
})

test('a plan goes out as text for Word, each obligation with its clause, its rhythm in words and its quote', async () => {
  const text = JSON.stringify(readDocx(await bytesOf('/ke-hoach/ngok-tu-2025/ke-hoach.docx')))
  for (const words of [
    'C.I.2.a. Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW',
    'Tần suất: 01 số/2 tuần (26 số/năm).',
    'Thực hiện: Cứ 2 tuần',
    'Đơn vị chủ trì: Phòng Văn hoá - Xã hội.',
  ])
    expect(text).toContain(words)
})
