/** The forms behind a slot's buttons: which parts each has, and what they say. */
import type { Reading } from '../../../core/reading.ts'
import { lower } from '../../../core/text.ts'
import { type Instant, localDateOf, wallTimeOf } from '../../../core/wall-clock.ts'
import { REASON_NAMES } from '../../../core/words/names.ts'
import type { OutcomeWords } from '../../../core/words/outcome.ts'
import type { Choice } from '../../../templates/record-views.ts'
import type { GivenFields } from './fact-fields.ts'
import { makeUpParts, moveParts } from './record-days.ts'
import type { FormQuestion, Parts, RecordForm } from './record-question.ts'
import { versionParts } from './version-parts.ts'

const unitOf = ({ obligation: { cadence } }: Reading): string =>
  cadence.kind === 'measure' ? `Số đo (${cadence.target.unit})` : 'Số đo'

export const PARTS: Record<RecordForm, (question: FormQuestion, words: OutcomeWords) => Parts> = {
  'da-lam': ({ record, now }, words) => ({
    kind: words.kind,
    heading: `Ghi nhận ${lower(words.done)}`,
    explain: 'Ghi giờ thực tế nếu khác lịch; ghi muộn không tính là làm trễ.',
    submit: `Ghi: ${lower(words.done)}`,
    fields: { ...startFields(record, now), ...doneFields(record, words), note: '' },
    making: words.kind === 'aired',
  }),
  'khong-phat': ({ place }, words) => ({
    kind: 'not-aired',
    heading: words.not,
    explain:
      place === null
        ? 'Kỳ vẫn nằm trong lịch và được đề nghị làm bù.'
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
      ? 'Lãnh đạo chấp nhận lý do thì không cần văn bản; có văn bản thì ghi số, ngày. Kỳ vẫn làm bù được.'
      : 'Ghi văn bản đã chấp nhận lý do. Không có văn bản thì lãnh đạo chấp nhận. Kỳ vẫn làm bù được.',
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
  'minh-chung': ({ now, keeps }) => ({
    kind: 'evidence',
    heading: 'Thêm minh chứng',
    explain: 'Ngày ở đây là ngày của việc, không phải ngày tải lên.',
    submit: 'Thêm minh chứng',
    file: keeps === null,
    upload: keeps,
    fields: { day: localDateOf(now), link: '', note: '' },
  }),
  'ghi-chu': () => ({
    kind: 'note',
    heading: 'Thêm ghi chú',
    explain: '',
    submit: 'Thêm ghi chú',
    fields: { note: '' },
  }),
  'tieng-khac': ({ record, logged, now }) => versionParts(record, logged, now),
}

const REASON_CHOICES: Choice[] = Object.entries(REASON_NAMES)
  .filter(([value]) => value !== 'not-triggered')
  .map(([value, words]) => ({ value, words: words.charAt(0).toUpperCase() + words.slice(1), chosen: false }))

/** The planned hour once it has passed, now before that. */
function startFields({ at }: Reading, now: Instant): { day: string; hour: string } {
  const today = localDateOf(now)
  if (at.dueTime === null || at.dueDay > today) return { day: today, hour: wallTimeOf(now) }
  return { day: at.dueDay, hour: at.dueTime }
}

function doneFields({ slot }: Reading, { kind }: OutcomeWords): GivenFields['fields'] {
  if (kind === 'aired') return { minutes: slot.minutes ? String(slot.minutes) : '', link: '' }
  if (kind === 'held') return { people: '', link: '' }
  return { place: '', link: '' }
}
