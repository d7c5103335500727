/** What people type into a field, as the value that it means; null where it means none. */
import { isLocalDate, isWallTime, type LocalDate, type WallTime } from '../wall-clock.ts'

/** `2026-08-04` as browsers send it, `4/8/2026` and `04-08-2026` as people write it. */
export function readDay(text: string): LocalDate | null {
  const iso = text.trim()
  if (isLocalDate(iso)) return iso
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(iso) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? date : null
}

/** `05:30`, `5:30`, `5h30`, `5 giờ 30`, `17h`; seconds that a browser adds are none of ours. */
export function readHour(text: string): WallTime | null {
  const [, hour = '', minute = ''] =
    /^(\d{1,2})\s*(?::|h|g|giờ)\s*(\d{2})?(?::00)?\s*(?:phút)?$/iu.exec(text.trim().normalize('NFC')) ?? []
  const time = `${hour.padStart(2, '0')}:${minute || '00'}`
  return hour !== '' && isWallTime(time) ? time : null
}

/** A whole number as Vietnamese writes it: `1.200`, `05`. */
export function readWhole(text: string): number | null {
  const digits = text.trim()
  if (!/^(\d+|\d{1,3}(\.\d{3})+)$/.test(digits)) return null
  return Number(digits.replaceAll('.', ''))
}

/** `52,5`, `1.200,5`; a point before one or two digits, as phones write it, is a comma. */
export function readDecimal(text: string): number | null {
  const said = text.trim()
  const plain = /^\d+\.\d{1,2}$/.test(said) ? said : said.replaceAll('.', '').replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}
