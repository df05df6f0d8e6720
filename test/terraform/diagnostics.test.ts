import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { initStack } from '../../src/terraform/init.ts'
import { parseTextDiagnostics, stripAnsi } from '../../src/terraform/diagnostics-text.ts'
import {
  diagnosticFromJson,
  distinctDiagnostics,
  parseValidateOutput,
} from '../../src/terraform/diagnostics.ts'
import type { Diagnostic } from '../../src/terraform/diagnostics.ts'
import { isInterrupt, parseEvent } from '../../src/terraform/events.ts'
import { terraformTools } from '../lab/terraform-tools.ts'
import { must, scratch, stackIn, testPorts, write } from './support.ts'

const plain = `
Initializing the backend...

Warning: Deprecated thing

  on main.tf line 4, in terraform:
   4:   old = true

Use the new one.

Error: Failed to query available provider packages

Could not retrieve the list of available versions for provider nobody/nope:
could not query provider registry for registry.terraform.io/nobody/nope: the
request failed after 2 attempts, please try again later: 503 Service
Unavailable returned from 127.0.0.1:7777

To see which modules are currently depending on nobody/nope and what versions
are specified, run the following command:
    terraform providers

Error: Invalid index

  with module.a["x"].aws_instance.web[0],
  on ../modules/a/main.tf line 12, in resource "aws_instance" "web":
  12:   ami = var.amis[var.region]
    ├────────────────
    │ var.region is "value-of-a-variable"

The given key does not identify an element in this collection value.
`

const expected: Diagnostic[] = [
  {
    severity: 'warning',
    summary: 'Deprecated thing',
    detail: 'Use the new one.',
    context: 'terraform',
    file: 'main.tf',
    line: 4,
  },
  {
    severity: 'error',
    summary: 'Failed to query available provider packages',
    detail:
      'Could not retrieve the list of available versions for provider nobody/nope: could not query provider registry for registry.terraform.io/nobody/nope: the request failed after 2 attempts, please try again later: 503 Service Unavailable returned from 127.0.0.1:7777\n\nTo see which modules are currently depending on nobody/nope and what versions are specified, run the following command:\n    terraform providers',
  },
  {
    severity: 'error',
    summary: 'Invalid index',
    detail: 'The given key does not identify an element in this collection value.',
    address: 'module.a["x"].aws_instance.web[0]',
    context: 'resource "aws_instance" "web"',
    file: '../modules/a/main.tf',
    line: 12,
  },
]

/** As it comes with colours on: each diagnostic in a box. */
function boxed(text: string): string {
  const [first = '', ...rest] = text.trim().split(/\n\n(?=(?:Error|Warning): )/)
  const boxes = rest.map((box) => {
    const lines = box.split('\n').map((line) => `\u001b[31m│\u001b[0m \u001b[0m${line}`)
    return ['\u001b[31m╷\u001b[0m\u001b[0m', ...lines, '\u001b[31m╵\u001b[0m\u001b[0m'].join('\n')
  })
  return [first, ...boxes, 'For more help, run: terraform init -help'].join('\n')
}

