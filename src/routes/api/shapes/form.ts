/** Forms that others ask for, what is paid for, and where an office posts. */

import { z } from 'zod'
import { PER } from '../../../core/blank/pay-rate.ts'
import { MODES, PARTS } from '../../../core/making.ts'
import { BASES } from '../../../core/period.ts'
import { PLACE_KINDS } from '../../../core/record/place-kind.ts'
import { date, range, start } from './time.ts'

const brief = {
  id: z.string(),
  title: z.string(),
  asker: z.string().describe('Cơ quan hỏi'),
  source: z.string().describe('Văn bản đặt ra biểu'),
}

export const form = z
  .object({
    ...brief,
    basis: z.enum(BASES),
    periods: z.array(z.string()).describe('month, Q1…Q4, H1, H2, M9, Y'),
    owner: z.string().nullable().describe('Mã đơn vị đã thêm biểu; null: có sẵn'),
  })
  .meta({ id: 'Form', description: 'Biểu mẫu của cơ quan khác' })

const value = z.union([z.string(), z.number(), z.null()])

export const filledForm = z
  .object({
    form: z.object({ ...brief, note: z.string().nullable() }),
    unit: z.object({ code: z.string(), name: z.string() }),
    period: range.extend({ key: z.string(), year: z.int(), basis: z.enum(BASES) }),
    asOf: date,
    due: date.nullable().describe('Ngày cuối để gửi'),
    fields: z.array(
      z.object({
        id: z.string(),
        code: z.string().nullable(),
        label: z.string(),
        unit: z.string().nullable(),
        group: z.string().nullable(),
        value: value.describe('null: không ai biết, không phải 0'),
        reason: z.string().nullable().describe('Vì sao trống'),
        notes: z.array(z.string()),
        origin: z.string().describe('Số lấy từ đâu'),
        typed: z.enum(['number', 'text']).nullable().describe('Đơn vị nhập; null: phần mềm đếm'),
        sources: z
          .object({
            facts: z.array(z.string()).describe('Mã các ghi nhận đã đếm'),
            obligations: z.array(z.object({ planId: z.string(), obligationId: z.string() })),
            fields: z.array(z.string()).describe('Mã các trường mà số này tính từ'),
          })
          .describe('Đúng những gì làm nên con số'),
      }),
    ),
    lists: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        columns: z.array(z.string()),
        rows: z.array(z.array(value)),
        of: z
          .array(z.object({ planId: z.string(), obligationId: z.string(), slotId: z.string().nullable() }))
          .describe('Mỗi dòng là của kỳ, nhiệm vụ nào'),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'FilledForm', description: 'Biểu mẫu đã điền cho một kỳ' })

const rateNotices = z
  .array(
    z.object({
      code: z.enum(['rate-gap', 'rate-overlap']),
      from: date,
      to: date.nullable().describe('null: chưa có ngày cuối'),
      message: z.string(),
    }),
  )
  .describe('Những ngày không có định mức nào, hoặc có nhiều')

export const payRates = z
  .object({
    rates: z.array(
      z.object({
        from: date,
        to: date.nullable(),
        document: z.string().describe('Văn bản quy định'),
        lines: z.array(
          z.object({
            part: z.enum(PARTS),
            genre: z.string().nullable().describe('null: mọi thể loại'),
            mode: z.enum(MODES).nullable().describe('null: mọi hình thức'),
            per: z.enum(PER),
            amount: z.number().describe('Đồng'),
          }),
        ),
        by: z.string(),
        at: start,
      }),
    ),
    notices: rateNotices,
  })
  .meta({ id: 'PayRates', description: 'Định mức của đơn vị, theo thứ tự ghi' })

export const payList = z
  .object({
    range,
    lines: z.array(
      z.object({
        planId: z.string(),
        obligationId: z.string(),
        slotId: z.string().nullable(),
        day: date,
        title: z.string(),
        name: z.string(),
        part: z.enum(PARTS),
        genre: z.string().nullable(),
        mode: z.enum(MODES).nullable(),
        minutes: z.number().nullable(),
        words: z.number().nullable(),
        quantity: z.number().nullable(),
        per: z.enum(PER).nullable(),
        rate: z.number().nullable(),
        amount: z.number().nullable().describe('Đồng; null khi định mức chưa nói, reason nêu vì sao'),
        reason: z.string().nullable(),
        document: z.string().nullable(),
        notes: z.array(z.string()),
      }),
    ),
    sums: z.array(
      z.object({
        name: z.string(),
        lines: z.int(),
        amount: z.number().nullable().describe('null: chưa dòng nào có tiền'),
        open: z.int().describe('Dòng chưa có tiền'),
      }),
    ),
    notices: rateNotices,
  })
  .meta({ id: 'PayList', description: 'Bảng kê tin, bài phát thanh' })

const place = z.object({ kind: z.enum(PLACE_KINDS), name: z.string(), address: z.url() })

export const places = z
  .object({ places: z.array(place) })
  .meta({ id: 'Places', description: 'Nơi đăng chính thức' })

export const countedPlaces = z.object({
  range,
  places: z.array(place),
  posts: z.array(
    z.object({
      place: z.string().nullable().describe('Tên nơi đăng chính thức; null: không rõ tài khoản'),
      kind: z.enum(PLACE_KINDS).nullable().describe('null: chưa ghi nơi đăng'),
      count: z.int(),
    }),
  ),
})
