/** `/bao-cao/noi-dang`: where the office speaks officially, and how often it posted there. */
import { Hono } from 'hono'
import { gather } from '../../actions/blanks.ts'
import { postsByPlace } from '../../core/blank/by-place.ts'
import { yearOfBasis } from '../../core/count/basis.ts'
import type { FormField } from '../../core/form/field.ts'
import { filledOf } from '../../core/form/filled.ts'
import { parsePeriod } from '../../core/period.ts'
import { invalid, type Problem } from '../../core/problem.ts'
import { placesText, readPlaces } from '../../core/record/official-place.ts'
import { PLACE_KIND_NAMES } from '../../core/record/place-kind.ts'
import { can } from '../../core/role.ts'
import { localDateOf, monthRange } from '../../core/wall-clock.ts'
import { figure } from '../../core/words/figures.ts'
import { rangeInWords } from '../../core/words/words.ts'
import { listOfficialPlaces, saveOfficialPlaces } from '../../store/official-places.ts'
import { render } from '../../templates/render.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { momentIn } from '../env.ts'
import { readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { fieldView } from '../views/form/field.ts'
import { say } from '../views/say.ts'

const PLACES = '/bao-cao/noi-dang'
const DONE = { luu: 'Đã lưu danh sách nơi đăng.' }

const FIELD: FormField = {
  name: 'noi',
  label: 'Danh sách, mỗi dòng một nơi',
  hint: 'loại; tên; địa chỉ. Ví dụ: Zalo; Zalo OA của xã; https://zalo.me/123. Lượt đăng có tên này, hoặc có đường dẫn dưới địa chỉ này, được tính cho nơi này.',
  control: { kind: 'area', rows: 6 },
}

export const placePages = new Hono<Env>()
  .get(PLACES, guard('read'), (c) => page(c))
  .post(PLACES, guard('close'), async (c) => {
    const text = (await readForm(c))('noi')
    const places = readPlaces(text)
    if (!places.ok) return page(c, { text, problem: places.problem })
    await saveOfficialPlaces(c.var.deps.db, c.var.who, places.value, c.var.now)
    return sayDone(c, PLACES, 'luu')
  })

async function page(c: Ctx, refused?: { text: string; problem: Problem }): Promise<Response> {
  const { deps, who, now } = c.var
  const month = monthRange(localDateOf(now))
  const { periods } = deps.calendars
  const key = `${c.req.query('tu') || month.from}..${c.req.query('den') || month.to}`
  const period = parsePeriod(periods, 'plan-year', key, 0)
  if (!period.ok)
    return problemResponse(
      c,
      invalid('Chưa rõ những ngày nào: cần hai ngày có thật, ngày đầu trước ngày cuối.').problem,
    )
  const year = yearOfBasis(periods, 'plan-year', period.value.to)
  const [frame, places, gathered] = await Promise.all([
    frameOf(c, { title: 'Nơi đăng chính thức', page: 'blanks', flash: doneFlash(c, DONE) }),
    listOfficialPlaces(deps.db, who.unit),
    gather(deps.db, who.unit, { period: period.value, year }, momentIn(c)),
  ])
  const rows = postsByPlace(gathered.occurrences, places)
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  const filled = filledOf([[FIELD.name, refused?.text ?? placesText(places)]])
  const html = render('places', {
    frame,
    say: [say(`${figure(total)} lượt đăng`, 'strong'), say(`trong ${rangeInWords(period.value)}.`)],
    ...{ from: period.value.from, to: period.value.to },
    rows: rows.map(({ place, kind, name, count }) => ({
      ...{ name, address: place?.address ?? null, count: figure(count) },
      kind: kind === null ? '' : PLACE_KIND_NAMES[kind],
    })),
    edit:
      can(who.role, 'close') && c.var.above !== true
        ? {
            summary: refused?.problem.detail ?? null,
            field: fieldView(FIELD, filled, refused?.problem ?? null),
          }
        : null,
  })
  return c.html(html, refused ? httpStatus[refused.problem.kind] : 200)
}
