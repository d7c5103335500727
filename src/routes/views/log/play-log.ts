/** A play log against the plan, as a page to confirm. */
import { choiceOf, type PlayDiff, type PlayLine } from '../../../actions/play-log.ts'
import { lineWords, skippedWords } from '../../../core/log/play-words.ts'
import { capital } from '../../../core/text.ts'
import { REASON_NAMES } from '../../../core/words/names.ts'
import { dayInWords, rangeInWords } from '../../../core/words/words.ts'
import type { PlayDiffView, PlayGroupView, PlayLineView } from '../../../templates/play-log-views.ts'
import type { Say } from '../../../templates/views.ts'
import { slotPath } from '../places.ts'
import { say } from '../say.ts'

export const playLogPath = (sha256: string): string => `/nhat-ky/nhap/${sha256}`

/** More than that no one looks through at once; what is recorded makes room for the next. */
const MOST_LINES = 300
const MOST_SKIPPED = 50

/** `chosen`: ticked from the start. */
type Group = Omit<PlayGroupView, 'lines' | 'more'> & { chosen: boolean; has: (line: PlayLine) => boolean }

const GROUPS: Group[] = [
  {
    ...{ sign: '=', heading: 'Khớp với lịch', explain: 'Đúng giờ, đúng tên. Bỏ chọn dòng nào không đúng.' },
    ...{ chosen: true, folded: false, asksReason: false },
    has: (line) => line.sign === '=' && choiceOf(line) !== null,
  },
  {
    ...{
      sign: '?',
      heading: 'Có thể khớp',
      explain: 'Lệch giờ, lệch ngày hoặc khác tên: chọn dòng nào đúng là khung đó.',
    },
    ...{ chosen: false, folded: false, asksReason: false },
    has: (line) => line.sign === '?' && choiceOf(line) !== null,
  },
  {
    ...{ sign: '−', heading: 'Có trong lịch, không thấy phát', explain: 'Chọn để ghi là không phát.' },
    ...{ chosen: false, folded: false, asksReason: true },
    has: (line) => line.sign === '−' && !isShut(line),
  },
  {
    ...{
      sign: '+',
      heading: 'Đã phát, không có trong lịch',
      explain: 'Không ghi gì: kế hoạch không có khung này.',
    },
    ...{ chosen: false, folded: true, asksReason: false },
    has: (line) => line.sign === '+',
  },
  {
    ...{ sign: '=', heading: 'Đã ghi từ trước', explain: 'Những lần phát này đã có trong sổ.' },
    ...{ chosen: false, folded: true, asksReason: false },
    has: (line) => line.sign !== '+' && line.sign !== '−' && choiceOf(line) === null && !isShut(line),
  },
  {
    ...{ sign: '?', heading: 'Kỳ đã chốt', explain: 'Muốn ghi thì mở khung và nêu lý do sửa.' },
    ...{ chosen: false, folded: true, asksReason: false },
    has: (line) => isShut(line),
  },
]

/** Nobody settled it, and its period is closed. */
const isShut = (line: PlayLine): boolean =>
  line.sign !== '+' && line.reading.closed && line.reading.at.outcome === null

const REASONS = ['power', 'equipment', 'disaster', 'emergency', 'other'] as const

/** `chosen`: what somebody had ticked, when the form is shown again. */
export function diffParts(
  { lines, skipped, leftOut, days }: PlayDiff,
  chosen?: ReadonlySet<string>,
): Pick<PlayDiffView, 'days' | 'say' | 'groups' | 'reasons' | 'open' | 'skipped' | 'moreSkipped'> {
  const groups = GROUPS.map(({ has, chosen: usual, ...group }) => {
    const all = lines.filter(has)
    const shownLines = all.slice(0, MOST_LINES).map((line) => {
      const view = lineView(line)
      return { ...view, chosen: chosen && view.key !== null ? chosen.has(view.key) : usual }
    })
    return { ...group, lines: shownLines, more: all.length - shownLines.length }
  }).filter((group) => group.lines.length > 0)
  const unread = [...leftOut, ...skippedWords(skipped)].map(capital)
  return {
    days: days ? rangeInWords(days) : '',
    say: sayDiff(groups, skipped.length),
    groups,
    reasons: [
      { value: '', words: 'Chọn lý do', chosen: true },
      ...REASONS.map((value) => ({ value, words: REASON_NAMES[value], chosen: false })),
    ],
    open: groups.some((group) => group.lines.some(({ key }) => key !== null)),
    skipped: unread.slice(0, MOST_SKIPPED),
    moreSkipped: Math.max(0, unread.length - MOST_SKIPPED),
  }
}

const TONES: Record<string, Say['tone']> = { '?': 'ask', '−': 'miss' }

function sayDiff(groups: readonly PlayGroupView[], skipped: number): Say[] {
  const parts = groups.map(({ sign, heading, folded, lines, more }) =>
    say(`${lines.length + more} ${heading.toLowerCase()}.`, folded ? 'plain' : (TONES[sign] ?? 'strong')),
  )
  const unread = skipped ? [say(`${skipped} dòng không dùng được.`)] : []
  return parts.length || unread.length ? [...parts, ...unread] : [say('Tệp không có lần phát nào.', 'strong')]
}

function lineView(line: PlayLine): Omit<PlayLineView, 'chosen'> {
  const { day, time, planned, played, remark } = lineWords(line)
  return {
    sign: line.sign,
    key: choiceOf(line)?.key ?? null,
    when: [time, dayInWords(day)].filter(Boolean).join(' '),
    title: planned ? planned.title : (played ?? ''),
    href: planned && slotPath(planned.slotId),
    details: planned?.details ?? [],
    played: planned ? played : null,
    remark,
  }
}
