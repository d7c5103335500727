import { afterAll, describe, expect, test } from 'vitest'
import { openSession } from '../../../src/accounts/session.ts'
import { createUser } from '../../../src/accounts/user.ts'
import { asScheduled, count } from '../../../src/actions/count.ts'
import { recordFact } from '../../../src/actions/record-fact.ts'
import { calendars } from '../../../src/calendars.ts'
import type { CountRow } from '../../../src/core/count/count-rows.ts'
import { inputOf } from '../../../src/core/fact.ts'
import type { Role } from '../../../src/core/role.ts'
import { instantOf } from '../../../src/core/wall-clock.ts'
import { listSlots } from '../../../src/store/slots.ts'
import { adopt } from '../../support/adopt.ts'
import { countedPlan, PLAN_ID, tellYear, UNIT } from '../../support/counted-year.ts'
import { seenAt } from '../../support/moments.ts'
import { addOfficer, addToken } from '../../support/people.ts'
import { planData, planOf } from '../../support/plans.ts'
import { testHouse } from '../../support/test-house.ts'

const house = await testHouse()
afterAll(() => house[Symbol.asyncDispose]())
await tellYear(house.db, '2025-09-30')
house.clock.now = instantOf('2025-09-30', '18:00')

async function sessionOf(role: Role) {
  const user = await createUser(house.db, { unit: UNIT, name: `Người ${role}`, role }, house.clock.now)
  if (!user.ok) throw new Error(user.problem.detail)
  return openSession(house.db, { unit: UNIT, id: user.value.id }, house.clock.now)
}
const cookie = await sessionOf('leader')
const page = async (path: string) => (await house.ask(path, { cookie })).text()

