export const id = 471;
export const ids = [471];
export const modules = {

/***/ 7471:
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
// EXTERNAL MODULE: ./src/pipeline/plan-stacks.ts + 34 modules
var plan_stacks = __webpack_require__(791);
// EXTERNAL MODULE: ./src/pipeline/log-progress.ts
var log_progress = __webpack_require__(4498);
// EXTERNAL MODULE: ./src/pipeline/stack-to-plan.ts
var stack_to_plan = __webpack_require__(1284);
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

// EXTERNAL MODULE: ./src/repository/config/config.ts
var config = __webpack_require__(2697);
// EXTERNAL MODULE: ./src/actions/github-client.ts
var github_client = __webpack_require__(5282);
// EXTERNAL MODULE: ./src/actions/plan-begin.ts + 1 modules
var plan_begin = __webpack_require__(7912);
// EXTERNAL MODULE: ./src/actions/plan-inputs.ts
var plan_inputs = __webpack_require__(576);
// EXTERNAL MODULE: ./src/actions/plan-result.ts + 10 modules
var plan_result = __webpack_require__(456);
;// CONCATENATED MODULE: ./src/actions/terraform-plan-comment.ts
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













const COUNTS = ['add', 'change', 'destroy', 'replace', 'import', 'move', 'forget', 'drift'];
const terraform_plan_comment_inputs = {
    ...plan_inputs/* planInputs */.Zp,
    'working-directory': (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* repoPath */.qN)),
    stack: (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'plan-file': (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    workspace: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'var-files': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'backend-config': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'init-args': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'plan-args': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    collect: (0,inputs/* input */.hF)(inputs/* bool */.lc, { default: 'false' }),
    config: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* repoPath */.qN)),
};
/** The plan, readable, in the pull request. */
const terraformPlanComment = (0,action/* action */.XI)({
    name: 'terraform-plan-comment',
    inputs: terraform_plan_comment_inputs,
    outputs: [
        'changed',
        'exit-code',
        ...COUNTS,
        'plan-digest',
        'plan-path',
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
        const github = (0,github_client/* loadGitHub */.g)(comment, given['github-token'], context);
        const told = await stacksOf(given, context, (found) => void (0,plan_begin/* configurePlan */.C)(common, found, context));
        const { stacks } = told;
        const subjects = stacks.map(({ subject }) => subject);
        const { settings } = (0,plan_begin/* configurePlan */.C)(settingsOf(given, subjects, common), told, context);
        const planned = await (0,plan_stacks/* planStacks */.B)(stacks, settings, {
            ...context,
            progress: (0,log_progress/* logProgress */.s)(context.log, stacks.length),
        });
        const model = {
            version: 1,
            stacks: planned.outcomes.map(({ stack, model: plan, digest }) => ({ ...stack, digest, plan })),
        };
        return (0,plan_result/* planResult */.VR)({
            planned,
            title: 'Terraform plan',
            key: commentKey(subjects),
            comment,
            forkPolicy: given['fork-policy'],
            github,
            folder,
            data: { 'plan.json': model },
            outputs: {
                ...(0,plan_result/* countOutputs */.wo)(planned, COUNTS),
                'plan-digest': planned.outcomes.map(({ digest = '' }) => digest).join('\n'),
                'plan-path': planned.planFiles.join('\n'),
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
    }
    if (faults.length > 0)
        throw new errors/* UserError */.yo(faults.join('; '), { where: 'inputs', help: 'Leave out one of the two.' });
}
/** What is planned. A folder outside of a repository is planned as well, but nothing tells what it is made of. */
async function stacksOf(given, { run, env, exec, log }, onConfig) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const told = {
            workspace: given.workspace ?? env['TF_WORKSPACE'],
            varFiles: given['var-files'],
            planArgs: given['plan-args'],
            backendConfig: given['backend-config'],
        };
        const path = given['working-directory'] ?? '.';
        if (given.stack.length === 0 && !(await isInRepository(run.workspace, env)))
            return { stacks: [(0,stack_to_plan/* folderToPlan */.fu)(path, told)], config: config/* EMPTY_CONFIG */.$, configFile: undefined };
        const [{ openWorkTree }, { stackByFolder, stacksByName }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(242), __webpack_require__.e(450)]).then(__webpack_require__.bind(__webpack_require__, 3242)),
            Promise.all(/* import() */[__webpack_require__.e(994), __webpack_require__.e(414)]).then(__webpack_require__.bind(__webpack_require__, 4414)),
        ]);
        const token = given['github-token'];
        const access = { serverUrl: run.serverUrl, ...(token === '' ? {} : { token }) };
        const workTree = __addDisposableResource(env_1, await openWorkTree({ exec, env, cwd: run.workspace }, { ignored: true, access }), true);
        const source = { workTree, access, config: given.config, onConfig };
        if (given.stack.length > 0)
            return await stacksByName(given.stack, told, source);
        const found = await stackByFolder(path, told, source);
        const hash = found.stacks[0]?.facts?.['inputs-hash'];
        log.debug(hash === undefined ? `no inputs-hash: ${path} holds no Terraform files` : `inputs-hash ${hash}`);
        return found;
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
function commentKey(stacks) {
    const [only] = stacks;
    if (stacks.length === 1 && only !== undefined)
        return `plan:${only.key}`;
    return `plans:${JSON.stringify(stacks.map(({ key }) => key).sort())}`;
}


/***/ })

};
