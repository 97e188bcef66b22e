import { PHOTO_OF_PAPER } from '../../challenges/pages/photo-of-paper.tsx'
import type { PhotoNote } from '../../challenges/rules/photos.ts'
import { MarkFields, nameOf } from '../../matching/pages/paper.tsx'
import { ApprovalFields } from '../../projects/pages/approval.tsx'
import { AskedFields } from '../../projects/pages/paper.tsx'
import { projectNumber } from '../../projects/rules/state.ts'
import type { Paper, Project } from '../../projects/schema.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { TypingForm } from './typing.tsx'

type Props = {
  project: Project
  company: string
  photos: readonly PhotoNote[]
  /** The sheet with people, or a whole draft, on it; none: the questions of the draft. */
  paper: Paper | undefined
  values?: FormValues
  errors?: FormErrors
}

const FIELDS = {
  draft: () => <AskedFields />,
  approval: () => <ApprovalFields />,
  proposals: (marked: Parameters<typeof MarkFields>[0]['marked']) => <MarkFields marked={marked} />,
}

/** The pictures of a filled sheet, and its questions for what they say. */
export function TypePaper({ project, company, photos, paper, values, errors }: Props) {
  const home = `/desk/papers/${project.id}`
  const marked = (paper?.people ?? []).map((_, at) => paper?.choices?.[at] ?? 'open')
  return (
    <Layout
      title="書いた紙を書き写す"
      eyebrow={`${projectNumber(project)}　${company}`}
      lead={paper ? '印のついた所だけ選んでください。' : '書いてあるとおりに写してください。空いた所はそのままで。'}
      back={{ href: '/desk', label: '事務局' }}
      failed={Boolean(errors)}
    >
      <TypingForm
        {...{ home, photos, errors }}
        name={PHOTO_OF_PAPER}
        values={values ?? Object.fromEntries(marked.map((choice, at) => [nameOf(at), choice]))}
      >
        {FIELDS[paper?.kind ?? 'draft'](marked)}
      </TypingForm>
    </Layout>
  )
}
