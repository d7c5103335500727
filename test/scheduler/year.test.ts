import { expect, test } from 'vitest'
import { calendars } from '../../src/calendars.ts'
import { post } from '../../src/channels/http.ts'
import { smtpChannel } from '../../src/channels/smtp.ts'
import { webhookChannel } from '../../src/channels/webhook.ts'
import { planForYear } from '../../src/core/plan/plan-year.ts'
import { expand } from '../../src/core/slot.ts'
import { instantOf, localDateOf } from '../../src/core/wall-clock.ts'
import { mailServer } from '../support/mail-server.ts'
import { samplePlan } from '../support/plans.ts'
import { office } from './office.ts'

const PLAN = samplePlan('ngok-tu-2025')
const FROM = '2025-07-28 08:00'
const TO = '2026-07-28 08:00'
const TIMEOUT = 240_000

type House = Awaited<ReturnType<typeof office>>

/** Three people: each as it comes, one message a day, and a leader who is not to be woken. */
async function staff(house: House): Promise<void> {
  const unit = PLAN.unit.code
  await house.adopt(PLAN)
  await house.person('lan', { kinds: ['remind', 'ask', 'week', 'window', 'report'] }, unit)
  await house.person('hoa', { kinds: ['remind', 'ask'], reach: { dailyAt: '06:30' } }, unit)
  const quiet = { from: '21:00', to: '07:30' }
  await house.person('chu-tich', { kinds: ['month', 'report', 'pace', 'new-year'], reach: { quiet } }, unit)
}

/** The days on which something airs, in both years; with `after`, only those on which it airs later than that. */
function airingDays(after = '00:00'): string[] {
  const slots = [PLAN, planForYear(PLAN, 2026)].flatMap((plan) => expand(plan, calendars.periods))
  const aired = slots.filter(({ inForce, date, time }) => inForce && date !== null && (time ?? '') > after)
  return [...new Set(aired.map(({ date }) => date as string))].sort()
}

const within = (day: string, time: string): boolean => {
  const [from, to] = [FROM, TO].map((text) => instantOf(text.slice(0, 10), text.slice(11)))
  const at = instantOf(day, time)
  return (from as number) < at && at <= (to as number)
}
const dayBefore = (day: string): string => localDateOf(instantOf(day) - 1)

test(
  'a year beat by beat, through a real mail server: each person gets what their settings say, and nothing twice',
  async () => {
    await using mail = await mailServer()
    const email = smtpChannel({ url: mail.url, from: 'nhip-song@nhip.test' })
    await using house = await office({ channels: { email, webhook: webhookChannel(post) } })
    await staff(house)
    await house.walk(FROM, TO)
    email.close()
    const of = (name: string) => mail.mails.filter(({ to }) => to === `${name}@example.vn`)
    const subjects = (name: string, pattern: RegExp) =>
      of(name).filter(({ subject }) => pattern.test(subject))

    expect(new Set(mail.mails.map(({ messageId }) => messageId)).size).toBe(mail.mails.length)
    const reminded = airingDays().filter((day) => within(dayBefore(day), '19:00'))
    const asked = airingDays().filter((day) => within(day, '20:00'))
    expect(subjects('lan', /^\S+ \S+ \d+\/\d+: \d+ khung$/).length).toBe(reminded.length)
    expect(subjects('lan', /^\d+ khung \S+ \S+ \d+\/\d+ chưa xác nhận$/).length).toBe(asked.length)
    expect(subjects('lan', /^Lịch tuần/).length).toBe(52)
    // One a day, on each morning after an evening with something to say that was not over by then.
    const ahead = airingDays('06:30').filter((day) => within(dayBefore(day), '19:00'))
    const mornings = new Set([...ahead.map(dayBefore), ...asked])
    expect(of('hoa').length).toBe(mornings.size)
    expect(subjects('chu-tich', /^Tóm tắt tháng/).length).toBe(12)
    expect(subjects('chu-tich', /^Đã lập lịch năm 2026/).length).toBe(1)
    expect(subjects('chu-tich', /khung/)).toEqual([])
  },
  TIMEOUT,
)

/** The same numbers each time (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * From time to time the process "dies" before or after a statement: everything that it would still have done fails,
 * until the next beat, which is a new process.
 */
function mortal(house: House, chance: number) {
  const throwDice = dice(20250728)
  const { $client } = house.db
  const life = { beating: false, dead: false, deaths: 0 }
  for (const name of ['execute', 'batch'] as const) {
    const real = $client[name].bind($client) as (...args: unknown[]) => Promise<unknown>
    const mortally = async (...args: unknown[]) => {
      const fate = life.beating ? throwDice() : 0.5
      if (fate < chance) die()
      if (life.dead) throw new Error('the process is dead')
      const answer = await real(...args)
      if (fate > 1 - chance) die()
      if (life.dead) throw new Error('the process is dead')
      return answer
    }
    Object.assign($client, { [name]: mortally })
  }
  const die = () => {
    life.dead = true
    life.deaths++
  }
  const beat = async (when: number) => {
    life.beating = true
    await house.beat(when).catch(() => undefined)
    Object.assign(life, { beating: false, dead: false })
  }
  return { life, beat }
}

/** What each was told: a daily message by what it holds. Twice only when its process died before it could note the sending. */
const told = (house: House): string[] => {
  const lines = house.carried.flatMap(({ to, letter }) => {
    const parts = [...letter.text.matchAll(/^=== (.*) ===$/gm)].map(([, subject]) => subject)
    return (parts.length ? parts : [letter.subject]).map((subject) => `${to}: ${subject}`)
  })
  return [...new Set(lines)].sort()
}

test(
  'killed at random moments in the months around New Year, the outcome is the same',
  async () => {
    const [calm, stormy] = [await office(), await office()]
    await using _ = calm
    await using __ = stormy
    for (const house of [calm, stormy]) await staff(house)
    const [from, to] = ['2025-10-20 08:00', '2026-02-20 08:00'] as const
    await calm.walk(from, to)
    const { life, beat } = mortal(stormy, 0.02)
    await stormy.walk(from, to, beat)
    expect(life.deaths).toBeGreaterThan(50)
    expect(told(calm).length).toBeGreaterThan(100)
    expect(told(stormy)).toEqual(told(calm))
    const slots = ({ db }: House) => db.query.slots.findMany({ columns: { id: true, date: true } })
    expect(await slots(stormy)).toEqual(await slots(calm))
  },
  TIMEOUT,
)
