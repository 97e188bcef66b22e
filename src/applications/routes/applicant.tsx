import { membersOf } from '../../accounts/queries/members.ts'
import type { Tx } from '../../lib/db.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { mayDo } from '../../lib/web/guard.ts'
import { Thread } from '../../messages/pages/thread.tsx'
import { closedNow } from '../../messages/queries/closing.ts'
import { watchingAgreed } from '../../messages/queries/watching.ts'
import { messagesOf } from '../../messages/queries.ts'
import { threadFor } from '../../messages/rules/thread.ts'
import { projectOfCompany } from '../../projects/queries/projects.ts'
import { BegunByScout } from '../../scouts/pages/own.tsx'
import { scoutBehind } from '../../scouts/queries.ts'
import { applicantForCompany } from '../../talents/queries/shown.ts'
import { ApplicantPage } from '../pages/applicant.tsx'
import { Inside, type InsideBack } from '../pages/inside.tsx'
import { applicationOfCompany, contractIdOf, interviewOf } from '../queries/applications.ts'
import { assessmentsOf, assessorsOf, criteriaOf, notesOf, scoringRoundOf } from '../queries/scoring.ts'
import { selectionOf } from '../queries/selections.ts'
import { isNamed } from '../rules/choosing.ts'
import { inForce } from '../rules/scoring.ts'
import { applicationNumber, canBe, companyPath, stateOf } from '../rules/state.ts'
import type { Application } from '../schema.ts'

/** One applicant as the company sees them, with what it keeps for itself. `back`: one of its own forms that did not fit. */
export async function showApplicant(call: Call, back?: InsideBack): Promise<Response> {
  const mayAct = mayDo(call.who, 'choose')
  const { application, lines, closed, agreedAt, inside, scout, ...rest } = await call.read(async (tx) => {
    const application = found(await applicationOfCompany(tx, call.id('companyId'), call.id('applicationId')))
    const { companyId, talentId } = application
    const shown = stateOf(application) !== 'withdrawn'
    const selection = await selectionOf(tx, application.id)
    const named = isNamed(application, selection)
    const profile = (shown && (await applicantForCompany(tx, companyId, talentId))) || null
    return {
      application,
      project: found(await projectOfCompany(tx, companyId, application.projectId)),
      profile: profile && { ...profile, name: named ? profile.name : null },
      canName: !named && profile?.name != null && canBe('application.named', application),
      interview: await interviewOf(tx, application.id),
      contractId: await contractIdOf(tx, application.id),
      lines: threadFor('company', application, await messagesOf(tx, application.id)),
      closed: await closedNow(tx, application.id),
      agreedAt: await watchingAgreed(tx, call.accountId),
      scout: await scoutBehind(tx, application),
      inside: { selection, ...(await insideOf(tx, application, call.now)) },
    }
  })
  const home = companyPath(application)
  const own = call.accountId
  return call.page(
    <ApplicantPage
      {...{ application, mayAct, now: call.now, ...rest }}
      thread={
        <>
          {scout && <BegunByScout words={scout.words} of="company" />}
          <Thread {...{ application, lines, closed, agreedAt, mayAct, home }} side="company" />
        </>
      }
      inside={<Inside {...{ application, mayAct, own, back, ...inside }} />}
    />,
    { reference: applicationNumber(application), status: back ? 422 : 200 },
  )
}

async function insideOf(tx: Tx, { id, companyId, projectId }: Application, now: Date) {
  const given = await assessmentsOf(tx, projectId)
  return {
    notes: await notesOf(tx, id, now),
    criteria: inForce(await criteriaOf(tx, projectId)),
    given: given.filter(({ applicationId }) => applicationId === id),
    givenCount: (await assessorsOf(tx, id)).length,
    opened: (await scoringRoundOf(tx, projectId)) !== null,
    nameOf: await namesIn(tx, companyId),
  }
}

/** How colleagues call each other. */
export async function namesIn(tx: Tx, companyId: string): Promise<(accountId: string) => string> {
  const names = new Map((await membersOf(tx, companyId)).map((one) => [one.accountId, one.name ?? one.email]))
  return (accountId) => `${names.get(accountId) ?? 'いまはいない方'}${names.has(accountId) ? 'さん' : ''}`
}
