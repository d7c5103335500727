import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createItem, reviewItem } from '../../src/actions/items.ts'
import { recordFact } from '../../src/actions/record-fact.ts'
import { inputOf } from '../../src/core/fact.ts'
import { instantOf, localDateOf } from '../../src/core/wall-clock.ts'
import { hashOf } from '../../src/store/items.ts'
import { listSlots } from '../../src/store/slots.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { samplePlan } from '../support/plans.ts'

const UNIT = 'xa-ngok-tu'
const HOA = { unit: UNIT, id: 'u-hoa', name: 'Hoa' }
const NOW = instantOf('2025-10-15', '08:00')

/** An office with so many plans, some weeks into what it recorded of the first. */
async function office(plans: number) {
  const app = await startApp()
  app.clock.now = NOW
  const plan = samplePlan('ngok-tu-2025')
  for (let i = 0; i < plans; i++)
    await app.adopt({
      ...plan,
      id: i ? `${plan.id}-${i}` : plan.id,
      title: i ? `${plan.title} (${i})` : plan.title,
    })
  const shots = async (page: Page, name: string) => {
    const folder = process.env.SHOTS
    if (!folder) return
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
    await page.screenshot({
      path: `${folder}/${name}-top.png`,
      clip: { x: 0, y: 0, width: page.viewportSize()?.width ?? 360, height: 1900 },
      fullPage: true,
    })
  }
  const records = await listSlots(app.db, UNIT, { planId: plan.id })
  const past = records.filter(({ slot }) => slot.date && slot.inForce && slot.date < localDateOf(NOW))
  for (const [i, { slot }] of past.entries()) {
    const at = instantOf(slot.date ?? '', slot.time ?? '08:00')
    if (i % 5 === 3)
      await recordFact({ db: app.db, who: HOA, now: NOW }, slot.id, inputOf('not-aired', { reason: 'power' }))
    else if (i % 5 !== 4)
      await recordFact({ db: app.db, who: HOA, now: NOW }, slot.id, inputOf('aired', { at }))
  }
  const next = records.find(({ slot }) => slot.airing === 'new' && slot.date && slot.date > localDateOf(NOW))
  const text = {
    ...{
      title: 'Chữ ký số',
      body: 'Hỏi tại …',
      topics: [],
      language: 'Tiếng Việt',
      author: null,
      source: null,
    },
    ...{ loudspeaker: null, portal: null, social: null, making: null },
  }
  const item = await createItem({ db: app.db, who: HOA, now: NOW }, 'bai-1', text, next?.slot.id ?? null)
  if (!item.ok) throw new Error(item.problem.detail)
  await reviewItem({ db: app.db, who: HOA, now: NOW }, 'bai-1', {
    kind: 'sent',
    hash: hashOf(text),
    comment: null,
  })
  return { ...app, shots }
}

