import { ButtonLink } from '../../ui/button.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { LEAST } from '../rules/findings.ts'
import { differingIn, halfCount, LEAST_CLUSTERS, MEASURED } from '../rules/trials.ts'
import type { MarketTrial, TrialResult } from '../schema.ts'
import { count } from './figures.ts'
import { HalfCounts, type TriedWeights, WhileComparing } from './trial-parts.tsx'

type Props = {
  trial: MarketTrial
  result: TrialResult
  weights: TriedWeights | null
  running: MarketTrial | undefined
}
type Compared = NonNullable<TrialResult['compared']>

/** Of as many draws as could have been made, fewer give so large a difference by chance. */
const LEVEL = 0.05

/** What a trial told, or that it was too little to tell anything. */
export function Result({ trial, result, weights, running }: Props) {
  const { counts, compared } = result
  const second = trial.clusters.map((cluster) => cluster.second)
  const [one, other] = [false, true].map((which) => halfCount(counts, second, which).projects) as [number, number]
  const what = differingIn(trial)
  return (
    <Section title="結果">
      {compared ? <Told {...{ trial, compared }} /> : <TooLittle trial={trial} />}
      <HalfCounts {...{ trial, counts }} exact={compared !== null} />
      <p>
        {`比べた案件は、これまでの${what}が${count(one)}件、試した${what}が${count(other)}件、あわせて${count(one + other)}件です。地域のまとまりは${trial.clusters.length}です。`}
      </p>
      {compared && <HowSure {...{ compared, what }} />}
      {weights && <TakeTried {...{ weights, compared, running }} />}
    </Section>
  )
}

function Told({ trial, compared }: { trial: MarketTrial; compared: Compared }) {
  const { difference, chance, interval } = compared
  const [what, way] = [MEASURED[trial.measure!], differingIn(trial)]
  const size = `案件100件あたりの差は、${hundred(difference)}件です（95％の幅は ${within(interval)}）。`
  if (chance > LEVEL)
    return (
      <Notice
        title={`${what}の差は、あるともないとも言えません`}
      >{`${size}幅が0をまたぐので、たまたまかもしれません。`}</Notice>
    )
  if (difference < 0)
    return (
      <Notice kind="warning" title={`試した${way}のほうが、${what}が少なくなりました`}>
        {`${size}いまは、すべての地域が、これまでの${way}に戻っています。`}
      </Notice>
    )
  return (
    <Notice
      kind="success"
      title={`試した${way}のほうが、${what}が多くなりました`}
      action={
        trial.predictionId && (
          <ButtonLink href={`/desk/market/predictions/${trial.predictionId}`}>この配り方に変える画面へ</ButtonLink>
        )
      }
    >
      {`${size}いまは、すべての地域が、これまでの${way}に戻っています。`}
    </Notice>
  )
}

/** What it takes, not what was missing: that would tell the small numbers that are not told. */
function TooLittle({ trial: { measure } }: Pick<Props, 'trial'>) {
  return (
    <Notice title="まだ足りません">
      {`差を言うには、あわせて${LEAST.events}件以上の${MEASURED[measure!]}が、案件のある${LEAST_CLUSTERS}以上の地域のまとまりから要ります。これより少ないと、たまたまの差と見分けられません。もう一度比べるときは、長くするか、応募の数で比べてください。`}
    </Notice>
  )
}

function HowSure({ compared: { chance, draws }, what }: { compared: Compared; what: string }) {
  const often = Math.round(chance * 100)
  const times = often < 1 ? '100回に1回もありません' : `100回に${often}回くらいあります`
  return (
    <ul>
      <li>
        {`二つの${what}にほんとうは差がなくても、どの地域がどちらになるかのくじだけで、これくらいの差になることが、${times}（引くことのできた${count(draws)}とおりを、すべて数えました。P値 ${chance < 0.001 ? '0.001未満' : chance.toFixed(3)}）。100回に5回までのときだけ、差があると言います。`}
      </li>
      <li>
        {`差は、試した${what}の数から、これまでの${what}の数を引いたものです。95％の幅は、同じように比べたら100回に95回は、ほんとうの差が入る範囲です。`}
      </li>
    </ul>
  )
}

/** What was tried stays the desk's to take; newer weights may stand on the page of what was found by now. */
function TakeTried({
  weights: { learned, inUse },
  compared,
  running,
}: Pick<Props, 'running'> & { weights: TriedWeights; compared: Compared | null }) {
  const surely = compared !== null && compared.chance <= LEVEL
  if (inUse.name === learned.id) return <p>いまは、すべての地域で、この重みを使っています。</p>
  if (surely && compared.difference < 0) return null
  if (inUse.name !== learned.besides) return <p>比べたあとで、使っている重みが変わりました。</p>
  if (running) return <WhileComparing running={running} />
  return (
    <PostButton action={`/desk/market/weights/${learned.id}/choice`} {...(surely && { kind: 'main' })}>
      この重みを使う
    </PostButton>
  )
}

function within([low, high]: Compared['interval']): string {
  if (low === null && high === null) return '決まりません'
  return `${low === null ? '下は決まらず' : hundred(low)}から${high === null ? '上は決まらず' : hundred(high)}`
}

/** For a hundred projects. */
function hundred(value: number): string {
  const rounded = (Math.round(value * 1000) / 10).toFixed(1)
  const plain = rounded === '-0.0' ? '0.0' : rounded
  return `${Number(plain) > 0 ? '+' : ''}${plain.replace('-', '−')}`
}
