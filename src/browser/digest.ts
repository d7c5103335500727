/** Evidence stays in the office: of a chosen file only its name, size and SHA-256 are sent. */
export function digestFiles(): void {
  document.addEventListener('change', async (event) => {
    const input = event.target as HTMLInputElement
    const file = input.matches('[data-digest]') ? input.files?.[0] : undefined
    if (!file) return
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
    const fields = { tepTen: file.name, tepCo: String(file.size), tepMa: hex }
    for (const [name, value] of Object.entries(fields)) {
      const field = input.form?.elements.namedItem(name)
      if (field instanceof HTMLInputElement) field.value = value
    }
  })
}
