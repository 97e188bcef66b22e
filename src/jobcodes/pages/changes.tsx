import { ButtonLink } from '../../ui/button.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { changeInWords, versionInWords } from '../rules/change-words.ts'
import type { Change, Version } from '../rules/changes.ts'
import type { CodeTree } from '../rules/tree.ts'

/** What became of the job codes from version to version, the newest first. */
export function CodeChanges({ tree }: { tree: CodeTree }) {
  const versions = [...tree.versions].reverse()
  return (
    <Layout
      title="ジョブコードの変わったこと"
      lead="番号が変わっても、前に書いた案件や紹介はそのまま読めます。"
      description="ジョブコードの版と、版ごとに名前や番号が変わった仕事の一覧です。"
      back={{ href: '/job-codes', label: 'ジョブコードの一覧' }}
    >
      {versions.map((version) => (
        <VersionSection key={version.version} version={version} tree={tree} />
      ))}
      <p class="actions">
        <ButtonLink kind="quiet" href="/job-codes/changes.csv" label="変わったことを表計算用に受けとる" download>
          表計算用に受けとる
        </ButtonLink>
        <ButtonLink kind="quiet" href="/job-codes/changes.json" label="変わったことをプログラム用に受けとる" download>
          プログラム用に受けとる
        </ButtonLink>
      </p>
    </Layout>
  )
}

function VersionSection({ version, tree }: { version: Version; tree: CodeTree }) {
  return (
    <Section title={versionInWords(version)} id={`version-${version.version}`}>
      <p>{version.note}</p>
      {version.changes.map((change) => (
        <ChangeLines key={change.from.map(({ code }) => code).join()} change={change} tree={tree} />
      ))}
    </Section>
  )
}

function ChangeLines({ change, tree }: { change: Change; tree: CodeTree }) {
  const codes = [...new Set([...change.from.map(({ code }) => code), ...change.to])]
  return (
    <>
      <p>
        {changeInWords(change, tree)}
        {change.why}
      </p>
      <ul class="link-list">
        {codes.map((code) => {
          const leaf = tree.leaf(code)
          if (!leaf) return null
          return (
            <li key={code}>
              <a href={`/job-codes/${code}`}>{leaf.old ? `${leaf.name}（前の番号 ${code}）` : leaf.name}</a>
            </li>
          )
        })}
      </ul>
    </>
  )
}
