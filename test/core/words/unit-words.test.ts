import { expect, test } from 'vitest'
import { fullOffice, officeHeading } from '../../../src/core/words/unit-words.ts'

test.each([
  ['UBND xã Ngọk Tụ', ['ỦY BAN NHÂN DÂN', 'XÃ NGỌK TỤ'], 'Ủy ban nhân dân xã Ngọk Tụ'],
  ['Uỷ ban nhân dân xã Ngọk Tụ', ['ỦY BAN NHÂN DÂN', 'XÃ NGỌK TỤ'], 'Ủy ban nhân dân xã Ngọk Tụ'],
  ['Xã Ngọk Tụ', ['ỦY BAN NHÂN DÂN', 'XÃ NGỌK TỤ'], 'Ủy ban nhân dân xã Ngọk Tụ'],
  ['phường Kon Tum', ['ỦY BAN NHÂN DÂN', 'PHƯỜNG KON TUM'], 'Ủy ban nhân dân phường Kon Tum'],
  ['Trung tâm Truyền thông Sơn Hà', ['TRUNG TÂM TRUYỀN THÔNG SƠN HÀ'], 'Trung tâm Truyền thông Sơn Hà'],
  // Nobody named it yet: the name is left to be written in, a code is none.
  ['xa-01', ['ỦY BAN NHÂN DÂN', '………………'], 'xa-01'],
])('%s heads its papers as %j', (name, heading, full) => {
  expect([officeHeading(name), fullOffice(name)]).toEqual([heading, full])
})
