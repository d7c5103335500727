/** `/nhac-viec`: what somebody wants to hear, where and when. */
import { Hono } from 'hono'
import { ANY_TIME, ROLE_NOTICES } from '../../core/notice/notice.ts'
import {
  knownKinds,
  type NoticeSettings,
  parseNoticeSettings,
  type TypedSettings,
} from '../../core/notice/notice-settings.ts'
import { invalid, type Problem } from '../../core/problem.ts'
import { can } from '../../core/role.ts'
import { write } from '../../store/db.ts'
import { findNoticeSettings, saveNoticeSettings } from '../../store/notices.ts'
import { enterMessages } from '../../store/outbox.ts'
import { render } from '../../templates/render.ts'
import type { Say } from '../../templates/views.ts'
import { doneFlash, sayDone } from '../done.ts'
import type { Ctx, Env } from '../env.ts'
import { fieldOf, readSent, type Sent } from '../form.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'
import { problemResponse } from '../problem.ts'
import { kindTicks } from '../views/notices/notice-ticks.ts'
import { say } from '../views/say.ts'

const DONE = {
  luu: 'Đã lưu.',
  thu: 'Tin thử sẽ đến trong ít phút. Không thấy thì xem thư mục thư rác, hoặc trang Tin đã gửi.',
}

export const noticePages = new Hono<Env>()
  .get('/nhac-viec', guard('read'), async (c) => c.html(await noticesPage(c, typed(await settingsOf(c)))))
  .post('/nhac-viec', guard('read'), async (c) => {
    const sent = typedOf(await readSent(c))
    const settings = parseNoticeSettings(sent)
    if (!settings.ok) return c.html(await noticesPage(c, sent, settings.problem), 400)
    const { deps, who, now } = c.var
    await saveNoticeSettings(deps.db, who.unit, who.id, settings.value, now)
    return sayDone(c, '/nhac-viec', 'luu')
  })
  .post('/nhac-viec/thu', guard('read'), async (c) => {
    const { deps, who, now } = c.var
    const { email } = await settingsOf(c)
    if (!email) return problemResponse(c, invalid('Hãy lưu địa chỉ thư trước khi gửi thử.').problem)
    const message = {
      unit: who.unit,
      key: `test:${now}:${who.id}`,
      template: 'test',
      data: { path: '/nhac-viec' },
    }
    const times = { createdAt: now, dueAt: now, usefulUntil: now + TRIAL_MS }
    await write(deps.db, [enterMessages([{ ...message, ...times, route: 'email', userId: who.id }])])
    return sayDone(c, '/nhac-viec', 'thu')
  })

/** Nobody waits longer for a message on trial. */
const TRIAL_MS = 3_600_000

async function settingsOf(c: Ctx): Promise<NoticeSettings> {
  const { deps, who } = c.var
  const chosen = await findNoticeSettings(deps.db, who.unit, who.id)
  return chosen ?? { email: null, kinds: [...ROLE_NOTICES[who.role]], reach: ANY_TIME }
}

const typed = ({ email, kinds, reach: { quiet, dailyAt } }: NoticeSettings): TypedSettings => ({
  ...{ email: email ?? '', kinds, dailyAt: dailyAt ?? '' },
  ...{ quietFrom: quiet?.from ?? '', quietTo: quiet?.to ?? '' },
})

const typedOf = ({ form, all }: Sent): TypedSettings => ({
  email: form('thu'),
  kinds: all('loai'),
  quietFrom: form('yenTu'),
  quietTo: form('yenDen'),
  dailyAt: form('motTin'),
})

async function noticesPage(c: Ctx, shown: TypedSettings, problem?: Problem): Promise<string> {
  const saved = await settingsOf(c)
  return render('notices', {
    frame: await frameOf(c, { title: 'Nhắc việc', page: 'notices', flash: doneFlash(c, DONE) }),
    say: sayWhat(saved, c.var.deps.channels.email.reaches),
    summary: problem?.detail ?? null,
    email: fieldOf('email', shown.email, problem),
    kinds: kindTicks(knownKinds(shown.kinds)),
    quietFrom: fieldOf('quietFrom', shown.quietFrom, problem),
    quietTo: fieldOf('quietTo', shown.quietTo, problem),
    dailyAt: fieldOf('dailyAt', shown.dailyAt, problem),
    canTry: saved.email !== null,
    links: [
      { href: '/nhac-viec/tin', words: 'Tin đã gửi' },
      { href: '/nhac-viec/mau', words: 'Mẫu tin' },
      ...(can(c.var.who.role, 'adopt') ? [{ href: '/nhac-viec/don-vi', words: 'Giờ nhắc của đơn vị' }] : []),
    ],
  })
}

/** What no tag of a message shows: it was handed over, to a console. */
export const NO_MAIL = say('Máy chủ chưa được cài đặt thư: tin chỉ hiện ở cửa sổ chương trình.', 'miss')

function sayWhat({ email, kinds, reach }: NoticeSettings, reaches: boolean): Say[] {
  if (!email) return [say('Chưa có địa chỉ thư nên chưa tin nào được gửi cho anh/chị.', 'ask')]
  const how = reach.dailyAt ? `gộp một tin mỗi ngày lúc ${reach.dailyAt}` : 'mỗi việc một tin'
  const what = kinds.length
    ? `Anh/chị nhận ${kinds.length} loại tin qua ${email}, ${how}.`
    : 'Anh/chị chưa chọn tin nào.'
  return reaches ? [say(what)] : [say(what), NO_MAIL]
}
