/** A plan file's text → data, with the place of each value in the text. */
import {
  CST,
  isAlias,
  isMap,
  isScalar,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import { type FieldError, invalid, ok, type Result } from '../core/problem.ts'

/** An error with its place in the file, 1-based. */
export type PlacedError = FieldError & { line: number; column: number }

export type Yaml = { data: unknown; place: (error: FieldError) => PlacedError }

type Document = ReturnType<typeof parseDocument>
type Path = FieldError['path']
type Fault = { offset: number; code: string; message: string }

const MAX_ERRORS = 20
/** A plan's own brackets are four deep. */
const DEEPEST = 100
/** Commas in brackets; a file of 1 MB that says anything has fewer, one of commas takes the library 7 seconds. */
const MOST_COMMAS = 200_000
/** More than any plan needs; the library searches the whole file for each of them. */
const MAX_ALIASES = 1000

export function parseYaml(text: string): Result<Yaml> {
  const lines = new LineCounter()
  const excess = excessIn(text)
  const readable = excess === null ? text : text.slice(0, excess.offset)
  // The library's own search for repeated keys compares each with all others: minutes for a file of 1 MB.
  const document = parseDocument(readable, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const data: { value?: unknown } = {}
  const faults =
    (excess && [excess]) ??
    syntaxFaults([...document.errors, ...document.warnings]) ??
    aliasAndKeyFaults(document) ??
    cutFaults(document, readable) ??
    dataFaults(document, data)
  if (!faults) return ok({ data: data.value, place: (error) => place(error, document, lines) })
  const errors = faults.slice(0, MAX_ERRORS).map(({ offset, code, message }) => ({
    ...{ path: [], code, message },
    ...lineAndColumn(lines, offset),
  }))
  return invalid('Tệp kế hoạch không đúng cú pháp YAML.', errors)
}

/** Where brackets open too deep, or hold too much: the library takes seconds for a megabyte of them. */
function excessIn(text: string): Fault | null {
  let depth = 0
  let offset = 0
  let commas = 0
  let before = ''
  for (const token of new Lexer().lex(text)) {
    if (before !== CST.SCALAR) depth += BRACKETS[token] ?? 0
    if (depth > DEEPEST) return tooDeep(offset)
    if (token === ',' && before !== CST.SCALAR && ++commas > MOST_COMMAS)
      return { offset, code: 'too-many', message: 'quá nhiều phần tử trong ngoặc' }
    if (!MARKS.includes(token)) offset += token.length
    before = token
  }
  return null
}

const BRACKETS: Record<string, number> = { '[': 1, '{': 1, ']': -1, '}': -1 }
/** What the lexer says of the text that follows; no part of the file. */
const MARKS: string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]

const SYNTAX: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'thụt dòng bằng dấu cách, không dùng phím Tab',
  BAD_INDENT: 'thụt dòng không đều, hoặc thiếu dấu đóng ngoặc',
  MISSING_CHAR: 'thiếu dấu đóng ngoặc hoặc dấu nháy',
  MULTILINE_IMPLICIT_KEY: 'thiếu dấu hai chấm sau khoá, hoặc thụt dòng sai',
  BLOCK_AS_IMPLICIT_KEY: 'dấu hai chấm trong câu: đặt cả câu trong dấu nháy',
  TAG_RESOLVE_FAILED: 'không dùng nhãn YAML (!…)',
  MULTIPLE_DOCS: 'mỗi tệp chỉ chứa một kế hoạch',
}

/** The first one alone: what follows it mostly follows from it. */
function syntaxFaults(errors: YAMLError[]): Fault[] | null {
  const first =
    errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION') ?? errors.sort((a, b) => a.pos[0] - b.pos[0])[0]
  if (!first) return null
  const { code, pos } = first
  if (code === 'RESOURCE_EXHAUSTION') return [tooDeep(pos[0])]
  return [{ offset: pos[0], code: 'yaml', message: SYNTAX[code] ?? `cú pháp YAML không đúng (${code})` }]
}

const tooDeep = (offset: number): Fault => ({ offset, code: 'too-deep', message: 'lồng quá nhiều tầng' })

