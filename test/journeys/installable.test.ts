/** What a device needs to keep the product among its apps, and what a chat shows of a link to the public week. */
import { expect, test } from 'vitest'
import { instantOf } from '../../src/core/wall-clock.ts'
import { setPublicWeek } from '../../src/store/feeds.ts'
import { startApp } from '../support/app-server.ts'
import { PHONE, withPage } from '../support/browser.ts'
import { samplePlan } from '../support/plans.ts'

const UNIT = 'xa-ngok-tu'
type Icon = { src: string; sizes: string; type: string }

/** Width and height, as a PNG begins with them. */
const sizeOf = (png: Buffer): string => `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`

test('every page leads to a manifest whose icons are what it says', async () => {
  await using app = await startApp()
  const { manifest, icons } = await withPage({ width: PHONE }, async (page) => {
    await page.goto(`${app.url}/dang-nhap`)
    const manifest = await page.locator('link[rel=manifest]').getAttribute('href')
    return { manifest, icons: await page.locator('link[rel*=icon]').evaluateAll(hrefs) }
  })
  const answer = await fetch(app.url + manifest)
  expect(answer.headers.get('content-type')).toContain('application/manifest+json')
  const { icons: own, ...told } = (await answer.json()) as { icons: Icon[]; start_url: string }
  expect(told).toMatchObject({ name: 'Nhịp Sóng', lang: 'vi', start_url: '/', display: 'standalone' })
  const drawn = await Promise.all(
    own
      .filter(({ type }) => type === 'image/png')
      .map(async ({ src, sizes }) => [sizes, sizeOf(await fileOf(app.url + src))]),
  )
  expect(drawn.length).toBe(3)
  for (const [said, is] of drawn) expect(is).toBe(said)
  for (const href of icons) expect((await fetch(app.url + href)).status).toBe(200)
})

const hrefs = (links: Element[]) => links.map((link) => link.getAttribute('href') ?? '')
const fileOf = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())

test('a link to the public week shows whose week it is, its days and how much is planned', async () => {
  await using app = await startApp()
  app.clock.now = instantOf('2025-08-04', '08:00')
  await app.adopt(samplePlan('ngok-tu-2025'))
  await setPublicWeek(app.db, UNIT, true, app.clock.now)
  const told = await withPage({ script: false }, async (page) => {
    await page.goto(`${app.url}/cong-khai/${UNIT}`)
    return page
      .locator('meta[property^="og:"], meta[name=description]')
      .evaluateAll((tags) =>
        Object.fromEntries(
          tags.map((tag) => [tag.getAttribute('property') ?? 'description', tag.getAttribute('content')]),
        ),
      )
  })
  const words = '04/8 – 10/8/2025. 2 khung trong tuần. Lịch phát thanh và truyền thông của UBND xã Ngọk Tụ.'
  expect(told).toEqual({
    description: words,
    'og:type': 'website',
    'og:locale': 'vi_VN',
    'og:site_name': 'Nhịp Sóng',
    'og:title': 'Lịch phát thanh tuần 32 · UBND xã Ngọk Tụ',
    'og:description': words,
    'og:url': `${app.url}/cong-khai/${UNIT}/2025-W32`,
    'og:image': `${app.url}/assets/icons/share.png`,
    'og:image:width': '1200',
    'og:image:height': '630',
  })
  expect(sizeOf(await fileOf(told['og:image'] ?? ''))).toBe('1200x630')
})
