/** The fields of terms that a finding can point at. */
export type TermsItem =
  | 'names'
  | 'date'
  | 'content'
  | 'ip'
  | 'period'
  | 'place'
  | 'inspection'
  | 'fee'
  | 'expenses'
  | 'payment'
  | 'transferFee'
  | 'means'
  | 'recommission'

export type NoticeItem = {
  readonly number: number
  readonly title: string
  /** What the law asks for, in plain words. */
  readonly rule: string
  readonly items: readonly TermsItem[]
  /** 'always', or only when the terms say so. */
  readonly when: 'always' | 'inspected' | 'notCash' | 'recommissioned'
}

/**
 * The complete list of what has to be shown at once when work is commissioned (3条通知).
 * フリーランス法3条1項, 公正取引委員会関係フリーランス法施行規則1条. Items that are undecided for a good reason may be left
 * out when the reason and the planned day are shown instead (規則1条3項, unverified).
 */
export const noticeItems: readonly NoticeItem[] = [
  {
    number: 1,
    title: '両者の名前',
    rule: '会社とあなたの、正式な名前か登録した屋号を書きます。呼び名だけでは足りません。',
    items: ['names'],
    when: 'always',
  },
  {
    number: 2,
    title: '仕事をたのんだ日',
    rule: 'たのむことを決めた日です。あとで書類に署名した日ではありません。',
    items: ['date'],
    when: 'always',
  },
  {
    number: 3,
    title: '仕事の内容',
    rule: '種類、量や回数、求める中身を書きます。著作権などを渡す、または使わせるときは、その範囲も書きます。',
    items: ['content', 'ip'],
    when: 'always',
  },
  {
    number: 4,
    title: '成果を受け取る日、または仕事の期間',
    rule: '日付か、いつからいつまでかを書きます。',
    items: ['period'],
    when: 'always',
  },
  {
    number: 5,
    title: '成果を受け取る場所、または仕事の場所',
    rule: '住所、メール、在宅、訪問先など、どこで行うかを書きます。',
    items: ['place'],
    when: 'always',
  },
  {
    number: 6,
    title: '検査を終える日',
    rule: '成果を検査するときは、検査を終える日か、受け取りから何日目かを決めて書きます。',
    items: ['inspection'],
    when: 'inspected',
  },
  {
    number: 7,
    title: '報酬の額',
    rule: '額か、額がひとりでに決まる計算のしかたを書きます。交通費などを含むかどうかも書きます。',
    items: ['fee', 'expenses'],
    when: 'always',
  },
  {
    number: 8,
    title: '支払う日',
    rule: '「毎月末日締め翌月25日払い」のように、日を決めて書きます。「まで」「請求書受領後」「検収後」は使えません。',
    items: ['payment', 'transferFee'],
    when: 'always',
  },
  {
    number: 9,
    title: '現金以外での支払い',
    rule: '手形などで支払うときは、その額と満期などを書きます。ここで作る契約は、銀行振込だけです。',
    items: ['means'],
    when: 'notCash',
  },
  {
    number: 10,
    title: '再委託のときの元の仕事',
    rule: '再委託であること、元の依頼者の名前、元の仕事の支払期日を書きます。書けば、支払いの期限が変わります。',
    items: ['recommission'],
    when: 'recommissioned',
  },
]
