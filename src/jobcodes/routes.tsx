import { useOfCode } from '../insights/queries/codes.ts'
import { csv, csvHeaders } from '../lib/csv.ts'
import { found } from '../lib/web/errors.ts'
import { anyone } from '../lib/web/guard.ts'
import { get, type Route } from '../lib/web/route.ts'
import { BrowseCodes } from './pages/browse.tsx'
import { CodePage } from './pages/code.tsx'
import { codesAsJson, codesAsRows } from './rules/downloads.ts'
import { classesOf, jobCodes, searchCodes } from './rules/standard.ts'

/** The same for everybody until the next release. */
const FOR_A_DAY = { cache: 'public, max-age=86400' }
const LONGEST_QUERY = 100

export const routes: Route[] = [
  get('/job-codes', anyone, (call) => {
    const { majors, places } = jobCodes()
    const query = (call.query('q') ?? '').trim().slice(0, LONGEST_QUERY)
    const hits = query === '' ? [] : searchCodes(query)
    return call.page(<BrowseCodes majors={majors} count={places.length} query={query} hits={hits} />)
  }),

  get(
    '/job-codes.json',
    anyone,
    (call) =>
      call.c.body(codesAsJson(jobCodes()), 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="meguri-job-codes.json"',
      }),
    FOR_A_DAY,
  ),

  get(
    '/job-codes.csv',
    anyone,
    (call) => call.c.body(csv(codesAsRows(jobCodes())), 200, csvHeaders('meguri-job-codes.csv')),
    FOR_A_DAY,
  ),

  get('/job-codes/:code', anyone, async (call) => {
    const tree = jobCodes()
    const place = found(tree.place(call.param('code')))
    const related = place.leaf.related.flatMap((code) => tree.leaf(code) ?? [])
    // Counts of what everybody may read.
    const use = await call.readAsSystem((tx) => useOfCode(tx, place.leaf.id, call.now))
    return call.page(<CodePage place={place} related={related} use={use} classes={classesOf(place.leaf)} />)
  }),
]
