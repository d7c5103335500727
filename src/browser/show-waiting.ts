/** What waits to be sent, what was turned down, and what came of many slots, for the officer to see. */
import { slotsIn } from './post.ts'
import {
  forgetRefused,
  forgetTold,
  forgetToldOn,
  isOthers,
  type Refused,
  refused,
  sent,
  type Told,
  told,
  type Waiting,
  waiting,
} from './waiting.ts'

/** What can be done several times over: each press counts, also from a page that shows none of them yet. */
export const isAgain = (form: HTMLFormElement): boolean => 'many' in form.dataset

const wallTime = (iso: string): string =>
  new Date(iso).toLocaleTimeString('vi-VN', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Ho_Chi_Minh',
  })

/** What waits stands on top of the page, and in the place of the buttons that were pressed. */
export function showWaiting(): void {
  document.querySelectorAll('.waiting').forEach((old) => {
    old.remove()
  })
  document.querySelectorAll<HTMLElement>('[data-pressed]').forEach(offerAgain)
  const kept = waiting()
  // Taken back: there is nothing to tell of any more.
  if (document.querySelector('[data-taken-back]')) forgetToldOn(location.pathname)
  told().forEach(showTold)
  showRefused(refused())
  if (kept.length)
    box('tone-ask', [
      line(`${kept.length} ghi nhận đang chờ gửi, sẽ tự gửi khi có mạng.`),
      ...kept.map((one) =>
        line(`${one.words}, bấm lúc ${wallTime(one.madeAt)}${isOthers(one) ? OTHERS : ''}`),
      ),
    ])
  for (const one of kept.filter((one) => !isOthers(one))) mark(one)
  for (const one of sent()) if (one.at >= shownAt()) markPressed(one, 'Đã ghi')
}

/** What was recorded since is not on the page: its buttons would ask for it again. */
let unseenSince = Number.POSITIVE_INFINITY

export const isBehind = (): boolean => unseenSince < Number.POSITIVE_INFINITY
export const fallBehind = (at: number): void => {
  unseenSince = Math.min(unseenSince, at)
}
export const catchUp = (): void => {
  unseenSince = Number.POSITIVE_INFINITY
}

/** Of a kept page, when the server made it. */
function shownAt(): number {
  const kept = document.querySelector<HTMLElement>('main [data-kept]')?.dataset.kept
  return kept ? Number(kept) : unseenSince
}

const OTHERS = ' bằng tài khoản khác: sẽ gửi khi người đó đăng nhập trên máy này'

function showRefused(list: readonly Refused[]): void {
  if (!list.length) return
  const lines = list.map(({ words, why }) => line(`Không ghi được “${words}”: ${why}`))
  box('tone-miss', [...lines, readButton(forgetRefused)])
}

/** Each slot that was left as it was, with why. */
export function showTold({ words, recorded, left, page }: Told): void {
  const count = `đã ghi ${recorded} kỳ${left.length ? `, ${left.length} kỳ giữ nguyên` : ''}`
  const lines = left.map((one) => line(`${one.words}: ${one.why}`))
  const link = Object.assign(document.createElement('a'), { href: page, className: 'button' })
  link.textContent = 'Xem, hoàn tác'
  box(left.length ? 'tone-ask' : 'tone-done', [
    line(`${words}: ${count}.`),
    ...(lines.length > FEW ? [folded(`Xem ${lines.length} kỳ giữ nguyên`, lines)] : lines),
    ...(recorded ? [link] : []),
    readButton(forgetTold),
  ])
}

/** More lines than this would push the page away. */
const FEW = 3

const line = (words: string): HTMLElement =>
  Object.assign(document.createElement('p'), { textContent: words })

function folded(words: string, lines: HTMLElement[]): HTMLElement {
  const fold = document.createElement('details')
  fold.append(Object.assign(document.createElement('summary'), { textContent: words }), ...lines)
  return fold
}

function readButton(forget: () => void): HTMLElement {
  const read = Object.assign(document.createElement('button'), {
    className: 'button',
    textContent: 'Đã đọc',
  })
  read.addEventListener('click', () => {
    forget()
    read.parentElement?.remove()
    showWaiting()
  })
  return read
}

function box(tone: string, parts: HTMLElement[]): void {
  const note = document.createElement('div')
  note.className = `waiting flash ${tone}`
  note.role = 'status'
  note.append(...parts)
  document.querySelector('main')?.prepend(note)
}

function mark(one: Waiting): void {
  const slots = slotsIn(one.fields)
  if (slots.length) markSlots(new Set(slots), one)
  else markPressed(one)
}

function markPressed({ action, fields, words, madeAt }: Waiting, said = 'Đang chờ gửi'): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-tick]')) {
    if (form.action !== action || isElsewhere(fields, form)) continue
    say(form, `${said}: ${words}, bấm lúc ${wallTime(madeAt)}`)
  }
  const slotId = slotOf(action)
  if (slotId) uncheck(new Set([slotId]), madeAt)
}

/** Each of many slots that were answered at once: its button, and its line where they are chosen again. */
function markSlots(slots: ReadonlySet<string>, { madeAt }: Waiting): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-tick]'))
    if (slots.has(slotOf(form.action))) say(form, `Đang chờ gửi, bấm lúc ${wallTime(madeAt)}`)
  uncheck(slots, madeAt)
}

/** The slot on which an address records; none for any other. */
function slotOf(action: string): string {
  const [, slotId = ''] = /\/khung\/([^/]+)\/ghi$/.exec(new URL(action).pathname) ?? []
  return decodeURIComponent(slotId).normalize('NFC')
}

function say(form: HTMLFormElement, words: string): void {
  const place = form.closest<HTMLElement>('.acts') ?? form
  const pressed = line(words)
  pressed.className = 'waiting pressed'
  place.after(pressed)
  if (isAgain(form)) return
  place.hidden = true
  place.dataset.pressed = ''
}

/** Until it is said anew what was pressed there. */
function offerAgain(place: HTMLElement): void {
  place.hidden = false
  delete place.dataset.pressed
  for (const button of place.querySelectorAll('button')) button.disabled = false
}

/** What waits is not chosen a second time. */
function uncheck(slots: ReadonlySet<string>, madeAt: string): void {
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-tick] [name="khung"]')) {
    if (!slots.has(box.value.normalize('NFC'))) continue
    box.nextElementSibling?.append(line(`Đang chờ gửi, bấm lúc ${wallTime(madeAt)}`))
    box.remove()
  }
}

/** What was pressed for Zalo leaves the button for Facebook. */
function isElsewhere(fields: Waiting['fields'], form: HTMLFormElement): boolean {
  const pressed = fields.find(([name]) => name === 'noi')?.[1]
  const asked = new FormData(form).get('noi')
  return Boolean(pressed && asked && pressed !== asked)
}
