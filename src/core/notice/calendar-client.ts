/** Which calendar program asks, by what it calls itself. */
/** The first that fits; what a program says of others ("like Gecko") stands after what it is. */
const CLIENTS: [RegExp, string][] = [
  [/Google-Calendar-Importer/i, 'Google Calendar'],
  [/ICSx5|DAVx5|DAVx⁵/i, 'Android (ICSx⁵)'],
  [/Thunderbird/i, 'Thunderbird'],
  [/Outlook|Microsoft\.Exchange|Microsoft Office|owlsynch/i, 'Outlook'],
  [/Nextcloud/i, 'Nextcloud'],
  [/Proton/i, 'Proton Calendar'],
  [/^macOS|^Mac[ _]OS|CalendarAgent/i, 'máy Mac'],
  [/^iOS|^iPadOS|dataaccessd/i, 'iPhone, iPad'],
  [/Mozilla\/5\.0/i, 'trình duyệt'],
]

const LONGEST = 40

/** `Google Calendar`, `iPhone, iPad`, `trình duyệt`; the first word of a stranger. */
export function clientName(userAgent: string | undefined): string {
  const agent = userAgent?.trim() ?? ''
  const known = CLIENTS.find(([pattern]) => pattern.test(agent))
  if (known) return known[1]
  const [first = ''] = agent.replaceAll(/[^\x20-\x7e]/g, '').split(/[\s/(]/)
  return first.slice(0, LONGEST) || 'chương trình không nêu tên'
}
