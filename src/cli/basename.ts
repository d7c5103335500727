/** The last part of a path, on Windows too. */
export const basename = (path: string): string => path.split(/[\\/]/).at(-1) ?? path
