export const id = 3817;
export const ids = [3817];
export const modules = {

/***/ 2511:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ COUNTS),
/* harmony export */   w: () => (/* binding */ countOutputs)
/* harmony export */ });
/* harmony import */ var _report_overview_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5727);

/** Resources as plans count them, and as an apply counts what it did. */
const COUNTS = ['add', 'change', 'destroy', 'replace', 'import', 'move', 'forget', 'drift'];
/** Sums of the counts, as outputs. */
function countOutputs(parts, names) {
    const sums = (0,_report_overview_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .totals */ .S)(parts);
    return Object.fromEntries(names.map((name) => [name, String(sums[name] ?? 0)]));
}


/***/ }),

/***/ 3817:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  terraformPlanComment: () => (/* binding */ terraformPlanComment)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/core/action.ts + 8 modules
var action = __webpack_require__(5087);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/core/inputs.ts
var inputs = __webpack_require__(9114);
// EXTERNAL MODULE: ./src/pipeline/plan-stacks.ts
var plan_stacks = __webpack_require__(6073);
// EXTERNAL MODULE: ./src/pipeline/log-progress.ts
var log_progress = __webpack_require__(4498);
// EXTERNAL MODULE: ./src/actions/artifact-store.ts
var artifact_store = __webpack_require__(9337);
// EXTERNAL MODULE: ./src/actions/count-outputs.ts
var count_outputs = __webpack_require__(2511);
// EXTERNAL MODULE: ./src/actions/github-client.ts + 13 modules
var github_client = __webpack_require__(4117);
// EXTERNAL MODULE: ./src/actions/plan-begin.ts + 1 modules
var plan_begin = __webpack_require__(7912);
// EXTERNAL MODULE: ./src/actions/plan-hooks.ts + 1 modules
var plan_hooks = __webpack_require__(1320);
// EXTERNAL MODULE: ./src/actions/plan-inputs.ts
var plan_inputs = __webpack_require__(576);
// EXTERNAL MODULE: ./src/actions/plan-result.ts + 1 modules
var plan_result = __webpack_require__(8028);
// EXTERNAL MODULE: ./src/actions/plan-saving.ts
var plan_saving = __webpack_require__(6195);
// EXTERNAL MODULE: ./src/core/once.ts
var once = __webpack_require__(8818);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./src/pipeline/in-repository.ts


/** A cheap look, without starting Git: is there a repository that the folder may be a part of? */
async function isInRepository(folder, env) {
    if (env['GIT_DIR'] !== undefined)
        return true;
    for (let at = (0,external_node_path_.resolve)(folder);; at = (0,external_node_path_.dirname)(at)) {
        if (await (0,promises_.access)((0,external_node_path_.join)(at, '.git')).then(() => true, () => false))
            return true;
        if (at === (0,external_node_path_.dirname)(at))
            return false;
    }
}

// EXTERNAL MODULE: ./src/pipeline/save/not-committed.ts
var not_committed = __webpack_require__(2388);
// EXTERNAL MODULE: ./src/pipeline/stack-to-plan.ts
var stack_to_plan = __webpack_require__(1284);
// EXTERNAL MODULE: ./src/repository/config/config.ts
var config = __webpack_require__(2697);
;// CONCATENATED MODULE: ./src/actions/plan-told.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});







