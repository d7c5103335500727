/** Every page as the device wishes it: by day, by night, and in colours that the device chooses. */

import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '../../src/accounts/session.ts'
import { createUser, insertUser } from '../../src/accounts/user.ts'
import { recordIncident } from '../../src/actions/incidents.ts'
import { createItem } from '../../src/actions/items.ts'
import { uploadPlayLog } from '../../src/actions/play-log.ts'
import { readPlanDocument } from '../../src/actions/read-document.ts'
import { sendItem } from '../../src/actions/send-item.ts'
import { keepDocument } from '../../src/actions/sources.ts'
import { calendars } from '../../src/calendars.ts'
import type { ItemText } from '../../src/core/content/item.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { RECORD_FORMS } from '../../src/routes/views/record/record-question.ts'
import { setPublicWeek } from '../../src/store/feeds.ts'
import { hashOf } from '../../src/store/items.ts'
import { startApp } from '../support/app-server.ts'
import { fitsWidth, PHONE, seriousViolations, sharedNames, withPage } from '../support/browser.ts'
import { tellYear, UNIT } from '../support/counted-year.ts'
import { everyPage } from '../support/every-page.ts'
import { ISSUED } from '../support/issued-plan.ts'
import { seenAt } from '../support/moments.ts'

const NOW = instantOf('2025-09-16', '20:00')
const app = await startApp()
afterAll(() => app[Symbol.asyncDispose]())
app.clock.now = NOW

/** A year's work: told, written, explained, imported, read from a document, shared. Answers an admin's session. */
async function office(): Promise<string> {
  await app.addUnit(UNIT, 'UBND xã Ngọk Tụ')
  await app.addUnit('thon-thu', 'Thôn Thử')
  await app.db.$client.execute({
    sql: 'UPDATE units SET parent = ? WHERE code = ?',
    args: [UNIT, 'thon-thu'],
  })
  await tellYear(app.db, '2025-09-08')
  const lan = await insertUser(app.db, { unit: UNIT, name: 'Lan', role: 'admin' }, NOW)
  if (!lan.ok) throw new Error(lan.problem.detail)
  const who = { unit: UNIT, id: lan.value.id, name: 'Lan' }
  const text: ItemText = {
    ...{ title: 'Chuyển đổi số', topics: [], body: 'Bà con tải **ứng dụng**.', language: 'Tiếng Việt' },
    ...{ author: null, source: null, loudspeaker: null, portal: null, social: null, making: null },
  }
  const act = { db: app.db, who, now: NOW, calendars }
  await createItem(act, 'c0a1f4c8-5d0b-4ab4-8a55-0d0d3f3c9a11', text, null)
  // One that waits for whoever approves, with a place to fill in and a word of who sent it.
  const sent = { ...text, title: 'Chữ ký số', body: 'Hỏi tại …' }
  await createItem(act, 'c0a1f4c8-5d0b-4ab4-8a55-0d0d3f3c9a12', sent, null)
  await sendItem(act, 'c0a1f4c8-5d0b-4ab4-8a55-0d0d3f3c9a12', {
    hash: hashOf(sent),
    comment: 'Chờ số điện thoại',
  })
  const storm = { kind: 'power', channel: null, document: null, note: null } as const
  const time = { from: instantOf('2025-09-15', '04:00'), to: instantOf('2025-09-15', '09:00') }
  await recordIncident(
    { db: app.db, who, now: NOW },
    { id: '1606c546-1bfc-4613-9fc2-b995382233cf', ...storm, ...time },
    null,
  )
  const played = new TextEncoder().encode('Ngày;Giờ;Tên\n04/08/2025;05:30;Chuyển đổi số\n')
  await uploadPlayLog({ ...app.deps, unit: UNIT, moment: seenAt(NOW) }, 'loa.csv', played)
  const bytes = new TextEncoder().encode(ISSUED.join('\n'))
  const document = await readPlanDocument(bytes, null)
  if (document.refused !== null) throw new Error(document.refused.message)
  await keepDocument({ db: app.db, who, now: NOW, calendars }, { name: 'Kế hoạch.txt', bytes, document })
  await setPublicWeek(app.db, UNIT, true, NOW)
  return openSession(app.db, { unit: UNIT, id: lan.value.id }, NOW)
}

let session = ''
let pages: string[] = []
beforeAll(async () => {
  session = await office()
  const seen = await everyPage(ask, [`/cong-khai/${UNIT}`])
  const html = await Promise.all(
    seen.map(async (path) => (await ask(path)).headers.get('content-type')?.startsWith('text/html') === true),
  )
  pages = [...seen.filter((_, i) => html[i]), ...FORMS, await settledAtOnce(), await ownLink()]
})

