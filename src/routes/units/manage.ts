/** `/cac-don-vi/quan-ly`: an admin adds offices below the own one, one by one or from a file. */
import { Hono } from 'hono'
import { LINK_DAYS } from '../../accounts/password-link.ts'
import { makeFirstAdmins, withoutPeople } from '../../actions/first-admins.ts'
import { readUnits } from '../../actions/read-units.ts'
import { addUnits, onTimeDaysFor, setOnTimeDays } from '../../actions/units.ts'
import { onTimeWords } from '../../core/count/on-time.ts'
import { csv } from '../../core/log/csv.ts'
import type { FieldError, Problem, Result } from '../../core/problem.ts'
import { unitCodeOf } from '../../core/slug.ts'
import { errorLines, type NewUnit, UNIT_KIND_NAMES, UNIT_KINDS } from '../../core/unit.ts'
import { documentDay } from '../../core/words/words.ts'
import { findOnTimeDays, listSeen } from '../../store/unit-tree.ts'
import type { Field } from '../../templates/account-views.ts'
import { render } from '../../templates/render.ts'
import { deedOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { type Form, fieldOf, readForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus } from '../problem.ts'
import { UNIT_ADMIN as PAGE, unitAdminPath } from '../views/units/paths.ts'
import { discreet } from './discreet.ts'

const DONE = {
  them: 'Đã thêm đơn vị.',
  sua: 'Đã ghi thông tin đơn vị.',
  'han-ghi': 'Đã lưu hạn ghi kết quả. Trang Các đơn vị tính theo cách này từ bây giờ.',
}

export const unitAdminPages = new Hono<Env>()
  .get(PAGE, guard('administer'), async (c) => c.html(await page(c)))
  .post(PAGE, guard('administer'), async (c) => {
    const form = await readForm(c)
    const name = form('ten')
    const unit = {
      name,
      code: form('ma') || unitCodeOf(name),
      kind: form('loai') || null,
      parent: form('capTren') || c.var.who.unit,
    }
    const added = await addBelow(c, [{ ...unit, officialCode: form('maHanhChinh').trim() || null }])
    if (added.ok) return sayDone(c, PAGE, 'them')
    return c.html(await page(c, { form, problem: added.problem }), httpStatus[added.problem.kind])
  })
  .post(`${PAGE}/tep`, guard('administer'), async (c) => {
    const file = (await readSent(c)).file('tep')
    const bytes = new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0))
    const rows = readUnits(bytes, c.var.who.unit)
    const added = rows.ok ? await addBelow(c, rows.value.units) : rows
    if (added.ok) return sayDone(c, `${PAGE}?so=${rows.ok ? rows.value.units.length : 0}`, 'tep')
    const lines = rows.ok ? rows.value.lines : []
    const errors = errorLines(errorsOf(added.problem), (row) => lines[row] ?? row + 1)
    return c.html(await page(c, { problem: added.problem, errors }), httpStatus[added.problem.kind])
  })
  // The links are in this file alone: what is kept of them are hashes.
  .post(`${PAGE}/nguoi-dau-tien`, guard('administer'), async (c) => {
    const { deps, who, now } = c.var
    const made = await makeFirstAdmins({ ...deps, who, now }, await listSeen(deps.db, who.unit))
    if (!made.ok) return c.html(await page(c, { problem: made.problem }), httpStatus[made.problem.kind])
    const rows = made.value.map(({ unit, username, link }) => [
      ...[unit.code, unit.name, `${username}@${unit.code}`, deps.baseUrl + link],
    ])
    return c.body(`\uFEFF${csv([FIRST_COLUMNS, ...rows])}`, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="nguoi-dau-tien.csv"',
    })
  })
  .post(`${PAGE}/han-ghi`, guard('administer'), async (c) => {
    const form = await readForm(c)
    const set = await setOnTimeDays(deedOf(c), c.var.who.unit, form('soNgay'))
    if (set.ok) return sayDone(c, `${PAGE}#han-ghi`, 'han-ghi')
    const sent = fieldOf('onTimeDays', form('soNgay'), set.problem)
    return c.html(await page(c, { problem: set.problem, onTime: sent }), httpStatus[set.problem.kind])
  })

