/**
 * Draws the icons that devices ask for as PNG, and the picture beside a link, from `public/assets/mark.svg`.
 * Run by hand when the mark changes; what it draws is committed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { launchOptions } from '../test/support/chromium.ts'
import { ROOT } from './tool.ts'

const ASSETS = join(ROOT, 'public/assets')
const MARK = readFileSync(join(ASSETS, 'mark.svg'), 'utf8')
const font = (weight: number): string =>
  readFileSync(join(ASSETS, `fonts/be-vietnam-pro-${weight}.woff2`)).toString('base64')

type Picture = { width: number; height: number; html: string }

const whole = (size: number): Picture => ({ width: size, height: size, html: MARK })

/** To the edge, with the drawing in the middle: the device cuts the corners, at most a tenth of each side. */
const filled = (size: number): Picture => ({
  ...whole(size),
  html: `<style>body { display: grid; place-items: center; background: #0a6460 } svg { width: 76% }</style>${MARK}`,
})

const SHARE: Picture = {
  ...{ width: 1200, height: 630 },
  html: `<style>
    @font-face { font-family: B; font-weight: 400; src: url(data:font/woff2;base64,${font(400)}) }
    @font-face { font-family: B; font-weight: 600; src: url(data:font/woff2;base64,${font(600)}) }
    body { display: grid; grid-template-columns: 15rem 1fr; align-content: center; gap: 0 4rem; padding: 0 6rem;
      background: #faf9f5; color: #1c2126; font-family: B }
    svg { grid-row: span 2; width: 15rem } p { margin: 0 }
    p:nth-of-type(1) { align-self: end; font-size: 5.5rem; line-height: 1.2; font-weight: 600 }
    p:nth-of-type(2) { font-size: 2.5rem; line-height: 1.4; color: #586069 } b { color: #0a6460 }
  </style>${MARK}<p>Nhịp <b>Sóng</b></p><p>Lịch phát thanh và truyền thông của xã, phường</p>`,
}

const PICTURES: Record<string, Picture> = {
  '32': whole(32),
  '192': whole(192),
  '512': whole(512),
  'maskable-512': filled(512),
  'apple-180': filled(180),
  share: SHARE,
}

const browser = await chromium.launch(await launchOptions())
mkdirSync(join(ASSETS, 'icons'), { recursive: true })
for (const [name, { width, height, html }] of Object.entries(PICTURES)) {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.setContent(
    `<style>html, body { margin: 0; height: 100% } svg { display: block; width: 100% }</style>${html}`,
  )
  await page.evaluate(() => document.fonts.ready)
  writeFileSync(join(ASSETS, 'icons', `${name}.png`), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
