export const id = 3204;
export const ids = [3204];
export const modules = {

/***/ 7912:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ beginPlan),
  C: () => (/* binding */ configurePlan)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/core/child-env.ts
var child_env = __webpack_require__(8111);
// EXTERNAL MODULE: ./src/core/redact-patterns.ts
var redact_patterns = __webpack_require__(88);
// EXTERNAL MODULE: ./src/core/redact.ts + 2 modules
var core_redact = __webpack_require__(8257);
;// CONCATENATED MODULE: ./src/pipeline/configured-plan.ts

/**
 * The settings of a run with what the repository's configuration says: versions of the tools, where no input gives
 * one, and more to hide.
 *
 * @param file the configuration, for messages; undefined: there is none
 */
function withConfig(settings, { tools, redact }, file) {
    if (file === undefined)
        return settings;
    const { terraform, opentofu } = tools;
    const configured = {
        file,
        ...(terraform === undefined ? {} : { terraform }),
        ...(opentofu === undefined ? {} : { tofu: opentofu }),
    };
    return {
        ...settings,
        tool: { ...settings.tool, configured },
        patterns: [...settings.patterns, ...(0,redact_patterns/* compilePatterns */.x)(redact)],
    };
}

// EXTERNAL MODULE: ./src/terraform/variable-secrets.ts
var variable_secrets = __webpack_require__(2658);
// EXTERNAL MODULE: ./src/actions/plan-inputs.ts
var plan_inputs = __webpack_require__(576);
// EXTERNAL MODULE: ./src/actions/plan-result.ts + 1 modules
var plan_result = __webpack_require__(8028);
// EXTERNAL MODULE: ./src/actions/private-folder.ts
var private_folder = __webpack_require__(7889);
;// CONCATENATED MODULE: ./src/actions/plan-begin.ts










/** What comes before any plan: secrets of the job are hidden, events that would give them away refused. */
async function beginPlan(given, context) {
    const { run, env, log } = context;
    if (given['github-token'] !== '')
        log.mask(given['github-token']);
    const passphrase = given['plan-passphrase'] ?? '';
    for (const line of passphrase.split(/\r?\n/))
        if (line.trim() !== '')
            log.mask(line.trim());
    const patterns = (0,redact_patterns/* compilePatterns */.x)(given.redact);
    const early = (0,core_redact/* makeRedactor */.$)({ secrets: (0,variable_secrets/* envSecrets */.vn)(env), publicNames: [], patterns });
    context.hide((text) => early.redact(text));
    (0,plan_inputs/* refusePullRequestTarget */.cq)(run.event);
    const folder = await (0,private_folder/* privateFolder */.q)(run.temp);
    // Even where the folder outlives the job, no plan may.
    context.removeAfterJob((0,external_node_path_.join)(folder, 'plans'));
    return {
        folder,
        settings: {
            root: run.workspace,
            folder: (0,external_node_path_.join)(folder, 'plans'),
            env: withoutValue((0,child_env/* childEnv */.gf)(env), passphrase),
            jobEnv: env,
            tool: { tool: given.tool, version: given['tool-version'] },
            checks: given.checks === 'auto' ? ['fmt', 'validate'] : given.checks,
            varFiles: [],
            backendConfig: [],
            initArgs: [],
            planArgs: [],
            lockTimeout: given['lock-timeout'],
            patterns,
            destroyWarning: given['destroy-warning'],
            run: (0,plan_result/* runIdentity */.y)(context, given['job-id']),
            parallel: Math.min(4, (0,external_node_os_.availableParallelism)()),
        },
    };
}
/**
 * The settings with what the repository's configuration says; from here on its patterns are hidden too.
 * @returns also how to redact what is said before there is a plan
 */
