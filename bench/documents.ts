/** Twenty pages of a plan, as a Word file and as a PDF, to proposals; beside the bare libraries on the same bytes. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { unzipSync } from 'fflate'
import { chromium } from 'playwright-core'
import { SaxesParser } from 'saxes'
import { extractText, getDocumentProxy } from 'unpdf'
import { readPlanDocument } from '../src/actions/read-document.ts'
import { launchOptions } from '../test/support/chromium.ts'
import type { Comparison } from './comparison.ts'

const OBLIGATIONS = 70
const ROWS = 110

const HEAD = [
  'UBND XÃ THỬ',
  'Số: 9/KH-UBND',
  'Thử, ngày 05 tháng 01 năm 2026',
  'KẾ HOẠCH',
  'Truyền thông về cải cách hành chính năm 2026',
  'I. NHIỆM VỤ',
]

const obligation = (n: number): string[] => [
  `${n}. Phát chuyên mục về cải cách hành chính và chuyển đổi số trên hệ thống truyền thanh xã, kỳ thứ ${n} trong năm, bảo đảm nội dung ngắn gọn, dễ hiểu, gắn với lợi ích của người dân và doanh nghiệp trên địa bàn.`,
  `- Tần suất: ${(n % 3) + 1} lần/tháng, mỗi lần 10 phút.`,
  '- Đơn vị chủ trì: Phòng Văn hoá - Xã hội.',
  '- Đơn vị phối hợp: Văn phòng HĐND và UBND; các thôn.',
  '- Thời gian thực hiện: Năm 2026.',
]
const row = (n: number): string[] => [
  String(n),
  `Tuyên truyền trực quan về nội dung thứ ${n} tại trụ sở và nhà văn hoá các thôn trên địa bàn xã`,
  'Văn phòng HĐND và UBND',
  'Các thôn',
  `Trước ngày ${(n % 28) + 1}/9/2026`,
]
const COLUMNS = ['TT', 'Nội dung', 'Cơ quan chủ trì', 'Phối hợp', 'Thời gian hoàn thành']

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1)
const lines = (): string[] => [...HEAD, ...numbers(OBLIGATIONS).flatMap(obligation), 'PHỤ LỤC']
const rows = (): string[][] => [COLUMNS, ...numbers(ROWS).map(row)]

async function wordFile(): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const table = new Table({ rows: rows().map((cells) => new TableRow({ children: cells.map(cell) })) })
  const document = new Document({
    sections: [{ children: [...lines().map((text) => new Paragraph(text)), table] }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

async function printedFile(): Promise<Uint8Array> {
  const browser = await chromium.launch(await launchOptions())
  try {
    const page = await browser.newPage()
    const body = lines()
      .map((text) => `<p>${text}</p>`)
      .join('')
    const table = rows()
      .map((cells) => `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`)
      .join('')
    await page.setContent(
      `<style>body{font:14pt/1.5 serif}table{border-collapse:collapse}td{border:1px solid}</style>${body}<table>${table}</table>`,
    )
    return new Uint8Array(
      await page.pdf({ format: 'A4', margin: { top: '2cm', bottom: '2cm', left: '3cm', right: '2cm' } }),
    )
  } finally {
    await browser.close()
  }
}

async function proposals(bytes: Uint8Array): Promise<void> {
  const found = await readPlanDocument(bytes, null)
  const count = found.refused === null ? found.proposal.obligations.length : 0
  if (count !== OBLIGATIONS + ROWS) throw new Error(`${count} obligations instead of ${OBLIGATIONS + ROWS}`)
}

function bareXml(bytes: Uint8Array): void {
  const part = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' })['word/document.xml']
  new SaxesParser().write(new TextDecoder().decode(part)).close()
}

const bareText = async (bytes: Uint8Array): Promise<void> => {
  await extractText(await getDocumentProxy(new Uint8Array(bytes)))
}

const reading = (
  id: string,
  what: string,
  file: () => Promise<Uint8Array>,
  bare: { name: string; read: (bytes: Uint8Array) => void | Promise<void> },
): Comparison => ({
  id,
  what,
  rounds: 15,
  goal: null,
  ours: {
    name: 'nhip-song',
    open: async () => {
      const bytes = await file()
      return { run: () => proposals(bytes) }
    },
  },
  baseline: {
    name: bare.name,
    open: async () => {
      const bytes = await file()
      return { run: () => bare.read(bytes) }
    },
  },
})

export const readWord = reading('read-docx', 'A Word file of 20 pages to 180 proposals', wordFile, {
  name: 'fflate + saxes, the text alone',
  read: bareXml,
})

export const readPrinted = reading('read-pdf', 'A PDF of 20 pages to 180 proposals', printedFile, {
  name: 'unpdf, the text alone',
  read: bareText,
})
