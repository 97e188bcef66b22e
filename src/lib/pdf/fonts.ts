import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Coverage, readCoverage } from './cmap.ts'

/** The only fonts a document is set in; fonts of the machine are never used, so that every machine prints the same. */
const FACES: readonly { file: string; family: string }[] = [
  { file: '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf', family: 'BIZ UDGothic' },
  { file: '@expo-google-fonts/biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf', family: 'BIZ UDGothic' },
  // For characters of names that the first lacks, such as 𠮷.
  { file: '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf', family: 'Noto Sans JP' },
  { file: '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf', family: 'Noto Sans JP' },
]

/** In order of preference; a template finds them as `json(bytes(sys.inputs.fonts))`. */
export const FAMILIES: readonly string[] = [...new Set(FACES.map(({ family }) => family))]

type Fonts = { blobs: Buffer[]; coverages: Coverage[][] }

let fonts: Fonts | undefined

/** The font files, read once. */
export function fontBlobs(): Buffer[] {
  return load().blobs
}

/** Per family the coverage of each of its weights: a character counts only where every weight has it. */
export function coverages(): Coverage[][] {
  return load().coverages
}

function load(): Fonts {
  if (!fonts) {
    const { resolve } = createRequire(import.meta.url)
    const blobs = FACES.map(({ file }) => readFileSync(resolve(file)))
    const families = FAMILIES.map((family) =>
      blobs.filter((_, i) => FACES[i]!.family === family).map((blob) => readCoverage(blob)),
    )
    fonts = { blobs, coverages: families }
  }
  return fonts
}
