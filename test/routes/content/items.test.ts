import { expect, test } from 'vitest'
import { openSession } from '../../../src/accounts/session.ts'
import { insertUser } from '../../../src/accounts/user.ts'
import { recordFact } from '../../../src/actions/record-fact.ts'
import { calendars } from '../../../src/calendars.ts'
import { inputOf } from '../../../src/core/fact.ts'
import type { Role } from '../../../src/core/role.ts'
import { adopt } from '../../support/adopt.ts'
import { samplePlan } from '../../support/plans.ts'
import { MONDAY, testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const SLOT = 'ngok-tu-2025:C.I.2.a:17'

async function office() {
  const house = await testHouse()
  await adopt(house.db, UNIT, samplePlan('ngok-tu-2025'), calendars, MONDAY)
  const cookieOf = async (role: Role, name: string) => {
    const user = await insertUser(house.db, { unit: UNIT, name, username: role, role }, MONDAY)
    if (!user.ok) throw new Error(user.problem.detail)
    return openSession(house.db, { unit: UNIT, id: user.value.id }, MONDAY)
  }
  const cookies = { officer: await cookieOf('officer', 'Y Lan'), leader: await cookieOf('leader', 'A Thu') }
  type Who = keyof typeof cookies
  const get = async (path: string, who: Who = 'officer') => {
    const answer = await house.ask(path, { cookie: cookies[who] })
    return { status: answer.status, text: await answer.text() }
  }
  const post = async (path: string, fields: Record<string, string>, who: Who = 'officer') => {
    const answer = await house.send(path, fields, { cookie: cookies[who] })
    return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() }
  }
  const write = async (fields: Record<string, string> = {}) => {
    const { to } = await post('/bai', { tieuDe: 'Bài một', noiDung: 'Nội dung một', ...fields })
    return to.split('?')[0] as string
  }
  const hashOn = async (path: string, who: Who = 'officer') =>
    /name="maBam" value="(\w+)"/.exec((await get(path, who)).text)?.[1] ?? ''
  return { house, get, post, write, hashOn, [Symbol.asyncDispose]: house[Symbol.asyncDispose] }
}

test('a body of 5 MB is answered 413, one that is only too long 400, with what was sent', async () => {
  await using it = await office()
  const huge = await it.post('/bai', { tieuDe: 'Lớn', noiDung: 'a'.repeat(5 * 1024 * 1024) })
  const long = await it.post('/bai', { tieuDe: 'Dài', noiDung: 'a'.repeat(60_001) })
  expect([huge.status, long.status]).toEqual([413, 400])
  expect(long.text).toContain('Không quá 60.000 ký tự')
  expect(long.text).toContain('a'.repeat(60_001))
})

