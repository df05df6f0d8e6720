/**
 * The look of the report. All colours are variables: one set for light, one for dark, each text colour at least 4.5:1 on
 * its ground. Everything is under `.report`, so that it can sit in a page beside other styles.
 */
const reportColours = `
:root {
  color-scheme: light dark;
  --ground: #f6f8fa; --sheet: #ffffff; --raised: #f6f8fa; --line: #d1d9e0; --soft-line: #e4e9ee;
  --ink: #1f2328; --quiet: #59636e; --link: #0860ca; --hover: #eef2f6;
  --red: #b4131f; --red-soft: #ffebe9; --red-mark: #ffcdc9; --red-line: #f0a8a3;
  --orange: #8f3d00; --orange-soft: #ffe8d1; --orange-line: #efae76;
  --blue: #0550ae; --blue-soft: #e2f1ff; --blue-line: #a6ccf5;
  --green: #116329; --green-soft: #dcfae4; --green-mark: #9ae9b0; --green-line: #93d7a5;
  --purple: #6034b3; --purple-soft: #f6efff; --purple-line: #d0bbf4;
  --yellow: #6b5400; --yellow-soft: #fff7cf; --yellow-line: #e0c950;
  --teal: #0b5d66; --teal-soft: #dcf4f5; --teal-line: #93cfd4;
  --grey: #4d5761; --grey-soft: #eceff2; --grey-line: #cfd6dd;
  --red-bar: #d93038; --orange-bar: #e8730c; --yellow-bar: #d6ab1f; --green-bar: #2da44e;
  --blue-bar: #2f81e8; --purple-bar: #8957e5; --teal-bar: #1c98a3; --grey-bar: #a7b1bc;
  --shadow: 0 1px 2px #1f232814;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0b0f14; --sheet: #11161d; --raised: #171d26; --line: #313943; --soft-line: #222932;
    --ink: #e8edf3; --quiet: #98a2ad; --link: #6cb1ff; --hover: #1a212b;
    --red: #ff9f98; --red-soft: #35171a; --red-mark: #7d2a2d; --red-line: #74302f;
    --orange: #ffb27a; --orange-soft: #38200f; --orange-line: #7a4520;
    --blue: #8cc4ff; --blue-soft: #10263f; --blue-line: #234f80;
    --green: #7fdf95; --green-soft: #0f2a1a; --green-mark: #1f6236; --green-line: #235c36;
    --purple: #cdb1ff; --purple-soft: #271d3d; --purple-line: #52407c;
    --yellow: #f2d766; --yellow-soft: #2b2610; --yellow-line: #665a1c;
    --teal: #7fd6de; --teal-soft: #0d292c; --teal-line: #24585e;
    --grey: #b3bcc6; --grey-soft: #232a33; --grey-line: #3b444e;
    --grey-bar: #56606b; --shadow: 0 1px 2px #00000040;
  }
}
html { background: var(--ground); -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0 }
`

