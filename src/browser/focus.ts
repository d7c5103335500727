/** Whoever works by keyboard or ear stays at the slot that was just recorded, though the page was made anew. */

/** Where a pressed form stands: the link that names its slot. */
export const placeOf = (form: Element): string | null =>
  form.closest('.slot, li')?.querySelector('a[href]')?.getAttribute('href') ?? null

/** To the same link of the page as it is now; to its beginning when that is gone. */
export function backTo(place: string | null): void {
  const links = [...document.querySelectorAll<HTMLElement>('main a[href]')]
  const link = place && links.find((one) => one.getAttribute('href') === place)
  const target = link || document.querySelector('main')
  target?.focus({ preventScroll: true })
}
