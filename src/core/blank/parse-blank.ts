/** From a form's data to the form, or to all that is wrong with it, each with its place. */
import { LANGUAGE_KINDS, type Language, languageNamed } from '../making.ts'
import { schemaErrors } from '../plan/parse-plan.ts'
import { type FieldError, invalid, ok, type Result } from '../problem.ts'
import { type Blank, blankSchema, type From, type Where } from './blank.ts'

export function parseBlank(data: unknown, languages: readonly Language[]): Result<Blank> {
  const parsed = blankSchema.safeParse(data)
  const errors = parsed.success ? blankErrors(parsed.data, languages) : schemaErrors(parsed.error, data)
  if (errors.length) return invalid('Biểu có chỗ chưa đúng.', errors.slice(0, 100))
  return ok(parsed.data as Blank)
}

type Path = FieldError['path']

/** What only the whole tells: ids used twice, fields that do not exist or come later, languages that nobody listed. */
function blankErrors(blank: Blank, languages: readonly Language[]): FieldError[] {
  const { fields, lists } = blank
  if (!fields.length && !lists.length)
    return [{ path: ['fields'], code: 'empty-form', message: 'biểu cần ít nhất một trường hoặc một bảng' }]
  return [
    ...twice(fields, ['fields']),
    ...twice(lists, ['lists']),
    ...fields.flatMap(({ from }, i) => [
      ...referenceErrors(blank, from, i),
      ...(from.kind === 'count' ? languageErrors(from.where, ['fields', i, 'from', 'where'], languages) : []),
    ]),
    ...lists.flatMap(({ where, columns }, i) => [
      ...languageErrors(where, ['lists', i, 'where'], languages),
      ...columns.flatMap((column, k) =>
        'mark' in column ? languageErrors(column.mark, ['lists', i, 'columns', k, 'mark'], languages) : [],
      ),
    ]),
  ]
}

const twice = (all: readonly { id: string }[], path: Path): FieldError[] =>
  all.flatMap(({ id }, i) => {
    const first = all.findIndex((one) => one.id === id)
    if (first === i) return []
    return [
      {
        path: [...path, i, 'id'],
        code: 'duplicate-field',
        message: `mã "${id}" đã dùng ở mục thứ ${first + 1}`,
      },
    ]
  })

function referenceErrors({ fields }: Blank, from: From, i: number): FieldError[] {
  return namedIn(from).flatMap(([place, id]): FieldError[] => {
    const path = ['fields', i, 'from', ...place]
    const at = fields.findIndex((one) => one.id === id)
    if (at < 0) return [{ path, code: 'no-such-field', message: `không có trường "${id}" trong biểu` }]
    if (at >= i)
      return [{ path, code: 'later-field', message: `trường "${id}" phải đứng trước trường tính từ nó` }]
    if (isText(fields[at]?.from))
      return [{ path, code: 'not-a-number', message: `trường "${id}" không phải số` }]
    return []
  })
}

const isText = (from: From | undefined): boolean => from?.kind === 'typed' && from.as === 'text'

function namedIn(from: From): [Path, string][] {
  if (from.kind === 'sum' || from.kind === 'present')
    return from.of.map((id, k): [Path, string] => [['of', k], id])
  if (from.kind !== 'percent' && from.kind !== 'score') return []
  return [
    [['of'], from.of],
    [['over'], from.over],
  ]
}

const languageErrors = (
  { languages: named }: Where,
  path: Path,
  languages: readonly Language[],
): FieldError[] =>
  (named ?? []).flatMap((name, i) =>
    (LANGUAGE_KINDS as readonly string[]).includes(name) || languageNamed(languages, name)
      ? []
      : [
          {
            path: [...path, 'languages', i],
            code: 'unknown-language',
            message: `chưa có ngôn ngữ "${name}": dùng ${LANGUAGE_KINDS.join(', ')}, hoặc một tên trong danh sách ngôn ngữ như Tiếng Việt, Xơ Đăng, Hrê`,
          },
        ],
  )
