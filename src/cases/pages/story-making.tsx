import { japaneseDateTime } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { FileField } from '../../ui/fields/file-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { More } from '../../ui/more.tsx'
import { Photo } from '../../ui/photo.tsx'
import { Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/tag.tsx'
import { SPOT_WORDS, SPOTS, STORY_MAX, STORY_WORDS, type StoryToPublish, stateOfStory } from '../rules/stories.ts'
import type { Case, Story } from '../schema.ts'
import { StoryText } from './stories.tsx'

export type SeenStory = Omit<Story, 'photo'> | null

type DeskProps = { row: Case; story: SeenStory; values?: FormValues | undefined; errors?: FormErrors | undefined }

/** On the desk's page of a case that is told by name: written as a story, shown to both, published. */
export function DeskStory({ row, story, values, errors }: DeskProps) {
  const state = story && stateOfStory(story, row.accountId === null)
  const own = `/desk/cases/${row.id}/story`
  return (
    <Section
      title="読みものにする"
      id="story"
      lead={state ? STORY_WORDS[state] : '名前を出してよい事例なので、記事に書けます。公開の前に、両者にたずねます。'}
    >
      {story && state !== 'withdrawn' && (
        <DefinitionList
          items={[
            { term: '会社', value: agreed(story.companyAgreedAt) },
            { term: '手伝った人', value: row.accountId && agreed(story.talentAgreedAt) },
          ]}
        />
      )}
      {story?.photoType && <Photo src={`${own}/photo`} alt={story.photoWords} />}
      {state === 'agreed' && (
        <PostButton action={`${own}/publication`} version={story!.version} kind="main">
          記事を公開する
        </PostButton>
      )}
      {state === 'published' && (
        <p>
          <a href={`/stories/${row.id}`}>公開した記事を見る</a>
        </p>
      )}
      {state !== 'withdrawn' && (
        <More title={story ? '記事を直して、もう一度たずねる' : '記事を書く'} open={Boolean(errors)}>
          <Form
            id="story-form"
            action={own}
            submit={story ? '直して、もう一度たずねる' : '両者にたずねる'}
            submitKind="quiet"
            values={values ?? (story ? textOf(story) : firstText(row))}
            errors={errors}
            upload
            {...(story && { version: story.version })}
          >
            <TextField name="title" label="題" size="long" required />
            <TextArea name="lead" label="はじめの一文" rows={2} max={160} required />
            <TextArea
              name="body"
              label="本文"
              hint="空の行で段落が分かれます。「■」で始まる行は見出しになります。"
              rows={18}
              max={STORY_MAX}
              required
            />
            <SelectField
              name="spot"
              label="絵"
              options={SPOTS.map((value) => ({ value, label: SPOT_WORDS[value] }))}
              required
            />
            <FileField
              name="photo"
              label="写真（絵のかわりに）"
              hint="写っている方の了解を得たものだけ。撮った場所などの記録は消します。"
              accept="image/jpeg,image/png,image/webp"
              required={false}
            />
            <TextField name="photoWords" label="写真に写っているもの" size="long" required={false} />
          </Form>
        </More>
      )}
    </Section>
  )
}

/** A story that everybody in it agreed to, as it waits at the desk. */
export function ReadyStory({ story: { id, number, title, since } }: { story: StoryToPublish }) {
  return (
    <Card
      level={2}
      title={title}
      href={`/desk/cases/${id}#story`}
      eyebrow={`事例 ${number} の記事　${japaneseDateTime(since)}から`}
    >
      <p>
        <Tag tone="accent">記事を公開できます</Tag>
      </p>
    </Card>
  )
}

function agreed(at: Date | null): string {
  return at ? `この記事でよい（${japaneseDateTime(at)}）` : 'まだ返事がありません'
}

function textOf({ title, lead, body, spot, photoWords }: NonNullable<SeenStory>): FormValues {
  return { title, lead, body, spot, photoWords }
}

/** What is known, to begin from: nobody reads the numbers again. */
function firstText({ title, problem, done, result, learned }: Case): FormValues {
  const body = `${problem}\n\n■出会い\n${done}\n\n■それから\n${result}\n\n${learned}`
  return { title, lead: '', body, spot: SPOTS[0] }
}

type OwnProps = { base: string; side: 'company' | 'talent'; story: NonNullable<SeenStory>; acts: boolean }

/** On one side's page of its case: the story as it would be read, and whether it may go out. */
export function OwnStory({ base, side, story, acts }: OwnProps) {
  if (story.withdrawnAt) return null
  const own = side === 'company' ? story.companyAgreedAt : story.talentAgreedAt
  const lead = story.publishedAt
    ? '公開しています。いつでも取り下げられます。'
    : own
      ? '「これでよい」と答えました。'
      : '事務局が記事に書きました。これでよければ、公開します。'
  const undo = story.publishedAt ? '記事を取り下げる' : '記事にしない'
  return (
    <Section title="読みもの" id="story" lead={lead}>
      {!own && acts && (
        <PostButton action={`${base}/case/story`} version={story.version} kind="main">
          この記事でよい
        </PostButton>
      )}
      <h3>{story.title}</h3>
      <p>{story.lead}</p>
      {story.photoType && <Photo src={`${base}/case/story/photo`} alt={story.photoWords} />}
      <More title="本文を読む" open={!own}>
        <StoryText story={story} />
      </More>
      {acts && (
        <More title={undo}>
          <p>元にもどせません。事例は、そのまま残ります。</p>
          <PostButton action={`${base}/case/story/withdrawal`} kind="danger">
            {undo}
          </PostButton>
        </More>
      )}
    </Section>
  )
}
