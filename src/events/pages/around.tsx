import { prefectureName } from '../../lib/regions.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CONSULT } from '../../ui/frame.tsx'
import { Section } from '../../ui/section.tsx'

type Props = { prefecture: number; cases: readonly { id: string; title: string }[] }

/** Whoever is half convinced reads what came of it nearby, or talks to somebody first. */
export function Around({ prefecture, cases }: Props) {
  const name = prefectureName(prefecture)
  return (
    <Section title="来る前に、知りたい方へ">
      <ul class="link-list">
        {cases.map(({ id, title }) => (
          <li key={id}>
            <a href={`/cases/${id}`}>{`${name}の事例：${title}`}</a>
          </li>
        ))}
        <li>
          <a href={`/regions/${prefecture}`}>{`${name}の案件と事例を見る`}</a>
        </li>
      </ul>
      <ButtonLink kind="quiet" href="/calls/new">
        {`${CONSULT.label}（15分）`}
      </ButtonLink>
    </Section>
  )
}
