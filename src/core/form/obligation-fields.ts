/**
 * The form of an obligation, declared once: name, label, how it is read and where it stands in the plan's data. A rate's rule
 * has fields of its own (`rhythm-form.ts`).
 */
import { type CadenceKind, REPORT_KINDS } from '../cadence.ts'
import { CHANNELS } from '../plan.ts'
import { capital } from '../text.ts'
import { CHANNEL_NAMES } from '../words/names.ts'
import { REPORT_NAMES } from '../words/rule-words.ts'
import type { DataField } from './data-form.ts'
import type { FormField } from './field.ts'
import * as as from './readers.ts'

export const KIND_OPTIONS: readonly { value: CadenceKind; words: string; hint: string }[] = [
  { value: 'rate', words: 'Định kỳ', hint: 'Cứ mấy ngày, tuần, tháng lại một lần: “01 số/2 tuần”' },
  {
    value: 'window',
    words: 'Trong khoảng thời gian',
    hint: 'Lúc nào cũng được, miễn là trong khoảng: “Quý III/2025”',
  },
  { value: 'deadline', words: 'Hạn chót', hint: 'Phải xong trước một ngày: “trước ngày 25/11”' },
  { value: 'continuous', words: 'Thường xuyên', hint: 'Làm quanh năm, ghi mỗi lần, không tính tỷ lệ' },
  { value: 'report', words: 'Báo cáo', hint: 'Nộp theo kỳ: “định kỳ quý, 6 tháng, năm”' },
  {
    value: 'event-offset',
    words: 'Theo một sự kiện',
    hint: 'Chỉ tính khi có việc: “03 lần/ngày trong 07 ngày liên tục”',
  },
  { value: 'measure', words: 'Chỉ số', hint: 'Đạt một mức vào một ngày: “ít nhất 50% … đến tháng 9”' },
]

export const KIND_FIELD: FormField = {
  name: 'loai',
  label: 'Thực hiện thế nào?',
  control: { kind: 'radios', options: KIND_OPTIONS },
}

export const CLAUSE: DataField = {
  ...{ name: 'ma', label: 'Mục trong kế hoạch', path: 'clause', as: as.text, control: { kind: 'line' } },
  ...{ hint: 'Ví dụ C.I.2.a', needs: 'cần ghi mục, ví dụ C.I.2.a' },
}

/** What every obligation has, in the order of the page. */
export const COMMON_FIELDS: readonly DataField[] = [
  {
    ...{ name: 'ten', label: 'Nhiệm vụ', path: 'title', as: as.text, needs: 'cần ghi tên nhiệm vụ' },
    control: { kind: 'area', rows: 3 },
  },
  {
    ...{ name: 'kenh', label: 'Thực hiện qua', path: 'channels', as: as.ticks },
    control: { kind: 'ticks', options: CHANNELS.map((value) => ({ value, words: CHANNEL_NAMES[value] })) },
  },
  { name: 'chu-tri', label: 'Chủ trì', path: 'lead', as: as.text, control: { kind: 'line' } },
  {
    ...{ name: 'phoi-hop', label: 'Phối hợp', hint: 'Mỗi dòng một cơ quan.', path: 'support', as: as.lines },
    control: { kind: 'area', rows: 2 },
  },
  {
    ...{ name: 'trich', label: 'Kế hoạch viết', path: 'quote', as: as.text },
    ...{ hint: 'Chép nguyên văn câu làm căn cứ.', needs: 'cần trích nguyên văn câu làm căn cứ' },
    control: { kind: 'area', rows: 6 },
  },
]

/** At the end of every obligation. */
export const LAST_FIELDS: readonly DataField[] = [
  {
    ...{ name: 'neu-co', label: 'Chỉ tính khi có phát sinh (“nếu có”)', path: 'cadence.conditional' },
    ...{ as: as.tick, control: { kind: 'tick' } },
  },
  {
    ...{ name: 'moc', label: 'Ngày gắn với việc này', path: 'cadence.anchor', as: as.day },
    ...{ hint: 'Ví dụ 10/10, Ngày Chuyển đổi số quốc gia. Để trống nếu không có.', control: { kind: 'day' } },
  },
  {
    ...{ name: 'cach-hieu', label: 'Đơn vị chọn hoặc hiểu thế nào', path: 'assumptions', as: as.lines },
    ...{ hint: 'Điều kế hoạch không ghi mà đơn vị tự xác định; mỗi dòng một điều.' },
    control: { kind: 'area', rows: 3 },
  },
]

const day = (name: string, label: string, path: string, more: Partial<DataField> = {}): DataField => ({
  ...{ name, label, path: `cadence.${path}`, as: as.day, control: { kind: 'day' } },
  ...more,
})

const whole = (name: string, label: string, path: string, more: Partial<DataField> = {}): DataField => ({
  ...{ name, label, path: `cadence.${path}`, as: as.whole, control: { kind: 'whole' } },
  ...more,
})

const NO_DAY = 'cần ghi ngày'

const lengths = (prefix: string): DataField[] => [
  whole(`${prefix}-dai`, 'Dài bao nhiêu phút', 'duration', { hint: 'Đơn vị chọn.' }),
  whole(`${prefix}-dai-it`, 'Kế hoạch ghi ít nhất mấy phút', 'minutes.min', {
    hint: 'Để trống nếu kế hoạch không ghi.',
  }),
  whole(`${prefix}-dai-nhieu`, 'và nhiều nhất mấy phút', 'minutes.max'),
]

