import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FormField } from '../../../src/core/form/field.ts'
import { type Entry, filledOf } from '../../../src/core/form/filled.ts'
import { COMMON_FIELDS, fieldsOf, LAST_FIELDS } from '../../../src/core/form/obligation-fields.ts'
import { blankObligation, fillObligation, obligationInPlan } from '../../../src/core/form/obligation-form.ts'
import { RHYTHM_FIELDS } from '../../../src/core/form/rhythm-form.ts'
import type { Obligation, Plan } from '../../../src/core/plan.ts'
import { recurrenceDates } from '../../../src/core/recurrence.ts'
import { yearRange } from '../../../src/core/wall-clock.ts'
import { planData, planOf, samplePlan } from '../../support/plans.ts'
import { randomPlans } from '../../support/random-plans.ts'

/** As a browser sends it: boxes in the order of the page, other line ends. */
function sent(entries: Entry[], obligation: Obligation) {
  const fields: readonly FormField[] = [...fieldsOf(obligation.cadence.kind), ...RHYTHM_FIELDS]
  const order = (name: string, value: string): number => {
    const control = fields.find((field) => field.name === name)?.control
    return control && 'options' in control ? control.options.findIndex((option) => option.value === value) : 0
  }
  const inOrder = entries
    .map(([name, value], at) => ({ name, value, at, place: order(name, value) }))
    .sort((a, b) => (a.name === b.name ? a.place - b.place : a.at - b.at))
  return filledOf(inOrder.map(({ name, value }): Entry => [name, value.replaceAll('\n', '\r\n')]))
}

const throughForm = (plan: Plan, obligation: Obligation): Obligation | string => {
  const read = obligationInPlan(plan, obligation.id, sent(fillObligation(obligation), obligation))
  return read.ok ? read.value.obligation : JSON.stringify(read.problem)
}

test.each(['ngok-tu-2025', 'duc-pho-2024', 'quang-ngai-117-2022'])(
  'every obligation of %s comes back as it went in',
  (name) => {
    const plan = samplePlan(name)
    for (const obligation of plan.obligations) expect(throughForm(plan, obligation)).toEqual(obligation)
  },
)

describe('for random plans', () => {
  test('an obligation that nobody changed comes back to the letter', () => {
    fc.assert(
      fc.property(randomPlans, (plan) => {
        for (const one of plan.obligations) expect(throughForm(plan, one)).toEqual(one)
      }),
      { numRuns: 150 },
    )
  })

  test('a new obligation says what the form says: form → plan → form', () => {
    fc.assert(
      fc.property(randomPlans, (plan) => {
        for (const one of plan.obligations) {
          const entries = fillObligation(one)
          const rest = { ...plan, obligations: [{ ...one, id: 'Z', clause: 'Z' }] }
          const read = obligationInPlan(rest, null, filledOf(entries))
          expect(read.ok && fillObligation(read.value.obligation)).toEqual(entries.map(trimmed))
        }
      }),
      { numRuns: 80 },
    )
  })

  const trimmed = ([name, value]: Entry): Entry => [
    name,
    name === 'trich' ? value.replaceAll('\r\n', '\n').trim() : value,
  ]
})

const plan = planOf(planData({ kind: 'continuous' }, { id: 'thu-2026', year: 2026 }))

