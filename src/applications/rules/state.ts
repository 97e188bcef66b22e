import { telephoneNumber } from '../../lib/ids.ts'
import { undoUntil } from '../../lib/undo.ts'
import type { Application } from '../schema.ts'

export type State =
  | 'draft'
  | 'sent'
  | 'read'
  | 'shortlisted'
  | 'interview'
  | 'offered'
  | 'accepted'
  | 'declined'
  | 'withdrawn'
  | 'lapsed'

/** The dated facts that an application's state follows from. */
export type Dated = Pick<
  Application,
  | 'sentAt'
  | 'readAt'
  | 'shortlistedAt'
  | 'interviewAt'
  | 'offeredAt'
  | 'acceptedAt'
  | 'declinedAt'
  | 'withdrawnAt'
  | 'lapsedAt'
>

/** Where a company finds an application. */
export function companyPath({ companyId, id }: Pick<Application, 'companyId' | 'id'>): string {
  return `/companies/${companyId}/applications/${id}`
}

/** The page of an application for one of its two sides. */
export function pathFor(side: Side, application: Pick<Application, 'companyId' | 'id'>): string {
  return side === 'company' ? companyPath(application) : `/me/applications/${application.id}`
}

/** Undoing an act clears its fact: the facts are those that still hold. At most one of the four ends is set. */
export function stateOf(application: Dated): State {
  if (application.withdrawnAt) return 'withdrawn'
  if (application.acceptedAt) return 'accepted'
  if (application.declinedAt) return 'declined'
  if (application.lapsedAt) return 'lapsed'
  if (application.offeredAt) return 'offered'
  if (application.interviewAt) return 'interview'
  if (application.shortlistedAt) return 'shortlisted'
  if (application.readAt) return 'read'
  return application.sentAt ? 'sent' : 'draft'
}

export type Side = 'company' | 'talent'

export type Transition = {
  /** The name in history. */
  readonly act: string
  readonly from: readonly State[]
  readonly who: Side | 'system'
  /** The state afterwards; 'same' when only the content changes, 'before' when an act is undone. */
  readonly effect: State | 'same' | 'before'
}

const CHOOSING: readonly State[] = ['sent', 'read', 'shortlisted', 'interview']

/** Everything that can happen to an application that is there. */
export const TRANSITIONS = [
  { act: 'application.sent', from: ['draft'], who: 'talent', effect: 'sent' },
  { act: 'application.corrected', from: ['sent'], who: 'talent', effect: 'same' },
  { act: 'application.withdrawn', from: CHOOSING, who: 'talent', effect: 'withdrawn' },
  { act: 'application.restored', from: ['withdrawn'], who: 'talent', effect: 'before' },
  { act: 'application.read', from: ['sent'], who: 'company', effect: 'read' },
  { act: 'application.named', from: ['sent', 'read', 'shortlisted'], who: 'company', effect: 'same' },
  { act: 'application.put-off', from: ['sent', 'read'], who: 'company', effect: 'read' },
  { act: 'application.passed-over', from: ['sent', 'read'], who: 'company', effect: 'read' },
  { act: 'application.reconsidered', from: ['read'], who: 'company', effect: 'same' },
  { act: 'application.shortlisted', from: ['sent', 'read'], who: 'company', effect: 'shortlisted' },
  { act: 'application.unshortlisted', from: ['shortlisted'], who: 'company', effect: 'before' },
  { act: 'application.interview-proposed', from: CHOOSING, who: 'company', effect: 'interview' },
  { act: 'application.interview-chosen', from: ['interview'], who: 'talent', effect: 'same' },
  { act: 'application.interview-move-asked', from: ['interview'], who: 'talent', effect: 'same' },
  { act: 'application.declined', from: CHOOSING, who: 'company', effect: 'declined' },
  { act: 'application.undeclined', from: ['declined'], who: 'company', effect: 'before' },
  { act: 'application.runner-up-marked', from: ['declined'], who: 'company', effect: 'same' },
  { act: 'application.runner-up-unmarked', from: ['declined'], who: 'company', effect: 'same' },
  { act: 'application.offered', from: CHOOSING, who: 'company', effect: 'offered' },
  { act: 'application.unoffered', from: ['offered'], who: 'company', effect: 'before' },
  { act: 'application.accepted', from: ['offered'], who: 'talent', effect: 'accepted' },
  { act: 'application.refused', from: ['offered'], who: 'talent', effect: 'withdrawn' },
  { act: 'application.lapsed', from: ['offered'], who: 'system', effect: 'lapsed' },
] as const satisfies readonly Transition[]

