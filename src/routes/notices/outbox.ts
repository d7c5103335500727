/** `/nhac-viec/tin`: what was sent and what waits. Everybody sees their own, an admin the unit's. */
import { Hono } from 'hono'
import { listUsers } from '../../accounts/user.ts'
import { ASKING } from '../../actions/confirm-email.ts'
import type { Problem } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { type Instant, localDateOf, wallTimeOf } from '../../core/wall-clock.ts'
import { shortDay } from '../../core/words/words.ts'
import { listWebhooks } from '../../store/notices.ts'
import { findMessage, listMessages, type Message, retryMessage } from '../../store/outbox.ts'
import { findUnit } from '../../store/units.ts'
import { isMessageName, writeMessage } from '../../templates/message.ts'
import type { MessageName } from '../../templates/message-views.ts'
import { render } from '../../templates/render.ts'
import type { Say, Tag } from '../../templates/views.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { say } from '../views/say.ts'
import { SIGNS } from '../views/tag.ts'
import { NO_MAIL } from './notices.ts'

const DONE = { lai: 'Tin sẽ được gửi lại trong ít phút.' }
const UNKNOWN: Problem = { kind: 'not-found', detail: 'Không có tin này, hoặc tin không cần gửi lại.' }

export const outboxPages = new Hono<Env>()
  .get('/nhac-viec/tin', guard('read'), async (c) => c.html(await outboxPage(c)))
  .post('/nhac-viec/tin/:key/gui-lai', guard('read'), async (c) => {
    const { deps, who, now } = c.var
    const message = await findMessage(deps.db, who.unit, c.req.param('key'))
    const mine = message && (message.userId === who.id || can(who.role, 'administer'))
    const retried = mine && (await retryMessage(deps.db, who.unit, message.key, now))
    return retried ? sayDone(c, '/nhac-viec/tin', 'lai') : problemResponse(c, UNKNOWN)
  })

async function outboxPage(c: Ctx): Promise<string> {
  const { deps, who } = c.var
  const all = can(who.role, 'administer')
  const [messages, unit, nameOf] = await Promise.all([
    listMessages(deps.db, who.unit, all ? undefined : who.id),
    findUnit(deps.db, who.unit),
    receivers(c),
  ])
  const by = { unit: unit?.name ?? who.unit, base: deps.baseUrl }
  return render('outbox', {
    frame: await frameOf(c, { title: 'Tin đã gửi', page: 'outbox', flash: doneFlash(c, DONE) }),
    say: [...sayHow(messages, all), ...(deps.channels.email.reaches ? [] : [NO_MAIL])],
    messages: messages.map((message) => ({
      ...wordsOf(message, by),
      details: [momentOf(message.createdAt), nameOf(message), wayOf(message), triesOf(message)].filter(
        Boolean,
      ),
      tag: tagOf(message),
      again: message.failedAt === null ? null : `/nhac-viec/tin/${encodeURIComponent(message.key)}/gui-lai`,
    })),
    links: [{ href: '/nhac-viec', words: 'Chọn tin muốn nhận' }],
  })
}

function sayHow(messages: readonly Message[], all: boolean): Say[] {
  const waiting = messages.filter(({ dueAt }) => dueAt !== null).length
  const failed = messages.filter(({ failedAt }) => failedAt !== null).length
  const whose = all ? 'Tin gửi cho mọi người của đơn vị' : 'Tin gửi cho anh/chị'
  return [
    say(`${whose}, mới nhất trước; giữ 90 ngày.`),
    ...(waiting ? [say(`${waiting} tin đang chờ gửi.`, 'ask')] : []),
    ...(failed ? [say(`${failed} tin không gửi được.`, 'miss')] : []),
  ]
}

/** Names for admins; addresses are nobody's business. */
async function receivers(c: Ctx): Promise<(message: Message) => string> {
  const { deps, who } = c.var
  if (!can(who.role, 'administer')) return () => ''
  const [users, webhooks] = await Promise.all([listUsers(deps.db, who.unit), listWebhooks(deps.db, who.unit)])
  const names = new Map([
    ...users.map(({ id, name }) => [id, name] as const),
    ...webhooks.map(({ id, name }) => [`webhook:${id}`, name] as const),
  ])
  return ({ userId, route }) => names.get(userId ?? route) ?? ''
}

function wordsOf({ template, data }: Message, by: { unit: string; base: string }) {
  try {
    if (!isMessageName(template)) return { subject: template, text: '' }
    // Its link proves who reads the address' mails: whoever reads this page proves nothing.
    if (template === ASKING) return { subject: 'Xác nhận địa chỉ thư', text: '' }
    return writeMessage<MessageName>(template, data as never, by)
  } catch {
    // The row says so as its error; the page must open all the same.
    return { subject: 'Tin bị lỗi mẫu', text: '' }
  }
}

const momentOf = (at: Instant): string => `${wallTimeOf(at)} ${shortDay(localDateOf(at))}`

const wayOf = ({ route }: Message): string => (route === 'zalo' ? 'qua Zalo' : '')

const triesOf = ({ attempts }: Message): string => (attempts > 1 ? `${attempts} lần thử` : '')

function tagOf({ sentAt, failedAt, dueAt, error }: Message): Tag {
  if (sentAt !== null) return { words: `Đã gửi ${momentOf(sentAt)}`, tone: 'done', sign: SIGNS.check }
  if (failedAt !== null) return { words: `Không gửi được: ${error}`, tone: 'miss', sign: SIGNS.cross }
  const why = error ? ` (${error})` : ''
  return { words: `Chờ gửi${dueAt ? ` ${momentOf(dueAt)}` : ''}${why}`, tone: 'ask', sign: SIGNS.wait }
}
