import { prefectureName } from '../../lib/regions.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Photo } from '../../ui/photo.tsx'
import { Spot } from '../../ui/pictures/spot.tsx'
import { Prose } from '../../ui/prose.tsx'
import { Section } from '../../ui/section.tsx'
import { aboutWhom, type PublishedStory } from '../rules/stories.ts'

/** 読みもの: cases told as stories, the newest first. */
export function StoryList({ stories }: { stories: readonly PublishedStory[] }) {
  return (
    <Layout
      title="読みもの"
      lead="ひとつの困りごとが、だれかの知恵と出会うまで。会社と、手伝った人が、名前を出して語ります。"
      description="地方の会社の困りごとが、副業の人の知恵と出会った話です。会社と手伝った人の了解を得て、事務局が書きました。"
      width="page"
      feed={{ address: '/stories', title: 'めぐりの読みもの' }}
    >
      {stories.length === 0 ? (
        <EmptyState
          title="最初の読みものを準備しています"
          action={<ButtonLink href="/cases">事例を読む</ButtonLink>}
          picture="talk"
        />
      ) : (
        <StoryCards stories={stories} level={2} />
      )}
    </Layout>
  )
}

/** Stories as cards; for other rooms too. */
export function StoryCards({ stories, level = 3 }: { stories: readonly PublishedStory[]; level?: 2 | 3 }) {
  return (
    <CardList columns={3}>
      {stories.map((story) => (
        <Card
          key={story.caseId}
          level={level}
          title={story.title}
          href={`/stories/${story.caseId}`}
          eyebrow={prefectureName(story.prefecture)}
          picture={<Spot name={story.spot} />}
        >
          <p>{story.lead}</p>
        </Card>
      ))}
    </CardList>
  )
}

/** One story, for everybody. */
export function StoryPage({ story, others }: { story: PublishedStory; others: readonly PublishedStory[] }) {
  return (
    <Layout
      title={story.title}
      eyebrow={`${prefectureName(story.prefecture)}　${aboutWhom(story)}`}
      names={[story.company, story.talent ?? '']}
      lead={story.lead}
      back={{ href: '/stories', label: '読みもの' }}
      description={story.lead}
      picture={`/stories/${story.caseId}/picture.png`}
    >
      {story.hasPhoto ? (
        <Photo src={`/stories/${story.caseId}/photo`} alt={story.photoWords} />
      ) : (
        <Spot name={story.spot} />
      )}
      <StoryText story={story} />
      <p>{`${japaneseDate(today(story.publishedAt))}　聞き書き：めぐりの事務局`}</p>
      <Section title="うちも、と思ったら">
        <p class="actions">
          <ButtonLink href="/worries/new">悩みを書いてみる</ButtonLink>
          <ButtonLink kind="quiet" href={`/cases/${story.caseId}`}>
            数と結果を見る
          </ButtonLink>
        </p>
      </Section>
      {others.length > 0 && (
        <Section title="ほかの読みもの">
          <StoryCards stories={others} />
        </Section>
      )}
    </Layout>
  )
}

/** Lines that begin with ■ are headings of their own. */
export function StoryText({ story: { body } }: { story: Pick<PublishedStory, 'body'> }) {
  const parts = body.split(/^■[ 　]*/m)
  return parts.map((part, at) => {
    if (at === 0) return part.trim() === '' ? null : <Prose key="0" text={part} />
    const [title = '', ...rest] = part.split('\n')
    return (
      <Section key={`${at}:${title}`} title={title.trim()}>
        <Prose text={rest.join('\n')} />
      </Section>
    )
  })
}
