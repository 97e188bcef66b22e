import { SYSTEM } from './accounts/actions/mailing.ts'
import { sendCode, tellIdentity, tellPasskey } from './accounts/jobs.ts'
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
import { tellAlumni } from './ladder/jobs.ts'
import { asActor } from './lib/db.ts'
import type { JobDeps, JobHandler } from './lib/job.ts'
import type { Handlers, Payload } from './lib/jobs.ts'
import { close as closeSession, sendCode as sendCallCode, tell as tellMandate } from './mandates/jobs.ts'
import { findFromShown, keepMarket, makeLists, predictLists, propose, readNewTexts, tend } from './matching/jobs.ts'
import { tellDecided, tellMessage } from './messages/jobs.ts'
import { offerLine, pushWaiting } from './notices/jobs/line.ts'
import { forget as forgetNotices, mailWaiting } from './notices/jobs.ts'
import { tellPartner, tellSuggested } from './partners/jobs.ts'
import { tellAnswered, tellChosen, tellPaperPhoto, tellUnreadable } from './projects/jobs/papers.ts'
import { remindOfQuestions, tellQuestion } from './projects/jobs/questions.ts'
import { forgetDraftCopies, tellReadBack } from './projects/jobs/read-back.ts'
import { closeDue, tellCompany } from './projects/jobs.ts'
import * as referrals from './referrals/jobs.ts'
import { tellRefusal, tellScout } from './scouts/jobs.ts'
import { release, remindOfGrants, tellGrant } from './subsidies/jobs.ts'
import { renewTalentKeys, tellHidden, tellPublished } from './talents/jobs.ts'
import { askToConfirm, collectHits, forget, tellDue, tellWatch } from './watches/jobs.ts'
import { openReviews, tellWork } from './works/jobs.ts'

