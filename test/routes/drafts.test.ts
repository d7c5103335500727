/** Plans written in forms: each door saves into a draft edition, and nothing changes until somebody adopts it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adoptEdition } from '../../src/actions/adopt.ts'
import { calendars } from '../../src/calendars.ts'
import { planFiles } from '../../src/content.generated.ts'
import type { Entry } from '../../src/core/form/filled.ts'
import { fillObligation } from '../../src/core/form/obligation-form.ts'
import { fillOffices } from '../../src/core/form/office-form.ts'
import { fillPlan } from '../../src/core/form/plan-form.ts'
import { ANY_TIME } from '../../src/core/notice/notice.ts'
import type { Obligation } from '../../src/core/plan.ts'
import { findEdition, listEditions } from '../../src/store/editions.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { listSlots } from '../../src/store/slots.ts'
import { setStation } from '../../src/store/stations.ts'
import { adopt } from '../support/adopt.ts'
import { addOfficer, principalOfSession, saveConfirmed } from '../support/people.ts'
import { samplePlan } from '../support/plans.ts'
import { MONDAY, testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const PLAN = 'ngok-tu-2025'

const house = await testHouse({ samples: planFiles })
afterAll(() => house[Symbol.asyncDispose]())
let officer = ''
let leader = ''
beforeAll(async () => {
  await adopt(house.db, UNIT, samplePlan(PLAN), calendars, MONDAY)
  officer = await addOfficer(house.db, UNIT, { username: 'hoa', password: 'Gió mùa đông bắc' })
  leader = await addOfficer(house.db, UNIT, {
    username: 'binh',
    password: 'Gió mùa đông bắc',
    role: 'leader',
  })
})

const send = (path: string, entries: readonly Entry[], cookie = officer) =>
  house.ask(path, { method: 'POST', body: new URLSearchParams(entries.map(([a, b]) => [a, b])), cookie })
const ask = async (path: string, cookie = officer) => (await house.ask(path, { cookie })).text()
/** The draft that an answer leads to. */
const draftOf = (answer: Response): number =>
  Number(/ban=(\d+)/.exec(answer.headers.get('location') ?? '')?.[1])
const edition = async (number: number) => {
  const found = await findEdition(house.db, UNIT, PLAN, number)
  if (!found) throw new Error(`no edition ${number}`)
  return found
}
const obligationIn = (plan: { obligations: Obligation[] }, id: string): Obligation => {
  const obligation = plan.obligations.find((one) => one.id === id)
  if (!obligation) throw new Error(id)
  return obligation
}
const change = (entries: readonly Entry[], ...changed: Entry[]): Entry[] => [
  ...entries.filter(([name]) => !changed.some(([other]) => other === name)),
  ...changed,
]

