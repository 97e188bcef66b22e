import { test } from 'vitest'
import { writeTown } from '../fixtures/full.ts'
import { openHouse } from '../house.ts'
const house = await openHouse({running: true})
test('town', async () => {
  const t = performance.now()
  const town = await writeTown(house)
  console.log(performance.now() - t, JSON.stringify(town, null, 1))
}, 120000)