const layout = `
.report {
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace;
  color: var(--ink); font: 15px/1.55 var(--sans); overflow-wrap: break-word;
  & *, & *::before { box-sizing: border-box }
  & a { color: var(--link); text-decoration: none; &:hover { text-decoration: underline } }
  & :focus-visible { outline: 2px solid var(--link); outline-offset: -2px; border-radius: 6px }
  & code, & pre { font: 13px/1.5 var(--mono); unicode-bidi: isolate }
  & .bar, & main, & > footer { max-width: 1080px; margin: 0 auto; padding-inline: 24px }

  & > header {
    position: sticky; top: 0; z-index: 2; background: var(--sheet);
    border-bottom: 1px solid var(--line); box-shadow: var(--shadow);
  }
  & .bar { display: flex; align-items: center; gap: 10px 14px; padding-block: 12px; flex-wrap: wrap }
  & .light { flex: none; width: 12px; height: 12px; border-radius: 50%; background: var(--tone); box-shadow: 0 0 0 4px var(--tone-soft) }
  & .head { flex: 1 1 320px; min-width: 0 }
  & h1 { margin: 0; font-size: 13px; font-weight: 500; line-height: 1.4; color: var(--quiet) }
  & .verdict { margin: 0; font-size: 17px; font-weight: 600; line-height: 1.35; & strong { font-weight: 700 } }
  & .chips { display: flex; flex-wrap: wrap; gap: 6px; margin: 0; padding: 0; list-style: none }
  & .chips .badge { font-size: 13px; padding: 3px 11px }
  & main { padding-block: 20px 32px }
  & > footer { padding-block: 16px 40px; border-top: 1px solid var(--line); font-size: 13px; color: var(--quiet) }

  & h2, & h3, & h4, & h5 { margin: 28px 0 10px; line-height: 1.3; font-weight: 600 }
  & h2 { font-size: 21px } & h3 { font-size: 17px } & h4 { font-size: 15px } & h5 { font-size: 14px; color: var(--quiet) }
  & main > :first-child { margin-top: 0 }
  & p { margin: 10px 0 } & ul { margin: 10px 0; padding-inline-start: 22px } & main li + li { margin-top: 4px }
  & p > code, & li > code, & td > code, & h2 code, & h3 code, & footer code, & .callout code {
    background: var(--grey-soft); border-radius: 5px; padding: 1px 5px; overflow-wrap: anywhere; font-size: 12.5px
  }
  & .quiet { margin: 0; padding: 8px 18px; border-top: 1px solid var(--soft-line); font-size: 13px; color: var(--quiet) }
  &.tone-good { --tone: #1f9d47; --tone-soft: var(--green-soft) }
  &.tone-changed { --tone: #d4880b; --tone-soft: var(--yellow-soft) }
  &.tone-bad { --tone: #d9303b; --tone-soft: var(--red-soft) }
}
`

const badges = `
.report {
  & .k-destroy, & .k-bad { --k: var(--red); --k-soft: var(--red-soft); --k-line: var(--red-line); --k-bar: var(--red-bar) }
  & .k-replace { --k: var(--orange); --k-soft: var(--orange-soft); --k-line: var(--orange-line); --k-bar: var(--orange-bar) }
  & .k-change, & .k-warn { --k: var(--yellow); --k-soft: var(--yellow-soft); --k-line: var(--yellow-line); --k-bar: var(--yellow-bar) }
  & .k-add, & .k-ok { --k: var(--green); --k-soft: var(--green-soft); --k-line: var(--green-line); --k-bar: var(--green-bar) }
  & .k-import { --k: var(--blue); --k-soft: var(--blue-soft); --k-line: var(--blue-line); --k-bar: var(--blue-bar) }
  & .k-forget { --k: var(--purple); --k-soft: var(--purple-soft); --k-line: var(--purple-line); --k-bar: var(--purple-bar) }
  & .k-drift { --k: var(--teal); --k-soft: var(--teal-soft); --k-line: var(--teal-line); --k-bar: var(--teal-bar) }
  & .k-move, & .k-read { --k: var(--grey); --k-soft: var(--grey-soft); --k-line: var(--grey-line); --k-bar: var(--grey-bar) }
  & .badge {
    display: inline-block; padding: 1px 9px; border: 1px solid var(--k-line); border-radius: 999px;
    background: var(--k-soft); color: var(--k); font: 600 12px/1.5 var(--sans); white-space: nowrap
  }
  & .pill {
    display: inline-block; padding: 0 8px; border: 1px solid var(--grey-line); border-radius: 999px;
    background: var(--grey-soft); color: var(--grey); font: 12px/1.5 var(--sans); white-space: nowrap
  }
  & .callout {
    margin: 14px 0; padding: 10px 16px; border: 1px solid var(--k-line);
    border-radius: 10px; background: var(--k-soft); position: relative; overflow: clip;
    &::before { content: ""; position: absolute; inset: 0 auto 0 0; width: 4px; background: var(--k-bar) }
    & > strong { color: var(--k); font-size: 14px } & > p { margin: 2px 0 }
    & code { background: var(--sheet) }
    &.caution { --k: var(--red); --k-soft: var(--red-soft); --k-line: var(--red-line); --k-bar: var(--red-bar) }
    &.warning { --k: var(--yellow); --k-soft: var(--yellow-soft); --k-line: var(--yellow-line); --k-bar: var(--yellow-bar) }
    &.note { --k: var(--blue); --k-soft: var(--blue-soft); --k-line: var(--blue-line); --k-bar: var(--blue-bar) }
  }
}
`

