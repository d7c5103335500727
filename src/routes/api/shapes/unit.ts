/** Offices, one by one and side by side. */

import { z } from 'zod'
import { BASES } from '../../../core/period.ts'
import { UNIT_KINDS } from '../../../core/unit.ts'
import { date, start } from './time.ts'

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
      onTimeDays: z.int().describe('Ghi trong bấy nhiêu ngày kể từ ngày đến hạn là đúng hạn'),
      behind: z.int(),
      closing: start.nullable(),
      lastRecord: start.nullable(),
    }),
  ),
})
