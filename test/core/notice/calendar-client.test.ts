import { expect, test } from 'vitest'
import { clientName } from '../../../src/core/notice/calendar-client.ts'

test.each([
  ['Google-Calendar-Importer', 'Google Calendar'],
  ['iOS/18.1 (22B83) dataaccessd/1.0', 'iPhone, iPad'],
  ['macOS/15.1 (24B83) dataaccessd/1.0', 'máy Mac'],
  ['macOS/14.5 (23F79) CalendarAgent/992', 'máy Mac'],
  ['Microsoft.Exchange/15.20 (Windows NT 10.0; Win64; x64)', 'Outlook'],
  ['Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)', 'Outlook'],
  ['ICSx5/2.2.2 (2024/05/05; okhttp/4.12) Android/14', 'Android (ICSx⁵)'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.4.3', 'Thunderbird'],
  ['Nextcloud Webcal Service', 'Nextcloud'],
  ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36', 'trình duyệt'],
  ['curl/8.5.0', 'curl'],
  ['<script>alert(1)</script>', '<script>alert'],
  ['Lịch của tôi/1.0', 'Lch'],
  [undefined, 'chương trình không nêu tên'],
  ['   ', 'chương trình không nêu tên'],
  ['x'.repeat(5000), 'x'.repeat(40)],
])('%s is shown as %s', (agent, name) => {
  expect(clientName(agent)).toBe(name)
})
