/** A station's hours. */

import { z } from 'zod'
import { CHANNELS } from '../../../core/plan.ts'
import { WEEKDAYS } from '../../../core/wall-clock.ts'
import { date, start } from './time.ts'

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
