/** `/nhac-viec`: what somebody wants to hear, where and when. */
import { Hono } from 'hono'
import { askAgain, countTrial, saveNotices } from '../../actions/confirm-email.ts'
import { ANY_TIME, keptKinds, offeredKinds, ROLE_NOTICES } from '../../core/notice/notice.ts'
import {
  knownKinds,
  type NoticeSettings,
  parseNoticeSettings,
  type TypedSettings,
} from '../../core/notice/notice-settings.ts'
import { invalid, ok, type Problem, type Result } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { write } from '../../store/db.ts'
import { emailState, findNoticeSettings } from '../../store/notices.ts'
import { enterMessages } from '../../store/outbox.ts'
import { chooseZalo, findZaloLink, type ZaloLink } from '../../store/zalo.ts'
import type { Choice } from '../../templates/people-views.ts'
import { render } from '../../templates/render.ts'
import type { Say } from '../../templates/views.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { fieldOf, readSent, type Sent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { httpStatus, problemResponse, retryLater } from '../problem.ts'
import { kindTicks } from '../views/notices/notice-ticks.ts'
import { say } from '../views/say.ts'

const DONE = {
  luu: 'Đã lưu.',
  hoi: 'Thư xác nhận sẽ đến trong ít phút. Không thấy thì xem thư mục thư rác.',
  thu: 'Tin thử sẽ đến trong ít phút. Không thấy thì xem thư mục thư rác, hoặc trang Tin đã gửi.',
}

export const noticePages = new Hono<Env>()
  .get('/nhac-viec', guard('read'), async (c) => c.html(await noticesPage(c, typed(await settingsOf(c)))))
  .post('/nhac-viec', guard('read'), async (c) => {
    const sent = typedOf(await readSent(c))
    const settings = parseNoticeSettings(sent)
    if (!settings.ok) return c.html(await noticesPage(c, sent, settings.problem), 400)
    const { deps, who, now } = c.var
    const before = await findNoticeSettings(deps.db, who.unit, who.id)
    const kinds = keptKinds(settings.value.kinds, before?.kinds ?? [], can(who.role, 'adopt'))
    const saved = await saveNotices(deps.db, who, { ...settings.value, kinds }, now)
    if (!saved.ok) {
      retryLater(c, saved.problem)
      return c.html(await noticesPage(c, sent, saved.problem), httpStatus[saved.problem.kind])
    }
    if (sent.by) await chooseZalo(deps.db, who.unit, who.id, sent.by === 'zalo')
    return sayDone(c, '/nhac-viec', 'luu')
  })
  .post('/nhac-viec/thu', guard('read'), async (c) => {
    const { deps, who, now } = c.var
    const route = await trialRoute(c)
    if (!route.ok) return problemResponse(c, route.problem)
    const allowed = await countTrial(deps.db, who, now)
    if (!allowed.ok) return problemResponse(c, allowed.problem)
    const message = {
      unit: who.unit,
      key: `test:${now}:${who.id}`,
      template: 'test',
      data: { path: '/nhac-viec' },
    }
    const times = { createdAt: now, dueAt: now, usefulUntil: now + TRIAL_MS }
    await write(deps.db, [enterMessages([{ ...message, ...times, route: route.value, userId: who.id }])])
    return sayDone(c, '/nhac-viec', 'thu')
  })
  .post('/nhac-viec/xac-nhan-lai', guard('read'), async (c) => {
    const { deps, who, now } = c.var
    const asked = await askAgain(deps.db, who, now)
    return asked.ok ? sayDone(c, '/nhac-viec', 'hoi') : problemResponse(c, asked.problem)
  })

/** The way that somebody chose, once it leads to them. */
async function trialRoute(c: Ctx): Promise<Result<'email' | 'zalo'>> {
  const { deps, who } = c.var
  const [state, link] = await Promise.all([
    emailState(deps.db, who.unit, who.id),
    findZaloLink(deps.db, who.unit, who.id),
  ])
  if (link?.chat && link.carries) return ok('zalo')
  if (!state?.email) return invalid('Hãy lưu địa chỉ thư trước khi gửi thử.')
  return state.confirmedAt === null ? invalid(UNCONFIRMED) : ok('email')
}

const UNCONFIRMED = 'Địa chỉ thư chưa được xác nhận: hãy mở thư xác nhận và bấm đường dẫn trong đó.'

