import { expect, test } from 'vitest'
import { WORK } from '../../src/actions/work.ts'

const planOfDaily = (obligations: number): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify({
      ...{ id: 'nhieu-2026', title: 'Nhiều', unit: { code: 'xa-thu', name: 'UBND xã Thử' }, year: 2026 },
      obligations: Array.from({ length: obligations }, (_, i) => ({
        ...{ id: `A.${i}`, title: 'Bản tin', channels: ['loudspeaker'], quote: 'mỗi ngày' },
        cadence: { kind: 'rate', rrule: 'FREQ=DAILY;COUNT=365', time: '05:30' },
      })),
    }),
  )

test('a plan of more slots than an office could air is refused before any of them is stored', async () => {
  expect((await WORK['plan-file'](planOfDaily(27))).ok).toBe(true)
  expect(await WORK['plan-file'](planOfDaily(28))).toMatchObject({ problem: { kind: 'too-large' } })
})
