/** A date field says its day in words beside it: numbers alone hide that the 12th is a Tuesday. */
export function echoDates(): void {
  document.querySelectorAll<HTMLInputElement>('input[type="date"]').forEach(echo)
}

export function listenToDates(): void {
  document.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'date') echo(target)
  })
}

const CLASS = 'day-words'

function echo(field: HTMLInputElement): void {
  const next = field.nextElementSibling
  const line = next?.classList.contains(CLASS) ? next : newLine(field)
  line.textContent = inWords(field.value)
}

/** Spoken when it changes. */
function newLine(field: HTMLInputElement): Element {
  const line = document.createElement('output')
  line.className = `hint ${CLASS}`
  field.after(line)
  return line
}

/** `Thứ Ba 12/8/2025`; nothing for a field that is empty or half filled in. */
function inWords(value: string): string {
  const at = Date.parse(`${value}T00:00:00Z`)
  if (Number.isNaN(at)) return ''
  const [year = '', month, day] = value.split('-')
  const weekday = new Intl.DateTimeFormat('vi-VN', { weekday: 'long', timeZone: 'UTC' })
    .format(at)
    .replace('Nhật', 'nhật')
  return `${weekday} ${Number(day)}/${Number(month)}/${year}`
}
