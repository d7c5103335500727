import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readSource } from '../../src/core/document/read-source.ts'
import { textSource } from '../../src/documents/plain-text.ts'
import { readDocument } from '../../src/documents/read.ts'
import { withPage } from '../support/browser.ts'
import { cell, docxOf, paragraph, tableOf } from '../support/documents.ts'

const text = readFileSync(
  new URL('../fixtures/documents/composed-cchc-bang-2026.txt', import.meta.url),
  'utf8',
)

const STYLE =
  'body{font:14pt serif}table{border-collapse:collapse;font-size:11pt}td{border:1px solid black;padding:2px 4px;vertical-align:top}small{font-size:9pt}'

const printed = (html: string): Promise<Uint8Array> =>
  withPage({}, async (page) => {
    await page.setContent(`<style>${STYLE}</style>${html}`)
    return page.pdf({ format: 'A4', margin: { top: '2cm', bottom: '2cm', left: '3cm', right: '2cm' } })
  })

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((one) => one.trim())

/** The text with its rows of bars as a table, by what writes a paragraph and a table. */
function rendered(write: (line: string) => string, writeTable: (rows: string[][]) => string): string {
  const lines = text.split('\n').filter(Boolean)
  const first = lines.findIndex((line) => line.startsWith('|'))
  const rows = lines.filter((line) => line.startsWith('|')).map(cellsOf)
  return lines
    .filter((line, i) => !line.startsWith('|') || i === first)
    .map((line) => (line.startsWith('|') ? writeTable(rows) : write(line)))
    .join('')
}

const html = (): string =>
  rendered(
    (line) => `<p>${line}</p>`,
    (rows) =>
      `<table>${rows.map((row) => `<tr>${row.map((one) => `<td>${one}</td>`).join('')}</tr>`).join('')}</table>`,
  )

const docx = (): Uint8Array =>
  docxOf(
    rendered(
      (line) => paragraph(line),
      (rows) => tableOf(...rows.map((row) => row.map((one) => cell(one)))),
    ),
  )

async function obligations(bytes: Uint8Array) {
  const source = await readDocument(bytes)
  if ('code' in source) throw new Error(source.code)
  return told(source)
}

function told(source: Parameters<typeof readSource>[0]) {
  const proposal = readSource(source, null)
  if ('code' in proposal) throw new Error(proposal.code)
  return proposal.obligations.map(({ id, title, level, lead, support, when }) => ({
    id,
    title,
    level,
    lead,
    support,
    when,
  }))
}

test('one plan as text, as a Word file and as a PDF gives the same obligations', {
  timeout: 60_000,
}, async () => {
  const asText = told(textSource(text))
  expect(asText).toHaveLength(14)
  expect(await obligations(docx())).toEqual(asText)
  expect(await obligations(await printed(html()))).toEqual(asText)
})

test('a table cut by a page is one table, its head told once, the row that was cut one row', {
  timeout: 60_000,
}, async () => {
  const row = (n: number) =>
    `<tr><td>${n}</td><td>Việc thứ ${n} của phụ lục phân công nhiệm vụ tuyên truyền, có nhiều chữ để chiếm hai dòng</td><td>Văn phòng</td><td>Quý II</td></tr>`
  const head = '<thead><tr><td>TT</td><td>Nội dung</td><td>Chủ trì</td><td>Thời gian</td></tr></thead>'
  const rows = Array.from({ length: 40 }, (_, i) => row(i + 1)).join('')
  const bytes = await printed(`<p>PHỤ LỤC</p><table>${head}${rows}</table>`)
  const found = await obligations(bytes)
  expect(found.map(({ id }) => id)).toEqual(Array.from({ length: 40 }, (_, i) => `PL.${i + 1}`))
})

test('the letterhead is read column by column; footnotes and page numbers stay out', {
  timeout: 60_000,
}, async () => {
  const body = 'Phát thanh tin, bài về cải cách hành chính trên hệ thống truyền thanh của xã trong cả năm. '
  const bytes = await printed(
    `<div style="display:flex;justify-content:space-between"><div>UBND XÃ THỬ<br>Số: 9/KH-UBND</div><div>CỘNG HÒA XÃ HỘI<br>CHỦ NGHĨA VIỆT NAM</div></div><p>${body.repeat(3)}</p><div style="position:fixed;bottom:12mm"><small>1 Theo Kế hoạch số 12 của tỉnh.</small></div>`,
  )
  const source = await readDocument(bytes)
  expect(source).toMatchObject({
    kind: 'pdf',
    text: `UBND XÃ THỬ\nSố: 9/KH-UBND\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM\n${body.repeat(3).trim()}`,
  })
})
