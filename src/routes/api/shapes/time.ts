/** Days and instants. */
import { z } from 'zod'

export const date = z.iso.date()

export const range = z.object({ from: date, to: date })

export const start = z.iso.datetime({ offset: true })