test.each([
  ['phone', PHONE],
  ['desk', DESKTOP],
])(
  'a leader sees on a %s what waits, what comes due and twelve weeks of each obligation',
  async (name, width) => {
    await using app = await office(2)
    await withPage({ width }, async (page) => {
      await app.signIn(page, UNIT, 'leader')
      await page.goto(`${app.url}/tong-quan`)
      await page.getByRole('heading', { name: 'Tổng quan' }).waitFor()
      await app.shots(page, `overview-${name}`)
      expect([await fitsWidth(page), await seriousViolations(page)]).toEqual([true, []])
      const touching = await page.locator('.pulse thead th.week').evaluateAll((heads) =>
        heads.filter((head) => {
          const words = document.createRange()
          words.selectNode(head.lastChild ?? head)
          return words.getBoundingClientRect().width > Math.max(0, head.clientWidth - 4)
        }),
      )
      expect(touching).toEqual([])
      const tasks = page.locator('.tasks li')
      expect(await tasks.getByRole('link').allInnerTexts()).toEqual([
        'Duyệt 1 bài',
        expect.stringMatching(/^Xác nhận \d+ khung/),
        'Chốt số liệu quý III năm 2025',
      ])
      expect(await tasks.first().innerText()).toContain('1 bài còn chỗ chưa điền')
      expect(await page.locator('.nav .waits').innerText()).toBe('1')
      expect((await page.locator('.pulse tr:not(.plan) td.week').count()) % 12).toBe(0)
      const dot = page.getByRole('link', { name: /^Tuần từ \d+\/\d+: không làm/ }).first()
      await dot.click()
      await page.waitForURL(/\/tuan\//)
      await page.goto(`${app.url}/duyet`)
      await page.getByText('Còn 1 chỗ chưa điền').waitFor()
      await app.shots(page, `approve-${name}`)
      const text = await page.locator('.to-approve .text').boundingBox()
      const decide = await page.locator('.to-approve .decide').boundingBox()
      const isBeside = (decide?.x ?? 0) > (text?.x ?? 0) + (text?.width ?? 0)
      expect([isBeside, await fitsWidth(page)]).toEqual([width === DESKTOP, true])
    })
  },
)

test('who may only look is asked nothing, and has no number beside a word', async () => {
  await using app = await office(2)
  await withPage({ script: false }, async (page) => {
    await app.signIn(page, UNIT, 'viewer')
    await page.goto(`${app.url}/tong-quan`)
    await page.getByText('Mười hai tuần đến nay').waitFor()
    expect(await page.locator('.tasks, .waits').count()).toBe(0)
  })
})

test('the overview is filtered by who leads, by a plain form, and says so', async () => {
  await using app = await office(2)
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT, 'leader')
    await page.goto(`${app.url}/tong-quan`)
    const rows = page.locator('.pulse tr:has(td.week)')
    const all = await rows.count()
    const tasks = await page.locator('.tasks').innerText()
    await page.getByText('Lọc theo chủ trì…').click()
    const leads = await page.getByLabel('Chủ trì').locator('option').allInnerTexts()
    expect(leads.length).toBeGreaterThan(2)
    await page.getByLabel('Chủ trì').selectOption({ index: 1 })
    await page.getByRole('button', { name: 'Xem', exact: true }).click()
    await page.getByText(`Đang lọc: ${leads[1]}`).waitFor()
    expect(await rows.count()).toBeLessThan(all)
    expect(await rows.count()).toBeGreaterThan(0)
    // What waits for the leader waits whoever leads.
    expect(await page.locator('.tasks').innerText()).toBe(tasks)
    expect(await fitsWidth(page)).toBe(true)
    await page.goto(`${app.url}/tong-quan?chuTri=khong-co`)
    await page.getByText('không có nhiệm vụ nào do “khong-co” chủ trì').waitFor()
    await page.getByText('Đang lọc: khong-co').click()
    await page.getByRole('link', { name: 'Bỏ lọc' }).click()
    await rows.nth(all - 1).waitFor()
    expect(await rows.count()).toBe(all)
  })
})

const heightOf = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight)

/** Boxes that open what a phone folds. */
const boxes = (page: Page) => page.locator('.unfold').getByRole('checkbox')

test('on a phone what presses stands first, four screens in all, and a box opens the rest without JavaScript', async () => {
  await using app = await office(1)
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT, 'leader')
    await page.goto(`${app.url}/tong-quan`)
    const rows = page.locator('.pulse tr:has(th[scope=row])')
    const seen = async () => {
      const all = await rows.all()
      const visible = await Promise.all(all.map((row) => row.isVisible()))
      return visible.filter(Boolean).length
    }
    const urgent = await page.locator('.pulse tr.urgent').count()
    expect([await seen(), await rows.count()]).toEqual([urgent, 21])
    expect(urgent).toBeLessThan(10)
    expect(await heightOf(page)).toBeLessThan(4 * 740)
    await page.getByRole('checkbox', { name: `${21 - urgent} nhiệm vụ khác` }).focus()
    await page.keyboard.press('Space')
    expect([await seen(), await fitsWidth(page)]).toEqual([21, true])
    await page.setViewportSize({ width: DESKTOP, height: 900 })
    await page.reload()
    expect([await seen(), await boxes(page).count()]).toEqual([21, 0])
  })
})

