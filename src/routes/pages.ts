/** Every page, one file a noun. */
import { Hono } from 'hono'
import { apiReference } from './api-reference.ts'
import { daysOffPages } from './calendar/days-off.ts'
import { jumpPages } from './calendar/filter.ts'
import { monthPages } from './calendar/month.ts'
import { publicWeekPages } from './calendar/public-week.ts'
import { slotPages } from './calendar/slot.ts'
import { slotFiles } from './calendar/slot-files.ts'
import { subscriptionPages } from './calendar/subscriptions.ts'
import { unconfirmedPages } from './calendar/unconfirmed.ts'
import { weekPages } from './calendar/week.ts'
import { yearPages } from './calendar/year.ts'
import { approvalPages } from './content/approvals.ts'
import { contentPages } from './content/content-calendar.ts'
import { itemPaperPages } from './content/item-papers.ts'
import { itemPages } from './content/items.ts'
import { speedPages } from './content/reading-speed.ts'
import { scriptPages } from './content/scripts.ts'
import { searchPages } from './content/search.ts'
import { topicPages } from './content/topics.ts'
import { countPages } from './count/count.ts'
import { draftPages } from './drafts/draft.ts'
import { newPlanPages } from './drafts/new-plan.ts'
import { draftObligationPages } from './drafts/obligation.ts'
import { ownPlanPages } from './drafts/own-plan.ts'
import { placingPages } from './drafts/placing.ts'
import { draftPlanPages } from './drafts/plan.ts'
import { draftTopicPages } from './drafts/topics.ts'
import type { Env } from './env.ts'
import { logPages } from './log/log.ts'
import { playLogPages } from './log/play-log.ts'
import { confirmEmailPages } from './notices/confirm-email.ts'
import { messagePages } from './notices/messages.ts'
import { noticeHourPages } from './notices/notice-hours.ts'
import { noticePages } from './notices/notices.ts'
import { outboxPages } from './notices/outbox.ts'
import { statePages } from './notices/state.ts'
import { webhookPages } from './notices/webhooks.ts'
import { overviewPages } from './overview/overview.ts'
import { accountPages } from './people/account.ts'
import { auditPages } from './people/audit.ts'
import { secondStepPages } from './people/second-step.ts'
import { setupPages } from './people/setup.ts'
import { signInPages } from './people/sign-in.ts'
import { tokenPages } from './people/tokens.ts'
import { userPages } from './people/users.ts'
import { zaloPages } from './people/zalo.ts'
import { adoptPlanPages } from './plans/adopt-plan.ts'
import { editionPages } from './plans/editions.ts'
import { planEndPages } from './plans/plan-end.ts'
import { planFilePages } from './plans/plan-files.ts'
import { planPages } from './plans/plans.ts'
import { bulkPages } from './record/bulk.ts'
import { extraPages } from './record/extra.ts'
import { incidentPages } from './record/incidents.ts'
import { keptFilePages } from './record/kept-files.ts'
import { movePlaces } from './record/move-places.ts'
import { obligationPages } from './record/obligation.ts'
import { recordPages } from './record/record.ts'
import { blankPages } from './report/blanks.ts'
import { paperPages } from './report/paper.ts'
import { payPages } from './report/pay-list.ts'
import { placePages } from './report/places.ts'
import { reportPages } from './report/reports.ts'
import { sourceHeadPages } from './review/head.ts'
import { sourceObligationPages } from './review/obligation.ts'
import { sourcePages } from './review/source.ts'
import { stationPages } from './station/station.ts'
import { unitChangePages } from './units/change.ts'
import { handingPages } from './units/handing.ts'
import { unitAdminPages } from './units/manage.ts'
import { nudgePages } from './units/nudge.ts'
import { unitPages } from './units/units.ts'

export const pages = new Hono<Env>()
  .route('/', slotFiles)
  .route('/', weekPages)
  .route('/', jumpPages)
  .route('/', overviewPages)
  .route('/', unconfirmedPages)
  .route('/', daysOffPages)
  .route('/', monthPages)
  .route('/', yearPages)
  .route('/', movePlaces)
  .route('/', recordPages)
  .route('/', keptFilePages)
  .route('/', bulkPages)
  .route('/', obligationPages)
  .route('/', countPages)
  .route('/', blankPages)
  .route('/', payPages)
  .route('/', placePages)
  .route('/', reportPages)
  .route('/', extraPages)
  .route('/', paperPages)
  .route('/', slotPages)
  .route('/', adoptPlanPages)
  .route('/', newPlanPages)
  .route('/', ownPlanPages)
  .route('/', sourcePages)
  .route('/', sourceObligationPages)
  .route('/', sourceHeadPages)
  .route('/', draftPages)
  .route('/', draftObligationPages)
  .route('/', draftPlanPages)
  .route('/', placingPages)
  .route('/', draftTopicPages)
  .route('/', planFilePages)
  .route('/', planPages)
  .route('/', editionPages)
  .route('/', planEndPages)
  .route('/', incidentPages)
  .route('/', logPages)
  .route('/', playLogPages)
  .route('/', signInPages)
  .route('/', secondStepPages)
  .route('/', setupPages)
  .route('/', accountPages)
  .route('/', zaloPages)
  .route('/', noticePages)
  .route('/', confirmEmailPages)
  .route('/', noticeHourPages)
  .route('/', webhookPages)
  .route('/', outboxPages)
  .route('/', messagePages)
  .route('/', statePages)
  .route('/', userPages)
  .route('/', tokenPages)
  .route('/', auditPages)
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
  .route('/', stationPages)
  .route('/', unitPages)
  .route('/', unitAdminPages)
  .route('/', unitChangePages)
  .route('/', handingPages)
  .route('/', nudgePages)
  .route('/', apiReference)
