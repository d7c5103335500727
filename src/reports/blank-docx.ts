/** A filled form as a Word document: its fields upright, its lists across, in the form of NĐ 30/2020/NĐ-CP. */
import {
  AlignmentType,
  Document,
  type ISectionOptions,
  Packer,
  PageOrientation,
  type Paragraph,
  type Table,
} from 'docx'
import type { Filled } from '../core/blank/fill.ts'
import type { FilledList } from '../core/blank/fill-list.ts'
import { officeHeading } from '../core/words/unit-words.ts'
import { FIELD_HEADINGS, fieldLines, periodLine, valueText } from './blank-parts.ts'
import { columns, FONT, line, mm, pt, rule, ruledTable } from './docx-parts.ts'

const A4 = { width: mm(210), height: mm(297) }
const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(20), header: mm(10), footer: mm(10) }
/** 297 − 20 − 20 mm. */
const WIDE = 257
/** Of the country's name; the office has the rest. */
const HEAD = 96
/** 210 − 30 − 20 mm. */
const UPRIGHT = 160
const WIDTHS = [11, 60, 18, 20, 51]

export async function blankDocx(filled: Filled): Promise<Uint8Array<ArrayBuffer>> {
  const file = new Document({
    creator: filled.unit.name,
    title: filled.blank.title,
    styles: { default: { document: { run: { font: FONT, size: pt(13), language: { value: 'vi-VN' } } } } },
    sections: [...upright(filled), ...across(filled)],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

const head = ({ unit }: Filled, whole: number): Table =>
  columns(
    [...officeHeading(unit.name).map((name) => line(name, { bold: true, size: 12 })), rule(whole - HEAD, 26)],
    [
      line('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 12 }),
      line('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 13 }),
      rule(HEAD, 60),
    ],
    [whole - HEAD, HEAD],
  )

const title = (filled: Filled): Paragraph[] => [
  line(filled.blank.title.toLocaleUpperCase('vi'), { bold: true, size: 14, before: 12 }),
  line(periodLine(filled), { italics: true, size: 13 }),
  line(`Gửi: ${filled.blank.asker}`, { size: 13, after: 8 }),
]

const signs = (whole: number): Table =>
  columns(
    [
      line('NGƯỜI LẬP BIỂU', { bold: true, size: 13, before: 12 }),
      line('(Ký, ghi rõ họ tên)', { italics: true, size: 12 }),
    ],
    [
      line('LÃNH ĐẠO ĐƠN VỊ', { bold: true, size: 13, before: 12 }),
      line('(Ký, đóng dấu)', { italics: true, size: 12 }),
    ],
    [whole / 2, whole / 2],
  )

const note = ({ blank }: Filled): Paragraph[] =>
  blank.note === null
    ? []
    : [line(`Ghi chú: ${blank.note}`, { size: 12, italics: true, before: 6, align: AlignmentType.LEFT })]

function upright(filled: Filled): ISectionOptions[] {
  if (!filled.fields.length) return []
  const page = { size: A4, margin: MARGIN }
  return [
    {
      properties: { page },
      children: [
        head(filled, UPRIGHT),
        ...title(filled),
        fieldTable(filled),
        ...note(filled),
        signs(UPRIGHT),
      ],
    },
  ]
}

function fieldTable(filled: Filled): Table {
  const lines = fieldLines(filled)
  const rows = lines.map((one) =>
    'group' in one
      ? ['', one.group, '', '', '']
      : [one.number, one.field.label, one.field.unit ?? '', valueText(one.field), one.remark],
  )
  const heads = FIELD_HEADINGS.map((heading, i) => ({
    ...{ heading, width: WIDTHS[i] as number },
    left: i === 1 || i === 4,
  }))
  const groups = lines.flatMap((one, i) => ('group' in one ? [i] : []))
  return ruledTable(heads, rows, { size: 12, groups })
}

/** A form of lists alone has its head on the wide page. */
function across(filled: Filled): ISectionOptions[] {
  if (!filled.lists.length) return []
  const alone = !filled.fields.length
  const page = {
    size: { ...A4, orientation: PageOrientation.LANDSCAPE },
    margin: { ...MARGIN, left: mm(20) },
  }
  return [
    {
      properties: { page },
      children: [
        ...(alone ? [head(filled, WIDE), ...title(filled)] : []),
        ...filled.lists.flatMap(listParts),
        ...(alone ? [...note(filled), signs(WIDE)] : []),
      ],
    },
  ]
}

function listParts(list: FilledList): (Paragraph | Table)[] {
  const name = line(list.title, { bold: true, size: 13, before: 10, after: 4, keepNext: true })
  if (list.reason !== null) return [name, line(`(${list.reason})`, { italics: true, size: 12 })]
  const total = list.columns.reduce((sum, { width }) => sum + width, 0)
  const heads = list.columns.map(({ heading, width, left }) => ({
    ...{ heading, width: (width * WIDE) / total, left },
  }))
  const sums = list.sums
    ? [list.sums.map((sum, i) => (sum === null ? (i === 1 ? 'Cộng' : '') : String(sum)))]
    : []
  const rows = list.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
  return [name, ruledTable(heads, [...rows, ...sums], { size: 10, groups: sums.map(() => rows.length) })]
}
