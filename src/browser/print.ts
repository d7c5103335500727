/** The button that prints the page: not everybody knows where the browser hides it. */
export function printPages(): void {
  document.addEventListener('click', ({ target }) => {
    if ((target as Element).closest('[data-print]')) print()
  })
}
