/** What every answer says to the browser: nothing from elsewhere, nothing inline, nobody frames us. */
import type { MiddlewareHandler } from 'hono'
import { secureHeaders as honoSecureHeaders } from 'hono/secure-headers'
import type { Env } from '../env.ts'

const SELF = ["'self'"]
const NONE = ["'none'"]

const headers = (https: boolean) =>
  honoSecureHeaders({
    contentSecurityPolicy: {
      defaultSrc: SELF,
      imgSrc: ["'self'", 'data:'],
      formAction: SELF,
      baseUri: NONE,
      objectSrc: NONE,
      frameAncestors: NONE,
    },
    xFrameOptions: 'DENY',
    // Not no-referrer: browsers would then send `Origin: null` with our own forms. Secrets in paths stay in the house.
    referrerPolicy: 'same-origin',
    // Only where the office has a certificate: an intranet server on http must stay reachable.
    strictTransportSecurity: https ? 'max-age=31536000' : false,
    // What is somebody's file says more strictly what may be done with it.
    overwrite: false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
  })

const overHttp = headers(false)
const overHttps = headers(true)

/** That it is ours: in front of us a Wi-Fi portal may answer in our name, and phones must not keep that. */
export const secureHeaders: MiddlewareHandler<Env> = (c, next) => {
  c.header('x-nhip-song', '1')
  return (c.var.deps.baseUrl.startsWith('https:') ? overHttps : overHttp)(c, next)
}