function configurePlan(settings, { config, configFile }, { env, hide }) {
    const configured = withConfig(settings, config, configFile);
    const known = (0,core_redact/* makeRedactor */.$)({ secrets: (0,variable_secrets/* envSecrets */.vn)(env), publicNames: [], patterns: configured.patterns });
    const redact = (text) => known.redact(text);
    hide(redact);
    return { settings: configured, redact };
}
/** A job may have the passphrase in its environment too: what a plan runs is the code of a pull request. */
function withoutValue(env, secret) {
    return Object.fromEntries(Object.entries(env).filter(([, value]) => secret === '' || value.trim() !== secret));
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

/***/ 576:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $J: () => (/* binding */ saveInputs),
/* harmony export */   Zp: () => (/* binding */ planInputs),
/* harmony export */   cq: () => (/* binding */ refusePullRequestTarget)
/* harmony export */ });
/* unused harmony export checks */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _core_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9114);


/** `auto`, `none`, or any of the checks with commas or spaces between them. */
const checks = (raw) => {
    if (raw === 'auto' || raw === '')
        return 'auto';
    if (raw === 'none')
        return [];
    const words = [...new Set(raw.split(/[\s,]+/))];
    const wrong = words.filter((word) => word !== 'fmt' && word !== 'validate');
    if (wrong.length > 0)
        throw new Error('must be auto, none, or a list of fmt and validate');
    return words;
};
const retentionDays = (raw) => {
    const days = (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(raw);
    // What GitHub takes at most, in private repositories.
    if (days < 1 || days > 400)
        throw new Error('must be from 1 to 400');
    return days;
};
/** Inputs that every way to plan has, with the same meaning. */
const planInputs = {
    checks: (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(checks, { default: 'auto' }),
    tool: (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)((0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('auto', 'terraform', 'tofu'), { default: 'auto' }),
    'tool-version': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq, { default: 'auto' }),
    'lock-timeout': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0, { default: '5m' }),
    comment: (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)((0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('update', 'new', 'off'), { default: 'update' }),
    redact: (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn),
    'destroy-warning': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9, { default: '1' }),
    'fork-policy': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)((0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('fail', 'notice'), { default: 'fail' }),
    'github-token': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    'job-id': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
};
/** Inputs of what keeps plans for a later job. */
const saveInputs = {
    'save-plan': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)((0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)('sealed', 'plain', 'off'))),
    'plan-passphrase': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq),
    'retention-days': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .input */ .hF)(retentionDays, { default: '14' }),
};
/** With a fork's code, this event has the secrets of the repository: a plan runs that code, so it may not have them. */
function refusePullRequestTarget(event) {
    if (event !== 'pull_request_target')
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('a plan is not run on pull_request_target', {
        causeClass: 'policy',
        where: 'on:',
        help: 'That event gives the code of a fork your secrets, and planning runs that code. Use `on: pull_request`.',
    });
}


/***/ }),

/***/ 8028:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ planResult),
  y: () => (/* binding */ runIdentity)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/core/event.ts
var core_event = __webpack_require__(7667);
// EXTERNAL MODULE: ./src/pipeline/discussion.ts
var discussion = __webpack_require__(1212);
;// CONCATENATED MODULE: ./src/pipeline/exit-code.ts
/**
 * As of `plan -detailed-exitcode`: `0` no change, `2` changes, or what waits for other stacks and may have some, `1`
 * failed, or nothing was judged at all.
 *
 * @param failure why the run as a whole is red, if it is
 * @param found how many stacks there are: with some, no part at all means that none had to be planned
 */
function exitCode(parts, failure, found = 0) {
    if (failure !== undefined ||
        (parts.length === 0 && found === 0) ||
        parts.some(({ verdict }) => verdict.kind === 'failed' || verdict.kind === 'unknown'))
        return '1';
    return parts.some((part) => part.status !== 'ok') ? '2' : '0';
}

