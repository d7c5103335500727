/** Pieces of a document in the form of NĐ 30/2020/NĐ-CP (Phụ lục I): type sizes, spacing, lines, tables. */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { readable } from '../core/text.ts'
import { plainRows } from './docx-rows.ts'

export const FONT = 'Times New Roman'

/** Points → half points, as the format counts type. */
export const pt = (points: number): number => points * 2
/** Millimetres → twentieths of a point, as it counts lengths. */
export const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

export type Look = { size?: number; bold?: boolean; italics?: boolean }

export const run = (text: string, { size = 13, bold = false, italics = false }: Look = {}): TextRun =>
  new TextRun({
    ...{ text: readable(text), font: FONT, size: pt(size), color: '000000' },
    ...(bold && { bold }),
    ...(italics && { italics }),
  })

type Line = Look & {
  align?: (typeof AlignmentType)[keyof typeof AlignmentType]
  /** Points above and below. */
  before?: number
  after?: number
  keepNext?: boolean
}

const NO_SPACE = { before: 0, after: 0 }

/** One line of the head, of a table, of the signature: no space of its own. */
export function line(
  text: string,
  { align = AlignmentType.CENTER, before = 0, after = 0, keepNext, ...look }: Line = {},
) {
  return new Paragraph({
    alignment: align,
    ...(keepNext && { keepNext }),
    spacing: { before: before * 20, after: after * 20 },
    children: [run(text, look)],
  })
}

/** Body text: both edges straight, first line in by 10 mm, 6 points below, 1.15 lines. */
export const paragraph = (children: ParagraphChild[], options: Partial<IParagraphOptions> = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: { firstLine: mm(10) },
    spacing: { before: 0, after: 120, line: 276, lineRule: LineRuleType.AUTO },
    ...options,
    children,
  })

/** The line under a name: `length` of a column of `width`, both in millimetres. */
export const rule = (width: number, length: number): Paragraph =>
  new Paragraph({
    indent: { left: mm((width - length) / 2), right: mm((width - length) / 2) },
    spacing: { ...NO_SPACE, line: 60, lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [new TextRun({ text: '', size: 2 })],
  })

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE }

/** Two columns without lines: the head, the foot. Widths in millimetres. */
export function columns(left: Paragraph[], right: Paragraph[], widths: [number, number]): Table {
  const cell = (children: Paragraph[], width: number) =>
    new TableCell({
      children,
      width: { size: mm(width), type: WidthType.DXA },
      borders: NO_BORDERS,
      margins: { left: 0, right: 0 },
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(widths[0] + widths[1]), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: [new TableRow({ cantSplit: true, children: [cell(left, widths[0]), cell(right, widths[1])] })],
  })
}

export type Column = { heading: string /** Millimetres. */; width: number; left?: boolean }

const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'auto' }

/** A ruled table whose head repeats on every page; rows stay whole. `groups`: rows that head those below them, from 0, bold. */
export function ruledTable(
  head: readonly Column[],
  rows: readonly (readonly string[])[],
  { size = 11, groups = [] }: { size?: number; groups?: readonly number[] } = {},
): Table {
  const cell = (text: string, column: Column, bold: boolean, group = false) =>
    new TableCell({
      // Said of each cell too: LibreOffice leaves out those of the table where another one stands above.
      borders: { top: RULE, bottom: RULE, left: RULE, right: RULE },
      width: { size: mm(column.width), type: WidthType.DXA },
      verticalAlign: bold ? VerticalAlign.CENTER : VerticalAlign.TOP,
      children: [
        line(text, {
          ...{ size, bold: bold || group },
          align: column.left && !bold ? AlignmentType.LEFT : AlignmentType.CENTER,
          keepNext: group,
        }),
      ],
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(head.reduce((sum, { width }) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: head.map(({ width }) => mm(width)),
    margins: { left: mm(1), right: mm(1), top: 20, bottom: 20 },
    rows: [
      new TableRow({ tableHeader: true, children: head.map((column) => cell(column.heading, column, true)) }),
      ...runsOf(rows, groups).flatMap(({ group, texts }) =>
        plainRows(
          texts.map((row) => row.map(readable)),
          head.map((column) => (text) => cell(text, column, false, group)),
        ),
      ),
    ],
  })
}

/** Rows that look alike, one after another. */
function runsOf(rows: readonly (readonly string[])[], groups: readonly number[]) {
  const runs: { group: boolean; texts: (readonly string[])[] }[] = []
  for (const [k, texts] of rows.entries()) {
    const group = groups.includes(k)
    const last = runs.at(-1)
    if (last?.group === group) last.texts.push(texts)
    else runs.push({ group, texts: [texts] })
  }
  return runs
}
