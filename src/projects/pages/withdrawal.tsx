import { ButtonLink } from '../../ui/button.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import type { Project } from '../schema.ts'

/** Asks once more, because people may have applied. */
export function WithdrawProject({ base, project }: { base: string; project: Project }) {
  return (
    <Layout
      title="この案件を取り下げますか"
      lead="30分のあいだは、もとに戻せます。"
      eyebrow={project.title ?? undefined}
      back={{ href: base, label: '案件にもどる' }}
    >
      <PostButton action={`${base}/withdrawal`} kind="danger" version={project.version}>
        取り下げる
      </PostButton>
      <p>
        <ButtonLink kind="quiet" href={base}>
          やめておく
        </ButtonLink>
      </p>
    </Layout>
  )
}