const tables = `
.report {
  & .scroll { margin: 12px 0; overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--sheet) }
  & .table { width: 100%; border-collapse: collapse; font-size: 14px }
  & .table.fixed { table-layout: fixed }
  & .table.next thead { position: absolute; clip-path: inset(50%) }
  & .table th { padding: 8px 14px; text-align: start; font-size: 12.5px; font-weight: 600; color: var(--quiet); background: var(--raised); white-space: nowrap }
  & .table td { padding: 8px 14px; border-top: 1px solid var(--soft-line); vertical-align: baseline; overflow-wrap: break-word }
  & .table td > code, & .table .jump code { background: none; padding: 0; overflow-wrap: anywhere }
  & .table td:has(code) { min-width: 11rem }
  & .table .right { text-align: end; font-variant-numeric: tabular-nums }
  & .table tr:hover td { background: var(--hover) }
  & .later { content-visibility: auto; contain-intrinsic-block-size: auto 15000px }
}
`

const folds = `
.report {
  & .fold { margin: 10px 0; border: 1px solid var(--line); border-radius: 10px; background: var(--sheet) }
  & .many > .body > .item { content-visibility: auto; contain-intrinsic-block-size: auto 46px }
  & .item { position: relative; overflow: clip }
  & .item[class*=" k-"]::before { content: ""; position: absolute; inset: 0 auto 0 0; width: 4px; background: var(--k-bar) }
  & .item > summary { padding-inline-start: 18px }
  & summary {
    display: flex; align-items: baseline; gap: 10px; padding: 10px 16px; cursor: pointer; list-style: none; border-radius: 10px;
    &::-webkit-details-marker { display: none }
    &::before {
      content: ""; flex: none; align-self: flex-start; margin-top: .55em; width: 7px; height: 7px; margin-inline-end: 2px;
      border: solid var(--quiet); border-width: 0 2px 2px 0; transform: rotate(-45deg)
    }
    &:hover { background: var(--hover) }
  }
  & details[open] > summary::before { transform: rotate(45deg) }
  & details[open] > summary { border-end-start-radius: 0; border-end-end-radius: 0 }
  & .name { flex: 1; min-width: 0; overflow-wrap: anywhere; & code { font-size: 13.5px; font-weight: 500 } & .badge { margin-inline-end: 6px } }
  & .size { flex: none; font-size: 12.5px; color: var(--quiet); white-space: nowrap }
  & .group > summary { font-weight: 600 }
  & .group > .body { padding: 2px 12px 4px }
  & .item > .body { border-top: 1px solid var(--soft-line); scroll-margin-top: 170px }
  & .item > .body:target { box-shadow: inset 0 0 0 2px var(--link); border-radius: 0 0 8px 8px }
  & .item > .body > :is(p:not(.quiet), ul, .callout, .scroll, .lines, .code, h2, h3, h4, h5) { margin-inline: 18px }
}
`

