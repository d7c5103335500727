/** `/toc-do-doc`: how fast the unit's announcer reads, set by hand or taken from what was aired. */
import { Hono } from 'hono'
import {
  calibratedSpeed,
  FASTEST_SPEED,
  readingTime,
  SLOWEST_SPEED,
  type Timed,
} from '../../core/content/reading-time.ts'
import { isDone, uncorrected } from '../../core/fact.ts'
import { invalid, type Problem } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { findItem } from '../../store/items.ts'
import { listSlots } from '../../store/slots.ts'
import { readingSpeed, setReadingSpeed } from '../../store/topics.ts'
import { render } from '../../templates/render.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { fieldOf, readForm } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { aloud } from '../views/content/item-words.ts'
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
  const [speed, aired] = await Promise.all([readingSpeed(deps.db, who.unit), airedTexts(c)])
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
          ? `Cần ít nhất 3 lần phát có ghi thời lượng và có bài để đo (nay có ${aired.length}).`
          : `Theo ${aired.length} lần phát đã ghi: ${measured} tiếng một phút.`,
      ),
    ],
    measured: measured === null ? null : { value: measured, words: `Dùng ${measured} tiếng/phút` },
    mayChange: can(who.role, 'record'),
  })
}

/** Airings of which both the length and the text are known: the text as it stood when it was aired. */
async function airedTexts(c: Ctx): Promise<Timed[]> {
  const { deps, who } = c.var
  const records = await listSlots(deps.db, who.unit, { latestYears: 2 })
  const timed = records.flatMap(({ item, facts }) => {
    const aired = uncorrected(facts).find((fact) => isDone(fact) && fact.minutes)
    return item && aired?.minutes ? [{ id: item.id, minutes: aired.minutes, at: aired.at }] : []
  })
  const items = await Promise.all(
    [...new Set(timed.map(({ id }) => id))].map((id) => findItem(deps.db, who.unit, id)),
  )
  const versionsOf = new Map(items.flatMap((item) => (item ? [[item.id, item.versions] as const] : [])))
  return timed.flatMap(({ id, minutes, at }) => {
    const versions = versionsOf.get(id) ?? []
    const text = versions.findLast((version) => version.at <= at) ?? versions[0]
    return text ? [{ syllables: readingTime(aloud(text)).syllables, minutes }] : []
  })
}
