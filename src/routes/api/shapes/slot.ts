/** Slots, what was recorded on them, and incidents. */

import { z } from 'zod'
import { FACT_KINDS } from '../../../core/fact.ts'
import { INCIDENT_KINDS } from '../../../core/incident.ts'
import { KEPT_KINDS } from '../../../core/kept-file.ts'
import { making } from '../../../core/making.ts'
import { CHANNELS } from '../../../core/plan.ts'
import { STANDINGS } from '../../../core/standing.ts'
import { calendarSlot } from './plan.ts'
import { date, start } from './time.ts'

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
  .meta({ id: 'Slot', description: 'Kỳ và tình trạng' })

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
    to: z.string().nullable().describe('Ngày giờ mới của kỳ đã dời'),
    corrects: z.string().nullable().describe('Ghi nhận bị sửa'),
    place: z.string().nullable(),
    people: z.int().nullable(),
    value: z.number().nullable(),
    document: z.string().nullable(),
    file: z
      .object({
        ...{ name: z.string(), size: z.number(), sha256: z.string() },
        kept: z
          .enum(KEPT_KINDS)
          .optional()
          .describe('Có khi nội dung tệp được giữ ở đây: loại theo những byte đầu'),
      })
      .nullable(),
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
  .meta({ id: 'CoveredSlot', description: 'Kỳ rơi vào thời gian của sự cố' })
