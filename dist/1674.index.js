export const id = 1674;
export const ids = [1674,3661];
export const modules = {

/***/ 1674:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  terraformApply: () => (/* binding */ terraformApply)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/core/action.ts + 8 modules
var action = __webpack_require__(5087);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/pipeline/change-of-run.ts
var change_of_run = __webpack_require__(8316);
// EXTERNAL MODULE: ./src/pipeline/gone-stacks.ts + 1 modules
var gone_stacks = __webpack_require__(3661);
// EXTERNAL MODULE: ./src/pipeline/told-stacks.ts + 1 modules
var told_stacks = __webpack_require__(4414);
// EXTERNAL MODULE: ./src/pipeline/upstream.ts
var upstream = __webpack_require__(7749);
;// CONCATENATED MODULE: ./src/pipeline/apply/stacks-to-apply.ts





/** The stacks that are told, with what they are made of here and what of the change goes before them. */
async function stacksToApply(request) {
    const { names, folder, told, source, run, github } = request;
    const { place, commit } = source.workTree;
    if (commit === undefined || source.access === undefined)
        throw notVersioned();
    const { access, config } = source;
    const change = await (0,change_of_run.changeOfRun)({ run, place, access, github, config, base: request.baseSha });
    if (request.goneFolder !== undefined)
        return goneToApply(request, request.goneFolder, change, access);
    const found = names.length > 0 ? await (0,told_stacks.stacksByName)(names, told, source) : await (0,told_stacks.stackByFolder)(folder, told, source);
    const here = new Set(found.stacks.map(({ subject }) => subject.name));
    const stacks = found.stacks.map((stack) => {
        const ofChange = (0,upstream.upstreamOf)(change.detected, stack.subject)?.names ?? [];
        // What is applied together has an order, whether the change touches it or not.
        const ofAll = found.all === undefined ? [] : ((0,upstream.upstreamOf)(found.all, stack.subject)?.names ?? []);
        return toApply(stack, [...new Set([...ofChange, ...ofAll.filter((name) => here.has(name))])]);
    });
    const elsewhere = [...new Set(stacks.flatMap(({ upstream }) => upstream))].filter((name) => !here.has(name));
    const others = elsewhere.length === 0 ? [] : (await (0,told_stacks.stacksByName)(elsewhere, told, source)).stacks;
    return {
        stacks,
        others: new Map(others.map(({ subject, facts }) => [
            subject.name,
            { key: subject.key, inputsHash: facts?.['inputs-hash'] ?? '' },
        ])),
        first: new Set(change.detected.changes.stacks.flatMap(({ upstream }) => upstream)),
        baseSha: change.base,
        config: found.config,
        configFile: found.configFile,
    };
}
/** Stacks that the change takes away: what destroys them reads nothing of what others become. */
async function goneToApply({ names, told, source }, folder, { detected, base }, access) {
    source.onConfig(detected);
    const { place } = source.workTree;
    const where = { place, access, folder, workspace: told.workspace };
    const found = await (0,gone_stacks.toldGoneToPlan)(names, { detected, base }, where);
    return {
        stacks: found.map((stack) => toApply(stack, [])),
        others: new Map(),
        first: new Set(),
        baseSha: base,
        config: detected.config,
        configFile: detected.configFile,
    };
}
function toApply(stack, upstream) {
    const inputsHash = stack.facts?.['inputs-hash'];
    if (inputsHash === undefined) {
        throw new errors/* UserError */.yo(`there is nothing to apply in ${stack.subject.path}: it holds no Terraform files`, {
            where: 'working-directory',
            help: 'Give the folder of a stack, or its name in `stack`.',
        });
    }
    return { ...stack, name: stack.subject.name, inputsHash, upstream };
}
function notVersioned() {
    return new errors/* UserError */.yo('the workspace is no Git repository with a commit', {
        where: 'GITHUB_WORKSPACE',
        help: 'Check it out with `actions/checkout`: what is applied must be what was merged.',
    });
}

// EXTERNAL MODULE: ./src/pipeline/work-tree.ts + 4 modules
var work_tree = __webpack_require__(3242);
// EXTERNAL MODULE: ./src/core/inputs.ts
var inputs = __webpack_require__(9114);
// EXTERNAL MODULE: ./src/pipeline/apply/destroy-gate.ts
var destroy_gate = __webpack_require__(9035);
// EXTERNAL MODULE: ./src/actions/plan-inputs.ts
var plan_inputs = __webpack_require__(576);
;// CONCATENATED MODULE: ./src/actions/apply-inputs.ts




const { tool, redact } = plan_inputs/* planInputs */.Zp;
const applyInputs = {
    'working-directory': (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* repoPath */.qN)),
    stack: (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    mode: (0,inputs/* input */.hF)((0,inputs/* oneOf */.yL)('reviewed', 'approve', 'replan', 'direct'), { default: 'reviewed' }),
    'plan-passphrase': (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'base-sha': (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'allow-destroy': (0,inputs/* input */.hF)((raw) => (0,destroy_gate/* parseAllowDestroy */.N)((0,inputs/* lines */.Mn)(raw))),
    environment: (0,inputs/* input */.hF)(inputs/* text */.Qq),
    gone: (0,inputs/* input */.hF)(inputs/* bool */.lc, { default: 'false' }),
    'i-accept-unreviewed': (0,inputs/* input */.hF)(inputs/* bool */.lc, { default: 'false' }),
    workflow: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* repoPath */.qN)),
    tool,
    'tool-version': plan_inputs/* planInputs */.Zp['tool-version'],
    workspace: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    'var-files': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'backend-config': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'init-args': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'plan-args': (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'lock-timeout': plan_inputs/* planInputs */.Zp['lock-timeout'],
    comment: (0,inputs/* input */.hF)((0,inputs/* oneOf */.yL)('update', 'off'), { default: 'update' }),
    collect: (0,inputs/* input */.hF)(inputs/* bool */.lc, { default: 'false' }),
    config: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* repoPath */.qN)),
    redact,
    'github-token': plan_inputs/* planInputs */.Zp['github-token'],
    'job-id': plan_inputs/* planInputs */.Zp['job-id'],
};
/** What contradicts itself is refused before anything is begun, all of it at once. */
function refuseApplyFaults(given) {
    const faults = [];
    if (given['working-directory'] !== undefined && given.stack.length > 0) {
        faults.push('give either `working-directory` or `stack`, not both');
    }
    if (given.mode === 'direct' && !given['i-accept-unreviewed']) {
        faults.push('the mode `direct` applies what nobody has reviewed: say so with `i-accept-unreviewed: true`');
    }
    if (given.mode !== 'direct' && given['i-accept-unreviewed']) {
        faults.push(`\`i-accept-unreviewed\` has no meaning in the mode \`${given.mode}\``);
    }
    if (given.mode === 'approve' && given.environment === '') {
        faults.push('the mode `approve` needs `environment`, the name of the environment this job is in');
    }
    if (given.gone && given.stack.length === 0)
        faults.push('`gone` needs the names of the stacks in `stack`');
    if (given.gone && given['base-sha'] === undefined) {
        faults.push('`gone` needs `base-sha`, the commit where the stacks still were');
    }
    const { all, count, labels } = given['allow-destroy'];
    if (given.gone && !all && count === undefined && labels.length === 0) {
        faults.push('`gone` destroys all that a stack manages: set `allow-destroy`');
    }
    if (faults.length > 0) {
        throw new errors/* UserError */.yo(faults.join('; '), {
            where: 'inputs',
            help: 'Correct the `with:` block of this step.',
        });
    }
}
/** Events whose commit is on a branch, and whose files somebody with the right to merge has put there. */
const EVENTS = ['push', 'workflow_dispatch', 'schedule', 'repository_dispatch', 'workflow_run'];
/** The branch that is applied from. @throws UserError for a run that must not apply. */
function branchToApply({ event, ref, refType, sha }) {
    if (!EVENTS.includes(event)) {
        throw new errors/* UserError */.yo(`nothing is applied on the event ${event === '' ? '(none)' : event}`, {
            causeClass: 'policy',
            where: 'on:',
            help: 'What a pull request or a merge queue asks about is not merged yet. Apply on `push` to the branch.',
        });
    }
    if (refType === 'tag' || !ref.startsWith('refs/heads/') || sha === '') {
        throw new errors/* UserError */.yo(`nothing is applied from ${ref === '' ? 'an unknown ref' : ref}`, {
            causeClass: 'policy',
            where: 'on:',
            help: 'Apply from a branch: a tag has no pull requests, and may point to anything.',
        });
    }
    return ref.slice('refs/heads/'.length);
}

