/** Calendars that somebody subscribed to. */

import { z } from 'zod'
import { start } from './time.ts'

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
