/**
 * Kanji as names of companies are still written, each followed by the form of today: 國 and 国, 髙 and 高. Readings are not
 * taken into account: two characters are together here only where one is another way to write the other.
 */
const PAIRS =
  '亞亜惡悪壓圧圍囲醫医爲為壹壱隱隠榮栄營営衞衛驛駅圓円鹽塩緣縁艷艶應応歐欧毆殴櫻桜奧奥橫横溫温穩穏假仮價価畫画會会繪絵壞壊懷懐擴拡殼殻覺覚學学嶽岳樂楽渴渇勸勧卷巻寬寛關関觀観歡歓陷陥巖巌顏顔歸帰氣気龜亀僞偽戲戯犧犠舊旧據拠擧挙虛虚峽峡挾挟鄕郷曉暁勳勲區区驅駆薰薫徑径惠恵溪渓經経繼継莖茎螢蛍輕軽鷄鶏藝芸擊撃缺欠儉倹劍剣圈圏檢検權権獻献縣県硏研險険顯顕驗験嚴厳效効廣広恆恒鑛鉱號号國国黑黒濟済碎砕齋斎齊斉斎斉劑剤﨑崎碕崎册冊雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児辭辞濕湿實実舍舎寫写釋釈壽寿收収從従澁渋獸獣縱縦肅粛處処緖緒敍叙獎奨將将燒焼稱称證証乘乗剩剰壤壌孃嬢條条淨浄疊畳讓譲釀醸囑嘱觸触寢寝愼慎晉晋眞真盡尽圖図粹粋醉酔穗穂隨随髓髄數数樞枢瀨瀬聲声靑青靜静攝摂竊窃專専戰戦淺浅潛潜纖繊錢銭禪禅雙双壯壮搜捜插挿爭争總総聰聡莊荘裝装騷騒增増藏蔵臟臓屬属續続墮堕體体對対帶帯滯滞臺台瀧滝澤沢擇択單単擔担膽胆團団彈弾斷断遲遅晝昼蟲虫鑄鋳廳庁聽聴鎭鎮遞逓鐵鉄點点傳伝轉転黨党當当燈灯盜盗稻稲德徳獨独讀読屆届繩縄貳弐惱悩腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜蠻蛮祕秘濱浜濵浜甁瓶拂払佛仏竝並變変邊辺邉辺辨弁瓣弁辯弁舖舗步歩寶宝萠萌豐豊沒没槇槙滿満默黙藥薬彌弥譯訳豫予餘余與与譽誉搖揺樣様謠謡遙遥來来賴頼亂乱覽覧龍竜兩両獵猟綠緑鄰隣凜凛壘塁淚涙勵励禮礼隸隷靈霊齡齢戀恋爐炉勞労樓楼郞郎祿禄錄録灣湾髙高嶋島嶌島峯峰冨富桒桑舘館栁柳槗橋籔藪薮藪檜桧渕淵壺壷鷗鴎麴麹亙亘'

const TODAY: ReadonlyMap<string, string> = new Map(
  (PAIRS.match(/../gu) ?? []).map((pair) => [...pair] as [string, string]),
)

/** A text with old forms of kanji as those of today. */
export function withTodaysKanji(text: string): string {
  let written = ''
  for (const sign of text) {
    const now = TODAY.get(sign) ?? sign
    written += TODAY.get(now) ?? now
  }
  return written
}
