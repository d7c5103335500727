/** A message for a way that takes only so many characters: whole where it fits, else whole sentences and where the rest is. */

/** Where a sentence or a line ends: what follows may be left out. */
const ENDS = /[.!?…](?=\s)|\n/g

/** `most` counts UTF-16 units, as JavaScript does; a link of `url` must fit. What is left out is said, never silent. */
export function fitText(text: string, most: number, url: string): string {
  if (text.length <= most) return text
  const rest = `\n\n(Tin còn nữa. Xem đủ: ${url})`
  const room = most - rest.length
  const ends = [...text.matchAll(ENDS)].map(({ index, 0: end }) => index + (end === '\n' ? 0 : end.length))
  const end = ends.findLast((at) => at > 0 && at <= room) ?? lastWord(text, room)
  return text.slice(0, end).trimEnd() + rest
}

/** One sentence longer than all the room ends behind a word; one word, behind a whole letter. */
function lastWord(text: string, room: number): number {
  const space = text.lastIndexOf(' ', room)
  if (space > 0) return space
  return /[\uD800-\uDBFF]/.test(text[room - 1] ?? '') ? room - 1 : room
}
