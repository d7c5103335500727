/** Phrases that are not to be guessed at: marks lost, letters for digits, "như trên", nothing at all. */
import { doubt, twoReadings } from './doubts.ts'
import type { When } from './when.ts'

const MARKS = /[\u00c0-\u1ef9]/
/** Words of time whose marks are gone; of the same letters no word of ours is written. */
const UNMARKED =
  /(?<!\p{L})(?:thang|quy|nam|ngay|tuan|lan|truoc|thuong|xuyen|hang|moi|hoan|thanh|thoi|gian|han|dinh|ky|chuong|trinh|chuyen|muc|buoi|dot)(?!\p{L})/gu
const LOOK_ALIKE = /(?<![\p{L}\d])(?:[ol|]\d+|\d+[ol]|[ol]{1,2}(?=[/.-]\d)|i\d)(?![\p{L}])/u
const QUARTER_LOOK_ALIKE = /quý l+(?![\p{L}])/u
const DITTO = /^[\s-]*(?:nt|như trên|như dòng trên|″|〃)[\s.-]*$/u

const refused = (...said: NonNullable<When['doubt']>): When => ({ kind: 'unknown', doubt: said })

/** The reading of a phrase that must not be read, or null. */
export function illegible(text: string): When | null {
  if (DITTO.test(text)) return refused(twoReadings('ditto'))
  if (!/[\p{L}\d]/u.test(text)) return refused(twoReadings('unreadable'))
  if (!MARKS.test(text) && (text.match(UNMARKED)?.length ?? 0) > 0)
    return refused(doubt('repaired-text', 'Chữ đã mất dấu, không đọc chắc được.'))
  if (LOOK_ALIKE.test(text) || QUARTER_LOOK_ALIKE.test(text))
    return refused(doubt('repaired-text', 'Có chữ cái đứng ở chỗ của chữ số (O và 0, l và 1).'))
  return null
}
