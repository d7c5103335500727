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

/** What a mail has around its message: who sends it, and `settings`, the page where one changes that. */
export type MailFrame = { subject: string; body: string; unit: string; settings: string }

/** A message with what a mail has around it. */
export function writeMail(
  { subject, text, html }: Written,
  by: Pick<MailFrame, 'unit' | 'settings'>,
): Written {
  const framed = (name: string, body: string): string =>
    fill(name, { subject, body, ...by } satisfies MailFrame)
  return { subject, text: framed('parts/mail-text', text), html: framed('parts/mail-html', html) }
}
