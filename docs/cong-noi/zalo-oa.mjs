/**
 * Nhịp Sóng → người quan tâm Zalo OA của xã.
 *
 *     KHOA=whsec_… UNG_DUNG=<app id> KHOA_UNG_DUNG=<secret key> NGUOI=<user id>,<user id> node docs/cong-noi/zalo-oa.mjs
 *
 * Lần đầu, ghi refresh token của OA vào tệp `zalo-oa.json`: {"refresh": "…"}. Mã này chỉ dùng được một lần, nên mỗi lần
 * đổi mã, tệp được ghi lại; mất tệp thì phải cấp quyền lại ở trang quản lý OA.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { parts, post, receive } from './nhan-tin.mjs'

const { KHOA, UNG_DUNG, KHOA_UNG_DUNG, NGUOI = '', CONG = '8081', TEP = 'zalo-oa.json' } = process.env
const { ZALO = 'https://openapi.zalo.me', ZALO_OAUTH = 'https://oauth.zaloapp.com' } = process.env

/** Zalo nhận nhiều nhất chừng này ký tự một tin. */
const MOST = 2000

let tokens = JSON.parse(readFileSync(TEP, 'utf8'))

/** Mã truy cập sống chừng một ngày; đổi sớm một giờ. */
async function accessToken() {
  if (tokens.access && Date.now() < tokens.until) return tokens.access
  const answer = await post(`${ZALO_OAUTH}/v4/oa/access_token`, {
    headers: { secret_key: KHOA_UNG_DUNG },
    body: new URLSearchParams({
      refresh_token: tokens.refresh,
      app_id: UNG_DUNG,
      grant_type: 'refresh_token',
    }),
  })
  if (!answer.access_token) throw new Error(`Zalo không đổi mã: ${JSON.stringify(answer)}`)
  const until = Date.now() + (Number(answer.expires_in) - 3600) * 1000
  tokens = { access: answer.access_token, refresh: answer.refresh_token, until }
  // Ghi xong mới đổi tên: mất điện giữa chừng không làm mất mã.
  writeFileSync(`${TEP}.moi`, JSON.stringify(tokens))
  renameSync(`${TEP}.moi`, TEP)
  return tokens.access
}

async function send(user, text) {
  const answer = await post(`${ZALO}/v3.0/oa/message/cs`, {
    headers: { 'content-type': 'application/json', access_token: await accessToken() },
    body: JSON.stringify({ recipient: { user_id: user }, message: { text } }),
  })
  // Zalo trả lời 200 kể cả khi từ chối.
  if (answer.error) throw new Error(`Zalo từ chối: ${answer.message}`)
}

receive({
  secret: KHOA,
  port: Number(CONG),
  forward: async ({ data }) => {
    for (const user of NGUOI.split(',').filter(Boolean))
      for (const text of parts(`${data.subject}\n\n${data.text}`, MOST)) await send(user, text)
  },
})
