import type { Letter } from '../lib/mail/letter.ts'
import { projectNumber } from '../projects/rules/state.ts'
import type { Project } from '../projects/schema.ts'

/** To the people of a company, once, when the first list for a project is there. */
export function proposedLetter(
  project: Pick<Project, 'id' | 'companyId' | 'number' | 'title'>,
  count: number,
  publicUrl: string,
): Letter {
  const own = `${publicUrl}/companies/${project.companyId}/projects/${project.id}/proposals`
  return {
    subject: `めぐり：${projectNumber(project)} 合いそうな方の一覧ができました`,
    lines: [
      `「${project.title ?? '題のない案件'}」に合いそうな方が、${count}人見つかりました。`,
      'お名前は出ませんが、合うと思う理由と、気がかりを一つずつ書いてあります。',
      '読むだけで、相手には何も伝わりません。',
    ],
    link: { href: own, label: '合いそうな人を見る' },
  }
}
