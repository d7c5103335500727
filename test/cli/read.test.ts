import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.ts'

const PLAN = `UBND XÃ THỬ
Số: 9/KH-UBND
Thử, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Tuyên truyền năm 2026
I. NỘI DUNG TUYÊN TRUYỀN
1. Luật Căn cước và các văn bản hướng dẫn thi hành.
II. NHIỆM VỤ
1. Treo băng rôn tại trụ sở
- Chủ trì: Văn phòng UBND xã
- Thời gian hoàn thành: trước ngày 15/4/2026
2. Họp thôn (nếu có)
- Thời gian: Quý III
`
const SCAN = '%PDF-1.4\n'

const run = commandLine({ files: { 'ke-hoach.txt': PLAN, 'hong.pdf': SCAN } })

describe('reading an issued plan', () => {
  test('JSON holds each obligation with its quote, its place and what is doubted', async () => {
    const { code, out, err } = await run('read', 'ke-hoach.txt', '--format', 'json')
    const sha256 = createHash('sha256').update(PLAN).digest('hex')
    const from = PLAN.indexOf('1. Treo')
    const to = PLAN.indexOf('2. Họp') - 1
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const { obligations, ...rest } = JSON.parse(out)
    expect(rest).toEqual({
      refused: null,
      document: { name: 'ke-hoach.txt', kind: 'text', sha256, characters: PLAN.length },
      plan: {
        id: 'xa-thu-2026',
        title: 'Tuyên truyền năm 2026',
        unit: { code: 'xa-thu', name: 'UBND xã Thử' },
        number: '9/KH-UBND',
        issued: '2026-01-05',
        year: 2026,
      },
      topics: [
        {
          id: 'I.1',
          title: 'Luật Căn cước và các văn bản hướng dẫn thi hành',
          quote: '1. Luật Căn cước và các văn bản hướng dẫn thi hành.',
        },
      ],
      leftOut: [],
    })
    expect(obligations[0]).toEqual({
      id: 'II.1',
      clause: 'II.1',
      title: 'Treo băng rôn tại trụ sở',
      lead: 'Văn phòng UBND xã',
      support: [],
      channels: ['visual'],
      quote: PLAN.slice(from, to),
      level: 'sure',
      doubts: [],
      when: { verbatim: 'trước ngày 15/4/2026', kind: 'deadline', before: '2026-04-15' },
      cadence: { kind: 'deadline', before: '2026-04-15' },
      place: { from, to },
    })
    const codes = obligations[1].doubts.map((doubt: { code: string }) => doubt.code)
    expect([obligations[1].level, codes]).toEqual(['look', ['missing-lead', 'conditional']])
  })

  test('a table for the eye names the levels in words', async () => {
    const { out } = await run('read', 'ke-hoach.txt')
    expect(out.split('\n').slice(0, 3)).toEqual(['Tuyên truyền năm 2026', 'UBND xã Thử · năm 2026', ''])
    expect(out).toContain('2 nhiệm vụ: 1 chắc, 1 cần xem, 0 chưa đọc được; 1 chủ đề; 0 dòng')
    expect(out).toContain('II.2: Văn bản không ghi cơ quan chủ trì. [missing-lead]')
  })

  test('a .doc of Word 97 is read like any other, and its YAML is a plan', async () => {
    const file = 'test/fixtures/documents/office/ke-hoach.doc'
    const { code, out } = await run('read', file, '--format', 'json')
    const { document, obligations } = JSON.parse(out)
    expect([code, document.name, document.kind, obligations.length]).toEqual([0, 'ke-hoach.doc', 'doc', 6])
    const { out: yaml } = await run('read', file, '--format', 'yaml')
    const checked = await commandLine({ files: { 'moi.yaml': yaml } })('check', 'moi.yaml')
    expect(checked.out.split('\n').at(-1)).toMatch(/^moi\.yaml: đúng; 6 nhiệm vụ/)
  })

  test('YAML is a plan file that check takes', async () => {
    const { out } = await run('read', 'ke-hoach.txt', '--format', 'yaml')
    const checked = await commandLine({ files: { 'moi.yaml': out } })('check', 'moi.yaml')
    expect(checked.out.split('\n').at(-1)).toMatch(/^moi\.yaml: đúng; 2 nhiệm vụ/)
  })

  test('what is refused says why, in JSON too, and ends with 1', async () => {
    const { code, out, err } = await run('read', 'hong.pdf', '--format', 'json')
    expect({ code, err }).toEqual({
      code: 1,
      err: 'hong.pdf: Tệp hỏng hoặc tải chưa trọn vẹn, không mở được: hãy tải lại hoặc lưu lại từ Word.',
    })
    expect(JSON.parse(out)).toMatchObject({ refused: { code: 'broken' }, plan: null, obligations: [] })
  })

  test.each([
    [['read'], 'Cần đúng một tệp kế hoạch: .docx, .doc, .pdf hoặc .txt.'],
    [['read', 'ke-hoach.txt', '--format', 'xml'], 'Dạng "xml" không có: dùng table, yaml, json.'],
    [
      ['read', 'ke-hoach.txt', '--year', 'hai'],
      'Năm "hai" không đúng: hãy ghi bốn chữ số, từ 1976 đến 2200.',
    ],
  ])('%j is asked for again', async (argv, message) => {
    expect(await run(...argv)).toEqual({ code: 1, out: '', err: message })
  })
})
