/** The sentence that opens a page of the calendar: what it means, in words. */
import type { Reading } from '../../core/reading.ts'
import { isAhead, isKept, type Standing } from '../../core/standing.ts'
import { figure } from '../../core/words/figures.ts'
import { slotCount } from '../../core/words/slot-words.ts'
import type { Say } from '../../templates/views.ts'

export const say = (words: string, tone: Say['tone'] = 'plain', href: string | null = null): Say => ({
  words,
  tone,
  href,
})

type Group = { words: string; tone: Say['tone']; has: (standing: Standing) => boolean }

const MAKE_UP: Omit<Group, 'has'> = { words: 'chờ làm bù', tone: 'plain' }

const GROUPS: Group[] = [
  { words: 'đã thực hiện', tone: 'plain', has: isKept },
  { words: 'chưa xác nhận', tone: 'ask', has: (standing) => standing === 'unconfirmed' },
  { words: 'chưa đạt', tone: 'ask', has: (standing) => standing === 'short' },
  { words: 'không thực hiện', tone: 'miss', has: (standing) => standing === 'missed' },
  { words: 'chưa phát sinh', tone: 'plain', has: (standing) => standing === 'not-triggered' },
  { words: 'có lý do', tone: 'plain', has: (standing) => standing === 'excused' },
  { words: 'còn', tone: 'plain', has: isAhead },
  {
    words: 'trước ngày kế hoạch có hiệu lực',
    tone: 'plain',
    has: (standing) => standing === 'not-in-force',
  },
]

/** `9 khung trong tuần: đã thực hiện 3, chưa xác nhận 2, còn 4.` */
export const saySlots = (dated: readonly Reading[], where: string): Say[] =>
  dated.length ? sayGroups(dated, slotCount(dated), where) : [say(`Không có việc nào ${where}.`)]

/** What is to be done within a window or by a day; nothing is said where there is none. */
export const sayUndated = (undated: readonly Reading[]): Say[] =>
  undated.length ? sayGroups(undated, `${figure(undated.length)} việc`, 'theo kỳ hoặc theo hạn') : []

/** `đã thực hiện 3, không thực hiện 1`: what came of a day that is over. */
export const sayOutcomes = (dated: readonly Reading[]): string =>
  sayGroups(dated, '', '')
    .slice(2)
    .map(({ words }) => words)
    .join(' ')
    .replace(/\.$/, '')

function sayGroups(records: readonly Reading[], total: string, where: string): Say[] {
  const [made, others] = [records.filter(({ at }) => at.makeUp), records.filter(({ at }) => !at.makeUp)]
  const counts = [
    ...GROUPS.map((group) => ({ ...group, count: others.filter(({ at }) => group.has(at.standing)).length })),
    { ...MAKE_UP, count: made.length },
  ].filter(({ count }) => count > 0)
  const parts = counts.map(({ words, tone, count }, i) =>
    say(`${words} ${figure(count)}${i === counts.length - 1 ? '.' : ','}`, tone),
  )
  return [say(total, 'strong'), say(`${where}:`), ...parts]
}
