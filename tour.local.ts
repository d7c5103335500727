import { chromium } from 'playwright-core'
import { launchOptions } from './test/support/chromium.ts'
const link = process.argv[2]!
const b = await chromium.launch(await launchOptions())
const base = new URL(link).origin
const ctx = await b.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' })
const p = await ctx.newPage()
p.setDefaultTimeout(10000)
const shot = (n: string, full = true) => p.screenshot({ path: `/tmp/leaddb/${n}.png`, fullPage: full })
await p.goto(link); await shot('01-setup')
await p.getByLabel('Tên đơn vị').fill('UBND xã Ngọk Tụ')
await p.getByLabel('Họ và tên').fill('Nguyễn Thị Lan')
await p.getByLabel('Tên đăng nhập').fill('lan')
await p.getByLabel('Mật khẩu').fill('loa xã phát lúc 5h30')
await p.getByRole('button', { name: 'Thiết lập' }).click(); await p.waitForLoadState(); await shot('02-samples')
await p.getByText('xã Ngọk Tụ năm 2026').click()
await p.getByRole('button', { name: 'Bắt đầu' }).click(); await p.waitForLoadState(); await shot('03-week')
await ctx.storageState({ path: '/tmp/leaddb/state.json' })
for (const [n, path] of [['month','/thang/2026-11'],['year','/nam/2026'],['plans','/ke-hoach'],['count','/chi-tieu/2026'],['report','/bao-cao'],['ical','/lich-ical'],['content','/noi-dung']]) {
  const r = await p.goto(base + path); console.log(path, r?.status()); await shot('m-' + n)
}
await p.setViewportSize({ width: 1280, height: 900 })
for (const [n, path] of [['week','/'],['month','/thang/2026-11'],['year','/nam/2026'],['plans','/ke-hoach'],['count','/chi-tieu/2026'],['report','/bao-cao']]) {
  await p.goto(base + path); await shot('d-' + n)
}
await b.close()
