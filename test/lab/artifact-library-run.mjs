// node artifact-library-run.mjs <the library> <method> <arguments as JSON>: prints "RESULT <JSON>".
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [library, method, given] = process.argv.slice(2)
const { DefaultArtifactClient } = await import(pathToFileURL(library).href)
const client = new DefaultArtifactClient()
const methods = {
  upload(name, root, days) {
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    return client.uploadArtifact(name, files, root, days === null ? {} : { retentionDays: days })
  },
  list: async () => (await client.listArtifacts()).artifacts,
  download: (id, path, digest) =>
    client.downloadArtifact(id, { path, ...(digest === null ? {} : { expectedHash: digest }) }),
}
console.log(`RESULT ${JSON.stringify(await methods[method](...JSON.parse(given)))}`)
