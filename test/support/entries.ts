/** What a subscription shows of records, judged at once. */

import type { FeedScope } from '../../src/core/notice/feed-scope.ts'
import type { SlotRecord } from '../../src/core/reading.ts'
import type { Instant } from '../../src/core/wall-clock.ts'
import { entryOf, shownOf } from '../../src/ical/entry.ts'

export const entriesOf = (records: readonly SlotRecord[], scope: FeedScope, now: Instant) =>
  shownOf(records.map(entryOf), scope, now)
