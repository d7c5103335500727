/** Buttons that copy a field's text: a message for the group, an address for somebody's calendar. */
export function copyTexts(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-copy]')
    const field = button && document.getElementById(button.dataset.copy ?? '')
    const holdsText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    if (button && holdsText) copy(button, field)
  })
}

function copy(button: HTMLElement, field: HTMLInputElement | HTMLTextAreaElement): void {
  field.select()
  // An intranet server on http has no clipboard API; this old way works there, in the tap itself.
  if (document.execCommand('copy')) button.textContent = 'Đã chép'
}
