/** Addresses of forms that others ask for. */
export const BLANKS = '/bao-cao/bieu-mau'

export type BlankAt = { id: string; year: number; period: string }

export const blankPath = ({ id, year, period }: BlankAt): string =>
  `${BLANKS}/${encodeURIComponent(id)}/${year}/${encodeURIComponent(period)}`

/** `docx`, `xlsx` */
export const blankFilePath = (at: BlankAt, ending: string): string => `${blankPath(at)}/bieu.${ending}`

/** What stands behind a figure: the field's lines of the log. */
export const blankSourcesPath = (at: BlankAt, field: string): string =>
  `${blankPath(at)}/nguon?truong=${encodeURIComponent(field)}`
