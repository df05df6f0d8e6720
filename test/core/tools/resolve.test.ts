import { describe, expect, test } from '@jest/globals'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../../src/core/errors.ts'
import { resolveTool, type ResolveRequest } from '../../../src/core/tools/resolve.ts'
import { fakeProgram, sha256Hex, startMirror, toolZip } from '../../lab/mirror.ts'
import { fakeTool, LINUX, makePlace, type Place } from './setup.ts'

const KNOWN = fakeTool({ '1.9.8': {}, '1.10.5': {}, '1.5.7': {}, '2.0.0': {} })

function ask(place: Place, request: Partial<ResolveRequest>) {
  return resolveTool({
    tool: KNOWN,
    want: 'any',
    env: place.env(),
    ports: place.ports,
    platform: LINUX,
    ...request,
  })
}

async function userError(promise: Promise<unknown>): Promise<UserError> {
  const thrown: unknown = await promise.then(
    (value) => new Error(`resolved with ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  )
  if (!(thrown instanceof UserError)) throw thrown
  return thrown
}

const slotFolder = (place: Place, version: string): string =>
  join(place.root, 'cache/gitops-pipeline/tools/faketool', version, 'linux-amd64')

describe('PATH', () => {
  test('takes the first program of the right version, past one of the wrong version', async () => {
    await using place = await makePlace()
    await place.program('old/faketool', fakeProgram('1.5.7'))
    const path = await place.program('new/faketool', fakeProgram('1.9.8'))
    const env = place.env(['old', 'new'])
    expect(await ask(place, { want: '1.9.8', env })).toEqual({ path, version: '1.9.8', origin: 'path' })
    expect((await ask(place, { want: '>= 1.6, < 2', env })).version).toBe('1.9.8')
    expect((await ask(place, { want: 'any', env })).version).toBe('1.5.7')
  })

  test('an exact wish is met only by exactly that version', async () => {
    await using place = await makePlace()
    await place.program('bin/faketool', fakeProgram('1.9.8-beta1'))
    const error = await userError(
      ask(place, { want: '1.9.8', env: place.env(['bin']), mirror: 'http://127.0.0.1:9' }),
    )
    expect(error.message).toContain('faketool is 1.9.8-beta1')
  })

  test('hashicorp/setup-terraform#328: takes the program behind the wrapper, not the wrapper', async () => {
    await using place = await makePlace()
    const ran = join(place.root, 'wrapper-ran')
    await place.program('bin/faketool', `#!/bin/sh\necho x > '${ran}'\necho '[command]faketool-bin'\n`)
    const path = await place.program('bin/faketool-bin', fakeProgram('1.9.8'))
    expect(await ask(place, { env: place.env(['bin']) })).toMatchObject({ path, origin: 'path' })
    expect(existsSync(ran)).toBe(false)
  })

  test('the folder that the setup action names is used even when it is not on PATH', async () => {
    await using place = await makePlace()
    await place.program(
      'other/faketool',
      '#!/bin/sh\necho "[command]…/faketool-bin version -json"\necho "{}"\n',
    )
    const path = await place.program('setup/faketool-bin', fakeProgram('1.9.8'))
    const env = place.env(['other'], { FAKETOOL_CLI_PATH: join(place.root, 'setup') })
    expect((await ask(place, { env })).path).toBe(path)
  })

  test('a wrapper without its program is not believed', async () => {
    await using place = await makePlace()
    const wrapped = `#!/bin/sh\necho "[command]/x/faketool-bin"\necho '{"terraform_version": "1.9.8"}'\n`
    await place.program('bin/faketool', wrapped)
    const error = await userError(
      ask(place, { want: '1.9.8', env: place.env(['bin']), mirror: 'http://127.0.0.1:9' }),
    )
    expect(error.message).toContain('does not answer "version -json" with JSON')
  })

  test("a version manager's shim answers for the stack's folder and gets no secrets", async () => {
    await using place = await makePlace()
    const shim =
      '#!/bin/sh\nenv > env.txt\nprintf \'{"terraform_version": "%s"}\' "$(cat .terraform-version)"\n'
    await place.program('shims/faketool', shim)
    await mkdir(join(place.root, 'stack'))
    await writeFile(join(place.root, 'stack/.terraform-version'), '1.7.1')
    const more = { ASDF_DIR: '/asdf', TF_CLI_ARGS: '-x', GITHUB_TOKEN: 'hush', AWS_SECRET_ACCESS_KEY: 'hush' }
    const env = place.env(['shims'], more)
    expect((await ask(place, { env, cwd: join(place.root, 'stack') })).version).toBe('1.7.1')
    const given = await readFile(join(place.root, 'stack/env.txt'), 'utf8')
    expect(given).toContain('ASDF_DIR=/asdf')
    expect(given).not.toMatch(/hush|TF_CLI_ARGS/)
  })

  test('relative PATH entries, folders and files that may not be run are passed over', async () => {
    await using place = await makePlace()
    await mkdir(join(place.root, 'a/faketool'), { recursive: true })
    await mkdir(join(place.root, 'b'))
    await writeFile(join(place.root, 'b/faketool'), fakeProgram('1.9.8'), { mode: 0o644 })
    const path = await place.program('c/faketool', fakeProgram('1.9.8'))
    const env = place.env(['a', 'b', 'c'])
    expect((await ask(place, { env: { ...env, PATH: `.:bin:${env['PATH'] ?? ''}` } })).path).toBe(path)
  })
})

