/** Steps of work, several at a time. */
/**
 * Runs a step in `lanes` places at once, again and again, until it finds no work or `enough` says so. The first step
 * runs alone: mostly there is nothing to do, and four need not ask for it.
 */
export async function runLanes(
  lanes: number,
  enough: () => boolean | undefined,
  step: () => Promise<boolean>,
): Promise<void> {
  const lane = async (): Promise<void> => {
    while (!enough() && (await step()));
  }
  if (enough() || !(await step())) return
  await Promise.all(Array.from({ length: lanes }, lane))
}
