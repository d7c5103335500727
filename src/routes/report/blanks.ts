/** `/bao-cao/bieu-mau`: forms that others ask for, filled for a period, as a page and as files; an office's own forms. */
import { Hono } from 'hono'
import { type Asked, askBlank, filledBlank, offeredBlanks, tracedBlank } from '../../actions/blanks.ts'
import { addBlank, withdrawBlank } from '../../actions/own-blanks.ts'
import type { Filled } from '../../core/blank/fill.ts'
import { readTyped } from '../../core/blank/typed.ts'
import { fail, ok, type Problem, type Result } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { localDateOf } from '../../core/wall-clock.ts'
import { blankFileName } from '../../reports/blank-parts.ts'
import { saveEntry } from '../../store/blanks.ts'
import { render } from '../../templates/render.ts'
import { deedOf, lookOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { type Form, readForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { parseYear } from '../parse-span.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { blankView, typedName } from '../views/report/blank-page.ts'
import { BLANKS, blankPath } from '../views/report/blank-places.ts'
import { blankSourcesView } from '../views/report/blank-sources.ts'
import { blanksView } from '../views/report/blanks-page.ts'
import { BLANK_FILES } from './blank-files.ts'

const DONE = {
  them: 'Đã thêm biểu. Đơn vị và các đơn vị cấp dưới dùng được ngay.',
  'thu-hoi': 'Đã thu hồi biểu.',
  luu: 'Đã lưu các ô đã nhập.',
}

export const blankPages = new Hono<Env>()
  .get(BLANKS, guard('read'), async (c) => c.html(await listPage(c, null)))
  .post(BLANKS, guard('administer'), async (c) => {
    const file = (await readSent(c)).file('tep')
    const added = await addBlank(deedOf(c), new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0)))
    if (!added.ok) return c.html(await listPage(c, added.problem), httpStatus[added.problem.kind])
    return sayDone(c, `${BLANKS}#${added.value.id}`, 'them')
  })
  .post(`${BLANKS}/thu-hoi/:blank`, guard('administer'), async (c) => {
    const gone = await withdrawBlank(deedOf(c), c.req.param('blank'))
    if (!gone.ok) return problemResponse(c, gone.problem)
    return sayDone(c, BLANKS, 'thu-hoi')
  })
  .get(`${BLANKS}/mo/:blank`, guard('read'), async (c) => {
    const year = parseYear(c.req.query('nam') ?? '')
    if (!year.ok) return problemResponse(c, year.problem)
    const key = c.req.query('ky') ?? ''
    const [, month] = /^T(\d{1,2})$/.exec(key) ?? []
    const period = month ? `${year.value}-${month.padStart(2, '0')}` : key
    return c.redirect(blankPath({ id: c.req.param('blank'), year: year.value, period }), 303)
  })
  .get(`${BLANKS}/:blank/:year/:period`, guard('read'), async (c) => {
    const asked = await askedBlank(c)
    return asked.ok ? c.html(await blankPage(c, asked.value)) : problemResponse(c, asked.problem)
  })
  .get(`${BLANKS}/:blank/:year/:period/nguon`, guard('read'), async (c) => {
    const asked = await askedBlank(c)
    if (!asked.ok) return problemResponse(c, asked.problem)
    const { filled, sources } = await tracedBlank(...question(c, asked.value))
    const field = filled.fields.find(({ id }) => id === c.req.query('truong'))
    const own = field && sources.get(field.id)
    if (!field || !own) return problemResponse(c, fail(NO_FIELD).problem)
    const frame = await frameOf(c, { title: field.label, page: 'blank' })
    return c.html(render('blank-sources', blankSourcesView({ frame, filled, field, sources: own })))
  })
  .post(`${BLANKS}/:blank/:year/:period`, guard('record'), async (c) => {
    const asked = await askedBlank(c)
    if (!asked.ok) return problemResponse(c, asked.problem)
    const form = await readForm(c)
    const { blank, year, period } = asked.value
    const typed = readTyped(blank, (id) => form(typedName(id)))
    if (!typed.ok) {
      const page = await blankPage(c, asked.value, { form, problem: typed.problem })
      return c.html(page, httpStatus[typed.problem.kind])
    }
    const key = { blankId: blank.id, year, period: period.key }
    await saveEntry(deedOf(c), key, typed.value)
    return sayDone(c, blankPath({ id: blank.id, year, period: period.key }), 'luu')
  })
  .get(`${BLANKS}/:blank/:year/:period/:file{bieu\\.(docx|xlsx)}`, guard('read'), async (c) => {
    const ending = c.req.param('file').endsWith('docx') ? 'docx' : 'xlsx'
    const { type, work } = BLANK_FILES[ending]
    let name = ''
    const file = await c.var.deps.workshop.run(c.var.who.unit, work, async () => {
      const asked = await askedBlank(c)
      if (!asked.ok) return asked
      const filled = await fill(c, asked.value)
      name = blankFileName(filled)
      return ok(filled)
    })
    if (!file.ok) return problemResponse(c, file.problem)
    c.header('content-type', type)
    c.header('content-disposition', `attachment; filename="${name}.${ending}"`)
    return c.body(file.value)
  })

/** The form and the period that an address names, with what was typed last. */
async function askedBlank(c: Ctx): Promise<Result<Asked>> {
  const year = parseYear(c.req.param('year') ?? '')
  if (!year.ok) return year
  const { deps, who } = c.var
  const [id, period] = [c.req.param('blank') ?? '', c.req.param('period') ?? '']
  return askBlank(deps.db, who.unit, { id, year: year.value, period }, deps.calendars)
}

const NO_FIELD: Problem = { kind: 'not-found', detail: 'Biểu này không có trường ấy.' }

const question = (c: Ctx, { blank, period, year, entry, ground }: Asked): Parameters<typeof tracedBlank> => [
  lookOf(c),
  { blank, period, year, typed: entry?.typed ?? {} },
  Promise.resolve(ground),
]

const fill = (c: Ctx, asked: Asked): Promise<Filled> => filledBlank(...question(c, asked))

async function blankPage(c: Ctx, asked: Asked, sent?: { form: Form; problem: Problem }): Promise<string> {
  const frame = await frameOf(c, { title: asked.blank.title, page: 'blank', flash: doneFlash(c, DONE) })
  const { entry } = asked
  const today = localDateOf(c.var.now)
  const mayType = can(c.var.who.role, 'record') && c.var.above !== true
  return render(
    'blank',
    blankView({
      frame,
      ...(await tracedBlank(...question(c, asked))),
      entry,
      today,
      mayType,
      ...(sent && { sent }),
    }),
  )
}

async function listPage(c: Ctx, problem: Problem | null): Promise<string> {
  const { deps, who, now } = c.var
  const frame = await frameOf(c, { title: 'Biểu mẫu', page: 'blanks', flash: doneFlash(c, DONE) })
  const offered = await offeredBlanks(deps.db, who.unit)
  const mayAdd = can(who.role, 'administer') && c.var.above !== true
  const today = localDateOf(now)
  return render(
    'blanks',
    blanksView({ frame, offered, calendars: deps.calendars, today, unit: who.unit, mayAdd, problem }),
  )
}
