import type { ComponentChildren } from 'preact'
import { dateInWords } from '../../law/dates.ts'
import { monthAndDay } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { Money } from '../../ui/money.tsx'
import { More } from '../../ui/more.tsx'
import { Tag, TagList, type TagTone } from '../../ui/tag.tsx'
import { costsInWords } from '../rules/amount.ts'
import type { Eligibility } from '../rules/eligibility.ts'
import type { Finding } from '../rules/question.ts'
import { COST_WORDS } from '../rules/subsidies.ts'

const ANSWERS: Readonly<Record<Eligibility['answer'], readonly [string, TagTone]>> = {
  yes: ['使えそうです', 'main'],
  'last-year': ['前の決まりでは、使えそうです', 'sun'],
  later: ['まだ分かりません', 'sun'],
  no: ['使えません', 'plain'],
}

type CardProps = { found: Eligibility; act?: ComponentChildren; level?: 2 | 3 }

/** One subsidy with its answer: what stands against it first, the working-out behind a line. */
export function SubsidyCard({ found, act, level = 3 }: CardProps) {
  const { subsidy, answer, amount, applyBy, daysLeft, findings } = found
  const [words, tone] = ANSWERS[answer]
  const counted = costsInWords(subsidy, found.costs)
  const against = findings.filter(({ verdict }) => verdict === 'no' || verdict === 'later')
  // That rules are old stands above everything else that is to be looked at.
  const isAsked = ({ verdict, rule }: Finding) => verdict === 'ask' && !(answer === 'last-year' && rule === 'period')
  const old = answer === 'last-year' ? findings.filter(({ rule }) => rule === 'period') : []
  const asks = findings.filter(isAsked)
  return (
    <Card title={subsidy.name} level={level} eyebrow={subsidy.office} tone={answer === 'yes' ? 'main' : 'plain'}>
      {(answer === 'yes' || answer === 'last-year') && (
        <p>
          <strong>
            見込み <Money yen={amount.yen} />
          </strong>
          {counted && `（${counted}）`}
          {applyBy && (
            <>
              <br />
              申し込みは、あと{daysLeft}日（<span class="figure">{monthAndDay(applyBy)}まで</span>）
            </>
          )}
        </p>
      )}
      {act}
      <TagList>
        <Tag tone={tone}>{words}</Tag>
        {subsidy.example && <Tag tone="line">例として作ったもの</Tag>}
      </TagList>
      <Findings list={against} />
      <Findings list={old} />
      {asks.length > 0 && (
        <More title={`ご自分で確かめること（${asks.length}）`}>
          <Findings list={asks} />
        </More>
      )}
      <More title="額の計算と決まり">
        <Working found={found} />
        <Findings list={findings.filter(({ verdict }) => verdict === 'met')} />
        <SourceLine subsidy={subsidy} />
      </More>
    </Card>
  )
}

function Findings({ list }: { list: readonly Finding[] }) {
  if (list.length === 0) return null
  return (
    <ul>
      {list.map(({ sentence, change }) => (
        <li key={sentence}>
          {sentence}
          {change && <strong>{change}</strong>}
        </li>
      ))}
    </ul>
  )
}

/** As one would do it by hand. */
function Working({ found: { amount, subsidy, answer } }: { found: Eligibility }) {
  return (
    <ul>
      {amount.lines.map(({ of, costs, rate, ceiling, yen }) => (
        <li key={of.join()}>
          {of.map((cost) => COST_WORDS[cost]).join('と')} <Money yen={costs} /> × {rate[1]}分の{rate[0]}
          {ceiling !== null && (
            <>
              （上限 <Money yen={ceiling} />）
            </>
          )}
          ＝ <Money yen={yen} />
        </li>
      ))}
      {subsidy.ceiling !== undefined && (
        <li>
          全部の上限 <Money yen={subsidy.ceiling} />
        </li>
      )}
      {subsidy.roundTo > 1 && (
        <li>
          <Money yen={subsidy.roundTo} />
          より下は切り捨て
        </li>
      )}
      {answer !== 'no' && (
        <li>
          見込み <Money yen={amount.yen} />
          （消費税は入れていません）
        </li>
      )}
    </ul>
  )
}

function SourceLine({ subsidy: { source, office, entered } }: { subsidy: Eligibility['subsidy'] }) {
  if (entered) {
    return (
      <p>
        {`${dateInWords(entered.on)}に、${office}が入れた決まりです（${source.note}）。`}
        {entered.url && (
          <a href={entered.url} rel="noreferrer">
            もとのページ
          </a>
        )}
      </p>
    )
  }
  return (
    <p>
      {`${source.asOf.replaceAll('-', '/')}に読んだ写しです。${source.note}。`}
      {source.url ? (
        <a href={source.url} rel="noreferrer">
          もとのページ
        </a>
      ) : (
        office
      )}
    </p>
  )
}
