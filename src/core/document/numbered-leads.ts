/** "Ban Tuyên giáo thực hiện nội dung 1, 2, 5": who leads the points above, told by their numbers. */
import { doubt } from './doubt.ts'
import type { Draft } from './draft.ts'
import { subjectOf } from './offices.ts'
import type { Section } from './outline.ts'
import { sentencesOf } from './sentences.ts'
import { keyOf, part, type Words } from './words.ts'

const NUMBER = '(?:\\d{1,2}(?:\\.\\d{1,2})*)'
const POINTS = `(?:thuc hien|chu tri|phu trach|tham muu|chiu trach nhiem|theo doi)[^;.]{0,40}?(?:cac )?(?:noi dung|nhiem vu|muc|diem|khoan|hoat dong|phan viec)(?: so)? (${NUMBER}(?:(?:,|;|-| va|, va) ?${NUMBER})*)(?: (?:muc|phan|chuong) ([ivx]{1,4}|[a-d]))?(?![\\p{L}\\d/%])(?! (?:thang|nam|lan|buoi|tin|bai))`
const TOLD = new RegExp(POINTS, 'u')

/** `chapter` is the one that it names, `own` the one in which it stands. */
type Told = { lead: Words; numbers: string[]; chapter: string | null; own: string }

/** Only where one chapter alone has a point of that number, and nobody else is named for it. */
export function withNumberedLeads(drafts: readonly Draft[], sections: readonly Section[]): Draft[] {
  const told = sections.flatMap((section) =>
    linesOf(section).flatMap((line) => toldIn(line, section.path[0] ?? '')),
  )
  if (told.length === 0) return [...drafts]
  return drafts.map((draft) => {
    const lead = draft.lead || draft.doer ? null : leadOf(draft, told, drafts)
    return lead
      ? { ...draft, lead, doubts: [...draft.doubts, doubt('two-readings', 'lead', BY_NUMBER)] }
      : draft
  })
}

const BY_NUMBER = 'Cơ quan chủ trì lấy theo số thứ tự ghi ở mục phân công: hãy xem lại.'

const linesOf = ({ marker, heading, parts }: Section): Words[] => [
  ...(marker ? [heading] : []),
  ...parts.flatMap((one) => ('words' in one ? [one.words] : [])),
]

const toldIn = (line: Words, own: string): Told[] =>
  sentencesOf(line).flatMap((sentence) => {
    const name = subjectOf(sentence.text)
    const found = name ? TOLD.exec(keyOf(sentence.text)) : null
    if (!found) return []
    const [, numbers = '', chapter = null] = found
    return [{ lead: part(sentence, 0, name.length), numbers: numbersIn(numbers), chapter, own }]
  })

/** "1, 2, 5-7" */
const numbersIn = (list: string): string[] =>
  list.split(/,|;| va /).flatMap((one) => {
    const [from = '', to = from] = one.split('-').map((number) => number.trim())
    const count = /^\d+$/.test(from) && /^\d+$/.test(to) ? Number(to) - Number(from) + 1 : 1
    return count > 1 ? Array.from({ length: count }, (_, i) => String(Number(from) + i)) : [from]
  })

/** "II.3.1" lies in chapter II and is the third point's. */
const parted = ({ clause }: Draft): { chapter: string; number: string } => {
  const [chapter = '', ...path] = clause.split('.')
  return { chapter, number: path.join('.') }
}

function leadOf(draft: Draft, told: readonly Told[], drafts: readonly Draft[]): Words | null {
  const { chapter, number } = parted(draft)
  const isOf = (wanted: string) => (one: string) => one === wanted || wanted.startsWith(`${one}.`)
  const matches = told.filter(
    (one) =>
      one.own !== chapter &&
      (one.chapter === null || one.chapter === chapter.toLowerCase()) &&
      one.numbers.some(isOf(number)),
  )
  const [only] = matches
  if (!only || new Set(matches.map(({ lead }) => lead.text)).size > 1) return null
  const chapters = drafts
    .map(parted)
    .filter((other) => other.chapter !== only.own && only.numbers.some(isOf(other.number)))
  return only.chapter || new Set(chapters.map((other) => other.chapter)).size === 1 ? only.lead : null
}
