import { japaneseDate, today } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { NEVER, SCOPE_WORDS, SESSION_MINUTES, stateOf } from '../rules.ts'
import type { Mandate } from '../schema.ts'

export type GivenMandate = Pick<Mandate, 'id' | 'companyId' | 'scope' | 'startsAt' | 'endsAt' | 'revokedAt'> & {
  readonly company: string
}

type BeginProps = {
  /** /partners/… or /desk */
  base: string
  name: string
  mandates: readonly GivenMandate[]
  now: Date
  values?: FormValues
  errors?: FormErrors
}

/** Where somebody of a partner, or of the desk, begins to work for a company. */
export function BeginAssisting({ base, name, mandates, now, values, errors }: BeginProps) {
  return (
    <Layout
      title="代わりに入力する"
      eyebrow={name}
      lead={`会社の方から聞いた6けたの番号で始めます。${SESSION_MINUTES}分で終わります。`}
      back={{ href: base, label: base === '/desk' ? '事務局' : 'わたしたちの企業' }}
      failed={Boolean(errors)}
    >
      <Form action={`${base}/assistance`} submit="はじめる" {...(values && { values })} {...(errors && { errors })}>
        <TextField name="code" label="番号（6けた）" inputMode="numeric" size="short" spellcheck={false} />
      </Form>
      <Section title="まかされている会社">
        {mandates.length === 0 ? (
          <EmptyState title="まだありません">会社の方が「人に手伝ってもらう」から決めると、ここに並びます。</EmptyState>
        ) : (
          <CardList>
            {mandates.map((mandate) => (
              <MandatedCompany key={mandate.id} {...{ base, mandate, now }} />
            ))}
          </CardList>
        )}
      </Section>
      <p>{`入力したことは、あなたの名前といっしょに会社の方の画面に出ます。${NEVER}`}</p>
    </Layout>
  )
}

function MandatedCompany({ base, mandate, now }: { base: string; mandate: GivenMandate; now: Date }) {
  const begun = stateOf(mandate, now) === 'live'
  const last = japaneseDate(today(mandate.endsAt))
  return (
    <Card
      level={3}
      title={mandate.company}
      eyebrow={SCOPE_WORDS[mandate.scope]}
      foot={
        begun && (
          <PostButton action={`${base}/assistance/${mandate.id}`} label={`${mandate.company}の入力をはじめる`}>
            はじめる
          </PostButton>
        )
      }
    >
      <p>{begun ? `${last}まで` : `${japaneseDate(today(mandate.startsAt))}から使えます`}</p>
    </Card>
  )
}

export type Workable = {
  readonly projects: readonly { id: string; title: string; state: string; note?: string }[]
  readonly worries: readonly { id: string; text: string }[]
}

type WorkProps = Workable & { company: { id: string; name: string }; sessionId: string; mayWrite: boolean }

/** What there is to do for the company, to whoever works for it. */
export function AssistedWork({ company, sessionId, projects, worries, mayWrite }: WorkProps) {
  const base = `/companies/${company.id}/projects`
  return (
    <Layout title={company.name} eyebrow="代行入力" lead="会社の方と話しながら、入力してください。">
      {mayWrite && (
        <PostButton action={base} kind="main">
          新しい案件の下書きを作る
        </PostButton>
      )}
      {mayWrite && (
        <p>
          <a href={`/companies/${company.id}/assistance/${sessionId}`}>入力した内容を読み上げる・印刷する</a>
        </p>
      )}
      {projects.length > 0 && (
        <Section title="案件">
          <CardList>
            {projects.map(({ id, title, state, note }) => (
              <Card key={id} level={3} title={title} href={`${base}/${id}`} eyebrow={state}>
                {note && <p>{note}</p>}
              </Card>
            ))}
          </CardList>
        </Section>
      )}
      {worries.length > 0 && (
        <Section title="お困りごと">
          <CardList>
            {worries.map(({ id, text }) => (
              <Card
                key={id}
                level={3}
                title={text}
                foot={
                  mayWrite && (
                    <PostButton action={base} fields={{ worry: id }} label={`「${text}」から下書きを作る`}>
                      下書きを作る
                    </PostButton>
                  )
                }
              />
            ))}
          </CardList>
        </Section>
      )}
      {projects.length === 0 && worries.length === 0 && <EmptyState title="まだ何もありません" />}
    </Layout>
  )
}
