/** Addresses of the count: a year, and the slots behind each of its numbers. */
import type { Airing } from '../../../core/slot.ts'
import type { Bucket } from '../../../core/standing.ts'
import { BASIS_KEYS, type YearQuestion } from '../../count/count-query.ts'

/** What is asked beside the year. */
export const questionParams = ({ basis, asOf }: YearQuestion): { name: string; value: string }[] => [
  { name: 'coSo', value: BASIS_KEYS[basis] },
  { name: 'den', value: asOf },
]

export const countPath = (question: YearQuestion): string =>
  `/chi-tieu/${question.year}?${paramsOf(Object.fromEntries(questionParams(question).map(({ name, value }) => [name, value])))}`

export const AIRING_KEYS: Record<Airing, string> = { new: 'moi', rerun: 'lai' }

/** A bucket of the count, or the several that a number sums up. */
export const BUCKETS = {
  'dung-han': { words: 'đúng hạn', holds: ['onTime'] },
  'tre-han': { words: 'trễ hạn', holds: ['late'] },
  bu: { words: 'thực hiện bù', holds: ['madeUp'] },
  'da-lam': { words: 'đã thực hiện', holds: ['onTime', 'late', 'madeUp'] },
  'chua-dat': { words: 'chưa đạt', holds: ['short'] },
  'khong-lam': { words: 'không thực hiện', holds: ['missed'] },
  'co-ly-do': { words: 'không thực hiện, có lý do được chấp nhận', holds: ['excused'] },
  'chua-xac-nhan': { words: 'chưa xác nhận', holds: ['unconfirmed'] },
  'con-lai': { words: 'chưa đến hạn', holds: ['remaining'] },
  'truoc-hieu-luc': { words: 'trước ngày có hiệu lực', holds: ['outside'] },
} as const satisfies Record<string, { words: string; holds: Bucket[] }>
export type BucketKey = keyof typeof BUCKETS

/** Which slots: each part narrows them further. */
export type SlotsFilter = {
  keHoach?: string
  nhiemVu?: string
  phat?: string
  loai?: BucketKey
  thang?: number
  kenh?: string
  chuTri?: string
  linhVuc?: string
  /** Of a long list, from 1. */
  trang?: number
}

export const slotsPath = (question: YearQuestion, filter: SlotsFilter): string => {
  const asked = Object.fromEntries(questionParams(question).map(({ name, value }) => [name, value]))
  return `/chi-tieu/${question.year}/ky?${paramsOf({ ...filter, ...asked })}`
}

const paramsOf = (params: Record<string, string | number | undefined>): string =>
  new URLSearchParams(
    Object.entries(params)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  ).toString()
