import { z } from 'zod'
import { type Dated, isLive, mayShareContacts, type Side, stateOf } from '../../applications/rules/state.ts'
import { longText, text } from '../../lib/input.ts'
import type { Message } from '../schema.ts'
import type { FileNote } from './attachments.ts'
import { type Caution, cautionsIn } from './cautions.ts'
import { masked } from './mask.ts'

export const MESSAGE_MAX = 2000

export const messageForm = z.object({
  body: longText({ label: '伝えたいこと', max: MESSAGE_MAX, required: false }),
  /** The cautions that the writer has seen, and sends the words all the same. */
  sure: text({ label: '確かめたこと', max: 200, required: false }),
})
export const NOTHING = '伝えたいことを書くか、ファイルを選んでください。'
export const ENDED = 'この応募のやりとりは終わっています。'

/** One message as one side sees it. */
export type ThreadLine = {
  readonly id: string
  readonly own: boolean
  readonly side: Side
  readonly text: string
  readonly covered: boolean
  readonly files: readonly FileNote[]
  /** What whoever gets it should be careful about. */
  readonly cautions: readonly Caution[]
  readonly sentAt: Date
  readonly readAt: Date | null
}

/** May both sides still write? From sending until one of the ends that part them. */
export function canWrite(application: Dated): boolean {
  return isLive(application) || stateOf(application) === 'accepted'
}

/** A thread as `side` sees it: contact details covered for both until the company has said that it wants the person. */
export function threadFor(
  side: Side,
  application: Dated,
  messages: readonly (Message & { readonly files: readonly FileNote[] })[],
): ThreadLine[] {
  const open = mayShareContacts(application)
  return messages.map((message) => {
    const { text, covered } = open ? { text: message.body, covered: false } : masked(message.body)
    const files = open ? message.files : message.files.map((file) => ({ ...file, name: masked(file.name).text }))
    const { id, sentAt, readAt } = message
    const cautions = message.side === side ? [] : cautionsIn(message.body, open)
    return { id, own: message.side === side, side: message.side, text, covered, files, cautions, sentAt, readAt }
  })
}

/** The same for whoever reads it at the desk, because somebody told of it: as it was written. */
export function asWritten(messages: Parameters<typeof threadFor>[2]): ThreadLine[] {
  return messages.map(({ id, side, body: text, files, sentAt, readAt }) => ({
    ...{ id, side, text, files, sentAt, readAt },
    ...{ own: false, covered: false, cautions: [] },
  }))
}

/** How far a thread is: another one whenever something was written or read. */
export function tallyOf(lines: readonly { readonly readAt: Date | null }[]): string {
  return `${lines.length}-${lines.filter(({ readAt }) => readAt !== null).length}`
}
