import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { makeHidesKey } from '../../src/core/key-names.ts'
import { makeRedactor } from '../../src/core/redact.ts'
import type { Json, RawPlan } from '../../src/terraform/plan/raw.ts'
import { planSecrets } from '../../src/terraform/secrets.ts'

const hidesKey = makeHidesKey()
const of = (raw: Partial<RawPlan>) => planSecrets({ format_version: '1.2', ...raw }, hidesKey)
const secretsOf = (raw: Partial<RawPlan>) => [...of(raw).secrets].sort()
/** A plan with one resource that is created with these values and marks. */
const created = (after: Json, after_sensitive: Json = {}): Partial<RawPlan> => ({
  resource_changes: [
    { address: 'a.b', change: { actions: ['create'], before: null, after, after_sensitive } },
  ],
})

describe('by mark', () => {
  test('at every level; whatever is below a mark is secret', () => {
    const after = {
      plain: 'visible-1',
      marked: 'secret-1',
      list: ['visible-2', 'secret-2'],
      block: [{ a: 'visible-3', b: 'secret-3', c: { d: 'secret-4', e: ['secret-5', 6, true, null] } }],
      number: 12345,
    }
    const marks = { marked: true, list: [false, true], block: [{ b: true, c: true }], number: true }
    expect(secretsOf(created(after, marks))).toEqual(
      ['12345', '6', 'secret-1', 'secret-2', 'secret-3', 'secret-4', 'secret-5', 'true'].sort(),
    )
    expect(secretsOf(created({ a: 'secret-1' }, true))).toEqual(['secret-1'])
  })

  test('before as well as after, in drift, deferred changes, outputs and deposed objects', () => {
    const change = (value: string) => ({
      actions: ['update'],
      before: { v: `${value}-old` },
      after: { v: `${value}-new` },
      before_sensitive: { v: true },
      after_sensitive: { v: true },
    })
    const raw: Partial<RawPlan> = {
      resource_changes: [{ address: 'a.b', deposed: '0123', change: change('change') }],
      resource_drift: [{ address: 'a.c', change: change('drift') }],
      deferred_changes: [{ reason: 'x', resource_change: { address: 'a.d', change: change('deferred') } }],
      output_changes: {
        o: {
          actions: ['update'],
          before: 'out-old',
          after: 'out-new',
          before_sensitive: true,
          after_sensitive: true,
        },
      },
    }
    expect(secretsOf(raw)).toEqual(
      ['change', 'drift', 'deferred', 'out'].flatMap((name) => [`${name}-old`, `${name}-new`]).sort(),
    )
  })

  test('planned values and prior state, in nested modules', () => {
    const values = (n: string): Json => ({
      outputs: { o: { sensitive: true, value: `output-${n}` }, p: { sensitive: false, value: 'visible' } },
      root_module: {
        resources: [{ address: 'a.b', values: { v: `root-${n}` }, sensitive_values: { v: true } }],
        child_modules: [
          {
            address: 'module.m',
            child_modules: [
              {
                address: 'module.m.module.n',
                resources: [
                  {
                    address: 'module.m.module.n.a.b',
                    values: { v: [`deep-${n}`] },
                    sensitive_values: { v: [true] },
                  },
                ],
              },
            ],
          },
        ],
      },
    })
    const found = of({
      planned_values: values('planned'),
      prior_state: { format_version: '1.0', values: values('prior') },
    })
    expect([...found.secrets].sort()).toEqual(
      ['planned', 'prior'].flatMap((n) => [`output-${n}`, `root-${n}`, `deep-${n}`]).sort(),
    )
    expect(found.publicNames).toEqual(expect.arrayContaining(['module.m.module.n.a.b', 'module.m', 'o']))
  })

  test('RUN 4: what a provider copies out of a marked value stands unmarked beside it, and is hidden by value', () => {
    const raw = created({ input: 'hunter2', output: 'hunter2-a' }, { input: true })
    const found = of(raw)
    const redactor = makeRedactor({ ...found, patterns: [] })
    expect(redactor.redact('output = "hunter2-a" -> (known after apply)')).toBe(
      'output = "(sensitive value)-a" -> (known after apply)',
    )
  })

  test('a marked string of JSON: the whole, and its values, except those that only describe', () => {
    const json = JSON.stringify({
      engine: 'postgres',
      host: 'db.example',
      password: 'hunter2',
      pin: 'abcdef',
    })
    expect(secretsOf(created({ s: json }, { s: true }))).toEqual([json, 'abcdef', 'hunter2'].sort())
  })

  test('a marked string with a password in it: the whole, and the password', () => {
    const url = 'postgres://app:hunter2@db.internal/app'
    expect(secretsOf(created({ s: url }, { s: true }))).toEqual(['hunter2', url])
  })
})

