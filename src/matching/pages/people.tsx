import { inFives } from '../../lib/few.ts'
import { Chips } from '../../projects/pages/chips.tsx'
import { projectNumber } from '../../projects/rules/state.ts'
import { TalentCard } from '../../talents/pages/talent-card.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { MOST_PAGES, narrowedBy, peopleAddress, peopleFilterWords, without } from '../rules/people-filters.ts'
import type { PeopleWord } from '../rules/people-search.ts'
import { PeopleForm, type PeopleFormProps } from './people-form.tsx'
import { foldedAt, type Proposed } from './proposals.tsx'
import { Reasons } from './reasons.tsx'

type PeopleProps = PeopleFormProps & {
  words: readonly PeopleWord[]
  count: number
  people: readonly Proposed[]
  /** Whom the company has written to about this project. */
  scouted: ReadonlySet<string>
  hasMore: boolean
}

/** People whom a company looks for itself: cards without names, as in a proposal. */
export function People(props: PeopleProps) {
  const { companyId, filters, project, people, count, scouted } = props
  const told = inFives(count)
  return (
    <Layout
      title="人をさがす"
      eyebrow={project.title ?? `案件 ${projectNumber(project)}`}
      lead={`${told === null ? '当てはまる方は、5人より少ないです。' : `当てはまる方が、${told.toLocaleString('ja-JP')}人以上います。`}${ORDER[filters.sort ?? 'fit']}並べています。`}
      back={{ href: `/companies/${companyId}`, label: '会社のページ' }}
      width="page"
    >
      <PeopleForm {...props} />
      <Chips
        chosen={narrowedBy(filters).map((name) => ({
          words: peopleFilterWords(filters, name),
          without: peopleAddress(companyId, without(filters, name)),
        }))}
      />
      <NotUnderstood {...props} />
      {people.length === 0 ? (
        <Nobody {...props} />
      ) : (
        <CardList columns={2}>
          {people.map(({ card, told: why }, at) => (
            <TalentCard
              key={card.id}
              talent={card}
              eyebrow={scouted.has(card.id) ? '声をかけました' : undefined}
              href={`/companies/${companyId}/talents/${card.id}?project=${project.id}`}
              {...foldedAt(at)}
            >
              <Reasons told={why} doubtTitle="確かめたいこと" />
            </TalentCard>
          ))}
        </CardList>
      )}
      <Pages {...props} />
      <p>お名前は出ません。見ても、相手には伝わりません。年齢、性別、勤め先は、さがすのに使いません。</p>
    </Layout>
  )
}

const ORDER = { fit: '案件に合う順に', new: '新しく入った順に' } as const

/** Words that are no work and no place: cards have nothing else to be found by. */
function NotUnderstood({ words }: PeopleProps) {
  const unknown = words.filter(({ codes, prefectures }) => codes.length === 0 && prefectures.length === 0)
  if (unknown.length === 0) return null
  const said = unknown.map(({ word }) => `「${word}」`).join('')
  return <p role="status">{`${said}にあたる仕事や土地が見つからないので、使わずにさがしました。`}</p>
}

/** Never a dead end: each condition can be taken away. */
function Nobody({ companyId, filters, project }: PeopleProps) {
  const bare = [...narrowedBy(filters), ...(filters.words ? (['words'] as const) : [])].reduce(without, filters)
  const isFirst = filters.page === 1
  const isNarrowed = narrowedBy(filters).length > 0 || filters.words !== ''
  return (
    <EmptyState
      title={isFirst ? '合う人が、いまは見つかりません' : 'このページには、もう人がいません'}
      action={
        isNarrowed || !isFirst ? (
          <ButtonLink kind="quiet" href={peopleAddress(companyId, isFirst ? bare : filters, 1)}>
            {isFirst ? '条件をはずして見る' : 'はじめのページを見る'}
          </ButtonLink>
        ) : (
          <ButtonLink kind="quiet" href={`/companies/${companyId}/projects/${project.id}`}>
            案件を見なおす
          </ButtonLink>
        )
      }
    >
      条件をひとつはずすと、見つかることがあります。新しい人は毎日ふえます。
    </EmptyState>
  )
}

/** Without a number of pages, which would tell how many people there are. */
function Pages({ companyId, filters, hasMore }: PeopleProps) {
  if (filters.page === 1 && !hasMore) return null
  return (
    <>
      <nav class="tag-list" aria-label="ページを移る">
        {filters.page > 1 && (
          <ButtonLink kind="quiet" href={peopleAddress(companyId, filters, filters.page - 1)}>
            前のページ
          </ButtonLink>
        )}
        {hasMore && (
          <ButtonLink kind="quiet" href={peopleAddress(companyId, filters, filters.page + 1)}>
            次のページ
          </ButtonLink>
        )}
      </nav>
      {filters.page === MOST_PAGES && <p>ここまでです。条件をしぼると、続きの人が出てきます。</p>}
    </>
  )
}

/** Before anybody can be looked for: what has to be there first. */
export function NoPeopleYet({ companyId, known }: { companyId: string; known: boolean }) {
  return (
    <Layout title="人をさがす" back={{ href: `/companies/${companyId}`, label: '会社のページ' }}>
      <EmptyState
        title={known ? 'はじめに、案件を作りましょう' : '会社の確認が終わると、さがせます'}
        action={
          known ? (
            <ButtonLink href="/worries/new">お困りのことを書く</ButtonLink>
          ) : (
            <ButtonLink href={`/companies/${companyId}`}>会社のページへ</ButtonLink>
          )
        }
      >
        {known
          ? '書きかけの案件がひとつあれば、それに合う人をさがせます。'
          : '事務局が、案件を見るときに会社を確かめます。'}
      </EmptyState>
    </Layout>
  )
}