const diffs = `
.report {
  & .sheet { margin: 12px 0; border: 1px solid var(--line); border-radius: 10px; background: var(--sheet); overflow: hidden }
  & .item > .body > .sheet { margin: 0; border: 0; border-radius: 0 }
  & .attrs { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 14px }
  & .attrs :is(th, td) { padding: 7px 18px; text-align: start; vertical-align: baseline }
  & .attrs thead th { padding-block: 5px; font-size: 12.5px; font-weight: 500; color: var(--quiet); background: var(--raised); &:first-child { width: 30% } }
  & .attrs tbody tr { border-top: 1px solid var(--soft-line) }
  & .attrs tbody th { font-weight: 400; overflow-wrap: anywhere; & code { font-weight: 500; margin-inline-end: 8px } & .badge, & .pill { margin-block: 1px } }
  & .attrs td > code { padding: 2px 6px; white-space: pre-wrap; overflow-wrap: anywhere; -webkit-box-decoration-break: clone; box-decoration-break: clone }
  & .old > code { background: var(--red-soft); color: var(--red) } & .new > code { background: var(--green-soft); color: var(--green) }
  & mark { border-radius: 3px; background: none; color: inherit }
  & :is(.old, del) mark { background: var(--red-mark) } & :is(.new, ins) mark { background: var(--green-mark) }
  & .none { color: var(--quiet); font-style: italic; font-size: 13px }
  & .full { padding-block: 8px }
  & .lines, & .code { margin: 12px 0; border: 1px solid var(--soft-line); border-radius: 8px; background: var(--sheet); overflow: auto }
  & td > .lines { margin: 0 }
  & .code { padding: 10px 14px; background: var(--raised) }
  & .lines code { display: block; padding: 6px 0; background: none; white-space: pre-wrap; overflow-wrap: anywhere }
  & .lines :is(ins, del, code > span) { display: block; position: relative; padding: 0 12px 0 32px; min-height: 1.5em; text-decoration: none }
  & .lines :is(ins, del)::before { position: absolute; left: 13px; font-weight: 700 }
  & .lines ins { background: var(--green-soft); color: var(--green); &::before { content: "+" } }
  & .lines del { background: var(--red-soft); color: var(--red); &::before { content: "−" } }
  & .lines code > .gap { margin: 4px 0; background: var(--blue-soft); color: var(--blue); font: 12px/1.8 var(--sans) }
}
`

const phoneAndPrint = `
@media (max-width: 640px) {
  .report {
    & .bar, & main, & > footer { padding-inline: 14px }
    & .bar { padding-block: 8px; gap: 6px 12px }
    & .verdict { font-size: 15px } & .chips .badge { font-size: 12px; padding: 1px 9px }
    & summary { padding: 10px 12px; flex-wrap: wrap }
    & .name { flex-basis: 80% } & .size { flex-basis: 100%; padding-inline-start: 19px; margin-top: -6px }
    & .group > .body { padding-inline: 8px }
    & .item > .body { scroll-margin-top: 250px }
    & .chips { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none } & h1 { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
    & .attrs thead { position: absolute; clip-path: inset(50%) }
    & .attrs, & .attrs tbody, & .attrs tr, & .attrs :is(tbody th, td) { display: block; width: auto }
    & .attrs tr { padding: 6px 12px } & .attrs :is(tbody th, td) { padding: 2px 0 }
    & .attrs .old::before { content: "− "; color: var(--red); font-weight: 700 } & .attrs .new::before { content: "+ "; color: var(--green); font-weight: 700 }
    & .attrs td:has(> .none) { display: none }
    & .table thead { position: absolute; clip-path: inset(50%) }
    & .table, & .table tbody { display: block }
    & .table tr { display: flex; flex-wrap: wrap; align-items: baseline; gap: 3px 10px; padding: 9px 12px; border-top: 1px solid var(--soft-line); &:first-child { border-top: 0 } }
    & .table td { display: block; padding: 0; border: 0; &:empty { display: none } &:nth-child(2) { flex: 1; min-width: 60% } &:nth-child(n + 3) { flex: 0 0 100% } }
    & .table .right { text-align: start }
  }
}
@media (prefers-reduced-motion: no-preference) { .report summary::before { transition: transform .12s } }
@media print {
  html { background: none }
  .report {
    & > header { position: static; box-shadow: none }
    & .many > .body > .item, & .later { content-visibility: visible }
    & details::details-content { content-visibility: visible; display: block; block-size: auto }
    & tr, & summary, & .callout { break-inside: avoid }
    & * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  }
}
`

export const reportStyle = reportColours + layout + badges + tables + folds + diffs + phoneAndPrint
