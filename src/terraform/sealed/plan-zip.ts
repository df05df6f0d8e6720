import { readFile } from 'node:fs/promises'
import { errorMessage } from '../../core/errors.ts'

export interface PlanState {
  /** Of the state that the plan was made from; absent where the stack has none yet, and where it cannot be told. */
  readonly state?: { readonly lineage: string; readonly serial: number }
  /** Why it cannot be told. */
  readonly unknown?: string
}

/** No state is larger; the zip says how large it will be. */
const MOST_STATE_BYTES = 512 * 1024 ** 2

/**
 * Lineage and serial, out of the member `tfstate` of a saved plan: `show -json` does not tell them. The member is the
 * state after refreshing, with the serial of the one in the backend; without a state the tools write an empty lineage.
 * Source: internal/plans/planfile/writer.go and internal/states/statefile/version4.go of both tools.
 */
export async function planState(planFile: string | Uint8Array): Promise<PlanState> {
  const bytes = typeof planFile === 'string' ? await readFile(planFile) : planFile
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'PK\u0003\u0004') {
    const encrypted = /^\s*\{[^]*"encrypted_data"/.test(
      Buffer.from(bytes.subarray(0, 65_536)).toString('latin1'),
    )
    return {
      unknown: encrypted ? 'the saved plan is encrypted by OpenTofu' : 'it is no saved plan of its own',
    }
  }
  const { unzipSync } = await import('fflate')
  const sizes: number[] = []
  try {
    const { tfstate } = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== 'tfstate') return false
        sizes.push(originalSize)
        return originalSize <= MOST_STATE_BYTES
      },
    })
    if (tfstate === undefined)
      return {
        unknown:
          sizes.length > 0 ? 'the state in the saved plan is too large' : 'the saved plan holds no state',
      }
    return readState(Buffer.from(tfstate.buffer, tfstate.byteOffset, tfstate.byteLength).toString('utf8'))
  } catch (thrown) {
    return { unknown: `the saved plan cannot be unpacked: ${errorMessage(thrown)}` }
  }
}

function readState(json: string): PlanState {
  let state: { readonly version?: unknown; readonly lineage?: unknown; readonly serial?: unknown } | null
  try {
    state = JSON.parse(json) as typeof state
  } catch {
    return { unknown: 'the state in the saved plan is no JSON' } // never its text: it holds secrets
  }
  const { version, lineage, serial } = state ?? {}
  if (
    version !== 4 ||
    typeof lineage !== 'string' ||
    typeof serial !== 'number' ||
    !Number.isSafeInteger(serial)
  )
    return { unknown: 'the state in the saved plan has a form that is not known' }
  return lineage === '' ? {} : { state: { lineage, serial } }
}

/** The part of a saved plan that tells which ephemeral variables were given; OpenTofu may have encrypted all of it. */
export async function planMember(plan: Uint8Array): Promise<Uint8Array | undefined> {
  const { unzipSync } = await import('fflate')
  try {
    return unzipSync(plan, { filter: ({ name }) => name === 'tfplan' })['tfplan']
  } catch {
    return undefined
  }
}
