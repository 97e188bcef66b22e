import type { Project, ProjectColumns, Talent, TalentColumns, World } from '../src/engine/engine.ts'

export const LEAVES = 412
export const DIMENSION = 64

/** Xorshift of 32 bits (George Marsaglia, 2003): the same numbers on every machine. */
function numbers(start: number): (below: number) => number {
  let state = Math.imul(start + 1, 0x9e3779b1) | 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 4294967296) * below)
  }
}

/** Synthetic columns and queries in the proportions of a market; the same for the same seed. */
export function synthetic(seed: number, leaves = LEAVES) {
  const pick = numbers(seed)
  const column = (length: number, value: (at: number) => number) => Int32Array.from({ length }, (_, at) => value(at))
  const place = () => (1 + pick(47)) * 1000 + (pick(3) === 0 ? 0 : 201 + pick(30))
  const code = () => Math.min(pick(leaves), pick(leaves))
  const [middles, majors] = [Math.ceil(leaves * 0.2233), Math.ceil(leaves * 0.0534)]
  const bits = (count: number) => column(count, () => 1 << pick(8)).reduce((all, one) => all | one, 0)

  const world: World = {
    tree: {
      middleOf: column(leaves, (leaf) => Math.floor((leaf * middles) / leaves)),
      majorOf: column(middles, (middle) => Math.floor((middle * majors) / middles)),
    },
    industries: { count: 20, near: column(400, (at) => (Math.abs(Math.floor(at / 20) - (at % 20)) === 1 ? 1 : 0)) },
    dimension: DIMENSION,
  }

  function common(rows: number) {
    const [finished, asked] = [column(rows, () => pick(5) * pick(3)), column(rows, () => pick(12))]
    return {
      id: column(rows, (row) => row),
      times: column(rows, () => 1 + pick(255)),
      motives: column(rows, () => bits(3)),
      finished,
      confirmed: finished.map((count) => pick(count + 1)),
      seenDays: column(rows, () => pick(120)),
      asked,
      answered: asked.map((count) => pick(count + 1)),
      price: column(rows, () => pick(800)),
      text: Int8Array.from({ length: rows * DIMENSION }, () => pick(255) - 127),
    }
  }

  function talents(rows: number): TalentColumns {
    const held = column(rows, () => 1 + pick(6))
    const tied = column(rows, () => pick(4))
    return {
      ...common(rows),
      codes: column(rows * 6, (at) => (at % 6 < held[Math.floor(at / 6)]! ? code() : 65535)),
      levels: column(rows * 6, () => 1 + pick(4)),
      evidence: column(rows * 6, () => pick(4)),
      years: column(rows * 6, () => pick(8)),
      industries: column(rows * 3, () => (pick(2) === 0 ? 255 : pick(20))),
      tiePlaces: column(rows * 4, (at) => (at % 4 < tied[Math.floor(at / 4)]! ? place() : 0)),
      tieKinds: column(rows * 4, () => pick(8)),
      tieRecency: column(rows * 4, () => pick(4)),
      hours: column(rows, () => 1 + pick(40)),
      fee: column(rows, () => 1500 + pick(8500)),
      prefecture: column(rows, () => 1 + pick(47)),
      visits: column(rows, () => pick(4)),
    }
  }

  function postings(rows: number): ProjectColumns {
    const wanted = column(rows, () => 1 + pick(4))
    return {
      ...common(rows),
      codes: column(rows * 4, (at) => (at % 4 < wanted[Math.floor(at / 4)]! ? code() : 65535)),
      levels: column(rows * 4, () => 1 + pick(4)),
      musts: column(rows * 4, (at) => (at % 4 === 0 ? 1 : pick(2))),
      industry: column(rows, () => pick(20)),
      place: column(rows, place),
      hours: column(rows, () => 4 + pick(20)),
      fee: column(rows, () => 2000 + pick(4000)),
      visits: column(rows, () => pick(5)),
      travelPaid: column(rows, () => pick(2)),
    }
  }

  function someProject(): Project {
    return {
      codes: Array.from({ length: 1 + pick(4) }, (_, at) => ({ code: code(), level: 1 + pick(4), must: at === 0 })),
      industry: pick(20),
      place: place(),
      hours: 4 + pick(20),
      fee: 2000 + pick(4000),
      visits: pick(5),
      travelPaid: pick(2) === 1,
      motives: bits(3),
      text: column(DIMENSION, () => pick(255) - 127),
    }
  }

  function someTalent(): Talent {
    return {
      codes: Array.from({ length: 1 + pick(6) }, () => ({
        code: code(),
        level: 1 + pick(4),
        evidence: pick(4),
        years: pick(8),
      })),
      industries: [pick(20)],
      ties: Array.from({ length: pick(4) }, () => ({ kind: pick(8), recency: pick(4), place: place() })),
      hours: 4 + pick(30),
      fee: 1500 + pick(5000),
      prefecture: 1 + pick(47),
      visits: pick(4),
      motives: bits(3),
      text: column(DIMENSION, () => pick(255) - 127),
    }
  }

  return { world, talents, postings, someProject, someTalent, pick }
}
