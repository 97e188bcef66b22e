import { addDays, answerDeadline, startOfDay, today } from '../../src/lib/time.ts'
import { accountId, companyId, talentId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import { STORY } from '../texts/story.ts'
import { consent } from './loop/applications.ts'
import { DISCLOSED_FIELDS } from './pool.ts'
import { programmeId } from './programmes.ts'
import type { By, Stage } from './rows.ts'
import type { DemoTalent } from './shapes.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const FIRM = companyId('fertiliser')
const PROJECT = nameBasedId('story:project')
const OWNER: By = { actor: accountId('sato'), organisation: FIRM }
const DESK: By = { actor: accountId('mori'), organisation: null }
const as = (actor: string): By => ({ actor, organisation: null })
const own = (name: string) => nameBasedId(`story:${name}`)

type Applied = Stage['rows']['applications'][number] & { id: string }

/**
 * What the cast finds in the middle of things when somebody looks around: a project of sato's with questions, applications
 * in several stages, points, words and a scout that waits for tanaka.
 */
export function tellStory(stage: Stage, rivals: readonly DemoTalent[]): void {
  const before = (days: number, hour: number) =>
    new Date(startOfDay(addDays(today(stage.now), -days)).getTime() + hour * HOUR)
  publish(stage, before)
  askAndAnswer(stage, before)
  const strangers = rivals
    .filter(({ key }) => key.includes(':cost:') && key.endsWith(':0'))
    .map(({ key }) => ({ talent: nameBasedId(key), account: nameBasedId(`${key}:account`) }))
  const sent = STORY.answers.map((answers, at) => {
    const who = at === 0 ? { talent: talentId('ito'), account: accountId('ito') } : strangers[at]!
    return apply(stage, who, answers, before(4 - Math.floor(at / 2), at % 2 === 0 ? 12.3 : 20.7))
  })
  choose(stage, sent as [Applied, Applied, ...Applied[]], before)
  invite(stage, before(1, 10.4))
  stage.rows.watches.push({
    ...{ id: own('watch'), accountId: accountId('tanaka'), address: '/projects?words=原価', cadence: 'daily' },
    ...{ createdAt: before(9, 21.2), lookedOn: today(stage.now) },
  })
  stage.done(before(9, 21.2), 'watch.saved', { kind: 'watch', id: own('watch') }, as(accountId('tanaka')))
}

/** So many days ago, at an hour in Japan. */
type Before = (days: number, hour: number) => Date

function publish({ now, rows, done }: Stage, before: Before): void {
  const [drafted, submitted, published] = [before(9, 10.2), before(8, 9.5), before(6, 11.1)]
  const subject = { kind: 'project', id: PROJECT }
  rows.projects.push({
    ...{ id: PROJECT, companyId: FIRM, createdBy: OWNER.actor, ...STORY.project },
    programmeId: programmeId('bank'),
    startOn: `${addDays(today(now), 60).slice(0, 7)}-01`,
    closesOn: addDays(today(now), 24),
    ...{ unsure: [], returnReasons: [] },
    ...{ createdAt: drafted, submittedAt: submitted, publishedAt: published, updatedAt: published, version: 3 },
  })
  rows.projectCodes.push({ projectId: PROJECT, code: '10043', level: 3, must: true, position: 0 })
  done(drafted, 'project.drafted', subject, OWNER)
  done(drafted, 'project.programme-joined', subject, OWNER, { programme: programmeId('bank') })
  done(submitted, 'project.submitted', subject, OWNER)
  done(published, 'project.published', subject, DESK)
}

/** One that everybody reads with its answer, and one that waits. */
function askAndAnswer({ rows, done }: Stage, before: Before): void {
  const [asked, answered, waits] = [before(5, 12.6), before(4, 9.8), before(1, 19.9)]
  const common = { projectId: PROJECT, companyId: FIRM }
  const [first, second] = STORY.questions
  rows.questions.push(
    {
      ...{ id: own('question'), ...common, body: first.body, askedAt: asked, answerBy: answerDeadline(asked, 7) },
      ...{ answer: first.answer, answeredAt: answered, version: 2 },
    },
    {
      ...{ id: own('question:2'), ...common, body: second, askedAt: waits, answerBy: answerDeadline(waits, 7) },
      version: 1,
    },
  )
  rows.askings.push(
    { id: own('asking'), questionId: own('question'), accountId: accountId('tanaka') },
    { id: own('asking:2'), questionId: own('question:2'), accountId: accountId('ito') },
  )
  done(asked, 'question.asked', { kind: 'asking', id: own('asking') }, as(accountId('tanaka')))
  done(answered, 'question.answered', { kind: 'question', id: own('question') }, OWNER)
  done(waits, 'question.asked', { kind: 'asking', id: own('asking:2') }, as(accountId('ito')))
  tell({ rows }, 'question', answered, {
    ...{ accountId: accountId('tanaka'), kind: 'project', subject: 'めぐりからのお知らせ' },
    ...{
      lines: ['質問に答えが届きました。'],
      href: `/projects/${PROJECT}`,
      label: '答えを読む',
      readAt: before(4, 19.1),
    },
  })
}

function apply(
  stage: Stage,
  who: { talent: string; account: string },
  [answer1, answer2]: readonly [string, string],
  at: Date,
): Applied {
  const id = nameBasedId(`story:${who.talent}`)
  const row = {
    ...{ id, projectId: PROJECT, companyId: FIRM, talentId: who.talent, accountId: who.account, answer1, answer2 },
    ...{ createdAt: new Date(at.getTime() - HOUR), sentAt: at, answerBy: answerDeadline(at, 7), version: 2 },
  }
  stage.rows.applications.push(row)
  stage.done(at, 'application.sent', { kind: 'application', id }, as(who.account))
  consent(stage, row, 'application', DISCLOSED_FIELDS, at, null)
  return row
}

/** The first is talked to, the second was told a kind no and might be for somebody nearby; nobody has read the others. */
function choose({ rows, done }: Stage, [first, second]: [Applied, Applied, ...Applied[]], before: Before): void {
  const step = (row: Applied, at: Date, act: string, set: Partial<Applied>) => {
    done(at, `application.${act}`, { kind: 'application', id: row.id }, OWNER)
    Object.assign(row, set, { version: row.version! + 1 })
  }
  const [read, listed, declined] = [before(3, 9.3), before(3, 17.5), before(2, 16.2)]
  for (const row of [first, second]) step(row, read, 'read', { readAt: read })
  step(first, listed, 'shortlisted', { shortlistedAt: listed })
  step(second, declined, 'declined', { declinedAt: declined, declineReason: STORY.decline })
  const marked = before(2, 16.4)
  step(second, marked, 'runner-up-marked', { runnerUpAt: marked })

  const keys = STORY.criteria.map((_, at) => own(`criterion:${at}`))
  rows.criteria.push(
    ...STORY.criteria.map(([name, weight], position) => ({
      ...{ id: own(`declared:${position}`), key: keys[position]!, projectId: PROJECT, companyId: FIRM, position },
      ...{ name, weight, declaredAt: before(6, 14.1), declaredBy: OWNER.actor! },
    })),
  )
  done(before(6, 14.1), 'criteria.declared', { kind: 'project', id: PROJECT }, OWNER, { count: keys.length })
  for (const [at, { id }] of [first, second].entries()) {
    const given = before(3, 16.6)
    rows.assessments.push({
      ...{ applicationId: id, accountId: OWNER.actor!, companyId: FIRM, projectId: PROJECT, givenAt: given },
      points: Object.fromEntries(keys.map((key, n) => [key, STORY.points[at]![n]!])),
      words: STORY.scoreWords[at]!,
    })
    done(given, 'application.assessed', { kind: 'application', id }, OWNER)
  }
  for (const [at, body] of STORY.messages.entries()) {
    const [id, sentAt] = [own(`message:${at}`), before(2 - Math.floor(at / 2), at % 2 === 0 ? 10.5 : 20.2)]
    const side = at % 2 === 0 ? ('company' as const) : ('talent' as const)
    const by = side === 'company' ? OWNER : as(first.accountId)
    const isLast = at === STORY.messages.length - 1
    rows.messages.push({
      ...{ id, applicationId: first.id, companyId: FIRM, accountId: first.accountId, side, senderId: by.actor!, body },
      ...{ sentAt, readAt: isLast ? null : new Date(sentAt.getTime() + 2 * HOUR) },
    })
    done(sentAt, 'message.sent', { kind: 'message', id }, by, { application: first.id, side })
  }
}

function invite({ rows, done }: Stage, sentAt: Date): void {
  const id = own('scout')
  rows.scouts.push({
    ...{ id, companyId: FIRM, projectId: PROJECT, talentId: talentId('tanaka'), accountId: accountId('tanaka') },
    ...{ sentBy: OWNER.actor!, words: STORY.scout, sentAt, expiresAt: new Date(sentAt.getTime() + 14 * DAY) },
    version: 1,
  })
  done(sentAt, 'scout.sent', { kind: 'scout', id }, OWNER, { project: PROJECT })
  tell({ rows }, 'scout', sentAt, {
    ...{ accountId: accountId('tanaka'), kind: 'scout', subject: 'めぐりからのお知らせ' },
    ...{ lines: ['会社から、声がかかりました。'], href: `/me/scouts/${id}`, label: '開いて読む' },
  })
}

type Notice = Stage['rows']['notices'][number]

function tell(
  { rows }: Pick<Stage, 'rows'>,
  name: string,
  createdAt: Date,
  notice: Omit<Notice, 'id' | 'key' | 'createdAt'>,
): void {
  const id = own(`notice:${name}`)
  rows.notices.push({ id, key: `story:${name}`, createdAt, mailedAt: createdAt, ...notice })
}
