/** What the sentences of a section say, and of whom: before anything is made of them. */
import { type Given, givenIn } from './assignment.ts'
import { clean } from './fields-in.ts'
import { RANKS } from './marker.ts'
import { isBriefing, startsAsOffice, subjectOf } from './offices.ts'
import type { Section } from './outline.ts'
import { startsWithLabel } from './paragraphs.ts'
import { seasonIn, seasonOf } from './season.ts'
import { sentencesOf } from './sentences.ts'
import { DAYS_LAST, HOUR_FIRST, ownWords, TIME_FIRST, timesIn, WEEKDAY_FIRST } from './time-words.ts'
import { join, keyOf, part, type Words } from './words.ts'

export type Sentence = {
  words: Words
  section: Section
  subject: Words | null
  /** By a sentence of the same line: "Giao Văn phòng thực hiện." */
  given: Given | null
  season: Words | null
  /** Of the line above that heads a list of weekdays: "5h45 - 6h00: Chuyên mục". */
  hour?: Words | null
  goal: boolean
}

/** Reports, in the sense of what is written and sent: a "báo cáo viên" is none. */
export const REPORT = /bao cao(?! vien)|so ket|tong ket/

const SKIPPED =
  /^(?:muc dich|yeu cau|can cu|co so|quan diem|kinh phi|nguon (?:luc|kinh phi)|tinh hinh|dac diem|danh gia|ket qua (?:dat|thuc)|thuan loi|ton tai|han che|nguyen nhan|doi tuong|pham vi|su can thiet|bai hoc)/
const GOALS = /^(?:muc tieu|chi tieu|cac chi tieu)/

const headsOf = ({ above, heading }: Section): string[] =>
  [...above.map((one) => one.heading.text), heading.text].map(keyOf)

export const isSkipped = (section: Section): boolean => headsOf(section).some((head) => SKIPPED.test(head))
const isGoal = (section: Section): boolean =>
  headsOf(section).some((head) => GOALS.test(head) || /^.{0,30}muc tieu den/.test(head))

/** The sentences of a section that no label or table claims. */
export function sentencesIn(section: Section, children: readonly Section[] = []): Sentence[] {
  const goal = isGoal(section)
  const head = headingOffice(section)
  const season = seasonOf(section)
  const lines = [
    ...(section.marker && !isHeadingOnly(section, children) && !headsWeek(section)
      ? [{ line: section.heading, depth: -1 }]
      : []),
    ...section.parts.flatMap((one) =>
      'words' in one ? [{ line: one.words, depth: one.marker ? RANKS.indexOf(one.marker.rank) : -1 }] : [],
    ),
  ]
  let stage: { season: Words; depth: number } | null = null
  let hour: Words | null = null
  return lines.flatMap(({ line, depth }) => {
    const ahead = seasonAhead(line)
    if (ahead && line.text.endsWith(':')) stage = { season: ahead, depth }
    else if (stage && depth <= stage.depth) stage = null
    if (!WEEKDAY_FIRST.test(line.text)) hour = hourHeading(line)
    const all = sentencesOf(line)
    const told = all.map(givenIn)
    const given = told.find((one) => one !== null) ?? null
    const parts = withHour(withoutHead(all.filter((_, i) => told[i] === null)))
    const sentences = (TIME_FIRST.test(line.text) ? calendarLine(line, parts) : joinTimes(parts)).flatMap(
      summaries,
    )
    let subject = subjectWords(sentences[0]) ?? head
    const own = ALL_YEAR.test(line.text) ? null : (ahead ?? stage?.season ?? season)
    return sentences.map((words): Sentence => {
      subject = subjectWords(words) ?? subject
      return { words, section, subject, given, season: own, hour, goal }
    })
  })
}

/** "Chế độ thường xuyên: giao ban thứ Sáu hằng tuần" below the last month's list. */
const ALL_YEAR = /^(?:chế độ|các hoạt động|hoạt động|nhiệm vụ|công tác|các nội dung)? ?thường xuyên ?:/iu

/** "Tháng vận động BHXH toàn dân (tháng 5): ra quân trước 10/5; phát thanh 02 lần/ngày trong suốt tháng." */
function seasonAhead(line: Words): Words | null {
  const colon = line.text.search(/:(?: |$)/)
  const verb = /^(?:tổ chức|hưởng ứng|phát động|triển khai) /iu.exec(line.text)?.[0].length ?? 0
  const head = colon > verb ? seasonIn(part(line, verb, colon)) : null
  return head && timesIn(head.text).length > 0 ? head : null
}

