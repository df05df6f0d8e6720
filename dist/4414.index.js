export const id = 4414;
export const ids = [4414];
export const modules = {

/***/ 4414:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  stackByFolder: () => (/* binding */ stackByFolder),
  stacksByName: () => (/* binding */ stacksByName)
});

// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/repository/config/fault.ts
var fault = __webpack_require__(7339);
// EXTERNAL MODULE: ./src/repository/paths.ts
var paths = __webpack_require__(9024);
// EXTERNAL MODULE: ./src/terraform/stack-key.ts
var stack_key = __webpack_require__(3322);
// EXTERNAL MODULE: ./src/pipeline/detect.ts + 75 modules
var detect = __webpack_require__(9905);
// EXTERNAL MODULE: ./src/pipeline/stack-to-plan.ts
var stack_to_plan = __webpack_require__(1284);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/terraform/tool-arguments.ts
var tool_arguments = __webpack_require__(5705);
;// CONCATENATED MODULE: ./src/pipeline/told-hash.ts




/**
 * The hash of a stack's inputs together with what a step's own inputs add: the arguments as the stack's key has them
 * (names only, for a weak secret could be guessed from a public hash) and the contents of the files they name, in order.
 * Without any it is the hash as it is.
 *
 * @param hash of the inputs in the repository
 * @param path the stack's folder
 * @param told what the hash does not hold yet
 */
function toldHash(hash, path, told, snapshot) {
    const { varFiles, backendConfig, planArgs } = told;
    if (varFiles.length + backendConfig.length + planArgs.length === 0)
        return hash;
    const files = [...varFiles, ...(0,tool_arguments/* valuesOf */.sm)(planArgs, 'var-file'), ...backendConfig];
    const contents = files.map((file) => {
        const at = (0,paths/* joinPath */.uJ)(path, file);
        const found = at === undefined ? undefined : snapshot.resolve(at);
        return found?.kind === 'file' ? (snapshot.entry(found.path)?.oid ?? '') : '';
    });
    return (0,external_node_crypto_.createHash)('sha256')
        .update(JSON.stringify(['told-1', hash, (0,stack_key/* stackKey */.E)({ path, ...told }), contents]))
        .digest('hex');
}

;// CONCATENATED MODULE: ./src/pipeline/told-stacks.ts







/**
 * The stacks with these names, as they are found in the repository.
 * @throws UserError naming all names that no stack has.
 */
async function stacksByName(names, told, source) {
    const detected = await allStacks(source, []);
    source.onConfig(detected);
    const byName = new Map(detected.changes.stacks.map((judged) => [judged.item.name, judged]));
    const unknown = names.filter((name) => !byName.has(name));
    if (unknown.length > 0) {
        throw new errors/* UserError */.yo(`no stack is called ${unknown.join(', ')}`, {
            where: 'input `stack`',
            help: byName.size === 0
                ? 'No stacks were found in the repository.'
                : `Stacks found: ${[...byName.keys()].sort().join(', ')}.`,
        });
    }
    const judged = [...new Set(names)].flatMap((name) => byName.get(name) ?? []);
    return { ...detected, all: detected, stacks: judged.map((one) => withTold(one, told, detected)) };
}
/** A folder that is planned as it is told, whether it would be found or not. */
async function stackByFolder(path, told, source) {
    const detected = await allStacks(source, [entryOf(path, told)]);
    source.onConfig(detected);
    const judged = detected.changes.stacks.find(({ item }) => item.path === path);
    // Variable files, and what looks like a file of backend settings, are inputs already.
    const added = { ...told, varFiles: [], backendConfig: told.backendConfig.filter(isSetting) };
    const { snapshot } = detected.model;
    const hash = judged === undefined ? {} : { 'inputs-hash': toldHash(judged.inputsHash, path, added, snapshot) };
    return { ...detected, all: detected, stacks: [(0,stack_to_plan/* folderToPlan */.fu)(path, told, hash)] };
}
async function allStacks({ workTree: { place, tree }, access, config }, told) {
    const detected = await (0,detect/* detectChanges */.f)({
        place,
        head: tree,
        base: undefined,
        kinds: ['terraform'],
        include: [],
        exclude: [],
        config,
        told,
        ...(access === undefined ? {} : { access }),
    });
    if ('faults' in detected)
        throw (0,fault/* toUserError */.d)(detected.faults);
    return detected;
}
function withTold(judged, told, { model }) {
    const found = (0,stack_to_plan/* judgedToPlan */.km)(judged, undefined);
    const { path, name } = found.subject;
    const identity = {
        path,
        workspace: found.subject.workspace ?? told.workspace,
        varFiles: [...found.varFiles, ...told.varFiles],
        backendConfig: [...found.backendConfig, ...told.backendConfig],
        planArgs: told.planArgs,
    };
    const hash = toldHash(judged.inputsHash, path, told, model.snapshot);
    return {
        ...found,
        why: [],
        facts: (0,stack_to_plan/* factsOf */.xS)(judged.item, hash),
        subject: { ...(0,stack_key/* stackSubject */.b)(identity), name },
    };
}
/** `key=value`, as opposed to the name of a file. */
const isSetting = (argument) => argument.includes('=');
/** As if the configuration said so. Values of `-backend-config` are no files; what looks like one is an input. */
function entryOf(path, { workspace = '', varFiles, backendConfig }) {
    const inRepository = (file) => {
        const joined = (0,paths/* joinPath */.uJ)(path, file);
        return joined === undefined ? [] : [joined];
    };
    const files = backendConfig.filter((argument) => !isSetting(argument)).flatMap(inRepository);
    return {
        path,
        ...(workspace === '' ? {} : { workspaces: [workspace] }),
        varFiles: varFiles.flatMap(inRepository),
        dependsOn: [],
        previousNames: [],
        extraInputs: files.map((file) => file.replace(/[*?[\]{}()!@+\\]/g, '[$&]')),
        generated: varFiles.flatMap(inRepository),
        line: 1,
    };
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