const plain = (html: string) =>
  html
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
const textOf = (html: string) => plain(html.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')

describe('the page of the year', () => {
  test('opens with what it means', async () => {
    expect(textOf(await page('/chi-tieu/2025'))).toContain(
      'Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW trên hệ thống phát thanh xã đang chậm: 17/26 số, còn 9; lịch còn 6 kỳ trước 31/12, phải bù thêm 3 số, muộn nhất bắt đầu từ 28/12. Còn 1 kỳ chưa xác nhận: nếu đã thực hiện thì chỉ thiếu 2.',
    )
  })

  test('says at most three sentences before the first bar', async () => {
    const html = await page('/chi-tieu/2025')
    const [, above = ''] = /<p class="say">(.*?)<\/p>/s.exec(html) ?? []
    expect(textOf(above).match(/\.(?=\s|$)/g)?.length).toBeLessThanOrEqual(3)
    expect(html.indexOf('class="say"')).toBeLessThan(html.indexOf('class="gauge"'))
  })

  test.each(['2025-06-30', '2025-09-30', '2025-12-31'])(
    'read aloud on %s, done, unconfirmed, ahead and lost make the total',
    async (asOf) => {
      const html = await page(`/chi-tieu/2025?den=${asOf}`)
      const obligations = html.match(/<article class="card count-obligation".*?<\/article>/gs) ?? []
      const sums = obligations.flatMap((obligation) => {
        const keys = [...obligation.matchAll(/class="key key-\w+"><b>(\d+)(?:\/(\d+))?<\/b> ([^<]+)</g)]
        const target = Number(keys.find(([, , of]) => of)?.[2])
        const parts = keys.filter(([, , , words]) => !words?.startsWith('trong đó'))
        const lost = parts.some(([, , , words]) => words?.includes('còn thiếu'))
        const sum = parts.reduce((all, [, value]) => all + Number(value), 0)
        return lost ? [{ target, sum }] : []
      })
      expect(sums.length).toBeGreaterThan(0)
      expect(sums.filter(({ target, sum }) => sum !== target)).toEqual([])
    },
  )

  test('every number leads to its slots, and there are as many of them', async () => {
    const html = await page('/chi-tieu/2025')
    const keys = [...html.matchAll(/<a href="([^"]+)" class="key key-\w+"><b>(\d+)(?:\/\d+)?<\/b>/g)]
    expect(keys.length).toBeGreaterThan(20)
    for (const [, href = '', value] of keys) {
      const lines = (await page(plain(href))).match(/<li>\s*<p class="when">/g) ?? []
      expect([href, lines.length]).toEqual([href, Number(value)])
    }
  })

  test('what needs action is in sight; its quote and all its slots lie under one fold', async () => {
    const html = plain(await page('/chi-tieu/2025'))
    const [obligation = ''] =
      html.match(/<article class="card count-obligation" id="[^"]*C\.I\.2\.a[^"]*">.*?<\/article>/s) ?? []
    const [seen = '', folded = ''] = obligation.split('<details class="fold ground">')
    expect(textOf(seen)).toContain('17/26 đã phát')
    expect(textOf(seen)).toContain('phải bù thêm 3 số, muộn nhất bắt đầu từ 28/12.')
    expect(textOf(folded)).toContain('Tần suất: 01 số/2 tuần (26 số/năm)')
    const [, all = ''] = /<a href="([^"]+)">Từng kỳ: 26<\/a>/.exec(folded) ?? []
    expect((await page(all)).match(/<li>\s*<p class="when">/g)).toHaveLength(26)
  })

  test('a cell of the matrix says in words what it shortens, and leads to its month', async () => {
    const html = plain(await page('/chi-tieu/2025'))
    const cell = /is-ask"><a href="([^"]+thang=9[^"]*)" aria-label="([^"]+)">1\/3\?<\/a>/.exec(html)
    expect(cell?.[2]).toBe('tháng 9 (01/9 – 30/9/2025): đã thực hiện 1/3, 1 chưa xác nhận')
    expect(textOf(await page(cell?.[1] ?? ''))).toContain(
      '3 dòng, tháng 9 (01/9 – 30/9/2025), tính đến hết 30/9/2025.',
    )
  })

  test('page, API and command count the same rows', async () => {
    const token = await addToken(house.db, UNIT, 'viewer')
    const answer = await house.ask(`/api/v1/compliance?plan=${PLAN_ID}&asOf=2025-09-30`, {
      headers: { authorization: `Bearer ${token}` },
    })
    const { rows } = (await answer.json()) as { rows: CountRow[] }
    const counted = await count(
      { db: house.db, unit: UNIT, calendars, moment: seenAt(house.clock.now) },
      { planId: PLAN_ID, basis: 'plan-year', period: 'Y', asOf: '2025-09-30' },
    )
    expect(counted.ok && counted.value.rows.map(asScheduled)).toEqual(rows)
    const html = textOf(await page('/chi-tieu/2025?den=2025-09-30'))
    for (const { done, target } of rows.filter((row) => row.target !== null))
      expect(html).toContain(`${done}/${target}`)
  })

  test('the report year shows its own months and what makes the difference', async () => {
    const html = textOf(await page('/chi-tieu/2025?coSo=bao-cao&den=2025-12-31'))
    expect(html).toContain(
      'C.I.2.a Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW trên hệ thống phát thanh xã 17/26 17/25',
    )
    expect(html).toContain(
      '22/12/2025 · Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW trên hệ thống phát thanh xã thuộc năm báo cáo 2026',
    )
  })

  test('what waits for its condition makes no difference between the two years', async () => {
    const [, lines = ''] = /Kỳ làm nên khác biệt(.*)/.exec(textOf(await page('/chi-tieu/2025'))) ?? []
    expect(lines).toContain('31/12/2025 · Triển khai Đề án')
    expect(lines).not.toContain('cuộc thi, hội thi')
  })

  test('nothing on it is a number that is none', async () => {
    for (const path of [
      '/chi-tieu/2025?den=2020-01-01',
      '/chi-tieu/2025?den=2031-01-01',
      '/chi-tieu/2024',
      '/chi-tieu/2025?coSo=bao-cao',
    ])
      expect(textOf(await page(path))).not.toMatch(/NaN|Infinity|undefined|\[object/)
  })

  test.each([
    ['/chi-tieu/abc', 404],
    ['/chi-tieu/2025?den=2025-02-30', 400],
    ['/chi-tieu/2025?coSo=khac', 400],
    ['/chi-tieu/2025/ky?thang=13', 200],
    ['/chi-tieu/2025/ky?loai=khong-co&nhiemVu=khong-co', 200],
  ])('%s is answered %i', async (path, status) => {
    expect((await house.ask(path, { cookie })).status).toBe(status)
  })
})

describe('choosing what the office holds itself to', () => {
  const fields = { keHoach: PLAN_ID, nhiemVu: 'C.I.2.c', phat: 'moi', coSo: 'ke-hoach', den: '2025-09-30' }
  const choose = (more: Record<string, string>, who = cookie) =>
    house.send('/chi-tieu/2025/muc', { ...fields, ...more }, { cookie: who })

  test.each<[Record<string, string>, string]>([
    [{ cach: 'feasible', vanBan: ' ' }, 'Cần số, ngày của văn bản quyết định chỉ tiêu áp dụng.'],
    [{ cach: 'own', so: '', vanBan: 'CV 15' }, 'Hãy ghi số của văn bản.'],
    [{ cach: 'own', so: 'mười', vanBan: 'CV 15' }, 'Phải là số nguyên.'],
  ])('%o comes back with what is wrong', async (more, words) => {
    const answer = await choose(more)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(words)
  })

  test('is kept with its document, and the page, the API and the verdict follow', async () => {
    const answer = await choose({ cach: 'feasible', vanBan: 'Công văn số 15/UBND ngày 25/7/2025' })
    expect(answer.status).toBe(303)
    const html = textOf(await page(answer.headers.get('location')?.split('#')[0] ?? ''))
    expect(html).toContain('Đã ghi chỉ tiêu áp dụng.')
    expect(html).toContain(
      'Chỉ tiêu áp dụng 5, theo Công văn số 15/UBND ngày 25/7/2025; Người leader ghi ngày 30/9/2025.',
    )
    const counted = await count(
      { db: house.db, unit: UNIT, calendars, moment: seenAt(house.clock.now) },
      { basis: 'plan-year', period: 'Y', asOf: '2025-09-30' },
    )
    expect(counted.ok && counted.value.rows.find((row) => row.obligationId === 'C.I.2.c')).toMatchObject({
      ...{ declared: 12, target: 5, shortfall: 7, verdict: 'on-track' },
    })
  })

  test('an obligation without a total, or of another plan, has nothing to choose', async () => {
    expect((await choose({ nhiemVu: 'C.I.1', cach: 'feasible', vanBan: 'CV 15' })).status).toBe(400)
    expect((await choose({ nhiemVu: 'Z.9', cach: 'feasible', vanBan: 'CV 15' })).status).toBe(404)
  })

  test('an officer may not', async () => {
    expect((await choose({ cach: 'feasible', vanBan: 'CV 15' }, await sessionOf('officer'))).status).toBe(403)
  })
})

test('an obligation that an amended plan dropped does not vanish when something was recorded there', async () => {
  const amended = countedPlan()
  const obligations = amended.obligations.filter(({ id }) => id !== 'C.II.3')
  await adopt(house.db, UNIT, { ...amended, obligations }, calendars, house.clock.now)
  expect(textOf(await page('/chi-tieu/2025'))).toContain(
    'Kỳ không còn trong kế hoạch, vẫn giữ vì đã có ghi nhận 1 30/9/2025 · Hướng dẫn các cơ quan, đơn vị tuyên truyền về CCHC mục C.II.3',
  )
})

test.each([
  ['without a total', undefined, ['4 chưa xác nhận', '2 đã phát', '4 kỳ còn lại']],
  ['with one', 12, ['2/12 đã phát', '4 chưa xác nhận', '4 kỳ còn lại', '2 còn thiếu']],
])('an obligation %s opens with what has to be looked at first', async (_, declared, keys) => {
  await using own = await testHouse()
  own.clock.now = instantOf('2025-08-07', '20:00')
  const daily = {
    ...{ kind: 'rate', rrule: 'FREQ=DAILY', time: '05:30', declared },
    window: { from: '2025-08-01', to: '2025-08-10' },
  }
  const plan = planOf(planData(daily, { inForceFrom: '2025-08-01' }))
  const unit = plan.unit.code
  await adopt(own.db, unit, plan, calendars, own.clock.now)
  const who = { unit, id: 'u-lan', name: 'Lan' }
  for (const { slot } of (await listSlots(own.db, unit, { planId: plan.id })).slice(0, 2))
    await recordFact({ db: own.db, who, now: own.clock.now }, slot.id, inputOf('aired', {}))
  const officer = { username: 'lan', password: 'Gió mùa đông bắc' }
  const session = await addOfficer(own.db, unit, officer, own.clock.now)
  const html = await (await own.ask('/chi-tieu/2025', { cookie: session })).text()
  expect(
    [...html.matchAll(/class="key key-\w+">(.*?)<\/(?:a|span)>/g)].map(([, key = '']) => textOf(key).trim()),
  ).toEqual(keys)
})
