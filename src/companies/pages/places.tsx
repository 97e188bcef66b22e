import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'

export type Place = { readonly href: string; readonly title: string; readonly note: string }

type Props = { places: readonly Place[]; worries: readonly Place[] }

/** Where somebody is at home: companies, partners, the own profile, the desk. */
export function Places({ places, worries }: Props) {
  return (
    <Layout title="どこから始めますか" width="page">
      <Cards places={places} />
      {worries.length > 0 && (
        <Section title="書いたお困りごと">
          <Cards places={worries} />
        </Section>
      )}
    </Layout>
  )
}

function Cards({ places }: { places: readonly Place[] }) {
  return (
    <CardList columns={2}>
      {places.map(({ href, title, note }) => (
        <Card key={href} title={title} href={href}>
          <p>{note}</p>
        </Card>
      ))}
    </CardList>
  )
}
