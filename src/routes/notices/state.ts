/** `/tinh-trang`: how the server fares, for an admin: the last beat, the jobs, what failed, the copies. */
import { Hono } from 'hono'
import { isJobName, JOB_NAMES } from '../../core/notice/job-names.ts'
import { type Instant, localDateOf, wallTimeOf } from '../../core/wall-clock.ts'
import { documentDay } from '../../core/words/words.ts'
import { lastBeat, outboxHealth } from '../../store/beats.ts'
import { failingTurns, listTurns, NEVER, type Turn } from '../../store/turns.ts'
import { render } from '../../templates/render.ts'
import type { Say, Tag } from '../../templates/views.ts'
import type { Ctx, Env } from '../env.ts'
import { frameOf } from '../frame.ts'
import { isLate } from '../health.ts'
import { guard } from '../middleware/guard.ts'
import { say } from '../views/say.ts'
import { plainTag, SIGNS } from '../views/tag.ts'

export const statePages = new Hono<Env>().get('/tinh-trang', guard('administer'), async (c) =>
  c.html(await statePage(c)),
)

const momentOf = (at: Instant): string => `${wallTimeOf(at)} ${documentDay(localDateOf(at))}`

async function statePage(c: Ctx): Promise<string> {
  const { deps, who, now } = c.var
  const [beat, own, servers, failing, outbox, copies] = await Promise.all([
    lastBeat(deps.db),
    listTurns(deps.db, who.unit),
    listTurns(deps.db, ''),
    failingTurns(deps.db),
    outboxHealth(deps.db, now, who.unit),
    deps.copies?.list() ?? null,
  ])
  // Other units' troubles are theirs to know.
  const failures = failing.filter(({ unit }) => unit === who.unit || unit === '')
  return render('state', {
    frame: await frameOf(c, { title: 'Tình trạng máy chủ', page: 'state' }),
    say: sayBeat(beat?.finishedAt ?? null, failures.length, now),
    jobs: [...own, ...servers].filter(({ job }) => isJobName(job)).map(jobLine),
    failures: failures.map(({ job, unit, failedAt, error }) => ({
      what: isJobName(job) ? JOB_NAMES[job].what : job,
      unit: unit ? '' : 'máy chủ',
      when: failedAt === null ? '' : momentOf(failedAt),
      why: error ?? '',
    })),
    figures: [
      { value: String(outbox.waiting), words: 'tin chờ gửi' },
      { value: String(outbox.failed), words: 'tin không gửi được trong 7 ngày' },
      { value: copies ? String(copies.length) : '–', words: 'bản sao lưu' },
    ],
    copies: copies?.sort().reverse() ?? null,
  })
}

function sayBeat(finishedAt: Instant | null, failures: number, now: Instant): Say[] {
  const last =
    finishedAt === null
      ? say('Máy chủ chưa quét lần nào.', 'ask')
      : say(`Lần quét gần nhất lúc ${momentOf(finishedAt)}.`, isLate(finishedAt, now) ? 'miss' : 'plain')
  return failures ? [last, say(`${failures} việc đang lỗi, máy thử lại mỗi giờ.`, 'miss')] : [last]
}

const jobLine = ({ job, doneAt, dueAt, failedAt }: Turn) => ({
  ...(isJobName(job) ? JOB_NAMES[job] : { what: job, when: '' }),
  last: doneAt === null ? 'chưa' : momentOf(doneAt),
  next: dueAt >= NEVER ? '' : dueAt === 0 ? 'ngay' : momentOf(dueAt),
  tag: (failedAt === null
    ? plainTag('Bình thường')
    : { words: 'Lỗi', tone: 'miss', sign: SIGNS.cross }) satisfies Tag,
})
