import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { HiddenField } from './fields/hidden-field.tsx'
import { useFrame } from './frame.tsx'

export interface PasskeyFormProps {
  /** Where the credential is posted to. */
  action: string
  /** Answers a POST with the options of the ceremony as JSON. */
  options: string
  /** create: a new passkey is made. get: one is shown. */
  ceremony: 'create' | 'get'
  children: ComponentChildren
  kind?: 'main' | 'quiet'
  /** The browser may offer passkeys in the page's field with `webauthn` in its autocomplete. */
  autofill?: boolean
}

/** A button that asks the device for a passkey. It appears only where the device can; the mail code works everywhere. */
export function PasskeyForm({ action, options, ceremony, children, kind = 'main', autofill }: PasskeyFormProps) {
  return (
    <passkey-form data-options={options} data-ceremony={ceremony} data-autofill={autofill ? '' : undefined} hidden>
      <form method="post" action={action}>
        <HiddenField name="_once" value={useFrame().once()} />
        <HiddenField name="credential" value="" />
        <Button kind={kind}>{children}</Button>
      </form>
      <p class="field-error" role="alert" data-problem="" />
    </passkey-form>
  )
}