describe('download', () => {
  test('checks, unpacks, runs, keeps; the second time comes from the cache without a request', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.release('faketool', '1.9.8', toolZip('faketool', fakeProgram('1.9.8')))
    const first = await ask(place, { want: '1.9.8', mirror: mirror.url })
    expect(first).toEqual({
      path: join(slotFolder(place, '1.9.8'), 'faketool'),
      version: '1.9.8',
      origin: 'download',
    })
    const asked = [...mirror.asked]
    expect(asked.map((path) => path.replace(/.*faketool_/, ''))).toEqual([
      '1.9.8_SHA256SUMS',
      '1.9.8_linux_amd64.zip',
    ])
    expect((await ask(place, { want: '1.9.8', mirror: mirror.url })).origin).toBe('cache')
    expect(mirror.asked).toEqual(asked)
    expect((await readdir(slotFolder(place, '1.9.8'))).sort()).toEqual(['faketool', 'record.json'])
    expect(await readdir(join(slotFolder(place, '1.9.8'), '..'))).toEqual(['linux-amd64'])
  })

  test('a digest of the table is used instead of the checksum file', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    const zip = toolZip('faketool', fakeProgram('1.9.8'))
    mirror.release('faketool', '1.9.8', zip, { sha256: 'f'.repeat(64) })
    const tool = fakeTool({ '1.9.8': { 'linux-amd64': sha256Hex(zip) } })
    expect((await ask(place, { tool, want: '1.9.8', mirror: mirror.url })).origin).toBe('download')
    expect(mirror.asked.filter((path) => path.endsWith('SUMS'))).toEqual([])
  })

  test.each(['table', 'checksum file'])(
    'nothing runs or stays when the digest of the %s differs',
    async (source) => {
      await using place = await makePlace()
      await using mirror = await startMirror()
      const ran = join(place.root, 'ran')
      mirror.release('faketool', '1.9.8', toolZip('faketool', fakeProgram('1.9.8', ran)), {
        sha256: 'f'.repeat(64),
      })
      const pinned = source === 'table' ? { 'linux-amd64': 'e'.repeat(64) } : {}
      const tool = fakeTool({ '1.9.8': pinned })
      const error = await userError(
        ask(place, { tool, want: '1.9.8', mirror: mirror.url, build: 'when-unreachable' }),
      )
      expect(error.message).toContain(`expected ${source === 'table' ? 'e'.repeat(64) : 'f'.repeat(64)}`)
      expect(existsSync(ran)).toBe(false)
      expect(await readdir(join(slotFolder(place, '1.9.8'), '..'))).toEqual([])
    },
  )

  test('a download cut short is fetched again; cut short always, nothing is left', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    const zip = toolZip('faketool', fakeProgram('1.9.8'))
    const path = '/faketool/1.9.8/faketool_1.9.8_linux_amd64.zip'
    mirror.release('faketool', '1.9.8', zip)
    mirror.on(path, { kind: 'truncated', body: zip }, { kind: 'body', body: zip })
    expect((await ask(place, { want: '1.9.8', mirror: mirror.url })).origin).toBe('download')
    expect(place.pauses).toEqual([1000])
    mirror.release('faketool', '1.10.5', zip)
    mirror.on(path.replaceAll('1.9.8', '1.10.5'), { kind: 'truncated', body: zip })
    const error = await userError(ask(place, { want: '1.10.5', mirror: mirror.url }))
    expect(error.message).toContain('(4 tries)')
    expect(existsSync(slotFolder(place, '1.10.5'))).toBe(false)
  })

  test('an archive that names a file outside of the folder puts nothing there', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    const evil = { '../evil': 'x', '../../evil': 'x', 'sub/faketool': 'x', '/evil': 'x' }
    mirror.release('faketool', '1.9.8', toolZip('faketool', fakeProgram('1.9.8'), evil))
    await ask(place, { want: '1.9.8', mirror: mirror.url })
    const files = await readdir(place.root, { recursive: true })
    expect(files.filter((file) => file.endsWith('evil'))).toEqual([])
    expect((await readdir(slotFolder(place, '1.9.8'))).sort()).toEqual(['faketool', 'record.json'])
  })

  test.each([
    ['no member of the name', toolZip('other', fakeProgram('1.9.8')), 'holds no faketool'],
    ['a member only deeper', toolZip('bin/faketool', fakeProgram('1.9.8')), 'holds no faketool'],
    ['no zip at all', new TextEncoder().encode('<html>please log in</html>'), 'cannot be unpacked'],
    ['another version inside', toolZip('faketool', fakeProgram('1.9.7')), 'says it is 1.9.7'],
  ])('%s is an error that leaves no cache entry', async (_name, zip, message) => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.release('faketool', '1.9.8', zip)
    const error = await userError(ask(place, { want: '1.9.8', mirror: mirror.url }))
    expect(error.message).toContain(message)
    expect(existsSync(slotFolder(place, '1.9.8'))).toBe(false)
  })

  test('a member larger than allowed is not unpacked', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.release('faketool', '1.9.8', toolZip('faketool', ' '.repeat(5000)))
    const tool = { ...KNOWN, archive: { kind: 'zip', maxBytes: 4000 } } as const
    const error = await userError(ask(place, { tool, want: '1.9.8', mirror: mirror.url }))
    expect(error.message).toContain('larger than 4000 bytes')
  })

  test('a version that was never released is told from a network fault', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    const error = await userError(ask(place, { want: '1.9.99', mirror: mirror.url }))
    expect(error.message).toContain('there is no faketool 1.9.99 for linux-amd64')
    expect(place.pauses).toEqual([])
  })

  test('no way out: says what was looked for, where, and what to do', async () => {
    await using place = await makePlace()
    await place.program('bin/faketool', fakeProgram('1.5.7'))
    const request = {
      want: '1.9.8',
      where: '.terraform-version',
      mirror: 'http://127.0.0.1:9',
      env: place.env(['bin']),
    }
    const error = await userError(ask(place, request))
    expect(error.message).toContain(
      `faketool 1.9.8 is not on this machine (on PATH: ${place.root}/bin/faketool is 1.5.7`,
    )
    expect(error.message).toContain(`not in ${slotFolder(place, '1.9.8')}`)
    expect(error.help).toContain('PATH')
    expect(error.where).toBe('.terraform-version')
  })

  test('the mirror may come from the environment; a mirror that is no URL is named', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.release('faketool', '1.9.8', toolZip('faketool', fakeProgram('1.9.8')))
    const env = place.env([], { GITOPS_PIPELINE_MIRROR: `${mirror.url}/` })
    expect((await ask(place, { want: '1.9.8', env })).origin).toBe('download')
    const wrong = place.env([], { GITOPS_PIPELINE_MIRROR: 'file:///etc' })
    expect((await userError(ask(place, { want: '1.10.5', env: wrong }))).where).toBe('GITOPS_PIPELINE_MIRROR')
  })

  test('a checksum file over plain HTTP from another machine is not asked for', async () => {
    await using place = await makePlace()
    const error = await userError(ask(place, { want: '1.9.8', mirror: 'http://mirror.invalid' }))
    expect(error.message).toContain('plain HTTP proves nothing')
  })
})

