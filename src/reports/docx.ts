/**
 * A report as a Word document in the form of NĐ 30/2020/NĐ-CP: A4, margins 20-20-30-20 mm, Times New Roman, page
 * numbers centred above from the second page on, annexes landscape with numbers of their own.
 */
import {
  AlignmentType,
  Document,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import { figure } from '../core/words/figures.ts'
import type { Block, ReportDocument } from './document.ts'
import { columns, FONT, line, mm, paragraph, pt, rule, ruledTable, run } from './docx-parts.ts'
import type { Report } from './report.ts'
import { cellsOf, LOG_COLUMNS, ROW_COLUMNS, rowsByPlan, type TableColumn } from './tables.ts'

const A4 = { width: mm(210), height: mm(297) }
const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10), footer: mm(10) }
/** 210 − 30 − 20 mm, as office and state share it. */
const HEAD: [number, number] = [60, 100]

export async function reportDocx(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const { document } = report
  const file = new Document({
    creator: report.unit.name,
    title: document.subject[0] ?? document.kind,
    styles: { default: { document: { run: { font: FONT, size: pt(14), language: { value: 'vi-VN' } } } } },
    sections: [mainSection(document), ...annexes(report)],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

const pageNumber = new Header({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ font: FONT, size: pt(13), children: [PageNumber.CURRENT] })],
    }),
  ],
})

/** The first page of a section shows no number. */
const HEADERS = { headers: { default: pageNumber, first: new Header({ children: [] }) } }

function mainSection(document: ReportDocument): ISectionOptions {
  const page = { size: A4, margin: MARGIN, pageNumbers: { start: 1 } }
  return {
    properties: { titlePage: true, page },
    ...HEADERS,
    children: [head(document), ...title(document), ...body(document), foot(document)],
  }
}

function head({ office, symbol, placeAndDate }: ReportDocument): Table {
  const names = office.map((name, i) => line(name, { bold: i === office.length - 1 || office.length <= 2 }))
  return columns(
    [...names, rule(HEAD[0], 26), line(symbol, { before: 6 })],
    [
      line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 13 }),
      line('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 14 }),
      rule(HEAD[1], 60),
      line(placeAndDate, { italics: true, size: 14, before: 6 }),
    ],
    HEAD,
  )
}

const title = ({ kind, subject }: ReportDocument): Paragraph[] => [
  line(kind, { bold: true, size: 14, before: 18 }),
  ...subject.map((text) => line(text, { bold: true, size: 14 })),
  rule(160, 55),
  line('', { after: 6 }),
]

/** The last paragraph stays with the signature: nobody signs an empty page. */
const body = ({ body }: ReportDocument): Paragraph[] =>
  body.map((one, i) => block(one, i === body.length - 1 ? { keepNext: true, keepLines: true } : {}))

/** Sections and headings stay with what follows them. */
function block({ kind, text }: Block, keep: { keepNext?: boolean; keepLines?: boolean }): Paragraph {
  if (kind === 'paragraph') return paragraph([run(text, { size: 14 })], keep)
  if (kind === 'item') return paragraph([run(`- ${text}`, { size: 14 })], keep)
  const heading = kind === 'section' ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2
  return paragraph([run(text, { size: 14, bold: true })], { keepNext: true, heading })
}

function foot({ recipients, titles, signer }: ReportDocument): Table {
  const list = recipients.map((text) => line(`- ${text}`, { size: 11, align: AlignmentType.LEFT }))
  const names = titles.map((text) => line(text, { bold: true, size: 14, keepNext: true }))
  return columns(
    [line('Nơi nhận:', { size: 12, bold: true, italics: true, align: AlignmentType.LEFT }), ...list],
    [...names, ...[1, 2, 3, 4].map(() => line('', { size: 14 })), line(signer, { bold: true, size: 14 })],
    [80, 80],
  )
}

const WIDE = { size: { ...A4, orientation: PageOrientation.LANDSCAPE }, margin: { ...MARGIN, left: mm(20) } }

function annex(
  number: string,
  name: string,
  document: ReportDocument,
  table: (Paragraph | Table)[],
): ISectionOptions {
  return {
    properties: { titlePage: true, page: { ...WIDE, pageNumbers: { start: 1 } } },
    ...HEADERS,
    children: [
      line(`Phụ lục ${number}`, { bold: true, size: 14 }),
      line(name, { bold: true, size: 14 }),
      line(
        `(Kèm theo Báo cáo ${document.symbol.replace(/^Số:\s*/, 'số          ')} ngày       tháng       năm           )`,
        {
          italics: true,
          size: 14,
        },
      ),
      rule(257, 60),
      line('', { after: 4 }),
      ...table,
    ],
  }
}

/** Wider than the page is narrow: millimetres are shared out by the columns' widths. */
function tableOf<T>(all: readonly TableColumn<T>[], rows: readonly T[], size: number): Table {
  const total = all.reduce((sum, { width }) => sum + width, 0)
  const head = all.map(({ heading, width, left }) => ({
    heading,
    width: (width * 257) / total,
    ...(left && { left }),
  }))
  const texts = cellsOf(all, rows).map((row) => row.map((value) => (value === null ? '–' : String(value))))
  return ruledTable(head, texts, { size })
}

/** A year of a station with four airings a day; the reason stands in `docs/gioi-han.md`. */
const MOST_LINES = 1500

const tooMany = (count: number): string =>
  `Nhật ký có ${figure(count)} kỳ, quá ${figure(MOST_LINES)} kỳ nên không in trong văn bản này: xem tệp Excel hoặc CSV của cùng báo cáo.`

function annexes(report: Report): ISectionOptions[] {
  const { document, log } = report
  const tables = rowsByPlan(report).flatMap(({ name, rows }) => [
    ...(name === null ? [] : [line(name, { bold: true, size: 12, before: 6, after: 3, keepNext: true })]),
    tableOf(ROW_COLUMNS, rows, 10),
  ])
  const table = annex('I', 'BẢNG TỔNG HỢP KẾT QUẢ THỰC HIỆN', document, tables)
  if (!log.length) return [table]
  const lines =
    log.length > MOST_LINES ? [line(tooMany(log.length), { size: 12 })] : [tableOf(LOG_COLUMNS, log, 10)]
  return [table, annex('II', 'NHẬT KÝ CÁC KỲ', document, lines)]
}
