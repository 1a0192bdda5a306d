/** Sums over all combinations of lists that hold a given one, or lie within it: no matrix is ever written down. */

/** sums[s] becomes the sum over all cells that contain s: every column of the design at once. */
export const addSupersets = (sums: Float64Array, lists: number): void => {
  for (let i = 0; i < lists; i++) {
    const bit = 1 << i
    for (let cell = 0; cell < sums.length; cell++) if (!(cell & bit)) sums[cell]! += sums[cell | bit]!
  }
}

export const addSubsets = (values: Float64Array, lists: number): void => {
  for (let i = 0; i < lists; i++) {
    const bit = 1 << i
    for (let cell = 0; cell < values.length; cell++) if (cell & bit) values[cell]! += values[cell ^ bit]!
  }
}
