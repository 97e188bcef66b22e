/** Writes the vector kernel for pairs to the standard output: in a process of its own, because the compiler keeps a gigabyte. */
import { pairsSource } from '../../src/engine/market/kernel/source.ts'
import { compileAssembly } from '../../src/lib/assembly.ts'

process.stdout.write(await compileAssembly(pairsSource()))
