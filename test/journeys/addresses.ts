import { companyId, talentId } from '../../seed/cast.ts'
import { STEPS } from '../../src/projects/rules/steps.ts'
import { craft } from '../drafting.ts'
import type { Town } from '../fixtures/full.ts'
import { assistancePages, NO_ASSISTED_PAGES } from './assistance-addresses.ts'
import { casePages, NO_STORY_PAGES } from './case-addresses.ts'
import { contractPages, type Looks, type Visitor } from './contract-addresses.ts'
import { eventPages, NO_EVENT_PAGES } from './event-addresses.ts'
import { FISCAL_PAGES } from './fiscal-addresses.ts'
import { PARTNER_FILES, partnerPages } from './partner-addresses.ts'
import { referralPages } from './referral-addresses.ts'
import { subsidyPages } from './subsidy-addresses.ts'

export type { Visitor }

/** Declared addresses that are no pages, and why nobody looks at them. What they answer is tested by the door. */
export const NO_PAGES: Readonly<Record<string, string>> = {
  ...{ ...NO_EVENT_PAGES, ...NO_ASSISTED_PAGES, ...NO_STORY_PAGES, ...PARTNER_FILES },
  '/robots.txt': 'for robots',
  '/sitemap.xml': 'for robots',
  '/sitemap/:part': 'for robots',
  '/picture.png': 'a picture',
  '/projects/:projectId/picture.png': 'a picture',
  '/cases/:caseId/picture.png': 'a picture',
  '/projects.atom': 'for readers of feeds',
  '/projects.feed.json': 'for readers of feeds',
  '/cases.atom': 'for readers of feeds',
  '/cases.feed.json': 'for readers of feeds',
  '/worries': 'only sends on, to writing one',
  '/me/ladder/:place/proof.pdf': 'a file',
  '/proofs/:code': 'a code on a paper that somebody made; what it shows is tested by the door',
  '/me/line': 'only where LINE is set up; what it shows is tested by the door',
  '/watches': 'only sends on, to the projects',
  '/signposts/:signpostId': 'a link that somebody made; what it shows is tested by the door',
  '/calls': 'only sends on, to asking for one',
  '/healthz': 'for machines',
  '/readyz': 'for machines',
  '/job-codes.json': 'a file',
  '/job-codes.csv': 'a file',
  '/job-codes/changes.json': 'a file',
  '/job-codes/changes.csv': 'a file',
  '/insights/matches.csv': 'only sends on, to the newest file',
  '/insights/prefectures.csv': 'only sends on, to the newest file',
  '/insights/flows.csv': 'only sends on, to the newest file',
  '/insights/data/:month/:file': 'a file',
  '/companies/:companyId/talks/:talkId/calendar.ics': 'a file',
  '/me/projects/:projectId/talk.ics': 'a file',
  '/companies/:companyId/contracts/:contractId/document.pdf': 'a file',
  '/me/contracts/:contractId/document.pdf': 'a file',
  '/companies/:companyId/grants/:grantId/evidence.zip': 'a file',
  '/companies/:companyId/applications/:applicationId/interview.ics': 'a file',
  '/me/applications/:applicationId/interview.ics': 'a file',
  '/companies/:companyId/applications/:applicationId/messages/files/:fileId': 'a file',
  '/companies/:companyId/applications/:applicationId/messages/events': 'only says that something changed',
  '/me/applications/:applicationId/messages/events': 'only says that something changed',
  '/me/applications/:applicationId/messages/files/:fileId': 'a file',
  '/desk/reports/:reportId/files/:fileId': 'a file',
  '/sign-in/with/:provider': 'only sends on, to the other service',
  '/sign-in/with/:provider/return': 'only sends on, into the house',
  '/desk/market/predictions': 'only sends on, to how lists are made',
  '/desk/market/trials/:trialId/beginning': 'only sends on, to its trial',
  '/worries/:worryId/company': 'only sends on: to the company of the worry, or to founding one',
}

/** Who opens which page. `worry` is the visitor's own, told in the browser that opens it. */
export function looksOf(town: Town, worry: { id: string; work: string }): Readonly<Record<string, Looks>> {
  return {
    ...publicPages(town, worry),
    ...accountPages(town),
    ...partnerPages(town),
    ...referralPages(town),
    ...companyPages(town),
    ...contractPages(town),
    ...casePages(town),
    ...assistancePages(town),
    ...subsidyPages(town, craft),
    ...eventPages(town),
    ...FISCAL_PAGES,
    ...talentPages(town),
    ...deskPages(town),
  }
}

