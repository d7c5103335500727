import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PlacedError, readPlan } from '../../src/actions/read-plan.ts'
import { formatPath } from '../../src/core/problem.ts'

/** A plan file without faults; the tables below break it in one place. */
const FILE = `id: thu-2025
title: Kế hoạch thử
unit: { code: xa-thu, name: UBND xã Thử }
year: 2025
obligations:
  - id: A.1
    title: Việc thử
    channels: [loudspeaker]
    quote: nguyên văn
    cadence:
      kind: rate
      rrule: FREQ=WEEKLY;BYDAY=MO;COUNT=3
      time: '05:30'
`

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** `line:column path: message`, as the command line prints them; `ok` for a good file. */
function faults(file: string | Uint8Array): string[] {
  const plan = readPlan(typeof file === 'string' ? bytes(file) : file)
  if (plan.ok) return ['ok']
  if (plan.problem.kind !== 'invalid') return [`${plan.problem.kind}: ${plan.problem.detail}`]
  return (plan.problem.errors as PlacedError[]).map(
    ({ line, column, path, message }) => `${line}:${column} ${formatPath(path)}: ${message}`,
  )
}

const broken = (from: string, to: string): string => {
  expect(FILE).toContain(from)
  return FILE.replace(from, to)
}

test('the file that the tables break is right', () => {
  expect(faults(FILE)).toEqual(['ok'])
})

describe('YAML that is none, or says something twice', () => {
  test.each<[string, string, string, string[]]>([
    ['an open quote', "time: '05:30'", "time: '05:30", ['14:1 : thiếu dấu đóng ngoặc hoặc dấu nháy']],
    [
      'an open bracket',
      '[loudspeaker]',
      '[loudspeaker',
      ['9:5 : thụt dòng không đều, hoặc thiếu dấu đóng ngoặc'],
    ],
    [
      'a colon in a sentence',
      'Việc thử',
      'Việc thử: lần một',
      ['7:12 : dấu hai chấm trong câu: đặt cả câu trong dấu nháy'],
    ],
    [
      'a number sign that cuts a sentence',
      'Việc thử',
      'Việc thử #1 của năm',
      [
        '7:21 : phần “#1 của năm” không được đọc, vì dấu # sau dấu cách mở chú thích: đặt cả câu trong dấu nháy, hoặc chuyển chú thích lên dòng riêng',
      ],
    ],
    [
      'a number sign that cuts a whole value',
      'year: 2025',
      'year: 2025\nnumber: #12/KH-UBND',
      [
        '5:9 : phần “#12/KH-UBND” không được đọc, vì dấu # sau dấu cách mở chú thích: đặt cả câu trong dấu nháy, hoặc chuyển chú thích lên dòng riêng',
      ],
    ],
    [
      'a title of an old font',
      'Việc thử',
      "'Chuyªn môc ph¸t thanh'",
      ['7:12 obligations[0].title: chữ gõ bằng phông cũ (TCVN3): hãy chuyển sang Unicode rồi dán lại'],
    ],
    [
      'a tab before a key',
      '    title: Việc',
      '\ttitle: Việc',
      ['7:1 : thụt dòng bằng dấu cách, không dùng phím Tab'],
    ],
    ['a repeated key', 'year: 2025', 'year: 2025\ntitle: Tên khác', ['5:1 : khoá "title" đã có ở trên']],
    [
      'a repeated key deep inside',
      '      kind: rate',
      '      kind: rate\n      kind: rate',
      ['12:7 : khoá "kind" đã có ở trên'],
    ],
    ['a key repeated as a number', 'year: 2025', 'year: 2025\n7: a\n"7": b', ['6:1 : khoá "7" đã có ở trên']],
    ['a list as a key', 'year: 2025', 'year: 2025\n? [a, b]\n: 1', ['5:3 : khoá phải là chữ']],
    ['an alias as a key', 'year: 2025', 'year: 2025\na: &a title\n*a : x', ['6:1 : khoá phải là chữ']],
    ['an alias without its anchor', 'Việc thử', '*none', ['7:12 : không có neo &none ở phía trên']],
    [
      'an anchor after its alias',
      'title: Việc thử',
      'title: *later\n    lead: &later Văn phòng',
      ['7:12 : không có neo &later ở phía trên'],
    ],
    [
      'two plans in a file',
      'year: 2025',
      'year: 2025\n---\nyear: 2026',
      ['5:1 : mỗi tệp chỉ chứa một kế hoạch'],
    ],
    ['a tag', 'title: Kế', 'title: !!js/function Kế', ['2:8 : không dùng nhãn YAML (!…)']],
  ])('%s', (_, from, to, errors) => {
    expect(faults(broken(from, to))).toEqual(errors)
  })

  test('an alias that names an earlier value is a value', () => {
    const plan = readPlan(bytes(broken('Kế hoạch thử', '&name Kế hoạch thử').replace('Việc thử', '*name')))
    expect(plan.ok && plan.value.obligations[0]?.title).toBe('Kế hoạch thử')
  })
})

