import { expect, test } from 'vitest'
import { listUsers } from '../../../src/accounts/user.ts'
import { addOfficer } from '../../support/people.ts'
import { testHouse } from '../../support/test-house.ts'

const UNIT = 'xa-ngok-tu'
const PASSWORD = 'Gió mùa đông bắc'

test('an admin reads who changed roles, tokens, settings and calendars, and when; nobody else does', async () => {
  await using house = await testHouse()
  await house.addUnit(UNIT, 'UBND xã Ngọk Tụ')
  const admin = await addOfficer(house.db, UNIT, { username: 'quantri', password: PASSWORD, role: 'admin' })
  const hoa = await addOfficer(house.db, UNIT, { username: 'hoa', password: PASSWORD })
  const id = (await listUsers(house.db, UNIT)).find(({ username }) => username === 'hoa')?.id
  const send = (path: string, fields: Record<string, string> = {}) =>
    house.send(path, fields, { cookie: admin })
  await send(`/nguoi-dung/${id}/vai-tro`, { vaiTro: 'leader' })
  await send('/ma-api', { ten: 'Bảng điện tử', vaiTro: 'viewer' })
  await send('/lich-ical', { ten: 'Chủ tịch', phamVi: 'all' })
  await send('/lich-ical/cong-khai', { mo: 'co' })
  await send('/nhac-viec/don-vi', { truoc: '30', gioNhac: '18:00', gioHoi: '21:15', gioSang: '06:45' })
  await send('/nhac-viec/don-vi/webhook', {
    ten: 'Nhóm Zalo',
    diaChi: 'https://zalo.example.vn/tin',
    loai: 'ask',
  })
  const page = await house.ask('/so-quan-tri', { cookie: admin })
  const text = (await page.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  const said = [
    'Lan thêm nơi nhận tin Nhóm Zalo : zalo.example.vn 08:00 04/8/2025',
    'Lan đổi giờ nhắc của đơn vị UBND xã Ngọk Tụ : Đơn vị được nhắc trước giờ phát 30 phút, hỏi xác nhận lúc 21:15',
    'Lan đổi việc công khai lịch tuần UBND xã Ngọk Tụ : công khai',
    'Lan tạo lịch đăng ký Chủ tịch',
    'Lan tạo mã truy cập API Bảng điện tử : Người xem',
    'Lan đổi vai trò của Lan : Lãnh đạo',
    'dòng lệnh thêm người dùng Lan : Cán bộ ghi nhận',
  ]
  const places = said.map((words) => text.indexOf(words))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places.every((place) => place > 0)).toBe(true)
  expect([page.status, text.includes('nhipsong_'), text.includes('whsec_')]).toEqual([200, false, false])
  expect((await house.ask('/so-quan-tri', { cookie: hoa })).status).toBe(403)
})
