/** How a field is read and written: text on the page, a value in the plan. What cannot be read is `WRONG`. */
import { readDay, readDecimal, readHour, readWhole } from './reading.ts'

export const WRONG: unique symbol = Symbol('wrong')

export type Reader = {
  /** An empty field is null. */
  read: (texts: readonly string[]) => unknown
  write: (value: unknown) => string[]
  /** What is wrong with what cannot be read. */
  wrong: string
}

const single = (read: (text: string) => unknown, write: (value: never) => string, wrong: string): Reader => ({
  read: (texts) => {
    const text = (texts.at(-1) ?? '').trim()
    return text === '' ? null : (read(text) ?? WRONG)
  },
  write: (value) => (value === null || value === undefined ? [] : [write(value as never)]),
  wrong,
})

const plain = (value: string): string => value

/** As it was typed: line ends as files have them, nothing cut but the space around it. */
export const text = single((typed) => typed.replaceAll('\r\n', '\n'), plain, '')
export const day = single(readDay, plain, 'không phải một ngày có thật, ghi như 24/7/2025')
export const hour = single(readHour, plain, 'không phải một giờ có thật, ghi như 05:30')
export const whole = single(readWhole, String, 'phải là số nguyên, ghi bằng chữ số')
export const decimal = single(
  readDecimal,
  (value: number) => String(value).replace('.', ','),
  'phải là số, ví dụ 50 hoặc 52,5',
)

/** One a line. */
export const lines: Reader = {
  read: (texts) =>
    (texts.at(-1) ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean),
  write: (value) => [(value as readonly string[]).join('\n')],
  wrong: '',
}

/** Boxes; none ticked is an empty list. */
export const ticks: Reader = {
  read: (texts) => [...texts],
  write: (value) => [...(value as string[])],
  wrong: '',
}

export const tick: Reader = {
  read: (texts) => texts.at(-1) === '1',
  write: (value) => (value ? ['1'] : []),
  wrong: '',
}

/** Several in one line, between commas or "và". */
const several = (one: Reader): Reader => ({
  read: (texts) => {
    const parts = (texts.at(-1) ?? '').split(/[,;]|\svà\s/).map((part) => part.trim())
    const values = parts.filter(Boolean).map((part) => one.read([part]))
    return values.includes(WRONG) ? WRONG : values
  },
  write: (value) => [(value as unknown[]).flatMap((part) => one.write(part)).join(', ')],
  wrong: one.wrong,
})

export const wholes: Reader = {
  ...several(whole),
  wrong: 'ghi các số cách nhau bằng dấu phẩy, ví dụ 7, 14, 21',
}
export const hours: Reader = {
  ...several(hour),
  wrong: 'ghi các giờ cách nhau bằng dấu phẩy, ví dụ 05:30, 17:00',
}

/** Days of a month, "cuối" for its last. */
export const monthDates: Reader = {
  ...several({
    read: ([typed = '']) => {
      if (/^(ngày )?cuối( tháng)?$/iu.test(typed.normalize('NFC'))) return -1
      const number = Number(typed)
      return /^-?\d{1,2}$/.test(typed) && number !== 0 && Math.abs(number) <= 31 ? number : WRONG
    },
    write: (value) => [value === -1 ? 'cuối' : String(value)],
    wrong: '',
  }),
  wrong: 'ghi các ngày từ 1 đến 31, ví dụ 1, 15 hoặc cuối',
}

/** A choice of numbers among ticked boxes. */
export const numbers: Reader = {
  read: (texts) => texts.map(Number),
  write: (value) => (value as number[]).map(String),
  wrong: '',
}

/** A whole number that may lie before: -3. */
export const signed = single(
  (typed) => (/^[-−]?\d{1,4}$/.test(typed) ? Number(typed.replace('−', '-')) : null),
  String,
  'phải là số nguyên, ví dụ 3 hoặc -3',
)
