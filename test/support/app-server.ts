/** The app behind a real port, on a database and a clock of its own: what a browser opens in a journey. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Page } from 'playwright-core'
import { openSession } from '../../src/accounts/session.ts'
import { setupCode } from '../../src/accounts/setup.ts'
import { insertUser } from '../../src/accounts/user.ts'
import { createApp } from '../../src/app.ts'
import { planFiles } from '../../src/content.generated.ts'
import type { Plan } from '../../src/core/plan.ts'
import type { Role } from '../../src/core/role.ts'
import { publicFiles } from '../../src/node/files.ts'
import { adopt } from './adopt.ts'
import { testHouse } from './test-house.ts'

/**
 * Everything of `testHouse`, and:
 *
 * - `url`: where it listens
 * - `adopt(plan)`: stores the plan in the unit that it names
 * - `signIn(page, unit, role)`: the browser is somebody of that unit from now on
 * - `setupPath()`: the path that the console prints at the first start
 *
 * `house.clock.now` is the server's time; the browser keeps its own.
 */
export async function startApp(given: Parameters<typeof testHouse>[0] = {}) {
  const house = await testHouse({ samples: planFiles, ...given })
  const app = createApp(() => house.deps, publicFiles())
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  house.deps.baseUrl = url

  const signIn = async (page: Page, unit: string, role: Role = 'officer') => {
    const user = await insertUser(
      house.db,
      { unit, name: 'Y Lan', username: `${role}-${unit}`, role },
      house.clock.now,
    )
    if (!user.ok) throw new Error(user.problem.detail)
    const value = await openSession(house.db, { unit, id: user.value.id }, house.clock.now)
    await page.context().addCookies([{ name: 'nhip_song', value, url, httpOnly: true, sameSite: 'Lax' }])
  }
  const close = async () => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await house[Symbol.asyncDispose]()
  }
  return {
    ...house,
    url,
    adopt: (plan: Plan) => adopt(house.db, plan.unit.code, plan, house.deps.calendars, house.clock.now),
    signIn,
    setupPath: async () => `/thiet-lap?ma=${await setupCode(house.db, house.clock.now)}`,
    [Symbol.asyncDispose]: close,
  }
}
