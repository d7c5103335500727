/**
 * What an airing is made of (thành phần): its language, whether it is new, where it came from, who made it. Said of an
 * item where it is known, and of a fact where one airing differs. What nobody said is null, which is not "none".
 */
import { z } from 'zod'
import { optional, words } from './field.ts'
import { foldTone, tidy } from './text.ts'

/** `minority`: of the ethnic groups of Vietnam; state statistics part hours so (TT 10/2018/TT-BTTTT). */
export const LANGUAGE_KINDS = ['vietnamese', 'minority', 'foreign'] as const
export type LanguageKind = (typeof LANGUAGE_KINDS)[number]

/** A language with the other ways in which its name is written. */
const language = z.strictObject({ name: z.string(), kind: z.enum(LANGUAGE_KINDS), also: z.array(z.string()) })
export type Language = z.infer<typeof language>
export const languageList = z.strictObject({ source: z.string(), languages: z.array(language) })

/** `part`: a part after the Vietnamese one; `whole` and `bilingual`: the airing as a whole. */
export const SPOKEN = ['whole', 'part', 'bilingual'] as const
export type Spoken = (typeof SPOKEN)[number]

/** `version`: the same programme once more in another language: an airing of its own, and no second production. */
export const MODES = ['new', 'rerun', 'relay', 'version'] as const
export type Mode = (typeof MODES)[number]

/** Where it came from; `reused`: a press work of the state, whose author and source must be named (NĐ 287/2026). */
export const ORIGINS = ['own', 'reused', 'exchange', 'bought', 'bought-abroad'] as const
export type MakingOrigin = (typeof ORIGINS)[number]

/** As state statistics part hours by content (biểu 09B/TTTT). */
export const CONTENTS = [
  'news',
  'education',
  'arts',
  'sport',
  'economy',
  'youth',
  'advertising',
  'other',
] as const
export type Content = (typeof CONTENTS)[number]

/** Who had a hand in it. */
export const PARTS = ['author', 'editor', 'announcer', 'translator'] as const
export type Part = (typeof PARTS)[number]

export const MAKING_NAMES = {
  spoken: { whole: 'cả chương trình', part: 'một phần sau phần tiếng Việt', bilingual: 'song ngữ' },
  mode: {
    new: 'phát mới',
    rerun: 'phát lại',
    relay: 'tiếp âm, tiếp sóng',
    version: 'bản tiếng khác của chương trình đã có',
  },
  origin: {
    own: 'tự sản xuất',
    reused: 'dùng lại tác phẩm báo chí',
    exchange: 'trao đổi',
    bought: 'mua bản quyền trong nước',
    'bought-abroad': 'mua bản quyền nước ngoài',
  },
  content: {
    news: 'tin tức, thời sự',
    education: 'khoa giáo',
    arts: 'văn nghệ',
    sport: 'thể thao, giải trí',
    economy: 'thông tin kinh tế',
    youth: 'thanh thiếu niên',
    advertising: 'quảng cáo',
    other: 'nội dung khác',
  },
  part: { author: 'tác giả', editor: 'biên tập', announcer: 'phát thanh viên', translator: 'người dịch' },
} as const satisfies {
  spoken: Record<Spoken, string>
  mode: Record<Mode, string>
  origin: Record<MakingOrigin, string>
  content: Record<Content, string>
  part: Record<Part, string>
}

/** One spelling of a language's name: `tiếng Xê Đăng` → `xê đăng`. */
const folded = (name: string): string => foldTone(tidy(name)).replace(/^tiếng /, '')

/** The language that people mean by a name; null for one that nobody listed. */
export function languageNamed(languages: readonly Language[], name: string): Language | null {
  const asked = folded(name)
  return languages.find(({ name, also }) => [name, ...also].some((one) => folded(one) === asked)) ?? null
}

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum<T>(values, `phải là một trong: ${values.join(', ')}`)

/** Minutes of the part in another language, and words of a text: 0 is a slip, what is not known stays empty. */
const atLeastOne = (max: number) =>
  z.int('phải là số nguyên').min(1, 'không thể là 0: chưa biết thì để trống').max(max, `không quá ${max}`)

