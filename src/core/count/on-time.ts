/** Within how many days of its due day a record is on time (hạn ghi kết quả): an office says it for those below. */
import { invalid, ok, type Result } from '../problem.ts'

/** Calendar days after the due day, unless an office above says otherwise. */
export const ON_TIME_DAYS = 3

/** Later than a quarter is late by any rule. */
export const MOST_ON_TIME_DAYS = 90

/** As a form or a command has it; nothing typed is no rule of one's own. */
export function parseOnTimeDays(typed: string): Result<number | null> {
  const text = typed.trim()
  if (!text) return ok(null)
  if (/^\d{1,2}$/.test(text) && Number(text) <= MOST_ON_TIME_DAYS) return ok(Number(text))
  const message = `ghi số ngày, từ 0 (ngay trong ngày đến hạn) đến ${MOST_ON_TIME_DAYS}`
  return invalid(`Chưa lưu được: hạn ghi kết quả “${text.slice(0, 20)}” chưa đúng, hãy ${message}.`, [
    { path: ['onTimeDays'], code: 'bad-on-time-days', message },
  ])
}

/** `ngay trong ngày đến hạn`, `trong 3 ngày kể từ ngày đến hạn` */
export const onTimeWords = (days: number): string =>
  days === 0 ? 'ngay trong ngày đến hạn' : `trong ${days} ngày kể từ ngày đến hạn`