// EXTERNAL MODULE: ./src/pipeline/publish.ts
var publish = __webpack_require__(597);
// EXTERNAL MODULE: ./src/pipeline/gate.ts
var gate = __webpack_require__(1255);
// EXTERNAL MODULE: ./src/report/annotations.ts
var annotations = __webpack_require__(856);
// EXTERNAL MODULE: ./src/report/part-artifacts.ts
var part_artifacts = __webpack_require__(2315);
// EXTERNAL MODULE: ./src/report/part-file.ts
var part_file = __webpack_require__(6671);
// EXTERNAL MODULE: ./src/report/redact-document.ts + 1 modules
var redact_document = __webpack_require__(771);
// EXTERNAL MODULE: ./src/actions/artifact-store.ts
var artifact_store = __webpack_require__(9337);
// EXTERNAL MODULE: ./src/actions/github-client.ts + 13 modules
var github_client = __webpack_require__(4117);
;// CONCATENATED MODULE: ./src/actions/plan-result.ts














/** Publishes what came of planning, writes the files, and says whether the step is red. */
async function planResult(request, context) {
    const { planned, folder, found = 0 } = request;
    const { redactor, parts } = planned;
    const { run, log } = context;
    context.hide((text) => redactor.redact(text));
    const discussion = await beginDiscussion(request, run);
    const fork = run.pull?.fork === true;
    const verdict = (0,gate/* gate */.G)(parts, { fork, forkPolicy: request.forkPolicy, found });
    const rendered = (0,publish/* render */.XX)({ ...request, parts: verdict.parts, redactor, runUrl: (0,core_event/* runUrl */.Vp)(run) });
    // Every text passes the last check before the first of them leaves.
    const data = { ...request.data, [part_artifacts/* PART_FILE */.xL]: (0,part_file/* partsFile */.d)(verdict.parts) };
    (0,redact_document/* refuseSecrets */.un)(data, redactor);
    await log.group(request.title, () => {
        log.info(rendered.plain);
        return Promise.resolve();
    });
    for (const [index, { warning }] of planned.saved.entries()) {
        const name = parts[index]?.subject.name ?? '';
        if (warning !== undefined)
            log.warning(redactor.redact(`${name}: ${warning}`));
    }
    const [published, collected] = await Promise.all([
        (0,publish/* publish */.mk)({
            ...rendered,
            run,
            key: request.key,
            comment: request.comment,
            nothingToTell: isNothing(request) && verdict.failure === undefined,
        }, discussion),
        request.collect === undefined ? undefined : (0,artifact_store/* handOnParts */.$)(verdict.parts, request.collect),
        writeFiles(folder, { markdown: rendered.markdown, data }),
    ]);
    for (const notice of [...published.notices, ...verdict.notices])
        log.notice(redactor.redact(notice));
    const picked = (0,annotations/* pickAnnotations */.g0)(verdict.parts.flatMap((part) => part.findings));
    if (picked.leftOut > 0) {
        log.info(`${picked.leftOut} more findings are in the summary: the runner shows ten annotations of a level`);
    }
    const failure = verdict.failure ?? published.failure ?? collected;
    return {
        outputs: {
            ...request.outputs,
            changed: changed(planned),
            'exit-code': exitCode(parts, failure, found),
            ...commentOutputs(published),
            'markdown-file': (0,external_node_path_.join)(folder, 'comment.md'),
            'report-file': (0,external_node_path_.join)(folder, part_artifacts/* PART_FILE */.xL),
        },
        annotations: (0,annotations/* shownAnnotations */.qw)(picked, (text) => redactor.redact(text)),
        summary: rendered.summary,
        ...(failure === undefined ? {} : { failure: redactor.redact(failure) }),
    };
}
/** No stack had to be planned, and nothing else is to be said: a stack that is gone would be. */
function isNothing({ planned, found = 0, notes = [] }) {
    const isUrgent = notes.some((note) => note.kind === 'text' && note.tone === 'caution');
    return planned.parts.length === 0 && found > 0 && !isUrgent;
}
/** `true` when any plan does anything; `false` only when all were read whole; empty when it could not be told. */
function changed({ outcomes }) {
    if (outcomes.some(({ model }) => model?.changed === true))
        return 'true';
    const judged = outcomes.every(({ model, failure }) => model?.errored === false && failure === undefined);
    return judged ? 'false' : '';
}
/** What this run is, for parts: its link is to the job's own log where the runner tells the job's number. */
function runIdentity(context, jobId) {
    const { run } = context;
    const job = /^\d+$/.test(jobId)
        ? `${run.serverUrl}/${run.repository}/actions/runs/${run.runId}/job/${jobId}`
        : undefined;
    return { id: run.runId, attempt: run.attempt, sha: run.pull?.headSha ?? run.sha, url: job ?? (0,core_event/* runUrl */.Vp)(run) };
}
function commentOutputs({ comment }) {
    return comment === undefined ? {} : { 'comment-id': String(comment.id), 'comment-url': comment.url };
}
/**
 * Asks for the pull request and its comments now, so that the answers come while the report is made. They are older by
 * that when the comment is written: a tenth of a second, as long as a request takes.
 */
