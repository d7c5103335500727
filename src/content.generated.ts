// Written by scripts/compile-content.ts. Change the files in content/ and run `npm run generate`.
/** The files of content/plans/, by name. */
export const planFiles: readonly { name: string; text: string }[] = []
