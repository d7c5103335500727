/** Forms that others ask for: seen, typed into, saved as files; a province adds one with a file alone. */
import { readSheet } from 'read-excel-file/universal'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askBlank, filledBlank } from '../../../src/actions/blanks.ts'
import { calendars } from '../../../src/calendars.ts'
import { USUAL_RULES } from '../../../src/core/standing.ts'
import { units } from '../../../src/store/schema.ts'
import { tellYear, UNIT } from '../../support/counted-year.ts'
import { readDocx } from '../../support/docx-text.ts'
import { golden } from '../../support/golden.ts'
import { addOfficer } from '../../support/people.ts'
import { testHouse } from '../../support/test-house.ts'

const PROVINCE = 'tinh-thu'
const BESIDE = 'xa-ben-canh'
const LIST = '/bao-cao/bieu-mau'
const MONTH = `${LIST}/tgdv-hang-thang/2025/2025-08`

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
const cookies: Record<string, string> = {}
beforeAll(async () => {
  await house.db.insert(units).values({ code: PROVINCE, name: 'UBND tỉnh Thử', kind: 'tinh', createdAt: 0 })
  await tellYear(house.db)
  await house.db.update(units).set({ parent: PROVINCE })
  await house.addUnit(BESIDE, 'UBND xã Bên Cạnh')
  house.clock.now = Date.parse('2025-09-02T08:00:00+07:00')
  const people = [
    ['officer', UNIT, 'officer'],
    ['viewer', UNIT, 'viewer'],
    ['commune', UNIT, 'admin'],
    ['province', PROVINCE, 'admin'],
    ['beside', BESIDE, 'admin'],
  ] as const
  for (const [name, unit, role] of people)
    cookies[name] = await addOfficer(
      house.db,
      unit,
      { username: name, password: 'Gió mùa đông bắc', role },
      house.clock.now,
    )
})

const page = async (who: string, path: string) => (await house.ask(path, { cookie: cookies[who] })).text()
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const upload = (who: string, text: string) => {
  const body = new FormData()
  body.append('tep', new File([text], 'bieu.yaml'))
  return house.ask(LIST, { method: 'POST', body, cookie: cookies[who] })
}
const file = async (who: string, path: string) => {
  const answer = await house.ask(path, { cookie: cookies[who] })
  return {
    status: answer.status,
    name: answer.headers.get('content-disposition'),
    bytes: await answer.arrayBuffer(),
  }
}

test('the list names each form with the period that ended and the one that runs', async () => {
  const text = plain(await page('viewer', LIST))
  expect(text).toContain('Biểu số liệu công tác tuyên giáo và dân vận')
  expect(text).toContain('Tháng 8 năm 2025 01/8 – 31/8/2025')
  expect(text).toContain('Quý III năm 2025 15/6 – 14/9/2025, gửi đến 20/9/2025, còn 18 ngày')
  expect(text).not.toContain('Thêm biểu')
  expect(plain(await page('commune', LIST))).toContain('Thêm biểu')
})

test('what an officer types is kept and goes into the files; a viewer cannot', async () => {
  const refused = await house.send(MONTH, { 'o-kq_tocongnghe': '5' }, { cookie: cookies.viewer })
  const saved = await house.send(
    MONTH,
    { 'o-kq_tocongnghe': '1.250', 'o-tl_mohinh': 'Loa lưu động ở chợ\r\nBản tin tiếng Xơ Đăng' },
    { cookie: cookies.officer },
  )
  expect([refused.status, saved.status, saved.headers.get('location')]).toEqual([
    403,
    303,
    `${MONTH}?xong=luu`,
  ])
  const shown = await page('viewer', MONTH)
  expect(plain(shown)).toContain('1.250')
  expect(plain(shown)).toContain('Lan nhập lúc 08:00 ngày 02/9/2025')
  const sheet = await readSheet((await file('viewer', `${MONTH}/bieu.xlsx`)).bytes)
  const row = (label: string) => sheet.find((cells) => cells[1] === label)?.slice(2, 4)
  expect(row('Số Tổ công nghệ số')).toEqual(['tổ', 1250])
  expect(row('Số lượt loa truyền thanh')).toEqual(['lượt', 5])
  expect(row('Số người dân phổ cập VNeID')?.[1]).toBeNull()
})

