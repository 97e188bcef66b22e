import { z } from 'zod'
import { classify, jobCodes, searchCodes } from '../../jobcodes/rules/standard.ts'
import type { Act } from '../../lib/act.ts'
import { choice } from '../../lib/input.ts'
import type { Call } from '../../lib/web/call.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { changeNode, chooseReading, confirmNode, removeNode, retractAnswer } from '../actions/answers.ts'
import { gone, wayBack } from '../actions/lines.ts'
import { ChangeWords, ChangeWork } from '../pages/node.tsx'
import { codeForm, wordsForm } from '../rules/forms.ts'
import type { ChallengeNode } from '../schema.ts'
import { type Door, homeAt, placeOf, THERE, viewerOf, worryThere } from './viewing.ts'

const OTHERS = 7
const readingForm = z.object({ reading: choice({ label: '受けとめ方', options: ['0', '1'] }) })

/** 「はい」「少し違う」「いいえ」 to a line, by the door of each side that may answer. */
export function answersAt(door: Door): Route[] {
  const NODE = `${door.there}/nodes/:nodeId`
  return [
    get(NODE, door.write, async (call) => {
      const node = await nodeThere(call, door)
      const home = homeAt(call, door)
      return call.page(node.kind === 'work' ? changeWork(call, node, home) : <ChangeWords node={node} home={home} />)
    }),

    post(`${NODE}/confirmation`, door.write, (call) => answered(call, door, confirmNode)),
    post(`${NODE}/retraction`, door.write, (call) => answered(call, door, retractAnswer)),

    post(`${NODE}/removal`, door.write, (call) => {
      const place = placeOf(call)
      return call.act(async (act) => {
        await removeNode(act, viewerOf(call, door), place)
        return `${homeAt(call, door)}?removed=${place.nodeId}`
      })
    }),

    post(`${NODE}/words`, door.write, async (call) => {
      const form = call.form(wordsForm)
      if (form.ok) return answered(call, door, (act, viewer, place) => changeNode(act, viewer, place, form.data))
      const page = {
        ...{ node: await nodeThere(call, door), home: homeAt(call, door), values: form.values, errors: form.errors },
      }
      return call.page(<ChangeWords {...page} />, { status: 422 })
    }),

    post(`${NODE}/code`, door.write, async (call) => {
      const form = call.form(codeForm)
      const leaf = form.ok ? jobCodes().leaf(form.data.code) : undefined
      if (leaf) {
        const change = { code: leaf.id, text: leaf.definition }
        return answered(call, door, (act, viewer, place) => changeNode(act, viewer, place, change))
      }
      const errors = { code: '近い仕事を、ひとつ選んでください。' }
      return call.page(changeWork(call, await nodeThere(call, door), homeAt(call, door), errors), { status: 422 })
    }),
  ]
}

export const reading: Route[] = [
  post(`${THERE}/reading`, anyone, (call) => {
    const id = call.id('worryId')
    const form = call.form(readingForm)
    if (!form.ok) throw new TooLate('画面が古くなっています。', wayBack(viewerOf(call), id))
    return call.act(async (act) => {
      await chooseReading(act, viewerOf(call), id, Number(form.data.reading))
      return `/worries/${id}`
    })
  }),
]

type Verb = (act: Act, viewer: ReturnType<typeof viewerOf>, place: ReturnType<typeof placeOf>) => Promise<void>

/** Answers and comes back to the line. */
function answered(call: Call, door: Door, verb: Verb): Promise<Response> {
  const place = placeOf(call)
  return call.act(async (act) => {
    await verb(act, viewerOf(call, door), place)
    return `${homeAt(call, door)}#node-${place.nodeId}`
  })
}

async function nodeThere(call: Call, door: Door): Promise<ChallengeNode> {
  const { worryId, nodeId } = placeOf(call)
  const { nodes } = await worryThere(call, 'write', door)
  const node = nodes.find(({ id, removedAt }) => id === nodeId && !removedAt)
  if (!node) throw gone(viewerOf(call, door), worryId)
  return node
}

/** Without a word to search for: what else the same words may mean. */
function changeWork(call: Call, node: ChallengeNode, home: string, errors?: Record<string, string>) {
  const q = (call.query('q') ?? '').trim().slice(0, 200)
  const hits = q ? searchCodes(q, OTHERS + 1) : near(node)
  const others = hits.filter(({ code }) => code !== node.code).slice(0, OTHERS)
  return <ChangeWork node={node} home={home} q={q} hits={others} {...(errors && { errors })} />
}

function near({ phrase, text, source, code }: ChallengeNode) {
  const meant = classify(source === 'person' ? text : phrase, OTHERS + 1).map(({ because, ...hit }) => ({
    ...hit,
    matched: because.phrase,
  }))
  if (meant.length > 1) return meant
  const related = (code && jobCodes().leaf(code)?.related) || []
  return related.flatMap((other) => searchCodes(jobCodes().leaf(other)?.name ?? '', 1))
}