describe('an obligation', () => {
  test('gets another hour: saved as a draft, the calendar stays until it is adopted', async () => {
    const obligation = obligationIn((await edition(1)).plan, 'C.I.2.a')
    const answer = await send(`/ke-hoach/${PLAN}/soan/nhiem-vu/C.I.2.a`, [
      ...change(fillObligation(obligation), ['dk-gio', '17:00']),
      ['ban', '1'],
      ['viec', 'luu'],
    ])
    const number = draftOf(answer)
    const draft = await edition(number)
    expect([answer.status, draft.state, draft.origin, draft.by]).toEqual([303, 'draft', 'form', 'Lan'])
    expect(obligationIn(draft.plan, 'C.I.2.a')).toEqual({
      ...obligation,
      cadence: { ...obligation.cadence, time: '17:00' },
    })
    const timesOf = async () =>
      new Set(
        (await listSlots(house.db, UNIT, { planId: PLAN })).flatMap(({ slot }) =>
          slot.obligationId === 'C.I.2.a' ? [slot.time] : [],
        ),
      )
    expect(await timesOf()).toEqual(new Set(['05:30']))
    const act = { db: house.db, who: { unit: UNIT, id: 'b', name: 'Bình' }, now: MONDAY, calendars }
    await adoptEdition(act, PLAN, number)
    expect(await timesOf()).toEqual(new Set(['17:00']))
  })

  test('what is wrong is told at its field, and nothing that was typed is lost', async () => {
    const held = (await listEditions(house.db, UNIT, PLAN)).length
    const obligation = obligationIn((await edition(held)).plan, 'C.I.2.a')
    const entries = change(fillObligation(obligation), ['dk-den', '2025-06-31'], ['ten', 'Tên đang gõ'])
    const answer = await send(`/ke-hoach/${PLAN}/soan/nhiem-vu/C.I.2.a`, [...entries, ['ban', String(held)]])
    const page = await answer.text()
    expect(answer.status).toBe(400)
    expect(page).toContain('id="dk-den-loi">Không phải một ngày có thật, ghi như 24/7/2025.')
    expect(page).toContain('Tên đang gõ</textarea>')
    expect((await listEditions(house.db, UNIT, PLAN)).length).toBe(held)
  })

  test('its sentence and year are shown before anything is saved', async () => {
    const page = await ask(`/ke-hoach/${PLAN}/soan/nhiem-vu/C.I.2.c?ban=1`)
    expect(page).toContain('Phát lại 36 lượt.')
    expect(page).toContain('<th scope="row">Tháng 12</th>')
  })

  test('a new one, sent twice, is one draft', async () => {
    const entries: Entry[] = [
      ...([
        ['ma', 'C.I.9'],
        ['ten', 'Bản tin nông thôn mới'],
        ['kenh', 'loudspeaker'],
        ['trich', 'mỗi tháng 01 số'],
      ] as const),
      ...([
        ['loai', 'rate'],
        ['nhip', 'thang-thu'],
        ['moi', '1'],
        ['thu', 'FR'],
        ['tuan', '-1'],
        ['dk-gio', '17:30'],
      ] as const),
      ...([
        ['dk-tu', '2025-01-01'],
        ['dk-den', '2025-12-31'],
        ['dk-dai', '10'],
        ['ban', '2'],
        ['viec', 'luu'],
      ] as const),
    ]
    const answers = [
      await send(`/ke-hoach/${PLAN}/soan/nhiem-vu-moi`, entries),
      await send(`/ke-hoach/${PLAN}/soan/nhiem-vu-moi`, entries),
    ]
    const [first, again] = answers.map(draftOf)
    expect([first, again]).toEqual([3, 3])
    const obligation = obligationIn((await edition(3)).plan, 'C.I.9')
    expect(
      obligation.cadence.kind === 'rate' && [
        obligation.cadence.rrule,
        obligation.cadence.time,
        obligation.cadence.duration,
      ],
    ).toEqual([...['FREQ=MONTHLY;BYDAY=-1FR', '17:30', 10]])
  })

  test('two people in one draft: the second sees what the first did and loses nothing', async () => {
    const obligation = obligationIn((await edition(3)).plan, 'C.I.9')
    const path = `/ke-hoach/${PLAN}/soan/nhiem-vu/C.I.9`
    const save = (title: string, base: number, cookie: string) =>
      send(
        path,
        [...change(fillObligation(obligation), ['ten', title]), ['ban', String(base)], ['viec', 'luu']],
        cookie,
      )
    expect(draftOf(await save('Của anh Bình', 3, leader))).toBe(4)
    const late = await save('Của chị Hoa', 3, officer)
    const page = await late.text()
    expect(late.status).toBe(409)
    expect(page).toContain('Lan đã lưu bản 4 lúc 08:00 ngày 4/8')
    expect(page).toContain('Của chị Hoa</textarea>')
    expect(page).toContain('name="ban" value="4"')
    expect([draftOf(await save('Của chị Hoa', 4, officer)), (await edition(4)).state]).toEqual([
      5,
      'discarded',
    ])
  })

  test('is taken out, and the last one is not', async () => {
    const answer = await send(`/ke-hoach/${PLAN}/soan/bo/C.I.9`, [['ban', '5']])
    expect((await edition(draftOf(answer))).plan.obligations.map(({ id }) => id)).not.toContain('C.I.9')
  })
})

test('what a plan says of itself, and what its offices are called', async () => {
  const { plan } = await edition(6)
  const entries = change([...fillPlan(plan), ...fillOffices(plan)], ['p-so', '91/KH-UBND'], ['p-im', 'SU'])
  const renamed = entries.map(
    ([name, value]): Entry => [
      name,
      value === 'Phòng Văn hoá - Xã hội' ? 'Trung tâm Dịch vụ tổng hợp' : value,
    ],
  )
  const answer = await send(`/ke-hoach/${PLAN}/soan/chung`, [...renamed, ['ban', '6']])
  const saved = (await edition(draftOf(answer))).plan
  expect([saved.number, saved.silentDays, obligationIn(saved, 'C.I.2.a').lead]).toEqual([
    ...['91/KH-UBND', ['SU'], 'Trung tâm Dịch vụ tổng hợp'],
  ])
})

