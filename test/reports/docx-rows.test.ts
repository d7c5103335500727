import { type IContext, Paragraph, TableCell, TableRow, TextRun } from 'docx'
import { expect, test } from 'vitest'
import { plainRows } from '../../src/reports/docx-rows.ts'

const context = { stack: [], file: {}, viewWrapper: {} } as unknown as IContext
const cell = (text: string): TableCell =>
  new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold: true })] })] })

const ROWS = [
  ['Chuyển đổi số', '05:30'],
  ['', 'Ngày "10/10" <b>&'],
  ['\uE0001', '\uE000'],
]

test('a row is the one that the library makes of the same words', () => {
  const theirs = ROWS.map((texts) => new TableRow({ cantSplit: true, children: texts.map(cell) }))
  const made = (rows: TableRow[]) => rows.map((row) => row.prepForXml(context))
  expect(made(plainRows(ROWS, [cell, cell]))).toEqual(made(theirs))
})
