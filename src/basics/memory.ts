/** What this process has opened and alone can change: an entry is forgotten when an act that touches it has ended, and read anew when it is next asked for. */
export class Memory<K, V> {
  readonly #kept = new Map<K, V>()
  readonly #forgotten = new Map<K, number>()
  #allForgotten = 0
  find(key: K): V | undefined {
    return this.#kept.get(key)
  }
  forget(key: K): void {
    this.#kept.delete(key)
    this.#forgotten.set(key, (this.#forgotten.get(key) ?? 0) + 1)
  }
  forgetAll(): void {
    this.#kept.clear()
    this.#allForgotten += 1
  }
  timesForgotten(key: K): number {
    return this.#allForgotten + (this.#forgotten.get(key) ?? 0)
  }
  /** seen = timesForgotten before the value was read: what was read before a change ended is not kept. */
  keep(key: K, seen: number, value: V): void {
    if (this.timesForgotten(key) === seen) this.#kept.set(key, value)
  }
}
