/** A plan file's bytes → a plan. Errors carry line and column where the file has one. */
import { LineCounter, type Node, parseDocument, type YAMLError } from 'yaml'
import { type Plan, parsePlan } from '../core/plan.ts'
import { type FieldError, fail, invalid, type Result } from '../core/problem.ts'

/** An error with its place in the file, 1-based. */
export type PlacedError = FieldError & { line: number; column: number }

export const MAX_PLAN_BYTES = 1024 * 1024

type Parsed = ReturnType<typeof parseDocument>

/** Reads YAML, or JSON, which is YAML too. UTF-8, at most 1 MiB. */
export function readPlan(bytes: Uint8Array): Result<Plan> {
  if (bytes.byteLength > MAX_PLAN_BYTES)
    return fail({ kind: 'too-large', detail: 'Tệp kế hoạch lớn quá 1 MB.' })
  const text = decode(bytes)
  if (text === null)
    return invalid('Tệp kế hoạch không phải văn bản UTF-8. Hãy lưu lại với bảng mã UTF-8.', [
      { path: [], code: 'not-utf-8', message: 'không phải văn bản UTF-8' },
    ])
  return readText(text)
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

// The parser recurses once a level: far deeper than a plan nests, far less deep than the stack.
const MAX_DEPTH = 60

function tooDeep(text: string): boolean {
  let depth = 0
  for (const char of text) {
    if (char === '[' || char === '{') depth++
    else if (char === ']' || char === '}') depth--
    if (depth > MAX_DEPTH) return true
  }
  return /^ {400}|(?:- ){60}/m.test(text)
}

function readText(text: string): Result<Plan> {
  if (tooDeep(text))
    return invalid('Tệp kế hoạch lồng quá nhiều tầng.', [
      { path: [], code: 'too-deep', message: `lồng quá ${MAX_DEPTH} tầng` },
    ])
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const syntax = document.errors.map((error) => syntaxError(error, lines))
  if (syntax.length) return invalid('Tệp kế hoạch không đúng cú pháp YAML.', syntax.slice(0, 20))
  const data = toData(document)
  if (!data.ok) return data
  const plan = parsePlan(data.value)
  if (plan.ok || plan.problem.kind !== 'invalid') return plan
  return invalid(
    plan.problem.detail,
    plan.problem.errors.map((error) => place(error, document, lines)),
  )
}

/** Aliases that unfold to more than 100 nodes are refused by the library: a small file could fill the memory. */
function toData(document: Parsed): Result<unknown> {
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 100 }) }
  } catch (error) {
    const message = 'neo và bí danh YAML (&, *) bung ra quá lớn hoặc không có đích'
    if (error instanceof ReferenceError) return invalid(`${message}.`, [{ path: [], code: 'alias', message }])
    throw error
  }
}

const SYNTAX: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'khoá này đã có ở trên',
  TAB_AS_INDENT: 'thụt dòng bằng dấu cách, không dùng phím Tab',
  BAD_INDENT: 'thụt dòng không đều',
  MISSING_CHAR: 'thiếu dấu đóng ngoặc hoặc dấu nháy',
  MULTILINE_IMPLICIT_KEY: 'thiếu dấu hai chấm sau khoá, hoặc thụt dòng sai',
  BLOCK_AS_IMPLICIT_KEY: 'dấu hai chấm trong câu: đặt cả câu trong dấu nháy',
  MULTIPLE_DOCS: 'mỗi tệp chỉ chứa một kế hoạch',
}

function syntaxError(error: YAMLError, lines: LineCounter): PlacedError {
  const { line, col } = lines.linePos(error.pos[0])
  const message = SYNTAX[error.code] ?? `cú pháp YAML không đúng (${error.code})`
  return { path: [], code: 'yaml', message, line, column: col }
}

/** The place of a wrong value; of a missing one, the place of what should hold it. */
function place(error: FieldError, document: Parsed, lines: LineCounter): PlacedError {
  const at = [error.path, ...error.path.map((_, i) => error.path.slice(0, -1 - i))]
    .map((path) => offsetOf(document, path, error.code === 'unknown-field' && path === error.path))
    .find((offset) => offset !== null)
  const { line, col } = lines.linePos(at ?? 0)
  return { ...error, line: Math.max(line, 1), column: Math.max(col, 1) }
}

function offsetOf(document: Parsed, path: (string | number)[], atKey: boolean): number | null {
  if (atKey) return keyOffset(document, path)
  const node = path.length ? document.getIn(path, true) : document.contents
  return (node as Node | undefined)?.range?.[0] ?? null
}

function keyOffset(document: Parsed, path: (string | number)[]): number | null {
  const holder = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  const pairs = (holder as { items?: { key?: { value?: unknown; range?: [number] } }[] } | null)?.items
  return pairs?.find((pair) => pair.key?.value === path.at(-1))?.key?.range?.[0] ?? null
}
