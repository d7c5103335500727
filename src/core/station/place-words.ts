/** Why a programme was put where it is, in a sentence. */
import { lower } from '../text.ts'
import { WEEKDAYS } from '../wall-clock.ts'
import { CHANNEL_NAMES } from '../words/names.ts'
import { listed, rruleWords } from '../words/rrule-words.ts'
import { WEEKDAY_NAMES } from '../words/words.ts'
import type { Placed } from './place.ts'
import { namesDays } from './rhythm.ts'
import type { Session, Station } from './station.ts'
import type { Wish } from './wish.ts'

/** `Thứ Ba 05:30: buổi 05:00 – 06:00 còn trống cả 52 lần phát; thứ Ba là ngày ít chương trình nhất.` */
export function placedWords(placed: Placed, wish: Wish): string {
  const { cadence, session, airings } = placed
  const { on, often } = rruleWords(cadence.rrule, 'lần', cadence.start ?? wish.range.from)
  const when = `${on || often} ${cadence.time}`
  const said = [namesDays(wish.cadence.rrule) && 'ngày', wish.cadence.time && 'giờ'].filter(Boolean)
  if (said.length === 2 && wish.cadence.reruns?.afterDays !== null)
    return sentence(`${when}: giữ như đã chọn`)
  const room = session
    ? `buổi ${session.from} – ${session.to} còn trống cả ${airings} lần phát`
    : 'việc này không chiếm giờ phát, nên xếp vào giờ làm việc'
  const kept = said.length ? `; ${listed(said as string[])} giữ như đã chọn` : ''
  const chosen = namesDays(wish.cadence.rrule) ? '' : '; những ngày này còn ít chương trình nhất'
  const again = cadence.reruns?.time ? `; phát lại lúc ${cadence.reruns.time} để không trùng số mới` : ''
  return sentence(`${when}: ${room}${chosen}${again}${kept}`)
}

const sentence = (text: string): string => `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}.`

/** `thứ Hai đến thứ Sáu 05:00 – 05:45, truyền thanh` */
export const sessionWords = ({ days, from, to, channel }: Session): string =>
  `${daysWords(days)} ${from} – ${to}, ${lower(CHANNEL_NAMES[channel])}`

export function daysWords(days: Session['days']): string {
  const at = days.map((day) => WEEKDAYS.indexOf(day)).sort((a, b) => a - b)
  const names = at.map((day) => WEEKDAY_NAMES[day] as string)
  if (at.length === 7) return 'các ngày trong tuần'
  const inRow = at.length > 2 && at.every((day, i) => i === 0 || day === (at[i - 1] as number) + 1)
  return inRow ? `${names[0]} đến ${names.at(-1)}` : listed(names)
}

/** What a station's hours are, in a sentence: for the week's margin and the history of settings. */
export const stationWords = ({ sessions, silentDays, maxMinutes }: Station): string =>
  [
    sessions.length ? sessions.map(sessionWords).join('; ') : 'chưa có buổi phát',
    silentDays.length ? `không phát ${daysWords(silentDays)}` : '',
    maxMinutes === null ? '' : `mỗi buổi nhiều nhất ${maxMinutes} phút`,
  ]
    .filter(Boolean)
    .join('; ')
