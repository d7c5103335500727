import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { MOST_BYTES, MOST_ROWS, readPlayFile } from '../../src/actions/read-play-log.ts'
import type { Sheet } from '../../src/core/log/play-columns.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

async function workbook(rows: object[][]): Promise<Uint8Array> {
  return new Uint8Array(await writeXlsxFile(rows).toBuffer())
}

const problemOf = async (bytes: Uint8Array) => {
  const read = await readPlayFile(bytes)
  return read.ok ? read.value : [read.problem.kind, read.problem.detail]
}

describe('CSV', () => {
  const PLAIN: Sheet = [
    ['Ngày', 'Giờ', 'Tên'],
    ['04/08/2025', '05:30', 'CM CĐS, số 16'],
  ]
  test.each([
    ['commas', 'Ngày,Giờ,Tên\r\n04/08/2025,05:30,"CM CĐS, số 16"'],
    ['semicolons, with a comma in a title', 'Ngày;Giờ;Tên\n04/08/2025;05:30;CM CĐS, số 16'],
    ['tabs', 'Ngày\tGiờ\tTên\n04/08/2025\t05:30\tCM CĐS, số 16'],
    ['bars', 'Ngày|Giờ|Tên\n04/08/2025|05:30|CM CĐS, số 16'],
  ])('with %s', async (_, text) => {
    expect(await readPlayFile(utf8(text))).toEqual({ ok: true, value: PLAIN })
  })
  test('an empty cell is null, and a formula is text', async () => {
    expect(await readPlayFile(utf8('a,,=1+1\n'))).toEqual({ ok: true, value: [['a', null, '=1+1'], [null]] })
  })
  test('a quotation mark that nobody closes is told with its row', async () => {
    expect(await problemOf(utf8('a,b\n1,2\n3,"4\n5,6\n'))).toEqual([
      'invalid',
      'Dòng 3: có dấu nháy kép mở mà không đóng.',
    ])
  })
  test('as many rows as are allowed, and one more', async () => {
    const rows = (count: number) => utf8('a\n'.repeat(count).trimEnd())
    const read = await readPlayFile(rows(MOST_ROWS))
    expect(read.ok && read.value.length).toBe(MOST_ROWS)
    expect(await problemOf(rows(MOST_ROWS + 1))).toEqual([
      'too-large',
      'Tệp có quá 100.000 dòng: hãy xuất ít ngày hơn mỗi lần.',
    ])
  })
})

describe('XLSX', () => {
  test('days and hours of a workbook are serial numbers', async () => {
    const at = new Date('2025-08-04T05:30:00Z')
    const bytes = await workbook([
      [{ value: 'Ngày' }, { value: 'Số' }, { value: 'Đúng' }],
      [{ value: at, type: Date, format: 'dd/mm/yyyy hh:mm' }, { value: 7, type: Number }, { value: true }],
    ])
    expect(await readPlayFile(bytes)).toEqual({
      ok: true,
      value: [
        ['Ngày', 'Số', 'Đúng'],
        [expect.closeTo(45873 + 330 / 1440, 8), 7, 'true'],
      ],
    })
  })
  test('a sheet of half a megabyte is read too: larger ones must not need a thread', async () => {
    const title = 'Chuyên mục Chuyển đổi số '
    const rows = Array.from({ length: 9000 }, (_, i) => [
      { value: `${title}${i}` },
      { value: i, type: Number },
    ])
    const read = await readPlayFile(await workbook(rows))
    expect(read.ok && [read.value.length, read.value[8999]]).toEqual([9000, [`${title}8999`, 8999]])
  })
  test('what a cell calculates is what counts; without a result it is no cell', async () => {
    const cells = '<c r="A1" t="str"><f>B1</f><v>05:30</v></c><c r="B1"><f>1+1</f></c>'
    const bytes = zipSync({
      '[Content_Types].xml': utf8(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      ),
      'xl/workbook.xml': utf8(
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': utf8(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
      ),
      'xl/worksheets/sheet1.xml': utf8(
        `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:B1"/><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
      ),
    })
    expect(await readPlayFile(bytes)).toEqual({ ok: true, value: [['05:30']] })
  })
  test('a small file that unfolds to more than memory holds is refused', async () => {
    const bytes = zipSync({ 'xl/worksheets/sheet1.xml': utf8('<worksheet/>') })
    // What the archive's directory says about the size of its only file.
    const directory = bytes.findLastIndex(
      (_, i) => bytes[i] === 0x50 && bytes[i + 2] === 1 && bytes[i + 3] === 2,
    )
    new DataView(bytes.buffer).setUint32(directory + 24, 140 * 1024 * 1024, true)
    expect(await problemOf(bytes)).toEqual(['too-large', 'Bảng tính quá lớn: hãy xuất ít ngày hơn mỗi lần.'])
  })
})

describe('other files are refused with what to do', () => {
  const cut = async () => (await workbook([[{ value: 'a' }]])).slice(0, 300)
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['nothing', () => new Uint8Array(), 'Tệp trống.'],
    ['only empty rows', () => utf8('\n;;\n'), 'Tệp không có dòng nào.'],
    ['an old .xls', () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'Tệp Excel đời cũ (.xls)'],
    ['a web page named .xls', () => utf8('<html><table>'), 'trang web mang đuôi của Excel'],
    ['a PDF', () => utf8('%PDF-1.7'), 'Tệp PDF không đọc được'],
    ['a workbook that was cut off', cut, 'Tệp Excel hỏng'],
    ['an archive that is no workbook', () => zipSync({ 'a.xml': utf8('<a/>') }), 'Tệp Excel hỏng'],
    ['more than 10 MB', () => new Uint8Array(MOST_BYTES + 1), 'Tệp quá 10 MB'],
  ])('%s', async (_, bytes, words) => {
    const problem = await problemOf(await bytes())
    expect(String(problem[1])).toContain(words)
  })
})
