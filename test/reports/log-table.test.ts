import Papa from 'papaparse'
import { readSheet } from 'read-excel-file/universal'
import { expect, test } from 'vitest'
import type { LogRow } from '../../src/core/log/log-words.ts'
import { NO_MAKING } from '../../src/core/making.ts'
import { logCsv, logWorkbook } from '../../src/reports/log-table.ts'

const ROW: LogRow = {
  ...{
    day: '2025-08-04',
    slotId: 'p:A.1:16',
    clause: 'A.1',
    title: 'Chuyên mục “CĐS”, số mới',
    issue: 'số 16/26',
  },
  ...{ mark: 'PM', planned: '05:30', moved: '', actual: '05:32', minutes: '15', outcome: 'Đã phát', why: [] },
  ...{
    by: 'Lan',
    recorded: '06:10 04/8/2025',
    evidence: [{ words: 'https://ngoktu.gov.vn/16', href: null }],
  },
  making: {
    ...NO_MAKING,
    ...{
      language: 'Xơ Đăng',
      spoken: 'part',
      partMinutes: 5,
      mode: 'version',
      content: 'news',
      genre: 'tin',
    },
    ...{ author: 'Y An', translator: 'A Brôl', words: 350 },
  },
  look: 'done',
}
const EVIL = ['=HYPERLINK("http://x.vn";"bấm")', '+84 123', '-1', '@SUM(A1)', '\t=1', '\r=1']
const head = {
  unit: '=UBND xã',
  title: 'Sổ nhật ký phát thanh',
  range: { from: '2025-08-01', to: '2025-08-31' },
}

/** The column of reasons and notes. */
const WHY = 10

test('CSV begins with the mark by which Excel knows UTF-8, and keeps commas and quotes', () => {
  const text = logCsv([ROW])
  const { data } = Papa.parse<string[]>(text.slice(1).trimEnd())
  expect([text.charCodeAt(0), data[1]]).toEqual([
    0xfeff,
    [
      ...[
        '04/8/2025',
        'thứ Hai',
        '05:30',
        '05:32',
        '15',
        'Chuyên mục “CĐS”, số mới',
        'số 16/26',
        'A.1',
        'PM',
      ],
      ...['Đã phát', '', 'Lan', '06:10 04/8/2025', 'https://ngoktu.gov.vn/16'],
      ...['Xơ Đăng', 'một phần sau phần tiếng Việt', '5', 'bản tiếng khác của chương trình đã có', ''],
      ...['tin tức, thời sự', 'tin', 'Y An', '', '', '', 'A Brôl', '350'],
    ],
  ])
})

test('no cell of the CSV is a formula, whatever somebody wrote', () => {
  const { data } = Papa.parse<string[]>(
    logCsv(EVIL.map((why) => ({ ...ROW, why: [why] })))
      .slice(1)
      .trimEnd(),
  )
  expect(data.slice(1).map((cells) => cells[WHY])).toEqual(EVIL.map((why) => `'${why}`))
})

test('the workbook has real days and numbers below the office and the title, and no formula', async () => {
  const bytes = await logWorkbook([{ ...ROW, why: ['=1+1'] }], head)
  const rows = await readSheet(bytes.buffer)
  expect(rows.slice(0, 3).map((cells) => cells[0])).toEqual([
    "'=UBND xã",
    'Sổ nhật ký phát thanh',
    'Từ ngày 01/8 đến ngày 31/8/2025',
  ])
  expect(rows[5]).toEqual([
    ...[new Date('2025-08-04T00:00:00Z'), 'thứ Hai', '05:30', '05:32', 15, 'Chuyên mục “CĐS”, số mới'],
    ...['số 16/26', 'A.1', 'PM', 'Đã phát', "'=1+1", 'Lan', '06:10 04/8/2025', 'https://ngoktu.gov.vn/16'],
    ...['Xơ Đăng', 'một phần sau phần tiếng Việt', 5, 'bản tiếng khác của chương trình đã có'],
    ...['tin tức, thời sự', 'tin', 'Y An', 'A Brôl', 350],
  ])
})

test('what nobody ever said takes no room on the sheet', async () => {
  const bytes = await logWorkbook([{ ...ROW, making: { ...NO_MAKING, mode: 'new' } }], head)
  const rows = await readSheet(bytes.buffer)
  expect(rows[4]?.slice(13)).toEqual(['Minh chứng', 'Hình thức phát'])
})

test('a year of daily programmes is written without a thread of its own', async () => {
  const rows = await readSheet((await logWorkbook(Array(3000).fill(ROW), head)).buffer.slice(0)).catch(String)
  expect(rows).toHaveLength(3005)
})
