/** Patterns that match at one place of a text. */
export const sticky = (pattern: string): RegExp => new RegExp(pattern, 'uy')

/** What the pattern finds at the place, or null; its `lastIndex` is the end. */
export function run(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from
  return pattern.exec(text)
}
