/** Messages: views → subject, text and HTML. Compiled beforehand like the pages. */
import type Handlebars from 'handlebars'
import runtime from 'handlebars/runtime.js'
import type { MessageName, MessageViews } from './message-views.ts'
import { templates } from './messages.generated.ts'

// The package types its runtime as an empty module; it is Handlebars without the compiler.
const house = (runtime as unknown as typeof Handlebars).create()
house.registerPartial(
  Object.fromEntries(
    Object.entries(templates).map(([name, spec]) => [name, house.template(spec as TemplateSpecification)]),
  ),
)

/** `html` is what stands in a mail's body, without the frame around it. */
export type Written = { subject: string; text: string; html: string }

/** Who writes, and where its pages are: `base` without a slash at the end. */
export type Writer = { unit: string; base: string }

const fill = (name: string, context: object): string =>
  (house.partials[name] as Handlebars.TemplateDelegate)(context).trim()

/** Throws when a view lacks what its template names: templates are strict. */
export function writeMessage<N extends MessageName>(name: N, view: MessageViews[N], by: Writer): Written {
  const context = { ...view, ...by }
  return {
    subject: fill(`${name}/subject`, context).replace(/\s+/g, ' '),
    text: fill(`${name}/text`, context).replace(/\n{3,}/g, '\n\n'),
    html: fill(`${name}/html`, context),
  }
}

export const isMessageName = (name: string): name is MessageName =>
  Object.hasOwn(templates, `${name}/subject`)

/** A message with what a mail has around it: who sends it, and where one changes that. `settings` is that page. */
export const writeMail = (
  { subject, text, html }: Written,
  { unit, settings }: { unit: string; settings: string },
): Written => ({
  subject,
  text: fill('parts/mail-text', { body: text, unit, settings }),
  html: fill('parts/mail-html', { body: html, subject, unit, settings }),
})
