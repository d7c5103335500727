/**
 * The service worker: pages open without a network as they were last seen. Styles, script and fonts are kept by the
 * hash in their address; pages are asked of the network first, since what others recorded must show.
 */
declare const self: ServiceWorkerGlobalScope

const FILES = 'nhip-song-files-1'
const PAGES = 'nhip-song-pages-1'
/** A phone with one bar of signal must not wait longer than this for a page that it has. */
const PATIENCE_MS = 5000
const KEPT_PAGES = /^\/($|tuan\/|khung\/|nhiem-vu\/|chua-xac-nhan)/
const SIGN_IN = '/dang-nhap'

self.addEventListener('install', () => void self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (url.pathname.startsWith('/assets/')) event.respondWith(keptFile(request))
  // Who signs in next on this machine must not find the pages of who was here before.
  else if (url.pathname === SIGN_IN) event.waitUntil(caches.delete(PAGES))
  else if (KEPT_PAGES.test(url.pathname)) event.respondWith(freshPage(request))
})

async function keptFile(request: Request): Promise<Response> {
  const cache = await caches.open(FILES)
  const kept = await cache.match(request)
  if (kept) return kept
  const response = await fetch(request)
  if (response.ok) await cache.put(request, response.clone())
  return response
}

async function freshPage(request: Request): Promise<Response> {
  const cache = await caches.open(PAGES)
  const kept = await cache.match(request.url, { ignoreVary: true })
  const asked = fetch(request).then(async (response) => {
    if (response.ok && !response.redirected) await cache.put(request.url, response.clone())
    return response
  })
  if (!kept) return asked
  const waited = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS))
  const answered = await Promise.race([asked.catch(() => null), waited])
  return answered ?? saidToBeKept(kept)
}

/** A kept page says when it was fetched: what others recorded since is not on it. */
async function saidToBeKept(page: Response): Promise<Response> {
  const at = new Date(page.headers.get('date') ?? Number.NaN)
  const time = at.toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit' })
  const note = `<p class="flash tone-ask" role="status">Không có mạng hoặc mạng yếu: đây là bản lưu lúc ${time} ngày ${at.getDate()}/${at.getMonth() + 1}.</p>`
  const text = (await page.text()).replace(/<main[^>]*>/, (main) => main + note)
  return new Response(text, { status: page.status, headers: page.headers })
}

export {}
