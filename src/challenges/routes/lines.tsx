import { jobCodes, searchCodes } from '../../jobcodes/rules/standard.ts'
import type { Call } from '../../lib/web/call.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { addLine, type NewLine as Line } from '../actions/lines.ts'
import { NewLine, NewWords, NewWork } from '../pages/line.tsx'
import { addedKind, addedWorkForm, lineForm } from '../rules/forms.ts'
import { liveNodes } from '../rules/nodes.ts'
import { type Door, homeAt, viewerOf, worryThere } from './viewing.ts'

const HITS = 7

/** 「行を足す」, by the door of each side that may. */
export function linesAt(door: Door): Route[] {
  const LINES = `${door.there}/lines`
  return [
    get(`${LINES}/new`, door.write, async (call) => {
      const { symptoms, works } = await treeThere(call, door)
      const home = homeAt(call, door)
      const kind = addedKind(call.query('kind'))
      if (kind === null) return call.page(<NewLine home={home} />)
      if (kind === 'work') return call.page(newWork(call, home, works))
      return call.page(<NewWords {...{ home, kind, symptoms }} />)
    }),

    post(LINES, door.write, async (call) => {
      const { symptoms, works } = await treeThere(call, door)
      const home = homeAt(call, door)
      const kind = addedKind(call.body.kind)
      if (kind === null) return call.page(<NewLine home={home} />, { status: 422 })
      if (kind === 'work') {
        const form = call.form(addedWorkForm)
        const leaf = form.ok ? jobCodes().leaf(form.data.code) : undefined
        if (leaf) return added(call, door, { kind, text: leaf.definition, code: leaf.id, under: null })
        return call.page(newWork(call, home, works, { code: '足す仕事を、ひとつ選んでください。' }), { status: 422 })
      }
      const form = call.form(lineForm)
      if (form.ok) return added(call, door, { kind, code: null, text: form.data.text, under: form.data.under ?? null })
      const page = <NewWords {...{ home, kind, symptoms }} values={form.values} errors={form.errors} />
      return call.page(page, { status: 422 })
    }),
  ]
}

function added(call: Call, door: Door, line: Line): Promise<Response> {
  const worryId = call.id('worryId')
  return call.act(async (act) => {
    const id = await addLine(act, viewerOf(call, door), worryId, line)
    return `${homeAt(call, door)}#node-${id}`
  })
}

async function treeThere(call: Call, door: Door) {
  const { worry, nodes } = await worryThere(call, 'write', door)
  const live = liveNodes(nodes, worry.reading)
  return {
    symptoms: live.filter(({ kind }) => kind === 'symptom'),
    works: live.filter(({ kind }) => kind === 'work'),
  }
}

/** Without a word to search for: what is akin to the works that are there. */
function newWork(call: Call, home: string, works: readonly { code: string | null }[], errors?: Record<string, string>) {
  const q = (call.query('q') ?? '').trim().slice(0, 200)
  const there = new Set(works.map(({ code }) => code))
  const akin = works.flatMap(({ code }) => (code && jobCodes().leaf(code)?.related) || [])
  const near = [...new Set(akin)].flatMap((code) => searchCodes(jobCodes().leaf(code)?.name ?? '', 1))
  const hits = (q ? searchCodes(q, HITS) : near).filter(({ code }) => !there.has(code)).slice(0, HITS)
  return <NewWork {...{ home, q, hits }} {...(errors && { errors })} />
}
