import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { TalentCardData } from '../rules/card.ts'
import { TalentCard } from './talent-card.tsx'

/** One person without a name, as a company may see them before they apply. */
export function CompanyTalent({ companyId, talent }: { companyId: string; talent: TalentCardData }) {
  return (
    <Layout
      title="力になれそうな人"
      back={{ href: `/companies/${companyId}`, label: '会社のページ' }}
      lead="案件を見て応募があると、名前が分かります。"
    >
      <TalentCard talent={talent} tone="main" />
      <Notice title="ここに出ていないこと">名前とくわしい経歴は、応募した会社にだけ伝わります。</Notice>
    </Layout>
  )
}
