import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Clock } from '../../src/core/ports.ts'
import type { StackRun, TerraformPorts } from '../../src/terraform/stack-run.ts'
import { toolEnv } from '../../src/terraform/stack-run.ts'
import type { TerraformBinary } from '../../src/terraform/tool.ts'
import { recordingExec, type Ran } from '../lab/recording-exec.ts'

/** A folder that is gone after the test. */
export async function scratch(): Promise<{ readonly path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'terraform-run-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

export async function write(folder: string, files: Readonly<Record<string, string | Buffer>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

export function stackIn(directory: string, binary: TerraformBinary, more: Partial<StackRun> = {}): StackRun {
  const { PATH = '' } = process.env
  return {
    directory,
    binary,
    // No account, no plugins and no configuration of the machine.
    env: { PATH, HOME: join(tmpdir(), 'terraform-run-home'), TF_CLI_CONFIG_FILE: '/dev/null', ...more.env },
    varFiles: [],
    backendConfig: [],
    initArgs: [],
    planArgs: [],
    lockTimeout: '0s',
    ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== 'env')),
  }
}

/** Ports whose clock only notes how long it was told to wait, and whose log is a list. */
export function testPorts(): TerraformPorts & {
  readonly waits: number[]
  readonly said: string[]
  readonly ran: Ran[]
} {
  const waits: number[] = []
  const said: string[] = []
  const ran: Ran[] = []
  const clock: Clock = {
    now: () => Date.now(),
    sleep: (milliseconds) => {
      waits.push(milliseconds)
      return Promise.resolve()
    },
  }
  const note = (message: string) => {
    said.push(message)
  }
  const log = {
    info: note,
    debug: note,
    notice: note,
    warning: note,
    error: note,
    group: <T>(_: string, body: () => Promise<T>) => body(),
    mask: note,
  }
  return { exec: recordingExec(ran), clock, log, waits, said, ran }
}

/** Runs the tool for set-up; throws with what it said. */
export async function must(stack: StackRun, ...args: string[]): Promise<string> {
  const result = await recordingExec()(stack.binary.path, args, { cwd: stack.directory, env: toolEnv(stack) })
  if (result.code !== 0) throw new Error(`${args.join(' ')}: ${result.stdout}${result.stderr}`)
  return result.stdout
}

/** A real `apply` that waits for its approval and so holds the state lock. */
export async function holdLock(stack: StackRun): Promise<{ readonly id: string } & AsyncDisposable> {
  const env: Record<string, string> = { ...toolEnv(stack), TF_INPUT: '1' }
  const child = spawn(stack.binary.path, ['apply', '-no-color'], { cwd: stack.directory, env })
  const closed = new Promise((resolve) => child.on('close', resolve))
  const info = join(stack.directory, '.terraform.tfstate.lock.info')
  for (let tries = 0; ; tries += 1) {
    if (((await stat(info).catch(() => undefined))?.size ?? 0) > 0) break
    if (tries > 200) throw new Error('the lock was never taken')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const { ID: id } = JSON.parse(await readFile(info, 'utf8')) as { ID: string }
  return {
    id,
    async [Symbol.asyncDispose]() {
      child.stdin.end('no\n')
      await closed
    },
  }
}

/** A registry for providers and modules that answers by `status`, called with the number of the request, from 1; undefined: not at all. */
export async function startRegistry(
  status: (request: number) => number | undefined,
): Promise<{ readonly config: string; readonly asked: string[] } & AsyncDisposable> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const code = status(asked.length)
    if (code === undefined) return
    response.statusCode = code
    response.end('no')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const services = ['providers.v1', 'modules.v1', 'tfe.v2', 'tfe.v2.1', 'tfe.v2.2']
    .map((name) => `"${name}" = "http://127.0.0.1:${port}/${name}/"`)
    .join(', ')
  const hosts = ['registry.terraform.io', 'registry.opentofu.org', 'app.terraform.io']
  return {
    config: hosts.map((host) => `host "${host}" {\n  services = { ${services} }\n}\n`).join(''),
    asked,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** A program that runs a shell script. */
export async function program(path: string, script: string): Promise<string> {
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
  return path
}