const total = (prefix: string): DataField =>
  whole(`${prefix}-tong`, 'Tổng số kế hoạch ghi', 'declared', { hint: 'Để trống nếu kế hoạch không ghi.' })

/** What each kind asks beside that. */
export const KIND_FIELDS: Record<CadenceKind, readonly DataField[]> = {
  rate: [
    total('dk'),
    day('dk-tu', 'Trong khoảng từ ngày', 'window.from', { hint: 'Để trống cả hai là cả năm kế hoạch.' }),
    day('dk-den', 'đến ngày', 'window.to'),
    day('dk-dau', 'Kỳ đầu vào ngày', 'start', { hint: 'Để trống là kỳ đầu tiên hợp với nhịp.' }),
    {
      ...{ name: 'dk-gio', label: 'Lúc', path: 'cadence.time', as: as.hour, control: { kind: 'hour' } },
      needs: 'cần ghi giờ, hoặc bấm “Xếp giờ giúp”',
    },
    ...lengths('dk'),
    {
      ...{ name: 'dk-lai', label: 'Phát lại sau mấy ngày', path: 'cadence.reruns.afterDays', as: as.wholes },
      ...{ hint: 'Ví dụ 7, 14, 21 là ba lần. 0 là cùng ngày. Để trống là không phát lại.' },
      control: { kind: 'line' },
    },
    {
      ...{ name: 'dk-lai-gio', label: 'Phát lại lúc', path: 'cadence.reruns.time', as: as.hour },
      ...{ hint: 'Để trống là cùng giờ.', control: { kind: 'hour' } },
    },
  ],
  window: [
    day('kh-tu', 'Từ ngày', 'window.from', { needs: NO_DAY }),
    day('kh-den', 'đến ngày', 'window.to', { needs: NO_DAY }),
    whole('kh-lan', 'Làm mấy lần', 'times', { needs: 'cần ghi số lần' }),
    total('kh'),
  ],
  deadline: [
    day('han-truoc', 'Trước ngày', 'before', { hint: 'Không tính ngày này.' }),
    day('han-den', 'hoặc chậm nhất ngày', 'window.to', { hint: 'Tính cả ngày này.' }),
    day('han-tu', 'Bắt đầu từ ngày', 'window.from', { hint: 'Để trống nếu kế hoạch không ghi.' }),
  ],
  continuous: [
    day('tx-tu', 'Từ ngày', 'window.from', { hint: 'Để trống cả hai là cả năm kế hoạch.' }),
    day('tx-den', 'đến ngày', 'window.to'),
    whole('tx-muc', 'Đơn vị tự đặt mức ít nhất mấy lần', 'minimum.count', {
      hint: 'Mức của đơn vị, không phải của kế hoạch. Để trống là không đặt.',
    }),
    {
      ...{ name: 'tx-ky', label: 'trong mỗi', path: 'cadence.minimum.per', as: as.text },
      control: {
        kind: 'select',
        options: [
          { value: 'month', words: 'tháng' },
          { value: 'quarter', words: 'quý' },
        ],
      },
    },
  ],
  report: [
    {
      ...{ name: 'bc-ky', label: 'Nộp theo kỳ', path: 'cadence.periods', as: as.ticks },
      control: {
        kind: 'ticks',
        options: REPORT_KINDS.map((value) => ({ value, words: capital(REPORT_NAMES[value]) })),
      },
    },
    whole('bc-ngay', 'Chậm nhất ngày mấy của tháng cuối kỳ', 'dueDay', {
      hint: 'Để trống là theo lịch báo cáo của cơ quan.',
    }),
  ],
  'event-offset': [
    day('sk-ngay', 'Ngày có sự kiện', 'trigger', { hint: 'Để trống khi chưa có.' }),
    {
      ...{ name: 'sk-cach', label: 'Bắt đầu sau sự kiện mấy ngày', path: 'cadence.afterDays', as: as.signed },
      ...{ hint: '0 là ngay ngày ấy; -3 là trước 3 ngày.', needs: 'cần ghi số ngày, 0 là ngay ngày ấy' },
      control: { kind: 'line' },
    },
    whole('sk-so-ngay', 'Trong mấy ngày liên tục', 'days', { needs: 'cần ghi số ngày' }),
    {
      ...{ name: 'sk-gio', label: 'Mỗi ngày vào các giờ', path: 'cadence.times', as: as.hours },
      ...{ hint: 'Ví dụ 05:30, 11:00, 17:00.', control: { kind: 'line' } },
    },
    ...lengths('sk'),
    total('sk'),
  ],
  measure: [
    {
      ...{ name: 'cs-muc', label: 'Đạt ít nhất', path: 'cadence.target.value', as: as.decimal },
      ...{ needs: 'cần ghi một số', control: { kind: 'line' } },
    },
    {
      ...{ name: 'cs-don-vi', label: 'Đơn vị tính', path: 'cadence.target.unit', as: as.text },
      ...{ hint: 'Ví dụ % hoặc lượt.', needs: 'cần ghi đơn vị tính', control: { kind: 'line' } },
    },
    day('cs-den', 'Đến ngày', 'target.by', { needs: NO_DAY }),
  ],
}

export const fieldsOf = (kind: CadenceKind): readonly DataField[] => [
  ...COMMON_FIELDS,
  ...KIND_FIELDS[kind],
  ...LAST_FIELDS,
]
