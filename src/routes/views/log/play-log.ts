/** A play log against the plan, as a page to confirm. */
import { choiceOf, type PlayGroup, type PlayPage } from '../../../core/log/play-groups.ts'
import type { DiffLine } from '../../../core/log/play-match.ts'
import { lineWords } from '../../../core/log/play-words.ts'
import { capital } from '../../../core/text.ts'
import { REASON_NAMES } from '../../../core/words/names.ts'
import { dayInWords, rangeInWords } from '../../../core/words/words.ts'
import type { PlayDiffView, PlayGroupView, PlayLineView } from '../../../templates/play-log-views.ts'
import type { Say } from '../../../templates/views.ts'
import { slotPath } from '../paths.ts'
import { say } from '../say.ts'

export const playLogPath = (sha256: string): string => `/nhat-ky/nhap/${sha256}`

/** `chosen`: ticked from the start. */
type Group = Omit<PlayGroupView, 'lines' | 'more'> & { chosen: boolean }

const GROUPS: Record<PlayGroup, Group> = {
  match: {
    ...{ sign: '=', heading: 'Khớp với lịch', explain: 'Đúng giờ, đúng tên. Bỏ chọn dòng nào không đúng.' },
    ...{ chosen: true, folded: false, asksReason: false },
  },
  maybe: {
    ...{
      sign: '?',
      heading: 'Có thể khớp',
      explain: 'Lệch giờ, lệch ngày hoặc khác tên: chọn dòng nào đúng là khung đó.',
    },
    ...{ chosen: false, folded: false, asksReason: false },
  },
  silent: {
    ...{ sign: '−', heading: 'Có trong lịch, không thấy phát', explain: 'Chọn để ghi là không phát.' },
    ...{ chosen: false, folded: false, asksReason: true },
  },
  unplanned: {
    ...{
      sign: '+',
      heading: 'Đã phát, không có trong lịch',
      explain: 'Không ghi gì: kế hoạch không có khung này.',
    },
    ...{ chosen: false, folded: true, asksReason: false },
  },
  recorded: {
    ...{ sign: '=', heading: 'Đã ghi từ trước', explain: 'Sổ đã có kết quả của những khung này.' },
    ...{ chosen: false, folded: true, asksReason: false },
  },
  closed: {
    ...{ sign: '?', heading: 'Kỳ đã chốt', explain: 'Muốn ghi thì mở khung và nêu lý do sửa.' },
    ...{ chosen: false, folded: true, asksReason: false },
  },
}

const REASONS = ['power', 'equipment', 'disaster', 'emergency', 'other'] as const

/** `chosen`: what somebody had ticked, when the form is shown again. */
export function diffParts(
  { days, groups: all, unread }: PlayPage,
  chosen?: ReadonlySet<string>,
): Pick<PlayDiffView, 'days' | 'say' | 'groups' | 'reasons' | 'open' | 'skipped' | 'moreSkipped'> {
  const groups = all.map(({ group, lines, count }) => {
    const { chosen: usual, ...words } = GROUPS[group]
    const shown = lines.map((line) => {
      const view = lineView(line)
      return { ...view, chosen: chosen && view.key !== null ? chosen.has(view.key) : usual }
    })
    return { ...words, lines: shown, more: count - lines.length }
  })
  return {
    days: days ? rangeInWords(days) : '',
    say: sayDiff(groups, unread.rows),
    groups,
    reasons: [
      { value: '', words: 'Chọn lý do', chosen: true },
      ...REASONS.map((value) => ({ value, words: REASON_NAMES[value], chosen: false })),
    ],
    open: groups.some((group) => group.lines.some(({ key }) => key !== null)),
    skipped: unread.words.map(capital),
    moreSkipped: unread.more,
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

function lineView(line: DiffLine): Omit<PlayLineView, 'chosen'> {
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
