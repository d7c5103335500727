/** Content lines of RFC 5545: text escaped, lines folded at 75 octets between characters, each ended by CRLF. */

const LONGEST = 75
/** No character of the basic plane takes more octets. */
const SURELY_SHORT = Math.floor(LONGEST / 3)

/** A TEXT value. Composed, since some clients draw decomposed Vietnamese with its marks beside the letters. */
export const escapeText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replaceAll('\n', '\\n')

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
    const size = octetsAt(line, i)
    if (octets + size > LONGEST) {
      folded += `${line.slice(start, i)}\r\n `
      start = i
      octets = 1
    }
    octets += size
    if (size === 4) i++
  }
  return folded + line.slice(start)
}

/** In UTF-8, of the character that begins there: 4 for a pair of surrogates. */
function octetsAt(line: string, i: number): 1 | 2 | 3 | 4 {
  const unit = line.charCodeAt(i)
  if (unit < 0x80) return 1
  if (unit < 0x800) return 2
  return isHigh(unit) && isLow(line.charCodeAt(i + 1)) ? 4 : 3
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** The finished text of a calendar. */
export const serialise = (lines: readonly string[]): string => `${lines.map(fold).join('\r\n')}\r\n`
