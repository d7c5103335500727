/** Numbers as a Vietnamese office writes them. */
/** `65,4%`: one decimal at most, never above 100 by rounding. Null without a whole. */
export function percent(part: number, whole: number): string | null {
  if (whole <= 0) return null
  const tenths = Math.round((part / whole) * 1000)
  // 999 of 1000 is not all of it.
  const shown = part < whole ? Math.min(tenths, 999) : tenths
  return `${decimal(shown / 10)}%`
}

/** `11,5`, `1.234` */
export const decimal = (value: number): string => value.toLocaleString('vi-VN', { maximumFractionDigits: 1 })

/** As exact as it was written down: `1.234`, `52,25` */
export const figure = (value: number): string => value.toLocaleString('vi-VN')

/** `50%`, `1.200 lượt` */
export const amount = (value: number, unit: string): string =>
  `${figure(value)}${unit === '%' ? '' : ' '}${unit}`

/** `2 giờ 15 phút`, `45 phút` */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (!hours) return `${rest} phút`
  return rest ? `${decimal(hours)} giờ ${rest} phút` : `${decimal(hours)} giờ`
}

const KIB = 1024
const MIB = KIB * KIB

/** Of bytes: `2,1 MB`, `340 KB`. */
export const sizeInWords = (bytes: number): string =>
  bytes < MIB ? `${Math.max(1, Math.round(bytes / KIB))} KB` : `${decimal(bytes / MIB)} MB`
