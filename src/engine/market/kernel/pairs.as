// AssemblyScript: the twin of plainReader in ../reading.ts. The places of a row's and of four columns' numbers (ROW_…, GROUP_…)
// are written before this text when it is compiled.

/** Rows 0 … count - 1 of the strip with the groups of four columns from … to - 1: where a score may enter either side's best. */
export function read(
  strip: usize,
  groups: usize,
  floors: usize,
  hits: usize,
  scores: usize,
  scratch: usize,
  count: u32,
  from: u32,
  to: u32,
): u32 {
  let size: usize = 0
  for (let row: u32 = 0; row < count; row++) {
    const own = strip + <usize>row * ROW_size
    const a = f32x4.splat(load<f32>(own))
    const b = f32x4.splat(load<f32>(own, 4))
    const c = f32x4.splat(load<f32>(own, 8))
    const d = f32x4.splat(load<f32>(own, 12))
    const e = f32x4.splat(load<f32>(own, 16))
    const f = f32x4.splat(load<f32>(own, 20))
    const g = f32x4.splat(load<f32>(own, 24))
    const h = f32x4.splat(load<f32>(own, 28))
    const base = f32x4.splat(load<f32>(own, ROW_own))
    const price = f32x4.splat(load<f32>(own, ROW_price))
    const floor = f32x4.splat(load<f32>(own, ROW_floor))
    for (let group = from; group < to; group++) {
      const at = groups + <usize>group * GROUP_size
      let score = f32x4.add(base, v128.load(at, GROUP_own))
      score = f32x4.add(score, f32x4.mul(a, v128.load(at)))
      score = f32x4.add(score, f32x4.mul(b, v128.load(at, 16)))
      score = f32x4.add(score, f32x4.mul(c, v128.load(at, 32)))
      score = f32x4.add(score, f32x4.mul(d, v128.load(at, 48)))
      score = f32x4.add(score, f32x4.mul(e, v128.load(at, 64)))
      score = f32x4.add(score, f32x4.mul(f, v128.load(at, 80)))
      score = f32x4.add(score, f32x4.mul(g, v128.load(at, 96)))
      score = f32x4.add(score, f32x4.mul(h, v128.load(at, 112)))
      const enters = v128.or(
        f32x4.gt(f32x4.add(score, v128.load(at, GROUP_price)), floor),
        f32x4.gt(f32x4.add(score, price), v128.load(floors + (<usize>group << 4))),
      )
      if (!v128.any_true(enters)) continue
      v128.store(scratch, score)
      const mask = i32x4.bitmask(enters)
      const first = (row << 16) | ((group - from) << 2)
      for (let lane: u32 = 0; lane < 4; lane++) {
        if (((mask >> lane) & 1) == 0) continue
        store<u32>(hits + size, first | lane)
        store<f32>(scores + size, load<f32>(scratch + (<usize>lane << 2)))
        size += 4
      }
    }
  }
  return <u32>(size >> 2)
}
