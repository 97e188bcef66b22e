import { type Letter, NEUTRAL } from '../../lib/mail/letter.ts'
import type { NoticeRow } from '../schema.ts'
import { type Kind, pathOf } from './kinds.ts'
import type { Wishes } from './ways.ts'

/** From more on nobody counts. */
export const MANY = 99

export function countInWords(count: number): string {
  return count > MANY ? `${MANY}+` : String(count)
}

/** What a lock screen shows below such a subject. */
export const UNTOLD = 'お知らせが届いています。'
const PREFIX = /^めぐり(事務局)?：/

/** A notice as it is listed: where the subject says nothing, its first sentence does. */
export function shownAs({ subject, lines }: Pick<NoticeRow, 'subject' | 'lines'>): { title: string; lines: string[] } {
  const [first = '', ...others] = lines
  if (subject !== NEUTRAL || first === '') return { title: subject.replace(PREFIX, ''), lines: [...lines] }
  const [sentence = '', rest = ''] = /^(.*?(?:。|$))(.*)$/u.exec(first)?.slice(1) ?? []
  return { title: sentence.replace(/。$/, ''), lines: rest === '' ? others : [rest, ...others] }
}

/**
 * What a letter says in a mail: to somebody's own page no subject tells what it is about, whoever worded it, and nothing of an event shows
 * below one. What a company or the desk reads of its own matters may say which of them it is.
 */
export function onLockScreen(letter: Letter, root: string): Letter {
  const path = pathOf(letter.link?.href, root) ?? ''
  const subject = path.startsWith('/me/') ? NEUTRAL : letter.subject
  const isTold = subject !== NEUTRAL && !/^\/(events|registrations)\//.test(path)
  return { ...(!isTold && { preview: UNTOLD }), ...letter, subject }
}

/** A mail that says nothing but that there is something to read. */
export function discreet({ stop }: Pick<Letter, 'stop'>, root: string): Letter {
  return {
    subject: NEUTRAL,
    lines: ['めぐりに入って、「お知らせ」をお読みください。'],
    link: { href: `${root}/me/notices`, label: 'お知らせを読む' },
    ...(stop && { stop }),
  }
}

/** What guards the account is said openly: whoever did not do it must see it. */
export function isDiscreet(kind: Kind, wishes: Pick<Wishes, 'discreet'>): boolean {
  return wishes.discreet && kind !== 'account'
}

type Waiting = Pick<NoticeRow, 'subject' | 'lines' | 'items' | 'href' | 'label' | 'stop' | 'kind'>

/** The mail of several notices, or of the only one as it was written. */
export function together(waiting: readonly Waiting[], wishes: Pick<Wishes, 'discreet'>, root: string): Letter {
  if (waiting.some(({ kind }) => isDiscreet(kind as Kind, wishes))) return discreet({}, root)
  const [only] = waiting
  if (waiting.length === 1 && only) {
    const { subject, lines, items, href, label, stop } = only
    return {
      ...{ subject, lines, items: items.map((item) => ({ ...item, href: root + item.href })) },
      ...(href && { link: { href: root + href, label: label ?? '開く' } }),
      ...(stop && { stop }),
    }
  }
  return {
    subject: NEUTRAL,
    lines: [`お知らせが${waiting.length}件あります。`],
    items: waiting.map((one) => {
      const { title, lines } = shownAs(one)
      return { title, note: lines.join(''), href: `${root}${one.href ?? '/me/notices'}` }
    }),
    link: { href: `${root}/me/notices`, label: 'お知らせを読む' },
  }
}
