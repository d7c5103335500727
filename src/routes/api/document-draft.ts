/** A plan as it was issued, sent by a program: a draft when everything in it can be read, otherwise what cannot. */
import { draftEdition } from '../../actions/editions.ts'
import { keepDocument, planOfSource } from '../../actions/sources.ts'
import type { WholeEdition } from '../../core/plan/edition.ts'
import { YEARS, yearOfText } from '../../core/plan.ts'
import { invalid, type Result } from '../../core/problem.ts'
import { openReview } from '../../core/review/review.ts'
import { given } from '../../workshop.ts'
import { actOf } from '../act.ts'
import type { Ctx } from '../env.ts'
import { readSent } from '../form.ts'

export const isMultipart = (c: Ctx): boolean =>
  (c.req.header('content-type') ?? '').toLowerCase().startsWith('multipart/form-data')

/** `tep` or `file`; the plan gets the id of the address. The document is kept either way, for people to look through. */
export async function documentDraft(c: Ctx): Promise<Result<WholeEdition>> {
  const { form, file } = await readSent(c)
  const sent = file('tep') ?? file('file')
  if (!sent) return wrong('tep', 'no-file', 'cần tệp của văn bản')
  if (form('origin') !== 'document') return wrong('origin', 'bad-origin', 'phải là document')
  const year = form('year') === '' ? null : yearOfText(form('year'))
  if (form('year') !== '' && year === null)
    return wrong('year', 'bad-year', `ghi bốn chữ số, từ ${YEARS.from} đến ${YEARS.to}`)
  const bytes = new Uint8Array(await sent.arrayBuffer())
  const { deps, who } = c.var
  const document = await deps.workshop.run(who.unit, 'document-file', given({ bytes, year }))
  if (!document.ok) return document
  await keepDocument(actOf(c), { name: sent.name, bytes, document: document.value })
  const plan = await planOfSource(actOf(c), openReview(document.value.proposal), c.req.param('id') ?? '')
  if (!plan.ok) return plan
  return draftEdition(actOf(c), plan.value, { origin: 'document', originOf: sent.name })
}

const wrong = (field: string, code: string, message: string) =>
  invalid('Dữ liệu gửi lên chưa đúng.', [{ path: [field], code, message }])
