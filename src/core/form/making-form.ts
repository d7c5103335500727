/** The fields for what an airing is made of: the same on an item's page and in the fold of a form that records. */
import { CONTENTS, MAKING_NAMES, type Making, MODES, NO_MAKING, ORIGINS, SPOKEN } from '../making.ts'
import { capital } from '../text.ts'
import type { FormField, Option } from './field.ts'
import type { Entry, Filled } from './filled.ts'
import { readWhole } from './reading.ts'

type Declared = { key: keyof Making; field: FormField }

const options = <T extends string>(values: readonly T[], names: Record<T, string>): readonly Option[] => [
  { value: '', words: 'Chưa ghi' },
  ...values.map((value) => ({ value, words: capital(names[value]) })),
]

const line = (key: keyof Making, name: string, label: string, hint?: string): Declared => ({
  key,
  field: { name, label, ...(hint !== undefined && { hint }), control: { kind: 'line' } },
})
const whole = (key: keyof Making, name: string, label: string, hint: string): Declared => ({
  key,
  field: { name, label, hint, control: { kind: 'whole' } },
})
const select = (key: keyof Making, name: string, label: string, list: readonly Option[]): Declared => ({
  key,
  field: { name, label, control: { kind: 'select', options: list } },
})

export const MAKING_FIELDS: readonly Declared[] = [
  line('language', 'tp-ngon-ngu', 'Ngôn ngữ', 'Tiếng Việt, Xơ Đăng, Hrê…'),
  select('spoken', 'tp-cach', 'Thứ tiếng ấy trong chương trình', options(SPOKEN, MAKING_NAMES.spoken)),
  whole('partMinutes', 'tp-phut', 'Số phút bằng thứ tiếng ấy', 'Khi chỉ một phần, hoặc song ngữ'),
  select('mode', 'tp-hinh-thuc', 'Hình thức phát', options(MODES, MAKING_NAMES.mode)),
  select('origin', 'tp-nguon-goc', 'Nguồn gốc', options(ORIGINS, MAKING_NAMES.origin)),
  select('content', 'tp-noi-dung', 'Mảng thống kê', options(CONTENTS, MAKING_NAMES.content)),
  line('genre', 'tp-the-loai', 'Thể loại', 'Tin, bài, phóng sự… như trong định mức của đơn vị'),
  line('author', 'tp-tac-gia', 'Tác giả'),
  line('source', 'tp-nguon', 'Nguồn', 'Báo, đài, cơ quan cung cấp'),
  line('editor', 'tp-bien-tap', 'Biên tập'),
  line('announcer', 'tp-doc', 'Phát thanh viên'),
  line('translator', 'tp-dich', 'Người dịch'),
  whole('words', 'tp-so-tu', 'Số từ', 'Chưa biết thì để trống'),
]

const nameOf = (key: keyof Making): string => MAKING_FIELDS.find((one) => one.key === key)?.field.name ?? key

/** Asked only where somebody records a version in another language. */
const VERSION_OF = line('versionOf', 'tp-cua-ky', 'Của chương trình nào')

/** All that a form that records may send. */
export const FACT_MAKING_FIELDS: readonly Declared[] = [...MAKING_FIELDS, VERSION_OF]

/** The fields of a version: which language, of which slot's programme, and what else may be said of it. */
export const VERSION_FIELDS = {
  language: (options: readonly Option[]): FormField => ({
    ...{ name: nameOf('language'), label: 'Thứ tiếng', control: { kind: 'select', options } },
  }),
  programme: (options: readonly Option[]): FormField => ({
    ...{ ...VERSION_OF.field, control: { kind: 'select', options } },
  }),
  said: [[nameOf('mode'), 'version']] as const satisfies readonly Entry[],
  more: MAKING_FIELDS.filter(({ key }) => !['language', 'mode', 'spoken', 'partMinutes'].includes(key)),
}

/** What an item has fields of its own for. */
const ITEM_HAS: readonly (keyof Making)[] = ['language', 'author', 'source']
export const ITEM_MAKING_FIELDS = MAKING_FIELDS.filter(({ key }) => !ITEM_HAS.includes(key))

/** For the schema of `core/making.ts`; null where all fields are empty. */
export function makingData(declared: readonly Declared[], filled: Filled): Record<string, unknown> | null {
  const said = declared.flatMap(({ key, field: { name, control } }): [string, unknown][] => {
    const text = filled.one(name)
    if (text === '') return []
    return [[key, control.kind === 'whole' ? (readWhole(text) ?? text) : text]]
  })
  return said.length ? Object.fromEntries(said) : null
}

export const makingEntries = (one: Partial<Making> | null): Entry[] =>
  MAKING_FIELDS.flatMap(({ key, field }): Entry[] => {
    const value = { ...NO_MAKING, ...one }[key]
    return value === null ? [] : [[field.name, String(value)]]
  })

/** The form's name of a field of it, for an error. */
export const makingFieldName = (key: string): string | undefined =>
  FACT_MAKING_FIELDS.find((one) => one.key === key)?.field.name
