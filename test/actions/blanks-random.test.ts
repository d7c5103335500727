/** Each form filled from random years, and recomputed by code that shares nothing with the product's. */
import { describe, expect, test } from 'vitest'
import { askBlank, blankPeriod, filledBlank, findBlank, tracedBlank } from '../../src/actions/blanks.ts'
import { calendars } from '../../src/calendars.ts'
import { USUAL_RULES } from '../../src/core/standing.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import type { Db } from '../../src/store/db.ts'
import { database } from '../support/database.ts'
import { type PlainTime, plainObligations, plainSilent, plainTimes } from '../support/plain-blank.ts'
import { tellRandomYear, UNIT } from '../support/random-year.ts'

const MOMENT = { now: instantOf('2026-01-20', '08:00'), rules: USUAL_RULES }

async function filled(db: Db, id: string, key: string) {
  const found = await findBlank(db, UNIT, id)
  if (!found.ok) throw new Error(found.problem.detail)
  const period = blankPeriod(found.value.blank, key, 2025, calendars)
  if (!period.ok) throw new Error(period.problem.detail)
  const { blank } = found.value
  const form = await filledBlank(
    { db, unit: UNIT, calendars, moment: MOMENT },
    { blank, period: period.value, year: 2025, typed: {} },
  )
  return { form, values: Object.fromEntries(form.fields.map(({ id, value }) => [id, value])) }
}

const about = (one: PlainTime, words: readonly string[]) =>
  words.some((word) => one.obligation.title.toLowerCase().includes(word))
const rounded = (value: number) => Math.round(value * 100) / 100

/** Nothing known of it, and something left unsaid: no number, rather than 0. */
const orNull = (known: number, unsaid: number, value: number) => (known === 0 && unsaid > 0 ? null : value)

/** Of parts, those that are numbers; none where none is. */
const known = (...parts: unknown[]) => {
  const numbers = parts.filter((one) => typeof one === 'number')
  return numbers.length ? numbers.reduce((sum, one) => sum + one, 0) : null
}

const TRACED = [
  ['tgdv-hang-thang', '2025-08'],
  ['tgdv-hang-thang', 'M9'],
  ['cchc-tuyen-truyen', 'Q3'],
  ['khanh-hoa-dinh-ky', 'M9'],
  ['gio-phat', 'Y'],
] as const

/** What stands behind each figure adds up to it, each line once; behind what is empty nothing has an amount. */
async function expectTraced(db: Db, id: string, key: string) {
  const asked = await askBlank(db, UNIT, { id, year: 2025, period: key }, calendars)
  if (!asked.ok) throw new Error(asked.problem.detail)
  const { blank } = asked.value
  const traced = await tracedBlank(
    { db, unit: UNIT, calendars, moment: MOMENT },
    { ...asked.value, typed: {} },
  )
  const { filled, sources } = traced
  for (const { id, value, unit } of filled.fields) {
    const behind = sources.get(id)
    const isHours = unit === 'giờ'
    if (behind?.kind === 'obligations') expect([id, behind.obligations.length]).toEqual([id, value ?? 0])
    if (behind?.kind !== 'lines') continue
    const sum = behind.lines.reduce((total, { amount }) => total + (amount ?? 0), 0)
    expect([blank.id, id, isHours ? rounded(sum / 60) : sum]).toEqual([blank.id, id, value ?? 0])
    expect(new Set(behind.lines.map(({ one }) => one.fact.id)).size).toBe(behind.lines.length)
  }
}

