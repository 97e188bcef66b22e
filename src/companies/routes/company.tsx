import { waitingForCompany } from '../../applications/queries/applications.ts'
import { answerFigures } from '../../applications/queries/promises.ts'
import { liveTalksOf } from '../../applications/queries/talks.ts'
import { storiesToAnswer } from '../../cases/queries/stories.ts'
import { waitingDialogues } from '../../challenges/queries/dialogues.ts'
import { worriesOfCompany } from '../../challenges/queries.ts'
import { contractsOfCompany } from '../../contracts/queries/lists.ts'
import { ComparedWithOthers } from '../../insights/pages/usual.tsx'
import { ownBeside } from '../../insights/queries/posted.ts'
import { found } from '../../lib/web/errors.ts'
import { mayDo, reader, seesPeople } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { unconfirmedIn } from '../../mandates/queries/entries.ts'
import { unreadOfCompany } from '../../messages/queries.ts'
import { groupsOfCompany } from '../../projects/queries/groups.ts'
import { projectsOfCompany } from '../../projects/queries/projects.ts'
import { openQuestionsOf } from '../../projects/queries/questions.ts'
import { grantsWithCompany } from '../../subsidies/queries/grants.ts'
import { ownReviews, unconfirmedOf } from '../../works/queries/works.ts'
import { CompanyHome } from '../pages/home.tsx'
import { companyOf } from '../queries.ts'
import { forTasks, partsOf, waitsOf } from './waits.ts'

/** The home of a company: what waits for it, and everything it has going. */
export const home: Route[] = [
  get('/companies/:companyId', reader('companyId'), async (call) => {
    const id = call.id('companyId')
    const { company, beside, ...things } = await call.read(async (tx) => ({
      company: found(await companyOf(tx, id)),
      worries: await worriesOfCompany(tx, id),
      projects: await projectsOfCompany(tx, id),
      groups: await groupsOfCompany(tx, id),
      applications: await waitingForCompany(tx, id),
      questions: await openQuestionsOf(tx, id),
      talks: await liveTalksOf(tx, id, call.now),
      threads: await unreadOfCompany(tx, id),
      contracts: await contractsOfCompany(tx, id),
      entered: await unconfirmedIn(tx, id),
      dialogues: await waitingDialogues(tx, id),
      grants: await grantsWithCompany(tx, id),
      stories: await storiesToAnswer(tx, { side: 'company', companyId: id }),
      months: await unconfirmedOf(tx, id),
      reviews: await ownReviews(tx, { side: 'company', companyId: id }),
      beside: await ownBeside(tx, id),
    }))
    // The same that everybody reads on its record.
    const answers = await call.readAsSystem((tx) => answerFigures(tx, id, call.now))
    return call.page(
      <CompanyHome
        company={company}
        waits={waitsOf(id, forTasks(things, call.who), call.now)}
        parts={partsOf(id, things)}
        mayWrite={call.who.role !== 'viewer'}
        posts={mayDo(call.who, 'post')}
        seesPeople={seesPeople(call.who)}
        founded={call.query('done') === 'founded'}
        compared={<ComparedWithOthers {...beside} answers={answers} />}
      />,
    )
  }),
]
