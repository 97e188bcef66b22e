import { prefectureName } from '../../lib/regions.ts'
import { found } from '../../lib/web/errors.ts'
import { feedRoutes } from '../../lib/web/feed-routes.ts'
import { anyone } from '../../lib/web/guard.ts'
import { pictureAnswer } from '../../lib/web/picture-answer.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { PICTURE, sharePicture } from '../../ui/pictures/share.ts'
import { StoryList, StoryPage } from '../pages/stories.tsx'
import { photoOfStory, publishedStories, publishedStory } from '../queries/stories.ts'
import { aboutWhom } from '../rules/stories.ts'

const OTHERS = 3

/** 読みもの, for everybody. */
export const storyRoutes: Route[] = [
  ...feedRoutes('/stories', async (call) => ({
    title: 'めぐりの読みもの',
    description: '地方の会社の困りごとが、副業の人の知恵と出会った話。',
    page: '/stories',
    entries: (await call.read((tx) => publishedStories(tx))).map(({ caseId, title, lead, publishedAt }) => ({
      url: `${call.deps.config.publicUrl}/stories/${caseId}`,
      title,
      summary: lead,
      published: publishedAt,
    })),
  })),

  get('/stories', anyone, async (call) =>
    call.page(<StoryList stories={await call.read((tx) => publishedStories(tx))} />),
  ),

  get('/stories/:caseId', anyone, async (call) => {
    const id = call.id('caseId')
    const { story, all } = await call.read(async (tx) => ({
      story: found(await publishedStory(tx, id)),
      all: await publishedStories(tx, { limit: OTHERS + 1 }),
    }))
    return call.page(<StoryPage story={story} others={all.filter(({ caseId }) => caseId !== id).slice(0, OTHERS)} />)
  }),

  get('/stories/:caseId/photo', anyone, async (call) => {
    const id = call.id('caseId')
    const photo = await call.read(async (tx) => ((await publishedStory(tx, id)) ? photoOfStory(tx, id) : null))
    return pictureAnswer(call, found(photo))
  }),

  get(
    '/stories/:caseId/picture.png',
    anyone,
    async (call) => {
      const story = found(await call.read((tx) => publishedStory(tx, call.id('caseId'))))
      const above = `読みもの　${prefectureName(story.prefecture)}`
      const picture = await sharePicture({ above, title: story.title, below: aboutWhom(story) })
      return call.c.body(picture, 200, PICTURE.headers)
    },
    PICTURE.options,
  ),
]
