import { compileAssembly } from '../../src/lib/assembly.ts'

/** Reads bytes from … to once, 64 at a time, with vector instructions: what no scan of them can be faster than. */
const SOURCE = `
export function read(from: usize, to: usize): i32 {
  let a = i32x4.splat(0)
  let b = i32x4.splat(0)
  for (let at = from; at < to; at += 64) {
    a = i32x4.add(a, i32x4.add(v128.load(at), v128.load(at, 16)))
    b = i32x4.add(b, i32x4.add(v128.load(at, 32), v128.load(at, 48)))
  }
  return i32x4.extract_lane(i32x4.add(a, b), 0)
}`

export type Read = (from: number, to: number) => number

export async function compileFloor(): Promise<WebAssembly.Module> {
  return new WebAssembly.Module((await compileAssembly(SOURCE)) as Uint8Array<ArrayBuffer>)
}

export function readerOf(module: WebAssembly.Module, memory: WebAssembly.Memory): Read {
  return new WebAssembly.Instance(module, { env: { memory } }).exports.read as Read
}