function publicPages(town: Town, worry: { id: string; work: string }): Record<string, Looks> {
  const { projects } = town
  const each = (base: string, ids: readonly string[]) => ids.map((id) => `${base}/${id}`)
  return {
    '/': { visitor: ['/'], nakamura: ['/'] },
    '/about': { visitor: ['/about'] },
    '/about/partners': { visitor: ['/about/partners'] },
    '/about/ranking': { visitor: ['/about/ranking'] },
    '/about/words': { visitor: ['/about/words'] },
    '/styleguide': { visitor: ['/styleguide'] },
    '/insights': { visitor: ['/insights'] },
    ...{ '/insights/data': { visitor: ['/insights/data'] }, '/circulation': { visitor: ['/circulation'] } },
    '/regions': { visitor: ['/regions'] },
    '/companies/:companyId/record': { visitor: [`/companies/${companyId('craft')}/record`] },
    '/regions/:place': { visitor: ['/regions/40', '/regions/13', '/regions/06205'] },
    '/job-codes': { visitor: ['/job-codes', '/job-codes?q=原価', '/job-codes?q=ぬ'] },
    '/job-codes/changes': { visitor: ['/job-codes/changes'] },
    '/job-codes/:code/project': { nakamura: ['/job-codes/10035/project'], chiyo: ['/job-codes/10035/project'] },
    '/job-codes/:code': { visitor: ['/job-codes/10035', '/job-codes/13068', '/job-codes/12063'] },
    '/projects': {
      visitor: ['/projects', '/projects?words=提灯', '/projects?words=ぬぬぬ', '/projects?prefecture=40&over=yes'],
      tanaka: ['/projects?sort=fit'],
    },
    '/projects/:projectId': {
      visitor: each('/projects', [projects.published, projects.closed, projects.filled]),
      tanaka: each('/projects', [projects.busy]),
    },
    '/calls/new': { visitor: ['/calls/new'], nakamura: ['/calls/new?from=%2Fprojects'] },
    '/calls/asked': { visitor: ['/calls/asked?wish=morning&from=%2Fprojects'] },
    '/worries/new': { visitor: ['/worries/new'] },
    '/worries/:worryId': {
      visitor: [`/worries/${worry.id}`],
      nakamura: [...each('/worries', [town.worry.id, town.shared.undivided]), town.photographed],
    },
    '/worries/:worryId/words': { visitor: [`/worries/${worry.id}/words`] },
    '/worries/:worryId/nodes/:nodeId': {
      visitor: [`/worries/${worry.id}/nodes/${worry.work}`],
      nakamura: each(`/worries/${town.worry.id}/nodes`, [town.worry.work, town.worry.cause]),
    },
    '/worries/:worryId/questions/:question': {
      visitor: each(`/worries/${worry.id}/questions`, ['now', 'since', 'code:10035:0']),
      nakamura: [`/worries/${town.worry.id}/questions/tried?from=tree`],
    },
    '/worries/:worryId/help': { visitor: [`/worries/${worry.id}/help`] },
    '/worries/:worryId/lines/new': {
      visitor: ['', '?kind=cause', '?kind=work', '?kind=scope'].map((kind) => `/worries/${worry.id}/lines/new${kind}`),
    },
    '/worries/:worryId/sheet': {
      visitor: [`/worries/${worry.id}/sheet`],
      nakamura: [`/worries/${town.worry.id}/sheet`],
    },
    '/watches/:token/stop': { visitor: [town.stop] },
    '/watches/:token/confirmation': { visitor: town.confirmations },
    '/watches/asked': { visitor: ['/watches/asked'] },
    '/resume': { visitor: ['/resume'] },
    '/resume/:code': { visitor: [`/resume/${town.resumeCode}`] },
  }
}

function accountPages(town: Town): Record<string, Looks> {
  return {
    '/sign-in': { visitor: ['/sign-in'] },
    '/sign-in/spoken': { visitor: ['/sign-in/spoken'] },
    '/sign-in/code': { visitor: ['/sign-in/code'] },
    '/sign-in/passkey': { mori: ['/sign-in/passkey'] },
    '/me/passkeys': { mori: ['/me/passkeys'] },
    '/demo': { visitor: ['/demo'] },
    '/demo/mailbox': { visitor: ['/demo/mailbox'] },
    '/demo/mailbox/:mail': { visitor: [`/demo/mailbox/${town.mail}`] },
    '/home': { sato: ['/home'] },
    '/invitations/:token': { koga: [town.invitation], chiyo: [town.invitation] },
  }
}