describe('hours', () => {
  beforeAll(async () => {
    await setStation(
      house.db,
      { unit: UNIT, id: 'x', name: 'Lan' },
      {
        from: '2025-01-01',
        sessions: [
          { days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '05:00', to: '05:45', channel: 'loudspeaker' },
        ],
        silentDays: [],
        maxMinutes: null,
      },
      MONDAY,
    )
  })

  test('are found for what lies outside the sessions, shown, and saved when somebody says so', async () => {
    const page = await ask(`/ke-hoach/${PLAN}/soan/gio?ban=7`)
    expect([...page.matchAll(/name="xep" value="([^"]+)" checked/g)].map(([, id]) => id)).toEqual([
      'C.I.2.a',
      'C.I.2.c',
    ])
    const chosen: Entry[] = [
      ['xep', 'C.I.2.a'],
      ['xep', 'C.I.2.c'],
      ['giu-ngay', '1'],
      ['ban', '7'],
    ]
    const looked = await (await send(`/ke-hoach/${PLAN}/soan/gio`, [...chosen, ['viec', 'tim']])).text()
    expect(looked).toContain('Tìm được giờ cho 2 chương trình.')
    const saved = await edition(
      draftOf(await send(`/ke-hoach/${PLAN}/soan/gio`, [...chosen, ['viec', 'luu']])),
    )
    const timeOf = (id: string) => {
      const { cadence } = obligationIn(saved.plan, id)
      return cadence.kind === 'rate' && [cadence.rrule, cadence.time]
    }
    expect([timeOf('C.I.2.a'), timeOf('C.I.2.c')]).toEqual([
      ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=26', '05:00'],
      ['FREQ=MONTHLY;BYDAY=1TU;COUNT=12', '05:00'],
    ])
  })

  test('are found in the form of an obligation, with the days that nobody ticked', async () => {
    const obligation = obligationIn((await edition(8)).plan, 'C.I.2.a')
    const open = fillObligation(obligation).filter(([name]) => !['thu', 'dk-gio'].includes(name))
    const page = await (
      await send(`/ke-hoach/${PLAN}/soan/nhiem-vu/C.I.2.a`, [...open, ['ban', '8'], ['viec', 'xep']])
    ).text()
    expect(/role="status">([^<]+)</.exec(page)?.[1]).toBe(
      'Thứ Hai 05:00: buổi 05:00 – 05:45 còn trống cả 26 lần phát; những ngày này còn ít chương trình nhất.',
    )
    expect(page).toContain('name="dk-gio" type="time" inputmode="text" value="05:00"')
  })
})

test('an officer sends a draft to those who may adopt it', async () => {
  const page = await ask(`/ke-hoach/${PLAN}/soan?ban=8`)
  expect(page).toContain('Người có quyền áp dụng: Lan.')
  const answer = await send(`/ke-hoach/${PLAN}/soan/gui`, [['ban', '8']])
  expect([answer.status, (await edition(8)).state]).toEqual([303, 'sent'])
  expect((await listMessages(house.db, UNIT)).map(({ template }) => template)).toEqual([])
})

describe('whoever wrote a draft hears what became of it', () => {
  const idOf = async (cookie: string) => (await principalOfSession(house.db, cookie, MONDAY))?.id ?? ''
  const heard = async () =>
    (await listMessages(house.db, UNIT)).flatMap(({ template, userId, data }) =>
      template === 'decided' ? [{ userId, data }] : [],
    )
  beforeAll(async () => {
    const wants = { email: 'hoa@xa.test', kinds: ['week' as const], reach: ANY_TIME }
    await saveConfirmed(house.db, UNIT, await idOf(officer), wants, MONDAY)
  })

  test('refused, with why', async () => {
    await send(`/ke-hoach/${PLAN}/ban/8/bo`, [['lyDo', 'Chờ lịch của Đoàn']], leader)
    expect(await heard()).toEqual([
      {
        userId: await idOf(officer),
        data: {
          ...{ plan: (await edition(8)).plan.title, by: 'Lan', reason: 'Chờ lịch của Đoàn', refused: true },
          path: `/ke-hoach/${PLAN}/ban/8`,
        },
      },
    ])
  })

  test('adopted; and not what they decided themselves', async () => {
    const obligation = obligationIn((await edition(2)).plan, 'C.I.2.a')
    const draft = async (hour: string) =>
      draftOf(
        await send(`/ke-hoach/${PLAN}/soan/nhiem-vu/C.I.2.a`, [
          ...change(fillObligation(obligation), ['dk-gio', hour]),
          ['ban', '2'],
          ['viec', 'luu'],
        ]),
      )
    await send(`/ke-hoach/${PLAN}/ban/${await draft('16:00')}/bo`, [])
    expect((await heard()).length).toBe(1)
    await send(`/ke-hoach/${PLAN}/ban/${await draft('16:30')}/ap-dung`, [], leader)
    expect((await heard()).map(({ data }) => 'refused' in data && data.refused)).toEqual([true, false])
  })
})

