/** Words whose spaces a PDF lost ("Trướcngày") or multiplied ("T h á n g"): taken apart where only one way is left. */
import { foldAll } from '../../text.ts'
import { SYLLABLES } from './lexicon.ts'

const SYLLABLE = /^(?:ngh?|nh|th|tr|ch|kh|ph|gh|gi|qu|[bcdđghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/
const SPACED = /(?<!\p{L})\p{L}(?: \p{L}){2,}(?!\p{L})/gu

/** Glued to something that no way takes apart. */
const OF_TIME = /^(?:quý|quí|tháng|ngày|tuần|năm|trước|hằng|hàng|thường|hoàn|mỗi|đến|trong)\p{L}/u

export function rejoin(text: string): { text: string; repaired: boolean; unclear: boolean } {
  let repaired = false
  let unclear = false
  const mend = (word: string): string => {
    const parts = takenApart(word)
    if (parts === null) {
      unclear ||= OF_TIME.test(word)
      return word
    }
    repaired = true
    return parts
  }
  const whole = text.replace(SPACED, (letters) => mend(letters.replaceAll(' ', '')))
  return {
    text: whole.replace(/\p{L}{4,}/gu, (word) =>
      isSyllable(word) || SYLLABLES.has(word) ? word : mend(word),
    ),
    repaired,
    unclear,
  }
}

const isSyllable = (word: string): boolean => SYLLABLE.test(foldAll(word))

function takenApart(word: string): string | null {
  if (SYLLABLES.has(word)) return word
  const ways = waysApart(word)
  return ways.length === 1 ? (ways[0] as string) : null
}

function waysApart(word: string): string[] {
  if (word === '') return ['']
  if (word.length > 24) return []
  const heads = Array.from({ length: Math.min(word.length, 7) }, (_, i) => word.slice(0, i + 1))
  return heads
    .filter((head) => SYLLABLES.has(head))
    .flatMap((head) => waysApart(word.slice(head.length)).map((rest) => (rest ? `${head} ${rest}` : head)))
}
