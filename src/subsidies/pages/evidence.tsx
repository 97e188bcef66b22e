import { FileField } from '../../ui/fields/file-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import { More } from '../../ui/more.tsx'
import { Tag, type TagTone } from '../../ui/tag.tsx'
import { type EvidenceItem, missingOf } from '../rules/evidence.ts'
import type { Failed } from './view.ts'

const STATES: Readonly<Record<EvidenceItem['state'], readonly [string, TagTone]>> = {
  there: ['あります', 'accent'],
  partly: ['もう少し', 'sun'],
  missing: ['まだです', 'line'],
}
const OWN = ['payment', 'hand']

/** What the office will ask for, from the first day on: what is there, what is still to come and from whom. */
export function EvidenceList({
  items,
  base,
  mayAct,
}: {
  items: readonly EvidenceItem[]
  base: string
  mayAct: boolean
}) {
  const missing = missingOf(items).length
  return (
    <>
      <p>{missing === 0 ? 'ぜんぶそろっています。' : `${items.length}つのうち、あと${missing}つです。`}</p>
      <ul class="plain-list">
        {items.map(({ what, from, state, sentence }) => (
          <li key={what}>
            <p>
              <strong>{what}</strong> <Tag tone={STATES[state][1]}>{STATES[state][0]}</Tag>
            </p>
            <p>{sentence}</p>
            {mayAct && state === 'there' && OWN.includes(from) && (
              <PostButton action={`${base}/evidence/removal`} fields={{ what }} kind="plain" label={`${what}を外す`}>
                外す
              </PostButton>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

type BringProps = { base: string; items: readonly EvidenceItem[]; failed?: Failed | undefined }

/** A receipt, or only that there is one. */
export function BringForm({ base, items, failed }: BringProps) {
  const own = items.filter(({ from }) => OWN.includes(from))
  if (own.length === 0) return null
  const first = own.find(({ state }) => state === 'missing') ?? own[0]!
  return (
    <More title="領収書などを入れる" open={failed !== undefined}>
      <Form
        id="evidence-form"
        action={`${base}/evidence`}
        submit="入れる"
        submitKind="quiet"
        upload
        values={failed?.values ?? { what: first.what }}
        {...(failed && { errors: failed.errors })}
      >
        <SelectField
          name="what"
          label="どれですか"
          options={own.map(({ what }) => ({ value: what, label: what }))}
          required
        />
        <FileField
          name="file"
          label="写真かPDF"
          hint="紙で持っているだけなら、空けたままで。"
          accept="image/*,application/pdf"
        />
      </Form>
    </More>
  )
}
