import { describe, expect, it } from 'vitest'
import { cautionsIn, readCautions } from './cautions.ts'

const found = (text: string, agreed = false) => cautionsIn(text, agreed).map(({ id }) => id)

describe('what to be careful about', () => {
  it.each([
    ['outside', 'LINEを追加してください'],
    ['outside', 'よろしければＬＩＮＥのＩＤを教えてもらえますか'],
    ['outside', 'テレグラムでやり取りしましょう'],
    ['outside', 'ここでは詳しく話せないので、別のアプリで連絡を取りたいです'],
    ['payment', '始める前に登録料として5,000円を振り込んでください'],
    ['payment', 'お礼はギフトカードで先払いになります'],
    ['papers', '本人確認のため、運転免許証の両面を写真に撮って送ってください'],
    ['account', '採用の前に口座番号をお知らせください'],
    ['secrets', '届いた認証コードを返信してください'],
    ['secrets', '使っていない口座を貸してもらえませんか'],
    ['dark-work', 'いわゆるホワイト案件です。荷物を受け取るだけです'],
    ['dark-work', '当日10万円を現金手渡しします'],
    ['link', '詳細は https://bit.ly/3abc をご覧ください'],
    ['link', 'http://mail.example.jp@192.0.2.7/login に入ってください'],
    ['link', 'https://rakuten-login.top/ で確かめてください'],
  ])('%s: %s', (id, text) => expect(found(text)).toContain(id))

  it.each([
    'オンラインで月に一度、打ち合わせをさせてください',
    '生産ラインの見直しを十年しました。ラインの長さは1200メートルです',
    '公式LINEの運用と、友だち追加を増やす仕事をしてきました',
    '条件に同意したあと、報酬は翌月末に振り込みます',
    '図面にパスワードをかけて送りますので、あとで電話でお話しします',
    '資料は https://www.city.yame.example/kogei にあります',
    'たたき台を作って、工房で見てもらいます。原価は34,500円でした',
    '月に10万円の利益を目標に、現金の流れを表にします',
    'パスポートの更新を手伝う仕事もしました',
  ])('nothing in 「%s」', (text) => expect(found(text)).toEqual([]))

  it('lets people tell accounts and numbers once the company wants the person, and nothing else', () => {
    expect(found('振込先を教えてください。LINEのIDも送ってください', true)).toEqual([])
    expect(found('保証金を先に振り込んでください', true)).toEqual(['payment'])
  })

  it('names every slip of the file', () => {
    expect(() => readCautions({ links: ['a'], ends: ['b'], rules: [{ id: 'A' }] })).toThrow(/rules → 0 → id/)
  })
})
