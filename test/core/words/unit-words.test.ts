import { expect, test } from 'vitest'
import { fullOffice, officeHeading, placeOf, stationOf } from '../../../src/core/words/unit-words.ts'

test.each([
  ['UBND xã Ngọk Tụ', ['ỦY BAN NHÂN DÂN', 'XÃ NGỌK TỤ'], 'Ủy ban nhân dân xã Ngọk Tụ'],
  ['Uỷ ban nhân dân xã Ngọk Tụ', ['ỦY BAN NHÂN DÂN', 'XÃ NGỌK TỤ'], 'Ủy ban nhân dân xã Ngọk Tụ'],
  ['Xã Ngọk Tụ', ['ỦY BAN NHÂN DÂN', 'XÃ NGỌK TỤ'], 'Ủy ban nhân dân xã Ngọk Tụ'],
  ['XÃ NGỌK TỤ', ['ỦY BAN NHÂN DÂN', 'XÃ NGỌK TỤ'], 'Ủy ban nhân dân xã Ngọk Tụ'],
  ['ỦY BAN NHÂN DÂN XÃ BỜ Y', ['ỦY BAN NHÂN DÂN', 'XÃ BỜ Y'], 'Ủy ban nhân dân xã Bờ Y'],
  ['ubnd Đặc Khu Lý Sơn', ['ỦY BAN NHÂN DÂN', 'ĐẶC KHU LÝ SƠN'], 'Ủy ban nhân dân đặc khu Lý Sơn'],
  ['TP. Đà Nẵng', ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ ĐÀ NẴNG'], 'Ủy ban nhân dân thành phố Đà Nẵng'],
  ['UBND TP.HUẾ', ['ỦY BAN NHÂN DÂN', 'THÀNH PHỐ HUẾ'], 'Ủy ban nhân dân thành phố Huế'],
  ['phường Kon Tum', ['ỦY BAN NHÂN DÂN', 'PHƯỜNG KON TUM'], 'Ủy ban nhân dân phường Kon Tum'],
  ['Trung tâm Truyền thông Sơn Hà', ['TRUNG TÂM TRUYỀN THÔNG SƠN HÀ'], 'Trung tâm Truyền thông Sơn Hà'],
  // Nobody named it yet: the name is left to be written in, a code is none.
  ['xa-01', ['ỦY BAN NHÂN DÂN', '………………'], 'xa-01'],
])('%s heads its papers as %j', (name, heading, full) => {
  expect([officeHeading(name), fullOffice(name)]).toEqual([heading, full])
})

test.each([
  ['UBND xã Ngọk Tụ', 'xã Ngọk Tụ', 'Đài truyền thanh xã Ngọk Tụ'],
  ['Xã Ngọk Tụ', 'xã Ngọk Tụ', 'Đài truyền thanh xã Ngọk Tụ'],
  ['XÃ NGỌK TỤ', 'xã Ngọk Tụ', 'Đài truyền thanh xã Ngọk Tụ'],
  ['Trung tâm Văn hoá Sơn Hà', 'Trung tâm Văn hoá Sơn Hà', 'Trung tâm Văn hoá Sơn Hà'],
])('%s is %s in a sentence, and on air %s', (name, place, station) => {
  expect([placeOf(name), stationOf(name)]).toEqual([place, station])
})
