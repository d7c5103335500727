/** Tables for which a PDF draws no lines give the same obligations as the very same tables with lines. */
import { expect, test } from 'vitest'
import type { Proposal } from '../../src/core/document/proposal.ts'
import { readSource } from '../../src/core/document/read-source.ts'
import { readDocument } from '../../src/documents/read.ts'
import { withPage } from '../support/browser.ts'

const HEAD =
  '<p>UBND XÃ THỬ</p><p>Số: 9/KH-UBND</p><p>Thử, ngày 05 tháng 01 năm 2026</p><p><b>KẾ HOẠCH</b><br>Tuyên truyền năm 2026</p><p>I. NHIỆM VỤ</p>'
const PROSE =
  'Văn phòng theo dõi, đôn đốc các cơ quan, đơn vị thực hiện nội dung tuyên truyền, thời gian và phân công của kế hoạch này, tổng hợp kết quả, báo cáo Ủy ban nhân dân xã trước ngày 30 tháng 11 năm 2026.'
const TAIL = `<p>II. TỔ CHỨC THỰC HIỆN</p><p style="text-align:justify">1. ${PROSE}</p><div style="display:flex;justify-content:space-between"><div>Nơi nhận:<br>- Như trên.</div><div>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH</div></div>`

const WORK = [
  [
    'Phát thanh chuyên mục cải cách hành chính trên hệ thống truyền thanh xã',
    'Phòng Văn hóa - Xã hội',
    'Văn phòng',
    '02 số/tháng',
  ],
  [
    'Tổ chức hội nghị về dịch vụ công trực tuyến tại các thôn, tổ dân phố',
    'Trung tâm Phục vụ hành chính công',
    'Các thôn',
    'Quý II/2026',
  ],
  ['Treo băng rôn tại trụ sở', 'Văn phòng HĐND và UBND', 'Phòng Kinh tế', 'Trước ngày 15/4/2026'],
  [
    'Tổ chức cuộc thi tìm hiểu cải cách hành chính cho học sinh',
    'Đoàn Thanh niên xã',
    'Trường THCS',
    'Tháng 9/2026',
  ],
]
const MUCH = Array.from({ length: 10 }, (_, i) =>
  WORK.map(([title, ...rest]) => [`${title} (đợt ${i + 1})`, ...rest]),
).flat()

const row = (cells: readonly string[], tag = 'td') =>
  `<tr>${cells.map((one) => `<${tag}>${one}</${tag}>`).join('')}</tr>`
const table = (head: string[], rows: string[][]) =>
  `<table><thead>${row(head, 'th')}</thead>${rows.map((cells) => row(cells)).join('')}</table>`
const numbered = (rows: readonly string[][]) => rows.map((cells, i) => [String(i + 1), ...cells])
const picked = (...columns: number[]) => WORK.map((cells) => columns.map((i) => cells[i] ?? ''))