describe('a rhythm in office words', () => {
  const rate: Entry[] = [
    ...blankObligation('rate').filter(([name]) => !['nhip', 'moi'].includes(name)),
    ...([
      ['ma', 'B.1'],
      ['ten', 'Chuyên mục'],
      ['trich', 'x'],
      ['dk-gio', '5h30'],
    ] as const),
    ...([
      ['dk-tu', '2026-01-01'],
      ['dk-den', '2026-12-31'],
    ] as const),
  ]
  test.each<[string, Entry[], string, number, string]>([
    [
      'mỗi 2 tuần vào thứ Hai',
      [
        ['nhip', 'tuan'],
        ['moi', '2'],
        ['thu', 'MO'],
      ],
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
      26,
      '2026-01-05',
    ],
    [
      'thứ Ba đầu tháng',
      [
        ['nhip', 'thang-thu'],
        ['thu', 'TU'],
        ['tuan', '1'],
      ],
      'FREQ=MONTHLY;BYDAY=1TU',
      12,
      '2026-01-06',
    ],
    [
      '2 lần mỗi quý',
      [
        ['nhip', 'quy-thu'],
        ['thu', 'TU'],
        ['tuan', '1'],
        ['quy-thang', '1'],
        ['quy-thang', '3'],
      ],
      'FREQ=MONTHLY;BYMONTH=1,3,4,6,7,9,10,12;BYDAY=1TU',
      8,
      '2026-01-06',
    ],
    [
      'ngày cuối tháng',
      [
        ['nhip', 'thang-ngay'],
        ['ngay-thang', 'cuối'],
      ],
      'FREQ=MONTHLY;BYMONTHDAY=-1',
      12,
      '2026-01-31',
    ],
    [
      'đủ 5 kỳ thì dừng',
      [
        ['nhip', 'tuan'],
        ['thu', 'FR'],
        ['dung-sau', '5'],
      ],
      'FREQ=WEEKLY;BYDAY=FR;COUNT=5',
      5,
      '2026-01-02',
    ],
    [
      'đến hết một ngày',
      [
        ['nhip', 'ngay'],
        ['den-het', '3/1/2026'],
      ],
      'FREQ=DAILY;UNTIL=20260103',
      3,
      '2026-01-01',
    ],
  ])('%s', (_, entries, rrule, count, first) => {
    const read = obligationInPlan(plan, null, filledOf([...rate, ...entries]))
    const said =
      read.ok && read.value.obligation.cadence.kind === 'rate' ? read.value.obligation.cadence : null
    const dates = recurrenceDates(said?.rrule ?? '', yearRange(2026), said?.start)
    expect([said?.rrule, said?.time, dates.length, dates[0]]).toEqual([rrule, '05:30', count, first])
  })

  test('without days of its own it holds for the whole year of the plan, unless it ends by itself', () => {
    const windowOf = (...entries: Entry[]) => {
      const read = obligationInPlan(
        plan,
        null,
        filledOf([...rate, ['dk-tu', ''], ['dk-den', ''], ...entries]),
      )
      return read.ok && 'window' in read.value.obligation.cadence
        ? read.value.obligation.cadence.window
        : read
    }
    expect(windowOf(['nhip', 'ngay'])).toEqual({ from: '2026-01-01', to: '2026-12-31' })
    expect(windowOf(['nhip', 'ngay'], ['dung-sau', '5'])).toBeNull()
  })

  const errors = (entries: Entry[]): string[] | null => {
    const read = obligationInPlan(plan, null, filledOf([...rate, ...entries]))
    if (read.ok || read.problem.kind !== 'invalid') return null
    return read.problem.errors.map(({ path, message }) => `${path}: ${message}`)
  }

  test.each<[string, Entry[], string[]]>([
    ['a rule without days', [['nhip', 'tuan']], ['thu: chọn ít nhất một thứ']],
    [
      'no hour',
      [
        ['nhip', 'ngay'],
        ['dk-gio', ''],
      ],
      ['dk-gio: cần ghi giờ, hoặc bấm “Xếp giờ giúp”'],
    ],
    [
      'a day that does not exist',
      [
        ['nhip', 'ngay'],
        ['dk-den', '31/6/2026'],
      ],
      ['dk-den: không phải một ngày có thật, ghi như 24/7/2025'],
    ],
    [
      'a day of another year',
      [
        ['nhip', 'ngay'],
        ['dk-den', '1/6/2027'],
      ],
      ['dk-den: nằm ngoài năm 2026 của kế hoạch'],
    ],
    [
      'half a window',
      [
        ['nhip', 'ngay'],
        ['dk-den', ''],
      ],
      ['dk-den: cần ghi cả hai ô'],
    ],
    [
      'a rhythm that never comes',
      [
        ['nhip', 'thang-ngay'],
        ['ngay-thang', '30'],
        ['thang', '2'],
      ],
      ['nhip: nhịp này không rơi vào ngày nào trong thời gian của kế hoạch'],
    ],
    [
      'a clause used twice',
      [
        ['nhip', 'ngay'],
        ['ma', 'A.1'],
      ],
      ['ma: mục này đã có ở nhiệm vụ thứ 1'],
    ],
    [
      'two ends',
      [
        ['nhip', 'ngay'],
        ['dung-sau', '3'],
        ['den-het', '2026-02-01'],
      ],
      ['den-het: chỉ ghi một: đủ số kỳ, hoặc ngày cuối'],
    ],
    [
      'a rerun before its original',
      [
        ['nhip', 'ngay'],
        ['dk-lai', '0'],
      ],
      ['dk-lai: phát lại cùng ngày thì giờ phát lại phải sau giờ phát mới'],
    ],
    [
      'an hour for no reruns',
      [
        ['nhip', 'ngay'],
        ['dk-lai-gio', '17:00'],
      ],
      ['dk-lai: cần ghi sau mấy ngày'],
    ],
    [
      'words for a number',
      [
        ['nhip', 'ngay'],
        ['dk-tong', 'hai sáu'],
      ],
      ['dk-tong: phải là số nguyên, ghi bằng chữ số'],
    ],
    [
      'a rule that is none',
      [
        ['nhip', 'khac'],
        ['quy-tac', 'FREQ=HOURLY'],
      ],
      ['quy-tac: FREQ phải là DAILY, WEEKLY, MONTHLY hoặc YEARLY'],
    ],
  ])('%s is told at its field', (_, entries, expected) => {
    expect(errors(entries)).toEqual(expected)
  })
})

test('names of fields are used once a form', () => {
  const kinds = ['rate', 'window', 'deadline', 'continuous', 'report', 'event-offset', 'measure'] as const
  const own = kinds.flatMap((kind) => fieldsOf(kind).slice(COMMON_FIELDS.length, -LAST_FIELDS.length))
  const all = [...COMMON_FIELDS, ...own, ...LAST_FIELDS, ...RHYTHM_FIELDS].map(({ name }) => name)
  expect(all.filter((name, i) => all.indexOf(name) !== i)).toEqual([])
})
