/** How much a title in a play log is like the title of a duty. */
import { foldAll } from '../text.ts'

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

/** The words that tell titles apart: without diacritics, without the ending of a file's name. */
export function titleWords(title: string): string[] {
  const words = foldAll(title)
    .replace(/\.(mp3|wav|m4a|wma|aac|ogg|flac)$/, '')
    .replace(/[^a-z0-9]+/g, ' ')
  return words
    .replace(COMMON, ' ')
    .split(' ')
    .filter((word) => word.length > 1)
}

/**
 * From 0 to 1: how much of the title with fewer words the other one has too. An abbreviation stands for the words
 * whose initials it is: CĐS for chuyển đổi số. Null when one of them has no telling word.
 */
export function likeness(a: readonly string[], b: readonly string[]): number | null {
  const left = new Set(spelledOut(a, b))
  const right = new Set(spelledOut(b, a))
  const fewer = Math.min(left.size, right.size)
  return fewer === 0 ? null : [...left].filter((word) => right.has(word)).length / fewer
}

const spelledOut = (words: readonly string[], other: readonly string[]): string[] =>
  words.flatMap((word) => wordsOfInitials(word, other) ?? [word])

function wordsOfInitials(initials: string, words: readonly string[]): readonly string[] | null {
  if (initials.length < 2 || words.length < initials.length) return null
  for (let from = 0; from + initials.length <= words.length; from++) {
    const run = words.slice(from, from + initials.length)
    if (run.every((word, i) => word[0] === initials[i])) return run
  }
  return null
}
