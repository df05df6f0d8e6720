export const id = 623;
export const ids = [623];
export const modules = {

/***/ 623:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   stackByFolder: () => (/* binding */ stackByFolder),
/* harmony export */   stacksByName: () => (/* binding */ stacksByName)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _repository_config_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7339);
/* harmony import */ var _repository_paths_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9024);
/* harmony import */ var _terraform_stack_key_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3322);
/* harmony import */ var _detect_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2121);
/* harmony import */ var _stack_to_plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1284);






/**
 * The stacks with these names, as they are found in the repository.
 * @throws UserError naming all names that no stack has.
 */
async function stacksByName(names, told, workTree, config) {
    const detected = await allStacks(workTree, config, []);
    const byName = new Map(detected.changes.stacks.map((judged) => [judged.item.name, judged]));
    const unknown = names.filter((name) => !byName.has(name));
    if (unknown.length > 0) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`no stack is called ${unknown.join(', ')}`, {
            where: 'input `stack`',
            help: byName.size === 0
                ? 'No stacks were found in the repository.'
                : `Stacks found: ${[...byName.keys()].sort().join(', ')}.`,
        });
    }
    const judged = [...new Set(names)].flatMap((name) => byName.get(name) ?? []);
    return { ...detected, stacks: judged.map((one) => withTold(one, told)) };
}
/** A folder that is planned as it is told, whether it would be found or not. */
async function stackByFolder(path, told, workTree, config) {
    const detected = await allStacks(workTree, config, [entryOf(path, told)]);
    const judged = detected.changes.stacks.find(({ item }) => item.path === path);
    const hash = judged === undefined ? {} : { 'inputs-hash': judged.inputsHash };
    return { ...detected, stacks: [(0,_stack_to_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .folderToPlan */ .fu)(path, told, hash)] };
}
async function allStacks({ place, tree }, config, told) {
    const detected = await (0,_detect_js__WEBPACK_IMPORTED_MODULE_3__/* .detectChanges */ .f)({
        place,
        head: tree,
        base: undefined,
        kinds: ['terraform'],
        include: [],
        exclude: [],
        config,
        told,
    });
    if ('faults' in detected)
        throw (0,_repository_config_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .toUserError */ .d)(detected.faults);
    return detected;
}
function withTold(judged, told) {
    const found = (0,_stack_to_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .judgedToPlan */ .km)(judged, undefined);
    const { path, name } = found.subject;
    const identity = {
        path,
        workspace: found.subject.workspace ?? told.workspace,
        varFiles: [...found.varFiles, ...told.varFiles],
        backendConfig: [...found.backendConfig, ...told.backendConfig],
        planArgs: told.planArgs,
    };
    return { ...found, why: [], subject: { ...(0,_terraform_stack_key_js__WEBPACK_IMPORTED_MODULE_2__/* .stackSubject */ .b)(identity), name } };
}
/** As if the configuration said so. Values of `-backend-config` are no files; what looks like one is an input. */
function entryOf(path, { workspace = '', varFiles, backendConfig }) {
    const inRepository = (file) => {
        const joined = (0,_repository_paths_js__WEBPACK_IMPORTED_MODULE_5__/* .joinPath */ .uJ)(path, file);
        return joined === undefined ? [] : [joined];
    };
    const files = backendConfig.filter((setting) => !setting.includes('=')).flatMap(inRepository);
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
