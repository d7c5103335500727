/** `/bai`: writing what is said in a slot, and reading it. */
import { Hono } from 'hono'
import { createItem, editItem, tieSlot, untieSlot } from '../../actions/items.ts'
import type { ItemText } from '../../core/content/item.ts'
import { missing, type Problem, type Result } from '../../core/problem.ts'
import { findItem, type Item, latestOf } from '../../store/items.ts'
import { markdownHtml } from '../../templates/markdown.ts'
import { render } from '../../templates/render.ts'
import { actOf } from '../act.ts'
import { sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { readForm, readSent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse } from '../problem.ts'
import { formOfText, itemFormView, itemOfForm } from '../views/content/item-form.ts'
import { versionView } from '../views/content/item-version.ts'
import { itemPath, versionPath } from '../views/content/item-words.ts'
import { itemPage, refusedItemPage } from './item-page.ts'
import { newItemPage } from './new-item.ts'
import { topicsToChoose } from './unit-topics.ts'

export const itemPages = new Hono<Env>()
  .get('/bai/moi', guard('record'), async (c) => newItemPage(c))
  .post('/bai', guard('record'), async (c) => {
    const { deps, who } = c.var
    const sent = await readSent(c)
    const text = itemOfForm(sent)
    const slotId = sent.form('khung') || null
    const id = idOf(sent.form('ma'))
    const made = text.ok ? await createItem(actOf(c), id, text.value, slotId) : text
    if (made.ok) return sayDone(c, itemPath(id), 'luu')
    const refused = { ...sent, problem: made.problem }
    const before = await findItem(deps.db, who.unit, id)
    return before
      ? c.html(await editPage(c, before, refused), httpStatus[made.problem.kind])
      : newItemPage(c, refused)
  })
  .get('/bai/:id', guard('read'), async (c) => {
    const item = await itemOf(c)
    return item ? c.html(await itemPage(c, item)) : problemResponse(c, missing('item'))
  })
  .get('/bai/:id/ban/:version', guard('read'), async (c) => {
    const item = await itemOf(c)
    const version = item?.versions.find((one) => String(one.version) === c.req.param('version'))
    if (!item || !version) return problemResponse(c, missing('item'))
    const frame = await frameOf(c, { title: version.title, page: 'item-version' })
    return c.html(render('item-version', versionView(frame, item, version)))
  })
  .get('/bai/:id/sua', guard('record'), async (c) => {
    const item = await itemOf(c)
    return item ? c.html(await editPage(c, item)) : problemResponse(c, missing('item'))
  })
  .post('/bai/:id/sua', guard('record'), async (c) => {
    const item = await itemOf(c)
    if (!item) return problemResponse(c, missing('item'))
    const sent = await readSent(c)
    const text = itemOfForm(sent)
    const saved = text.ok ? await editItem(actOf(c), item.id, Number(sent.form('ban')), text.value) : text
    if (saved.ok) return sayDone(c, itemPath(item.id), 'luu')
    const page = await editPage(c, (await itemOf(c)) ?? item, { ...sent, problem: saved.problem })
    return c.html(page, httpStatus[saved.problem.kind])
  })
  .post('/bai/:id/khung', guard('record'), async (c) => {
    const slotId = (await readForm(c))('khung').normalize('NFC')
    return back(c, await tieSlot(actOf(c), c.req.param('id'), slotId), 'khung')
  })
  .post('/bai/:id/bo-khung', guard('record'), async (c) => {
    const slotId = (await readForm(c))('khung').normalize('NFC')
    return back(c, await untieSlot(actOf(c), c.req.param('id'), slotId), 'go')
  })

const itemOf = (c: Ctx): Promise<Item | null> =>
  findItem(c.var.deps.db, c.var.who.unit, c.req.param('id') ?? '')

/** The form brings an id, so that a second click finds the first one's item. */
const idOf = (id: string): string => (/^[0-9a-f-]{36}$/.test(id) ? id : crypto.randomUUID())

const back = (c: Ctx, done: Result<unknown>, what: 'khung' | 'go') =>
  done.ok
    ? sayDone(c, itemPath(c.req.param('id') ?? ''), what)
    : refusedItemPage(c, c.req.param('id') ?? '', done.problem)

type Refused = Awaited<ReturnType<typeof readSent>> & { problem: Problem }

/** What was sent is shown again as it was; another version that was saved meanwhile stands beside it. */
async function editPage(c: Ctx, item: Item, refused?: Refused): Promise<string> {
  const latest = latestOf(item)
  const overtaken = refused?.problem.kind === 'conflict'
  const chosen = refused?.all('chuDe') ?? latest.topics
  return render(
    'item-form',
    itemFormView({
      frame: await frameOf(c, { title: `Sửa: ${latest.title}`, page: 'item-form' }),
      heading: 'Sửa bài',
      other: overtaken
        ? {
            ...{
              href: versionPath(item.id, latest.version),
              words: `bản ${latest.version} của ${latest.by}`,
            },
            ...{ title: latest.title, body: markdownHtml(latest.body) },
          }
        : null,
      action: `${itemPath(item.id)}/sua`,
      draft: `${c.var.who.id}:${item.id}`,
      // After a conflict the page shows the newest version: saving again is then on purpose. The form of a new item
      // names none: what it adds to is the first.
      fields: [
        { name: 'ban', value: refused && !overtaken ? refused.form('ban') || '1' : String(latest.version) },
      ],
      slot: null,
      skeletons: [],
      form: refused?.form ?? formOfText(latest satisfies ItemText),
      chosen,
      ...(await topicsToChoose(c, chosen)),
      problem: refused?.problem,
      submit: overtaken ? `Lưu bản của tôi thành bản ${latest.version + 1}` : 'Lưu bài',
      back: itemPath(item.id),
    }),
  )
}
