import type { Estimate } from '../../engine/estimate.ts'
import { japaneseDate, lastDayUntil, today } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { type KeptAim, sameAim } from '../rules/aims.ts'
import { differingIn, MEASURED, MEASURES, measurableAt, stateOf, type TrialState, WEEKS } from '../rules/trials.ts'
import type { ClusterCount, MarketTrial } from '../schema.ts'
import { ProofOfWeights } from './learned-weights.tsx'
import { moreInWords } from './prediction.tsx'
import { HalfCounts, periodInWords, type TriedWeights, WhatDiffers, WhoseHalf } from './trial-parts.tsx'
import { Result } from './trial-result.tsx'

type Props = {
  trial: MarketTrial
  counts: readonly ClusterCount[]
  /** Matches more within a month, were everybody's lists made by the second aim. */
  predicted: Estimate | undefined
  /** Where weights are compared. */
  weights: TriedWeights | null
  aim: KeptAim
  running: MarketTrial | undefined
  now: Date
  /** What somebody of the desk has just done. */
  done: 'begun' | 'ended' | undefined
  values?: FormValues
  errors?: FormErrors
}

const BACK = { href: '/desk/market/trials', label: '地域で分けて比べる' }

/** Two ways to make lists, or two weights, side by side: before it begins, while it goes on, and what came of it. */
export function DeskTrial(props: Props) {
  const { trial, weights, now, done, errors } = props
  const state = stateOf(trial, now)
  return (
    <Layout title={trial.name} lead={leadOf(trial, state)} back={BACK} width="page" failed={Boolean(errors)}>
      {done === 'begun' && (
        <Notice kind="success" title="比べはじめました" live>
          みなさんの一覧を、いま作りなおしています。
        </Notice>
      )}
      {done === 'ended' && (
        <Notice kind="success" title="比べるのを終えました" live>
          {`みなさんの一覧を、これまでの${differingIn(trial)}で作りなおしています。`}
        </Notice>
      )}
      {state === 'running' && <Running {...props} />}
      {state === 'ended' && <Ended {...props} />}
      {trial.result && <Result {...props} result={trial.result} />}
      <WhatDiffers {...{ trial, weights }} />
      {state === 'drawn' && <Predicted {...props} />}
      <WhoseHalf trial={trial} />
      {state === 'drawn' && <Beginning {...props} />}
    </Layout>
  )
}

function leadOf(trial: MarketTrial, state: TrialState): string {
  if (state === 'drawn') return 'まだ始めていません。一覧は、何も変わっていません。'
  return `${periodInWords(trial)}。${trial.endedBy ? '途中で終えました。' : ''}`
}

function Running({ trial, counts }: Props) {
  return (
    <Section
      title="いままでの数"
      lead={`${japaneseDate(lastDayUntil(trial.endsAt!))}が終わると、すべての地域が、これまでの${differingIn(trial)}に戻ります。`}
    >
      <HalfCounts {...{ trial, counts }} />
      <p>
        途中では、差があるかどうかを確かめません。何度も見て、よさそうなときにやめると、たまたまの差を、ほんとうの差と思ってしまうからです。終わってから、一度だけ確かめます。
      </p>
      <ButtonLink href={`/desk/market/trials/${trial.id}/ending`} kind="quiet">
        途中で終える
      </ButtonLink>
    </Section>
  )
}

function Ended({ trial, counts, now }: Props) {
  const at = measurableAt(trial)
  return (
    <Section title="結果を待っています">
      <Notice title={at > now ? `${japaneseDate(today(at))}の次の夜に確かめます` : 'まもなく確かめます'}>
        {at > now
          ? `${MEASURED[trial.measure!]}は、終わりの日までに送られた応募に返事が来るまで、数えられません。`
          : 'しばらくしてから、この画面を開きなおしてください。'}
      </Notice>
      <HalfCounts {...{ trial, counts }} />
    </Section>
  )
}

function Predicted({ trial, predicted, weights }: Props) {
  if (weights)
    return (
      <Section title="先に確かめたこと">
        <ProofOfWeights learned={weights.learned} />
      </Section>
    )
  return (
    <Section title="先に出した見込み">
      <p>
        {predicted ? `すべての地域を試す配り方にしたとき、1か月で${moreInWords(predicted)}。` : '見込みはありません。'}
        半分の地域だけで使うときの見込みは、出していません。
      </p>
      <p>
        <a href={`/desk/market/predictions/${trial.predictionId}`}>見込みの表を見る</a>
      </p>
    </Section>
  )
}

function Beginning({ trial, aim, weights, running, values, errors }: Props) {
  if (running)
    return (
      <Notice
        title="いま、ほかの比較が続いています"
        action={<ButtonLink href={`/desk/market/trials/${running.id}`}>続いている比較を見る</ButtonLink>}
      >
        一度に比べられるのは一つです。終わってから始めてください。
      </Notice>
    )
  // Of weights the aim is that of the beginning, in both halves.
  if (weights ? weights.inUse.name !== weights.learned.besides : !sameAim(aim, trial.first))
    return (
      <Notice
        kind="warning"
        title={`分けたあとで、${differingIn(trial)}が変わりました`}
        action={<ButtonLink href={weights ? '/desk/market/findings' : '/desk/market'}>もう一度試す</ButtonLink>}
      />
    )
  return (
    <Section title="始める" lead="始めるとすぐに、一覧を作りなおします。いつでも途中で終えて、元に戻せます。">
      <Form
        action={`/desk/market/trials/${trial.id}/beginning`}
        submit="この分け方で始める"
        values={values ?? { name: trial.name, weeks: '8', measure: 'applications' }}
        {...(errors && { errors })}
      >
        <TextField name="name" label="名前" hint="あとで見分けるための名前です。" size="long" required />
        <ChoiceCards name="weeks" label="比べる長さ" choices={WEEKS} required />
        <ChoiceCards
          name="measure"
          label="何で比べるか"
          hint="数を見る前に、一つに決めます。あとから選ぶと、都合のよいほうを選んでしまうからです。"
          choices={MEASURES}
          required
        />
      </Form>
    </Section>
  )
}

/** The way back, before it is taken. */
export function TrialEnding({ trial, now }: Pick<Props, 'trial' | 'now'>) {
  const runs = stateOf(trial, now) === 'running'
  return (
    <Layout title="途中で終える" back={{ href: `/desk/market/trials/${trial.id}`, label: trial.name }}>
      {runs ? (
        <>
          <p>
            {`終えるとすぐに、すべての地域の一覧を、これまでの${differingIn(trial)}で作りなおします。この比較を、あとから続けることはできません。いままでの応募で、結果を確かめます。`}
          </p>
          <PostButton action={`/desk/market/trials/${trial.id}/ending`} kind="danger">
            途中で終える
          </PostButton>
        </>
      ) : (
        <Notice title="この比較は、いまは続いていません">{`すべての地域が、同じ${differingIn(trial)}です。`}</Notice>
      )}
    </Layout>
  )
}
