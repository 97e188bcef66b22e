/** Titles: {work} the kind of work; the rest from the firm and its trade. */
export const TITLES: readonly string[] = [
  '{town}の{trade}で、{work}を手伝ってください',
  '{product}の{trade}の「{work}」をお願いします',
  '{work}に詳しい方へ、{town}の{trade}から',
  '{trade}の{work}、隣で教えてくださる方',
  '{product}で知られる{trade}の、一からの{work}',
  '{work}のことで知恵を貸してください（{town}）',
  '{town}発、{product}と{work}',
  '{staff}と一緒に、{work}に取り組んでくれる方',
  '{product2}も含めた{work}を見てほしい',
  '{trade}の手で続けられる{work}にしたい',
  '{work}を{few}か月でひと区切り（{town}の{trade}）',
  'はじめての{work}、{town}の{trade}が挑みます',
  '{product}のことはこちらで。{work}をお願いしたい',
  '{buyers}に喜ばれるよう、{work}から見直したい',
]

/** Titles in the owner's own words. */
export const TITLES_SAID: readonly string[] = [
  '「{phrase}」を、一緒にほどいてください（{town}）',
  '「{phrase}」{town}の{trade}の悩みです',
  '{phrase}。{town}の{trade}を助けてください',
  '{product}の{trade}です。「{phrase}」',
]

/** What good looks like in three months. */
export const GOALS: readonly string[] = [
  '三か月後、{staff}が自分たちで続けられる形になっていること。',
  '{product}について、まず一つ形になっていればうれしいです。',
  '{work}の進め方が紙に残り、担当が決まっている状態にしたいです。',
  '月に一度の話し合いが、{staff}の間に根づいていることを望みます。',
  '{product}で試し、{product2}に広げる見通しが立っていれば十分です。',
  '大きな成果より、{work}で次に何をするかが分かる状態を目指します。',
  '{buyers}から「変わったね」と言われることを、ひとつの目安にします。',
  '{few}か月たったとき、前と比べた数字を見られるようにしたいと思います。',
  '私が留守でも、{staff}だけで{work}が回ることです。',
  '{few}か月のうちに、{work}の最初の一回りを終えておきたいと考えています。',
  '{work}で、やめることと続けることがはっきり分かれていること。',
  '{town}のほかの{trade}にも勧められるやり方になっていたら最高です。',
  '{work}で迷ったとき、見返せるものが手元にあること。',
  '{staff}のうち一人が、{work}を人に説明できるようになっていること。',
]
