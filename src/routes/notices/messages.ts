/** `/nhac-viec/mau`: every message there is, with its sample. */
import { Hono } from 'hono'
import { NOTICE_NAMES, type NoticeKind } from '../../core/notice/notice.ts'
import { findUnit } from '../../store/units.ts'
import { writeMessage } from '../../templates/message.ts'
import { messageSamples } from '../../templates/message-samples.ts'
import type { MessageName } from '../../templates/message-views.ts'
import { render } from '../../templates/render.ts'
import type { Env } from '../env.ts'
import { frameOf } from '../frame.ts'
import { guard } from '../middleware/guard.ts'

/** Messages that nobody chooses by themselves. */
const OTHERS: Record<Exclude<MessageName, NoticeKind>, { name: string; when: string }> = {
  'catch-up': { name: 'Tổng hợp sau thời gian máy nghỉ', when: 'khi máy chủ nghỉ quá 3 ngày' },
  item: { name: 'Bài chờ duyệt', when: 'cho người có quyền duyệt, khi có người gửi' },
  draft: { name: 'Bản kế hoạch chờ áp dụng', when: 'khi có người gửi' },
  decided: {
    name: 'Bản kế hoạch được áp dụng hoặc không',
    when: 'cho người soạn, khi người khác quyết định',
  },
  handed: { name: 'Kế hoạch do cấp trên giao', when: 'khi cấp trên giao' },
  nudge: { name: 'Nhắc của cấp trên', when: 'khi cấp trên nhắc, nhiều nhất mỗi ngày một lần' },
  daily: { name: 'Một tin mỗi ngày', when: 'cho ai chọn gộp tin' },
  test: { name: 'Tin thử', when: '' },
  confirm: { name: 'Xác nhận địa chỉ thư', when: 'khi ai đó ghi một địa chỉ mới' },
}
const NAMES: Record<MessageName, { name: string; when: string }> = { ...NOTICE_NAMES, ...OTHERS }

export const messagePages = new Hono<Env>().get('/nhac-viec/mau', guard('read'), async (c) => {
  const { deps, who } = c.var
  const unit = await findUnit(deps.db, who.unit)
  const by = { unit: unit?.name ?? who.unit, base: deps.baseUrl }
  const names = Object.keys(messageSamples) as MessageName[]
  return c.html(
    render('messages', {
      frame: await frameOf(c, { title: 'Mẫu tin', page: 'messages' }),
      messages: names.map((name) => ({
        ...NAMES[name],
        ...writeMessage<MessageName>(name, messageSamples[name], by),
      })),
    }),
  )
})