describe('cache', () => {
  test('a changed program is noticed and replaced', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.release('faketool', '1.9.8', toolZip('faketool', fakeProgram('1.9.8')))
    const { path } = await ask(place, { want: '1.9.8', mirror: mirror.url })
    const ran = join(place.root, 'ran')
    await writeFile(path, fakeProgram('1.9.8', ran))
    expect((await ask(place, { want: '1.9.8', mirror: mirror.url })).origin).toBe('download')
    expect(await readFile(path, 'utf8')).toBe(fakeProgram('1.9.8'))
    expect(existsSync(ran)).toBe(false)
    await writeFile(join(slotFolder(place, '1.9.8'), 'record.json'), '{"sha256": 1}')
    expect((await ask(place, { want: '1.9.8', mirror: mirror.url })).origin).toBe('download')
  })

  test('an entry whose archive is not the one of the table is not used', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    const zip = toolZip('faketool', fakeProgram('1.9.8'), { note: 'first' })
    mirror.release('faketool', '1.9.8', zip)
    await ask(place, { want: '1.9.8', mirror: mirror.url })
    const tool = fakeTool({
      '1.9.8': { 'linux-amd64': sha256Hex(zip).replace(/^./, (hex) => (hex === '0' ? '1' : '0')) },
    })
    await userError(ask(place, { tool, want: '1.9.8', mirror: mirror.url }))
  })

  test('what a killed run left is passed over, and removed once it is old', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.release('faketool', '1.9.8', toolZip('faketool', fakeProgram('1.9.8')))
    const parent = join(slotFolder(place, '1.9.8'), '..')
    for (const name of ['.new-old', '.new-young']) {
      await mkdir(join(parent, name), { recursive: true })
      await writeFile(join(parent, name, 'faketool'), 'half a progr')
    }
    const twoHoursAgo = new Date(Date.now() - 2 * 60 * 60 * 1000)
    await utimes(join(parent, '.new-old'), twoHoursAgo, twoHoursAgo)
    await mkdir(slotFolder(place, '1.9.8'))
    await writeFile(join(slotFolder(place, '1.9.8'), 'faketool'), 'no record beside it')
    expect((await ask(place, { want: '1.9.8', mirror: mirror.url })).origin).toBe('download')
    expect((await readdir(parent)).sort()).toEqual(['.new-young', 'linux-amd64'])
  })

  test('side by side in one run: one download; in two runs: both get a good program', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.release('faketool', '1.9.8', toolZip('faketool', fakeProgram('1.9.8')))
    const five = await Promise.all(
      [1, 2, 3, 4, 5].map(() => ask(place, { want: '1.9.8', mirror: mirror.url })),
    )
    expect(new Set(five.map(({ path }) => path)).size).toBe(1)
    expect(mirror.asked).toHaveLength(2)
    const { fillSlot } = await import('../../../src/core/tools/cache.ts')
    const slot = {
      folder: join(place.root, 'race/linux-amd64'),
      program: join(place.root, 'race/linux-amd64/faketool'),
    }
    const records = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        fillSlot(slot, Date.now(), async (program) => {
          await writeFile(program, fakeProgram('1.9.8'))
          await new Promise((resolve) => setTimeout(resolve, at % 3))
          return { origin: 'release', archiveSha256: 'a' }
        }),
      ),
    )
    expect(new Set(records.map(({ sha256 }) => sha256)).size).toBe(1)
    expect(await readdir(join(place.root, 'race'))).toEqual(['linux-amd64'])
    expect(await readFile(slot.program, 'utf8')).toBe(fakeProgram('1.9.8'))
  })

  test("the runner's tool cache is used in a folder of our own", async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    mirror.release('faketool', '1.9.8', toolZip('faketool', fakeProgram('1.9.8')))
    const env = place.env([], { RUNNER_TOOL_CACHE: join(place.root, 'toolcache') })
    const { path } = await ask(place, { want: '1.9.8', env, mirror: mirror.url })
    expect(path).toBe(join(place.root, 'toolcache/gitops-pipeline/faketool/1.9.8/linux-amd64/faketool'))
  })
})

