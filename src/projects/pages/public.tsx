import type { ComponentChildren } from 'preact'
import { ButtonLink } from '../../ui/button.tsx'
import { useFrame } from '../../ui/frame.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { structuredFacts } from '../rules/elsewhere.ts'
import { type State, stateOf } from '../rules/state.ts'
import type { Project } from '../schema.ts'
import { Posting, type PostingProps, whereAndWhat } from './posting.tsx'

type Props = Omit<PostingProps, 'project'> & {
  project: Project
  open: boolean
  /** To somebody of the company: there is nothing to apply for. */
  isOwn: boolean
  /** What somebody can do besides applying. */
  besides?: ComponentChildren
  /** What was asked and answered. */
  questions?: ComponentChildren
  /** What a partner runs, of which it is a part. */
  programme: { slug: string; title: string; partner: string } | null
  failed?: boolean
  /** The event that sent the reader here. */
  event?: string
}

const OVER: Readonly<Partial<Record<State, string>>> = {
  filled: 'この募集は、お願いする人が決まりました。',
  withdrawn: 'この案件は、会社が取り下げました。',
}

/** A project as everybody may read it. */
export function PublicProject(props: Props) {
  const {
    project,
    codes,
    verified,
    applicants,
    open,
    among,
    answers,
    besides,
    questions,
    failed,
    odds,
    opened,
    beside,
    programme,
    isOwn,
  } = props
  const state = stateOf(project)
  const { origin } = useFrame()
  const path = `/projects/${project.id}`
  const apply = `/me/projects/${project.id}/application${props.event ? `?event=${props.event}` : ''}`
  const home = { href: `/companies/${project.companyId}`, label: '会社のページ' }
  return (
    <Layout
      title={project.title ?? ''}
      eyebrow={whereAndWhat(project)}
      back={isOwn ? home : { href: '/projects', label: '案件をさがす' }}
      failed={failed}
      description={project.goal ?? undefined}
      picture={`${path}/picture.png`}
      {...(open && {
        facts: structuredFacts(
          project,
          codes.map(({ code }) => code),
          origin + path,
        ),
      })}
      headMore={
        isOwn ? (
          <Notice title="ご自分の会社の案件です">みなさんには、このように見えています。</Notice>
        ) : open ? (
          <div class="form-actions">
            <ButtonLink href={apply}>応募する</ButtonLink>
            {besides}
          </div>
        ) : (
          <Notice
            kind="info"
            title={OVER[state] ?? 'この募集は、もう終わりました。'}
            action={
              <>
                <ButtonLink kind="quiet" href="/projects">
                  いま募集中の案件を見る
                </ButtonLink>
                {besides}
              </>
            }
          />
        )
      }
    >
      {programme && state !== 'withdrawn' && (
        <p>
          <a href={`/programmes/${programme.slug}`}>{`${programme.title}（${programme.partner}）`}</a>の案件です。
        </p>
      )}
      {state !== 'withdrawn' && (
        <Posting
          project={project}
          codes={codes}
          verified={verified}
          among={among}
          odds={open ? odds : null}
          opened={open ? opened : null}
          beside={open ? beside : null}
          {...(applicants !== undefined && (open || applicants > 0) && { applicants })}
          {...(answers && { answers })}
          record={`/companies/${project.companyId}/record`}
        />
      )}
      {state !== 'withdrawn' && questions}
      {open && !isOwn && (
        <p>
          <ButtonLink href={apply}>応募する</ButtonLink>
        </p>
      )}
    </Layout>
  )
}
