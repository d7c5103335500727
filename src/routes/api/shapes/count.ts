/** The count of obligations. */

import { z } from 'zod'
import { BASES } from '../../../core/period.ts'
import { VERDICTS } from '../../../core/verdict.ts'
import { planSummary } from './plan.ts'
import { date } from './time.ts'

const number = z.int()

const countRow = z
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
    logged: number.describe('Lần ghi không gắn kỳ'),
    longestGap: number.nullable().describe('Khoảng trống dài nhất, ngày; chỉ với việc thường xuyên'),
    value: z.number().nullable().describe('Số đo mới nhất'),
  })
  .meta({ id: 'CountRow', description: 'Kết quả của một nhiệm vụ' })

export const countAnswer = z.object({
  plan: planSummary.nullable().describe('null khi tính cả đơn vị'),
  period: z.object({ basis: z.enum(BASES), from: date, to: date }),
  asOf: date,
  rows: z.array(countRow),
})
