/** Dates as offices write them; the readers in the order in which one outdoes the other. */
import type { Dates, Reader } from './date-parts.ts'
import { dashedDay, dayList, dayOfMonths, fullDay, longDay, namedDashedDay, shortDay } from './day-words.ts'
import {
  bareMonth,
  countedMonths,
  everyOtherMonth,
  monthList,
  quarters,
  yearEnd,
  yearRange,
} from './month-words.ts'
import type { Found } from './numbers.ts'
import { partOfLonger, partOfMonth, someMonths } from './part-words.ts'

export type { Dates }

const READERS: Reader[] = [
  countedMonths,
  fullDay,
  dayList,
  dayOfMonths,
  longDay,
  bareMonth,
  shortDay,
  namedDashedDay,
  dashedDay,
  someMonths,
  partOfMonth,
  partOfLonger,
  quarters,
  monthList,
  everyOtherMonth,
  yearRange,
  yearEnd,
]

/** The dates that begin at a place of folded text, or null. */
export function datesAt(text: string, from: number): Found<Dates> | null {
  for (const read of READERS) {
    const found = read(text, from)
    if (found) return found
  }
  return null
}
