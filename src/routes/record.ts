/** `/khung/<id>/…`: recording what happened to a slot, as plain forms. */
import { Hono } from 'hono'
import { type RecordedFact, recordFact } from '../actions/record-fact.ts'
import { type FactInput, factInput } from '../core/fact.ts'
import { AIRINGS_PER_WEEK, makeUpDates } from '../core/make-up.ts'
import { fail, invalid, ok, type Problem, type Result } from '../core/problem.ts'
import { mayRecord } from '../core/recording.ts'
import { assess } from '../core/standing.ts'
import {
  addDays,
  type DateRange,
  isLocalDate,
  isWallTime,
  type LocalDate,
  localDateOf,
  type WallTime,
  yearOf,
  yearRange,
} from '../core/wall-clock.ts'
import { findPlan } from '../store/plans.ts'
import { listSlots, type SlotRecord } from '../store/slots.ts'
import { render } from '../templates/render.ts'
import type { Ctx, Env } from './env.ts'
import { type Form, readForm } from './form.ts'
import { frameOf } from './frame.ts'
import { guard } from './middleware/guard.ts'
import { httpStatus, problemResponse, wantsJson } from './problem.ts'
import { safePath } from './safe-path.ts'
import { slotPath } from './views/places.ts'
import { RECORD_FORMS, type RecordForm, recordView } from './views/record-form.ts'

const FORM = `:form{${RECORD_FORMS.join('|')}}` as const

export const recordPages = new Hono<Env>()
  .get(`/khung/:id/${FORM}`, guard('record'), async (c) => {
    const back = safePath(c.req.query('ve') || slotPath(c.req.param('id')))
    return formPage(c, c.req.param('id'), c.req.param('form') as RecordForm, back)
  })
  .post('/khung/:id/ghi', guard('record'), async (c) => {
    const form = await readForm(c)
    const input = factOfForm(form)
    const recorded = input.ok ? await record(c, c.req.param('id'), input.value, form) : input
    return recorded.ok
      ? answer(c, form, recorded.value)
      : refuse(c, c.req.param('id'), form, recorded.problem)
  })
  .post('/khung/:id/hoan-tac', guard('record'), async (c) => {
    const form = await readForm(c)
    const input = factInput.parse({ kind: 'correction', corrects: form('sua').slice(0, 100) || '?' })
    const recorded = await record(c, c.req.param('id'), input, form)
    return recorded.ok ? answer(c, form, recorded.value) : problemResponse(c, recorded.problem)
  })

const SOMEBODY_ELSE: Problem = {
  kind: 'conflict',
  detail: 'Ghi nhận này được bấm bằng một tài khoản khác. Hãy đăng nhập đúng tài khoản đó, hoặc ghi lại.',
}

async function record(c: Ctx, id: string, input: FactInput, form: Form): Promise<Result<RecordedFact>> {
  const { deps, who, now } = c.var
  // A phone may keep what one person pressed and send it after another signed in.
  if (form('khoa') && !form('khoa').startsWith(`${who.id}-`)) return fail(SOMEBODY_ELSE)
  const refused = mayRecord(who.role, input)
  if (refused) return fail(refused)
  return recordFact(deps.db, who, id.normalize('NFC'), input, now, {
    idempotencyKey: form('khoa').slice(0, 200) || null,
    withReruns: form('phatLai') === 'di-cung',
  })
}

/** Back to where the button was. The pages' own script asks for JSON and shows the page itself. */
function answer(c: Ctx, form: Form, { fact, repeated }: RecordedFact): Response {
  if (wantsJson(c)) return c.json({ factId: fact.id, repeated })
  return c.redirect(safePath(form('ve')), 303)
}

const FORM_OF_KIND: Record<string, RecordForm> = {
  'not-aired': 'khong-phat',
  excused: 'khong-phat',
  'made-up': 'phat-bu',
  moved: 'doi',
  measured: 'so-do',
  evidence: 'minh-chung',
  note: 'ghi-chu',
}

/** What can be mended is shown in its form again; what somebody else recorded meanwhile is told on a page. */
function refuse(c: Ctx, id: string, form: Form, problem: Problem): Response | Promise<Response> {
  if (wantsJson(c) || problem.kind !== 'invalid') return problemResponse(c, problem)
  const which = FORM_OF_KIND[form('viec')] ?? 'da-lam'
  return formPage(c, id, which, safePath(form('ve')), { form, problem: inFormFields(problem) })
}

