/** Characters of invented names with their Korean and Chinese readings; the generator's own list. */

const surnameTable = `
김 金jin 21.5|이 李li 14.7|박 朴piao 8.4|최 崔cui 4.7|정 鄭zheng 4.3 丁ding .5|강 姜jiang 2.4|조 趙zhao 2.1 曺cao .8|윤 尹yin 2.1|장 張zhang 2.0|임 林lin 1.7 任ren .4|한 韓han 1.6|오 吳wu 1.5|서 徐xu 1.5|신 申shen 1.5 辛xin .4|권 權quan 1.4|황 黃huang 1.4|안 安an 1.4|송 宋song 1.4|전 全quan 1.1 田tian .4|홍 洪hong 1.1|유 柳liu 1.3 劉liu .6 兪yu .4|고 高gao .9|문 文wen .9|양 梁liang .5 楊yang .5|손 孫sun .9|배 裵pei .8|백 白bai .8|허 許xu .7|남 南nan .6|심 沈shen .6|노 盧lu .5 魯lu .1|하 河he .5|곽 郭guo .4|성 成cheng .4|차 車che .4|주 朱zhu .4|우 禹yu .4|구 具ju .4|나 羅luo .4|민 閔min .35|진 陳chen .3|지 池chi .3|엄 嚴yan .3|채 蔡cai .25|원 元yuan .25|천 千qian .25|방 方fang .25|공 孔kong .2|현 玄xuan .2|함 咸xian .15|변 卞bian .3|염 廉lian .14|여 呂lü .16|추 秋qiu .12|도 都du .12|석 石shi .12|마 馬ma .08|길 吉ji .08|연 延yan .07|명 明ming .06|기 奇qi .06|왕 王wang .05|반 潘pan .06|맹 孟meng .05|표 表biao .06|탁 卓zhuo .05|태 太tai .03|남궁 南宮nangong .04|황보 皇甫huangfu .02|선우 鮮于xianyu .01|제갈 諸葛zhuge .01`
const givenTable = `
영 永yong 5 英ying 6 榮rong 2 映ying 1|철 哲zhe 5 鐵tie 3|성 成cheng 4 星xing 2 聖sheng 2 誠cheng 2|정 正zheng 4 貞zhen 3 靜jing 2 晶jing 1|수 秀xiu 4 洙zhu 2 守shou 1 壽shou 1|진 鎭zhen 3 眞zhen 3 珍zhen 2 進jin 1|현 賢xian 3 鉉xuan 2 玄xuan 2|호 浩hao 4 虎hu 2 鎬hao 2|희 姬ji 3 熙xi 3 喜xi 2|경 京jing 3 慶qing 3 敬jing 2|민 敏min 4 民min 3|용 勇yong 3 龍long 4 鎔rong 2|일 一yi 4 日ri 2|남 南nan 3 男nan 4|순 順shun 6 淳chun 2|숙 淑shu 6 肅su 1|옥 玉yu 8|선 善shan 4 仙xian 3|명 明ming 6 命ming 1|혁 革ge 3 赫he 4|미 美mei 6|지 智zhi 3 志zhi 3|은 銀yin 3 恩en 3|혜 惠hui 5 慧hui 2|광 光guang 7|동 東dong 6|학 學xue 5 鶴he 2|국 國guo 7|춘 春chun 6|금 金jin 4 錦jin 3|화 花hua 4 華hua 4 和he 2|복 福fu 6|재 在zai 4 載zai 2|상 相xiang 4 尙shang 2|주 柱zhu 3 珠zhu 3|준 俊jun 5|우 雨yu 1 宇yu 3|연 蓮lian 3 燕yan 2 姸yan 2|원 元yuan 3 源yuan 2|윤 潤run 2 允yun 3|훈 勳xun 4|승 承cheng 3 勝sheng 4|석 石shi 2 錫xi 3|식 植zhi 5|기 基ji 4 起qi 2|인 仁ren 5|자 子zi 8|애 愛ai 6|란 蘭lan 5|향 香xiang 7|길 吉ji 6|만 萬wan 5|봉 鳳feng 3 奉feng 2|덕 德de 6|태 泰tai 5|창 昌chang 5|무 武wu 3|문 文wen 5|근 根gen 3|규 圭gui 3|병 炳bing 3 秉bing 2|월 月yue 4|분 粉fen 3|강 剛gang 2 江jiang 1|범 範fan 3|웅 雄xiong 3|권 權quan 3|종 鍾zhong 3 宗zong 1|림 林lin 3|련 蓮lian 3|룡 龍long 4|철 哲zhe 3|설 雪xue 2|유 有you 1|하 河he 1|한 漢han 2|해 海hai 3|송 松song 3|실 實shi 2|필 弼bi 2|청 靑qing 1|익 益yi 2|보 寶bao 2|충 忠zhong 3|택 澤ze 2|홍 紅hong 2|효 孝xiao 2|서 瑞rui 2|나 娜na 1|아 雅ya 1|빈 彬bin 1`

export type Character = { character: string; pinyin: string; weight: number }
const parse = (table: string): Map<string, Character[]> => {
  const out = new Map<string, Character[]>()
  for (const row of table.trim().split('|')) {
    const [hangul, ...rest] = row.trim().split(' ') as [string, ...string[]]
    for (let at = 0; at < rest.length; at += 2) {
      const [, character, pinyin] = /^(\p{Script=Han}+)(.+)$/u.exec(rest[at]!)!
      const all = out.get(hangul) ?? []
      out.set(hangul, all)
      all.push({ character: character!, pinyin: pinyin!, weight: Number(rest[at + 1]) })
    }
  }
  return out
}
export const surnameCharacters = parse(surnameTable)
export const givenCharacters = parse(givenTable)
/** Syllables that end women's names far oftener, and men's. */
export const womens = new Set('희순숙옥미혜춘금화자애란향월분련설영은정선연나아')
export const mens = new Set('철호혁용광동학국남일석식훈승룡웅권종성길만덕창무근규병범')
