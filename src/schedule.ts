import { SYSTEM } from './accounts/actions/mailing.ts'
import { forgetCodes, sendCode, tellIdentity, tellPasskey } from './accounts/jobs.ts'
import { callOffApart, coverTalk, remindOfAskedTalks, remindOfTalks, tellTalk } from './applications/jobs/talks.ts'
import { fillWhenTaken, lapse, remind, remindOfInterviews, tellApplication } from './applications/jobs.ts'
import { draft, draftOfProject, drop, revoke, settle, tellCase } from './cases/jobs.ts'
import * as challenges from './challenges/jobs.ts'
import { renewCompanyKeys, sendInvitation, tellChanged, tellEnded, tellJoined, tellVerified } from './companies/jobs.ts'
import { endOnDay, open, seal } from './contracts/jobs/sealing.ts'
import { tellContract } from './contracts/jobs/telling.ts'
import * as desk from './desk/jobs.ts'
import {
  askToConfirm as askToConfirmRegistration,
  followUp,
  forgetEvents,
  holdEvents,
  lapseOffers,
  remindOfEvents,
  tellAgain,
  tellAll,
  tellRegistration,
} from './events/jobs.ts'
import { keepFlow, makeDueRelease } from './insights/jobs.ts'
import { askCommended, remindOfCommendations, tellAlumni, tellCommended } from './ladder/jobs.ts'
import { asActor } from './lib/db.ts'
import type { JobDeps, JobHandler } from './lib/job.ts'
import type { Handlers } from './lib/jobs.ts'
import { close as closeSession, sendCode as sendCallCode, tell as tellMandate } from './mandates/jobs.ts'
import {
  findFromShown,
  keepMarket,
  learnTexts,
  makeLists,
  predictLists,
  propose,
  readNewTexts,
  tend,
} from './matching/jobs.ts'
import { tellDecided, tellMessage } from './messages/jobs.ts'
import { offerLine, pushWaiting } from './notices/jobs/line.ts'
import { forget as forgetNotices, mailWaiting } from './notices/jobs.ts'
import { tellPartner, tellSuggested } from './partners/jobs.ts'
import { tellAnswered, tellApproval, tellChosen, tellPaperPhoto, tellUnreadable } from './projects/jobs/papers.ts'
import { remindOfQuestions, tellQuestion } from './projects/jobs/questions.ts'
import { forgetDraftCopies, tellReadBack } from './projects/jobs/read-back.ts'
import { closeDue, tellCompany } from './projects/jobs.ts'
import * as referrals from './referrals/jobs.ts'
import { followersOf } from './schedule/followers.ts'
import { tellRefusal, tellScout } from './scouts/jobs.ts'
import { release, remindOfGrants, tellGrant } from './subsidies/jobs.ts'
import { renewTalentKeys, tellHidden, tellPublished } from './talents/jobs.ts'
import { askToConfirm, collectHits, forget, tellDue, tellWatch } from './watches/jobs.ts'
import { openReviews, tellWork } from './works/jobs.ts'

