import { describe, expect, test } from 'vitest'
import {
  languageNamed,
  type Making,
  madeOf,
  making,
  makingErrors,
  NO_MAKING,
  twoRoles,
  unusualWords,
} from '../../src/core/making.ts'
import { languages } from '../../src/languages.ts'

const said = (more: Partial<Making>): Making => ({ ...NO_MAKING, ...more })

test.each([
  ['Tiếng Việt', 'Tiếng Việt'],
  ['tiếng Xê Đăng', 'Xơ Đăng'],
  ['xơ đăng', 'Xơ Đăng'],
  ['JARAI', 'Gia Rai'],
  ['K’Ho', 'Cơ Ho'],
  ['Klingon', null],
  ['', null],
])('a language called "%s" is %s', (name, expected) => {
  expect(languageNamed(languages, name)?.name ?? null).toBe(expected)
})

test('no name of a language means two of them', () => {
  for (const { name, also } of languages)
    for (const one of [name, ...also]) expect([one, languageNamed(languages, one)?.name]).toEqual([one, name])
})

describe('what cannot be, is told where it is', () => {
  test.each([
    [{ language: 'Klingon' }, ['language unknown-language']],
    [{ origin: 'reused' }, ['author missing-author', 'source missing-source']],
    [{ origin: 'reused', author: 'Y An' }, ['source missing-source']],
    [{ origin: 'reused', author: 'Y An', source: 'Báo Kon Tum' }, []],
    [{ partMinutes: 5 }, ['partMinutes no-part']],
    [{ language: 'Hrê', spoken: 'part', partMinutes: 5 }, []],
    [{}, []],
  ] as const)('%o', (more, errors) => {
    expect(makingErrors(said(more), languages).map(({ field, code }) => `${field} ${code}`)).toEqual(errors)
  })

  test.each([
    [{ words: 0 }, ['words']],
    [{ words: -1 }, ['words']],
    [{ partMinutes: 0 }, ['partMinutes']],
    [{ mode: 'live' }, ['mode']],
    [{ singer: 'Y An' }, ['']],
  ])('%o', (data, fields) => {
    const parsed = making.safeParse(data)
    expect(parsed.error?.issues.map(({ path }) => String(path[0] ?? ''))).toEqual(fields)
  })
})

test('0 words are refused with what to do instead', () => {
  expect(making.safeParse({ words: 0 }).error?.issues[0]?.message).toBe(
    'không thể là 0: chưa biết thì để trống',
  )
})

test('somebody with two roles is told, however the name is written', () => {
  expect(twoRoles(said({ editor: 'Hoà  Bình', announcer: 'hòa bình', author: 'Y An' }))).toEqual([
    'Hoà  Bình vừa là biên tập vừa là phát thanh viên',
  ])
})

test('what was said of one airing goes before what its item says', () => {
  const item = said({ language: 'Tiếng Việt', author: 'Y An', words: 300 })
  expect(madeOf(said({ language: 'Hrê', translator: 'Y Lan' }), item)).toEqual(
    said({ language: 'Hrê', author: 'Y An', words: 300, translator: 'Y Lan' }),
  )
  expect(madeOf(null, null)).toEqual(NO_MAKING)
})

test.each([
  [{ language: 'Tiếng Việt', mode: 'new' }, []],
  [{ language: 'tiếng Hrê', spoken: 'bilingual' }, ['tiếng Hrê, song ngữ']],
  [{ mode: 'relay' }, ['tiếp âm, tiếp sóng']],
] as const)('beside a title stands only what a listener would notice: %o', (more, words) => {
  expect(unusualWords(said(more))).toEqual(words)
})
