/** `/bao-cao/noi-dang`: where the office speaks officially, and how often it posted there. */
import { Hono } from 'hono'
import { addPlace, closePlace, countPlaces, sayPlaces, spanOf } from '../../actions/places.ts'
import { filledOf } from '../../core/form/filled.ts'
import { readPlace, readPlaces } from '../../core/record/official-place.ts'
import { can } from '../../core/role.ts'
import { localDateOf, monthRange } from '../../core/wall-clock.ts'
import { render } from '../../templates/render.ts'
import { deedOf, lookOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { filledForm, readForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { inPlaceFields, PLACES, type PlacesRefused, placesView } from '../views/report/official-places.ts'

const DONE = {
  luu: 'Đã lưu danh sách nơi đăng.',
  them: 'Đã thêm nơi đăng.',
  bo: 'Đã bỏ nơi đăng. Lượt đã đăng ở đó vẫn được đếm theo loại.',
}

export const placePages = new Hono<Env>()
  .get(PLACES, guard('read'), (c) => page(c))
  .post(PLACES, guard('close'), async (c) => {
    const text = (await readForm(c))('noi')
    const places = readPlaces(text)
    const said = places.ok ? await sayPlaces(deedOf(c), places.value) : places
    return said.ok
      ? sayDone(c, PLACES, 'luu')
      : page(c, { filled: filledOf([['noi', text]]), problem: said.problem })
  })
  .post(`${PLACES}/them`, guard('close'), async (c) => {
    const filled = filledForm(await readSent(c))
    const place = readPlace(filled.one)
    const added = place.ok ? await addPlace(deedOf(c), place.value) : place
    return added.ok ? sayDone(c, PLACES, 'them') : page(c, { filled, problem: inPlaceFields(added.problem) })
  })
  .post(`${PLACES}/bo`, guard('close'), async (c) => {
    const closed = await closePlace(deedOf(c), (await readForm(c))('ten'))
    return closed.ok ? sayDone(c, PLACES, 'bo') : problemResponse(c, closed.problem)
  })

async function page(c: Ctx, refused?: PlacesRefused): Promise<Response> {
  const { deps, who, now } = c.var
  const month = monthRange(localDateOf(now))
  const span = spanOf(c.req.query('tu') || month.from, c.req.query('den') || month.to, deps.calendars)
  if (!span.ok) return problemResponse(c, span.problem)
  const [frame, counted] = await Promise.all([
    frameOf(c, { title: 'Nơi đăng chính thức', page: 'blanks', flash: doneFlash(c, DONE) }),
    countPlaces(lookOf(c), span.value),
  ])
  const mayEdit = can(who.role, 'close') && c.var.above !== true
  const html = render('places', placesView({ frame, counted, mayEdit, ...(refused && { refused }) }))
  return c.html(html, refused ? httpStatus[refused.problem.kind] : 200)
}
