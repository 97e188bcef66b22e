import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import type { HelpfulId } from '../rules/helpful.ts'
import { helpsMost } from '../rules/helpful.ts'
import { type OwnTalent, openSteps } from '../rules/profile.ts'
import { canDo, stateOf } from '../rules/visible.ts'

/** After the five questions, whatever was answered: projects are open to everybody; the rest can wait. */
export function Ready({ talent }: { talent: OwnTalent }) {
  const helpful = helpsMost(talent)
  const canShow = openSteps(talent).length === 0 && canDo('publish', stateOf(talent))
  return (
    <Layout
      title="もう案件が見られます"
      lead="ここまでの答えは残っています。あとは、気が向いたときで構いません。"
      back={{ href: '/me/profile', label: 'プロフィール' }}
    >
      <p>
        <ButtonLink href="/projects" wide>
          案件をさがす
        </ButtonLink>
      </p>
      {canShow && (
        <p>
          <ButtonLink kind="quiet" href="/me/profile/preview">
            会社からの見え方を見る
          </ButtonLink>
        </p>
      )}
      {helpful.length > 0 && (
        <Section title="つぎに足すと、いちばん役に立つこと">
          <CardList>
            {helpful.map(({ id, href }) => (
              <Card key={id} title={WORDS[id].title} href={href} level={3}>
                <p>{WORDS[id].why}</p>
              </Card>
            ))}
          </CardList>
        </Section>
      )}
      <p>
        <ButtonLink kind="quiet" href="/me/main-job">
          本業の決まりを、自分だけで確かめる
        </ButtonLink>
      </p>
      {!talent.employerAnsweredAt && <p>勤め先の質問に答えるまで、あなたのことはどの会社にも見えません。</p>}
    </Layout>
  )
}

const WORDS: Readonly<Record<HelpfulId, { title: string; why: string }>> = {
  work: { title: 'してきたことを話す', why: '当てはまる仕事を、あなたの言葉から見つけます。' },
  codes: { title: '当てはまる仕事を選ぶ', why: '合う案件を、こちらからお知らせできるようになります。' },
  levels: { title: 'どのくらいできるかを答える', why: '会社に見せるには、仕事ごとに2つだけ答えてください。' },
  pace: { title: '時間と報酬を答える', why: '無理のない案件だけを、おすすめできるようになります。' },
  place: { title: '土地とのつながりを答える', why: 'ゆかりのある土地の案件を、先にお見せできます。' },
  employer: { title: '勤め先を答える', why: '勤め先の人から隠してからでないと、どの会社にも見せません。' },
  evidence: { title: 'したことを1行だけ書く', why: '応募したとき、会社がいちばん知りたいのはここです。' },
  wishes: { title: '望むことと、知っている業種', why: '同じ仕事でも、あなたに合う会社がちがってきます。' },
  ties: { title: 'ゆかりのある土地を足す', why: '生まれた所や、よく行く所の案件を先にお見せできます。' },
}
