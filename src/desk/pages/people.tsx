import { inGroups, PAPER, SPOKEN_MINUTES } from '../../accounts/rules/spoken.ts'
import { fullName } from '../../accounts/rules.ts'
import { japaneseDate, japaneseDateTime, today } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { useFrame } from '../../ui/frame.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import { Section } from '../../ui/section.tsx'
import { Telephone } from './telephone.tsx'

export type SpokenPerson = {
  id: string
  familyName: string
  givenName: string
  phone: string | null
  /** Since when letters go to them on paper. */
  paperSince: Date | null
}

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
              {person.paperSince && <p>お知らせは紙で</p>}
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

type PersonProps = {
  person: SpokenPerson & { address: string | null }
  values?: FormValues
  errors?: FormErrors
}

export function PersonWithoutMail({ person, values, errors }: PersonProps) {
  const kept = { way: person.paperSince ? PAPER : 'phone', address: person.address }
  return (
    <Layout
      title={`${fullName(person)}さん`}
      lead={`電話をかけてから、番号を出してください。${SPOKEN_MINUTES}分のあいだ、一台だけで使えます。`}
      back={PEOPLE}
      failed={Boolean(errors)}
    >
      <PostButton action={`/desk/people/${person.id}/code`} kind="main">
        入るための番号を出す
      </PostButton>
      <DefinitionList items={[{ term: '電話番号', value: <Phone phone={person.phone} /> }]} />
      <Section title="お知らせの届け方" id="letters">
        <Form
          action={`/desk/people/${person.id}/letters`}
          submit="届け方を決める"
          submitKind="quiet"
          values={values ?? kept}
          errors={errors}
        >
          <ChoiceCards
            name="way"
            label="本人の望み"
            choices={[
              { value: 'phone', label: '電話で聞く' },
              { value: PAPER, label: '紙で受け取る', note: '一通ずつ印刷して、郵便で送ります' },
            ]}
          />
          <TextArea name="address" label="送り先の住所" rows={2} max={200} />
        </Form>
      </Section>
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
  if (letter.paperSince) {
    return (
      <Card
        level={2}
        title={`${name}に紙で送る`}
        href={`/desk/letters/${letter.id}`}
        eyebrow={`${japaneseDateTime(letter.createdAt)}から`}
      >
        <p>印刷して、郵便で送ります。</p>
      </Card>
    )
  }
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

type PrintedProps = {
  letter: Letter & { address: string | null }
  /** The page that a mail would lead to. */
  url: string | null
  now: Date
}

/** What others read in a mail, on paper: what it says, where it goes on, and whom to ring. */
export function PrintedLetter({ letter, url, now }: PrintedProps) {
  const { phone, phoneHours } = useFrame()
  const name = fullName(letter)
  return (
    <Layout
      title={`${name}さんへの手紙`}
      lead="印刷して封筒に入れ、送ったら「送った」を押してください。"
      back={{ href: '/desk', label: '事務局' }}
    >
      <PostButton action={`/desk/letters/${letter.id}/posting`} kind="main" label={`${name}さんに送った`}>
        送った
      </PostButton>
      <PrintSheet
        title={letter.subject}
        letters={letter.lines.join('').length}
        {...(url && { url })}
        way="スマートフォンで見るときは、カメラをかざしてください。入るための番号は、お電話でお伝えします。"
      >
        <section>
          {letter.address?.split(/\r?\n/).map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p>{`${name} 様`}</p>
        </section>
        <section>
          <p>{`${japaneseDate(today(now))}　めぐり事務局`}</p>
        </section>
        <section>
          {letter.lines.map((line) => (
            <p key={line}>
              <Phrase>{line}</Phrase>
            </p>
          ))}
        </section>
        <p>
          お返事やお尋ねは、お電話でもうけたまわります。
          <span class="figure">{`${phone}（${phoneHours}）`}</span>
        </p>
      </PrintSheet>
    </Layout>
  )
}

function Phone({ phone }: { phone: string | null }) {
  return <p>{phone ? <Telephone number={phone} /> : '電話番号がありません'}</p>
}
