import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/main.ts'
import { commandLine } from '../support/command-line.ts'

const run = commandLine()
const PLAN = 'content/plans/ngok-tu-2025.yaml'

describe('help', () => {
  test.each([['help'], ['--help'], ['-h'], []])(
    '%s names every command, in Vietnamese with a line of English',
    async (...argv) => {
      const { code, out, err } = await run(...argv)
      expect([code, err]).toEqual([0, ''])
      for (const { usage, summary, english } of Object.values(COMMANDS))
        expect(out).toContain(`  nhip-song ${usage}\n      ${summary}\n      ${english}\n`)
    },
  )

  test.each(Object.keys(COMMANDS))('%s --help says how to use it and does nothing', async (name) => {
    for (const flag of ['--help', '-h']) {
      const { code, out, err } = await run(name, flag)
      expect([code, err, out.split('\n')[0]]).toEqual([
        0,
        '',
        `Cách dùng: nhip-song ${COMMANDS[name]?.usage}`,
      ])
    }
  })
})

describe('a wrong command line ends with 1, one clear line on stderr and nothing on stdout', () => {
  const calendar = COMMANDS.calendar?.usage
  test.each<[string[], string]>([
    [['lich'], `Không có lệnh "lich". Các lệnh: ${Object.keys(COMMANDS).join(', ')}.`],
    [['constructor'], `Không có lệnh "constructor". Các lệnh: ${Object.keys(COMMANDS).join(', ')}.`],
    [['calendar'], 'Thiếu tệp kế hoạch: hãy ghi đường dẫn tới một tệp .yaml.'],
    [['calendar', PLAN, 'b.yaml'], 'Chỉ nhận một tệp kế hoạch; thừa: b.yaml.'],
    [
      ['calendar', 'khong-co.yaml'],
      'khong-co.yaml: Không có tệp khong-co.yaml: hãy xem lại tên tệp và thư mục.',
    ],
    [['calendar', 'content'], 'content: content là thư mục: hãy ghi tên một tệp.'],
    [['calendar', PLAN, '--format', 'pdf'], 'Dạng "pdf" không có: dùng table, json, ics.'],
    [['calendar', PLAN, '--format', 'constructor'], 'Dạng "constructor" không có: dùng table, json, ics.'],
    [['calendar', PLAN, '--yaer', '2026'], `Không có lựa chọn "--yaer". Cách dùng: nhip-song ${calendar}`],
    [['calendar', PLAN, '-y'], `Không có lựa chọn "-y". Cách dùng: nhip-song ${calendar}`],
    [['calendar', PLAN, '--year'], `Một lựa chọn thiếu giá trị. Cách dùng: nhip-song ${calendar}`],
    ...['', '26', 'nay', '1975', '2201', '2025.0', '+2025', '２０２５'].map((year): [string[], string] => [
      ['calendar', PLAN, `--year=${year}`],
      `Năm "${year}" không đúng: hãy ghi bốn chữ số, từ 1976 đến 2200.`,
    ]),
    [['check'], 'Thiếu tệp kế hoạch: hãy ghi một hay nhiều tệp .yaml.'],
    [['adopt'], 'Thiếu tệp kế hoạch: hãy ghi đường dẫn tới một tệp .yaml.'],
    [
      ['adopt', PLAN, '--unit', 'Xã Ngọk Tụ'],
      'Mã đơn vị "Xã Ngọk Tụ" không đúng: chỉ gồm chữ thường không dấu, số và gạch nối.',
    ],
    [['count', 'ngok-tu-2025'], 'Thừa: ngok-tu-2025.'],
    [['count', '--basis', 'year'], 'Cách tính "year" không có: dùng plan-year hoặc report-year.'],
    [['count', '--as-of', '31/12/2025'], 'Ngày "31/12/2025" không đúng: viết dạng YYYY-MM-DD.'],
    [['count', '--as-of', '2025-02-29'], 'Ngày "2025-02-29" không đúng: viết dạng YYYY-MM-DD.'],
    [['count', '--format', 'xlsx'], 'Dạng "xlsx" không có: dùng table, json, csv.'],
    [['serve', '8080'], 'Thừa: 8080.'],
    [['migrate', 'now'], 'Thừa: now.'],
  ])('%j', async (argv, message) => {
    expect(await run(...argv)).toEqual({ code: 1, out: '', err: message })
  })

  test('settings that are odd are refused before anything is done, all of them at once', async () => {
    const odd = commandLine({ env: { PORT: 'tám', DATABASE_URL: 'mysql://x' } })
    const { code, out, err } = await odd('adopt', PLAN)
    expect([code, out]).toEqual([1, ''])
    expect(err).toBe(
      'Cấu hình chưa đúng: PORT cần số cổng từ 0 đến 65535; DATABASE_URL cần file:<đường dẫn> hoặc libsql://<máy chủ>.',
    )
  })
})

test('--version says what runs', async () => {
  expect(await commandLine()('--version')).toEqual({ code: 0, out: 'Nhịp Sóng thử', err: '' })
})
