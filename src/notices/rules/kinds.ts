import type { Letter } from '../../lib/mail/letter.ts'

/** What a notice is about. It follows from the page to which its letter leads, so that no letter can forget to say it. */
export const KINDS = [
  'application',
  'message',
  'contract',
  'work',
  'project',
  'proposal',
  'scout',
  'worry',
  'watch',
  'region',
  'event',
  'desk',
  'account',
  'other',
] as const
export type Kind = (typeof KINDS)[number]

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  application: '応募と返事',
  message: 'やりとり',
  contract: '契約',
  work: '働いた記録とふりかえり',
  project: '案件のこと',
  proposal: '合いそうな方の一覧',
  scout: '会社からの声かけ',
  worry: '困りごとの整理',
  watch: '知らせてもらう条件',
  region: '地域からの便り',
  event: '催しの申し込み',
  desk: '事務局の仕事',
  account: '入り方と安全',
  other: 'そのほか',
}

const PAGES: readonly (readonly [RegExp, Kind])[] = [
  [/^\/(desk|partners)(\/|$)/, 'desk'],
  [/^\/companies\/[^/]+\/assistance/, 'account'],
  [/\/messages$/, 'message'],
  [/^\/me\/contracts\/[^/]+\/(months|visits|handovers?|review|finish|case)/, 'work'],
  [/^\/companies\/[^/]+\/contracts\/[^/]+\/(months|visits|handovers?|review|finish|case)/, 'work'],
  [/\/contracts\//, 'contract'],
  [/^\/me\/scouts\//, 'scout'],
  [/\/(applications|talks?|scouts|questions)(\/|$)/, 'application'],
  [/\/proposals$/, 'proposal'],
  [/\/(projects|grants)\//, 'project'],
  [/^\/worries\//, 'worry'],
  [/^\/companies\/[^/]+\/dialogues\//, 'worry'],
  [/^\/me\/ladder$/, 'region'],
  [/^\/(events|registrations)(\/|$)/, 'event'],
]

/** Pages that open to whoever has their address. */
const SECRET = /^\/((invitations|watches)\/|registrations\/[^/]+\/confirmation$)/

/** Null: a letter of which no trace stays, because it opens something: by a code, or by its link. */
export function kindOf(letter: Letter, root: string): Kind | null {
  if (letter.code !== undefined) return null
  if (letter.stop !== undefined) return 'watch'
  const path = pathOf(letter.link?.href, root)
  if (path === null) return 'account'
  const [page = ''] = path.split(/[?#]/)
  if (SECRET.test(page)) return null
  return PAGES.find(([pattern]) => pattern.test(page))?.[1] ?? 'other'
}

/** An address of ours without what stands before its path; null where a letter leads nowhere, or away from us. */
export function pathOf(href: string | undefined, root: string): string | null {
  return href?.startsWith(`${root}/`) ? href.slice(root.length) : null
}
