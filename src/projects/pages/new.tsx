import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'

type Props = {
  companyId: string
  /** The worry to begin with, as it was said and confirmed. */
  worry: { id: string; text: string; works: readonly string[] } | null
  /** Others of the company to choose from. */
  worries: readonly { id: string; text: string }[]
}

/** One button makes the draft: everything in it can be changed. */
export function NewProject({ companyId, worry, worries }: Props) {
  const back = { href: `/companies/${companyId}`, label: '会社のページ' }
  const action = `/companies/${companyId}/projects`
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
