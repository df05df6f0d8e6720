export const id = 989;
export const ids = [989];
export const modules = {

/***/ 989:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pipeline: () => (/* binding */ pipeline)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/core/action.ts + 8 modules
var action = __webpack_require__(5087);
// EXTERNAL MODULE: ./src/core/errors.ts
var core_errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/core/inputs.ts
var inputs = __webpack_require__(9114);
// EXTERNAL MODULE: ./src/pipeline/log-progress.ts
var log_progress = __webpack_require__(4498);
// EXTERNAL MODULE: ./src/pipeline/plan-stacks.ts
var plan_stacks = __webpack_require__(6073);
// EXTERNAL MODULE: ./src/repository/config/fault.ts
var fault = __webpack_require__(7339);
// EXTERNAL MODULE: ./src/pipeline/detect.ts + 75 modules
var detect = __webpack_require__(9905);
// EXTERNAL MODULE: ./src/pipeline/job-workspace.ts
var job_workspace = __webpack_require__(6013);
// EXTERNAL MODULE: ./src/pipeline/stack-to-plan.ts
var stack_to_plan = __webpack_require__(1284);
;// CONCATENATED MODULE: ./src/pipeline/touched-stacks.ts





/** The stacks to plan, with the reasons, and what about the others people should know. */
async function touchedStacks(request) {
    const { workTree, base, unfinished = [], access, config, workspace, planGone = false } = request;
    const detected = await (0,detect/* detectChanges */.f)({
        place: workTree.place,
        head: workTree.tree,
        base,
        unfinished,
        ...(access === undefined ? {} : { access }),
        kinds: ['terraform'],
        include: [],
        exclude: [],
        config,
    });
    if ('faults' in detected)
        throw (0,fault/* toUserError */.d)(detected.faults);
    const { changes, model } = detected;
    refuseErrors(changes.notices);
    const touched = new Set(changes.stacks.map(({ item }) => item.key));
    const untouched = model.stacks.filter(({ key }) => !touched.has(key)).map(({ name }) => name);
    const { stacks, others } = (0,job_workspace/* inWorkspace */.v)(changes.stacks, model.stacks, workspace);
    return {
        stacks: stacks.map((judged) => (0,stack_to_plan/* judgedToPlan */.km)(judged, workspace)),
        gone: changes.deletedStacks,
        change: { changes, model },
        found: model.stacks.length,
        notes: [
            ...(planGone ? [] : goneNotes(changes.deletedStacks)),
            ...namesNote(`Not planned, for TF_WORKSPACE is ${workspace ?? ''}: `, others, 2),
            ...namesNote('Not touched by this change, so not planned: ', untouched, 7),
            ...namesNote('Not planned, for they do not look like stacks (no backend block, or called as a module): ', model.unclaimed, 2),
        ],
        notices: changes.notices,
        config: detected.config,
        configFile: detected.configFile,
    };
}
/** What is told of a stack that is not there must not end in a green that did not look at it. */
function refuseErrors(notices) {
    const errors = notices.filter(({ severity }) => severity === 'error');
    if (errors.length === 0)
        return;
    const lines = errors.map(({ message, help, file, line }) => {
        const place = file === undefined ? '' : line === undefined ? `${file}: ` : `${file}:${line}: `;
        return `${place}${message}${help === undefined ? '' : `. ${help}`}`;
    });
    throw new core_errors/* UserError */.yo(lines.length === 1 ? (lines[0] ?? '') : `${lines.length} faults:\n- ${lines.join('\n- ')}`);
}
/** Deleted code destroys nothing: silence would read as if it did, or as if there were nothing left. */
function goneNotes(gone) {
    if (gone.length === 0)
        return [];
    const names = gone.map(({ item }) => item.name);
    const [subject, object] = gone.length === 1 ? ['This stack is', 'it manages'] : ['These stacks are', 'they manage'];
    return [
        {
            kind: 'text',
            rank: 0,
            tone: 'caution',
            text: [
                { strong: [`${subject} gone from the repository:`] },
                ' ',
                ...codes(names),
                `. What ${object} is not destroyed and not looked after any more. Destroy it from the commit before, or, ` +
                    'where a stack lives on under another name, give its `previous-names` in `.github/gitops.yml`.',
            ],
        },
    ];
}
const SHOWN_NAMES = 20;
function namesNote(words, names, rank) {
    if (names.length === 0)
        return [];
    const shown = names.slice(0, SHOWN_NAMES);
    const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
    // What is as it should be is no callout.
    const tone = rank === 7 ? {} : { tone: 'note' };
    return [{ kind: 'text', rank, ...tone, text: [words, ...codes(shown), `${more}.`] }];
}
const codes = (names) => names.flatMap((name, index) => (index === 0 ? [{ code: name }] : [', ', { code: name }]));

// EXTERNAL MODULE: ./src/pipeline/work-tree.ts + 4 modules
var work_tree = __webpack_require__(3242);
// EXTERNAL MODULE: ./src/repository/base/choose-base.ts + 7 modules
var choose_base = __webpack_require__(7201);
// EXTERNAL MODULE: ./src/pipeline/save/not-committed.ts
var not_committed = __webpack_require__(2388);
;// CONCATENATED MODULE: ./src/actions/apply-mode.ts
/**
 * How a push is applied; undefined: it is planned only. Nothing is ever applied from another branch than the default
 * one: a workflow that runs on all pushes would else apply what nobody has merged.
 */
function applyMode(given, { run, log }) {
    if (run.event !== 'push' || given.mode === 'off')
        return undefined;
    const wanted = given.mode !== 'auto';
    const branch = run.ref.startsWith('refs/heads/') ? run.ref.slice('refs/heads/'.length) : undefined;
    if (branch === undefined || branch !== run.defaultBranch) {
        if (wanted)
            log.notice(`Nothing is applied: ${run.ref} is not the default branch.`);
        return undefined;
    }
    if (given.mode !== 'auto')
        return { mode: given.mode, branch };
    if (given['plan-passphrase'] !== '')
        return { mode: 'reviewed', branch };
    log.warning('Nothing is applied: give `plan-passphrase`, with which the plans of pull requests are sealed.');
    return undefined;
}

// EXTERNAL MODULE: ./src/pipeline/apply/destroy-gate.ts
var destroy_gate = __webpack_require__(9035);
// EXTERNAL MODULE: ./src/actions/github-client.ts + 13 modules
var github_client = __webpack_require__(4117);
// EXTERNAL MODULE: ./src/actions/plan-begin.ts + 1 modules
var plan_begin = __webpack_require__(7912);
// EXTERNAL MODULE: ./src/actions/plan-hooks.ts + 1 modules
var plan_hooks = __webpack_require__(1320);
// EXTERNAL MODULE: ./src/actions/stacks-output.ts
var stacks_output = __webpack_require__(6658);
// EXTERNAL MODULE: ./src/actions/plan-inputs.ts
var plan_inputs = __webpack_require__(576);
// EXTERNAL MODULE: ./src/actions/plan-result.ts + 1 modules
var plan_result = __webpack_require__(8028);
// EXTERNAL MODULE: ./src/actions/plan-saving.ts
var plan_saving = __webpack_require__(6195);
;// CONCATENATED MODULE: ./src/actions/pipeline.ts
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




















/** Events whose part of the pipeline is built. The others end with a clear error, never with a green that did nothing. */
const EVENTS = ['pull_request', 'merge_group', 'workflow_dispatch', 'push'];
/** Events of a change that is reviewed: what remains of stacks that it takes away is part of that. */
const REVIEWED = ['pull_request', 'merge_group'];
const pipeline_inputs = {
    ...plan_inputs/* planInputs */.Zp,
    ...plan_inputs/* saveInputs */.$J,
    mode: (0,inputs/* input */.hF)((0,inputs/* oneOf */.yL)('auto', 'reviewed', 'replan', 'off'), { default: 'auto' }),
    'allow-destroy': (0,inputs/* input */.hF)((raw) => (0,destroy_gate/* parseAllowDestroy */.N)((0,inputs/* lines */.Mn)(raw))),
    base: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    config: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* repoPath */.qN)),
};
/** The whole pipeline in one step: looks at the event and does its part. */
const pipeline = (0,action/* action */.XI)({
    name: 'pipeline',
    inputs: pipeline_inputs,
    outputs: [
        'changed',
        'exit-code',
        'stacks',
        'applied',
        'refused',
        'outputs-file',
        'comment-id',
        'comment-url',
        'markdown-file',
        'report-file',
    ],
    async run(given, context) {
        const { run, log } = context;
        if (!EVENTS.includes(run.event)) {
            throw new core_errors/* UserError */.yo(`there is nothing to do yet on the event ${run.event || '(none)'}`, {
                where: 'on:',
                help: `This version plans on ${EVENTS.join(', ')}.`,
            });
        }
        const applying = applyMode(given, context);
        const { folder, settings: common } = await (0,plan_begin/* beginPlan */.R)(given, context);
        const github = (0,github_client/* loadGitHub */.g2)(given.comment, given['github-token'], context);
        await refuseEmptyWorkspace(run.workspace);
        const saving = applying === undefined ? await (0,plan_saving/* savingOf */._)(given, github) : undefined;
        const keeps = saving !== undefined && 'key' in saving;
        const { all, count, labels } = given['allow-destroy'];
        const planGone = applying === undefined ? REVIEWED.includes(run.event) : all || count !== undefined || labels.length > 0;
        const touched = await touchedByRun(given, context, { github, folder: common.folder, keeps, planGone });
        const { stacks, found, warnings } = touched;
        const { settings, redact } = (0,plan_begin/* configurePlan */.C)(common, touched, context);
        for (const { message, at } of warnings)
            log.warning(redact(message), at);
        log.info(redact(stacksLine(stacks, found)));
        if (applying !== undefined && stacks.length > 0) {
            const { applyTouched } = await Promise.all(/* import() */[__webpack_require__.e(5597), __webpack_require__.e(5467), __webpack_require__.e(3079), __webpack_require__.e(3584), __webpack_require__.e(6257), __webpack_require__.e(8828)]).then(__webpack_require__.bind(__webpack_require__, 8828));
            const { base, place, access } = touched;
            const request = { given, settings, folder, touched: { ...touched, change: await touched.change() } };
            return applyTouched({ ...request, ...applying, ...{ base, place, access, github } }, context);
        }
        const ports = { ...context, progress: (0,log_progress/* logProgress */.s)(log, stacks.length) };
        const hooks = await (0,plan_hooks/* planHooks */.q)({ given, saving, settings, github, ...touched, alwaysNotes: true }, context);
        const planned = await (0,plan_stacks/* planStacks */.B)(stacks, settings, ports, hooks);
        return (0,plan_result/* planResult */.V)({
            planned,
            title: 'Terraform plan',
            key: 'pipeline',
            comment: given.comment,
            forkPolicy: given['fork-policy'],
            github,
            folder,
            found,
            notes: touched.notes,
            outputs: { stacks: (0,stacks_output/* stacksOutput */.j)(planned.parts) },
        }, context);
    },
});
function stacksLine(stacks, found) {
    const names = (gone) => stacks.flatMap((stack) => ((stack.gone !== undefined) === gone ? [stack.subject.name] : [])).join(', ');
    const living = stacks.filter(({ gone }) => gone === undefined).length;
    const gone = names(true);
    const line = living === 0 ? `none of ${found} stacks to plan` : `stacks (${living} of ${found}): ${names(false)}`;
    return gone === '' ? line : `${line}; gone: ${gone}`;
}
/** What the run's change touches, of the files as they are in the workspace. */
async function touchedByRun(given, { run, env, exec }, { github, folder, keeps, planGone: wanted }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const place = { exec, env, cwd: run.workspace };
        const token = given['github-token'];
        const access = (0,github_client/* fetchAccess */.DL)(token, { run });
        const workTree = __addDisposableResource(env_1, await (0,work_tree.openWorkTree)(place, { access }), true);
        const ports = { place, access, github: token === '' ? undefined : github };
        const chosen = workTree.versioned
            ? await (0,choose_base/* chooseBase */.b)({ run, base: given.base, head: undefined }, ports)
            : undefined;
        const base = chosen?.base;
        const planGone = base !== undefined && wanted;
        const workspace = env['TF_WORKSPACE'];
        const touched = await touchedStacks({
            workTree,
            base,
            planGone,
            unfinished: chosen?.unfinished ?? [],
            access,
            config: given.config,
            workspace,
        });
        const { gone, change } = touched;
        const goneStacks = planGone && gone.length > 0
            ? await __webpack_require__.e(/* import() */ 3661).then(__webpack_require__.bind(__webpack_require__, 3661)).then(({ goneToPlan }) => goneToPlan({ gone, base, place, access, folder: (0,external_node_path_.join)(folder, 'base'), workspace }))
            : [];
        const uncommitted = keeps ? await uncommittedOf({ place, access, config: given.config }) : not_committed/* allCommitted */.c;
        const choice = chosen === undefined ? [NOT_VERSIONED] : chosen.warnings;
        const warnings = [...choice.map((message) => ({ message })), ...touched.notices.map(warningOf)];
        return {
            ...touched,
            ...{ base, place, access, warnings },
            stacks: [...touched.stacks, ...goneStacks],
            change: () => Promise.resolve(change),
            commit: workTree.commit,
            uncommitted,
        };
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
/** What is not committed, with the files that Git ignores: those count for no change, but for a plan. */
async function uncommittedOf({ place, ...rest }) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { uncommittedInputs } = await __webpack_require__.e(/* import() */ 5412).then(__webpack_require__.bind(__webpack_require__, 3031));
        const workTree = __addDisposableResource(env_2, await (0,work_tree.openWorkTree)(place, { ignored: true, access: rest.access }), true);
        return await uncommittedInputs({ workTree, ...rest });
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
function warningOf({ message, help, file, line }) {
    const text = help === undefined ? message : `${message}. ${help}`;
    if (file === undefined)
        return { message: text };
    return { message: text, at: { file, ...(line === undefined ? {} : { line }) } };
}
const NOT_VERSIONED = 'The workspace is no Git repository: every stack is planned. Check it out with actions/checkout, where git is installed.';
/** Without a checkout there is nothing to find, and a green would say that all is well. */
async function refuseEmptyWorkspace(workspace) {
    const entries = await (0,promises_.readdir)(workspace).catch(() => []);
    if (entries.length > 0)
        return;
    throw new core_errors/* UserError */.yo('the workspace is empty', {
        where: 'GITHUB_WORKSPACE',
        help: 'Check out the repository first: `uses: actions/checkout` before this step.',
    });
}


/***/ }),

