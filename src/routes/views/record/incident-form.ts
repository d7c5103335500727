/** The form of an incident: what it sends, and how it is shown again. */
import { INCIDENT_KINDS } from '../../../core/incident.ts'
import { CHANNELS } from '../../../core/plan.ts'
import { invalid, ok, type Problem, type Result } from '../../../core/problem.ts'
import { type IncidentInput, incidentInput } from '../../../core/record/incident-input.ts'
import type { LocalDate } from '../../../core/wall-clock.ts'
import { CHANNEL_NAMES, INCIDENT_NAMES } from '../../../core/words/names.ts'
import type { IncidentForm } from '../../../templates/incident-views.ts'
import { type Form, fieldOf } from '../../form.ts'

/** The names under which browsers send an incident. */
export const INCIDENT_FIELDS = [
  'loai',
  'tuNgay',
  'tuGio',
  'denNgay',
  'denGio',
  'kenh',
  'vanBan',
  'ghiChu',
] as const

/** On first sight: the loudspeakers, today. */
export const firstIncident =
  (today: LocalDate): Form =>
  (name) =>
    ({ tuNgay: today, denNgay: today, kenh: 'loudspeaker' })[name] ?? ''

export function incidentForm(form: Form, problem?: Problem): IncidentForm {
  const field = (name: string) => fieldOf(name, form(name), problem)
  return {
    summary: problem?.detail ?? null,
    kinds: INCIDENT_KINDS.map((kind) => ({
      value: kind,
      words: INCIDENT_NAMES[kind],
      chosen: form('loai') === kind,
    })),
    kindError: field('loai').error,
    fromDay: field('tuNgay'),
    fromHour: field('tuGio'),
    toDay: field('denNgay'),
    toHour: field('denGio'),
    channels: [
      ...CHANNELS.map((channel) => ({
        value: channel as string,
        words: CHANNEL_NAMES[channel],
        chosen: form('kenh') === channel,
      })),
      { value: '', words: 'Mọi kênh', chosen: form('kenh') === '' },
    ],
    note: field('ghiChu'),
    document: field('vanBan'),
  }
}

const FIELD_OF: Record<string, string> = {
  kind: 'loai',
  from: 'tuNgay',
  to: 'denNgay',
  channel: 'kenh',
  note: 'ghiChu',
  document: 'vanBan',
}

/** The schema speaks to programs; these are its words to people. */
const SAID: [pattern: RegExp, words: string][] = [
  [/^không phải ngày giờ có thật/, 'hãy ghi ngày, và giờ nếu biết'],
  [/^phải là một trong/, 'hãy chọn một'],
]

export function incidentOfForm(form: Form): Result<IncidentInput> {
  const when = (day: string, hour: string) => `${day}${day && hour ? `T${hour.slice(0, 5)}` : ''}`
  const parsed = incidentInput.safeParse({
    kind: form('loai'),
    from: when(form('tuNgay'), form('tuGio')),
    to: when(form('denNgay'), form('denGio')),
    channel: form('kenh') || null,
    note: form('ghiChu'),
    document: form('vanBan'),
  })
  if (parsed.success) return ok(parsed.data)
  const errors = parsed.error.issues.map(({ path, message, code }) => ({
    path: [FIELD_OF[String(path[0])] ?? ''],
    code,
    message: SAID.find(([pattern]) => pattern.test(message))?.[1] ?? message,
  }))
  return invalid('Chưa xem được: hãy xem lại các ô được đánh dấu.', errors)
}
