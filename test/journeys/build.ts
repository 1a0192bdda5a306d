/** Builds the command and the screens once, so that desks started side by side find them and do not build over each other. */
import { join } from 'node:path'
import { root } from './desk.ts'

export default async function build(): Promise<void> {
  const { buildCommand, buildScreens } = (await import(join(root, 'scripts/bootstrap.mjs'))) as {
    buildCommand(): Promise<void>
    buildScreens(): void
  }
  await buildCommand()
  buildScreens()
}