const FIELDS = {
  language: optional(words(60)),
  spoken: optional(oneOf(SPOKEN)),
  /** Minutes in that language, of an airing that has a part in it or is bilingual. */
  partMinutes: optional(atLeastOne(1440)),
  mode: optional(oneOf(MODES)),
  /** Of a version in another language: the slot whose programme it is. */
  versionOf: optional(words(200)),
  origin: optional(oneOf(ORIGINS)),
  content: optional(oneOf(CONTENTS)),
  /** Tin, bài, phóng sự, phỏng vấn…, in the words of the office's own rates. */
  genre: optional(words(60)),
  author: optional(words(200)),
  source: optional(words(500)),
  editor: optional(words(200)),
  announcer: optional(words(200)),
  translator: optional(words(200)),
  words: optional(atLeastOne(60_000)),
}

/** As people and programs say it; `makingErrors` checks what only the whole tells. */
export const making = z.strictObject(FIELDS)
export type Making = z.infer<typeof making>

export const NO_MAKING: Making = Object.fromEntries(Object.keys(FIELDS).map((name) => [name, null])) as Making

/** What was said of one airing goes before what its item says. */
export const madeOf = (own: Making | null, item: Making | null): Making =>
  Object.fromEntries(
    Object.entries(NO_MAKING).map(([name]) => {
      const key = name as keyof Making
      return [key, own?.[key] ?? item?.[key] ?? null]
    }),
  ) as Making

/** What a version in another language has from its programme: what it is about, not who made it or how long it is. */
export const keptInVersion = ({ origin, content, genre }: Making): Making => ({
  ...NO_MAKING,
  ...{ origin, content, genre },
})

/** What a listener would notice, beside a title: `tiếng Xơ Đăng, song ngữ`, `tiếp âm, tiếp sóng`. */
export function unusualWords({ language, spoken, mode }: Making): string[] {
  const own =
    language === null || folded(language) === 'việt' ? null : `tiếng ${language.replace(/^tiếng /iu, '')}`
  const how = own && spoken && spoken !== 'whole' ? `${own}, ${MAKING_NAMES.spoken[spoken]}` : own
  return [how, mode === 'relay' || mode === 'version' ? MAKING_NAMES.mode[mode] : null].filter(
    (one) => one !== null,
  )
}

export type MakingError = { field: keyof Making; code: string; message: string }

/** A language that nobody listed, a reused work without author or source, minutes of a part that is none. */
export function makingErrors(one: Making, languages: readonly Language[]): MakingError[] {
  const errors: MakingError[] = []
  const say = (field: keyof Making, code: string, message: string) => errors.push({ field, code, message })
  if (one.language !== null && !languageNamed(languages, one.language))
    say(
      'language',
      'unknown-language',
      `chưa có “${one.language}” trong danh sách ngôn ngữ: hãy xem lại cách viết, ví dụ Tiếng Việt, Xơ Đăng, Hrê`,
    )
  if (one.versionOf !== null && one.mode !== 'version')
    say('versionOf', 'no-version', 'chỉ ghi với bản tiếng khác của chương trình đã có (mode: version)')
  if (one.versionOf !== null && one.language === null)
    say('language', 'missing-language', 'chọn thứ tiếng của bản này')
  if (one.origin === 'reused' && one.author === null)
    say('author', 'missing-author', 'dùng lại tác phẩm báo chí phải nêu tên tác giả')
  if (one.origin === 'reused' && one.source === null)
    say('source', 'missing-source', 'dùng lại tác phẩm báo chí phải nêu nguồn gốc')
  if (one.partMinutes !== null && one.spoken !== 'part' && one.spoken !== 'bilingual')
    say('partMinutes', 'no-part', 'chỉ ghi khi chương trình có phần tiếng khác, hoặc song ngữ')
  return errors
}

/** `Y An vừa là biên tập vừa là phát thanh viên`: allowed, and told, since a rate may be claimed twice. */
export function twoRoles(one: Making): string[] {
  const said = PARTS.flatMap((part) => (one[part] === null ? [] : [{ part, name: one[part] }]))
  return [...Map.groupBy(said, ({ name }) => foldTone(tidy(name)))]
    .filter(([, own]) => own.length > 1)
    .map(
      ([, own]) =>
        `${own[0]?.name} vừa là ${own.map(({ part }) => MAKING_NAMES.part[part]).join(' vừa là ')}`,
    )
}
