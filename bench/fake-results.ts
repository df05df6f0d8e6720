/**
 * A process of its own: the results service of the tests, with what a run of 250 jobs left in it. Its load must not
 * count into what is measured. Tells the environment of a job; answers each message with the requests since the last.
 */
import { expected, HEAD, part, RUN, stacks } from '../test/pipeline/report/support.ts'
import { startResults } from '../test/lab/results-server.ts'
import { partArtifactName } from '../src/report/part-artifacts.ts'
import { partsFile } from '../src/report/part-file.ts'
import type { Part } from '../src/report/part.ts'
import type { AttributeChange } from '../src/report/resource-change.ts'
import type { Section } from '../src/report/section.ts'

const PARTS = 250
const RESOURCES = 30

const lab = await startResults({ runId: Number(RUN) })
const names = Array.from({ length: PARTS }, (_, index) => `live/account-${index % 7}/service-${index}`)
lab.records.add({
  runId: Number(RUN),
  name: 'gitops-expected-1',
  files: { 'changes.json': JSON.stringify(expected({ stacks: stacks(...names) })) },
})
let bytes = 0
for (const [index, name] of names.entries()) {
  const parts = [planOf(name, index)]
  const content = JSON.stringify(partsFile(parts))
  bytes += content.length
  lab.records.add({
    runId: Number(RUN),
    name: partArtifactName(parts, 1),
    files: { 'part.json': content },
  })
}

/** A plan like one of a real stack: every fifth without changes, every ninth failed, the others with 30 resources. */
function planOf(name: string, index: number): Part {
  const run = {
    ...{ id: RUN, attempt: 1, sha: HEAD },
    url: `https://github.com/acme/gitops/actions/runs/1000/job/${index}`,
  }
  if (index % 5 === 0) return part(name, { run })
  const counts = { add: 10, change: 15, destroy: index % 2 === 0 ? 5 : 0 }
  return part(name, {
    run,
    status: 'changed',
    counts,
    headline: [{ strong: ['changes'] }],
    sections: sectionsOf(name),
  })
}

function sectionsOf(name: string): Section[] {
  const addresses = Array.from(
    { length: RESOURCES },
    (_, index) => `module.service["${name}"].aws_instance.web[${index}]`,
  )
  const changes = (seed: number): AttributeChange[] =>
    Array.from({ length: 6 }, (_, index) => ({
      path: `attribute_${index}`,
      action: 'change',
      before: { kind: 'value', text: `"before ${seed} ${index}"` },
      after: index === 5 ? { kind: 'unknown' } : { kind: 'value', text: `"after ${seed} ${index}"` },
      forcesReplacement: index === 0,
    }))
  return [
    {
      kind: 'table',
      rank: 1,
      noun: 'resources',
      columns: [{ title: 'Action' }, { title: 'Resource' }],
      rows: addresses.map((address, index) => ({
        rank: index % 6 === 0 ? 1 : 4,
        cells: [[index % 6 === 0 ? 'destroy' : 'update'], [{ code: address }]],
      })),
    },
    ...addresses.map((address, index): Section => ({
      kind: 'fold',
      rank: 4,
      open: false,
      noun: 'attributes',
      summary: [{ code: address }],
      sections: [{ kind: 'attribute-diff', rank: 4, changes: changes(index), unchanged: 12 }],
    })),
  ]
}

let told = 0
process.on('message', () => {
  process.send?.({ calls: lab.calls.length - told, problems: lab.problems })
  told = lab.calls.length
})
process.on('disconnect', () => process.exit(0))
process.send?.({ env: lab.env, bytes })
