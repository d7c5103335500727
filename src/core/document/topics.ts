/** Topics: what a plan says must be talked about ("nội dung truyền thông"), each with its clause and quote. */
import { clauseOf, type Section } from './outline.ts'
import type { ProposedTopic } from './proposal.ts'
import { masked } from './time-words.ts'
import { join, keyOf, type Place, placeOf, type Words } from './words.ts'

const HEADING =
  /^(?:(?:cac |ve )?noi dung(?:,? (?:trong tam|chu yeu|co ban))? (?:truyen thong|tuyen truyen|pho bien|thong tin|truyen thanh|quan triet)|chu de (?:truyen thong|tuyen truyen)|noi dung trong tam tuyen truyen)(?!.*(?:hinh thuc|thoi gian|phan cong))/

/** What a plan file takes. */
const MAX_QUOTE = 4000

/** "NỘI DUNG" alone says what is talked about where "HÌNH THỨC" beside it says how. */
const CONTENT = /^(?:cac )?noi dung(?:,? (?:trong tam|chu yeu|co ban))?[\s.:]*$/
const MEANS = /^(?:cac )?hinh thuc/

export type TopicHeadings = ReadonlySet<Section>

export const topicHeadings = (sections: readonly Section[]): TopicHeadings =>
  new Set(
    sections.filter((section, i) => {
      const { heading, above } = section
      const isBeside = (other: Section) => other.above.at(-1) === above.at(-1)
      return (
        HEADING.test(keyOf(heading.text)) ||
        (CONTENT.test(keyOf(heading.text)) &&
          sections.slice(i).some((one) => isBeside(one) && MEANS.test(keyOf(one.heading.text))))
      )
    }),
  )

/** How often, or by when: an anniversary in brackets says neither. */
const ASKS =
  /\/ ?(?:\d+ )?(?:ngay|tuan|thang|quy|nam|so|ky)(?!\p{L})|(?:^|[ (])(?:moi|hang|dinh ky|cac ngay|du kien|\d+ (?:cuoc|buoi|hoi nghi|lop|dot)|hoan thanh|truoc|cham nhat|muon nhat|trong (?:quy|thang|tuan)|quy (?:i|v|\d)|tu (?:ngay )?\d.* (?:den|toi) )|: ?(?:phat|dang|treo|to chuc|tuyen truyen|in) .{0,20}\d/u

/** "(cao điểm từ 01/9 đến 30/11)": when it matters most. */
const PEAK = /\(cao diem[^)]*\)/gu

/** Says what is to be talked about, and asks for nothing by itself. */
export const onlyTells = (headings: TopicHeadings, section: Section, words: Words): boolean =>
  [section, ...section.above].some((one) => headings.has(one)) &&
  !ASKS.test(masked(words.text).replace(PEAK, ''))

/** The numbered points below such a heading; those that only head others are none, nor what asks for something. */
export function topicsOf(
  sections: readonly Section[],
  text: string,
  obligations: readonly { place: Place }[],
): ProposedTopic[] {
  const headings = topicHeadings(sections)
  const under = sections.filter(({ above }) => above.some((one) => headings.has(one)))
  const heads = new Set(under.flatMap(({ above }) => above))
  const asks = ({ from, to }: Place) => obligations.some(({ place }) => place.from < to && place.to > from)
  const found = under.filter(
    (section) =>
      !heads.has(section) &&
      section.heading.text.length > 8 &&
      section.path.length > 0 &&
      !asks(placeOfTopic(section)),
  )
  return found.map((section, i) => {
    const clause = clauseOf(section.path)
    const again = found.slice(0, i).filter((one) => clauseOf(one.path) === clause).length
    const place = placeOfTopic(section)
    const quote = text.slice(place.from, place.to)
    return {
      id: again ? `${clause}-${again + 1}` : clause,
      title: shortTitle(section.heading, 200),
      quote,
      place,
    }
  })
}

/** With the points below it, as long as a plan file takes them. */
function placeOfTopic({ whole, parts }: Section): Place {
  const all = placeOf(parts.reduce((words, one) => ('whole' in one ? join(words, one.whole) : words), whole))
  return all.to - all.from <= MAX_QUOTE ? all : placeOf(whole)
}

/** Up to its first stop; a longer one ends at a word and says so. */
export function shortTitle(words: Words, max = 300): string {
  const text = words.text.replace(/[\s.,;:]+$/, '')
  const outside = text.replace(/\([^()]*(?:\)|$)/g, (all) => '_'.repeat(all.length))
  const stop = /[.;](?=\s)|:(?=\s)/.exec(outside.slice(30))
  const first = stop ? text.slice(0, stop.index + 30) : text
  if (first.length <= max) return first
  return `${first.slice(0, first.lastIndexOf(' ', max - 2)).replace(/[\s,;:]+$/, '')}…`
}
