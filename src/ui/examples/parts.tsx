import { Button, ButtonLink } from '../button.tsx'
import { Counts } from '../counts.tsx'
import { EmptyState } from '../empty-state.tsx'
import { PostButton } from '../form.tsx'
import { Hours } from '../hours.tsx'
import { JapaneseDate } from '../japanese-date.tsx'
import { Money } from '../money.tsx'
import { More } from '../more.tsx'
import { Notice } from '../notice.tsx'
import { PasskeyForm } from '../passkey-form.tsx'
import { Phrase } from '../phrase.tsx'
import { PrintSheet } from '../print-sheet.tsx'
import { Prose } from '../prose.tsx'
import { Section } from '../section.tsx'
import { StepHead } from '../step-head.tsx'
import { Tag, TagList } from '../tag.tsx'
import type { Example } from './example.ts'

export const partExamples: readonly Example[] = [
  { part: 'Button', state: 'いちばん大事なこと', node: <Button type="button">この内容で送る</Button> },
  {
    part: 'Button',
    state: 'そのほか',
    node: (
      <Button type="button" kind="quiet">
        あとで続ける
      </Button>
    ),
  },
  {
    part: 'Button',
    state: 'もどせないこと',
    node: (
      <Button type="button" kind="danger">
        取り下げる
      </Button>
    ),
  },
  {
    part: 'Button',
    state: '文字だけ',
    node: (
      <Button type="button" kind="plain">
        この行を消す
      </Button>
    ),
  },
  {
    part: 'Button',
    state: '押せないとき',
    node: (
      <Button type="button" disabled>
        送りました
      </Button>
    ),
  },
  {
    part: 'ButtonLink',
    state: '幅いっぱい',
    node: (
      <ButtonLink wide href="#main">
        つぎへ進む
      </ButtonLink>
    ),
  },
  {
    part: 'PostButton',
    state: '取り消し',
    node: (
      <PostButton action="/styleguide" fields={{ id: '1' }} version={3}>
        取り消す
      </PostButton>
    ),
  },
  {
    part: 'CopyButton',
    state: '番号を写す',
    node: <copy-button data-text="1042-7" data-label="番号をコピーする" />,
  },
  { part: 'StepHead', state: '途中', node: <StepHead step={3} total={8} /> },
  { part: 'StepHead', state: '十を超えるとき', node: <StepHead step={12} total={12} /> },
  {
    part: 'Phrase',
    state: '文節で折りかえす',
    node: (
      <p>
        <Phrase>手作業の品物が、ひとつ作るのにいくらかかっているのか知りたい</Phrase>
      </p>
    ),
  },
  {
    part: 'Money',
    state: '幅のある金額',
    node: (
      <p>
        <Money per="月" yen={30000} to={50000} />
      </p>
    ),
  },
  {
    part: 'Hours',
    state: '月の時間',
    node: (
      <p>
        <Hours hours={10} />
      </p>
    ),
  },
  {
    part: 'JapaneseDate',
    state: '日づけ',
    node: (
      <p>
        <JapaneseDate day="2026-11-23" />
      </p>
    ),
  },
  {
    part: 'Tag',
    state: 'すべての調子',
    node: (
      <TagList>
        <Tag>ふつう</Tag>
        <Tag tone="main">原価管理</Tag>
        <Tag tone="accent">7日以内にお返事</Tag>
        <Tag tone="sun">ゆかりのある土地</Tag>
        <Tag tone="line">訪問なし</Tag>
      </TagList>
    ),
  },
  {
    part: 'Notice',
    state: 'お知らせ',
    node: <Notice title="事務局が確認しています">2営業日以内にお返事します。</Notice>,
  },
  {
    part: 'Notice',
    state: 'うまくいった',
    node: (
      <Notice
        kind="success"
        title="送りました"
        action={
          <PostButton action="/styleguide" kind="quiet">
            取り消す
          </PostButton>
        }
      >
        30分以内なら取り消せます。
      </Notice>
    ),
  },
  {
    part: 'Notice',
    state: '気をつけること',
    node: (
      <Notice kind="warning" title="返事の約束まで、あと2日です">
        11月25日（水）までにお返事してください。
      </Notice>
    ),
  },
  {
    part: 'Notice',
    state: 'うまくいかなかった',
    node: (
      <Notice kind="error" title="ほかの人が先に書きかえました">
        新しい内容を確かめてから、もう一度直してください。
      </Notice>
    ),
  },
  {
    part: 'EmptyState',
    state: '次にすることがある',
    node: (
      <EmptyState title="まだ応募はありません" action={<ButtonLink href="#main">案件をさがす</ButtonLink>}>
        応募すると、ここに並びます。
      </EmptyState>
    ),
  },
  {
    part: 'EmptyState',
    state: '終わった',
    node: <EmptyState picture="done" title="今日することは、ぜんぶ終わりました" />,
  },
  {
    part: 'Counts',
    state: '大きな数字',
    node: (
      <Counts
        items={[
          { label: '募集中', value: 128, unit: '件' },
          { label: '手伝いたい人', before: '約', value: 2000, unit: '人' },
        ]}
      />
    ),
  },
  {
    part: 'More',
    state: '閉じている',
    node: (
      <More title="ほかに決めておきたいこと（任意）">
        <p>旅費は、月に一度まで会社が払います。</p>
      </More>
    ),
  },
  {
    part: 'More',
    state: '開いている',
    node: (
      <More title="くわしい条件" open>
        <p>三か月で終わります。続けるときは、話し合って決めます。</p>
      </More>
    ),
  },
  {
    part: 'Prose',
    state: '段落と箇条書き',
    node: (
      <Prose
        text={
          'お願いしたいのは、次のようなことです。\n・工程ごとの手間を測る\n・品物ごとの原価の表を作る\n\n進め方は、相談しながら決めたいと思っています。'
        }
      />
    ),
  },
  {
    part: 'PasskeyForm',
    state: '作る（使える機器だけに出る）',
    node: (
      <PasskeyForm action="/styleguide" options="/styleguide" ceremony="create">
        この端末の鍵を作る
      </PasskeyForm>
    ),
  },
  {
    part: 'PasskeyForm',
    state: '見せる（使える機器だけに出る）',
    node: (
      <PasskeyForm action="/styleguide" options="/styleguide" ceremony="get" kind="quiet">
        鍵で入る
      </PasskeyForm>
    ),
  },
  {
    part: 'Section',
    state: '一つの部分',
    node: (
      <Section title="募集の内容" lead="だれでも見られます。">
        <p>工房で手の時間を測り、原価の表を作る。</p>
      </Section>
    ),
  },
  {
    part: 'Section',
    state: '帯',
    node: (
      <Section title="いま、めぐりの中には" tone="band">
        <p>募集中の案件が128件あります。</p>
      </Section>
    ),
  },
  {
    part: 'PrintSheet',
    state: '一枚の紙',
    node: (
      <PrintSheet
        title="書きかけの内容"
        url="https://example.jp/drafts/7KQ4-M2"
        code="7KQ4-M2"
        until="2026年12月23日（水）まで使えます。"
      >
        <p>手作業の品物が、ひとつ作るのにいくらかかっているのか分からない。</p>
      </PrintSheet>
    ),
  },
]
