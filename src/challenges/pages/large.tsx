import { hoursOfRoles, rolesOf, worksOf } from '../../projects/rules/group.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Section } from '../../ui/section.tsx'
import { confirmedWorks, isAnswered } from '../rules/nodes.ts'
import type { ChallengeNode, Worry } from '../schema.ts'

type Props = {
  worry: Worry
  /** The lines as they are shown. */
  live: readonly ChallengeNode[]
  company: { id: string; name: string } | null
}

/** The works together are more than one person can give: several may share them. As long as some are guesses, so is this. */
export function TooLarge({ worry, live, company }: Props) {
  const works = worksOf(confirmedWorks(live))
  const roles = rolesOf(works)
  if (roles.length === 0) return null
  const isSure = live.every((node) => node.kind !== 'work' || node.source === 'person' || isAnswered(node))
  const address = `/worries/${worry.id}/company`
  const words = '役に分けて頼む'
  return (
    <Section title={isSure ? 'ひとりには大きい仕事です' : 'ぜんぶ頼むと、ひとりには大きい仕事です'}>
      <p>
        ぜんぶで月{hoursOfRoles(roles)}時間ほどです。{roles.length}人ほどで分けられます。
        {!isSure && 'いらない仕事は、上の「いいえ」で外せます。'}
      </p>
      <ul>
        {roles.map(({ title, hours }) => (
          <li key={title}>
            {title}（月{hours}時間くらい）
          </li>
        ))}
      </ul>
      {worry.companyId === null && company ? (
        <PostButton action={address} fields={{ company: company.id, roles: 'yes' }}>
          {words}
        </PostButton>
      ) : (
        <ButtonLink kind="quiet" href={`${address}?roles=yes`}>
          {words}
        </ButtonLink>
      )}
    </Section>
  )
}
