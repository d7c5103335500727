/**
 * What the program uses and Node 20 lacks, put in front of the bundle: an installed command runs on the Node that the
 * machine has. The compiler's `lib` in `tsconfig.json` keeps this list whole.
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
