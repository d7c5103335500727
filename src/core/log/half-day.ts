/** Halves of the day in words: `5h30 chiều`, `11:50 đêm`, `5:30 SA`, `chiều 5h30`. */

/** A piece of a regular expression, for text in lower case. `tới` is another word than `tối`: `5h toi 6h` says neither. */
export const HALF = [
  'a\\.?m\\b\\.?|p\\.?m\\b\\.?|sa|ch',
  '(?:bu[oổ]i\\s+)?(?:(?:rạng\\s+|rang\\s+)?(?:sáng|sang)|trưa|trua|chiều|chieu|tối|toi(?!\\s*\\d)|đêm|dem|khuya)',
].join('|')

type Half = 'am' | 'pm' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night'

const HALVES: [RegExp, Half][] = [
  [/^a\.?m|^sa$/, 'am'],
  [/^p\.?m|^ch$/, 'pm'],
  [/s[áa]ng$/, 'morning'],
  [/tr[ưu]a$/, 'noon'],
  [/chi[ềe]u$/, 'afternoon'],
  [/t[ốo]i$/, 'evening'],
  [/[đd][êe]m$|khuya$/, 'night'],
]

const between = (hour: number, from: number, to: number): boolean => hour >= from && hour <= to

/** Hour of twelve, and hours as they stand, by half; whatever else is said with it contradicts itself. */
const CLOCK: Record<Half, (hour: number) => number | null> = {
  am: (hour) => (between(hour, 0, 12) ? hour % 12 : null),
  pm: (hour) => (between(hour, 1, 12) ? (hour % 12) + 12 : between(hour, 13, 23) ? hour : null),
  morning: (hour) => (between(hour, 0, 11) ? hour : null),
  noon: (hour) => (between(hour, 10, 14) ? hour : between(hour, 1, 2) ? hour + 12 : null),
  afternoon: (hour) => (between(hour, 12, 19) ? hour : between(hour, 1, 7) ? hour + 12 : null),
  evening: (hour) => (between(hour, 17, 23) ? hour : between(hour, 5, 12) ? hour + 12 : null),
  night: (hour) =>
    between(hour, 19, 24) || between(hour, 0, 4) ? hour : between(hour, 7, 12) ? hour + 12 : null,
}

/** The hour from 0 to 24 (the midnight that ends the day); null where the words contradict the number. */
export function hourOfHalf(hour: number, words: string | null): number | null {
  const half = words === null ? undefined : HALVES.find(([pattern]) => pattern.test(words))?.[1]
  return half === undefined ? hour : CLOCK[half](hour)
}

const WHOLE = new RegExp(`^(?:${HALF})$`, 'u')

/** "Sáng", "buổi chiều", "PM", in lower case and with its tones as `foldTone` puts them. */
export const saysHalf = (text: string): boolean => WHOLE.test(text)
