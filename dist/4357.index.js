export const id = 4357;
export const ids = [4357];
export const modules = {

/***/ 4357:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   waitsFor: () => (/* binding */ waitsFor)
/* harmony export */ });
/* harmony import */ var _repository_stacks_state_reads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4597);
/* harmony import */ var _repository_paths_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9024);
/* harmony import */ var _terraform_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2972);



/**
 * Names of the stacks that have to be applied first, when that is all that is wrong: every error is of a state of a
 * stack of this change that is not there yet, or lacks an output which that stack's code has. Undefined when any error
 * says something else, or might: those are faults of their own.
 *
 * What the tools say was found out by running Terraform 1.5.7 and 1.11.4 and OpenTofu 1.12.6, which has a second error
 * for a missing state.
 */
function waitsFor(question) {
    const errors = (0,_terraform_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__/* .errorsOf */ .Bp)(question.diagnostics);
    const on = new Set();
    for (const error of errors) {
        const echo = errors.some((other) => isMissing(other) && error.summary === `${other.address}: ${UNREAD}`);
        if (echo && error.detail === '')
            continue;
        const names = namesFor(error, question);
        if (names.length === 0)
            return undefined;
        for (const name of names)
            on.add(name);
    }
    return on.size === 0 ? undefined : [...on].sort();
}
const UNREAD = 'Unable to read remote state';
const isMissing = (d) => d.summary === 'Unable to find remote state' && d.address !== undefined;
function namesFor(error, question) {
    const { file } = error;
    const module = file === undefined ? undefined : (0,_repository_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(question.path, (0,_repository_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .folderOf */ .yS)(file));
    const reads = question.reads.filter((read) => read.module === module);
    if (isMissing(error)) {
        const name = /(?:^|\.)data\.terraform_remote_state\.([\w-]+)(?:\[.*\])?$/.exec(error.address)?.[1];
        return agreed(reads.filter((read) => read.name === name));
    }
    const output = missingOutput(error, question);
    const [about = '', ...others] = error.about ?? [];
    if (output === undefined || others.length > 0)
        return [];
    const name = (0,_repository_stacks_state_reads_js__WEBPACK_IMPORTED_MODULE_0__/* .outputsOf */ .Y)(about);
    const local = /^local\.([\w-]+)$/.exec(about)?.[1];
    const meant = reads.filter((read) => read.name === name || read.locals.some((one) => one === local));
    return meant.every((read) => read.declares(output)) ? agreed(meant) : [];
}
/** All of them are of this change, or nothing is. */
function agreed(reads) {
    return reads.some(({ on }) => on.length === 0) ? [] : reads.flatMap(({ on }) => on);
}
/** The attribute that is asked for and not there: `.name` is in the words, `["name"]` only in the code. */
function missingOutput(error, { path, textOf }) {
    if (error.summary === 'Unsupported attribute')
        return /^This object does not have an attribute named "([^"]+)"\.$/.exec(error.detail)?.[1];
    const isIndex = error.summary === 'Invalid index' &&
        error.detail === 'The given key does not identify an element in this collection value.';
    const { file, line, endLine, column, endColumn } = error;
    if (!isIndex || file === undefined || line === undefined || line !== endLine || column === undefined)
        return undefined;
    const at = (0,_repository_paths_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(path, file);
    const code = at === undefined ? undefined : textOf(at)?.split('\n')[line - 1];
    return /^\["([^"\\$%]+)"\]$/.exec(code?.slice(column - 1, (endColumn ?? 0) - 1) ?? '')?.[1];
}


/***/ })

};