async function beginDiscussion({ comment, github }, run) {
    if (comment === 'off')
        return () => Promise.resolve(undefined);
    const reading = (0,github_client/* begun */.q1)(github().then((client) => (0,discussion/* readDiscussion */.v)(run, client)));
    // The requests leave in a turn of the event loop; making the report holds it.
    await (0,external_node_timers_promises_.setImmediate)();
    return reading;
}
/** The comment first, and the rest while it is on its way to GitHub. */
async function writeFiles(folder, { markdown, data }) {
    const write = (name, content) => (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), content, { mode: 0o600 });
    await write('comment.md', markdown);
    for (const [name, content] of Object.entries(data))
        await write(name, JSON.stringify(content));
}


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

/***/ 8111:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ry: () => (/* binding */ smallToolEnv),
/* harmony export */   gf: () => (/* binding */ childEnv)
/* harmony export */ });
/* unused harmony exports SMALL_TOOL_VARIABLES, RUNNER_INTERNALS, KEPT_FOR_PROVIDERS */
/**
 * What a child process gets to see of our environment (docs/decisions/0002-child-environment.md says why).
 * A rule is a variable's name, or the beginning of names with a `*` after it. Case does not count.
 */
/** For small tools (git, tar, helm, version probes): what programs need to work at all, and no credential. */
const SMALL_TOOL_VARIABLES = [
    'PATH',
    'HOME',
    'USER',
    'LOGNAME',
    'SHELL',
    'LANG',
    'LANGUAGE',
    'LC_*',
    'TZ',
    'TMPDIR',
    'TMP',
    'TEMP',
    'RUNNER_TEMP',
    // The runner finds processes that outlive their job by it.
    'RUNNER_TRACKING_ID',
    'XDG_*',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'ALL_PROXY',
    'NO_PROXY',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'CURL_CA_BUNDLE',
    'GIT_SSL_CAINFO',
    // Windows programs do not start without these.
    'PATHEXT',
    'COMSPEC',
    'SYSTEMROOT',
    'SYSTEMDRIVE',
    'WINDIR',
    'USERPROFILE',
    'HOMEDRIVE',
    'HOMEPATH',
    'APPDATA',
    'LOCALAPPDATA',
    'PROGRAMDATA',
    'PROGRAMFILES*',
];
/** What no child needs and some could misuse: the runner's own channels, our inputs, and debugging hooks. */
const RUNNER_INTERNALS = [
    'INPUT_*',
    'STATE_*',
    'GITHUB_OUTPUT',
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'ACTIONS_*',
    'NODE_OPTIONS',
    'TF_LOG*',
    'TF_REATTACH_PROVIDERS',
];
/** Exceptions from them: with these azurerm, google and others exchange the job's OIDC token. */
const KEPT_FOR_PROVIDERS = ['ACTIONS_ID_TOKEN_REQUEST_*'];
/**
 * The variables of `env` that the rules let through. Without rules: what Terraform and OpenTofu get, everything but
 * the runner's internals, since any provider may need any variable.
 */
