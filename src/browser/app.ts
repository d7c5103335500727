/**
 * What pages do better with a script: record without reloading, and without a network. Every page does its job
 * without it.
 */
import { copyTexts } from './copy.ts'
import { digestFiles } from './digest.ts'
import { forget, forgetRefused, keep, post, refused, sendWaiting, type Waiting, waiting } from './waiting.ts'

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
  keep(one)
  const result = await post(one.action, one.fields)
  if (result !== 'later') forget(one)
  if (result !== 'later' && result !== 'sent') return result.asks ? form.submit() : refuse(form, result.why)
  await leaveOrRefresh(form)
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

/** What can be done several times over: each press counts, also from a page that shows none of them yet. */
const isAgain = (form: HTMLFormElement): boolean => 'many' in form.dataset

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

/** The page as it is now on the server, in the place of the one that is shown. */
async function refresh(): Promise<void> {
  const fresh = await fetch(location.href).then(
    (response) => (response.ok ? response.text() : null),
    () => null,
  )
  const main = fresh && new DOMParser().parseFromString(fresh, 'text/html').querySelector('main')
  if (main) document.querySelector('main')?.replaceWith(main)
  showWaiting()
  revealScripted()
}

const wallTime = (iso: string): string =>
  new Date(iso).toLocaleTimeString('vi-VN', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Ho_Chi_Minh',
  })

/** What waits stands on top of the page, and in the place of the buttons that were pressed. */
function showWaiting(): void {
  document.querySelectorAll('.waiting').forEach((old) => {
    old.remove()
  })
  const [kept, turnedDown] = [waiting(), refused()]
  if (kept.length)
    note('tone-ask', [
      `${kept.length} ghi nhận đang chờ gửi, sẽ tự gửi khi có mạng.`,
      ...kept.map(({ words, madeAt }) => `${words}, bấm lúc ${wallTime(madeAt)}`),
    ])
  if (turnedDown.length)
    note(
      'tone-miss',
      turnedDown.map(({ words, why }) => `Không ghi được “${words}”: ${why}`),
      () => {
        forgetRefused()
        showWaiting()
      },
    )
  for (const one of kept) markPressed(one)
}

function note(tone: string, lines: string[], onRead?: () => void): void {
  const box = document.createElement('div')
  box.className = `waiting flash ${tone}`
  box.role = 'status'
  for (const line of lines) box.append(Object.assign(document.createElement('p'), { textContent: line }))
  if (onRead) {
    const read = Object.assign(document.createElement('button'), {
      className: 'button',
      textContent: 'Đã đọc',
    })
    read.addEventListener('click', onRead)
    box.append(read)
  }
  document.querySelector('main')?.prepend(box)
}

function markPressed({ action, fields, words, madeAt }: Waiting): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-tick]')) {
    if (form.action !== action || isElsewhere(fields, form)) continue
    const place = form.closest('.acts') ?? form
    const told = document.createElement('p')
    told.className = 'waiting pressed'
    told.textContent = `Đang chờ gửi: ${words}, bấm lúc ${wallTime(madeAt)}`
    place.after(told)
    if (!isAgain(form)) place.remove()
  }
}

/** What was pressed for Zalo leaves the button for Facebook. */
function isElsewhere(fields: Waiting['fields'], form: HTMLFormElement): boolean {
  const pressed = fields.find(([name]) => name === 'noi')?.[1]
  const asked = new FormData(form).get('noi')
  return Boolean(pressed && asked && pressed !== asked)
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
    if (!(await caches.match(href, { ignoreVary: true }))) await fetch(href).catch(() => undefined)
}

async function sendAndShow(): Promise<void> {
  if (waiting().length && (await sendWaiting())) await refresh()
}

digestFiles()
copyTexts()
revealScripted()
showWaiting()
window.addEventListener('online', sendAndShow)
// Another tab sent what this one still shows as waiting.
window.addEventListener('storage', refresh)
document.addEventListener('visibilitychange', sendAndShow)
setInterval(sendAndShow, RETRY_MS)
sendAndShow()
if ('serviceWorker' in navigator) {
  const worker = navigator.serviceWorker
  if (worker.controller) fetchAhead(false)
  // Only what is asked for after the worker took over goes through its hands.
  else worker.addEventListener('controllerchange', () => fetchAhead(true), { once: true })
  worker.register('/sw.js').catch(() => undefined)
}
