/** One sample of each message: for the gallery, and for the tests that hold the templates to their views. */
import ask from '../../content/messages/ask/sample.json' with { type: 'json' }
import catchUp from '../../content/messages/catch-up/sample.json' with { type: 'json' }
import confirm from '../../content/messages/confirm/sample.json' with { type: 'json' }
import daily from '../../content/messages/daily/sample.json' with { type: 'json' }
import decided from '../../content/messages/decided/sample.json' with { type: 'json' }
import draft from '../../content/messages/draft/sample.json' with { type: 'json' }
import handed from '../../content/messages/handed/sample.json' with { type: 'json' }
import item from '../../content/messages/item/sample.json' with { type: 'json' }
import month from '../../content/messages/month/sample.json' with { type: 'json' }
import newYear from '../../content/messages/new-year/sample.json' with { type: 'json' }
import nudge from '../../content/messages/nudge/sample.json' with { type: 'json' }
import pace from '../../content/messages/pace/sample.json' with { type: 'json' }
import remind from '../../content/messages/remind/sample.json' with { type: 'json' }
import report from '../../content/messages/report/sample.json' with { type: 'json' }
import test from '../../content/messages/test/sample.json' with { type: 'json' }
import week from '../../content/messages/week/sample.json' with { type: 'json' }
import window from '../../content/messages/window/sample.json' with { type: 'json' }
import type { MessageViews } from './message-views.ts'

export const messageSamples: MessageViews = {
  remind,
  ask,
  week,
  window,
  report,
  pace,
  month,
  'new-year': newYear,
  'catch-up': catchUp,
  draft,
  item,
  decided,
  handed,
  nudge,
  daily,
  test,
  confirm,
}
