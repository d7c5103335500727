import { mkdir, readdir } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fitsWidth, PHONE, seriousViolations, withPage } from './browser.ts'
import { unpackedChromium } from './chromium.ts'
import { tempFolder } from './temp-folder.ts'

const PAGES: Record<string, string> = {
  '/good': '<html lang="vi"><title>Tuần 32</title><main><h1>Ứng dụng chuyển đổi số</h1></main>',
  '/bad': '<html><title>Tuần 32</title><button></button>',
  '/broken': '<html lang="vi"><title>Tuần 32</title><img src="/missing.png" alt="">',
  '/throws': '<html lang="vi"><title>Tuần 32</title><script>hỏng()</script>',
  '/wide': '<html lang="vi"><title>Tuần 32</title><p style="width: 2000px">Rộng</p>',
}

let server: Server
let address: string

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = PAGES[request.url ?? '']
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
    response.end(page && `<!doctype html><meta name="viewport" content="width=device-width">${page}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => void server.close())

test('a page opens in Vietnamese, in the zone of Vietnam, as wide as it was asked for', async () => {
  const seen = await withPage({ width: PHONE }, async (page) => {
    await page.goto(`${address}/good`)
    return page.evaluate(() => ({
      title: document.title,
      language: navigator.language,
      hour: new Date('2025-08-03T22:30:00Z').getHours(),
      width: window.innerWidth,
    }))
  })
  expect(seen).toEqual({ title: 'Tuần 32', language: 'vi-VN', hour: 5, width: 360 })
})

test('Vietnamese letters are drawn from one font, without a web font too', async () => {
  const fonts = await withPage({}, async (page) => {
    await page.goto(`${address}/good`)
    const session = await page.context().newCDPSession(page)
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    const { root } = await session.send('DOM.getDocument')
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' })
    return (await session.send('CSS.getPlatformFontsForNode', { nodeId })).fonts
  })
  expect(fonts.map(({ glyphCount }) => glyphCount)).toEqual(['Ứng dụng chuyển đổi số'.length])
})

test('axe finds what is wrong with a page, and nothing on a good one', async () => {
  const rules = (path: string) =>
    withPage({}, async (page) => {
      await page.goto(address + path)
      return (await seriousViolations(page)).map(({ rule }) => rule)
    })
  expect([await rules('/good'), await rules('/bad')]).toEqual([[], ['button-name', 'html-has-lang']])
})

test('a script that throws, or a missing picture, fails the test that opened the page', async () => {
  const open = (path: string) => withPage({}, (page) => page.goto(address + path))
  await expect(open('/throws')).rejects.toThrow('hỏng is not defined')
  await expect(open('/broken')).rejects.toThrow(`404 ${address}/missing.png`)
})

test('a page that is wider than the screen is told from one that fits', async () => {
  const fits = (path: string) =>
    withPage({ width: PHONE }, async (page) => {
      await page.goto(address + path)
      return fitsWidth(page)
    })
  expect([await fits('/good'), await fits('/wide')]).toEqual([true, false])
})

test('no address outside this machine is reached', async () => {
  const error = await withPage({}, (page) => page.goto('http://example.com/').catch(String))
  expect(error).toContain('ERR_NAME_NOT_RESOLVED')
})

test('a half unpacked browser is never taken for a whole one, and two tests unpack at once', async () => {
  await using folder = await tempFolder()
  await mkdir(join(folder.path, 'chromium-147.0.0-half'))
  const [first, second] = await Promise.all([unpackedChromium(folder.path), unpackedChromium(folder.path)])
  expect(first).toBe(second)
  expect((await readdir(first)).filter((name) => /^(al2023|chromium|fonts)$/.test(name))).toEqual([
    'al2023',
    'chromium',
    'fonts',
  ])
})
