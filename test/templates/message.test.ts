import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writeMail, writeMessage } from '../../src/templates/message.ts'
import { messageSamples } from '../../src/templates/message-samples.ts'
import type { MessageName } from '../../src/templates/message-views.ts'

const FOLDER = new URL('../../content/messages/', import.meta.url)
const NAMES = Object.keys(messageSamples) as MessageName[]
const BY = { unit: 'UBND xã Mẫu', base: 'https://nhip.test' }

const sampleOf = (name: MessageName) => writeMessage<MessageName>(name, messageSamples[name], BY)

test('every folder of messages has its templates and a sample, and no other file', () => {
  const folders = readdirSync(FOLDER).filter((name) => name !== 'parts')
  expect(folders.sort()).toEqual([...NAMES].sort())
  for (const name of folders)
    expect(readdirSync(new URL(`${name}/`, FOLDER)).sort()).toEqual([
      'html.hbs',
      'sample.json',
      'subject.hbs',
      'text.hbs',
    ])
})

test.each(NAMES)('%s, as it arrives', async (name) => {
  const mail = writeMail(sampleOf(name), { unit: BY.unit, settings: `${BY.base}/nhac-viec` })
  const golden = (what: string) => `../golden/messages/${name}.${what}`
  await expect(`${mail.subject}\n\n${mail.text}\n`).toMatchFileSnapshot(golden('txt'))
  await expect(`${mail.html}\n`).toMatchFileSnapshot(golden('html'))
})

test.each(NAMES)('%s has a link that opens a page, and no link that does anything', (name) => {
  const { text, html } = sampleOf(name)
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, link = '']) => link)
  expect([links.length > 0 || name === 'daily', links.filter((link) => !link.startsWith(BY.base))]).toEqual([
    true,
    [],
  ])
  if (name !== 'daily') expect(text).toContain(BY.base)
})

test('what people write stays text in HTML, and is not escaped in plain text', () => {
  const view = { ...messageSamples.remind, when: 'Thứ Ba <b>5/8</b> & sau' }
  const { subject, text, html } = writeMessage('remind', view, BY)
  expect(subject).toContain('Thứ Ba <b>5/8</b> & sau')
  expect(text).toContain('Thứ Ba <b>5/8</b> & sau')
  expect(html).toContain('Thứ Ba &lt;b&gt;5/8&lt;/b&gt; &amp; sau')
})

test('a view that lacks what its template names is a bug, said aloud', () => {
  expect(() => writeMessage('ask', { path: '/' } as never, BY)).toThrow()
})

test('a subject is one line, whatever is in it', () => {
  const { subject } = writeMessage('remind', { ...messageSamples.remind, when: 'Thứ Ba\r\nBcc: x@y.vn' }, BY)
  expect(subject).toBe('Thứ Ba Bcc: x@y.vn: 2 khung')
})

test('samples say nothing that is not said in the templates’ folders', () => {
  for (const name of NAMES) {
    const file = JSON.parse(readFileSync(new URL(`${name}/sample.json`, FOLDER), 'utf8'))
    expect(messageSamples[name]).toEqual(file)
  }
})