const FOUR = ['TT', 'Nội dung', 'Chủ trì', 'Thời gian']
const FIVE = ['TT', 'Nội dung', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian']
const GROUPS = `<table>${row(FOUR, 'th')}<tr><td>I</td><td colspan=3>CÔNG TÁC PHÁT THANH VÀ ĐĂNG TẢI TRÊN TRANG THÔNG TIN ĐIỆN TỬ CỦA XÃ</td></tr>${numbered(
  picked(0, 1, 3).slice(0, 2),
)
  .map((cells) => row(cells))
  .join(
    '',
  )}<tr><td>II</td><td colspan=3>CÔNG TÁC TỔ CHỨC HỘI NGHỊ, CUỘC THI VÀ CÁC VIỆC KHÁC</td></tr>${numbered(
  picked(0, 1, 3).slice(2),
)
  .map((cells) => row(cells))
  .join('')}</table>`
const SHARED = `<table>${row(FOUR, 'th')}<tr><td>1</td><td>Phát thanh chuyên mục cải cách hành chính trên hệ thống truyền thanh</td><td rowspan=2>Phòng Văn hóa - Xã hội</td><td>Quý I/2026</td></tr><tr><td>2</td><td>Treo băng rôn tại trụ sở và các thôn trong toàn xã</td><td>Quý II/2026</td></tr></table>`
const HOURS = table(
  ['Ngày phát', 'Chuyên mục', 'Phụ trách', 'Giờ phát'],
  [
    ['Thứ Hai', 'Cải cách hành chính', 'Phòng Văn hóa - Xã hội', '5h30'],
    ['Thứ Tư', 'Pháp luật và đời sống', 'Tư pháp - Hộ tịch', '17h00'],
  ],
)
const TWO = `${table(FOUR, numbered(picked(0, 1, 3).slice(0, 2)))}<p>2. Nhiệm vụ của các thôn như sau:</p>${table(FOUR, numbered(picked(0, 1, 3).slice(2)))}`

const LAYOUTS: [name: string, style: string, body: string][] = [
  ['three columns', '', table(['Nội dung công việc', 'Chủ trì', 'Thời gian'], picked(0, 1, 3))],
  ['four, with numbers', 'td,th{padding:4px 5px}', table(FOUR, numbered(picked(0, 1, 3)))],
  ['five, cells wrapped', '', table(FIVE, numbered(WORK))],
  ['rows without room between them', 'td,th{padding:0 4px}', table(FIVE, numbered(WORK))],
  [
    'everything in the middle',
    'td,th{vertical-align:middle;text-align:center;padding:0 5px}',
    table(FIVE, numbered(WORK)),
  ],
  [
    'six, justified',
    'td{text-align:justify;font-size:11pt}',
    table([...FIVE, 'Sản phẩm'], numbered(WORK.map((cells) => [...cells, 'Báo cáo']))),
  ],
  ['over pages, the head repeated', '', table(FIVE, numbered(MUCH))],
  [
    'over pages, the head once',
    'thead{display:table-row-group}td,th{padding:0 5px}',
    table(FIVE, numbered(MUCH)),
  ],
  ['headings between rows', '', GROUPS],
  ['a cell that rows share', '', SHARED],
  ['hours at the right', 'td:last-child,th:last-child{text-align:right}', HOURS],
  ['two tables, a line between them', '', TWO],
  [
    'labels inside a cell',
    '',
    table(
      ['TT', 'Nội dung', 'Phân công', 'Thời gian'],
      numbered(WORK.map(([a, b, c, d]) => [a, `Chủ trì: ${b}<br>Phối hợp: ${c}`, d] as string[])),
    ),
  ],
  ['no table at all', '', `<p style="text-align:justify">${PROSE.repeat(4)}</p>`],
]

const STYLE =
  'body{font:13pt "Times New Roman",serif}table{border-collapse:collapse;width:100%}td,th{vertical-align:top;padding:3px 5px;text-align:left;font-size:12pt}'

async function printed(documents: readonly string[]): Promise<Uint8Array[]> {
  return withPage({}, async (page) => {
    const files: Uint8Array[] = []
    for (const html of documents) {
      await page.setContent(html)
      files.push(
        await page.pdf({ format: 'A4', margin: { top: '2cm', bottom: '2cm', left: '3cm', right: '2cm' } }),
      )
    }
    return files
  })
}

async function proposal(bytes: Uint8Array): Promise<{ text: string; found: Proposal }> {
  const source = await readDocument(bytes)
  if ('code' in source) throw new Error(source.code)
  const found = readSource(source, null)
  if ('code' in found) throw new Error(found.code)
  return { text: source.text, found }
}

const obligations = ({ obligations }: Proposal) =>
  obligations.map(({ id, title, lead, support, when: { doubt: _, ...when } }) => ({
    id,
    title,
    lead,
    support,
    when,
  }))
const words = (text: string) => text.split(/\s+/).filter(Boolean).sort()

test.each(LAYOUTS)(
  '%s: the same obligations as with lines, and no word lost',
  { timeout: 60_000 },
  async (_, style, body) => {
    const html = (lines: string) => `<style>${STYLE}${style}${lines}</style>${HEAD}${body}${TAIL}`
    const [drawn, bare] = await printed([html('td,th{border:1px solid black}'), html('')])
    const withLines = await proposal(drawn as Uint8Array)
    const without = await proposal(bare as Uint8Array)
    expect(obligations(without.found)).toEqual(obligations(withLines.found))
    expect(words(without.text)).toEqual(words(withLines.text))
  },
)

test('rows that nothing parts but how their words begin are the officer’s to see', {
  timeout: 60_000,
}, async () => {
  const body = table(['Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian hoàn thành'], picked(0, 1, 3))
  const [bare] = await printed([`<style>${STYLE}td,th{padding:0 5px}</style>${HEAD}${body}${TAIL}`])
  const { found } = await proposal(bare as Uint8Array)
  const rows = found.obligations.filter(({ clause }) => clause === 'I')
  expect(rows.map(({ title }) => title)).toEqual(WORK.map(([title]) => title))
  expect(
    rows.every(
      ({ level, doubts }) =>
        level === 'look' && doubts.some(({ message }) => message.startsWith('Bảng trong tệp không kẻ khung')),
    ),
  ).toBe(true)
})

test('a table under unknown labels makes no obligation: its lines are told as left out', {
  timeout: 60_000,
}, async () => {
  const body = table(['Mục', 'Tên', 'Diễn giải', 'Mốc'], numbered(picked(0, 1, 3)))
  const [bare] = await printed([`<style>${STYLE}</style>${HEAD}${body}${TAIL}`])
  const { found } = await proposal(bare as Uint8Array)
  expect(found.obligations.map(({ clause }) => clause)).toEqual(['II.1'])
  const told = found.leftOut.map(({ text }) => text).join('\n')
  for (const time of ['02 số/tháng', 'Quý II/2026', '15/4/2026', 'Tháng 9/2026']) expect(told).toContain(time)
})
