/** The API's shapes as zod schemas: OpenAPI is made from them, and a test holds the answers against them. */
import { z } from 'zod'
import { REPORT_KINDS } from '../../core/cadence.ts'
import { FACT_KINDS } from '../../core/fact.ts'
import { INCIDENT_KINDS } from '../../core/incident.ts'
import { making } from '../../core/making.ts'
import { BASES } from '../../core/period.ts'
import { EDITION_STATES, ORIGINS } from '../../core/plan/edition.ts'
import { HANDED_STATES } from '../../core/plan/handing.ts'
import { WARNING_CODES } from '../../core/plan/lint.ts'
import { CHANNELS } from '../../core/plan.ts'
import { STANDINGS } from '../../core/standing.ts'
import { UNIT_KINDS } from '../../core/unit.ts'
import { VERDICTS } from '../../core/verdict.ts'
import { WEEKDAYS } from '../../core/wall-clock.ts'

const date = z.iso.date()
const range = z.object({ from: date, to: date })
const start = z.iso.datetime({ offset: true })

export const planSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    unit: z.object({ code: z.string(), name: z.string() }),
    number: z.string().nullable(),
    issued: date.nullable(),
    inForceFrom: date,
    year: z.int(),
  })
  .meta({ id: 'Plan', description: 'Kế hoạch' })

export const cadence = z
  .object({
    kind: z.enum(['rate', 'window', 'deadline', 'continuous', 'report', 'event-offset', 'measure']),
    rrule: z.string().nullable().describe('RFC 5545, chỉ phần ngày'),
    declared: z.int().nullable().describe('Tổng số mà kế hoạch ghi'),
    reruns: z.object({ times: z.int(), afterDays: z.array(z.int()), time: z.string().optional() }).nullable(),
    minutes: z.object({ min: z.int(), max: z.int() }).nullable().describe('Thời lượng mà kế hoạch ghi, phút'),
    window: z.object({ from: date.nullable(), to: date }).nullable(),
    windowOf: z.literal('plan').optional().describe('Kỳ (hoặc ngày đầu kỳ) lấy theo năm của kế hoạch'),
    before: date.nullable().describe('Trước ngày này (không tính ngày này)'),
    anchor: date.nullable().describe('Mốc do luật định, giữ bên cạnh thời gian của kế hoạch'),
    conditional: z.boolean().describe('"nếu có"'),
    start: date.nullable().optional().describe('Ngày đầu tiên, khi không phải ngày đầu hợp quy tắc'),
    time: z.string().nullable().optional().describe('Giờ phát'),
    duration: z.int().nullable().optional().describe('Thời lượng do đơn vị chọn, phút'),
    dueDay: z.int().nullable().optional(),
    afterDays: z.int().optional().describe('Số ngày từ sự kiện tới khung đầu tiên'),
    times: z.union([z.int(), z.array(z.string())]).optional(),
    periods: z.array(z.enum(REPORT_KINDS)).optional(),
    trigger: date.nullable().optional(),
    days: z.int().optional(),
    target: z.object({ value: z.number(), unit: z.string(), by: date }).optional(),
    minimum: z
      .object({ count: z.int(), per: z.enum(['month', 'quarter']) })
      .nullable()
      .optional(),
  })
  .meta({ id: 'Cadence', description: 'Tần suất, thời gian thực hiện' })

export const obligation = z
  .object({
    id: z.string().describe('Không bao giờ đổi'),
    clause: z.string().optional().describe('Điều khoản như kế hoạch đang đánh số, khi khác id'),
    title: z.string(),
    channels: z.array(z.enum(CHANNELS)),
    lead: z.string().nullable(),
    support: z.array(z.string()),
    quote: z.string().describe('Nguyên văn làm căn cứ'),
    cadence,
    assumptions: z.array(z.string()),
  })
  .meta({ id: 'Obligation', description: 'Nhiệm vụ' })

const session = z.object({
  days: z.array(z.enum(WEEKDAYS)),
  from: z.string().describe('HH:mm'),
  to: z.string(),
  channel: z.enum(CHANNELS),
})
const hours = {
  sessions: z.array(session),
  silentDays: z.array(z.enum(WEEKDAYS)),
  maxMinutes: z.int().nullable().describe('Số phút nhiều nhất của mỗi buổi'),
}
export const station = z
  .object({
    from: date.nullable().describe('Ngày bắt đầu áp dụng; null khi chưa đặt'),
    ...hours,
    history: z.array(z.object({ from: date, ...hours, by: z.string(), at: start })),
  })
  .meta({ id: 'Station', description: 'Giờ phát của đài' })