function companyPages({ projects, applications, shared, talks }: Town): Record<string, Looks> {
  const own = (path: string, ids: readonly string[], rest = '') => ids.map((id) => `${craft}/${path}/${id}${rest}`)
  const draft = `${craft}/projects/${projects.draft}`
  return {
    '/companies/new': { nakamura: ['/companies/new'] },
    '/companies/:companyId': { nakamura: [craft], chiyo: [craft], sato: [`/companies/${companyId('fertiliser')}`] },
    '/companies/:companyId/details': { nakamura: [`${craft}/details`] },
    '/companies/:companyId/members': { nakamura: [`${craft}/members`], chiyo: [`${craft}/members`] },
    '/companies/:companyId/partners': { nakamura: [`${craft}/partners`] },
    '/companies/:companyId/talents': { nakamura: [`${craft}/talents?words=%E7%A6%8F%E5%B2%A1`] },
    '/companies/:companyId/talents/:talentId': {
      nakamura: own('talents', [talentId('tanaka')], `?project=${projects.ready}`),
    },
    '/companies/:companyId/scouts': { nakamura: [`${craft}/scouts`] },
    '/companies/:companyId/projects/new': {
      nakamura: ['', `?worry=${shared.undivided}`, `?worry=${shared.divided}`].map((q) => `${craft}/projects/new${q}`),
    },
    '/companies/:companyId/project-groups/:groupId': { nakamura: [shared.group], chiyo: [shared.group] },
    '/companies/:companyId/projects/:projectId': {
      nakamura: own('projects', Object.values(projects)),
      chiyo: own('projects', [projects.published]),
    },
    '/companies/:companyId/projects/:projectId/preview': {
      nakamura: own('projects', [projects.submitted], '/preview'),
    },
    '/companies/:companyId/projects/:projectId/submission': { nakamura: [`${draft}/submission`] },
    '/companies/:companyId/projects/:projectId/withdrawal': {
      nakamura: own('projects', [projects.published], '/withdrawal'),
    },
    '/companies/:companyId/projects/:projectId/draft': { nakamura: [`${draft}/draft`] },
    '/companies/:companyId/projects/:projectId/draft/:step': {
      nakamura: STEPS.map(({ step }) => `${draft}/draft/${step}`),
    },
    '/companies/:companyId/projects/:projectId/proposals': {
      nakamura: own('projects', [projects.published, projects.filled], '/proposals'),
    },
    '/companies/:companyId/projects/:projectId/applications': {
      nakamura: [
        ...own('projects', [projects.busy, projects.published], '/applications'),
        ...own('projects', [projects.busy], '/applications?stage=new'),
        ...own('projects', [projects.busy], '/applications?view=three'),
      ],
      chiyo: own('projects', [projects.busy], '/applications'),
    },
    '/companies/:companyId/projects/:projectId/questions': { nakamura: own('projects', [projects.busy], '/questions') },
    '/companies/:companyId/projects/:projectId/scores': {
      nakamura: own('projects', [projects.busy, projects.published], '/scores'),
    },
    '/companies/:companyId/projects/:projectId/declines': {
      nakamura: own('projects', [projects.busy], '/declines'),
    },
    '/companies/:companyId/talks/:talkId': { nakamura: [talks.asked, talks.proposed] },
    '/companies/:companyId/applications/:applicationId': {
      nakamura: own(
        'applications',
        Object.entries(applications).flatMap(([state, id]) => (state === 'draft' ? [] : [id])),
      ),
      chiyo: own('applications', [applications.sent]),
    },
    '/companies/:companyId/applications/:applicationId/interview': {
      nakamura: own('applications', [applications.shortlisted], '/interview'),
    },
    '/companies/:companyId/applications/:applicationId/agenda': {
      nakamura: own('applications', [applications.interview], '/agenda'),
    },
    '/companies/:companyId/applications/:applicationId/decline': {
      nakamura: own('applications', [applications.read], '/decline'),
    },
    '/companies/:companyId/applications/:applicationId/offer': {
      nakamura: own('applications', [applications.shortlisted], '/offer'),
    },
    '/companies/:companyId/applications/:applicationId/messages': {
      nakamura: own('applications', [applications.shortlisted], '/messages'),
    },
  }
}

