/** What a subscription shows: everything, or what one kind of reader needs. */
import { CHANNELS, type Channel, type Obligation } from '../plan.ts'
import { invalid, ok, type Result } from '../problem.ts'
import type { Slot } from '../slot.ts'
import type { Assessment } from '../standing.ts'
import { foldTone, tidy } from '../text.ts'
import { CHANNEL_NAMES } from '../words/names.ts'

export type FeedScope = 'all' | 'radio' | 'leadership' | `channel:${Channel}` | `lead:${string}`

const MAX_OFFICE = 300

const refuse = (message: string) =>
  invalid(`Phạm vi của lịch chưa đúng: ${message}.`, [{ path: ['scope'], code: 'bad-scope', message }])

/** An office is kept as written; whether the unit has it is the caller's question. */
export function parseScope(text: string): Result<FeedScope> {
  const scope = tidy(text)
  if (scope === 'all' || scope === 'radio' || scope === 'leadership') return ok(scope)
  const [kind, value] = [scope.slice(0, scope.indexOf(':')), scope.slice(scope.indexOf(':') + 1).trim()]
  if (kind === 'channel')
    return (CHANNELS as readonly string[]).includes(value)
      ? ok<FeedScope>(`channel:${value as Channel}`)
      : refuse(`kênh phải là một trong: ${CHANNELS.join(', ')}`)
  if (kind === 'lead')
    return value && value.length <= MAX_OFFICE
      ? ok<FeedScope>(`lead:${value}`)
      : refuse(`cần tên cơ quan chủ trì, không quá ${MAX_OFFICE} ký tự`)
  return refuse('phải là all, radio, leadership, channel:<kênh> hoặc lead:<cơ quan chủ trì>')
}

export const officeOf = (scope: FeedScope): string | null =>
  scope.startsWith('lead:') ? scope.slice('lead:'.length) : null

const channelOf = (scope: FeedScope): Channel | null =>
  scope.startsWith('channel:') ? (scope.slice('channel:'.length) as Channel) : null

/** `toàn bộ`, `truyền thanh, có giờ`, `Phòng Văn hoá - Xã hội chủ trì` */
export function scopeWords(scope: FeedScope): string {
  const channel = channelOf(scope)
  const office = officeOf(scope)
  if (office !== null) return `${office} chủ trì`
  if (channel) return `kênh ${CHANNEL_NAMES[channel]}`
  return { all: 'toàn bộ', radio: 'trực loa', leadership: 'lãnh đạo' }[
    scope as 'all' | 'radio' | 'leadership'
  ]
}

type Placed = { slot: Slot; obligation: Obligation; at: Assessment }

/** `radio`: what goes on air at an hour. `leadership`: events, reports, and what has a last day instead of an hour. */
export function inScope(scope: FeedScope, { slot, obligation, at }: Placed): boolean {
  const { channels, lead } = obligation
  const channel = channelOf(scope)
  const office = officeOf(scope)
  if (channel) return channels.includes(channel)
  if (office !== null) return lead !== null && sameOffice(lead, office)
  if (scope === 'radio') return channels.includes('loudspeaker') && at.dueTime !== null
  if (scope === 'leadership')
    return slot.date === null || channels.includes('event') || channels.includes('report')
  return true
}

/** `hoá` and `hóa` are one office. */
export const sameOffice = (a: string, b: string): boolean => foldTone(tidy(a)) === foldTone(tidy(b))
