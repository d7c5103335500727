/** Plans, their editions and what changes between them, as the API answers them. */

import { z } from 'zod'
import { REPORT_KINDS } from '../../../core/cadence.ts'
import { EDITION_STATES, ORIGINS } from '../../../core/plan/edition.ts'
import { HANDED_STATES } from '../../../core/plan/handing.ts'
import { WARNING_CODES } from '../../../core/plan/lint.ts'
import { CHANNELS } from '../../../core/plan.ts'
import { date, range, start } from './time.ts'

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
    afterDays: z.int().optional().describe('Số ngày từ sự kiện tới kỳ đầu tiên'),
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

export const warning = z
  .object({ code: z.enum(WARNING_CODES), obligationId: z.string(), message: z.string() })
  .meta({ id: 'Warning', description: 'Điều cần lưu ý' })

const obligationName = z.object({ id: z.string(), clause: z.string(), title: z.string() })

const changedPlace = z.object({ start: start.nullable(), end: start.nullable(), window: range.nullable() })

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
  .meta({ id: 'CalendarSlot', description: 'Kỳ theo kế hoạch' })

export const changes = z
  .object({
    obligations: z.object({
      added: z.array(obligationName),
      removed: z.array(obligationName),
      changed: z.array(
        obligationName.extend({
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
