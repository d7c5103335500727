/** The few words that templates make themselves: days, from the dates that views carry. */
import type Handlebars from 'handlebars'
import runtime from 'handlebars/runtime.js'
import { capital } from '../core/text.ts'
import type { DateRange, LocalDate } from '../core/wall-clock.ts'
import { documentDay, shortDay, weekdayName } from '../core/words/words.ts'

// The package types its runtime as an empty module; it is Handlebars without the compiler.
const { SafeString, Utils } = runtime as unknown as typeof Handlebars

/** A document's number: `57-NQ/TW`, `12/KH-UBND`, `505/QĐ-TTg`. */
const NUMBER = /\d[\p{L}\d/]*(?:-\p{L}[\p{L}\d/]*)+/gu

export const helpers = {
  capital,
  /** A title whose document numbers no line breaks; its letters stay as they are, for whoever copies or searches them. */
  whole: (title: string) =>
    new SafeString(Utils.escapeExpression(title).replace(NUMBER, '<span class="whole">$&</span>')),
  /** `25/31?`, which a narrow column may set as two lines. */
  share: (text: string) => new SafeString(Utils.escapeExpression(text).replace(/\/(?=\d\d)/, '/<wbr>')),
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
