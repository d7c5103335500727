/**
 * Dragging a slot to another day of the month, or to another day or hour of the week. Dropping writes nothing: it
 * opens the form that moves a slot, filled in.
 * What the server would refuse there is shown as such while it is dragged.
 */
import { tell } from './tell.ts'

type Judged = { date: string; time: string | null; refused: string | null; asks: string[] }
type Drag = { slot: HTMLElement; form: string; time: string; bar: HTMLElement; words: HTMLElement }

let drag: Drag | null = null

/** This file comes after the page: only now does a slot show that it can be taken in hand. */
document.documentElement.classList.add('drags')

/** Set when the mouse is over it: on a touch screen a slot shall not stick to the finger. */
document.addEventListener('pointerover', ({ target, pointerType }) => {
  const slot = slotAt(target)
  if (slot) slot.draggable = pointerType === 'mouse'
})

document.addEventListener('dragstart', (event) => {
  const slot = slotAt(event.target)
  const link = slot?.closest('a') ?? slot?.querySelector('a')
  if (!slot || !link || !event.dataTransfer) return
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData('text/plain', slot.textContent?.trim() ?? '')
  const form = `${link.pathname}/ghi/doi?${new URLSearchParams({ ve: location.pathname + location.search })}`
  const time = hourOf(slot)
  drag = { slot, form, time, ...dropBar(time) }
  const now = drag
  // A browser gives up a drag whose surroundings change in its first moment.
  setTimeout(() => drag === now && begin(now))
})

document.addEventListener('dragover', (event) => {
  const place = placeAt(event.target)
  if (!drag) return
  highlight(place)
  if (!place || place.dataset.refused !== undefined) return
  event.preventDefault()
  if (event.dataTransfer) event.dataTransfer.dropEffect = 'move'
})

document.addEventListener('drop', (event) => {
  const place = placeAt(event.target)
  if (!drag || !place || place.dataset.refused !== undefined) return
  event.preventDefault()
  const [day = '', hour = drag.time] = place.dataset.drop?.split('T') ?? []
  const query = new URLSearchParams({ ngay: day, gio: hour })
  const { form } = drag
  end()
  location.assign(`${form}&${query}`)
})

// After a drop too, and when Esc gives it up.
document.addEventListener('dragend', end)

/** Empty for what has no hour. */
const hourOf = (slot: HTMLElement): string =>
  /\d\d:\d\d/.exec(slot.querySelector('.when, .hour')?.textContent ?? '')?.[0] ?? ''

const slotAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-move]') : null

const placeAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-drop]') : null

async function begin(now: Drag): Promise<void> {
  now.slot.classList.add('dragged')
  for (const day of document.querySelectorAll<HTMLElement>('[data-day]')) day.dataset.drop = day.dataset.day
  document.body.append(now.bar)
  say('Thả vào ngày, giờ mới. Chưa ghi gì cho đến khi xác nhận; Esc để thôi.')
  const places = [...new Set(allPlaces().map((place) => `noi=${place.dataset.drop}`))]
  const path = new URL(now.form, location.href).pathname.replace(/ghi\/doi$/, 'cho-doi')
  const answer = await fetch(`${path}?${places.join('&')}`).catch(() => null)
  // Without an answer every place may be tried: the form says the same.
  if (drag === now && answer?.ok) mark((await answer.json()) as Judged[])
}

const allPlaces = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-drop]')]

/** What dropping here would do, in words; in a week also a board of its days and hours, since its list is longer than the screen. */
function dropBar(time: string): Pick<Drag, 'bar' | 'words'> {
  const bar = Object.assign(document.createElement('div'), { className: 'drop-bar' })
  const words = Object.assign(document.createElement('p'), { className: 'drop-words' })
  const week = document.querySelector<HTMLElement>('[data-week]')?.dataset
  if (week?.week) bar.append(weekBoard(week.week, time && `${week.hours ?? ''} ${OTHER}`, time))
  bar.append(words)
  return { bar, words }
}

/** Stands for an hour that is typed into the form. */
const OTHER = '-'

/** A row of days, where the slot keeps its hour, and one for each hour that it might have instead. */
function weekBoard(monday: string, hours: string, time: string): HTMLElement {
  const board = Object.assign(document.createElement('div'), { className: 'drop-week' })
  const days = Array.from({ length: 7 }, (_, i) => Date.parse(`${monday}T00:00:00Z`) + i * 86_400_000)
  const others = hours.split(' ').filter((hour) => hour && hour !== time)
  for (const hour of ['', ...others])
    for (const at of days) {
      const date = new Date(at).toISOString().slice(0, 10)
      const place = document.createElement('span')
      place.dataset.drop = hour === OTHER ? `${date}T` : hour ? `${date}T${hour}` : date
      place.textContent = hour === OTHER ? 'giờ khác…' : hour || DAY_WORDS.format(at).replace('Nhật', 'nhật')
      board.append(place)
    }
  return board
}

const DAY_WORDS = new Intl.DateTimeFormat('vi-VN', {
  weekday: 'long',
  day: 'numeric',
  month: 'numeric',
  timeZone: 'UTC',
})

function mark(judged: Judged[]): void {
  for (const { date, time, refused, asks } of judged) {
    const drops = time === (drag?.time || null) ? [date, `${date}T${time}`] : [`${date}T${time}`]
    for (const { dataset } of allPlaces().filter((place) => drops.includes(place.dataset.drop ?? '')))
      if (refused !== null) dataset.refused = refused
      else if (asks.length) dataset.asks = asks.join(' ')
  }
  // The mouse may rest there already.
  highlight(document.querySelector<HTMLElement>('.drop-over'))
}

function highlight(place: HTMLElement | null): void {
  for (const over of document.querySelectorAll('.drop-over')) over.classList.remove('drop-over')
  place?.classList.add('drop-over')
  const { refused, asks } = place?.dataset ?? {}
  if (place) say(refused ? `Không dời đến đây được: ${refused}.` : (asks ?? 'Dời đến đây.'))
}

function say(words: string): void {
  if (!drag || drag.words.textContent === words) return
  drag.words.textContent = words
  tell(words)
}

function end(): void {
  if (!drag) return
  drag.slot.classList.remove('dragged')
  drag.bar.remove()
  highlight(null)
  drag = null
  for (const place of allPlaces()) for (const name of ['drop', 'refused', 'asks']) delete place.dataset[name]
}
