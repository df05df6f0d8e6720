import { UserError } from '../../core/errors.ts'

/**
 * - `not-a-seal`: something else, or a header that no seal of this version has
 * - `newer-version`: made by a newer release
 * - `truncated`: bytes are missing at the end
 * - `wrong-passphrase-or-altered`: AES-GCM cannot tell the one from the other
 * - `altered`: a plain seal whose checksum is wrong
 * - `plain-refused`: not encrypted, where an encrypted one is demanded
 * - `encrypted-refused`: encrypted, where a plain one is demanded
 * - `contents`: it opens, and what is in it is not what it says
 */
export type SealFault =
  | 'not-a-seal'
  | 'newer-version'
  | 'truncated'
  | 'wrong-passphrase-or-altered'
  | 'altered'
  | 'plain-refused'
  | 'encrypted-refused'
  | 'contents'

const HELP: Readonly<Record<SealFault, string>> = {
  'not-a-seal': 'Plan again, so that a new one is made.',
  'newer-version': 'Use the same release of the actions where plans are made and where they are applied.',
  truncated: 'Download it again; if that does not help, plan again.',
  'wrong-passphrase-or-altered':
    'Check that plan-passphrase is the same secret where plans are made and where they are applied. If it is, somebody has changed the artifact: plan again.',
  altered: 'Plan again, so that a new one is made.',
  'plain-refused':
    'Plan again with save-plan: sealed. A plan that is not encrypted is applied only where save-plan is plain.',
  'encrypted-refused': 'Set plan-passphrase, and save-plan: sealed.',
  contents: 'Plan again, so that a new one is made.',
}

/** Why a sealed plan was not opened. Its text holds nothing of what is in it. */
export class SealError extends UserError {
  readonly kind: SealFault

  constructor(kind: SealFault, message: string) {
    super(message, { help: HELP[kind], causeClass: 'policy' })
    this.name = 'SealError'
    this.kind = kind
  }
}