/** "phát", "đăng tối thiểu": with so few words before its time, a part behind a colon names no work of its own. */
const MOST_VERB_WORDS = 2

/** "Cao điểm tuyên truyền: mừng Xuân (từ 15/01); kỷ niệm 30/4 (từ 20/4)": what stands before the colon heads a list. */
function withoutHead(sentences: readonly Words[]): readonly Words[] {
  const [first, ...more] = sentences
  const colon = first?.text.indexOf(': ') ?? -1
  const dated = sentences.filter(({ text }) => timesIn(text).length > 0)
  if (!first?.text.endsWith(';') || colon < 0 || dated.length < 2 || !dated.includes(first)) return sentences
  const head = first.text.slice(0, colon)
  const rest = clean(part(first, colon + 1))
  const [time] = timesIn(rest.text)
  const named = REPORT.test(keyOf(rest.text)) || ownWords(rest.text.slice(0, time?.start)) > MOST_VERB_WORDS
  const heads = named && !startsAsOffice(head) && timesIn(head).length === 0
  if (!heads) return sentences
  const work = part(first, 0, colon)
  return WORKS.test(keyOf(head)) ? [rest, ...more].map((one) => join(work, one, ' – ')) : [rest, ...more]
}

/** "Tổ chức 06 hội nghị tại các thôn: A, B (tháng 3); C, D (tháng 6)": what is done in each. */
const WORKS = /^(?:to chuc|mo|treo|in|cap phat|phat hanh) (?:\d|cac |hoi nghi|lop|buoi)/u

/** "Quý II: triển khai các hoạt động; sơ kết trước 10/7": a term of its own is no more of the line's time. */
function calendarLine(line: Words, sentences: readonly Words[]): readonly Words[] {
  const at = sentences.findIndex(({ text }, i) => i > 0 && timesIn(text).length > 0 && TERM.test(keyOf(text)))
  const from = at < 0 ? -1 : line.text.indexOf(sentences[at]?.text ?? '')
  return from > 0 ? [clean(part(line, 0, from)), ...joinTimes(sentences.slice(at))] : [line]
}

/** "5h45 - 6h00: Chuyên mục" above the weekdays' lines; null for a line that says its days itself. */
function hourHeading(line: Words): Words | null {
  const [hour = ''] = HOUR_FIRST.exec(line.text) ?? []
  return hour && !DAYS_LAST.test(line.text) ? clean(part(line, 0, hour.length)) : null
}

/** "17h30: A - thứ 7 tuần 1; B - thứ 7 tuần 2": the hour is both programmes'. */
function withHour(sentences: readonly Words[]): readonly Words[] {
  const [first, ...more] = sentences
  const [hour = ''] = HOUR_FIRST.exec(first?.text ?? '') ?? []
  return first && hour
    ? [
        first,
        ...more.map((one) => (DAYS_LAST.test(one.text) ? join(part(first, 0, hour.length), one, '') : one)),
      ]
    : sentences
}

/** "Sơ kết 6 tháng trong tháng 7, tổng kết năm trong tháng 12": two, each with its time. */
function summaries(sentence: Words): Words[] {
  const [found] = keyOf(sentence.text).matchAll(SUMMARIES)
  if (!found) return [sentence]
  const parts = [part(sentence, 0, found.index), part(sentence, found.index + found[0].length)].map(clean)
  const [first, rest] = parts
  return first &&
    rest &&
    parts.every(({ text }) => timesIn(text).some(({ start, end }) => /\d/.test(text.slice(start, end))))
    ? [first, ...summaries(rest)]
    : [sentence]
}

/** "Báo cáo tháng gửi ngày 25 | báo cáo năm gửi trước 10/12" */
const SUMMARIES =
  /(?<=so ket.+)(?:,| va)+ (?=tong ket)|(?<=bao cao (?:tuan|thang|quy|0?[69] thang).+)(?:,| va)+ (?=bao cao (?:tuan|thang|quy|0?[69] thang|nam))/gu

const TERM = /(?<!\p{L})(?:truoc|cham nhat|muon nhat|hoan thanh|xong)(?!\p{L})/u

/** "…; hoàn thành trước ngày 30/6": a time without words of its own belongs to what stands before it. */
function joinTimes(sentences: readonly Words[]): Words[] {
  const joined: Words[] = []
  for (const words of sentences) {
    const before = joined.at(-1)
    if (
      before &&
      !isAnother(before.text, words.text) &&
      (belongsBefore(words.text) || isTotalOf(before.text, words.text))
    )
      joined[joined.length - 1] = join(before, words)
    else joined.push(words)
  }
  return joined
}