export type ApplicationAct = (typeof TRANSITIONS)[number]['act']

export function transitionOf(act: ApplicationAct): Transition {
  return TRANSITIONS.find((transition) => transition.act === act)!
}

/** May this be done to an application in this state at all? */
export function canBe(act: ApplicationAct, application: Dated): boolean {
  return transitionOf(act).from.includes(stateOf(application))
}

/** What one side may do now: the buttons of its page. */
export function actsOpenTo(side: Side, application: Dated): ApplicationAct[] {
  const state = stateOf(application)
  return TRANSITIONS.filter(({ who, from }) => who === side && (from as readonly State[]).includes(state)).map(
    ({ act }) => act,
  )
}

/** Is the company's promised answer still to come? */
export function isUnanswered(application: Dated): boolean {
  return ['sent', 'read'].includes(stateOf(application))
}

/** Sent and not at one of its ends. */
export function isLive(application: Dated): boolean {
  return [...CHOOSING, 'offered'].includes(stateOf(application))
}

/** Contact details stay covered until the company has said that it wants this person. */
export function mayShareContacts(application: Dated): boolean {
  return ['offered', 'accepted'].includes(stateOf(application))
}

/** Days after which an offer without an answer comes to its end. */
export const LAPSE_DAYS = 14
/** Applications somebody may send in a calendar month. */
export const MONTHLY_CAP = 20

/** The fact that an act of undoing clears. */
const UNDONE = {
  'application.restored': 'withdrawnAt',
  'application.unshortlisted': 'shortlistedAt',
  'application.undeclined': 'declinedAt',
  'application.unoffered': 'offeredAt',
} as const satisfies Partial<Record<ApplicationAct, keyof Dated>>
export type UndoAct = keyof typeof UNDONE

export function undoneFact(act: UndoAct): (typeof UNDONE)[UndoAct] {
  return UNDONE[act]
}

/** Can the company's or the person's last act still be taken back? A withdrawal only while nobody had read the words. */
export function canUndo(act: UndoAct, application: Dated, now: Date): boolean {
  if (!canBe(act, application)) return false
  if (act === 'application.restored' && application.readAt) return false
  return now < undoUntil(application[UNDONE[act]]!)
}

/** What one side can take back now, if anything. */
export function undoOpenTo(side: Side, application: Dated, now: Date): UndoAct | null {
  const acts = Object.keys(UNDONE) as UndoAct[]
  return acts.find((act) => transitionOf(act).who === side && canUndo(act, application, now)) ?? null
}

/**
 * As the person may know it: a refusal that the company can still take back has not been said yet.
 */
export function asToldToTalent<T extends Dated & Pick<Application, 'declineReason' | 'runnerUpAt'>>(
  application: T,
  now: Date,
): T {
  const marked = canUnmark(application, now) ? { ...application, runnerUpAt: null } : application
  if (!canUndo('application.undeclined', application, now)) return marked
  return { ...marked, declinedAt: null, declineReason: null }
}

/** Until the person is asked, a company may think again of whom it marked as runner-up. */
export function canUnmark({ runnerUpAt }: Pick<Application, 'runnerUpAt'>, now: Date): boolean {
  return runnerUpAt !== null && now < undoUntil(runnerUpAt)
}

/** The number by which people call it on the telephone: 応募 5001-4. */
export function applicationNumber(application: Pick<Application, 'number'>): string {
  return `応募 ${telephoneNumber(application.number)}`
}
