/** What the office can be told of its own accord (tin nhắc): the kinds, who gets them unasked, and when they may come. */
import type { Role } from '../role.ts'
import { addDays, type Instant, instantOf, localDateOf, type WallTime, wallTimeOf } from '../wall-clock.ts'

export const NOTICE_KINDS = [
  'remind',
  'ask',
  'week',
  'window',
  'report',
  'pace',
  'approve',
  'month',
  'new-year',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** As the settings page says it: what it is, and when it comes. */
export const NOTICE_NAMES: Record<NoticeKind, { name: string; when: string }> = {
  remind: { name: 'Nhắc trước giờ phát', when: 'tối hôm trước, hoặc vài phút trước giờ phát' },
  ask: { name: 'Hỏi xác nhận cuối ngày', when: 'buổi tối, khi còn kỳ chưa xác nhận' },
  week: { name: 'Lịch tuần', when: 'sáng thứ Hai' },
  window: { name: 'Việc theo kỳ và hạn chót', when: 'trước hạn 14, 7 và 1 ngày làm việc' },
  report: { name: 'Hạn báo cáo', when: 'trước hạn 14, 7 và 1 ngày làm việc, kèm bản nháp' },
  pace: { name: 'Cảnh báo chỉ tiêu', when: 'khi một chỉ tiêu có nguy cơ không đạt' },
  approve: { name: 'Bài, bản kế hoạch chờ duyệt', when: 'khi có người gửi đến' },
  month: { name: 'Tóm tắt tháng', when: 'sáng ngày đầu tháng' },
  'new-year': { name: 'Lịch năm sau', when: 'khi lịch năm sau được lập nối tiếp' },
}

/** What a role gets until the person chooses. Nothing is sent before there is an address. */
export const ROLE_NOTICES: Record<Role, readonly NoticeKind[]> = {
  viewer: [],
  officer: ['remind', 'ask', 'week', 'window', 'report', 'pace'],
  leader: ['report', 'pace', 'approve', 'month', 'new-year'],
  admin: ['remind', 'ask', 'week', 'window', 'report', 'pace', 'approve', 'month', 'new-year'],
}

/** What only those hear who may decide: it waits for nobody else. */
const FOR_LEADERS: readonly NoticeKind[] = ['approve']

/** What somebody is asked about: who may not decide has no choice about what waits for those who may. */
export const offeredKinds = (decides: boolean): NoticeKind[] =>
  NOTICE_KINDS.filter((kind) => decides || !FOR_LEADERS.includes(kind))

/**
 * What is kept of what somebody ticked. What they were not asked about stays chosen until they are, so that a promotion
 * brings it, and stays refused where they refused it; who wants nothing hears nothing.
 */
export function keptKinds(
  ticked: readonly NoticeKind[],
  before: readonly NoticeKind[],
  decides: boolean,
): NoticeKind[] {
  const offered = offeredKinds(decides)
  const own = ticked.filter((kind) => offered.includes(kind))
  const unasked = NOTICE_KINDS.filter((kind) => !offered.includes(kind))
  return own.length ? [...own, ...unasked.filter((kind) => !before.length || before.includes(kind))] : []
}

/** When a unit's jobs speak. `remindMinutes` before each slot; null reminds the evening before, at `remindAt`. */
export type NoticeHours = {
  remindMinutes: number | null
  remindAt: WallTime
  askAt: WallTime
  morningAt: WallTime
}
export const NOTICE_HOURS: NoticeHours = {
  remindMinutes: null,
  remindAt: '19:00',
  askAt: '20:00',
  morningAt: '07:00',
}

/** When somebody may be written to. `quiet` from one wall time up to another, over midnight when it ends earlier. */
export type Reach = { quiet: { from: WallTime; to: WallTime } | null; dailyAt: WallTime | null }

export const ANY_TIME: Reach = { quiet: null, dailyAt: null }

/** The first instant, from `now` on, at which the clock shows a wall time. */
export function nextAt(time: WallTime, now: Instant): Instant {
  const today = instantOf(localDateOf(now), time)
  return today >= now ? today : instantOf(addDays(localDateOf(now), 1), time)
}

/** When a message of this instant may go: with the day's one message, or when the quiet hours are over. */
export function deliverAt({ quiet, dailyAt }: Reach, now: Instant): Instant {
  const at = dailyAt === null ? now : nextAt(dailyAt, now)
  return quiet && isQuiet(quiet, wallTimeOf(at)) ? nextAt(quiet.to, at) : at
}

function isQuiet({ from, to }: NonNullable<Reach['quiet']>, time: WallTime): boolean {
  return from <= to ? from <= time && time < to : from <= time || time < to
}
