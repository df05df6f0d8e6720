import type { EdgeKind } from '../graph/node.ts'
import { evaluate } from './constant.ts'
import type { PathUse, TemplatePart } from './facts.ts'
import type { ModuleFacts } from './module-facts.ts'

/** A string of the code that may name something of the tree. */
export interface PathCandidate {
  /** Where it starts: the module's folder, the folder that is planned, or, for a bare literal, either. */
  readonly base: 'module' | 'stack' | 'either'
  /** As written, without what it starts from. */
  readonly path: string
  /** The rest of it is not known. */
  readonly open: boolean
  /** It may mean a folder, and all that is in it. */
  readonly folder: boolean
  readonly kind: EdgeKind
  /** The text of what it names is a template, whose functions read files, too. */
  readonly isTemplate?: true
  /** The first word of the path; when that names something, the rest is no part of the path. */
  readonly word?: string
}

/** In texts the places of `path.module`, and of `path.root` and `path.cwd`: Unicode keeps these two out of all texts. */
export const MODULE_MARK = '\uFDD0'
const STACK_MARK = '\uFDD1'
export const MARKS = {
  'path.module': MODULE_MARK,
  'path.root': STACK_MARK,
  'path.cwd': STACK_MARK,
} as const

/** What a string may name: candidates that name nothing in the tree cost nothing. */
export function candidatesOf(use: PathUse, locals: ModuleFacts['locals']): PathCandidate[] {
  const isFileCall = use.call !== undefined && /^file|^templatefile$/.test(use.call)
  const isSet = use.call === 'fileset'
  const speaksOfFolder = isSet || (!isFileCall && /dir|folder/i.test(use.attribute))
  const maySpeakOfFolder = /path|source|^chart$/i.test(use.attribute)
  const kind: EdgeKind = isFileCall ? 'file function' : 'path'
  const found: PathCandidate[] = []
  const add = (base: PathCandidate['base'], path: string, open: boolean, word?: string): void => {
    // `path = "/"` and `path = "./"` are about something else, as a rule. No function but fileset reads a folder.
    // Behind `path.module` and its like it is a path, whatever the attribute: `"${path.module}/chart"`.
    const speaksOfPath = base !== 'either' || maySpeakOfFolder || path.includes('/')
    const mayBeFolder = !isFileCall && /[^./]/.test(path) && speaksOfPath
    const folder = speaksOfFolder || mayBeFolder
    found.push({
      base,
      path,
      open,
      folder,
      kind,
      ...(use.call === 'templatefile' && { isTemplate: true }),
      ...(word === undefined ? {} : { word }),
    })
  }
  const [only] = use.parts
  if (only !== undefined && use.parts.length === 1 && 'text' in only && !SEVERAL_WORDS.test(use.attribute)) {
    // Most strings are one text that is known.
    if (only.text !== '') add('either', only.text, false)
    return found
  }
  for (const chunk of chunksOf(use.parts, locals)) {
    if (chunk.unknownPath !== undefined) add(chunk.unknownPath, '', true)
    const [before = '', ...marked] = chunk.text.split(/(?=[\uFDD0\uFDD1])/)
    const starts = /^[\uFDD0\uFDD1]/.test(before) ? [before, ...marked] : marked
    for (const [index, text] of starts.entries()) {
      const open = chunk.openEnd && index === starts.length - 1
      addMarked(text[0] === MODULE_MARK ? 'module' : 'stack', text.slice(1), open, add)
    }
    if (starts.length > 0 || chunk.openStart) continue
    if (!chunk.openEnd) {
      if (chunk.text !== '') add('either', chunk.text, false)
      if (SEVERAL_WORDS.test(use.attribute)) {
        for (const word of words(chunk.text)) add('either', word, false)
      }
    } else if (isFileCall || isSet || (speaksOfFile(use.attribute) && chunk.text.includes('/'))) {
      add('either', chunk.text, true)
    }
  }
  return found
}

/** Attributes whose values are command lines. */
const SEVERAL_WORDS = /command|inline|script|program/

const speaksOfFile = (attribute: string): boolean =>
  /dir|path|source|folder|file|template|^chart$/i.test(attribute)

/** What follows a mark: one word among others, or a path up to the end of the text. */
function addMarked(
  base: 'module' | 'stack',
  text: string,
  open: boolean,
  add: (base: 'module' | 'stack', path: string, open: boolean, word?: string) => void,
): void {
  const word = /^[^\s'"`;|&()<>,]*/.exec(text)?.[0] ?? ''
  // The folder itself is handed on, such as `cd ${path.module} && make`: what is read in there cannot be told.
  if (!word.startsWith('/')) add(base, '', true)
  else if (word === text) add(base, text.slice(1), open)
  else add(base, text.slice(1), open, word.slice(1))
}

const words = (text: string): string[] => text.split(/[\s'"`;|&()<>,=]+/).filter((word) => /[/.]/.test(word))

interface Chunk {
  readonly text: string
  /** Something unknown stands before, or after it. */
  readonly openStart: boolean
  readonly openEnd: boolean
  /** The unknown after it is made of one of these. */
  readonly unknownPath?: 'module' | 'stack'
}

/** The known stretches between what is not known. */
function chunksOf(parts: readonly TemplatePart[], locals: ModuleFacts['locals']): Chunk[] {
  const chunks: Chunk[] = []
  let text = ''
  let openStart = false
  for (const part of parts) {
    const value = evaluate([part], locals, MARKS)
    text += value.text
    if (value.whole) continue
    const names = 'expression' in part ? /\bpath\.(module|root|cwd)\b/.exec(part.expression)?.[1] : undefined
    const unknownPath =
      names === undefined ? {} : ({ unknownPath: names === 'module' ? 'module' : 'stack' } as const)
    chunks.push({ text, openStart, openEnd: true, ...unknownPath })
    text = ''
    openStart = true
  }
  if (text !== '' || !openStart) chunks.push({ text, openStart, openEnd: false })
  return chunks
}
