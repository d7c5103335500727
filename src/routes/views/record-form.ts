/** The forms behind a slot's buttons: which parts each has, and what they say. */
import { leavesMonth, rerunMoves, type Start } from '../../core/family.ts'
import { REASON_NAMES } from '../../core/names.ts'
import { type OutcomeWords, outcomeWords } from '../../core/outcome.ts'
import type { Slot } from '../../core/slot.ts'
import { airingWords } from '../../core/slot-words.ts'
import {
  type Instant,
  type LocalDate,
  localDateOf,
  type WallTime,
  wallTimeOf,
} from '../../core/wall-clock.ts'
import { dayInWords } from '../../core/words.ts'
import type { SlotRecord } from '../../store/slots.ts'
import type { Choice, RecordView } from '../../templates/record-views.ts'
import type { Frame } from '../../templates/views.ts'
import type { Assessed } from './assessed.ts'
import { factFields, type GivenFields, type Sent } from './fact-fields.ts'
import { slotPath } from './places.ts'
import { slotCard } from './slot-card.ts'
import { keyOf, type Somebody } from './tick.ts'

export const RECORD_FORMS = [
  'da-lam',
  'khong-phat',
  'phat-bu',
  'doi',
  'chap-nhan',
  'co-phat-sinh',
  'khong-phat-sinh',
  'so-do',
  'minh-chung',
  'ghi-chu',
] as const
export type RecordForm = (typeof RECORD_FORMS)[number]

export type FormQuestion = {
  frame: Frame
  form: RecordForm
  record: Assessed
  family: readonly SlotRecord[]
  /** Days on which a make-up may be aired. */
  makeUpDays: readonly LocalDate[]
  /** Who records, and the page to come back to. */
  who: Somebody
  /** The place that is asked for, of several where something is posted. */
  place: string | null
  now: Instant
  /** The new day and hour that somebody asks about before moving there. */
  asked?: { date: LocalDate; time: WallTime | null }
  sent?: Sent
}

type Parts = Partial<Pick<RecordView, 'reasons' | 'reason' | 'offers' | 'reruns'>> &
  GivenFields & { kind: string; heading: string; explain: string; submit: string }

export function recordView(question: FormQuestion): RecordView {
  const { frame, form, record, who, place, sent } = question
  const { kind, heading, explain, submit, ...parts } = PARTS[form](question, outcomeWords(record.obligation))
  const fields = place === null ? parts.fields : { ...parts.fields, place }
  return {
    ...{ frame, card: slotCard(record), when: dayInWords(record.at.dueDay) },
    ...{ heading: place === null ? heading : `${heading}: ${place}`, explain, submit, form, kind },
    ...{ summary: sent ? sent.problem.detail : null, action: `${slotPath(record.slot.id)}/ghi` },
    ...{ key: keyOf(who, record, place === null ? form : `${form}-${place}`), back: who.back },
    ...factFields({ ...parts, fields }, sent),
    reason: parts.reason ?? null,
    reasons: parts.reasons ?? null,
    offers: parts.offers ?? [],
    reruns: parts.reruns ?? [],
  }
}