// EXTERNAL MODULE: ./src/actions/apply-run.ts + 19 modules
var apply_run = __webpack_require__(2833);
// EXTERNAL MODULE: ./src/actions/apply-result.ts
var apply_result = __webpack_require__(6005);
// EXTERNAL MODULE: ./src/actions/artifact-store.ts
var artifact_store = __webpack_require__(9337);
// EXTERNAL MODULE: ./src/actions/count-outputs.ts
var count_outputs = __webpack_require__(2511);
// EXTERNAL MODULE: ./src/actions/github-client.ts + 13 modules
var github_client = __webpack_require__(4117);
// EXTERNAL MODULE: ./src/actions/plan-begin.ts + 1 modules
var plan_begin = __webpack_require__(7912);
;// CONCATENATED MODULE: ./src/actions/terraform-apply.ts
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











/** Applies exactly what was reviewed. */
const terraformApply = (0,action/* action */.XI)({
    name: 'terraform-apply',
    inputs: applyInputs,
    outputs: [
        'applied',
        ...count_outputs/* COUNTS */.J,
        'refused',
        'outputs-file',
        'comment-id',
        'comment-url',
        'markdown-file',
        'report-file',
    ],
    async run(given, context) {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { run, exec, env, log } = context;
            const passphrase = given['plan-passphrase'];
            refuseApplyFaults(given);
            const branch = branchToApply(run);
            const { folder, settings: common } = await (0,plan_begin/* beginPlan */.R)(
            // Of a plan that is to be applied, nothing is checked or warned of once more.
            { ...given, checks: [], 'destroy-warning': Infinity }, context);
            const token = given['github-token'];
            const github = (0,github_client/* begun */.q1)((0,github_client/* clientOf */.fe)(token, context));
            const access = (0,github_client/* fetchAccess */.DL)(token, context);
            const workTree = __addDisposableResource(env_1, await (0,work_tree.openWorkTree)({ exec, env, cwd: run.workspace }, { ignored: true, access }), true);
            const toApply = await stacksToApply({
                names: given.stack,
                folder: given['working-directory'] ?? '.',
                told: {
                    workspace: given.workspace ?? env['TF_WORKSPACE'],
                    varFiles: given['var-files'],
                    planArgs: given['plan-args'],
                    backendConfig: given['backend-config'],
                },
                source: {
                    workTree,
                    access,
                    config: given.config,
                    onConfig: (found) => void (0,plan_begin/* configurePlan */.C)(common, found, context),
                },
                run,
                github,
                baseSha: given['base-sha'],
                goneFolder: given.gone ? (0,external_node_path_.join)(common.folder, 'base') : undefined,
            });
            const { stacks } = toApply;
            const { settings, redact } = (0,plan_begin/* configurePlan */.C)({
                ...common,
                varFiles: given['var-files'],
                backendConfig: given['backend-config'],
                initArgs: given['init-args'],
                planArgs: given['plan-args'],
            }, toApply, context);
            log.info(redact(`stacks (${stacks.length}): ${stacks.map(({ name }) => name).join(', ')}; mode ${given.mode}`));
            const { mode, collect, environment, workflow, config } = given;
            const [client, artifacts] = await Promise.all([github(), (0,artifact_store/* artifactsOf */.N)(context)()]);
            const { applied, pulls } = await (0,apply_run/* applyRun */.q)({
                ...{ mode, toApply, settings, artifacts, passphrase, environment, workflow, config },
                ...{ place: workTree.place, access, branch, github: client },
                allow: given['allow-destroy'],
            }, context);
            return await (0,apply_result/* applyResult */.i)({
                ...{ applied, toApply, pulls, branch, artifacts, folder, collect },
                github: client,
                comment: given.comment !== 'off' && !collect,
                key: `apply:${JSON.stringify(stacks.map(({ subject }) => subject.key).sort())}`,
                counts: count_outputs/* COUNTS */.J,
            }, context);
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
    },
});


