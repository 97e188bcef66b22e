import { readFileSync } from 'node:fs'
import { type Matrix, matrix } from '../engine/market/matrix.ts'
import { StartError } from '../lib/start-error.ts'
import { BAD_INPUT } from './bad-input.ts'

/** A matrix of numbers: CSV, a row a line, or NumPy's .npy (two dimensions, f4 or f8). Throws a sentence with the line. */
export function readMatrix(file: string): Matrix {
  const bytes = readBytes(file)
  return bytes.subarray(1, 6).toString('latin1') === 'NUMPY'
    ? readNpy(file, bytes)
    : readCsv(file, bytes.toString('utf8'))
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch {
    throw new StartError(`${file} を読めません。場所と、読む許可を確かめてください。`, BAD_INPUT)
  }
}

/** As CSV writes numbers; `Number` would also take 0x1 and nothing. */
const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

function readCsv(file: string, text: string): Matrix {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/)
  while (lines.at(-1)?.trim() === '') lines.pop()
  const rows = lines.map((line) => line.split(','))
  const columns = rows[0]?.length ?? 0
  const made = matrix(rows.length, columns)
  for (const [row, cells] of rows.entries()) {
    if (cells.length !== columns)
      throw new StartError(
        `${file} の${row + 1}行目は${cells.length}列です。1行目と同じ${columns}列にしてください。`,
        BAD_INPUT,
      )
    for (const [column, cell] of cells.entries()) {
      const value = DECIMAL.test(cell.trim()) ? Number(cell) : Number.NaN
      if (!Number.isFinite(value))
        throw new StartError(`${file} の${row + 1}行目、${column + 1}列目が数ではありません。`, BAD_INPUT)
      made.values[row * columns + column] = value
    }
  }
  return made
}

/** Source: NumPy's documentation, numpy.lib.format. */
function readNpy(file: string, bytes: Buffer): Matrix {
  const isLong = (bytes[6] ?? 0) >= 2
  const start = isLong ? 12 : 10
  const length = bytes.length < start ? 0 : isLong ? bytes.readUInt32LE(8) : bytes.readUInt16LE(8)
  const header = bytes.subarray(start, start + length).toString('latin1')
  const type = /'descr': '<f([48])'/.exec(header)?.[1]
  const shape = /'shape': \((\d+), (\d+),?\)/.exec(header)
  const refused = new StartError(
    `${file} は使えません。二次元で、行の順に並んだ f4 か f8 の .npy にしてください。`,
    BAD_INPUT,
  )
  if (!type || !shape || !header.includes("'fortran_order': False")) throw refused
  const [rows, columns, width] = [Number(shape[1]), Number(shape[2]), Number(type)]
  const data = bytes.subarray(start + length)
  if (data.length !== rows * columns * width) throw refused
  const made = matrix(rows, columns)
  for (let at = 0; at < rows * columns; at++)
    made.values[at] = width === 4 ? data.readFloatLE(at * 4) : data.readDoubleLE(at * 8)
  return made
}
