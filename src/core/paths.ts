/** Addresses that pages, messages and calendars all name. */
import { formatIsoWeek, type LocalDate } from './wall-clock.ts'

export const slotPath = (id: string): string => `/khung/${encodeURIComponent(id)}`
/** Evidence that is kept with the product. */
export const keptFilePath = (sha256: string): string => `/minh-chung/${sha256}`
export const weekPath = (date: LocalDate): string => `/tuan/${formatIsoWeek(date)}`
export const yearPath = (year: number): string => `/nam/${year}`
export const planPath = (id: string): string => `/ke-hoach/${encodeURIComponent(id)}`
export const editionPath = (planId: string, number: number): string => `${planPath(planId)}/ban/${number}`
/** How the year's totals stand. */
export const countPath = (year: number): string => `/chi-tieu/${year}`
