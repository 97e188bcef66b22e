import { z } from 'zod'
import { choice } from '../../lib/input.ts'

/** How an answer stands: nothing to do, something to look at first, or not to begin before it is settled. */
export type Standing = 'fine' | 'look' | 'stop'

type Answer = { readonly id: string; readonly name: string; readonly standing: Standing; readonly words: string }
type Source = { readonly name: string; readonly href: string }
export type Question = {
  readonly id: QuestionId
  /** Two or three words for the sheet. */
  readonly term: string
  readonly ask: string
  readonly hint: string
  readonly answers: readonly Answer[]
  readonly source: Source
}

const GUIDELINE: Source = {
  name: '厚生労働省「副業・兼業の促進に関するガイドライン」',
  href: 'https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000192188.html',
}
const SECRETS: Source = {
  name: '経済産業省「営業秘密」（不正競争防止法）',
  href: 'https://www.meti.go.jp/policy/economy/chizai/chiteki/trade-secret.html',
}
const TAX: Source = {
  name: '国税庁 タックスアンサー No.1900「給与所得者で確定申告が必要な人」',
  href: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/shotoku/1900.htm',
}

const IDS = ['permission', 'competitor', 'hours', 'secrets', 'income'] as const
export type QuestionId = (typeof IDS)[number]

/** What decides whether a main job leaves room for another. General knowledge with its source, no advice on one case. */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'permission',
    term: '許可・届出',
    ask: '勤め先の決まり（就業規則）では、副業はどうなっていますか',
    hint: '就業規則の「副業」「兼業」「服務」のところに書いてあります。勤め先がないときは「いらない」を選んでください。',
    answers: [
      { id: 'free', name: '許可も届出もいらない', standing: 'fine', words: 'そのまま始められます。' },
      { id: 'done', name: '許可をもらった・届け出た', standing: 'fine', words: '控えを手元に残しておきましょう。' },
      {
        id: 'needed',
        name: '許可か届出がいる。まだしていない',
        standing: 'stop',
        words: '契約の前に、許可か届出を済ませましょう。公務員の方は、任命権者の許可がいります。',
      },
      {
        id: 'forbidden',
        name: '禁止と書いてある',
        standing: 'stop',
        words:
          '始める前に、人事に相談しましょう。働く時間の外の使い方は本人の自由が基本ですが、本業に差しさわるときなどは、会社が止められます。',
      },
      {
        id: 'unread',
        name: 'まだ見ていない',
        standing: 'look',
        words: 'まず就業規則を見ましょう。会社は、いつでも見られるようにしておく決まりです。',
      },
    ],
    source: GUIDELINE,
  },
  {
    id: 'competitor',
    term: '同じ商売',
    ask: '手伝いたい会社は、勤め先の商売がたきですか',
    hint: '同じお客さまに、同じような品物やサービスを売っている会社のことです。',
    answers: [
      { id: 'no', name: 'ちがう', standing: 'fine', words: '競業のしんぱいは小さいです。' },
      {
        id: 'maybe',
        name: '近いかもしれない',
        standing: 'look',
        words: 'どの品物、どの地域が重なるかを書き出して、応募の前に人事か、契約の決まりで確かめましょう。',
      },
      {
        id: 'yes',
        name: '同じ商売をしている',
        standing: 'stop',
        words: '勤め先の利益を損なう副業は、会社が止められます。勤め先の承知なしに始めないでください。',
      },
    ],
    source: GUIDELINE,
  },
  {
    id: 'hours',
    term: '時間と体',
    ask: '本業の残業と合わせて、休む時間は取れますか',
    hint: '業務委託の副業は、法律の労働時間には足されません。そのぶん、自分で気をつけることになります。',
    answers: [
      { id: 'fine', name: '取れる', standing: 'fine', words: '月の時間を決めて、契約にもその時間を書きましょう。' },
      {
        id: 'tight',
        name: '忙しい月はむずかしい',
        standing: 'look',
        words: '忙しい月を先に会社へ伝え、休めるようにして契約しましょう。時間は少なめから。',
      },
      {
        id: 'no',
        name: '今も足りない',
        standing: 'stop',
        words: '今は「見るだけ」か「休む」にしておきましょう。案件は、あとからでもあります。',
      },
    ],
    source: GUIDELINE,
  },
  {
    id: 'secrets',
    term: '本業の秘密',
    ask: '本業で知った秘密や資料を使わずに、手伝えますか',
    hint: '顧客の名簿、原価、図面、まだ出ていない製品の話、会社のパソコンや資料などのことです。',
    answers: [
      {
        id: 'yes',
        name: '使わずにできる',
        standing: 'fine',
        words: '身につけた腕や、だれでも知っている知識は使えます。',
      },
      {
        id: 'unsure',
        name: 'どこまでが秘密か分からない',
        standing: 'look',
        words:
          '「秘」の印や、限られた人だけが見られるものは秘密と考えましょう。迷うものは使わない、と決めておくと安心です。',
      },
      {
        id: 'no',
        name: '使わないとむずかしい',
        standing: 'stop',
        words: 'その仕事は受けないでください。勤め先の秘密を使うと、罪に問われることもあります。',
      },
    ],
    source: SECRETS,
  },
  {
    id: 'income',
    term: '税金の申告',
    ask: '副業のもうけ（収入から経費を引いた額）は、1年で20万円を超えそうですか',
    hint: '1月から12月までの合計です。ほかの副業も合わせます。',
    answers: [
      {
        id: 'under',
        name: '超えない',
        standing: 'fine',
        words:
          '給与が1か所で年末調整をしていれば、ふつう所得税の確定申告はいりません。住民税の申告は、20万円以下でもいります。',
      },
      {
        id: 'over',
        name: '超えそう',
        standing: 'look',
        words:
          '翌年の2月16日から3月15日に確定申告をします。領収書を取っておきましょう。住民税を自分で納めたいときは、申告書で選べます。',
      },
      {
        id: 'unsure',
        name: 'まだ分からない',
        standing: 'look',
        words:
          '報酬と経費を、月ごとに書きとめておきましょう。20万円を超えたら確定申告、超えなくても住民税の申告がいります。',
      },
    ],
    source: TAX,
  },
]