describe('ranges', () => {
  test('the newest known version that fits is installed, not the newest as text', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    for (const version of ['1.9.8', '1.10.5', '2.0.0']) {
      mirror.release('faketool', version, toolZip('faketool', fakeProgram(version)))
    }
    const version = async (want: string) => (await ask(place, { want, mirror: mirror.url })).version
    expect(await version('~> 1.9')).toBe('1.10.5')
    expect(await version('~> 1.9.0')).toBe('1.9.8')
    expect(await version('any')).toBe('2.0.0')
  })

  test('nothing is invented: when no known version fits, the known ones are named', async () => {
    await using place = await makePlace()
    const error = await userError(ask(place, { want: '~> 1.4.0', where: 'required_version in main.tf' }))
    expect(error.message).toContain('"~> 1.4.0"')
    expect(error.message).toContain('known are 2.0.0, 1.10.5, 1.9.8, 1.5.7')
    expect(error.where).toBe('required_version in main.tf')
  })

  test("npm's signs are refused with an example of Terraform's", async () => {
    await using place = await makePlace()
    for (const want of ['^1.5', '1.x', 'latest', '>= 1.5 < 2', '']) {
      expect((await userError(ask(place, { want }))).help).toContain('~> 1.9.0')
    }
  })
})

describe('builds', () => {
  const recipe = { package: 'example.com/faketool', replace: ['a=b@v1.0.0'], linkerFlags: '-s' }
  const go = (version: string): string => {
    const output = `while [ $# -gt 0 ]; do [ "$1" = -o ] && out=$2; shift; done`
    const write = `cat > "$out" <<'END'\n${fakeProgram(version)}END`
    return `#!/bin/sh\necho "$@" >> "$HOME/go.log"\nif [ "$1" = build ]; then\n${output}\n${write}\nfi\n`
  }

  test('only where allowed, only when unreachable; a built program serves no action', async () => {
    await using place = await makePlace()
    await mkdir(join(place.root, 'home'))
    await place.program('go/go', go('1.9.8'))
    const tool = fakeTool({ '1.9.8': {} }, { '1.9.8': recipe })
    const request = { tool, want: '1.9.8', env: place.env(['go']), mirror: 'http://127.0.0.1:9' }
    await userError(ask(place, request))
    expect((await ask(place, { ...request, build: 'when-unreachable' })).origin).toBe('build')
    expect((await readFile(join(place.root, 'home/go.log'), 'utf8')).split('\n')).toEqual([
      'mod init wrapper',
      'mod edit -replace=a=b@v1.0.0',
      'get example.com/faketool@v1.9.8',
      expect.stringMatching(/^build -trimpath -buildvcs=false -ldflags -s -o \S+ example\.com\/faketool$/),
      '',
    ])
    expect((await ask(place, { ...request, build: 'when-unreachable' })).origin).toBe('cache')
    await userError(ask(place, request))
  })

  test('a reachable publisher is not gone round by a build', async () => {
    await using place = await makePlace()
    await using mirror = await startMirror()
    const tool = fakeTool({ '1.9.8': {} }, { '1.9.8': recipe })
    const request = { tool, want: '1.9.8', mirror: mirror.url, build: 'when-unreachable' } as const
    expect((await userError(ask(place, request))).message).toContain('there is no faketool 1.9.8')
  })

  test('a build that fails, or of another version, is told and not kept', async () => {
    await using place = await makePlace()
    await mkdir(join(place.root, 'home'))
    await place.program('bad/go', '#!/bin/sh\necho "no such module" >&2\nexit 1\n')
    await place.program('other/go', go('1.9.7'))
    const tool = fakeTool({ '1.9.8': {} }, { '1.9.8': recipe })
    const failed = await userError(
      ask(place, { tool, want: '1.9.8', build: 'always', env: place.env(['bad']) }),
    )
    expect(failed.message).toContain('"go mod init" failed: no such module')
    const other = await userError(
      ask(place, { tool, want: '1.9.8', build: 'always', env: place.env(['other']) }),
    )
    expect(other.message).toContain('says it is 1.9.7')
    expect(existsSync(slotFolder(place, '1.9.8'))).toBe(false)
  })
})
