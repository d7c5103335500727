/**
 * A Handlebars template as TypeScript that reads what the template reads, so that the compiler can hold it against the
 * type of its view. It knows what our templates use; anything else is an error of its own.
 */
import Handlebars from 'handlebars'

/** The templates of a folder: their names to their texts, and the helpers that they are compiled with. */
export type Library = { folder: string; texts: ReadonlyMap<string, string>; helpers: ReadonlySet<string> }

/** A line of code, and the line of the template that it stands for. */
export type CodeLine = { code: string; file: string; line: number }

/** What the code may call, seen from a folder two steps below the project's. */
export const PRELUDE = `import type Handlebars from 'handlebars'
import type { assets } from '../../src/templates/assets.generated.ts'
import type { helpers } from '../../src/templates/helpers.ts'
declare const data: { assets: typeof assets }
declare const help: typeof helpers
declare const text: string
declare const flag: boolean
declare const index: number
/** What a template prints: null as nothing; never a list, an object or a truth. */
declare function print(value: string | number | null | Handlebars.SafeString): void
declare function each<T>(list: readonly T[] | null | undefined): readonly T[]
`

type Inclusion = hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement
type Statement =
  | Inclusion
  | hbs.AST.MustacheStatement
  | hbs.AST.BlockStatement
  | hbs.AST.ContentStatement
  | hbs.AST.CommentStatement
type Expression =
  | hbs.AST.SubExpression
  | hbs.AST.PathExpression
  | hbs.AST.StringLiteral
  | hbs.AST.BooleanLiteral

/** What paths start from: an expression, and what stands in it under other names. */
type Context = { self: string; named: ReadonlyMap<string, string> }
/** `inside`: what stands between `{{#> layout}}` and `{{/layout}}`, for the layout to put in its place. */
type Scope = { here: Context; above: readonly Context[]; file: string; inside: Inside | null }
type Inside = { program: hbs.AST.Program; scope: Scope }

/** The name of each function's one parameter, which `@root` stands for. */
const VIEW = 'view'

const contextOf = (self: string): Context => ({ self, named: new Map() })

