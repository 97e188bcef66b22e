/** How a firm goes on about itself after its first sentence. */
export const HOPES_ABOUT: readonly string[] = [
  '{buyers}に喜ばれる{product}を、これからも町で続けたいと思っています。',
  '{product}と{product2}を大事にしながら、新しいことにも手を伸ばしています。',
  '{staff}の平均年齢は高めですが、みな元気です。',
  '小さいからこそ、決めるのが早いのが取り柄です。',
  '{buyers}との長い付き合いに支えられています。',
  '若い人が戻ってこられる職場にしたいと、少しずつ変えています。',
  '{product2}は{few}年前に始めたばかりで、育てている途中です。',
  '見学はいつでもどうぞ。{product}のことなら何時間でも話します。',
  '地元の学校の見学を毎年受け入れています。',
  '家族と{staff}で、毎日にぎやかにやっています。',
]
