import { adopt } from '/work/main/src/actions/adopt.ts'
import { readPlan } from '/work/main/src/actions/read-plan.ts'
import { calendars } from '/work/main/src/calendars.ts'
import { planFiles } from '/work/main/src/content.generated.ts'
import { planForYear } from '/work/main/src/core/plan-year.ts'
import { openNodeDb } from '/work/main/src/node-db.ts'
import { insertUser } from '/work/main/src/accounts/user.ts'
import { openSession } from '/work/main/src/accounts/session.ts'
const [,, file, n] = process.argv
const db = await openNodeDb({ DATABASE_URL: `file:${file}`, DATABASE_AUTH_TOKEN: undefined })
const p = planFiles.map(f => readPlan(new TextEncoder().encode(f.text))).find(p => p.ok && p.value.id.startsWith('ngok'))! as any
const now = Date.now()
const plan = planForYear(p.value, new Date().getFullYear())
for (let i = 0; i < Number(n); i++) {
  const unit = `xa-${i}`
  await adopt(db, unit, plan, calendars, now)
  if (i % 33 === 0) {
    const u = await insertUser(db, { unit, name: 'Y Lan', username: `lan${i}`, role: 'officer' }, now) as any
    console.log(await openSession(db, { unit, id: u.value.id }, now))
  }
}
