import { z } from 'zod'
import { choice, longText, text } from '../../lib/input.ts'
import { type Picture, readPicture } from '../../lib/picture.ts'
import type { Case, Story } from '../schema.ts'

export const STORY_MAX = 6000

/** What stands above a story without a photo. */
export const SPOTS = ['talk', 'thinking', 'region', 'done'] as const satisfies readonly Story['spot'][]
export const SPOT_WORDS: Readonly<Record<(typeof SPOTS)[number], string>> = {
  talk: '話すふたり',
  thinking: '考える人',
  region: '山と町',
  done: '育った実り',
}

export const storyForm = z.object({
  title: text({ label: '題', max: 60 }),
  lead: longText({ label: 'はじめの一文', max: 160 }),
  body: longText({ label: '本文', max: STORY_MAX }),
  spot: choice({ label: '絵', options: SPOTS }),
  photoWords: text({ label: '写真に写っているもの', max: 120, required: false }),
})
const MEGABYTE = 1_000_000
const MOST_MEGABYTES = 8
const TOO_LARGE = `写真は${MOST_MEGABYTES}メガバイトまでです。小さくして、もう一度選んでください。`
export const PHOTO_LIMITS = { bodyLimit: 2 * MOST_MEGABYTES * MEGABYTE, tooLarge: TOO_LARGE }

/** The photo that came along without what the camera noted; null when none did, a sentence when it cannot be used. */
export function storyPhoto([file]: readonly Uint8Array[] = []): Picture | string | null {
  if (!file) return null
  if (file.length > MOST_MEGABYTES * MEGABYTE) return TOO_LARGE
  return readPicture(file) ?? 'この写真は開けませんでした。JPEGかPNGで保存しなおしてください。'
}

export type StoryText = z.output<typeof storyForm>

export type StoryState = 'asked' | 'agreed' | 'published' | 'withdrawn'

/** `isAlone`: the case has no second side. */
export function stateOfStory(
  { companyAgreedAt, talentAgreedAt, publishedAt, withdrawnAt }: StoryDates,
  isAlone: boolean,
): StoryState {
  if (withdrawnAt) return 'withdrawn'
  if (publishedAt) return 'published'
  return companyAgreedAt && (isAlone || talentAgreedAt) ? 'agreed' : 'asked'
}
type StoryDates = Pick<Story, 'companyAgreedAt' | 'talentAgreedAt' | 'publishedAt' | 'withdrawnAt'>

export const STORY_WORDS: Readonly<Record<StoryState, string>> = {
  asked: '両者の返事を待っています',
  agreed: '返事がそろいました',
  published: '公開しています',
  withdrawn: '取り下げられました',
}

/** What everybody reads of a story; its people and firm are those of its case. */
export type PublishedStory = Pick<Story, 'caseId' | 'title' | 'lead' | 'body' | 'spot' | 'photoWords'> & {
  readonly hasPhoto: boolean
  readonly publishedAt: Date
  readonly company: string
  readonly prefecture: number
  readonly talent: string | null
}

/** Who it is about: 「なかむら提灯工房（福岡県）と、小林恵さん」. */
export function aboutWhom({ company, talent }: Pick<PublishedStory, 'company' | 'talent'>): string {
  return talent ? `${company}と、${talent}さん` : company
}

/** A story that one of its sides has not answered; without a contract nobody was found for its project. */
export type StoryToAnswer = Pick<Story, 'title'> & Pick<Case, 'contractId' | 'projectId'>

/** A story that everybody in it agreed to; `since` the last of them did. */
export type StoryToPublish = Pick<Case, 'id' | 'number'> & Pick<Story, 'title'> & { readonly since: Date }
