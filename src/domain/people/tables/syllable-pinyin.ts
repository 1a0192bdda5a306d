/** How the Hanja of KS X 1001 under one Korean reading are read in Chinese, and how many of them; `v` is ü. Readings of the `hanja` and `pinyin-pro` libraries; made by packs/names/compile.mjs. */
export const syllablePinyin = `
가:jia 18 ke 5 he 2 ge 2 xia 1 qie 1 jie 1
각:ke 3 que 2 ge 2 jue 2 jiao 2
간:jian 10 gan 7 kan 3 ken 2 xian 1 gen 1
갈:he 4 jie 2 jia 1 ke 1 ge 1 xie 1
감:gan 7 kan 6 jian 4 han 2 qian 1
갑:jia 4 xia 1 zha 1
강:jiang 9 gang 6 qiang 5 kang 4 chuan 1
개:kai 7 gai 5 jie 4 ge 2 jia 1
객:ka 1 ke 1
갱:keng 1 jing 1 geng 1
갹:ju 1
거:ju 13 qu 3
건:jian 7 qian 4 jin 1
걸:jie 3 qi 1
검:jian 5 qian 2
겁:jie 1 qie 1
게:ji 1 qi 1 jie 1
격:ge 3 ji 2 xi 2
견:jian 6 qian 3 quan 1 zhen 1 juan 1
결:jue 3 jie 2 que 1
겸:qian 3 jian 1 qie 1 lian 1
경:jing 24 qing 8 geng 6 jiong 4 liang 1 jin 1 qiong 1 ying 1
계:xi 6 jie 6 ji 6 qi 4 gui 2 xie 1
고:gu 16 gao 10 kao 4 ku 4 kou 1 gua 1 qiao 1 hao 1
곡:gu 3 hu 2 ku 1 qu 1
곤:kun 7 gun 3
골:mi 1 gu 1
공:gong 12 kong 4
과:guo 4 ke 3 gua 2 kua 2 ge 1
곽:guo 2 huo 1
관:guan 13 chuan 2 kuan 2 jian 1
괄:gua 1 jia 1 kuo 1 shi 1
광:guang 6 kuang 6 gong 1
괘:gua 3
괴:guai 3 kui 3 huai 2 kuai 1
굉:hong 3 gong 1
교:jiao 17 qiao 6 yao 1 xiao 1
구:jiu 13 gou 10 qiu 9 ju 8 qu 6 ou 5 gui 3 kou 2 chou 1
국:ju 4 guo 1 qu 1
군:jun 3 qun 2 jiong 1
굴:ku 2 qu 1 jue 1
궁:gong 3 qiong 2 xiong 1
권:juan 5 quan 5
궐:jue 4 que 1
궤:gui 3 kui 2 ji 1
귀:gui 4
규:gui 6 kui 5 jiu 2 jiao 1 qiao 1
균:yun 3 jun 3
귤:ju 1
극:ji 3 ke 1 kei 1 ju 1 xi 1
근:jin 11 qin 3 gen 1
금:jin 8 qin 7
급:ji 5 xi 1 gei 1
긍:gen 1 jing 1 jin 1 ken 1
기:qi 35 ji 27 shi 1 kui 1 yi 1
긴:jin 1
길:ji 2 jie 1 ju 1
끽:chi 1
나:na 3 nuo 2
난:nuan 1 xuan 1 nan 1
날:nie 1 na 1
남:nan 5
납:na 2
낭:nang 1 niang 1
내:nai 5 nei 1
녀:nv 2
년:nian 6
념:nian 5 tian 1
녕:ning 1
노:nu 4 nao 1
농:nong 3
뇌:nao 2
뇨:niao 2
눈:nen 1
눌:ne 1
뉴:niu 4
능:neng 1
니:ni 3
닉:ni 4
다:cha 2 duo 1
단:dan 9 duan 6 tan 4 tuan 3
달:ta 3 dan 1 da 1
담:dan 7 tan 6 zhan 1 qian 1 qin 1
답:ta 3 duo 1 da 1
당:tang 7 zhuang 3 dang 2
대:dai 10 tai 3 dui 2 da 1
덕:de 2
도:dao 14 du 8 tao 8 tu 5 tiao 2 zhao 2 diao 1 dou 1
독:du 9 tu 1 dao 1
돈:dun 6 tun 4
돌:shi 1 tu 1
동:dong 9 tong 7 chong 1 teng 1
두:dou 8 du 1 tou 1
둔:tun 3 dun 3
득:de 1
등:deng 5 teng 3 cheng 1
라:luo 10 la 2 lan 2 na 2 lai 2
락:luo 9 le 4 lao 4 nuo 2
란:luan 7 lan 7
랄:la 2
람:lan 14
랍:la 6
랑:lang 13
래:lai 5
랭:leng 2
략:lve 4
량:liang 21
려:li 14 lv 12 lu 2
력:li 11
련:lian 20 nian 2 luan 1
렬:lie 10
렴:lian 8
렵:lie 2
령:ling 25 ning 3 lian 2 cheng 1
례:li 9
로:lu 24 lao 5 nu 2
록:lu 11 lv 2
론:lun 2
롱:long 9 nong 2
뢰:lei 5 lai 3 lao 2 lu 2
료:liao 19 nao 1
룡:long 2
루:lou 10 lei 6 lv 5
류:liu 19 lei 2 miu 1
륙:lu 4 liu 2
륜:lun 10
률:li 4 lv 2
륭:long 2
륵:le 2 lei 2
름:lin 2
릉:ling 8 leng 3
리:li 34 lv 2 lei 1
린:lin 16
림:lin 8
립:li 6 la 1
마:ma 5 mo 3
막:mo 4 mu 1 miao 1
만:man 9 wan 8 mian 1 luan 1
말:mo 5 wa 1
망:wang 7 mang 5
매:mei 9 mai 4 ma 1
맥:mo 3 mai 2
맹:meng 4 mang 2
멱:mi 2
면:mian 11
멸:mie 2
명:ming 12 min 1 mi 1
몌:mei 1
모:mao 8 mu 7 mo 4 mou 3 wu 1 hao 1
목:mu 6 wu 1
몰:mo 1 mei 1
몽:meng 3
묘:miao 6 mao 4 mu 1 yao 1
무:wu 14 mao 4 mu 2 fu 1 mou 1
묵:mo 2
문:wen 10 men 2
물:wu 2 mi 1
미:mei 8 wei 6 mi 5
민:min 12 men 1
밀:mi 3
박:bo 7 pu 4 bao 3 po 3 pai 1 fu 1
반:pan 12 ban 10 fan 4
발:bo 4 ba 3 po 2 fa 2
방:fang 14 bang 9 pang 4 meng 1
배:bei 7 pei 7 pai 4 bai 1
백:bai 5 bo 2 po 1
번:fan 9
벌:fa 4
범:fan 9
법:fa 2
벽:pi 5 bi 3 bo 3
변:bian 6
별:bie 3 pie 1
병:bing 14 ping 2 pian 1
보:bao 6 pu 4 fu 3 bu 2 xian 1
복:fu 15 pu 1 bu 1 mi 1 bo 1
본:ben 1
볼:fu 1
봉:feng 12 peng 2 bang 1 beng 1
부:fu 33 fou 2 bu 2 pou 1 pu 1 bo 1 piao 1
북:bei 2
분:fen 14 pen 2 ben 1 ban 1 bi 1
불:fu 3 bu 2 fo 1
붕:peng 4 beng 2
비:fei 15 bi 12 pi 9 bei 5 mi 3
빈:bin 8 pin 5 bang 1
빙:ping 1 bing 1 pin 1 cheng 1
사:si 19 she 8 shi 7 xie 6 sha 5 suo 4 ci 4 zha 3 sai 1 xi 1 cha 1 shai 1
삭:xiao 1 shuo 1
산:shan 5 suan 3 san 2 chan 1 xian 1
살:sha 4 sa 2
삼:shan 3 shen 2 san 1 sen 1
삽:sa 2 cha 1 se 1
상:xiang 12 shang 7 chang 3 shuang 3 sang 2 chuang 2 zhuang 2 qia 1
새:sai 3 xi 1
색:se 3 suo 2
생:sheng 4
서:shu 12 xu 7 qi 3 shi 3 xi 2 yu 1 rui 1 chu 1
석:xi 11 shi 3 shuo 1
선:xian 10 shan 9 xuan 9 chan 2 chuan 1 shen 1
설:xie 7 shuo 3 she 2 xue 2 nie 1
섬:shan 3 xian 2 yan 1 jian 1 chan 1
섭:she 2 xie 1
성:xing 7 sheng 6 cheng 6
세:shi 3 xi 2 sui 1 shui 1 ti 1
소:xiao 11 su 7 shao 5 zhao 4 sao 4 shu 4 chao 1 suo 1
속:su 5 shu 3 xu 1
손:sun 3 xun 2 can 1
솔:lv 3
송:song 8
쇄:shua 1 sa 1 sui 1 suo 1
쇠:shuai 1 zhao 1
수:shou 11 sui 11 xiu 10 shu 8 sou 4 chou 3 shui 3 zhu 3 xu 3 qiu 1 chui 1 sao 1 shuai 1 cui 1 tiao 1
숙:shu 7 su 4 chu 1
순:xun 12 chun 6 shun 5 dun 2 sun 1 zhun 1
술:shu 3 xu 1
숭:song 2 chong 1
슬:se 1 xi 1 shi 1
습:shi 3 xi 2 zhe 1
승:sheng 5 cheng 3 seng 1 ying 1
시:shi 21 chi 2 si 2 chai 2 cai 1
식:shi 10 zhi 3 xi 2 yi 1
신:shen 12 xin 4 chen 3 jin 2 xun 2
실:shi 3 xi 1
심:shen 4 xin 2 xun 1 qin 1 chen 1
십:shen 2 shi 1
쌍:shuang 1
씨:shi 1
아:ya 8 e 7 er 1 wo 1 a 1
악:e 8 wo 4 yue 2
안:an 6 yan 4
알:wo 1 ye 1 ya 1 e 1
암:an 5 yan 2 ai 1
압:ya 3 xia 1
앙:yang 6 ang 1
애:ai 8 ya 3
액:e 3 ye 3 yi 1
앵:ying 4
야:ye 9 re 1
약:ruo 4 yue 2 yao 2
양:yang 15 rang 5 niang 2 xiang 1
어:yu 9 wu 1
억:yi 5
언:yan 6
얼:nie 2
엄:yan 5 an 1
업:ye 2
엔:yuan 1
여:yu 10 ru 3
역:yi 8 yu 1 ni 1
연:yan 15 juan 3 yuan 3 ruan 2 ran 2 shan 1 chuan 1 xian 1 qian 1
열:yue 2 nie 1 re 1
염:yan 7 ran 3
엽:ye 4
영:ying 20 yong 3 rong 2 ning 1 yang 1
예:rui 6 yi 5 ni 3 yu 3 hui 2 ye 1
오:wu 17 ao 10 yu 1 o 1
옥:yu 3 wu 1 wo 1
온:wen 4 yun 2
올:wu 1
옹:yong 6 weng 3
와:wo 4 wa 3 e 1
완:wan 14 huan 2 ruan 2 kuan 1
왈:yue 1
왕:wang 5
왜:wo 1 wa 1 wai 1 ai 1
외:wei 4 wai 1
요:yao 18 rao 4 ao 2 nao 2 jiao 1 liao 1
욕:yu 3 ru 3
용:yong 13 rong 9 song 1
우:yu 18 you 9 ou 2 xu 2 niu 1
욱:yu 5 xu 3 you 1
운:yun 12
울:yu 2 wei 1
웅:xiong 2
원:yuan 25 huan 1
월:yue 3
위:wei 24 hui 1
유:you 18 yu 16 ru 4 wei 4 rou 2 yi 1 tou 1
육:yu 3 rou 1
윤:yun 4 yin 2 run 2 men 1
율:yu 1
융:rong 4
은:yin 6 en 1
을:yi 1
음:yin 6
읍:yi 2 qi 1
응:ying 3 ning 1
의:yi 18 ni 1
이:yi 16 er 8 chi 1
익:yi 5 shi 1
인:yin 9 ren 6 yan 3
일:yi 7 ri 2
임:ren 6 nen 1 lin 1
입:ru 1 nian 1
잉:reng 2 sheng 1 yun 1
자:zi 13 ci 8 zhi 2 zhe 2 zai 1 zhu 1 jie 1
작:zhuo 3 zuo 2 shao 2 que 2 jiao 1 zha 1 jue 1 chuo 1
잔:chan 2 zhan 2 can 1
잠:zan 2 cen 1 qian 1 zhen 1 can 1
잡:za 1
장:zhang 12 jiang 6 zhuang 5 qiang 4 zang 4 chang 3 cang 2
재:zai 9 cai 4 zi 2 zhai 1 ji 1
쟁:zheng 4
저:zhu 8 chu 5 ju 5 di 4 zu 2 zui 1 jie 1 shu 1 zhe 1
적:ji 8 di 8 zhai 2 diao 1 de 1 zhe 1 zei 1 chi 1 shi 1
전:dian 10 quan 6 jian 5 tian 4 zhuan 4 zhan 4 chan 3 qian 2 chuan 1 shuan 1 juan 1
절:qie 3 jie 3 zhe 2 jue 1
점:zhan 3 dian 3 nian 2 jian 1
접:jie 1 zhe 1 die 1
정:ting 14 ding 10 jing 10 zheng 9 zhen 6 cheng 3 qing 1 jiu 1 dian 1
제:ti 7 ji 6 di 4 zhi 2 qi 2 zhu 1 chu 1
조:zao 10 diao 6 zu 5 zhao 5 cao 5 chao 4 tiao 3 zhu 1 cuo 1 zhua 1 zuo 1 chou 1 cu 1 qiao 1 niao 1
족:zu 3 cu 1
존:cun 1 zun 1
졸:zu 1 zhuo 1 cu 1
종:zong 6 zhong 6 cong 4 song 1
좌:zuo 4 cuo 1
죄:zui 1
주:zhu 14 zhou 11 chou 5 shu 2 zou 2 cou 2 zuo 1 sou 1 chu 1 jiu 1
죽:zhu 1 zhou 1
준:jun 13 zhun 2 zun 2 chun 1 qun 1
줄:zhuo 1
중:zhong 4
즉:ji 1
즐:zhi 1
즙:ji 1 zhi 1 qi 1
증:zeng 5 zheng 5 ceng 1
지:zhi 27 chi 3 di 2 zi 1
직:zhi 4 ji 1
진:zhen 16 jin 9 chen 8 chun 1 tian 1 qin 1
질:zhi 10 ji 2 die 2 chi 1
짐:zhen 2
집:ji 5 zhi 1
징:cheng 2 zhi 1
차:cha 3 cuo 3 ju 2 jie 2 ci 2 qie 1 zha 1 zhe 1
착:zhuo 1 zha 1 zhe 1 zhai 1 cuo 1 zao 1 chuo 1
찬:can 5 zan 3 zuan 3 zhuan 2 cuan 2
찰:cha 2 zha 2 ca 1
참:can 4 chan 2 zhan 2 jian 1 qian 1 chen 1
창:chang 10 cang 4 chuang 4 zhang 3 qiang 1
채:cai 8 zhai 3 chai 1
책:ce 2 shan 1 ze 1
처:qi 3 chu 1
척:zhi 4 ti 2 chi 2 qi 2 tuo 2 ji 2 di 1
천:qian 6 chuan 6 jian 3 tian 1 shan 1 quan 1 chan 1
철:zhe 3 che 3 tu 1 zhui 1 chuo 1 tie 1
첨:qian 3 zhan 3 tian 2 jian 1 chan 1
첩:die 4 tie 2 jie 2 qie 1 zhe 1
청:qing 5 ting 2 jing 1
체:ti 4 di 3 zhi 1 dai 1
초:jiao 6 chu 3 shao 3 chao 3 qiao 2 xiao 2 cao 2 cu 2 zhao 1 miao 1 tiao 1 diao 1
촉:zhu 2 chu 2 cu 1 shu 1
촌:cun 4
총:cong 5 chong 2 zong 2 zhong 1
촬:cuo 1
최:cui 2 zui 1
추:qiu 6 zhui 4 zou 3 chou 2 chu 2 chui 2 tui 1 shu 1 zhou 1 qu 1
축:zhu 5 cu 2 chou 1 chu 1 suo 1 xu 1 zhou 1
춘:chun 3
출:chu 2 zhu 1
충:chong 4 zhong 2
췌:cui 3 zhui 1
취:qu 3 chui 2 zui 2 jiu 2 cui 2 ju 1 chou 1 zhou 1
측:ce 4 ze 1
층:ceng 1
치:zhi 12 chi 9 zi 3
칙:chi 2 ze 1
친:qin 1
칠:qi 3
침:zhen 4 shen 2 qin 2 jin 1 chen 1
칩:zhe 1
칭:cheng 2
쾌:kuai 1
타:tuo 7 duo 4 ta 1 zha 1 da 1
탁:zhuo 9 tuo 3 che 1 duo 1
탄:tan 5 dan 3 tun 1 zhan 1
탈:duo 1 tuo 1
탐:tan 2 dan 2
탑:ta 2 da 1
탕:dang 2 tang 2
태:tai 10 dai 2 dui 1 chi 1
택:zhai 2 ze 2
탱:cheng 1
터:shu 1
토:tu 3 tao 1
통:tong 6
퇴:tui 4 dui 1 chui 1
투:tou 3 tao 1 du 1 dou 1
특:te 2
틈:chuang 1
파:po 4 ba 4 bo 3 pa 3 bai 1 pai 1
판:ban 7 pan 1 fan 1
팔:ba 3
패:bei 4 pei 3 bai 2 pai 1 ba 1
팽:peng 4
퍅:bi 1
편:bian 6 pian 5
폄:bian 1
평:ping 5
폐:bi 7 fei 3
포:bao 7 pu 7 pao 7 bu 6
폭:bao 3 pu 2 fu 1
표:piao 7 biao 5 shao 1 bao 1
품:pin 1 bing 1
풍:feng 4 li 1
피:pi 3 bi 2 bei 2
필:bi 7 pi 2
핍:fa 1 bi 1
하:xia 7 he 4 sha 2 shi 1
학:he 2 xue 2 nve 1
한:han 9 xian 3 hen 1 huan 1
할:ge 1 xia 1
함:xian 5 han 4 jian 3
합:he 4 ha 2 xia 1
항:kang 3 heng 3 hang 3 gang 3 xiang 2 chang 1
해:hai 7 xie 6 gai 2 xi 1 kai 1 jie 1
핵:he 2
행:xing 6
향:xiang 9
허:xu 4
헌:xian 3 xuan 1
헐:xie 1
험:xian 1 yan 1
혁:he 2 yi 1 ge 1
현:xian 10 xuan 9 qian 1
혈:xue 2 jie 1 ye 1
혐:xian 1
협:jia 5 xie 4 xia 3
형:ying 7 xing 5 heng 3 jiong 3 xiong 1 jing 1 xin 1
혜:hui 5 xi 2 qi 1 xie 1
호:hu 23 hao 15 gao 2 lu 1
혹:huo 2 ku 1
혼:hun 6
홀:hu 3
홍:hong 9 gong 1
화:hua 8 huo 3 he 2 xue 1
확:kuo 3 jue 1 que 1 qiao 1 huo 1
환:huan 13 wan 3 guan 1
활:hua 3 huo 2 kuo 1
황:huang 23 kuang 1
회:hui 13 huai 3 kuai 3 gui 1
획:hua 1 huo 1
횡:hong 1 heng 1 huang 1
효:xiao 9 yao 2 hao 1 jiao 1
후:hou 9 xiu 2 xu 2
훈:xun 8 yun 2 hun 1
훙:hong 1
훤:xuan 4
훼:hui 3
휘:hui 8
휴:xiu 1 xie 1 xiao 1 qi 1 kui 1
휼:xu 1 jue 1 yu 1
흉:xiong 5
흑:hei 1
흔:xin 3 hen 1
흘:chi 1 yi 1 he 1 qi 1
흠:qian 1 qin 1 xin 1
흡:xi 2 qia 2
흥:xing 1
희:xi 17 yi 1 ji 1 hu 1
힐:jie 1
`
