/** Views → HTML. Templates are compiled beforehand: nothing is compiled at run time, as Workers require. */
import type Handlebars from 'handlebars'
import runtime from 'handlebars/runtime.js'
import { assets } from './assets.generated.ts'
import { templates } from './compiled.generated.ts'
import { helpers } from './helpers.ts'
import type { Views } from './views.ts'

// The package types its runtime as an empty module; it is Handlebars without the compiler.
const house = (runtime as unknown as typeof Handlebars).create()
house.registerHelper(helpers)
house.registerPartial(
  Object.fromEntries(
    Object.entries(templates).map(([name, spec]) => [name, house.template(spec as TemplateSpecification)]),
  ),
)

/** The HTML of a page. Throws when a view lacks what its template names: templates are strict. */
export const render = <P extends keyof Views>(page: P, view: Views[P]): string =>
  (house.partials[page] as Handlebars.TemplateDelegate)(view, { data: { assets } })
