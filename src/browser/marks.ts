/** The few marks that a script needs, as buttons above the text: nobody has to know them by heart. */

/** `around` stands on both sides of what is chosen, `before` at the beginning of its lines. */
type Mark = { around: [string, string] } | { before: string }

const MARKS: Record<string, Mark> = {
  bold: { around: ['**', '**'] },
  direction: { around: ['*(', ')*'] },
  heading: { before: '## ' },
  point: { before: '- ' },
}

export function listenToMarks(): void {
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-mark]')
    const text = document.getElementById(button?.parentElement?.getAttribute('aria-controls') ?? '')
    const mark = MARKS[button?.dataset.mark ?? '']
    if (mark && text instanceof HTMLTextAreaElement) put(text, mark)
  })
}

function put(text: HTMLTextAreaElement, mark: Mark): void {
  text.focus()
  if ('around' in mark) {
    const [open, close] = mark.around
    const { selectionStart: from, selectionEnd: to } = text
    const chosen = text.value.slice(from, to)
    write(text, open + chosen + close)
    text.setSelectionRange(from + open.length, to + open.length)
    return
  }
  const from = text.value.lastIndexOf('\n', text.selectionStart - 1) + 1
  text.setSelectionRange(from, text.selectionEnd)
  const lines = text.value.slice(from, text.selectionEnd)
  write(text, lines.replaceAll(/^/gm, mark.before))
}

/** As if it were typed, so that Ctrl+Z takes it back; not every browser can. */
function write(text: HTMLTextAreaElement, words: string): void {
  if (document.execCommand('insertText', false, words)) return
  text.setRangeText(words, text.selectionStart, text.selectionEnd, 'end')
  text.dispatchEvent(new Event('input', { bubbles: true }))
}
