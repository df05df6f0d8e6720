/** For `node --import`: writes the path of each module that is loaded, and where the first output came, to a file. */
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const list = process.env['BENCH_LOADED'] ?? ''
const tell = (line: string): void => appendFileSync(list, `${line}\n`)

registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) tell(fileURLToPath(url))
    return next(url, context)
  },
})

const write = process.stdout.write.bind(process.stdout)
process.stdout.write = ((...all: Parameters<typeof write>): boolean => {
  tell('first line')
  process.stdout.write = write
  return write(...all)
}) as typeof process.stdout.write
