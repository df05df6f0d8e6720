import { createHash } from 'node:crypto'
import fc from 'fast-check'

/**
 * Plans with secrets that nobody else would write: each stands in a place where the format says that it is one, and
 * again, encoded or inside other text, in places where nothing says so.
 */

export interface Canary {
  /** As the plan has it. */
  readonly value: string
  /** Sixteen letters and digits of it, which no escaping changes: what to look for. */
  readonly core: string
}

export interface CanaryPlan {
  readonly json: string
  readonly canaries: readonly Canary[]
  /** Where they stand, for the message of a failed test. */
  readonly story: readonly string[]
}

type Json = unknown
interface Draft {
  resource_changes: Json[]
  resource_drift: Json[]
  deferred_changes: Json[]
  action_invocations: Json[]
  checks: Json[]
  output_changes: Record<string, Json>
  variables: Record<string, Json>
  planned_values: { outputs: Record<string, Json>; root_module: { resources: Json[] } }
  prior_state: {
    format_version: string
    values: { root_module: { resources: Json[]; child_modules: Json[] } }
  }
  configuration: {
    provider_config: Record<string, Json>
    root_module: {
      variables: Record<string, Json>
      outputs: Record<string, Json>
      module_calls: Record<string, Json>
      resources: Json[]
    }
  }
  [key: string]: Json
}

const emptyDraft = (): Draft => ({
  format_version: '1.2',
  terraform_version: '1.11.4',
  resource_changes: [],
  resource_drift: [],
  deferred_changes: [],
  action_invocations: [],
  checks: [],
  output_changes: {},
  variables: {},
  planned_values: { outputs: {}, root_module: { resources: [] } },
  prior_state: { format_version: '1.0', values: { root_module: { resources: [], child_modules: [] } } },
  configuration: {
    provider_config: {},
    root_module: { variables: {}, outputs: {}, module_calls: {}, resources: [] },
  },
})

interface Change {
  readonly actions?: readonly string[]
  readonly before?: Json
  readonly after?: Json
  readonly [key: string]: Json
}

const resource = (id: string, change: Change, more: Record<string, Json> = {}): Json => ({
  address: `test_thing.r${id}`,
  mode: 'managed',
  type: 'test_thing',
  name: `r${id}`,
  provider_name: 'registry.terraform.io/test/test',
  change: { actions: ['create'], before: null, after: null, after_unknown: {}, ...change },
  ...more,
})

type Put = (value: string, id: string, plan: Draft) => void

