// AssemblyScript: the twin of scanTalents in src/engine/talentscan.ts, which says why each step is taken. The places of
// columns (AT_…), of a lane's parts (LANE_…) and of its numbers (NUMBER_…) are written before this text when it is built.

/** Rows from … to - 1; returns how many reached the floor. */
export function scan(lane: usize, rows: usize, texts: usize, dimension: u32, from: u32, to: u32, floor: i32): i32 {
  let size: u32 = 0
  for (let row = from; row < to; row++) {
    // Without a branch for each code: which of them a person has cannot be foreseen.
    const codes = rows + (<usize>row << 6) + AT_codes
    const best = max(
      max(max(aim(lane, codes), aim(lane, codes + 2)), max(aim(lane, codes + 4), aim(lane, codes + 6))),
      max(aim(lane, codes + 8), aim(lane, codes + 10)),
    )
    if (load<i32>(lane + LANE_reach + <usize>((best >> 4) << 2)) < floor) continue
    size = consider(lane, rows, texts, dimension, row, floor, size)
  }
  return size
}

@inline
function aim(lane: usize, code: usize): u32 {
  return load<u8>(lane + LANE_aims + <usize>load<u16>(code))
}

/** The twin of siftPostings in ../sift.ts: postings from … to - 1 of what `aim` says. */
export function sift(lane: usize, rows: usize, digests: usize, aim: u32, from: u32, to: u32, floor: i32): i32 {
  const worth = aim & 240
  const asked = (aim & 3) << 7
  const bins: u32 = aim == 0 ? 0 : 15
  // Added up and not taken off the floor, which may be the lowest number there is.
  const untold = number(lane, NUMBER_untold) + load<i32>(lane + LANE_codeReach + <usize>(worth >> 2))
  const feeMost = number(lane, NUMBER_feeMost)
  let size: u32 = 0
  for (let at = from; at < to; at++) {
    const digest = digests + (<usize>at << 3)
    const skill = <u32>load<u8>(digest + DIGEST_skill)
    const free = <u32>load<u8>(digest + DIGEST_hours)
    const times = <u32>load<u8>(digest + DIGEST_times)
    const most =
      untold +
      points(lane, LANE_level, worth | (<u32>load<u8>(lane + LANE_levelBin + (asked | skill)) & bins)) +
      <i32>load<i16>(digest + DIGEST_known) * KNOWN_STEP +
      points(lane, LANE_hours, free) +
      points(lane, LANE_work, load<u8>(digest + DIGEST_way))
    if (most + feeMost < floor || free == 0 || (times != 0 && (times & number(lane, NUMBER_times)) == 0)) continue
    const row = load<u32>(rows + (<usize>at << 2))
    const able = (row & number(lane, NUMBER_tieBlock)) == 0 ? most - number(lane, NUMBER_tieMore) : most
    if (able + points(lane, LANE_fee, feeBin(lane, load<u16>(digest + DIGEST_fee))) < floor) continue
    store<u32>(lane + LANE_sifted + (size << 2), row & ROW_MASK)
    size++
  }
  return size
}

/** Rows that stand in the lane's list at from … to - 1. */
export function walk(lane: usize, rows: usize, texts: usize, dimension: u32, from: u32, to: u32, floor: i32): i32 {
  // Read all lines first: so many can be on their way at once, where one after the other each would be waited for.
  let touched: u32 = 0
  for (let at = from; at < to; at++) touched += load<u8>(rows + (<usize>load<u32>(lane + LANE_list + (at << 2)) << 6))
  store<u32>(lane + LANE_numbers, touched, 60)
  let size: u32 = 0
  for (let at = from; at < to; at++) {
    size = consider(lane, rows, texts, dimension, load<u32>(lane + LANE_list + (at << 2)), floor, size)
  }
  return size
}