const unitOf = ({ obligation: { cadence } }: Assessed): string =>
  cadence.kind === 'measure' ? `Số đo (${cadence.target.unit})` : 'Số đo'

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const PARTS: Record<RecordForm, (question: FormQuestion, words: OutcomeWords) => Parts> = {
  'da-lam': ({ record, now }, words) => ({
    kind: words.kind,
    heading: `${words.done}, ghi rõ thêm`,
    explain: 'Ghi giờ thực tế nếu khác lịch; ghi muộn không tính là làm trễ.',
    submit: `Ghi: ${lower(words.done)}`,
    fields: { ...startFields(record, now), ...doneFields(record, words), note: '' },
  }),
  'khong-phat': ({ place }, words) => ({
    kind: 'not-aired',
    heading: words.not,
    explain:
      place === null
        ? 'Khung vẫn nằm trong lịch và được đề nghị làm bù.'
        : 'Chỉ nói về nơi này: kết quả ở những nơi khác giữ nguyên.',
    submit: `Ghi: ${lower(words.not)}`,
    reasons: REASON_CHOICES,
    fields: { otherReason: '', document: '', note: '' },
  }),
  'phat-bu': (question, words) => makeUpParts(question, words),
  doi: (question) => moveParts(question),
  'chap-nhan': ({ record, who }) => ({
    kind: 'excused',
    heading: 'Chấp nhận lý do',
    explain: who.mayExcuse
      ? 'Lãnh đạo chấp nhận lý do thì không cần văn bản; có văn bản thì ghi số, ngày. Khung vẫn làm bù được.'
      : 'Ghi văn bản đã chấp nhận lý do. Không có văn bản thì lãnh đạo chấp nhận. Khung vẫn làm bù được.',
    submit: 'Ghi: có lý do được chấp nhận',
    reason: record.at.outcome?.reason ?? null,
    needsDocument: !who.mayExcuse,
    fields: { document: '', note: '' },
  }),
  'co-phat-sinh': (question) => ({
    ...moveParts(question),
    heading: 'Có phát sinh',
    explain: 'Ấn định ngày: từ đó việc được đưa vào lịch và được tính.',
    submit: 'Đưa vào lịch',
  }),
  'khong-phat-sinh': () => ({
    kind: 'not-aired',
    heading: 'Không phát sinh',
    explain: 'Kế hoạch ghi "nếu có". Ghi không phát sinh thì việc không tính vào tổng nào.',
    submit: 'Ghi: không phát sinh',
    reason: 'not-triggered',
    fields: { note: '' },
  }),
  'so-do': ({ record, now }) => ({
    kind: 'measured',
    heading: 'Ghi số đo',
    explain: 'Số đo mới nhất được so với mục tiêu; các số trước vẫn giữ trong sổ.',
    submit: 'Ghi số đo',
    unit: unitOf(record),
    fields: { value: '', day: localDateOf(now), link: '', note: '' },
  }),
  'minh-chung': ({ now }) => ({
    kind: 'evidence',
    heading: 'Thêm minh chứng',
    explain: 'Ngày ở đây là ngày của việc, không phải ngày tải lên.',
    submit: 'Thêm minh chứng',
    file: true,
    fields: { day: localDateOf(now), link: '', note: '' },
  }),
  'ghi-chu': () => ({
    kind: 'note',
    heading: 'Thêm ghi chú',
    explain: '',
    submit: 'Thêm ghi chú',
    fields: { note: '' },
  }),
}

const REASON_CHOICES: Choice[] = Object.entries(REASON_NAMES)
  .filter(([value]) => value !== 'not-triggered')
  .map(([value, words]) => ({ value, words: words.charAt(0).toUpperCase() + words.slice(1), chosen: false }))

/** The planned hour once it has passed, now before that. */
function startFields({ at }: Assessed, now: Instant): { day: string; hour: string } {
  const today = localDateOf(now)
  if (at.dueTime === null || at.dueDay > today) return { day: today, hour: wallTimeOf(now) }
  return { day: at.dueDay, hour: at.dueTime }
}

function doneFields({ slot }: Assessed, { kind }: OutcomeWords): GivenFields['fields'] {
  if (kind === 'aired') return { minutes: slot.minutes ? String(slot.minutes) : '', link: '' }
  if (kind === 'held') return { people: '', link: '' }
  return { place: '', link: '' }
}

function makeUpParts({ record, makeUpDays, who, now }: FormQuestion, words: OutcomeWords): Parts {
  const missed = ['missed', 'excused'].includes(record.at.standing)
  return {
    kind: 'made-up',
    heading: words.makeUp,
    explain: missed
      ? 'Chọn ngày sẽ bù, hoặc ghi ngay nếu đã bù rồi. Mỗi khung chỉ được tính bù một lần.'
      : 'Đã bù vào lúc khác? Ghi giờ thực tế. Mỗi khung chỉ được tính bù một lần.',
    submit: `Ghi: đã ${lower(words.makeUp)}`,
    offers: missed
      ? makeUpDays.map((date) => ({
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
  }
}

function moveParts({ record, family, now, asked }: FormQuestion): Parts {
  const undated = record.slot.date === null
  const to = asked ?? { date: record.at.dueDay, time: record.at.dueTime }
  const reruns = undated ? new Map<Slot, Start>() : rerunMoves(family, record, to, now)
  return {
    kind: 'moved',
    heading: undated ? 'Ấn định ngày' : 'Dời sang ngày khác',
    explain: 'Khung đến hạn vào ngày mới và vẫn được tính vào kỳ của ngày kế hoạch.',
    submit: undated ? 'Ấn định' : 'Dời',
    fields: { day: to.date, hour: to.time ?? '', note: '' },
    reruns: [...reruns].map(([slot, start]) => ({
      words: `${airingWords(slot)}: ${dayInWords(slot.date as LocalDate)}${asked ? ` → ${dayInWords(start.date)}` : ''}`,
      leavesMonth: leavesMonth(start, to),
    })),
  }
}