describe('text', () => {
  test('without a box', () => expect(parseTextDiagnostics(plain)).toEqual(expected))
  test('in boxes, with colours', () => expect(parseTextDiagnostics(boxed(plain))).toEqual(expected))
  test('with Windows line ends', () =>
    expect(parseTextDiagnostics(plain.replaceAll('\n', '\r\n'))).toEqual(expected))

  test('values shown beside the code are dropped', () => {
    expect(JSON.stringify(parseTextDiagnostics(plain))).not.toContain('value-of-a-variable')
  })

  test('"Error:" inside a box or a sentence does not open another', () => {
    const box = '╷\n│ Error: outer\n│ \n│ Error: inner, said by the provider\n╵\nSomething. Error: no\n'
    expect(parseTextDiagnostics(box)).toEqual([
      { severity: 'error', summary: 'outer', detail: 'Error: inner, said by the provider' },
    ])
  })

  test('two boxes without a line between', () => {
    const two = '╷\n│ Error: one\n╵\n╷\n│ Warning: two\n│ lines\n╵\n'
    expect(parseTextDiagnostics(two)).toEqual([
      { severity: 'error', summary: 'one', detail: '' },
      { severity: 'warning', summary: 'two lines', detail: '' },
    ])
  })

  test.each([
    ['Terraform has been successfully initialized!', '\n'],
    ['OpenTofu has been successfully initialized!', '\n\n'],
    ['Initializing provider plugins...', '\n\n'],
  ])('what init goes on to say is no part of a warning: %s', (line, gap) => {
    const text = `\nWarning: x\n\nIt is.${gap}${line}\n\nYou may now begin.\n`
    expect(parseTextDiagnostics(text)).toEqual([{ severity: 'warning', summary: 'x', detail: 'It is.' }])
    // In a box it is somebody's message.
    expect(parseTextDiagnostics(`╷\n│ Error: x\n│ \n│ ${line}\n╵\n`)[0]?.detail).toBe(line)
  })

  test('a place with no block around it, and a file name with spaces', () => {
    const text = '\nError: x\n\n  on my file.tf line 1:\n   1: a\n\nd\n'
    expect(parseTextDiagnostics(text)).toEqual([
      { severity: 'error', summary: 'x', detail: 'd', file: 'my file.tf', line: 1 },
    ])
  })

  test('total, and a diagnostic put in a box comes out again', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(parseTextDiagnostics(text))))
    const word = fc.stringMatching(/^[a-z"./-]{1,20}$/)
    const words = fc.array(word, { minLength: 1, maxLength: 30 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 3 }), (summary, paragraphs) => {
        const detail = paragraphs.join('\n\n')
        const wrapped = paragraphs.map((text) => wrap(text, 78)).join('\n\n')
        const [found, ...more] = parseTextDiagnostics(`\nError: ${summary}\n\n${wrapped}\n`)
        expect(more).toEqual([])
        expect(found).toEqual({ severity: 'error', summary, detail })
      }),
    )
  })
})

function wrap(text: string, width: number): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

describe.each(terraformTools(process.env))('$tool $version', (binary) => {
  test('text and JSON of the same fault agree', async () => {
    await using folder = await scratch()
    await write(folder.path, {
      'main.tf': 'module "m" {\n  source = "./m"\n}\n',
      'm/main.tf': 'variable "a" {\n  type = strin\n}\n',
    })
    const stack = stackIn(folder.path, binary)
    const init = await initStack(stack, testPorts(), { backend: true })
    expect(init).toMatchObject({ kind: 'failed', cause: 'config' })
    const printed = await must(stack, 'init', '-no-color').then(
      () => '',
      (thrown: unknown) => (thrown instanceof Error ? thrown.message : ''),
    )
    const fromText = distinctDiagnostics(parseTextDiagnostics(printed.replace(/^init: /, '')))
    const shared = ({ summary, file, line, severity }: Diagnostic) => ({ summary, file, line, severity })
    expect(fromText.map(shared)).toEqual(init.diagnostics.map(shared))
    expect(fromText[0]).toMatchObject({ file: 'm/main.tf', line: 2, context: 'variable "a"' })
  })
})