describe('fields that a plan does not have, or not so', () => {
  test.each<[string, string, string, string[]]>([
    ['an unknown field', 'year: 2025', 'year: 2025\nmàu: đỏ', ['5:1 màu: không có trường "màu"']],
    [
      'an unknown field of an obligation',
      '    quote:',
      '    ghi-chu: x\n    quote:',
      ['9:5 obligations[0].ghi-chu: không có trường "ghi-chu"'],
    ],
    [
      'a prototype',
      'year: 2025',
      'year: 2025\n__proto__: { title: x }',
      ['5:1 __proto__: không có trường "__proto__"'],
    ],
    ['a merge key', 'year: 2025', 'year: 2025\n<<: { number: x }', ['5:1 <<: không có trường "<<"']],
    ['an empty key', 'year: 2025', 'year: 2025\n~: 1', ['5:1 : không có trường ""']],
    ['a missing field', 'year: 2025\n', '', ['1:1 year: thiếu trường bắt buộc']],
    [
      'a missing field of an obligation',
      '    quote: nguyên văn\n',
      '',
      ['6:5 obligations[0].quote: thiếu trường bắt buộc'],
    ],
    [
      'a missing field of a cadence',
      "      time: '05:30'\n",
      '',
      ['11:7 obligations[0].cadence.time: thiếu trường bắt buộc'],
    ],
    [
      'a number as a clause',
      'id: A.1',
      'id: 1.1',
      ['6:9 obligations[0].id: mã điều khoản phải là chữ; đặt trong dấu nháy nếu chỉ gồm số'],
    ],
    [
      'a clause with a space',
      'id: A.1',
      'id: A 1',
      ['6:9 obligations[0].id: mã điều khoản chỉ gồm chữ, số, dấu chấm, gạch nối (tối đa 40)'],
    ],
    [
      'a list for a group',
      'unit: { code: xa-thu, name: UBND xã Thử }',
      'unit: [xa-thu]',
      ['3:7 unit: phải là một nhóm trường (khoá: giá trị)'],
    ],
    [
      'a word for a list',
      '[loudspeaker]',
      'loudspeaker',
      ['8:15 obligations[0].channels: phải là danh sách'],
    ],
    [
      'a channel twice',
      '[loudspeaker]',
      '[loudspeaker, loudspeaker]',
      ['8:15 obligations[0].channels: có mục lặp lại'],
    ],
    [
      'an unknown zone',
      'year: 2025',
      'year: 2025\nzone: Asia/Saigon',
      ['5:7 zone: múi giờ duy nhất là Asia/Ho_Chi_Minh'],
    ],
    [
      'a YAML timestamp',
      'year: 2025',
      'year: 2025\nissued: 2025-01-01T00:00:00Z',
      ['5:9 issued: không phải một ngày có thật (viết dạng YYYY-MM-DD)'],
    ],
    [
      'a day that does not exist',
      'year: 2025',
      'year: 2025\nissued: 2025-02-29',
      ['5:9 issued: không phải một ngày có thật (viết dạng YYYY-MM-DD)'],
    ],
    [
      'NUL in a title',
      'Việc thử',
      '"Việc\\0thử"',
      ['7:12 obligations[0].title: có ký tự không hiện được (U+0000) sau “Việc”: hãy xoá rồi gõ lại'],
    ],
    [
      'half a letter in a quote',
      'nguyên văn',
      '"nguyên\\ud800văn"',
      ['9:12 obligations[0].quote: có ký tự không hiện được (U+D800) sau “nguyên”: hãy xoá rồi gõ lại'],
    ],
  ])('%s', (_, from, to, errors) => {
    expect(faults(broken(from, to))).toEqual(errors)
  })

  test.each([
    ['year: 2025', 'year: 2025 # theo quyết định'],
    ["time: '05:30'", "time: '05:30' #giờ sáng"],
    ['Việc thử', '"Việc thử #1" # tuần đầu'],
    ['year: 2025', 'year: 2025\nnumber: # chưa có'],
  ])('a comment behind a value stays one: %s → %s', (from, to) => {
    expect(faults(broken(from, to))).toEqual(['ok'])
  })

  test('several faults come in the order of the file', () => {
    const file = broken('year: 2025', 'year: 25\nmàu: đỏ').replace("'05:30'", "'25:30'")
    expect(faults(file)).toEqual([
      '4:7 year: phải từ 1976 đến 2200',
      '5:1 màu: không có trường "màu"',
      '14:13 obligations[0].cadence.time: không phải một giờ có thật (viết dạng "HH:mm", từ 00:00 đến 23:59)',
    ])
  })

  test('lines end as on Windows, and a byte order mark comes first', () => {
    const file = `\ufeff${broken('year: 2025', 'year: 2025\nmàu: đỏ').replaceAll('\n', '\r\n')}`
    expect(faults(file)).toEqual(['5:1 màu: không có trường "màu"'])
  })
})

