import { ButtonLink } from '../../ui/button.tsx'
import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import type { ContractVersion } from '../schema.ts'
import { Clauses, Fingerprint, NoticeItems } from './parts.tsx'

type Props = {
  base: string
  version: ContractVersion
  /** A passkey was shown a moment ago. */
  isStrong: boolean
  hasPasskey: boolean
  /** The registered number, masked; null when there is none. */
  phone: string | null
  whereToRegister: string
  /** The desk has been asked to call, or has called. */
  isCalled: boolean
  errors?: FormErrors
}

/** What is agreed to, and how somebody shows who they are before agreeing. */
export function Agreement(props: Props) {
  const { base, version, errors } = props
  return (
    <Layout
      title="この条件に同意しますか"
      lead={leadOf(props)}
      back={{ href: base, label: '契約のページ' }}
      failed={Boolean(errors)}
    >
      <Way {...props} />
      <Section title={`条件（第${version.n}版）`}>
        <NoticeItems terms={version.terms} />
      </Section>
      <Section title="約束ごとの、やさしい説明">
        <Clauses />
      </Section>
      <Section title="条件の指紋">
        <p>
          <Fingerprint sha256={version.sha256 ?? ''} />
        </p>
      </Section>
    </Layout>
  )
}

function leadOf({ isStrong, hasPasskey, isCalled, phone }: Props): string {
  if (isStrong) return 'ご本人と確かめました。条件を読んで、同意してください。'
  if (hasPasskey) return '指紋や画面ロックで、ご本人と確かめてから同意します。'
  if (isCalled) return '事務局の電話で聞いた4桁の番号を入れて、同意します。'
  if (phone === null) return 'ご本人と確かめるため、電話番号を登録してください。'
  return `ご本人と確かめるため、事務局が登録の番号（${phone}）に電話します。`
}

/** One main action; the other way stands quietly beside it. */
function Way({ base, version, isStrong, hasPasskey, phone, whereToRegister, isCalled, errors }: Props) {
  const toPasskey = `/sign-in/passkey?next=${encodeURIComponent(`${base}/agreement`)}`
  if (isStrong) {
    return (
      <Form action={`${base}/agreement`} submit="この条件に同意する" {...(errors && { errors })} sticky>
        <AgreedVersion version={version} />
      </Form>
    )
  }
  const byPhone = (kind: 'main' | 'quiet') =>
    phone === null ? (
      <ButtonLink kind={kind} href={whereToRegister}>
        電話番号を登録する
      </ButtonLink>
    ) : (
      <PostButton action={`${base}/agreement/call`} kind={kind} wide>
        事務局に電話をたのむ
      </PostButton>
    )
  const called = (kind: 'main' | 'quiet') => (
    <ButtonLink kind={kind} href={`${base}/agreement/call`}>
      番号を入れに進む
    </ButtonLink>
  )
  const telephone = isCalled ? called : byPhone
  return (
    <>
      {errors && (
        <Notice kind="error" live>
          時間がたちました。もう一度、ご本人と確かめてください。
        </Notice>
      )}
      <div class="actions">
        {hasPasskey ? (
          <>
            <ButtonLink href={toPasskey}>パスキーで確かめる</ButtonLink>
            {telephone('quiet')}
          </>
        ) : (
          <>
            {telephone('main')}
            <ButtonLink kind="quiet" href={toPasskey}>
              電話を待たずに、パスキーで確かめる
            </ButtonLink>
          </>
        )}
      </div>
    </>
  )
}

/** The form names the very version and its fingerprint. */
export function AgreedVersion({ version }: { version: ContractVersion }) {
  return (
    <>
      <HiddenField name="versionId" value={version.id} />
      <HiddenField name="sha256" value={version.sha256 ?? ''} />
      <CheckboxList
        name="read"
        label="確かめたこと"
        choices={[{ value: 'yes', label: '内容を確かめました', note: `第${version.n}版の条件` }]}
      />
    </>
  )
}
