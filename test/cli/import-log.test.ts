import { expect, test } from 'vitest'
import { calendars } from '../../src/calendars.ts'
import type { CliWorld } from '../../src/cli/command.ts'
import { runCli } from '../../src/cli/main.ts'
import { readConfig } from '../../src/config.ts'
import { invalid, ok } from '../../src/core/problem.ts'
import { instantOf } from '../../src/core/wall-clock.ts'
import { listFacts } from '../../src/store/facts.ts'
import { adopt } from '../support/adopt.ts'
import { samplePlan } from '../support/plans.ts'
import { testHouse } from '../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const NOW = instantOf('2025-08-20', '08:00')
const LOG = `Ngày;Giờ;Nội dung;Thời lượng
04/08/2025;5h31;CM CĐS số 16;15
06/08/2025;17h30;CM Chuyển đổi số;12
07/08/2025;5h00;Tiếp âm Đài TNVN;30
13/08/2025;;Tiếp âm;30
`

async function house(files: Record<string, string> = { 'thang 8/loa.csv': LOG }) {
  const opened = await testHouse()
  await adopt(opened.db, UNIT, samplePlan('ngok-tu-2025'), calendars, NOW)
  const run = async (...argv: string[]) => {
    const [out, err]: [string[], string[]] = [[], []]
    const world: CliWorld = {
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      clock: () => NOW,
      version: () => '',
      readFile: async (path) => {
        const text = files[path]
        return text === undefined
          ? invalid(`Không đọc được tệp ${path}.`)
          : ok(new TextEncoder().encode(text))
      },
      config: () => readConfig({}),
      openDb: async () => opened.db,
      tick: () => Promise.reject(new Error('keeps no beat')),
      serve: () => Promise.reject(new Error('serves nothing')),
    }
    return { code: await runCli(['import-log', ...argv], world), out, err }
  }
  return { opened, run }
}

const DIFFERENCE = [
  'Nhật ký phát 04/8 – 07/8/2025',
  '= 04/8/2025 05:31  Chuyên mục Chuyển đổi số và Nghị quyết số 57-NQ/TW trên hệ thống phát thanh xã (phát mới, số 16/26) ← “CM CĐS số 16”, 15 phút, dòng 2; theo lịch 05:30',
  '? 06/8/2025 17:30  Chuyên mục phát thanh về chuyển đổi số trên hệ thống truyền thanh xã (phát mới, chuyên mục 8/12) ← “CM Chuyển đổi số”, 12 phút, dòng 3; theo lịch 17:30 thứ Ba 5/8',
  '+ 07/8/2025 05:00  “Tiếp âm Đài TNVN”, 30 phút, dòng 4',
  '! dòng 5: không đọc được giờ “”',
  '= khớp: 1 · ? có thể khớp: 1 · − có trong lịch, không thấy phát: 0 · + đã phát, không có trong lịch: 1 · ! không đọc được: 1 dòng',
]

test('the difference is printed, and nothing is recorded', async () => {
  const { opened, run } = await house()
  await using _ = opened
  expect(await run('thang 8/loa.csv')).toEqual({
    code: 0,
    out: [...DIFFERENCE, 'Chưa ghi gì. Thêm --yes để ghi 1 dòng khớp (=).'],
    err: [],
  })
  expect(await listFacts(opened.db, UNIT)).toEqual([])
})

test('with --yes what matches is recorded, and a second time nothing', async () => {
  const { opened, run } = await house()
  await using _ = opened
  const first = await run('thang 8/loa.csv', '--yes')
  const second = await run('thang 8/loa.csv', '--yes', '--unit', UNIT)
  expect([first.out.at(-1), second.out.at(-1)]).toEqual(['Đã ghi 1 dòng.', 'Đã ghi 0 dòng.'])
  expect((await listFacts(opened.db, UNIT)).map(({ slotId, by }) => [slotId, by])).toEqual([
    ['ngok-tu-2025:C.I.2.a:16', 'Nhật ký phát (dòng lệnh)'],
  ])
})

test.each([
  [[], 'Cách dùng: nhip-song import-log'],
  [['khong-co.csv'], 'Không đọc được tệp khong-co.csv.'],
  [['trong.csv'], 'Tệp trống.'],
  [['tieu-de.csv'], 'Nhật ký chỉ có dòng tiêu đề, chưa có lần phát nào.'],
  [['khong-ngay.csv'], 'Không đọc được ngày ở cột “Ngày”, ví dụ “31/04/2026”'],
  [['khong-gio.csv'], 'Không đọc được giờ ở cột “Giờ”, ví dụ “25:30”'],
  [['la.csv'], 'Không tìm thấy cột ngày và cột giờ'],
  [['thang 8/loa.csv', '--unit', 'xa-la'], 'Không có đơn vị "xa-la"'],
])('import-log %j is refused in one line', async (argv, words) => {
  const { opened, run } = await house({
    ...{ 'thang 8/loa.csv': LOG, 'trong.csv': '', 'la.csv': 'a,b\n1,2\n', 'tieu-de.csv': 'Ngày,Giờ\n' },
    'khong-ngay.csv': 'Ngày,Giờ\n31/04/2026,05:30\n',
    'khong-gio.csv': 'Ngày,Giờ\n03/08/2026,25:30\n',
  })
  await using _ = opened
  const { code, err } = await run(...argv)
  expect([code, err.length, err.join().includes(words)]).toEqual([1, 1, true])
})

test('days under English headings that read two ways are asked for, nothing is recorded by chance', async () => {
  const files = {
    'loa.csv': 'Date,Time,Title\n04/08/2025,05:30,CM CĐS số 16\n06/08/2025,17:30,CM Chuyển đổi số\n',
  }
  const { opened, run } = await house(files)
  await using _ = opened
  const { code, out, err } = await run('loa.csv', '--yes')
  expect([code, out, err.join('\n')]).toEqual([1, [], expect.stringContaining('Cột ngày đọc được hai cách')])
  expect(await listFacts(opened.db, UNIT)).toEqual([])
})