describe('by name', () => {
  test('attributes, at any depth, and what lies below them', () => {
    const after = {
      password: 'secret-1',
      password_policy: 'visible',
      nested: [
        {
          api_key: 'secret-2',
          credentials: [{ user: 'visible', key_material: 'secret-3', type: 'visible' }],
        },
      ],
      secret: [{ secret_name: 'visible', default_mode_text: 'secret-4' }],
      token: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:x',
    }
    expect(secretsOf(created(after))).toEqual(['secret-1', 'secret-2', 'secret-3', 'secret-4'])
  })

  test('a value beside a name', () => {
    const after = {
      env: [
        { name: 'DB_PASSWORD', value: 'secret-1' },
        { name: 'DB_HOST', value: 'visible' },
      ],
      set: [{ name: 'auth.adminPassword', value: 'secret-2' }],
    }
    expect(secretsOf(created(after))).toEqual(['secret-1', 'secret-2'])
  })

  test('inside strings: JSON, also in JSON, YAML, scripts, connection strings, URLs', () => {
    const after = {
      containers: JSON.stringify([
        {
          environment: [{ name: 'API_TOKEN', value: 'secret-1' }],
          name: 'app',
          inner: JSON.stringify({ password: 'secret-2' }),
        },
      ]),
      values: 'image:\n  tag: v1\nauth:\n  password: secret-3\n  username: app\n',
      user_data: '#!/bin/sh\nexport DB_PASSWORD="secret-4"\nrun --fast\n',
      dsn: 'Server=db;User=app;Password=secret-5;Encrypt=yes',
      url: 'postgres://app:secret-6@db.internal:5432/app',
      arn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf',
    }
    expect(secretsOf(created(after))).toEqual([1, 2, 3, 4, 5, 6].map((n) => `secret-${n}`))
  })

  test('outputs and variables', () => {
    const raw: Partial<RawPlan> = {
      output_changes: {
        admin_password: { actions: ['create'], before: null, after: 'secret-1' },
        url: { actions: ['create'], after: 'visible' },
      },
      variables: { db_password: { value: 'secret-2' }, size: { value: 'visible' } },
      planned_values: { outputs: { api_key: { sensitive: false, value: 'secret-3' } } },
    }
    expect(secretsOf(raw)).toEqual(['secret-1', 'secret-2', 'secret-3'])
  })
})

describe('from the configuration', () => {
  const configuration: Json = {
    provider_config: {
      aws: {
        name: 'aws',
        expressions: {
          region: { constant_value: 'eu-central-1' },
          secret_key: { constant_value: 'secret-1' },
          access_key: { references: ['var.access_key', 'visible-reference'] },
        },
      },
    },
    root_module: {
      variables: {
        plain_name: { sensitive: true, default: 'secret-2' },
        other: { default: 'visible' },
        api_token: { default: 'secret-3', description: 'visible description' },
      },
      outputs: { o: { sensitive: true, expression: { constant_value: 'secret-4' }, description: 'visible' } },
      resources: [
        {
          address: 'a.b',
          type: 'random_password',
          name: 'password',
          expressions: {
            master_password: { constant_value: 'secret-5' },
            block: [{ auth_token: { constant_value: 'secret-6' }, name: { constant_value: 'visible' } }],
            triggers: { references: ['random_password.password.result'] },
          },
          provisioners: [
            { type: 'local-exec', expressions: { environment: { constant_value: { TOKEN: 'secret-7' } } } },
          ],
        },
      ],
      module_calls: {
        secret: {
          source: './modules/secret',
          expressions: { innocent: { constant_value: 'secret-8' }, visible: { constant_value: 'visible' } },
          module: {
            variables: { innocent: { sensitive: true }, visible: {} },
            module_calls: {
              deep: {
                expressions: { x: { constant_value: ['secret-9'] } },
                module: { variables: { x: { sensitive: true } } },
              },
            },
          },
        },
      },
    },
  }
  test('constants that are sensitive or have such a name; never references, descriptions or names', () => {
    const found = of({
      configuration,
      variables: { plain_name: { value: 'secret-0' }, other: { value: 'visible' } },
    })
    expect([...found.secrets].sort()).toEqual(Array.from({ length: 10 }, (_, n) => `secret-${n}`))
    expect(found.publicNames).toContain('eu-central-1')
  })
})

