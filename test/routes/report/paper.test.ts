/** The page of a report's words: this report's, and those of the periods to come. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { tellYear, UNIT } from '../../support/counted-year.ts'
import { readDocx } from '../../support/docx-text.ts'
import { addOfficer } from '../../support/people.ts'
import { testHouse } from '../../support/test-house.ts'

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
let cookie = ''
beforeAll(async () => {
  house.clock.now = instantOf('2025-09-16', '20:00')
  await house.addUnit(UNIT, 'UBND xã Ngọk Tụ')
  await tellYear(house.db, '2025-09-16')
  cookie = await addOfficer(
    house.db,
    UNIT,
    { username: 'lan', password: 'Gió mùa đông bắc' },
    house.clock.now,
  )
})

const Q3 = '/bao-cao/2025/Q3'
const H1 = '/bao-cao/2025/H1'
const OF = '?coSo=bao-cao'
const get = async (path: string) => (await house.ask(`${path}${OF}`, { cookie })).text()
const say = (path: string, viec: string, fields: Record<string, string>) =>
  house.send(`${path}/loi-van`, { coSo: 'bao-cao', viec, ...fields }, { cookie })
const signedBy = async (path: string) => /class="signer"><b>([^<]*)</.exec(await get(path))?.[1]

test('the form shows what will be printed, to be changed where it stands', async () => {
  const html = await get(`${Q3}/loi-van`)
  expect(html).toContain('Đơn vị chưa sửa gì: báo cáo theo mẫu chung.')
  expect(html).toContain('value="Số:          /BC-UBND"')
  expect(html).toContain('Lưu: VT, PVHXH.</textarea>')
})

test('worded once it holds for this report and the next, on the page and in the document', async () => {
  const fields = { 'nguoi-ky': 'A Khanh', 'chuc-vu': 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH' }
  expect((await say(Q3, 'chung', fields)).headers.get('location')).toContain('xong=loi-van')
  expect([await signedBy(Q3), await signedBy(H1)]).toEqual(['A Khanh', 'A Khanh'])
  const file = await house.ask(`${H1}/bao-cao.docx${OF}`, { cookie })
  const cells = readDocx(new Uint8Array(await file.arrayBuffer())).flatMap((part) =>
    'table' in part ? part.table.flat() : [],
  )
  expect(cells.some((cell) => cell.includes('TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'))).toBe(true)
})

test('one report may be worded alone, and go back to the office’s words', async () => {
  await say(H1, 'rieng', { 'nguoi-ky': 'Y Hoa' })
  expect([await signedBy(Q3), await signedBy(H1)]).toEqual(['A Khanh', 'Y Hoa'])
  expect(await get(`${H1}/loi-van`)).toContain('Báo cáo này có lời văn riêng')
  await say(H1, 'bo', {})
  expect(await signedBy(H1)).toBe('A Khanh')
})

test('a place that does not exist is refused at its field, and what was typed stays', async () => {
  const answer = await say(Q3, 'chung', { 'mo-dau': 'Báo cáo {quý} này' })
  const html = await answer.text()
  expect(answer.status).toBe(400)
  expect(html).toContain('Không có chỗ {quý}')
  expect(html).toContain('Báo cáo {quý} này</textarea>')
  expect(await signedBy(Q3)).toBe('A Khanh')
})
