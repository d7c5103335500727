/** The page on which an item is written: kept while it is typed, sent without leaving, marks as buttons. */
import { dropDraft, fieldsOf, fillIn, isSame, keepDraft, keptDraft } from './drafts.ts'
import { listenToMarks } from './marks.ts'
import { tell } from './tell.ts'

const PAUSE_MS = 300

const writing = (): HTMLFormElement | null => document.querySelector('form[data-draft]')
const nameOf = (form: HTMLFormElement): string => form.dataset.draft ?? ''

/** Something was typed that the server has not got. */
let unsent = false
let pause: ReturnType<typeof setTimeout> | undefined

document.addEventListener('input', ({ target }) => {
  if ((target as HTMLInputElement).form !== writing()) return
  unsent = true
  clearTimeout(pause)
  pause = setTimeout(keepNow, PAUSE_MS)
})

function keepNow(): void {
  const form = writing()
  if (!form || !unsent) return
  if (keepDraft(nameOf(form), fieldsOf(form))) note(`Đã giữ trên máy này lúc ${hourOf(new Date())}.`)
  else note('Máy này hết chỗ giữ: hãy lưu bài trước khi rời trang.', 'miss')
}

// A phone may close the page without asking.
document.addEventListener('visibilitychange', keepNow)

window.addEventListener('beforeunload', (event) => {
  keepNow()
  if (unsent) event.preventDefault()
})

document.addEventListener('submit', (event) => {
  const form = writing()
  if (!form || event.target !== form) return
  event.preventDefault()
  keepNow()
  void send(form)
})

/** What was typed is let go of once the server shows the item that it became. */
async function send(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>('button:not([type])')
  if (button) button.disabled = true
  const answer = await fetch(form.action, {
    method: 'POST',
    body: new URLSearchParams(fieldsOf(form)),
  }).catch(() => null)
  if (button) button.disabled = false
  if (!answer?.headers.has('x-nhip-song')) return loud('Chưa gửi được: không có mạng. Bài giữ trên máy này.')
  if (!answer.redirected) return refuse(form, answer)
  if (new URL(answer.url).pathname.startsWith('/bai/')) dropDraft(nameOf(form))
  unsent = false
  location.assign(answer.url)
}

/** The page that says why, in the place of the one that is shown; it brings along what was sent. */
async function refuse(form: HTMLFormElement, answer: Response): Promise<void> {
  const main = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main')
  if (!main) return loud('Máy chủ chưa nhận bài. Bài giữ trên máy này; hãy thử lại sau ít phút.')
  form.closest('main')?.replaceWith(main)
  showMarks()
  // An item that was stored meanwhile is edited from now on: what was typed goes along to it.
  dropDraft(nameOf(form))
  unsent = true
  keepNow()
  const why = main.querySelector<HTMLElement>('[role=alert]')
  why?.scrollIntoView()
  tell(why?.textContent ?? '')
}

function note(words: string, tone = ''): void {
  const line = document.querySelector('[data-kept]')
  if (!line) return
  line.textContent = words
  line.className = tone ? `flash tone-${tone}` : 'hint'
}

function loud(words: string): void {
  note(words, 'ask')
  tell(words)
}

/** What was being written when the page was last left stands here again, with a way to be rid of it. */
function restore(): void {
  const form = writing()
  const draft = form && keptDraft(nameOf(form))
  if (!form || !draft) return
  if (isSame(form, draft)) {
    dropDraft(nameOf(form))
    return
  }
  fillIn(form, draft)
  const banner = document.querySelector<HTMLElement>('[data-restored]')
  if (!banner) return
  banner.hidden = false
  const when = new Date(draft.keptAt)
  const words = `Phần đang viết dở lúc ${hourOf(when)} ngày ${dayOf(when)}, chưa lưu.`
  banner.querySelector('span')?.replaceChildren(words)
  banner.querySelector('button')?.addEventListener('click', () => {
    dropDraft(nameOf(form))
    unsent = false
    location.reload()
  })
}

const ZONE = { timeZone: 'Asia/Ho_Chi_Minh' } as const
const hourOf = (when: Date): string =>
  when.toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', ...ZONE })
const dayOf = (when: Date): string =>
  when.toLocaleDateString('vi-VN', { day: 'numeric', month: 'numeric', ...ZONE })

function showMarks(): void {
  for (const bar of document.querySelectorAll<HTMLElement>('.needs-script')) bar.hidden = false
}

/** A page that the phone kept for a day without network brings the number of an item that may exist by now. */
function numberAnew(): void {
  const number = writing()?.elements.namedItem('ma')
  if (number instanceof HTMLInputElement && 'randomUUID' in crypto) number.value = crypto.randomUUID()
}

listenToMarks()
showMarks()
numberAnew()
restore()