export const topic = z
  .object({
    id: z.string(),
    clause: z.string(),
    name: z.string(),
    group: z.string().nullable(),
    channels: z.array(z.enum(CHANNELS)),
    quote: z.string().describe('Nguyên văn làm căn cứ'),
    days: z.array(z.object({ name: z.string(), from: z.string(), to: z.string(), source: z.string() })),
  })
  .meta({ id: 'Topic', description: 'Chủ đề tuyên truyền' })

export const wholePlan = planSummary
  .extend({
    until: date.nullable(),
    silentDays: z.array(z.string()),
    assumptions: z.array(z.string()),
    succeeds: z.string().nullable().describe('Kế hoạch được kế hoạch này thay thế'),
    madeFrom: z.object({ id: z.string(), year: z.int() }).nullable(),
    topics: z.array(topic),
  })
  .meta({ id: 'WholePlan', description: 'Kế hoạch, đủ để gửi lại' })

export const edition = z
  .object({
    number: z.int(),
    origin: z.enum(ORIGINS).describe('Từ đâu mà có'),
    originOf: z.string().nullable(),
    by: z.string(),
    at: start,
    from: date.nullable().describe('Ngày bắt đầu áp dụng'),
    amends: z.object({ number: z.string(), day: z.string() }).nullable().describe('Văn bản điều chỉnh'),
    hash: z.string(),
    state: z.enum(EDITION_STATES),
  })
  .meta({ id: 'Edition', description: 'Bản của kế hoạch' })

export const handed = z.object({
  handed: z.array(
    z
      .object({
        unit: z.string().describe('Mã đơn vị nhận'),
        planId: z.string().describe('Kế hoạch ở đơn vị nhận'),
        edition: z.int().describe('Bản dự thảo ở đơn vị nhận'),
        by: z.string(),
        at: start,
        state: z.enum(HANDED_STATES),
        seenAt: start.nullable(),
        decidedAt: start.nullable(),
        decidedBy: z.string().nullable(),
        reason: z.string().nullable().describe('Vì sao không nhận'),
      })
      .meta({ id: 'Handing', description: 'Một bản đã giao cho một đơn vị' }),
  ),
})

const dutyName = z.object({ id: z.string(), clause: z.string(), title: z.string() })
const changedPlace = z.object({ start: start.nullable(), end: start.nullable(), window: range.nullable() })

export const warning = z
  .object({ code: z.enum(WARNING_CODES), obligationId: z.string(), message: z.string() })
  .meta({ id: 'Warning', description: 'Điều cần lưu ý' })

export const calendarSlot = z
  .object({
    id: z.string(),
    obligationId: z.string(),
    ordinal: z.int(),
    airing: z.enum(['new', 'rerun']),
    of: z.string().nullable(),
    start: start.nullable(),
    end: start.nullable(),
    window: range.nullable(),
    inForce: z.boolean(),
  })
  .meta({ id: 'CalendarSlot', description: 'Khung theo kế hoạch' })

export const changes = z
  .object({
    obligations: z.object({
      added: z.array(dutyName),
      removed: z.array(dutyName),
      changed: z.array(
        dutyName.extend({
          fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
        }),
      ),
    }),
    slots: z.object({
      added: z.array(calendarSlot),
      moved: z.array(calendarSlot.extend({ was: changedPlace })),
      dropped: z.array(calendarSlot),
      kept: z.array(calendarSlot),
    }),
  })
  .meta({ id: 'Changes', description: 'Thay đổi so với bản trước' })

export const slot = calendarSlot
  .extend({
    planId: z.string().nullable().describe('null: ngoài kế hoạch'),
    obligationId: z.string().nullable().describe('null: ngoài kế hoạch'),
    title: z.string(),
    channels: z.array(z.enum(CHANNELS)),
    standing: z.enum(STANDINGS),
    due: date.describe('Ngày đến hạn: ngày đã dời tới, hoặc ngày kế hoạch'),
    movedTo: z.string().nullable().describe('Ngày (giờ) đã dời tới'),
  })
  .meta({ id: 'Slot', description: 'Khung phát và tình trạng' })

