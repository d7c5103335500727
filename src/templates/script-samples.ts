/** One sample of each skeleton: for the gallery, and for the test that holds the templates to their view. */
import eventAnnouncement from '../../content/scripts/event-announcement/sample.json' with { type: 'json' }
import loudspeakerNotice from '../../content/scripts/loudspeaker-notice/sample.json' with { type: 'json' }
import monthlyProgramme from '../../content/scripts/monthly-programme/sample.json' with { type: 'json' }
import portalArticle from '../../content/scripts/portal-article/sample.json' with { type: 'json' }
import radioSegment from '../../content/scripts/radio-segment/sample.json' with { type: 'json' }
import socialPost from '../../content/scripts/social-post/sample.json' with { type: 'json' }
import type { ScriptKind, ScriptView } from './script.ts'

export const scriptSamples: Record<ScriptKind, ScriptView> = {
  'radio-segment': radioSegment,
  'monthly-programme': monthlyProgramme,
  'loudspeaker-notice': loudspeakerNotice,
  'social-post': socialPost,
  'portal-article': portalArticle,
  'event-announcement': eventAnnouncement,
}
