import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { unpacked } from '../../src/actions/play-log-file.ts'
import { nodeWorkshop } from '../../src/node/workshop.ts'
import { given } from '../../src/workshop.ts'

const ENTRY = fileURLToPath(new URL('../../src/node.ts', import.meta.url))
const STUBBORN = fileURLToPath(new URL('../support/stubborn-work.ts', import.meta.url))

const bytes = (text: string) => new TextEncoder().encode(text)

function workshop(entry: string, limits: Parameters<typeof nodeWorkshop>[1] = {}) {
  const opened = nodeWorkshop(entry, limits)
  const read = (text: string) => opened.run('xa-thu', 'play-file', given(bytes(text)))
  return { read, run: opened.run, [Symbol.dispose]: opened.close }
}

test('work is done by a process of its own, with the very words for what is wrong', async () => {
  using shop = workshop(ENTRY)
  const read = await shop.read('Ngày;Giờ\n04/08/2025;05:30')
  expect(read.ok && unpacked(read.value)).toEqual({
    sheet: [
      ['Ngày', 'Giờ'],
      ['04/08/2025', '05:30'],
    ],
    parts: [],
    leftOut: [],
  })
  expect(await shop.read('')).toEqual({
    ok: false,
    problem: { kind: 'invalid', detail: 'Tệp trống.', errors: [] },
  })
})

test('what cannot be gathered is not worked on', async () => {
  using shop = workshop(STUBBORN)
  const gone = { ok: false as const, problem: { kind: 'not-found' as const, detail: 'Không có.' } }
  expect(await shop.run('xa-thu', 'report-csv', async () => gone)).toEqual(gone)
})

const TOO_MUCH = {
  ok: false,
  problem: { kind: 'too-large', detail: expect.stringContaining('Hãy chia nhỏ') },
}

test.each([
  ['takes for ever', 'for-ever', { longestMs: 5000 }],
  ['fills the memory', 'memory', { memoryMb: 64, longestMs: 20_000 }],
  ['ends its process', 'end', {}],
])('a file that %s is refused, and the next one is read', async (_, mode, limits) => {
  using shop = workshop(STUBBORN, limits)
  expect(await shop.read(mode)).toEqual(TOO_MUCH)
  expect(await shop.read('fine')).toEqual({ ok: true, value: bytes('fine') })
})

test('a bug in it is a bug here too', async () => {
  using shop = workshop(STUBBORN)
  await expect(shop.read('bug')).rejects.toThrow('a bug of ours')
})

test('the process stays for the next work, unless the last one took much memory', async () => {
  using shop = workshop(STUBBORN, { keptMb: 230 })
  const who = async () => {
    const read = await shop.read('who')
    return read.ok && new TextDecoder().decode(read.value)
  }
  const first = await who()
  expect(await who()).toBe(first)
  expect((await shop.read('much')).ok).toBe(true)
  expect(await who()).not.toBe(first)
})