describe('files that are no plan', () => {
  const group = '1:1 : phải là một nhóm trường (khoá: giá trị)'
  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', group],
    ['white space', ' \n\n', group],
    ['a comment', '# kế hoạch\n', group],
    ['null', '~', group],
    ['a list', '- a\n- b\n', group],
    ['a sentence', 'xin chào', group],
    ['UTF-16 without a mark', new Uint8Array([0x69, 0, 0x64, 0, 0x3a, 0, 0x20, 0]), group],
  ])('%s', (_, file, error) => {
    expect(faults(file)).toEqual([error])
  })

  test.each([
    ['TCVN3 or any other 8-bit text', new Uint8Array([0x69, 0x64, 0x3a, 0x20, 0xe9, 0xe0])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x69, 0x00, 0x64, 0x00])],
    ['a Word document', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x08, 0x88])],
  ])('%s is said not to be UTF-8, without a place', (_, file) => {
    expect(readPlan(file)).toEqual({
      ok: false,
      problem: {
        kind: 'invalid',
        detail: 'Tệp kế hoạch không phải văn bản UTF-8. Hãy lưu lại với bảng mã UTF-8.',
        errors: [{ path: [], code: 'not-utf-8', message: 'không phải văn bản UTF-8' }],
      },
    })
  })
})

