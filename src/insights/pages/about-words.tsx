import { DefinitionList } from '../../ui/definition-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import type { Explained } from '../rules/glossary.ts'

/** ことばの説明: what the words of the screens mean, in daily ones. */
export function AboutWords({ words }: { words: readonly Explained[] }) {
  return (
    <Layout
      title="ことばの説明"
      lead="画面に出てくる言葉を、やさしい言葉で説明します。"
      description="業務委託、源泉徴収、関係人口など、めぐりの画面に出る言葉のやさしい説明です。"
    >
      <p>メニューの「ふりがなをつける」で漢字に読みがつき、「この画面を読み上げる」で声でも聞けます。</p>
      <DefinitionList
        items={words.map(({ word, reading, means, more }) => ({
          term: word,
          value: more ? (
            <>
              {means} <a href={more}>見てみる</a>
            </>
          ) : (
            means
          ),
          note: reading,
        }))}
      />
    </Layout>
  )
}