/** Where a plan says, by a mark or a name, that a value is secret. */
const HOMES: Readonly<Record<string, Put>> = {
  'an attribute with a mark': (value, id, plan) => {
    plan.resource_changes.push(
      resource(id, { after: { input: value, kept: 'seen' }, after_sensitive: { input: true } }),
    )
  },
  'the old value of an attribute with a mark': (value, id, plan) => {
    plan.resource_changes.push(
      resource(id, {
        actions: ['update'],
        before: { input: value },
        after: { input: 'seen' },
        before_sensitive: { input: true },
        after_sensitive: {},
      }),
    )
  },
  'a nested block with a mark': (value, id, plan) => {
    const blocks = (inner: string): Json => [{ n: 1 }, { deep: [{ text: inner, n: 2 }] }]
    plan.resource_changes.push(
      resource(id, {
        actions: ['delete', 'create'],
        before: { block: blocks('seen') },
        after: { block: blocks(value) },
        after_sensitive: { block: [{}, { deep: [{ text: true }] }] },
      }),
    )
  },
  'a map that is marked as a whole, as a key too': (value, id, plan) => {
    plan.resource_changes.push(
      resource(id, { after: { all: { [value]: value } }, after_sensitive: { all: true } }),
    )
  },
  'a resource that is marked as a whole': (value, id, plan) => {
    plan.resource_changes.push(resource(id, { after: { a: [value] }, after_sensitive: true }))
  },
  'what changed outside': (value, id, plan) => {
    plan.resource_drift.push(
      resource(id, {
        actions: ['update'],
        before: { input: 'seen' },
        after: { input: value },
        after_sensitive: { input: true },
      }),
    )
  },
  'a deferred change': (value, id, plan) => {
    const change = resource(id, { after: { input: value }, after_sensitive: { input: true } })
    plan.deferred_changes.push({ reason: 'resource_config_unknown', resource_change: change })
  },
  'an output': (value, id, plan) => {
    plan.output_changes[`o${id}`] = {
      actions: ['create'],
      before: null,
      after: value,
      after_unknown: false,
      before_sensitive: true,
      after_sensitive: true,
    }
  },
  'planned values alone': (value, id, plan) => {
    plan.planned_values.outputs[`p${id}`] = { sensitive: true, value }
  },
  'the prior state of a module alone': (value, id, plan) => {
    plan.prior_state.values.root_module.child_modules.push({
      address: `module.m${id}`,
      resources: [
        { address: `module.m${id}.test_thing.x`, values: { a: value }, sensitive_values: { a: true } },
      ],
    })
  },
  'a sensitive variable': (value, id, plan) => {
    plan.variables[`v${id}`] = { value: { nested: [value] } }
    plan.configuration.root_module.variables[`v${id}`] = { sensitive: true }
  },
  'the default of a sensitive variable of a module': (value, id, plan) => {
    plan.configuration.root_module.module_calls[`m${id}`] = {
      source: './m',
      module: { root_module: {}, variables: { pin: { sensitive: true, default: value } } },
    }
  },
  'what a module call gives to a sensitive variable': (value, id, plan) => {
    plan.configuration.root_module.module_calls[`m${id}`] = {
      source: './m',
      expressions: { pin: { constant_value: value } },
      module: { variables: { pin: { sensitive: true } } },
    }
  },
  'a constant of a provider block': (value, id, plan) => {
    plan.configuration.provider_config[`test${id}`] = {
      name: 'test',
      expressions: { assume: [{ api_key: { constant_value: value } }] },
    }
  },
  'the password of a connection': (value, id, plan) => {
    plan.configuration.root_module.resources.push({
      address: `test_thing.c${id}`,
      provisioners: [{ type: 'file', expressions: { password: { constant_value: value } } }],
    })
  },
  "an attribute with a secret's name": (value, id, plan) => {
    plan.resource_changes.push(resource(id, { after: { db_password: value } }))
  },
  'a secret name beside the value': (value, id, plan) => {
    plan.resource_changes.push(resource(id, { after: { env: [{ name: 'DB_PASSWORD', value }] } }))
  },
  'a secret name beside the value, in JSON in a string': (value, id, plan) => {
    const definition = JSON.stringify([{ environment: [{ Name: 'API_TOKEN', Value: value }] }])
    plan.resource_changes.push(resource(id, { after: { definition } }))
  },
  'a secret name in JSON in a string': (value, id, plan) => {
    const text = JSON.stringify({ user: 'seen', password: value }, null, 2)
    plan.resource_changes.push(resource(id, { actions: ['update'], before: { text: '{}' }, after: { text } }))
  },
  'a secret name in YAML in a string': (value, id, plan) => {
    const text = `user: seen\npassword: ${JSON.stringify(value)}\n`
    plan.resource_changes.push(resource(id, { after: { text } }))
  },
  'the settings of an action': (value, id, plan) => {
    plan.action_invocations.push({
      address: `action.test_act.a${id}`,
      type: 'test_act',
      name: `a${id}`,
      config_values: { text: value },
      config_sensitive: { text: true },
    })
  },
}

/** The same for values of letters and digits only: a shell or an address would not take others as they are. */
const PLAIN_HOMES: Readonly<Record<string, Put>> = {
  'a script': (value, id, plan) => {
    const script = `#!/bin/sh\nexport DB_PASSWORD=${value}\nexec app\n`
    plan.resource_changes.push(resource(id, { after: { user_data: script } }))
  },
  'the password of a URL': (value, id, plan) => {
    plan.resource_changes.push(
      resource(id, { after: { url: `postgres://app:${value}@db.internal:5432/app` } }),
    )
  },
}

