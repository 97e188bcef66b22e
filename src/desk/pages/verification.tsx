import type { Company } from '../../companies/schema.ts'
import { isCorporateNumber } from '../../law/numbers.ts'
import { prefectureName } from '../../lib/regions.ts'
import { japaneseDateTime } from '../../lib/time.ts'
import { canStillUndo } from '../../lib/undo.ts'
import type { Poster } from '../../projects/rules/draft.ts'
import type { Project } from '../../projects/schema.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Telephone } from './telephone.tsx'

type Props = {
  company: Company
  poster: Poster
  project: Project
  /** Something of the company has been published: then a verification stays. */
  published: boolean
  now: Date
}

/** Is this company there, and is it the one that writes? Before that nothing of it is published. */
export function Verification({ company, poster, project, published, now }: Props) {
  const action = (act: string) => `/desk/companies/${company.id}/${act}?project=${project.id}`
  if (company.verifiedAt) {
    return canStillUndo(company.verifiedAt, now) && !published ? (
      <Notice
        kind="success"
        title="会社を確かめました"
        action={<PostButton action={action('verification/cancellation')}>会社の確認を取り消す</PostButton>}
      >
        {`${japaneseDateTime(company.verifiedAt)}から。30分のあいだは取り消せます。`}
      </Notice>
    ) : null
  }
  return (
    <Section title="会社を確かめる" lead="三つとも確かめるまで、公開できません。" id="verification">
      <DefinitionList
        items={[
          { term: '法人番号', ...numberOf(company) },
          {
            term: '電話',
            value: poster.phone ? <Telephone number={poster.phone} /> : project.posterContact || '書かれていません',
            note: '電話帳や会社のホームページの番号を自分で調べ、そちらにかけて、この申し込みのことを聞く。',
          },
          {
            term: '住所',
            value:
              poster.address ||
              project.posterAddress ||
              `${prefectureName(company.prefecture)}（くわしくは書かれていません）`,
            note: '法人番号の公表サイトの住所、地図と同じか。',
          },
        ]}
      />
      <PostButton action={action('verification')} kind="main" version={company.version}>
        会社を確かめた
      </PostButton>
    </Section>
  )
}

function numberOf({ corporateNumber }: Company) {
  const site = '国税庁の法人番号公表サイトで'
  if (!corporateNumber) return { value: '書かれていません', note: `${site}、名前と都道府県からさがす。` }
  if (!isCorporateNumber(corporateNumber)) {
    return { value: `${corporateNumber}（数字が合いません）`, note: '会社に、番号をもう一度聞く。' }
  }
  return { value: `${corporateNumber}（数字は合っています）`, note: `${site}、この番号の名前と同じか。` }
}
