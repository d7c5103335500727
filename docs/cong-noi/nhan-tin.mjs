/**
 * Nhận tin của Nhịp Sóng (webhook), kiểm chữ ký theo Standard Webhooks, rồi giao cho `forward`.
 * Chạy được với Node 20 trở lên, không cần cài thêm gì.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'

/** Tin cũ hơn năm phút bị từ chối: ai chép lại gói tin thì cũng không gửi lại được. */
const TOLERANCE_S = 300

/** Khoá dạng `whsec_…`, chép từ trang Giờ nhắc của đơn vị. */
function isSigned(headers, body, secret) {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures = '' } = headers
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > TOLERANCE_S) return false
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const ours = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest()
  return signatures.split(' ').some((signature) => {
    const theirs = Buffer.from(signature.replace('v1,', ''), 'base64')
    return theirs.length === ours.length && timingSafeEqual(theirs, ours)
  })
}

/** `forward` nhận tin đã kiểm; ném lỗi thì Nhịp Sóng sẽ gửi lại sau. */
export function receive({ secret, port, forward }) {
  const seen = new Set()
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const id = request.headers['webhook-id']
    const end = (status) => response.writeHead(status).end()
    if (!isSigned(request.headers, body, secret)) return end(401)
    if (seen.has(id)) return end(204)
    try {
      await forward(JSON.parse(body))
      // Nhịp Sóng gửi ít nhất một lần: sau sự cố, cùng một tin có thể đến hai lần.
      seen.add(id)
      if (seen.size > 1000) seen.delete(seen.values().next().value)
      end(204)
    } catch (error) {
      console.error(error)
      end(502)
    }
  })
  server.listen(port, () => console.log(`Đang nghe ở cổng ${server.address().port}`))
  return server
}

/** Tin dài được chia ở chỗ xuống dòng, không bị cắt. `most`: số ký tự nhiều nhất một phần. */
export function parts(text, most) {
  if (text.length <= most) return [text]
  const line = text.lastIndexOf('\n', most)
  const end = line > 0 ? line : most
  return [text.slice(0, end), ...parts(text.slice(end).trimStart(), most)]
}

export async function post(url, options) {
  const answer = await fetch(url, { method: 'POST', ...options, signal: AbortSignal.timeout(10_000) })
  if (!answer.ok) throw new Error(`${new URL(url).host} trả lời ${answer.status}`)
  return answer.json()
}
