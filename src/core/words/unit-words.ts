/** What an office is called, and what belongs to it. */
const OFFICE = /^(UBND|[UỦ][yỷ] ban nhân dân)\s+/iu

/** `xã Ngọk Tụ` for `UBND xã Ngọk Tụ`. */
export const placeOf = (unitName: string): string => unitName.replace(OFFICE, '')

/** `Đài truyền thanh xã Ngọk Tụ`; an office of another kind speaks in its own name. */
export const stationOf = (unitName: string): string => unitName.replace(OFFICE, 'Đài truyền thanh ')

const LEVEL = /^(xã|phường|thị trấn|đặc khu|thị xã|thành phố|huyện|tỉnh)\s/iu
const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The lines at the head of a paper: whatever was typed, a commune's office is its people's committee. */
export function officeHeading(unitName: string): string[] {
  const place = placeOf(unitName)
  if (CODE.test(unitName)) return ['ỦY BAN NHÂN DÂN', '………………']
  return isCommittee(unitName)
    ? ['ỦY BAN NHÂN DÂN', place.toLocaleUpperCase('vi')]
    : [unitName.toLocaleUpperCase('vi')]
}

/** `Ủy ban nhân dân xã Ngọk Tụ`, of `UBND xã Ngọk Tụ` and of `Xã Ngọk Tụ` alike. */
export function fullOffice(unitName: string): string {
  if (!isCommittee(unitName)) return unitName
  const place = placeOf(unitName)
  return `Ủy ban nhân dân ${LEVEL.test(place) ? place.charAt(0).toLocaleLowerCase('vi') + place.slice(1) : place}`
}

export const isCommittee = (unitName: string): boolean => OFFICE.test(unitName) || LEVEL.test(unitName)

/** `xã` of `UBND xã Ngọk Tụ`, in lower case; null where the name says none. */
export const levelOf = (unitName: string): string | null =>
  LEVEL.exec(placeOf(unitName))?.[0].trim().toLocaleLowerCase('vi') ?? null
