/** "Ban Tuyên giáo thực hiện nội dung 1, 2, 5": who leads the points above, told by their numbers. */
import { doubt } from './doubt.ts'
import type { Draft } from './draft.ts'
import { subjectOf } from './offices.ts'
import type { Section } from './outline.ts'
import { sentencesOf } from './sentences.ts'
import { keyOf, part, type Words } from './words.ts'

const NUMBER = '(?:(?:[ivx]{1,4}\\.)?\\d{1,2}(?:\\.\\d{1,2})*)'
const POINT = '(?:noi dung|nhiem vu|muc|diem|khoan|hoat dong|phan viec)'
const DOES = '(?:thuc hien|chu tri|phu trach|tham muu|chiu trach nhiem|theo doi)[^;.]{0,40}?'
const NUMBERS = `${NUMBER}(?:(?:,|;|-| va|, va) ?(?:${POINT} )?${NUMBER})*`
const CHAPTERS = '(?:,? (?:cua )?(?:muc|phan|chuong) (?:[ivx]{1,4}|[a-d])(?!\\p{L}))*'
/** "… chủ trì mục 2.1, 2.2 và mục 3", "…: mục 2.4", "… thực hiện khoản 1, khoản 3 mục I Phần B" */
const TOLD = new RegExp(
  `(?:${DOES}|: )(?:cac )?${POINT}(?: so)? (${NUMBERS})(${CHAPTERS})(?![\\p{L}\\d/%])(?! (?:thang|nam|lan|buoi|tin|bai))`,
  'u',
)

/** "Đồng chí Hoa - Phó Bí thư: nội dung 2, 4" */
const PERSON = /^(?:đồng chí|đ\/c|ông|bà|anh|chị) [^:;]{2,50}(?=:)/iu

/** `chapters` are those that it names, from the innermost out; `own` the one in which it stands. */
type Told = { lead: Words; numbers: string[]; chapters: string[]; own: string; helps: boolean }

/** Only where one chapter alone has a point of that number; of several named for it the officer chooses. */
export function withNumberedLeads(drafts: readonly Draft[], sections: readonly Section[]): Draft[] {
  const told = sections.flatMap((section) =>
    linesOf(section).flatMap((line) => toldIn(line, chapterOf(section.path[0] ?? ''))),
  )
  if (told.length === 0) return [...drafts]
  return drafts.map((draft) => {
    const [lead, ...others] = draft.lead || draft.doer ? [] : leadsOf(draft, told, drafts)
    if (!lead) return draft
    if (others.length === 0)
      return { ...draft, lead, doubts: [...draft.doubts, doubt('two-readings', 'lead', BY_NUMBER)] }
    const names = [lead, ...others].map(({ text }) => text).join('; ')
    return { ...draft, doubts: [...draft.doubts, doubt('missing-lead', 'lead', `${SEVERAL} ${names}.`)] }
  })
}

const chapterOf = (clause: string): string => clause.split('.', 1)[0] ?? ''

const BY_NUMBER = 'Cơ quan chủ trì lấy theo số thứ tự ghi ở mục phân công: hãy xem lại.'

const SEVERAL = 'Mục phân công ghi nhiều nơi cho việc này, hãy chọn cơ quan chủ trì:'

const linesOf = ({ marker, heading, parts }: Section): Words[] => [
  ...(marker ? [heading] : []),
  ...parts.flatMap((one) => ('words' in one ? [one.words] : [])),
]

const toldIn = (line: Words, own: string): Told[] =>
  sentencesOf(line).flatMap((sentence) => {
    const name = subjectOf(sentence.text) || (PERSON.exec(sentence.text)?.[0] ?? '')
    const found = name ? TOLD.exec(keyOf(sentence.text)) : null
    if (!found) return []
    const [, numbers = '', named = ''] = found
    const chapters = [...named.matchAll(/(?:muc|phan|chuong) ([ivx]{1,4}|[a-d])/gu)].map(
      ([, one = '']) => one,
    )
    const helps = HELPS.test(keyOf(sentence.text).slice(name.length))
    return [{ lead: part(sentence, 0, name.length), numbers: numbersIn(numbers), chapters, own, helps }]
  })

/** "Đồn Biên phòng phối hợp với Phòng Kinh tế thực hiện mục 2, 4" leads neither. */
const HELPS = /^,? (?:chu dong )?phoi hop (?!.*chu tri)/

/** "1, 2, 5-7" */
const numbersIn = (list: string): string[] =>
  list.split(/,|;| va /).flatMap((point) => {
    const one = point.replace(new RegExp(`^\\s*${POINT} `, 'u'), '')
    const [from = '', to = from] = one.split('-').map((number) => number.trim())
    const count = /^\d+$/.test(from) && /^\d+$/.test(to) ? Number(to) - Number(from) + 1 : 1
    return count > 1 ? Array.from({ length: count }, (_, i) => String(Number(from) + i)) : [from]
  })

/** "II.3.1" lies in chapter II and is the third point's; "2.4" is a point of its own. */
const parted = ({ clause }: Draft): { chapter: string; number: string } => {
  const [chapter = '', ...path] = clause.split('.')
  return { chapter, number: /^\d/.test(chapter) ? clause : path.join('.') }
}

/** What a point is called in the chapters that somebody names; null when it lies in others. */
function numberIn(draft: Draft, chapters: readonly string[]): string | null {
  if (chapters.length === 0) return parted(draft).number
  const path = draft.clause.toLowerCase().split('.')
  const places = chapters.map((chapter) => path.indexOf(chapter))
  return places.includes(-1) ? null : path.slice(Math.max(...places) + 1).join('.')
}

/** One, or several where the plan names several for the same point. */
function leadsOf(draft: Draft, told: readonly Told[], drafts: readonly Draft[]): Words[] {
  const isTold = ({ own, numbers, chapters }: Told, one: Draft): boolean => {
    const number = parted(one).chapter === own ? null : numberIn(one, chapters)
    const full = one.clause.toLowerCase()
    const isOf = (wanted: string, name: string): boolean => name === wanted || name.startsWith(`${wanted}.`)
    return number !== null && numbers.some((wanted) => isOf(wanted, /^[ivx]/.test(wanted) ? full : number))
  }
  const matches = told.filter((one) => !one.helps && isTold(one, draft))
  const [only] = matches
  if (!only) return []
  const named = [...new Map(matches.map(({ lead }) => [lead.text, lead])).values()]
  if (named.length > 1) return named
  const chapters = drafts.filter((other) => isTold(only, other)).map((other) => parted(other).chapter)
  return only.chapters.length || /^\d/.test(draft.clause) || new Set(chapters).size === 1 ? named : []
}