@inline
function consider(lane: usize, rows: usize, texts: usize, dimension: u32, row: u32, floor: i32, size: u32): u32 {
  const start = rows + (<usize>row << 6)
  let rung: u32 = 0
  let aim: u32 = 0
  for (let slot: usize = 0; slot < 6; slot++) {
    const own = <usize>load<u16>(start + AT_codes + (slot << 1))
    if (own == 65535) break
    const agrees = <u32>load<u16>(lane + LANE_rungs + (own << 1))
    if (agrees == 0) continue
    rung |= agrees
    const worth = <u32>load<u8>(lane + LANE_aims + own)
    const skill = <u32>load<u8>(start + AT_skills + slot)
    const found = (worth & 240) | <u32>load<u8>(lane + LANE_levelBin + (((worth & 3) << 7) | skill))
    if (found > aim) aim = found
  }
  let score = points(lane, LANE_code, rung) + points(lane, LANE_level, aim)
  if (score + number(lane, NUMBER_most) < floor) return size

  const free = <u32>load<u8>(start + AT_hours)
  const times = <u32>load<u8>(start + AT_times)
  const visits = <u32>load<u8>(start + AT_visits)
  if (
    load<u8>(start + AT_live) == 0 ||
    free == 0 ||
    (times != 0 && (times & number(lane, NUMBER_times)) == 0) ||
    (number(lane, NUMBER_barsRemoteOnly) != 0 && visits == 0)
  ) {
    return size
  }
  const wants = <u32>load<u16>(start + AT_motives)
  score +=
    number(lane, NUMBER_own) +
    points(lane, LANE_hours, free) +
    points(lane, LANE_fee, feeBin(lane, load<u16>(start + AT_fee))) +
    points(lane, LANE_work, <u32>load<u8>(start + AT_prefecture) * 5 + visits) +
    (wants == 0
      ? number(lane, NUMBER_motiveNotSaid)
      : points(lane, LANE_motive, popcnt(wants & number(lane, NUMBER_motives)))) +
    points(lane, LANE_record, load<u8>(start + AT_record)) +
    points(lane, LANE_answer, load<u8>(start + AT_answer)) -
    <i32>load<i16>(start + AT_price)
  if (score + number(lane, NUMBER_late) < floor) return size

  let same: u32 = 0
  for (let slot: usize = 0; slot < 3; slot++) {
    const bin = <u32>load<u8>(lane + LANE_industryBin + load<u8>(start + AT_industries + slot))
    if (bin > same) same = bin
  }
  let bond: u32 = 0
  for (let slot: usize = 0; slot < 4; slot++) {
    const own = <u32>load<u16>(start + AT_tiePlaces + (slot << 1))
    if (own == 0) break
    const step: u32 = own == number(lane, NUMBER_place) ? 3 : load<u8>(lane + LANE_near + own / 1000)
    const bin = <u32>load<u8>(lane + LANE_tieBin + ((step << 5) | load<u8>(start + AT_ties + slot)))
    if (bin > bond) bond = bin
  }
  score += points(lane, LANE_industry, same) + points(lane, LANE_tie, bond)
  if (number(lane, NUMBER_hasVector) == 0 || load<u8>(start + AT_hasText) == 0) {
    score += points(lane, LANE_text, 0)
  } else {
    if (score + number(lane, NUMBER_textMost) < floor) return size
    const dot = dotOf(texts + <usize>row * dimension, lane + LANE_vector, dimension)
    score += points(lane, LANE_text, 1 + min(max(dot >> 10, 0), 14))
  }
  if (score < floor) return size
  store<u32>(lane + LANE_hitRows + (size << 2), row)
  store<i32>(lane + LANE_hitScores + (size << 2), score)
  return size + 1
}

@inline
function feeBin(lane: usize, hoped: u32): u32 {
  const offered = <u32>number(lane, NUMBER_offered)
  if (hoped == 65535 || offered == 65535) return 0
  return hoped == 0 ? 15 : min(max((offered * 10) / hoped, 1), 15)
}

@inline
function points(lane: usize, table: usize, at: u32): i32 {
  return load<i16>(lane + table + (<usize>at << 1))
}

@inline
function number(lane: usize, which: usize): i32 {
  return load<i32>(lane + LANE_numbers + (which << 2))
}

function dotOf(a: usize, b: usize, dimension: u32): i32 {
  let sums = i32x4.splat(0)
  let axis: u32 = 0
  for (; axis + 16 <= dimension; axis += 16) {
    const x = v128.load(a + axis)
    const y = v128.load(b + axis)
    sums = i32x4.add(sums, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_s(x), i16x8.extend_low_i8x16_s(y)))
    sums = i32x4.add(sums, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_s(x), i16x8.extend_high_i8x16_s(y)))
  }
  let dot =
    i32x4.extract_lane(sums, 0) +
    i32x4.extract_lane(sums, 1) +
    i32x4.extract_lane(sums, 2) +
    i32x4.extract_lane(sums, 3)
  for (; axis < dimension; axis++) dot += <i32>load<i8>(a + axis) * <i32>load<i8>(b + axis)
  return dot
}
