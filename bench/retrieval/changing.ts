import { applyDelta, type Model, type TalentColumns } from '../../src/engine/engine.ts'

/** 100 changes for every second that passes: each replaces one person by another, now and then with a new id. */
const A_SECOND = 100

/** Puts in the changes that are due since the last call, and tells whose they are. */
export function changing(model: Model<'talents'>, talents: (rows: number) => TalentColumns, people: number) {
  const times: number[] = []
  let last: number | null = null
  let done = 0
  return {
    times,
    /** Changes are due from now on, not for the time before. */
    begin() {
      last = performance.now()
    },
    keepUp(): number[] {
      const ids: number[] = []
      const now = performance.now()
      last ??= now
      for (; now - last >= 1000 / A_SECOND; last += 1000 / A_SECOND) {
        const id = done % 10 === 0 ? people + done : (done * 7919) % people
        const upsert = { ...talents(1), id: [id] }
        const start = performance.now()
        applyDelta(model, { upsert })
        times.push(performance.now() - start)
        ids.push(id)
        done++
      }
      return ids
    },
  }
}
