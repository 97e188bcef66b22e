import { japaneseDateTime } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { PostButton } from '../../ui/form.tsx'
import { SCOPE_WORDS } from '../rules.ts'
import type { AssistedSession } from '../schema.ts'

export type SeenSession = Pick<AssistedSession, 'id' | 'scope' | 'startedAt' | 'expiresAt' | 'endedAt'> & {
  /** 「阿部さん（羽前銀行）」 */
  readonly who: string
  readonly byMandate: boolean
  readonly goesOn: boolean
  readonly done: readonly string[]
}

type Props = { companyId: string; sessions: readonly SeenSession[]; mayEnd: boolean; now: Date }

/** Who worked for the company, when, and what history knows of it. */
export function Sessions({ companyId, sessions, mayEnd }: Props) {
  return (
    <CardList>
      {sessions.map((session) => (
        <Card
          key={session.id}
          level={3}
          title={session.who}
          eyebrow={`${session.byMandate ? '委任' : '番号'}・${SCOPE_WORDS[session.scope]}`}
          foot={
            session.goesOn &&
            mayEnd && (
              <PostButton
                action={`/companies/${companyId}/assistance/${session.id}/ending`}
                label={`${session.who}の代行入力を終わらせる`}
              >
                終わらせる
              </PostButton>
            )
          }
        >
          <p>{japaneseDateTime(session.startedAt)}</p>
          {session.done.length > 0 && (
            <p>
              <a
                href={`/companies/${companyId}/assistance/${session.id}`}
              >{`${japaneseDateTime(session.startedAt)}に入力した内容を読む`}</a>
            </p>
          )}
          {session.done.length === 0 ? (
            <p>書きかえたものはありません。</p>
          ) : (
            <ul>
              {session.done.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Card>
      ))}
    </CardList>
  )
}
