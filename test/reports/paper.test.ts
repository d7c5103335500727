/** What an office says its own way on a report: over the paper's head and foot, its sentences and what it adds. */
import { describe, expect, test } from 'vitest'
import { filledOf } from '../../src/core/form/filled.ts'
import { fillPaper, readPaper } from '../../src/core/form/paper-form.ts'
import type { PaperWords } from '../../src/core/paper-words.ts'
import { usualPaper } from '../../src/reports/paper.ts'
import { recordsOf, reportFrom } from '../support/counted-records.ts'

const Q3 = { basis: 'report-year', period: 'Q3', asOf: '2025-09-14' } as const
const documentOf = (paper: PaperWords, more: object = {}) => {
  const known = recordsOf()
  return reportFrom({ ...known, plan: { ...known.plan, ...more } }, { ...Q3, paper }).document
}
const textsOf = (paper: PaperWords): string[] => documentOf(paper).body.map(({ text }) => text)
const read = (fields: Record<string, string>) =>
  readPaper(filledOf(Object.entries(fields)), usualPaper('UBND xã Ngọk Tụ', fields.luu))

test('head, recipients, who signs and what is kept with whom are the office’s', () => {
  const document = documentOf({
    office: 'UBND XÃ NGỌK TỤ\nPHÒNG VĂN HÓA - XÃ HỘI',
    symbol: 'Số:          /BC-VHXH',
    place: 'Ngọk Tụ, ngày      tháng 9 năm {năm}',
    lead: 'TTDVTH',
    titles: 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH',
    signer: 'A Khanh',
  })
  expect(document).toMatchObject({
    office: ['UBND XÃ NGỌK TỤ', 'PHÒNG VĂN HÓA - XÃ HỘI'],
    symbol: 'Số:          /BC-VHXH',
    placeAndDate: 'Ngọk Tụ, ngày      tháng 9 năm 2025',
    titles: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    signer: 'A Khanh',
  })
  expect(document.recipients.at(-1)).toBe('Lưu: VT, TTDVTH.')
})

test('sentences and headings are worded once and serve every period', () => {
  const texts = textsOf({
    opening: 'Thực hiện {kế hoạch}, {đơn vị} báo cáo {kỳ} (từ {từ ngày} đến {đến ngày}) như sau:',
    closing: 'Trên đây là báo cáo {kỳ}./.',
    headGeneral: 'TÌNH HÌNH CHUNG',
    headNext: 'PHƯƠNG HƯỚNG',
  })
  expect(texts[0]).toBe(
    'Thực hiện Kế hoạch truyền thông về cải cách hành chính và chuyển đổi số xã Ngọk Tụ năm 2025, Ủy ban nhân dân xã Ngọk Tụ báo cáo quý III năm 2025 (từ 15/6/2025 đến 14/9/2025) như sau:',
  )
  expect(texts).toContain('I. TÌNH HÌNH CHUNG')
  expect(texts).toContain('IV. PHƯƠNG HƯỚNG')
  expect(texts.at(-1)).toBe('Trên đây là báo cáo quý III năm 2025./.')
})

test('what the office adds stands after what the program writes, and is text whatever it begins with', () => {
  const { body, recipients } = documentOf({
    moreGeneral: 'Nhìn chung đạt yêu cầu.\n# không phải tiêu đề\nnoi-nhan: không phải nơi nhận\n- một ý',
    moreCauses: 'Máy cũ.',
    proposals: 'Đề nghị hỗ trợ.',
  })
  const at = body.findIndex(({ text }) => text.startsWith('II. '))
  expect(body.slice(at - 4, at)).toEqual([
    { kind: 'paragraph', text: 'Nhìn chung đạt yêu cầu.' },
    { kind: 'paragraph', text: '# không phải tiêu đề' },
    { kind: 'paragraph', text: 'noi-nhan: không phải nơi nhận' },
    { kind: 'item', text: 'một ý' },
  ])
  expect(recipients).toHaveLength(7)
  expect(body.find(({ text }) => text.startsWith('V. '))?.text).toBe('V. KIẾN NGHỊ, ĐỀ XUẤT')
  expect(body.map(({ text }) => text)).not.toContain('Không có kỳ nào được ghi nhận là không thực hiện.')
})

describe('no other office’s name', () => {
  test.each([
    ['UBND tỉnh Quảng Ngãi', ['Thường trực HĐND tỉnh;', 'CT, các PCT UBND tỉnh;']],
    ['Trung tâm Văn hóa Sơn Hà', []],
  ])('%s is not told to write to a commune’s addressees', (name, first) => {
    const { recipients = '' } = usualPaper(name)
    expect(recipients).not.toMatch(/Sở|xã/)
    expect(recipients.split('\n').slice(0, first.length)).toEqual(first)
  })
  test('an office that is no committee is signed by its head', () => {
    expect(usualPaper('Trung tâm Văn hóa Sơn Hà')).toMatchObject({
      titles: 'THỦ TRƯỞNG ĐƠN VỊ',
      symbol: 'Số:          /BC',
    })
  })
})

test('what is as usual is not kept, what is changed is, with its spaces', () => {
  const usual = usualPaper('UBND xã Ngọk Tụ')
  const filled = filledOf(fillPaper({ ...usual, symbol: 'Số:       /BC-VHXH ' }))
  expect(readPaper(filled, usual)).toEqual({ ok: true, value: { symbol: 'Số:       /BC-VHXH' } })
})

test.each([
  [{ 'mo-dau': 'Báo cáo {quý}' }, 'mo-dau', /không có chỗ \{quý\}/],
  [{ 'nguoi-ky': 'A'.repeat(301) }, 'nguoi-ky', /không quá 300 ký tự/],
  [{ 'noi-nhan': 'Sở;\n'.repeat(41) }, 'noi-nhan', /không quá 40 dòng/],
  [{ 'kien-nghi': 'a\u0001b' }, 'kien-nghi', /ký tự không hiện được/],
])('%j is refused at its field', (fields, name, message) => {
  const answer = read(fields as unknown as Record<string, string>)
  if (answer.ok || answer.problem.kind !== 'invalid') throw new Error('taken')
  expect(answer.problem.errors).toEqual([
    { path: [name], code: 'form', message: expect.stringMatching(message) },
  ])
})
