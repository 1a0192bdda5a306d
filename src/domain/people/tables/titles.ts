/** Words of address and office that stand beside a name and are no part of it. Only words that cannot be read as a name are listed; 군 and 양 are left out for that reason. */
export const titlesBefore = new Set(
  'mr mrs ms miss mx dr prof professor comrade general gen marshal colonel col major captain lieutenant lt sergeant sgt chairman chairwoman president minister premier ambassador sir madam mme sr господин госпожа товарищ тов'.split(
    ' ',
  ),
)
/** Behind the name, as a word of its own or joined to it: longest first, so that 선생님 goes before 님. */
export const titlesBehind =
  '국무위원장 위원장동지 위원장 총비서 대통령 선생님 동지 동무 선생 여사 박사 교수 의원 장관 대사 목사 기자 선수 감독 회장 총리 장군 원수 대장 상장 중장 소장 씨 님 先生 女士 小姐 同志 博士 敎授 教授 氏'.split(
    ' ',
  )
/** Behind the name in letters. */
export const lettersBehind = new Set('ssi dongji tongji tongmu esq jr phd xiansheng nushi tongzhi'.split(' '))
