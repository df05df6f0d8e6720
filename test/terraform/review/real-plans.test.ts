import { describe, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { readFile } from 'node:fs/promises'
import { parsePlanJson } from '../../../src/terraform/plan/parse.ts'
import type { RawPlan } from '../../../src/terraform/plan/raw.ts'
import { comparePlans } from '../../../src/terraform/review/compare-plans.ts'
import type { StackRun } from '../../../src/terraform/stack-run.ts'
import { goldenPlans } from '../../lab/plans.ts'
import { terraformTools } from '../../lab/terraform-tools.ts'
import { must, scratch, stackIn, write } from '../support.ts'
import { differ, differWords, recordOf } from './support.ts'

const tools = terraformTools(process.env)

describe.each(tools.map((binary) => [`${binary.tool} ${binary.version}`, binary] as const))(
  '%s',
  (_, binary) => {
    async function planned(stack: StackRun, ...args: string[]): Promise<RawPlan> {
      await must(stack, 'init', '-input=false', '-no-color')
      await must(stack, 'plan', '-input=false', '-no-color', '-out=plan', ...args)
      return parsePlanJson(await must(stack, 'show', '-json', 'plan'))
    }

    test('the same code planned twice is the same plan, and unknown values, sets and secrets in it are', async () => {
      await using folder = await scratch()
      const stack = stackIn(folder.path, binary)
      const code = (names: string, list: string, secret: string) => `
variable "secret" {
  default   = "${secret}"
  sensitive = true
}
resource "terraform_data" "a" {
  input = {
    set    = toset([${names}])
    rules  = toset([for name in [${names}] : { name = name, ports = [80, 443] }])
    secret = var.secret
    time   = timestamp()
    made   = uuid()
  }
}
resource "terraform_data" "b" {
  input            = terraform_data.a.output
  triggers_replace = [${list}]
}
output "whole" {
  value     = terraform_data.a
  sensitive = true
}
`
      const plan = async (...given: Parameters<typeof code>): Promise<RawPlan> => {
        await write(folder.path, { 'main.tf': code(...given) })
        return planned(stack)
      }
      const first = await plan('"b", "a", "c"', '1, 2', 'hunter2-one')
      expect(recordOf(first).changes.map(({ address }) => address)).toEqual([
        'terraform_data.a',
        'terraform_data.b',
      ])
      expect(JSON.stringify(recordOf(first))).not.toContain('hunter2')
      expect(differ(first, await plan('"b", "a", "c"', '1, 2', 'hunter2-one'))).toEqual([])
      // A set has no order: the tool writes it in that of its values.
      expect(differ(first, await plan('"c", "b", "a"', '1, 2', 'hunter2-one'))).toEqual([])
      // A list has one.
      expect(differWords(first, await plan('"b", "a", "c"', '2, 1', 'hunter2-one'))).toEqual([
        'values terraform_data.b: triggers_replace[0], triggers_replace[1]',
      ])
      const other = await plan('"b", "a", "c"', '1, 2', 'hunter2-two')
      expect(differWords(first, other)).toContain('values terraform_data.a: input.secret')
      expect(JSON.stringify(differ(first, other))).not.toContain('hunter2')
      expect(differWords(first, await plan('"b", "a", "d"', '1, 2', 'hunter2-one'))[0]).toMatch(/input\.set/)

      await must(stack, 'apply', '-input=false', '-no-color', '-auto-approve')
      const update = await plan('"b", "a", "c"', '1, 2', 'hunter2-three')
      expect(differ(update, await plan('"a", "c", "b"', '1, 2', 'hunter2-three'))).toEqual([])
      expect(differ(first, update).map(({ kind }) => kind)).toContain('actions')
    })

    test('the time of planning is another one in each plan, and the words say so', async () => {
      await using folder = await scratch()
      const stack = stackIn(folder.path, binary)
      await write(folder.path, {
        'main.tf': 'resource "terraform_data" "a" {\n  input = plantimestamp()\n}\n',
      })
      const first = await planned(stack)
      await new Promise((resolve) => setTimeout(resolve, 1_100))
      const found = differ(first, await planned(stack))
      expect(found.map(({ attributes }) => attributes)).toEqual([['input']])
      expect(found[0]?.text).toMatch(/input is the time of planning \(plantimestamp\(\)\)/)
    })

    test('B planned, A applied, B planned again: not what was reviewed, though the code is the same', async () => {
      await using folder = await scratch()
      const state = join(folder.path, 'a.tfstate')
      const a = (port: number) => `output "port" {\n  value = ${port}\n}\n`
      const b = `
data "terraform_remote_state" "a" {
  backend = "local"
  config  = { path = ${JSON.stringify(state)} }
}
resource "terraform_data" "rule" {
  input = { port = data.terraform_remote_state.a.outputs.port, from = "10.0.0.0/8" }
}
`
      const [upstream, downstream] = ['a', 'b'].map((name) => stackIn(join(folder.path, name), binary))
      if (upstream === undefined || downstream === undefined) throw new Error('no stacks')
      const applyA = async (port: number): Promise<void> => {
        await write(folder.path, { 'a/main.tf': a(port) })
        await must(upstream, 'init', '-input=false', '-no-color')
        await must(upstream, 'apply', '-input=false', '-no-color', '-auto-approve', `-state=${state}`)
      }
      await applyA(443)
      await write(folder.path, { 'b/main.tf': b })
      const reviewed = recordOf(await planned(downstream))
      // Applied again without a change: what was read is the same.
      await applyA(443)
      expect(comparePlans(reviewed, await planned(downstream))).toEqual([])
      await applyA(22)
      const found = comparePlans(reviewed, await planned(downstream))
      expect(found.map(({ kind, address, attributes }) => [kind, address, attributes])).toEqual([
        ['values', 'terraform_data.rule', ['input.port']],
      ])
      expect(found[0]?.changes?.map(({ before, after }) => [before, after])).toEqual([
        [
          { kind: 'value', text: '443' },
          { kind: 'value', text: '22' },
        ],
      ])
    })

    test('the state has moved on: what is changed is not what was reviewed', async () => {
      await using folder = await scratch()
      const stack = stackIn(folder.path, binary)
      const code = (size: number) =>
        `resource "terraform_data" "a" {\n  input = { size = ${size}, name = "x" }\n}\n`
      const apply = async (size: number): Promise<void> => {
        await write(folder.path, { 'main.tf': code(size) })
        await must(stack, 'init', '-input=false', '-no-color')
        await must(stack, 'apply', '-input=false', '-no-color', '-auto-approve')
      }
      await apply(1)
      await write(folder.path, { 'main.tf': code(3) })
      const reviewed = recordOf(await planned(stack))
      const destroy = recordOf(await planned(stack, '-destroy'))
      expect(comparePlans(destroy, await planned(stack, '-destroy'))).toEqual([])
      await apply(2)
      await write(folder.path, { 'main.tf': code(3) })
      const found = comparePlans(reviewed, await planned(stack))
      expect(found.map(({ attributes }) => attributes)).toEqual([['input.size', 'output.size']])
      expect(found[0]?.text).toMatch(/^No longer as it was at review/)
      expect(
        comparePlans(destroy, await planned(stack, '-destroy')).map(({ kind, destroys }) => [kind, destroys]),
      ).toEqual([['values', true]])
    })
  },
)

describe('golden plans', () => {
  const plans = goldenPlans()

  test('each is what was reviewed of it, unless it is not whole', async () => {
    for (const { scenario, tool, version, path } of plans) {
      const raw = parsePlanJson(await readFile(path, 'utf8'))
      const record = recordOf(raw)
      const found = comparePlans(record, raw)
      const name = `${scenario} ${tool} ${version}`
      expect([name, found.map(({ kind }) => kind)]).toEqual([
        name,
        record.complete ? [] : ['appeared', 'appeared'],
      ])
    }
  })

  test('none is what was reviewed of another one, unless neither does anything', async () => {
    const all = await Promise.all(
      plans
        .filter(({ tool, version }) => tool === 'terraform' && version === '1.11.4')
        .map(async ({ scenario, path }) => ({ scenario, raw: parsePlanJson(await readFile(path, 'utf8')) })),
    )
    const records = all.map(({ scenario, raw }) => ({ scenario, record: recordOf(raw) }))
    let compared = 0
    for (const { scenario, record } of records) {
      for (const other of all) {
        if (other.scenario === scenario) continue
        const now = records.find((one) => one.scenario === other.scenario)?.record
        const idle = [record, now].every(
          (one) => one?.complete === true && one.changes.length + one.outputs.length === 0,
        )
        // They import the same object into the same address; one of them writes the configuration as well.
        const both = `${scenario} ${other.scenario}`
        const same = idle || /^import-(?:only|generated) import-(?:only|generated)$/.test(both)
        expect([both, comparePlans(record, other.raw).length > 0]).toEqual([both, !same])
        compared++
      }
    }
    expect(compared).toBeGreaterThan(800)
  })

  test('no secret of theirs is in a record, nor in the words about a difference', async () => {
    const nothing = parsePlanJson('{"format_version":"1.2","planned_values":{}}')
    for (const { path, scenario } of plans) {
      const text = await readFile(path, 'utf8')
      const raw = parsePlanJson(text)
      for (const shown of [recordOf(raw), differ(nothing, raw), differ(raw, nothing)]) {
        expect([scenario, JSON.stringify(shown).match(/example-only-not-a-secret[\w-]*/g)]).toEqual([
          scenario,
          null,
        ])
      }
    }
  })
})
