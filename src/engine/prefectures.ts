/** Prefectures by JIS X 0401 number (1 Hokkaido … 47 Okinawa); index 0 stands for "not said". */
export const PREFECTURES = 48

/** The eight regions by their last prefecture: Hokkaido, Tohoku, Kanto, Chubu, Kinki, Chugoku, Shikoku, Kyushu with Okinawa. */
const LAST_OF_BLOCK = [1, 7, 14, 23, 30, 35, 39, 47]

/** Latitude and longitude of the prefectural offices in degrees, in JIS order. */
const OFFICES = [
  43.06, 141.35, 40.82, 140.74, 39.7, 141.15, 38.27, 140.87, 39.72, 140.1, 38.24, 140.36, 37.75, 140.47, 36.34, 140.45,
  36.57, 139.88, 36.39, 139.06, 35.86, 139.65, 35.6, 140.12, 35.69, 139.69, 35.45, 139.64, 37.9, 139.02, 36.7, 137.21,
  36.59, 136.63, 36.07, 136.22, 35.66, 138.57, 36.65, 138.18, 35.39, 136.72, 34.98, 138.38, 35.18, 136.91, 34.73,
  136.51, 35, 135.87, 35.02, 135.76, 34.69, 135.52, 34.69, 135.18, 34.69, 135.83, 34.23, 135.17, 35.5, 134.24, 35.47,
  133.05, 34.66, 133.93, 34.4, 132.46, 34.19, 131.47, 34.07, 134.56, 34.34, 134.04, 33.84, 132.77, 33.56, 133.53, 33.61,
  130.42, 33.25, 130.3, 32.74, 129.87, 32.79, 130.74, 33.24, 131.61, 31.91, 131.42, 31.56, 130.56, 26.21, 127.68,
]

const KM_LIMITS = [150, 400, 800]

/** Number of distance bands: same prefecture, < 150 km, < 400 km, < 800 km, farther. */
export const DISTANCES = 5
const DISTANCE_UNKNOWN = 2

/** Region block 1–8 of a prefecture 1–47; 0 for 0. */
export function blockOf(prefecture: number): number {
  return prefecture === 0 ? 0 : LAST_OF_BLOCK.findIndex((last) => prefecture <= last) + 1
}

/** Distance band 0–4 between two prefectures; the middle band where one is not said. */
export function distanceBand(a: number, b: number): number {
  return BANDS[a * PREFECTURES + b]!
}

const BANDS = Uint8Array.from({ length: PREFECTURES * PREFECTURES }, (_, at) =>
  band(Math.floor(at / PREFECTURES), at % PREFECTURES),
)

function band(a: number, b: number): number {
  if (a === 0 || b === 0) return DISTANCE_UNKNOWN
  if (a === b) return 0
  const km = kilometres(a, b)
  return 1 + KM_LIMITS.filter((limit) => km >= limit).length
}

/** Great-circle distance by the haversine formula. */
function kilometres(a: number, b: number): number {
  const at = (prefecture: number, axis: number) => (OFFICES[(prefecture - 1) * 2 + axis]! * Math.PI) / 180
  const half = (angle: number) => Math.sin(angle / 2) ** 2
  const h = half(at(b, 0) - at(a, 0)) + Math.cos(at(a, 0)) * Math.cos(at(b, 0)) * half(at(b, 1) - at(a, 1))
  return 2 * 6371 * Math.asin(Math.sqrt(h))
}
