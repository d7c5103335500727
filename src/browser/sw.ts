/**
 * The service worker: pages open without a network as they were last seen. Styles, script and fonts are kept by the
 * hash in their address; pages are asked of the network first, since what others recorded must show.
 */
declare const self: ServiceWorkerGlobalScope

const FILES = 'nhip-song-files-1'
const PAGES = 'nhip-song-pages-1'
/** A phone with one bar of signal must not wait longer than this for a page that it has. */
const PATIENCE_MS = 5000
const KEPT_PAGES = /^\/($|tuan\/|khung\/|bai\/|nhiem-vu\/|chua-xac-nhan|ghi-loat$)/
const SIGN_IN = '/dang-nhap'

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (url.pathname.startsWith('/assets/')) event.respondWith(keptFile(request))
  // Who signs in next on this machine must not find the pages of who was here before.
  else if (url.pathname === SIGN_IN) event.waitUntil(caches.delete(PAGES).catch(() => false))
  else if (KEPT_PAGES.test(url.pathname)) event.respondWith(freshPage(request))
})

/** Null where the phone has no room, or keeps nothing: then everything comes from the network. */
const open = (name: string): Promise<Cache | null> => caches.open(name).catch(() => null)

/** What cannot be kept is shown all the same. */
const keep = async (cache: Cache | null, key: RequestInfo, response: Response): Promise<void> => {
  await cache?.put(key, response).catch(() => undefined)
}

/** A Wi-Fi portal or a proxy answers in our name too: with a page of its own, or by leading elsewhere. */
const isOurPage = ({ ok, redirected, headers }: Response): boolean =>
  ok && !redirected && headers.has('x-nhip-song')
const isOurFile = ({ ok, redirected, headers }: Response): boolean =>
  ok && !redirected && !/html/.test(headers.get('content-type') ?? '')

async function keptFile(request: Request): Promise<Response> {
  const cache = await open(FILES)
  const kept = await cache?.match(request).catch(() => undefined)
  if (kept) return kept
  const response = await fetch(request)
  if (isOurFile(response)) await keep(cache, request, response.clone())
  return response
}

async function freshPage(request: Request): Promise<Response> {
  const cache = await open(PAGES)
  const address = bareAddress(request.url)
  const kept = await cache?.match(address, { ignoreVary: true }).catch(() => undefined)
  const asked = fetch(request).then(async (response) => {
    if (isOurPage(response) && address === request.url) await keep(cache, request.url, response.clone())
    return response
  })
  if (!kept) return asked
  const waited = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS))
  const answered = await Promise.race([asked.catch(() => null), waited])
  return answered ?? saidToBeKept(kept)
}

/** What an address adds to say what was done a moment ago is of no other page; with it said, the page is not kept. */
function bareAddress(address: string): string {
  const url = new URL(address)
  for (const told of ['vuaDoi', 'xong']) url.searchParams.delete(told)
  return url.search === new URL(address).search ? address : url.href
}

/** A kept page says when it was fetched: what others recorded since is not on it. */
async function saidToBeKept(page: Response): Promise<Response> {
  const at = Date.parse(page.headers.get('date') ?? '')
  const when = keptWhen(at)
  const note = `<p class="flash tone-ask" role="status" data-kept="${at || 0}">Không có mạng hoặc mạng yếu: đây là bản lưu${when}.</p>`
  const text = (await page.text()).replace(/<main[^>]*>/, (main) => main + note)
  return new Response(text, { status: page.status, headers: page.headers })
}

/** In Vietnamese time, as everywhere else, wherever the phone thinks it is. */
function keptWhen(at: number): string {
  if (Number.isNaN(at)) return ''
  const say = (parts: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('vi-VN', { ...parts, timeZone: 'Asia/Ho_Chi_Minh' }).format(at)
  return ` lúc ${say({ hour: '2-digit', minute: '2-digit' })} ngày ${say({ day: 'numeric', month: 'numeric' })}`
}

export {}
