/** Korean surnames: Hangul | Hanja | Revised Romanization | McCune–Reischauer | other spellings, commonest first | bearers in 2015. From "List of Korean surnames", Wikipedia, CC BY-SA 4.0; compiled from packs/names/surnames.tsv. */
export const surnameRows = `
가|賈 價|Ga|Ka|kah kha gha|9950
간|簡 間|Gan|Kan|khan kahn kann|2525
갈|葛|Gal|Kal|gar karl|2086
감|甘|Gam|Kam|kahm kang gahm|6024
강|姜 康 強 江 剛 㝩|Gang|Kang|khang kahng kwang ghang kaing|1269290
견|甄 堅|Gyeon|Kyŏn|kyun kyeon kyoun gyun kyon|1684
경|慶 景 京 耿|Gyeong|Kyŏng|kyung kyoung geong guong gyeng|16958
계|桂 季|Gye|Kye|kae kay keh key gae|6641
고|高 顧|Go|Ko|koh goh kho gho koo|471429
곡|曲 谷|Gok|Kok|koock|101
공|孔 公|Gong|Kong|kohng ghong con gohng goung|92340
곽|郭 廓 槨|Gwak|Kwak|kwag kwack gwag koak koag|203365
관|關 管|Gwan|Kwan||20
교|橋 喬|Gyo|Kyo||26
구|具 丘 邱 仇|Gu|Ku|koo goo kuh kou khu|208550
국|鞠 鞫 菊 國 麴|Guk|Kuk|kook gook kug cook koog|20768
궁|弓 宮|Gung|Kung|koong goong koung|572
궉|鴌|Gwok|Kwŏk|kwok kweok kwoc|183
권|權 勸 㩲 券|Gwon|Kwŏn|kwon kweon kwun gweon kwan|706212
근|斤|Geun|Kŭn|keun gun|170
금|琴 金 芩 禁|Geum|Kŭm|keum kum gum kuem guem|25472
기|奇 寄 箕 紀|Gi|Ki|kee key kie kih gee|29062
길|吉|Gil|Kil|gill gihl khil keel kill|38173
김|金 钅|Gim|Kim|ghim kin|10689967
나|羅 蘿 邏 罗 那|Na|Na|ra la nah rha rah|161015
난|欒|Nan|Nan|an|8
남|南 男|Nam|Nam|nahm nham nan lam narm|275659
남궁|南宮 南宫|Namgung|Namgung|namkung namkoong namgoong namgoung namkoung|21313
낭|浪|Nang|Nang|lang|181
내|乃 奈|Nae|Nae||374
노|盧 魯 蘆 路 虜 卢 努|No|No|noh roh ro rho nho|315372
뇌|雷|Noe|Noe|noi lei|19
다|多|Da|Ta||7
단|段 單|Dan|Tan|dahn dhan|1632
담|譚|Dam|Tam|tan|47
당|唐|Dang|Tang|dhang|1146
대|大 代 戴|Dae|Tae|dai dea|669
도|都 陶 道 到 度 桃 覩|Do|To|doh dho doe toh doo|57946
독|獨|Dok|Tok||17
독고|獨孤|Dokgo|Tokko|dokko dockko dogko dockgo dohkgoh|502
돈|頓|Don|Ton||117
동|董 蕫 童 東 薫|Dong|Tong|dhong doung|5936
동방|東方|Dongbang|Tongbang||180
두|杜|Du|Tu|doo do dou dow|6428
등|滕 鄧|Deung|Tŭng||20
등정|藤井|Deungjeong|Tŭngjŏng||5
라|羅 蘿 邏|Ra|Ra|na la rha rah nah|25974
란|欒|Ran|Ran||10
랑|浪|Rang|Rang||125
려|呂|Ryeo|Ryŏ||19
로|路 魯 盧|Ro|Ro||67
뢰|雷|Roe|Roe||19
류|柳 劉 㧕|Ryu|Ryu|yoo ryoo yu you lyu|163994
리|李|Ri|Ri||240
림|林|Rim|Rim||47
마|馬 麻|Ma|Ma|mah mar mach mha|39196
만|萬|Man|Man|mahn mhan|124
망절|網切|Mangjeol|Mangjŏl|mangjul|8
매|梅|Mae|Mae|mai mea mei|201
맹|孟|Maeng|Maeng|meang mang maing meng meing|22028
명|明|Myeong|Myŏng|myung myoung myong moung myoeng|29110
모|牟 毛 慕|Mo|Mo|moh mho moo moe meo|21912
목|睦 穆|Mok|Mok|mock mog mook mork mouk|8859
묘|苗|Myo|Myo||21
무|武|Mu|Mu||15
무본|武本|Mubon|Mubon||6
묵|墨|Muk|Muk|mook mok moog|172
문|文 門|Mun|Mun|moon mon moun muhn moom|464047
미|米|Mi|Mi|mee|16
민|閔 民 敏 珉 悶 旻|Min|Min|minn mihn meen mheen mean|171799
박|朴 博|Bak|Pak|park pack bark bag papk|4192080
반|潘 班|Ban|Pan|bahn van bhan barn pahn|28223
방|方 房 龐 邦 防 旁 芳|Bang|Pang|bhang bahng barng baang fang|129559
배|裵 輩 培 背 配|Bae|Pae|bea bai pai be bay|400669
백|白 百 伯 柏|Baek|Paek|back baik paik beak baeg|382447
번|樊|Beon|Pŏn||6
범|范 範|Beom|Pŏm|bum buhm beum bom burm|3838
변|卞 邊 變|Byeon|Pyŏn|byun byon byoun pyun byen|138802
보|寶 保 甫|Bo|Po||16
복|卜|Bok|Pok|bog bock pock boc bouk|9538
봉|奉 鳳|Bong|Pong|vong|12959
부|夫 付 傅 富|Bu|Pu|boo poo vu booh buh|10604
비|丕|Bi|Pi|vy vi bie bee|16
빈|賓 彬 賔 濱 貧|Bin|Pin|been bhin bean vin bihn|5782
빙|氷|Bing|Ping||763
사|史 司 謝 舍 沙|Sa|Sa|sha sah sar|10998
사공|司空 司公|Sagong|Sagong|sakong shakong sagoung sagung|4488
산|山|San|San||9
삼|森 杉|Sam|Sam||38
상|尙 常 尚 商|Sang|Sang|shang sahng sarng|2416
서|徐 俆 西 書 緖|Seo|Sŏ|suh su sur so sea|752233
서문|西門 西問|Seomun|Sŏmun|seomoon suhmoon seamoon sumoon semun|2044
석|石 昔 釋 席|Seok|Sŏk|suk seog sok suck seuk|60607
선|宣 鮮 善|Seon|Sŏn|sun son shun sen suhn|42842
선우|鮮于 鮮宇 蘚于 鮮牛|Seonu|Sŏnu|sunwoo seonwoo sonu sunoo sunu|3648
설|薛 偰 楔 辥 雪 卨|Seol|Sŏl|sul seul sol sel seal|45692
섭|葉|Seop|Sŏp|seoub sub sup|75
성|成 盛 宬 星 城|Seong|Sŏng|sung soung seoung seung song|199160
소|蘇 邵 肖 蕭 小 卲 所 昭 簫|So|So|soh sho soo seo sou|53856
손|孫 遜 損 蓀|Son|Son|sohn shon sun soun soon|457356
송|宋 松 送|Song|Song|soung shong sohng sung seung|683521
수|隋 水 洙|Su|Su||47
순|荀 筍 舜 淳 順 旬|Sun|Sun|soon|1237
승|承 昇|Seung|Sŭng|sung seoung seong sheung soeung|3430
시|施 柴 時|Si|Si|shi see sea se|4354
신|申 辛 愼 莘 新 信 伸|Sin|Sin|shin sheen sihn shinn synn|986001
심|沈 沁 深 心|Sim|Sim|shim sym seem sem sihm|272049
아|阿|A|A|ah|529
안|安 顔 案|An|An|ahn ann anh ane aun|685688
애|艾|Ae|Ae|ai|24
야|夜|Ya|Ya|yha|77
양|梁 楊 粱 揚 陽 洋 杨 樑 樣|Yang|Yang|ryang yaung young yahng yhang|530554
어|魚 漁|Eo|Ŏ|uh eoh auh eu au|18929
어금|魚金|Eogeum|Ŏgŭm|eokum eokeum akeum uhkum|8
엄|嚴 儼 严 㘙|Eom|Ŏm|um eum uhm aum om|144660
여|呂 余 黎|Yeo|Yŏ|yuh yo yu yea yeu|80672
연|延 連 燕 涎|Yeon|Yŏn|youn yun yon yeun yeoun|34850
염|廉 閻 簾|Yeom|Yŏm|yum youm yeum yom yeoum|69428
엽|葉|Yeop|Yŏp|yub yup yop youb yeb|571
영|榮 影|Yeong|Yŏng||24
예|芮 禮 倪 藝|Ye|Ye|yea yae yeh yee yei|13587
오|吳 伍 吾 五 晤|O|O|oh ou ohe oe olh|763334
옥|玉|Ok|Ok|ock og ohk oak ouk|25107
온|溫|On|On|ohn eon onn own yon|5418
옹|邕 雍|Ong|Ong|ohng ohong ung|967
완|阮|Wan|Wan||6
왕|王 汪|Wang|Wang|whang woang ywang yang whyang|25581
요|姚|Yo|Yo||29
용|龍|Yong|Yong|young lyong yung ryong yeong|15276
우|禹 于 寓 宇 愚 牛 偶 遇 尤|U|U|woo wu wo ou uh|195729
운|雲 芸|Un|Un|woon|118
원|元 袁 原 阮 苑 院 圓|Won|Wŏn|weon woon one wone woun|130174
위|魏 韋 衛 偉|Wi|Wi|wee we wie wei wui|32191
유|柳 劉 兪 庾 枊 杻 有 楡 由 裕|Yu|Yu|yoo you ryu ryoo lyu|963498
육|陸|Yuk|Yuk|yook youk yug yuck ryuk|23455
윤|尹 允 潤|Yun|Yun|yoon youn yune yeun yon|1020564
은|殷 銀 恩 慇|Eun|Ŭn|un en een uhan eyn|16927
음|陰|Eum|Ŭm|um em yum ehum ng|5604
이|李 異 伊 利 怡 㛅|I|I|lee yi rhee yee rhie|7307237
인|印|In|In|ihn yin inn leen lin|22363
임|林 任 壬 恁|Im|Im|lim yim rim leem rhim|1015200
자|慈|Ja|Cha||75
장|張 蔣 章 莊 長 將 藏 場 裝 臧 葬 壯 庄 张 漿|Jang|Chang|jhang zhang jahng zang jaung|1021107
전|全 田 錢 戰|Jeon|Chŏn|jun chun chon jeun cheon|749266
점|占|Jeom|Chŏm|jum|158
정|鄭 丁 程 政 桯 定 正 情|Jeong|Chŏng|jung chung joung chong cheong|2407601
제|諸 齊|Je|Che|jae jea jeh jye jee|21988
제갈|諸葛 諸曷 諸渴|Jegal|Chegal|jekal jaegal jaekal jeagal jeakal|5735
조|趙 曺 調 造 赵 刁 朝|Jo|Cho|joe joh jho jou zo|1453971
종|鍾 宗|Jong|Chong||681
좌|左 佐|Jwa|Chwa|joa choa chua jua chaw|3383
주|朱 周 主 珠 株|Ju|Chu|joo choo jou zoo zhu|232063
증|增 曾|Jeung|Chŭng|zeng tsang duong tseng cheng|18
지|池 智 地 遲|Ji|Chi|jee gi gee chee jie|160147
진|陳 秦 晋 陣 眞 蔯 進 珍 䄅 陈|Jin|Chin|jhin jean gin chen jeen|186310
차|車 次|Cha|Ch'a|char tcha tchah chah tscha|194788
창|昌 倉|Chang|Ch'ang||1095
채|蔡 菜 采|Chae|Ch'ae|chai che chea cha choi|131757
천|千 天 川|Cheon|Ch'ŏn|chun chon chen choun cheun|121927
초|楚 初|Cho|Ch'o|tcho|236
총|叢|Chong|Ch'ong||27
최|崔 催 寉 最|Choe|Ch'oe|choi choy che chai chae|2340582
추|秋 鄒|Chu|Ch'u|choo chou cho chue chew|60561
탁|卓|Tak|T'ak|tark tag tack tahk thak|21099
탄|彈|Tan|T'an|than tahn tran|149
탕|湯|Tang|T'ang||5
태|太 泰|Tae|T'ae|tai tea te thae|9073
판|判|Pan|P'an||278
팽|彭|Paeng|P'aeng|paing peang pang peng phang|2935
편|片|Pyeon|P'yŏn|pyun pyon pyoun pyen pyeun|16689
평|平|Pyeong|P'yŏng|pyung pyoung pyong pyeoung|515
포|包|Po|P'o||57
표|表 俵|Pyo|P'yo|phyo poy peo pho pou|30749
풍|馮|Pung|P'ung|poong poung|651
피|皮|Pi|P'i|pee phee phi pe phie|6578
필|弼 畢|Pil|P'il|phil fil peel|174
하|河 夏 何 賀 荷|Ha|Ha|hah har hwa haa hagh|233106
학|郝|Hak|Hak||35
한|韓 漢 汗 恨|Han|Han|hahn hann haan khan hwan|773537
함|咸|Ham|Ham|hahm harm hamm haam hwam|80659
해|海 解|Hae|Hae||155
허|許 许|Heo|Hŏ|hur huh her hu ho|326782
현|玄 賢|Hyeon|Hyŏn|hyun hyon hyoun hyen hyeun|88831
형|邢 刑 形|Hyeong|Hyŏng|hyung hyoung hyong hung houng|7328
호|扈 胡 鎬 虎 湖|Ho|Ho|hoh|5853
홍|洪 烘 䜤 弘 㤨 哄 紅|Hong|Hong|houng heung heong whong hohng|558994
화|化|Hwa|Hwa|wha hoa hua|915
황|黃 皇 潢 荒 晃 煌 簧|Hwang|Hwang|whang hoang huang hang hawng|697475
황목|荒木|Hwangmok|Hwangmok||5
황보|皇甫 黃甫|Hwangbo|Hwangbo|whangbo hoangbo hwangpo whoangbo howangbo|10427
후|侯 候 后|Hu|Hu|hou hoo hong who huu|74
`
