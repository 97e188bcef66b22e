import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hide, noneHidden, showAgain } from './hidden.ts'

const pairs = fc.array(fc.record({ talentId: fc.constantFrom('a', 'b', 'c'), companyId: fc.constantFrom('x', 'y') }))

test('both ways tell the same, whatever is hidden and shown again', () => {
  fc.assert(
    fc.property(pairs, fc.subarray(['a', 'b', 'c']), fc.subarray(['x', 'y']), (all, talents, companies) => {
      const hidden = noneHidden()
      for (const pair of all) hide(hidden, pair)
      showAgain(hidden, { talents })
      showAgain(hidden, { companies })
      for (const talent of ['a', 'b', 'c']) {
        for (const company of ['x', 'y']) {
          const said = all.some(({ talentId, companyId }) => talentId === talent && companyId === company)
          const kept = said && !talents.includes(talent) && !companies.includes(company)
          expect(hidden.byCompany.get(company)?.has(talent) ?? false).toBe(kept)
          expect(hidden.byTalent.get(talent)?.has(company) ?? false).toBe(kept)
        }
      }
    }),
  )
})
