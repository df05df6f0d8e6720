export const id = 5412;
export const ids = [5412];
export const modules = {

/***/ 3031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uncommittedInputs: () => (/* binding */ uncommittedInputs)
});

// EXTERNAL MODULE: ./src/repository/glob-inputs.ts
var glob_inputs = __webpack_require__(8432);
;// CONCATENATED MODULE: ./src/repository/graph/closure.ts
/**
 * All nodes that can be reached, nearest first; nodes that do not exist are left out. Of two ways of equal length the
 * one whose edge is listed first counts.
 */
function closureOf(start, read) {
    const found = new Map();
    if (read(start) === undefined)
        return found;
    found.set(start, { from: undefined, edge: undefined, depth: 0 });
    // A Map lists what is added while it is walked: it is its own queue.
    for (const [id, { depth }] of found) {
        for (const edge of read(id)?.edges ?? []) {
            if (found.has(edge.to) || read(edge.to) === undefined)
                continue;
            found.set(edge.to, { from: id, edge, depth: depth + 1 });
        }
    }
    return found;
}

// EXTERNAL MODULE: ./src/repository/config/fault.ts
var fault = __webpack_require__(7339);
// EXTERNAL MODULE: ./src/repository/git/place.ts
var git_place = __webpack_require__(4528);
// EXTERNAL MODULE: ./src/pipeline/detect.ts + 75 modules
var detect = __webpack_require__(9905);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/repository/graph/item-hash.ts
var item_hash = __webpack_require__(4529);
// EXTERNAL MODULE: ./src/repository/paths.ts
var paths = __webpack_require__(9024);
// EXTERNAL MODULE: ./src/terraform/sealed/sealed-path.ts
var sealed_path = __webpack_require__(9377);
;// CONCATENATED MODULE: ./src/pipeline/save/named-files.ts




/** Code, and the values that it is given. */
const CODE = /\.(?:tf|tofu|tfvars)(?:\.json)?$/;
/** Of a name as code writes it, what is no word of it: quotes, slashes, braces of `${…}`. */
const BETWEEN = /[^\p{L}\p{N}_.-]+/u;
/**
 * Of files that are in no commit, those that a stack's code names: `filename = "${path.module}/lambda.zip"` is read when
 * the plan is applied, and the plan holds nothing of it. Counted is what lies below the folder of the stack or of a local
 * module and whose name stands in the code, or what is elsewhere and whose way from such a folder stands there. What tools
 * leave behind (state, saved plans, logs) is none.
 *
 * @param node of the stack
 */
function namedFiles(files, node, { read, snapshot }) {
    if (files.length === 0)
        return [];
    const { nodes } = (0,item_hash/* ownInputs */.oi)(node, read);
    const folders = [...nodes].flatMap((id) => (id.startsWith('module:') ? [id.slice('module:'.length)] : []));
    const code = new Set([...nodes].flatMap((id) => read(id)?.files ?? []).filter((file) => CODE.test(file)));
    const text = [...code].map((file) => snapshot.text(file) ?? '').join('\n');
    const words = new Set(text.split(BETWEEN));
    const isNamed = (name) => (BETWEEN.test(name) ? text.includes(name) : words.has(name));
    return files.filter((file) => {
        const name = (0,paths/* nameOf */.Vb)(file);
        if (isLeftBehind(file) || !isNamed(name))
            return false;
        return folders.some((folder) => (0,paths/* isWithin */.UO)(file, folder) || text.includes(external_node_path_.posix.relative(folder, file)));
    });
}
/** Never a part of a stack, whatever its code calls it. */
function isLeftBehind(file) {
    const names = file.toLowerCase().split('/');
    return ((0,sealed_path/* isLeftByTools */.AJ)(names) || names.includes('.terraform') || /\.tfplan(?:\.json)?$/.test(names.at(-1) ?? ''));
}

// EXTERNAL MODULE: ./src/pipeline/save/not-committed.ts
var not_committed = __webpack_require__(2388);
;// CONCATENATED MODULE: ./src/pipeline/save/uncommitted.ts







/**
 * What the stacks are made of beside what is committed: a plan of that is no plan of the commit. Files that the
 * configuration names as `generated` for a stack go with its plan. In a clean checkout it costs one question to Git.
 */
