import { japaneseDate, type LegalDate, monthName, today } from '../../lib/time.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { releaseName } from '../rules/figures.ts'
import { CREDIT, LICENCE, MANIFEST } from '../rules/manifest.ts'
import { TABLES, WITHHELD_MARK } from '../rules/tables.ts'

type Props = { releases: readonly { until: LegalDate; madeAt: Date; files: readonly string[] }[] }

/** Where whoever works with the figures finds all of them, each release as it was. */
export function DataPage({ releases: [newest, ...older] }: Props) {
  return (
    <Layout
      title="数字をつかう"
      lead="「めぐりのようす」の数字は、だれでも、何にでも使えます。"
      description="めぐりのようすの数字を、月ごとの公表のまま、CSVとJSONで配っています。"
      back={{ href: '/insights', label: 'めぐりのようす' }}
      width="page"
    >
      {newest ? (
        <>
          <Section title={`いちばん新しい公表（${monthName(releaseName(newest.until))}まで）`}>
            <dl class="answers">
              {tablesIn(newest.files).map(([name, { title, definition }]) => (
                <div key={name}>
                  <dt>{title}</dt>
                  <dd>
                    {definition}
                    <ul class="link-list">
                      <li>
                        <a href={`/insights/data/${releaseName(newest.until)}/${name}.csv`} download>
                          {`${title}（CSV）`}
                        </a>
                      </li>
                    </ul>
                  </dd>
                </div>
              ))}
            </dl>
            <Files until={newest.until} madeAt={newest.madeAt} />
          </Section>
          {older.length > 0 && (
            <Section title="これまでの公表">
              {older.map(({ until, madeAt }) => (
                <Files key={until} until={until} madeAt={madeAt} />
              ))}
            </Section>
          )}
        </>
      ) : (
        <EmptyState title="まだ公表した数字がありません">月が終わると、その月までの数字をここに出します。</EmptyState>
      )}
      <Section title="使うとき">
        <dl class="answers">
          <dt>使ってよいですか</dt>
          <dd>
            <a href={LICENCE.url}>{LICENCE.name}</a>
            {`です。「${CREDIT}」と書けば、直しても、売りものに入れてもかまいません。`}
          </dd>
          <dt>{`「${WITHHELD_MARK}」とは何ですか`}</dt>
          <dd>
            5社に満たない会社の数と、それが引き算で分かってしまう数です。「時点」に月がある数は、その月の公表のままです。
          </dd>
          <dt>あとで変わりますか</dt>
          <dd>
            公表した数は、変わりません。ファイルが公表のときのままかどうかは、manifest.json の sha256 で確かめられます。
          </dd>
        </dl>
      </Section>
    </Layout>
  )
}

function tablesIn(files: readonly string[]) {
  return Object.entries(TABLES).filter(([name]) => files.includes(`${name}.csv`))
}

function Files({ until, madeAt }: { until: LegalDate; madeAt: Date }) {
  const name = releaseName(until)
  return (
    <div class="figure-note">
      <p>{`${monthName(name)}まで（${japaneseDate(today(madeAt))}に計算）`}</p>
      <ul class="link-list">
        <li>
          <a href={`/insights/data/${name}/figures.json`} aria-label={`${monthName(name)}までの数字すべて（JSON）`}>
            数字すべて（JSON）
          </a>
        </li>
        <li>
          <a href={`/insights/data/${name}/${MANIFEST}`} aria-label={`${monthName(name)}までの目録（manifest.json）`}>
            目録（manifest.json）
          </a>
        </li>
      </ul>
    </div>
  )
}