/** What a few addresses of each route leave out: every form of a slot, and previews of what would be recorded. */
const FORMS = [
  ...RECORD_FORMS.map((form) => `/khung/ngok-tu-2025:C.I.2.c:10/ghi/${form}`),
  '/khung/ngok-tu-2025:C.I.2.c:08.r3/ghi/phat-bu',
  '/khung/ngok-tu-2025:C.I.2.a:20/ghi/doi?ngay=2025-09-30&gio=17:30',
  '/ghi-loat?thang=2025-09',
  '/su-co/xem-truoc?loai=power&tuNgay=2025-09-15&tuGio=04:00&denNgay=2025-09-16&denGio=19:00',
]

/** The page of what was recorded of several slots at once. */
async function settledAtOnce(): Promise<string> {
  const html = await (await ask('/ghi-loat?thang=2025-09')).text()
  const sent = [...html.matchAll(/name="(khung|khoa|ve)" value="([^"]+)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value.replaceAll('&#x3D;', '=')],
  )
  const answer = await fetch(`${app.url}/ghi-loat`, {
    ...{ method: 'POST', body: new URLSearchParams(sent), redirect: 'manual' },
    headers: { cookie: `nhip_song=${session}`, origin: app.url },
  })
  const path = answer.headers.get('location')
  if (!path) throw new Error(`nothing was recorded at once: ${answer.status}`)
  return path
}

/** Where somebody new chooses a password. */
async function ownLink(): Promise<string> {
  const made = await createUser(app.db, { unit: UNIT, name: 'Hoa', username: 'hoa', role: 'officer' }, NOW)
  if (!made.ok) throw new Error(made.problem.detail)
  return made.value.link
}

const ask = (path: string) =>
  fetch(app.url + path, { headers: { cookie: `nhip_song=${session}` }, redirect: 'manual' })

type Look = { colorScheme: 'light' | 'dark'; forcedColors: 'none' | 'active' }
type Found = { page: string; rule: string; targets: string[] }

/** Goes through all pages in one look; `judge` says what is wrong with each. */
async function lookAtAll(
  look: Look,
  judge: (page: Page) => Promise<Omit<Found, 'page'>[]>,
): Promise<Found[]> {
  const value = { name: 'nhip_song', value: session, url: app.url }
  return withPage({ width: PHONE, context: { serviceWorkers: 'block' } }, async (page) => {
    await page.context().addCookies([value])
    await page.emulateMedia(look)
    const found: Found[] = []
    for (const path of pages) {
      await page.goto(app.url + path)
      // What is folded away is looked at too.
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '')
      })
      found.push(...(await judge(page)).map(({ rule, targets }) => ({ page: path, rule, targets })))
    }
    return found
  })
}

/** What depends on colours; the rest is the same by day. */
async function palePlaces(page: Page): Promise<Omit<Found, 'page'>[]> {
  const { violations } = await new AxeBuilder({ page })
    .withRules(['color-contrast', 'link-in-text-block'])
    .analyze()
  return violations.map(({ id, nodes }) => ({
    rule: id,
    targets: nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`),
  }))
}

test('the table of routes leads to more than sixty pages', () => {
  expect(pages.length).toBeGreaterThan(60)
})

async function faults(page: Page): Promise<Omit<Found, 'page'>[]> {
  const shared = await sharedNames(page)
  return [
    ...(await seriousViolations(page)),
    ...(shared.length ? [{ rule: 'one name, two buttons', targets: shared }] : []),
    ...((await fitsWidth(page)) ? [] : [{ rule: 'wider than the phone', targets: [] }]),
  ]
}

test('by day axe finds nothing serious on any page, no two buttons share a name, and none is wider than a phone', async () => {
  expect(await lookAtAll({ colorScheme: 'light', forcedColors: 'none' }, faults)).toEqual([])
}, 600_000)

test('who is not signed in meets pages that axe finds nothing serious on, by night too', async () => {
  await using fresh = await startApp()
  fresh.clock.now = NOW
  await withPage({ width: PHONE }, async (page) => {
    for (const url of [`${app.url}/dang-nhap`, fresh.url + (await fresh.setupPath())])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.goto(url)
        expect([url, await faults(page), await palePlaces(page)]).toEqual([url, [], []])
      }
  })
})

test('by night every word stands out from its ground by 4.5 to 1, and every link from the words around it', async () => {
  expect(await lookAtAll({ colorScheme: 'dark', forcedColors: 'none' }, palePlaces)).toEqual([])
}, 600_000)

test('in the colours of the device every word stands out from its ground, and every link from the words around it', async () => {
  expect(await lookAtAll({ colorScheme: 'dark', forcedColors: 'active' }, palePlaces)).toEqual([])
}, 600_000)
