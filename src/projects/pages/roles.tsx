import { Section } from '../../ui/section.tsx'
import { monthsInWords } from '../rules/choices.ts'
import { placeInWords, type Role } from '../rules/group.ts'

/** What each of several people would be asked for. */
export function RoleList({ roles }: { roles: readonly Role[] }) {
  return (
    <ol>
      {roles.map(({ title, hours, months }) => (
        <li key={title}>
          {title}
          <br />月{hours}時間、{monthsInWords(months)}くらい
        </li>
      ))}
    </ol>
  )
}

/** The place of a project among the roles of its group, as everybody may know it; without a title: not public yet. */
export type Among = {
  readonly kind: 'relay' | 'team'
  readonly at: number
  readonly roles: readonly { readonly id: string; readonly title: string | null; readonly isThis: boolean }[]
}

/** Told on a posting: that others do the rest, who they are, and what is handed over to whom. */
export function RoleAmong({ kind, at, roles }: Among) {
  return (
    <Section title={placeInWords(at, roles.length)}>
      <p>{kind === 'relay' ? 'ひとりずつ、順番に受けもつ仕事です。' : '何人かで、同時に受けもつ仕事です。'}</p>
      <ol>
        {roles.map(({ id, title, isThis }) => (
          <li key={id}>
            {isThis ? 'この案件' : title === null ? 'これから募集します' : <a href={`/projects/${id}`}>{title}</a>}
          </li>
        ))}
      </ol>
      <p>{handover(kind, at, roles.length)}</p>
    </Section>
  )
}

function handover(kind: Among['kind'], at: number, count: number): string {
  if (kind === 'team') return '終わるときは、引きつぎメモを書いて、会社とほかの役の人に渡します。'
  const before = at > 0 ? `${at}つめの役から、引きつぎメモを受け取って始めます。` : ''
  return at + 1 < count
    ? `${before}終わるときは、引きつぎメモを書いて、${at + 2}つめの役の人に渡します。`
    : `${before}終わるときは、引きつぎメモを会社に渡します。`
}
