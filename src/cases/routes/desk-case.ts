import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { calledOf, caseById, postedOf } from '../queries/cases.ts'
import { isTellable, storyOf } from '../queries/stories.ts'
import { exposedIn } from '../rules/exposed.ts'

/** The case of the path as the desk reads it, with its story and whether it may have one. */
export async function deskCase(call: Call) {
  const id = call.id('caseId')
  return call.read(async (tx) => {
    const row = found(await caseById(tx, id))
    const exposed = exposedIn(row, await calledOf(tx, row), await postedOf(tx, row))
    return { row, exposed, story: await storyOf(tx, id), tellable: await isTellable(tx, id) }
  })
}
