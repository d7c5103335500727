/** How a count is asked for: of which period, as of which day. */
import { z } from 'zod'
import { localDate } from '../../core/cadence.ts'
import { BASES } from '../../core/period.ts'

export const yearOf = z.coerce.number().int().min(2000).max(2100)

/** Two days, both included. */
export const daysQuestion = z
  .strictObject({
    from: localDate.describe('Từ ngày, YYYY-MM-DD'),
    to: localDate.describe('Đến hết ngày, YYYY-MM-DD'),
  })
  .refine(({ from, to }) => from <= to, { message: 'from phải trước hoặc trùng to', path: ['to'] })

export const periodQuestion = {
  asOf: localDate.optional().describe('Tính đến hết ngày, YYYY-MM-DD; mặc định hôm nay'),
  year: yearOf
    .optional()
    .describe('Năm của kỳ; mặc định năm của kế hoạch được hỏi, hoặc năm chứa ngày tính đến'),
  basis: z.enum(BASES).default('plan-year').describe('Năm kế hoạch 01/01–31/12 hoặc năm báo cáo 15/12–14/12'),
  period: z
    .string()
    .max(30)
    .default('Y')
    .describe('Y, Q1…Q4, H1, H2, M9, YYYY-MM hoặc YYYY-MM-DD..YYYY-MM-DD'),
}
