/** How long a text takes when it is read on the loudspeakers, and which class of pay it falls in. */
import { syllables } from './spoken.ts'

/** Syllables a minute of an outdoor loudspeaker, pauses included. */
export const USUAL_SPEED = 190
export const SLOWEST_SPEED = 100
export const FASTEST_SPEED = 350
/** Announcers around the usual one read 170 to 230 a minute. */
const SLOWER = 170 / USUAL_SPEED
const FASTER = 230 / USUAL_SPEED

/** Minutes; `least` by a fast reader, `most` by a slow one. */
export type ReadingTime = { syllables: number; least: number; usual: number; most: number }

export function readingTime(text: string, perMinute = USUAL_SPEED): ReadingTime {
  const count = syllables(text)
  const at = (speed: number) => count / speed
  return {
    syllables: count,
    least: at(perMinute * FASTER),
    usual: at(perMinute),
    most: at(perMinute * SLOWER),
  }
}

/** What the plan, or the slot, asks for; null where neither says a length. */
export type Wanted = { min: number; max: number }

export type Fit = 'fits' | 'too-short' | 'too-long'

/**
 * Too short only when even a slow reader ends early, too long when even a fast one does not end in time. Where only the
 * slot has a length, a text that fills less than half of it leaves the air empty.
 */
export function fitOf({ least, most }: ReadingTime, { min, max }: Wanted): Fit {
  if (most < (min || max / 2)) return 'too-short'
  return least > max ? 'too-long' : 'fits'
}

/** Half minutes, as people say them: `2,5`. */
const minutesText = (minutes: number): string => (Math.round(minutes * 2) / 2).toLocaleString('vi')

/** `khoảng 1–1,5 phút`, `dưới nửa phút` */
export function timeInWords({ least, most }: ReadingTime): string {
  if (most < 0.5) return 'dưới nửa phút'
  const [from, to] = [minutesText(Math.max(least, 0.5)), minutesText(most)]
  return from === to ? `khoảng ${to} phút` : `khoảng ${from}–${to} phút`
}

/** `10–15 phút`, or `tối đa 15 phút` where only the slot has a length. */
export function wantedInWords({ min, max }: Wanted): string {
  if (min === 0) return `tối đa ${max} phút`
  return min === max ? `${max} phút` : `${min}–${max} phút`
}

/** What to do about it: `mới khoảng 1/15 phút, cần thêm khoảng 2.660 tiếng, hoặc nhạc, phỏng vấn`. */
export function fitInWords(time: ReadingTime, wanted: Wanted, perMinute = USUAL_SPEED): string {
  const round = (count: number) => (Math.round(count / 10) * 10).toLocaleString('vi')
  const goal = wanted.min || wanted.max
  switch (fitOf(time, wanted)) {
    case 'fits':
      return 'vừa thời lượng'
    case 'too-short':
      return `mới khoảng ${minutesText(Math.max(time.usual, 0.5))}/${goal} phút, cần thêm khoảng ${round(goal * perMinute - time.syllables)} tiếng, hoặc nhạc, phỏng vấn`
    case 'too-long':
      return `dài, cần bớt khoảng ${round(time.syllables - wanted.max * perMinute)} tiếng`
  }
}

const WORD_CLASSES = ['dưới 350 từ', 'từ 350 đến dưới 600 từ', 'từ 600 từ trở lên'] as const

/** Words as an office program counts them: what stands between spaces. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length

/** The class that pays for it, by Điều 4 of TT 55/2023/TT-BTC. */
export const wordClass = (words: number): (typeof WORD_CLASSES)[number] =>
  WORD_CLASSES[words < 350 ? 0 : words < 600 ? 1 : 2]

/** An airing of which both the text and the length are known. */
export type Timed = { syllables: number; minutes: number }

/** Fewer say nothing about how somebody reads. */
export const LEAST_AIRINGS = 3

/** The median speed of what was aired, in syllables a minute; null below `LEAST_AIRINGS`. */
export function calibratedSpeed(aired: readonly Timed[]): number | null {
  const speeds = aired
    .filter(({ syllables: count, minutes }) => count > 0 && minutes > 0)
    .map(({ syllables: count, minutes }) => count / minutes)
    .filter((speed) => speed >= SLOWEST_SPEED && speed <= FASTEST_SPEED)
    .sort((a, b) => a - b)
  if (speeds.length < LEAST_AIRINGS) return null
  const middle = (speeds.length - 1) / 2
  return Math.round(((speeds[Math.floor(middle)] as number) + (speeds[Math.ceil(middle)] as number)) / 2)
}
