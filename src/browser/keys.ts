/** Menus close on Esc and on a tap elsewhere; ← and → turn the page of a calendar, T leads back to today. */
export function listenToKeys(): void {
  document.addEventListener('click', ({ target }) => closeMenus(target as Element))
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return leaveMenu()
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || isTyping(event.target)) return
    const link = document.querySelector<HTMLElement>(LINKS[event.key.toLowerCase()] ?? ':not(*)')
    if (link) link.click()
  })
}

const LINKS: Record<string, string> = {
  arrowleft: '.pager a[rel="prev"]',
  arrowright: '.pager a[rel="next"]',
  t: '.pager .back',
}

/** Where arrows and letters are somebody's own: fields, and frames that scroll sideways. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, select, textarea, [tabindex="0"], .frame') !== null

const openMenus = (): HTMLDetailsElement[] => [
  ...document.querySelectorAll<HTMLDetailsElement>('details.more[open]'),
]

function closeMenus(tapped: Element): void {
  for (const menu of openMenus()) if (!menu.contains(tapped)) menu.open = false
}

function leaveMenu(): void {
  for (const menu of openMenus()) {
    menu.open = false
    menu.querySelector('summary')?.focus()
  }
}
