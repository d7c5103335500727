/** What carries a date or a count and belongs to no obligation: told, so that nothing is dropped unseen. */
import { markColumns } from './month-marks.ts'
import type { Section } from './outline.ts'
import { isPlaceAndDay } from './plan-head.ts'
import type { LeftOut } from './proposal.ts'
import { isSkipped } from './section-sentences.ts'
import { sentencesOf } from './sentences.ts'
import { hasFigure } from './time-words.ts'
import { keyOf, type Place, placeOf, type Words } from './words.ts'

export function leftOutOf(
  sections: readonly Section[],
  taken: readonly { place: Place }[],
  known: readonly { words: Words; why: string }[],
): LeftOut[] {
  const found = known.map(({ words, why }) => ({ text: words.text, why, place: placeOf(words) }))
  const isTaken = ({ from, to }: Place) =>
    [...taken, ...found].some(({ place }) => from < place.to && to > place.from)
  for (const section of sections)
    for (const words of linesOf(section).flatMap(sentencesOf)) {
      const place = placeOf(words)
      if (isTaken(place) || !hasFigure(words.text) || isLetterhead(words.text)) continue
      found.push({ text: words.text, why: reasonFor(words.text, section), place })
    }
  return found.sort((one, other) => one.place.from - other.place.from)
}

/** Place and day of issue, number: said of the plan itself. */
const isLetterhead = (text: string): boolean =>
  /độc lập\s*-\s*tự do\s*-\s*hạnh phúc/i.test(text) ||
  isPlaceAndDay(text) ||
  /^số\s*:?\s*\d*\s*[-/]/i.test(text)

const linesOf = ({ heading, parts }: Section): Words[] => [
  heading,
  ...parts.flatMap((part) =>
    'words' in part
      ? [part.words]
      : part.rows.filter((row) => !markColumns(row)).flatMap((row) => row.map(({ words }) => words)),
  ),
]

function reasonFor(text: string, section: Section): string {
  const key = keyOf(text)
  if (section.path.length === 0) return 'Ở phần mở đầu, không phải nhiệm vụ.'
  if (/toi da|khong qua|khong vuot/.test(key)) return 'Mức không được vượt, không phải số lần phải làm.'
  if (/%/.test(text) && !/\d\/\d|thang \d/.test(key)) return 'Mục tiêu không kèm ngày phải đạt.'
  if (isSkipped(section)) return 'Ở mục không giao nhiệm vụ.'
  return 'Có ngày hoặc số lần nhưng không thấy việc phải làm rõ ràng.'
}
