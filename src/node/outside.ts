/**
 * Posting to addresses that people typed, on Node. What a name stands for is looked at where the connection is made, and
 * the connection goes to the very address that was looked at: a name that turns to the server's own network between two
 * questions gains nothing. (On Workers the platform itself keeps out of private networks.)
 */
import { type LookupAddress, lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { PATIENCE_MS } from '../channels/channel.ts'
import { INSIDE, type Post, unanswered } from '../channels/http.ts'
import { isPublic } from '../network.ts'

type Resolve = (
  host: string,
  options: { all: true },
  done: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void

type Given = { resolve?: Resolve; allowed?: (address: string) => boolean }

/** `resolve` and `allowed` are the system's and the open internet, unless a test says otherwise. */
export function postOutside({ resolve = lookup, allowed = isPublic }: Given = {}): Post {
  const only: LookupFunction = (host, options, done) =>
    resolve(host, { ...options, all: true }, (error, found) => {
      const [first] = found ?? []
      if (error || !first) return done(error ?? inside(), [])
      // All of them: which one is tried first is the system's choice.
      if (!found.every(({ address }) => allowed(address))) return done(inside(), [])
      return options.all ? done(null, found) : done(null, first.address, first.family)
    })

  return ({ url, headers, body, who }) =>
    new Promise((done) => {
      const target = new URL(url)
      const host = target.hostname.replace(/^\[(.*)\]$/, '$1')
      // A literal address is never looked up.
      if (isIP(host) && !allowed(host)) return done(unanswered(inside(), who))
      const request = target.protocol === 'https:' ? requestHttps : requestHttp
      const signal = AbortSignal.timeout(PATIENCE_MS)
      const sent = { ...headers, 'content-length': String(new TextEncoder().encode(body).length) }
      const asked = request(
        target,
        { method: 'POST', headers: sent, signal, agent: false, lookup: only },
        (answer) => {
          const { statusCode = 0, headers: said } = answer
          // Nobody reads the rest, and it may never end.
          answer.destroy()
          const wait = said['retry-after']
          done(new Response(null, { status: statusCode, headers: wait ? { 'retry-after': wait } : {} }))
        },
      )
      asked.on('error', (error) => done(unanswered(signal.aborted ? signal.reason : error, who)))
      asked.end(body)
    })
}

const inside = () => Object.assign(new Error('an address inside'), { code: INSIDE })
