/**
 * What was read, kept in this process. Nothing here can be stale: who asks names the version that the database holds
 * now (see `feedVersions`), and what was read of another version is not found. Read after its version was looked up,
 * a value is of that version or of a newer one, which then has another name.
 */
type Kept<V> = { version: string; value: Promise<V> }

/** Keeps the `most` values that were used last. Without a version nothing is kept. */
export function memory<V>(most: number) {
  const kept = new Map<string, Kept<V>>()
  return (key: string, version: string | null, read: () => Promise<V>): Promise<V> => {
    if (version === null) return read()
    const found = kept.get(key)
    kept.delete(key)
    const value = found?.version === version ? found.value : read()
    kept.set(key, { version, value })
    value.catch(() => kept.delete(key))
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return value
  }
}
