/** How somebody's chat with the bot stands, in words. */
import { type Instant, localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import { documentDay } from '../../../core/words/words.ts'
import type { ZaloLink } from '../../../store/zalo.ts'
import type { ZaloPart } from '../../../templates/people-views.ts'
import type { Say } from '../../../templates/views.ts'
import { say } from '../say.ts'

export function zaloPart(link: ZaloLink | null, now: Instant): ZaloPart {
  const linked = link !== null && link.chat !== null
  return { say: sayOf(link, now), ask: linked ? 'Nối Zalo khác' : 'Nối Zalo', linked }
}

function sayOf(link: ZaloLink | null, now: Instant): Say[] {
  const waits = link?.codeUntil && link.codeUntil > now ? link.codeUntil : null
  return [
    stateOf(link),
    ...(waits === null ? [] : [say(`Đang chờ anh/chị gửi mã cho bot, đến ${wallTimeOf(waits)}.`, 'ask')]),
  ]
}

function stateOf(link: ZaloLink | null): Say {
  if (link?.chat && link.linkedAt !== null) {
    const since = documentDay(localDateOf(link.linkedAt))
    return link.carries
      ? say(`Tin nhắc đến Zalo của anh/chị, nối từ ngày ${since}.`)
      : say(`Đã nối từ ngày ${since}, nhưng anh/chị chọn nhận tin qua thư.`)
  }
  if (link?.endedAt) {
    const when = `${wallTimeOf(link.endedAt)} ngày ${documentDay(localDateOf(link.endedAt))}`
    return say(`Không còn nối từ ${when}: ${link.endedWhy}.`, 'miss')
  }
  return say('Nhận tin nhắc ngay trên Zalo, thay cho thư điện tử.')
}
