/** E-mail through an SMTP server, on Node. */
import { createTransport } from 'nodemailer'
import { type Channel, type Delivery, type EmailAddress, later, never, PATIENCE_MS, sent } from './channel.ts'
import { whyUnreachable } from './why.ts'

/** `url` as nodemailer reads it: `smtps://user:password@host:465`. */
export function smtpChannel({ url, from }: { url: string; from: string }): Channel<EmailAddress> {
  const transport = createTransport({
    ...addressOf(url),
    pool: true,
    maxConnections: 4,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
  })
  return {
    reaches: true,
    send: async ({ id, subject, text, html, settingsUrl, unit }, to) => {
      // Mail readers that see one id twice show one mail: what a crash sent again stays one.
      const messageId = `<${id}@${unit.code}.nhip-song>`
      const headers = { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': `<${settingsUrl}>` }
      try {
        await transport.sendMail({ from, to, subject, text, html, messageId, headers })
        return sent
      } catch (error) {
        return judge(error as SmtpError)
      }
    },
    close: () => transport.close(),
  }
}

function addressOf(url: string) {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const auth = username
    ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
    : undefined
  return { host: hostname, port: Number(port) || (secure ? 465 : 587), secure, ...(auth && { auth }) }
}

type SmtpError = Error & { code?: string; responseCode?: number; command?: string }

/** 4xx passes (RFC 5321, 4.2.1); 5xx about this mail never does; about us, a password say, somebody will put it right. */
function judge(error: SmtpError): Delivery {
  const { code, responseCode, command } = error
  if (code === 'EAUTH') return later('máy chủ thư không nhận tài khoản', { down: true })
  if (responseCode === undefined) return later(whyUnreachable(error, 'máy chủ thư'), { down: true })
  const why = `máy chủ thư trả lời ${responseCode}`
  const aboutMail = /^(RCPT|DATA|MAIL)/.test(command ?? '') || code === 'EENVELOPE' || code === 'EMESSAGE'
  return responseCode >= 500 && aboutMail ? never(why) : later(why, { down: !aboutMail })
}
