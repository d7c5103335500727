import { expect, test } from 'vitest'
import {
  itemText,
  MAX_TEXT,
  type ReviewKind,
  reviewProblem,
  stateOf,
} from '../../../src/core/content/item.ts'
import { approvedBy, type ItemState } from '../../../src/core/item-brief.ts'

const said = (version: number, ...kinds: ReviewKind[]) => kinds.map((kind) => ({ version, kind }))

test.each<[string, number, ReturnType<typeof said>, ItemState]>([
  ['nothing was said', 1, [], 'draft'],
  ['it was sent', 1, said(1, 'sent'), 'waiting'],
  ['it was approved', 1, said(1, 'sent', 'approved'), 'approved'],
  ['it was returned', 1, said(1, 'sent', 'returned'), 'returned'],
  ['it was returned and sent again', 1, said(1, 'sent', 'returned', 'sent'), 'waiting'],
  ['the version before it was approved', 2, said(1, 'sent', 'approved'), 'draft'],
  ['it was sent after an approved one', 2, [...said(1, 'sent', 'approved'), ...said(2, 'sent')], 'waiting'],
])('a version stands by what was said of it: %s', (_, version, reviews, state) => {
  expect(stateOf(version, reviews)).toBe(state)
})

const version = { version: 2, hash: 'b', by: 'Lan' }

test.each<[ReviewKind, ItemState, string, string | undefined]>([
  ['sent', 'draft', 'b', undefined],
  ['sent', 'returned', 'b', undefined],
  ['sent', 'waiting', 'b', 'conflict'],
  ['sent', 'approved', 'b', 'conflict'],
  ['approved', 'waiting', 'b', undefined],
  ['approved', 'waiting', 'a', 'conflict'],
  ['approved', 'draft', 'b', 'conflict'],
  ['approved', 'approved', 'b', 'conflict'],
  ['returned', 'waiting', 'b', undefined],
  ['returned', 'waiting', 'a', 'conflict'],
  ['returned', 'draft', 'b', 'conflict'],
])('%s in state %s, having seen text %s: %s', (kind, state, seen, problem) => {
  expect(reviewProblem({ version, state }, kind, seen)?.kind).toBe(problem)
})

test.each([
  ['a minute before it was approved', 199, false],
  ['at the moment', 200, true],
  ['after it', 250, true],
  ['once it was edited', 300, false],
  ['once the edit was approved too', 400, true],
  ['before anything was written', 50, false],
])('whether it was approved when it was aired: %s', (_, instant, answer) => {
  const versions = [
    { at: 100, approvedAt: 200 },
    { at: 300, approvedAt: 400 },
  ]
  expect(approvedBy({ versions }, instant)).toBe(answer)
})

const written = {
  ...{
    title: ' Bài  một ',
    topics: [],
    body: 'a\r\nb\u00a0c  \r\n\r\n\r\n\r\n\r\nd',
    language: 'Tiếng Việt',
  },
  ...{ author: null, source: null, loudspeaker: ' ', portal: '', social: 'Ngắn' },
}

test('text is normalised on the way in, and an empty wording is none', () => {
  expect(itemText.parse(written)).toEqual({
    ...{ title: 'Bài một', topics: [], body: 'a\nb c\n\n\nd', language: 'Tiếng Việt' },
    ...{ author: null, source: null, loudspeaker: null, portal: null, social: 'Ngắn', making: null },
  })
})

test('a text that is too long, or has control characters, is refused with its place', () => {
  const places = (more: object) =>
    itemText.safeParse({ ...written, ...more }).error?.issues.map(({ path }) => path)
  expect([
    places({ body: 'a'.repeat(MAX_TEXT + 1) }),
    places({ body: 'a\u0000' }),
    places({ title: ' ' }),
  ]).toEqual([[['body']], [['body']], [['title']]])
})

test('spaces without an end before a letter are read in a moment: a pattern for the ends of lines took minutes, for everybody', () => {
  const body = `Dòng một \t\n${' '.repeat(40_000)}x  `
  expect(itemText.parse({ ...written, body }).body).toBe(`Dòng một\n${' '.repeat(40_000)}x`)
})
