/**
 * A process that beats on a shared database, and may die in the middle of it, as a machine does:
 *
 *     node process.ts <database url> <mail url> <now> beat|die-before-send|die-after-send|die-in-turn
 */
import { post } from '../../src/channels/http.ts'
import { smtpChannel } from '../../src/channels/smtp.ts'
import { webhookChannel } from '../../src/channels/webhook.ts'
import { openNodeDb } from '../../src/node/db.ts'
import { tick } from '../../src/scheduler/tick.ts'
import { beatDeps } from '../support/beat-deps.ts'

const [, , url = '', mailUrl = '', now = '', mode] = process.argv
const db = await openNodeDb({ DATABASE_URL: url, DATABASE_AUTH_TOKEN: undefined })
const smtp = smtpChannel({ url: mailUrl, from: 'nhip-song@nhip.test' })
const die = () => process.kill(process.pid, 'SIGKILL')

const deps = beatDeps(db, {
  email: {
    reaches: true,
    send: async (letter, to, at) => {
      if (mode === 'die-before-send') die()
      const delivery = await smtp.send(letter, to, at)
      if (mode === 'die-after-send') die()
      return delivery
    },
    close: smtp.close,
  },
  webhook: webhookChannel(post),
})
if (mode === 'die-in-turn') {
  const batch = db.$client.batch.bind(db.$client)
  // The batch that would end the turn: it is claimed by then, and nothing of it is written.
  db.$client.batch = (statements, ...rest) => {
    if (JSON.stringify(statements).includes('INSERT INTO messages')) die()
    return batch(statements, ...rest)
  }
}
console.log(JSON.stringify(await tick(deps, Number(now))))
smtp.close()
db.$client.close()
