/** `…/minh-chung`: photos and recordings as evidence of a slot or an obligation, as a plain form; links and notes besides. */
import { type EvidenceOf, type KeptEvidence, keepEvidence, NO_FILES } from '../../actions/evidence.ts'
import { MOST_FILES } from '../../core/kept-file.ts'
import { fail, type Problem, type Result } from '../../core/problem.ts'
import type { Sent } from '../../core/record/kept-evidence.ts'
import { actOf } from '../act.ts'
import type { Ctx } from '../env.ts'
import { type Form, readSent } from '../form.ts'
import { factOfForm, keyOfForm } from './fact-form.ts'

export type SentEvidence = { form: Form; kept: Result<KeptEvidence> | null }

/** `kept` is null where no file was sent: then it is a link or a note, recorded like any other fact. */
export async function readEvidence(c: Ctx, of: EvidenceOf): Promise<SentEvidence> {
  const { form, files } = await readSent(c)
  const sent = await bytesOf(files('tep'))
  return { form, kept: sent.length ? await keepForm(c, of, form, sent) : null }
}

async function keepForm(c: Ctx, of: EvidenceOf, form: Form, files: Sent[]): Promise<Result<KeptEvidence>> {
  const { deps, now } = c.var
  if (!deps.files) return fail(NO_FILES)
  const key = keyOfForm(c, form)
  if (!key.ok) return key
  const input = factOfForm(form, now)
  if (!input.ok) return input
  const asked = { files, input: { ...input.value, kind: 'evidence' as const }, idempotencyKey: key.value }
  return keepEvidence(deps, actOf(c), of, { ...asked, isForm: true })
}

/** A form without a chosen file sends one without name and bytes. One more than may be kept says enough. */
export const bytesOf = (files: readonly File[]): Promise<Sent[]> =>
  Promise.all(
    files
      .filter(({ name, size }) => name !== '' || size > 0)
      .slice(0, MOST_FILES + 1)
      .map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )

export const EVIDENCE_DONE = { tep: 'Đã giữ tệp minh chứng.' }

/** A closed period asks for a reason: in the form's own field, since files cannot be sent along by a page that asks. */
export const asFormProblem = (problem: Problem): Problem =>
  problem.kind === 'conflict' && problem.errors?.some(({ code }) => code === 'closed-period')
    ? { kind: 'invalid', detail: `${problem.detail} Hãy chọn lại tệp.`, errors: problem.errors }
    : problem.kind === 'too-large'
      ? { kind: 'invalid', detail: problem.detail, errors: [] }
      : problem