/***/ }),

/***/ 8316:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   changeOfRun: () => (/* binding */ changeOfRun)
/* harmony export */ });
/* harmony import */ var _repository_base_choose_base_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7201);
/* harmony import */ var _repository_config_fault_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7339);
/* harmony import */ var _detect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9905);



/**
 * Which stacks this run is about, and what goes before what. @throws UserError where the commits are not to be had, or
 * the configuration is faulty.
 */
async function changeOfRun(request) {
    const { run, place, access, config } = request;
    const chosen = await (0,_repository_base_choose_base_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseBase */ .b)({ run, base: request.base, head: undefined }, request);
    const isPush = run.event === 'push' && request.base !== undefined;
    // A commit that is given does not tell what later runs have left undone.
    const { unfinished } = isPush
        ? await (0,_repository_base_choose_base_js__WEBPACK_IMPORTED_MODULE_0__/* .chooseBase */ .b)({ run, base: undefined, head: undefined }, request)
        : chosen;
    const found = await (0,_detect_js__WEBPACK_IMPORTED_MODULE_2__/* .detectChanges */ .f)({
        ...{ place, access, head: chosen.head, base: chosen.base, unfinished },
        ...{ kinds: ['terraform'], include: [], exclude: [], config },
    });
    if ('faults' in found)
        throw (0,_repository_config_fault_js__WEBPACK_IMPORTED_MODULE_1__/* .toUserError */ .d)(found.faults);
    return { detected: found, base: chosen.base, head: chosen.head };
}


