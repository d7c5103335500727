/**
 * Text of the fonts from before Unicode (.VnTime, VNI-Times), copied or saved as if it were Unicode: `Chuyªn môc`,
 * `Chuyeân muïc` for Chuyên mục. A word is of an old font when it is no Vietnamese syllable as it stands and becomes one
 * when it is converted. Line by line, since one pasted title may stand in a sound file.
 */
import { type OldAlphabet, toUnicode } from './old-alphabet.ts'
import { isSyllable } from './syllable.ts'

export type OldFont = 'TCVN3' | 'VNI'
const FONTS: [OldFont, OldAlphabet][] = [
  ['TCVN3', 'tcvn3'],
  ['VNI', 'vni'],
]

const WORDS = /[\p{L}\u00a1-\u00bf\u00d7\u00f7]+/gu
/** No old font has letters beyond Latin-1. */
const MAYBE = /^(?=.*[a-z])(?=.*[\u00a1-\u00ff])[\0-\u00ff]+$/is

// The mark of a vowel as a letter behind it, where a syllable goes on or ends: `xaõ` has the letters of a syllable too.
const VNI =
  /(?:[aeAE][ùøûõïâáàåãäéèúüëÙØÛÕÏÂÁÀÅÃÄÉÈÚÜË]|[ouyôöOUYÔÖ][ùøûõïÙØÛÕÏ]|[oO][âåäÂÅÄ]|[a-zA-ZñÑ][öÖ][ôÔ]?)(?=ng|nh|ch|[mnptciouya]|NG|NH|CH|[MNPTCIOUYA]|\P{L}|$)/u
const CAPITAL_WITHIN = /(?<=[a-zà-ÿ])[À-ÖØ-Þ]/u
/** Before c, ch, p and t there are two tones alone. */
const OTHER_TONE_BEFORE_STOP = /[\u0300\u0303\u0309].*(?:ch?|p|t)$/

/** Names of the highlands end in k: Đăk, Ngọk. */
const couldBe = (word: string): boolean => isSyllable(word) || isSyllable(word.replace(/k$/i, 'c'))

const stands = (word: string): boolean =>
  isSyllable(word) &&
  !CAPITAL_WITHIN.test(word) &&
  !VNI.test(word) &&
  !OTHER_TONE_BEFORE_STOP.test(word.toLowerCase().normalize('NFD'))

/** Null for Unicode, and for what has as many words of other languages. */
export function oldFont(text: string): OldFont | null {
  for (const line of text.normalize('NFC').split('\n')) {
    const words = line.match(WORDS) ?? []
    const strange = words.filter((word) => MAYBE.test(word) && !stands(word))
    if (strange.length === 0) continue
    const unicode = words.filter((word) => /[^\0-\u00ff]/.test(word)).length
    const [best] = FONTS.map(([font, alphabet]) => ({
      font,
      count: strange.filter((word) => couldBe(toUnicode(word, alphabet))).length,
    })).sort((one, other) => other.count - one.count)
    if (!best?.count) continue
    const others = unicode + strange.length - best.count
    const share = (of: number) => best.count * of >= words.length
    if ((others === 0 && share(6)) || (share(4) && best.count > others)) return best.font
  }
  return null
}
