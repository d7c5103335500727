/** Các đơn vị: what lags first, in words, then in rows. */
import type { RollUp, UnitSum } from '../../../actions/roll-up.ts'
import { byLag, lags } from '../../../core/count/lag.ts'
import { ON_TIME_DAYS } from '../../../core/count/unit-row.ts'
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
  query: string
  may: { manage: boolean; hand: boolean; nudge: boolean }
}

const PERIODS = ['Q1', 'Q2', 'H1', 'Q3', 'M9', 'Q4', 'H2', 'Y'] as const

export function unitsView(question: UnitsQuestion): UnitsView {
  const { frame, rolled, own, query } = question
  const { period, year, asOf, months, units } = rolled
  const sorted = [...units].sort(byLag)
  const open = sorted.filter(({ unit }) => unit.closedFrom === null)
  const counted = open.filter(({ due }) => due > 0)
  const line = (unit: UnitSum) => lineOf(unit, own, rolled)
  const groups = [
    { heading: 'Cần nhắc', note: null, lines: counted.filter(lags).map(line) },
    { heading: 'Đang tốt', note: null, lines: counted.filter((unit) => !lags(unit)).map(line) },
    { heading: 'Chưa có gì đến hạn', note: null, lines: open.filter(({ due }) => due === 0).map(line) },
    {
      heading: 'Đã đóng',
      note: 'chỉ tính những gì đến hạn trước ngày đóng',
      lines: sorted.filter(({ unit }) => unit.closedFrom !== null).map(line),
    },
  ]
  return {
    frame,
    heading: `Các đơn vị, ${periodName(period, year)}`,
    sub: `${rangeInWords(period)} · ${BASIS_NAMES[period.basis]} · tính đến hết ${documentDay(asOf)}`,
    say: sayUnits(counted, open.length),
    choice: {
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
        href: `/cac-don-vi.${ending}${query}`,
        words: ending === 'xlsx' ? 'Bảng tính (XLSX)' : 'Số liệu (CSV)',
      }
    }),
    ways: waysOf(question),
    months: months.map(({ to }) => `T${monthOf(to)}`),
    groups: groups.filter(({ lines }) => lines.length),
    onTimeDays: ON_TIME_DAYS,
  }
}

/** Where there is nobody below, there is nobody to be handed anything, or to be asked. */
function waysOf({ rolled: { units }, own, query, may }: UnitsQuestion): Link[] {
  const isAlone = units.every(({ unit }) => unit.code === own)
  const lagging = units.filter((one) => one.unit.code !== own && lags(one)).length
  return [
    ...(may.nudge && lagging ? [{ href: `/cac-don-vi/nhac${query}`, words: `Nhắc ${lagging} đơn vị…` }] : []),
    ...(isAlone
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

function lineOf(sum: UnitSum, own: string, { asOf, months }: RollUp): UnitLine {
  const { unit, due, settled, settledOnTime, done, behind, closing, lastRecord } = sum
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
