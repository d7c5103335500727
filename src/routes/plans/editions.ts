/** `/ke-hoach/<id>/ban/<n>`: what an edition of a plan changes, and what is decided about it. */
import { Hono } from 'hono'
import { adoptEdition } from '../../actions/adopt.ts'
import { airOf } from '../../actions/air.ts'
import { changesOfEdition, decideEdition, type EditionChanges } from '../../actions/editions.ts'
import { sendDraft } from '../../actions/send-draft.ts'
import { tellDrafter } from '../../actions/tell-drafter.ts'
import { checkFrom, offeredFrom } from '../../core/plan/edition.ts'
import { linting } from '../../core/plan/lint.ts'
import type { Plan } from '../../core/plan.ts'
import { planRange } from '../../core/plan-range.ts'
import { fail, invalid, missing, ok, type Problem, type Result } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { isLocalDate, type LocalDate, localDateOf } from '../../core/wall-clock.ts'
import { documentDay } from '../../core/words/words.ts'
import { inSteps } from '../../portions.ts'
import { listAdopters } from '../../store/adopters.ts'
import { findEdition, listEditions } from '../../store/editions.ts'
import { findPlan } from '../../store/plans.ts'
import type { TermsView } from '../../templates/change-views.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { type Form, fieldOf, queryForm, readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { noteChange } from '../note-change.ts'
import { noteHandedSeen } from '../note-seen.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { editionPath } from '../views/paths.ts'
import { changesView } from '../views/plans/changes.ts'

export const editionPages = new Hono<Env>()
  .get('/ke-hoach/:id/ban/:n', guard('read'), (c) => changesPage(c, queryForm(c)))
  .post('/ke-hoach/:id/ban/:n/ap-dung', guard('adopt'), async (c) => {
    const form = await readForm(c)
    const terms = termsOf(form)
    if (!terms.ok) return changesPage(c, form, terms.problem)
    const { id, n } = placeOf(c)
    const from = terms.value.from ?? (await offeredDay(c))
    const adopted = await adoptEdition(actOf(c), id, n, { ...terms.value, from })
    if (!adopted.ok)
      return adopted.problem.kind === 'not-found'
        ? problemResponse(c, adopted.problem)
        : changesPage(c, form, adopted.problem)
    const { edition } = adopted.value
    await tellDrafter(actOf(c), { planId: id, number: edition })
    await noteChange(c, 'plan-adopted', id, `bản ${edition}, áp dụng từ ${documentDay(adopted.value.from)}`)
    return sayDone(c, editionPath(id, edition), 'ap-dung')
  })
  .post('/ke-hoach/:id/ban/:n/gui', guard('record'), async (c) => {
    const { id, n } = placeOf(c)
    const edition = await findEdition(c.var.deps.db, c.var.who.unit, id, n)
    const sent = edition ? await sendDraft(actOf(c), edition) : fail(missing('edition'))
    return sent.ok ? sayDone(c, editionPath(id, n), 'gui') : problemResponse(c, sent.problem)
  })
  .post('/ke-hoach/:id/ban/:n/bo', guard('record'), (c) => putAside(c))

const placeOf = (c: Ctx): { id: string; n: number } => {
  const text = c.req.param('n') ?? ''
  return { id: c.req.param('id') ?? '', n: /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0 }
}

/** Null where an edition of the plan holds here already. */
async function offeredDay(c: Ctx): Promise<LocalDate | null> {
  const { deps, who, now } = c.var
  const { id, n } = placeOf(c)
  const edition = await findEdition(deps.db, who.unit, id, n)
  const offered = edition && offeredFrom(edition, localDateOf(now))
  return offered && !(await findPlan(deps.db, who.unit, id)) ? offered : null
}

async function putAside(c: Ctx) {
  const { id, n } = placeOf(c)
  const form = await readForm(c)
  const reason = form('lyDo').trim()
  const handed = (await findEdition(c.var.deps.db, c.var.who.unit, id, n))?.origin === 'handed'
  if (handed && !can(c.var.who.role, 'adopt'))
    return problemResponse(c, { kind: 'forbidden', detail: NOT_TO_REFUSE })
  if (handed && !reason) return changesPage(c, form, wrong('lyDo', 'hãy ghi vì sao không nhận').problem)
  if (reason.length > 500) return changesPage(c, form, wrong('lyDo', 'không quá 500 ký tự').problem)
  const decision = { planId: id, number: n, kind: 'discarded' as const, reason: reason || null }
  const edition = await decideEdition(actOf(c), decision)
  if (!edition.ok) return problemResponse(c, edition.problem)
  await tellDrafter(actOf(c), edition.value)
  return sayDone(c, editionPath(id, n), 'bo')
}

const NOT_TO_REFUSE = 'Bản do cấp trên giao thì lãnh đạo hoặc quản trị quyết định nhận hay không.'

