import { inGroups, SPOKEN_MINUTES } from '../../accounts/rules/spoken.ts'
import { fullName } from '../../accounts/rules.ts'
import { japaneseDateTime } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import { Telephone } from './telephone.tsx'

export type SpokenPerson = { id: string; familyName: string; givenName: string; phone: string | null }

const PEOPLE = { href: '/desk/people', label: 'メールのない方' }

export function PeopleWithoutMail({ people }: { people: readonly SpokenPerson[] }) {
  return (
    <Layout
      title="メールのない方"
      lead="電話で番号をお伝えして、使ってもらいます。"
      back={{ href: '/desk', label: '事務局' }}
      width="page"
    >
      <p>
        <ButtonLink href="/desk/people/new">新しい方を書きとめる</ButtonLink>
      </p>
      {people.length === 0 ? (
        <EmptyState title="まだだれもいません" />
      ) : (
        <CardList>
          {people.map((person) => (
            <Card key={person.id} level={2} title={`${fullName(person)}さん`} href={`/desk/people/${person.id}`}>
              <Phone phone={person.phone} />
            </Card>
          ))}
        </CardList>
      )}
    </Layout>
  )
}

export function NewPerson({ values, errors }: { values?: FormValues; errors?: FormErrors }) {
  return (
    <Layout
      title="メールのない方を書きとめる"
      lead="電話番号は、本人に掛けなおして確かめてください。"
      back={PEOPLE}
      failed={Boolean(errors)}
    >
      <Form action="/desk/people" submit="書きとめる" {...(values && { values })} {...(errors && { errors })}>
        <TextField name="familyName" label="姓" required />
        <TextField name="givenName" label="名" required />
        <TextField name="phone" label="電話番号" type="tel" inputMode="tel" required hint="例：0233-12-3456" />
      </Form>
    </Layout>
  )
}

export function PersonWithoutMail({ person }: { person: SpokenPerson }) {
  return (
    <Layout
      title={`${fullName(person)}さん`}
      lead={`電話をかけてから、番号を出してください。${SPOKEN_MINUTES}分のあいだ、一台だけで使えます。`}
      back={PEOPLE}
    >
      <PostButton action={`/desk/people/${person.id}/code`} kind="main">
        入るための番号を出す
      </PostButton>
      <DefinitionList items={[{ term: '電話番号', value: <Phone phone={person.phone} /> }]} />
    </Layout>
  )
}

type CodeProps = { person: SpokenPerson; digits: string; until: Date; url: string }

/** Read out, or printed and handed over. */
export function SpokenCode({ person, digits, until, url }: CodeProps) {
  const to = { href: `/desk/people/${person.id}`, label: `${fullName(person)}さん` }
  return (
    <Layout title="この番号を読み上げる" lead="「聞いた番号で入る」の画面で、入れてもらいます。" back={to}>
      <PrintSheet
        title="めぐりに入る番号"
        url={url}
        code={inGroups(digits)}
        way="スマートフォンのカメラをかざすと開く画面に、つぎの番号を入れてください。"
        until={`${japaneseDateTime(until)}まで、一台だけで使えます。`}
      >
        <p>{fullName(person)}さんの番号です。ほかの人には教えないでください。</p>
      </PrintSheet>
    </Layout>
  )
}

type Letter = SpokenPerson & { subject: string; lines: readonly string[]; createdAt: Date }

/** Something to tell somebody who gets no mail. */
export function LetterCard({ letter }: { letter: Letter }) {
  const name = `${fullName(letter)}さん`
  return (
    <Card
      level={2}
      title={`${name}に電話で伝える`}
      eyebrow={`${japaneseDateTime(letter.createdAt)}から`}
      foot={
        <PostButton action={`/desk/letters/${letter.id}/telling`} kind="main" label={`${name}に伝えた`}>
          伝えた
        </PostButton>
      }
    >
      <Phone phone={letter.phone} />
      {letter.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Card>
  )
}

function Phone({ phone }: { phone: string | null }) {
  return <p>{phone ? <Telephone number={phone} /> : '電話番号がありません'}</p>
}
