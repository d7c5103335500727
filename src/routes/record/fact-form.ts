/** A fact as the forms of the pages send it: Vietnamese names, every field text. */
import { type FactInput, factInput } from '../../core/fact.ts'
import { type Entry, filledOf } from '../../core/form/filled.ts'
import { FACT_MAKING_FIELDS, makingData, makingFieldName } from '../../core/form/making-form.ts'
import { fail, invalid, ok, type Problem, type Result } from '../../core/problem.ts'
import { formatInstant, type Instant } from '../../core/wall-clock.ts'
import type { Ctx } from '../env.ts'
import type { Form } from '../form.ts'

/** `52,5` as Vietnamese writes it. */
const decimal = (text: string): number | string | null => {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const value = Number(trimmed.replace(',', '.'))
  return Number.isFinite(value) ? value : trimmed
}

/** `1.200` as Vietnamese writes it. */
const whole = (text: string): number | string | null => {
  const trimmed = text.trim().replaceAll('.', '')
  if (trimmed === '') return null
  return /^-?\d+$/.test(trimmed) ? Number(trimmed) : text
}

const filled = (text: string): string | null => text.trim() || null

/** `now` is when the form came in, for what had waited on a phone. */
export function factOfForm(form: Form, now: Instant): Result<FactInput> {
  const document = filled(form('vanBan'))
  const kind = form('viec') === 'not-aired' && document ? 'excused' : form('viec')
  const day = form('ngay') ? `${form('ngay')}${form('gio') ? `T${form('gio').slice(0, 5)}` : ''}` : null
  return parseFact({
    ...{ kind, document },
    at: kind === 'moved' ? null : day,
    to: kind === 'moved' ? day : null,
    minutes: whole(form('phut')),
    people: whole(form('nguoi')),
    value: decimal(form('giaTri')),
    place: filled(form('noi')),
    link: filled(form('duongDan')),
    note: filled(form('ghiChu')),
    reason: form('lyDo') === 'other' ? (filled(form('lyDoKhac')) ?? 'other') : form('lyDo') || null,
    making: makingData(FACT_MAKING_FIELDS, filledMaking(form)),
    madeAt: madeAt(form, now),
    file: form('tepMa') ? { name: form('tepTen'), size: Number(form('tepCo')), sha256: form('tepMa') } : null,
  })
}

export const filledMaking = (form: Form) =>
  filledOf(FACT_MAKING_FIELDS.map(({ field }): Entry => [field.name, form(field.name)]))

/** What takes back the fact that the form names. */
export const undoOfForm = (form: Form, now: Instant): Result<FactInput> =>
  parseFact({
    kind: 'correction',
    corrects: form('sua').slice(0, 100) || null,
    note: filled(form('ghiChu')),
    madeAt: madeAt(form, now),
  })

/** When what had waited on a phone was pressed; null for what comes at once. */
export function pressedAt(form: Form, now: Instant): Result<Instant | null> {
  const said = parseFact({ kind: 'aired', madeAt: madeAt(form, now) })
  return said.ok ? ok(said.value.madeAt) : said
}

/** `daCho` is for how many milliseconds it waited, by a clock that need not be right. */
function madeAt(form: Form, now: Instant): string | null {
  const waited = form('daCho')
  // Less than nothing is a clock that was put right while it waited.
  return /^-?\d{1,13}$/.test(waited) ? formatInstant(now - Math.max(0, Number(waited))) : waited || null
}

function parseFact(said: Record<string, unknown>): Result<FactInput> {
  const parsed = factInput.safeParse(said)
  if (parsed.success) return ok(parsed.data)
  const errors = parsed.error.issues.map(({ path, message, code }) => ({
    path: path.slice(0, 2).map(String),
    code,
    message,
  }))
  return invalid('Chưa ghi được: hãy xem lại các ô được đánh dấu.', errors)
}

/** The forms' names for the fields of a fact, for showing an error where it belongs. */
const FIELD_OF: Record<string, string> = {
  at: 'ngay',
  to: 'ngay',
  minutes: 'phut',
  people: 'nguoi',
  value: 'giaTri',
  place: 'noi',
  link: 'duongDan',
  note: 'ghiChu',
  reason: 'lyDoKhac',
  document: 'vanBan',
}

export function inFormFields(problem: Problem): Problem {
  if (problem.kind !== 'invalid') return problem
  const errors = problem.errors.map((error) => ({ ...error, path: [formField(error.path)] }))
  return { ...problem, errors }
}

const formField = ([first, second]: readonly (string | number)[]): string =>
  (first === 'making' ? makingFieldName(String(second)) : FIELD_OF[String(first)]) ?? ''

const LONGEST_KEY = 200

/** The key that a form carries, so that what was sent twice is recorded once; null when it carries none. */
export function keyOfForm(c: Ctx, form: Form): Result<string | null> {
  const key = form('khoa').slice(0, LONGEST_KEY)
  // A phone may keep what one person pressed and send it after another signed in.
  return key && !key.startsWith(`${c.var.who.id}-`) ? fail(SOMEBODY_ELSE) : ok(key || null)
}

const SOMEBODY_ELSE: Problem = {
  kind: 'conflict',
  detail: 'Ghi nhận này được bấm bằng một tài khoản khác. Hãy đăng nhập đúng tài khoản đó, hoặc ghi lại.',
  errors: [{ path: ['khoa'], code: 'other-account', message: 'của một tài khoản khác' }],
}
