import { describe, expect, test } from 'vitest'
import { blankOf, readBlank } from '../../../src/actions/read-blank.ts'
import { blankFiles } from '../../../src/content.generated.ts'

test.each(blankFiles.map(({ name, text }) => [name, text] as const))(
  '%s is a form, named as its id',
  (name, text) => {
    const blank = blankOf(text)
    expect(blank.ok ? `${blank.value.id}.yaml` : blank.problem).toBe(name)
  },
)

const HEAD = `id: thu
title: Biểu thử
asker: Sở thử
source: Công văn thử
basis: plan-year
periods: [month]
`

/** `7:3 fields[0].from.of: message` */
function toldIn(text: string): string[] {
  const blank = blankOf(text)
  if (blank.ok || blank.problem.kind !== 'invalid') return []
  return blank.problem.errors.map((error) => {
    const { line, column } = error as typeof error & { line: number; column: number }
    return `${line}:${column} ${error.code} ${error.message}`
  })
}

describe('what is wrong with a form is told with its line', () => {
  test.each([
    [
      'fields:\n  - { id: constructor, label: A, from: { kind: typed } }',
      ['8:11 custom là từ riêng của phần mềm: hãy đặt mã khác'],
    ],
    ['fields: []', ['7:9 empty-form biểu cần ít nhất một trường hoặc một bảng']],
    [
      'fields:\n  - { id: a, label: A, from: { kind: sum, of: [khong_co] } }',
      ['8:48 no-such-field không có trường "khong_co" trong biểu'],
    ],
    [
      'fields:\n  - { id: a, label: A, from: { kind: percent, of: b, over: b } }\n  - { id: b, label: B, from: { kind: typed } }',
      [
        '8:51 later-field trường "b" phải đứng trước trường tính từ nó',
        '8:60 later-field trường "b" phải đứng trước trường tính từ nó',
      ],
    ],
    [
      'fields:\n  - { id: a, label: A, from: { kind: typed, as: text } }\n  - { id: b, label: B, from: { kind: sum, of: [a] } }',
      ['9:48 not-a-number trường "a" không phải số'],
    ],
    [
      'fields:\n  - { id: a, label: A, from: { kind: typed } }\n  - { id: a, label: B, from: { kind: typed } }',
      ['9:11 duplicate-field mã "a" đã dùng ở mục thứ 1'],
    ],
    [
      'fields:\n  - { id: a, label: A, from: { kind: count, of: hours, where: { languages: [Klingon] } } }',
      [
        '8:77 unknown-language chưa có ngôn ngữ "Klingon": dùng vietnamese, minority, foreign, hoặc một tên trong danh sách ngôn ngữ như Tiếng Việt, Xơ Đăng, Hrê',
      ],
    ],
    [
      'fields:\n  - { id: a, label: A, from: { kind: guess } }',
      ['8:38 invalid-union kind phải là một trong: count, sum, percent, score, present, typed, none'],
    ],
    ['fields:\n  - { id: a, label: A }', ['8:5 missing-field thiếu trường bắt buộc']],
    [
      'fields: []\nlists:\n  - { id: l, title: L, rows: obligations, columns: [{ heading: H, width: 20, from: minutes }] }',
      ['9:53 invalid-union'],
    ],
    [
      'fields:\n  - { id: a, label: A, from: { kind: sum, of: [b] } }\n  - { id: b, label: B, from: { kind: sum, of: [a] } }',
      ['8:48 later-field trường "b" phải đứng trước trường tính từ nó'],
    ],
    [
      'fields:\n  - { id: a, label: A, from: { kind: sum, of: [a] } }',
      ['8:48 later-field trường "a" phải đứng trước trường tính từ nó'],
    ],
    [
      `fields:\n  - { id: ${'số'.normalize('NFD')}, label: A, from: { kind: typed } }`,
      ['8:11 invalid-format chỉ gồm chữ thường không dấu'],
    ],
    ['periods: [week]', []],
  ])('%s', (body, told) => {
    const found = toldIn(HEAD + body)
    for (const [i, words] of told.entries()) expect(found[i]).toContain(words)
    expect(found.length).toBeGreaterThan(0)
  })
})

test('a period that there is not, a key used twice and a file that is no text are told', () => {
  expect(toldIn(HEAD.replace('month', 'week'))[0]).toContain('6:11')
  expect(toldIn(`${HEAD}title: lần nữa\nfields: []`)[0]).toContain('khoá "title" đã có ở trên')
  expect(readBlank(new Uint8Array([0xff, 0xfe, 0x00]))).toMatchObject({ ok: false })
  expect(readBlank(new Uint8Array(200_000))).toMatchObject({ problem: { kind: 'too-large' } })
})
