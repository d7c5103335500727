/** `/van-ban/<sha256>`: a plan that came as a document, looked through until it is a draft. */
import { Hono } from 'hono'
import { decideReview, draftOfReview, openSource } from '../../actions/sources.ts'
import { missing, type Problem } from '../../core/problem.ts'
import { mergeWithNext, reopen, settle, skip, split } from '../../core/review/decide.ts'
import type { Review } from '../../core/review/review.ts'
import { sourceBytes } from '../../store/sources.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { type Form, readForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { editionPath, obligationCard, reviewedObligationPath, sourcePath } from '../views/paths.ts'
import { FILTERS, filterOf, PICKS, reviewView } from '../views/review/review.ts'

const DONE = {
  doc: 'Đã đọc xong và giữ văn bản gốc. Soát những chỗ cần xem; có thể dừng và mở lại bất cứ lúc nào.',
  'da-co': 'Tệp này đã được đưa vào trước đây: đây là bản đang soát, không đọc lại từ đầu.',
  luu: 'Đã lưu.',
}

export const sourcePages = new Hono<Env>()
  .get('/van-ban/:source', guard('record'), (c) => page(c, c.req.query('xem') ?? '', null))
  .get('/van-ban/:source/tep', guard('record'), (c) => file(c))
  .post('/van-ban/:source/nhiem-vu/:obligation', guard('record'), (c) => decide(c))
  .post('/van-ban/:source/chu-de', guard('record'), async (c) => {
    const { form, all } = await readSent(c)
    const kept = new Set(all('chu-de'))
    const decided = await decideReview(actOf(c), seenOf(c, form, null), (review) => ({
      ...review,
      topics: review.topics.map((topic) => ({ ...topic, kept: kept.has(topic.id) })),
    }))
    return decided.ok ? sayDone(c, sourcePath(shaOf(c)), 'luu') : refused(c, '', decided.problem)
  })
  .post('/van-ban/:source/du-thao', guard('record'), async (c) => {
    const form = await readForm(c)
    const draft = await draftOfReview(actOf(c), shaOf(c), versionOf(form))
    if (!draft.ok) return refused(c, 'tat-ca', draft.problem)
    return c.redirect(editionPath(draft.value.planId, draft.value.number), 303)
  })

export const shaOf = (c: Ctx): string => c.req.param('source') ?? ''
export const obligationIdOf = (c: Ctx): string => (c.req.param('obligation') ?? '').normalize('NFC')
export const versionOf = (form: Form): number => (/^\d{1,9}$/.test(form('phien')) ? Number(form('phien')) : 0)
export const seenOf = (c: Ctx, form: Form, about: string | null) => ({
  ...{ sha256: shaOf(c), base: versionOf(form), about },
})

type Decide = (review: Review, id: string, form: Form, by: string) => Review | null

const DECISIONS: Record<string, Decide> = {
  dung: (review, id, form, by) =>
    settle(review, id, { answer: form('tra-loi'), lead: form('chu-tri').trim(), by }),
  bo: (review, id, _, by) => skip(review, id, by),
  lai: (review, id) => reopen(review, id),
  gop: (review, id) => mergeWithNext(review, id),
}

async function decide(c: Ctx): Promise<Response> {
  const form = await readForm(c)
  const [id, what] = [obligationIdOf(c), form('viec')]
  if (what === 'tach') return splitObligation(c, form, id)
  const change = Object.hasOwn(DECISIONS, what) ? DECISIONS[what] : undefined
  if (!change) return problemResponse(c, missing('page'))
  const before = await openSource(actOf(c), shaOf(c))
  if (!before.ok) return problemResponse(c, before.problem)
  const decided = await decideReview(actOf(c), seenOf(c, form, id), (review) =>
    change(review, id, form, c.var.who.name),
  )
  if (!decided.ok) return refused(c, form('xem'), decided.problem)
  return sayDone(c, nextPlace(shaOf(c), form('xem'), before.value.kept.review, decided.value, id), 'luu')
}

/** On to the obligation that comes after it under the same filter; back to itself where it stays. */
function nextPlace(sha256: string, asked: string, before: Review, after: Review, id: string): string {
  const filter = FILTERS.find((one) => one === asked) ?? filterOf('', before)
  const path = `${sourcePath(sha256)}?xem=${filter}`
  const shown = after.obligations.filter(PICKS[filter])
  const at = before.obligations.findIndex((obligation) => obligation.id === id)
  const later = new Set(before.obligations.slice(at).map((obligation) => obligation.id))
  const next = shown.find((obligation) => later.has(obligation.id)) ?? shown.at(0)
  return next ? `${path}#${encodeURIComponent(obligationCard(next.id))}` : `${path}#ket`
}

/** The second part is written at once. */
async function splitObligation(c: Ctx, form: Form, id: string): Promise<Response> {
  let second = ''
  const decided = await decideReview(actOf(c), seenOf(c, form, id), (review) => {
    const parts = split(review, id)
    second = parts?.second ?? ''
    return parts?.review ?? null
  })
  if (!decided.ok) return refused(c, form('xem'), decided.problem)
  return c.redirect(`${reviewedObligationPath(shaOf(c), second)}/sua`, 303)
}

const refused = (c: Ctx, filter: string, problem: Problem): Promise<Response> =>
  problem.kind === 'not-found' ? Promise.resolve(problemResponse(c, problem)) : page(c, filter, problem)

async function page(c: Ctx, asked: string, problem: Problem | null): Promise<Response> {
  const opened = await openSource(actOf(c), shaOf(c))
  if (!opened.ok) return problemResponse(c, opened.problem)
  const view = reviewView({
    frame: await frameOf(c, { title: 'Soát kế hoạch', page: 'review', flash: doneFlash(c, DONE) }),
    opened: opened.value,
    filter: filterOf(asked, opened.value.kept.review),
    problem,
  })
  return c.html(render('review', view), problem ? httpStatus[problem.kind] : 200)
}

/** The very bytes that came in, always to be saved: nothing that strangers made opens in our pages. */
async function file(c: Ctx): Promise<Response> {
  const kept = await sourceBytes(c.var.deps.db, c.var.who.unit, shaOf(c))
  if (!kept) return problemResponse(c, missing('source'))
  return c.body(new Uint8Array(kept.bytes), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(kept.name)}`,
  })
}
