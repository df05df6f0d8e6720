export const id = 7749;
export const ids = [7749];
export const modules = {

/***/ 7749:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   judgedIn: () => (/* binding */ judgedIn),
/* harmony export */   upstreamOf: () => (/* binding */ upstreamOf)
/* harmony export */ });
/* harmony import */ var _hcl_scan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9328);
/* harmony import */ var _repository_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9024);
/* harmony import */ var _repository_stacks_state_reads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4597);



/**
 * The stack as part of the change; undefined: it is none. A folder that is planned in a way of its own is no stack that
 * was found, but goes after what the stack in there goes after.
 */
function judgedIn({ changes, model }, { name, path }) {
    if (model.stacks.some((stack) => stack.name === name)) {
        return changes.stacks.find(({ item }) => item.name === name);
    }
    return changes.stacks.find(({ item, upstream }) => item.path === path && upstream.length > 0);
}
/** Undefined: nothing of this change goes before the stack, or it is no part of the change. */
function upstreamOf(change, subject) {
    const { changes, model } = change;
    const judged = judgedIn(change, subject);
    if (judged === undefined || judged.upstream.length === 0)
        return undefined;
    const { item, upstream } = judged;
    const first = new Map(changes.stacks.filter((one) => upstream.includes(one.item.name)).map((one) => [one.item.node, one.item]));
    const told = [...first.values()].filter((stack) => isOneOf(stack, item.dependsOn));
    const reads = model.statesOf(item.node).map(({ name: of, module, stacks }) => {
        // Whose state it is may not be in the code; then who goes first is only known where somebody wrote it down.
        const meant = stacks === undefined ? told : stacks.map((node) => first.get(node));
        const ours = meant.filter((stack) => stack !== undefined);
        const on = ours.length === meant.length ? ours : [];
        return {
            name: of,
            module,
            locals: localsOf(model.snapshot, module, of),
            on: on.map((stack) => stack.name),
            declares: (output) => on.some((stack) => hasOutput(model.snapshot, stack.path, output)),
        };
    });
    return { names: upstream, reads, textOf: (path) => model.snapshot.text(path) };
}
const isOneOf = ({ name, path }, wanted) => wanted.includes(name) || wanted.includes(path);
/** Does the code in a folder declare this output? */
function hasOutput(snapshot, folder, output) {
    return codeIn(snapshot, folder).some(({ isJson, text }) => isJson
        ? hasJsonOutput(text, output)
        : (0,_hcl_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .scanHcl */ .J)(text).blocks.some(({ type, labels }) => type === 'output' && labels[0] === output));
}
/** Locals of a module that are all outputs of a state. */
function localsOf(snapshot, folder, name) {
    return codeIn(snapshot, folder).flatMap(({ isJson, text }) => {
        const blocks = isJson ? [] : (0,_hcl_scan_js__WEBPACK_IMPORTED_MODULE_1__/* .scanHcl */ .J)(text).blocks.filter(({ type }) => type === 'locals');
        const attributes = blocks.flatMap(({ body }) => body.attributes);
        return attributes.flatMap((local) => ((0,_repository_stacks_state_reads_js__WEBPACK_IMPORTED_MODULE_0__/* .outputsOf */ .Y)(local.expression) === name ? [local.name] : []));
    });
}
function codeIn(snapshot, folder) {
    return snapshot.list(folder).flatMap(({ name }) => {
        const text = /\.(tf|tofu)(\.json)?$/.test(name) ? snapshot.text((0,_repository_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .inFolder */ ._z)(folder, name)) : undefined;
        return text === undefined ? [] : [{ isJson: name.endsWith('.json'), text }];
    });
}
function hasJsonOutput(text, output) {
    try {
        const { output: outputs } = JSON.parse(text);
        const blocks = Array.isArray(outputs) ? outputs : [outputs];
        return blocks.some((block) => typeof block === 'object' && block !== null && Object.hasOwn(block, output));
    }
    catch {
        return false;
    }
}


/***/ })

};
