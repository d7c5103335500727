import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readWhen } from '../../../../src/core/document/when/read-when.ts'
import type { When } from '../../../../src/core/document/when/when.ts'

const phrases = readFileSync(new URL('../../../fixtures/when/phrases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { text: string; label?: string })

/** What is meant, without the words of a doubt, which quote the phrase. */
function meant({ doubt, also, ...rest }: When): object {
  const codes = [...new Set((doubt ?? []).map(({ code }) => code))]
  return { ...rest, also: also && meant(also), codes }
}

const read = (text: string, label?: string): object =>
  meant(readWhen(text, { year: 2026, label: label ?? null }))

const MUTATIONS: Record<string, (text: string) => string> = {
  'letters taken apart (NFD)': (text) => text.normalize('NFD'),
  'no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'lines broken anywhere': (text) => text.replaceAll(' ', '\r\n'),
  'spaces doubled': (text) => text.replaceAll(' ', '  '),
  capitals: (text) => text.toLocaleUpperCase('vi'),
  'tones in the old place': (text) =>
    text.replaceAll('hóa', 'hoá').replaceAll('tùy', 'tuỳ').replaceAll('òa', 'oà').replaceAll('ủy', 'uỷ'),
  'long dashes': (text) => text.replaceAll('-', '–'),
  'longer dashes': (text) => text.replaceAll('–', '—').replaceAll(' - ', ' — '),
  'hàng for hằng': (text) => text.replaceAll('hằng', 'hàng').replaceAll('Hằng', 'Hàng'),
  'quí for quý': (text) => text.replaceAll('quý', 'quí').replaceAll('Quý', 'Quí'),
  'a bullet and a full stop': (text) => `- ${text.replace(/[.;]$/, '')}.`,
  'marks of markdown': (text) => `*${text}*`,
  'zero-width marks': (text) => text.replaceAll(' ', ' \u200b'),
  'spaces before signs': (text) => text.replace(/(?<=\S);/g, ' ; ').replace(/:\s/g, ' : '),
}

describe.each(Object.entries(MUTATIONS))('%s change nothing', (_, mutate) => {
  test('in any phrase of the table', () => {
    const changed = phrases.flatMap(({ text, label }) => {
      const [before, after] = [read(text, label), read(mutate(text), label)]
      return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ text: mutate(text), before, after }]
    })
    expect(changed).toEqual([])
  })
})

const UNITS = [
  'số',
  'lần',
  'tin',
  'bài',
  'bản tin',
  'chương trình',
  'chuyên mục',
  'buổi',
  'kỳ',
  'cuộc',
  'lớp',
]
const PERIODS = { day: 'ngày', week: 'tuần', month: 'tháng', quarter: 'quý', year: 'năm' } as const
const NUMBERS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']

const count = fc.record({
  n: fc.integer({ min: 1, max: 9 }),
  unit: fc.constantFrom(...UNITS),
  period: fc.constantFrom(...(Object.keys(PERIODS) as (keyof typeof PERIODS)[])),
  digits: fc.constantFrom<(n: number) => string>(
    (n) => String(n),
    (n) => `0${n}`,
    (n) => `0${n} (${NUMBERS[n]})`,
    (n) => NUMBERS[n] as string,
  ),
})

test('a count a period is the same in any order and any writing of its number', () => {
  fc.assert(
    fc.property(count, ({ n, unit, period, digits }) => {
      const [number, each] = [digits(n), PERIODS[period]]
      const ways = [
        `${number} ${unit}/${each}`,
        `${number} ${unit} / 01 ${each}`,
        `mỗi ${each} ${number} ${unit}`,
        `${number} ${unit} mỗi ${each}`,
        `một ${each} ${number} ${unit}`,
        `hằng ${each}: ${number} ${unit}`,
        `định kỳ ${number} ${unit}/${each}`,
      ]
      const rate = { kind: 'rate', n, unit, period, interval: 1 }
      for (const way of ways) expect(readWhen(way, { year: 2026 }), way).toMatchObject(rate)
      for (const way of ways) expect(readWhen(way, { year: 2026 }).doubt, way).toBeUndefined()
    }),
  )
})

test('every so many periods is the same in either order', () => {
  const interval = fc.integer({ min: 2, max: 5 })
  const period = fc.constantFrom('day', 'week', 'month') as fc.Arbitrary<'day' | 'week' | 'month'>
  fc.assert(
    fc.property(interval, period, fc.constantFrom(...UNITS), (every, name, unit) => {
      const each = PERIODS[name]
      const rate = { kind: 'rate', n: 1, unit, period: name, interval: every }
      for (const way of [
        `01 ${unit}/${every} ${each}`,
        `0${every} ${each}/${unit}`,
        `${every} ${each} một ${unit}`,
        `cứ ${every} ${each} 1 ${unit}`,
        `định kỳ 0${every} ${each}/01 ${unit}`,
      ])
        expect(readWhen(way, { year: 2026 }), way).toMatchObject(rate)
    }),
  )
})

test('a day is the same in every writing, and before it is exclusive', () => {
  const days = fc.record({ day: fc.integer({ min: 2, max: 28 }), month: fc.integer({ min: 1, max: 12 }) })
  fc.assert(
    fc.property(days, ({ day, month }) => {
      const [dd, mm] = [String(day).padStart(2, '0'), String(month).padStart(2, '0')]
      const date = `2026-${mm}-${dd}`
      for (const way of [
        `${day}/${month}/2026`,
        `ngày ${dd}/${mm}/2026`,
        `ngày ${dd}/${month}`,
        `ngày ${day}-${month}-2026`,
        `${dd}.${mm}.2026`,
        `ngày ${dd} tháng ${mm} năm 2026`,
        `ngày ${day} tháng ${month}`,
      ]) {
        expect(readWhen(way, { year: 2026 }), way).toEqual({
          kind: 'window',
          window: { from: date, to: date },
        })
        expect(readWhen(`trước ${way}`, { year: 2026 })).toEqual({ kind: 'deadline', before: date })
        expect(readWhen(`chậm nhất ${way}`, { year: 2026 })).toEqual({
          kind: 'deadline',
          window: { to: date },
        })
      }
    }),
  )
})

test('no text at all makes it throw or hang', () => {
  const words = fc.constantFrom(
    ...'01 2 15 100 tháng tuần quý năm ngày lần số tin / - , ; ( ) trước từ đến mỗi hằng thứ hai ba III 15/3 6/2026 % phút phát lại báo cáo'.split(
      ' ',
    ),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words, { maxLength: 20 }).map((all) => all.join(' ')),
      ),
      (text) => {
        expect(readWhen(text, { year: 2026 }).kind).toBeTypeOf('string')
      },
    ),
    { numRuns: 500 },
  )
})
