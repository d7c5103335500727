/** Of what comes in as a plan: data as in `docs/plan-file.md`, or a document as it was issued. */

/** By the file's name, otherwise by what its text begins with. */
export function isPlanFile({ bytes, name }: { bytes: Uint8Array; name: string | null }): boolean {
  if (name !== null && /\.(ya?ml|json)$/i.test(name)) return true
  if (name !== null && /\.(docx?|pdf|txt|rtf|odt)$/i.test(name)) return false
  const begin = new TextDecoder().decode(bytes.subarray(0, 4000))
  return /^\uFEFF?\s*\{/.test(begin) || /^(id|title|unit|obligations)\s*:/m.test(begin)
}
