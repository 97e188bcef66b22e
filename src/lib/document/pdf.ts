import { getDocumentProxy } from 'unpdf'
import { MOST_LETTERS, NotRead } from './kinds.ts'

/** Nobody's working life is longer; reading more takes longer than somebody waits. */
const MOST_PAGES = 100

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** The words of a PDF, page by page. Its pictures are not read. */
export async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await openedPdf(bytes)
  if (pdf.numPages > MOST_PAGES) throw new NotRead('large')
  if ((await pdf.getJSActions()) !== null) throw new NotRead('programs')
  let words = ''
  for (let page = 1; page <= pdf.numPages && words.length < MOST_LETTERS; page++) words += await wordsOfPage(pdf, page)
  return words
}

/** @throws NotRead when it has a password or is no whole PDF */
export async function openedPdf(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes, { verbosity: 0 })
  } catch (error) {
    throw new NotRead((error as Error).name === 'PasswordException' ? 'locked' : 'broken')
  }
}

export async function wordsOfPage(pdf: Pdf, number: number): Promise<string> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}
