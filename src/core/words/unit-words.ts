/** What an office is called, whatever was typed, and what belongs to it. */
const OFFICE = /^(UBND|[UỦ][yỷ] ban nhân dân)\s+/iu
const LEVEL = /^(xã|phường|thị trấn|đặc khu|thị xã|thành phố|huyện|tỉnh)\s+/iu
const CITY = /^tp(\.\s*|\s+)/iu
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** As a sentence has it: `xã Ngọk Tụ` for `UBND xã Ngọk Tụ`, `Xã Ngọk Tụ` and `XÃ NGỌK TỤ`. */
export function placeOf(unitName: string): string {
  const place = unitName.replace(OFFICE, '').replace(CITY, 'thành phố ')
  const [level = ''] = LEVEL.exec(place) ?? []
  const name = place.slice(level.length)
  return `${level.toLocaleLowerCase('vi')}${level && isShouted(name) ? inSmallLetters(name) : name}`
}

const isShouted = (name: string): boolean =>
  name === name.toLocaleUpperCase('vi') && name !== name.toLocaleLowerCase('vi')

const inSmallLetters = (name: string): string =>
  name.toLocaleLowerCase('vi').replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'))

/** `Đài truyền thanh xã Ngọk Tụ`; an office of another kind speaks in its own name. */
export const stationOf = (unitName: string): string =>
  isCommittee(unitName) ? `Đài truyền thanh ${placeOf(unitName)}` : unitName

/** The lines at the head of a paper: a commune's office is its people's committee. */
export function officeHeading(unitName: string): string[] {
  if (CODE.test(unitName)) return ['ỦY BAN NHÂN DÂN', '………………']
  return isCommittee(unitName)
    ? ['ỦY BAN NHÂN DÂN', placeOf(unitName).toLocaleUpperCase('vi')]
    : [unitName.toLocaleUpperCase('vi')]
}

/** `Ủy ban nhân dân xã Ngọk Tụ`, of `UBND xã Ngọk Tụ` and of `Xã Ngọk Tụ` alike. */
export const fullOffice = (unitName: string): string =>
  isCommittee(unitName) ? `Ủy ban nhân dân ${placeOf(unitName)}` : unitName

export const isCommittee = (unitName: string): boolean =>
  [OFFICE, LEVEL, CITY].some((says) => says.test(unitName))

/** `xã` of `UBND xã Ngọk Tụ`, in lower case; null where the name says none. */
export const levelOf = (unitName: string): string | null => LEVEL.exec(placeOf(unitName))?.[0].trim() ?? null