async function formPage(
  c: Ctx,
  id: string,
  form: RecordForm,
  back: string,
  sent?: { form: Form; problem: Problem },
): Promise<Response> {
  const { deps, who, now } = c.var
  const slotId = id.normalize('NFC')
  const family = await listSlots(deps.db, who.unit, { family: slotId.replace(/\.r\d+$/, '') })
  const found = family.find(({ slot }) => slot.id === slotId)
  if (!found) return problemResponse(c, { kind: 'not-found', detail: 'Không có khung phát này.' })
  const asked = askedStart(c)
  const assessed = { ...found, at: assess(found.slot, found.facts, now) }
  const view = recordView({
    frame: await frameOf(c, { title: 'Ghi kết quả', page: 'record' }),
    makeUpDays: form === 'phat-bu' ? await daysForMakeUp(c, found) : [],
    ...{ form, record: assessed, family, who, back, now },
    ...(asked && { asked }),
    ...(sent && { sent }),
  })
  return c.html(render('record', view), sent ? httpStatus[sent.problem.kind] : 200)
}

/** `?ngay=2025-08-12&gio=17:00`: where the reruns would go if the original moved there. */
function askedStart(c: Ctx): { date: LocalDate; time: WallTime | null } | null {
  const [date = '', time = ''] = [c.req.query('ngay'), c.req.query('gio')]
  return isLocalDate(date) ? { date, time: isWallTime(time) ? time : null } : null
}

/** Look this far ahead for days that are already taken, in days. */
const HORIZON = 60

async function daysForMakeUp(c: Ctx, { slot }: SlotRecord): Promise<LocalDate[]> {
  const { deps, who, now } = c.var
  const today = localDateOf(now)
  const range: DateRange = { from: addDays(today, -7), to: addDays(today, HORIZON) }
  const [plan, others] = await Promise.all([
    findPlan(deps.db, who.unit, slot.planId),
    listSlots(deps.db, who.unit, { range }),
  ])
  const taken = others
    .map((other) => ({ ...other, at: assess(other.slot, other.facts, now) }))
    .filter((other) => other.slot.id !== slot.id && (other.slot.date !== null || other.at.moved))
    .map(({ slot: { obligationId }, at }) => ({ obligationId, date: at.dueDay, time: at.dueTime }))
  const within = plan
    ? { from: yearRange(plan.year).from, to: yearRange(plan.year).to }
    : yearRange(yearOf(today))
  const rules = {
    silentDays: plan?.silentDays ?? [],
    calendar: deps.calendars.work,
    within,
    perWeek: AIRINGS_PER_WEEK,
  }
  return makeUpDates(slot, taken, rules, now)
}

const whole = (text: string): number | string | null => {
  const trimmed = text.trim().replaceAll('.', '')
  if (trimmed === '') return null
  return /^-?\d+$/.test(trimmed) ? Number(trimmed) : text
}

/** `52,5` as Vietnamese writes it. */
const decimal = (text: string): number | string | null => {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const value = Number(trimmed.replace(',', '.'))
  return Number.isFinite(value) ? value : trimmed
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

function inFormFields(problem: Problem): Problem {
  if (problem.kind !== 'invalid') return problem
  const errors = problem.errors.map((error) => ({ ...error, path: [FIELD_OF[String(error.path[0])] ?? ''] }))
  return { ...problem, errors }
}

function factOfForm(form: Form): Result<FactInput> {
  const document = form('vanBan').trim() || null
  const kind = form('viec') === 'not-aired' && document ? 'excused' : form('viec')
  const day = form('ngay') ? `${form('ngay')}${form('gio') ? `T${form('gio').slice(0, 5)}` : ''}` : null
  const parsed = factInput.safeParse({
    ...{ kind, document },
    at: kind === 'moved' ? null : day,
    to: kind === 'moved' ? day : null,
    minutes: whole(form('phut')),
    people: whole(form('nguoi')),
    value: decimal(form('giaTri')),
    place: form('noi').trim() || null,
    link: form('duongDan').trim() || null,
    note: form('ghiChu').trim() || null,
    reason: form('lyDo') === 'other' ? form('lyDoKhac').trim() || 'other' : form('lyDo') || null,
    madeAt: form('bamLuc') || null,
    file: form('tepMa') ? { name: form('tepTen'), size: Number(form('tepCo')), sha256: form('tepMa') } : null,
  })
  if (parsed.success) return ok(parsed.data)
  const errors = parsed.error.issues.map(({ path, message, code }) => ({
    path: [String(path[0] ?? '')],
    code,
    message,
  }))
  return invalid('Chưa ghi được: hãy xem lại các ô được đánh dấu.', errors)
}
