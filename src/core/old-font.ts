/**
 * Text of the fonts from before Unicode (.VnTime, VNI-Times), copied or saved as if it were Unicode: `Chuyªn môc`,
 * `Chuyeân muïc` for Chuyên mục. Line by line, since one pasted title may stand in a sound file.
 */
export type OldFont = 'TCVN3' | 'VNI'

// A sign inside a word, or one that begins or ends it. A soft hyphen alone is no letter but a mark of web pages.
const TCVN3 =
  /(?<=\p{L})[µ¸¶¹¨»¾¼½©®ªß«¬×÷](?=\p{L})|(?<=[a-zA-Z])[µ¸¶¨¾¼½ª«¬×÷](?!\p{L})|(?<!\p{L})(?:§[\p{L}¶µ¸¹­¨©«¬]|®[\p{L}¶µ¸¹¨©«¬])/u
// The mark of a vowel as a letter behind it, where a syllable goes on or ends.
const VNI =
  /(?:[aeAE][ùøûõïâáàåãäéèúüëÙØÛÕÏÂÁÀÅÃÄÉÈÚÜË]|[ouyôöOUYÔÖ][ùøûõïÙØÛÕÏ]|[oO][âåäÂÅÄ]|[a-zA-ZñÑ][öÖ][ôÔ]?)(?=ng|nh|ch|[mnptciouya]|NG|NH|CH|[MNPTCIOUYA]|\P{L}|$)/u
const CAPITAL_WITHIN = /(?<=[a-zà-ÿ])[À-ÖØ-Þ]/u
/** Letters that Vietnamese lacks; foreign names have some, an old font has them all over, capitals within words too. */
const STRANGE = /[ûøöüñïîäåæçëþßÛØÖÜÑÏÎÄÅÆÇËÞ]/
const WORDS = /[\p{L}\u00a7-\u00bf\u00d7\u00f7]+/gu
const MAYBE = /[\u00a7-\u00ff]/

const isOdd = (word: string): boolean => TCVN3.test(word) || CAPITAL_WITHIN.test(word)

/** Null for Unicode. No old font has letters beyond Latin-1, so what has many of them is another language's. */
export function oldFont(text: string): OldFont | null {
  if (!MAYBE.test(text)) return null
  for (const line of text.normalize('NFC').split('\n')) {
    const words = line.match(WORDS) ?? []
    const latin = words.filter((word) => /^[\0-\u00ff]+$/.test(word))
    const tcvn3 = latin.filter((word) => TCVN3.test(word)).length
    const vni = latin.filter((word) => VNI.test(word)).length
    const old = Math.max(tcvn3, vni)
    const strange = latin.filter((word) => isOdd(word) || STRANGE.test(word)).length
    const unicode = words.length - latin.length
    const odd = latin.filter(isOdd).length
    if (tcvn3 >= 1 && odd >= 2 && odd * 4 >= words.length && odd > unicode) return 'TCVN3'
    const many = old >= 2 ? old * 4 >= words.length && old > unicode : words.length <= 2
    if (old && many) return vni > tcvn3 ? 'VNI' : 'TCVN3'
    if (strange >= 3 && strange * 2 >= words.length && strange > unicode && latin.some(isOdd)) return 'TCVN3'
  }
  return null
}
