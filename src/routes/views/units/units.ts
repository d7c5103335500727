/** Các đơn vị: what lags first, in words, then in rows. */
import type { RollUp, UnitSum } from '../../../actions/roll-up.ts'
import { byLag, lags } from '../../../core/count/lag.ts'
import { ON_TIME_DAYS, onTimeWords } from '../../../core/count/on-time.ts'
import {
  chooseUnits,
  UNIT_FILTERS,
  UNIT_SORTS,
  type UnitChoice,
  type UnitFilter,
  type UnitSort,
} from '../../../core/count/unit-choice.ts'
import { BASES } from '../../../core/period.ts'
import { capital } from '../../../core/text.ts'
import { type Instant, localDateOf, monthOf } from '../../../core/wall-clock.ts'
import { percent } from '../../../core/words/figures.ts'
import { BASIS_NAMES } from '../../../core/words/names.ts'
import { periodName } from '../../../core/words/period-words.ts'
import { documentDay, rangeInWords, shortDay } from '../../../core/words/words.ts'
import type { UnitLine, UnitShare, UnitsView } from '../../../templates/unit-views.ts'
import type { Frame, Link, Say } from '../../../templates/views.ts'
import { BASIS_KEYS } from '../../count/count-query.ts'
import { say } from '../say.ts'
import { pathFromAbove } from './paths.ts'

export type UnitsQuestion = {
  frame: Frame
  rolled: RollUp
  /** The code of whoever looks. */
  own: string
  query: URLSearchParams
  choice: UnitChoice
  /** From 1. */
  page: number
  may: { manage: boolean; hand: boolean; nudge: boolean }
}

const PERIODS = ['Q1', 'Q2', 'H1', 'Q3', 'M9', 'Q4', 'H2', 'Y'] as const

export function unitsView(question: UnitsQuestion): UnitsView {
  const { frame, rolled, own, query, choice } = question
  const { period, year, asOf, months, units } = rolled
  const open = units.filter(({ unit }) => unit.closedFrom === null)
  const counted = open.filter(({ due }) => due > 0).sort(byLag)
  const looked = { ...rolled, own, daysDiffer: differ(units) }
  const bands = bandsOf(chooseUnits(units, choice, asOf), choice)
  const shown = pageOf(
    bands.flatMap(({ units }) => units),
    question.page,
  )
  return {
    frame,
    heading: `Các đơn vị, ${periodName(period, year)}`,
    sub: `${rangeInWords(period)} · ${BASIS_NAMES[period.basis]} · tính đến hết ${documentDay(asOf)}`,
    say: sayUnits(counted, open.length),
    choice: {
      words: choice.words,
      filters: UNIT_FILTERS.map((key) => optionOf(FILTERS[key], key === choice.filter)),
      sorts: UNIT_SORTS.map((key) => optionOf(SORTS[key], key === choice.sort)),
      periods: PERIODS.map((key) => ({ value: key, words: PERIOD_WORDS[key], chosen: key === period.key })),
      bases: BASES.map((basis) => {
        return {
          value: BASIS_KEYS[basis],
          words: capital(BASIS_NAMES[basis]),
          chosen: basis === period.basis,
        }
      }),
      ...{ year, asOf },
    },
    files: ['xlsx', 'csv'].map((ending) => {
      return {
        href: `/cac-don-vi.${ending}${queryOf(query)}`,
        words: ending === 'xlsx' ? 'Bảng tính (XLSX)' : 'Số liệu (CSV)',
      }
    }),
    ways: waysOf(question),
    months: months.map(({ to }) => `T${monthOf(to)}`),
    found: foundOf(question, bands),
    groups: bands
      .map(({ heading, note, units }) => ({
        ...{ heading, note, count: units.length },
        lines: units.filter((one) => shown.has(one)).map((one) => lineOf(one, looked)),
      }))
      .filter(({ lines }) => lines.length),
    pager: pagerOf(question, bands),
    onTimeRule: onTimeRule(looked),
    onTimeWay: question.may.manage && !isAlone(question) ? '/cac-don-vi/quan-ly#han-ghi' : null,
  }
}

type Band = { heading: string; note: string | null; units: UnitSum[] }

