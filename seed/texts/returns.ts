/** Why the desk sent a posting back: the key as history keeps it, and the sentence that the owner read. */
export const RETURNS: readonly (readonly [string, string])[] = [
  ['work', '頼みたいことを、もう少しくわしく書いてください'],
  ['goal', '三か月後の姿を、もう少しはっきり書いてください'],
  ['width', '一度に頼むことが多いようです。まず一つにしぼりましょう'],
  ['fee', 'お礼と時間のつり合いを、もう一度考えてください'],
]
