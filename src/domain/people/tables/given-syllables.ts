/**
 * How common a syllable is in Korean given names, in coarse tiers; a first estimate written by hand from general knowledge of names in both Koreas,
 * completed with the readings of the `hanja` library. No corpus was counted. The weights are orders of magnitude, not statistics: they decide only
 * between readings that one spelling leaves open.
 */
export const givenSyllables: readonly { weight: number; syllables: string }[] = [
  { weight: 30, syllables: '영철성정수진현호희경민용일남순숙옥선명혁미지은혜광동학국춘금화복재상주준우연원윤훈승석식기인자애란향' },
  {
    weight: 10,
    syllables:
      '권근길강건규나녀대덕도두래련례렬룡림만무문범병보봉빈사산삼서설섭세소송신실심아안양여열예완왕욱운웅유율을의이임월장전제조종죽찬창채천청초충태택표필하한해홍환효후흥곤관구군균태혜별슬',
  },
  {
    weight: 3,
    syllables:
      '가각간갑걸검겸계고공교귀극글꽃나난낙내노능다단달담당둔득등라락랑량려력령로록루류륙률륜륭르름리린마막매맥맹면모목묘묵물미박반발방배백번벽변본부북분불비사샘새색생속손솔시아악암앙약양억언업엄에역염엽오온올외요우욱울음응익잎자작잔잠재저적절점제족종좌주중즉지직질집차참책척철첩체총추축출취측치칠탁탄탑통파판팔평포풍피합항행허헌현협형호혼황회휘휴희늘봄빛람라결솜',
  },
  {
    weight: 1,
    syllables:
      '갈감갱갹거겁게격견결경곡골과곽괄괘괴굉굴궁궐궤긍긴끝날납낭냐념녕농뇌뇨눈뉴닉단답독돈돌들때또뜰랄람략렴롱뢰료릉립망멱멸몰몽밀밝법보불붕빙뿌사삭살삽상서센소쇄쇠술숭쉬습쌍씨알압액야어얼여옹와왈욕위육융으읍잉잡쟁접정존졸죄줄증진짐징찰처촉촌최침칭쾌타탈탐탕토톤퇴투특팽편폐폭품하할함핵헐험혈홀확활획횡훤훼흉흑흔흘흠흡힐바루니리람찬뜸별솔샛한힘참큰글길누늬든디라로롬루벼벗새소슬시실쏠알얼에온유으이조차채코터토피하해히휘롱벨엘렛셋빈롯',
  },
]
/** North Korean spelling keeps these for what is said and written with another vowel; one name may be found either way. */
export const spellingVariants: readonly (readonly [kept: string, also: string])[] = [
  ['희', '히'],
  ['계', '게'],
  ['혜', '헤'],
  ['례', '레'],
  ['폐', '페'],
  ['의', '이'],
  ['세', '새'],
  ['애', '에'],
  ['재', '제'],
  ['해', '헤'],
  ['채', '체'],
  ['태', '테'],
  ['배', '베'],
]