/** By what lags, as long as nobody wants another order. */
function bandsOf(units: readonly UnitSum[], { sort }: UnitChoice): Band[] {
  const open = units.filter(({ unit }) => unit.closedFrom === null)
  const band = (heading: string, own: UnitSum[], note: string | null = null): Band => ({
    ...{ heading, note, units: own },
  })
  const lagging = [
    band(
      'Cần nhắc',
      open.filter((one) => lags(one)),
    ),
    band(
      'Đang tốt',
      open.filter((one) => one.due > 0 && !lags(one)),
    ),
    band(
      'Chưa có gì đến hạn',
      open.filter(({ due }) => due === 0),
    ),
  ]
  const shut = units.filter(({ unit }) => unit.closedFrom !== null)
  return [
    ...(sort === 'lag' ? lagging : [band(SORTS[sort].words, open)]),
    band('Đã đóng', shut, 'chỉ tính những gì đến hạn trước ngày đóng'),
  ]
}

/** More would be a page that no phone opens. */
const A_PAGE = 200

const pageOf = (all: readonly UnitSum[], page: number): Set<UnitSum> =>
  new Set(all.slice((page - 1) * A_PAGE, page * A_PAGE))

/** What was looked for; null where all is shown. */
function foundOf({ choice, query }: UnitsQuestion, bands: readonly Band[]): UnitsView['found'] {
  if (!choice.words && choice.filter === 'all') return null
  const count = bands.reduce((sum, { units }) => sum + units.length, 0)
  const what = [
    ...(choice.words ? [`khớp “${choice.words}”`] : []),
    ...(choice.filter === 'all' ? [] : [`“${FILTERS[choice.filter].words.toLowerCase()}”`]),
  ].join(', ')
  return { words: `${count ? count : 'Không có'} đơn vị ${what}.`, clear: `/cac-don-vi${queryOf(query)}` }
}

/** Null where everything is on one page. */
function pagerOf({ page, query }: UnitsQuestion, bands: readonly Band[]): UnitsView['pager'] {
  const count = bands.reduce((sum, { units }) => sum + units.length, 0)
  if (count <= A_PAGE) return null
  const first = (page - 1) * A_PAGE + 1
  const to = (number: number, words: string): Link => {
    return { href: `/cac-don-vi${queryOf(query, { trang: String(number) })}`, words }
  }
  return {
    words: `Đơn vị ${first}–${Math.min(page * A_PAGE, count)} trong ${count}`,
    links: [
      ...(page > 1 ? [to(page - 1, '‹ Trang trước')] : []),
      ...(page * A_PAGE < count ? [to(page + 1, 'Trang sau ›')] : []),
    ],
  }
}

/** The question, without what is looked for within its answer unless there is `more`. */
function queryOf(query: URLSearchParams, more: Record<string, string> | null = null): string {
  const kept = new URLSearchParams(query)
  for (const name of more ? ['trang'] : ['tim', 'loc', 'xep', 'trang']) kept.delete(name)
  for (const [name, value] of Object.entries(more ?? {})) kept.set(name, value)
  return kept.size ? `?${kept}` : ''
}

const optionOf = ({ key, words }: { key: string; words: string }, chosen: boolean) => ({
  ...{ value: key, words, chosen },
})

/** As addresses and the page call them. */
export const FILTERS = {
  all: { key: '', words: 'Tất cả' },
  lagging: { key: 'can-nhac', words: 'Cần nhắc' },
  silent: { key: 'im-lang', words: 'Im lặng 14 ngày' },
  closed: { key: 'da-dong', words: 'Đã đóng' },
} as const satisfies Record<UnitFilter, { key: string; words: string }>

export const SORTS = {
  lag: { key: '', words: 'Cần nhắc trước' },
  'on-time': { key: 'dung-han', words: 'Đúng hạn ít nhất trước' },
  behind: { key: 'cham', words: 'Chậm nhiều nhất trước' },
  last: { key: 'ghi-cuoi', words: 'Lâu chưa ghi trước' },
  name: { key: 'ten', words: 'Theo tên' },
} as const satisfies Record<UnitSort, { key: string; words: string }>

const isAlone = ({ rolled: { units }, own }: UnitsQuestion): boolean =>
  units.every(({ unit }) => unit.code === own)

const differ = (units: readonly UnitSum[]): boolean =>
  units.some(({ onTimeDays }) => onTimeDays !== units[0]?.onTimeDays)

