import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { kernelFile, kernelNames, kernelText } from '../../../scripts/build-kernels.mjs'

for (const name of kernelNames) {
  test(`the kernel “${name}” is what its source compiles to, byte for byte`, () => {
    expect(readFileSync(kernelFile(name), 'utf8')).toBe(kernelText(name))
  })
}
