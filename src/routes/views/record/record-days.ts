/** The forms that give a slot another day: a move, and a make-up. */
import type { MeetsAt } from '../../../actions/make-up-days.ts'
import { leavesMonth, originalDay, rerunMoves } from '../../../core/record/family.ts'
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

export function moveParts({ record, family, now, asked, meets }: FormQuestion): Parts {
  const undated = record.slot.date === null
  const to = asked ?? { date: record.at.dueDay, time: record.at.dueTime }
  const original = originalDay(family, record.slot)
  const reruns = undated ? new Map<Slot, Place>() : rerunMoves(family, record, to, now)
  return {
    kind: 'moved',
    heading: undated ? 'Ấn định ngày' : 'Dời sang ngày khác',
    explain: `Đến hạn vào ngày mới, vẫn được tính vào kỳ của ngày kế hoạch.${
      original ? ` Phát lại nên ở trong ${monthInWords(original)} như phát mới.` : ''
    }`,
    submit: undated ? 'Ấn định' : 'Dời',
    fields: { day: to.date, hour: to.time ?? '', note: '' },
    asks: reruns.size
      ? 'Xem ngày đó: trùng giờ, và phát lại sẽ sang ngày nào'
      : 'Xem ngày đó có trùng giờ không',
    found: meets ? foundAt(to, meets) : [],
    reruns: [...reruns].map(([slot, start]) => ({
      words: `${airingWords(slot)}: ${dayInWords(slot.date as LocalDate)}${asked ? ` sang ${dayInWords(start.date)}` : ''}`,
      leavesMonth: leavesMonth(start.date, to.date),
    })),
  }
}

function foundAt({ date, time }: Place, { meets, outside }: MeetsAt): NonNullable<Parts['found']> {
  const when = `${dayInWords(date)}${time ? `, ${time}` : ''}`
  const busy = meets.map(({ obligation, due }) => ({
    words: `Trùng giờ với “${obligation.title}” (${due.dueTime}). Vẫn dời được.`,
    tone: 'ask' as const,
  }))
  const outer = { words: `${when} nằm ngoài buổi phát của đài. Vẫn dời được.`, tone: 'ask' as const }
  if (!busy.length && !outside) return [{ words: `${when}: không trùng khung nào.`, tone: 'done' }]
  return [...busy, ...(outside ? [outer] : [])]
}
