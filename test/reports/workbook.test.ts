/** How every workbook of the product prints: read back by another library, and as the markup that printers go by. */
import { strFromU8, unzipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { beforeAll, describe, expect, test } from 'vitest'
import { logWorkbook } from '../../src/reports/log-table.ts'
import { planWorkbook } from '../../src/reports/plan-workbook.ts'
import { unitsWorkbook } from '../../src/reports/units-table.ts'
import { workbook } from '../../src/reports/workbook.ts'
import { reportWorkbook } from '../../src/reports/xlsx.ts'
import { recordsOf, reportFrom } from '../support/counted-records.ts'

const report = reportFrom(recordsOf(), { basis: 'report-year', period: 'Q3', asOf: '2025-09-14' })
const head = { unit: 'UBND xã Thử', title: 'Sổ', range: { from: '2025-08-01', to: '2025-08-31' } }
const unit = {
  ...{ code: 'xa-thu', name: 'UBND xã Thử', kind: 'xa' as const, parent: null },
  ...{ officialCode: null, closedFrom: null },
}
const counted = {
  ...{ unit, due: 3, done: 2, unconfirmed: 1, settled: 2, settledOnTime: 2, onTimeDays: 3, behind: 1 },
  ...{ closing: Date.parse('2025-09-15T01:00:00Z'), lastRecord: null },
}

describe.each([
  ['report', () => reportWorkbook(report)],
  ['log', () => logWorkbook(report.log, head)],
  ['plan', () => planWorkbook(null)],
  ['offices', () => unitsWorkbook('Các đơn vị', [counted])],
])('the workbook of the %s', (name, make) => {
  let files: Record<string, string> = {}
  beforeAll(async () => {
    const zip = unzipSync(await make())
    files = Object.fromEntries(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]))
  })
  const sheets = () =>
    Object.entries(files).flatMap(([name, xml]) => (/worksheets\/sheet\d+\.xml$/.test(name) ? [xml] : []))

  test('is one page wide on A4 across, with page numbers', () => {
    for (const xml of sheets()) {
      expect(xml).toMatch(/<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr>/)
      expect(xml).toContain(
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      )
      expect(xml).toContain('<oddHeader>&amp;C&amp;P</oddHeader>')
    }
  })

  test('repeats its headings on every page', () => {
    const named = files['xl/workbook.xml']?.match(/_xlnm\.Print_Titles/g) ?? []
    // Of a plan's workbook two sheets are no tables.
    expect(named).toHaveLength(sheets().length - (name === 'plan' ? 2 : 0))
  })

  test('is set in Times New Roman', () => {
    const fonts = [...(files['xl/styles.xml'] ?? '').matchAll(/<name val="([^"]+)"/g)].map(([, font]) => font)
    expect([...new Set(fonts)]).toEqual(['Times New Roman'])
  })
})

test('numbers are numbers, days are days, and a row is as high as its longest cell', async () => {
  const bytes = await workbook([
    {
      name: "Sổ & 'nhật ký'",
      title: ['UBND xã Thử'],
      columns: [
        { heading: 'Ngày', width: 11 },
        { heading: 'Nội dung', width: 10, left: true },
        { heading: 'Phút', width: 6 },
      ],
      rows: [[{ day: '2025-08-04' }, 'mười chữ cái một dòng thì ba dòng', 15]],
      sums: ['', 'Cộng', 15],
    },
  ])
  const rows = await readSheet(bytes.buffer)
  expect(rows.slice(3)).toEqual([
    [new Date('2025-08-04T00:00:00Z'), 'mười chữ cái một dòng thì ba dòng', 15],
    [null, 'Cộng', 15],
  ])
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array)
  expect([...sheet.matchAll(/<row r="(\d+)" ht="(\d+)"/g)].map(([, row, height]) => [row, height])).toEqual([
    ['3', '20'],
    ['4', '64'],
    ['5', '16'],
  ])
})
