import type { Duty } from '../../law/duties.ts'
import type { Terms } from '../../law/terms.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { More } from '../../ui/more.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Prose } from '../../ui/prose.tsx'
import { CLAUSES } from '../rules/clauses.ts'
import { noticeRows } from '../rules/noticed.ts'

/** What the terms say on every item of the notice. */
export function NoticeItems({ terms }: { terms: Terms }) {
  return (
    <DefinitionList
      items={noticeRows(terms).map(({ number, title, lines }) => ({
        term: `${number}　${title}`,
        value: lines.length === 1 ? <Phrase>{lines[0]!}</Phrase> : <Prose text={lines.join('\n')} />,
      }))}
    />
  )
}

const SUMMARY: readonly (readonly [item: number, term: string])[] = [
  [7, '報酬'],
  [4, '期間'],
  [8, '支払い'],
  [5, '場所'],
]

/** The four things that everybody wants to know first. */
export function Summary({ terms }: { terms: Terms }) {
  const rows = noticeRows(terms)
  return (
    <DefinitionList
      compact
      items={SUMMARY.map(([item, term]) => ({ term, value: rows.find(({ number }) => number === item)?.lines[0] }))}
    />
  )
}

/** The articles that every contract has: in plain words first, the article itself behind a line that opens. */
export function Clauses() {
  return (
    <>
      {CLAUSES.map(({ number, title, text, plain }) => (
        <div key={number}>
          <h3>
            第{number}条　{title}
          </h3>
          <p>{plain}</p>
          <More title={`第${number}条の条文を読む`}>
            <ol>
              {text.map((paragraph, at) => (
                <li key={at}>{paragraph}</li>
              ))}
            </ol>
          </More>
        </div>
      ))}
    </>
  )
}

/** What the law asks of the company for this contract. */
export function Duties({ duties, unsure }: { duties: readonly Duty[]; unsure: boolean }) {
  return (
    <More title={`会社が守ること（法律の${duties.length}つの決まり）`}>
      {unsure && <p>社員や役員の人数がわからないため、いちばん広いほうで示しています。</p>}
      <DefinitionList
        items={duties.map(({ article, title, sentence, force }) => ({
          term: `フリーランス法 第${article}条　${title}`,
          value: sentence,
          note: force === 'effort' ? '6か月より短い契約では、努めること（努力義務）です。' : undefined,
        }))}
      />
      <p>めぐりは道具です。法律の相談はできません。迷うときは、弁護士か下の窓口に聞いてください。</p>
      <p>フリーランス・トラブル110番：無料で弁護士に相談できます（電話 0120-532-110）。</p>
    </More>
  )
}

/** A fingerprint in groups of eight, so that two people can compare it by eye. */
export function Fingerprint({ sha256 }: { sha256: string }) {
  return <code>{sha256.match(/.{1,8}/g)?.join(' ')}</code>
}
