/**
 * Dragging a slot to another day of the month. Dropping writes nothing: it opens the form that moves a slot, filled in.
 * What the server would refuse there is shown as such while it is dragged.
 */
import { tell } from './tell.ts'

type Judged = { date: string; refused: string | null; asks: string[] }
type Drag = { slot: HTMLElement; form: string; time: string; words: HTMLElement }

let drag: Drag | null = null

/** Set when the mouse is over it: on a touch screen a slot shall not stick to the finger. */
document.addEventListener('pointerover', ({ target, pointerType }) => {
  const slot = slotAt(target)
  if (slot) slot.draggable = pointerType === 'mouse'
})

document.addEventListener('dragstart', (event) => {
  const slot = slotAt(event.target)
  const form = slot?.dataset.move
  if (!slot || !form || !event.dataTransfer) return
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData('text/plain', slot.textContent?.trim() ?? '')
  drag = { slot, form, time: slot.dataset.time ?? '', words: wordsLine() }
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
  const query = new URLSearchParams({ ngay: place.dataset.drop ?? '', gio: drag.time })
  const { form } = drag
  end()
  location.assign(`${form}&${query}`)
})

// After a drop too, and when Esc gives it up.
document.addEventListener('dragend', end)

const slotAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-move]') : null

const placeAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-drop]') : null

async function begin(now: Drag): Promise<void> {
  now.slot.classList.add('dragged')
  for (const day of document.querySelectorAll<HTMLElement>('.month .date')) day.dataset.drop = day.id.slice(5)
  document.body.append(now.words)
  say('Thả vào ngày mới. Chưa ghi gì cho đến khi xác nhận; Esc để thôi.')
  const places = allPlaces().map((place) => `noi=${place.dataset.drop}`)
  const path = new URL(now.form, location.href).pathname.replace(/ghi\/doi$/, 'cho-doi')
  const answer = await fetch(`${path}?${places.join('&')}`).catch(() => null)
  // Without an answer every place may be tried: the form says the same.
  if (drag === now && answer?.ok) mark((await answer.json()) as Judged[])
}

const allPlaces = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-drop]')]

function wordsLine(): HTMLElement {
  const line = document.createElement('p')
  line.className = 'drop-words'
  return line
}

function mark(judged: Judged[]): void {
  for (const { date, refused, asks } of judged) {
    const place = allPlaces().find(({ dataset }) => dataset.drop === date)
    if (place && refused !== null) place.dataset.refused = refused
    else if (place && asks.length) place.dataset.asks = asks.join(' ')
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
  drag.words.remove()
  highlight(null)
  drag = null
  for (const place of allPlaces()) for (const name of ['drop', 'refused', 'asks']) delete place.dataset[name]
}
