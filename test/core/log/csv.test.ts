import { describe, expect, test } from 'vitest'
import { csv } from '../../../src/core/log/csv.ts'

describe('CSV as spreadsheets read it', () => {
  test.each<[string | number | null, string]>([
    ['Truyền thanh', 'Truyền thanh'],
    ['', ''],
    [null, ''],
    [0, '0'],
    [-5, '-5'],
    ['a,b', '"a,b"'],
    ['a "b"', '"a ""b"""'],
    ['hai\ndòng', '"hai\ndòng"'],
    ['=SUM(A1)', "'=SUM(A1)"],
    ['+84 90', "'+84 90"],
    ['-5', "'-5"],
    ['@xa', "'@xa"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['=HYPERLINK("http://a","b")', `"'=HYPERLINK(""http://a"",""b"")"`],
    ['a=b', 'a=b'],
  ])('%j is %j', (value, cell) => {
    expect(csv([[value]])).toBe(`${cell}\r\n`)
  })

  test('rows end as RFC 4180 says', () => {
    expect(
      csv([
        ['a', 1],
        ['b', null],
      ]),
    ).toBe('a,1\r\nb,\r\n')
  })
})
