/** A house that keeps evidence in a folder, with what lies there. */
import { readdir } from 'node:fs/promises'
import { MIB } from '../../src/core/kept-file.ts'
import type { Deps } from '../../src/deps.ts'
import { nodeFiles } from '../../src/node/file-store.ts'
import { tempFolder } from './temp-folder.ts'
import { testHouse } from './test-house.ts'

export async function keptHouse(given: Partial<Omit<Deps, 'db' | 'clock'>> = {}) {
  const folder = await tempFolder()
  const house = await testHouse({
    files: nodeFiles(folder.path),
    fileLimits: { photo: MIB, recording: 2 * MIB, quota: 3 * MIB },
    ...given,
  })
  return {
    ...house,
    folder: folder.path,
    /** Paths below the folder, leftovers too. */
    lying: async () =>
      (await readdir(folder.path, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort(),
    [Symbol.asyncDispose]: async () => {
      await house[Symbol.asyncDispose]()
      await folder[Symbol.asyncDispose]()
    },
  }
}