test('a number that is none is told at its field, and nothing of the form is kept', async () => {
  const answer = await house.send(
    MONTH,
    { 'o-kq_tocongnghe': 'năm', 'o-tl_khokhan': 'Thiếu loa' },
    { cookie: cookies.officer },
  )
  const text = await answer.text()
  expect([
    answer.status,
    text.includes('Phải là số, ví dụ 50 hoặc 52,5'),
    text.includes('value="năm"'),
  ]).toEqual([400, true, true])
  expect(await page('officer', MONTH)).not.toContain('Thiếu loa')
})

test.each([
  ['tgdv-hang-thang', '2025-08'],
  ['cchc-tuyen-truyen', 'Q3'],
  ['khanh-hoa-dinh-ky', 'M9'],
  ['gio-phat', 'Q3'],
  ['cong-khai-quy', 'Q3'],
])('%s on paper is as somebody read it and found it right', async (id, period) => {
  const { status, name, bytes } = await file('viewer', `${LIST}/${id}/2025/${period}/bieu.docx`)
  expect([status, name]).toEqual([
    200,
    `attachment; filename="${id}-${UNIT}-${period.startsWith('2025') ? period : `2025-${period}`}.docx"`,
  ])
  const text = readDocx(new Uint8Array(bytes))
    .map((part) => ('table' in part ? part.table.map((cells) => cells.join(' | ')).join('\n') : part.text))
    .join('\n')
  expect(text).toBe(golden(`documents/bieu-${id}.txt`, text))
})

test.each([
  [`${LIST}/khong-co/2025/Q3`, 404],
  [`${LIST}/cong-khai-quy/2025/M9`, 400],
  [`${LIST}/cong-khai-quy/2025/Q9`, 400],
  [`${LIST}/cong-khai-quy/hai/Q3`, 404],
])('%s answers %i', async (path, status) => {
  expect((await house.ask(path, { cookie: cookies.viewer })).status).toBe(status)
})

const hrefsIn = (html: string) => {
  const main = html.slice(html.indexOf('<main'))
  return [...main.matchAll(/<td[^>]*><a href="([^"]+)"/g)].map(([, href]) =>
    (href ?? '').replaceAll('&#x3D;', '='),
  )
}

test.each([
  ['tgdv-hang-thang', 'M9'],
  ['cchc-tuyen-truyen', 'Q3'],
  ['khanh-hoa-dinh-ky', 'M9'],
  ['gio-phat', 'Q3'],
])('each figure of %s leads to what it counts, each row of its lists to its page', async (id, period) => {
  const path = `${LIST}/${id}/2025/${period}`
  const form = await page('viewer', path)
  const hrefs = hrefsIn(form)
  const figures = numbersIn(form)
  const { fields, lists } = await filledOf(id, period)
  expect(figures.map((href) => new URL(href, 'http://x').searchParams.get('truong'))).toEqual(
    fields.filter(({ value, typed }) => value !== null && typed === null).map((one) => one.id),
  )
  const rows = hrefs.filter((href) => !href.includes('/nguon?'))
  const pages = lists.flatMap(({ of }) =>
    of.map(({ slotId, planId, obligationId }) =>
      slotId === null
        ? `/nhiem-vu/${encodeURIComponent(planId)}/${encodeURIComponent(obligationId)}`
        : `/khung/${encodeURIComponent(slotId)}`,
    ),
  )
  expect(rows).toEqual(pages)
  const behind = await Promise.all(figures.map(async (href) => hrefsIn(await page('viewer', href))))
  for (const href of new Set([...rows, ...behind.flat()])) {
    expect(href).toMatch(/^\/(khung|nhiem-vu)\//)
    expect([href, (await house.ask(href, { cookie: cookies.viewer })).status]).toEqual([href, 200])
  }
})

const numbersIn = (html: string) =>
  [...html.matchAll(/<td class="number"><a href="([^"]+)"/g)].map(([, href]) =>
    (href ?? '').replaceAll('&#x3D;', '='),
  )

