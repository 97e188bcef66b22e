/** Titles of cases without names. {work}: the name of the work. */
export const QUIET_TITLES: readonly string[] = [
  '{work}を、外の人と少しずつ',
  '{work}は後まわしだった',
  '月に数時間だけ、{work}を頼んだ',
  '{work}の進め方を、いっしょに考えてもらった',
  '社内だけでは進まなかった{work}',
]

/** The same, of what did not work out. */
export const FAILED_TITLES: readonly string[] = [
  '{work}を頼みたかったが、人が決まらなかった',
  '{work}の募集で、見なおしたこと',
  '{work}は、頼み方が難しかった',
]

/** What a company learned of it, by cause. */
export const FAILURE_LEARNED: Readonly<Record<string, readonly string[]>> = {
  noapplicants: [
    '題を読んでも、何に困っているのかが伝わらなかったのだと思います。次は困りごとから書きます。',
    '待っているだけでした。次はこちらから声をかけます。',
  ],
  lowfee: [
    'お願いすることの多さに、お礼が合っていませんでした。次は半分にします。',
    'ほかの募集と見くらべて、初めて気づきました。',
  ],
  widescope: ['あれもこれもと書きました。次は三か月で終わる一つにします。'],
  strict: ['全部できる人を探していました。「あればうれしい」に分けてみます。'],
  lateanswer: ['返事をする日を決めていませんでした。二週間お待たせし、ほかで決まってしまいました。'],
  notime: ['社内で話を聞く者がおらず、面談の日が取れませんでした。'],
  budget: ['決算の見通しが変わり、今年は見送りました。'],
  elsewhere: ['社員の一人が手を挙げてくれ、まず社内でやってみることにしました。'],
  expectations: ['はじめに、三か月後に何ができていればよいかを話していませんでした。'],
  busy: ['年度末に本業と重なることを、先に聞いておけばよかったです。'],
}

/** Why it ended early or missed its goal, in the words of whoever helped. */
export const TOLD: readonly string[] = [
  '本業の忙しい時期と重なり、約束した時間が取れませんでした。',
  'はじめに聞いていたことと、じっさいに困っていることが違いました。早く言えばよかったです。',
  '資料がそろうまでに時間が掛かり、手を動かせる月が少なくなりました。',
]