/** Answers by question; what was left out is not there. */
export type Check = Partial<Record<QuestionId, string>>

/** Everything may be left out: it is for nobody but the person. */
const fieldOf = ({ term, answers }: Question) =>
  choice({ label: term, options: answers.map(({ id }) => id), required: false })

export const checkForm = z.object(
  Object.fromEntries(QUESTIONS.map((question) => [question.id, fieldOf(question)])) as Record<
    QuestionId,
    ReturnType<typeof fieldOf>
  >,
)

/** The text to seal. */
export function writeCheck(answers: Readonly<Record<QuestionId, string | null>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer)))
}

/** What was sealed; answers that the questions no longer have count as left out. */
export function readCheck(text: string): Check {
  const stored = JSON.parse(text) as Record<string, string>
  const kept = QUESTIONS.filter(({ id, answers }) => answers.some((answer) => answer.id === stored[id]))
  return Object.fromEntries(kept.map(({ id }) => [id, stored[id]]))
}

export type Finding = { readonly question: Question; readonly answer: Answer | null }

/** Each question with what was answered, in order. */
export function findingsOf(check: Check): Finding[] {
  return QUESTIONS.map((question) => ({
    question,
    answer: question.answers.find(({ id }) => id === check[question.id]) ?? null,
  }))
}

/** How it stands altogether: the worst of the answers; null while one is missing and nothing speaks against it. */
export function standingOf(check: Check): Standing | null {
  const answers = findingsOf(check).map(({ answer }) => answer?.standing ?? null)
  return (
    (['stop', 'look'] as const).find((standing) => answers.includes(standing)) ??
    (answers.includes(null) ? null : 'fine')
  )
}
