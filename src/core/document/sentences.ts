/** Sentences of a paragraph, each with its places. A full stop inside a number, a name or "v.v." ends none. */
import { part, trimmed, type Words } from './words.ts'

const END = /[.!?…](?=\s+[\p{Lu}“"(])|;(?=\s)|\.\/\.?/gu
/** "TP.", "v.v.", "A." */
const SHORT =
  /(?<![\p{L}\p{N}])(?:[Tt][Pp]|[Tt][Ss]|[Tt]h[Ss]|GS|PGS|BS|[Đđ]\/c|KT|TM|v\.v|[Tt][Tt]|[Qq]|[Pp]|[Ss]ố|\p{Lu})\.$/u

/** Inside brackets that close later: "(Công an xã chủ trì; trong quý I)". */
export const isOpen = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')')

export function sentencesOf(words: Words): Words[] {
  const found: Words[] = []
  let start = 0
  for (const { 0: mark, index } of words.text.matchAll(END)) {
    const end = index + mark.length
    if (mark === ';' && isOpen(words.text.slice(start, index))) continue
    if (mark === '.' && SHORT.test(words.text.slice(start, end))) continue
    found.push(trimmed(part(words, start, end)))
    start = end
  }
  found.push(trimmed(part(words, start)))
  return found.filter(({ text }) => /\p{L}/u.test(text))
}
