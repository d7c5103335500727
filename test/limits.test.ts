import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../scripts/tool.ts'

const textOf = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const GUIDE = textOf('docs/gioi-han.md')

/** Rows of the guide, with the number as the code writes it; `times` is what the guide counts it in. */
const LIMITS: [row: string, path: string, inCode: RegExp, times?: number][] = [
  ['việc nặng cùng lúc', 'src/node/workshop.ts', /line: \{ atOnce: (\d+)/],
  ['việc nặng đang chờ', 'src/node/workshop.ts', /line: \{ atOnce: 1, waiting: (\d+)/],
  ['chờ đến lượt một việc nặng', 'src/node/workshop.ts', /patienceMs: ([\d_]+)/, 1000],
  ['bộ nhớ của một việc', 'src/node/workshop.ts', /memoryMb: (\d+)/],
  ['bộ nhớ tiến trình riêng giữ lại', 'src/node/workshop.ts', /keptMb: (\d+)/],
  ['thời gian của một việc', 'src/node/workshop.ts', /longestMs: ([\d_]+)/, 1000],
  ['kỳ của một kế hoạch gửi qua trang hoặc API', 'src/core/plan/size.ts', /MOST_SLOTS = ([\d_]+)/],
  ['băm mật khẩu cùng lúc', 'src/accounts/hashing.ts', /MOST = \{ atOnce: (\d+)/],
  ['danh sách dài trên một trang', 'src/routes/views/long-list.ts', /MOST_LINES = (\d+)/],
  ['kỳ trong phụ lục II của báo cáo Word', 'src/reports/docx.ts', /MOST_LINES = (\d+)/],
  ['kỳ đọc ra hoặc xét một lượt', 'src/store/slots.ts', /AT_ONCE = (\d+)/],
  ['đơn vị đọc ra một lượt', 'src/store/roll-up.ts', /UNITS_AT_ONCE = (\d+)/],
  ['kết quả của đơn vị giữ sẵn', 'src/actions/kept-tallies.ts', /MOST = ([\d_]+)/],
  ['ô chữ trong tệp dữ liệu', 'src/store/unit-rows-fault.ts', /LONGEST_TEXT = ([\d_]+)/, 1_000_000],
  ['yêu cầu đang chờ đến lượt', 'src/node/deps.ts', /MOST_WAITING = (\d+)/],
  ['kết nối mở cùng lúc', 'src/node.ts', /MOST_CONNECTIONS = (\d+)/],
  ['kết nối được đón', 'src/node/arrivals.ts', /AT_ONCE = (\d+)/],
  ['phần đầu của một yêu cầu', 'src/node.ts', /HEADS_MS = ([\d_]+)/, 1000],
  ['thân yêu cầu của người chưa', 'src/routes/middleware/limit-body.ts', /SMALL = (\d+) \* KIB/],
  ['phần dư của thân bị từ chối', 'src/routes/middleware/limit-body.ts', /READ_AWAY = (\d+) \* MIB/],
  ['thân yêu cầu trên 16 KB', 'src/node/deps.ts', /atOnce: (\d+) \* MIB/],
  ['yêu cầu gửi dồn trên một kết nối', 'src/node/one-by-one.ts', /MOST_WAITING = (\d+)/],
  ['cỡ tệp', 'src/actions/read-play-log.ts', /MOST_BYTES = (\d+) \* MIB/],
  ['dòng', 'src/actions/read-play-log.ts', /MOST_ROWS = ([\d_]+)/],
  ['cột', 'src/actions/read-play-log.ts', /columns: (\d+)/],
  ['ô có chữ', 'src/actions/read-play-log.ts', /cells: ([\d_]+)/, 1_000_000],
  ['bảng tính bung ra', 'src/actions/read-play-log.ts', /unfolded: (\d+) \* MIB/],
  ['kế hoạch trong bảng Excel', 'src/actions/read-plan-book.ts', /rows: ([\d_]+)/],
  ['dấu phẩy trong ngoặc', 'src/actions/plan-yaml.ts', /MOST_COMMAS = ([\d_]+)/],
  ['độ dài', 'src/core/document/source.ts', /MAX_PAGES = (\d+)/],
  ['lượt quét sau lượt trước', 'src/scheduler/tick.ts', /AHEAD_MS = (\d+) \* DAY_MS/],
  ['ngày của một ghi nhận', 'src/core/record/reach.ts', /DAYS_BEFORE = (\d+)/],
  ['chuyển ghi nhận sang tệp chính', 'src/node/one-file.ts', /LOOK_MS = (\d+)/, 1000],
  ['xem đĩa còn ghi được không', 'src/node/storage.ts', /PROBE_EVERY_MS = ([\d_]+)/, 1000],
  ['cỡ ảnh, PDF', 'src/config.ts', /PHOTO_MB: megabytes\(100\)\.default\((\d+)\)/],
  ['cỡ ghi âm', 'src/config.ts', /RECORDING_MB: megabytes\(100\)\.default\((\d+)\)/],
  ['cả đơn vị', 'src/config.ts', /FILES_QUOTA_MB: megabytes\(1_000_000\)\.default\((\d+)\)/, 1024],
  ['tệp một lần gửi', 'src/core/kept-file.ts', /MOST_FILES = (\d+)/],
  ['giữ sau khi rút', 'src/core/kept-file.ts', /STRUCK_KEPT_DAYS = (\d+)/],
  ['lịch được lập cùng lúc', 'src/node/deps.ts', /MAKINGS = \{ atOnce: (\d+)/],
  ['lịch đang chờ được lập', 'src/node/deps.ts', /MAKINGS = .*waiting: (\d+)/],
  ['cỡ lịch', 'src/ical/within.ts', /MOST_BYTES = ([\d_]+)/, 1_000_000],
]

test.each(LIMITS)('the guide says of “%s” what the code does', (row, path, inCode, times = 1) => {
  const number = Number(inCode.exec(textOf(path))?.[1]?.replaceAll('_', '')) / times
  const said = GUIDE.split('\n').find((line) => line.startsWith(`| ${row}`))
  expect(said?.split(' | ')[1]).toMatch(new RegExp(`(^|\\D)${number.toLocaleString('vi')}(\\D|$)`))
})
