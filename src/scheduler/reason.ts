/** Why something threw, in one line for the log and the page of the state. */

/** The database layer puts a statement's values into its message, people's addresses among them: its cause says enough. */
export function reasonOf(error: unknown): string {
  const root = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return (root instanceof Error ? root.message : String(root)).slice(0, 300)
}
