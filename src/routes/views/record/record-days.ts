/** The forms that give a slot another day: a move, and a make-up. */
import type { JudgedMove } from '../../../actions/judge-moves.ts'
import { closedWords } from '../../../core/record/closing.ts'
import { leavesMonth, originalDay, rerunMoves, stays } from '../../../core/record/family.ts'
import type { NoRoom } from '../../../core/record/make-up.ts'
import type { Slot } from '../../../core/slot.ts'
import type { Place } from '../../../core/standing.ts'
import { lower } from '../../../core/text.ts'
import { type LocalDate, localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import type { OutcomeWords } from '../../../core/words/outcome.ts'
import { airingWords } from '../../../core/words/slot-words.ts'
import { dayInWords, monthInWords } from '../../../core/words/words.ts'
import type { FormQuestion, Parts } from './record-question.ts'
import { keyOf } from './tick.ts'

export function makeUpParts({ record, makeUpDays, who, now }: FormQuestion, words: OutcomeWords): Parts {
  const missed = ['missed', 'excused'].includes(record.at.standing)
  return {
    kind: 'made-up',
    heading: words.makeUp,
    explain: missed
      ? `${makeUpDays.none ? noRoomWords(makeUpDays.none, record.slot) : 'Chọn ngày sẽ bù, hoặc ghi ngay nếu đã bù rồi.'} Mỗi kỳ chỉ được tính bù một lần.`
      : 'Đã bù vào lúc khác? Ghi giờ thực tế. Mỗi kỳ chỉ được tính bù một lần.',
    submit: `Ghi: đã ${lower(words.makeUp)}`,
    offers: missed
      ? makeUpDays.days.map((date) => ({
          words: `${dayInWords(date)}${record.slot.time ? `, ${record.slot.time}` : ''}`,
          date,
          time: record.slot.time,
          key: keyOf(who, record, `bu-${date}`),
        }))
      : [],
    fields: {
      day: localDateOf(now),
      hour: wallTimeOf(now),
      ...(words.kind === 'aired' ? { minutes: record.slot.minutes ? String(record.slot.minutes) : '' } : {}),
      note: '',
    },
    making: words.kind === 'aired',
  }
}

/** There is none, and what would make room. */
function noRoomWords({ until, taken, off }: NoRoom, { time }: Slot): string {
  if (taken + off === 0) return 'Kế hoạch không còn ngày nào để bù; nếu đã bù rồi thì ghi ở dưới.'
  const why = [
    taken ? `${taken} ngày đã có chương trình khác vào giờ này` : '',
    off ? `${off} ngày đài không phát` : '',
  ].filter(Boolean)
  const ways = [
    ...(taken ? ['dời chương trình đang ở giờ đó'] : []),
    ...(time ? ['chọn giờ khác'] : []),
    'thêm buổi ở trang Giờ phát của đài',
  ]
  return `Đến ${dayInWords(until)} không còn ngày trống${time ? ` lúc ${time}` : ''}: ${why.join(', ')}. Muốn có chỗ thì ${ways.join(', hoặc ')}.`
}

export function moveParts({ record, family, now, asked, judged }: FormQuestion): Parts {
  const undated = record.slot.date === null
  const to = asked ?? { date: record.at.dueDay, time: record.at.dueTime }
  const original = originalDay(family, record.slot)
  const moves = undated ? new Map<Slot, Place>() : rerunMoves(family, record, to, now)
  // With another hour alone there is nothing to ask about reruns; without a day that was asked, all are named.
  const reruns = family.flatMap((one) => {
    const start = moves.get(one.slot)
    return start && !(asked && stays(one, start)) ? [[one.slot, start] as const] : []
  })
  return {
    kind: 'moved',
    heading: undated ? 'Ấn định ngày' : 'Dời sang ngày, giờ khác',
    explain: `Đến hạn vào ngày mới, vẫn được tính vào kỳ của ngày kế hoạch.${
      original ? ` Phát lại nên ở trong ${monthInWords(original)} như phát mới.` : ''
    }`,
    submit: undated ? 'Ấn định' : 'Dời',
    fields: { day: to.date, hour: to.time ?? '', note: '' },
    asks: reruns.length
      ? 'Xem ngày đó: trùng giờ, và phát lại sẽ sang ngày nào'
      : 'Xem ngày đó có trùng giờ không',
    found: judged ? foundAt(judged) : [],
    reruns: reruns.map(([slot, start]) => ({
      words: `${airingWords(slot)}: ${dayInWords(slot.date as LocalDate)}${asked ? ` sang ${dayInWords(start.date)}` : ''}`,
      leavesMonth: leavesMonth(start.date, to.date),
    })),
  }
}

/** What moving there would meet, in words; `refused` where the recording would not take it. */
export function judgedWords({ to, refused, closed, past, air }: JudgedMove): {
  refused: string | null
  asks: string[]
} {
  const when = whenWords(to)
  const asks = [
    ...(closed ? [`${closedWords(closed)} Dời thì phải ghi lý do ở ghi chú.`] : []),
    ...(past ? [`${when} đã qua: chỉ dời đến đó khi việc đã làm lúc ấy.`] : []),
    ...air.meets.map(
      ({ obligation, due }) => `Trùng giờ với “${obligation.title}” (${due.dueTime}). Vẫn dời được.`,
    ),
    ...(air.silent ? [`${when}: ngày đài không phát. Vẫn dời được.`] : []),
    ...(air.outside ? [`${when} nằm ngoài buổi phát của đài. Vẫn dời được.`] : []),
  ]
  return { refused, asks }
}

const whenWords = ({ date, time }: Place): string => `${dayInWords(date)}${time ? `, ${time}` : ''}`

function foundAt(judged: JudgedMove): NonNullable<Parts['found']> {
  const { refused, asks } = judgedWords(judged)
  if (refused) return [{ words: `Không dời đến đó được: ${refused}.`, tone: 'miss' }]
  if (!asks.length) return [{ words: `${whenWords(judged.to)}: không trùng khung nào.`, tone: 'done' }]
  return asks.map((words) => ({ words, tone: 'ask' as const }))
}