test('of ten plans what waits and what slips next say whose they are, and stand in the first two screens of a phone', async () => {
  await using app = await office(10)
  await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT, 'leader')
    await page.goto(`${app.url}/tong-quan`)
    await app.shots(page, 'overview-ten')
    const confirm = page.locator('.tasks li').filter({ hasText: /Xác nhận \d/ })
    const open = (await confirm.locator('.per-plan').innerText()).match(/[A-J] ?\d+/g) ?? []
    expect(open.map((each) => each[0])).toEqual([...'ABCDEFGHIJ'])
    const sum = open.reduce((all, each) => all + Number(each.slice(1)), 0)
    expect(sum).toBe(Number(await confirm.locator('.lead').innerText()))
    const dues = page.locator('.due')
    expect(await dues.locator('.of-plan').count()).toBe(await dues.count())
    expect(await dues.first().innerText()).toMatch(/\b[A-J]\s+Truyền thông về cải cách hành chính/)
    expect((await page.locator('.pulse .plan .of-plan').allInnerTexts()).join('')).toBe('ABCDEFGHIJ')
    const end = await page.locator('.dues').boundingBox()
    expect((end?.y ?? 0) + (end?.height ?? Infinity)).toBeLessThan(2 * 740)
    expect([(await heightOf(page)) < 5 * 740, await fitsWidth(page)]).toEqual([true, true])
    expect(await seriousViolations(page)).toEqual([])
    const folded = page.locator('.due.folded')
    expect(await folded.first().isVisible()).toBe(false)
    await page.locator('.dues .unfold label').click()
    expect(await folded.first().isVisible()).toBe(true)
    await page.locator('.pulse .unfold label').first().click()
    await page.locator('.pulse tr.urgent:visible').first().waitFor()
    await page.goto(`${app.url}/chua-xac-nhan`)
    await app.shots(page, 'backlog-ten')
    const slots = page.locator('.slot')
    expect(await page.locator('.slot .meta .of-plan').count()).toBe(await slots.count())
    expect((await page.locator('.plan-keys .of-plan').allInnerTexts()).join('')).toBe('ABCDEFGHIJ')
    expect(await fitsWidth(page)).toBe(true)
    await page.goto(`${app.url}/tong-quan`)
    await page.setViewportSize({ width: DESKTOP, height: 900 })
    await page.reload()
    expect([await folded.first().isVisible(), await fitsWidth(page)]).toEqual([true, true])
  })
})

test('an office with one plan is told of no plan', async () => {
  await using app = await office(1)
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT, 'leader')
    await page.goto(`${app.url}/tong-quan`)
    expect(await page.locator('.due').count()).toBeGreaterThan(0)
    expect(await page.locator('.of-plan').count()).toBe(0)
  })
})

test('the obligations of a plan open on a phone when asked, and one that a link leads to stands open', async () => {
  await using app = await office(1)
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT, 'leader')
    await page.goto(`${app.url}/ke-hoach/ngok-tu-2025`)
    const quotes = page.locator('.obligation blockquote:visible')
    const notes = page.locator('.warnings li:visible')
    expect(await notes.count()).toBe(0)
    await page.getByRole('link', { name: /^\d+ điều cần lưu ý/ }).click()
    await notes.nth(6).waitFor()
    expect(await notes.count()).toBe(7)
    await page.goto(`${app.url}/ke-hoach/ngok-tu-2025`)
    expect([await quotes.count(), await fitsWidth(page)]).toEqual([0, true])
    expect(await heightOf(page)).toBeLessThan(15 * 740)
    await page.getByText('Văn bản viết, cơ quan, từng kỳ').first().click()
    expect(await quotes.count()).toBe(1)
    const anchor = await page.locator('.obligation').last().getAttribute('id')
    await page.goto(`${app.url}/ke-hoach/ngok-tu-2025#${anchor}`)
    await page.reload()
    expect(await page.locator(':target blockquote').isVisible()).toBe(true)
    await page.setViewportSize({ width: DESKTOP, height: 900 })
    expect(await quotes.count()).toBe(20)
  })
})

test('the count of an office with four plans folds each under its sentence; who is sent to an obligation sees it', async () => {
  await using app = await office(4)
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT, 'leader')
    await page.goto(`${app.url}/tong-quan`)
    // Of each its worst, before what it folds.
    expect(await page.locator('.pulse tr.urgent:visible').count()).toBe(4)
    const way = (await page.locator('.pulse tr.urgent th a').last().getAttribute('href')) ?? ''
    await page.goto(`${app.url}/chi-tieu/2025`)
    const cards = page.locator('.count-obligation:visible')
    expect([await cards.count(), await fitsWidth(page)]).toEqual([0, true])
    expect(await heightOf(page)).toBeLessThan(3 * 740)
    await page.locator('.plan-count > .unfold label').first().click()
    await cards.first().waitFor()
    expect(await page.locator('.count-matrix:visible').count()).toBe(0)
    await page.getByText('Cả năm theo tháng').first().click()
    await page.locator('.count-matrix:visible').first().waitFor()
    const card = cards.filter({ has: page.getByText('Căn cứ, từng kỳ, chỉ tiêu áp dụng') }).first()
    expect(await card.locator('.key:visible').count()).toBe(1)
    await card.locator('summary').first().click()
    expect(await card.locator('.key:visible').count()).toBeGreaterThan(2)
    await page.goto(app.url + way)
    expect(await page.locator(':target').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.count-matrix:visible').count()).toBe(4)
  })
})