function childEnv(env, rules = {}) {
    const allowed = rules.allow === undefined ? () => true : matcherOf(rules.allow);
    const dropped = matcherOf(rules.drop ?? RUNNER_INTERNALS);
    const kept = matcherOf(rules.keep ?? KEPT_FOR_PROVIDERS);
    const child = {};
    for (const [name, value] of Object.entries(env)) {
        if (value === undefined || !allowed(name) || (dropped(name) && !kept(name)))
            continue;
        child[name] = value;
    }
    return child;
}
/** For a tool that needs no credentials; `more` names the variables that this one needs besides. */
function smallToolEnv(env, more = []) {
    return childEnv(env, { allow: [...SMALL_TOOL_VARIABLES, ...more] });
}
function matcherOf(rules) {
    const names = new Set();
    const beginnings = [];
    for (const rule of rules) {
        if (rule.endsWith('*'))
            beginnings.push(rule.slice(0, -1).toUpperCase());
        else
            names.add(rule.toUpperCase());
    }
    return (name) => {
        const upper = name.toUpperCase();
        return names.has(upper) || beginnings.some((beginning) => upper.startsWith(beginning));
    };
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


/***/ }),

/***/ 856:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eA: () => (/* binding */ ANNOTATIONS_PER_LEVEL),
/* harmony export */   g0: () => (/* binding */ pickAnnotations),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   qw: () => (/* binding */ shownAnnotations)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(776);

/** GitHub shows ten annotations of each kind per step and drops the rest without a word. */
const ANNOTATIONS_PER_LEVEL = 10;
/** Longer titles are cut by the API; a message of pages helps nobody in a diff. Code units. */
const TITLE_LENGTH = 255;
const MESSAGE_LENGTH = 4000;
const levels = ['error', 'warning', 'notice'];
function pickAnnotations(findings) {
    const shown = levels.flatMap((level) => findings
        .filter(({ severity }) => severity === level)
        .sort((a, b) => placed(b) - placed(a))
        .slice(0, ANNOTATIONS_PER_LEVEL));
    return { shown, leftOut: findings.length - shown.length };
}
function placed({ location }) {
    if (location === undefined)
        return 0;
    return location.line === undefined ? 1 : 2;
}
/** Annotations of the findings that are shown, redacted. */
function shownAnnotations({ shown }, redact) {
    return shown.map(annotationOf).map((item) => ({ ...item, message: redact(item.message) }));
}
/** A finding in the words and the shape of an annotation: subject and rule in the title, help under the message. */
function annotationOf(finding) {
    const { location, help } = finding;
    const message = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(help === undefined || help === '' ? finding.message : `${finding.message}\n\n${help}`);
    return {
        severity: finding.severity,
        // An annotation without a message is refused by the runner.
        message: shortened(message, MESSAGE_LENGTH) || finding.rule,
        at: {
            title: shortened((0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)([finding.subject, finding.rule].filter((word) => word !== '').join(': ')), TITLE_LENGTH),
            ...(location === undefined ? {} : placeOf(location)),
        },
    };
}
/** Lines only where they make sense; columns only within one line, as the checks API wants it. */
function placeOf(location) {
    const file = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P8)(location.file);
    const { line, endLine, column, endColumn } = location;
    if (line === undefined || line < 1)
        return { file };
    const end = endLine !== undefined && endLine > line ? endLine : undefined;
    return {
        file,
        line,
        ...(end === undefined ? {} : { endLine: end }),
        ...(column === undefined || end !== undefined ? {} : { column }),
        ...(column === undefined || endColumn === undefined || endColumn < column || end !== undefined
            ? {}
            : { endColumn }),
    };
}
function shortened(text, max) {
    return text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}\u2026`;
}


/***/ })

};
