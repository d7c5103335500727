/** From folded text to items, so that patterns of their letters read the whole phrase. */
import type { Item } from './items.ts'
import { LEXEMES, type Lexed, type Lexeme } from './lexemes.ts'

/** `shown` is the same text with its capitals. */
export function scan(text: string, shown: string): Item[] {
  const items: Item[] = []
  for (let at = 0; at < text.length; ) {
    if (text[at] === ' ') {
      at += 1
      continue
    }
    const found = firstOf(text, at)
    items.push({ ...found.item, text: text.slice(at, found.end), shown: shown.slice(at, found.end) })
    at = found.end
  }
  return items
}

function firstOf(text: string, at: number): { item: Lexed; end: number } {
  for (const { read } of lexemesFor(text[at] as string)) {
    const found = read(text, at)
    if (found && found.end > at) return found
  }
  return { item: { letter: 'w' }, end: at + 1 }
}

const OTHERS = LEXEMES.filter(({ starts }) => starts === '')
const BY_LETTER = new Map<string, Lexeme[]>()
for (const letter of new Set(LEXEMES.flatMap(({ starts }) => [...starts])))
  BY_LETTER.set(
    letter,
    LEXEMES.filter(({ starts }) => starts === '' || starts.includes(letter)),
  )

const lexemesFor = (letter: string): readonly Lexeme[] => BY_LETTER.get(letter) ?? OTHERS