/** Repeated keys, which would silently win over the first; aliases (*) of no anchor (&), or far too many. */
function aliasAndKeyFaults(document: Document): Fault[] | null {
  const faults: Fault[] = []
  const anchors = new Set<string>()
  let aliases = 0
  visit(document, {
    Node: (_, node) => {
      const offset = node.range?.[0] ?? 0
      if (!isAlias(node)) {
        if (node.anchor) anchors.add(node.anchor)
        if (isMap(node)) faults.push(...keyFaults(node.items.map((pair) => pair.key as Node | null)))
      } else if (!anchors.has(node.source))
        faults.push({ offset, code: 'alias', message: `không có neo &${node.source} ở phía trên` })
      else if (++aliases > MAX_ALIASES)
        faults.push({ offset, code: 'alias', message: 'quá nhiều bí danh (*)' })
      return faults.length > MAX_ERRORS ? visit.BREAK : undefined
    },
  })
  return faults.length ? faults : null
}

function keyFaults(keys: (Node | null)[]): Fault[] {
  const seen = new Set<string>()
  const faults: Fault[] = []
  for (const key of keys) {
    const fault = (message: string) => faults.push({ offset: key?.range?.[0] ?? 0, code: 'key', message })
    const name = keyName(key)
    if (name === null) fault('khoá phải là chữ')
    else if (seen.has(name)) fault(`khoá "${name}" đã có ở trên`)
    else seen.add(name)
    if (faults.length > MAX_ERRORS) break
  }
  return faults
}

/** As it is called in the data; null for a list, a group or an alias. */
const keyName = (key: Node | null | undefined): string | null =>
  isScalar(key) || key == null ? String(key?.value ?? '') : null

/**
 * Words that ` #` cuts: YAML takes the rest of the line as a comment, `Chuyên mục #1` loses its number in silence.
 * Behind numbers, days and single words a comment stays a comment, unless it follows its `#` without a space.
 */
function cutFaults(document: Document, text: string): Fault[] | null {
  const faults: Fault[] = []
  visit(document, {
    Scalar: (key, { type, value, range }) => {
      const end = range?.[1] ?? 0
      const isWords = type === 'PLAIN' && (typeof value === 'string' || value === null)
      if (key === 'key' || !isWords) return undefined
      const rest = (value === null ? /^[ \t]*(#.*)/ : /^[ \t]+(#.*)/).exec(text.slice(end, end + 1000))?.[1]
      const many = typeof value === 'string' && value.includes(' ')
      if (rest === undefined || !(many ? /^#/ : /^#[^\s#]/).test(rest)) return undefined
      const message = `phần “${rest.trim().slice(0, 60)}” không được đọc, vì dấu # sau dấu cách mở chú thích: đặt cả câu trong dấu nháy, hoặc chuyển chú thích lên dòng riêng`
      faults.push({ offset: end + text.slice(end).indexOf('#'), code: 'yaml', message })
      return faults.length > MAX_ERRORS ? visit.BREAK : undefined
    },
  })
  return faults.length ? faults : null
}

/** Aliases that unfold to more than 100 nodes are refused by the library: a small file could fill the memory. */
function dataFaults(document: Document, data: { value?: unknown }): Fault[] | null {
  try {
    data.value = document.toJS({ maxAliasCount: 100 })
    return null
  } catch (error) {
    if (error instanceof RangeError) return [tooDeep(0)]
    if (!(error instanceof ReferenceError)) throw error
    return [{ offset: firstAlias(document), code: 'alias', message: 'bí danh (*) bung ra quá lớn' }]
  }
}

function firstAlias(document: Document): number {
  let offset = 0
  visit(document, {
    Alias: (_, { range }) => {
      offset = range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return offset
}

function lineAndColumn(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}

/** The place of a wrong value, of an unknown field's key; of a missing value, the place of what should hold it. */
function place(error: FieldError, document: Document, lines: LineCounter): PlacedError {
  const atKey = error.code === 'unknown-field' ? keyOffset(document, error.path) : null
  const offsets = [error.path, ...error.path.map((_, i) => error.path.slice(0, -1 - i))].map((path) =>
    valueOffset(document, path),
  )
  return { ...error, ...lineAndColumn(lines, atKey ?? offsets.find((offset) => offset !== null) ?? 0) }
}

const nodeAt = (document: Document, path: Path): Node | null | undefined =>
  (path.length ? document.getIn(path, true) : document.contents) as Node | null | undefined

const valueOffset = (document: Document, path: Path): number | null =>
  nodeAt(document, path)?.range?.[0] ?? null

function keyOffset(document: Document, path: Path): number | null {
  const holder = nodeAt(document, path.slice(0, -1))
  if (!isMap(holder)) return null
  const key = holder.items.map((pair) => pair.key as Node | null).find((one) => keyName(one) === path.at(-1))
  return key?.range?.[0] ?? null
}
