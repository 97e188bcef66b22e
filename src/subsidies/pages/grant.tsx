import { dateInWords } from '../../law/dates.ts'
import { fiscalYearInWords } from '../../law/fiscal-year.ts'
import type { LegalDate } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Money } from '../../ui/money.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Timeline, type TimelineItem } from '../../ui/timeline.tsx'
import { costsInWords } from '../rules/amount.ts'
import { may, STATE_WORDS, stateOf } from '../rules/grant.ts'
import { BringForm, EvidenceList } from './evidence.tsx'
import { NextStep } from './steps.tsx'
import type { GrantPageProps } from './view.ts'

/** One subsidy for one project, from the plan to the money: what to do next, what to hand in. */
export function GrantPage(props: GrantPageProps) {
  const { base, grant, subsidy, title, against, items, mayAct, failed } = props
  const state = stateOf(grant)
  return (
    <Layout
      title={subsidy.name}
      eyebrow={STATE_WORDS[state]}
      back={{ href: `/companies/${grant.companyId}/projects/${grant.projectId}/subsidies`, label: '使える補助' }}
      failed={Boolean(failed)}
    >
      {against.map(({ sentence, change }) => (
        <Notice key={sentence} kind="warning">
          {sentence + (change ?? '')}
        </Notice>
      ))}
      {state === 'refused' && grant.refusedReason && (
        <Notice kind="info" title="窓口からのわけ">
          {grant.refusedReason}
        </Notice>
      )}
      {mayAct && <NextStep {...props} />}
      <Section title="これまでと、これから">
        <p>{`案件：${title}`}</p>
        <Timeline items={stepsOf(props)} />
      </Section>
      <Section title="あとで出すもの" id="evidence">
        <EvidenceList items={items} base={base} mayAct={mayAct && may('bring', grant, 'company')} />
        {mayAct && may('bring', grant, 'company') && (
          <BringForm base={base} items={items} failed={failed?.form === 'evidence' ? failed : undefined} />
        )}
        <p class="actions">
          <ButtonLink kind="quiet" href={`${base}/evidence.zip`}>
            そろった分を取り出す（ZIP）
          </ButtonLink>
          <print-button data-label="この一覧を印刷する" />
        </p>
      </Section>
      {mayAct && may('withdraw', grant, 'company') && (
        <More title="この補助を取りやめる">
          <p>窓口に申し込んだ後なら、窓口にも伝えてください。</p>
          <PostButton action={`${base}/withdrawal`} version={grant.version} kind="danger">
            取りやめる
          </PostButton>
        </More>
      )}
    </Layout>
  )
}

function stepsOf({ grant, subsidy, applyBy, officeName }: GrantPageProps): TimelineItem[] {
  const state = stateOf(grant)
  const year = fiscalYearInWords(grant.fiscalYear)
  const counted = costsInWords(subsidy, grant.costs)
  const items: TimelineItem[] = [
    {
      title: '申し込む予定にしました',
      detail: (
        <>
          見込み <Money yen={grant.expectedYen} />
          {counted && `（${counted}）`}
          <br />
          {year}
        </>
      ),
    },
  ]
  const said = (on: string | null) => (on ? dateInWords(on as LegalDate) : undefined)
  const to =
    grant.sharedAt && officeName
      ? `${officeName}に、めぐりの中で知らせています。`
      : `${subsidy.office}に、直接申し込みます。`
  if (grant.appliedAt) items.push({ title: '申し込みました', at: said(grant.appliedOn), detail: to })
  else if (state !== 'withdrawn')
    items.push({ title: '申し込む', at: applyBy ? `${dateInWords(applyBy)}まで` : undefined, when: 'now' })
  if (state === 'withdrawn') return [...items, { title: '取りやめました' }]
  if (state === 'refused') return [...items, { title: '認められませんでした', at: said(grant.decidedOn) }]
  items.push(
    grant.decidedAt
      ? {
          title: '交付が決まりました',
          at: said(grant.decidedOn),
          detail: grant.grantedYen && <Money yen={grant.grantedYen} />,
        }
      : { title: '窓口が決める', when: state === 'applied' ? 'now' : 'next' },
    grant.claimedAt
      ? { title: '実績を出しました', at: said(grant.claimedOn) }
      : { title: '仕事が終わったら、実績を出す', when: state === 'granted' ? 'now' : 'next' },
    grant.paidAt
      ? {
          title: '受け取りました',
          at: said(grant.paidOn),
          detail: grant.paidYen !== null && <Money yen={grant.paidYen} />,
        }
      : { title: '補助を受け取る', when: state === 'claimed' ? 'now' : 'next' },
  )
  return items
}
