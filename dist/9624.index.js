export const id = 9624;
export const ids = [9624];
export const modules = {

/***/ 9624:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkStackDirectory: () => (/* binding */ checkStackDirectory),
/* harmony export */   checkStackRun: () => (/* binding */ checkStackRun),
/* harmony export */   toolEnv: () => (/* binding */ toolEnv),
/* harmony export */   wantedWorkspace: () => (/* binding */ wantedWorkspace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4296);


/** Arguments that would break what the run is made of, and what to do instead. */
const refusedEverywhere = {
    chdir: 'set working-directory',
    input: 'questions cannot be answered in a pipeline',
    json: 'the output format is fixed',
    'json-into': 'the output format is fixed',
    help: 'it runs nothing',
    h: 'it runs nothing',
    version: 'it runs nothing',
    'lock-timeout': 'use lock-timeout',
};
const refusedForInit = {
    ...refusedEverywhere,
    backend: 'whether the backend is used is decided by the action',
    cloud: 'whether the backend is used is decided by the action',
    'migrate-state': 'a pipeline must not move state; do it by hand',
    'force-copy': 'a pipeline must not move state; do it by hand',
    'from-module': 'it would overwrite the stack',
};
const refusedForPlan = {
    ...refusedEverywhere,
    out: 'the plan file is kept in a private place',
    'detailed-exitcode': 'it is always set',
};
/**
 * Checks what the user added to the command lines. Options may have one or two dashes, as Go's `flag` takes both.
 * Throws one `UserError` that names every fault.
 */
function checkStackRun(stack) {
    const faults = [
        ...faultsIn(stack.initArgs, 'init-args', refusedForInit),
        ...faultsIn(stack.planArgs, 'plan-args', refusedForPlan),
    ];
    if (!/^(\d+(\.\d+)?(ms|s|m|h))+$/.test(stack.lockTimeout)) {
        faults.push(`lock-timeout: "${stack.lockTimeout}" is not a duration such as 5m or 90s`);
    }
    if (stack.workspace !== undefined && !/^[^\s/\\?#%*"'<>|:]+$/.test(stack.workspace)) {
        faults.push('workspace: only characters that are safe in a URL, and no slash');
    }
    if (faults.length > 0) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(faults.join('; '), { help: 'Correct the inputs named above.', where: 'inputs' });
    }
}
function faultsIn(args, input, refused) {
    const faults = [];
    args.forEach((arg, index) => {
        const name = /^--?([a-zA-Z][\w-]*)/.exec(arg)?.[1];
        const before = args[index - 1];
        // The value of `-target x`, where the option has no `=`.
        const isValue = before !== undefined && /^--?[a-zA-Z][\w-]*$/.test(before);
        if (arg.includes('\0'))
            faults.push(`${input}: argument ${index + 1} has a NUL character`);
        else if (name === undefined && !isValue)
            faults.push(`${input}: argument ${index + 1} is not an option`);
        else if (name !== undefined && Object.hasOwn(refused, name)) {
            faults.push(`${input}: -${name} is not allowed (${refused[name] ?? ''})`);
        }
    });
    return faults;
}
/** The workspace that is asked for, by input or by TF_WORKSPACE. */
function wantedWorkspace(stack) {
    const fromEnv = stack.env['TF_WORKSPACE'];
    return stack.workspace ?? (fromEnv === '' ? undefined : fromEnv);
}
/**
 * The environment of a run. TF_WORKSPACE is set only when `workspace` is given: with a name that does not exist
 * Terraform plans a new, empty workspace, so it is set for names that were seen in `workspace list`.
 */
function toolEnv(stack, workspace) {
    const env = { ...stack.env };
    delete env['TF_WORKSPACE'];
    return {
        ...env,
        TF_IN_AUTOMATION: '1',
        TF_INPUT: '0',
        // No call to checkpoint-api.hashicorp.com: it only says that there is a newer version.
        CHECKPOINT_DISABLE: '1',
        ...(workspace === undefined ? {} : { TF_WORKSPACE: workspace }),
        ...(stack.dataDir === undefined ? {} : { TF_DATA_DIR: stack.dataDir }),
        ...(stack.pluginCacheDir === undefined ? {} : { TF_PLUGIN_CACHE_DIR: stack.pluginCacheDir }),
    };
}
/**
 * Throws a `UserError` when the directory cannot hold a stack. Without this, `init` and `fmt` succeed in an empty
 * directory, and a missing one reads like a missing program.
 */
async function checkStackDirectory(directory) {
    let names;
    try {
        names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory);
    }
    catch (thrown) {
        const code = (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .CA)(thrown);
        const why = code === 'ENOENT' ? 'does not exist' : code === 'ENOTDIR' ? 'is not a directory' : 'cannot be read';
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the working directory ${why}`, {
            where: directory,
            help: 'Check working-directory; it is relative to the root of the repository.',
            cause: thrown,
        });
    }
    if (!names.some((name) => /\.(tf|tofu)(\.json)?$/.test(name))) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the working directory holds no .tf files', {
            where: directory,
            help: 'Point working-directory to a root module.',
        });
    }
}


/***/ })

};