type Terms = {
  from: LocalDate | null
  amends: { number: string; day: LocalDate } | null
  base?: number | null
}

/** `soVoi`: the edition that somebody compared it with. */
function termsOf(form: Form): Result<Terms> {
  const [from, number, day, base] = [form('tu'), form('so').trim(), form('ngay'), form('soVoi')]
  if (from && !isLocalDate(from)) return wrong('tu', 'không phải một ngày có thật')
  if (number.length > 100) return wrong('so', 'không quá 100 ký tự')
  if (number && !isLocalDate(day)) return wrong('ngay', 'cần ngày của văn bản điều chỉnh')
  if (day && !number) return wrong('so', 'cần số của văn bản điều chỉnh')
  const compared = base === '' ? {} : { base: base === '-' ? null : Number(base) }
  return ok({ from: from || null, amends: number ? { number, day } : null, ...compared })
}

const wrong = (field: string, message: string) =>
  invalid('Có chỗ chưa đúng.', [{ path: [field], code: 'bad-terms', message }])

const DONE = {
  'ap-dung': 'Đã áp dụng. Muốn trở lại thì hoàn tác: bản trước áp dụng trở lại, ghi nhận giữ nguyên.',
  gui: 'Đã gửi cho người có quyền áp dụng.',
  bo: 'Đã bỏ bản dự thảo. Bản đang áp dụng không đổi.',
}

async function changesPage(c: Ctx, form: Form, problem?: Problem) {
  const { deps, who } = c.var
  const { id, n } = placeOf(c)
  const said = form('tu')
  const asked = isLocalDate(said) ? said : await offeredDay(c)
  const [told, editions, held, adopters] = await Promise.all([
    changesOfEdition(actOf(c), id, n, asked),
    listEditions(deps.db, who.unit, id),
    findPlan(deps.db, who.unit, id),
    can(who.role, 'adopt') ? [] : listAdopters(deps.db, who.unit),
  ])
  if (!told.ok) return problemResponse(c, told.problem)
  const { edition, before } = told.value
  const open = edition.state === 'draft' || edition.state === 'sent'
  if (open) await noteHandedSeen(c, edition)
  const refused = problem ?? (open && asked ? fromProblem(told.value, asked) : undefined)
  const warnings = open ? await warningsOf(c, told.value) : []
  await c.var.breathe()
  const view = changesView({
    frame: await frameOf(c, { title: `Bản ${n}`, page: 'changes', flash: doneFlash(c, DONE) }),
    ...told.value,
    warnings,
    editions,
    ...{ asked, today: localDateOf(c.var.now) },
    adopters,
    current: held?.edition ?? null,
    may: {
      adopt: can(who.role, 'adopt'),
      draft: can(who.role, 'record'),
      hand: can(who.role, 'adopt') && c.var.unit?.leads === true,
    },
    terms: open ? termsView(form, { ...told.value, asked }, refused) : null,
    reason: fieldOf('lyDo', form('lyDo'), problem),
  })
  const status = problem ? httpStatus[problem.kind] : 200
  await c.var.breathe()
  return c.html(
    render('changes', { ...view, heading: before || !open ? view.heading : `Kế hoạch mới, bản ${n}` }),
    status,
  )
}

function fromProblem({ edition, before }: EditionChanges, from: LocalDate): Problem | undefined {
  const checked = checkFrom(edition.plan, before?.from ?? null, from)
  return checked.ok ? undefined : checked.problem
}

/** A refused day stands at its field under the name that the form gives it. */
function termsView(
  form: Form,
  { from, before, asked }: EditionChanges & { asked: LocalDate | null },
  problem?: Problem,
): TermsView {
  const errors = problem && 'errors' in problem ? (problem.errors ?? []) : []
  const atField = errors.map((error) => (error.path[0] === 'from' ? { ...error, path: ['tu'] } : error))
  const shown: Problem | undefined = problem && { kind: 'invalid', detail: problem.detail, errors: atField }
  return {
    summary: problem?.detail ?? null,
    from: fieldOf('tu', form('tu') || (before || asked ? from : ''), shown),
    number: fieldOf('so', form('so'), shown),
    day: fieldOf('ngay', form('ngay'), shown),
    base: String(before?.number ?? '-'),
  }
}

/** What the edition itself gives cause for: what was there before it is told on the plan's page. */
async function warningsOf(c: Ctx, { edition, before }: EditionChanges) {
  const { db, calendars } = c.var.deps
  const { breathe } = c.var
  const air = await airOf(db, c.var.who.unit, planRange(edition.plan), breathe)
  const lintOf = (plan: Plan) => inSteps(linting(plan, calendars.periods, calendars.work, air), breathe)
  const known = new Set((before ? await lintOf(before.plan) : []).map(({ message }) => message))
  return (await lintOf(edition.plan)).filter(({ message }) => !known.has(message))
}