test('scripts and javascript: links are shown as letters, and the writer is told', async () => {
  await using it = await office()
  const path = await it.write({ noiDung: '<script>alert(1)</script> [x](javascript:alert(1))' })
  const { text } = await it.get(path)
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; [x](javascript:alert(1))')
  expect(text).not.toMatch(/<script>alert|href="javascript/)
  expect(text).toContain('Bài có thẻ HTML và liên kết không phải địa chỉ web')
})

test('a word to whoever approves stands on their page, with the item and in its history', async () => {
  await using it = await office()
  const path = await it.write()
  const word = 'Số điện thoại <chờ> Chi cục Thuế'
  await it.post(`${path}/gui`, { maBam: await it.hashOn(path), yKien: word })
  const said = 'Số điện thoại &lt;chờ&gt; Chi cục Thuế'
  expect((await it.get('/duyet', 'leader')).text).toContain(`Y Lan nhắn: “${said}”`)
  const own = (await it.get(path)).text
  expect(own).toMatch(new RegExp(`Gửi bởi Y Lan, [^:]+:[^:]+: “${said}”`))
  expect(own).toContain(`<span>${said}</span>`)
  const other = await it.write({ tieuDe: 'Bài hai' })
  await it.post(`${other}/gui`, { maBam: await it.hashOn(other), yKien: '  ' })
  expect((await it.get('/duyet', 'leader')).text.match(/nhắn:/g)).toHaveLength(1)
})

test('places that nobody filled in are told to the writer and the leader, and forbid nothing', async () => {
  await using it = await office()
  const path = await it.write({ noiDung: 'Bà con nhớ:\n\n1. …\n2. Mang căn cước, sổ hộ khẩu…' })
  const gap = 'Còn 1 chỗ chưa điền, đang để dấu “…”.'
  expect((await it.get(path)).text).toContain(gap)
  const sent = await it.post(`${path}/gui`, { maBam: await it.hashOn(path) })
  expect([sent.status, (await it.get(path, 'leader')).text.includes(gap)]).toEqual([303, true])
  await it.post(`${path}/duyet`, { maBam: await it.hashOn(path, 'leader') }, 'leader')
  expect((await it.get(path)).text).not.toContain(gap)
})

test('the second of two who edit gets their text back, beside the one that was saved', async () => {
  await using it = await office()
  const path = await it.write()
  await it.post(`${path}/sua`, { tieuDe: 'Bài của Thu', noiDung: 'Thu viết', ban: '1' }, 'leader')
  const late = await it.post(`${path}/sua`, { tieuDe: 'Bài của Lan', noiDung: 'Lan viết', ban: '1' })
  expect([
    late.status,
    late.text.includes('A Thu đã lưu bản 2'),
    late.text.includes('Chưa có gì bị ghi đè'),
  ]).toEqual([409, true, true])
  expect(late.text).toContain('Lan viết</textarea>')
  expect(late.text).toContain('<p>Thu viết</p>')
  expect(late.text).toContain('name="ban" value="2"')
  const again = await it.post(`${path}/sua`, { tieuDe: 'Bài của Lan', noiDung: 'Lan viết', ban: '2' })
  expect([again.status, (await it.get(`${path}/ban/2`)).text.includes('Thu viết')]).toEqual([303, true])
})

test('a form that is sent again with another text loses neither: the later one is the next version', async () => {
  await using it = await office()
  const ma = '11111111-2222-4333-8444-555555555555'
  const path = await it.write({ ma, noiDung: 'Viết lần đầu' })
  await it.write({ ma, noiDung: 'Viết lần đầu' })
  await it.write({ ma, noiDung: 'Quay lại sửa thêm' })
  const versions = await Promise.all([1, 2, 3].map((n) => it.get(`${path}/ban/${n}`)))
  expect(versions.map(({ status, text }) => [status, /<p>(.*?)<\/p>\n<\/div>/.exec(text)?.[1]])).toEqual([
    [200, 'Viết lần đầu'],
    [200, 'Quay lại sửa thêm'],
    [404, undefined],
  ])
  const late = await it.post('/bai', { ma, tieuDe: 'Bài một', noiDung: 'Từ một tab cũ' })
  expect([late.status, late.text.includes('Từ một tab cũ</textarea>')]).toEqual([409, true])
  expect(late.text).toContain(`action="${path}/sua"`)
})

test('a leader approves the text on the page; once it has changed the tap is refused', async () => {
  await using it = await office()
  const path = await it.write({ khung: SLOT })
  await it.post(`${path}/gui`, { maBam: await it.hashOn(path) })
  const seen = await it.hashOn('/duyet', 'leader')
  await it.post(`${path}/sua`, { tieuDe: 'Bài một', noiDung: 'Đã đổi', ban: '1' })
  const stale = await it.post(`${path}/duyet`, { maBam: seen, ve: '/duyet' }, 'leader')
  expect([stale.status, stale.text.includes('Y Lan sửa thành bản 2')]).toEqual([409, true])
  expect(stale.text).toContain('<p>Đã đổi</p>')
  await it.post(`${path}/gui`, { maBam: await it.hashOn(path) })
  const done = await it.post(`${path}/duyet`, { maBam: await it.hashOn('/duyet', 'leader') }, 'leader')
  expect([
    done.status,
    (await it.get('/duyet', 'leader')).text.includes('Không có bài nào chờ duyệt'),
  ]).toEqual([303, true])
  expect((await it.get('/tuan/2025-W34')).text).toMatch(/Bài một<\/a> <span class="tag tone-done">/)
})

test('what waits stands in the order of its slots, whoever sent first', async () => {
  await using it = await office()
  const paths = [
    await it.write({ tieuDe: 'Không khung' }),
    await it.write({ tieuDe: 'Khung sau', khung: 'ngok-tu-2025:C.I.2.a:20' }),
    await it.write({ tieuDe: 'Khung trước', khung: SLOT }),
  ]
  for (const path of paths) await it.post(`${path}/gui`, { maBam: await it.hashOn(path) })
  const { text } = await it.get('/duyet', 'leader')
  const titles = [...text.matchAll(/<h2><a href="[^"]+">([^<]+)/g)].map(([, title]) => title)
  expect(titles).toEqual(['Khung trước', 'Khung sau', 'Không khung'])
})

test('a slot that is gone or taken is said on the form, with everything that was written', async () => {
  await using it = await office()
  await it.write({ khung: SLOT })
  const taken = await it.post('/bai', { tieuDe: 'Bài hai', noiDung: 'Nội dung hai', khung: SLOT })
  const gone = await it.post('/bai', { tieuDe: 'Bài ba', noiDung: 'Nội dung ba', khung: 'x:y:01' })
  expect([taken.status, gone.status]).toEqual([409, 400])
  expect(taken.text).toContain('Kỳ này đã có bài “Bài một”')
  expect([taken.text.includes('Nội dung hai'), gone.text.includes('Nội dung ba')]).toEqual([true, true])
})

test('airing what is not approved is allowed after a warning, and the log and the feed say what it was about', async () => {
  await using it = await office()
  await it.write({ tieuDe: 'Hoá đơn điện tử', khung: 'ngok-tu-2025:C.I.2.a:16' })
  const before = await it.get('/tuan/2025-W32')
  const key = /name="khoa" value="([^"]+aired[^"]+)"/.exec(before.text)?.[1] ?? ''
  const aired = await it.post(`/khung/${encodeURIComponent('ngok-tu-2025:C.I.2.a:16')}/ghi`, {
    ...{ viec: 'aired', khoa: key, ve: '/tuan/2025-W32' },
  })
  const after = await it.get('/tuan/2025-W32')
  const log = await it.get('/nhat-ky?tu=2025-08-04&den=2025-08-10')
  const report = await it.get('/bao-cao/2025/Q3', 'leader')
  expect([report.status, report.text.includes('Hoá đơn điện tử')]).toEqual([200, true])
  expect(before.text).toContain('Bài chưa duyệt: vẫn phát thì sổ ghi là phát khi chưa duyệt.')
  expect(aired.status).toBe(303)
  expect(after.text).toContain('Đã phát khi bài chưa duyệt.')
  expect([log.text.includes('Hoá đơn điện tử'), log.text.includes('bài chưa được duyệt khi phát')]).toEqual([
    true,
    true,
  ])
})

test('the month says what is missing in the next two weeks', async () => {
  await using it = await office()
  const before = await it.get('/noi-dung/2025-08')
  await it.write({ khung: 'ngok-tu-2025:C.I.2.a:16' })
  const after = await it.get('/noi-dung/2025-08')
  const said = (text: string) =>
    [...text.matchAll(/class="say-(?:ask|strong)">([^<]+)/g)].map(([, words]) => words).join(' ')
  expect([said(before.text), said(after.text)]).toEqual([
    '14 ngày tới còn 2 khung chưa có bài.',
    '14 ngày tới còn 1 khung chưa có bài, 1 khung có bài chưa duyệt.',
  ])
})

test('a proposal fills the year, and what was chosen by hand stays when it is made again', async () => {
  await using it = await office()
  const asked = { keHoach: 'ngok-tu-2025', nhiemVu: 'C.I.2.a', tuNgay: '2025-01-01', soTuan: '6' }
  await it.post('/khung/ngok-tu-2025:C.I.2.a:20/chu-de', { chuDe: 'ngok-tu-2025:B.I.5' })
  await it.post('/chu-de/de-xuat', asked)
  await it.post('/chu-de/de-xuat', asked)
  const { text } = await it.get('/chu-de')
  expect(text).toContain('đã phát 0, đã xếp kỳ 27.')
  const hand = await it.get('/khung/ngok-tu-2025:C.I.2.a:20/chu-de')
  expect([...hand.text.matchAll(/value="([^"]+)" checked/g)].map(([, id]) => id)).toEqual([
    'ngok-tu-2025:B.I.5',
  ])
})

test('a slot says what it is to be about on the week sheet and its page, before anybody wrote it', async () => {
  await using it = await office()
  const said = async () => [
    (await it.get('/tuan/2025-W34')).text.includes('Biểu dương tập thể, cá nhân đi đầu'),
    (await it.get(`/khung/${encodeURIComponent(SLOT)}`)).text.includes('Mới có chủ đề'),
  ]
  expect(await said()).toEqual([false, false])
  await it.post(`/khung/${encodeURIComponent(SLOT)}/chu-de`, { chuDe: 'ngok-tu-2025:B.I.5' })
  expect(await said()).toEqual([true, true])
  await it.post(`/khung/${encodeURIComponent(SLOT)}/chu-de`, {})
  expect(await said()).toEqual([false, false])
})

test('who chooses by hand returns where they came from', async () => {
  await using it = await office()
  const page = await it.get('/chu-de/de-xuat?tuNgay=2025-08-01')
  const path = /href="(\/khung\/[^"]+chu-de[^"]+)"/.exec(page.text)?.[1]?.replaceAll('&#x3D;', '=') ?? ''
  const back = /name="ve" value="([^"]+)"/.exec((await it.get(path)).text)?.[1] ?? ''
  const plain = back.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=')
  const chosen = (ve: string) => it.post(path.split('?')[0] as string, { chuDe: 'ngok-tu-2025:B.I.5', ve })
  expect([(await chosen(plain)).to, (await chosen('//evil.example')).to, (await chosen('')).to]).toEqual([
    '/chu-de/de-xuat?keHoach=ngok-tu-2025&nhiemVu=C.I.2.a&tuNgay=2025-08-01&soTuan=6&xong=chon',
    '/?xong=chon',
    `/khung/${encodeURIComponent('ngok-tu-2025:C.I.2.a:16')}?xong=chon`,
  ])
})