const access = (from: string, parts: readonly string[]): string =>
  from +
  parts.map((part) => (/^[a-z$_][\w$]*$/i.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`)).join('')

/** A function `name` of one view of the type `view`, which reads what the template `entry` reads with all it includes. */
export function codeOf(library: Library, entry: string, name: string, view: string): CodeLine[] {
  const code = new TemplateCode(library)
  const file = code.fileOf(entry)
  code.include(entry, { here: contextOf(VIEW), above: [], inside: null })
  const line = (text: string): CodeLine => ({ code: text, file, line: 1 })
  return [line(`export function ${name}(${VIEW}: ${view}) {`), ...code.lines, line('}')]
}

class TemplateCode {
  readonly lines: CodeLine[] = []
  readonly library: Library
  readonly options: ReturnType<typeof optionsOf>
  #names = 0

  constructor(library: Library) {
    this.library = library
    this.options = optionsOf(library)
  }

  fileOf = (name: string): string => `${this.library.folder}/${name}.hbs`

  include(name: string, scope: Omit<Scope, 'file'>): void {
    const program = Handlebars.parse(this.library.texts.get(name) ?? '')
    this.#all(program, { ...scope, file: this.fileOf(name) })
  }

  #all(program: hbs.AST.Program, scope: Scope): void {
    for (const statement of program.body as Statement[]) this.#one(statement, scope)
  }

  #one(statement: Statement, scope: Scope): void {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        break
      case 'MustacheStatement':
        this.#say(`print(${this.#called(statement, scope)})`, statement, scope)
        break
      case 'BlockStatement':
        this.#block(statement, scope)
        break
      case 'PartialStatement':
        this.#partial(statement, scope, null)
        break
      case 'PartialBlockStatement':
        this.#partial(statement, scope, { program: statement.program, scope })
        break
      default:
        throw wrong(statement, scope, `${(statement as hbs.AST.Node).type} is not known here`)
    }
  }

  #say(code: string, { loc }: hbs.AST.Node, { file }: Scope): void {
    this.lines.push({ code, file, line: loc.start.line })
  }

  #block(statement: hbs.AST.BlockStatement, scope: Scope): void {
    const { program, inverse, params } = statement
    const about = this.#expression(params[0] as Expression, scope)
    const inner = this.#fresh()
    const below = { ...scope, here: contextOf(inner), above: [scope.here, ...scope.above] }
    const kind = statement.path.original
    const opened = OPENED[kind]?.(about, inner)
    if (opened === undefined) throw wrong(statement, scope, `{{#${kind}}} is not known here`)
    this.#say(opened, statement, scope)
    this.#all(program, kind === 'with' || kind === 'each' ? below : scope)
    if (inverse) this.#say(kind === 'each' ? '} {' : '} else {', statement, scope)
    if (inverse) this.#all(inverse, scope)
    this.#say('}', statement, scope)
  }

  #fresh = (): string => `c${++this.#names}`

  #partial(statement: Inclusion, scope: Scope, inside: Inside | null): void {
    const name = (statement.name as hbs.AST.PathExpression).original
    if (name === '@partial-block') this.#inside(scope)
    else if (!this.library.texts.has(name)) throw wrong(statement, scope, `there is no ${this.fileOf(name)}`)
    else this.include(name, { here: this.#given(name, statement, scope), above: [], inside })
  }

  /** What a part starts from. What another call gives it by name and this one does not is nothing here. */
  #given(name: string, statement: Inclusion, scope: Scope): Context {
    const about = statement.params[0] as Expression | undefined
    const { self, named } = about ? contextOf(this.#expression(about, scope)) : scope.here
    const given = new Map(named)
    for (const { key, value } of statement.hash?.pairs ?? [])
      given.set(key, this.#expression(value as Expression, scope))
    const left = [...(this.options.get(name) ?? [])].filter((option) => !given.has(option))
    if (!left.length) return { self, named: given }
    const lacking = this.#fresh()
    const nothing = left.map((option) => `${option}: undefined`).join(', ')
    this.#say(`const ${lacking} = { ...{ ${nothing} }, ...${self} }`, statement, scope)
    for (const option of left) given.set(option, `${lacking}.${option}`)
    return { self, named: given }
  }

  #inside({ here, inside }: Scope): void {
    if (inside) this.#all(inside.program, { ...inside.scope, here })
  }

  #called(node: hbs.AST.MustacheStatement | hbs.AST.SubExpression, scope: Scope): string {
    const path = node.path as hbs.AST.PathExpression
    const isHelper = this.library.helpers.has(path.original)
    // Handlebars calls what bears a helper's name, its own `log` and `lookup` too, before it looks into the view.
    if (!node.params.length && (isHelper || path.original in Handlebars.helpers))
      throw wrong(node, scope, `{{${path.original}}} calls a helper: a field is {{this.${path.original}}}`)
    if (!isHelper && node.params.length) throw wrong(node, scope, `{{${path.original}}} is no helper`)
    if (!isHelper) return this.#path(path, scope)
    const params = node.params.map((param) => this.#expression(param as Expression, scope))
    return `help.${path.original}(${params.join(', ')})`
  }

  #expression(node: Expression, scope: Scope): string {
    switch (node.type) {
      case 'StringLiteral':
        return 'text'
      case 'BooleanLiteral':
        return 'flag'
      case 'SubExpression':
        return this.#called(node, scope)
      case 'PathExpression':
        return this.#path(node, scope)
      default:
        throw wrong(node, scope, `${(node as hbs.AST.Node).type} is not known here`)
    }
  }

  #path(node: hbs.AST.PathExpression, scope: Scope): string {
    const { data, depth, parts, original } = node
    const [first = '', ...deeper] = parts
    if (data) return DATA[first]?.(deeper) ?? access('data', parts)
    const from = depth ? scope.above[depth - 1] : scope.here
    if (!from) throw wrong(node, scope, `${original} leads out of the template`)
    const named = from.named.get(first)
    return named === undefined ? access(from.self, parts) : access(named, deeper)
  }
}

const OPENED: Record<string, (about: string, inner: string) => string> = {
  if: (about) => `if (${about}) {`,
  unless: (about) => `if (!(${about})) {`,
  with: (about, inner) => `if (${about}) { const ${inner} = ${about}`,
  each: (about, inner) => `for (const ${inner} of each(${about})) {`,
}

const DATA: Record<string, (deeper: readonly string[]) => string> = {
  root: (deeper) => access(VIEW, deeper),
  index: () => 'index',
  first: () => 'flag',
  last: () => 'flag',
}

const wrong = ({ loc }: hbs.AST.Node, { file }: Scope, why: string): Error =>
  new Error(`${file}:${loc.start.line}: ${why}`)

/** What some call of a partial gives it by name: where another call leaves it out, the partial finds nothing. */
function optionsOf({ texts }: Library): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  class Calls extends Handlebars.Visitor {
    override PartialStatement(call: hbs.AST.PartialStatement): void {
      const name = (call.name as hbs.AST.PathExpression).original
      const names = found.get(name) ?? new Set()
      for (const { key } of call.hash?.pairs ?? []) names.add(key)
      found.set(name, names)
    }
  }
  const calls = new Calls()
  for (const text of texts.values()) calls.accept(Handlebars.parse(text))
  return found
}
