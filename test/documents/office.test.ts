/** Files that an office program made, not a test: what they hold is in the README beside them. */
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readPlanDocument } from '../../src/actions/read-document.ts'
import { golden } from '../support/golden.ts'

async function read(name: string) {
  const bytes = await readFile(new URL(`../fixtures/documents/office/${name}`, import.meta.url))
  const found = await readPlanDocument(new Uint8Array(bytes), null)
  if (found.refused !== null) throw new Error(found.refused.message)
  return found
}

const WHAT = [
  ['Phát chuyên mục nước sạch trên hệ thống truyền thanh xã', 'Phòng Văn hóa - Xã hội', 'Mỗi tháng 02 số'],
  ['Ra quân làm vệ sinh đường làng, ngõ xóm', 'Đoàn Thanh niên xã', 'trước ngày 30/4/2026'],
  ['Báo cáo kết quả thực hiện kế hoạch về UBND tỉnh', 'Phòng Văn hóa - Xã hội', 'Ngày 20/11/2026'],
  ['Kiểm tra chất lượng nước tại các trạm cấp nước', 'Trạm Y tế xã', 'Quý II/2026'],
  ['Tập huấn cho cộng tác viên thôn về xử lý nước hộ gia đình', 'Trạm Y tế xã', 'Tháng 5/2026'],
  [
    'Treo băng rôn hưởng ứng Tuần lễ quốc gia nước sạch và vệ sinh môi trường',
    ...['Văn phòng HĐND và UBND', 'Từ ngày 29/4 đến ngày 06/5/2026'],
  ],
]

describe.each([
  ['ke-hoach.docx', 'docx'],
  ['ke-hoach.doc', 'doc'],
  ['ke-hoach.pdf', 'pdf'],
  ['ke-hoach-hai-phong-chu.pdf', 'pdf'],
])('%s, as LibreOffice wrote it', (name, kind) => {
  test('says the same plan and obligations, whatever kind of file it is', async () => {
    const { source, proposal } = await read(name)
    expect(source.kind).toBe(kind)
    expect(proposal.plan).toEqual({
      id: 'xa-doi-may-2026',
      title: 'Truyền thông về nước sạch và vệ sinh môi trường năm 2026',
      unit: { code: 'xa-doi-may', name: 'UBND xã Đồi Mây' },
      ...{ number: '12/KH-UBND', issued: '2026-01-05', year: 2026 },
    })
    expect(proposal.obligations.map(({ title, lead, when }) => [title, lead, when.verbatim])).toEqual(WHAT)
  })

  test('gives quotes that are cut from its text', async () => {
    const { source, proposal } = await read(name)
    for (const { quote, place } of proposal.obligations)
      expect(source.text.slice(place.from, place.to)).toBe(quote)
  })
})

test.each(['ke-hoach.docx', 'ke-hoach.pdf', 'ke-hoach-hai-phong-chu.pdf'])(
  '%s keeps the numbers that the program counted, and all is sure',
  async (name) => {
    const { obligations } = (await read(name)).proposal
    expect(obligations.map(({ clause }) => clause)).toEqual(['II.1', 'II.2', 'II.3', 'PL.1', 'PL.2', 'PL.3'])
    expect(obligations.map(({ level }) => level)).toEqual(Array(6).fill('sure'))
  },
)

test('a .doc has neither its numbers nor its merged cells: what is filled in is asked about', async () => {
  const { obligations } = (await read('ke-hoach.doc')).proposal
  expect(obligations.map(({ id, doubts }) => [id, ...doubts.map(({ field }) => field)])).toEqual([
    ...['KS-1', 'KS-2', 'KS-3'].map((id) => [id, 'clause', 'clause']),
    ['PL.1'],
    ['PL.2', 'lead'],
    ['PL.3'],
  ])
})

test.each([
  ...['so-tu-dong.docx', 'hai-tang-dau-bang.docx', 'gach-trong-o.docx'],
  ...['thang-danh-dau.docx', 'so-theo-thang.docx', 'mat-tran.docx', 'nhan-gach.pdf'],
])('%s is read as a careful reader would', async (file) => {
  const name = file.split('.', 1)[0]
  const { plan, obligations, leftOut } = (await read(file)).proposal
  const actual = [
    `${plan.unit.name} · ${plan.title}`,
    ...obligations.map(
      ({ id, level, title, lead, cadence }) =>
        `${id} [${level}] ${title} · ${lead ?? '?'}\n    ${JSON.stringify(cadence)}`,
    ),
    ...leftOut.map(({ text }) => `ngoài: ${text}`),
  ].join('\n')
  expect(`${actual}\n`).toBe(golden(`documents/office-${name}.txt`, `${actual}\n`))
})
