/**
 * What the program, or a library in it, uses and Node 20 lacks, put in front of the bundle: an installed command runs on the Node that the
 * machine has. The compiler's `lib` in `tsconfig.json` keeps this list
 * whole for our own code; what the PDF library wants too was found by reading each fixture on Node 20.
 */
Map.groupBy ??= <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  let index = 0
  for (const item of items) {
    const key = keyOf(item, index++)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

URL.parse ??= (url, base) => (URL.canParse(url, base) ? new URL(url, base) : null)

// The PDF library's need; without it a page loses its letters in silence, and the document looks like a scan.
type Transfers = { transferToFixedLength?: (this: ArrayBuffer, length?: number) => ArrayBuffer }
const buffers = ArrayBuffer.prototype as ArrayBuffer & Transfers
buffers.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
  const moved = new ArrayBuffer(length)
  new Uint8Array(moved).set(new Uint8Array(this).subarray(0, length))
  return moved
}
