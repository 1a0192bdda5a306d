/** In which script a name is written, by its letters. The name itself is never changed. */
import type { Script } from '../../domain/people/person.ts'

export const scriptOf = (name: string): Script =>
  /\p{Script=Hangul}/u.test(name)
    ? 'hangul'
    : /\p{Script=Han}/u.test(name)
      ? 'hanja'
      : /\p{Script=Cyrillic}/u.test(name)
        ? 'cyrillic'
        : /\p{Script=Latin}/u.test(name)
          ? 'latin'
          : 'other'