test('what nobody wrote down enough of is one tap from where it is written', async () => {
  const remark = /<td class="left blank-remark"><a href="([^"]+)">[^<]*chưa ghi loại nội dung/
  const form = await page('viewer', `${LIST}/gio-phat/2025/Q3`)
  const [, href = ''] = remark.exec(form) ?? []
  const behind = await page('viewer', href.replaceAll('&#x3D;', '='))
  expect(plain(behind)).toContain('Chưa tính vào, vì chưa ghi đủ')
  expect(behind).toMatch(/<li><a href="\/khung\/[^"]+">04\/8\/2025: [^<]+<\/a>: chưa ghi loại nội dung<\/li>/)
})

const filledOf = async (id: string, key: string) => {
  const asked = await askBlank(house.db, UNIT, { id, year: 2025, period: key }, calendars)
  if (!asked.ok) throw new Error(asked.problem.detail)
  const moment = { now: house.clock.now, rules: USUAL_RULES }
  return filledBlank({ db: house.db, unit: UNIT, calendars, moment }, { ...asked.value, typed: {} })
}

const OWN = `id: so-vhttdl
title: Biểu thông tin cơ sở của Sở
asker: Sở Văn hóa, Thể thao và Du lịch
source: Công văn số 99/SVHTTDL
basis: report-year
periods: [Q3, Y]
deadline: { workingDays: 3 }
fields:
  - { id: loa, label: Lượt phát loa, unit: lượt, from: { kind: count, of: airings } }
  - { id: cum, label: Số cụm loa, unit: cụm, from: { kind: typed } }
`

test('a province adds a form with a file alone: its communes fill it, others do not see it', async () => {
  const added = await upload('province', OWN)
  expect([added.status, added.headers.get('location')]).toEqual([303, `${LIST}?xong=them#so-vhttdl`])
  const form = plain(await page('officer', `${LIST}/so-vhttdl/2025/Q3`))
  expect(form).toContain('Lượt phát loa')
  expect(form).toContain('Gửi chậm nhất 17/9/2025')
  expect(plain(await page('officer', LIST))).toContain('biểu do UBND tỉnh Thử đặt')
  expect((await house.ask(`${LIST}/so-vhttdl/2025/Q3`, { cookie: cookies.beside })).status).toBe(404)

  await upload('commune', OWN.replace('Biểu thông tin cơ sở của Sở', 'Biểu của xã'))
  expect(await page('officer', `${LIST}/so-vhttdl/2025/Q3`)).toContain('Biểu của xã')
  await house.send(`${LIST}/thu-hoi/so-vhttdl`, {}, { cookie: cookies.commune })
  expect(await page('officer', `${LIST}/so-vhttdl/2025/Q3`)).toContain('Biểu thông tin cơ sở của Sở')
  expect((await house.send(`${LIST}/thu-hoi/so-vhttdl`, {}, { cookie: cookies.commune })).status).toBe(400)
})

test('a file that names a field that does not exist is refused with its place', async () => {
  const answer = await upload(
    'commune',
    `${OWN}  - { id: x, label: X, from: { kind: sum, of: [khong_co] } }\n`,
  )
  const text = plain(await answer.text())
  expect(answer.status).toBe(400)
  expect(text).toContain(
    'Dòng 11, cột 48: fields[2].from.of[0]: không có trường &quot;khong_co&quot; trong biểu',
  )
  expect(await page('commune', LIST)).not.toContain('/thu-hoi/')
})
