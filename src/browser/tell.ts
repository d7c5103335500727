/** Says it to whoever listens rather than sees: a screen reader speaks what changes in this line. */
export function tell(words: string): void {
  const line = document.getElementById('bao')
  if (line) line.textContent = words
}
