/** Plans that make much. */
import { type Attack, daily, drained, json, meanwhile, statuses } from './attack.ts'
import { YEAR } from './house.ts'

/** Obligations that are all heard at one hour of the same five days. */
const atOneHour = () => json({ ...ONE_HOUR, obligations: obligationsAt('05:30') })

/** The same ones an hour later, under other titles, the last one first. */
const turnedRound = () => json({ ...ONE_HOUR, obligations: obligationsAt('06:30', 'Tin khác').reverse() })

const ONE_HOUR = { id: 'mot-gio', title: 'Một giờ', unit: { code: 'x', name: 'x' }, year: YEAR }

const obligationsAt = (time: string, title = 'Bản tin') =>
  Array.from({ length: 1990 }, (_, i) => ({
    ...{ id: `A.${i}`, title, channels: ['loudspeaker'], quote: 'mỗi ngày' },
    cadence: { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=5', time },
  }))

export const ROWS: Attack[] = [
  {
    name: 'a plan of 20,075 slots',
    bound: '10,000 slots',
    run: (house) => meanwhile(house, async () => statuses([await house.ask('/api/v1/plans', daily(55))])),
  },
  {
    name: 'a plan of 9,855 slots is adopted, and adopted again with other words',
    bound: '10,000 slots',
    run: (house) =>
      meanwhile(house, async () => {
        const first = await house.ask('/api/v1/plans', daily(27))
        return statuses([first, await house.ask('/api/v1/plans', daily(27, 'Khác'))])
      }),
  },
  {
    name: 'a plan of 9,950 slots, all at one hour of five days',
    bound: 'of one moment ten clashes are told',
    run: (house) => meanwhile(house, async () => statuses([await house.ask('/api/v1/plans', atOneHour())])),
  },
  {
    name: 'its 1,990 obligations get other titles, another hour and another order',
    bound: 'each row is found by its key',
    run: async (house) => {
      await house.ask('/api/v1/plans', atOneHour())
      return meanwhile(house, async () => statuses([await house.ask('/api/v1/plans', turnedRound())]))
    },
  },
  {
    name: 'a plan of 9,855 slots is adopted twelve times, and what the last one changed is looked at',
    bound: 'a turn of the loop for each edition',
    run: async (house) => {
      const answers: Response[] = []
      for (let i = 0; i < 12; i++) answers.push(await house.ask('/api/v1/plans', daily(27, `Lần ${i}`)))
      const path = '/api/v1/plans/nhieu/editions/12/changes'
      return meanwhile(house, async () => statuses([...answers, await house.ask(path)]))
    },
  },
  {
    name: 'one of 1,990 obligations at one hour is looked at in its form, by five at once',
    bound: 'in steps of a turn',
    run: async (house) => {
      await house.ask('/api/v1/plans', atOneHour())
      const headers = { cookie: await house.cookie() }
      const one = () => fetch(`${house.url}/ke-hoach/mot-gio/soan/nhiem-vu/A.7`, { headers }).then(drained)
      return meanwhile(house, async () => statuses(await Promise.all(Array.from({ length: 5 }, one))))
    },
  },
]