const onTimeRule = ({ units, daysDiffer }: Looked): string =>
  daysDiffer
    ? 'ghi trong số ngày đứng cạnh tỷ lệ, kể từ ngày đến hạn, như cấp trên của đơn vị đã định'
    : `ghi ${onTimeWords(units[0]?.onTimeDays ?? ON_TIME_DAYS)}`

/** Where there is nobody below, there is nobody to be handed anything, or to be asked. */
function waysOf(question: UnitsQuestion): Link[] {
  const { rolled, own, query, may } = question
  const { units } = rolled
  const lagging = units.filter((one) => one.unit.code !== own && lags(one)).length
  return [
    ...(may.nudge && lagging
      ? [{ href: `/cac-don-vi/nhac${queryOf(query)}`, words: `Nhắc ${lagging} đơn vị…` }]
      : []),
    ...(isAlone(question)
      ? []
      : [{ href: '/cac-don-vi/giao', words: may.hand ? 'Giao kế hoạch…' : 'Kế hoạch đã giao' }]),
    ...(may.manage ? [{ href: '/cac-don-vi/quan-ly', words: 'Thêm, sửa đơn vị' }] : []),
  ]
}

const PERIOD_WORDS: Record<(typeof PERIODS)[number], string> = {
  ...{
    Q1: 'Quý I',
    Q2: 'Quý II',
    H1: '6 tháng đầu năm',
    Q3: 'Quý III',
    Q4: 'Quý IV',
    H2: '6 tháng cuối năm',
    M9: '9 tháng đầu năm',
  },
  Y: 'Cả năm',
}

function sayUnits(counted: readonly UnitSum[], all: number): Say[] {
  if (!counted.length) return [say(`${all} đơn vị, chưa có gì đến hạn trong kỳ này.`)]
  const add = (field: 'due' | 'settled' | 'done') => counted.reduce((sum, one) => sum + one[field], 0)
  const behind = counted.filter(lags)
  const first = behind.slice(0, 3).map(({ unit }) => unit.name)
  const more = behind.length - first.length
  return [
    say(`Đã xác nhận ${add('settled')}/${add('due')}, đã thực hiện ${add('done')}/${add('due')}.`, 'strong'),
    behind.length
      ? say(
          `${behind.length}/${counted.length} đơn vị cần nhắc: ${first.join(', ')}${more ? ` và ${more} đơn vị nữa` : ''}.`,
          'ask',
        )
      : say(`Cả ${counted.length} đơn vị đều đã xác nhận từ 90% trở lên, không nhiệm vụ nào chậm.`),
  ]
}

type Looked = RollUp & { own: string; daysDiffer: boolean }

function lineOf(sum: UnitSum, { own, asOf, months, daysDiffer }: Looked): UnitLine {
  const { unit, due, settled, settledOnTime, onTimeDays, done, behind, closing, lastRecord } = sum
  const day = (instant: Instant | null) => (instant === null ? null : shortDay(localDateOf(instant)))
  return {
    name: unit.name,
    href: unit.code === own ? '/' : pathFromAbove(unit.code, '/'),
    note: unit.closedFrom === null ? null : `đóng từ ${documentDay(unit.closedFrom)}`,
    ...{
      due,
      behind,
      confirmed: shareOf(settled, due),
      onTime: shareOf(settledOnTime, due),
      onTimeDays: daysDiffer ? `${onTimeDays} ngày` : null,
      kept: shareOf(done, due),
    },
    closing: day(closing),
    lastRecord: day(lastRecord),
    months: sum.months.map((month, i) => {
      const over = months[i]
      const isCounted = month.due > 0 && over !== undefined && over.from <= asOf
      const words = isCounted ? `${Math.floor((100 * month.settled) / month.due)}` : '–'
      const tone = isCounted ? toneOf(month.settled / month.due) : null
      return {
        name: `tháng ${over ? monthOf(over.to) : i + 1}`,
        short: String(over ? monthOf(over.to) : i + 1),
        tone,
        percent: words,
        of: `${month.settled}/${month.due}`,
      }
    }),
  }
}

const shareOf = (part: number, whole: number): UnitShare => {
  const words = percent(part, whole)
  return words === null ? null : { rate: words, of: `${part}/${whole}` }
}

const STEPS = [0.9, 0.8, 0.6, 0.4]
const toneOf = (share: number): number => {
  const step = STEPS.findIndex((least) => share >= least)
  return step < 0 ? STEPS.length : step
}