// Each of these once took seconds to minutes, filled the memory or threw.
describe('files made to do harm get one clear answer', () => {
  const many = (count: number, line: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => line(i)).join('\n')

  test('10 MB are refused unread', () => {
    expect(faults(new Uint8Array(10 * 1024 * 1024).fill(0x5b))).toEqual([
      'too-large: Tệp kế hoạch lớn quá 1 MB.',
    ])
  })

  test.each([
    ['brackets', '['.repeat(100_000)],
    ['brackets after as many closing ones in a comment', `# ${']'.repeat(50_000)}\n${'['.repeat(50_000)}`],
    ['lists in one line', `${'-  '.repeat(50_000)}x`],
    ['complex keys', `${'? '.repeat(50_000)}x`],
  ])('nesting by %s', (_, file) => {
    expect(faults(file)).toEqual([expect.stringMatching(/^\d+:\d+ : lồng quá nhiều tầng$/)])
  })

  test('a megabyte of brackets is told at the 101st', () => {
    expect(faults(`id: a\nb: ${'['.repeat(1_000_000)}`)).toEqual(['2:104 : lồng quá nhiều tầng'])
  })

  test.each([
    ['in quotes', `"${'[{'.repeat(200)}"`],
    ['in a block of text', `|-\n      ${'[{'.repeat(200)}`],
    ['in a plain line', `a${'[{'.repeat(200)}`],
  ])('brackets %s are no nesting', (_, quote) => {
    expect(faults(broken('nguyên văn', quote))).toEqual(['ok'])
  })

  test('lists that were closed again are no nesting', () => {
    expect(faults(`- ${'[], '.repeat(200)}`)).not.toEqual([expect.stringMatching('lồng')])
  })

  test('nesting by indents, as deep as 1 MB can', () => {
    // How much of it is read depends on the stack: it is too deep, or no plan.
    expect(faults(many(1400, (i) => `${' '.repeat(i)}a:`))).not.toEqual(['ok'])
  })

  test('aliases that unfold to billions', () => {
    const levels = many(
      9,
      (i) =>
        `a${i}: &a${i} [${Array(9)
          .fill(i ? `*a${i - 1}` : 'x')
          .join(', ')}]`,
    )
    expect(faults(levels)).toEqual(['2:10 : bí danh (*) bung ra quá lớn'])
  })

  test('more aliases than any plan needs', () => {
    const file = `a: &a x\nb: [${'*a, '.repeat(1001)}]`
    expect(faults(file)).toEqual(['2:4005 : quá nhiều bí danh (*)'])
  })

  test('a megabyte of commas is told at the 200,001st', () => {
    expect(faults(`[${','.repeat(1_000_000)}]`)).toEqual(['1:200002 : quá nhiều phần tử trong ngoặc'])
  })

  test('100,000 keys, all different', () => {
    expect(faults(many(100_000, (i) => `k${i}:`)).slice(0, 2)).toEqual([
      '1:1 id: thiếu trường bắt buộc',
      '1:1 title: thiếu trường bắt buộc',
    ])
  })

  test('300,000 keys, all the same', () => {
    const errors = faults(many(300_000, () => 'a:'))
    expect([errors.length, errors[0], errors.at(-1)]).toEqual([
      20,
      '2:1 : khoá "a" đã có ở trên',
      '21:1 : khoá "a" đã có ở trên',
    ])
  })

  test('100,000 obligations', () => {
    expect(faults(`obligations:\n${many(100_000, () => '- {}')}`)).toEqual([
      '2:1 obligations: không quá 2000 nhiệm vụ',
    ])
  })

  const obligations = (count: number, cadence: (i: number) => string): string =>
    FILE.replace(/ {2}- id[\s\S]*/, '') +
    many(
      count,
      (i) =>
        `  - {id: A${i}, title: x, channels: [loudspeaker], quote: x, cadence: {kind: rate, time: '05:30', ${cadence(i)}}}`,
    )

  test('a small file that asks for millions of slots', () => {
    const afterDays = many(50, String).replaceAll('\n', ', ')
    const file = obligations(
      2000,
      () => `rrule: FREQ=DAILY;COUNT=365, reruns: {times: 50, time: '06:00', afterDays: [${afterDays}]}`,
    )
    expect(faults(file)).toEqual(['8:68 obligations[2].cadence: quá 50000 kỳ trong một kế hoạch'])
  })

  test('rules that never come are told once there are enough of them', () => {
    const errors = faults(
      obligations(2000, (i) => `rrule: FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=${i + 1}`),
    )
    expect([errors.length, errors[0]]).toEqual([
      20,
      '6:103 obligations[0].cadence.rrule: quy tắc lặp không cho ngày nào trong thời gian của kế hoạch',
    ])
  })
})

describe('whatever the file holds, the answer is a plan or its faults, each in a line of the file', () => {
  const check = (file: Uint8Array): void => {
    const plan = readPlan(file)
    if (plan.ok || plan.problem.kind !== 'invalid') return
    const lines = new TextDecoder().decode(file).split('\n').length
    const at = plan.problem.errors as Partial<PlacedError>[]
    expect(at.length).toBeGreaterThan(0)
    expect(at.filter(({ line = 1, column = 1 }) => line < 1 || line > lines || column < 1)).toEqual([])
  }

  const names = ['ngok-tu-2025', 'duc-pho-2024', 'quang-ngai-117-2022']
  const samples = names.map((name) =>
    readFileSync(new URL(`../../content/plans/${name}.yaml`, import.meta.url), 'utf8'),
  )
  const scrap = fc.oneof(
    fc.constantFrom(
      ...'{ } [ ] : - ? & * ! | > \' " % @ ` # , \n \t --- ... << ~ null &a *a !!set \0 \u2028 -1 0 1e309 .inf 2025-13-01 RRULE: COUNT=0'.split(
        ' ',
      ),
    ),
    fc.string({ maxLength: 5, unit: 'binary' }),
  )

  test('random text', () => {
    fc.assert(
      fc.property(
        fc.array(scrap).map((parts) => bytes(parts.join(' '))),
        check,
      ),
      { numRuns: 300 },
    )
  })

  test('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), check), { numRuns: 300 })
  })

  test('real plans with pieces cut out and others put in', () => {
    const edit = fc.record({ at: fc.nat(6000), cut: fc.nat(30), put: scrap })
    const file = fc.tuple(fc.constantFrom(...samples), fc.array(edit, { minLength: 1, maxLength: 3 }))
    const edited = file.map(([text, edits]) =>
      bytes(
        edits.reduce(
          (old, { at, cut, put }) => old.slice(0, at) + put + old.slice(at + cut),
          text.slice(0, 6000),
        ),
      ),
    )
    fc.assert(fc.property(edited, check), { numRuns: 150 })
  })
})
