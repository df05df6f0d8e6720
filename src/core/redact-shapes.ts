import { assignedValues } from './redact-assignments.ts'
import type { Codes } from './redact-matcher.ts'

/** Called with the range of a text that is to be hidden. */
export type Hide = (start: number, end: number) => void

interface Shape {
  /** Sticky; tried where one of its first four characters' spellings stands. Group 1, if any, is kept in sight. */
  readonly pattern: RegExp
  /** How many characters before the four the pattern begins. */
  readonly back: number
}

const BASE64_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Shapes by four characters that every match has. */
const SHAPES = new Map<string, Shape[]>()
for (const [grams, pattern, back = 0] of [
  [['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], /gh[oprsu]_[A-Za-z0-9_]{16,}/y],
  [['gith'], /github_pat_[A-Za-z0-9_]{20,}/y],
  [['glpa'], /glpat-[A-Za-z0-9_-]{16,}/y],
  [['AKIA', 'ASIA'], /A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])/y],
  [['xoxa', 'xoxb', 'xoxe', 'xoxo', 'xoxp', 'xoxr', 'xoxs'], /xox[abeoprs]-[A-Za-z0-9-]{10,}/y],
  [['xapp'], /xapp-\d-[A-Za-z0-9-]{10,}/y],
  [['AIza'], /AIza[A-Za-z0-9_-]{30,}/y],
  [['sk_l', 'sk_t', 'rk_l', 'rk_t'], /[rs]k_(?:live|test)_[A-Za-z0-9]{10,}/y],
  [['whse'], /whsec_[A-Za-z0-9+/]{16,}={0,2}/y],
  [['hvs.', 'hvb.', 'hvr.'], /hv[bsr]\.[A-Za-z0-9_-]{20,}/y],
  [['npm_'], /npm_[A-Za-z0-9]{30,}/y],
  [['dop_'], /dop_v1_[a-f0-9]{40,}/y],
  [['.atl'], /[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_-]{40,}/y, 14],
  [
    Array.from(BASE64_ALPHABET, (c) => 'eyJ' + c),
    /eyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*){1,3}/y,
  ],
  [['Bear', 'bear', 'BEAR'], /(bearer[ \t]+)(?=[^\s"']*\d)[A-Za-z0-9._~+/-]{16,}={0,2}/iy],
] as [string[], RegExp, number?][]) {
  for (const gram of grams) SHAPES.set(gram, [...(SHAPES.get(gram) ?? []), { pattern, back }])
}

// As in redact-matcher.ts: twenty bits, the last four characters.
const FILTER = new Int32Array(1 << 15)
for (const gram of [...SHAPES.keys(), 'BEGI']) {
  let rolled = 0
  for (let k = 0; k < 4; k++) rolled = ((rolled << 5) ^ gram.charCodeAt(k)) & 0xfffff
  FILTER[rolled >>> 5] = (FILTER[rolled >>> 5] ?? 0) | (1 << (rolled & 31))
}

const KEY_BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/y
const KEY_END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/
const LONGEST_KEY = 20_000
/** Characters from which a hidden stretch is passed over. */
const LONG = 512
const KEY_BODY = /(?:[A-Za-z0-9+/=\s:,-]|\\[nrt])*/y
const URL_PASSWORD = /(:\/\/[^\s/?#:@"'<>\\]{0,256}:)([^\s/?#@"'<>]{1,1024})@/y

const EQUALS = 0x3d
const COLON = 0x3a
const SLASH = 0x2f

/**
 * Hides what looks like a secret though nobody said so: tokens of well-known services, private key blocks, passwords
 * in URLs, and values assigned to names that `hidesKey` (redact-assignments.ts). One pass, about 2 ns a character.
 */
export function findShapes(
  text: string,
  { codes, length }: Codes,
  hidesKey: (name: string) => boolean,
  hide: Hide,
): void {
  // What is hidden at length (a heredoc, a key block) is not searched again: each of its lines may look like another
  // beginning, and reading to the end from each of them would take forever.
  let skip = { start: length, end: 0 }
  const hideAndSkip: Hide = (start, end) => {
    if (end - start >= LONG) skip = { start, end }
    hide(start, end)
  }
  let rolled = 0
  for (let i = 0; i < length; i++) {
    if (i >= skip.start && i < skip.end) {
      i = skip.end - 1
      rolled = 0
      continue
    }
    const code = codes[i] as number
    rolled = ((rolled << 5) ^ code) & 0xfffff
    if ((((FILTER[rolled >>> 5] as number) >>> (rolled & 31)) & 1) !== 0 && i >= 3)
      shapesAt(text, i - 3, hideAndSkip)
    if (code === EQUALS || code === COLON) {
      if (code === COLON && codes[i + 1] === SLASH && codes[i + 2] === SLASH) urlPassword(text, i, hide)
      else assignedValues(text, i, hidesKey, hideAndSkip)
    }
  }
}

function shapesAt(text: string, at: number, hide: Hide): void {
  const gram = text.slice(at, at + 4)
  if (gram === 'BEGI') privateKey(text, at - '-----'.length, hide)
  for (const { pattern, back } of SHAPES.get(gram) ?? []) {
    const start = at - back
    if (start < 0 || isWordCharacter(text.charCodeAt(start - 1))) continue
    pattern.lastIndex = start
    const match = pattern.exec(text)
    if (match !== null) hide(start + (match[1]?.length ?? 0), start + match[0].length)
  }
}

/** The whole block; where its end is missing, whatever looks like its body. */
function privateKey(text: string, start: number, hide: Hide): void {
  if (start < 0) return
  KEY_BEGIN.lastIndex = start
  const begin = KEY_BEGIN.exec(text)
  if (begin === null) return
  const bodyStart = start + begin[0].length
  const end = KEY_END.exec(text.slice(bodyStart, bodyStart + LONGEST_KEY))
  if (end !== null) {
    hide(start, bodyStart + end.index + end[0].length)
    return
  }
  KEY_BODY.lastIndex = bodyStart
  hide(start, bodyStart + (KEY_BODY.exec(text)?.[0].length ?? 0))
}

function urlPassword(text: string, colon: number, hide: Hide): void {
  URL_PASSWORD.lastIndex = colon
  const match = URL_PASSWORD.exec(text)
  if (match === null) return
  const start = colon + (match[1]?.length ?? 0)
  hide(start, start + (match[2]?.length ?? 0))
}

function isWordCharacter(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === 0x5f
}
