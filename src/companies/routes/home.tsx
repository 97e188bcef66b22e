import { worriesOfPerson } from '../../challenges/queries.ts'
import { worryInWords } from '../../challenges/rules/photos.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { ownTalent } from '../../talents/queries/own.ts'
import { head } from '../../text/truncate.ts'
import { type Place, Places } from '../pages/places.tsx'
import { placesOf } from '../queries.ts'

const STAFF = ['operator', 'administrator']
const SHORT = 60

/** The home of a person. Whoever has one place only goes straight there. */
export const places: Route[] = [
  get('/home', signedIn, async (call) => {
    const account = call.who.account!
    const { organisations, talent, worries } = await call.read(async (tx) => ({
      organisations: await placesOf(tx, account.id),
      talent: await ownTalent(tx, account.id),
      worries: await worriesOfPerson(tx, account.id),
    }))
    const working: Place[] = [
      ...organisations.map(({ id, kind, name }) =>
        kind === 'company'
          ? { href: `/companies/${id}`, title: name, note: '会社の案件と応募' }
          : { href: `/partners/${id}`, title: name, note: 'わたしたちの企業' },
      ),
      ...(STAFF.includes(account.power) ? [{ href: '/desk', title: '事務局', note: '確認を待つ案件と相談' }] : []),
    ]
    const own: Place = talent
      ? { href: '/me', title: '人材としてのわたし', note: '提案・応募・契約' }
      : { href: '/me', title: '人材として登録する', note: '地方の会社を手伝いたい方' }
    const known = talent ? [...working, own] : working
    if (known.length === 1 && worries.length === 0) return call.go(known[0]!.href)
    const begin: Place = { href: '/worries/new', title: 'お困りのことを書く', note: '会社の方はこちらから' }
    return call.page(
      <Places
        places={[...working, own, ...(working.length === 0 ? [begin] : [])]}
        worries={worries.map((worry) => ({
          ...{ href: `/worries/${worry.id}`, title: head(worryInWords(worry), SHORT), note: '整理した内容を見る' },
        }))}
      />,
    )
  }),
]
