import { describe, expect, test } from 'vitest'
import { reportDocx } from '../../src/reports/docx.ts'
import { recordsOf, reportFrom } from '../support/counted-records.ts'
import { type DocxPart, fontsOf, headersOf, readDocx, sectionsOf } from '../support/docx-text.ts'

const question = { basis: 'report-year', period: 'Q3', asOf: '2025-09-14', forecast: true } as const
const bytes = await reportDocx(reportFrom(recordsOf(), question))
const parts = readDocx(bytes)
const texts = parts.flatMap((part) => ('text' in part && part.text ? [part.text] : []))
const tables = parts.flatMap((part) => ('table' in part ? [part.table] : []))

describe('the report of quý III 2025 as a Word document', () => {
  test('head: office and number on the left, state, motto, place and date on the right', () => {
    expect(tables[0]).toEqual([
      [
        'ỦY BAN NHÂN DÂN\nXÃ NGỌK TỤ\n\nSố:          /BC-UBND',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nNgọk Tụ, ngày       tháng       năm 2025',
      ],
    ])
  })

  test('title and subject', () => {
    expect(texts.slice(0, 3)).toEqual([
      'BÁO CÁO',
      'Kết quả thực hiện Kế hoạch truyền thông về cải cách hành chính và chuyển đổi số xã Ngọk Tụ năm 2025',
      '(Quý III năm 2025, số liệu tính đến hết ngày 14/9/2025)',
    ])
  })

  test('each number stands in its sentence', () => {
    expect(texts).toContain(
      'Kế hoạch có 20 nhiệm vụ. Trong kỳ có 11 kỳ đến hạn, đã thực hiện 10 kỳ (đạt 90,9%), gồm 8 kỳ đúng hạn, 1 kỳ trễ hạn, 1 kỳ thực hiện bù; 1 kỳ không thực hiện. Các nhiệm vụ thường xuyên được ghi nhận 2 lần. Tổng thời lượng phát được ghi nhận: 2 giờ 30 phút.',
    )
    expect(texts).toContain('Về minh chứng: lãnh đạo xác nhận 0, có minh chứng 3, tự khai 9.')
    expect(under('1. Truyền thanh cơ sở')).toEqual([
      '- Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW trên hệ thống phát thanh xã (mục C.I.2.a): đã phát 5/5 số đến hạn (100%); gồm 3 đúng hạn, 1 trễ hạn, 1 thực hiện bù; năm kế hoạch 2025: 17/26 số, còn 8 kỳ chưa đến hạn.',
      '- Chuyên mục phát thanh về chuyển đổi số trên hệ thống truyền thanh xã (mục C.I.2.c): đã phát 2/2 chuyên mục đến hạn (100%); năm kế hoạch 2025: 2/12 chuyên mục, còn 3 kỳ chưa đến hạn.',
      '- Chuyên mục phát thanh về chuyển đổi số trên hệ thống truyền thanh xã, phát lại (mục C.I.2.c): đã phát 3/4 lượt phát lại đến hạn (75%); 1 không phát; năm kế hoạch 2025: 3/36 lượt phát lại, còn 11 kỳ chưa đến hạn.',
      '- Chưa có kỳ đến hạn, chưa có ghi nhận trong kỳ: Chuyên mục CCHC trên đài truyền thanh và hệ thống truyền thanh cơ sở (mục C.II.7.b).',
    ])
    expect(under('3. Hội nghị, sự kiện, tập huấn, tuyên truyền viên')[0]).toBe(
      '- Hướng dẫn các cơ quan, đơn vị tuyên truyền về CCHC (mục C.II.3): đã tổ chức ngày 12/9/2025 (thời hạn quý III/2025, tính vào kỳ của thời hạn đó).',
    )
    expect(under('2. Nguyên nhân')).toEqual([
      '- Mất điện: 1 kỳ (01/9/2025), đã thực hiện bù 1.',
      '- Hỏng máy: 1 kỳ (26/8/2025).',
    ])
    expect(under('IV. ƯỚC THỰC HIỆN CẢ NĂM KẾ HOẠCH')[0]).toBe(
      '- Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW trên hệ thống phát thanh xã (mục C.I.2.a): đã 17, còn 8 kỳ theo lịch, ước cả năm 25/26 số (96,2%).',
    )
  })

  test('signature and recipients', () => {
    expect(tables[1]).toEqual([
      [
        'Nơi nhận:\n- Sở Khoa học và Công nghệ;\n- Sở Nội vụ;\n- Thường trực Đảng ủy;\n- Thường trực HĐND xã;\n- CT, các PCT UBND xã;\n- Các cơ quan, đơn vị thuộc UBND xã;\n- Lưu: VT, PVHXH.',
        'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
      ],
    ])
  })

  test('annex I holds a row of numbers for each obligation', () => {
    const [head, ...rows] = tables[2] as string[][]
    const row = (id: string) => rows.find(([, title]) => title?.endsWith(`(mục ${id})`))
    expect(head).toHaveLength(17)
    expect(rows).toHaveLength(21)
    expect(row('C.I.2.a')?.slice(2)).toEqual([
      '26',
      '26',
      '6',
      '5',
      '5',
      '1',
      '1',
      '0',
      '0',
      '0',
      '0',
      '0',
      '0',
      '17',
      'Đạt',
    ])
    expect(row('C.I.2.c, phát lại')?.slice(2)).toEqual([
      '36',
      '36',
      '9',
      '4',
      '3',
      '0',
      '0',
      '0',
      '1',
      '0',
      '0',
      '0',
      '0',
      '3',
      'Không đạt',
    ])
  })

  test('annex II holds the log, the made-up airing and why it was needed', () => {
    const rows = (tables[3] as string[][]).slice(1)
    expect(rows).toHaveLength(15)
    expect(rows.map((cells) => [cells[1], cells[5], cells[8]]).filter(([, , why]) => why)).toEqual([
      ['26/8/2025', 'Không phát', 'hỏng máy'],
      ['01/9/2025', 'Không phát', 'mất điện'],
    ])
    expect(rows.some((cells) => cells[5] === 'Phát bù' && cells[1] === '05/9/2025')).toBe(true)
  })

  test('A4 with the margins of the decree, annexes across, numbers from the second page on', () => {
    const margins = { top: 20, right: 20, bottom: 20 }
    const first = { firstPageDiffers: true, startsAt: 1 }
    expect(sectionsOf(bytes)).toEqual([
      { width: 210, height: 297, ...margins, left: 30, ...first },
      { width: 297, height: 210, ...margins, left: 20, ...first },
      { width: 297, height: 210, ...margins, left: 20, ...first },
    ])
    expect(fontsOf(bytes)).toEqual(['Times New Roman'])
    expect(headersOf(bytes)).toContain('PAGE')
  })
})

