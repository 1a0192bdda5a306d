/** What the test of the kernels needs to know of their builder. */
export const kernelNames: string[]
export const kernelFile: (name: string) => string
export const kernelText: (name: string) => string
