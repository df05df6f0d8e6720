import { UserError } from '../../core/errors.ts'

/** Characters, counted as people count them. */
const SHORTEST_PASSPHRASE = 12

/**
 * Throws a `UserError` for a passphrase that cannot keep a secret, or is none. It is used exactly as it is given: blanks
 * and a line end at its end count, and nothing is normalised, so both sides must be given the same secret.
 */
export function checkPassphrase(passphrase: string): void {
  const refuse = (what: string, help: string) =>
    new UserError(`plan-passphrase ${what}`, { help, where: 'plan-passphrase' })
  // TF-via-PR's own CI once had `plan-encrypt: secrets.TF_ENCRYPTION`: a text everybody can read as the passphrase.
  if (/^\s*(?:\$\{\{|(?:secrets|vars|env|inputs|github)\.\w+\s*$)/.test(passphrase)) {
    throw refuse('is the name of a secret, not its value', 'Write plan-passphrase: ${{ secrets.NAME }}.')
  }
  if (Array.from(passphrase).length < SHORTEST_PASSPHRASE || passphrase.trim() === '') {
    throw refuse(
      `has fewer than ${SHORTEST_PASSPHRASE} characters`,
      'Use a long random one: `openssl rand -base64 32`, kept as a secret of the repository.',
    )
  }
}
