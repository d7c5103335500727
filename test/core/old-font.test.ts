import { expect, test } from 'vitest'
import { oldFont } from '../../src/core/old-font.ts'

test.each([
  ['TCVN3', 'Chuyªn môc ph¸t thanh xÔ'],
  ['TCVN3', 'Kh«ng ph¸t ®­îc'],
  ['TCVN3', '§¶ng ñy x· vµ c¸c tæ chøc'],
  ['TCVN3', 'Kế hoạch của xã\nB¶n tin §¶ng ñy tuÇn nµy'],
  ['TCVN3', 'Thêi gian thùc hiÖn: QuyÕt ®Þnh, thÞ x·, kÕ ho¹ch'],
  ['TCVN3', 'TriÓn khai chuyÓn ®æi IPv6'],
  ['TCVN3', 'NguyÔn V¨n An'],
  ['TCVN3', 'TrÇn V©n, trang tin x·'],
  ['VNI', 'Chuyeân muïc Noâng thoân môùi'],
  ['VNI', 'Ngaøy'],
  ['VNI', 'Giôø phaùt'],
  ['VNI', 'Quyeát ñònh veà vieäc ban haønh keá hoaïch'],
  [null, 'Chuyên mục Nông thôn mới của Đảng ủy xã'],
  [null, 'Chương trình «Bạn nhà nông», 20 m², ½ giờ, Windows® 11 © 2026'],
  [null, '§ 5. Điều khoản'],
  [null, 'thông\u00adtin'],
  [null, 'Công ty Müller & König, xã Ngọk Tụ'],
  [null, 'Zürich, Citroën, señor Peña, naïve'],
  [null, 'Ñu nao hlăm buôn. Vâi hdroâng mâu hdroâng kong pơlê'],
  [null, ''],
])('%s: %s', (font, text) => {
  expect(oldFont(text)).toBe(font)
})
