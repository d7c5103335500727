/**
 * What pages do better with a script: record without reloading, and without a network. Every page does its job
 * without it.
 */
import { copyTexts } from './copy.ts'
import { echoDates, listenToDates } from './date-words.ts'
import { digestFiles } from './digest.ts'
import { backTo, placeOf } from './focus.ts'
import { listenToKeys } from './keys.ts'
import { printPages } from './print.ts'
import { revealPasswords } from './reveal.ts'
import { isAgain, showWaiting } from './show-waiting.ts'
import { tell } from './tell.ts'
import { forget, isOurs, keep, post, sendWaiting, type Waiting, waiting } from './waiting.ts'

const RETRY_MS = 30_000

document.addEventListener('submit', async (event) => {
  const form = event.target as HTMLFormElement
  // A button that only asks (formmethod=get) goes its ordinary way.
  const asks = (event.submitter as HTMLButtonElement | null)?.formMethod === 'get'
  if (asks || !form.matches('[data-tick]')) return
  event.preventDefault()
  const button = form.querySelector('button')
  if (button) button.disabled = true
  const one = pressed(form)
  // Kept before it is sent: whoever closes the page while a weak network still tries has not pressed in vain.
  if (!keep(one)) return form.submit()
  const result = await post(one.action, one.fields)
  if (result === 'sent' || typeof result === 'object') forget(one)
  if (typeof result === 'object') return result.asks ? form.submit() : refuse(form, result.why)
  const place = placeOf(form)
  await leaveOrRefresh(form)
  backTo(place)
  if (result === 'sent') tell(`Đã ghi: ${one.words}.`)
})

function pressed(form: HTMLFormElement): Waiting {
  const fields = [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  )
  const words = form.dataset.words ?? form.querySelector('button')?.textContent ?? ''
  return {
    action: form.action,
    fields: isAgain(form) ? eachItsKey(fields) : fields,
    madeAt: new Date().toISOString(),
    words: words.trim(),
  }
}

const eachItsKey = (fields: Waiting['fields']): Waiting['fields'] =>
  fields.map(([name, value]) => [name, name === 'khoa' ? `${value}-${Date.now().toString(36)}` : value])

/** The form stays as it is, with why the server would not take it. */
function refuse(form: HTMLFormElement, why: string): void {
  const button = form.querySelector('button')
  if (button) button.disabled = false
  const note = document.createElement('p')
  note.className = 'flash tone-miss'
  note.role = 'alert'
  note.textContent = why
  form.prepend(note)
}

/** A form on a page of its own goes back to where it was opened; a button in a list leaves the list standing. */
async function leaveOrRefresh(form: HTMLFormElement): Promise<void> {
  const back = new FormData(form).get('ve')
  if (form.dataset.tick === 'page' && typeof back === 'string') location.assign(back)
  else await refresh()
}

/** The page as it is now on the server, in the place of the one that is shown; never under somebody who writes on it. */
async function refresh(): Promise<void> {
  if (document.querySelector('[data-draft]')) return showWaiting()
  const fresh = await fetch(location.href).then(
    (response) => (response.ok && response.headers.has('x-nhip-song') ? response.text() : null),
    () => null,
  )
  const main = fresh && new DOMParser().parseFromString(fresh, 'text/html').querySelector('main')
  if (main) document.querySelector('main')?.replaceWith(main)
  showWaiting()
  revealScripted()
  echoDates()
}

function revealScripted(): void {
  document.querySelectorAll<HTMLElement>('.needs-script').forEach((part) => {
    part.hidden = false
  })
}

/**
 * So that this page opens without a network too, and from the second visit on also those behind its buttons: the first
 * one shall cost no more than the page itself.
 */
async function fetchAhead(isFirstVisit: boolean): Promise<void> {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.acts a, .always a')].slice(0, 40)
  for (const href of [location.href, ...(isFirstVisit ? [] : links.map(({ href }) => href))])
    if (!(await caches.match(href, { ignoreVary: true }).catch(() => true)))
      await fetch(href).catch(() => undefined)
}

async function sendAndShow(): Promise<void> {
  if (waiting().length && (await sendWaiting())) await refresh()
}

/** Only where there is a mouse: a phone has the form. */
function loadDragging(): void {
  const script = document.querySelector<HTMLElement>('[data-drag]')?.dataset.drag
  if (script && matchMedia('(hover: hover) and (pointer: fine)').matches)
    import(script).catch(() => undefined)
}

digestFiles()
copyTexts()
revealPasswords()
printPages()
listenToKeys()
listenToDates()
echoDates()
revealScripted()
showWaiting()
window.addEventListener('online', sendAndShow)
// Another tab sent what this one still shows as waiting.
window.addEventListener('storage', ({ key }) => isOurs(key) && refresh())
document.addEventListener('visibilitychange', sendAndShow)
setInterval(sendAndShow, RETRY_MS)
sendAndShow()
loadDragging()
if ('serviceWorker' in navigator) {
  const worker = navigator.serviceWorker
  if (worker.controller) fetchAhead(false)
  // Only what is asked for after the worker took over goes through its hands.
  else worker.addEventListener('controllerchange', () => fetchAhead(true), { once: true })
  worker.register('/sw.js').catch(() => undefined)
}
