/** Which situations there are packs for. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Folder names under packs/situations that hold a pack.yaml, in order. */
export const allSituations = (packsFolder: string): string[] =>
  readdirSync(join(packsFolder, 'situations'))
    .filter((name) => existsSync(join(packsFolder, 'situations', name, 'pack.yaml')))
    .sort()
