import { ButtonLink } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { ContractVersion } from '../schema.ts'
import { AgreedVersion } from './agreement.tsx'
import { Fingerprint } from './parts.tsx'

type CallProps = {
  base: string
  phone: string
  /** Where a code is sent; null for somebody who has no mail. */
  address: string | null
  hours: string
  isDemo: boolean
}

/** The desk will call. Whoever has heard the number goes on from here. */
export function AgreementCall({ base, phone, address, hours, isDemo }: CallProps) {
  return (
    <Layout
      title="事務局の電話をお待ちください"
      lead={`登録の番号（${phone}）に電話して、4桁の番号を読み上げます。`}
      back={{ href: `${base}/agreement`, label: '条件を読む' }}
    >
      {address ? (
        <PostButton action={`${base}/agreement/code`} kind="main" wide>
          番号を聞いたので、先へ進む
        </PostButton>
      ) : (
        <p class="actions">
          <ButtonLink href={`${base}/agreement/code`}>番号を聞いたので、先へ進む</ButtonLink>
        </p>
      )}
      <p>
        電話は、次の営業日までにかけます。{hours && !isDemo && `受付は${hours}です。`}この画面は閉じてもかまいません。
      </p>
      {address && <p>先へ進むと、{address} に確認の番号も送ります。</p>}
      {isDemo && (
        <Notice kind="info" title="見本では">
          <p>
            <a href="/demo">見本の人の一覧</a>から事務局の森さんになると、読み上げる番号が出ます。
          </p>
        </Notice>
      )}
    </Layout>
  )
}

type CodeProps = {
  base: string
  version: ContractVersion
  address: string | null
  values?: FormValues
  errors?: FormErrors
}

/** What was heard, what came by mail, and that the terms were read. */
export function AgreementCode({ base, version, address, values, errors }: CodeProps) {
  return (
    <Layout
      title="番号を入れて同意する"
      lead={address ? `${address} にも6桁の番号を送りました。` : '電話で聞いた番号を入れてください。'}
      back={{ href: `${base}/agreement`, label: '条件を読みなおす' }}
      failed={Boolean(errors)}
    >
      <Form
        action={`${base}/agreement`}
        submit="この条件に同意する"
        {...(values && { values })}
        {...(errors && { errors })}
        sticky
      >
        <TextField
          name="heard"
          label="電話で聞いた番号（4桁）"
          inputMode="numeric"
          autoComplete="off"
          size="short"
          required
        />
        {address && (
          <TextField
            name="code"
            label="メールの番号（6桁）"
            inputMode="numeric"
            autoComplete="one-time-code"
            size="short"
            required
            hint="10分のあいだ使えます。"
          />
        )}
        <AgreedVersion version={version} />
      </Form>
      {address && (
        <PostButton action={`${base}/agreement/code`} kind="plain">
          メールの番号をもう一度送る
        </PostButton>
      )}
      <p>
        条件の指紋：
        <Fingerprint sha256={version.sha256 ?? ''} />
      </p>
    </Layout>
  )
}