function talentPages({ projects, applications, scout }: Town): Record<string, Looks> {
  const own = (states: readonly (keyof typeof applications)[], rest = '') => ({
    tanaka: states.map((state) => `/me/applications/${applications[state]}${rest}`),
  })
  const profile = ['employer', 'preview', 'codes', 'work', 'pace', 'place', 'wishes', 'everything', 'ready', 'cv']
  return {
    '/me': { tanaka: ['/me'], sato: ['/me'] },
    '/me/person': { tanaka: ['/me/person'] },
    '/me/profile': { tanaka: ['/me/profile'], sato: ['/me/profile'] },
    ...Object.fromEntries(profile.map((page) => [`/me/profile/${page}`, { tanaka: [`/me/profile/${page}`] }])),
    '/me/notices': { tanaka: ['/me/notices'], nakamura: ['/me/notices'], sato: ['/me/notices'] },
    '/me/notices/settings': { tanaka: ['/me/notices/settings'] },
    '/me/watches': { tanaka: ['/me/watches'], sato: ['/me/watches'] },
    '/me/ladder': { tanaka: ['/me/ladder'], sato: ['/me/ladder'] },
    '/me/main-job': { tanaka: ['/me/main-job'] },
    '/me/main-job/result': { tanaka: ['/me/main-job/result'] },
    '/me/profile/codes/:code': { tanaka: ['/me/profile/codes/10035'] },
    '/me/scouts/:scoutId': { suzuki: [`/me/scouts/${scout}`, `/me/scouts/${scout}?step=accept`] },
    '/me/proposals': { tanaka: ['/me/proposals'], sato: ['/me/proposals'] },
    '/me/projects/:projectId/application': { tanaka: [`/me/projects/${projects.published}/application`] },
    '/me/projects/:projectId/application/sending': { tanaka: [`/me/projects/${projects.ready}/application/sending`] },
    '/me/projects/:projectId/talk': {
      tanaka: [projects.published, projects.busy].map((id) => `/me/projects/${id}/talk`),
    },
    '/me/applications': { tanaka: ['/me/applications'], suzuki: ['/me/applications'] },
    '/me/applications/:applicationId': own(
      (Object.keys(applications) as (keyof typeof applications)[]).filter((state) => state !== 'draft'),
    ),
    '/me/applications/:applicationId/agenda': own(['interview'], '/agenda'),
    '/me/applications/:applicationId/answers': own(['sent'], '/answers'),
    '/me/applications/:applicationId/withdrawal': own(['read'], '/withdrawal'),
    '/me/applications/:applicationId/acceptance': own(['offered'], '/acceptance'),
    '/me/applications/:applicationId/refusal': own(['offered'], '/refusal'),
    '/me/applications/:applicationId/messages': own(['shortlisted'], '/messages'),
  }
}

function deskPages({ projects, worry, asked, photographed, desk, market }: Town): Record<string, Looks> {
  return {
    '/desk': { mori: ['/desk'], hayashi: ['/desk'] },
    '/desk/projects/:projectId': {
      mori: [projects.submitted, projects.published, projects.returned].map((id) => `/desk/projects/${id}`),
    },
    '/desk/worries/:worryId': { mori: [worry.id, asked.id].map((id) => `/desk/worries/${id}`) },
    '/desk/worries/:worryId/typing': { mori: [`/desk${photographed}/typing`] },
    '/desk/worries/:worryId/nodes/:nodeId': { mori: [`/desk/worries/${asked.id}/nodes/${asked.work}`] },
    '/desk/worries/:worryId/lines/new': { mori: [`/desk/worries/${asked.id}/lines/new`] },
    '/desk/signing-calls/:callId': { mori: [desk.asked, desk.opened], hayashi: [desk.opened] },
    '/desk/reports/:reportId': { mori: [desk.report] },
    '/desk/people': { mori: ['/desk/people'] },
    '/desk/letters/:letterId': { mori: [desk.letter] },
    '/desk/people/new': { mori: ['/desk/people/new'] },
    '/desk/people/:accountId': { mori: [desk.person] },
    '/desk/people/:accountId/code': { mori: [`${desk.person}/code`] },
    '/desk/calls': { mori: ['/desk/calls'] },
    '/desk/market': { mori: ['/desk/market', '/desk/market?done=run'] },
    '/desk/market/findings': { mori: ['/desk/market/findings', '/desk/market/findings?done=asked'] },
    '/desk/market/predictions/:predictionId': { mori: [market.predicted, market.waiting] },
    '/desk/market/trials': { mori: ['/desk/market/trials'] },
    '/desk/market/trials/:trialId': { mori: [...market.trials, `${market.trials[1]}?done=begun`] },
    '/desk/market/trials/:trialId/ending': { mori: market.trials.slice(0, 2).map((own) => `${own}/ending`) },
    '/desk/job-codes': { hayashi: ['/desk/job-codes'] },
  }
}
