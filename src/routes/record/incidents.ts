/** `/su-co`: incidents, what they explain, and taking them back. */

import { Hono } from 'hono'
import { acceptIncident, coverOf, recordIncident, recordRest, undoIncident } from '../../actions/incidents.ts'
import type { Incident, RecordedIncident } from '../../core/incident.ts'
import { twinsOf } from '../../core/plan/twins.ts'
import { invalid, missing, type Problem, type Result } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { tidy } from '../../core/text.ts'
import { localDateOf } from '../../core/wall-clock.ts'
import { INCIDENT_NAMES } from '../../core/words/names.ts'
import { findIncident, listIncidents } from '../../store/incidents.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import { type Ctx, type Env, momentIn } from '../env.ts'
import { type Form, fieldOf, queryForm, readForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import {
  coveredSlots,
  coveredView,
  incidentCard,
  incidentDetails,
  incidentPath,
  incidentSay,
  previewSay,
  whenWords,
} from '../views/record/incident.ts'
import {
  firstIncident,
  INCIDENT_FIELDS,
  incidentForm,
  incidentOfForm,
} from '../views/record/incident-form.ts'

const DONE = {
  ghi: 'Đã ghi sự cố.',
  'ghi-not': 'Đã ghi các kỳ còn lại.',
  'van-ban': 'Đã bổ sung văn bản.',
  'hoan-tac': 'Đã hoàn tác sự cố.',
}

export const incidentPages = new Hono<Env>()
  .get('/su-co', guard('read'), async (c) => c.html(await listPage(c)))
  .get('/su-co/xem-truoc', guard('record'), async (c) => {
    const form = queryForm(c)
    const incident = incidentOfForm(form)
    return incident.ok
      ? c.html(await previewPage(c, { ...incident.value, id: crypto.randomUUID() }, form))
      : c.html(await listPage(c, { form, problem: incident.problem }), 400)
  })
  .post('/su-co', guard('record'), async (c) => {
    const { form, all } = await readSent(c)
    const incident = incidentOfForm(form)
    if (!incident.ok) return c.html(await listPage(c, { form, problem: incident.problem }), 400)
    const id = idOf(form)
    const chosen = new Set(all('khung'))
    const recorded = await recordIncident(actOf(c), { ...incident.value, id }, chosen)
    if (!recorded.ok) return problemResponse(c, recorded.problem)
    return sayDone(c, incidentPath(recorded.value.incident.id), 'ghi')
  })
  .get('/su-co/:id', guard('read'), async (c) => {
    const incident = await findIncident(c.var.deps.db, c.var.who.unit, c.req.param('id'))
    return incident ? c.html(await incidentPage(c, incident)) : problemResponse(c, missing('incident'))
  })
  .post('/su-co/:id/ghi-not', guard('record'), async (c) => {
    return back(c, await recordRest(actOf(c), c.req.param('id')), 'ghi-not')
  })
  .post('/su-co/:id/van-ban', guard('record'), async (c) => {
    const document = tidy((await readForm(c))('vanBan')).slice(0, 300)
    if (!document) return problemResponse(c, invalid('Hãy ghi số, ngày của văn bản.').problem)
    return back(c, await acceptIncident(actOf(c), c.req.param('id'), document), 'van-ban')
  })
  .post('/su-co/:id/hoan-tac', guard('record'), async (c) => {
    const why = tidy((await readForm(c))('lyDo')) || null
    if (why !== null && why.length > 300) return problemResponse(c, invalid('Lý do dài quá 300 chữ.').problem)
    return back(c, await undoIncident(actOf(c), c.req.param('id'), why), 'hoan-tac')
  })

/** The form brings the id that its preview was given, so that a second click finds the first one's incident. */
const idOf = (form: Form): string => (/^[0-9a-f-]{36}$/.test(form('ma')) ? form('ma') : crypto.randomUUID())

const back = (c: Ctx, done: Result<unknown>, what: keyof typeof DONE) =>
  done.ok ? sayDone(c, incidentPath(c.req.param('id') ?? ''), what) : problemResponse(c, done.problem)

async function listPage(c: Ctx, sent?: { form: Form; problem: Problem }): Promise<string> {
  const { deps, who, now } = c.var
  // Coming back from the preview, the address still says what was filled in.
  const filled: Form = c.req.query('loai') ? queryForm(c) : firstIncident(localDateOf(now))
  return render('incidents', {
    frame: await frameOf(c, { title: 'Sự cố', page: 'incidents' }),
    form: can(who.role, 'record') ? incidentForm(sent?.form ?? filled, sent?.problem) : null,
    incidents: (await listIncidents(deps.db, who.unit)).map(incidentCard),
  })
}

async function previewPage(c: Ctx, incident: Incident, form: Form): Promise<string> {
  const { deps, who } = c.var
  const covered = await coverOf(deps.db, who.unit, incident, momentIn(c))
  const open = covered.filter(({ state }) => state === 'open' || state === 'missed')
  const twins = twinsOf(covered.map(({ reading }) => reading))
  const fields = INCIDENT_FIELDS.map((name) => ({ name, value: form(name) }))
  return render('incident-preview', {
    frame: await frameOf(c, { title: INCIDENT_NAMES[incident.kind], page: 'incident-preview' }),
    name: INCIDENT_NAMES[incident.kind],
    when: whenWords(incident),
    details: incidentDetails(incident),
    say: previewSay(covered, incident),
    fields: [{ name: 'ma', value: incident.id }, ...fields],
    open: open.map((one) => ({ ...coveredView(one.reading, twins), chosen: one.state === 'open' })),
    rest: covered.filter((one) => !open.includes(one)).map(({ reading }) => coveredView(reading, twins)),
    submit: open.length ? 'Ghi sự cố cho các kỳ đã chọn' : 'Ghi sự cố',
    back: `/su-co?${new URLSearchParams(fields.map(({ name, value }) => [name, value]))}`,
  })
}

async function incidentPage(c: Ctx, incident: RecordedIncident): Promise<string> {
  const { deps, who, now } = c.var
  const covered = await coverOf(deps.db, who.unit, incident, momentIn(c))
  const path = incidentPath(incident.id)
  const open = covered.filter(({ state }) => state === 'open').length
  const mayRecord = can(who.role, 'record') && incident.undone === null
  return render('incident', {
    frame: await frameOf(c, {
      title: INCIDENT_NAMES[incident.kind],
      page: 'incident',
      flash: doneFlash(c, DONE),
    }),
    name: INCIDENT_NAMES[incident.kind],
    when: whenWords(incident),
    details: [...incidentDetails(incident), `${incident.by} ghi`],
    say: incidentSay(incident, covered),
    slots: coveredSlots(incident, covered, { now, mayRecord }),
    recordRest: mayRecord && open ? { action: `${path}/ghi-not`, words: `Ghi ${open} kỳ còn lại` } : null,
    accept:
      mayRecord && incident.document === null
        ? { action: `${path}/van-ban`, document: fieldOf('vanBan', '') }
        : null,
    undo: mayRecord ? { action: `${path}/hoan-tac`, why: fieldOf('lyDo', '') } : null,
  })
}