/** Every job there is. */
const JOBS: Readonly<Record<string, JobHandler>> = {
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
  'insights.keepFlow': keepFlow,
  'ladder.tellAlumni': tellAlumni,
  'events.askToConfirm': askToConfirmRegistration,
  'events.followUp': followUp,
  'events.forget': forgetEvents,
  'events.hold': holdEvents,
  'events.lapseOffers': lapseOffers,
  'events.remind': remindOfEvents,
  'events.tell': tellRegistration,
  'events.tellAgain': tellAgain,
  'events.tellAll': tellAll,
  'insights.makeRelease': makeDueRelease,
  'matching.propose': propose,
  'matching.keepMarket': keepMarket,
  'matching.makeLists': makeLists,
  'matching.predict': predictLists,
  'matching.find': findFromShown,
  'matching.readTexts': readNewTexts,
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
  ...{ 'projects.tellChosen': tellChosen, 'projects.tellAnswered': tellAnswered },
  ...{ 'projects.tellPaperPhoto': tellPaperPhoto, 'projects.tellUnreadable': tellUnreadable },
  ...{ 'projects.tellReadBack': tellReadBack, 'projects.forgetDraftCopies': forgetDraftCopies },
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
  'projects.tellQuestion': tellQuestion,
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

/** Who follows what: an act of history → the jobs that come after it, one each. */
const FOLLOWERS: Readonly<Record<string, readonly string[]>> = {
  'identity.added': ['accounts.tellIdentity'],
  'passkey.added': ['accounts.tellPasskey'],
  'company.verified': ['companies.tellVerified'],
  'company.unverified': ['companies.tellVerified'],
  'invitation.accepted': ['companies.tellJoined'],
  'invitation.made': ['companies.sendInvitation'],
  'membership.changed': ['companies.tellChanged'],
  'membership.ended': ['companies.tellEnded'],
  'application.accepted': ['applications.tell', 'applications.fillWhenTaken', 'contracts.open'],
  'application.sent': ['applications.tell'],
  'application.withdrawn': ['applications.tell'],
  'application.read': ['applications.tell'],
  'application.shortlisted': ['applications.tell'],
  'application.interview-proposed': ['applications.tell'],
  'application.interview-chosen': ['applications.tell'],
  'application.interview-move-asked': ['applications.tell'],
  'application.declined': ['applications.tell'],
  'application.runner-up-marked': ['applications.tell'],
  'application.offered': ['applications.tell'],
  'application.unoffered': ['applications.tell'],
  'application.refused': ['applications.tell'],
  'application.lapsed': ['applications.tell'],
  'pair.blocked': ['applications.callOffApart'],
  'talent.employer-answered': ['applications.callOffApart'],
  'talk.asked': ['applications.tellTalk'],
  'talk.proposed': ['applications.tellTalk'],
  'talk.chosen': ['applications.tellTalk'],
  'talk.move-asked': ['applications.tellTalk'],
  'talk.declined': ['applications.tellTalk', 'applications.coverTalk'],
  'talk.cancelled': ['applications.tellTalk', 'applications.coverTalk'],
  'message.sent': ['messages.tell'],
  'report.made': ['desk.tellReported'],
  'report.decided': ['messages.tellDecided'],
  'alumni.written-to': ['ladder.tellAlumni'],
  'contract.drafted': ['contracts.tell'],
  'contract.proposed': ['contracts.tell'],
  'contract.returned': ['contracts.tell'],
  'contract.signed': ['contracts.tell'],
  'contract.agreed': ['contracts.seal'],
  'contract.sealed': ['contracts.tell', 'insights.keepFlow'],
  'contract.dropped': ['contracts.tell'],
  'contract.notice-given': ['contracts.tell'],
  'contract.finish-proposed': ['contracts.tell'],
  'contract.ended': ['contracts.tell', 'insights.keepFlow'],
  'contract.ended-early': ['contracts.tell', 'insights.keepFlow'],
  'month.reported': ['works.tell'],
  'visit.planned': ['works.tell'],
  'visit.agreed': ['works.tell'],
  'visit.cancelled': ['works.tell'],
  'month.confirmed': ['works.tell'],
  'handover.written': ['works.tell', 'insights.keepFlow'],
  'event.moved': ['events.tellAll'],
  'event.called-off': ['events.tellAll'],
  'event.held': ['events.followUp'],
  'registration.asked': ['events.askToConfirm'],
  'registration.made': ['events.tell'],
  'registration.confirmed': ['events.tell'],
  'registration.offered': ['events.tell'],
  'registration.accepted': ['events.tell'],
  'registration.chosen': ['events.tell'],
  'registration.refused': ['events.tell'],
  'registration.lapsed': ['events.tell'],
  'registration.cancelled': ['events.tell'],
  'review.submitted': ['works.tell', 'cases.draft', 'insights.keepFlow'],
  'review.opened': ['works.tell', 'cases.draft'],
  'case.drafted': ['cases.tell'],
  'case.edited': ['cases.tell'],
  'case.chosen': ['cases.tell'],
  'story.written': ['cases.tell'],
  'story.agreed': ['cases.tell'],
  'story.published': ['cases.tell'],
  'case.published': ['cases.tell'],
  'case.withdrawn': ['cases.tell', 'cases.revoke'],
  'programme.suggested': ['partners.tellSuggested'],
  'consent.revoked': ['partners.tell'],
  'consent.restored': ['partners.tell'],
  'handover.given': ['referrals.tellHandover'],
  'handover.received': ['referrals.tellHandover'],
  'referral.opened': ['referrals.askCompany'],
  'referral.signed': ['referrals.askCompany', 'referrals.tellDesk'],
  'referral.agreed': ['referrals.tellDesk', 'referrals.tellPartner'],
  'referral.called': ['referrals.tellPartner'],
  'referral.dropped': ['referrals.tellPartner'],
  'referral.declined': ['referrals.tellPartner'],
  'referral.revoked': ['referrals.tellPartner'],
  'referral.restored': ['referrals.tellPartner'],
  'runner-up.suggested': ['desk.tellRunnerUp'],
  'scout.sent': ['scouts.tell'],
  'scout.refused': ['scouts.tellRefusal'],
  'grant.applied': ['subsidies.tell'],
  'grant.decided': ['subsidies.tell'],
  'grant.withdrawn': ['subsidies.tell', 'subsidies.release'],
  'talent.published': ['talents.tellPublished'],
  'talent.hidden': ['talents.tellHidden'],
  'consultation.asked': ['desk.tellCall'],
  'dialogue.handed': ['challenges.tellDialogue'],
  'dialogue.taken': ['challenges.tellDialogue'],
  'dialogue.declined': ['challenges.tellDialogue'],
  'dialogue.withdrawn': ['challenges.tellDialogue'],
  'worry.help-asked': ['challenges.tellHelp'],
  'worry.help-finished': ['challenges.tellOwner'],
  'photo.sent': ['challenges.tellPhoto'],
  'worry.typed': ['challenges.tellTyped'],
  'worry.unreadable': ['challenges.tellTyped'],
  'signing-call.asked': ['desk.tellSigningCall'],
  'market.prediction-asked': ['matching.predict'],
  'market.run-asked': ['matching.makeLists'],
  'market.cleared': ['matching.find'],
  'market.findings-asked': ['matching.find'],
  'market.weights-taken': ['matching.makeLists'],
  'market.trial-begun': ['matching.makeLists'],
  'market.trial-ended': ['matching.makeLists', 'matching.tendTrials'],
  'question.asked': ['projects.tellQuestion'],
  'question.answered': ['projects.tellQuestion'],
  'question.declined': ['projects.tellQuestion'],
  'watch.asked': ['watches.askToConfirm'],
  'mandate.given': ['mandates.tell'],
  'mandate.revoked': ['mandates.tell'],
  'mandate.restored': ['mandates.tell'],
  'assisted-session.ended': ['projects.tellReadBack'],
  'project.submitted': ['projects.tellCompany', 'desk.tellSubmitted'],
  'project.recalled': ['projects.tellCompany'],
  'project.returned': ['projects.tellCompany'],
  'project.published': ['projects.tellCompany', 'matching.propose', 'watches.collect'],
  'project.retracted': ['projects.tellCompany'],
  'project.closed': ['projects.tellCompany'],
  'project.reopened': ['projects.tellCompany', 'matching.propose', 'watches.collect', 'cases.drop'],
  'project.unfilled': ['projects.tellCompany', 'cases.draftOfProject'],
  'project.withdrawn': ['projects.tellCompany', 'cases.draftOfProject'],
  'project.restored': ['projects.tellCompany', 'cases.drop'],
}

/** An act that nobody follows needs no job; whoever opens the jobs says so. */
export const isUnfollowed = (name: string, { act }: Payload) => name === 'history.follow' && !FOLLOWERS[String(act)]

/** The jobs as the worker runs them. `history.follow` hands an act on to its followers. */
export function handlersOf(deps: JobDeps): Handlers {
  const follow: JobHandler = async ({ db, jobs }, payload) => {
    const followers = FOLLOWERS[String(payload.act)] ?? []
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
