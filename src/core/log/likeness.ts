/** How much a title in a play log is like the title of an obligation. */
import { foldAll, foldTone } from '../text.ts'

/** What every title may have and so tells none apart: kinds of programmes, where they are played, their number. */
const COMMON = new RegExp(
  `\\b(${[
    'chuyen (muc|de|trang)|chuong trinh|ban tin|muc|cm|phong su',
    'phat thanh|truyen thanh|truyen thong|tuyen truyen|phat lai|phat moi|phat song|phat|pl|pm',
    'he thong|co so|dai|loa|tren|dia ban|xa|phuong|thi tran|thi xa|tinh|nam|quy|tuan|thang|ngay|lan|ky',
    've|va|cua|cac|cho|theo|trong|tai|voi|de|gan|nang cao|xay dung|thuc hien|trien khai|to chuc',
  ].join('|')})\\b|\\b(so )?\\d+\\b`,
  'g',
)

/** The words that tell titles apart, with their diacritics, without the ending of a file's name. */
export function titleWords(title: string): string[] {
  // Names of files are glued: `ChuyenDoiSo_so16.mp3`.
  const apart = title.normalize('NFC').replace(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\d)/gu, ' ')
  const words = foldTone(apart)
    .replace(/\.(mp ?3|wav|m ?4a|wma|aac|ogg|flac)$/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const telling = words
    .map((word) => foldAll(word).replace(/[^a-z0-9]/g, ''))
    .join(' ')
    .replace(COMMON, (common) => common.replace(/[^ ]+/g, '_'))
    .split(' ')
  return words.filter((_, i) => (telling[i]?.length ?? 0) > 1)
}

/**
 * From 0 to 1: how much of the title with fewer words the other one has too. An abbreviation stands for the words
 * whose initials it is: CĐS for chuyển đổi số. Null when one of them has no telling word.
 */
export function likeness(a: readonly string[], b: readonly string[]): number | null {
  const { left, right, both } = compared(a, b)
  const fewer = Math.min(left.size, right.size)
  return fewer === 0 ? null : both / fewer
}

/**
 * One title says all that the other says. A single syllable that both have tells nothing (`Tin mới`, `Nông thôn
 * mới`), unless it is all that they have; an abbreviation, `CCHC`, stands for several.
 */
export function isSameTitle(a: readonly string[], b: readonly string[]): boolean {
  const { left, right, both } = compared(a, b)
  const fewer = Math.min(left.size, right.size)
  if (fewer === 0 || both < fewer) return false
  return fewer > 1 || left.size === right.size || [...left].some((word) => right.has(word) && isShort(word))
}

const isShort = (word: string): boolean => !/[aeiouy]/.test(foldAll(word))

/** `Đằng` is another word than `Đảng`; where one title is typed without any diacritics, both are read so. */
function compared(a: readonly string[], b: readonly string[]) {
  const isBare = isPlain(a) || isPlain(b)
  const fold = (words: readonly string[]) => new Set(isBare ? words.map(foldAll) : words)
  const [left, right] = [fold(spelledOut(a, b)), fold(spelledOut(b, a))]
  return { left, right, both: [...left].filter((word) => right.has(word)).length }
}

const isPlain = (words: readonly string[]): boolean => words.every((word) => /^[a-z0-9]+$/.test(word))

const spelledOut = (words: readonly string[], other: readonly string[]): string[] =>
  words.flatMap((word) => wordsOfInitials(word, other) ?? [word])

function wordsOfInitials(initials: string, words: readonly string[]): readonly string[] | null {
  if (initials.length < 2 || words.length < initials.length) return null
  const letters = foldAll(initials)
  for (let from = 0; from + letters.length <= words.length; from++) {
    const run = words.slice(from, from + letters.length)
    if (run.every((word, i) => foldAll(word)[0] === letters[i])) return run
  }
  return null
}
