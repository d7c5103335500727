/** The few words that templates make themselves: days, from the dates that views carry. */

import { capital } from '../core/text.ts'
import type { DateRange, LocalDate } from '../core/wall-clock.ts'
import { documentDay, shortDay, weekdayName } from '../core/words/words.ts'

export const helpers = {
  capital,
  /** `Thứ Hai` */
  weekday: (date: LocalDate): string => capital(weekdayName(date)),
  /** `4/8` */
  shortDay: (date: LocalDate): string => shortDay(date),
  /** `thứ Hai 4/8` */
  day: (date: LocalDate): string => `${weekdayName(date)} ${shortDay(date)}`,
  /** `04/8/2025` */
  documentDay: (date: LocalDate): string => documentDay(date),
  /** `từ 04/8/2025 đến 10/8/2025` */
  fromTo: ({ from, to }: DateRange): string => `từ ${documentDay(from)} đến ${documentDay(to)}`,
}
