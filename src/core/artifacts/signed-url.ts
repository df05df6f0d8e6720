import { UserError } from '../errors.ts'
import type { Log } from '../ports.ts'
import { isTrusted } from '../tools/download.ts'

/**
 * An address that opens a blob to whoever has it. From here on its signature is masked in the log.
 *
 * @param service the address of the service that gave it: where that is plain HTTP (in tests), this may be
 * @throws UserError when it is no address, or others on the way could read or change what is sent
 */
export function signedUrl(text: string, service: string, log: Log): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined) maskSignature(url, log)
  const isPlain = new URL(service).protocol === 'http:' && url?.protocol === 'http:'
  if (url === undefined || !(isPlain || isTrusted(url.href))) {
    throw new UserError('GitHub gave an address of the artifact that we do not use: it is not HTTPS', {
      causeClass: 'policy',
    })
  }
  return url
}

/** As it is in the address, and as it is meant: errors of other programs may quote either. */
function maskSignature(url: URL, log: Log): void {
  const raw = /[?&]sig=([^&]*)/.exec(url.search)?.[1] ?? ''
  const forms = [raw, url.searchParams.get('sig') ?? '']
  // A short one is none, and masking it would blacken every line.
  for (const form of new Set([...forms, ...forms.map(encodeURIComponent)]))
    if (form.length >= 8) log.mask(form)
}
