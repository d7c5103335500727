/** Buttons that show a password while it is typed: few can type Vietnamese blind. */
export function revealPasswords(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-reveal]')
    const field = button && document.getElementById(button.dataset.reveal ?? '')
    if (!button || !(field instanceof HTMLInputElement)) return
    const shown = field.type === 'password'
    field.type = shown ? 'text' : 'password'
    button.ariaPressed = String(shown)
  })
  // Browsers offer to keep what was typed only when it is sent from a field of passwords.
  document.addEventListener('submit', ({ target }) => {
    for (const { dataset } of (target as Element).querySelectorAll<HTMLElement>('[data-reveal]')) {
      const field = document.getElementById(dataset.reveal ?? '')
      if (field instanceof HTMLInputElement) field.type = 'password'
    }
  })
}
