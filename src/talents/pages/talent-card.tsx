import type { ComponentChildren } from 'preact'
import { Card } from '../../ui/card.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Tag, TagList } from '../../ui/tag.tsx'
import type { TalentCardData } from '../rules/card.ts'

type Props = {
  talent: TalentCardData
  /** Makes the whole card a link. */
  href?: string
  level?: 2 | 3 | 4
  tone?: 'plain' | 'main' | 'accent'
  /** A few words above: 「1人目」. */
  eyebrow?: ComponentChildren
  /** Reasons, the doubt: what speaks of this person for one project. */
  children?: ComponentChildren
  foot?: ComponentChildren
}

/** Somebody without a name: what a company sees before an application. The same here, in proposals and in the preview. */
export function TalentCard({ talent, children, ...card }: Props) {
  return (
    <Card title={talent.headline} {...card}>
      <TagList>
        {talent.codes.map(({ code, name, levelName }) => (
          <Tag key={code} tone="main">
            <Phrase names={[`（${levelName}）`]}>{`${name}（${levelName}）`}</Phrase>
          </Tag>
        ))}
      </TagList>
      <DefinitionList
        compact
        items={[
          { term: '住まい', value: talent.prefecture },
          { term: '時間', value: talent.hours },
          { term: '報酬', value: talent.fee },
        ]}
      />
      {children}
    </Card>
  )
}
