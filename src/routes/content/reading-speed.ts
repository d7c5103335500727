/** `/toc-do-doc`: how fast the unit's announcer reads, set by hand or taken from what was aired. */
import { Hono } from 'hono'
import { airedTexts } from '../../actions/reading-speed.ts'
import {
  calibratedSpeed,
  FASTEST_SPEED,
  LEAST_AIRINGS,
  SLOWEST_SPEED,
} from '../../core/content/reading-time.ts'
import { invalid, type Problem } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { readingSpeed, setReadingSpeed } from '../../store/topics.ts'
import { render } from '../../templates/render.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { fieldOf, readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { say } from '../views/say.ts'

export const speedPages = new Hono<Env>()
  .get('/toc-do-doc', guard('read'), async (c) => c.html(await speedPage(c)))
  .post('/toc-do-doc', guard('record'), async (c) => {
    const sent = (await readForm(c))('tocDo').trim()
    const value = Number(sent)
    if (!Number.isInteger(value) || value < SLOWEST_SPEED || value > FASTEST_SPEED)
      return c.html(await speedPage(c, { sent, problem: OUT_OF_RANGE }), 400)
    await setReadingSpeed(c.var.deps.db, c.var.who, value, c.var.now)
    return sayDone(c, '/toc-do-doc', 'luu')
  })

const WRONG = `phải là số nguyên từ ${SLOWEST_SPEED} đến ${FASTEST_SPEED}`
const OUT_OF_RANGE: Problem = invalid(`Tốc độ đọc ${WRONG} tiếng/phút.`, [
  { path: ['tocDo'], code: 'out-of-range', message: WRONG },
]).problem

async function speedPage(c: Ctx, refused?: { sent: string; problem: Problem }): Promise<string> {
  const { deps, who } = c.var
  const [speed, aired] = await Promise.all([readingSpeed(deps.db, who.unit), airedTexts(deps.db, who.unit)])
  const measured = calibratedSpeed(aired)
  return render('reading-speed', {
    frame: await frameOf(c, {
      title: 'Tốc độ đọc',
      page: 'reading-speed',
      flash: doneFlash(c, { luu: 'Đã lưu tốc độ đọc.' }),
    }),
    speed: fieldOf('tocDo', refused?.sent ?? String(speed), refused?.problem),
    range: { least: SLOWEST_SPEED, most: FASTEST_SPEED },
    say: [
      say(`${speed} tiếng một phút.`, 'strong'),
      say(
        measured === null
          ? `Cần ít nhất ${LEAST_AIRINGS} lần phát có ghi thời lượng và có bài để đo (nay có ${aired.length}).`
          : `Theo ${aired.length} lần phát đã ghi: ${measured} tiếng một phút.`,
      ),
    ],
    measured: measured === null ? null : { value: measured, words: `Dùng ${measured} tiếng/phút` },
    mayChange: can(who.role, 'record'),
  })
}
