/** What a Vietnamese syllable can look like: a test for health of a text, and for words whose spaces were lost. */

const list = (words: string): string[] => words.split(' ')

const RIMES = new Set([
  ...list(
    'a e ê i o ô ơ u ư y ia ua ưa ya ai ao au ay âu ây eo êu iu oi ôi ơi ui ưi ưu oa oe oai oay oao oeo uê uơ uy',
  ),
  ...list(
    'uya uyu iêu yêu uôi ươi ươu uây uau uao ac ach am an ang anh ap at ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât',
  ),
  ...list(
    'ec em en eng ep et êch êm ên ênh êp êt êng ich im in inh ip it ing oc om on ong op ot ooc oong ôc ôm ôn ông ôp ôt',
  ),
  ...list(
    'ơm ơn ơp ơt uc um un ung up ut ưc ưm ưn ưng ưt iêc iêm iên iêng iêp iêt yêm yên yêng yêt uôc uôm uôn uông uôt',
  ),
  ...list(
    'ươc ươm ươn ương ươp ươt oac oach oam oan oang oanh oap oat oăc oăm oăn oăng oăt oen oet oem uân uâng uât uêch',
  ),
  ...list(
    'uênh uên uych uynh uyt uyn uyp uyên uyêt ynh yt ych yp ym yn uăng uăc uăn uăt uanh uan uang uac uat uen uet uôi',
  ),
])
const ONSETS = ['', ...list('b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x')]

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** How many tones the letters carry. */
export const toneCount = (word: string): number => word.normalize('NFD').match(TONES)?.length ?? 0

/** Lower case, without tones, hats and horns kept. */
const toneless = (word: string): string =>
  word.toLowerCase().normalize('NFD').replace(TONES, '').normalize('NFC')

/** Words come again and again; there are about seven thousand syllables in the language. */
const known = new Map<string, boolean>()
const MOST = 20_000

/** Could this be a Vietnamese syllable? "g" before i reads as gi: "gìn", "giêng". */
export function isSyllable(word: string): boolean {
  const found = known.get(word)
  if (found !== undefined) return found
  if (known.size >= MOST) known.clear()
  const is = couldBe(word)
  known.set(word, is)
  return is
}

function couldBe(word: string): boolean {
  if (toneCount(word) > 1) return false
  const plain = toneless(word)
  return (
    ONSETS.some((onset) => plain.startsWith(onset) && RIMES.has(plain.slice(onset.length))) || plain === 'gi'
  )
}

const hasTone = (letter: string): boolean => toneCount(letter) > 0
const isVowel = (letter: string): boolean => /[aeiouy]/.test(toneless(letter).normalize('NFD').charAt(0))

/**
 * A word that lost its spaces ("hỗtrợsinh") as syllables, when there is one way alone; null otherwise. A space is lost
 * after a vowel with a tone, as some programs write PDFs.
 */
export function partsOf(word: string): string[] | null {
  const ways = splits(word, 0)
  return ways.length === 1 ? (ways[0] ?? null) : null
}

function splits(word: string, depth: number): string[][] {
  if (depth > 5) return []
  const ways: string[][] = isSyllable(word) ? [[word]] : []
  for (let i = 1; i < word.length - 1 && i < 8; i++) {
    const [head, last] = [word.slice(0, i), word.charAt(i - 1)]
    if (!hasTone(last) || !isVowel(last) || !isSyllable(head)) continue
    ways.push(...splits(word.slice(i), depth + 1).map((rest) => [head, ...rest]))
  }
  return ways
}
