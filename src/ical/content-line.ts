/** Content lines of RFC 5545: text escaped, lines folded at 75 octets between characters, each ended by CRLF. */
const LONGEST = 75
/** No character of the basic plane takes more octets. */
const SURELY_SHORT = Math.floor(LONGEST / 3)

const SPECIAL = /[\\;,]|\p{Cc}/u

/** A TEXT value. Composed, since some clients draw decomposed Vietnamese with its marks beside the letters. */
export function escapeText(text: string): string {
  const composed = text.normalize('NFC')
  if (!SPECIAL.test(composed)) return composed
  return composed
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replaceAll('\n', '\\n')
}

/** Calendar properties with a TEXT value. */
export const textLine = (name: string, text: string): string => `${name}:${escapeText(text)}`

/**
 * Written here since the library at hand makes an encoder for each character: 70 ms for a year of 250 events, where
 * all the rest takes two (`bench/feed.ts`).
 */
export function fold(line: string): string {
  if (line.length <= SURELY_SHORT) return line
  let folded = ''
  let start = 0
  let octets = 0
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i)
    const isPair = unit >= 0xd800 && unit <= 0xdbff && isLow(line.charCodeAt(i + 1))
    const size = unit < 0x80 ? 1 : unit < 0x800 ? 2 : isPair ? 4 : 3
    octets += size
    if (octets > LONGEST) {
      folded += `${line.slice(start, i)}\r\n `
      start = i
      octets = 1 + size
    }
    if (isPair) i++
  }
  return start === 0 ? line : folded + line.slice(start)
}

const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** The finished text of a calendar. */
export function serialise(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) text += `${fold(line)}\r\n`
  return text
}