test('a speed that nobody reads at is refused with its range', async () => {
  await using it = await office()
  const wrong = await it.post('/toc-do-doc', { tocDo: '20' })
  await it.post('/toc-do-doc', { tocDo: '180' })
  expect([wrong.status, wrong.text.includes('từ 100 đến 350')]).toEqual([400, true])
  expect((await it.get('/toc-do-doc')).text).toContain('180 tiếng một phút.')
})

test('the speed is measured by the text as it stood when it was aired', async () => {
  await using it = await office()
  const slots = ['14', '15', '16'].map((number) => `ngok-tu-2025:C.I.2.a:${number}`)
  const words = (count: number) => 'tiếng '.repeat(count)
  const path = await it.write({ noiDung: words(1800), khung: slots[0] as string })
  for (const khung of slots.slice(1)) await it.post(`${path}/khung`, { khung })
  it.house.clock.now += 60_000
  for (const slot of slots) {
    const input = inputOf('aired', { at: it.house.clock.now, minutes: 10 })
    const who = { unit: UNIT, id: 'lan', name: 'Y Lan' }
    expect((await recordFact({ db: it.house.db, who, now: it.house.clock.now }, slot, input)).ok).toBe(true)
  }
  it.house.clock.now += 60_000
  await it.post(`${path}/sua`, { tieuDe: 'Bài một', noiDung: words(2400), ban: '1' })
  expect((await it.get('/toc-do-doc')).text).toContain('Theo 3 lần phát đã ghi: 180 tiếng một phút.')
})

test('every item is listed, the latest first, until something is asked for', async () => {
  await using it = await office()
  await it.write({ tieuDe: 'Bài cũ' })
  await it.write({ tieuDe: 'Bài mới' })
  const titles = async (query: string) =>
    [...(await it.get(`/tim-bai${query}`)).text.matchAll(/<b>(Bài [^<]+)<\/b>/g)].map(([, title]) => title)
  expect([await titles(''), await titles('?tu=bai+moi'), await titles('?tu=x')]).toEqual([
    ['Bài mới', 'Bài cũ'],
    ['Bài mới'],
    [],
  ])
})

test('who decides comes back to the page they came from, whatever it was asked', async () => {
  await using it = await office()
  const path = await it.write()
  const maBam = await it.hashOn(path)
  const { to } = await it.post(`${path}/gui`, { maBam, ve: '/noi-dung/2025-08?kenh=loudspeaker' })
  expect(to).toBe('/noi-dung/2025-08?kenh=loudspeaker&xong=gui')
})
