/** Who is to do an obligation, told in brackets, "(Giao A chủ trì, phối hợp với B thực hiện; …)", or in a sentence behind it. */
import { clean } from './fields-in.ts'
import { startsAsOffice, subjectOf, withBriefings } from './offices.ts'
import { type Span, timesIn } from './time-words.ts'
import { keyOf, part, type Words } from './words.ts'

/** `rest` is the obligation without those words. */
export type Assignment = {
  rest: Words
  lead: Words
  support: Words | null
  when: Words | null
  /** Plainly in brackets, at the sentence's end, or by nothing but the office's name in brackets there. */
  said: 'brackets' | 'end' | 'name'
}

/** Who is to do what stands before; `words` are all of the sentence. */
export type Given = Pick<Assignment, 'lead' | 'support'> & { words: Words }

/** Closed, or cut off by a label that follows. */
const BRACKET = /\(([^()]{6,300})(?:\)|$)/gu
const GIVEN =
  '(?:giao (?!luu |duc )|phan cong |do )[^;.():]{3,160}?\\s+(?:chu tri|phu trach|lam dau moi|chiu trach nhiem|thuc hien|bien tap|san xuat|phat song|to chuc|tham muu)(?: (?:thuc hien|to chuc thuc hien|phat song|dang tai|xay dung))?'
const LEADS =
  '[^;.():]{3,90}?\\s+(?:chu tri|phu trach|lam dau moi|chiu trach nhiem)(?: (?:thuc hien|to chuc thuc hien|phat song|bien tap))?'
const HELPED = '(?:,? phoi hop [^;.]+|,[^;.()]{3,120} phoi hop(?: thuc hien)?)?'

/** "Tư pháp - Hộ tịch chủ trì", "Giao Văn phòng thực hiện, các thôn phối hợp." */
const ALONE = new RegExp(`^(?:${GIVEN}|${LEADS})${HELPED}[\\s.;]*$`, 'u')

/** "…, do Trung tâm thực hiện" */
const DONE_BY = new RegExp(
  `,\\s*(do [^;.,():]{3,90}?\\s(?:chu tri|phu trach|lam dau moi|thuc hien)${HELPED}|[^;.,():]{3,60}?\\s(?:chu tri|phu trach|lam dau moi)${HELPED})(?=\\s*[;.]|$)`,
  'gu',
)

const LEAD =
  /^(?:giao(?! luu)|do|phan cong|co quan chu tri|don vi chu tri|chu tri)?(?!(?<=\p{L})\p{L})\s*:?\s*(.+?)(?:,?\s+(?:la (?:don vi|co quan) )?(?:chu tri|lam dau moi|phu trach|chiu trach nhiem|chi dao thuc hien|tham muu thuc hien|thuc hien|to chuc thuc hien)(?!\p{L})|$)/u
const SUPPORT =
  /phoi hop (?:voi |cung )?(?:cac don vi: |cac co quan: )?(.+?)(?=\s+(?:to chuc|thuc hien|trien khai|xay dung|tham muu|huong dan|hoan thanh|trong (?:quy|thang|nam)|truoc)|\s*[;.]|$)/u
/** "…, các ban, ngành phối hợp" */
const SUPPORT_BEFORE = /(?:chu tri|phu trach|lam dau moi),\s*(.+?)\s+phoi hop(?: thuc hien)?[\s.;]*$/u
const SAYS =
  /(?:^giao (?!luu )|^do |^phan cong |chu tri|dau moi|phu trach|^[^;,]{3,80} (?:thuc hien|to chuc thuc hien)(?=\s*[;,.]|$))/

/** A briefing assigns nothing. */
const keyed = (text: string): string => keyOf(withBriefings(text))

export function assignmentIn(words: Words): Assignment | null {
  const key = keyed(words.text)
  for (const { 1: inner = '', index } of key.matchAll(BRACKET)) {
    const told = SAYS.test(inner)
    const bracket = part(words, index + 1, index + 1 + inner.length)
    const ends = /^[\s.;]*$/.test(key.slice(index + inner.length + 2))
    if (!told && !(ends && isOffice(bracket.text))) continue
    const found = read(bracket)
    if (found)
      return {
        ...{ ...found, said: told ? 'brackets' : 'name' },
        rest: without(words, { start: index, end: index + inner.length + 2 }),
      }
  }
  for (const { 1: inner = '', 0: all, index } of key.matchAll(DONE_BY)) {
    const start = index + all.indexOf(inner)
    const found = read(part(words, start, start + inner.length))
    const rest = without(words, { start: index, end: start + inner.length })
    if (found) return { ...found, when: null, said: 'end', rest }
  }
  return null
}

/** "Trạm Y tế xã thực hiện." */
const DOES_IT = /^([^;.():]{3,90}?) thực hiện[\s.;]*$/iu

/** Of a sentence that says nothing else. */
export function givenIn(words: Words): Given | null {
  const isAlone = ALONE.test(keyed(words.text)) || isOffice(DOES_IT.exec(words.text)?.[1] ?? '')
  const found = isAlone && timesIn(words.text).length === 0 ? read(words) : null
  return found && { lead: found.lead, support: found.support, words }
}

/** "(Văn phòng HĐND và UBND xã)" behind all else. */
const isOffice = (text: string): boolean =>
  startsAsOffice(text) && subjectOf(text) === text && !/\d/.test(text) && text.split(' ').length > 1

function read(words: Words): Omit<Assignment, 'rest' | 'said'> | null {
  const key = keyed(words.text)
  const [, lead = ''] = LEAD.exec(key) ?? []
  const at = key.indexOf(lead)
  const name = clean(part(words, at, at + lead.length))
  if (!lead || !startsAsOffice(name.text)) return null
  const support = SUPPORT_BEFORE.exec(key) ?? SUPPORT.exec(key)
  const from = support ? key.indexOf(support[1] ?? '', support.index) : -1
  const times = timesIn(words.text)
  const [first] = times
  return {
    lead: name,
    support: support ? clean(part(words, from, from + (support[1] ?? '').length)) : null,
    when: first ? clean(part(words, first.start, endOfTime(key, times.at(-1)?.end ?? 0))) : null,
  }
}

/** With the length of each airing and its reruns, when they follow. */
const endOfTime = (key: string, end: number): number =>
  /^[\s;,]*(?:moi |thoi luong|phat lai|tu \d|luc |vao )/.test(key.slice(end)) ? key.length : end

function without(words: Words, { start, end }: Span): Words {
  const tail = clean(part(words, end))
  return tail.text ? words : clean(part(words, 0, start))
}
