import { packageOf, type Rival, type Shared } from './rival.ts'

interface Index {
  add(keys: BigUint64Array, vectors: Float32Array, threads: number): void
  search(vector: Float32Array, k: number, threads: number): { keys: BigUint64Array }
  remove(key: bigint): unknown
}
type USearch = { Index: new (options: object) => Index }

const AT_ONCE = 10_000

/** The nearest texts in this process (HNSW): of all factors only this one. */
export function openUSearch({ model, queries }: Shared, threads: number): Rival | null {
  const usearch = packageOf<USearch>('usearch')
  if (!usearch) return null
  const { rows } = model
  const { dimension } = model.store
  const index = new usearch.Index({ metric: 'cos', quantization: 'i8', dimensions: dimension, connectivity: 16 })
  const put = (from: number, to: number) => {
    const { id, text } = model.store
    const keys = BigUint64Array.from({ length: to - from }, (_, at) => BigInt(id[from + at]!))
    index.add(keys, vectorsOf(text.subarray(from * dimension, to * dimension)), threads)
  }
  for (let from = 0; from < rows; from += AT_ONCE) put(from, Math.min(rows, from + AT_ONCE))
  return {
    name: 'USearch, nearest texts',
    async search(at, k) {
      const text = vectorsOf(queries[at]!.text ?? [])
      return text.length === 0 ? [] : Array.from(index.search(text, k, 1).keys, Number)
    },
    async change(id) {
      const row = model.rowOf.get(id)!
      index.remove(BigInt(id))
      put(row, row + 1)
    },
    async stop() {},
  }
}

const vectorsOf = (values: ArrayLike<number>) => Float32Array.from(values, (value) => value / 127)
