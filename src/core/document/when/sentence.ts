/** A phrase as items and as the string of their letters: patterns over the letters are the grammar. */
import type { Item } from './items.ts'
import { scan } from './scan.ts'

export type Sentence = {
  items: readonly Item[]
  /** A letter an item; `_` once something was read from it. */
  code: string
}

export function sentenceOf(folded: string, shown: string): Sentence {
  const items = scan(folded, shown)
  return { items, code: items.map(({ letter }) => letter).join('') }
}

/** What a pattern found: an item by the group's name, and where it stands. */
export type Match = {
  item: (group: string) => Item | undefined
  letters: (group: string) => string
  words: (group: string) => string
  /** All that was matched, as written. */
  text: string
  from: number
  to: number
}

/** Reads all that a pattern of letters (flags `dg`) finds and marks it as read; null leaves a match unread. */
export function take<T>(sentence: Sentence, pattern: RegExp, read: (match: Match) => T | null): T[] {
  const found: T[] = []
  const { code } = sentence
  pattern.lastIndex = 0
  // By hand: matchAll copies the pattern each time, which is most of the work of reading a phrase.
  for (let match = pattern.exec(code); match; match = pattern.exec(code)) {
    const from = match.index
    const to = from + match[0].length
    const value = read({
      ...groups(sentence, match),
      from,
      to,
      get text() {
        return textOf(sentence, from, to)
      },
    })
    if (value === null) continue
    found.push(value)
    sentence.code = sentence.code.slice(0, from) + asRead(match[0]) + sentence.code.slice(to)
  }
  return found
}

/** Signs stay: they part what stands beside them. */
const asRead = (letters: string): string => letters.replace(/[^,;.:()/_-]/g, '_')

function groups(sentence: Sentence, match: RegExpExecArray): Pick<Match, 'item' | 'letters' | 'words'> {
  const place = (group: string): [number, number] => match.indices?.groups?.[group] ?? [0, 0]
  return {
    item: (group) => {
      const [from, to] = place(group)
      return from < to ? sentence.items[from] : undefined
    },
    letters: (group) => match.groups?.[group] ?? '',
    words: (group) => textOf(sentence, ...place(group)),
  }
}

/** As the phrase writes it. */
export const textOf = ({ items }: Sentence, from: number, to: number): string =>
  items
    .slice(from, to)
    .map(({ shown }) => shown)
    .join(' ')
    .replace(/ ([,;.:)/])/g, '$1')
    .replace(/([(/]) /g, '$1')