describe('json', () => {
  test('values of the snippet and of the difference are left out', () => {
    const found = diagnosticFromJson({
      severity: 'error',
      summary: 'Resource postcondition\nfailed',
      detail: ' d \n',
      address: 'a.b',
      range: {
        filename: 'main.tf',
        start: { line: 11, column: 19, byte: 209 },
        end: { line: 11, column: 34, byte: 224 },
      },
      snippet: {
        context: 'resource "a" "b"',
        code: 'x',
        values: [{ traversal: 'self.input', statement: 'is "hunter2"' }],
      },
      difference: { before: 'hunter2' },
    })
    expect(found).toEqual({
      severity: 'error',
      summary: 'Resource postcondition failed',
      detail: 'd',
      address: 'a.b',
      context: 'resource "a" "b"',
      file: 'main.tf',
      line: 11,
      column: 19,
      endLine: 11,
      endColumn: 34,
      about: ['self.input'],
    })
  })

  test('total on any JSON, for events too', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        diagnosticFromJson(value)
        parseValidateOutput(JSON.stringify(value))
        parseEvent(JSON.stringify(value))
        parseEvent(JSON.stringify({ '@message': 'x', type: 'diagnostic', diagnostic: value, hook: value }))
        for (const type of ['planned_change', 'change_summary', 'outputs', 'constructor', '__proto__']) {
          parseEvent(JSON.stringify({ '@message': 'x', type, change: value, changes: value, outputs: value }))
        }
      }),
    )
  })

  test('the words around other errors are left out, unless they are all there is', () => {
    const around: Diagnostic = {
      severity: 'error',
      summary:
        'Terraform encountered problems during initialisation, including problems with the configuration.',
      detail: '',
    }
    const real: Diagnostic = { severity: 'error', summary: 'x', detail: 'a\nb' }
    expect(distinctDiagnostics([around, real, { ...real, detail: 'a b' }])).toEqual([real])
    expect(distinctDiagnostics([around, { ...real, severity: 'warning' }])).toHaveLength(2)
  })
})

describe('events', () => {
  const event = (more: object) => parseEvent(JSON.stringify({ '@level': 'info', '@message': 'm', ...more }))

  test('progress has address and action, never a value', () => {
    const hook = { resource: { addr: 'a.b["k"]' }, action: 'read', id_key: 'id', id_value: 'hunter2' }
    expect(event({ type: 'refresh_start', hook })).toEqual({
      kind: 'progress',
      progress: { step: 'refresh-start', address: 'a.b["k"]', action: 'read' },
      // Tells objects apart, and is handed on to nobody.
      object: { key: 'id', value: 'hunter2' },
    })
    expect(event({ type: 'state_lock_acquire' })).toEqual({
      kind: 'progress',
      progress: { step: 'lock-wait' },
    })
  })

  test('counts and outputs', () => {
    expect(event({ type: 'change_summary', changes: { add: 0, forget: 1, operation: 'plan' } })).toEqual({
      kind: 'summary',
      changed: true,
    })
    expect(event({ type: 'change_summary', changes: { add: 0, operation: 'plan' } })).toEqual({
      kind: 'summary',
      changed: false,
    })
    expect(event({ type: 'outputs', outputs: { o: { action: 'create' } } })).toEqual({
      kind: 'summary',
      changed: true,
      outputs: { o: { value: undefined, sensitive: true } },
    })
    expect(event({ type: 'outputs', outputs: { o: { action: 'noop' } } })).toMatchObject({
      kind: 'summary',
      changed: false,
    })
  })

  test('an interrupt, and types not known', () => {
    expect(event({ type: 'log', '@message': '\nInterrupt received.\nPlease wait' })).toEqual({
      kind: 'interrupt',
    })
    const cancelled = 'Provider installation was canceled by an interrupt signal.'
    expect(event({ '@message': cancelled })).toEqual({ kind: 'interrupt' })
    expect(isInterrupt(`Error: ${cancelled}`)).toBe(true)
    expect(event({ type: 'brand_new' })).toEqual({ kind: 'other' })
    expect(isInterrupt('the word Interrupt received. in a sentence')).toBe(false)
  })

  test('lines that are not events', () => {
    for (const line of [
      '',
      'null',
      '[]',
      '{',
      '{}',
      '{"a":1}',
      ' {"@message":"x"}',
      '"@message"',
      '\u0000',
    ]) {
      expect(parseEvent(line)).toBeUndefined()
    }
  })
})

test('escape sequences', () => {
  expect(
    stripAnsi('\u001b[1m\u001b[38;5;1mred\u001b[0m \u001b]8;;http://x\u0007link\u001b]8;;\u0007\u001bM'),
  ).toBe('red link')
})