describe.each([1, 2, 3])('random year %i', (seed) => {
  test('every figure of every form is what plain counting finds', async () => {
    await using opened = await database()
    const { db } = opened
    const year = await tellRandomYear(db, seed)

    for (const [key, from, to] of [
      ['2025-08', '2025-08-01', '2025-08-31'],
      ['M9', '2025-01-01', '2025-09-30'],
    ] as const) {
      const times = plainTimes(year, from, to)
      const silent = plainSilent(year, from, to)
      const waits = (...channels: string[]) =>
        silent.filter((own) => own.some((one) => channels.includes(one))).length
      const count = (...tests: ((one: PlainTime) => boolean)[]) =>
        times.filter((one) => tests.every((is) => is(one))).length
      const via =
        (...channels: string[]) =>
        (one: PlainTime) =>
          one.obligation.channels.some((each) => channels.includes(each))
      const people = (chosen: PlainTime[]) => chosen.reduce((sum, one) => sum + (one.fact.people ?? 0), 0)
      const posted = (one: PlainTime) => one.posted
      const placed = (...places: string[]) => {
        const yes = count(posted, (one) => one.place !== null && places.includes(one.place))
        const unknown = count(posted, (one) => one.place === null)
        return orNull(yes, unknown + silent.length, yes)
      }
      const met = (...channels: string[]) => {
        const own = times.filter((one) => one.held && via(...channels)(one))
        const unsaid = own.filter((one) => one.fact.people === null).length
        return [
          orNull(own.length, waits(...channels), own.length),
          orNull(own.length - unsaid, unsaid + waits(...channels), people(own)),
        ]
      }
      const obligations = plainObligations(year, from, to)
      const dang = count(posted, via('portal', 'social', 'public-board', 'bulletin'))
      const [buoi, nguoi] = met('communicator', 'event')
      const hop = times.filter(
        (one) => one.held && via('event', 'training')(one) && about(one, ['nghị quyết']),
      )
      const hopUnsaid = hop.filter((one) => one.fact.people === null).length
      const lop = count((one) => one.held, via('training'))
      const isDigital = (one: PlainTime) => about(one, ['chuyển đổi số', 'cđs', 'bình dân học vụ số'])
      const cds = { posted: count(posted, isDigital), aired: count((one) => one.mode === 'new', isDigital) }
      const { values } = await filled(db, 'tgdv-hang-thang', key)
      expect([seed, key, values]).toMatchObject([
        seed,
        key,
        {
          tt_dang: orNull(dang, waits('portal', 'social', 'public-board', 'bulletin'), dang),
          tt_phat: orNull(
            count((one) => one.mode === 'new'),
            waits('loudspeaker'),
            count((one) => one.mode === 'new'),
          ),
          tt_pano: null,
          tt_tinbai: known(values.tt_dang, values.tt_phat),
          bd_dang: orNull(cds.posted, waits('portal', 'social', 'public-board', 'bulletin'), cds.posted),
          bd_phat: orNull(cds.aired, waits('loudspeaker'), cds.aired),
          bd_tinbai: known(values.bd_dang, values.bd_phat),
          tt_loa: orNull(
            count((one) => one.heard),
            waits('loudspeaker'),
            count((one) => one.heard),
          ),
          ...{ tt_buoi: buoi, tt_nguoi: nguoi },
          tt_mxh_bai: placed('portal'),
          tt_mxh_zalo: placed('zalo', 'facebook'),
          nq_hoinghi: orNull(hop.length, waits('event', 'training'), hop.length),
          nq_nguoi: orNull(hop.length - hopUnsaid, hopUnsaid + waits('event', 'training'), people(hop)),
          bd_cuocthi: null,
          kq_lop_nd: orNull(lop, waits('training'), lop),
          kq_nd_vneid: null,
          ...{ nv_duocgiao: obligations.set, nv_hoanthanh: obligations.done },
          nv_dangtrienkhai: obligations.set - obligations.done,
          ...{ kg_chuongtrinh: null, kg_lop: null, dv_cuocvandong: null, dv_nguoithamgia: null },
        },
      ])
    }

    const [from, to] = ['2024-12-15', '2025-09-14']
    const obligations = plainObligations(year, from, to)
    const share = (obligations.done / obligations.set) * 100
    const times = plainTimes(year, from, to)
    const score = share === 100 ? 1 : share >= 90 ? rounded(share / 100) : 0
    const { values, form } = await filled(db, 'cchc-tuyen-truyen', 'M9')
    const has = (...places: string[]) => times.some((one) => one.place !== null && places.includes(one.place))
    const variety = (has('board') ? 0.25 : 0) + (has('portal', 'vneid', 'zalo', 'facebook') ? 0.25 : 0) + 0.5
    expect(values).toMatchObject({
      ...{ de_ra: obligations.set, hoan_thanh: obligations.done, ty_le: rounded(share), diem_4_1: score },
      ...{ diem_4_2: variety, diem: rounded(score + variety) },
    })
    expect(form.lists.map(({ rows }) => rows.length)).toEqual([obligations.set, times.length])

    const whole = plainTimes(year, '2025-01-01', '2025-12-31').filter((one) => one.heard)
    const waiting = plainSilent(year, '2025-01-01', '2025-12-31').filter((own) =>
      own.includes('loudspeaker'),
    ).length
    const hours = (chosen: PlainTime[], unsaid: number, minutesOf: (one: PlainTime) => number | null) => {
      const all = chosen.map(minutesOf)
      const known = all.filter((one) => one !== null)
      const sum = known.reduce((total, one) => total + one, 0)
      return orNull(known.length, all.length - known.length + unsaid + waiting, rounded(sum / 60))
    }
    const minutes = (one: PlainTime) => one.fact.minutes
    const isNew = (one: PlainTime) => one.mode === 'new'
    const kind = (one: PlainTime) =>
      ({ 'Tiếng Việt': 'v', 'Xê Đăng': 'm', 'tiếng Hrê': 'm', Anh: 'f' })[one.fact.making?.language ?? '']
    const mixed = (one: PlainTime) =>
      one.fact.making?.spoken === 'part' || one.fact.making?.spoken === 'bilingual'
    const inLanguage = (some: PlainTime[], wanted: string) => {
      const chosen = some.filter(
        (one) => kind(one) === wanted || (wanted === 'v' && kind(one) !== undefined && mixed(one)),
      )
      return hours(chosen, some.filter((one) => kind(one) === undefined).length, (one) => {
        if (one.fact.minutes === null || !mixed(one)) return one.fact.minutes
        const part = one.fact.making?.partMinutes ?? null
        if (part === null) return null
        return wanted === 'v' ? Math.max(0, one.fact.minutes - part) : part
      })
    }
    const expected: Record<string, number | null> = {}
    for (const [prefix, some] of [
      ['ct', whole.filter(isNew)],
      ['ps', whole],
    ] as const) {
      expected[`${prefix}_tong`] = hours([...some], 0, minutes)
      expected[`${prefix}_viet`] = inLanguage([...some], 'v')
      expected[`${prefix}_dan_toc`] = inLanguage([...some], 'm')
      expected[`${prefix}_nuoc_ngoai`] = inLanguage([...some], 'f')
      for (const content of [
        'news',
        'education',
        'arts',
        'sport',
        'economy',
        'youth',
        'advertising',
        'other',
      ])
        expected[`${prefix}_${content}`] = hours(
          some.filter((one) => one.fact.making?.content === content),
          some.filter((one) => !one.fact.making?.content).length,
          minutes,
        )
      for (const origin of ['own', 'reused', 'exchange', 'bought', 'bought-abroad'])
        expected[`${prefix}_${origin.replace('-', '_')}`] = hours(
          some.filter((one) => one.fact.making?.origin === origin),
          some.filter((one) => !one.fact.making?.origin).length,
          minutes,
        )
    }
    expected.ps_tiep_am = hours(
      whole.filter((one) => one.mode === 'relay'),
      0,
      minutes,
    )
    expect((await filled(db, 'gio-phat', 'Y')).values).toEqual(expected)

    for (const [id, key] of TRACED) await expectTraced(db, id, key)

    const quarter = plainTimes(year, '2025-07-01', '2025-09-30').filter((one) =>
      about(one, ['công khai', 'niêm yết']),
    )
    const titles = [...new Set(quarter.map((one) => one.obligation.title))]
    const register = (await filled(db, 'cong-khai-quy', 'Q3')).form.lists[0]
    expect(register?.rows.map((row) => [row[1], row[3], row[4], row[5], row[6]])).toEqual(
      titles.map((title) => [
        title,
        title.startsWith('Niêm') ? 'X' : null,
        title.startsWith('Thông') ? 'X' : null,
        null,
        null,
      ]),
    )

    const nine = await filled(db, 'khanh-hoa-dinh-ky', 'M9')
    const heard = times.filter((one) => one.heard)
    expect([nine.form.due, nine.values]).toMatchObject([
      '2025-09-16',
      {
        ...{ de_ra: obligations.set, hoan_thanh: obligations.done, ty_le: rounded(share), loa: heard.length },
        phut: heard.reduce((sum, one) => sum + (one.fact.minutes ?? 0), 0),
        cong: times.filter((one) => one.place === 'portal').length,
        facebook: times.filter((one) => one.place === 'facebook').length,
        cuoc: times.filter((one) => one.held).length,
        nguoi: people(times),
        kho_khan: null,
      },
    ])
    function people(some: PlainTime[]) {
      return some.filter((one) => one.held).reduce((sum, one) => sum + (one.fact.people ?? 0), 0)
    }
  }, 60_000)
})
