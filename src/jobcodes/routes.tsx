import { UsualOfWork } from '../insights/pages/usual.tsx'
import { useOfCodes } from '../insights/queries/codes.ts'
import { newestRelease } from '../insights/queries/releases.ts'
import { figureIn } from '../insights/rules/figures.ts'
import { csv, csvHeaders } from '../lib/csv.ts'
import type { Call } from '../lib/web/call.ts'
import { found } from '../lib/web/errors.ts'
import { anyone } from '../lib/web/guard.ts'
import { get, type Route } from '../lib/web/route.ts'
import { addressOf, NO_FILTERS } from '../projects/rules/filters.ts'
import { WatchThis } from '../watches/pages/button.tsx'
import { watchAt } from '../watches/queries.ts'
import { BrowseCodes } from './pages/browse.tsx'
import { CodeChanges } from './pages/changes.tsx'
import { CodePage } from './pages/code.tsx'
import { GroupPage } from './pages/group.tsx'
import { OldCode } from './pages/old-code.tsx'
import { changesAsJson, changesAsRows, codesAsJson, codesAsRows } from './rules/downloads.ts'
import { classesOf, jobCodes, searchCodes } from './rules/standard.ts'
import type { Place } from './rules/tree.ts'

/** The same for everybody until the next release. */
const FOR_A_DAY = { cache: 'public, max-age=86400' }
const LONGEST_QUERY = 100

export const routes: Route[] = [
  get('/job-codes', anyone, (call) => {
    const { majors, places, versions } = jobCodes()
    const query = (call.query('q') ?? '').trim().slice(0, LONGEST_QUERY)
    const hits = query === '' ? [] : searchCodes(query)
    const version = versions.at(-1)
    return call.page(<BrowseCodes {...{ majors, query, hits }} count={places.length} {...(version && { version })} />)
  }),

  get('/job-codes.json', anyone, (call) => json(call, codesAsJson(jobCodes()), 'meguri-job-codes.json'), FOR_A_DAY),

  get(
    '/job-codes.csv',
    anyone,
    (call) => call.c.body(csv(codesAsRows(jobCodes())), 200, csvHeaders('meguri-job-codes.csv')),
    FOR_A_DAY,
  ),

  // Before the codes: none of them is called so.
  get('/job-codes/changes', anyone, (call) => call.page(<CodeChanges tree={jobCodes()} />)),

  get(
    '/job-codes/changes.json',
    anyone,
    (call) => json(call, changesAsJson(jobCodes()), 'meguri-job-code-changes.json'),
    FOR_A_DAY,
  ),

  get(
    '/job-codes/changes.csv',
    anyone,
    (call) => call.c.body(csv(changesAsRows(jobCodes())), 200, csvHeaders('meguri-job-code-changes.csv')),
    FOR_A_DAY,
  ),

  get('/job-codes/:code', anyone, async (call) => {
    const tree = jobCodes()
    const major = tree.majors.find(({ id }) => id === call.param('code'))
    if (major) return call.c.redirect(`/job-codes#code-${major.id}`, 303)
    const groups = tree.majors.flatMap((major) => major.middles.map((middle) => ({ middle, major })))
    const group = groups.find(({ middle }) => middle.id === call.param('code'))
    if (group) return call.page(await groupPage(call, group))
    const place = found(tree.place(call.param('code')))
    if (place.leaf.old) {
      // Whoever comes by an old link is helped on; nobody should come by a search engine.
      call.c.header('x-robots-tag', 'noindex')
      const successors = tree.successors(place.leaf.id).flatMap(({ id }) => tree.place(id) ?? [])
      return call.page(<OldCode place={place} old={place.leaf.old} successors={successors} />)
    }
    const related = place.leaf.related.flatMap((code) => tree.leaf(code) ?? [])
    const { use, release, follow } = await aboutWork(call, place.leaf.id)
    const usual = <UsualOfWork place={place} release={release} />
    return call.page(<CodePage {...{ place, related, use, usual, follow }} classes={classesOf(place.leaf)} />)
  }),
]

/** What goes on in a leaf or a group, and how to be told of it. */
async function aboutWork(call: Call, id: string) {
  // Counts of what everybody may read; a case may say no more than the group.
  const use = await call.readAsSystem((tx) => useOfCodes(tx, [id, ...jobCodes().recorded(id)], call.now))
  const address = addressOf({ ...NO_FILTERS, code: id })
  const { watch, release } = await call.read(async (tx) => ({
    watch: await watchAt(tx, call.who.account?.id, address),
    release: await newestRelease(tx),
  }))
  return { use, release, follow: <WatchThis address={address} watch={watch} /> }
}

async function groupPage(call: Call, group: Omit<Place, 'leaf'>) {
  const { middle } = group
  const { use, release, follow } = await aboutWork(call, middle.id)
  const contracts = release ? (figureIn(release.figures, `middle ${middle.id}`)?.value ?? null) : null
  const usual = <UsualOfWork place={group} release={release} />
  return <GroupPage {...{ ...group, use, contracts, usual, follow }} />
}

function json(call: Call, text: string, name: string): Response {
  return call.c.body(text, 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  })
}
