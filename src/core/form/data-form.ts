/** Forms whose fields each stand for one place in some data: filled from it, and read back into it. */
import type { FieldError } from '../problem.ts'
import type { FormField } from './field.ts'
import { type Entry, type Filled, wrong } from './filled.ts'
import { type Reader, WRONG } from './readers.ts'

export type Loose = Record<string, unknown>

export type DataField = FormField & {
  /** In the data: `cadence.window.from`. */
  path: string
  as: Reader
  /** What is said when it is empty; absent for what may be. */
  needs?: string
}

/** Said above a form that was refused. */
export const WHAT = 'Chưa lưu được: hãy xem lại các ô được đánh dấu.'

export const fillFields = (fields: readonly DataField[], data: unknown): Entry[] =>
  fields.flatMap((field) => textsOf(field, data).map((value): Entry => [field.name, value]))

/** What stands in the field; nothing where nothing is said. */
function textsOf({ as, path }: DataField, data: unknown): string[] {
  const value = valueAt(data, path)
  return value === null ? [] : as.write(value)
}

const valueAt = (data: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Loose | null)?.[key] ?? null, data)

/** Puts into `data` what was filled in, and answers what could not be read. `was`: the data as it stood before. */
export function readFields(
  fields: readonly DataField[],
  filled: Filled,
  was: unknown,
  data: Loose,
): FieldError[] {
  return fields.flatMap((field) => {
    const untouched = was !== null && isUntouched(field, filled, was)
    const value = untouched ? valueAt(was, field.path) : field.as.read(filled.all(field.name))
    if (value === WRONG) return [wrong(field.name, field.as.wrong)]
    if (value === null && field.needs) return [wrong(field.name, field.needs)]
    if (value !== null) setAt(data, field.path, value)
    return []
  })
}

/** What nobody changed stays to the letter: browsers give other line ends, and boxes in their own order. */
const isUntouched = (field: DataField, filled: Filled, was: unknown): boolean =>
  plain(textsOf(field, was)) === plain(filled.all(field.name))

const plain = (texts: readonly string[]): string =>
  texts
    .map((text) => text.replace(/\r\n?/g, '\n').trim())
    .filter(Boolean)
    .sort()
    .join('\n')

function setAt(data: Loose, path: string, value: unknown): void {
  const [last = '', ...above] = path.split('.').reverse()
  const holder = above.reverse().reduce<Loose>((inner, key) => {
    inner[key] ??= {}
    return inner[key] as Loose
  }, data)
  holder[last] = value
}
