/** The page around the comment and the report: a quiet head, two tabs made of radio buttons, a comment's frame. */
export const previewStyle = `
.preview { font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; color: var(--ink) }
.preview *, .preview *::before { box-sizing: border-box }
.page-head { background: var(--sheet); border-bottom: 1px solid var(--line) }
.page-head > div { max-width: 1080px; margin: 0 auto; padding: 20px 24px 0 }
.page-head .where { margin: 0; color: var(--quiet); font-size: 14px; overflow-wrap: anywhere; & b { color: var(--ink); font-weight: 600 } & code { font: 12.5px ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; background: var(--blue-soft); color: var(--blue); padding: 2px 7px; border-radius: 6px } }
.page-head h1 { margin: 2px 0 8px; font-size: 24px; line-height: 1.3; font-weight: 600; overflow-wrap: anywhere }
.page-head .facts { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 18px; margin: 0; padding: 0 0 14px; list-style: none; font-size: 13.5px; color: var(--quiet) }
.room { display: inline-block; vertical-align: middle; width: 96px; height: 6px; margin-inline-end: 8px; border-radius: 3px; background: var(--grey-line); overflow: hidden; & > i { display: block; height: 100%; background: var(--green-bar) } }
.room.short > i { background: var(--orange-bar) }
.facts .cut { color: var(--orange); font-weight: 600 } .facts .whole { color: var(--green) }
.tabs { display: flex; gap: 4px; margin: 0 -8px; padding: 0; border: 0 }
.tabs label { padding: 9px 12px 10px; border-bottom: 2px solid transparent; font-size: 14.5px; cursor: pointer; color: var(--quiet); border-radius: 6px 6px 0 0 }
.tabs label:hover { background: var(--hover) }
.tabs input { position: absolute; opacity: 0; pointer-events: none }
.tabs label:has(:checked) { color: var(--ink); font-weight: 600; border-bottom-color: #e36b4f }
.tabs label:has(:focus-visible) { outline: 2px solid var(--link); outline-offset: -2px }
.panel { display: none }
.preview:has(#tab-comment:checked) .panel-comment, .preview:has(#tab-report:checked) .panel-report { display: block }
.thread { max-width: 1080px; margin: 0 auto; padding: 24px 24px 48px; display: grid; grid-template-columns: 40px minmax(0, 1fr); gap: 16px }
.avatar { width: 40px; height: 40px; border-radius: 50%; background: #20262e; box-shadow: 0 0 0 1px var(--line) }
.comment { position: relative; border: 1px solid var(--line); border-radius: 8px; background: var(--sheet) }
.comment::before { content: ""; position: absolute; top: 13px; left: -6px; width: 10px; height: 10px; background: var(--raised); border: 1px solid var(--line); border-width: 0 0 1px 1px; transform: rotate(45deg) }
.comment-head { margin: 0; padding: 9px 16px; border-bottom: 1px solid var(--line); border-radius: 8px 8px 0 0; background: var(--raised); font-size: 14px; color: var(--quiet); & b { color: var(--ink) } }
.comment-head .bot { margin: 0 4px; padding: 0 7px; border: 1px solid var(--line); border-radius: 999px; font-size: 12px }
.comment .markdown-body { padding: 16px; font-size: 14px; background: none; overflow-wrap: break-word }
.markdown-body .sign { margin-inline-end: 8px; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round }
.markdown-body summary { cursor: pointer }
.preview-end { max-width: 1080px; margin: 0 auto; padding: 0 24px 40px; font-size: 13px; color: var(--quiet) }
@media (max-width: 640px) {
  .page-head > div { padding: 14px 14px 0 } .page-head h1 { font-size: 20px }
  .thread { padding: 14px 10px 32px; grid-template-columns: minmax(0, 1fr) } .avatar, .comment::before { display: none }
  .comment .markdown-body { padding: 12px }
}
@media print { .tabs { display: none } .thread { display: block } .panel-comment { break-after: page } .preview .panel { display: block } }
`
