import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { prefectureName } from '../../lib/regions.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { feeBand, hoursBand } from '../rules/bands.ts'
import { type OwnTalent, openSteps, type Step } from '../rules/profile.ts'
import { firstOpen } from '../rules/screens.ts'
import { levelName, styleName } from '../rules/words.ts'

/** Before a profile is begun: what will be asked, and who sees it. */
export function BeginProfile() {
  return (
    <Layout
      title="プロフィールを作る"
      lead="5つの質問に答えるだけです。職務経歴書はいりません。"
      back={{ href: '/me', label: '自分のページ' }}
    >
      <PostButton action="/me/profile" kind="main" wide>
        はじめる
      </PostButton>
      <ul>
        <li>何をしてきましたか</li>
        <li>どのくらいできますか</li>
        <li>どのくらいの時間と報酬を望みますか</li>
        <li>どこに住み、どの土地とつながりがありますか</li>
        <li>勤め先はどこですか（勤め先の人から隠すため）</li>
      </ul>
      <p>最後に「見えるようにする」を押すまで、だれにも見えません。途中でやめても、書いた内容は残ります。</p>
    </Layout>
  )
}

/** The answers so far, each with a way to change it. */
export function Profile({ talent }: { talent: OwnTalent }) {
  const open = openSteps(talent)
  const next = firstOpen(talent)
  return (
    <Layout
      title="あなたのプロフィール"
      lead={next ? '全部答えると、会社から見えるようにできます。' : '全部答えました。どう見えるかを確かめましょう。'}
      back={{ href: '/me', label: '自分のページ' }}
    >
      <p>
        <ButtonLink href={next ?? '/me/profile/preview'} wide>
          {next ? 'つづきに答える' : '会社からの見え方を見る'}
        </ButtonLink>
      </p>
      <DefinitionList
        items={LINES.map(([step, term]) => ({
          term,
          value: open.includes(step) && !summaryOf(talent, step) ? 'まだ答えていません' : summaryOf(talent, step),
          note: (
            <ButtonLink kind="plain" href={`/me/profile/${step}`}>
              {`${term}${open.includes(step) ? 'に答える' : 'を直す'}`}
            </ButtonLink>
          ),
        }))}
      />
      <p>
        <ButtonLink kind="quiet" href="/me/profile/everything">
          全部を1枚で書く
        </ButtonLink>
      </p>
    </Layout>
  )
}

const LINES: readonly (readonly [Step, string])[] = [
  ['work', 'してきたこと'],
  ['codes', '仕事とレベル'],
  ['pace', '時間と報酬'],
  ['place', '土地'],
  ['employer', '勤め先'],
]

function summaryOf(talent: OwnTalent, step: Step): string {
  switch (step) {
    case 'work':
      return talent.headline
    case 'codes':
      return talent.codes
        .flatMap(({ code, level }) => {
          const leaf = jobCodes().leaf(code)
          return leaf ? [`${leaf.name}（${levelName(level)}）`] : []
        })
        .join('、')
    case 'pace':
      return talent.hours === null
        ? ''
        : [hoursBand(talent.hours), feeBand(talent.fee), talent.style && styleName(talent.style)]
            .filter(Boolean)
            .join('、')
    case 'place':
      return talent.prefecture === null
        ? ''
        : [
            prefectureName(talent.prefecture),
            ...new Set(talent.ties.map((tie) => `${prefectureName(tie.prefecture)}にゆかり`)),
          ].join('、')
    case 'employer':
      return talent.employerAnsweredAt ? '答えました（勤め先には見えません）' : ''
  }
}