/***/ }),

/***/ 3661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  goneByName: () => (/* binding */ goneByName),
  goneToPlan: () => (/* binding */ goneToPlan),
  toldGoneToPlan: () => (/* binding */ toldGoneToPlan)
});

// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/repository/git/partial.ts
var partial = __webpack_require__(8886);
// EXTERNAL MODULE: ./src/repository/git/place.ts
var git_place = __webpack_require__(4528);
// EXTERNAL MODULE: ./src/repository/git/tree.ts
var tree = __webpack_require__(5235);
// EXTERNAL MODULE: ./src/repository/snapshot.ts
var snapshot = __webpack_require__(8662);
;// CONCATENATED MODULE: ./src/pipeline/base-tree.ts






/**
 * The files of a commit in a folder of their own, as `git checkout` would write them; the repository, its index and its
 * work tree stay as they are. Programs that the repository's own configuration names for files (`filter.*`) are not
 * run: what Git LFS keeps elsewhere stays a pointer.
 *
 * @param folder absolute; nothing is there yet
 */
async function checkOutTree(place, commit, folder, access) {
    const root = (0,external_node_path_.join)(folder, 'files');
    await (0,promises_.mkdir)(root, { recursive: true, mode: 0o700 });
    const entries = await (0,tree/* readTree */.Zc)(place, commit);
    if (await (0,partial/* isPartial */.mt)(place)) {
        const oids = entries.flatMap(({ mode, oid }) => (mode === snapshot/* SUBMODULE_MODE */.F ? [] : [oid]));
        await (0,partial/* fetchMissing */.jx)(place, await (0,partial/* missingObjects */.xC)(place, [commit]), new Set(oids), access);
    }
    const own = { GIT_INDEX_FILE: (0,external_node_path_.join)(folder, 'index'), GIT_WORK_TREE: root, GIT_LFS_SKIP_SMUDGE: '1' };
    const gitDir = (await (0,git_place/* ask */.kA)(place, ['rev-parse', '--absolute-git-dir'])) ?? '';
    const aside = { ...place, cwd: root, variables: { ...place.variables, GIT_DIR: gitDir, ...own } };
    const config = await withoutFilters(place);
    (0,git_place/* check */.z6)('read the files of the base', await (0,git_place/* git */.$Y)(aside, ['read-tree', '--end-of-options', commit], { config }));
    (0,git_place/* check */.z6)('write the files of the base', await (0,git_place/* git */.$Y)(aside, ['checkout-index', '--all', '--quiet'], { config }));
    const submodules = entries.filter(({ mode }) => mode === snapshot/* SUBMODULE_MODE */.F).map(({ path }) => path);
    const isLarge = entries.some(({ path }) => path.endsWith('.gitattributes')) && (await usesLfs(aside));
    return {
        root,
        missing: [
            ...submodules.map((path) => `the files of the submodule ${path}`),
            ...(isLarge ? ['files that Git LFS keeps'] : []),
        ],
    };
}
/** Also sparse checkouts leave nothing out here. */
async function withoutFilters(place) {
    const names = (await (0,git_place/* ask */.kA)(place, ['config', '--local', '--name-only', '--get-regexp', '^filter\\.'])) ?? '';
    const keys = new Set(names.split('\n').filter((key) => /\.(?:smudge|process|required)$/.test(key)));
    return [
        ['core.sparseCheckout', 'false'],
        ...[...keys].map((key) => [key, key.endsWith('.required') ? 'false' : '']),
    ];
}
async function usesLfs(place) {
    const listed = await (0,git_place/* git */.$Y)(place, ['ls-files', '--', ':(attr:filter=lfs)']);
    return listed.code === 0 && listed.stdout !== '';
}

