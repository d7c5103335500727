import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.ts'
import { golden } from '../support/golden.ts'

const run = commandLine()
const PLANS = ['ngok-tu-2025', 'duc-pho-2024', 'quang-ngai-117-2022']
const file = (name: string) => `content/plans/${name}.yaml`

describe('the three plans', () => {
  test.each(PLANS)('%s as JSON', async (name) => {
    const { code, out, err } = await run('calendar', file(name), '--format', 'json')
    expect([code, err]).toEqual([0, ''])
    expect(`${out}\n`).toBe(golden(`calendar-${name}.json`, `${out}\n`))
  })

  test.each(PLANS)('%s as a table', async (name) => {
    const { code, out, err } = await run('calendar', file(name))
    expect([code, err]).toEqual([0, ''])
    expect(`${out}\n`).toBe(golden(`calendar-${name}.txt`, `${out}\n`))
  })
})

describe('the shape that the contract names', () => {
  const json = async (name: string, ...more: string[]) =>
    JSON.parse((await run('calendar', file(name), '--format', 'json', ...more)).out)

  test('of a plan, an obligation, a slot, a rerun, a window and a warning', async () => {
    const { plan, obligations, slots, warnings } = await json('ngok-tu-2025')
    const slot = (id: string) => slots.find((one: { id: string }) => one.id === `ngok-tu-2025:${id}`)
    expect(plan).toEqual({
      ...{
        id: 'ngok-tu-2025',
        title: 'Truyền thông về cải cách hành chính và chuyển đổi số xã Ngọk Tụ năm 2025',
      },
      ...{ unit: { code: 'xa-ngok-tu', name: 'UBND xã Ngọk Tụ' }, number: null, issued: null },
      ...{ inForceFrom: '2025-07-24', year: 2025 },
    })
    const obligation = obligations.find(({ id }: { id: string }) => id === 'C.I.2.a')
    expect(Object.keys(obligation)).toEqual([
      'id',
      'title',
      'channels',
      'lead',
      'support',
      'quote',
      'cadence',
      'assumptions',
    ])
    expect(obligation.cadence).toEqual({
      ...{
        kind: 'rate',
        rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=26',
        declared: 26,
        reruns: null,
        minutes: null,
      },
      ...{ window: { from: '2025-01-01', to: '2025-12-31' }, before: null, anchor: null, conditional: false },
      ...{ start: null, time: '05:30', duration: 15 },
    })
    expect(slot('C.I.2.a:01')).toEqual({
      ...{ id: 'ngok-tu-2025:C.I.2.a:01', obligationId: 'C.I.2.a', ordinal: 1, airing: 'new', of: null },
      ...{
        start: '2025-01-06T05:30:00+07:00',
        end: '2025-01-06T05:45:00+07:00',
        window: null,
        inForce: false,
      },
    })
    expect(slot('C.I.2.c:01.r1')).toEqual({
      ...{ id: 'ngok-tu-2025:C.I.2.c:01.r1', obligationId: 'C.I.2.c', ordinal: 1, airing: 'rerun' },
      ...{
        of: 'ngok-tu-2025:C.I.2.c:01',
        start: '2025-01-14T17:30:00+07:00',
        end: '2025-01-14T17:45:00+07:00',
      },
      ...{ window: null, inForce: false },
    })
    expect(slot('C.I.3.a:01')).toEqual({
      ...{ id: 'ngok-tu-2025:C.I.3.a:01', obligationId: 'C.I.3.a', ordinal: 1, airing: 'new', of: null },
      ...{ start: null, end: null, window: { from: '2025-07-01', to: '2025-09-30' }, inForce: true },
    })
    expect(warnings.find(({ obligationId }: { obligationId: string }) => obligationId === 'C.I.3.a')).toEqual(
      {
        ...{
          code: 'anchor-outside-window',
          obligationId: 'C.I.3.a',
          message: expect.stringContaining('10/10/2025'),
        },
      },
    )
  })

  test('of reruns, stated minutes and a measure', async () => {
    const cadence = async (name: string, clause: string) =>
      (await json(name)).obligations.find(({ id }: { id: string }) => id === clause).cadence
    expect((await cadence('ngok-tu-2025', 'C.I.2.c')).reruns).toEqual({ times: 3, afterDays: [7, 14, 21] })
    expect((await cadence('duc-pho-2024', 'III.8')).minutes).toEqual({ min: 10, max: 15 })
    expect((await cadence('duc-pho-2024', 'V')).before).toBe('2024-11-25')
    expect((await cadence('quang-ngai-117-2022', 'II.4.c')).target).toEqual({
      value: 50,
      unit: '%',
      by: '2022-09-30',
    })
  })

  test('of another year: other ids, in force from 1 January, no warning of a total that cannot be reached', async () => {
    const { plan, slots, warnings } = await json('ngok-tu-2025', '--year', '2029')
    expect([plan.id, plan.year, plan.inForceFrom]).toEqual(['ngok-tu-2025@2029', 2029, '2029-01-01'])
    expect(slots[1]).toMatchObject({
      id: 'ngok-tu-2025@2029:C.I.2.a:01',
      start: '2029-01-01T05:30:00+07:00',
      inForce: true,
    })
    expect(slots.filter(({ inForce }: { inForce: boolean }) => !inForce)).toEqual([])
    const codes = warnings.map(({ code }: { code: string }) => code)
    expect([codes.includes('infeasible-total'), codes.includes('declared-mismatch')]).toEqual([false, false])
  })

  test('of the plan’s own year, asked for by name, it is the plan itself', async () => {
    expect(await json('ngok-tu-2025', '--year', '2025')).toEqual(await json('ngok-tu-2025'))
  })

  test.each(PLANS)('every id of %s is there once, and every rerun names an original', async (name) => {
    const { slots } = await json(name)
    const ids = new Set(slots.map(({ id }: { id: string }) => id))
    expect(ids.size).toBe(slots.length)
    expect(slots.filter(({ of }: { of: string | null }) => of !== null && !ids.has(of))).toEqual([])
  })
})

test('a plan file with a fault is told with its place, and nothing is printed', async () => {
  const files = { 'hong.yaml': 'id: thu-2025\ntitle: Kế hoạch\nmàu: đỏ\n' }
  expect(await commandLine({ files })('calendar', 'hong.yaml')).toEqual({
    code: 1,
    out: '',
    err: [
      'hong.yaml:1:1: unit: thiếu trường bắt buộc',
      'hong.yaml:1:1: year: thiếu trường bắt buộc',
      'hong.yaml:1:1: obligations: thiếu trường bắt buộc',
      'hong.yaml:3:1: màu: không có trường "màu"',
    ].join('\n'),
  })
})

describe('as a program of its own', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const node = async (args: string[], TZ: string) => {
    const options = { cwd: root, env: { ...process.env, TZ }, maxBuffer: 10_000_000 }
    return promisify(execFile)(process.execPath, ['src/node.ts', ...args], options).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    )
  }

  test.each(['Asia/Ho_Chi_Minh', 'America/New_York'])('it prints the same calendar in %s', async (zone) => {
    const { code, stdout, stderr } = await node(['calendar', file('ngok-tu-2025'), '--format', 'json'], zone)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toBe(golden('calendar-ngok-tu-2025.json', stdout))
  })

  test('it ends with 1 when its input is wrong', async () => {
    expect(await node(['calendar', 'khong-co.yaml'], 'UTC')).toEqual({
      ...{
        code: 1,
        stdout: '',
        stderr: 'khong-co.yaml: Không có tệp khong-co.yaml: hãy xem lại tên tệp và thư mục.\n',
      },
    })
  })
})