/** What is planned. A folder outside of a repository is planned as well, but nothing tells what it is made of. */
async function stacksOf(given, context, telling) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { run, env, exec, log } = context;
        const { onConfig, keeps } = telling;
        const told = {
            workspace: given.workspace ?? env['TF_WORKSPACE'],
            varFiles: given['var-files'],
            planArgs: given['plan-args'],
            backendConfig: given['backend-config'],
        };
        const path = given['working-directory'] ?? '.';
        const place = { exec, env, cwd: run.workspace };
        const token = given['github-token'];
        const access = (0,github_client/* fetchAccess */.DL)(token, context);
        const asked = (0,once/* once */.O)(async () => {
            const { changeOfRun } = await Promise.all(/* import() */[__webpack_require__.e(4597), __webpack_require__.e(473), __webpack_require__.e(9905), __webpack_require__.e(8316)]).then(__webpack_require__.bind(__webpack_require__, 8316));
            const github = token === '' ? undefined : telling.github;
            return changeOfRun({ run, base: given['base-sha'], config: given.config, place, access, github });
        });
        const change = async () => (await asked()).detected;
        const unknown = { change, commit: undefined, uncommitted: not_committed/* allCommitted */.c };
        if (given.stack.length === 0 && !(await isInRepository(run.workspace, env)))
            return { ...unknown, stacks: [(0,stack_to_plan/* folderToPlan */.fu)(path, told)], config: config/* EMPTY_CONFIG */.$, configFile: undefined };
        if (given.gone) {
            const { toldGoneToPlan } = await Promise.all(/* import() */[__webpack_require__.e(473), __webpack_require__.e(8220)]).then(__webpack_require__.bind(__webpack_require__, 3661));
            const { detected, base, head } = await asked();
            onConfig(detected);
            const where = { place, access, folder: (0,external_node_path_.join)(telling.folder, 'base'), workspace: told.workspace };
            const stacks = await toldGoneToPlan(given.stack, { detected, base }, where);
            const { config, configFile } = detected;
            return { ...unknown, stacks, config, configFile, commit: head };
        }
        const [{ openWorkTree }, { stackByFolder, stacksByName }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(3242), __webpack_require__.e(9450)]).then(__webpack_require__.bind(__webpack_require__, 3242)),
            Promise.all(/* import() */[__webpack_require__.e(4597), __webpack_require__.e(473), __webpack_require__.e(9905), __webpack_require__.e(4414)]).then(__webpack_require__.bind(__webpack_require__, 4414)),
        ]);
        const workTree = __addDisposableResource(env_1, await openWorkTree(place, { ignored: true, access }), true);
        const source = { workTree, access, config: given.config, onConfig };
        const found = given.stack.length > 0
            ? await stacksByName(given.stack, told, source)
            : await stackByFolder(path, told, source);
        if (given.stack.length === 0) {
            const hash = found.stacks[0]?.facts?.['inputs-hash'];
            log.debug(hash === undefined ? `no inputs-hash: ${path} holds no Terraform files` : `inputs-hash ${hash}`);
        }
        const { commit } = workTree;
        if (!keeps)
            return { ...unknown, ...found, commit };
        const { uncommittedInputs } = await Promise.all(/* import() */[__webpack_require__.e(4597), __webpack_require__.e(473), __webpack_require__.e(9905), __webpack_require__.e(3031)]).then(__webpack_require__.bind(__webpack_require__, 3031));
        const uncommitted = await uncommittedInputs({ workTree, access, config: given.config });
        return { ...found, change, commit, uncommitted };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./src/actions/terraform-plan-comment.ts















