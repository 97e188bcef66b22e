/** Words that tell of a trade: a text with one of them is only said by a firm or a person of these industries. */
export const TRADE_WORDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/旅館|女将|仲居|客室|宿泊|民宿|素泊まり|チェックイン|(^|[^下])宿(?!題)|ホテル/, ['lodging']],
  [/牛|豚|酪農|搾乳|養鶏/, ['agriculture']],
  [/田んぼ|畑|農家|農業|農園|収穫|稲|米農|苗|栽培|りんご|みかん|ぶどう|いちご|トマト|野菜|梨|桃/, ['agriculture']],
  [/漁|船|港|魚|水揚げ|牡蠣|養殖|海苔|昆布|干物/, ['forestry']],
  [/林業|山主|間伐|森林|伐採|丸太/, ['forestry', 'wood']],
  [/製材|木工|家具|建具|木の/, ['wood']],
  [/酒蔵|蔵元|杜氏|日本酒|焼酎|ワイン|酒造|蔵の|地酒/, ['brewing', 'retail']],
  [
    /味噌|醤油|漬物|豆腐|かまぼこ|佃煮|製麺|そうめん|うどん|和菓子|菓子|パン屋|パン工場|ハム|惣菜|食品|ジャム|梅干し|給食/,
    ['food', 'restaurant', 'agriculture', 'retail'],
  ],
  [
    /料理|食堂|板前|厨房|居酒屋|飲食|ラーメン|そば屋|仕出し|メニュー|弁当|レストラン|カフェ|喫茶/,
    ['restaurant', 'food', 'lodging'],
  ],
  [/織|縫製|反物|染|着物|呉服|帯|タオル|生地|ニット|布/, ['textiles', 'crafts']],
  [
    /職人|親方|工房|手作業|手仕事|工芸|漆|和紙|仏壇|提灯|人形|竹細工|伝統/,
    ['crafts', 'textiles', 'pottery', 'wood', 'metal', 'construction'],
  ],
  [/窯|陶|焼き物|器を|ガラス|瓦/, ['pottery']],
  [/鋳物|板金|溶接|めっき|メッキ|プレス|切削|旋盤|金型|鉄工/, ['metal', 'machinery']],
  [
    /機械部品|産業機械|工作機械|自動車部品|部品メーカー|部品工場|町工場/,
    ['machinery', 'metal', 'electronics', 'manufacturing'],
  ],
  [/電子|基板|半導体/, ['electronics']],
  [/樹脂|化学|薬品|塗料|肥料|石けん|溶剤|ゴム/, ['chemicals', 'manufacturing']],
  [/印刷|製本|チラシの印刷/, ['paper']],
  [
    /工場|製造ライン|ライン|生産|仕掛|検品|工程/,
    [
      'food',
      'brewing',
      'textiles',
      'wood',
      'paper',
      'chemicals',
      'metal',
      'machinery',
      'electronics',
      'manufacturing',
      'pottery',
    ],
  ],
  [/工務店|大工|現場監督|建設|土木|施工|足場|建築|住宅|工事|リフォーム|元請|重機/, ['construction']],
  [/不動産|賃貸|大家|空室|アパート|物件|家主|入居者/, ['realestate']],
  [/トラック|運送|ドライバー|運転手|配車|荷主/, ['transport', 'wholesale']],
  [/病院|医院|診療|患者|歯科|薬局|クリニック|看護|レセプト/, ['welfare']],
  [/介護|利用者さん|デイサービス|ケアマネ|福祉|施設長|保育|園児|就労支援|作業所/, ['welfare', 'education']],
  [/塾|生徒|教室|学校|先生|園長|授業|講座|教材/, ['education']],
  [/観光|旅行|ツアー|体験プラン|インバウンド|スキー|温泉|外国人のお客|外国のお客/, ['tourism', 'lodging']],
  [/市役所|役場|町役場|自治体|移住|協力隊|商店街|町内|住民|空き家|限界集落|過疎/, ['public']],
  [/商工会|観光協会|組合員|会員の店/, ['public']],
  [/美容|理容|エステ|クリーニング|葬儀|整備工場|車検/, ['services']],
  [/スーパー|売り場|店頭|レジ|店番|商店|百貨店に入/, ['retail', 'wholesale']],
  [/卸|問屋の(うち|当社)|仲買/, ['wholesale', 'food', 'textiles']],
  [/ソフト会社|システム会社|プログラマ|エンジニアが/, ['it']],
  [/美術館|資料館|舞台|音楽|劇場|スポーツ|クラブ|大会|サッカー|野球|道場/, ['education', 'public']],
  [/バス|路線|停留所/, ['transport', 'public']],
  [
    /店を|店の|店が|来店|お店|陳列|常連/,
    ['retail', 'restaurant', 'services', 'lodging', 'tourism', 'brewing', 'food', 'welfare', 'education', 'realestate'],
  ],
  [/町(は|で|の|に)|村の|地区/, ['public', 'tourism']],
  [/プロパン|灯油|水道/, ['energy']],
  [/ペット|犬|猫|花屋|生花/, ['retail', 'services']],
]

/** Places: a text that names one is left to people who live there, so nobody here says it. */
export const PLACE_WORDS =
  /北海道|札幌|青森|岩手|盛岡|宮城|仙台|秋田|山形|福島|茨城|栃木|群馬|埼玉|横浜|神奈川|新潟|富山|石川|金沢|福井|山梨|長野|信州|岐阜|飛騨|静岡|愛知|名古屋|三重|伊勢|滋賀|京都|兵庫|神戸|奈良|和歌山|鳥取|島根|出雲|岡山|広島|瀬戸内|山口|徳島|香川|愛媛|高知|福岡|博多|佐賀|長崎|熊本|大分|別府|宮崎|鹿児島|沖縄|西陣/

/** How people talk where: a text with such an ending belongs to these prefectures (JIS X 0401, from–to). */
export const DIALECTS: readonly (readonly [RegExp, readonly (readonly [number, number])[]])[] = [
  [
    /へん|やねん|やんか|あかん|ほんま|しもた|ええ(か|ん|の|わ)|(やけど|やから|やで|やな|んや)(。|、|$)|せな(。|あ|$)/,
    [
      [18, 18],
      [24, 30],
      [36, 39],
    ],
  ],
  [/けん(、|。|$)|ばい|っちゃ|たい$|ごたる|よか(。|$)|なか(。|$|と)|とっと|しよる|ばってん/, [[40, 46]]],
  [
    /じゃけ|じゃけぇ|けぇ|じゃが|じゃろ|ぶち/,
    [
      [31, 35],
      [38, 38],
    ],
  ],
  [
    /べ(か|な|え)?(。|、|$)|だべ|っぺ|んだ(けど|ども|が)?べ|ども(、|。)|ねえ(べ|な)|だっちゃ|すけ(、|。)|だば/,
    [
      [1, 7],
      [15, 15],
    ],
  ],
  [/だに(。|$)|だら(。|$)|しとるだ|だもんで|やっとかめ/, [[20, 24]]],
  [/とる|とった|とらん|おらん|んなら|じゃ(。|$)|わからんわ|しとい/, [[16, 46]]],
]
