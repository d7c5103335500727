/** Addresses of forms that others ask for. */
import type { RowOf } from '../../../core/blank/fill-list.ts'
import { isExtra } from '../../../core/outside-plans.ts'
import { obligationPagePath, slotPath } from '../paths.ts'

export const BLANKS = '/bao-cao/bieu-mau'

export type BlankAt = { id: string; year: number; period: string }

export const blankPath = ({ id, year, period }: BlankAt): string =>
  `${BLANKS}/${encodeURIComponent(id)}/${year}/${encodeURIComponent(period)}`

/** `docx`, `xlsx` */
export const blankFilePath = (at: BlankAt, ending: string): string => `${blankPath(at)}/bieu.${ending}`

/** What stands behind a figure: the field's lines of the log. */
export const blankSourcesPath = (at: BlankAt, field: string): string =>
  `${blankPath(at)}/nguon?truong=${encodeURIComponent(field)}`

/** The page on which something is recorded; null for an obligation that no plan has. */
export function recordedPath({ planId, obligationId, slotId }: RowOf): string | null {
  if (slotId !== null) return slotPath(slotId)
  return isExtra({ planId }) ? null : obligationPagePath(planId, obligationId)
}
