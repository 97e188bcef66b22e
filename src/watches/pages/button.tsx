import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { useFrame } from '../../ui/frame.tsx'
import { More } from '../../ui/more.tsx'
import { cadenceWords } from '../rules/cadence.ts'
import type { Watch } from '../schema.ts'

/** Beside a list that may be watched: one press, and new ones come by mail. Whoever has not signed in leaves an address. */
export function WatchThis({ address, watch }: { address: string; watch?: Watch | undefined }) {
  const { signedInAs } = useFrame()
  if (!signedInAs)
    return (
      <More title="新しい案件を知らせてもらう">
        <p>新しい案件を、毎朝メールでお知らせします。登録はいりません。</p>
        <AddressForm address={address} submitKind="quiet" />
      </More>
    )
  if (!watch)
    return (
      <PostButton action="/me/watches" fields={{ address }}>
        新しい案件を知らせてもらう
      </PostButton>
    )
  return (
    <p>
      {watch.pausedAt
        ? 'この条件のお知らせは、休んでいます。'
        : `新しい案件を、${cadenceWords(watch.cadence)}メールでお知らせします。`}
      <a href="/me/watches">変える・止める</a>
    </p>
  )
}

type AddressFormProps = { address: string; submitKind?: 'main' | 'quiet'; values?: FormValues; errors?: FormErrors }

/** Where to send it: nothing more is asked of somebody without an account. */
export function AddressForm({ address, ...form }: AddressFormProps) {
  return (
    <Form id="watch" action="/watches" submit="確認のメールを受け取る" {...form}>
      <HiddenField name="address" value={address} />
      <TextField
        name="email"
        label="メールアドレス"
        type="email"
        inputMode="email"
        autoComplete="email"
        required
        hint="お知らせだけに使います。止めると消します。"
      />
    </Form>
  )
}