const FIRST_COLUMNS = ['ma', 'don_vi', 'ten_dang_nhap', 'duong_dan_dat_mat_khau']

const errorsOf = (problem: Problem): FieldError[] => ('errors' in problem ? (problem.errors ?? []) : [])

/** Below one's own office and nowhere else: what stands elsewhere is answered as if it were not there. */
async function addBelow(c: Ctx, units: readonly NewUnit[]): Promise<Result<unknown>> {
  const { deps, who, now } = c.var
  const within = new Set([...(await listSeen(deps.db, who.unit)), ...units].map(({ code }) => code))
  const kept = units.map((unit) =>
    unit.parent !== null && within.has(unit.parent) ? unit : { ...unit, parent: `${unit.parent ?? ''} ` },
  )
  return discreet(await addUnits(deps.db, kept, () => who, now))
}

/** How many a file had, as the address says. */
const numberIn = (c: Ctx): string => /^\d{1,5}$/.exec(c.req.query('so') ?? '')?.[0] ?? 'các'

type Shown = { form?: Form; problem?: Problem; errors?: string[]; onTime?: Field }

async function page(c: Ctx, { form, problem, errors = [], onTime }: Shown = {}): Promise<string> {
  const { deps, who } = c.var
  const own = problem && {
    ...problem,
    errors: errorsOf(problem).map((one) => ({ ...one, path: one.path.slice(1) })),
  }
  const field = (name: string, sent: string) => fieldOf(name, form?.(sent) ?? '', form ? own : undefined)
  const seen = await listSeen(deps.db, who.unit)
  const waiting = await withoutPeople({ ...deps, now: c.var.now }, seen)
  const done = { ...DONE, tep: `Đã thêm ${numberIn(c)} đơn vị trong tệp.` }
  return render('units-manage', {
    frame: await frameOf(c, { title: 'Thêm, sửa đơn vị', page: 'units', flash: doneFlash(c, done) }),
    summary: problem?.detail ?? null,
    errors,
    action: PAGE,
    withoutPeople: waiting.length,
    linkDays: LINK_DAYS,
    base: deps.baseUrl,
    onTime: seen.length > 1 ? await onTimeView(c, onTime) : null,
    units: seen.map(({ code, name, kind, officialCode, closedFrom }) => ({
      ...{ href: unitAdminPath(code), name, official: officialCode ?? '', own: code === who.unit },
      details: `${code} · ${UNIT_KIND_NAMES[kind]}${closedFrom === null ? '' : ` · đóng từ ${documentDay(closedFrom)}`}`,
    })),
    ...{
      name: field('name', 'ten'),
      code: field('code', 'ma'),
      kinds: UNIT_KINDS.map((kind) => chosen(kind, UNIT_KIND_NAMES[kind], form?.('loai'))),
      parents: seen.map(({ code, name }) => chosen(code, name, form?.('capTren') || who.unit)),
      official: field('officialCode', 'maHanhChinh'),
    },
  })
}

const chosen = (value: string, words: string, said: string | undefined) => ({
  ...{ value, words },
  chosen: value === said,
})

/** Empty where the office leaves it to who stands above, or to what is usual. */
async function onTimeView(c: Ctx, sent: Field | undefined) {
  const { deps, who } = c.var
  const [own, usual] = await Promise.all([
    findOnTimeDays(deps.db, who.unit),
    onTimeDaysFor(deps.db, who.unit),
  ])
  return {
    field: sent ?? { value: String(own ?? ''), error: null },
    hint: `Tính cho mọi đơn vị ở dưới, trừ nơi có cấp trên gần hơn định khác. Để trống: ${onTimeWords(usual)}.`,
  }
}
