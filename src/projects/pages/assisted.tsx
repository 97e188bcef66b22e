import { ButtonLink } from '../../ui/button.tsx'
import { Layout } from '../../ui/layout.tsx'
import { STATE_WORDS, stateOf } from '../rules/state.ts'
import type { Project } from '../schema.ts'
import { type Approval, ApprovalNote, PrintApproval } from './approval.tsx'

type Props = {
  base: string
  project: Project
  approval: Approval | null
  may: { readonly write: boolean; readonly send: boolean }
}

/** A project to whoever works for its company: how far it is, and the way on, as far as they were let. */
export function AssistedProject({ base, project, approval, may }: Props) {
  const state = stateOf(project)
  const open = state === 'draft' || state === 'returned'
  return (
    <Layout
      title={project.title ?? '案件の下書き'}
      eyebrow={STATE_WORDS[state]}
      lead={open ? 'ここまでの内容は、保存してあります。' : '進みぐあいは、会社の方の画面に出ています。'}
      back={{ href: `/companies/${project.companyId}/assistance`, label: 'この会社の作業' }}
    >
      {open && <ApprovalNote {...{ base, approval }} send={may.send} />}
      {open && may.write && (
        <p>
          <ButtonLink href={`${base}/draft/background`}>つづきを書く</ButtonLink>
        </p>
      )}
      <ul class="link-list">
        <li>
          <a href={`${base}/preview`}>どう見えるか確かめる</a>
        </li>
        {open && may.write && (
          <li>
            <a href={`${base}/sheet`}>質問の紙を出す</a>
          </li>
        )}
        {open && may.write && approval && (
          <li>
            <a href={`${base}/sheet?whole=1`}>確かめる紙と、その返事</a>
          </li>
        )}
        {open && may.send && (
          <li>
            <a href={`${base}/submission`}>送る前に確かめる</a>
          </li>
        )}
      </ul>
      {open && may.write && <PrintApproval {...{ base, project }} />}
    </Layout>
  )
}
