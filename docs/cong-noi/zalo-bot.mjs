/**
 * Nhịp Sóng → từng người trên Zalo, qua một bot của Zalo Bot Platform (không cần OA đã xác thực).
 *
 *     BOT=123:abc node docs/cong-noi/zalo-bot.mjs tim
 *     KHOA=whsec_… BOT=123:abc NGUOI=<mã>,<mã> node docs/cong-noi/zalo-bot.mjs
 *
 * BOT: mã của bot do Zalo cấp khi tạo bot. Mỗi người nhắn một câu cho bot, rồi chạy với `tim` để xem mã của người ấy.
 */
import { post, receive } from './nhan-tin.mjs'

const { KHOA, BOT, NGUOI = '', CONG = '8080', ZALO = 'https://bot-api.zaloplatforms.com' } = process.env

/** Zalo nhận nhiều nhất chừng này ký tự một tin: tin dài được chia ở chỗ xuống dòng, không bị cắt. */
const MOST = 2000

async function call(method, body) {
  const answer = await post(`${ZALO}/bot${BOT}/${method}`, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  // Zalo trả lời 200 kể cả khi từ chối.
  if (!answer.ok) throw new Error(`Zalo từ chối: ${answer.description ?? answer.error_code}`)
  return answer.result
}

function parts(text) {
  if (text.length <= MOST) return [text]
  const line = text.lastIndexOf('\n', MOST)
  const end = line > 0 ? line : MOST
  return [text.slice(0, end), ...parts(text.slice(end).trimStart())]
}

if (process.argv[2] === 'tim') {
  const { message } = (await call('getUpdates', { timeout: 8 })) ?? {}
  console.log(
    message
      ? `${message.chat.id}  ${message.from.display_name ?? message.from.name ?? ''}`
      : 'Chưa ai nhắn cho bot.',
  )
} else
  receive({
    secret: KHOA,
    port: Number(CONG),
    forward: async ({ data }) => {
      for (const id of NGUOI.split(',').filter(Boolean))
        for (const text of parts(`${data.subject}\n\n${data.text}`))
          await call('sendMessage', { chat_id: id, text })
    },
  })
