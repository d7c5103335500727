/** After how long an office asks about an airing of which nobody said anything (thời gian chờ xác nhận). */
import { invalid, ok, type Result } from './problem.ts'

/** Minutes after the hour of an airing. */
export const GRACE_MINUTES = [0, 30, 60, 120, 240]

const END_OF_DAY = 'het-ngay'

/** As a form has it: a number of minutes, or the end of the day. */
export const typedGrace = (graceMinutes: number | null): string =>
  graceMinutes === null ? END_OF_DAY : String(graceMinutes)

export function parseGrace(typed: string): Result<number | null> {
  if (typed === END_OF_DAY) return ok(null)
  const minutes = GRACE_MINUTES.find((one) => String(one) === typed)
  if (minutes !== undefined) return ok(minutes)
  const message = 'hãy chọn một khoảng trong danh sách'
  return invalid('Chưa lưu được: hãy xem lại các ô được đánh dấu.', [
    { path: ['grace'], code: 'invalid', message },
  ])
}

/** `hết ngày phát`, `ngay sau giờ phát`, `sau giờ phát 30 phút` */
export function graceWords(graceMinutes: number | null): string {
  if (graceMinutes === null) return 'khi hết ngày phát'
  return graceMinutes === 0 ? 'ngay sau giờ phát' : `sau giờ phát ${graceMinutes} phút`
}
