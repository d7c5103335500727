/** The form of a one-off airing or event outside any plan. */
import { type Extra, extraSchema } from '../extra.ts'
import { CHANNELS } from '../plan.ts'
import { invalid, ok, type Problem, type Result } from '../problem.ts'
import type { LocalDate } from '../wall-clock.ts'
import { CHANNEL_NAMES } from '../words/names.ts'
import { type DataField, type Loose, readFields, WHAT } from './data-form.ts'
import { type Filled, filledOf, wrong } from './filled.ts'
import * as as from './readers.ts'

export const EXTRA_FIELDS: readonly DataField[] = [
  {
    ...{ name: 'ten', label: 'Phát gì, làm gì?', path: 'title', as: as.text, needs: 'cần ghi tên' },
    ...{ hint: 'Ví dụ: Thông báo lịch tiêm chủng, Hội nghị ra quân.', control: { kind: 'line' } },
  },
  { name: 'ngay', label: 'Ngày', path: 'date', as: as.day, needs: 'cần ghi ngày', control: { kind: 'day' } },
  {
    ...{ name: 'gio', label: 'Giờ', path: 'time', as: as.hour },
    ...{ hint: 'Việc không phát loa thì để trống được.', control: { kind: 'hour' } },
  },
  {
    ...{ name: 'phut', label: 'Dài mấy phút', path: 'minutes', as: as.whole },
    ...{ hint: 'Để trống nếu chưa biết.', control: { kind: 'whole' } },
  },
  {
    ...{ name: 'kenh', label: 'Thực hiện qua', path: 'channels', as: as.ticks },
    control: { kind: 'ticks', options: CHANNELS.map((value) => ({ value, words: CHANNEL_NAMES[value] })) },
  },
  { name: 'chu-tri', label: 'Người hoặc bộ phận làm', path: 'lead', as: as.text, control: { kind: 'line' } },
  {
    ...{ name: 'vi-sao', label: 'Theo văn bản, chỉ đạo nào', path: 'why', as: as.text },
    ...{ hint: 'Để trống nếu không có.', control: { kind: 'area', rows: 2 } },
  },
]

/** What stands in it before anybody typed: mostly something is aired. */
export const usualExtra = (date: LocalDate): Filled =>
  filledOf([
    ['ngay', date],
    ['kenh', 'loudspeaker'],
  ])

export function readExtra(filled: Filled): Result<Extra> {
  const data: Loose = {}
  const errors = readFields(EXTRA_FIELDS, filled, null, data)
  if (errors.length) return invalid(WHAT, errors)
  const parsed = extraSchema.safeParse(data)
  if (parsed.success) return ok(parsed.data)
  return invalid(
    WHAT,
    parsed.error.issues.map(({ path, message }) => wrong(fieldAt(path[0]), message)),
  )
}

const fieldAt = (path: unknown): string => EXTRA_FIELDS.find((one) => one.path === path)?.name ?? 'ten'

/** A refusal of what was read well, at the field that can mend it: a closed period asks why. */
export const inExtraFields = (problem: Problem): Problem =>
  'errors' in problem && problem.errors?.some(({ code }) => code === 'closed-period')
    ? { ...problem, errors: [wrong('vi-sao', 'kỳ này đã chốt số liệu: hãy ghi theo văn bản, chỉ đạo nào')] }
    : problem
