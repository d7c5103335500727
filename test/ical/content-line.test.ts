import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { escapeText, fold, serialise, textLine } from '../../src/ical/content-line.ts'

const octets = (text: string): number => new TextEncoder().encode(text).length

test.each([
  ['a, b; c', 'a\\, b\\; c'],
  ['một\nhai\r\nba\rbốn', 'một\\nhai\\nba\\nbốn'],
  ['C:\\bản ghi', 'C:\\\\bản ghi'],
  ['to\u0300a', 'tòa'],
  ['trước\u0000\u0007\u001bsau\tcột', 'trướcsau\tcột'],
])('%j is written %j', (text, written) => {
  expect(escapeText(text)).toBe(written)
})

test.each([75, 76, 77])('a line of %i octets is folded when it is longer than 75', (length) => {
  const line = `SUMMARY:${'a'.repeat(length - 8)}`
  expect(fold(line)).toBe(length > 75 ? `${line.slice(0, 75)}\r\n ${line.slice(75)}` : line)
})

test('a Vietnamese letter and an emoji are never cut in two', () => {
  const line = `SUMMARY:${'ổ📻'.repeat(30)}`
  const lines = fold(line).split('\r\n')
  expect(lines.every((one) => octets(one) <= 75 && !one.includes('\ufffd'))).toBe(true)
  expect(
    lines.map((one) => new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(one))),
  ).toEqual(lines)
  expect(lines.join('\r\n').replaceAll('\r\n ', '')).toBe(line)
})

/** What people type, paste and break: punctuation, line ends, decomposed Vietnamese, emoji, long titles. */
const piece = fc.oneof(
  fc.constantFrom(
    ',',
    ';',
    '\\',
    '\n',
    '\r\n',
    ':',
    '"',
    '\t',
    ' ',
    '📻',
    '👩‍🌾',
    'ệ'.normalize('NFD'),
    'Đắk Tô',
    'BEGIN:VEVENT',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const typed = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join('').slice(0, 500))

describe('any text', () => {
  test('is read by another library as it was written', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const file = serialise([
          'BEGIN:VCALENDAR',
          'BEGIN:VEVENT',
          textLine('SUMMARY', text),
          'END:VEVENT',
          'END:VCALENDAR',
        ])
        const event = new ICAL.Component(ICAL.parse(file) as []).getFirstSubcomponent('vevent')
        const meant = text
          .toWellFormed()
          .normalize('NFC')
          .replace(/\r\n?/g, '\n')
          .replace(/(?![\t\n])\p{Cc}/gu, '')
        expect(event?.getAllProperties().map(({ name }) => name)).toEqual(['summary'])
        expect(event?.getFirstPropertyValue('summary')).toBe(meant)
      }),
    )
  })
  test('takes lines of at most 75 octets, ended by CRLF, without any other line end', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const file = serialise([textLine('DESCRIPTION', text)])
        const lines = file.split('\r\n')
        expect(lines.at(-1)).toBe('')
        expect(lines.filter((line) => octets(line) > 75 || /[\r\n]/.test(line))).toEqual([])
      }),
    )
  })
})
