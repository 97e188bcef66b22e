import type { ComponentChildren } from 'preact'
import { PhotoField } from '../../ui/fields/files-field.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { PHOTO } from '../rules/photos.ts'

export const PHOTO_OF_PAPER = '書いた紙の写真'

export type PhotoOfPaperProps = {
  action: string
  /** Who types what is on it. */
  hint: string
  error?: string | undefined
  main?: boolean
  /** Fields that go with it. */
  children?: ComponentChildren
}

/** Sends a sheet that was filled by hand. */
export function PhotoOfPaper({ action, hint, error, main, children }: PhotoOfPaperProps) {
  return (
    <Form
      id="photo"
      action={action}
      submit="写真を送る"
      submitKind={main ? 'main' : 'quiet'}
      upload
      {...(error && { errors: { [PHOTO]: error } })}
    >
      {children}
      <PhotoField name={PHOTO} label={PHOTO_OF_PAPER} hint={hint} />
    </Form>
  )
}

/** A photo came back with a sentence. */
export function PhotoOfPaperAgain({ back, ...props }: PhotoOfPaperProps & { back: { href: string; label: string } }) {
  return (
    <Layout title={`${PHOTO_OF_PAPER}を送る`} back={back} failed>
      <PhotoOfPaper {...props} main />
    </Layout>
  )
}
