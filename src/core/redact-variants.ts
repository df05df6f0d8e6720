import { codesOf, decode } from './redact-decode.ts'

/** Forms of one secret to search for, each with flags for the matcher's caller. */
export type Forms = Map<string, number>

/** The form is a cut of a longer base64 text: the character before (1) or after (2) still holds bits of the secret. */
export const PARTIAL_BEFORE = 1
export const PARTIAL_AFTER = 2

/** Shorter forms would be found everywhere. */
export const SHORTEST = 6

/** The beginning of an escape at the end of a secret, which what follows may complete. */
const OPEN_ESCAPE = /(?:\\[uUx]?[\da-f]{0,7}|%[\da-f]?|&#?\w{0,14}|\$|<\w{0,3})$/i

/** No escape changes these; only base64 and hex write them in another way. */
const PLAIN_ONLY = /^[A-Za-z0-9]*$/

/**
 * Adds every form in which `secret` may stand in a text. Escapes need no list of their mixtures: texts are also
 * searched in their decoded form (redact-decode.ts), where only the decoded secret matters. The usual escaped forms
 * are listed all the same, because what stands before or after a secret may merge with it when a text is decoded.
 */
export function addForms(forms: Forms, secret: string, withHex: boolean): void {
  const text = secret.toWellFormed()
  for (const spelling of new Set([text, text.normalize('NFC')])) {
    addPlain(forms, spelling)
    addBase64(forms, spelling)
    if (withHex) addHex(forms, spelling)
    if (!PLAIN_ONLY.test(spelling)) addEscaped(forms, spelling)
  }
}

function addPlain(forms: Forms, text: string): void {
  add(forms, text)
  if (PLAIN_ONLY.test(text)) return
  const decoded = plainForm(text)
  if (decoded.length < SHORTEST) return
  add(forms, decoded)
  if (decoded.includes(' ')) add(forms, decoded.replaceAll(' ', '+'))
  for (const before of ['\\', '%', '&']) {
    // `CORP\nadmin`: the secret's first letters are taken for a part of an escape.
    const merged = plainForm(before + text)
    if (merged.length >= SHORTEST) add(forms, merged)
  }
  // The same at its end: `…%4` before an `a`.
  const cut = plainForm(text.replace(OPEN_ESCAPE, ''))
  if (cut.length >= SHORTEST) add(forms, cut)
}

function plainForm(text: string): string {
  return decode(codesOf(text))?.text() ?? text
}

function addEscaped(forms: Forms, text: string): void {
  const json = JSON.stringify(text).slice(1, -1)
  const goJson = json.replace(/[<>&\u2028\u2029]/g, (c) => unicodeEscape(c))
  add(forms, json)
  add(forms, goJson)
  add(forms, JSON.stringify(json).slice(1, -1))
  add(forms, JSON.stringify(goJson).slice(1, -1))
  add(forms, json.replaceAll('/', '\\/'))
  add(forms, goJson.replace(/[$%](?=\{)/g, '$&$&'))
  addBase64(forms, json)
  if (goJson !== json) addBase64(forms, goJson)

  const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  add(forms, html)
  add(forms, html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'))
  add(forms, html.replaceAll('"', '&#34;').replaceAll("'", '&#39;'))
  add(forms, text.replace(/[!-/:-@[-`{-~]/g, '\\$&'))

  const url = encodeURIComponent(text)
  const strictUrl = url.replace(/[!'()*]/g, (c) => '%' + c.charCodeAt(0).toString(16).toUpperCase())
  const form = strictUrl.replaceAll('%20', '+')
  for (const encoded of [
    url,
    strictUrl,
    form,
    form.replaceAll('~', '%7E'),
    form.replaceAll('~', '%7E').replaceAll('%2A', '*'),
  ]) {
    add(forms, encoded)
    add(
      forms,
      encoded.replace(/%../g, (c) => c.toLowerCase()),
    )
  }
}

function addHex(forms: Forms, text: string): void {
  const hex = Buffer.from(text).toString('hex')
  add(forms, hex)
  add(forms, hex.toUpperCase())
}

/**
 * Base64 of a longer text that holds the secret: depending on where it starts, modulo three bytes, one of three
 * character sequences is sure to stand there.
 */
function addBase64(forms: Forms, text: string): void {
  const bytes = Buffer.from(text)
  for (let shift = 0; shift < 3; shift++) {
    const encoded = (shift === 0 ? bytes : Buffer.concat([Buffer.alloc(shift), bytes])).toString('base64')
    const firstBit = shift * 8
    const lastBit = firstBit + bytes.length * 8
    const cut = encoded.slice(Math.ceil(firstBit / 6), Math.floor(lastBit / 6))
    const flags = (firstBit % 6 === 0 ? 0 : PARTIAL_BEFORE) | (lastBit % 6 === 0 ? 0 : PARTIAL_AFTER)
    add(forms, cut, flags)
    if (/[+/]/.test(cut)) add(forms, cut.replaceAll('+', '-').replaceAll('/', '_'), flags)
  }
}

function add(forms: Forms, form: string, flags = 0): void {
  if (form.length >= SHORTEST) forms.set(form, (forms.get(form) ?? 0) | flags)
}

function unicodeEscape(character: string): string {
  return '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0')
}
