import { describe, expect, test } from 'vitest'
import { commandLine } from '../support/command-line.ts'

const GOOD = `id: thu-2025
title: Kế hoạch thử
unit: { code: xa-thu, name: UBND xã Thử }
year: 2025
obligations:
  - id: A.1
    title: Việc thử
    channels: [loudspeaker]
    lead: Văn phòng
    quote: nguyên văn
    cadence: { kind: rate, rrule: FREQ=WEEKLY;BYDAY=MO;COUNT=3, time: '05:30' }
`
const ODD = GOOD.replace("time: '05:30'", "time: '05:30', declared: 4")
const BAD = GOOD.replace('COUNT=3', 'COUNT=0').replace('year: 2025', 'year: hai')

const run = commandLine({
  files: {
    'dung.yaml': GOOD,
    'luu-y.yaml': ODD,
    'sai.yaml': BAD,
    'hong.yaml': GOOD.replace('title: Việc', '\ttitle: Việc'),
    'cu.yaml': new Uint8Array([0x69, 0x64, 0x3a, 0x20, 0xe9]),
    'to.yaml': new Uint8Array(10 * 1024 * 1024),
  },
})

describe('checking plan files', () => {
  test('a good one is told in one line', async () => {
    expect(await run('check', 'dung.yaml')).toEqual({
      code: 0,
      out: 'dung.yaml: đúng; 1 nhiệm vụ, 3 kỳ, 0 lưu ý',
      err: '',
    })
  })

  test('warnings are no faults', async () => {
    const { code, out, err } = await run('check', 'luu-y.yaml')
    expect([code, err]).toEqual([0, ''])
    expect(out.split('\n').map((line) => line.replace(/(?<=A\.1: ).*(?= \[)/, '…'))).toEqual([
      'luu-y.yaml: A.1: … [declared-mismatch]',
      'luu-y.yaml: A.1: … [infeasible-total]',
      'luu-y.yaml: đúng; 1 nhiệm vụ, 3 kỳ, 2 lưu ý',
    ])
  })

  test.each<[string, string[]]>([
    [
      'sai.yaml',
      [
        'sai.yaml:4:7: year: phải là năm, ví dụ 2025',
        'sai.yaml:11:35: obligations[0].cadence.rrule: COUNT=0 không đúng dạng của RFC 5545',
      ],
    ],
    ['hong.yaml', ['hong.yaml:7:5: thụt dòng bằng dấu cách, không dùng phím Tab']],
    ['cu.yaml', ['cu.yaml:1:1: không phải văn bản UTF-8']],
    ['to.yaml', ['to.yaml: Tệp kế hoạch lớn quá 1 MB.']],
    ['khong-co.yaml', ['khong-co.yaml: Không có tệp khong-co.yaml: hãy xem lại tên tệp và thư mục.']],
  ])('%s is told with its places, and ends with 1', async (file, errors) => {
    expect(await run('check', file)).toEqual({
      code: 1,
      out: '',
      err: errors.join('\n'),
    })
  })

  test('of several, each is told, and one bad one is enough to end with 1', async () => {
    expect(await run('check', 'hong.yaml', 'dung.yaml', 'cu.yaml')).toEqual({
      code: 1,
      out: 'dung.yaml: đúng; 1 nhiệm vụ, 3 kỳ, 0 lưu ý',
      err: [
        'hong.yaml:7:5: thụt dòng bằng dấu cách, không dùng phím Tab',
        'cu.yaml:1:1: không phải văn bản UTF-8',
        '2/3 tệp kế hoạch có lỗi.',
      ].join('\n'),
    })
  })

  test.each(['ngok-tu-2025', 'duc-pho-2024', 'quang-ngai-117-2022'])('%s is right', async (name) => {
    const { code, err } = await run('check', `content/plans/${name}.yaml`)
    expect([code, err]).toEqual([0, ''])
  })
})
