/**
 * Words as they are read: one form for letters, spaces and dashes, lost spaces put back. Every letter keeps its place in
 * the text as kept, so that a quote is cut from there and never retyped.
 */
import { isSyllable, partsOf } from '../syllable.ts'
import { foldAll } from '../text.ts'

/** `text` for reading; its i-th letter stands in the kept text from `from[i]` to `to[i]`. */
export type Words = { text: string; from: number[]; to: number[]; repaired: boolean }

export type Place = { from: number; to: number }

export const NO_WORDS: Words = { text: '', from: [], to: [], repaired: false }

const CLUSTER = /\P{M}\p{M}*/gu
const INVISIBLE = /^[\u00ad\u200b-\u200d\u2060\ufeff\ufffd]$/
const SPACE = /^[\s\u00a0]$/
/** Letters and figures that stay as they are. */
const PLAIN = /^[\p{L}\p{N}.,;:()/-]$/u
const DASH = /^[\u2010-\u2015\u2212\u2043]$/
/** Of markdown and of web pages. */
const MARKUP =
  /<br\s*\/?>|\*\*|__|^\s{0,3}#{1,6}\s|(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])|(?<!\s|^|[-+])\*(?=\s|$|\p{P})|(?<![\p{L}\p{N}])\*(?=[\p{L}\p{N}“"])/gu

/** The words of one line of the kept text. */
export function wordsOf(kept: string, { from, to }: Place): Words {
  const words: Words = { text: '', from: [], to: [], repaired: false }
  const line = kept.slice(from, to)
  const markup = [...line.matchAll(MARKUP)].map(({ 0: mark, index }) => [index, index + mark.length] as const)
  const letters: string[] = []
  const add = (letter: string, start: number, end: number) => {
    if (letter === ' ' && (letters.length === 0 || letters.at(-1) === ' ')) return
    letters.push(letter)
    words.from.push(start)
    words.to.push(end)
  }
  for (const [cluster, index] of clustersOf(line)) {
    const mark = markup.length ? markup.find(([start, end]) => index >= start && index < end) : undefined
    const place = [from + index, from + index + cluster.length] as const
    if (mark) {
      if (index === mark[0] && line.startsWith('<', index)) add(' ', ...place)
    } else if (PLAIN.test(cluster)) add(cluster, ...place)
    else if (INVISIBLE.test(cluster)) continue
    else if (SPACE.test(cluster)) add(' ', ...place)
    else for (const letter of DASH.test(cluster) ? '-' : cluster.normalize('NFC')) add(letter, ...place)
  }
  words.text = letters.join('')
  return repair(trimmed(words))
}

/** Letters with the marks that belong to them; most texts have no marks apart. */
function* clustersOf(line: string): Generator<[cluster: string, index: number]> {
  if (/\p{M}|[\ud800-\udfff]/u.test(line))
    for (const { 0: cluster, index } of line.matchAll(CLUSTER)) yield [cluster, index]
  else for (let i = 0; i < line.length; i++) yield [line.charAt(i), i]
}

export function part(words: Words, start: number, end: number = words.text.length): Words {
  return {
    text: words.text.slice(start, end),
    from: words.from.slice(start, end),
    to: words.to.slice(start, end),
    repaired: words.repaired,
  }
}

export function trimmed(words: Words): Words {
  const start = words.text.length - words.text.trimStart().length
  const end = words.text.trimEnd().length
  return start === 0 && end === words.text.length ? words : part(words, start, Math.max(start, end))
}

export function join(one: Words, other: Words, joint = ' '): Words {
  if (!one.text) return other
  if (!other.text) return one
  const at = one.to.at(-1) as number
  const gap = [...joint].map(() => at)
  return {
    text: one.text + joint + other.text,
    from: [...one.from, ...gap, ...other.from],
    to: [...one.to, ...gap, ...other.to],
    repaired: one.repaired || other.repaired,
  }
}

