import type { AttributeChange, DiffLine } from './resource-change.ts'

/**
 * Inline text. A bare string is untrusted: renderers escape it, nobody else does.
 * Links are only ever to addresses we made ourselves.
 */
export type Inline =
  | string
  | { readonly code: string }
  | { readonly strong: Inlines }
  | { readonly emphasis: Inlines }
  | { readonly link: Inlines; readonly href: string }
export type Inlines = readonly Inline[]

/**
 * How early a section gives way when a budget is short: 0 never does (verdict, destroys, replacements, failures),
 * 9 goes first. Within a rank, what comes later in the document goes first.
 */
export type Rank = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

export interface Heading {
  readonly kind: 'heading'
  readonly rank: Rank
  readonly level: 1 | 2 | 3 | 4
  readonly text: Inlines
}

export interface Text {
  readonly kind: 'text'
  readonly rank: Rank
  readonly text: Inlines
  /** Set apart as a callout. */
  readonly tone?: 'caution' | 'warning' | 'note'
}

export interface List {
  readonly kind: 'list'
  readonly rank: Rank
  readonly items: readonly Inlines[]
}

export interface TableRow {
  readonly rank: Rank
  readonly cells: readonly Inlines[]
}

export interface Table {
  readonly kind: 'table'
  readonly rank: Rank
  readonly columns: readonly { readonly title: string; readonly align?: 'left' | 'right' }[]
  readonly rows: readonly TableRow[]
  /** What a row is, in the plural, for "and 12 more …": `resources`. */
  readonly noun: string
  /**
   * Stands in for the rows of rank 0 when even they do not fit: the same facts in fewer characters
   * (`aws_instance.web[…] ×40`). Rows of other ranks are then only counted.
   */
  readonly compact?: Section
}

/** The attributes of one resource or output: what changes, how, and what forces a replacement. */
export interface AttributeDiff {
  readonly kind: 'attribute-diff'
  readonly rank: Rank
  readonly changes: readonly AttributeChange[]
  /** Attributes that stay as they are and are not listed. */
  readonly unchanged: number
}

export interface LineDiff {
  readonly kind: 'line-diff'
  readonly rank: Rank
  readonly lines: readonly DiffLine[]
}

export interface Code {
  readonly kind: 'code'
  readonly rank: Rank
  readonly language: string
  readonly text: string
}

export interface Fold {
  readonly kind: 'fold'
  readonly rank: Rank
  readonly summary: Inlines
  readonly open: boolean
  /** What a child is, in the plural, for "12 more … left out": `resources`. */
  readonly noun: string
  readonly sections: readonly Section[]
}

export interface GraphNode {
  /** Unique in the graph; not shown. */
  readonly id: string
  readonly label: string
  /** `cause` where it begins, `step` on the way, `changed` and `affected` what it leads to, `more` for what is left out. */
  readonly look: 'cause' | 'step' | 'changed' | 'affected' | 'more'
}

export interface GraphEdge {
  readonly from: string
  readonly to: string
  readonly label?: string
  /** Not certain. */
  readonly dashed?: true
}

/** A drawing of what leads to what. It says nothing that the text does not say: not every reader can see it. */
export interface Graph {
  readonly kind: 'graph'
  readonly rank: Rank
  readonly title: string
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

export type Section = Heading | Text | List | Table | AttributeDiff | LineDiff | Code | Graph | Fold
