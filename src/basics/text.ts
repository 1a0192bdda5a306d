/** Text as people give it: three languages of the screen, and small helpers that never change what was said. */
export type Locale = 'en' | 'ko' | 'zh'
export type Words = Readonly<Record<Locale, string>>