/** "10 video/năm; 01 podcast/tháng": two works, each with its count. */
function isAnother(before: string, text: string): boolean {
  const [, last = ''] = [...keyOf(before).matchAll(COUNTED)].at(-1) ?? []
  const [, first = ''] = keyOf(text).matchAll(COUNTED).next().value ?? []
  return last !== '' && first !== '' && last.split(' ')[0] !== first.split(' ')[0]
}

const COUNTED = /\d{1,3} (\p{L}[\p{L} ,]{1,24}?) ?\/ ?(?:ngay|tuan|thang|quy|nam)(?!\p{L})/gu

/** "Sản xuất 24 chương trình; mỗi tháng 02 chương trình": how they are spread. */
function isTotalOf(before: string, text: string): boolean {
  const [, unit = ''] = /^moi (?:tuan|thang|quy) \d{1,2} (\p{L}+(?: \p{L}+)?)/u.exec(keyOf(text)) ?? []
  return unit !== '' && new RegExp(`\\d{2,3} ${unit}(?!\\p{L}| ?/)`, 'u').test(keyOf(before))
}

const belongsBefore = (text: string): boolean =>
  (timesIn(text).length > 0 && ownWords(text) < 2 && !OWN_WORK.test(keyOf(text))) ||
  /^(?:thoi luong|phat lai|phat(?: song| thanh)? (?:vao|luc)|moi (?:so|ky|buoi)|moi (?:chuong trinh|chuyen muc|ban tin) (?:phat lai|thoi luong|dai|\d)|buoi (?:sang|trua|chieu|toi)(?= (?:tu |luc |\d)))(?!\p{L})/u.test(
    keyOf(text),
  )

/** "mỗi quý họp giao ban một lần" names its work inside its time. */
const OWN_WORK = /^moi (?:tuan|thang|quy|nam) (?!it nhat|toi thieu|co|la|\d|mot|hai|ba)\p{L}/u

function subjectWords(words: Words | undefined): Words | null {
  if (!words || startsWithLabel(words.text) || isBriefing(words.text)) return null
  const skip =
    /^(?:Định kỳ[^,]{0,40},|Hằng \p{L}+,|Hàng \p{L}+,|Trước ngày [^,]{4,20},|Yêu cầu|Đề nghị|Giao(?! lưu)|Trên đây là[^;]*?[;,]\s*(?:yêu cầu|đề nghị)|Trong đó,?)\s+/iu.exec(
      words.text,
    )?.[0].length ?? 0
  const text = words.text.slice(skip)
  const subject = subjectOf(text)
  return subject && subject.length < 200 && subject.length < text.length - 3
    ? part(words, skip, skip + subject.length)
    : null
}

/** "Điều 2. Nhiệm vụ của UBND cấp xã" */
const DUTIES_OF = /^(?:nhiệm vụ|trách nhiệm|phần việc)(?: cụ thể)? của (?:các )?/iu

/** "1. Phòng Văn hoá - Xã hội" with its work below. */
function headingOffice({ heading, above }: Section): Words | null {
  for (const words of [heading, ...above.map((one) => one.heading).reverse()]) {
    const from = DUTIES_OF.exec(words.text)?.[0].length ?? 0
    if (!startsAsOffice(words.text.slice(from))) continue
    const colon = words.text.indexOf(':')
    const name = clean(part(words, from, colon > 0 ? colon : words.text.length))
    if (name.text.length < 160 && timesIn(name.text).length === 0) return name
  }
  return null
}

/** A short line, perhaps a bare "Quý I", under which the section's words stand. */
const isHeadingOnly = ({ heading, parts }: Section, children: readonly Section[]): boolean =>
  (parts.length > 0 || (children.length > 1 && seasonIn(heading) !== null)) &&
  heading.text.length < 120 &&
  (timesIn(heading.text).length === 0 || ownWords(heading.text) === 0 || seasonIn(heading) !== null)

export const WEEKLY = /(?:hằng|hàng|mỗi|trong|các) tuần/iu

/** "Nội dung phát sóng hằng tuần", its days on the lines below. */
const headsWeek = ({ heading, parts }: Section): boolean =>
  WEEKLY.test(heading.text) && parts.some((one) => 'words' in one && WEEKDAY_FIRST.test(one.words.text))