/** Where a copy may stand, and nothing says that it is secret. */
const COPIES: Readonly<Record<string, Put>> = {
  'an attribute': (text, id, plan) => {
    plan.resource_changes.push(resource(id, { after: { note: text } }))
  },
  'an attribute that goes': (text, id, plan) => {
    plan.resource_changes.push(
      resource(id, { actions: ['delete'], before: { note: `x ${text} y`, tags: [text] }, after: null }),
    )
  },
  'a map key': (text, id, plan) => {
    plan.resource_changes.push(
      resource(id, { actions: ['update'], before: { tags: {} }, after: { tags: { [text]: text } } }),
    )
  },
  'a long list': (text, id, plan) => {
    const list = Array.from({ length: 30 }, (_, n) => ({ n, text: n % 7 === 3 ? text : 'seen' }))
    plan.resource_changes.push(resource(id, { after: { list } }))
  },
  'a long line': (text, id, plan) => {
    plan.resource_changes.push(
      resource(id, { after: { note: `${'seen '.repeat(100)}${text}${' seen'.repeat(200)}` } }),
    )
  },
  'lines of a text': (text, id, plan) => {
    const lines = (more: string): string => `one\ntwo ${more}\nthree\nfour\nfive\n`
    plan.resource_changes.push(
      resource(id, { actions: ['update'], before: { text: lines('seen') }, after: { text: lines(text) } }),
    )
  },
  'lines that stay': (text, id, plan) => {
    const lines = (more: string): string => `one ${more}\ntwo ${text}\nthree\n`
    plan.resource_changes.push(
      resource(id, { actions: ['update'], before: { text: lines('a') }, after: { text: lines('b') } }),
    )
  },
  'JSON in a string': (text, id, plan) => {
    const json = (more: string): string => JSON.stringify({ [text]: [text], more })
    plan.resource_changes.push(
      resource(id, { actions: ['update'], before: { policy: json('a') }, after: { policy: json('b') } }),
    )
  },
  'JSON in JSON in a string': (text, id, plan) => {
    const json = JSON.stringify({ inner: JSON.stringify({ note: text }) })
    plan.resource_changes.push(resource(id, { after: { policy: json } }))
  },
  'an output': (text, id, plan) => {
    plan.output_changes[`c${id}`] = {
      actions: ['update'],
      before: 'seen',
      after: [text],
      after_unknown: false,
    }
  },
  'the message of a check': (text, id, plan) => {
    plan.checks.push({
      address: { kind: 'check', to_display: `check.c${id}`, name: `c${id}` },
      status: 'fail',
      instances: [
        {
          address: { to_display: `check.c${id}` },
          status: 'fail',
          problems: [{ message: `It is ${text}!` }],
        },
      ],
    })
  },
  'a part of an address': (text, id, plan) => {
    // What stands alone between separators is a part of an address, and so a name that everybody sees, by rule.
    const key = /[./[\]":@]/.test(text) ? 'user' : `user-${text}-x`
    const address = `test_thing.r${id}[${JSON.stringify(key)}]`
    plan.resource_changes.push(
      resource(id, { after: { n: 1 } }, { address, index: key, previous_address: `${address}.old` }),
    )
  },
  'what is imported': (text, id, plan) => {
    plan.resource_changes.push(
      resource(id, {
        actions: ['no-op'],
        before: { n: 1 },
        after: { n: 1 },
        importing: { id: text, identity: { id: text } },
        generated_config: `id = "${text}"`,
      }),
    )
  },
  'reasons and unknown words': (text, id, plan) => {
    const odd = resource(
      id,
      { actions: [`do-${text}`], replace_paths: [['tags', text]], after: { tags: {} } },
      { action_reason: text, deposed: `d-${text}`, provider_name: text },
    )
    plan.resource_changes.push(odd)
    plan.deferred_changes.push({ reason: text, resource_change: odd })
  },
  'what changed outside': (text, id, plan) => {
    plan.resource_drift.push(
      resource(id, { actions: ['update'], before: { note: text }, after: { note: 'seen' } }),
    )
  },
}

const ENCODINGS: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'inside a sentence': (text) => `the value "${text}", they say`,
  'in backticks and tags': (text) => `\`${text}\`<b>${text}</b>@${text}`,
  JSON: (text) => JSON.stringify(text),
  'JSON twice': (text) => JSON.stringify(JSON.stringify({ a: text })),
  URL: (text) => `https://example.invalid/?q=${encodeURIComponent(text)}&r=1`,
  form: (text) => new URLSearchParams({ q: text }).toString(),
  base64: (text) => Buffer.from(text).toString('base64'),
  'base64 of more': (text) => Buffer.from(`user:${text}:more`).toString('base64'),
  'base64url of more': (text) => Buffer.from(`{"a":"b",${text}`).toString('base64url'),
  hex: (text) => Buffer.from(text).toString('hex'),
}

