import { expect, test } from 'vitest'
import {
  calibratedSpeed,
  countWords,
  fitInWords,
  fitOf,
  readingTime,
  timeInWords,
  wordClass,
} from '../../../src/core/content/reading-time.ts'

const words = (count: number) => Array.from({ length: count }, () => 'tiếng').join(' ')

test('190 syllables take a minute at the usual speed, less for a fast reader and more for a slow one', () => {
  const time = readingTime(words(190))
  expect({ ...time, least: Math.round(time.least * 100), most: Math.round(time.most * 100) }).toEqual({
    ...{ syllables: 190, usual: 1, least: 83, most: 112 },
  })
})

test.each([
  [1600, 'too-short'],
  [1701, 'fits'],
  [2300, 'fits'],
  [3450, 'fits'],
  [3460, 'too-long'],
])('%i syllables in a programme of 10 to 15 minutes: %s', (count, fit) => {
  expect(fitOf(readingTime(words(count)), { min: 10, max: 15 })).toBe(fit)
})

test('the page says what to do about it', () => {
  expect([
    timeInWords(readingTime(words(60))),
    timeInWords(readingTime(words(350))),
    fitInWords(readingTime(words(700)), { min: 10, max: 15 }),
    fitInWords(readingTime(words(4000)), { min: 10, max: 15 }),
    fitInWords(readingTime(words(2300)), { min: 10, max: 15 }),
  ]).toEqual([
    'dưới nửa phút',
    'khoảng 1,5–2 phút',
    'mới khoảng 3,5/10 phút, cần thêm khoảng 1.200 tiếng, hoặc nhạc, phỏng vấn',
    'dài, cần bớt khoảng 1.150 tiếng',
    'vừa thời lượng',
  ])
})

test('a text of one minute does not fill a slot of fifteen, even where no plan says how long it must be', () => {
  const one = readingTime(words(190))
  expect([
    fitInWords(one, { min: 15, max: 15 }),
    fitInWords(one, { min: 0, max: 15 }),
    fitOf(readingTime(words(1400)), { min: 0, max: 15 }),
  ]).toEqual([
    'mới khoảng 1/15 phút, cần thêm khoảng 2.660 tiếng, hoặc nhạc, phỏng vấn',
    'mới khoảng 1/15 phút, cần thêm khoảng 2.660 tiếng, hoặc nhạc, phỏng vấn',
    'fits',
  ])
})

test.each([
  [349, 'dưới 350 từ'],
  [350, 'từ 350 đến dưới 600 từ'],
  [599, 'từ 350 đến dưới 600 từ'],
  [600, 'từ 600 từ trở lên'],
])('%i words are paid as "%s"', (count, name) => {
  expect(wordClass(countWords(words(count)))).toBe(name)
})

test('three airings are enough to know the announcer, and one odd entry does not spoil it', () => {
  const aired = [
    { syllables: 1800, minutes: 10 },
    { syllables: 1760, minutes: 10 },
    { syllables: 1840, minutes: 10 },
    { syllables: 100, minutes: 15 },
  ]
  expect([calibratedSpeed(aired), calibratedSpeed(aired.slice(0, 2))]).toEqual([180, null])
})
