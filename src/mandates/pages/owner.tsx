import { japaneseDate, japaneseDateTime, today } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Section } from '../../ui/section.tsx'
import { canRestore, DESK_NAME, inThrees, NEVER, SCOPE_WORDS, stateOf } from '../rules.ts'
import type { Mandate } from '../schema.ts'
import { LengthField, ScopeField, type Whom, WhomField } from './scopes.tsx'
import { type SeenSession, Sessions } from './sessions.tsx'

export type SeenMandate = Pick<Mandate, 'id' | 'scope' | 'way' | 'givenAt' | 'startsAt' | 'endsAt' | 'revokedAt'> & {
  readonly partner: string | null
}
export type SeenCode = {
  readonly digits: string
  readonly until: Date
  readonly partner: string | null
  readonly scope: Mandate['scope']
}
type Returned = { readonly form: 'code' | 'mandate'; readonly values: FormValues; readonly errors: FormErrors }

type Props = {
  company: { readonly id: string; readonly name: string }
  partners: readonly Whom[]
  code: SeenCode | null
  mandates: readonly SeenMandate[]
  sessions: readonly SeenSession[]
  /** Only an owner lets somebody in; who works for the company sees it and may end it. */
  may: { readonly give: boolean; readonly end: boolean }
  now: Date
  returned?: Returned
}

/** 「人に手伝ってもらう」: who may do what for the company, and what they did. */
export function Assistance(props: Props) {
  const { company, code, may, sessions, now } = props
  return (
    <Layout
      title="人に手伝ってもらう"
      eyebrow={company.name}
      lead={code ? 'この番号を、手伝う人に伝えてください。' : '手伝う人に、6けたの番号を伝えます。'}
      back={{ href: `/companies/${company.id}`, label: '会社のページ' }}
      failed={Boolean(props.returned)}
    >
      {code && <TheCode code={code} />}
      {may.give && !code && <AskForCode {...props} />}
      <Mandates {...props} />
      {sessions.length > 0 && (
        <Section title="代わりに入力した記録">
          <Sessions companyId={company.id} sessions={sessions} mayEnd={may.end} now={now} />
        </Section>
      )}
      {may.give && code && (
        <More title="新しい番号を出す">
          <AskForCode {...props} />
        </More>
      )}
      <p>{NEVER}</p>
    </Layout>
  )
}

/** Large enough to be read out from the phone. */
function TheCode({ code }: { code: SeenCode }) {
  return (
    <Notice kind="info" title={`${code.partner ?? DESK_NAME}に伝える番号`} live>
      <p class="sheet-code">{inThrees(code.digits)}</p>
      <p>{`${SCOPE_WORDS[code.scope]}。${japaneseDateTime(code.until)}まで、一度だけ使えます。`}</p>
    </Notice>
  )
}

function AskForCode({ company, partners, returned }: Props) {
  const back = returned?.form === 'code' ? returned : undefined
  return (
    <Form
      id="code"
      action={`/companies/${company.id}/assist-codes`}
      submit="番号を出す"
      values={back?.values ?? { whom: partners[0]?.id ?? 'desk', scope: 'draft' }}
      {...(back && { errors: back.errors })}
      sticky
    >
      <WhomField partners={partners} />
      <ScopeField />
    </Form>
  )
}

function Mandates(props: Props) {
  const { company, mandates, may, now, returned } = props
  const back = returned?.form === 'mandate' ? returned : undefined
  const base = `/companies/${company.id}/mandates`
  const undone = may.give ? mandates.filter((mandate) => canRestore(mandate, now)) : []
  const shown = mandates.filter((mandate) => ['live', 'coming'].includes(stateOf(mandate, now)))
  return (
    <Section title="しばらくまかせる（委任）" lead="期間を決めて、番号なしで手伝ってもらえます。">
      {undone.map((mandate) => (
        <Notice
          key={mandate.id}
          kind="success"
          live
          title={`${mandate.partner ?? DESK_NAME}への委任をやめました`}
          action={<PostButton action={`${base}/${mandate.id}/restoration`}>取り消す</PostButton>}
        >
          30分のあいだ、取り消せます。
        </Notice>
      ))}
      {shown.length > 0 && (
        <CardList>
          {shown.map((mandate) => (
            <MandateCard key={mandate.id} {...{ base, mandate, may, now }} />
          ))}
        </CardList>
      )}
      {may.give && (
        <More title="まかせる相手と期間を決める" open={Boolean(back)}>
          <Form
            id="mandate"
            action={base}
            submit="この内容でまかせる"
            submitKind="quiet"
            values={back?.values ?? { scope: 'draft', days: '92' }}
            {...(back && { errors: back.errors })}
          >
            <WhomField partners={props.partners} />
            <ScopeField />
            <LengthField />
          </Form>
        </More>
      )}
    </Section>
  )
}

type CardProps = { base: string; mandate: SeenMandate; may: Props['may']; now: Date }

function MandateCard({ base, mandate, may, now }: CardProps) {
  const name = mandate.partner ?? DESK_NAME
  const last = japaneseDate(today(mandate.endsAt))
  return (
    <Card
      level={3}
      title={name}
      eyebrow={SCOPE_WORDS[mandate.scope]}
      foot={
        may.end && (
          <PostButton action={`${base}/${mandate.id}/revocation`} label={`${name}への委任をやめる`}>
            やめる
          </PostButton>
        )
      }
    >
      <p>
        <Phrase>{`${japaneseDate(today(mandate.startsAt))}から${last}まで`}</Phrase>
      </p>
      {stateOf(mandate, now) === 'coming' && (
        <>
          <p>{`署名した紙を、${name}が書きとめました。覚えがなければ「やめる」を押してください。`}</p>
          {may.give && (
            <PostButton action={`${base}/${mandate.id}/confirmation`} label={`${name}がすぐ使えるようにする`}>
              すぐ使えるようにする
            </PostButton>
          )}
        </>
      )}
    </Card>
  )
}
