import { prefectureName } from '../../lib/regions.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import { SCOPES } from '../../lib/web/guard.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PrintSheet, TickBoxes } from '../../ui/print-sheet.tsx'
import { Section } from '../../ui/section.tsx'
import { LENGTH_WORDS, NEVER, SCOPE_NOTES, SCOPE_WORDS, SESSION_MINUTES, SIGNED_DAYS, stateOf } from '../rules.ts'
import type { Mandate } from '../schema.ts'
import { LengthField, ScopeField } from './scopes.tsx'

export type GivenMandate = Pick<Mandate, 'id' | 'companyId' | 'scope' | 'startsAt' | 'endsAt' | 'revokedAt'> & {
  readonly company: string
}

type Choosable = { readonly id: string; readonly name: string }

type BeginProps = {
  /** Companies that show themselves to the partner: for a sheet that one of them signed. */
  companies?: readonly Choosable[]
  /** To the desk: companies found by their name, of which an owner is on the telephone. */
  onCall?: OnCall
  /** A form for a sheet came back. */
  sheet?: { readonly values: FormValues; readonly errors: FormErrors }
  /** /partners/… or /desk */
  base: string
  name: string
  mandates: readonly GivenMandate[]
  now: Date
  values?: FormValues
  errors?: FormErrors
}

/** Where somebody of a partner, or of the desk, begins to work for a company. */
export function BeginAssisting(props: BeginProps) {
  const { base, name, mandates, now, values, errors, companies = [], sheet, onCall } = props
  return (
    <Layout
      title="代わりに入力する"
      eyebrow={name}
      lead={`会社の方から聞いた6けたの番号で始めます。${SESSION_MINUTES}分で終わります。`}
      back={{ href: base, label: base === '/desk' ? '事務局' : 'わたしたちの企業' }}
      failed={Boolean(errors ?? sheet)}
    >
      <Form action={`${base}/assistance`} submit="はじめる" {...(values && { values })} {...(errors && { errors })}>
        <TextField name="code" label="番号（6けた）" inputMode="numeric" size="short" spellcheck={false} />
      </Form>
      {onCall && <OnTheTelephone {...onCall} />}
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
      {companies.length > 0 && (
        <More title="署名した紙を書きとめる" open={Boolean(sheet)}>
          <SignedPaper {...{ base, companies, sheet }} />
        </More>
      )}
      <p>{`入力したことは、あなたの名前といっしょに会社の方の画面に出ます。${NEVER}`}</p>
    </Layout>
  )
}

type OnCall = {
  readonly words: string
  readonly sent: boolean
  readonly found: readonly { id: string; name: string; prefecture: number }[]
}

/** The owner has no screen before them, only a mailbox: the digits go there, and the owner reads them out. */
function OnTheTelephone({ words, sent, found }: OnCall) {
  return (
    <Section
      title="電話で話している会社"
      lead="番号を、会社の代表の方のメールに送ります。読んでもらって、上に入れてください。"
    >
      <p>
        {`メールを読めない方は、会社の画面に出した番号を読んでもらうか、自治体などの窓口で紙に署名してもらってください（紙は${SIGNED_DAYS}日後から使えます）。`}
      </p>
      {sent && (
        <Notice kind="success" live title="代表の方のメールに、番号を送りました">
          この画面には出ません。代表の方に、読んでもらってください。
        </Notice>
      )}
      <form class="form" method="get" action="/desk/assistance">
        <TextField name="q" label="会社の名前（一部でも）" type="search" value={words} />
        <div class="form-actions">
          <Button kind="quiet">探す</Button>
        </div>
      </form>
      {words && found.length === 0 && <p>「{words}」に合う会社は、見つかりませんでした。</p>}
      {found.length > 0 && (
        <Form id="call" action="/desk/assist-codes" submit="番号を送る" submitKind="quiet" values={{ scope: 'draft' }}>
          <ChoiceCards
            name="company"
            label="会社"
            choices={found.map(({ id, name, prefecture }) => ({
              value: id,
              label: name,
              note: prefectureName(prefecture),
            }))}
          />
          <ScopeField />
        </Form>
      )}
    </Section>
  )
}

/** The company hears of it at once; it can be used after the days in which it may say no. */
function SignedPaper({
  base,
  companies,
  sheet,
}: Pick<BeginProps, 'base' | 'sheet'> & { companies: readonly Choosable[] }) {
  return (
    <>
      <p>
        {`会社の方にすぐお知らせが届き、${SIGNED_DAYS}日たつと使えます。`}
        <a href={`${base}/assistance?paper=1`}>署名してもらう紙を出す</a>
      </p>
      <Form
        id="sheet"
        action={`${base}/mandates`}
        submit="書きとめる"
        submitKind="quiet"
        values={sheet?.values ?? { scope: 'draft', days: '92' }}
        {...(sheet && { errors: sheet.errors })}
      >
        <SelectField
          name="company"
          label="会社"
          options={companies.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ScopeField />
        <LengthField />
      </Form>
    </>
  )
}

/** The sheet that an owner signs, for the printer. */
export function MandatePaper({ base, name }: { base: string; name: string }) {
  return (
    <Layout
      title="署名してもらう紙"
      eyebrow={name}
      lead="印刷して、会社の方に読んでもらってください。"
      back={{ href: `${base}/assistance`, label: '代わりに入力する' }}
    >
      <PrintSheet title={`${name}に、入力を手伝ってもらいます（委任）`} names={[name]}>
        <p>{`${name}の担当の方が、めぐりで、わたしたちの会社のために次のことをしてよいことにします。`}</p>
        {SCOPES.map((scope) => (
          <p key={scope}>{`□ ${SCOPE_WORDS[scope]}（${SCOPE_NOTES[scope]}）`}</p>
        ))}
        <p>期間</p>
        <TickBoxes words={Object.values(LENGTH_WORDS)} />
        <p>{`${NEVER}いつでも、画面か電話でやめられます。入力された内容は、そのつどお知らせします。`}</p>
        <DefinitionList
          items={[
            { term: '会社の名前', value: <div class="sheet-line" /> },
            { term: '日付', value: '　　　　年　　　月　　　日' },
            { term: '署名', value: <div class="sheet-line" /> },
          ]}
        />
      </PrintSheet>
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
        <div class="actions">
          <ButtonLink href={`/companies/${company.id}/worries/new`}>困りごとを書く</ButtonLink>
          <PostButton action={base}>新しい案件の下書きを作る</PostButton>
          <ButtonLink kind="quiet" href={`/companies/${company.id}/details`}>
            会社のことを書く
          </ButtonLink>
        </div>
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
                href={`/companies/${company.id}/worries/${id}`}
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
