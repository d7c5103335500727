/** Addresses of reports: a plan's year, a period of it, as of a day. */
import type { Basis } from '../../../core/period.ts'
import type { LocalDate } from '../../../core/wall-clock.ts'
import { BASIS_KEYS } from '../../count/count-query.ts'

export type ReportAt = {
  year: number
  period: string
  /** Null: the office's, of all its plans. */
  planId: string | null
  basis: Basis
  /** Null: the period's last day, or today while it runs. */
  asOf: LocalDate | null
  forecast: boolean
  /** What is recorded now, though the period is closed. */
  current: boolean
}

const params = ({ planId, basis, asOf, forecast, current }: ReportAt): URLSearchParams => {
  const all = new URLSearchParams({ ...(planId && { keHoach: planId }), coSo: BASIS_KEYS[basis] })
  if (asOf) all.set('den', asOf)
  if (forecast) all.set('uoc', '1')
  if (current) all.set('ban', 'hien-tai')
  return all
}

const base = ({ year, period }: ReportAt): string => `/bao-cao/${year}/${encodeURIComponent(period)}`

export const reportPath = (at: ReportAt): string => `${base(at)}?${params(at)}`

/** `docx`, `xlsx`, `csv` */
export const filePath = (at: ReportAt, ending: string): string =>
  `${base(at)}/bao-cao.${ending}?${params(at)}`

/** Where the report's words are written. */
export const paperPath = (at: ReportAt): string => `${base(at)}/loi-van?${params(at)}`

export const closePath = (at: ReportAt): string => `${base(at)}/khoa`
export const confirmPath = (at: ReportAt): string => `${base(at)}/xac-nhan`

export const hiddenOf = (at: ReportAt): { name: string; value: string }[] =>
  [...params(at)].map(([name, value]) => ({ name, value }))
