/** An office (đơn vị) among others: what it is called, of which kind it is, and which one is above it. */

import { wrongLetters } from './field.ts'
import { type FieldError, formatPath } from './problem.ts'
import { unitCodeOf } from './slug.ts'
import { tidy, usualLetters } from './text.ts'
import type { LocalDate } from './wall-clock.ts'

export const UNIT_KINDS = ['xa', 'phuong', 'dac-khu', 'tinh', 'khac'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

export const UNIT_KIND_NAMES: Record<UnitKind, string> = {
  xa: 'xã',
  phuong: 'phường',
  'dac-khu': 'đặc khu',
  tinh: 'tỉnh, thành phố',
  khac: 'khác',
}

export const isUnitKind = (text: string): text is UnitKind => (UNIT_KINDS as readonly string[]).includes(text)

export type WholeUnit = {
  code: string
  name: string
  kind: UnitKind
  /** The code of the office above; null for one that stands alone. */
  parent: string | null
  /** As the state numbers it. */
  officialCode: string | null
  /** From this day on it is closed; null while it is open. */
  closedFrom: LocalDate | null
}

/** From that day on its people may only look. */
export const isClosedOn = ({ closedFrom }: Pick<WholeUnit, 'closedFrom'>, day: LocalDate): boolean =>
  closedFrom !== null && closedFrom <= day

/** As somebody wants it; without a kind, the one that its name says. */
export type NewUnit = Pick<WholeUnit, 'code' | 'name' | 'parent' | 'officialCode'> & { kind: string | null }

const SAID: [RegExp, UnitKind][] = [
  [/^xã\s/iu, 'xa'],
  [/^phường\s/iu, 'phuong'],
  [/^đặc khu\s/iu, 'dac-khu'],
  [/^(tỉnh|thành phố|tp\.?)\s/iu, 'tinh'],
]

const OFFICE = /^(UBND|[UỦ][yỷ] ban nhân dân)\s+/iu

/** The kind that a name says: `xa` for `UBND xã Sơn Hà`. */
export const kindOfName = (name: string): UnitKind =>
  SAID.find(([says]) => says.test(tidy(name).replace(OFFICE, '')))?.[1] ?? 'khac'

const CODE = /^[a-z0-9][a-z0-9-]{0,59}$/
/** Provinces have two digits, communes five; what is neither may be either. */
const OFFICIAL: Record<UnitKind, RegExp> = {
  ...{ xa: /^\d{5}$/, phuong: /^\d{5}$/, 'dac-khu': /^\d{5}$/, tinh: /^\d{2}$/ },
  khac: /^(\d{2}|\d{5})$/,
}
const LONGEST_NAME = 200

type Known = Pick<WholeUnit, 'code' | 'parent' | 'officialCode'>

/**
 * What is wrong with units that are to be added to those that are known, all of it: each error's path begins with the
 * place in `added`. Their order does not matter: one may stand below another that comes after it.
 */
export function newUnitErrors(added: readonly NewUnit[], known: readonly Known[]): FieldError[] {
  const book = bookOf(added, known)
  return added.flatMap((unit, i) =>
    [...ownErrors(unit), ...codeErrors(unit, book), ...parentErrors(unit, book.parents).map(badParent)].map(
      ([field, code, message]): FieldError => ({ path: [i, field], code, message }),
    ),
  )
}

type Wrong = [field: string, code: string, message: string]

/** Who is called so, and who is numbered so, among the known and the added. */
function bookOf(added: readonly NewUnit[], known: readonly Known[]) {
  return {
    known: new Set(known.map(({ code }) => code)),
    twins: Map.groupBy(added, ({ code }) => code),
    official: Map.groupBy([...known, ...added], ({ officialCode }) => officialCode),
    parents: new Map([...known, ...added].map(({ code, parent }) => [code, parent])),
  }
}

function ownErrors({ code, name, kind: said, officialCode }: NewUnit): Wrong[] {
  const length = tidy(name).length
  const letters = wrongLetters(usualLetters(name))
  const kind = said ?? kindOfName(name)
  const official = isUnitKind(kind) ? OFFICIAL[kind] : OFFICIAL.khac
  const wrong: (Wrong | null)[] = [
    CODE.test(code) ? null : ['code', 'bad-code', `mã “${code.slice(0, 80)}” ${CODE_RULE}`],
    length && length <= LONGEST_NAME ? null : ['name', 'bad-name', `tên cần từ 1 đến ${LONGEST_NAME} ký tự`],
    letters === null ? null : ['name', 'bad-letters', `tên ${letters}`],
    isUnitKind(kind) ? null : ['kind', 'bad-kind', kindRule(kind)],
    officialCode === null || official.test(officialCode)
      ? null
      : [
          'officialCode',
          'bad-official-code',
          `mã hành chính “${officialCode.slice(0, 20)}” ${OFFICIAL_RULE}`,
        ],
  ]
  return wrong.filter((one) => one !== null)
}

function codeErrors({ code, parent, officialCode }: NewUnit, book: ReturnType<typeof bookOf>): Wrong[] {
  const twins = book.twins.get(code) ?? []
  const others = twins.some((twin) => twin.parent !== parent)
  const numbered = officialCode === null ? [] : (book.official.get(officialCode) ?? [])
  const owner = numbered.find((one) => one.code !== code)
  const wrong: (Wrong | null)[] = [
    book.known.has(code) ? ['code', 'taken', `mã “${code}” đã có`] : null,
    others ? ['parent', 'two-parents', `“${code}” có hai cấp trên khác nhau`] : null,
    twins.length > 1 && !others ? ['code', 'twice', `mã “${code}” ghi hai lần`] : null,
    owner ? ['officialCode', 'taken', `mã hành chính ${officialCode} đã dùng cho “${owner.code}”`] : null,
  ]
  return wrong.filter((one) => one !== null)
}

const badParent = (message: string): Wrong => ['parent', 'bad-parent', message]

const OFFICIAL_RULE =
  'chưa đúng: của tỉnh gồm 2 chữ số, của xã, phường, đặc khu 5 chữ số; Excel có thể đã bỏ số 0 ở đầu'
const CODE_RULE = 'chưa đúng: chỉ gồm chữ thường không dấu, số và gạch nối, tối đa 60'
const kindRule = (kind: string): string =>
  `loại “${kind.slice(0, 30)}” không có: dùng ${UNIT_KINDS.join(', ')}`

/** A parent must be there, and nobody stands below themselves. */
export function parentErrors(
  { code, parent }: Pick<WholeUnit, 'code' | 'parent'>,
  parents: ReadonlyMap<string, string | null>,
): string[] {
  if (parent === null) return []
  if (parent === code) return [`“${code}” không thể là cấp trên của chính mình`]
  if (!parents.has(parent)) return [`không có đơn vị cấp trên “${parent.trim().slice(0, 80)}”`]
  const seen = new Set<string>()
  for (let above: string | null = parent; above !== null; above = parents.get(above) ?? null) {
    if (above === code) return [`“${parent}” nằm dưới “${code}”, không thể là cấp trên của nó`]
    if (seen.has(above)) return []
    seen.add(above)
  }
  return []
}

/** A code for each of several names: of two that would get the same one, both carry the official number. */
export function codesFor(rows: readonly { name: string; officialCode: string | null }[]): string[] {
  const plain = rows.map(({ name }) => unitCodeOf(name))
  const count = Map.groupBy(plain, (code) => code)
  return rows.map(({ officialCode }, i) => {
    const code = plain[i] as string
    return (count.get(code) ?? []).length > 1 && officialCode ? `${code}-${officialCode}` : code
  })
}

/** `dòng 3: …` for each wrong row; `lineOf` says where a row stands. */
export const errorLines = (errors: readonly FieldError[], lineOf: (row: number) => number): string[] =>
  errors.map(({ path: [row, ...field], message }) =>
    typeof row === 'number' ? `dòng ${lineOf(row)}: ${message}` : `${formatPath(field)}: ${message}`,
  )