// EXTERNAL MODULE: ./src/pipeline/job-workspace.ts
var job_workspace = __webpack_require__(6013);
// EXTERNAL MODULE: ./src/pipeline/stack-to-plan.ts
var stack_to_plan = __webpack_require__(1284);
;// CONCATENATED MODULE: ./src/pipeline/gone-stacks.ts




/**
 * Stacks that a change takes out of the repository, as they are planned to see what remains of them: with the files of
 * the base, which is checked out beside the work tree.
 */
async function goneToPlan(request) {
    const { gone, base, place, access, folder, workspace } = request;
    const all = gone.map(({ item }) => item);
    const { stacks } = (0,job_workspace/* inWorkspace */.v)(gone, all, workspace);
    if (stacks.length === 0)
        return [];
    const { root, missing } = await checkOutTree(place, base, folder, access);
    const why = missing.length === 0 ? [] : [missingNote(missing)];
    return stacks.map((judged) => ({ ...(0,stack_to_plan/* judgedToPlan */.km)(judged, workspace), why, gone: { root } }));
}
/**
 * The stacks of these names that a change takes away, as they are planned.
 * @throws UserError naming all names that none has, and where the change has no base
 */
async function toldGoneToPlan(names, { detected, base }, where) {
    if (base === undefined) {
        throw new errors/* UserError */.yo('there is no base to find stacks in that are gone', {
            where: 'base-sha',
            help: 'Give `base-sha` of detect-changes.',
        });
    }
    return goneToPlan({ ...where, base, gone: goneByName(names, detected.changes.deletedStacks) });
}
/** Of the stacks that are gone those with these names. @throws UserError naming all names that none has. */
function goneByName(names, gone) {
    const unknown = names.filter((name) => !gone.some(({ item }) => item.name === name));
    if (unknown.length === 0)
        return gone.filter(({ item }) => names.includes(item.name));
    const known = gone.map(({ item }) => item.name).sort();
    throw new errors/* UserError */.yo(`this change takes away no stack that is called ${unknown.join(', ')}`, {
        where: 'input `stack`',
        help: known.length === 0 ? 'It takes away none.' : `Those it takes away: ${known.join(', ')}.`,
    });
}
const missingNote = (missing) => ({
    kind: 'text',
    rank: 2,
    tone: 'note',
    text: [`Planned with the files of the base, without ${missing.slice(0, 5).join(', ')}.`],
});


/***/ }),

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


/***/ })

};
