import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { FAMILIES, fontBlobs } from './fonts.ts'
import { missingGlyphs } from './glyphs.ts'

/** The data holds characters that no embedded font can print; `characters` names them. */
export class UnprintableText extends Error {
  readonly characters: string[]
  constructor(characters: string[]) {
    super(`Cannot be printed: ${characters.join(' ')}`)
    this.name = 'UnprintableText'
    this.characters = characters
  }
}

let compiler: NodeCompiler | undefined

/**
 * Sets a Typst document as PDF/A-2b. The template reads its data with `json(bytes(sys.inputs.data))`, so that text of
 * people is never markup, and its fonts with `json(bytes(sys.inputs.fonts))`; it must set `text(…, fallback: false)` and
 * a document date. The same source and data give the same bytes. Throws UnprintableText, or Error with the compiler's diagnostics.
 */
export function renderPdf(templateSource: string, data: unknown): Uint8Array {
  const json = JSON.stringify(data)
  const missing = missingGlyphs(stringsIn(data).join('\n'))
  if (missing.length > 0) throw new UnprintableText(missing)
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: fontBlobs() }] })
  try {
    const compiled = compiler.compile({
      mainFileContent: templateSource,
      inputs: { data: json, fonts: JSON.stringify(FAMILIES) },
    })
    const document = compiled.result
    if (!document) throw new Error(`The document does not compile: ${diagnostics(compiled.takeError())}`)
    return new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2b' }))
  } finally {
    // The cache is global and keeps the text of every contract ever rendered.
    compiler.evictCache(0)
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

function diagnostics(error: NodeError | null): string {
  return error ? JSON.stringify(error.shortDiagnostics) : 'no reason given'
}
