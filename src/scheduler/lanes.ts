/** Steps of work, several at a time. */

/** Runs a step in `lanes` places at once, again and again, until it finds no work or `enough` says so. */
export async function runLanes(
  lanes: number,
  enough: () => boolean | undefined,
  step: () => Promise<boolean>,
): Promise<void> {
  const lane = async (): Promise<void> => {
    while (!enough() && (await step()));
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