/** Nobody waits longer for a message on trial. */
const TRIAL_MS = 3_600_000

type Typed = TypedSettings & { by: string }

async function settingsOf(c: Ctx): Promise<NoticeSettings> {
  const { deps, who } = c.var
  const chosen = await findNoticeSettings(deps.db, who.unit, who.id)
  const offered = offeredKinds(can(who.role, 'adopt'))
  return chosen
    ? { ...chosen, kinds: chosen.kinds.filter((kind) => offered.includes(kind)) }
    : { email: null, kinds: [...ROLE_NOTICES[who.role]], reach: ANY_TIME }
}

const typed = ({ email, kinds, reach: { quiet, dailyAt } }: NoticeSettings): TypedSettings => ({
  ...{ email: email ?? '', kinds, dailyAt: dailyAt ?? '' },
  ...{ quietFrom: quiet?.from ?? '', quietTo: quiet?.to ?? '' },
})

const typedOf = ({ form, all }: Sent): Typed => ({
  by: form('qua'),
  email: form('thu'),
  kinds: all('loai'),
  quietFrom: form('yenTu'),
  quietTo: form('yenDen'),
  dailyAt: form('motTin'),
})

async function noticesPage(c: Ctx, shown: TypedSettings, problem?: Problem): Promise<string> {
  const { deps, who } = c.var
  const [saved, state, link] = await Promise.all([
    settingsOf(c),
    emailState(deps.db, who.unit, who.id),
    findZaloLink(deps.db, who.unit, who.id),
  ])
  const asks = state?.email != null && state.confirmedAt === null
  return render('notices', {
    frame: await frameOf(c, { title: 'Nhắc việc', page: 'notices', flash: doneFlash(c, DONE) }),
    say: sayWhat(saved, link, deps.channels.email.reaches, asks),
    summary: problem?.detail ?? null,
    email: fieldOf('email', shown.email, problem),
    kinds: kindTicks(knownKinds(shown.kinds), can(c.var.who.role, 'adopt')),
    quietFrom: fieldOf('quietFrom', shown.quietFrom, problem),
    quietTo: fieldOf('quietTo', shown.quietTo, problem),
    dailyAt: fieldOf('dailyAt', shown.dailyAt, problem),
    asks,
    ways: waysOf(link),
    canTry: goesToZalo(link) || (saved.email !== null && !asks),
    links: [
      { href: '/nhac-viec/tin', words: 'Tin đã gửi' },
      { href: '/nhac-viec/mau', words: 'Mẫu tin' },
      ...(can(c.var.who.role, 'adopt') ? [{ href: '/nhac-viec/don-vi', words: 'Giờ nhắc của đơn vị' }] : []),
    ],
  })
}

/** What no tag of a message shows: it was handed over, to a console. */
export const NO_MAIL = say('Máy chủ chưa được cài đặt thư: tin chỉ hiện ở cửa sổ chương trình.', 'miss')

const goesToZalo = (link: ZaloLink | null): boolean => link !== null && link.chat !== null && link.carries

/** Null without a chat: then there is nothing to choose. */
const waysOf = (link: ZaloLink | null): Choice[] | null =>
  link?.chat
    ? [
        { value: 'zalo', words: 'Zalo', chosen: link.carries },
        { value: 'thu', words: 'Thư điện tử', chosen: !link.carries },
      ]
    : null

function sayWhat(
  { email, kinds, reach }: NoticeSettings,
  link: ZaloLink | null,
  reaches: boolean,
  asks: boolean,
): Say[] {
  const byZalo = goesToZalo(link)
  if (!email && !byZalo) return [say('Chưa có địa chỉ thư nên chưa tin nào được gửi cho anh/chị.', 'ask')]
  const how = reach.dailyAt ? `gộp một tin mỗi ngày lúc ${reach.dailyAt}` : 'mỗi việc một tin'
  const what = kinds.length
    ? `Anh/chị nhận ${kinds.length} loại tin qua ${byZalo ? 'Zalo' : email}, ${how}.`
    : 'Anh/chị chưa chọn tin nào.'
  const waits = `Thư xác nhận đã gửi đến ${email}: hãy mở thư và bấm đường dẫn trong đó. Trước đó không tin nào khác được gửi đến.`
  if (byZalo) return [say(what), ...(asks ? [say(waits, 'ask')] : [])]
  return [asks ? say(waits, 'ask') : say(what), ...(reaches ? [] : [NO_MAIL])]
}