export const fact = z
  .object({
    id: z.string(),
    slotId: z.string().nullable(),
    planId: z.string().nullable().describe('null: ngoài kế hoạch'),
    obligationId: z.string().nullable().describe('null: ngoài kế hoạch'),
    kind: z.enum(FACT_KINDS),
    at: start.describe('Lúc việc xảy ra'),
    recordedAt: start.describe('Lúc ghi'),
    by: z.string(),
    minutes: z.int().nullable(),
    note: z.string().nullable(),
    link: z.string().nullable(),
    reason: z.string().nullable(),
    to: z.string().nullable().describe('Ngày giờ mới của khung đã dời'),
    corrects: z.string().nullable().describe('Ghi nhận bị sửa'),
    place: z.string().nullable(),
    people: z.int().nullable(),
    value: z.number().nullable(),
    document: z.string().nullable(),
    file: z.object({ name: z.string(), size: z.number(), sha256: z.string() }).nullable(),
    making: making
      .nullable()
      .describe('Lượt này gồm những gì, nơi khác với bài: ngôn ngữ, phát mới hay lại, nguồn, người làm'),
    madeAt: start.nullable().describe('Lúc bấm trên máy đang mất mạng, gửi sau'),
  })
  .meta({ id: 'Fact', description: 'Ghi nhận' })

export const incident = z
  .object({
    id: z.string(),
    kind: z.enum(INCIDENT_KINDS),
    from: start,
    to: start.describe('Lúc sự cố đã hết'),
    channel: z.enum(CHANNELS).nullable().describe('null: mọi kênh'),
    note: z.string().nullable(),
    document: z.string().nullable().describe('Văn bản chấp nhận'),
    by: z.string(),
    recordedAt: start,
    undone: z.object({ by: z.string(), at: start }).nullable(),
  })
  .meta({ id: 'Incident', description: 'Sự cố' })

export const coveredSlot = z
  .object({ id: z.string(), standing: z.enum(STANDINGS), explained: z.boolean() })
  .meta({ id: 'CoveredSlot', description: 'Khung rơi vào thời gian của sự cố' })

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().describe('Mã ổn định cho chương trình'),
    errors: z.array(z.object({ path: z.string(), message: z.string(), code: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'Lỗi (RFC 9457)' })

const number = z.int()

const complianceRow = z
  .object({
    planId: z.string().optional().describe('Chỉ khi tính cả đơn vị'),
    obligationId: z.string(),
    airing: z.enum(['new', 'rerun']),
    declared: number.nullable().describe('Kế hoạch ghi'),
    scheduled: number.describe('Trong lịch, chưa rút'),
    feasible: number.describe('Từ ngày có hiệu lực'),
    due: number,
    done: number,
    onTime: number,
    late: number,
    madeUp: number,
    short: number,
    missed: number,
    excused: number,
    unconfirmed: number,
    remaining: number,
    target: number.nullable().describe('Chỉ tiêu áp dụng: đơn vị chọn, hoặc số kế hoạch ghi'),
    shortfall: number.nullable(),
    verdict: z.enum(VERDICTS),
    minutes: number.describe('Số phút đã phát, theo ghi nhận'),
    logged: number.describe('Lần ghi không gắn khung'),
    longestGap: number.nullable().describe('Khoảng trống dài nhất, ngày; chỉ với việc thường xuyên'),
    value: z.number().nullable().describe('Số đo mới nhất'),
  })
  .meta({ id: 'ComplianceRow', description: 'Kết quả của một nhiệm vụ' })

export const countAnswer = z.object({
  plan: planSummary.nullable().describe('null khi tính cả đơn vị'),
  period: z.object({ basis: z.enum(BASES), from: date, to: date }),
  asOf: date,
  rows: z.array(complianceRow),
})

const unitFields = {
  code: z.string(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  parent: z.string().nullable().describe('Mã đơn vị cấp trên, khi thấy được'),
}
const unit = z.object(unitFields).meta({ id: 'Unit', description: 'Đơn vị' })

export const units = z.object({
  units: z.array(
    z.object({
      ...unitFields,
      officialCode: z.string().nullable().describe('Mã hành chính'),
      closedFrom: date.nullable().describe('Đóng từ ngày này'),
    }),
  ),
})

export const rollUpAnswer = z.object({
  period: z.object({ basis: z.enum(BASES), from: date, to: date }),
  asOf: date,
  units: z.array(
    z.object({
      unit,
      due: z.int(),
      done: z.int(),
      unconfirmed: z.int(),
      settled: z.int(),
      settledOnTime: z.int(),
      behind: z.int(),
      closing: start.nullable(),
      lastRecord: start.nullable(),
    }),
  ),
})

export const feed = z
  .object({
    id: z.string(),
    name: z.string().describe('Người nhận'),
    scope: z.string(),
    createdAt: start,
    fetchedAt: start.nullable().describe('Lần tải gần nhất, ghi nhiều nhất mỗi giờ một lần'),
    client: z.string().nullable().describe('Chương trình đã tải'),
  })
  .meta({ id: 'Feed', description: 'Lịch đăng ký' })
