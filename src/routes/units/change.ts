/** `/cac-don-vi/quan-ly/don-vi/:code`: an admin names an office of theirs, and puts it below another. */
import { Hono } from 'hono'
import { changeUnit, type UnitChange } from '../../actions/units.ts'
import type { FormField } from '../../core/form/field.ts'
import { type Filled, filledOf } from '../../core/form/filled.ts'
import { invalid, missing, type Problem, type Result } from '../../core/problem.ts'
import { UNIT_KIND_NAMES, UNIT_KINDS, type WholeUnit } from '../../core/unit.ts'
import { listSeen } from '../../store/unit-tree.ts'
import { render } from '../../templates/render.ts'
import { deedOf } from '../act.ts'
import { sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { filledForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { fieldView } from '../views/form/field.ts'
import { UNIT_ADMIN, unitAdminPath } from '../views/units/paths.ts'
import { discreet } from './discreet.ts'

export const unitChangePages = new Hono<Env>()
  .get(unitAdminPath(':code'), guard('administer'), async (c) => {
    const found = await lookedAt(c)
    return found ? c.html(await page(c, found, asItIs(found))) : problemResponse(c, missing('page'))
  })
  .post(unitAdminPath(':code'), guard('administer'), async (c) => {
    const found = await lookedAt(c)
    if (!found) return problemResponse(c, missing('page'))
    const filled = filledForm(await readSent(c))
    const changed = await change(c, found, filled)
    if (changed.ok) return sayDone(c, UNIT_ADMIN, 'sua')
    return c.html(await page(c, found, filled, changed.problem), httpStatus[changed.problem.kind])
  })

/** `seen`: it and the others of whoever asks. */
type Found = { unit: WholeUnit; seen: WholeUnit[] }

async function lookedAt(c: Ctx): Promise<Found | null> {
  const seen = await listSeen(c.var.deps.db, c.var.who.unit)
  const unit = seen.find(({ code }) => code === c.req.param('code'))
  return unit ? { unit, seen } : null
}

const asItIs = ({ unit: { name, kind, parent, officialCode } }: Found): Filled =>
  filledOf(Object.entries({ name, kind, parent: parent ?? '', officialCode: officialCode ?? '' }))

/** What is not sent stays; what stands elsewhere is answered as if it were not there. */
async function change(c: Ctx, { unit, seen }: Found, filled: Filled): Promise<Result<unknown>> {
  const [kind, parent] = [filled.one('kind'), filled.one('parent')]
  const message = `không có đơn vị cấp trên “${parent.slice(0, 80)}”`
  if (parent && !seen.some(({ code }) => code === parent))
    return invalid(`Chưa đổi được: ${message}.`, [{ path: ['parent'], code: 'bad-parent', message }])
  const wanted: UnitChange = {
    ...{ name: filled.one('name'), officialCode: filled.one('officialCode') || null },
    ...(kind && { kind }),
    ...(parent && { parent }),
  }
  return discreet(await changeUnit(deedOf(c), unit.code, wanted))
}

async function page(c: Ctx, found: Found, filled: Filled, problem: Problem | null = null): Promise<string> {
  const { code, name } = found.unit
  return render('unit-change', {
    frame: await frameOf(c, { title: name, page: 'units' }),
    summary: problem?.detail ?? null,
    back: UNIT_ADMIN,
    action: unitAdminPath(code),
    name,
    fields: fieldsOf(found, c.var.who.unit).map((field) => fieldView(field, filled, problem)),
  })
}

const MOVES = 'Đổi cấp trên thì số của cả năm tính vào cấp trên mới.'

/** Whom the own office stands below is not its own to say. */
function fieldsOf({ unit, seen }: Found, own: string): FormField[] {
  const kinds = UNIT_KINDS.map((value) => ({ value, words: UNIT_KIND_NAMES[value] }))
  const above = seen
    .filter(({ code }) => code !== unit.code)
    .map(({ code, name }) => ({ value: code, words: `${name} (${code})` }))
    .sort((a, b) => a.words.localeCompare(b.words, 'vi'))
  return [
    { name: 'name', label: 'Tên', control: { kind: 'line' } },
    { name: 'kind', label: 'Loại', control: { kind: 'select', options: kinds } },
    ...(unit.code === own
      ? []
      : [
          {
            ...{ name: 'parent', label: 'Đơn vị cấp trên', hint: MOVES },
            control: { kind: 'select' as const, options: above },
          },
        ]),
    { name: 'officialCode', label: 'Mã hành chính', control: { kind: 'whole' } },
  ]
}
