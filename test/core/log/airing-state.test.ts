import { describe, expect, test } from 'vitest'
import { airingState } from '../../../src/core/log/airing-state.ts'

describe('what a column of states says of a row', () => {
  test.each([
    'Đã phát',
    'Thành công (0 lỗi)',
    'Đã phát, không lỗi',
    'Hoàn thành - Cụm loa Chùa',
    'Phát xong tại Chợ Mới',
    'Played - no error',
    'Lỗi: 0',
    'không có lỗi',
    'Đúng giờ',
    'Hoàn tất',
    'Da phat',
    'DA_PHAT',
    'PLAY_SUCCESS',
    'Đã phát (không trễ)',
    'Đã phát, không bị mất tiếng',
    'Đã phát 15 phút',
    'Đã phát lại',
    'Cụm loa Chùa đã phát',
    'Hoàn thành - Nhà văn hoá thôn 3',
    'Phát đúng lịch',
    'Aired',
    '✅',
    'OK',
    'x',
    '1',
  ])('%s: it was played', (text) => {
    expect(airingState(text)).toEqual({ kind: 'aired', coverage: null })
  })

  test.each([
    'Mất kết nối',
    'Mất điện',
    'Đã dừng',
    'Offline',
    'Missed',
    'Gián đoạn',
    'Timeout',
    'Bị từ chối',
    'Hết giờ chờ',
    'Tạm dừng',
    'Aborted',
    '0',
    'Không thành công',
    'Chưa hoàn thành',
    'not played',
    'Khong phat duoc',
    'Phát lỗi',
    'Chờ duyệt',
    'Đang chờ phê duyệt',
    'Đã duyệt',
    'Được khởi tạo',
    'Sắp tới lịch phát',
    'Chưa tới lịch phát',
    'Đã xoá',
    'Đã huỷ',
    'Không hoạt động',
    'Ko phát được',
    'k thành công',
    'NOT_PLAYED',
    'notPlayed',
    'without success',
    "hasn't played",
    'Sẽ phát',
    'Đã hoãn',
    'Dời lịch',
    'Hết hạn',
    'Ngoài khung giờ phát cho phép',
    '0 thiết bị',
  ])('%s: it was not', (text) => {
    expect(airingState(text).kind).toBe('silent')
  })

  test.each([
    'Hoạt động',
    'Online',
    'Mức 15',
    'Chạy',
    'Không xác định',
    'Đã phát nhưng lỗi 2 cụm',
    'Hoàn thành một phần',
    'completed with errors',
    '#N/A',
    '7',
    'Gửi lệnh thành công',
    'Tải về thành công',
    'Kết nối bình thường',
    'Network OK',
    'Đã phát lệnh',
    'Đã phát hành',
    'Đã phát thử',
    'Kết thúc sớm',
    'Sẽ hoàn thành',
    'Thành công: 0',
    'Đã phát 0 lần',
    'Đã phát 80%',
    'Đã phát 5/15 phút',
    'Đã phát?',
    'Đã phát, không rõ mấy cụm',
    'Phát một phần',
    'Phát 12, lỗi 3',
    'Không bị ngắt',
    '14/15 phút',
    '03/08',
    'Lỗi 3/15',
    '3/15 thiết bị lỗi',
    '12/15 offline',
    '15/15 online',
  ])('%s: nobody can tell', (text) => {
    expect(airingState(text).kind).toBe('unclear')
  })

  test.each([
    ['12/15 thiết bị', 'aired', { played: 12, of: 15 }],
    ['Đã phát 12 / 15', 'aired', { played: 12, of: 15 }],
    ['0/12', 'silent', { played: 0, of: 12 }],
    ['12 trên 15 loa', 'aired', { played: 12, of: 15 }],
    ['12/15 (80%)', 'aired', { played: 12, of: 15 }],
    ['12/8/2026', 'unclear', null],
  ])('%s says on how many devices', (text, kind, coverage) => {
    expect(airingState(text)).toEqual({ kind, coverage })
  })

  test.each([
    ['Đã phát (0%)', 'unclear'],
    ['0 %', 'silent'],
    ['Đã phát (100%)', 'aired'],
    ['Hoàn thành, 0% lỗi', 'aired'],
  ])('%s says how much of it: %s', (text, kind) => {
    expect(airingState(text).kind).toBe(kind)
  })

  test('as it is at a moment, and nothing at all', () => {
    expect(['Đang phát', 'on air', '', null].map((cell) => airingState(cell).kind)).toEqual([
      'playing',
      'playing',
      'unsaid',
      'unsaid',
    ])
  })
})
