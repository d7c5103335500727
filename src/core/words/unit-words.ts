/** What an office is called, and what belongs to it. */
const OFFICE = /^(UBND|[UỦ][yỷ] ban nhân dân)\s+/iu

/** `xã Ngọk Tụ` for `UBND xã Ngọk Tụ`. */
export const placeOf = (unitName: string): string => unitName.replace(OFFICE, '')

/** `Đài truyền thanh xã Ngọk Tụ`; an office of another kind speaks in its own name. */
export const stationOf = (unitName: string): string => unitName.replace(OFFICE, 'Đài truyền thanh ')
