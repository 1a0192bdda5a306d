/** What each way of writing Korean names is called in the three languages of the screen. */
import type { Words } from '../../../basics/text.ts'
import type { System } from '../spelling-systems.ts'

export const systemNames: Record<System, Words> = {
  rr: { en: 'Revised Romanization', ko: '국어의 로마자 표기법', zh: '韩国新罗马字（2000）' },
  mr: { en: 'McCune–Reischauer spelling', ko: '매큔-라이샤워 표기', zh: '马科恩－赖肖尔拼写' },
  'mr-plain': { en: 'McCune–Reischauer spelling without marks', ko: '부호 없는 매큔-라이샤워 표기', zh: '无附加符号的马科恩－赖肖尔拼写' },
  dprk: { en: 'DPRK spelling', ko: '조선 로마자 표기', zh: '朝鲜罗马字拼写' },
  popular: { en: 'popular spelling', ko: '관용 표기', zh: '通行拼写' },
  kontsevich: { en: 'Cyrillic spelling', ko: '키릴 문자 표기', zh: '西里尔字母拼写' },
  pinyin: { en: 'pinyin', ko: '한어 병음', zh: '汉语拼音' },
  'wade-giles': { en: 'Wade–Giles spelling', ko: '웨이드-자일스 표기', zh: '威妥玛拼写' },
  hangul: { en: 'Hangul', ko: '한글', zh: '谚文' },
  hanja: { en: 'Hanja', ko: '한자', zh: '汉字' },
  'as-written': { en: 'as written', ko: '쓰인 그대로', zh: '照原文' },
}
