/** The office's words, from `content/reports/`: compiled beforehand, since Workers forbid compiling at run time. */
import type Handlebars from 'handlebars'
import runtime from 'handlebars/runtime.js'
import { templates } from './compiled.generated.ts'

// The package types its runtime as an empty module; it is Handlebars without the compiler.
const house = (runtime as unknown as typeof Handlebars).create()

const compiled = new Map(
  Object.entries(templates).map(([name, spec]) => [name, house.template(spec as TemplateSpecification)]),
)

/** The text of a template of `content/reports/`. Throws when the data lack what it names: templates are strict. */
export function wordsOf(name: string, data: object): string {
  const template = compiled.get(name)
  if (!template) throw new Error(`content/reports/${name}.hbs is missing`)
  return template(data)
}
