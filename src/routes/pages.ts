/** Every page, one file a noun. */
import { Hono } from 'hono'
import { accountPages } from './account.ts'
import { adoptPlanPages } from './adopt-plan.ts'
import { apiReference } from './api-reference.ts'
import { approvalPages } from './approvals.ts'
import { contentPages } from './content-calendar.ts'
import { countPages } from './count.ts'
import { dutyPages } from './duty.ts'
import type { Env } from './env.ts'
import { incidentPages } from './incidents.ts'
import { itemPaperPages } from './item-papers.ts'
import { itemPages } from './items.ts'
import { logPages } from './log.ts'
import { messagePages } from './messages.ts'
import { monthPages } from './month.ts'
import { noticeHourPages } from './notice-hours.ts'
import { noticePages } from './notices.ts'
import { outboxPages } from './outbox.ts'
import { planPages } from './plans.ts'
import { playLogPages } from './play-log.ts'
import { publicWeekPages } from './public-week.ts'
import { speedPages } from './reading-speed.ts'
import { recordPages } from './record.ts'
import { reportPages } from './reports.ts'
import { scriptPages } from './scripts.ts'
import { searchPages } from './search.ts'
import { setupPages } from './setup.ts'
import { signInPages } from './sign-in.ts'
import { slotPages } from './slot.ts'
import { slotFiles } from './slot-files.ts'
import { statePages } from './state.ts'
import { subscriptionPages } from './subscriptions.ts'
import { tokenPages } from './tokens.ts'
import { topicPages } from './topics.ts'
import { unconfirmedPages } from './unconfirmed.ts'
import { userPages } from './users.ts'
import { webhookPages } from './webhooks.ts'
import { weekPages } from './week.ts'
import { yearPages } from './year.ts'

export const pages = new Hono<Env>()
  .route('/', slotFiles)
  .route('/', weekPages)
  .route('/', unconfirmedPages)
  .route('/', monthPages)
  .route('/', yearPages)
  .route('/', recordPages)
  .route('/', dutyPages)
  .route('/', countPages)
  .route('/', reportPages)
  .route('/', slotPages)
  .route('/', adoptPlanPages)
  .route('/', planPages)
  .route('/', incidentPages)
  .route('/', logPages)
  .route('/', playLogPages)
  .route('/', signInPages)
  .route('/', setupPages)
  .route('/', accountPages)
  .route('/', noticePages)
  .route('/', noticeHourPages)
  .route('/', webhookPages)
  .route('/', outboxPages)
  .route('/', messagePages)
  .route('/', statePages)
  .route('/', userPages)
  .route('/', tokenPages)
  .route('/', subscriptionPages)
  .route('/', publicWeekPages)
  .route('/', itemPages)
  .route('/', itemPaperPages)
  .route('/', approvalPages)
  .route('/', contentPages)
  .route('/', topicPages)
  .route('/', scriptPages)
  .route('/', searchPages)
  .route('/', speedPages)
  .route('/', apiReference)
