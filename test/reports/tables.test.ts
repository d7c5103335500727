import readSheets, { readSheet } from 'read-excel-file/universal'
import { expect, test } from 'vitest'
import { reportCsv } from '../../src/reports/tables.ts'
import { reportWorkbook } from '../../src/reports/xlsx.ts'
import { recordsOf, reportFrom } from '../support/counted-records.ts'

const told = recordsOf()

const made = (known = told) => reportFrom(known, { basis: 'plan-year', period: 'Y', asOf: '2025-12-31' })

const bufferOf = async () => (await reportWorkbook(made())).buffer

test('the workbook has the summary, a sheet for each group of obligations, and the log', async () => {
  const sheets = await readSheets(await bufferOf())
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    'Tổng hợp',
    'Truyền thanh',
    'Trang TTĐT, mạng xã hội',
    'Sự kiện, tập huấn',
    'Báo cáo',
    'Chi tiết',
    'Nhật ký',
  ])
})

test('the radio sheet has its obligations with numbers that can be added up, and their sum', async () => {
  const rows = await readSheet(await bufferOf(), 'Truyền thanh')
  const at = rows.findIndex(([first]) => first === 'TT')
  const done = (rows[at] as unknown[]).indexOf('Đã thực hiện')
  expect(rows.slice(at + 1).map((cells) => [cells[0], cells[done]])).toEqual([
    [1, 23],
    [2, 2],
    [3, 3],
    [4, 0],
    [null, 28],
  ])
})

test('CSV opens in Excel as UTF-8, and a title that is a formula is only text', () => {
  const obligations = told.plan.obligations.map((one) => ({ ...one, lead: '=HYPERLINK("http://x")' }))
  const csv = reportCsv(made({ ...told, obligations: obligations }))
  expect(csv.startsWith('\ufeffTT,Nhiệm vụ')).toBe(true)
  expect(csv.split('\r\n')).toHaveLength(23)
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
})
