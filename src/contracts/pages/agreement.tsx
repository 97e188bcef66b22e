import { CheckboxList } from '../../ui/fields/checkbox-list.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import type { ContractVersion } from '../schema.ts'
import { Clauses, Fingerprint, NoticeItems } from './parts.tsx'

type Props = { base: string; version: ContractVersion }

/** First page: what is agreed to, and a fresh code by mail. */
export function Agreement({ base, version, address }: Props & { address: string }) {
  return (
    <Layout
      title="この条件に同意しますか"
      lead={`${address} に、同意のための番号を送ります。`}
      back={{ href: base, label: '契約のページ' }}
    >
      <PostButton action={`${base}/agreement/code`} kind="main" wide>
        同意のための番号を送る
      </PostButton>
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

type CodeProps = Props & { address: string; values?: FormValues; errors?: FormErrors }

/** Second page: the code, and that the terms were read. The form names the very version and its fingerprint. */
export function AgreementCode({ base, version, address, values, errors }: CodeProps) {
  return (
    <Layout
      title="届いた番号を入れて同意する"
      lead={`${address} に6桁の番号を送りました。`}
      back={{ href: `${base}/agreement`, label: '条件を読みなおす' }}
      failed={Boolean(errors)}
    >
      <Form action={`${base}/agreement`} submit="この条件に同意する" values={values} errors={errors} sticky>
        <HiddenField name="versionId" value={version.id} />
        <HiddenField name="sha256" value={version.sha256 ?? ''} />
        <TextField
          name="code"
          label="番号"
          inputMode="numeric"
          autoComplete="one-time-code"
          size="short"
          required
          hint="10分のあいだ使えます。"
        />
        <CheckboxList
          name="read"
          label="確かめたこと"
          choices={[{ value: 'yes', label: '内容を確かめました', note: `第${version.n}版の条件` }]}
        />
      </Form>
      <PostButton action={`${base}/agreement/code`} kind="plain">
        番号をもう一度送る
      </PostButton>
      <p>
        条件の指紋：
        <Fingerprint sha256={version.sha256 ?? ''} />
      </p>
    </Layout>
  )
}
