/** What waits to be sent, and what was turned down, for the officer to see. */
import { forgetRefused, isOthers, refused, type Waiting, waiting } from './waiting.ts'

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
  const [kept, turnedDown] = [waiting(), refused()]
  if (kept.length)
    note('tone-ask', [
      `${kept.length} ghi nhận đang chờ gửi, sẽ tự gửi khi có mạng.`,
      ...kept.map((one) => `${one.words}, bấm lúc ${wallTime(one.madeAt)}${isOthers(one) ? OTHERS : ''}`),
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
  for (const one of kept) if (!isOthers(one)) markPressed(one)
}

const OTHERS = ' bằng tài khoản khác: sẽ gửi khi người đó đăng nhập trên máy này'

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
