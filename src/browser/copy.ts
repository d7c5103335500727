import { tell } from './tell.ts'

/** Buttons that copy a text of the page: a message for the group, a link or a token that is shown once. */
export function copyTexts(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-copy]')
    const text = button && document.getElementById(button.dataset.copy ?? '')
    if (button && text) copy(button, text)
  })
}

function copy(button: HTMLElement, text: HTMLElement): void {
  if (text instanceof HTMLInputElement || text instanceof HTMLTextAreaElement) text.select()
  else getSelection()?.selectAllChildren(text)
  // An intranet server on http has no clipboard API; this old way works there, in the tap itself.
  if (!document.execCommand('copy')) return
  button.textContent = 'Đã sao chép'
  tell('Đã sao chép.')
}
