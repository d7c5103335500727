/** Passwords that guessers try first: the words of `content/passwords/`, whatever digits and marks stand among them. */
import { commonPasswords } from '../content.generated.ts'
import { foldAll } from '../core/text.ts'

let words: Set<string> | undefined
const isWord = (text: string): boolean => {
  words ??= new Set(commonPasswords.split(' '))
  return words.has(text)
}

/** `own`: words of the person's own, as the login name and the unit's code. */
export function isCommon(password: string, own: readonly string[]): boolean {
  const plain = bare(password)
  const core = once(plain.replace(/\p{N}+/gu, ''))
  // `Aa123456789`: what is left without its row of digits is no secret.
  if (core.length < 4 || isWord(plain) || isWord(core)) return true
  return own
    .map(bare)
    .some((word) => word.length > 3 && (core === word || core === word.replace(UNIT_KIND, '')))
}

const UNIT_KIND = /^(xa|phuong|thitran|dackhu|tinh)/

/** Without case, marks, spaces and signs. */
const bare = (text: string): string => foldAll(text).replace(/[^\p{L}\p{N}]/gu, '')

/** What only repeats itself, once: `xaanxaan` is `xaan`. */
const once = (text: string): string => /^(.+?)\1+$/.exec(text)?.[1] ?? text