/** Every job there is. */
const JOBS: Readonly<Record<string, JobHandler>> = {
  'accounts.forgetCodes': forgetCodes,
  'accounts.sendCode': sendCode,
  'accounts.tellIdentity': tellIdentity,
  'accounts.tellPasskey': tellPasskey,
  'applications.fillWhenTaken': fillWhenTaken,
  'applications.lapse': lapse,
  'applications.remind': remind,
  'applications.tell': tellApplication,
  'applications.callOffApart': callOffApart,
  'applications.tellTalk': tellTalk,
  'applications.coverTalk': coverTalk,
  'applications.remindOfInterviews': remindOfInterviews,
  'applications.remindOfTalks': remindOfTalks,
  'applications.remindOfAskedTalks': remindOfAskedTalks,
  'challenges.deleteOldWorries': challenges.deleteOldWorries,
  'challenges.dropPhoto': challenges.dropPhoto,
  'challenges.lapseSheets': challenges.lapseSheets,
  'challenges.tellAnswered': challenges.tellAnswered,
  'challenges.tellDialogue': challenges.tellDialogue,
  'challenges.tellHelp': challenges.tellHelp,
  'challenges.tellOwner': challenges.tellOwner,
  'challenges.tellPhoto': challenges.tellPhoto,
  'challenges.tellTyped': challenges.tellTyped,
  'companies.renewKeys': renewCompanyKeys,
  'companies.sendInvitation': sendInvitation,
  'companies.tellChanged': tellChanged,
  'companies.tellEnded': tellEnded,
  'companies.tellJoined': tellJoined,
  'companies.tellVerified': tellVerified,
  'cases.draft': draft,
  'cases.draftOfProject': draftOfProject,
  'cases.drop': drop,
  'cases.revoke': revoke,
  'cases.settle': settle,
  'cases.tell': tellCase,
  'contracts.open': open,
  'contracts.seal': seal,
  'contracts.endOnDay': endOnDay,
  'contracts.tell': tellContract,
  'events.askToConfirm': askToConfirmRegistration,
  'events.followUp': followUp,
  'events.forget': forgetEvents,
  'events.hold': holdEvents,
  'events.lapseOffers': lapseOffers,
  'events.remind': remindOfEvents,
  'events.tell': tellRegistration,
  'events.tellAgain': tellAgain,
  'events.tellAll': tellAll,
  'insights.keepFlow': keepFlow,
  'insights.makeRelease': makeDueRelease,
  'ladder.tellAlumni': tellAlumni,
  'ladder.askCommended': askCommended,
  'ladder.remindOfCommendations': remindOfCommendations,
  'ladder.tellCommended': tellCommended,
  'matching.propose': propose,
  'matching.keepMarket': keepMarket,
  'matching.makeLists': makeLists,
  'matching.predict': predictLists,
  'matching.find': findFromShown,
  'matching.readTexts': readNewTexts,
  'matching.learnTexts': learnTexts,
  'matching.tendTrials': tend,
  'messages.tell': tellMessage,
  'messages.tellDecided': tellDecided,
  'desk.tellCall': desk.tellCall,
  'desk.tellReported': desk.tellReported,
  'desk.tellRunnerUp': desk.tellRunnerUp,
  'desk.tellSigningCall': desk.tellSigningCall,
  'desk.tellSubmitted': desk.tellSubmitted,
  'partners.tell': tellPartner,
  'partners.tellSuggested': tellSuggested,
  'projects.closeDue': closeDue,
  'projects.remindOfQuestions': remindOfQuestions,
  'projects.tellCompany': tellCompany,
  'projects.forgetDraftCopies': forgetDraftCopies,
  'projects.tellAnswered': tellAnswered,
  'projects.tellApproval': tellApproval,
  'projects.tellChosen': tellChosen,
  'projects.tellPaperPhoto': tellPaperPhoto,
  'projects.tellQuestion': tellQuestion,
  'projects.tellReadBack': tellReadBack,
  'projects.tellUnreadable': tellUnreadable,
  'mandates.close': closeSession,
  'mandates.sendCode': sendCallCode,
  'mandates.tell': tellMandate,
  'referrals.askCompany': referrals.askCompany,
  'referrals.forget': referrals.forget,
  'referrals.tellDesk': referrals.tellDesk,
  'referrals.tellHandover': referrals.tellHandover,
  'referrals.tellPartner': referrals.tellPartner,
  'scouts.tell': tellScout,
  'scouts.tellRefusal': tellRefusal,
  'subsidies.release': release,
  'subsidies.remind': remindOfGrants,
  'subsidies.tell': tellGrant,
  'talents.renewKeys': renewTalentKeys,
  'talents.tellPublished': tellPublished,
  'talents.tellHidden': tellHidden,
  'notices.forget': forgetNotices,
  'notices.mail': mailWaiting,
  'notices.offerLine': offerLine,
  'notices.push': pushWaiting,
  'watches.askToConfirm': askToConfirm,
  'watches.collect': collectHits,
  'watches.forgetUnconfirmed': forget,
  'watches.tell': tellWatch,
  'watches.tellDue': tellDue,
  'works.openReviews': openReviews,
  'works.tell': tellWork,
}

/** The jobs as the worker runs them. `history.follow` hands an act on to its followers. */
export function handlersOf(deps: JobDeps): Handlers {
  const follow: JobHandler = async ({ db, jobs }, payload) => {
    const followers = followersOf(payload)
    if (followers.length === 0) return
    await asActor(db, SYSTEM, null, async (tx) => {
      for (const name of followers) await jobs.enqueue(tx, name, payload, { key: String(payload.id) })
    })
    jobs.nudge()
  }
  const all: Readonly<Record<string, JobHandler>> = { ...JOBS, 'history.follow': follow }
  return Object.fromEntries(
    Object.entries(all).map(
      ([name, handler]) => [name, (payload) => handler(deps, payload)] satisfies [string, Handlers[string]],
    ),
  )
}
