import { z } from 'zod'
import { classify, jobCodes, searchCodes } from '../../jobcodes/rules/standard.ts'
import type { Act } from '../../lib/act.ts'
import { choice } from '../../lib/input.ts'
import type { Call } from '../../lib/web/call.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { changeNode, chooseReading, confirmNode, removeNode, retractAnswer } from '../actions/answers.ts'
import { wayTo } from '../actions/writing.ts'
import { ChangeWords, ChangeWork } from '../pages/node.tsx'
import { codeForm, wordsForm } from '../rules/forms.ts'
import type { ChallengeNode } from '../schema.ts'
import { NODE, placeOf, THERE, viewerOf, worryThere } from './viewing.ts'

const OTHERS = 7
const readingForm = z.object({ reading: choice({ label: '受けとめ方', options: ['0', '1'] }) })

export const answers: Route[] = [
  get(NODE, anyone, async (call) => {
    const node = await nodeThere(call)
    return call.page(node.kind === 'work' ? changeWork(call, node) : <ChangeWords node={node} />)
  }),

  post(`${NODE}/confirmation`, anyone, (call) => answered(call, confirmNode)),
  post(`${NODE}/retraction`, anyone, (call) => answered(call, retractAnswer)),

  post(`${NODE}/removal`, anyone, (call) => {
    const { worryId, nodeId } = placeOf(call)
    return call.act(async (act) => {
      await removeNode(act, viewerOf(call), { worryId, nodeId })
      return `/worries/${worryId}?removed=${nodeId}`
    })
  }),

  post(`${NODE}/words`, anyone, async (call) => {
    const form = call.form(wordsForm)
    if (form.ok) return answered(call, (act, viewer, place) => changeNode(act, viewer, place, form.data))
    const page = <ChangeWords node={await nodeThere(call)} values={form.values} errors={form.errors} />
    return call.page(page, { status: 422 })
  }),

  post(`${NODE}/code`, anyone, async (call) => {
    const form = call.form(codeForm)
    const leaf = form.ok ? jobCodes().leaf(form.data.code) : undefined
    if (leaf) {
      const change = { code: leaf.id, text: leaf.definition }
      return answered(call, (act, viewer, place) => changeNode(act, viewer, place, change))
    }
    return call.page(changeWork(call, await nodeThere(call), { code: '近い仕事を、ひとつ選んでください。' }), {
      status: 422,
    })
  }),

  post(`${THERE}/reading`, anyone, (call) => {
    const id = call.id('worryId')
    const form = call.form(readingForm)
    if (!form.ok) throw new TooLate('画面が古くなっています。', wayTo(id))
    return call.act(async (act) => {
      await chooseReading(act, viewerOf(call), id, Number(form.data.reading))
      return `/worries/${id}`
    })
  }),
]

type Verb = (act: Act, viewer: ReturnType<typeof viewerOf>, place: ReturnType<typeof placeOf>) => Promise<void>

/** Answers and comes back to the line. */
function answered(call: Call, verb: Verb): Promise<Response> {
  const place = placeOf(call)
  return call.act(async (act) => {
    await verb(act, viewerOf(call), place)
    return `/worries/${place.worryId}#node-${place.nodeId}`
  })
}

async function nodeThere(call: Call): Promise<ChallengeNode> {
  const { worryId, nodeId } = placeOf(call)
  const { nodes } = await worryThere(call, 'write')
  const node = nodes.find(({ id, removedAt }) => id === nodeId && !removedAt)
  if (!node) throw new TooLate('整理した内容が、そのあいだに変わりました。もう一度ごらんください。', wayTo(worryId))
  return node
}

/** Without a word to search for: what else the same words may mean. */
function changeWork(call: Call, node: ChallengeNode, errors?: Record<string, string>) {
  const q = (call.query('q') ?? '').trim().slice(0, 200)
  const hits = q ? searchCodes(q, OTHERS + 1) : near(node)
  const others = hits.filter(({ code }) => code !== node.code).slice(0, OTHERS)
  return <ChangeWork node={node} q={q} hits={others} {...(errors && { errors })} />
}

function near({ phrase, code }: ChallengeNode) {
  const meant = classify(phrase, OTHERS + 1).map(({ because, ...hit }) => ({ ...hit, matched: because.phrase }))
  if (meant.length > 1) return meant
  const related = (code && jobCodes().leaf(code)?.related) || []
  return related.flatMap((other) => searchCodes(jobCodes().leaf(other)?.name ?? '', 1))
}
