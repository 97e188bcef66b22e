import { industryName } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { prefectureName } from '../../lib/regions.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { feeBand, hoursBand } from '../rules/bands.ts'
import { type OwnTalent, openSteps, type Step } from '../rules/profile.ts'
import { firstOpen, withNext } from '../rules/screens.ts'
import { levelName, motiveName, styleName } from '../rules/words.ts'

/** Before a profile is begun: what will be asked, and who sees it. */
export function BeginProfile({ next }: { next: string | null }) {
  return (
    <Layout
      title="プロフィールを作る"
      lead="5つの質問です。どれもとばせます。職務経歴書はいりません。"
      back={backTo(next)}
    >
      <PostButton action={withNext('/me/profile', next)} kind="main" wide>
        はじめる
      </PostButton>
      <ul>
        <li>何をしてきましたか</li>
        <li>当てはまる仕事はどれですか</li>
        <li>どのくらいの時間と報酬を望みますか</li>
        <li>どこに住み、どの土地とつながりがありますか</li>
        <li>勤め先はどこですか（勤め先の人から隠すため）</li>
      </ul>
      <p>最後に「見えるようにする」を押すまで、だれにも見えません。途中でやめても、書いた内容は残ります。</p>
    </Layout>
  )
}

/** The answers so far, each with a way to change it. */
export function Profile({ talent, next }: { talent: OwnTalent; next: string | null }) {
  const open = openSteps(talent)
  const todo = firstOpen(talent)
  return (
    <Layout
      title="あなたのプロフィール"
      lead={todo ? '全部答えると、会社から見えるようにできます。' : '全部答えました。どう見えるかを確かめましょう。'}
      back={backTo(next)}
    >
      <p>
        {todo || !next ? (
          <ButtonLink href={todo ? withNext(todo, next) : '/me/profile/preview'} wide>
            {todo ? 'つづきに答える' : '会社からの見え方を見る'}
          </ButtonLink>
        ) : (
          <ButtonLink href={next} wide>
            もとの画面にもどる
          </ButtonLink>
        )}
      </p>
      <DefinitionList
        items={[
          ...LINES.map(([step, term]) => ({
            term,
            value: open.includes(step) && !summaryOf(talent, step) ? 'まだ答えていません' : summaryOf(talent, step),
            note: (
              <ButtonLink kind="plain" href={withNext(`/me/profile/${step}`, next)}>
                {`${term}${open.includes(step) ? 'に答える' : 'を直す'}`}
              </ButtonLink>
            ),
          })),
          {
            term: '望むこと',
            value: wishesOf(talent) || 'なくても構いません',
            note: (
              <ButtonLink kind="plain" href={withNext('/me/profile/wishes', next)}>
                {`望むこと${wishesOf(talent) ? 'を直す' : 'に答える'}`}
              </ButtonLink>
            ),
          },
        ]}
      />
      <p>
        <ButtonLink kind="quiet" href={withNext('/me/profile/everything', next)}>
          全部を1枚で書く
        </ButtonLink>
      </p>
    </Layout>
  )
}

function backTo(next: string | null) {
  return next ? { href: next, label: 'もとの画面' } : { href: '/me', label: '自分のページ' }
}

const LINES: readonly (readonly [Step, string])[] = [
  ['work', 'してきたこと'],
  ['codes', '仕事とレベル'],
  ['pace', '時間と報酬'],
  ['place', '土地'],
  ['employer', '勤め先'],
]

function wishesOf({ motives, industries }: OwnTalent): string {
  return [...motives.map(motiveName), ...industries.map(industryName)].filter(Boolean).join('、')
}

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