const ODD = Array.from('"\'\\/+=&<>$%{}~ .:,;#|*_-()[]`@!\t').concat(
  'é',
  '😀',
  '\n',
  '&amp;',
  '%2F',
  '\\n',
  '::',
  '${',
)

/** Looks random and is not: no two are alike, and no search for it finds anything else. */
function canaryOf(seed: number, before: string, after: string): Canary {
  const digest = createHash('sha256').update(`canary ${seed}`).digest('base64')
  const core = digest.replace(/[+/=]/g, '').slice(0, 16)
  const value = `${before}${core}${after}`.trim()
  // `password: "${DB_PASSWORD}"` and `{{ .Values.password }}` name a secret, and hold none.
  return { value: /^[${]/.test(value) ? `k${value}` : value, core }
}

const odd = fc.string({ unit: fc.constantFrom(...ODD), maxLength: 6 })
const homes = [
  ...Object.keys(HOMES).map((home) => ({ home, put: HOMES[home] as Put, plain: false })),
  ...Object.keys(PLAIN_HOMES).map((home) => ({ home, put: PLAIN_HOMES[home] as Put, plain: true })),
]
const copy = fc.record({
  place: fc.constantFrom(...Object.keys(COPIES)),
  encoding: fc.constantFrom(...Object.keys(ENCODINGS)),
})
const planted = fc.record({
  seed: fc.nat(1_000_000_000),
  before: odd,
  after: odd,
  home: fc.constantFrom(...homes),
  copies: fc.array(copy, { minLength: 1, maxLength: 4 }),
})

export type Planted = typeof planted extends fc.Arbitrary<infer T> ? T : never

/** A plan made of these. */
export function canaryPlan(all: readonly Planted[]): CanaryPlan {
  const plan = emptyDraft()
  const canaries: Canary[] = []
  const story: string[] = []
  all.forEach(({ seed, before, after, home, copies }, index) => {
    const canary = home.plain ? canaryOf(seed, '', '') : canaryOf(seed, before, after)
    canaries.push(canary)
    home.put(canary.value, `h${index}`, plan)
    story.push(`${JSON.stringify(canary.value)} in ${home.home}`)
    copies.forEach(({ place, encoding }, n) => {
      const text = ENCODINGS[encoding]?.(canary.value) ?? canary.value
      COPIES[place]?.(text, `c${index}x${n}`, plan)
      story.push(`  copied as ${encoding} to ${place}`)
    })
  })
  return { json: JSON.stringify(plan), canaries, story }
}

export const canaryPlans: fc.Arbitrary<CanaryPlan> = fc
  .uniqueArray(planted, { minLength: 1, maxLength: 4, selector: ({ seed }) => seed })
  .map(canaryPlan)

/** Every home once, with every copy in every encoding over them all: a fixed set of plans. */
export function everyPlace(): CanaryPlan[] {
  const places = Object.keys(COPIES)
  const encodings = Object.keys(ENCODINGS)
  return homes.map((home, index) =>
    canaryPlan([
      {
        seed: index,
        before: 'a"b\\ ',
        after: '%4&<é',
        home,
        copies: places.map((place, n) => ({
          place,
          encoding: encodings[(index + n) % encodings.length] ?? 'plain',
        })),
      },
    ]),
  )
}

/**
 * What of a canary can be read in a text: its letters, or eight of them in a row; the same as base64 or hex. Made
 * without any code of ours, so that it does not share our mistakes.
 */
export function tracesOf({ core }: Canary, text: string): string[] {
  const traces: string[] = []
  const windows = (form: string, size: number, name: string): void => {
    for (let at = 0; at + size <= form.length; at++) {
      if (text.includes(form.slice(at, at + size))) {
        traces.push(name)
        return
      }
    }
  }
  windows(core, 8, 'plain')
  const hex = Buffer.from(core).toString('hex')
  windows(hex, 16, 'hex')
  windows(hex.toUpperCase(), 16, 'hex')
  for (let shift = 0; shift < 3; shift++) {
    const encoded = Buffer.from(`${'-'.repeat(shift)}${core}`).toString('base64')
    // Without the characters that hold bits of what stands before and after.
    windows(encoded.slice(shift === 0 ? 0 : 4, Math.floor(((shift + core.length) * 8) / 6)), 12, 'base64')
  }
  return traces
}
