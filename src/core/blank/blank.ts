/**
 * A form that somebody outside the office asks for (biểu mẫu), as a file has it: which periods, by when, which fields,
 * and where each comes from. What is scored, and from which share on, is the form's to say and never the program's.
 */
import { z } from 'zod'
import { REPORT_KINDS } from '../cadence.ts'
import { CHANNELS } from '../channel.ts'
import { fewOf, optional, words } from '../field.ts'
import { CONTENTS, MODES, ORIGINS } from '../making.ts'
import { BASES } from '../period.ts'
import { PLACE_KINDS } from '../record/place-kind.ts'
import { CONTENT_COLUMNS, OBLIGATION_COLUMNS, OCCURRENCE_COLUMNS } from './columns.ts'
import { MEASURES } from './measure.ts'

const id = z
  .string('phải là chữ')
  .regex(/^[a-z0-9][a-z0-9_-]{0,59}$/, 'chỉ gồm chữ thường không dấu, số, gạch nối, gạch dưới (tối đa 60)')
  // What was typed is kept by these names, and every object has some of its own.
  .refine((name) => !(name in {}), 'là từ riêng của phần mềm: hãy đặt mã khác')

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum<T>(values, `phải là một trong: ${values.join(', ')}`)

const some = <T extends readonly [string, ...string[]]>(values: T) =>
  optional(fewOf(oneOf(values), values.length))

/** Which occurrences; all that is said must hold. */
const where = z.strictObject({
  channels: some(CHANNELS),
  modes: some(MODES),
  places: some(PLACE_KINDS),
  origins: some(ORIGINS),
  contents: some(CONTENTS),
  /** `vietnamese`, `minority`, `foreign`, or a language by its name. */
  languages: optional(fewOf(words(60), 20)),
  genres: optional(fewOf(words(60), 20)),
  /** One of these stands in the title of the item or the obligation. */
  about: optional(fewOf(words(100), 20)),
})
export type Where = z.infer<typeof where>

const points = z.number('phải là số').min(0, 'không được âm').max(1000, 'không quá 1000')
const fields = z
  .array(id, 'phải là danh sách mã trường')
  .min(1, 'cần ít nhất một trường')
  .max(50, 'không quá 50')

/** Where a field comes from. */
const from = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('count'), of: oneOf(MEASURES), where: where.prefault({}) }),
    /** `partial`: what nobody knows is told beside the sum of the rest; otherwise there is none. */
    z.strictObject({
      ...{ kind: z.literal('sum'), of: fields },
      partial: z.boolean('phải là true hoặc false').default(false),
    }),
    z.strictObject({ kind: z.literal('percent'), of: id, over: id }),
    z.strictObject({
      kind: z.literal('score'),
      ...{ of: id, over: id, points },
      /** From so many percent on: all points, their share, or so many. The highest step reached holds. */
      steps: z
        .array(
          z.strictObject({
            from: z.number('phải là số').min(0, 'không được âm').max(100, 'không quá 100'),
            gives: z.union([z.literal('all'), z.literal('share'), points], 'phải là all, share hoặc số điểm'),
          }),
          'phải là danh sách',
        )
        .min(1, 'cần ít nhất một ngưỡng'),
    }),
    /** All points as soon as one of these fields is above nought. */
    z.strictObject({ kind: z.literal('present'), of: fields, points }),
    z.strictObject({ kind: z.literal('typed'), as: oneOf(['number', 'text']).default('number') }),
    z.strictObject({ kind: z.literal('none'), why: words(300) }),
  ],
  'kind phải là một trong: count, sum, percent, score, present, typed, none',
)
export type From = z.infer<typeof from>

const field = z.strictObject({
  id,
  /** As the form numbers it. */
  code: optional(words(20)),
  label: words(300),
  unit: optional(words(40)),
  /** A heading above this field and those after it. */
  group: optional(words(200)),
  from,
  note: optional(words(500)),
})
export type BlankField = z.infer<typeof field>

const width = z.number('phải là số').min(5, 'từ 5 mm').max(150, 'không quá 150 mm')

const columnOf = <T extends readonly [string, ...string[]]>(values: T) =>
  z.union(
    [
      z.strictObject({ heading: words(100), width, from: oneOf(values) }),
      /** An X where one of what the row stands for is so; counted below. */
      z.strictObject({ heading: words(100), width, mark: where }),
      /** Left to be written by hand. */
      z.strictObject({ heading: words(100), width, blank: z.literal(true) }),
    ],
    { error: `cột cần heading, width và đúng một trong: from (${values.join(', ')}), mark, blank: true` },
  )

const listOf = <R extends string, T extends readonly [string, ...string[]]>(rows: R, values: T) =>
  z.strictObject({
    ...{
      id,
      title: words(300),
      rows: z.literal(rows),
      where: where.prefault({}),
      note: optional(words(500)),
    },
    columns: z
      .array(columnOf(values), 'phải là danh sách')
      .min(1, 'cần ít nhất một cột')
      .max(20, 'không quá 20 cột'),
  })

const list = z.discriminatedUnion(
  'rows',
  [
    /** A row a time. */
    listOf('occurrences', OCCURRENCE_COLUMNS),
    /** A row for what was told, however often: what is publicised is publicised for days. */
    listOf('contents', CONTENT_COLUMNS),
    /** A row an obligation. */
    listOf('obligations', OBLIGATION_COLUMNS),
  ],
  'rows phải là một trong: occurrences, contents, obligations',
)
export type BlankList = z.infer<typeof list>
export type BlankColumn = BlankList['columns'][number]

export const blankSchema = z.strictObject({
  id,
  title: words(300),
  /** Who asks for it. */
  asker: words(300),
  /** The document that asks for it, or where its shape was read. */
  source: words(1000),
  basis: oneOf(BASES),
  periods: fewOf(oneOf(['month', ...REPORT_KINDS]), REPORT_KINDS.length + 1).refine(
    (all) => all.length > 0,
    'cần ít nhất một kỳ',
  ),
  /** So many working days after the closing day. */
  deadline: optional(
    z.strictObject({
      workingDays: z.int('phải là số ngày nguyên').min(1, 'từ 1 ngày').max(60, 'không quá 60 ngày'),
    }),
  ),
  note: optional(words(2000)),
  fields: z.array(field, 'phải là danh sách').max(200, 'không quá 200 trường').default([]),
  lists: z.array(list, 'phải là danh sách').max(10, 'không quá 10 bảng').default([]),
})
export type Blank = z.infer<typeof blankSchema>
export type BlankPeriod = Blank['periods'][number]
