/** The page of a station's hours: a row of fields a session, and what was set before. */
import type { FormField } from '../../../core/form/field.ts'
import type { Filled } from '../../../core/form/filled.ts'
import { rowsOf, STATION_FIELDS, sessionField } from '../../../core/form/station-form.ts'
import { CHANNELS } from '../../../core/plan.ts'
import type { Problem } from '../../../core/problem.ts'
import { stationWords } from '../../../core/station/place-words.ts'
import type { Station } from '../../../core/station/station.ts'
import { capital } from '../../../core/text.ts'
import { localDateOf, WEEKDAYS } from '../../../core/wall-clock.ts'
import { CHANNEL_NAMES } from '../../../core/words/names.ts'
import { documentDay, WEEKDAY_NAMES } from '../../../core/words/words.ts'
import type { SaidStation } from '../../../store/stations.ts'
import type { StationView } from '../../../templates/station-views.ts'
import type { Frame } from '../../../templates/views.ts'
import { fieldView } from '../form/field.ts'
import { say } from '../say.ts'

export type StationQuestion = {
  frame: Frame
  said: readonly SaidStation[]
  /** Today's. */
  held: Station | null
  filled: Filled
  problem: Problem | null
  mayChange: boolean
}

const DAYS = WEEKDAYS.map((value, i) => ({ value, words: capital(WEEKDAY_NAMES[i] as string) }))
const ON_AIR = CHANNELS.map((value) => ({ value, words: CHANNEL_NAMES[value] }))

const sessionFields = (row: number): { days: FormField; hours: FormField[] } => ({
  days: { name: sessionField(row, 'thu'), label: 'Vào các ngày', control: { kind: 'ticks', options: DAYS } },
  hours: [
    { name: sessionField(row, 'tu'), label: 'Từ', control: { kind: 'hour' } },
    { name: sessionField(row, 'den'), label: 'Đến', control: { kind: 'hour' } },
    { name: sessionField(row, 'kenh'), label: 'Kênh', control: { kind: 'select', options: ON_AIR } },
  ],
})

const FROM: FormField = {
  name: STATION_FIELDS.from,
  label: 'Áp dụng từ ngày',
  hint: 'Những ngày trước đó giữ như đã đặt.',
  control: { kind: 'day' },
}

const REST: FormField[] = [
  {
    name: STATION_FIELDS.silentDays,
    label: 'Ngày đài không phát',
    control: { kind: 'ticks', options: DAYS },
  },
  {
    name: STATION_FIELDS.maxMinutes,
    label: 'Mỗi buổi phát nhiều nhất bao nhiêu phút',
    hint: 'Để trống nếu không có mức.',
    control: { kind: 'whole' },
  },
]

export function stationView(question: StationQuestion): StationView {
  const { frame, said, held, filled, problem, mayChange } = question
  const view = (field: FormField) => fieldView(field, filled, problem)
  return {
    frame,
    say: sayHeld(held),
    summary: problem?.detail ?? null,
    mayChange,
    from: view(FROM),
    rows: Array.from({ length: rowsOf(filled) }, (_, i) => {
      const { days, hours } = sessionFields(i + 1)
      return { heading: `Buổi ${i + 1}`, days: view(days), hours: hours.map(view) }
    }),
    rest: REST.map(view),
    history: said
      .map(({ station, by, setAt }) => ({
        words: `Từ ${documentDay(station.from)}: ${stationWords(station)}.`,
        by: `${by}, ${documentDay(localDateOf(setAt))}`,
      }))
      .reverse(),
  }
}

const sayHeld = (held: Station | null) =>
  held
    ? [say('Hôm nay:', 'strong'), say(`${stationWords(held)}.`)]
    : [
        say('Đơn vị chưa đặt giờ phát.', 'ask'),
        say('Đặt một lần, lịch được xếp vào đúng buổi và báo khi trùng giờ.'),
      ]