async function uncommittedInputs(request) {
    const { tree, commit, place, ignored } = request.workTree;
    const isClean = commit === undefined || (await (0,git_place/* ask */.kA)(place, ['rev-parse', `${commit}^{tree}`])) === tree;
    if (commit === undefined || (isClean && ignored.length === 0))
        return not_committed/* allCommitted */.c;
    const now = await modelAt(tree, request);
    const committed = isClean ? now : await modelAt(commit, request);
    const { default: picomatch } = await __webpack_require__.e(/* import() */ 4006).then(__webpack_require__.t.bind(__webpack_require__, 4006, 23));
    return (path) => {
        const globs = now.config.stacks.flatMap((entry) => (entry.path === path ? entry.generated : []));
        const isGenerated = globs.length === 0 ? () => false : picomatch([...globs], glob_inputs/* GLOB_OPTIONS */.g);
        const others = (files) => [...new Set(files)].filter((file) => !isGenerated(file)).sort();
        const stacks = now.model.stacks.filter((stack) => stack.path === path);
        return {
            uncommitted: isClean ? [] : others(stacks.flatMap((stack) => differing(stack, now, committed.model))),
            ignored: others(stacks.flatMap(({ node }) => namedFiles(ignored, node, now.model))),
            generated: globs.length === 0
                ? []
                : [...changedFiles(now.model, committed.model), ...ignored]
                    .filter((file) => isGenerated(file) && !isLeftBehind(file))
                    .sort(),
        };
    };
}
async function modelAt(head, { workTree: { place }, access, config }) {
    const none = { base: undefined, include: [], exclude: [] };
    const found = await (0,detect/* detectChanges */.f)({ place, head, kinds: ['terraform'], config, access, ...none });
    if ('faults' in found)
        throw (0,fault/* toUserError */.d)(found.faults);
    return found;
}
function differing({ node }, { model, configFile }, committed) {
    const names = new Set([...filesOf(node, model), ...filesOf(node, committed)]);
    const files = [...names].filter((file) => stateOf(file, model.snapshot) !== stateOf(file, committed.snapshot));
    // With equal files it is the configuration that makes the difference.
    if (files.length > 0 || committed.read(node) === undefined)
        return files;
    return model.hashOf(node) === committed.hashOf(node) ? [] : [configFile ?? 'the configuration'];
}
function filesOf(node, { read }) {
    return [...closureOf(node, read).keys()].flatMap((id) => read(id)?.files ?? []);
}
/** That are there, and not as they are committed. */
function changedFiles(now, committed) {
    if (now === committed)
        return [];
    return now.snapshot.entries.flatMap(({ path }) => stateOf(path, now.snapshot) === stateOf(path, committed.snapshot) ? [] : [path]);
}
function stateOf(file, snapshot) {
    const entry = snapshot.entry(file);
    return entry === undefined ? '' : `${entry.mode} ${entry.oid}`;
}


/***/ }),

/***/ 9377:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ isLeftByTools),
/* harmony export */   Jn: () => (/* binding */ pathFaults),
/* harmony export */   LQ: () => (/* binding */ isModuleFile)
/* harmony export */ });
/**
 * Which paths a sealed plan may hold. Its files are written into a checkout before Terraform runs there, so none may
 * leave it, nor be anything that Git, Terraform, the runner or this action reads as its own.
 */
/** Why a path is refused, in words that follow it; undefined: it is fine. */
function pathFault(path) {
    if (path === '' || path.length > 4096)
        return 'is empty or too long';
    // eslint-disable-next-line no-control-regex
    if (/[\u0000-\u001f\u007f\\]/.test(path))
        return 'holds a backslash or a control character';
    if (!path.isWellFormed() || path.includes('\ufffd'))
        return 'is not valid UTF-8';
    if (path.startsWith('/') || /^[A-Za-z]:/.test(path))
        return 'is absolute';
    const parts = path.split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..'))
        return 'does not stay where it begins';
    const names = parts.map(asWindowsReads);
    if (names.some((name) => name === '.git' || name === 'git~1'))
        return 'belongs to Git';
    if (names[0] === '.github' &&
        ['workflows', 'actions', 'gitops.yml', 'gitops.yaml'].includes(names[1] ?? ''))
        return 'belongs to the pipeline';
    if (names.includes('.terraform') && !isModuleFile(path))
        return 'belongs to Terraform';
    if (isLeftByTools(names))
        return 'is state, a lock or a log of Terraform, or holds credentials';
    return undefined;
}
/**
 * A file within a module that `init` fetched: `.terraform/modules/NAME/…`. Modules of the registry make archives there
 * too (`output_path = "${path.module}/lambda.zip"`); `init` makes the folder anew, so these are for after it.
 */
function isModuleFile(path) {
    const rest = /^(?:.*?\/)?\.terraform\/modules\/(?<rest>[^/]+\/.+)$/.exec(path)?.groups?.['rest'];
    return rest !== undefined && !rest.split('/').map(asWindowsReads).includes('.terraform');
}
/** What of a folder is never sealed: `names` from the folder, in lower case. */
function isLeftByTools(names) {
    const last = names.at(-1) ?? '';
    return (names.includes('terraform.tfstate.d') ||
        // State, its backups, and `.NAME.tfstate.lock.info` of the local backend.
        /\.tfstate(?:\.|$)/.test(last) ||
        last === '.terraform.lock.hcl' ||
        /^crash(?:\..+)?\.log$/.test(last) ||
        // google-github-actions/auth writes it into the workspace.
        /^gha-creds-.*\.json$/.test(last));
}
/** All faults of a list: those of its paths, and paths that cannot be beside each other. */
function pathFaults(paths) {
    const faults = [];
    const seen = new Set();
    const folders = new Set();
    for (const path of paths) {
        const fault = pathFault(path);
        if (fault !== undefined)
            faults.push(`${JSON.stringify(path)} ${fault}`);
        // Where the case of letters, or how they are composed, makes no difference, these are one file.
        const same = path.normalize('NFC').toLowerCase();
        if (seen.has(same))
            faults.push(`${JSON.stringify(path)} is there twice`);
        seen.add(same);
        for (let at = same.lastIndexOf('/'); at > 0; at = same.lastIndexOf('/', at - 1))
            folders.add(same.slice(0, at));
    }
    for (const path of paths)
        if (folders.has(path.normalize('NFC').toLowerCase()))
            faults.push(`${JSON.stringify(path)} is a file and a folder`);
    return faults;
}
/** Windows drops dots and blanks at the end of a name, and knows streams (`.git::$INDEX_ALLOCATION`). */
const asWindowsReads = (name) => name.toLowerCase().replace(/(?::.*)?[. ]*$/, '') || name;


/***/ })

};
