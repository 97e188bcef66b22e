import { eq } from 'drizzle-orm'
import { type Addressee, asSystem, SYSTEM, sendLetters } from '../accounts/actions/mailing.ts'
import { accountOf, addressesOf } from '../accounts/queries.ts'
import { operatorAddresses } from '../desk/queries.ts'
import { readAs, type Tx } from '../lib/db.ts'
import type { JobHandler } from '../lib/job.ts'
import { deleteUnclaimed } from './actions/deletion.ts'
import { lapseDialogues } from './actions/dialogues.ts'
import { dropPhoto as dropPhotoForGood } from './actions/photos.ts'
import {
  answeredLetter,
  dialogueLetter,
  dialogueNewsLetter,
  helpAskedLetter,
  helpFinishedLetter,
  photoLetter,
  typedLetter,
} from './mails.ts'
import { worryToType } from './queries/photos.ts'
import { nameOfAsked } from './queries/together.ts'
import { DIALOGUE_WORDS, stateOfDialogue } from './rules/dialogue-state.ts'
import { homeOf } from './rules/sides.ts'
import { dialogues, type Worry, worries, worryPhotos } from './schema.ts'

/** Every hour: what was written without an account is not kept for ever. */
export const deleteOldWorries: JobHandler = async (deps) => asSystem(deps, deleteUnclaimed)

/** Every hour: a sheet that no company answered is not kept. */
export const lapseSheets: JobHandler = async (deps) => asSystem(deps, lapseDialogues)

/** A sheet was handed to a company, or what became of it: the other side hears of it, and no word of what stands in it. */
export const tellDialogue: JobHandler = async (deps, { id, act, subjectId }) => {
  const told = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [dialogue] = await tx
      .select()
      .from(dialogues)
      .where(eq(dialogues.id, String(subjectId)))
    if (!dialogue) return null
    const { partnerId, companyId, handedBy } = dialogue
    const isHanded = act === 'dialogue.handed'
    if (isHanded && stateOfDialogue(dialogue) !== 'waiting') return null
    const people = isHanded
      ? await addressesOf(tx, companyId, { role: 'owner' })
      : (await addressesOf(tx, partnerId)).filter(({ accountId }) => accountId === handedBy)
    return { dialogue, people, partner: await nameOfAsked(tx, partnerId), isHanded }
  })
  if (!told) return
  const { dialogue, people, partner, isHanded } = told
  const root = deps.config.publicUrl
  const letter = isHanded
    ? dialogueLetter(partner, `${root}/companies/${dialogue.companyId}/dialogues/${dialogue.id}`)
    : dialogueNewsLetter(DIALOGUE_WORDS[stateOfDialogue(dialogue)], `${root}/partners/${dialogue.partnerId}/dialogues`)
  await sendLetters(deps, people, String(id), letter)
}

/** A photo was taken away half an hour ago, and nobody put it back. */
export const dropPhoto: JobHandler = async (deps, { photoId }) =>
  asSystem(deps, (act) => dropPhotoForGood(act, String(photoId)))

/** Somebody asked to look at a worry together: the desk or the partner hears of it, unless that was ended meanwhile. */
export const tellHelp: JobHandler = async (deps, { id, subjectId }) => {
  const worryId = String(subjectId)
  const asked = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [worry] = await tx.select().from(worries).where(eq(worries.id, worryId))
    if (!worry?.helpAskedAt) return null
    const { helpFrom: partner } = worry
    const people = partner === null ? await operatorAddresses(tx) : await addressesOf(tx, partner)
    return { partner, people }
  })
  if (!asked) return
  const { partner, people } = asked
  const side =
    partner === null ? ({ as: 'operator' } as const) : ({ as: 'partner', partner, now: deps.clock() } as const)
  const letter = helpAskedLetter(`${deps.config.publicUrl}${homeOf(side, worryId)}`)
  await sendLetters(deps, people, String(id), letter)
}

/** Whoever was asked is done: the owner hears of it once, when we know whose it is. */
export const tellOwner: JobHandler = async (deps, { id, subjectId }) => {
  const worryId = String(subjectId)
  const finished = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [worry] = await tx.select().from(worries).where(eq(worries.id, worryId))
    return { owners: await ownersOf(tx, worry), by: await nameOfAsked(tx, worry?.helpFrom ?? null) }
  })
  const { owners, by } = finished
  const letter = helpFinishedLetter(by, `${deps.config.publicUrl}/worries/${worryId}`)
  await sendLetters(deps, owners, String(id), letter)
}

/** Whose worry it is: of its writer, or, where somebody typed it for a company, of that one's owners. */
async function ownersOf(tx: Tx, worry: Worry | undefined): Promise<Addressee[]> {
  if (!worry) return []
  const { accountId, companyId } = worry
  if (accountId === null) return companyId === null ? [] : addressesOf(tx, companyId, { role: 'owner' })
  const owner = await accountOf(tx, accountId)
  return owner && !owner.closedAt ? [{ accountId: owner.id, email: owner.email }] : []
}

/** A photo of notes came: the desk hears of the first one that waits, unless it was taken back or typed meanwhile. */
export const tellPhoto: JobHandler = async (deps, { id, subjectId }) => {
  const sent = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [photo] = await tx
      .select({ worryId: worryPhotos.worryId })
      .from(worryPhotos)
      .where(eq(worryPhotos.id, String(subjectId)))
    const first = photo && (await worryToType(tx, photo.worryId))?.photos[0]
    return first?.id === subjectId ? { worryId: photo!.worryId, people: await operatorAddresses(tx) } : null
  })
  if (!sent) return
  const letter = photoLetter(`${deps.config.publicUrl}/desk/worries/${sent.worryId}/typing`)
  await sendLetters(deps, sent.people, String(id), letter)
}

/** The desk typed an owner's photos, or could not: the owner hears of it, when we know who that is. */
export const tellTyped: JobHandler = async (deps, { id, subjectId, act }) => {
  const worryId = String(subjectId)
  const owners = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [worry] = await tx.select().from(worries).where(eq(worries.id, worryId))
    return ownersOf(tx, worry)
  })
  const letter = typedLetter(act === 'worry.typed', `${deps.config.publicUrl}/worries/${worryId}`)
  await sendLetters(deps, owners, String(id), letter)
}

/** Once in an hour: the questions on a sheet were answered. */
export const tellAnswered: JobHandler = async (deps, { worryId, key }) => {
  const id = String(worryId)
  const owners = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [worry] = await tx.select().from(worries).where(eq(worries.id, id))
    return ownersOf(tx, worry)
  })
  await sendLetters(deps, owners, String(key), answeredLetter(`${deps.config.publicUrl}/worries/${id}`))
}
