export const id = 5219;
export const ids = [5219];
export const modules = {

/***/ 4905:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ whyNot),
/* harmony export */   W: () => (/* binding */ gitQuestions)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _git_commits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5057);
/* harmony import */ var _git_fetch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9299);
/* harmony import */ var _git_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4528);




/**
 * The questions put to a real repository.
 *
 * @param access how to fetch; undefined: nothing is fetched
 */
function gitQuestions(place, access) {
    return {
        resolve: (name) => (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveCommit */ .WL)(place, name),
        async isBranch(name) {
            const args = ['rev-parse', '--symbolic-full-name', '--verify', '--quiet', '--end-of-options', name];
            return /^refs\/(heads|remotes)\//.test((await (0,_git_place_js__WEBPACK_IMPORTED_MODULE_3__/* .ask */ .kA)(place, args)) ?? '');
        },
        parents: (commit) => (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .parentsOf */ .fY)(place, commit),
        isAncestor: (ancestor, commit) => (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .isAncestor */ .QX)(place, ancestor, commit),
        mergeBase: (one, other) => (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .mergeBase */ .wu)(place, one, other),
        isShallow: () => (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .isShallow */ .fE)(place),
        async fetch(commits) {
            for (const commit of commits) {
                if (access === undefined && (await (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveCommit */ .WL)(place, commit)) === undefined)
                    return `Commit ${commit} is not in this repository.`;
            }
            if (access === undefined)
                return undefined;
            try {
                await (0,_git_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchCommits */ .Bj)(place, commits, access);
                return undefined;
            }
            catch (thrown) {
                return whyNot(thrown);
            }
        },
        async remoteCommit(name) {
            if (access === undefined)
                return undefined;
            try {
                return await (0,_git_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .remoteCommit */ .Sd)(place, name, access);
            }
            catch (thrown) {
                whyNot(thrown); // there is no remote
                return undefined;
            }
        },
    };
}
/** What was thrown as what a warning says. Throws it again when it is no answer: a fault of ours, or we are to stop. */
function whyNot(thrown) {
    if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || thrown.causeClass === 'cancelled')
        throw thrown;
    const { message, help } = thrown;
    return `${message.replace(/[.\s]*$/, '')}.${help === undefined ? '' : ` ${help}`}`;
}


/***/ }),

/***/ 7339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ toUserError)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);

/** How many faults a message names; the rest are counted. */
const SHOWN = 50;
/** One error that names all faults, in the order of the file. The list may not be empty. */
function toUserError(faults) {
    const [first] = faults;
    if (first === undefined)
        throw new Error('no fault to tell');
    const where = placeOf(first);
    if (faults.length === 1) {
        return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${where}: ${first.message}`, { help: first.help ?? GENERAL_HELP, where });
    }
    const shown = faults.slice(0, SHOWN).map((fault) => `- ${placeOf(fault)}: ${fault.message}${hint(fault)}`);
    const rest = faults.length - shown.length;
    const more = rest === 0 ? [] : [`- and ${rest} more`];
    const files = [...new Set(faults.map(({ file }) => file))].join(' and ');
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo([`${faults.length} faults in ${files}:`, ...shown, ...more].join('\n'), {
        help: GENERAL_HELP,
        where,
    });
}
const GENERAL_HELP = 'Correct the file. docs/configuration.md of gitops-pipeline lists every key and its form.';
const placeOf = ({ file, line, column }) => `${file}:${line}:${column}`;
const hint = ({ help }) => (help === undefined ? '' : ` (${help})`);


/***/ })

};