describe('a sample becomes the office’s own', () => {
  const path = '/ke-hoach/mau/duc-pho-2024'
  const formOf = async (): Promise<Entry[]> => {
    const page = await ask(path)
    const inputs = [...page.matchAll(/<input id="([^"]+)"[^>]* value="([^"]*)"/g)].map(
      ([, name = '', value = '']): Entry => [name, value],
    )
    const areas = [...page.matchAll(/<textarea id="([^"]+)"[^>]*>\n([^<]*)<\/textarea>/g)].map(
      ([, name = '', value = '']): Entry => [name, value],
    )
    return [...inputs, ...areas]
  }

  test('as it is, it is refused: its texts still name the other office', async () => {
    const entries = change(await formOf(), [
      'p-ten',
      'Tuyên truyền cải cách hành chính trên địa bàn thị xã Đức Phổ',
    ])
    const answer = await send(path, entries)
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('Vẫn mang tên Đức Phổ'),
    ])
  })

  test('with its own name it is a draft, in force from today', async () => {
    const answer = await send(path, await formOf())
    expect(answer.headers.get('location')).toMatch(/^\/ke-hoach\/[a-z0-9-]+-2025\/soan\?ban=1&xong=luu$/)
    const id = /ke-hoach\/([^/]+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''
    const made = (await findEdition(house.db, UNIT, id, 1))?.plan
    expect([made?.unit.name, made?.year, made?.inForceFrom, made?.obligations.length]).toEqual([
      ...['UBND xã Ngọk Tụ', 2025, '2025-08-04', 10],
    ])
    expect(JSON.stringify(made)).not.toContain('Đức Phổ')
  })
})

test('a plan from nothing: what it says of itself, then its first obligation', async () => {
  const head: Entry[] = [
    ['p-nam', '2025'],
    ['p-ten', 'Kế hoạch thông tin cơ sở năm 2025'],
    ['p-hieu-luc', '2025-08-04'],
  ]
  const asked = await (await send('/ke-hoach/moi', head)).text()
  expect(asked).toContain('<input type="hidden" name="p-ten" value="Kế hoạch thông tin cơ sở năm 2025">')
  const obligation: Entry[] = [
    ...([
      ['ma', '1'],
      ['ten', 'Bản tin'],
      ['kenh', 'portal'],
      ['trich', 'thường xuyên'],
      ['loai', 'continuous'],
    ] as const),
  ]
  const answer = await send('/ke-hoach/moi/nhiem-vu', [...head, ...obligation, ['viec', 'luu']])
  expect(answer.headers.get('location')).toBe(
    '/ke-hoach/ke-hoach-thong-tin-co-so-nam-2025/soan?ban=1&xong=luu',
  )
})

test('a new plan says whose place it takes, and so does one that is there', async () => {
  const page = await ask('/ke-hoach/moi')
  expect(page).toContain(`<option value="${PLAN}"`)
  const entries: Entry[] = [
    ...([
      ['p-nam', '2026'],
      ['p-ten', 'Kế hoạch tuyên truyền năm 2026'],
      ['p-hieu-luc', '2026-01-15'],
      ['p-thay', PLAN],
      ['ma', '1'],
      ['ten', 'Bản tin'],
      ['kenh', 'portal'],
      ['trich', 'thường xuyên'],
      ['loai', 'continuous'],
    ] as const),
  ]
  await send('/ke-hoach/moi/nhiem-vu', [...entries, ['viec', 'luu']])
  const id = 'ke-hoach-tuyen-truyen-nam-2026'
  const made = await findEdition(house.db, UNIT, id, 1)
  expect([made?.plan.succeeds, await ask(`/ke-hoach/${id}/soan/chung`)]).toEqual([
    PLAN,
    expect.stringContaining(`<option value="${PLAN}" selected>`),
  ])
})
