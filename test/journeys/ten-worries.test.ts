import { expect, test } from 'vitest'
import { openStage, type Walker } from './stage.ts'

/** As owners say it, written down before anybody looked at what the product knows. */
const WORRIES = [
  '夕方になると電話が鳴りっぱなしで、予約の聞きまちがいがようけ起きとるんや。',
  '東京の人にうちの酒を知ってもらいてえんだけど、何から手をつければいいかわからね。',
  '見積もり作れるんがわししかおらへんから、一日も休まれへんのよ。',
  'りんごの送り状ば手で書いでらはんで、秋は毎晩夜中までかがる。',
  '若っか人が来らっさん。求人ば出しても一年応募がなか。',
  'お菓子の包み紙が古くさい言われて、若いお客さんが手に取ってくれはらへん。',
  '職員の勤務表こさえるんに毎月三日もかかりよるんじゃ。',
  'トラックの帰りがいっつも空でさ、油代ばっかりかかってゆるくないわ。',
  '魚の在庫がどんだけあるか、冷凍庫さ入って数えねえとわがんねえ。',
  '外国のお客さんが増えたのに、ことばが通じなくて申し訳ないです😢',
]
const MOST = { screens: 15, decisions: 12, letters: 400 }
/** Far more than the way is long: a button that leads round in a circle must not turn for ever. */
const LONGEST_WAY = 30

const stage = await openStage()

/**
 * What one way costs: screens that are opened; decisions, which is every choice among several and every button but the main
 * one that only goes on; letters that are typed.
 */
class Way {
  readonly cost = { screens: 0, decisions: 0, letters: 0 }
  private readonly owner: Walker
  private readonly looks: boolean
  private readonly counted = () => {
    this.cost.screens++
  }

  constructor(owner: Walker, looks: boolean) {
    this.owner = owner
    this.looks = looks
    owner.page.on('load', this.counted)
  }

  end() {
    this.owner.page.off('load', this.counted)
  }

  async type(words: string) {
    this.cost.letters += [...words].length
    await this.owner.page.locator('main textarea[name=text]').fill(words)
  }

  async choose(name: string, value: string) {
    this.cost.decisions++
    await this.owner.page.locator(`main input[name="${name}"][value="${value}"]`).check()
  }

  /** The main button of the screen; anything else that is pressed is a decision. */
  async goOn() {
    const main = this.owner.page.locator('main .button[data-kind=main]').first()
    await Promise.all([this.owner.page.waitForEvent('load'), main.click()])
    if (this.looks) await this.owner.look()
  }

  /** What nobody has answered for the owner yet: the choices of this screen of which none is made. */
  unanswered(): Promise<string[]> {
    return this.owner.page.locator('main form').evaluateAll((forms) =>
      forms.flatMap((form) => {
        const radios = [...form.querySelectorAll<HTMLInputElement>('input[type=radio]')]
        const names = [...new Set(radios.map(({ name }) => name))]
        return names.filter((name) => !radios.some((radio) => radio.name === name && radio.checked))
      }),
    )
  }
}

/** What an owner answers who wants somebody to come now and then. */
const ANSWERS: Readonly<Record<string, string>> = {
  hours: '10',
  fee: '50000',
  style: 'either',
  travelPaid: 'yes',
  months: '3',
}

/** `looks`: every screen is looked at too; the same screens with other words need no second look. */
async function walk(owner: Walker, worry: string, looks: boolean) {
  const way = new Way(owner, looks)
  await owner.page.goto('/worries/new')
  await way.type(worry)
  for (let step = 0; !owner.path.endsWith('/submission'); step++) {
    if (step === LONGEST_WAY) throw new Error(`${worry} never comes to an end: ${owner.path}`)
    for (const name of await way.unanswered()) {
      if (ANSWERS[name] === undefined) throw new Error(`Nobody expected to be asked ${name} at ${owner.path}`)
      await way.choose(name, ANSWERS[name])
    }
    await way.goOn()
  }
  way.end()
  return way.cost
}

test('ten worries become projects that may be sent, on a telephone, without a long way', {
  timeout: 180_000,
}, async () => {
  const owner = await stage.phone()
  await owner.become('nakamura')
  const costs: Record<string, unknown>[] = []
  for (const worry of WORRIES) {
    const cost = await walk(owner, worry, costs.length === 0)
    await owner.sees('事務局に送りますか')
    expect(await owner.page.getByRole('button', { name: '事務局に送る' }).count()).toBe(1)
    costs.push({ worry: worry.slice(0, 12), ...cost })
    for (const [name, most] of Object.entries(MOST)) {
      expect([worry, name, cost[name as keyof typeof MOST] <= most]).toEqual([worry, name, true])
    }
  }
  console.table(costs)
})
