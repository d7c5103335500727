/** What a form may count, over the occurrences of a period that are meant, and over its obligations. */
import { LANGUAGE_KINDS, type Language, type LanguageKind, languageNamed } from '../making.ts'
import { foldTone, tidy } from '../text.ts'
import type { Where } from './blank.ts'
import type { Occurrence } from './occurrence.ts'

export const MEASURES = [
  'times',
  'airings',
  'productions',
  'posts',
  'events',
  'people',
  'minutes',
  'hours',
  'production-hours',
  'words',
  'obligations-set',
  'obligations-completed',
  'obligations-open',
] as const
export type Measure = (typeof MEASURES)[number]
/** `obligations-open`: set and not completed. */
export type OfObligations = Extract<Measure, `obligations-${string}`>

export const isOfObligations = (measure: Measure): measure is OfObligations =>
  measure.startsWith('obligations-')

/** In Vietnamese, as the page tells where a figure comes from. */
export const MEASURE_WORDS: Record<Measure, string> = {
  times: 'đếm lượt đã ghi nhận',
  airings: 'đếm lượt phát trong sổ nhật ký',
  productions: 'đếm chương trình phát mới trong sổ nhật ký',
  posts: 'đếm lượt đăng trong sổ nhật ký',
  events: 'đếm cuộc, buổi đã tổ chức',
  people: 'cộng số người đã ghi',
  minutes: 'cộng số phút đã ghi',
  hours: 'cộng số phút đã ghi, quy ra giờ',
  'production-hours': 'cộng số phút của chương trình phát mới, quy ra giờ',
  words: 'cộng số từ đã ghi',
  'obligations-set': 'đếm nhiệm vụ có việc đến hạn trong kỳ',
  'obligations-completed': 'đếm nhiệm vụ đã xong mọi việc đến hạn trong kỳ',
  'obligations-open': 'đếm nhiệm vụ có việc đến hạn trong kỳ mà chưa xong',
}

/** What a measure counts at all, before any `where`. */
export const countsIn: Record<Exclude<Measure, OfObligations>, (one: Occurrence) => boolean> = {
  times: () => true,
  airings: ({ mode }) => mode !== null,
  productions: ({ mode }) => mode === 'new',
  posts: ({ kind }) => kind === 'posted',
  events: ({ kind }) => kind === 'held',
  people: ({ kind }) => kind === 'held',
  minutes: ({ mode }) => mode !== null,
  hours: ({ mode }) => mode !== null,
  'production-hours': ({ mode }) => mode === 'new',
  words: ({ mode }) => mode === 'new',
}

export const isHours = (measure: Measure): boolean => measure === 'hours' || measure === 'production-hours'
export const isTime = (measure: Measure): boolean => measure === 'minutes' || isHours(measure)

/** What each of them adds; null where nobody wrote it down. */
export function amountOf(measure: Measure, one: Occurrence): number | null {
  if (measure === 'people') return one.people
  if (measure === 'words') return one.making.words
  if (isTime(measure)) return one.minutes
  return 1
}

/** Yes, no, or nobody wrote it down. */
export type Answer = 'yes' | 'no' | 'unknown'

/** What was left unsaid that a condition asks for: `ngôn ngữ`. */
export type Judged = { answer: Answer; unsaid: string | null }

export function judge(one: Occurrence, where: Where, languages: readonly Language[]): Judged {
  const answers = [
    known(where.channels, one.obligation.channels),
    known(where.about, aboutIn(one, where.about ?? [])),
    known(where.modes, one.mode === null ? [] : [one.mode]),
    asked(where.places, one.place, 'nơi đăng'),
    asked(where.origins, one.making.origin, 'nguồn gốc'),
    asked(where.contents, one.making.content, 'loại nội dung'),
    asked(where.genres?.map(folded), one.making.genre && folded(one.making.genre), 'thể loại'),
    inLanguage(one, where.languages, languages),
  ]
  const no = answers.find(({ answer }) => answer === 'no')
  return no ?? answers.find(({ answer }) => answer === 'unknown') ?? YES
}

const YES: Judged = { answer: 'yes', unsaid: null }
const NO: Judged = { answer: 'no', unsaid: null }

const folded = (text: string): string => foldTone(tidy(text))

const known = (wanted: readonly string[] | null, own: readonly string[]): Judged =>
  wanted === null || own.some((one) => wanted.includes(one)) ? YES : NO

function asked(wanted: readonly string[] | null | undefined, own: string | null, unsaid: string): Judged {
  if (wanted == null) return YES
  if (own === null) return { answer: 'unknown', unsaid }
  return wanted.includes(own) ? YES : NO
}

function aboutIn({ title, obligation }: Occurrence, about: readonly string[]): string[] {
  const text = `${folded(title)} ${folded(obligation.title)}`
  return about.filter((words) => text.includes(folded(words)))
}

/** A bilingual programme is in both; so is one with a part, whose minutes `minutesIn` tells apart. */
function inLanguage(one: Occurrence, wanted: Where['languages'], languages: readonly Language[]): Judged {
  if (wanted === null) return YES
  const { language, spoken } = one.making
  if (language === null) return { answer: 'unknown', unsaid: 'ngôn ngữ' }
  const own = languageNamed(languages, language)
  const spokenToo = spoken === 'part' || spoken === 'bilingual' ? [VIETNAMESE] : []
  const matches = [...(own ? [own] : []), ...spokenToo].some((each) =>
    wanted.some((name) => means(name, each, languages)),
  )
  return matches ? YES : NO
}

const VIETNAMESE: Language = { name: 'Tiếng Việt', kind: 'vietnamese', also: [] }

const isKind = (name: string): name is LanguageKind => (LANGUAGE_KINDS as readonly string[]).includes(name)

const means = (name: string, language: Language, languages: readonly Language[]): boolean =>
  isKind(name) ? name === language.kind : languageNamed(languages, name)?.name === language.name

/**
 * Minutes of an airing in the languages that are asked for: of a part, or of a bilingual programme, what was said to be
 * in the other language, and the rest; null where nobody wrote down what that takes.
 */
export function minutesIn(one: Occurrence, where: Where, languages: readonly Language[]): number | null {
  const { minutes, making } = one
  if (minutes === null || where.languages === null || making.language === null) return minutes
  if (making.spoken !== 'part' && making.spoken !== 'bilingual') return minutes
  const wants = (each: Language | null) =>
    each !== null && where.languages?.some((name) => means(name, each, languages)) === true
  const [inOwn, inVietnamese] = [wants(languageNamed(languages, making.language)), wants(VIETNAMESE)]
  if (inOwn && inVietnamese) return minutes
  if (making.partMinutes === null) return null
  return inOwn ? making.partMinutes : Math.max(0, minutes - making.partMinutes)
}