const terraform_plan_comment_inputs = {
    ...plan_inputs/* planInputs */.Zp,
    ...plan_inputs/* saveInputs */.$J,
    'working-directory': (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* repoPath */.qN)),
    stack: (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'plan-file': (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    workspace: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'var-files': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'backend-config': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'init-args': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'plan-args': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    collect: (0,inputs/* input */.hF)(inputs/* bool */.lc, { default: 'false' }),
    gone: (0,inputs/* input */.hF)(inputs/* bool */.lc, { default: 'false' }),
    'base-sha': (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    config: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* repoPath */.qN)),
};
/** The plan, readable, in the pull request. */
const terraformPlanComment = (0,action/* action */.XI)({
    name: 'terraform-plan-comment',
    inputs: terraform_plan_comment_inputs,
    outputs: [
        'changed',
        'exit-code',
        ...count_outputs/* COUNTS */.J,
        'plan-digest',
        'plan-path',
        'plan-artifact',
        'comment-id',
        'comment-url',
        'markdown-file',
        'json-file',
        'report-file',
    ],
    async run(given, context) {
        refuseConflicts(given);
        const { folder, settings: common } = await (0,plan_begin/* beginPlan */.R)(given, context);
        const comment = given.collect ? 'off' : given.comment;
        const github = (0,github_client/* loadGitHub */.g2)(comment, given['github-token'], context);
        const saving = await (0,plan_saving/* savingOf */._)(given, github);
        const told = await stacksOf(given, context, {
            onConfig: (found) => void (0,plan_begin/* configurePlan */.C)(common, found, context),
            github,
            folder: common.folder,
            keeps: saving !== undefined && 'key' in saving,
        });
        const { stacks, change, commit, uncommitted } = told;
        const subjects = stacks.map(({ subject }) => subject);
        const { settings } = (0,plan_begin/* configurePlan */.C)(settingsOf(given, subjects, common), told, context);
        const ports = { ...context, progress: (0,log_progress/* logProgress */.s)(context.log, stacks.length) };
        const about = { given, saving, settings, github, stacks, configFile: told.configFile };
        const hooks = { ...about, commit, change, uncommitted, alwaysNotes: false };
        const planned = await (0,plan_stacks/* planStacks */.B)(stacks, settings, ports, await (0,plan_hooks/* planHooks */.q)(hooks, context));
        const model = {
            version: 1,
            stacks: planned.outcomes.map(({ stack, model: plan, digest }) => ({ ...stack, digest, plan })),
        };
        return (0,plan_result/* planResult */.V)({
            planned,
            title: 'Terraform plan',
            key: commentKey(subjects, given.gone),
            comment,
            forkPolicy: given['fork-policy'],
            ...(given.collect ? { collect: (0,artifact_store/* artifactsOf */.N)(context) } : {}),
            github,
            folder,
            data: { 'plan.json': model },
            outputs: {
                ...(0,count_outputs/* countOutputs */.w)(planned.parts, count_outputs/* COUNTS */.J),
                'plan-digest': planned.outcomes.map(({ digest = '' }) => digest).join('\n'),
                'plan-path': planned.planFiles.join('\n'),
                'plan-artifact': planned.saved.flatMap(({ artifact }) => artifact ?? []).join('\n'),
                'json-file': (0,external_node_path_.join)(folder, 'plan.json'),
            },
        }, context);
    },
});
/** A plan that is given cannot be made with other settings: silence would let the reader believe it was. */
function refuseConflicts(given) {
    const faults = [];
    if (given['working-directory'] !== undefined && given.stack.length > 0) {
        faults.push('give either `working-directory` or `stack`, not both');
    }
    if (given['plan-file'] !== undefined) {
        const run = ['var-files', 'backend-config', 'init-args', 'plan-args'];
        const set = [
            ...run.filter((name) => given[name].length > 0),
            ...(given.workspace === undefined ? [] : ['workspace']),
        ];
        if (set.length > 0)
            faults.push(`\`plan-file\` is already made: ${set.map((name) => `\`${name}\``).join(', ')} would have no effect`);
        if (given.stack.length > 1)
            faults.push('one `plan-file` is the plan of one stack: give one `stack`');
        if (given.gone)
            faults.push('`plan-file` is already made: `gone` would have no effect');
        if ((given['save-plan'] ?? 'off') !== 'off' || given['plan-passphrase'] !== '') {
            faults.push('a `plan-file` is not kept for applying, for nothing tells what it was made of: leave out `save-plan` and `plan-passphrase`');
        }
    }
    if (given.gone && given.stack.length === 0)
        faults.push('`gone` needs `stack`, the names of the stacks that are gone');
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults.join('; '), { where: 'inputs', help: 'Leave out one of the two.' });
}
function settingsOf(given, stacks, common) {
    const planFile = given['plan-file'];
    const directory = (0,external_node_path_.join)(common.root, stacks[0]?.path ?? '.');
    return {
        ...common,
        // A plan that was made elsewhere was validated there.
        checks: given.checks === 'auto' && planFile !== undefined ? [] : common.checks,
        varFiles: given['var-files'],
        backendConfig: given['backend-config'],
        initArgs: given['init-args'],
        planArgs: given['plan-args'],
        ...(planFile === undefined
            ? {}
            : { planFile: (0,external_node_path_.isAbsolute)(planFile) ? planFile : (0,external_node_path_.join)(directory, planFile) }),
    };
}
/** One stack: its own comment. Several: one for just these stacks, whatever job plans them. */
function commentKey(stacks, gone) {
    const [only] = stacks;
    const kind = gone ? 'gone-' : '';
    if (stacks.length === 1 && only !== undefined)
        return `${kind}plan:${only.key}`;
    return `${kind}plans:${JSON.stringify(stacks.map(({ key }) => key).sort())}`;
}


/***/ })

};