describe('names that everybody sees', () => {
  test('addresses, types, names, index keys and regions are public', () => {
    const raw: Partial<RawPlan> = {
      resource_changes: [
        {
          address: 'module.net["production"].aws_instance.frontend["blue-1"]',
          previous_address: 'aws_instance.old_name',
          module_address: 'module.net["production"]',
          type: 'aws_instance',
          name: 'frontend',
          index: 'blue-1',
          change: {
            actions: ['create'],
            after: {
              a: 'production',
              b: 'blue-1',
              c: 'frontend',
              d: 'us-west-2',
              e: 'real-secret',
              region: 'us-west-2',
            },
            after_sensitive: { a: true, b: true, c: true, d: true, e: true },
          },
        },
      ],
    }
    const redactor = makeRedactor({ ...of(raw), patterns: [] })
    expect(redactor.notSearched).toEqual({ short: 0, plain: 0, names: 4 })
    const text = 'module.net["production"].aws_instance.frontend["blue-1"] in us-west-2'
    expect(redactor.redact(text)).toBe(text)
    expect(redactor.leaks('real-secret')).toBe(1)
  })
})

describe('anything at all', () => {
  test('each distinct value once', () => {
    const { secrets } = of({
      ...created({ password: 'same-one', token: 'same-one', x: 'same-one' }, { x: true }),
      variables: { secret: { value: 'same-one' } },
    })
    expect(secrets).toEqual(['same-one'])
  })

  test('keys of the prototype are ordinary keys', () => {
    const after = JSON.parse(
      '{"__proto__": {"password": "secret-1"}, "constructor": "visible", "toString": {"token": "secret-2"}}',
    ) as Json
    expect(secretsOf(created(after, JSON.parse('{"a": {}}') as Json))).toEqual(['secret-1', 'secret-2'])
  })

  test('nesting deeper than any stack, in values and in strings', () => {
    const deep = '['.repeat(50_000) + '"secret-1"' + ']'.repeat(50_000)
    expect(secretsOf(created(JSON.parse(deep) as Json, true))).toEqual(['secret-1'])
    // Too deep to tell what is secret: all is.
    expect(secretsOf(created(JSON.parse(deep) as Json))).toEqual(['secret-1'])
    expect(secretsOf(created({ text: deep }))).toEqual(['secret-1'])
    expect(secretsOf(created({ password: JSON.parse(deep) as Json }))).toEqual(['secret-1'])
  })

  test('a plan of any shape is read without a throw, and a marked string is always found', () => {
    const json = fc.jsonValue() as fc.Arbitrary<Json>
    fc.assert(
      fc.property(json, json, json, fc.string({ minLength: 1 }), (a, b, c, secret) => {
        const raw = {
          format_version: '1.2',
          resource_changes: [
            { address: 'x', change: { before: a, after: b, before_sensitive: c, after_sensitive: b } },
            { change: { after: { q: secret }, after_sensitive: { q: true } } },
          ],
          planned_values: a,
          prior_state: b,
          configuration: c,
          action_invocations: [a, b],
        } as unknown as RawPlan
        expect(planSecrets(raw, hidesKey).secrets).toContain(secret)
      }),
    )
  })

  test('a plan of 33 MB takes a fraction of a second', () => {
    const policy = JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::bucket/*' }],
    })
    const resource = (k: number) => ({
      address: `module.app["${k}"].aws_instance.web[${k % 7}]`,
      mode: 'managed',
      type: 'aws_instance',
      name: 'web',
      change: {
        actions: ['update'],
        before: values(k),
        after: values(k),
        after_unknown: { id: true },
        before_sensitive: { tags: {}, root_block_device: [{}], password: true },
        after_sensitive: { tags: {}, root_block_device: [{}], password: true },
      },
    })
    const values = (k: number) => ({
      ami: `ami-0123456789abcdef${k}`,
      arn: `arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef${k}`,
      policy,
      password: `hunter2-${k}`,
      tags: {
        Name: `web-${k}`,
        Team: 'platform',
        Environment: 'production',
        Description: 'a web server of the shop',
      },
      root_block_device: [
        { size: 20, encrypted: true, kms_key_id: `arn:aws:kms:eu-west-1:123456789012:key/${k}` },
      ],
      user_data: `#!/bin/sh\necho ${k}\napt-get install -y nginx\nsystemctl enable nginx\n`.repeat(5),
      security_groups: ['sg-0123', 'sg-4567'],
      count: k,
      enabled: true,
    })
    const text = JSON.stringify({
      format_version: '1.2',
      resource_changes: Array.from({ length: 15_000 }, (_, k) => resource(k)),
    })
    const cpu = () => process.cpuUsage().user / 1000
    let finding = Number.POSITIVE_INFINITY
    for (let round = 0; round < 2; round++) {
      const raw = JSON.parse(text) as RawPlan
      const parsed = cpu()
      expect(planSecrets(raw, hidesKey).secrets).toHaveLength(15_000)
      finding = Math.min(finding, cpu() - parsed)
    }
    expect(text.length).toBeGreaterThan(30_000_000)
    // About 0.25 s alone on its machine; what is not linear takes minutes.
    expect(finding).toBeLessThan(2000)
  }, 60_000)
})
