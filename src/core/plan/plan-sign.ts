/** Signs of an office's plans: a letter each, and one of six looks, so that slots of several tell apart. */

import { capital, columnLetters } from '../text.ts'

/** `look` from 1 to 6. The letter alone tells plans apart; the look only helps the eye. */
export type PlanSign = { letter: string; look: number }

/** So many looks the stylesheet has. */
const LOOKS = 6

/** By the order of years and ids, so that next year's plans leave this year's letters as they are. */
export function planSigns(plans: readonly { id: string; year: number }[]): Map<string, PlanSign> {
  const order = [...plans].sort((a, b) => a.year - b.year || (a.id < b.id ? -1 : 1))
  return new Map(order.map(({ id }, i) => [id, { letter: columnLetters(i), look: (i % LOOKS) + 1 }]))
}

/** What a plan's title says beside its sign: not that it is a plan, nor its year, nor where. */
export function shortTitle(title: string): string {
  const short = title
    .replace(WHERE, '')
    .replace(YEAR, '')
    .replace(/^kế hoạch\s+/iu, '')
  return /\s/u.test(short) && !/^năm \d/iu.test(short) ? capital(short) : title
}

const WHERE =
  /\s+trên địa bàn\s+(?:xã|phường|đặc khu|thị xã|thị trấn|huyện|quận|thành phố|tỉnh)(?:\s+\p{Lu}[\p{L}'’-]*)+/u
const YEAR = /(?<!đến|từ|tới|hoạch),?\s+năm\s+\d{4}(?=\s|$)/iu