/***/ 1320:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ planHooks)
});

// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/terraform/diagnostics.ts
var diagnostics = __webpack_require__(2972);
;// CONCATENATED MODULE: ./src/pipeline/waiting-hook.ts


/**
 * Judges whether a plan that failed only waits for other stacks. What the change is made of is found out when a failure
 * looks like it: most runs never ask.
 */
function waitingHook(change, log) {
    return async ({ subject, gone }, plan) => {
        const { failure } = plan;
        if (failure?.phase !== 'plan' || gone !== undefined)
            return undefined;
        if (!(0,diagnostics/* errorsOf */.Bp)(failure.diagnostics).every(({ summary }) => MAY_WAIT.test(summary)))
            return undefined;
        const [{ upstreamOf }, { waitsFor }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(4597), __webpack_require__.e(7749)]).then(__webpack_require__.bind(__webpack_require__, 7749)),
            Promise.all(/* import() */[__webpack_require__.e(4597), __webpack_require__.e(4357)]).then(__webpack_require__.bind(__webpack_require__, 4357)),
        ]);
        try {
            const upstream = upstreamOf(await change(), subject);
            if (upstream === undefined)
                return undefined;
            return waitsFor({ ...upstream, diagnostics: failure.diagnostics, path: subject.path });
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* UserError */.yo) || thrown.causeClass === 'cancelled')
                throw thrown;
            log.debug(`what goes before ${subject.name} cannot be told: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
            return undefined;
        }
    };
}
const MAY_WAIT = /remote state$|^Unsupported attribute$|^Invalid index$/;

// EXTERNAL MODULE: ./src/actions/github-client.ts + 13 modules
var github_client = __webpack_require__(4117);
// EXTERNAL MODULE: ./src/actions/plan-saving.ts
var plan_saving = __webpack_require__(6195);
;// CONCATENATED MODULE: ./src/actions/plan-hooks.ts




/** What is done about plans beside making and showing them. */
async function planHooks(request, context) {
    const { change, uncommitted, saving, alwaysNotes } = request;
    const waitsFor = waitingHook(change, context.log);
    if (saving === undefined && !alwaysNotes)
        return { waitsFor };
    const origin = async ({ subject, gone }) => {
        // What destroys a stack reads nothing of what others become.
        if (gone !== undefined)
            return { upstream: [], uncommitted: [] };
        const { judgedIn } = await Promise.all(/* import() */[__webpack_require__.e(4597), __webpack_require__.e(7749)]).then(__webpack_require__.bind(__webpack_require__, 7749));
        const judged = judgedIn(await change(), subject);
        const after = (judged?.item.dependsOn.length ?? 0) > 0;
        return { upstream: judged?.upstream ?? [], after, ...uncommitted(subject.path) };
    };
    const generated = ({ subject, gone }) => gone === undefined ? uncommitted(subject.path).generated : [];
    const saver = await (0,plan_saving/* saverFor */.H)({ ...request, origin, generated }, context);
    const isGroup = context.run.event === 'merge_group' && saving !== undefined && 'key' in saving;
    return { waitsFor, saver: isGroup ? await guarded(saver, saving.key, request, context) : saver };
}
/** GitHub is asked while the plans are made. */
async function guarded(saver, key, { github, stacks, commit, configFile }, { run, exec, env }) {
    const [{ guardedByPulls }, { groupPlans }, { workflowFiles }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(5597), __webpack_require__.e(3079), __webpack_require__.e(8517)]).then(__webpack_require__.bind(__webpack_require__, 898)),
        Promise.all(/* import() */[__webpack_require__.e(3584), __webpack_require__.e(3090)]).then(__webpack_require__.bind(__webpack_require__, 3203)),
        __webpack_require__.e(/* import() */ 6886).then(__webpack_require__.bind(__webpack_require__, 6886)),
    ]);
    const ask = async () => {
        const branch = QUEUE.exec(run.ref)?.[1];
        const baseSha = run.mergeGroup?.baseSha;
        if (branch === undefined || baseSha === undefined || commit === undefined) {
            throw new errors/* UserError */.yo(`${run.ref || 'this ref'} is of no merge queue, or the event tells no base`, {
                help: 'Plan on the event merge_group as GitHub starts it.',
            });
        }
        return groupPlans({
            ...{ github: await github(), repository: run.repository, branch, baseSha, ref: run.ref },
            head: run.sha,
            workflow: undefined,
            files: await workflowFiles({ exec, env, cwd: run.workspace }, commit, configFile),
            wanted: stacks.flatMap(({ subject, facts }) => {
                const inputsHash = facts?.['inputs-hash'];
                return inputsHash === undefined ? [] : [{ key: subject.key, name: subject.name, inputsHash }];
            }),
        });
    };
    return guardedByPulls(saver, { key, plans: (0,github_client/* begun */.q1)(ask()) });
}
/** The name of a merge queue's branch: of the branch it merges into. */
const QUEUE = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-[0-9a-f]{40,64}$/;


/***/ }),

/***/ 6195:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ saverFor),
/* harmony export */   _: () => (/* binding */ savingOf)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _artifact_store_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9337);


/**
 * Whether and how plans are kept for a later job. Sealed wherever there is a passphrase; where one is asked for and there
 * is none (a fork's run gets no secrets), the plan is made and shown all the same.
 * @throws UserError for a passphrase that is none, and for `plain` where everybody could read the plans
 */
async function savingOf(given, github) {
    const passphrase = given['plan-passphrase'];
    const mode = given['save-plan'] ?? (passphrase === '' ? 'off' : 'sealed');
    if (mode === 'off')
        return undefined;
    if (mode === 'plain') {
        await refuseInPublic(github);
        return { key: { kind: 'plain' } };
    }
    if (passphrase === '')
        return { noPassphrase: true };
    const { checkPassphrase } = await __webpack_require__.e(/* import() */ 4645).then(__webpack_require__.bind(__webpack_require__, 4645));
    checkPassphrase(passphrase);
    return { key: { kind: 'passphrase', passphrase } };
}
/** An artifact can be read by everybody who can read the repository, and a plan holds secrets in clear. */
async function refuseInPublic(github) {
    const help = 'Use `save-plan: sealed` with `plan-passphrase`.';
    const where = 'save-plan';
    let isPublic;
    try {
        isPublic = await (await github()).isPublic();
    }
    catch (thrown) {
        if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw thrown;
        const message = `plain plans are refused: whether the repository is public could not be told (${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown)})`;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(message, { causeClass: 'policy', where, help, cause: thrown });
    }
    if (!isPublic)
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('plain plans are refused: the repository is public, and a plan holds secrets in clear', {
        ...{ causeClass: 'policy', where, help },
    });
}
/** What keeps the plans; nothing of it is loaded where none are kept. */
async function saverFor(request, context) {
    const { saving, settings, given, commit, origin, generated } = request;
    const { run, clock, log } = context;
    if (saving === undefined || 'noPassphrase' in saving) {
        if (saving !== undefined)
            log.notice('No plan is kept for applying: plan-passphrase is empty in this run.');
        const { keepsNothing } = await __webpack_require__.e(/* import() */ 5235).then(__webpack_require__.bind(__webpack_require__, 7616));
        return keepsNothing({ asked: saving !== undefined, origin });
    }
    const { stackSaver } = await Promise.all(/* import() */[__webpack_require__.e(5597), __webpack_require__.e(3297)]).then(__webpack_require__.bind(__webpack_require__, 3297));
    return stackSaver({
        key: saving.key,
        root: settings.root,
        leftOut: [settings.folder],
        run: { repository: run.repository, event: run.event, pull: run.pull?.number, run: settings.run },
        commit,
        retentionDays: given['retention-days'],
        origin,
        generated,
        artifacts: (0,_artifact_store_js__WEBPACK_IMPORTED_MODULE_1__/* .artifactsOf */ .N)(context),
        clock,
    });
}


/***/ }),

/***/ 6658:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ stacksOutput)
/* harmony export */ });
/* harmony import */ var _core_action_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5087);

/** Each stack with its status and counts; names alone where that would be more than an output may hold. */
function stacksOutput(parts) {
    const items = parts.map(({ subject, status, counts }) => ({ name: subject.name, status, counts }));
    const whole = JSON.stringify(items);
    return whole.length <= _core_action_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_OUTPUT_CHARACTERS */ .Gm ? whole : JSON.stringify(items.map(({ name }) => ({ name })));
}


/***/ }),

/***/ 2388:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ allCommitted)
/* harmony export */ });
const NOTHING = { uncommitted: [], ignored: [], generated: [] };
/** Where everything is committed, or nobody asks. */
const allCommitted = () => NOTHING;


/***/ })

};