/** The paragraphs below a heading, up to the next one. */
function under(heading: string): string[] {
  const from = texts.indexOf(heading) + 1
  const rest = texts.slice(from)
  const to = rest.findIndex((text) => !text.startsWith('- '))
  return rest.slice(0, to)
}

test('a report without anything to say is still a document', async () => {
  const empty = recordsOf()
  const question = { basis: 'plan-year', period: '2025-03-01..2025-03-02', asOf: '2025-03-02' } as const
  const quiet = reportFrom({ ...empty, all: [], logged: [] }, question)
  const text = readDocx(await reportDocx(quiet)).flatMap((part: DocxPart) =>
    'text' in part ? [part.text] : [],
  )
  expect(text).toContain('Trong kỳ không có kỳ nào theo lịch và chưa có ghi nhận nào.')
  expect(text).toContain('Trong kỳ không có tồn tại, hạn chế cần nêu.')
})

test('a log too long for paper says how long it is and where it stands, instead of being cut', async () => {
  const report = reportFrom(recordsOf(), question)
  const [row] = report.log
  const longer = { ...report, log: Array.from({ length: 1501 }, () => row as (typeof report.log)[number]) }
  const parts = readDocx(await reportDocx(longer))
  const text = parts.flatMap((part: DocxPart) => ('text' in part ? [part.text] : []))
  expect(text.at(-1)).toBe(
    'Nhật ký có 1.501 kỳ, quá 1.500 kỳ nên không in trong văn bản này: xem tệp Excel hoặc CSV của cùng báo cáo.',
  )
})
