// Writes the JSON Schema of .github/gitops.yml from the structure that the reader checks by; with --check only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { configSchema } from '../src/repository/config/json-schema.ts'

const path = 'schemas/gitops.schema.json'
const file = join(import.meta.dirname, '..', path)
const wanted = await format(JSON.stringify(configSchema()), {
  ...(await resolveConfig(file)),
  parser: 'json',
})

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== wanted) {
    console.error(`${path} is not what src/repository/config/structure.ts says. Run: npm run schema`)
    process.exit(1)
  }
  console.log(`${path} equals the structure that the reader checks by`)
} else {
  writeFileSync(file, wanted)
  console.log(`${path} written`)
}
