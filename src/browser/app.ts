/**
 * What pages do better with a script: record without reloading, and without a network. Every page does its job
 * without it.
 */
import { copyTexts } from './copy.ts'
import { echoDates, listenToDates } from './date-words.ts'
import { digestFiles } from './digest.ts'
import { backTo, placeOf } from './focus.ts'
import { listenToKeys } from './keys.ts'
import { type Bulk, type Fields, post, slotsIn } from './post.ts'
import { printPages } from './print.ts'
import { revealPasswords } from './reveal.ts'
import { catchUp, fallBehind, isAgain, isBehind, showTold, showWaiting } from './show-waiting.ts'
import { tell } from './tell.ts'
import { forget, isOurs, keep, keepTold, noteSent, sendWaiting, type Waiting, waiting } from './waiting.ts'

const RETRY_MS = 30_000

document.addEventListener('submit', async (event) => {
  const form = event.target as HTMLFormElement
  // A button that only asks (formmethod=get) goes its ordinary way.
  const asks = (event.submitter as HTMLButtonElement | null)?.formMethod === 'get'
  if (asks || !form.matches('[data-tick]')) return
  event.preventDefault()
  if (isUnchosen(form)) return refuse(form, 'Chưa chọn kỳ nào.')
  const one = pressed(form)
  setBusy(form, true)
  // Kept before it is sent: whoever closes the page while a weak network still tries has not pressed in vain.
  const isKept = keep(one)
  const result = await post(one.action, one.fields)
  if (result.kind === 'sent' || result.kind === 'refused') forget(one)
  if (result.kind === 'refused') return result.asks ? form.submit() : refuse(form, result.why)
  if (result.kind !== 'sent' && !isKept) return refuse(form, NOWHERE)
  if (result.kind === 'sent' && result.bulk) return openBulk(form, result.bulk, one.words)
  if (result.kind === 'sent') {
    noteSent(one, result.at)
    fallBehind(result.at)
  }
  const place = placeOf(form)
  await leaveOrRefresh(form, result.kind === 'sent')
  backTo(place)
  if (result.kind === 'sent') tell(`Đã ghi: ${one.words}.`)
})

const NOWHERE =
  'Chưa ghi gì: không gửi được, mà máy này không còn chỗ để giữ lại. Hãy để trang này mở và bấm lại khi có mạng.'

const isUnchosen = (form: HTMLFormElement): boolean =>
  form.querySelector('[name="khung"]') !== null && !form.querySelector('[name="khung"]:checked')

function setBusy(form: HTMLFormElement, isBusy: boolean): void {
  const button = form.querySelector('button')
  if (button) button.disabled = isBusy
}

function pressed(form: HTMLFormElement): Waiting {
  const fields = [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  )
  const words = (form.dataset.words ?? form.querySelector('button')?.textContent ?? '').trim()
  const slots = slotsIn(fields).length
  return {
    action: form.action,
    fields: isAgain(form) ? eachItsKey(fields) : fields,
    madeAt: new Date().toISOString(),
    words: slots ? `${words}, ${slots} kỳ` : words,
  }
}

const eachItsKey = (fields: Fields): Fields =>
  fields.map(([name, value]) => [name, name === 'khoa' ? `${value}-${Date.now().toString(36)}` : value])

/** To the page that tells of all slots and takes them back; what was left alone is said there, or here without room. */
function openBulk(form: HTMLFormElement, bulk: Bulk, words: string): void {
  const isTold = !bulk.left.length || keepTold(bulk, words)
  if (isTold) location.assign(bulk.page)
  else {
    form.remove()
    showTold({ ...bulk, words })
  }
}

/** The form stays as it is, with why the server would not take it. */
function refuse(form: HTMLFormElement, why: string): void {
  setBusy(form, false)
  form.querySelector(':scope > [role="alert"]')?.remove()
  const note = document.createElement('p')
  note.className = 'flash tone-miss'
  note.role = 'alert'
  note.textContent = why
  form.prepend(note)
}

/** A form on a page of its own goes back to where it was opened; a button in a list leaves the list standing. */
async function leaveOrRefresh(form: HTMLFormElement, isSent: boolean): Promise<void> {
  const back = new FormData(form).get('ve')
  const leaves = form.dataset.tick === 'page' && typeof back === 'string'
  if (leaves && (isSent || (await isKeptPage(back)))) return location.assign(back)
  if (leaves) setBusy(form, false)
  await refresh()
}

/** Without a network only what was kept opens. */
const isKeptPage = async (path: string): Promise<boolean> =>
  'caches' in window && (await caches.match(path, { ignoreVary: true }).catch(() => undefined)) !== undefined

/** The page as it is now on the server, in the place of the one that is shown; never under somebody who writes on it. */
async function refresh(): Promise<void> {
  if (document.querySelector('[data-draft]') || isFilledIn()) return showWaiting()
  const fresh = await fetch(location.href).then(
    (response) => (response.ok && response.headers.has('x-nhip-song') ? response.text() : null),
    () => null,
  )
  const main = fresh && new DOMParser().parseFromString(fresh, 'text/html').querySelector('main')
  // A page that was kept knows less than the one that is shown.
  const isNews = main && !(isBehind() && main.querySelector('[data-kept]'))
  if (isNews) {
    document.querySelector('main')?.replaceWith(main)
    catchUp()
  }
  showWaiting()
  revealScripted()
  echoDates()
}

/** Somebody wrote or chose something that is not sent yet. */
const isFilledIn = (): boolean =>
  [...document.querySelectorAll<HTMLFormElement>('form[data-tick="page"]')].some((form) =>
    [...form.elements].some(isChanged),
  )

const isChanged = (field: Element): boolean =>
  field instanceof HTMLInputElement
    ? field.value !== field.defaultValue || field.checked !== field.defaultChecked
    : field instanceof HTMLTextAreaElement && field.value !== field.defaultValue

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
  const links = (selector: string, most: number) =>
    isFirstVisit ? [] : [...document.querySelectorAll<HTMLAnchorElement>(selector)].slice(0, most)
  const isKept = (href: string) => caches.match(href, { ignoreVary: true }).catch(() => true)
  // A list of what is to be answered grows with each airing: what was kept of it yesterday lacks today's.
  for (const { href } of links('.all a', 10)) await fetch(href).catch(() => undefined)
  for (const { href } of [location, ...links('.acts a, .always a', 40)])
    if (!(await isKept(href))) await fetch(href).catch(() => undefined)
}

async function sendAndShow(): Promise<void> {
  const isSent = waiting().length > 0 && (await sendWaiting())
  if (isSent || isBehind()) await refresh()
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
