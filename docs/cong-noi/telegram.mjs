/**
 * Nhịp Sóng → một nhóm Telegram.
 *
 *     KHOA=whsec_… BOT=123:abc NHOM=-100123 node docs/cong-noi/telegram.mjs
 *
 * BOT: mã của bot do @BotFather cấp; NHOM: mã của nhóm mà bot đã được thêm vào.
 */
import { post, receive } from './nhan-tin.mjs'

const { KHOA, BOT, NHOM, CONG = '8080', TELEGRAM = 'https://api.telegram.org' } = process.env

receive({
  secret: KHOA,
  port: Number(CONG),
  forward: ({ data }) =>
    post(`${TELEGRAM}/bot${BOT}/sendMessage`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: NHOM, text: `${data.subject}\n\n${data.text}`.slice(0, 4096) }),
    }),
})
