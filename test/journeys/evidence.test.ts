/** An officer proves an airing with a photo and a recording; the leader sees them, nobody else does. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { MIB } from '../../src/core/kept-file.ts'
import { nodeFiles } from '../../src/node/file-store.ts'
import { startApp } from '../support/app-server.ts'
import { DESKTOP, fitsWidth, PHONE, seriousViolations, withPage } from '../support/browser.ts'
import { samplePlan } from '../support/plans.ts'
import { FILES } from '../support/sample-files.ts'
import { tempFolder } from '../support/temp-folder.ts'

const UNIT = 'xa-ngok-tu'
const SLOT = `/khung/${encodeURIComponent('ngok-tu-2025:C.I.2.a:16')}`

/** Two seconds of a tone that a browser can play. */
function recording(): Buffer {
  const [rate, samples] = [8000, 16000]
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples, 40)
  return Buffer.concat([
    head,
    Buffer.from(Array.from({ length: samples }, (_, i) => 128 + 90 * Math.sin(i / 6))),
  ])
}

const SENT = [
  { name: 'Loa thôn 1.png', mimeType: 'image/png', buffer: Buffer.from(FILES.png) },
  { name: 'so-16.wav', mimeType: 'audio/wav', buffer: recording() },
]

async function house() {
  const folder = await tempFolder()
  const files = { files: nodeFiles(folder.path), fileLimits: { photo: MIB, recording: MIB, quota: 9 * MIB } }
  const app = await startApp(files)
  await app.adopt(samplePlan('ngok-tu-2025'))
  const close = async () => {
    await app[Symbol.asyncDispose]()
    await folder[Symbol.asyncDispose]()
  }
  return { ...app, [Symbol.asyncDispose]: close }
}

/** What is to be seen and heard: pictures that loaded, recordings that can be played from their middle. */
const proofs = (page: Page) =>
  page.locator('#minh-chung').evaluate(async (section) => {
    const photos = [...section.querySelectorAll('img')]
    await Promise.all(photos.map((photo) => photo.decode()))
    const [sound] = section.querySelectorAll('audio')
    if (sound) {
      sound.preload = 'auto'
      sound.load()
      await new Promise((done) => sound.addEventListener('loadedmetadata', done, { once: true }))
      sound.currentTime = 1.5
      await new Promise((done) => sound.addEventListener('seeked', done, { once: true }))
    }
    return {
      photos: photos.map(({ alt, naturalWidth }) => `${alt}: ${naturalWidth > 0}`),
      sound: sound && { length: sound.duration, at: sound.currentTime },
    }
  })

const SEEN = { photos: ['Ảnh Loa thôn 1.png: true'], sound: { length: 2, at: 1.5 } }

test('on a phone: “Đã phát”, a photo and a recording, seen by the leader, unknown to a stranger', async () => {
  await using app = await house()
  const address = await withPage({ width: PHONE }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url + SLOT)
    await page.getByRole('button', { name: 'Đã phát' }).click()
    await page.getByText('ghi lúc').first().waitFor()
    await page.getByLabel('Chọn ảnh, ghi âm').setInputFiles(SENT)
    await page.getByRole('button', { name: 'Gửi tệp lên' }).click()
    await page.getByText('Đã giữ tệp minh chứng.').waitFor()
    expect(await proofs(page)).toEqual(SEEN)
    expect([await fitsWidth(page), await seriousViolations(page)]).toEqual([true, []])
    return page.locator('#minh-chung img').getAttribute('src')
  })
  await withPage({ width: DESKTOP }, async (page) => {
    await app.signIn(page, UNIT, 'leader')
    await page.goto(app.url + SLOT)
    expect(await proofs(page)).toEqual(SEEN)
  })
  await withPage({}, async (page) => {
    await app.addUnit('xa-khac', 'UBND xã Khác')
    await app.signIn(page, 'xa-khac', 'admin')
    expect((await page.goto(app.url + address))?.status()).toBe(404)
    expect((await page.goto(app.url + SLOT))?.status()).toBe(404)
  })
})

test('without a script the same form sends them, and says in a sentence what it will not keep', async () => {
  await using app = await house()
  await withPage({ width: PHONE, script: false }, async (page) => {
    await app.signIn(page, UNIT)
    await page.goto(app.url + SLOT)
    const lying = { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg onload="alert(1)"/>') }
    await page.getByLabel('Chọn ảnh, ghi âm').setInputFiles([lying])
    await page.getByRole('button', { name: 'Gửi tệp lên' }).click()
    expect(await page.getByRole('alert').textContent()).toMatch(/^Tệp “anh.jpg” không phải ảnh/)
    await page.getByLabel('Chọn ảnh, ghi âm').setInputFiles(SENT)
    await page.getByRole('button', { name: 'Thêm minh chứng' }).click()
    await page.getByText('Đã giữ tệp minh chứng.').waitFor()
    expect(await page.locator('#minh-chung .name').allTextContents()).toEqual(['Loa thôn 1.png', 'so-16.wav'])
  })
})