/** From the first letter's place to the last one's. */
export const placeOf = ({ from, to }: Words): Place => ({ from: from[0] ?? 0, to: to.at(-1) ?? 0 })

/** From the first to the last of them, in whatever order they stand. */
export const around = (whole: readonly Words[]): Place => {
  const places = whole.filter(({ text }) => text).map(placeOf)
  return { from: Math.min(...places.map(({ from }) => from)), to: Math.max(...places.map(({ to }) => to)) }
}

/** Without marks and in lower case, a letter for a letter: places in it are places in the words. */
export function keyOf(text: string): string {
  const key = foldAll(text)
  return key.length === text.length
    ? key
    : [...text].map((letter) => foldAll(letter).charAt(0) || ' ').join('')
}

const WORD = /(?<![\p{L}\p{N}@./:-])\p{L}?\p{Ll}+(?![\p{L}@])/gu
const BEFORE_FIGURE = /[ảẻỉỏủỷàèìòùỳáéíóúýạẹịọụỵãẽĩõũỹấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữự](?=\d)/gu
const SPACED = /(?<!\p{L})\p{L}(?: \p{L}){3,}(?!\p{L})/gu
/** What one program makes of "chủ yếu". */
const GARBLED = /chuỷếu/g

/** Puts spaces back where one way is left, takes them out of "T h a m", and says so. */
function repair(words: Words): Words {
  if (!/\p{Ll}/u.test(words.text)) return words
  const cuts: number[] = []
  for (const { 0: word, index } of words.text.matchAll(WORD)) {
    if (isSyllable(word)) continue
    const parts = partsOf(word)
    let at = index
    for (const one of parts?.slice(0, -1) ?? []) {
      at += one.length
      cuts.push(at)
    }
  }
  for (const { 0: letter, index } of words.text.matchAll(BEFORE_FIGURE)) cuts.push(index + letter.length)
  return garbled(closed(opened(words, cuts)))
}

function opened(words: Words, cuts: readonly number[]): Words {
  if (!cuts.length) return words
  const edges = [0, ...[...cuts].sort((one, other) => one - other), words.text.length]
  const parts = edges.slice(1).map((end, i) => part(words, edges[i] ?? 0, end))
  return { ...parts.reduce((all, one) => join(all, one)), repaired: true }
}

function closed(words: Words): Words {
  const match = [...words.text.matchAll(SPACED)].find(({ 0: run }) => /\p{Ll}.*\p{Ll}/u.test(run))
  if (!match) return words
  const letters = syllablesOf(match[0].split(' '))
  if (!letters) return words
  let result = part(words, 0, match.index)
  let at = match.index
  for (const syllable of letters) {
    for (let i = 0; i < syllable.length; i++)
      result = join(
        result,
        part(words, at + 2 * i, at + 2 * i + 1),
        i ? '' : /\s$/.test(result.text) ? '' : ' ',
      )
    at += 2 * syllable.length
  }
  const rest = part(words, match.index + match[0].length)
  return { ...join(result, rest, ''), repaired: true }
}

/** Letters that stood apart, as syllables, longest first. */
function syllablesOf(letters: readonly string[]): string[] | null {
  if (!letters.length) return []
  for (let length = Math.min(7, letters.length); length > 0; length--) {
    const head = letters.slice(0, length).join('')
    const rest = isSyllable(head) ? syllablesOf(letters.slice(length)) : null
    if (rest) return [head, ...rest]
  }
  return null
}

function garbled(words: Words): Words {
  const match = [...words.text.matchAll(GARBLED)][0]
  if (!match) return words
  const middle = part(words, match.index, match.index + match[0].length)
  const right: Words = {
    text: 'chủ yếu',
    from: [...middle.from, middle.from.at(-1) ?? 0],
    to: [...middle.to, middle.to.at(-1) ?? 0],
    repaired: true,
  }
  const head = part(words, 0, match.index)
  return join(join(head, right, ''), part(words, match.index + match[0].length), '')
}
