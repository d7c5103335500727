/** A real SMTP server that keeps what it gets, can be switched off, and refuses whom it is told to refuse. */
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type Mail = { to: string; subject: string; text: string; messageId: string; raw: string }

/** The SMTP code with which a recipient is refused, or null. */
type Refusal = (to: string) => number | null

/**
 * - `url`: for `MAIL_URL`
 * - `mails`: all that arrived, in order
 * - `refuse`: set it to refuse recipients
 * - `switchOff()`, `switchOn()`: the same port closed, and open again
 */
export async function mailServer() {
  const house = { mails: [] as Mail[], refuse: (() => null) as Refusal, port: 0 }
  let server = start(house)
  await listen(server, house)
  return Object.assign(house, {
    url: `smtp://127.0.0.1:${house.port}`,
    switchOff: () => close(server),
    switchOn: async () => {
      server = start(house)
      await listen(server, house)
    },
    [Symbol.asyncDispose]: () => close(server),
  })
}

type House = { mails: Mail[]; refuse: Refusal; port: number }

function start(house: House): SMTPServer {
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    closeTimeout: 100,
    onAuth: (_auth, _session, done) => done(new Error('nobody has an account here')),
    onRcptTo({ address }, _session, done) {
      const code = house.refuse(address)
      done(code === null ? null : Object.assign(new Error('refused'), { responseCode: code }))
    },
    async onData(stream, session, done) {
      const raw = await text(stream)
      const to = session.envelope.rcptTo.map(({ address }) => address).join(',')
      const said = { subject: subjectOf(raw), text: textOf(raw) }
      house.mails.push({ to, ...said, messageId: header(raw, 'Message-ID'), raw })
      done()
    },
  })
  // A client that is killed in the middle of a session is part of what tests do.
  server.on('error', () => undefined)
  return server
}

async function listen(server: SMTPServer, house: House): Promise<void> {
  await new Promise<void>((done) => server.listen(house.port, '127.0.0.1', done))
  house.port = (server.server.address() as AddressInfo).port
}

const close = (server: SMTPServer): Promise<void> => new Promise((done) => server.close(() => done()))

/** A header of a mail, its folded lines joined. */
export const header = (raw: string, name: string): string =>
  new RegExp(`^${name}: ((?:.*\\r?\\n[ \\t])*.*)`, 'im')
    .exec(raw)?.[1]
    ?.replace(/\r?\n[ \t]+/g, ' ')
    .trim() ?? ''

/** Encoded words (RFC 2047), decoded together: a letter may be cut in two by the end of one. */
function subjectOf(raw: string): string {
  const subject = header(raw, 'Subject').replace(/\?= =\?/g, '?==?')
  const bytes = subject.replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, form: string, words: string) =>
    form.toUpperCase() === 'B' ? atob(words) : unquoted(words.replaceAll('_', ' ')),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** What it says in plain words, beside the page that it is too. */
function textOf(raw: string): string {
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(raw) ?? []
  const part =
    raw.split(`\r\n--${boundary}\r\n`).find((one) => one.startsWith('Content-Type: text/plain')) ?? ''
  const body = part.slice(part.indexOf('\r\n\r\n') + 4)
  const bytes =
    header(part, 'Content-Transfer-Encoding') === 'base64' ? atob(body) : unquoted(body.replace(/=\r\n/g, ''))
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n')
}

const unquoted = (words: string): string =>
  words.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
