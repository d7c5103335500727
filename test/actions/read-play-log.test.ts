import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { MOST_BYTES, MOST_ROWS, readPlayFile } from '../../src/actions/read-play-log.ts'
import type { Sheet } from '../../src/core/log/play-columns.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

async function workbook(rows: object[][]): Promise<Uint8Array> {
  return new Uint8Array(await writeXlsxFile(rows).toBuffer())
}

const problemOf = (bytes: Uint8Array) => {
  const read = readPlayFile(bytes)
  return read.ok ? ['read'] : [read.problem.kind, read.problem.detail]
}

const sheetOf = (bytes: Uint8Array): Sheet | string => {
  const read = readPlayFile(bytes)
  return read.ok ? read.value.sheet : read.problem.detail
}

type Book = {
  rows: string
  prefix?: string
  target?: string
  styles?: string
  since1904?: boolean
  rename?: (name: string) => string
}

const USUAL = `<row r="1"><c r="A1" t="inlineStr"><is><t>Ngày</t></is></c><c r="B1" t="inlineStr"><is><t>Giờ</t></is></c></row><row r="2"><c r="A2"><v>46237</v></c><c r="B2"><v>0.25</v></c></row>`

/** The parts of a workbook with one sheet, zipped. */
function xlsx({
  rows,
  prefix = '',
  target = 'worksheets/sheet1.xml',
  styles = '',
  since1904,
  rename = (name) => name,
}: Book) {
  const prefixed = (xml: string) => (prefix ? xml.replace(/<(\/?)(?=[a-z])/gi, `<$1${prefix}`) : xml)
  const parts = {
    'xl/workbook.xml': `<workbook xmlns:r="r">${since1904 ? '<workbookPr date1904="1"/>' : ''}<sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="${target}"/></Relationships>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': prefixed(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [rename(name), utf8(xml)])))
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
    expect(sheetOf(utf8(text))).toEqual(PLAIN)
  })
  test('an empty cell is null, and a formula is text', async () => {
    expect(sheetOf(utf8('a,,=1+1\n'))).toEqual([['a', null, '=1+1']])
  })
  test('a quotation mark that nobody closes is told with its row', async () => {
    expect(await problemOf(utf8('a,b\n1,2\n3,"4\n5,6\n'))).toEqual([
      'invalid',
      'Dòng 3: có dấu nháy kép mở mà không đóng.',
    ])
  })
  test.each<[string, string, Sheet | string]>([
    [
      'at the beginning of a cell',
      '"Đảng ủy" số 5,10\n"CM CĐS",15',
      [
        ['"Đảng ủy" số 5', '10'],
        ['CM CĐS', '15'],
      ],
    ],
    [
      'in the midst of one',
      'Tin "nóng" 5,10\na,15',
      [
        ['Tin "nóng" 5', '10'],
        ['a', '15'],
      ],
    ],
    [
      'opened above cells in quotes',
      '"Tin 5,10\n"CM, CĐS",15',
      [
        ['"Tin 5', '10'],
        ['CM, CĐS', '15'],
      ],
    ],
    [
      'doubled, and a line end inside',
      '"Tin ""nóng""\nlạnh",10\na,15',
      [
        ['Tin "nóng"\nlạnh', '10'],
        ['a', '15'],
      ],
    ],
    [
      'with a comma behind it, which moves the row',
      'a,b\n"Tin "Đảng, ủy", số 5",10\nc,15\nd,16',
      'Dòng 2: dấu nháy kép trong ô làm lệch các cột. Hãy bỏ dấu nháy ấy, hoặc xuất lại tệp .xlsx.',
    ],
  ])('a quotation mark %s', (_, text, read) => {
    expect(sheetOf(utf8(text))).toEqual(read)
  })
  test('remarks above a log say nothing, a heading of one sign does', () => {
    const read = sheetOf(utf8('# Nguồn: hệ thống A, ngày, giờ\n#,Ngày,Giờ\n1,03/08/2026,05:30\n'))
    expect(read).toEqual([[], ['#', 'Ngày', 'Giờ'], ['1', '03/08/2026', '05:30']])
  })
  test('more commas in titles than the file has semicolons', () => {
    const rows = 'Ngày;Giờ;Tên chương trình\n03/08/2026;05:30;tin xã, tin thôn, hỏi đáp, nhạc, dặn dò'
    expect(sheetOf(utf8(rows))).toEqual([
      ['Ngày', 'Giờ', 'Tên chương trình'],
      ['03/08/2026', '05:30', 'tin xã, tin thôn, hỏi đáp, nhạc, dặn dò'],
    ])
  })
  test('more than 200 columns are refused, empty ones are none', () => {
    expect([
      sheetOf(utf8(`a${','.repeat(1_000_000)}\n`)).length,
      problemOf(utf8(`a${','.repeat(200)}b`))[1],
    ]).toEqual([1, 'Tệp có quá 200 cột: hãy xuất riêng bảng nhật ký phát.'])
  })
  test('as many rows as are allowed, and one more', async () => {
    const rows = (count: number) => utf8('a\n'.repeat(count).trimEnd())
    expect(sheetOf(rows(MOST_ROWS)).length).toBe(MOST_ROWS)
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
    expect(sheetOf(bytes)).toEqual([
      ['Ngày', 'Số', 'Đúng'],
      [expect.closeTo(45873 + 330 / 1440, 8), 7, 'true'],
    ])
  })
  test('a sheet of half a megabyte is read too: larger ones must not need a thread', async () => {
    const title = 'Chuyên mục Chuyển đổi số '
    const rows = Array.from({ length: 9000 }, (_, i) => [
      { value: `${title}${i}` },
      { value: i, type: Number },
    ])
    const sheet = sheetOf(await workbook(rows))
    expect([sheet.length, sheet[8999]]).toEqual([9000, [`${title}8999`, 8999]])
  })
  test('a small file that unfolds to more than memory holds is refused', async () => {
    const bytes = xlsx({ rows: ' '.repeat(70 * 1024 * 1024) })
    expect(bytes.length).toBeLessThan(200_000)
    expect(problemOf(bytes)).toEqual(['too-large', 'Bảng tính quá lớn: hãy xuất ít ngày hơn mỗi lần.'])
  })
  test('what an archive says of its sizes is not believed', () => {
    const bytes = xlsx({ rows: ' '.repeat(70 * 1024 * 1024) })
    const view = new DataView(bytes.buffer)
    for (let at = 0; at + 30 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000)
        view.setUint32(at + 24, 1000, true)
    expect(problemOf(bytes)[0]).toBe('too-large')
  })
  test.each([
    [
      'one cell in the last row',
      '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
      'Tệp có quá 100.000 dòng',
    ],
    ['one cell in the last column', '<row r="1"><c r="XFD1"><v>1</v></c></row>', 'Tệp có quá 200 cột'],
    ['a column that there is not', '<row r="1"><c r="ZZZZZZ9"><v>1</v></c></row>', 'Tệp có quá 200 cột'],
    ['a row that there is not', '<row r="1"><c r="A0"><v>1</v></c></row>', 'Tệp Excel hỏng'],
  ])('%s takes no memory', (_, rows, words) => {
    expect(problemOf(xlsx({ rows }))[1]).toContain(words)
  })
  test('a far cell without anything in it is none', () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    expect(sheetOf(xlsx({ rows }))).toEqual([[1]])
  })
})

const text = (words: string) => `t="inlineStr"><is><t>${words}</t></is>`

describe('workbooks as other programs write them', () => {
  const READ: Sheet = [
    ['Ngày', 'Giờ'],
    [46237, 0.25],
  ]
  test.each<[string, Book]>([
    [
      'cells and rows without places',
      {
        rows: `<row><c ${text('Ngày')}</c><c ${text('Giờ')}</c></row><row><c><v>46237</v></c><c><v>0.25</v></c></row>`,
      },
    ],
    [
      'a row in several pieces',
      {
        rows: `<row r="1"><c r="A1" ${text('Ngày')}</c></row><row r="1"><c r="B1" ${text('Giờ')}</c></row><row r="2"><c r="B2"><v>0.25</v></c></row><row r="2"><c r="A2"><v>46237</v></c></row>`,
      },
    ],
    ['prefixed names', { rows: USUAL, prefix: 'x:' }],
    ['backslashes in names', { rows: USUAL, rename: (name) => name.replaceAll('/', '\\') }],
    ['names in capitals', { rows: USUAL, rename: (name) => name.toUpperCase() }],
    ['a place from the root', { rows: USUAL, target: '/xl/worksheets/sheet1.xml' }],
    [
      'a rich text, and how it is read aloud',
      { rows: USUAL.replace('<t>Ngày</t>', '<r><t>Ng</t></r><r><t>ày</t></r><rPh><t>x</t></rPh>') },
    ],
  ])('%s', (_, book) => {
    expect(sheetOf(xlsx(book))).toEqual(READ)
  })
  test('days and hours as ISO text stay text', () => {
    const rows = '<row><c t="d"><v>2026-08-03</v></c><c t="d"><v>05:30:00</v></c></row>'
    expect(sheetOf(xlsx({ rows }))).toEqual([['2026-08-03', '05:30:00']])
  })
  test('an error keeps its name', () => {
    expect(sheetOf(xlsx({ rows: '<row><c t="e"><v>#REF!</v></c><c><v>7</v></c></row>' }))).toEqual([
      ['#REF!', 7],
    ])
  })
  test('days counted from 1904 are shifted, hours and numbers are not', () => {
    const rows =
      '<row><c s="1"><v>44775</v></c><c s="1"><v>0.25</v></c><c s="2"><v>44775.5</v></c><c><v>15</v></c></row>'
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy&quot; h&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>'
    expect(sheetOf(xlsx({ rows, since1904: true, styles }))).toEqual([[46237, 0.25, 46237.5, 15]])
    const bare = '<row><c><v>44775</v></c><c><v>15</v></c></row>'
    expect(sheetOf(xlsx({ rows: bare, since1904: true }))).toEqual([[46237, 15]])
  })
  test('what a cell calculates is what counts; what nobody has calculated yet is no empty cell', () => {
    const rows =
      '<row><c><f>A1+1</f></c><c><f>A1</f><v>7</v></c><c><f t="shared" si="0"/></c><c t="str"><f>""</f><v></v></c></row>'
    expect(sheetOf(xlsx({ rows }))).toEqual([['=A1+1', 7, '=']])
  })
})

test.each([
  ['Ngµy;Giê ph¸t;Tªn ch­¬ng tr×nh\n03/08/2026;05:30;Chuyªn môc', 'TCVN3'],
  ['Ngaøy;Giôø phaùt;Teân chöông trình\n03/08/2026;05:30;Chuyeân muïc', 'VNI'],
])('a file of an old font is refused by name: %s', (file, font) => {
  expect(problemOf(utf8(file))[1]).toContain(`phông chữ cũ (${font}`)
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
