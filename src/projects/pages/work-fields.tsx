import { INDUSTRIES } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { LEVELS } from '../rules/choices.ts'
import { MOST_CODES } from '../rules/codes.ts'
import type { DraftView, FieldsProps } from './draft-view.ts'

/** What is to be done, in the owner's words and as job codes. */
export function WorkFields({ draft, alone }: FieldsProps) {
  const { errors = {} } = draft
  return (
    <>
      <TextArea name="work" label="頼みたいこと" labelHidden={alone} rows={9} max={2000} />
      <TextField name="title" label="ひとことで言うと（案件の題になります）" />
      <AskedCodes draft={draft} />
      <More title="会社の業種をなおす（任意）" open={Boolean(errors.industry)}>
        <SelectField
          name="industry"
          label="業種"
          options={INDUSTRIES.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </More>
    </>
  )
}

/** The job codes with their levels, and a search in plain words. Every button sends the whole screen, so nothing is lost. */
function AskedCodes({ draft }: { draft: DraftView }) {
  const { codes, find, found } = draft
  const known = new Set(codes.map(({ code }) => code))
  const further = found.filter(({ code }) => !known.has(code))
  return (
    <section id="codes" class="stack" aria-labelledby="codes-title">
      <h2 id="codes-title">仕事の種類</h2>
      {codes.length < MOST_CODES && (
        <div id="find" class="stack">
          <TextField name="find" label="仕事の種類をさがす" value={find} placeholder="例：原価、ネット販売" />
          <Button kind="quiet" name="go" value="find">
            さがす
          </Button>
        </div>
      )}
      {find && further.length === 0 && <p>「{find}」は見つかりませんでした。別の言い方でさがしてください。</p>}
      {further.length > 0 && (
        <CardList>
          {further.map((hit) => (
            <Card
              key={hit.code}
              level={3}
              title={hit.name}
              eyebrow={`${hit.major}・${hit.middle}`}
              foot={
                <Button kind="quiet" name="go" value={`add:${hit.code}`} label={`「${hit.name}」を加える`}>
                  加える
                </Button>
              }
            >
              {hit.matched !== hit.name && <p>「{hit.matched}」</p>}
            </Card>
          ))}
        </CardList>
      )}
      {codes.length > 0 && (
        <CardList>
          {codes.map((asked) => (
            <AskedCard key={asked.code} code={asked.code} known={known} count={codes.length} />
          ))}
        </CardList>
      )}
    </section>
  )
}

function AskedCard({ code, count, known }: { code: string; count: number; known: ReadonlySet<string> }) {
  const place = jobCodes().place(code)
  if (!place) return null
  return (
    <Card level={3} title={place.leaf.name} eyebrow={place.major.name}>
      {place.leaf.old && <GivenUp code={code} known={known} />}
      <SelectField name={`level_${code}`} label="来てほしい人" options={LEVELS} />
      <SelectField
        name={`need_${code}`}
        label="大切さ"
        options={[
          { value: 'must', label: '必ずできてほしい' },
          { value: 'nice', label: 'できればうれしい' },
          { value: 'none', label: '頼まない（外す）' },
        ]}
      />
      {count > 1 && (
        <SelectField
          name={`rank_${code}`}
          label="順番"
          options={Array.from({ length: count }, (_, n) => ({ value: String(n + 1), label: `${n + 1}番目` }))}
        />
      )}
    </Card>
  )
}

/** A name that is no longer used stays until somebody puts another in its place: nothing is changed behind the owner's back. */
function GivenUp({ code, known }: { code: string; known: ReadonlySet<string> }) {
  const next = jobCodes()
    .successors(code)
    .filter(({ id }) => !known.has(id))
  return (
    <Notice
      kind="warning"
      action={next.map(({ id, name }) => (
        <Button key={id} kind="quiet" name="go" value={`swap:${code}:${id}`}>
          {`「${name}」に替える`}
        </Button>
      ))}
    >
      {`この仕事の種類は、今は使っていません。${next.length === 0 ? '外してもかまいません。' : ''}`}
    </Notice>
  )
}
