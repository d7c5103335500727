/** Can a text be read at all? Ruined recognition and lost marks show in its syllables. */
import { isSyllable, toneCount } from '../syllable.ts'

/**
 * Shares from 0 to 1; `twoTone` is words with two tones, which lost a space. `possible` is of all words or of the
 * different ones, whichever is more: a short plan says "video" and "livestream" again and again.
 */
export type Health = { words: number; possible: number; marked: number; twoTone: number }

/** Abbreviations, names of programs and headings in capitals say nothing. */
const WORD = /(?<![\p{L}\p{N}@./])\p{L}?\p{Ll}+(?![\p{L}\p{N}@/])/gu

const MARK = /[\u0300-\u0323\u0302\u0306\u031b]|đ/

export function healthOf(text: string): Health {
  const words = text.normalize('NFC').match(WORD) ?? []
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const share = (test: (word: string) => boolean): number => {
    let sum = 0
    for (const [word, count] of counts) if (test(word)) sum += count
    return sum / Math.max(words.length, 1)
  }
  const different = [...counts.keys()]
  const ofDifferent = different.filter(isSyllable).length / Math.max(different.length, 1)
  return {
    words: words.length,
    possible: Math.max(share(isSyllable), ofDifferent),
    marked: share((word) => MARK.test(word.toLowerCase().normalize('NFD'))),
    twoTone: share((word) => toneCount(word) > 1),
  }
}

/** Measured: good plans 98 % and more possible; ruined recognition 69 %. */
export const isRuined = ({ words, possible, marked }: Health): boolean =>
  words >= 20 && (possible < 0.85 || marked < MARKED)

const MARKED = 0.6
