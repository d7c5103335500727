/** What an edition changes, in an office's words. */
import type { Cadence } from '../cadence.ts'
import type { Obligation } from '../plan.ts'
import { declaredTotal } from '../slot.ts'
import { CHANNEL_NAMES } from '../words/names.ts'
import { countedNoun, ruleWords } from '../words/rule-words.ts'
import { type ChangedObligation, type Changes, canonical, type ObligationField } from './changes.ts'
import type { ORIGINS } from './edition.ts'

export const ORIGIN_NAMES: Record<(typeof ORIGINS)[number], string> = {
  document: 'Đọc từ văn bản',
  form: 'Sửa trong trang',
  file: 'Đọc từ tệp kế hoạch',
  sample: 'Lập từ kế hoạch mẫu',
  'next-year': 'Nối tiếp từ kế hoạch năm trước',
  handed: 'Cấp trên giao',
  restored: 'Áp dụng lại',
}

const FIELD_NAMES: Record<ObligationField, string> = {
  clause: 'Điều khoản',
  title: 'Tên nhiệm vụ',
  channels: 'Kênh',
  lead: 'Chủ trì',
  support: 'Phối hợp',
  quote: 'Câu trích',
  cadence: 'Thời gian thực hiện',
  assumptions: 'Cách hiểu của đơn vị',
}

/** A field of an obligation as it was and as it is: `—` where there was none. */
export type FieldChange = { name: string; before: string; after: string }

const NONE = '—'

export const fieldChanges = ({ before, after, fields }: ChangedObligation): FieldChange[] =>
  fields.flatMap((field) =>
    field === 'cadence'
      ? cadenceChanges(before, after)
      : [{ name: FIELD_NAMES[field], before: fieldWords(before, field), after: fieldWords(after, field) }],
  )

function fieldWords(obligation: Obligation, field: Exclude<ObligationField, 'cadence'>): string {
  const value =
    field === 'channels' ? obligation.channels.map((channel) => CHANNEL_NAMES[channel]) : obligation[field]
  return (Array.isArray(value) ? value.join('; ') : value) || NONE
}

/** The rule, and the total that the document declares. What neither says is named by itself. */
function cadenceChanges(before: Obligation, after: Obligation): FieldChange[] {
  const words = (obligation: Obligation) => ruleWords(obligation.cadence, countedNoun(obligation.quote))
  const rule = { name: FIELD_NAMES.cadence, before: words(before), after: words(after) }
  const total = { name: 'Chỉ tiêu', before: totalWords(before.cadence), after: totalWords(after.cadence) }
  const changed = [rule, total].filter((change) => change.before !== change.after)
  return changed.length
    ? changed
    : [{ ...rule, before: canonical(before.cadence), after: canonical(after.cadence) }]
}

const totalWords = (cadence: Cadence): string => String(declaredTotal(cadence) ?? NONE)

/** "thêm 1 nhiệm vụ, đổi 3, bỏ 1"; empty when the obligations stay as they are. */
export const obligationCountWords = ({ obligations: { added, changed, removed } }: Changes): string =>
  counted([
    ['thêm', added.length, 'nhiệm vụ'],
    ['đổi', changed.length, 'nhiệm vụ'],
    ['bỏ', removed.length, 'nhiệm vụ'],
  ])

/** "thêm 12 kỳ, dời 13, bỏ 22, giữ nguyên 6 kỳ đã có ghi nhận" */
export const slotCountWords = ({ slots: { added, moved, dropped, kept } }: Changes): string =>
  [
    counted([
      ['thêm', added.length, 'kỳ'],
      ['dời', moved.length, 'kỳ'],
      ['bỏ', dropped.length, 'kỳ'],
    ]),
    kept.length ? `giữ nguyên ${kept.length} kỳ đã có ghi nhận` : '',
  ]
    .filter(Boolean)
    .join(', ')

/** The noun stands once, with the first of them. */
const counted = (parts: [verb: string, count: number, noun: string][]): string =>
  parts
    .filter(([, count]) => count > 0)
    .map(([verb, count, noun], i) => (i === 0 ? `${verb} ${count} ${noun}` : `${verb} ${count}`))
    .join(', ')

/** For a terminal: each obligation that changed, a line each. */
export const changeLines = ({ obligations: { added, removed, changed } }: Changes): string[] => [
  ...added.map(({ clause, title }) => `  + ${clause} ${title}`),
  ...removed.map(({ clause, title }) => `  − ${clause} ${title}`),
  ...changed.flatMap((one) => [
    `  ~ ${one.after.clause} ${one.after.title}`,
    ...fieldChanges(one).map(({ name, before, after }) => `      ${name}: ${before} → ${after}`),
  ]),
]
