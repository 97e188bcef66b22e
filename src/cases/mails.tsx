import type { Side } from '../contracts/rules/side.ts'
import { type Letter, NEUTRAL } from '../lib/mail/letter.ts'
import type { Case } from './schema.ts'

type News = {
  readonly act: string
  readonly by: Side | null
  readonly number: string
  readonly link: string
  /** The other side said something new, so that the text is another one. */
  readonly isAgain: boolean
}
type Told = readonly [line: string, label: string, path: string]

/** The letter to one side about a case; null when this side is told nothing. */
export function caseLetter(side: Side, news: News, row: Pick<Case, 'id'>, publicUrl: string): Letter | null {
  const told = toldOf(side, news)
  if (!told) return null
  const [line, label, path] = told
  return {
    subject: side === 'company' ? `${NEUTRAL}（契約 ${news.number}）` : NEUTRAL,
    lines: [line, `お電話のときは「契約 ${news.number}」とお伝えください。`],
    link: { href: hrefOf(news, row, path, publicUrl), label },
  }
}

function hrefOf({ act, link }: News, { id }: Pick<Case, 'id'>, path: string, publicUrl: string): string {
  if (act === 'case.published') return `${publicUrl}/cases/${id}`
  return act === 'story.published' ? `${publicUrl}/stories/${id}` : link + path
}

/** The same to a company for whose project nobody was found. */
export function ownerLetter(
  act: string,
  { id, companyId, projectId }: Pick<Case, 'id' | 'companyId' | 'projectId'>,
  number: string,
  publicUrl: string,
): Letter | null {
  const own = `/companies/${companyId}/projects/${projectId}/case`
  const told: Readonly<Record<string, Told>> = {
    'case.drafted': ['うまくいかなかったわけを、一つだけ教えてください。次の会社の役に立ちます。', 'わけを選ぶ', own],
    'case.edited': ['事例の文章を、事務局が直しました。もう一度読んで、選んでください。', '読んで選ぶ', own],
    'case.published': ['事例を公開しました。いつでも取り下げられます。', '公開した事例を見る', `/cases/${id}`],
    'story.written': [
      '事例を、事務局が読みもの（記事）に書きました。これでよいかを教えてください。',
      '記事を読む',
      `${own}#story`,
    ],
    'story.published': [
      '読みもの（記事）を公開しました。いつでも取り下げられます。',
      '公開した記事を見る',
      `/stories/${id}`,
    ],
  }
  const found = told[act]
  if (!found) return null
  const [line, label, path] = found
  return {
    subject: `${NEUTRAL}（${number}）`,
    lines: [line, `お電話のときは「${number}」とお伝えください。`],
    link: { href: publicUrl + path, label },
  }
}

function toldOf(side: Side, { act, by, isAgain }: News): Told | null {
  switch (act) {
    case 'case.drafted':
      return [
        'ふりかえりから、事例の文章の案ができました。どこまで見せてよいかを選んでください。',
        '読んで選ぶ',
        '/case',
      ]
    case 'case.edited':
      return ['事例の文章を、事務局が直しました。もう一度読んで、選んでください。', '読んで選ぶ', '/case']
    case 'case.chosen':
      if (by === side) return null
      return isAgain
        ? ['相手が、うまくいかなかったわけを書きました。もう一度読んで、選んでください。', '読んで選ぶ', '/case']
        : ['事例の見せ方について、相手が返事をしました。', 'ようすを見る', '/case']
    case 'case.published':
      return ['事例を公開しました。いつでも取り下げられます。', '公開した事例を見る', '/case']
    case 'story.written':
      return [
        '事例を、事務局が読みもの（記事）に書きました。これでよいかを教えてください。',
        '記事を読む',
        '/case#story',
      ]
    case 'story.published':
      return ['読みもの（記事）を公開しました。いつでも取り下げられます。', '公開した記事を見る', '/case#story']
    case 'case.withdrawn':
      return by === side ? null : ['相手が、事例を取り下げました。もうだれにも見えません。', 'ようすを見る', '/case']
    default:
      return null
  }
}

/** To the desk: both sides allow a text to be read, and somebody has to read it first. */
export function toReadLetter(row: Pick<Case, 'id' | 'number'>, publicUrl: string): Letter {
  return {
    subject: `事例 ${row.number} が公開を待っています`,
    lines: ['両者の返事がそろいました。', '文章を読み、名前や秘密が出ていないかを確かめてから公開してください。'],
    link: { href: `${publicUrl}/desk/cases/${row.id}`, label: '事例を読む' },
  }
}

/** To the desk: both sides let a story go out as it stands. */
export function storyReadyLetter(row: Pick<Case, 'id' | 'number'>, publicUrl: string): Letter {
  return {
    subject: `事例 ${row.number} の記事が公開を待っています`,
    lines: ['両者が「この記事でよい」と答えました。'],
    link: { href: `${publicUrl}/desk/cases/${row.id}#story`, label: '記事を公開する' },
  }
}
