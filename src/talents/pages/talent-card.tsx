import type { ComponentChildren } from 'preact'
import { Card } from '../../ui/card.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { More } from '../../ui/more.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Tag, TagList } from '../../ui/tag.tsx'
import type { TalentCardData } from '../rules/card.ts'

type Props = {
  talent: TalentCardData
  /** One of many: the codes and `children` behind a line of these words. */
  folded?: string
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
export function TalentCard({ talent, folded, children, ...card }: Props) {
  const { prefecture, hours, fee } = talent
  return (
    <Card title={talent.headline} {...card}>
      {folded ? (
        <>
          <p>
            <Phrase>{[prefecture, hours, fee].filter(Boolean).join('、')}</Phrase>
          </p>
          <More title={folded}>
            <Codes talent={talent} />
            {children}
          </More>
        </>
      ) : (
        <>
          <Codes talent={talent} />
          <DefinitionList
            compact
            items={[
              { term: '住まい', value: prefecture },
              { term: '時間', value: hours },
              { term: '報酬', value: fee },
            ]}
          />
          {children}
        </>
      )}
    </Card>
  )
}

function Codes({ talent }: { talent: TalentCardData }) {
  return (
    <TagList>
      {talent.codes.map(({ code, name, levelName }) => (
        <Tag key={code} tone="main">
          <Phrase names={[`（${levelName}）`]}>{`${name}（${levelName}）`}</Phrase>
        </Tag>
      ))}
    </TagList>
  )
}
