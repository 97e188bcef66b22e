import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import type { Role } from '../rules/group.ts'
import { RoleList } from './roles.tsx'

type Props = {
  companyId: string
  /** The worry to begin with, as it was said and confirmed. */
  worry: { id: string; text: string; works: readonly string[] } | null
  /** Others of the company to choose from. */
  worries: readonly { id: string; text: string }[]
  /** What would be asked of each when the worry is too large for one person; no roles when it is not. */
  divided: { roles: readonly Role[]; hours: number }
  /** Where the roles are that it was divided into before. */
  group: string | null
}

/** One button makes the draft: everything in it can be changed. */
export function NewProject({ companyId, worry, worries, divided, group }: Props) {
  const back = { href: `/companies/${companyId}`, label: '会社のページ' }
  const action = `/companies/${companyId}/projects`
  if (worry && group) return <Divided {...{ back, group }} text={worry.text} />
  if (worry && divided.roles.length > 0) {
    const tree = { href: `/worries/${worry.id}`, label: '整理した内容' }
    return <TooLarge {...{ companyId, back: tree, worry, divided }} />
  }
  if (worry) {
    return (
      <Layout title="案件の下書きを作ります" lead="下書きは、あとから全部直せます。" back={back}>
        <PostButton action={action} kind="main" fields={{ worry: worry.id }}>
          下書きを作る
        </PostButton>
        <Section title="もとになること">
          <p>{worry.text}</p>
          {worry.works.length > 0 && (
            <ul>
              {worry.works.map((work) => (
                <li key={work}>{work}</li>
              ))}
            </ul>
          )}
        </Section>
      </Layout>
    )
  }
  return (
    <Layout title="案件を作ります" lead="困りごとを話すと、下書きができます。" back={back}>
      <p>
        <ButtonLink href="/worries/new">困りごとから始める</ButtonLink>
      </p>
      {worries.length > 0 && (
        <Section title="前に話した困りごとから">
          <CardList>
            {worries.map(({ id, text }) => (
              <Card key={id} level={3} title={text} href={`/companies/${companyId}/projects/new?worry=${id}`} />
            ))}
          </CardList>
        </Section>
      )}
      <PostButton action={action} kind="plain">
        白紙から書く
      </PostButton>
    </Layout>
  )
}

type Back = { href: string; label: string }

/** More than one person can do: one after the other, side by side, or all the same in one posting. */
function TooLarge({ companyId, back, worry, divided }: LargeProps) {
  const group = { action: `/companies/${companyId}/project-groups`, worry: worry.id }
  return (
    <Layout title="ひとりには大きい仕事です" lead="役に分けると、引き受ける人が見つかりやすくなります。" back={back}>
      <p>ひとりずつ頼むと、終わるときに、次の人へ引きつぎメモを渡してもらえます。</p>
      <PostButton action={group.action} kind="main" fields={{ worry: group.worry, kind: 'relay' }}>
        順番に頼む（リレー）
      </PostButton>
      <Section title="こう分けられます">
        <p>ぜんぶで月{divided.hours}時間ほどになりそうです。</p>
        <RoleList roles={divided.roles} />
      </Section>
      <Section title="同時に頼む">
        <p>何人かに、いっしょに頼みます。早く進みますが、お礼は人数分かかります。</p>
        <PostButton action={group.action} fields={{ worry: group.worry, kind: 'team' }}>
          同時に頼む（チーム）
        </PostButton>
      </Section>
      <Section title="分けずに頼む">
        <p>一つの案件にします。はじめは、いちばん上の仕事だけでもかまいません。</p>
        <PostButton action={`/companies/${companyId}/projects`} fields={{ worry: worry.id }}>
          ひとりに頼む
        </PostButton>
      </Section>
      <Section title="もとになること">
        <p>{worry.text}</p>
      </Section>
    </Layout>
  )
}

type LargeProps = Pick<Props, 'companyId' | 'divided'> & { back: Back; worry: NonNullable<Props['worry']> }

/** Divided once: there is nothing to choose any more. */
function Divided({ back, group, text }: { back: Back; group: string; text: string }) {
  return (
    <Layout title="もう、役に分けてあります" lead="つづきは、役の一覧からできます。" back={back}>
      <p>
        <ButtonLink href={group}>役の一覧を見る</ButtonLink>
      </p>
      <Section title="もとになること">
        <p>{text}</p>
      </Section>
    </Layout>
  )
}
