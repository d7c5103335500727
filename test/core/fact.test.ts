import { describe, expect, test } from 'vitest'
import { factInput, inputOf, parseInstant } from '../../src/core/fact.ts'
import { formatInstant } from '../../src/core/wall-clock.ts'

/** `path: message` of what is wrong, or `ok`. */
function faults(data: unknown): string[] {
  const parsed = factInput.safeParse(data)
  return parsed.success
    ? ['ok']
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
}
const aired = (more: object): string[] => faults({ kind: 'aired', ...more })
const hash = 'a'.repeat(64)

describe('a statement that is none', () => {
  test.each<[string, unknown, string[]]>([
    ['nothing', undefined, [': phải là một nhóm trường (khoá: giá trị)']],
    ['a list', [], [': phải là một nhóm trường (khoá: giá trị)']],
    [
      'no kind',
      {},
      [
        'kind: kind phải là một trong: aired, posted, held, measured, not-aired, excused, moved, made-up, evidence, note, correction',
      ],
    ],
    ['minutes below zero', { kind: 'aired', minutes: -1 }, ['minutes: không được âm']],
    ['more minutes than a day has', { kind: 'aired', minutes: 1441 }, ['minutes: không quá 1440']],
    ['half a minute', { kind: 'aired', minutes: 0.5 }, ['minutes: phải là số nguyên']],
    ['a value that is no number', { kind: 'measured', value: 'nhiều' }, ['value: phải là số']],
    ['an endless value', { kind: 'measured', value: Number.POSITIVE_INFINITY }, ['value: phải là số']],
    ['an empty note', { kind: 'note', note: ' \u200b ' }, ['note: không được để trống']],
    [
      'NUL in a note',
      { kind: 'note', note: 'a\0b' },
      ['note: có ký tự không hiện được (U+0000) sau “a”: hãy xoá rồi gõ lại'],
    ],
    [
      'a file without its hash',
      { kind: 'evidence', file: { name: 'a.jpg', size: 1, sha256: 'x' } },
      ['file.sha256: phải là SHA-256: 64 chữ số thập lục phân thường'],
    ],
    [
      'a file of less than nothing',
      { kind: 'evidence', file: { name: 'a.jpg', size: -1, sha256: hash } },
      ['file.size: không được âm'],
    ],
    [
      'a new start that is no day',
      { kind: 'moved', to: '2025-02-30' },
      ['to: không phải một ngày giờ Việt Nam có thật (ví dụ 2025-08-04T05:30 hoặc 2025-08-04)'],
    ],
    [
      'a new start in another zone',
      { kind: 'moved', to: '2025-08-04T05:30:00Z' },
      ['to: không phải một ngày giờ Việt Nam có thật (ví dụ 2025-08-04T05:30 hoặc 2025-08-04)'],
    ],
  ])('%s', (_, data, errors) => {
    expect(faults(data)).toEqual(errors)
  })

  test.each([
    'khong phai lien ket',
    'www.xa.vn',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://xa.vn',
    'http://',
    'http:// a',
  ])('a link that is no web address: %s', (link) => {
    expect(aired({ link })).toEqual(['link: phải là một địa chỉ http:// hoặc https://'])
  })

  test('unknown fields, and those that only programs of ours may say', () => {
    const parsed = factInput.safeParse({ kind: 'aired', by: 'Chủ tịch', recordedAt: 1, incidentId: 'x' })
    expect(parsed.error?.issues).toEqual([
      expect.objectContaining({ keys: ['by', 'recordedAt', 'incidentId'] }),
    ])
  })
})

describe('what a statement says', () => {
  test('null and absent are the same, words are tidied, a link is kept', () => {
    const given = {
      kind: 'posted',
      link: 'https://xa.vn/tin?a=1',
      note: '  một\n hai ',
      at: '2025-08-04T09:00',
      minutes: null,
    }
    expect(factInput.parse(given)).toEqual(
      inputOf('posted', { link: 'https://xa.vn/tin?a=1', note: 'một hai', at: Date.UTC(2025, 7, 4, 2) }),
    )
  })

  test.each([
    ['2025-08-04', { date: '2025-08-04', time: null }],
    ['2025-08-04T05:30', { date: '2025-08-04', time: '05:30' }],
    ['2025-08-04T05:30:00+07:00', { date: '2025-08-04', time: '05:30' }],
  ])('a new start of %s', (to, start) => {
    expect(factInput.parse({ kind: 'moved', to }).to).toEqual(start)
  })

  test.each<[string, string | null]>([
    ['2025-08-04', '2025-08-04T00:00:00+07:00'],
    ['2025-08-04T05:30', '2025-08-04T05:30:00+07:00'],
    ['2025-08-04T05:30:15', '2025-08-04T05:30:00+07:00'],
    ['2025-08-03T22:30:15Z', '2025-08-04T05:30:15+07:00'],
    ['2025-08-04T07:30:00+09:00', '2025-08-04T05:30:00+07:00'],
    ['2025-08-04T24:00', null],
    ['2025-08-04T05:60', null],
    ['2025-08-04T05:30:99Z', null],
    ['2025-08-04T05:30:00+99:00', null],
    ['2025-02-29', null],
    ['04/08/2025', null],
    ['', null],
    ['now', null],
  ])('the instant %s', (text, instant) => {
    const parsed = parseInstant(text)
    expect(parsed === null ? null : formatInstant(parsed)).toBe(instant)
  })
})
