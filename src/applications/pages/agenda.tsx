import type { Project } from '../../projects/schema.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Layout } from '../../ui/layout.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import { NOT_ASKED, questionsAbout } from '../rules/agenda.ts'
import { applicationNumber } from '../rules/state.ts'
import { momentInWords } from '../rules/times.ts'
import { questionsOf } from '../rules/words.ts'
import type { Application, Interview } from '../schema.ts'

type Props = {
  application: Application
  project: Project
  codes: readonly string[]
  interview?: Interview
  home: string
}

const WAY = 'いちばん近い仕事を、どんな順で進めましたか。うまくいかなかったのはどこですか。'
const TO_FILL = <span class="part">＿＿＿＿＿＿＿＿＿＿</span>

/** One sheet for the talk: what both should know afterwards. The same for both sides. */
export function AgendaPage({ application, project, codes, interview, home }: Props) {
  const works = questionsAbout(codes)
  const questions = questionsOf(project)
  const items = [
    {
      term: '1　三か月後、半年後',
      value: <Said said={project.goal} ask="半年たったとき、何がどう変わっていたら「頼んでよかった」ですか。" />,
    },
    {
      term: '2　いまあるもの',
      value: <Said said={project.background} ask="いまある記録、道具、これまで試したことを教えてください。" />,
    },
    {
      term: '3　だれが決めるか',
      value: (
        <>
          決める人 {TO_FILL}　毎日の相手 {TO_FILL}
        </>
      ),
    },
    {
      term: '4　頼まないこと',
      value: <Said said={project.excluded} ask="増やしたくなったときは、どう決めますか。" />,
    },
    ...works.map((work, at) => ({
      term: `${at + 5}　${work.name}`,
      value: <Questions questions={[...work.questions, WAY]} />,
    })),
    {
      term: `${works.length + 5}　応募の答えのつづき`,
      value: <Questions questions={questions.map((question) => `「${question}」の答えで、もう少し聞きたいところ`)} />,
    },
    { term: `${works.length + 6}　つぎにすること`, value: <>だれが、いつまでに、何をする {TO_FILL}</> },
  ]
  const letters = [project.goal, project.background, project.excluded, ...works.flatMap((work) => work.questions)].join(
    '',
  ).length
  return (
    <Layout
      title="話すことの紙"
      lead="面談のあとに、二人とも同じことを知っているように。"
      back={{ href: home, label: '応募にもどる' }}
    >
      <PrintSheet title={`${project.title ?? ''}（${applicationNumber(application)}）`} letters={letters + MUCH}>
        {interview?.chosen && <p>{`${momentInWords(interview.chosen)}　${interview.place}`}</p>}
        <DefinitionList items={items} />
        <p>{`聞かないこと：${NOT_ASKED}。`}</p>
      </PrintSheet>
    </Layout>
  )
}

/** Of the sheet itself, so that what is printed stays on one. */
const MUCH = 400

function Said({ said, ask }: { said: string | null; ask: string }) {
  return (
    <>
      {said && <p>{said}</p>}
      <p>{ask}</p>
    </>
  )
}

function Questions({ questions }: { questions: readonly string[] }) {
  return (
    <ul>
      {questions.map((question) => (
        <li key={question}>{question}</li>
      ))}
    </ul>
  )
}
