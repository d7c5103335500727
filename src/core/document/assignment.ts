/** Who is to do an obligation, told in brackets or at a sentence's end: "(Giao A chủ trì, phối hợp với B thực hiện; …)". */
import { clean } from './fields-in.ts'
import { startsAsOffice } from './offices.ts'
import { type Span, timesIn } from './time-words.ts'
import { keyOf, part, type Words } from './words.ts'

/** `rest` is the obligation without those words. */
export type Assignment = {
  rest: Words
  lead: Words
  support: Words | null
  when: Words | null
  /** Told between semicolons of a sentence, not set apart by brackets. */
  loose: boolean
}

/** Closed, or cut off by a label that follows. */
const BRACKET = /\(([^()]{6,300})(?:\)|$)/gu
/**
 * "…; Tư pháp - Hộ tịch chủ trì; hoàn thành trong tháng 9" · "…. Giao Phòng Văn hóa chủ trì, các ban, ngành phối hợp" ·
 * "…, do Trung tâm thực hiện"
 */
const BETWEEN =
  /(?:;\s*|\.\s+(?=(?:giao|do|phan cong) )|,\s*(?=do ))((?:giao |do |phan cong )?[^;.():]{3,90}?\s+(?:chu tri|phu trach|lam dau moi|(?<=do [^;.,():]{3,90}\s)thuc hien)(?:,? phoi hop [^;.]+|,[^;.()]{3,120} phoi hop(?: thuc hien)?)?)(?=\s*[;.]|$)/gu
const LEAD =
  /^(?:giao|do|phan cong|co quan chu tri|don vi chu tri|chu tri)?(?!(?<=\p{L})\p{L})\s*:?\s*(.+?)(?:,?\s+(?:chu tri|lam dau moi|phu trach|chiu trach nhiem|chi dao thuc hien|tham muu thuc hien|thuc hien|to chuc thuc hien)(?!\p{L})|$)/u
const SUPPORT =
  /phoi hop (?:voi |cung )?(?:cac don vi: |cac co quan: )?(.+?)(?=\s+(?:to chuc|thuc hien|trien khai|xay dung|tham muu|huong dan|hoan thanh|trong (?:quy|thang|nam)|truoc)|\s*[;.]|$)/u
/** "…, các ban, ngành phối hợp" */
const SUPPORT_BEFORE = /(?:chu tri|phu trach|lam dau moi),\s*(.+?)\s+phoi hop(?: thuc hien)?$/u
const SAYS =
  /(?:^giao |^do |^phan cong |chu tri|dau moi|phu trach|^[^;,]{3,80} (?:thuc hien|to chuc thuc hien)(?=\s*[;,.]|$))/

export function assignmentIn(words: Words): Assignment | null {
  const key = keyOf(words.text)
  for (const { 1: inner = '', index } of key.matchAll(BRACKET)) {
    if (!SAYS.test(inner)) continue
    const found = read(part(words, index + 1, index + 1 + inner.length))
    if (found)
      return { ...found, loose: false, rest: without(words, { start: index, end: index + inner.length + 2 }) }
  }
  for (const { 1: inner = '', 0: all, index } of key.matchAll(BETWEEN)) {
    const start = index + all.indexOf(inner)
    const found = read(part(words, start, start + inner.length))
    if (found)
      return {
        ...found,
        when: null,
        loose: true,
        rest: without(words, { start: index, end: start + inner.length }),
      }
  }
  return null
}

function read(words: Words): Omit<Assignment, 'rest' | 'loose'> | null {
  const key = keyOf(words.text)
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
