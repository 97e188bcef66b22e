/**
 * Compiles AssemblyScript to WebAssembly with vector instructions and a shared memory that comes from outside. For the
 * build and tests: the compiler takes seconds to load and is not there in production.
 * @throws Error with what the compiler says
 */
export async function compileAssembly(source: string): Promise<Uint8Array> {
  const { default: compiler } = await import('assemblyscript/asc')
  const output: { bytes?: Uint8Array } = {}
  const options = [
    ...['-O3', '--noAssert', '--runtime', 'stub', '--use', 'abort=', '--enable', 'simd', '--enable', 'threads'],
    ...['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536', '--memoryBase', '0'],
  ]
  const { error, stderr } = await compiler.main(['kernel.ts', '--outFile', 'kernel.wasm', ...options], {
    readFile: (name) => (name === 'kernel.ts' ? source : null),
    writeFile: (_name, content) => {
      if (typeof content !== 'string') output.bytes = content
    },
    listFiles: () => [],
  })
  if (error || !output.bytes) throw new Error(`AssemblyScript: ${error?.message ?? ''}\n${stderr.toString()}`)
  return output.bytes
}
