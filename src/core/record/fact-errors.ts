/** What is wrong with a statement in itself, or as one about such a slot. */
import { type FactInput, isDone } from '../fact.ts'
import type { FieldError } from '../problem.ts'
import type { Slot } from '../slot.ts'

export const field = (name: string, code: string, message: string): FieldError => ({
  path: [name],
  code,
  message,
})

/** What each kind cannot do without. */
export function missingFields({
  kind,
  reason,
  document,
  to,
  link,
  file,
  note,
  corrects,
  value,
}: FactInput): FieldError[] {
  if (kind === 'not-aired' && reason === null)
    return [field('reason', 'missing-field', 'cần ghi lý do không phát')]
  if (kind === 'excused' && reason === null && document === null)
    return [field('reason', 'missing-field', 'cần ghi lý do hoặc văn bản chấp nhận (document)')]
  if (kind === 'moved' && to === null) return [field('to', 'missing-field', 'cần ghi ngày giờ mới')]
  if (kind === 'evidence' && link === null && file === null && note === null)
    return [field('link', 'missing-field', 'cần đường dẫn, tệp hoặc ghi chú')]
  if (kind === 'note' && note === null) return [field('note', 'missing-field', 'cần ghi nội dung')]
  if (kind === 'correction' && corrects === null)
    return [field('corrects', 'missing-field', 'cần ghi mã ghi nhận bị sửa')]
  if (kind === 'measured' && value === null) return [field('value', 'missing-field', 'cần ghi số đo')]
  return []
}

/** What cannot be said of a slot of this kind. */
export function unfitting({ conditional, target }: Slot, { kind, reason }: FactInput): FieldError[] {
  // It takes a slot out of every count: only the plan's own "nếu có" allows that.
  if (kind === 'not-aired' && reason === 'not-triggered' && !conditional)
    return [field('reason', 'not-conditional', 'chỉ việc "nếu có" mới ghi được là không phát sinh')]
  if (kind === 'measured' && target === null)
    return [field('kind', 'no-measure', 'nhiệm vụ này không có số đo')]
  if ((isDone({ kind }) || kind === 'made-up') && target !== null)
    return [field('kind', 'measure', 'nhiệm vụ này ghi bằng số đo (measured)')]
  return []
}
