export type Read = (from: number, to: number) => number

export function readerOf(module: WebAssembly.Module, memory: WebAssembly.Memory): Read {
  return new WebAssembly.Instance(module, { env: { memory } }).exports.read as Read
}
