/** A letter for tests of channels. */
import type { Letter } from '../../src/channels/channel.ts'

export const letter: Letter = {
  id: '0123456789abcdef0123456789abcdef',
  kind: 'ask',
  unit: { code: 'xa-ngok-tu', name: 'UBND xã Ngọk Tụ' },
  subject: '2 khung thứ Hai 4/8 chưa xác nhận',
  text: 'UBND xã Ngọk Tụ còn 2 khung chưa xác nhận.',
  html: '<p>UBND xã Ngọk Tụ còn <b>2 khung</b> chưa xác nhận.</p>',
  url: 'https://nhip.test/tuan/2025-W32',
  settingsUrl: 'https://nhip.test/nhac-viec',
}
