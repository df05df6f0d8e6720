export const id = 4023;
export const ids = [4023];
export const modules = {

/***/ 4498:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ logProgress)
/* harmony export */ });
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2691);

/** Progress for a job's log: a line per phase and stack. Addresses stay out of it: nothing is redacted yet. */
function logProgress(log, stacks) {
    return ({ name }) => {
        const prefix = stacks === 1 ? '' : `${name}: `;
        let refreshed = 0;
        return {
            phase: (phase) => log.info(`${prefix}${phase}`),
            event({ step }) {
                if (step === 'lock-wait')
                    log.info(`${prefix}waiting for the state lock`);
                if (step === 'refresh-complete') {
                    refreshed += 1;
                    if (refreshed % 100 === 0)
                        log.info(`${prefix}${refreshed} resources refreshed`);
                }
            },
            done: (part) => log.info(`${prefix}${part.status} in ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .secondsText */ .Hd)(part.seconds)}`),
        };
    };
}


/***/ }),

/***/ 4783:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ mapParallel),
/* harmony export */   I: () => (/* binding */ oneAtATime)
/* harmony export */ });
/** Maps with at most `limit` bodies running, results in order. The first rejection rejects, once all have ended. */
async function mapParallel(items, limit, body) {
    const results = [];
    const failures = [];
    let next = 0;
    const worker = async () => {
        while (next < items.length && failures.length === 0) {
            const index = next;
            next += 1;
            try {
                results[index] = await body(items[index], index);
            }
            catch (thrown) {
                failures.push(thrown);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.max(1, Math.min(limit, items.length)) }, worker));
    if (failures.length > 0)
        throw failures[0];
    return results;
}
/** Lets bodies through one after the other, in the order they came. */
function oneAtATime() {
    let last = Promise.resolve();
    return (body) => {
        const result = last.then(body, body);
        last = result.catch(() => undefined);
        return result;
    };
}


/***/ }),

/***/ 2672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nC: () => (/* binding */ failedPlan),
  Yt: () => (/* binding */ inSharedFolders),
  _x: () => (/* binding */ planOne),
  e_: () => (/* binding */ stackRun)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/terraform/plan-input.ts
var plan_input = __webpack_require__(6804);
// EXTERNAL MODULE: ./src/terraform/plan/parse.ts
var parse = __webpack_require__(5501);
;// CONCATENATED MODULE: ./src/terraform/given-plan.ts



/** A plan that somebody else made: a saved plan is shown by the tool that made it, plan JSON is taken as it is. */
async function givenPlan(stack, planFile, options, ports) {
    const started = ports.clock.now();
    const seconds = () => (ports.clock.now() - started) / 1000;
    const kind = await (0,plan_input/* classifyPlanFile */.g)(planFile);
    if (kind.kind === 'plan-json' && options.checks.length === 0) {
        const raw = (0,parse/* parsePlanJson */.X)(await textOf(planFile));
        return { stack, raw, diagnostics: [], findings: [], seconds: seconds() };
    }
    const run = await options.run();
    const { findingsOfChecks, readPlan } = await __webpack_require__.e(/* import() */ 5467).then(__webpack_require__.bind(__webpack_require__, 5467));
    await (0,promises_.mkdir)(options.folder, { recursive: true, mode: 0o700 });
    const request = { stack, run, checks: options.checks, folder: options.folder, redactor: options.early };
    const findings = await findingsOfChecks(request, ports);
    if (kind.kind === 'plan-json') {
        const raw = (0,parse/* parsePlanJson */.X)(await textOf(planFile));
        return { stack, run, raw, diagnostics: [], findings, seconds: seconds() };
    }
    const shown = await readPlan(run, planFile, options.folder, ports);
    return { stack, run, findings, ...shown, seconds: seconds() };
}
/** As one string: read with an encoding, a file comes in pieces that are then put together. */
async function textOf(path) {
    return (await (0,promises_.readFile)(path)).toString('utf8');
}

;// CONCATENATED MODULE: ./src/pipeline/plan-one.ts



/** A fault of one stack is that stack's failure: the others are still planned. */
async function planOne(stack, one) {
    const { settings, ports, progress } = one;
    const { subject } = stack;
    const started = ports.clock.now();
    try {
        if (settings.planFile !== undefined) {
            return await givenPlan(subject, settings.planFile, { folder: one.folder, run: () => stackRun(stack, one), early: one.early, checks: settings.checks }, ports);
        }
        const run = await stackRun(stack, one);
        const { makeStackPlan } = await __webpack_require__.e(/* import() */ 5467).then(__webpack_require__.bind(__webpack_require__, 5467));
        return await makeStackPlan({
            stack: subject,
            run,
            // Nobody will mend code that is gone.
            checks: stack.gone === undefined ? settings.checks : [],
            folder: one.folder,
            redactor: one.early,
            serially: one.serially,
            beforePlan: async () => one.beforePlan?.(run),
            onPhase: (phase) => progress?.phase(phase),
            onProgress: (event) => progress?.event(event),
        }, ports);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        return failedPlan(stack, thrown, settings, (ports.clock.now() - started) / 1000);
    }
}
/** What finds and runs the tool is loaded here: a plan that is given as JSON needs none. */
async function stackRun({ subject, varFiles, backendConfig, gone }, { settings, pluginCacheDir, ports, sharesFolder, folder }) {
    const [{ checkStackDirectory }, { resolveBinary }] = await Promise.all([
        __webpack_require__.e(/* import() */ 9624).then(__webpack_require__.bind(__webpack_require__, 9624)),
        __webpack_require__.e(/* import() */ 4895).then(__webpack_require__.bind(__webpack_require__, 4895)),
    ]);
    const root = gone?.root ?? settings.root;
    const directory = (0,external_node_path_.join)(root, subject.path);
    await checkStackDirectory(directory);
    const binary = await resolveBinary({
        stackDir: directory,
        rootDir: root,
        input: settings.tool,
        env: settings.env,
        ports,
    });
    return {
        directory,
        binary,
        env: settings.env,
        varFiles: [...varFiles, ...settings.varFiles],
        backendConfig: [...backendConfig, ...settings.backendConfig],
        initArgs: settings.initArgs,
        planArgs: gone === undefined ? settings.planArgs : [...settings.planArgs, '-destroy'],
        lockTimeout: settings.lockTimeout,
        ...(subject.workspace === undefined ? {} : { workspace: subject.workspace }),
        ...(pluginCacheDir === undefined ? {} : { pluginCacheDir }),
        ...(sharesFolder ? { dataDir: (0,external_node_path_.join)(folder, 'data') } : {}),
    };
}
/** Those of the stacks that are in the same folder as another one of them. */
function inSharedFolders(stacks) {
    const folders = Map.groupBy(stacks, ({ subject, gone }) => (0,external_node_path_.join)(gone?.root ?? '', subject.path));
    return new Set([...folders.values()].filter(({ length }) => length > 1).flat());
}
function failedPlan({ subject: stack, gone }, fault, { root, planFile }, seconds) {
    const where = placeOf(fault.where, stack.path, gone?.root ?? root);
    const diagnostics = [
        { severity: 'error', summary: `${where}${(0,errors/* errorMessage */.gJ)(fault)}`, detail: fault.help ?? '' },
    ];
    return {
        stack,
        failure: {
            kind: 'failed',
            phase: planFile === undefined ? 'init' : 'read',
            cause: fault.causeClass,
            ...(fault.help === undefined ? {} : { help: fault.help }),
            diagnostics,
            seconds,
        },
        diagnostics,
        findings: [],
        seconds,
    };
}
/** The reader knows the repository, not where the runner keeps it; and the stack is named in any case. */
function placeOf(where, stackPath, root) {
    if (where === undefined || where === root)
        return '';
    const place = where.startsWith(`${root}/`) ? where.slice(root.length + 1) : where;
    return place === stackPath ? '' : `${place}: `;
}


/***/ }),

/***/ 6073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ pluginCache),
/* harmony export */   B: () => (/* binding */ planStacks)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _report_redact_document_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(771);
/* harmony import */ var _terraform_report_plan_outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6929);
/* harmony import */ var _terraform_report_plan_part_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1873);
/* harmony import */ var _terraform_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4828);
/* harmony import */ var _parallel_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4783);
/* harmony import */ var _plan_one_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2672);
/* harmony import */ var _run_secrets_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8636);









/**
 * Plans stacks and says what came of each. All are planned before anything is said of any: a secret of one stack may
 * turn up in another one's text.
 */
async function planStacks(stacks, settings, ports, hooks = {}) {
    const { early, withFound } = await (0,_run_secrets_js__WEBPACK_IMPORTED_MODULE_7__/* .runSecrets */ .T)(stacks, settings);
    const serially = (0,_parallel_js__WEBPACK_IMPORTED_MODULE_8__/* .oneAtATime */ .I)();
    const pluginCacheDir = await pluginCache(stacks.length, settings);
    const shared = (0,_plan_one_js__WEBPACK_IMPORTED_MODULE_6__/* .inSharedFolders */ .Yt)(stacks);
    const plans = await (0,_parallel_js__WEBPACK_IMPORTED_MODULE_8__/* .mapParallel */ .E)(stacks, settings.parallel, async (stack, index) => {
        const progress = ports.progress?.(stack.subject);
        const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(settings.folder, String(index));
        let watch;
        const beforePlan = async (run) => {
            watch = await hooks.saver?.before(stack, run);
        };
        const one = { settings, folder, early, serially, progress, pluginCacheDir, beforePlan, ports };
        const plan = await (0,_plan_one_js__WEBPACK_IMPORTED_MODULE_6__/* .planOne */ ._x)(stack, { ...one, sharesFolder: shared.has(stack) });
        const made = plan.planFile === undefined ? undefined : await watch?.made(plan.planFile);
        const waitsFor = plan.failure === undefined ? undefined : await hooks.waitsFor?.(stack, plan);
        const gone = stack.gone === undefined ? undefined : (await isStateLost(plan)) ? 'lost' : 'found';
        return { plan, progress, stack, made, waitsFor, gone };
    });
    const found = plans.flatMap(({ plan }) => plan.raw === undefined ? [] : [(0,_terraform_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .planSecrets */ .D)(plan.raw, early.hidesKey)]);
    const redactor = withFound(found);
    const outcomes = plans.map(({ plan, waitsFor, gone }) => (0,_terraform_report_plan_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .planOutcome */ .W)(plan, redactor, {
        ...(gone === undefined ? {} : { gone }),
        ...(waitsFor === undefined ? {} : { waitsFor }),
    }));
    const saved = await savePlans(plans, outcomes, redactor, hooks);
    const options = {
        run: settings.run,
        destroyWarning: settings.destroyWarning,
        notSearched: redactor.notSearched,
    };
    const parts = outcomes.map((outcome, index) => {
        const part = (0,_terraform_report_plan_part_js__WEBPACK_IMPORTED_MODULE_4__/* .planPart */ .r)(outcome, options);
        const { facts, why = [] } = stacks[index] ?? {};
        const { facts: more, first = [], last = [], fault } = saved[index] ?? {};
        const sections = [...first, ...part.sections, ...last, ...why];
        const whole = { ...part, facts: { ...part.facts, ...facts, ...more }, sections };
        return (0,_report_redact_document_js__WEBPACK_IMPORTED_MODULE_2__/* .redactPart */ .dE)(fault === undefined ? whole : faultyPart(whole, fault), redactor);
    });
    parts.forEach((part, index) => plans[index]?.progress?.done(part));
    return { parts, outcomes, redactor, planFiles: plans.map(({ plan }) => plan.planFile ?? ''), saved };
}
function faultyPart(part, { reason, help, sections }) {
    if (part.verdict.kind !== 'ok')
        return part;
    const why = {
        kind: 'text',
        rank: 0,
        tone: 'caution',
        text: [{ strong: ['This plan is refused:'] }, ` ${reason}. ${help}`],
    };
    return {
        ...part,
        status: 'failed',
        verdict: { kind: 'failed', cause: 'policy', reason },
        headline: [{ strong: ['refused'] }, `: ${reason} (`, ...part.headline, ')'],
        sections: [why, ...sections, ...part.sections],
    };
}
/** Whether a plan without a state is one because the state is a file that is elsewhere. */
async function isStateLost({ raw, run }) {
    if (raw === undefined || run === undefined || raw.prior_state !== undefined)
        return false;
    const { isLocalState } = await __webpack_require__.e(/* import() */ 2211).then(__webpack_require__.bind(__webpack_require__, 2211));
    return isLocalState(run);
}
/** Once all are made, for the digests that are shown depend on what is secret in any. */
async function savePlans(plans, outcomes, redactor, { saver }) {
    if (saver === undefined)
        return [];
    const requests = plans.flatMap((plan, index) => {
        const outcome = outcomes[index];
        return outcome === undefined ? [] : [{ ...plan, outcome, redactor }];
    });
    return (0,_parallel_js__WEBPACK_IMPORTED_MODULE_8__/* .mapParallel */ .E)(requests, UPLOADS, (request) => saver.save(request));
}
const UPLOADS = 4;
/** One cache of providers for all stacks of the job; not with a single one, and not where the user has one. */
async function pluginCache(stacks, { env, folder }) {
    if (stacks < 2 || (env['TF_PLUGIN_CACHE_DIR'] ?? '') !== '')
        return undefined;
    const cache = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'providers');
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(cache, { recursive: true });
    return cache;
}


/***/ }),

/***/ 8636:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ runSecrets)
});

// EXTERNAL MODULE: ./src/core/redact.ts + 2 modules
var redact = __webpack_require__(8257);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/terraform/variable-secrets.ts
var variable_secrets = __webpack_require__(2658);
// EXTERNAL MODULE: ./src/terraform/tool-arguments.ts
var tool_arguments = __webpack_require__(5705);
;// CONCATENATED MODULE: ./src/terraform/known-secrets.ts




/**
 * What is secret before there is a plan, and stays the only knowledge when there will be none: the environment's
 * credentials, and the values given to variables that are declared sensitive.
 */
async function knownSecrets(stacks, source) {
    const ofStacks = await Promise.all(stacks.map((stack) => stackSecrets(stack, source)));
    const regions = ['AWS_REGION', 'AWS_DEFAULT_REGION', 'GOOGLE_REGION', 'ARM_LOCATION'];
    return {
        secrets: [...new Set([...(0,variable_secrets/* envSecrets */.vn)(source.env), ...ofStacks.flat()])],
        publicNames: [
            ...stacks.flatMap(({ name, path, workspace }) => [
                name,
                path,
                ...(workspace === undefined ? [] : [workspace]),
            ]),
            ...regions.flatMap((name) => source.env[name] ?? []),
        ],
    };
}
/** Values of sensitive variables, from the files and variables that Terraform reads by itself and from `var-files`. */
async function stackSecrets({ path, varFiles, root }, { root: common, env, planArgs }) {
    const directory = (0,external_node_path_.join)(root ?? common, path);
    const entries = await (0,promises_.readdir)(directory).catch(() => []); // a missing folder is told by the run itself
    const texts = await readAll(directory, entries.filter((name) => /\.(tf|tofu)(\.json)?$/.test(name)));
    const names = [...new Set(texts.flatMap(({ text }) => (0,variable_secrets/* declaredSensitive */.xY)(text)))];
    if (names.length === 0)
        return [];
    const automatic = entries.filter((name) => /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name));
    const files = await readAll(directory, [...automatic, ...varFiles, ...(0,tool_arguments/* valuesOf */.sm)(planArgs, 'var-file')]);
    // Outside of a file a string stands without quotes; lists and maps are expressions as in a file.
    const outside = (name, value) => [
        value,
        ...(/^\s*["[{]/.test(value) ? (0,variable_secrets/* tfvarsValues */.V7)(`${name} = ${value}`, names) : []),
    ];
    return [
        ...names.flatMap((name) => {
            const value = env[`TF_VAR_${name}`];
            return value === undefined ? [] : outside(name, value);
        }),
        ...(0,tool_arguments/* valuesOf */.sm)(planArgs, 'var').flatMap((pair) => {
            const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
            return names.includes(name) ? outside(name, value) : [];
        }),
        ...files.flatMap(({ text }) => (0,variable_secrets/* tfvarsValues */.V7)(text, names)),
    ];
}
async function readAll(directory, names) {
    return Promise.all(names.map(async (name) => {
        const path = name.startsWith('/') ? name : (0,external_node_path_.join)(directory, name);
        return { name, text: await (0,promises_.readFile)(path, 'utf8').catch(() => '') };
    }));
}

;// CONCATENATED MODULE: ./src/pipeline/run-secrets.ts


/**
 * Words that our own text is made of. A secret that is one of them is hidden where it is marked; searched for
 * everywhere it would make every report unreadable, and the last check would refuse it.
 */
const OWN_WORDS = ('terraform opentofu sensitive unchanged attribute attributes resource resources output outputs stack stacks replace ' +
    'destroy destroyed update create created forces replacement changed change deferred import imported moved shell ' +
    'commit attempt warning caution details summary action result workspace').split(' ');
/** What is secret, and what is public, in all stacks of a run: a secret of one may turn up in another one's text. */
async function runSecrets(stacks, settings) {
    const { secrets, publicNames } = await knownSecrets(stacks.map(({ subject, varFiles, gone }) => ({
        ...subject,
        varFiles: [...varFiles, ...settings.varFiles],
        ...(gone === undefined ? {} : { root: gone.root }),
    })), { planArgs: settings.planArgs, root: settings.root, env: settings.jobEnv });
    const withFound = (found) => (0,redact/* makeRedactor */.$)({
        secrets: [...secrets, ...found.flatMap((one) => one.secrets)],
        publicNames: [...publicNames, ...OWN_WORDS, ...found.flatMap((one) => one.publicNames)],
        patterns: settings.patterns,
    });
    return { early: withFound([]), withFound };
}


/***/ }),

/***/ 1284:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fu: () => (/* binding */ folderToPlan),
/* harmony export */   km: () => (/* binding */ judgedToPlan),
/* harmony export */   xD: () => (/* binding */ keyOfStack),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _terraform_stack_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3322);


/** The key of a stack that was found in the repository: the one its plan has when it is planned as it was found. */
function keyOfStack(stack) {
    return (0,_terraform_stack_key_js__WEBPACK_IMPORTED_MODULE_1__/* .stackKey */ .E)({ path: stack.path, workspace: stack.workspace, ...filesOf(stack) });
}
/**
 * A found stack as it is planned, with its inputs' hash and the reasons why the change touches it. Its files are named
 * as Terraform finds them, from the stack's folder.
 *
 * @param workspace TF_WORKSPACE of the job: the workspace of a stack that says none itself
 */
function judgedToPlan(judged, workspace) {
    const { item, inputsHash } = judged;
    const { name, path } = item;
    const own = item.workspace ?? (workspace === '' ? undefined : workspace);
    const chosen = own === undefined ? {} : { workspace: own };
    return {
        subject: { key: keyOfStack({ ...item, ...chosen }), name, path, ...chosen },
        ...filesOf(item),
        facts: factsOf(item, inputsHash),
        why: whySection(judged),
    };
}
/** What the part says of a stack beside its plan. */
function factsOf({ environment }, inputsHash) {
    return { 'inputs-hash': inputsHash, ...(environment === undefined ? {} : { environment }) };
}
/** A folder as it is told: nothing is known about it but that. */
function folderToPlan(path, told, facts = {}) {
    return { subject: (0,_terraform_stack_key_js__WEBPACK_IMPORTED_MODULE_1__/* .stackSubject */ .b)({ ...told, path }), varFiles: [], backendConfig: [], facts };
}
function filesOf({ path, varFiles, backendConfig }) {
    const fromStack = (file) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(path, file);
    return { varFiles: varFiles.map(fromStack), backendConfig: backendConfig.map(fromStack) };
}
const SHOWN_REASONS = 3;
function whySection({ reasons, moreReasons }) {
    const shown = reasons.filter(({ file }) => file !== '').slice(0, SHOWN_REASONS);
    if (shown.length === 0)
        return [];
    const more = reasons.length - shown.length + moreReasons;
    const words = shown.flatMap(({ text, dynamic }, index) => [
        ...(index === 0 ? [] : [', ']),
        { code: text },
        ...(dynamic ? [' (a path that could not be resolved: it may not be touched)'] : []),
    ]);
    const end = more > 0 ? [` and ${more} more`] : [];
    return [{ kind: 'text', rank: 6, text: ['Planned because of ', ...words, ...end, '.'] }];
}


/***/ }),

/***/ 2697:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ EMPTY_CONFIG)
/* harmony export */ });
/** Of a repository without the file. */
const EMPTY_CONFIG = {
    stacks: [],
    globalInputs: [],
    environments: Object.freeze(Object.create(null)),
    tools: {},
    redact: [],
    owners: [],
};


/***/ }),

/***/ 8497:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DQ: () => (/* binding */ repositoryFile),
/* harmony export */   L: () => (/* binding */ redactDiagnostic),
/* harmony export */   LO: () => (/* binding */ diagnosticFinding),
/* harmony export */   Rj: () => (/* binding */ fingerprint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2972);



/** The diagnostic with every secret hidden: before it goes anywhere, its fingerprint included. */
function redactDiagnostic(d, redactor) {
    return {
        ...d,
        summary: redactor.redact(d.summary),
        detail: redactor.redact(d.detail),
        ...(d.address === undefined ? {} : { address: redactor.redact(d.address) }),
    };
}
/**
 * A redacted diagnostic as a finding. `stackPath` is the stack's directory relative to the repository's root (`` or
 * `.` for the root itself), which diagnostics are relative to. A place that is not a file of the repository (downloaded
 * modules, `<value for var.x>`) is named in the help, but is no location.
 */
function diagnosticFinding(d, stackPath, subject, rule = 'terraform/diagnostic') {
    const location = locationOf(d, stackPath);
    const place = location === undefined && d.file !== undefined ? outsidePlace(d) : undefined;
    const about = d.address ?? d.context;
    const help = [about === undefined ? '' : `In ${about}.`, place ?? '', d.detail]
        .filter((s) => s !== '')
        .join('\n');
    return {
        rule,
        severity: d.severity,
        message: (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(d.summary),
        ...(help === '' ? {} : { help }),
        subject,
        ...(location === undefined ? {} : { location }),
        fingerprint: fingerprint([
            rule,
            subject,
            d.severity,
            d.summary,
            about ?? '',
            d.file ?? '',
            steady(d.detail),
        ]),
    };
}
/** SHA-256 over parts that stay as they are when lines move. */
function fingerprint(parts) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(parts)).digest('hex');
}
/** `file` of the repository, or undefined. Windows separators are taken too. */
function repositoryFile(file, stackPath) {
    const path = file.replaceAll('\\', '/');
    if (path === '' || path.startsWith('<') || path.startsWith('/') || /^[a-zA-Z]:\//.test(path))
        return undefined;
    if (path.split('/').includes('.terraform'))
        return undefined;
    const resolved = node_path__WEBPACK_IMPORTED_MODULE_1__.posix.normalize(node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(stackPath === '' ? '.' : stackPath, path));
    return resolved === '..' || resolved.startsWith('../') || resolved.startsWith('/') ? undefined : resolved;
}
function locationOf(d, stackPath) {
    const file = d.file === undefined ? undefined : repositoryFile(d.file, stackPath);
    if (file === undefined)
        return undefined;
    return {
        file,
        ...(d.line === undefined ? {} : { line: d.line }),
        ...(d.column === undefined ? {} : { column: d.column }),
        ...(d.endLine === undefined ? {} : { endLine: d.endLine }),
        ...(d.endColumn === undefined ? {} : { endColumn: d.endColumn }),
    };
}
function outsidePlace(d) {
    const path = (d.file ?? '').replaceAll('\\', '/');
    // With TF_DATA_DIR elsewhere the folder has another name, but modules are always in `modules/`.
    const module = /(?:^|\/)modules\/([^/]+)\//.exec(path);
    const line = d.line === undefined ? '' : `, line ${d.line}`;
    if (path.startsWith('<'))
        return `At ${path}.`;
    if (module === null)
        return `In ${node_path__WEBPACK_IMPORTED_MODULE_1__.posix.basename(path)}${line}, outside of the repository.`;
    const within = path.slice(module.index + module[0].length);
    return `In the downloaded module ${module[1] ?? ''} (${within}${line}).`;
}
/** The detail without what differs from run to run: numbers, ids, times. */
function steady(detail) {
    return (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(detail)
        .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '#')
        .replace(/\b(?=[0-9A-Za-z+/=]*\d)[0-9A-Za-z+/=]{12,}/g, '#')
        .replace(/\d+/g, '#');
}


/***/ }),

/***/ 6804:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ classifyPlanFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4296);
/* harmony import */ var _plan_not_a_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4909);
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



/** Bytes that are looked at. `format_version` is in the first ones, unless somebody has sorted the keys. */
const head = 256 * 1024;
/** Says what a file given as a plan is, or throws a `UserError` that says what it seems to be instead. */
async function classifyPlanFile(path) {
    const bytes = await readHead(path);
    const refuse = (seems, help) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`plan-file ${seems}`, { where: path, help });
    const showJson = 'Give the file of `plan -out=FILE`, or the output of `show -json FILE`.';
    if (bytes.length === 0)
        throw refuse('is empty', showJson);
    if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') {
        // plans/planfile/writer.go of both tools: a zip whose first member is `tfplan`.
        const nameLength = bytes.length < 30 ? 0 : bytes.readUInt16LE(26);
        if (bytes.toString('latin1', 30, 30 + nameLength) === 'tfplan')
            return { kind: 'saved-plan', encrypted: false };
        throw refuse('is a zip archive, but no saved plan', 'Unpack it first: downloaded artifacts come as a zip.');
    }
    if (bytes[0] === 0x1f && bytes[1] === 0x8b)
        throw refuse('is compressed with gzip', 'Unpack it first.');
    if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        throw refuse('is UTF-16 text', 'PowerShell’s `>` writes it: use `| Out-File -Encoding utf8NoBOM`, or bash.');
    }
    const text = bytes.toString('utf8');
    if (!/^\uFEFF?\s*\{/.test(text)) {
        const other = (0,_plan_not_a_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .recogniseText */ .t)(text);
        throw refuse(other === undefined ? 'is neither a saved plan nor JSON' : `is ${other.what}`, other?.help ?? showJson);
    }
    return classifyJson(text, refuse, showJson);
}
/** Some of the keys that only plan JSON has, whichever stand first: the tools' order is not that of sorted keys. */
const planKeys = new Set([
    'planned_values',
    'resource_changes',
    'output_changes',
    'applyable',
    'configuration',
    'variables',
]);
function classifyJson(text, refuse, showJson) {
    const keys = topLevelKeys(text);
    // The JSON of a state has checks too, next to its values.
    if (keys === 'of a plan' || (keys.has('checks') && !keys.has('values')))
        return { kind: 'plan-json' };
    if (keys.has('remote_plan_format')) {
        return { kind: 'cloud-plan', hostname: /"hostname"\s*:\s*"([\w.:-]+)"/.exec(text)?.[1] };
    }
    // OpenTofu encrypts states too; those keep their lineage in clear.
    if (keys.has('encrypted_data') && !keys.has('lineage'))
        return { kind: 'saved-plan', encrypted: true };
    const other = (0,_plan_not_a_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .recogniseJson */ .O)(Object.fromEntries([...keys].map((key) => [key, null])));
    throw refuse(other === undefined ? 'is JSON, but no plan' : `is ${other.what}`, other?.help ?? showJson);
}
/** Keys of the outermost object, as far as the text goes: it may be cut off. Stops at one that only a plan has. */
function topLevelKeys(text) {
    const keys = new Set();
    let depth = 0;
    let mayBeKey = false;
    for (let index = 0; index < text.length; index++) {
        const character = text[index];
        if (character === '"') {
            const start = index + 1;
            for (index = start; index < text.length && text[index] !== '"'; index++)
                if (text[index] === '\\')
                    index++;
            if (mayBeKey && depth === 1) {
                const key = text.slice(start, index);
                if (planKeys.has(key))
                    return 'of a plan';
                keys.add(key);
            }
            mayBeKey = false;
        }
        else if (character === '{' || character === '[') {
            depth++;
            mayBeKey = depth === 1;
        }
        else if (character === '}' || character === ']')
            depth--;
        else if (character === ',')
            mayBeKey = depth === 1;
    }
    return keys;
}
async function readHead(path) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'r'), true);
            const buffer = Buffer.alloc(head);
            const { bytesRead } = await file.read(buffer, 0, head, 0);
            return buffer.subarray(0, bytesRead);
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
    catch (thrown) {
        const code = (0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .CA)(thrown);
        const why = code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a directory' : 'cannot be read';
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`plan-file ${why}`, {
            where: path,
            help: 'Check the path; it is relative to the working directory.',
            cause: thrown,
        });
    }
}


/***/ }),

/***/ 5221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ resourceAction)
/* harmony export */ });
/**
 * The actions of the plan format. Tools that have no name of their own for an action write the name of their constant
 * (OpenTofu 1.12: `["Open"]`, Terraform before it named them: `["CreateThenForget"]`), so case does not count.
 */
const known = {
    'no-op': 'no-op',
    noop: 'no-op',
    create: 'create',
    read: 'read',
    update: 'update',
    delete: 'delete',
    'delete,create': 'delete-create',
    deletethencreate: 'delete-create',
    'create,delete': 'create-delete',
    createthendelete: 'create-delete',
    forget: 'forget',
    'create,forget': 'create-forget',
    createthenforget: 'create-forget',
    'forget,create': 'create-forget',
    forgetthencreate: 'create-forget',
    open: 'open',
    close: 'open',
    renew: 'open',
    'open,close': 'open',
    'open,renew,close': 'open',
};
/**
 * What a list of actions means as a whole. Anything not known, missing or odd is `unknown`, which is shown as a change:
 * a new action of a newer tool must not read as "no changes".
 */
function resourceAction(actions) {
    if (!Array.isArray(actions) || actions.length === 0)
        return 'unknown';
    if (!actions.every((action) => typeof action === 'string'))
        return 'unknown';
    const name = actions.join(',').toLowerCase();
    return Object.hasOwn(known, name) ? (known[name] ?? 'unknown') : 'unknown';
}


/***/ }),

/***/ 8957:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ stopsPlan),
/* harmony export */   Z: () => (/* binding */ checkResults)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6106);

/** Checks and conditions, one result for each object that has them. A status that is not known is `unknown`, never `pass`. */
function checkResults(raw, redactor) {
    if (!Array.isArray(raw))
        return [];
    return raw.map((entry) => {
        const check = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(entry) ? entry : {};
        const address = redactor.redact(displayOf(check.address) ?? '(no address)');
        const instances = Array.isArray(check.instances) ? check.instances : [];
        return {
            address,
            kind: redactor.redact(textAt(check.address, 'kind') ?? 'check'),
            status: statusOf(check.status),
            failing: instances.flatMap((instance) => failingInstance(instance, address, redactor) ?? []),
        };
    });
}
/**
 * True when the tool ends a plan with an error for it: a condition of a resource, output or variable that does not
 * hold, and whatever cannot be evaluated. A `check` block that does not hold only warns.
 */
function stopsPlan({ kind, status }) {
    return status === 'error' || (status === 'fail' && kind !== 'check');
}
function failingInstance(instance, address, redactor) {
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(instance))
        return undefined;
    const problems = (Array.isArray(instance.problems) ? instance.problems : []).flatMap((problem) => {
        const message = textAt(problem, 'message');
        return message === undefined ? [] : [redactor.redact(message)];
    });
    const fails = instance.status === 'fail' || instance.status === 'error' || problems.length > 0;
    const where = displayOf(instance.address);
    return fails ? { address: where === undefined ? address : redactor.redact(where), problems } : undefined;
}
function displayOf(address) {
    return textAt(address, 'to_display');
}
function textAt(value, key) {
    const text = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(value) ? value[key] : undefined;
    return typeof text === 'string' && text !== '' ? text : undefined;
}
function statusOf(status) {
    return status === 'pass' || status === 'fail' || status === 'error' ? status : 'unknown';
}


/***/ }),

/***/ 5388:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fm: () => (/* binding */ leafChange),
/* harmony export */   Ge: () => (/* binding */ markChange),
/* harmony export */   Kp: () => (/* binding */ opaqueChange)
/* harmony export */ });
/* harmony import */ var _diff_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7207);
/* harmony import */ var _exact_number_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1027);
/* harmony import */ var _hcl_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9563);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6106);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5720);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5389);
/* harmony import */ var _secret_names_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7093);
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3734);
/* harmony import */ var _shown_value_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4583);









/** Characters of a whole object or list that is shown as one value. */
const longestWhole = 120;
const absent = { kind: 'absent' };
const sensitive = { kind: 'sensitive' };
const unknown = { kind: 'unknown' };
/** A sensitive value that changes, comes or goes. */
function opaqueChange(redactor, place, forcesReplacement, was, is) {
    return {
        path: (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .placeText */ .Z9)(place, redactor),
        action: actionOf(was, is),
        before: was ? sensitive : absent,
        after: is ? sensitive : absent,
        forcesReplacement,
    };
}
/** The value stays, its mark does not. Both sides are hidden: one of them would tell the other. */
function markChange(redactor, place, forcesReplacement, nowSensitive) {
    const note = nowSensitive ? 'becomes sensitive' : 'is no longer sensitive';
    return {
        ...opaqueChange(redactor, place, forcesReplacement, true, true),
        lines: [(0,_diff_text_js__WEBPACK_IMPORTED_MODULE_0__/* .gap */ .rQ)(`the value stays the same, but ${note}`)],
    };
}
/** A leaf of which the two sides differ. */
function leafChange(redactor, effort, place, forcesReplacement, before, after) {
    const was = before.value !== undefined && before.value !== null;
    const will = (after.value !== undefined && after.value !== null) || after.unknown === true;
    if (typeof before.value === 'string' || typeof after.value === 'string') {
        const change = stringChange(redactor, effort, place, before, after);
        if (change !== undefined) {
            return { path: (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .placeText */ .Z9)(place, redactor), action: actionOf(was, will), forcesReplacement, ...change };
        }
    }
    if (!was && !will) {
        // A null that came or went in a map or list.
        const isNew = after.value === null;
        const shown = { kind: 'value', text: 'null' };
        return {
            path: (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .placeText */ .Z9)(place, redactor),
            action: isNew ? 'add' : 'remove',
            before: isNew ? absent : shown,
            after: isNew ? shown : absent,
            forcesReplacement,
        };
    }
    const terse = !was || !will;
    return {
        path: (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .placeText */ .Z9)(place, redactor),
        action: actionOf(was, will),
        before: shownSide(redactor, place, before, terse),
        after: shownSide(redactor, place, after, terse),
        forcesReplacement,
    };
}
function actionOf(was, will) {
    return was ? (will ? 'change' : 'remove') : 'add';
}
function shownSide(redactor, place, side, terse) {
    if (side.unknown === true)
        return unknown;
    if (side.value === null || side.value === undefined)
        return absent;
    if (side.sensitive === true || (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .isCovered */ .P$)(place, redactor))
        return sensitive;
    if ((0,_json_js__WEBPACK_IMPORTED_MODULE_8__/* .isContainer */ .u_)(side.value)) {
        const name = place?.name ?? '';
        return {
            kind: 'value',
            text: (0,_shown_value_js__WEBPACK_IMPORTED_MODULE_7__/* .inlineValue */ .n)({ ...side, name, covered: false }, redactor, longestWhole, terse).text,
        };
    }
    if ((0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .isHiddenPlace */ .qS)(place, redactor))
        return sensitive;
    if (typeof side.value === 'string' && (0,_exact_number_js__WEBPACK_IMPORTED_MODULE_1__/* .exactDigits */ .mn)(side.value) === undefined) {
        const shown = (0,_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shownText */ .f)(side.value, redactor);
        return (0,_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .isAllHidden */ .O)(shown) ? sensitive : { kind: 'value', text: (0,_hcl_text_js__WEBPACK_IMPORTED_MODULE_2__/* .hclShortString */ .Fl)(shown.text) };
    }
    const text = (0,_shown_value_js__WEBPACK_IMPORTED_MODULE_7__/* .scalarText */ .w)(side.value, redactor);
    return text === _secret_names_js__WEBPACK_IMPORTED_MODULE_5__/* .placeholder */ .qf ? sensitive : { kind: 'value', text };
}
/** Strings on both sides, or on one with nothing on the other; undefined for anything else. */
function stringChange(redactor, effort, place, before, after) {
    if (!isText(before) || !isText(after) || (0,_place_js__WEBPACK_IMPORTED_MODULE_4__/* .isHiddenPlace */ .qS)(place, redactor))
        return undefined;
    const to = typeof after.value === 'string' ? (0,_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shownText */ .f)(after.value, redactor) : undefined;
    const from = typeof before.value === 'string' ? (0,_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shownText */ .f)(before.value, redactor, to) : undefined;
    const shown = shownPair(from, to);
    if (from === undefined || to === undefined) {
        const only = from ?? to;
        if (only === undefined || only.lines.length < 2 || (0,_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .isAllHidden */ .O)(only))
            return shown;
        const [left, right] = from === undefined ? [[], only.lines] : [only.lines, []];
        const lines = (0,_diff_text_js__WEBPACK_IMPORTED_MODULE_0__/* .foldLines */ .r7)((0,_diff_text_js__WEBPACK_IMPORTED_MODULE_0__/* .diffLines */ .Pp)(left, right, effort));
        if (only.json !== undefined && (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .repeatsKeys */ .Xu)(only.raw, only.json))
            lines.push((0,_diff_text_js__WEBPACK_IMPORTED_MODULE_0__/* .gap */ .rQ)(repeatedKey));
        return { ...shown, language: only.language, lines };
    }
    const repeats = [from, to].some(({ raw, json }) => json !== undefined && (0,_json_text_js__WEBPACK_IMPORTED_MODULE_3__/* .repeatsKeys */ .Xu)(raw, json));
    if (from.text === to.text)
        return looksTheSame(from, to, shown, repeats);
    if (withoutReturns(from.text) === withoutReturns(to.text) && from.language !== 'json') {
        return { ...shown, lines: [(0,_diff_text_js__WEBPACK_IMPORTED_MODULE_0__/* .gap */ .rQ)('only the line ends change (CRLF or LF)')] };
    }
    if (from.lines.length < 2 && to.lines.length < 2)
        return shown;
    if ((0,_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .isAllHidden */ .O)(from) || (0,_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .isAllHidden */ .O)(to))
        return shown;
    const lines = (0,_diff_text_js__WEBPACK_IMPORTED_MODULE_0__/* .foldLines */ .r7)((0,_diff_text_js__WEBPACK_IMPORTED_MODULE_0__/* .diffLines */ .Pp)(from.lines, to.lines, effort));
    if (from.hidden !== to.hidden)
        lines.push((0,_diff_text_js__WEBPACK_IMPORTED_MODULE_0__/* .gap */ .rQ)('a sensitive value in here changes as well'));
    else if (from.uncompared && to.uncompared)
        lines.push((0,_diff_text_js__WEBPACK_IMPORTED_MODULE_0__/* .gap */ .rQ)('sensitive values in here are not compared'));
    if (repeats)
        lines.push((0,_diff_text_js__WEBPACK_IMPORTED_MODULE_0__/* .gap */ .rQ)(repeatedKey));
    return { ...shown, language: from.language === to.language ? to.language : 'text', lines };
}
const repeatedKey = 'a key stands here more than once: only the last of its values is shown';
/** The two strings differ, but not in what may be seen of them. */
function looksTheSame(from, to, shown, repeats) {
    const nothingHidden = from.hidden === to.hidden && !from.uncompared && !to.uncompared;
    if (from.json !== undefined && to.json !== undefined && (nothingHidden || (0,_json_js__WEBPACK_IMPORTED_MODULE_8__/* .sameJson */ .Vk)(from.json, to.json))) {
        const note = repeats
            ? `the JSON is written in another way; ${repeatedKey}`
            : 'formatting only: the JSON has the same content, with other spaces or another order of keys';
        return { ...shown, language: 'json', lines: [(0,_diff_text_js__WEBPACK_IMPORTED_MODULE_0__/* .gap */ .rQ)(note)] };
    }
    return { before: sensitive, after: sensitive };
}
function withoutReturns(text) {
    return text.replaceAll('\r\n', '\n');
}
function shownPair(from, to) {
    const [left, right] = from === undefined || to === undefined
        ? [(0,_hcl_text_js__WEBPACK_IMPORTED_MODULE_2__/* .hclShortString */ .Fl)(from?.text ?? ''), (0,_hcl_text_js__WEBPACK_IMPORTED_MODULE_2__/* .hclShortString */ .Fl)(to?.text ?? '')]
        : (0,_hcl_text_js__WEBPACK_IMPORTED_MODULE_2__/* .shortPair */ .Zy)(from.text, to.text, _hcl_text_js__WEBPACK_IMPORTED_MODULE_2__/* .hclString */ .ZK);
    return { before: shownOne(from, left), after: shownOne(to, right) };
}
function shownOne(shown, text) {
    if (shown === undefined)
        return absent;
    return (0,_shown_text_js__WEBPACK_IMPORTED_MODULE_6__/* .isAllHidden */ .O)(shown) ? sensitive : { kind: 'value', text };
}
function isText(side) {
    if (side.unknown === true || side.sensitive === true)
        return false;
    if (side.value === null || side.value === undefined)
        return true;
    return typeof side.value === 'string' && (0,_exact_number_js__WEBPACK_IMPORTED_MODULE_1__/* .exactDigits */ .mn)(side.value) === undefined;
}


/***/ }),

/***/ 7207:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pp: () => (/* binding */ diffLines),
/* harmony export */   r7: () => (/* binding */ foldLines),
/* harmony export */   rQ: () => (/* binding */ gap),
/* harmony export */   zi: () => (/* binding */ newEffort)
/* harmony export */ });
/* unused harmony export signed */
/* harmony import */ var diff_lib_diff_array_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8965);
/* harmony import */ var _hcl_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9563);


/** Unchanged lines shown around a change. */
const context = 3;
/** Texts beyond these sizes are not searched for the shortest diff. */
const mostLines = 5_000;
const mostCharacters = 200_000;
/** Edits the search may go through for one text. Its cost grows with the square of them. */
const mostEdits = 1_000;
function newEffort() {
    return { left: 20_000_000 };
}
/** Every line of both texts, without folding: `-` and ` ` make the first, `+` and ` ` the second. */
function diffLines(before, after, effort) {
    const shorter = Math.min(before.length, after.length);
    let head = 0;
    while (head < shorter && before[head] === after[head])
        head++;
    let tail = 0;
    while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail])
        tail++;
    const middle = diffMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail), effort);
    return [
        ...signed(' ', before.slice(0, head)),
        ...middle,
        ...signed(' ', before.slice(before.length - tail)),
    ];
}
function diffMiddle(before, after, effort) {
    const replaced = () => [...signed('-', before), ...signed('+', after)];
    if (before.length === 0 || after.length === 0 || tooBig(before) || tooBig(after))
        return replaced();
    const maxEditLength = Math.min(mostEdits, Math.floor(Math.sqrt(Math.max(0, effort.left))));
    const changes = (0,diff_lib_diff_array_js__WEBPACK_IMPORTED_MODULE_1__/* .diffArrays */ .E)(before, after, { maxEditLength });
    if (changes === undefined) {
        effort.left -= maxEditLength * maxEditLength;
        return replaced();
    }
    const edits = changes.reduce((sum, change) => sum + (change.added || change.removed ? change.count : 0), 0);
    effort.left -= edits * edits;
    return changes.flatMap((change) => signed(change.added ? '+' : change.removed ? '-' : ' ', change.value));
}
function tooBig(lines) {
    return lines.length > mostLines || lines.reduce((sum, line) => sum + line.length + 1, 0) > mostCharacters;
}
function signed(sign, lines) {
    return lines.map((text) => ({ sign, text }));
}
function gap(text) {
    return { sign: 'gap', text };
}
/** Folds unchanged lines away from changes (one line alone is not worth it), and shortens very long lines. */
function foldLines(lines) {
    const folded = [];
    let index = 0;
    while (index < lines.length) {
        let end = index;
        const same = lines[index]?.sign === ' ';
        while (end < lines.length && (lines[end]?.sign === ' ') === same)
            end++;
        const run = lines.slice(index, end);
        folded.push(...(same ? foldSame(run, index === 0, end === lines.length) : shortenChanged(run)));
        index = end;
    }
    return folded;
}
function foldSame(run, atStart, atEnd) {
    const shown = run.map((line) => ({ sign: line.sign, text: (0,_hcl_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortLine */ .tl)(line.text) }));
    const keepStart = atStart ? 0 : context;
    const keepEnd = atEnd ? 0 : context;
    const hidden = shown.length - keepStart - keepEnd;
    if (hidden < 2)
        return shown;
    return [
        ...shown.slice(0, keepStart),
        gap(`${hidden} unchanged lines`),
        ...shown.slice(shown.length - keepEnd),
    ];
}
/** Long lines that replace each other are cut where they differ. */
function shortenChanged(run) {
    const removed = run.filter((line) => line.sign === '-').map((line) => line.text);
    const added = run.filter((line) => line.sign === '+').map((line) => line.text);
    let nextRemoved = 0;
    let nextAdded = 0;
    return run.map((line) => {
        if (line.sign === '-') {
            const partner = added[nextRemoved++];
            return {
                sign: '-',
                text: partner === undefined ? (0,_hcl_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortLine */ .tl)(line.text) : (0,_hcl_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortPair */ .Zy)(line.text, partner, asIs)[0],
            };
        }
        const partner = removed[nextAdded++];
        return {
            sign: line.sign,
            text: partner === undefined ? (0,_hcl_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortLine */ .tl)(line.text) : (0,_hcl_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shortPair */ .Zy)(partner, line.text, asIs)[1],
        };
    });
}
function asIs(text) {
    return text;
}


/***/ }),

/***/ 6975:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ doesSomething),
  G: () => (/* binding */ planDigest)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/terraform/plan/actions.ts
var actions = __webpack_require__(5221);
// EXTERNAL MODULE: ./src/terraform/plan/json.ts
var json = __webpack_require__(6106);
// EXTERNAL MODULE: ./src/terraform/plan/secret-names.ts
var secret_names = __webpack_require__(7093);
;// CONCATENATED MODULE: ./src/terraform/plan/digest-entry.ts


/** Makes the reader of a plan's entries: each as it may be seen, keys sorted. */
function entryReader(redactor) {
    const keys = keyReader(redactor);
    const isOpen = openTest(redactor, keys);
    return (entry) => asItIs(entry, isOpen, keys) ?? withoutSecrets(entry, redactor, keys);
}
/** What is known of a key, remembered: there are few different ones, each many times. */
function keyReader(redactor) {
    const known = new Map();
    return (key) => {
        const before = known.get(key);
        if (before !== undefined)
            return before;
        const hidden = (0,secret_names/* hidesName */.vv)(redactor, key);
        const shown = redactor.redact(key);
        const marks = key === 'before_sensitive' || key === 'after_sensitive';
        const read = { hidden, shown, plain: !hidden && shown === key && !/^\d+$/.test(key), marks };
        if (known.size < 20_000)
            known.set(key, read);
        return read;
    };
}
function openTest(redactor, keys) {
    const isOpen = (value, marks, depth) => {
        if (typeof value === 'string')
            return redactor.redact(value) === value;
        if (!(0,json/* isContainer */.u_)(value))
            return value !== true || !marks;
        if (depth > maxDigestDepth)
            return false;
        if ((0,json/* isArray */.cy)(value)) {
            for (let index = 0; index < value.length; index++)
                if (!isOpen(value[index], marks, depth + 1))
                    return false;
            return true;
        }
        let previous = '';
        for (const name in value) {
            const key = keys(name);
            if (!key.plain || name < previous || ((0,secret_names/* isValueKey */.V2)(name) && (0,secret_names/* hiddenBySibling */.A_)(redactor, value, name)))
                return false;
            if (!isOpen(value[name], marks || key.marks, depth + 1))
                return false;
            previous = name;
        }
        return true;
    };
    return isOpen;
}
/**
 * The entry with the keys of its two upper levels sorted, which tools do not write so; undefined where that is not
 * enough. Most entries hide nothing, and a copy of all that is in them costs more than the rest of the digest.
 */
function asItIs(entry, isOpen, keys) {
    if (!(0,json/* isObject */.Gv)(entry) || !(0,json/* isObject */.Gv)(entry.change))
        return undefined;
    const change = sortedOpen(entry.change, undefined, isOpen, keys);
    return change === undefined ? undefined : sortedOpen(entry, change, isOpen, keys);
}
/** A copy of one level; `change` takes the place of what has this key. */
function sortedOpen(value, change, isOpen, keys) {
    const copy = {};
    for (const name of (0,json/* sortedKeys */.Mf)(value)) {
        const { plain, marks } = keys(name);
        if (!plain || (0,secret_names/* isValueKey */.V2)(name) || name === '__proto__')
            return undefined;
        const isChange = change !== undefined && name === 'change';
        if (!isChange && !isOpen(value[name], marks, 0))
            return undefined;
        copy[name] = isChange ? change : value[name];
    }
    return copy;
}
/** Deeper than any plan goes; what lies deeper is taken to be hidden. */
const maxDigestDepth = 200;
/**
 * A copy with sorted keys, in which values are hidden where their mark or their name says so, and wherever else they
 * turn up.
 */
function withoutSecrets(value, redactor, keys, mark = false, depth = 0) {
    if (mark === true || depth > maxDigestDepth)
        return secret_names/* placeholder */.qf;
    if (typeof value === 'string')
        return redactor.redact(value);
    if ((0,json/* isArray */.cy)(value)) {
        return value.map((item, index) => withoutSecrets(item, redactor, keys, (0,json/* childMark */.Yz)(mark, index), depth + 1));
    }
    if (!(0,json/* isObject */.Gv)(value))
        return value;
    const marked = Object.hasOwn(value, 'before_sensitive') || Object.hasOwn(value, 'after_sensitive');
    const copy = {};
    for (const key of (0,json/* sortedKeys */.Mf)(value)) {
        const { hidden, shown } = keys(key);
        const innerMark = hidden || (0,secret_names/* hiddenBySibling */.A_)(redactor, value, key)
            ? true
            : ((marked ? (0,json/* own */.ZV)(value, `${key}_sensitive`) : undefined) ?? (0,json/* childMark */.Yz)(mark, key));
        const inner = withoutSecrets(value[key] ?? null, redactor, keys, innerMark, depth + 1);
        // Assigned, it would set the prototype.
        if (shown === '__proto__')
            Object.defineProperty(copy, shown, { value: inner, enumerable: true });
        else
            copy[shown] = inner;
    }
    return copy;
}

;// CONCATENATED MODULE: ./src/terraform/plan/digest.ts




/** Characters gathered before they are hashed: one call per piece would cost more than the hash itself. */
const chunkLength = 1 << 16;
/**
 * SHA-256 (hex) over what the plan would do: resource changes with values, unknowns and sensitivity marks, output
 * changes, deferred changes and action invocations. Key order and the order of the resources do not count; nor do
 * times, versions, the prior state, or what stays as it is.
 *
 * The digest is public and has no key, so what must not be seen is not in it: from a digest with a weak password in it
 * the password could be guessed. Two plans that differ in hidden values alone have the same digest.
 */
function planDigest(raw, redactor) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const asSeen = entryReader(redactor);
    let pending = '';
    const write = (piece) => {
        pending += piece;
        if (pending.length < chunkLength)
            return;
        hash.update(pending);
        pending = '';
    };
    const writeList = (name, entries) => {
        write(`${name}\n`);
        for (const { entry } of entries.map(identified).sort(byIdentity)) {
            write(JSON.stringify(asSeen(entry)));
            write('\n');
        }
    };
    writeList('resource_changes', asList(raw.resource_changes).filter(doesSomething));
    writeList('deferred_changes', asList(raw.deferred_changes));
    writeList('action_invocations', asList(raw.action_invocations));
    const outputs = Object.entries((0,json/* isObject */.Gv)(raw.output_changes) ? raw.output_changes : {});
    writeList('output_changes', outputs.map(([address, change]) => ({ address, change })).filter(doesSomething));
    hash.update(pending);
    return hash.digest('hex');
}
function asList(value) {
    return Array.isArray(value) ? value : [];
}
/** True for all but a no-op that neither moves nor imports; what cannot be read does something. */
function doesSomething(entry) {
    if (!(0,json/* isObject */.Gv)(entry) || !(0,json/* isObject */.Gv)(entry.change))
        return true;
    const idle = (0,actions/* resourceAction */.F)(entry.change.actions) === 'no-op';
    return !idle || typeof entry.previous_address === 'string' || (0,json/* isObject */.Gv)(entry.change.importing);
}
function identified(entry) {
    const inner = (0,json/* isObject */.Gv)(entry) && (0,json/* isObject */.Gv)(entry.resource_change) ? entry.resource_change : entry;
    const identity = (0,json/* isObject */.Gv)(inner) ? `${digest_text(inner.address)}\n${digest_text(inner.deposed)}` : '';
    return { identity, entry };
}
function byIdentity({ identity: left }, { identity: right }) {
    return left < right ? -1 : left > right ? 1 : 0;
}
function digest_text(value) {
    return typeof value === 'string' ? value : '';
}


/***/ }),

/***/ 9563:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rQ: () => (/* binding */ hclKey),
  Fl: () => (/* binding */ hclShortString),
  uB: () => (/* binding */ hclStep),
  ZK: () => (/* binding */ hclString),
  tl: () => (/* binding */ shortLine),
  Zy: () => (/* binding */ shortPair)
});

// UNUSED EXPORTS: longestText

;// CONCATENATED MODULE: ./src/terraform/plan/differences.ts
/** So many characters in a row that are equal are no accident. */
const differences_anchor = 16;
/** How far the other side of a difference is looked for, in characters. */
const reach = 600;
/** More differences than this become one with all that is between them. */
const most = 12;
/**
 * The stretches in which two long texts differ, first to last; together they cover all that is not equal. Not the
 * shortest ones there could be, but found in time that grows with the length alone.
 */
function differences(before, after) {
    const shorter = Math.min(before.length, after.length);
    let tail = 0;
    while (tail < shorter && before.at(-1 - tail) === after.at(-1 - tail))
        tail++;
    const found = [];
    let [left, right] = [0, 0];
    for (;;) {
        while (left < before.length && right < after.length && before[left] === after[right]) {
            left++;
            right++;
        }
        const [leftEnd, rightEnd] = ends(before, after, left, right, tail);
        if (left >= leftEnd && right >= rightEnd)
            return found;
        const next = found.length + 1 < most ? meeting(before, after, left, right) : undefined;
        if (next === undefined) {
            found.push({ before: [left, leftEnd], after: [right, rightEnd] });
            return found;
        }
        found.push({ before: [left, next[0]], after: [right, next[1]] });
        [left, right] = next;
    }
}
/** Where the equal end begins, not before where we are: `aa` and `aaa` have their beginning and end in common. */
function ends(before, after, left, right, tail) {
    const equal = Math.max(0, Math.min(tail, before.length - left, after.length - right));
    return [before.length - equal, after.length - equal];
}
/** The next place at which both texts go on alike. */
function meeting(before, after, left, right) {
    const window = after.slice(right, right + reach);
    for (let step = 0; step < reach && left + step + differences_anchor <= before.length; step++) {
        const at = window.indexOf(before.slice(left + step, left + step + differences_anchor));
        if (at >= 0)
            return [left + step, right + at];
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/terraform/plan/hcl-text.ts

/** Text in HCL syntax: literals and reference paths. */
/** Longest text of one value on one line, in characters; what is longer is cut in the middle. */
const longestText = 500;
const identifier = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
// Almost all texts and names are of these: cheaper to test than the full rules.
const plainText = /^[ !#&-[\]-~]*$/;
const plainIdentifier = /^[A-Za-z_][\w-]*$/;
const escapes = {
    '\\': '\\\\',
    '"': '\\"',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '${': '$${',
    '%{': '%%{',
};
/**
 * A quoted string: https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
 * Control characters and lone surrogates come as `\uXXXX`.
 */
function hclString(text) {
    if (plainText.test(text))
        return `"${text}"`;
    return `"${text.replace(toEscape, (found) => escapes[found] ?? unicodeEscape(found))}"`;
}
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const toEscape = /[\\"\u0000-\u001f\u007f-\u009f]|[$%]\{|\p{Surrogate}/gu;
function unicodeEscape(character) {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
/** A quoted string; one longer than `longestText` is cut in the middle and says so. */
function hclShortString(text) {
    return cutMiddle(text, hclString);
}
/** One line of a line diff, cut in the same way. */
function shortLine(line) {
    return cutMiddle(line, (part) => part);
}
/**
 * Two texts of which one at least is too long for a line: of both, the stretches that differ are shown, with a little
 * of what is around them, and how much is left out in between.
 */
function shortPair(before, after, quote) {
    if (Math.max(before.length, after.length) <= longestText)
        return [quote(before), quote(after)];
    if (before === after)
        return [cutMiddle(before, quote), cutMiddle(after, quote)];
    const found = differences(before, after);
    return [
        cutAround(before, found.map((difference) => difference.before), quote),
        cutAround(after, found.map((difference) => difference.after), quote),
    ];
}
function cutMiddle(text, quote) {
    if (text.length <= longestText)
        return quote(text);
    const head = text.slice(0, safeCut(text, 300));
    const tail = text.slice(safeCut(text, text.length - 100));
    return `${quote(head)} … ${leftOut(text.length - head.length - tail.length)} … ${quote(tail)}`;
}
function cutAround(text, stretches, quote) {
    const pieces = [];
    let shown = 0;
    for (const [start, end] of windowsOf(text, stretches)) {
        if (start > shown)
            pieces.push(leftOut(start - shown));
        pieces.push(quote(text.slice(start, end)));
        shown = end;
    }
    if (shown < text.length)
        pieces.push(leftOut(text.length - shown));
    return pieces.join(' … ');
}
/** What is shown of a text: 300 characters or more for a stretch, both ends of a long one; those that touch as one. */
function windowsOf(text, stretches) {
    const windows = [];
    for (const [from, to] of stretches.flatMap(bothEnds)) {
        const start = Math.max(0, from - 60);
        const end = safeCut(text, Math.min(text.length, Math.max(start + 300, to + 60)));
        const last = windows.at(-1);
        if (last !== undefined && start <= last[1])
            last[1] = Math.max(last[1], end);
        else
            windows.push([safeCut(text, start), end]);
    }
    return windows;
}
function bothEnds([from, to]) {
    return to - from <= longestText
        ? [[from, to]]
        : [
            [from, from + 240],
            [to - 40, to],
        ];
}
function leftOut(count) {
    return `(${count} characters left out)`;
}
/** The index, or the one before it where a cut would part a surrogate pair. */
function safeCut(text, index) {
    const code = text.charCodeAt(index);
    return index > 0 && code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}
/**
 * A step of a reference. The plan does not tell an attribute from a map key, so `.name` is used wherever it is valid.
 * The first step stands alone.
 */
function hclStep(step, first) {
    if (typeof step === 'number')
        return `[${step}]`;
    if (isIdentifier(step))
        return first ? step : `.${step}`;
    return `[${hclShortString(step)}]`;
}
/** A key in an object literal. */
function hclKey(key) {
    return isIdentifier(key) ? key : hclShortString(key);
}
function isIdentifier(text) {
    return plainIdentifier.test(text) || identifier.test(text);
}


/***/ }),

/***/ 5720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W1: () => (/* binding */ safeDigits),
/* harmony export */   Xu: () => (/* binding */ repeatsKeys),
/* harmony export */   i7: () => (/* binding */ jsonLines),
/* harmony export */   ww: () => (/* binding */ parseEmbedded)
/* harmony export */ });
/* harmony import */ var _exact_number_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1027);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6106);
/* harmony import */ var _secret_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7093);



/** The object or array a string holds as JSON, if it does. Numbers keep their digits (`keepDigits`). */
function parseEmbedded(text) {
    if (!/^\s*[{[]/.test(text) || !/[}\]]\s*$/.test(text))
        return undefined;
    try {
        const value = (/[\d.]{16}|\d[eE]/.test(text) ? JSON.parse(text, _exact_number_js__WEBPACK_IMPORTED_MODULE_0__/* .keepDigits */ .Ic) : JSON.parse(text));
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isContainer */ .u_)(value) ? value : undefined;
    }
    catch {
        return undefined; // not JSON: shown as text
    }
}
/** True when the text of `value` has a key more than once in one object: all but the last of its values are lost. */
function repeatsKeys(text, value) {
    let written = 0;
    for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g))
        if (colon !== undefined)
            written++;
    let read = 0;
    const waiting = [value];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isContainer */ .u_)(next))
            continue;
        const children = Object.values(next);
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isArray */ .cy)(next))
            read += children.length;
        for (const child of children)
            if ((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isContainer */ .u_)(child))
                waiting.push(child);
    }
    return written > read;
}
/**
 * A value pretty-printed with two spaces, redacted. Keys come in the order of `like` where it has them, so that a
 * change of order alone makes no difference between the two sides.
 */
function jsonLines(value, like, printer) {
    const { redactor, hidden } = printer;
    const lines = [];
    print(value, like, { indent: '', label: '', end: '', name: '', covered: false, depth: 0 });
    return lines;
    function print(item, model, at) {
        if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isContainer */ .u_)(item) || at.covered) {
            lines.push(at.indent + at.label + leaf(item, at.covered || (0,_secret_names_js__WEBPACK_IMPORTED_MODULE_1__/* .hidesName */ .vv)(redactor, at.name)) + at.end);
            return;
        }
        const keys = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isArray */ .cy)(item) ? undefined : orderedKeys(item, model);
        const [open, close] = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isArray */ .cy)(item) ? ['[', ']'] : ['{', '}'];
        const length = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isArray */ .cy)(item) ? item.length : (keys?.length ?? 0);
        if (length === 0 || at.depth >= _json_js__WEBPACK_IMPORTED_MODULE_2__/* .maxDepth */ .Mw) {
            if (length > 0)
                hidden.push((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalText */ .A4)(item));
            lines.push(`${at.indent}${at.label}${open}${length === 0 ? '' : '…'}${close}${at.end}`);
            return;
        }
        lines.push(at.indent + at.label + open);
        for (let index = 0; index < length; index++) {
            const key = keys?.[index];
            const place = { indent: `${at.indent}  `, end: index < length - 1 ? ',' : '', depth: at.depth + 1 };
            if (key === undefined) {
                const child = (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isArray */ .cy)(item) ? item[index] : undefined;
                print(child, (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isArray */ .cy)(model) ? model[index] : undefined, {
                    ...place,
                    label: '',
                    name: at.name,
                    covered: false,
                });
            }
            else {
                const label = `${JSON.stringify(redactor.redact(key))}: `;
                const covered = (0,_secret_names_js__WEBPACK_IMPORTED_MODULE_1__/* .hiddenBySibling */ .A_)(redactor, item, key);
                print((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(item, key), (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(model, key), { ...place, label, name: key, covered });
            }
        }
        lines.push(at.indent + close + at.end);
    }
    function leaf(item, hide) {
        if (item === null || item === undefined)
            return 'null';
        if (hide) {
            hidden.push((0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalText */ .A4)(item));
            return _secret_names_js__WEBPACK_IMPORTED_MODULE_1__/* .placeholder */ .qf;
        }
        const exact = (0,_exact_number_js__WEBPACK_IMPORTED_MODULE_0__/* .exactDigits */ .mn)(item);
        if (typeof item === 'string' && exact === undefined)
            return JSON.stringify(printer.inner(item));
        if (typeof item === 'boolean')
            return String(item);
        const digits = exact ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalText */ .A4)(item);
        const shown = safeDigits(digits, redactor);
        if (shown !== digits)
            hidden.push(digits);
        return shown;
    }
}
/** Numbers may be secrets too, but very short ones are in everything. */
function safeDigits(digits, redactor) {
    return digits.length < 6 ? digits : redactor.redact(digits);
}
function orderedKeys(value, like) {
    const keys = Object.keys(value);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(like))
        return keys;
    const first = Object.keys(like).filter((key) => Object.hasOwn(value, key));
    return [...first, ...keys.filter((key) => !Object.hasOwn(like, key))];
}


/***/ }),

/***/ 8410:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ planModel)
});

// EXTERNAL MODULE: ./src/terraform/plan/checks.ts
var plan_checks = __webpack_require__(8957);
// EXTERNAL MODULE: ./src/terraform/plan/diff-text.ts
var diff_text = __webpack_require__(7207);
// EXTERNAL MODULE: ./src/terraform/plan/json.ts
var json = __webpack_require__(6106);
// EXTERNAL MODULE: ./src/terraform/plan/actions.ts
var plan_actions = __webpack_require__(5221);
// EXTERNAL MODULE: ./src/terraform/plan/diff-leaf.ts
var diff_leaf = __webpack_require__(5388);
;// CONCATENATED MODULE: ./src/terraform/plan/align.ts
/**
 * Elements with equal keys that keep their order, in O(n log n). The k-th of several equal elements meets the k-th of
 * the other side, so repeated elements may meet fewer partners than a full longest-common-subsequence would find.
 */
function alignByKey(before, after) {
    const shorter = Math.min(before.length, after.length);
    let head = 0;
    while (head < shorter && before[head] === after[head])
        head++;
    let tail = 0;
    while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail))
        tail++;
    const anchors = [];
    for (let index = 0; index < head; index++)
        anchors.push({ before: index, after: index });
    anchors.push(...matchMiddle(before, after, head, tail));
    for (let index = tail; index > 0; index--) {
        anchors.push({ before: before.length - index, after: after.length - index });
    }
    const gaps = [];
    let nextBefore = 0;
    let nextAfter = 0;
    for (const anchor of [...anchors, { before: before.length, after: after.length }]) {
        gaps.push({ before: range(nextBefore, anchor.before), after: range(nextAfter, anchor.after) });
        nextBefore = anchor.before + 1;
        nextAfter = anchor.after + 1;
    }
    return { anchors, gaps };
}
function matchMiddle(before, after, head, tail) {
    const places = new Map();
    for (let index = head; index < after.length - tail; index++) {
        const key = after[index] ?? '';
        const place = places.get(key);
        if (place === undefined)
            places.set(key, { indexes: [index], used: 0 });
        else
            place.indexes.push(index);
    }
    const matches = [];
    for (let index = head; index < before.length - tail; index++) {
        const place = places.get(before[index] ?? '');
        const match = place?.indexes[place.used];
        if (place === undefined || match === undefined)
            continue;
        place.used++;
        matches.push({ before: index, after: match });
    }
    return longestRising(matches);
}
/** The longest subsequence whose `after` rises (patience sorting). `before` rises already. */
function longestRising(matches) {
    const tops = []; // match that ends the best run of each length
    const previous = [];
    for (const [index, match] of matches.entries()) {
        let low = 0;
        let high = tops.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((matches[tops[middle] ?? 0]?.after ?? 0) < match.after)
                low = middle + 1;
            else
                high = middle;
        }
        previous[index] = low === 0 ? -1 : (tops[low - 1] ?? -1);
        tops[low] = index;
    }
    const run = [];
    for (let index = tops.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
        const match = matches[index];
        if (match !== undefined)
            run.push(match);
    }
    return run.reverse();
}
function range(from, to) {
    const indexes = [];
    for (let index = from; index < to; index++)
        indexes.push(index);
    return indexes;
}

;// CONCATENATED MODULE: ./src/terraform/plan/diff-set.ts

/** Attributes that name an element among its siblings. */
const identityKeys = ['name', 'key', 'id', 'Name', 'Key', 'Sid', 'sid'];
/**
 * Which of the objects that have no equal on the other side are the same one, changed. Without a schema a set looks
 * like a list, and a changed element of a set may turn up anywhere in it: so by likeness, not by place. A pair has the
 * same name, or at least half of the attributes that are set in common. The best pairs are taken first.
 */
function pairObjects(before, removed, after, added, effort) {
    const left = removed.flatMap((index) => candidate(before[index], index));
    const right = added.flatMap((index) => candidate(after[index], index));
    const pairs = new Map(); // after -> before
    const cost = left.length * right.length * Math.max(1, left[0]?.leaves.size ?? 1);
    if (cost > Math.min(1_000_000, effort.left))
        return pairInOrder(left, right);
    effort.left -= cost;
    const scored = [];
    for (const a of left) {
        for (const b of right) {
            const score = likeness(a, b);
            if (score > 0)
                scored.push({ before: a.index, after: b.index, score });
        }
    }
    scored.sort((a, b) => b.score - a.score || distance(a) - distance(b) || a.before - b.before || a.after - b.after);
    const taken = new Set();
    for (const pair of scored) {
        if (taken.has(pair.before) || pairs.has(pair.after))
            continue;
        taken.add(pair.before);
        pairs.set(pair.after, pair.before);
    }
    return pairs;
}
function pairInOrder(left, right) {
    const pairs = new Map();
    for (const [position, b] of right.entries()) {
        const a = left[position];
        if (a !== undefined && likeness(a, b) > 0)
            pairs.set(b.index, a.index);
    }
    return pairs;
}
function distance(pair) {
    return Math.abs(pair.before - pair.after);
}
function candidate(value, index) {
    if (!(0,json/* isObject */.Gv)(value))
        return [];
    const leaves = new Map();
    for (const [key, child] of Object.entries(value)) {
        if (child === undefined || child === null || child === '' || (0,json/* isEmptyContainer */.z1)(child))
            continue;
        leaves.set(key, (0,json/* canonicalText */.A4)(child));
    }
    return [{ index, identity: identityOf(value), leaves }];
}
function identityOf(value) {
    for (const key of identityKeys) {
        if (!Object.hasOwn(value, key))
            continue;
        const name = value[key];
        if (typeof name === 'string' && name !== '')
            return `${key}=${name}`;
    }
    return undefined;
}
/** 0: not the same element. Above 1: same name. */
function likeness(a, b) {
    let same = 0;
    let all = b.leaves.size;
    for (const [key, text] of a.leaves) {
        const other = b.leaves.get(key);
        if (other === text)
            same++;
        if (other === undefined)
            all++;
    }
    const share = all === 0 ? 1 : same / all;
    if (a.identity !== undefined && a.identity === b.identity)
        return 1 + share;
    const named = a.identity !== undefined && b.identity !== undefined;
    return (named ? share > 0.5 : share >= 0.5) ? share : 0;
}

;// CONCATENATED MODULE: ./src/terraform/plan/diff-list.ts



/** Strings longer than this are worth a line diff, so a lone one is taken to have changed into a lone other. */
const longString = 100;
/**
 * Which element became which. Elements with equal content (and marks) that keep their order stay; the rest is paired by
 * likeness, then by place; what is left was removed or added. The plan does not tell lists from sets: Terraform writes a
 * set in the order of its values, so equal elements of a set keep their order too, and what moves is a list that was
 * reordered, shown as removed and added.
 */
function alignLists(before, after, effort) {
    // A block that may occur once is a list of one: whatever changed in it, it is the same block.
    if (before.values.length === 1 && after.values.length === 1)
        return [{ kind: 'pair', before: 0, after: 0 }];
    const changed = onlyChange(before, after);
    if (changed !== undefined)
        return pairedAt(changed, before.values.length);
    const left = contentKeys(before, 'b');
    const right = contentKeys(after, 'a');
    const { anchors, gaps } = alignByKey(left, right);
    const pairs = pairAcross(before.values, after.values, gaps, effort);
    // Equal elements that are no anchors changed places: as a pair they would not be seen at all.
    for (const [to, from] of pairs)
        if (left[from] === right[to])
            pairs.delete(to);
    for (const gap of gaps)
        pairInPlace(before.values, after.values, gap, pairs);
    const pairedBefore = new Set(pairs.values());
    const steps = [];
    for (const [position, gap] of gaps.entries()) {
        for (const index of gap.before)
            if (!pairedBefore.has(index))
                steps.push({ kind: 'removed', before: index });
        for (const index of gap.after) {
            const partner = pairs.get(index);
            steps.push(partner === undefined
                ? { kind: 'added', after: index }
                : { kind: 'pair', before: partner, after: index });
        }
        const anchor = anchors[position];
        if (anchor !== undefined)
            steps.push({ kind: 'same', ...anchor });
    }
    return steps;
}
/** The index of the only element that differs in two lists of plain, unmarked values; the usual case, and a cheap one. */
function onlyChange(before, after) {
    const { length } = before.values;
    if (after.values.length !== length)
        return undefined;
    if ((0,json/* marksAnything */.df)(before.sensitive) || (0,json/* marksAnything */.df)(after.sensitive) || (0,json/* marksAnything */.df)(after.unknown))
        return undefined;
    let changed;
    for (let index = 0; index < length; index++) {
        const [left, right] = [before.values[index], after.values[index]];
        if ((0,json/* isContainer */.u_)(left) || (0,json/* isContainer */.u_)(right))
            return undefined;
        if (left === right)
            continue;
        if (changed !== undefined)
            return undefined;
        changed = index;
    }
    return changed;
}
function pairedAt(changed, length) {
    const steps = [];
    for (let index = 0; index < length; index++) {
        steps.push({ kind: index === changed ? 'pair' : 'same', before: index, after: index });
    }
    return steps;
}
/** Content and sensitivity; an element that is not wholly known equals none. */
function contentKeys(list, side) {
    return list.values.map((value, index) => {
        if ((0,json/* marksAnything */.df)((0,json/* childMark */.Yz)(list.unknown, index)))
            return `${side}${index}`;
        const mark = (0,json/* childMark */.Yz)(list.sensitive, index);
        return (0,json/* marksAnything */.df)(mark) ? `${(0,json/* canonicalText */.A4)(value)} ${(0,json/* canonicalText */.A4)(mark)}` : (0,json/* canonicalText */.A4)(value);
    });
}
function pairAcross(before, after, gaps, effort) {
    const removed = gaps.flatMap((gap) => gap.before);
    const added = gaps.flatMap((gap) => gap.after);
    if (removed.length === 0 || added.length === 0)
        return new Map();
    return pairObjects(before, removed, after, added, effort);
}
/** What is not an object is paired by place: when the gap has as many on both sides, or the texts are long. */
function pairInPlace(before, after, gap, pairs) {
    const taken = new Set(pairs.values());
    const left = gap.before.filter((index) => !taken.has(index) && !(0,json/* isObject */.Gv)(before[index]));
    const right = gap.after.filter((index) => !pairs.has(index) && !(0,json/* isObject */.Gv)(after[index]));
    const equalCount = left.length === right.length;
    for (const [position, index] of right.entries()) {
        const partner = left[position];
        if (partner === undefined)
            continue;
        if (equalCount || (isLong(before[partner]) && isLong(after[index])))
            pairs.set(index, partner);
    }
}
function isLong(value) {
    return typeof value === 'string' && value.length > longString;
}

// EXTERNAL MODULE: ./src/terraform/plan/place.ts
var plan_place = __webpack_require__(5389);
// EXTERNAL MODULE: ./src/terraform/plan/shown-value.ts
var shown_value = __webpack_require__(4583);
// EXTERNAL MODULE: ./src/terraform/plan/secret-names.ts
var secret_names = __webpack_require__(7093);
;// CONCATENATED MODULE: ./src/terraform/plan/write-only.ts


const versionSuffix = '_wo_version';
/**
 * A write-only argument is null in every plan (Terraform 1.11 and later). By the convention of the providers its
 * `…_wo_version` changes when it is sent again, so that is when it is shown. `key` is an attribute that changes;
 * undefined when it is no such version.
 */
function writeOnlyChange(redactor, parent, key, siblings) {
    if (!key.endsWith(versionSuffix))
        return undefined;
    const { before, after, unknown } = siblings;
    const name = key.slice(0, -'_version'.length);
    const object = (0,json/* isObject */.Gv)(after) ? after : before;
    if (!(0,json/* isObject */.Gv)(object) || !Object.hasOwn(object, name))
        return undefined;
    if (isSet((0,json/* own */.ZV)(before, name)) || isSet((0,json/* own */.ZV)(after, name)))
        return undefined;
    const was = isSet((0,json/* own */.ZV)(before, key));
    const will = isSet((0,json/* own */.ZV)(after, key)) || (0,json/* childMark */.Yz)(unknown, key) === true;
    if (!was && !will)
        return undefined;
    return {
        path: (0,plan_place/* placeText */.Z9)((0,plan_place/* childPlace */.IF)(parent, name), redactor),
        action: was ? (will ? 'change' : 'remove') : 'add',
        before: shown(was),
        after: shown(will),
        forcesReplacement: false,
    };
}
function shown(isThere) {
    return { kind: isThere ? 'write-only' : 'absent' };
}
function isSet(value) {
    return value !== null && value !== undefined;
}

;// CONCATENATED MODULE: ./src/terraform/plan/diff.ts








/** Longest whole element or list shown on one line; longer ones are shown leaf by leaf. */
const longestInline = 120;
/**
 * What changes in one resource or output, per leaf path, redacted; never throws, whatever the change holds.
 * Null and absent attributes are the same; in a creation or deletion, empty blocks are left out as well.
 */
function attributeChanges(change, redactor, options = {}) {
    const walk = { redactor, effort: options.effort ?? (0,diff_text/* newEffort */.zi)(), attributes: [], unchanged: 0 };
    visit(walk, {
        before: change.before,
        after: change.after,
        beforeSensitive: change.before_sensitive,
        afterSensitive: change.after_sensitive,
        unknown: change.after_unknown,
        forced: (0,plan_place/* forcedTree */.iG)(change.replace_paths),
        place: options.root === undefined ? undefined : (0,plan_place/* childPlace */.IF)(undefined, options.root),
    });
    return { attributes: walk.attributes, unchanged: walk.unchanged };
}
function visit(walk, node) {
    const { before, after } = node;
    const partlyUnknown = node.unknown !== true && !(0,json/* isContainer */.u_)(after) && (0,json/* marksAnything */.df)(node.unknown);
    if (node.unknown === true)
        emitUnknown(walk, node);
    else if (node.beforeSensitive === true || node.afterSensitive === true)
        visitOpaque(walk, node);
    else if (partlyUnknown)
        emitUnknown(walk, { ...node, unknown: true });
    else if ((0,json/* isContainer */.u_)(before) || (0,json/* isContainer */.u_)(after))
        visitContainer(walk, node);
    else if (before === after || (!diff_isSet(before) && !diff_isSet(after)))
        walk.unchanged += diff_isSet(before) ? 1 : 0;
    else
        emit(walk, node);
}
function visitContainer(walk, node) {
    const { before, after, place } = node;
    const otherKind = (0,json/* isContainer */.u_)(before) ? diff_isSet(after) && !sameKind(before, after) : diff_isSet(before);
    if (otherKind || (place?.depth ?? 0) >= json/* maxDepth */.Mw)
        visitWhole(walk, node);
    else if ((0,plan_place/* isCovered */.P$)(place, walk.redactor))
        visitOpaque(walk, node);
    else if ((0,json/* isArray */.cy)(before) && (0,json/* isArray */.cy)(after))
        visitLists(walk, node, before, after);
    else if ((0,json/* isObject */.Gv)(before) && (0,json/* isObject */.Gv)(after))
        visitObjects(walk, node);
    else
        visitOneSided(walk, node);
}
function sameKind(a, b) {
    return (0,json/* isContainer */.u_)(a) && (0,json/* isContainer */.u_)(b) && (0,json/* isArray */.cy)(a) === (0,json/* isArray */.cy)(b);
}
function diff_isSet(value) {
    return value !== null && value !== undefined;
}
/** A whole object or list that came or went: on one line when it is short and plain, else leaf by leaf. */
function visitOneSided(walk, node) {
    const { before, after, place } = node;
    const value = (0,json/* isContainer */.u_)(after) ? after : before;
    if ((0,json/* isEmptyContainer */.z1)(value) && !(0,json/* marksAnything */.df)(node.unknown)) {
        emit(walk, node);
        return;
    }
    const isElement = typeof place?.step === 'number';
    const isPlainList = (0,json/* isArray */.cy)(value) && !value.some((child) => (0,json/* isContainer */.u_)(child));
    if (place !== undefined && (isElement || isPlainList) && (node.forced === undefined || node.forced.all)) {
        const sensitive = (0,json/* isContainer */.u_)(after) ? node.afterSensitive : node.beforeSensitive;
        const unknown = (0,json/* isContainer */.u_)(after) ? node.unknown : undefined;
        const marked = { value, sensitive, unknown, name: place.name, covered: false };
        if ((0,shown_value/* inlineValue */.n)(marked, walk.redactor, longestInline, true).fits) {
            emit(walk, node);
            return;
        }
    }
    if ((0,json/* isArray */.cy)(value))
        visitLists(walk, node, (0,json/* isArray */.cy)(before) ? before : [], (0,json/* isArray */.cy)(after) ? after : []);
    else
        visitObjects(walk, node);
}
function visitObjects(walk, node) {
    const before = (0,json/* isObject */.Gv)(node.before) ? node.before : undefined;
    const after = (0,json/* isObject */.Gv)(node.after) ? node.after : undefined;
    const unknown = marksOf(node.unknown);
    const beforeSensitive = marksOf(node.beforeSensitive);
    const afterSensitive = marksOf(node.afterSensitive);
    const isResource = node.place === undefined;
    const oneSided = before === undefined || after === undefined;
    const shown = walk.attributes.length;
    const visitKey = (key) => {
        const b = ownOf(before, key);
        const a = ownOf(after, key);
        const ub = ownOf(unknown, key);
        const bs = ownOf(beforeSensitive, key);
        const as = ownOf(afterSensitive, key);
        if (a === b && (typeof a !== 'object' || a === null) && !ub && (bs === true) === (as === true)) {
            if (diff_isSet(a))
                walk.unchanged++;
            return;
        }
        // An absent block is an empty list in the format: nothing is made or lost.
        if (isResource && oneSided && isUnset(b) && isUnset(a) && !(0,json/* marksAnything */.df)(ub))
            return;
        const child = {
            before: b,
            after: a,
            beforeSensitive: bs,
            afterSensitive: as,
            unknown: ub,
            forced: (0,plan_place/* forcedBelow */.Pr)(node.forced, key),
            place: (0,plan_place/* childPlace */.IF)(node.place, key, (0,secret_names/* isValueKey */.V2)(key) ? [before, after] : undefined),
        };
        const listed = walk.attributes.length;
        // In a map, a key with null that came or went is a change; an attribute is null when it is not set.
        if (!isResource && !oneSided && !diff_isSet(a) && !diff_isSet(b) && !ub && a !== b)
            emit(walk, child);
        else
            visit(walk, child);
        if (walk.attributes.length === listed)
            return;
        const secret = writeOnlyChange(walk.redactor, node.place, key, { before, after, unknown });
        if (secret !== undefined)
            walk.attributes.push(secret);
    };
    // Keys that are set after, then those only before, then those known only after apply.
    if (after !== undefined)
        for (const key of Object.keys(after))
            visitKey(key);
    if (before !== undefined) {
        for (const key of Object.keys(before))
            if (ownOf(after, key) === undefined)
                visitKey(key);
    }
    if (unknown !== undefined) {
        for (const key of Object.keys(unknown)) {
            if (ownOf(after, key) === undefined && ownOf(before, key) === undefined)
                visitKey(key);
        }
    }
    // Something must be said of an object that came or went with nothing set in it.
    if (oneSided && !isResource && walk.attributes.length === shown)
        emit(walk, node);
}
function ownOf(object, key) {
    return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
}
/** A mark tree as far as it marks single keys; most mark nothing. */
function marksOf(mark) {
    if (!(0,json/* isObject */.Gv)(mark))
        return undefined;
    for (const key in mark)
        if (Object.hasOwn(mark, key))
            return mark;
    return undefined;
}
function isUnset(value) {
    return !diff_isSet(value) || (0,json/* isEmptyContainer */.z1)(value);
}
function visitLists(walk, node, before, known) {
    const { beforeSensitive, afterSensitive, unknown } = node;
    const after = withUnknownTail(known, unknown);
    const marked = (0,json/* marksAnything */.df)(beforeSensitive) || (0,json/* marksAnything */.df)(afterSensitive) || (0,json/* marksAnything */.df)(unknown);
    if (!marked && (0,json/* sameJson */.Vk)(before, after)) {
        walk.unchanged += (0,json/* countLeaves */.yG)(after);
        return;
    }
    const steps = alignLists({ values: before, sensitive: beforeSensitive, unknown: undefined }, { values: after, sensitive: afterSensitive, unknown }, walk.effort);
    for (const step of steps) {
        if (step.kind === 'same') {
            walk.unchanged += (0,json/* countLeaves */.yG)(after[step.after]);
            continue;
        }
        const i = step.kind === 'added' ? undefined : step.before;
        const j = step.kind === 'removed' ? undefined : step.after;
        const child = {
            before: i === undefined ? undefined : before[i],
            after: j === undefined ? undefined : after[j],
            beforeSensitive: i === undefined ? undefined : (0,json/* childMark */.Yz)(beforeSensitive, i),
            afterSensitive: j === undefined ? undefined : (0,json/* childMark */.Yz)(afterSensitive, j),
            unknown: j === undefined ? undefined : (0,json/* childMark */.Yz)(unknown, j),
            forced: (0,plan_place/* forcedBelow */.Pr)(node.forced, ...[j, i].filter((index) => index !== undefined)),
            place: (0,plan_place/* childPlace */.IF)(node.place, j ?? i ?? 0),
        };
        // A null element that came or went is a change of its own.
        if (!diff_isSet(child.before) && !diff_isSet(child.after))
            emit(walk, child);
        else
            visit(walk, child);
    }
}
/** Terraform writes null for an unknown element; should a tool leave it out at the end, it is still counted. */
function withUnknownTail(known, unknown) {
    if (!(0,json/* isArray */.cy)(unknown) || unknown.length <= known.length)
        return known;
    const tail = unknown.slice(known.length).map(() => null);
    return unknown.slice(known.length).some((mark) => (0,json/* marksAnything */.df)(mark)) ? [...known, ...tail] : known;
}
/** Marked as sensitive as a whole: neither its values nor its keys are looked at. */
function visitOpaque(walk, node) {
    const { before, after } = node;
    if (!diff_isSet(before) && !diff_isSet(after))
        return;
    const equal = !(0,json/* marksAnything */.df)(node.unknown) && (0,json/* sameJson */.Vk)(before, after);
    if (!equal) {
        walk.attributes.push((0,diff_leaf/* opaqueChange */.Kp)(walk.redactor, node.place, forces(node), diff_isSet(before), diff_isSet(after)));
    }
    else if ((node.beforeSensitive === true) === (node.afterSensitive === true)) {
        walk.unchanged++;
    }
    else {
        const nowSensitive = node.afterSensitive === true;
        walk.attributes.push((0,diff_leaf/* markChange */.Ge)(walk.redactor, node.place, forces(node), nowSensitive));
    }
}
/** Values that are not looked into: other kinds on the two sides, or too deep. */
function visitWhole(walk, node) {
    if (!diff_isSet(node.before) && !diff_isSet(node.after))
        return;
    if ((0,json/* sameJson */.Vk)(node.before, node.after) && !(0,json/* marksAnything */.df)(node.unknown))
        walk.unchanged += (0,json/* countLeaves */.yG)(node.after);
    else
        emit(walk, node);
}
/** The tool hides a value when either side is sensitive: what becomes so is not shown for a last time. */
function emitUnknown(walk, node) {
    emit(walk, (0,json/* marksAnything */.df)(node.afterSensitive) ? { ...node, beforeSensitive: true } : node);
}
function emit(walk, node) {
    const before = { value: node.before, sensitive: node.beforeSensitive, unknown: undefined };
    const after = { value: node.after, sensitive: node.afterSensitive, unknown: node.unknown };
    walk.attributes.push((0,diff_leaf/* leafChange */.Fm)(walk.redactor, walk.effort, node.place, forces(node), before, after));
}
function forces(node) {
    return node.forced !== undefined && (node.forced.all || node.forced.next.size > 0);
}

;// CONCATENATED MODULE: ./src/terraform/plan/outputs.ts



/** The outputs that change. What is not known to stay is shown. */
function outputChanges(raw, context) {
    if (!(0,json/* isObject */.Gv)(raw))
        return [];
    const { redactor, effort } = context;
    return Object.entries(raw).flatMap(([name, entry]) => {
        const change = ((0,json/* isObject */.Gv)(entry) ? entry : {});
        const action = outputAction(change.actions);
        if (action === 'no-op')
            return [];
        const sensitive = change.before_sensitive === true || change.after_sensitive === true;
        const diff = attributeChanges(change, redactor, { root: name, effort });
        return [{ name: redactor.redact(name), action, sensitive, ...diff }];
    });
}
function outputAction(actions) {
    const action = (0,plan_actions/* resourceAction */.F)(actions);
    switch (action) {
        case 'create':
        case 'update':
        case 'delete':
        case 'no-op':
            return action;
        case 'delete-create':
        case 'create-delete':
        case 'create-forget':
        case 'forget':
        case 'open':
        case 'read':
        case 'unknown':
            return 'unknown';
    }
}

// EXTERNAL MODULE: ./src/terraform/plan/reason-words.ts
var reason_words = __webpack_require__(8700);
;// CONCATENATED MODULE: ./src/terraform/plan/resource.ts





const longestIdentity = 300;
/** One entry of `resource_changes` or `resource_drift`, whatever it holds. */
function resourceChange(entry, context) {
    const { redactor } = context;
    const raw = (0,json/* isObject */.Gv)(entry) ? entry : {};
    const change = (0,json/* isObject */.Gv)(raw.change) ? raw.change : undefined;
    const action = (0,plan_actions/* resourceAction */.F)(change?.actions);
    const type = textOf(raw.type, redactor) ?? '';
    const name = textOf(raw.name, redactor) ?? '';
    const address = textOf(raw.address, redactor) ?? guessedAddress(type, name);
    const previous = textOf(raw.previous_address, redactor);
    const index = typeof raw.index === 'number' ? raw.index : textOf(raw.index, redactor);
    // Forgetting loses nothing: the object stays as it is, only its record goes.
    const diff = action === 'forget'
        ? { attributes: [], unchanged: (0,json/* countLeaves */.yG)(change?.before) }
        : attributeChanges(change ?? {}, redactor, { effort: context.effort });
    const result = {
        address,
        mode: textOf(raw.mode, redactor) ?? 'managed',
        type,
        name,
        provider: textOf(raw.provider_name, redactor) ?? '',
        action,
        rawActions: rawActions(change?.actions, redactor),
        forcedBy: forcedBy(change?.replace_paths, redactor),
        attributes: diff.attributes,
        unchanged: diff.unchanged,
    };
    const module = textOf(raw.module_address, redactor);
    const deposed = textOf(raw.deposed, redactor);
    const reason = textOf(raw.action_reason, redactor);
    if (previous !== undefined && previous !== address)
        result.previousAddress = previous;
    if (module !== undefined)
        result.module = module;
    if (index !== undefined)
        result.index = index;
    if (deposed !== undefined)
        result.deposed = deposed;
    if (reason !== undefined)
        result.reason = reason;
    if ((0,json/* isObject */.Gv)(change?.importing))
        result.importing = importSource(change.importing, redactor);
    return result;
}
/**
 * An action that the plan would invoke (Terraform 1.14, `action_invocations`). There is no word for it among the
 * resource actions, so it is shown as unknown: it does something.
 */
function actionInvocation(entry, context) {
    const { redactor } = context;
    const raw = (0,json/* isObject */.Gv)(entry) ? entry : {};
    const type = textOf(raw.type, redactor) ?? '';
    const name = textOf(raw.name, redactor) ?? '';
    return {
        address: textOf(raw.address, redactor) ?? guessedAddress(`action.${type}`, name),
        mode: 'action',
        type,
        name,
        provider: textOf(raw.provider_name, redactor) ?? '',
        action: 'unknown',
        rawActions: ['invoke'],
        forcedBy: [],
        attributes: [],
        unchanged: 0,
    };
}
function guessedAddress(type, name) {
    return type === '' && name === '' ? '(no address)' : `${type}.${name}`;
}
function textOf(value, redactor) {
    return typeof value === 'string' && value !== '' ? redactor.redact(value) : undefined;
}
function defined(key, value) {
    return value === undefined ? {} : { [key]: value };
}
function rawActions(actions, redactor) {
    if (!Array.isArray(actions))
        return [];
    return actions.map((action) => (typeof action === 'string' ? redactor.redact(action) : '(not text)'));
}
function forcedBy(paths, redactor) {
    if (!Array.isArray(paths))
        return [];
    const texts = paths.map((path) => {
        const steps = Array.isArray(path) ? path : [];
        return (0,plan_place/* pathText */.LF)(steps.filter(isStep), redactor);
    });
    return [...new Set(texts)].filter((text) => text !== '');
}
function isStep(step) {
    return typeof step === 'string' || typeof step === 'number';
}
function importSource(importing, redactor) {
    const id = textOf(importing.id, redactor);
    const { identity } = importing;
    const shown = (0,json/* isObject */.Gv)(identity)
        ? (0,shown_value/* inlineValue */.n)({ value: identity, sensitive: undefined, unknown: undefined, name: '', covered: false }, redactor, longestIdentity, true).text
        : undefined;
    return {
        ...defined('id', id),
        ...defined('identity', shown),
        unknown: importing.unknown === true || (id === undefined && shown === undefined),
    };
}

;// CONCATENATED MODULE: ./src/terraform/plan/model.ts






/**
 * What a plan says, redacted. Total: a part that is missing or odd is shown as unknown, nothing throws once
 * `parsePlanJson` has accepted the plan. Entries are never merged by address: a deposed object and drift stand beside
 * the planned change of the same resource.
 */
function planModel(raw, redactor) {
    const context = { redactor, effort: (0,diff_text/* newEffort */.zi)() };
    const changes = listOf(raw.resource_changes)
        .map((entry) => (isIdle(entry) ? undefined : resourceChange(entry, context)))
        .filter((change) => change !== undefined)
        .filter(doesSomething);
    changes.push(...listOf(raw.action_invocations).map((entry) => actionInvocation(entry, context)));
    const drift = listOf(raw.resource_drift)
        .filter((entry) => !isOnlyEmptiness(entry))
        .map((entry) => resourceChange(entry, context))
        .filter((change) => change.action !== 'no-op');
    const deferred = listOf(raw.deferred_changes).map((entry) => deferredChange(entry, context));
    const outputs = outputChanges(raw.output_changes, context);
    const checks = (0,plan_checks/* checkResults */.Z)(raw.checks, redactor);
    const errored = typeof raw.errored === 'boolean' ? raw.errored : checks.some(plan_checks/* stopsPlan */.V);
    const changed = changes.some((change) => change.action !== 'open') || outputs.length > 0 || deferred.length > 0;
    // What the tool would apply although nothing of it is seen here (a refresh-only plan) counts as a change too.
    // Opening ephemeral resources is not one, though OpenTofu counts it.
    const unseen = isRefreshOnly(raw) || (raw.applyable === true && !changes.some(({ action }) => action === 'open'));
    const applyable = typeof raw.applyable === 'boolean' ? raw.applyable : changed || unseen;
    return {
        formatVersion: redactor.redact(raw.format_version),
        terraformVersion: typeof raw.terraform_version === 'string' ? redactor.redact(raw.terraform_version) : '',
        changes,
        drift,
        deferred,
        outputs,
        checks,
        counts: countsOf(changes, drift, deferred, outputs),
        complete: raw.complete !== false,
        errored,
        applyable: applyable && !errored,
        changed: changed || unseen,
    };
}
/**
 * Nothing but null that became an empty list or map, or the reverse: providers answer so after the first apply
 * (`tags = null` reads back as `{}`), and nobody has touched the resource.
 */
function isOnlyEmptiness(entry) {
    const change = (0,json/* own */.ZV)(entry, 'change');
    const [before, after] = [(0,json/* own */.ZV)(change, 'before'), (0,json/* own */.ZV)(change, 'after')];
    if (!(0,json/* isObject */.Gv)(before) || !(0,json/* isObject */.Gv)(after))
        return false;
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    const differing = [...keys].filter((key) => !(0,json/* sameJson */.Vk)((0,json/* own */.ZV)(before, key), (0,json/* own */.ZV)(after, key)));
    const isEmpty = (value) => value === undefined || value === null || (0,json/* isEmptyContainer */.z1)(value);
    return (differing.length > 0 && differing.every((key) => isEmpty((0,json/* own */.ZV)(before, key)) && isEmpty((0,json/* own */.ZV)(after, key))));
}
/**
 * A plan that would only take over what has drifted, told by a drifted resource that nothing is planned for: not even
 * a no-op. Newer Terraform says in `applyable` whether there is something to apply; 1.5 and OpenTofu do not.
 */
function isRefreshOnly(raw) {
    const drift = listOf(raw.resource_drift);
    if (typeof raw.applyable === 'boolean' || drift.length === 0)
        return false;
    const planned = new Set(listOf(raw.resource_changes).map((entry) => ((0,json/* isObject */.Gv)(entry) ? entry.address : '')));
    return drift.some((entry) => (0,json/* isObject */.Gv)(entry) && entry.mode !== 'data' && !planned.has(entry.address));
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
/** Most of a big plan: left out before anything is made of it. */
function isIdle(entry) {
    if (!(0,json/* isObject */.Gv)(entry) || !(0,json/* isObject */.Gv)(entry.change))
        return false;
    const { actions, importing } = entry.change;
    const isNoOp = Array.isArray(actions) && actions.length === 1 && actions[0] === 'no-op';
    return isNoOp && !(0,json/* isObject */.Gv)(importing) && typeof entry.previous_address !== 'string';
}
function doesSomething(change) {
    return change.action !== 'no-op' || change.importing !== undefined || change.previousAddress !== undefined;
}
function deferredChange(entry, context) {
    const inner = (0,json/* isObject */.Gv)(entry) ? entry.resource_change : undefined;
    const reason = (0,json/* isObject */.Gv)(entry) && typeof entry.reason === 'string' ? entry.reason : '';
    const words = reason === '' ? 'the plan gives no reason' : context.redactor.redact((0,reason_words/* deferredWords */.x)(reason));
    return { ...resourceChange(inner, context), deferred: words };
}
function countsOf(changes, drift, deferred, outputs) {
    const counts = {
        add: 0,
        change: 0,
        destroy: 0,
        replace: 0,
        import: 0,
        move: 0,
        forget: 0,
        read: 0,
        drift: drift.length,
        deferred: deferred.length,
        outputs: outputs.length,
        unknown: 0,
    };
    for (const change of changes) {
        if (change.importing !== undefined)
            counts.import++;
        if (change.previousAddress !== undefined)
            counts.move++;
        switch (change.action) {
            case 'create':
                counts.add++;
                break;
            case 'update':
                counts.change++;
                break;
            case 'delete':
                counts.destroy++;
                break;
            case 'delete-create':
            case 'create-delete':
                counts.replace++;
                break;
            case 'create-forget':
                counts.add++;
                counts.forget++;
                break;
            case 'forget':
                counts.forget++;
                break;
            case 'read':
                counts.read++;
                break;
            case 'unknown':
                counts.unknown++;
                break;
            case 'open':
            case 'no-op':
                break;
        }
    }
    return counts;
}


/***/ }),

/***/ 4909:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ recogniseJson),
/* harmony export */   t: () => (/* binding */ recogniseText)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6106);

const showFile = 'Save the plan with `-out FILE` and give that file, or the output of `show -json FILE`.';
const stateOutput = {
    what: 'the JSON of a state',
    help: `Name the plan file: \`terraform show -json FILE\`. ${showFile}`,
};
const eventStream = { what: 'the log of `plan -json`', help: showFile };
/** JSON that other commands write. */
function recogniseJson(value) {
    const has = (...keys) => keys.every((key) => Object.hasOwn(value, key));
    if (has('resource_changes') && has('plan_format_version')) {
        return {
            what: 'the redacted plan of an HCP Terraform run',
            help: 'Give the output of `terraform show -json FILE`.',
        };
    }
    if (has('planned_values') || has('resource_changes') || has('output_changes'))
        return undefined;
    if (has('@level') || has('@message'))
        return eventStream;
    if (has('valid', 'error_count') || has('valid', 'diagnostics'))
        return { what: 'the output of `validate -json`', help: showFile };
    if (has('values'))
        return stateOutput;
    if (has('version', 'lineage') || has('version', 'serial') || has('serial', 'lineage'))
        return { ...stateOutput, what: 'a state file' };
    if (has('provider_schemas'))
        return { what: 'the output of `providers schema -json`', help: showFile };
    if (has('terraform_version', 'provider_selections'))
        return { what: 'the output of `version -json`', help: showFile };
    const parts = Object.values(value);
    if (parts.length > 0 && parts.every((part) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(part) && 'sensitive' in part && 'value' in part)) {
        return { what: 'the output of `output -json`', help: showFile };
    }
    return undefined;
}
/** Text that is no JSON as a whole. */
function recogniseText(text) {
    const start = text.slice(0, 4096).trimStart();
    if (start.startsWith('PK\u0003\u0004')) {
        return { what: 'a saved plan (binary)', help: 'It must be read by `terraform show -json FILE` first.' };
    }
    // Every other byte of it is zero.
    if (/^(?:[^\0]\0){2}|^(?:\0[^\0]){2}/.test(start)) {
        return {
            what: 'text in UTF-16',
            help: 'Write the file as UTF-8: PowerShell before version 7 does not by itself.',
        };
    }
    if (start.startsWith('[command]')) {
        return {
            what: 'output of the setup-terraform wrapper around JSON',
            help: 'Set `terraform_wrapper: false` on hashicorp/setup-terraform.',
        };
    }
    if (/^\{\s*"@(?:level|message|module|timestamp)"/.test(start))
        return eventStream;
    if (isManyDocuments(text)) {
        return { what: 'several JSON documents, one a line', help: 'Give one plan at a time.' };
    }
    if (/^(?:Terraform|OpenTofu) (?:used|will|planned|has)|^No changes\b|^\S+: Refreshing state|^Note: Objects/m.test(start)) {
        return { what: 'the plan as text for people', help: showFile };
    }
    return undefined;
}
/** As of `terragrunt run --all`: the first line and the second are objects of their own. */
function isManyDocuments(text) {
    const [first = '', second = ''] = text.trim().split('\n', 2);
    return isObjectText(first) && second.trimStart().startsWith('{');
}
function isObjectText(line) {
    try {
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(JSON.parse(line));
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 5501:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ parsePlanJson)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _exact_number_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1027);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6106);
/* harmony import */ var _not_a_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4909);




const help = 'Give a plan saved with `terraform plan -out FILE`, or the output of `terraform show -json FILE`.';
/** Majors of the format this reads: 0 was written up to Terraform 1.0, 1 by all since, and by OpenTofu. */
const knownMajors = new Set(['0', '1']);
/**
 * Reads the JSON of a plan. Keys it does not know are ignored, an unknown minor version is accepted, as the format asks
 * of its readers. Throws a `UserError` for anything that is not one whole plan; no message quotes what the text holds.
 */
function parsePlanJson(text) {
    const trimmed = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    const value = parseJson(trimmed);
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value)) {
        throw notAPlan(Array.isArray(value) ? 'a JSON array' : 'a single JSON value', help);
    }
    const other = (0,_not_a_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .recogniseJson */ .O)(value);
    if (other !== undefined)
        throw notAPlan(other.what, other.help);
    checkVersion(value.format_version);
    const wrong = wrongShape(value);
    if (wrong !== undefined) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The plan JSON is damaged: ${wrong}.`, { help: 'Make the plan JSON again.' });
    }
    if (!saysAnything(value)) {
        throw notAPlan('an empty state (`terraform show -json` without a plan file)', help);
    }
    return value;
}
function notAPlan(what, advice) {
    return new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`This is not the JSON of a plan: it is ${what}.`, { help: advice });
}
function parseJson(text) {
    if (text.trim() === '') {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The plan JSON is empty.', {
            help: `The command that should have written it has most likely failed. ${help}`,
        });
    }
    try {
        // A reviver costs several times the parsing itself, so only where there is a number that needs it.
        return ((0,_exact_number_js__WEBPACK_IMPORTED_MODULE_1__/* .hasLongNumber */ .oF)(text) ? JSON.parse(text, _exact_number_js__WEBPACK_IMPORTED_MODULE_1__/* .keepDigits */ .Ic) : JSON.parse(text));
    }
    catch (thrown) {
        // The engine's message quotes the text, which may hold secrets: it is neither shown nor kept as the cause.
        const other = (0,_not_a_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .recogniseText */ .t)(text);
        if (other !== undefined)
            throw notAPlan(other.what, other.help);
        if (isCutOff(text, thrown)) {
            throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The plan JSON is cut off after ${text.length} characters.`, {
                help: 'Writing it was interrupted, or the disk was full. Make it again.',
            });
        }
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`This is not JSON${position(thrown)}.`, { help });
    }
}
function isCutOff(text, thrown) {
    const body = text.trimEnd();
    if (!body.trimStart().startsWith('{'))
        return false;
    if (!body.endsWith('}'))
        return true;
    if (!(thrown instanceof SyntaxError))
        return false;
    const place = /at position (\d+)/.exec(thrown.message)?.[1];
    return place === undefined ? thrown.message.includes('end of JSON input') : Number(place) >= body.length;
}
function position(thrown) {
    const found = thrown instanceof SyntaxError ? /\(line (\d+) column (\d+)\)/.exec(thrown.message) : null;
    return found === null ? '' : ` (line ${found[1] ?? ''}, column ${found[2] ?? ''})`;
}
function checkVersion(version) {
    if (version === undefined || version === null) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('This JSON has no `format_version`, so it is not the JSON of a plan.', { help });
    }
    if (typeof version !== 'string' || !/^\d{1,4}(\.\d{1,4}){0,2}$/.test(version)) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('The `format_version` of this JSON is not a version.', { help });
    }
    if (knownMajors.has(version.split('.')[0] ?? ''))
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`The plan JSON has format ${version}; this version reads formats 0.x and 1.x.`, {
        help: 'Update this action, or make the plan with a tool version that writes format 1.',
    });
}
const lists = [
    'resource_changes',
    'resource_drift',
    'deferred_changes',
    'checks',
    'action_invocations',
];
/** The parts that are read must be of the kind they should be: what cannot be read must not pass as "no changes". */
function wrongShape(value) {
    for (const key of lists) {
        const part = value[key];
        if (part !== undefined && part !== null && !Array.isArray(part))
            return `\`${key}\` is not a list`;
    }
    const outputs = value['output_changes'];
    if (outputs !== undefined && outputs !== null && !(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(outputs))
        return '`output_changes` is not an object';
    return undefined;
}
/** A plan with nothing to do still has its planned values; an empty state has nothing but the format. */
function saysAnything(value) {
    return ['planned_values', 'resource_changes', 'output_changes', 'deferred_changes'].some((key) => Object.hasOwn(value, key));
}


/***/ }),

/***/ 5389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IF: () => (/* binding */ childPlace),
/* harmony export */   LF: () => (/* binding */ pathText),
/* harmony export */   P$: () => (/* binding */ isCovered),
/* harmony export */   Pr: () => (/* binding */ forcedBelow),
/* harmony export */   Z9: () => (/* binding */ placeText),
/* harmony export */   iG: () => (/* binding */ forcedTree),
/* harmony export */   qS: () => (/* binding */ isHiddenPlace)
/* harmony export */ });
/* harmony import */ var _hcl_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9563);
/* harmony import */ var _secret_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7093);


function childPlace(parent, step, siblings) {
    const name = typeof step === 'string' ? step : (parent?.name ?? '');
    return { parent, step, name, depth: (parent?.depth ?? 0) + 1, siblings };
}
/** Hidden by the name beside it, or by the name beside one of the values it is in. */
function isCovered(place, redactor) {
    for (let at = place; at !== undefined; at = at.parent) {
        if (at.siblings === undefined || typeof at.step !== 'string')
            continue;
        const key = at.step;
        if (at.siblings.some((object) => (0,_secret_names_js__WEBPACK_IMPORTED_MODULE_1__/* .hiddenBySibling */ .A_)(redactor, object, key)))
            return true;
    }
    return false;
}
/** Hidden by its own name, or as above. */
function isHiddenPlace(place, redactor) {
    return place !== undefined && ((0,_secret_names_js__WEBPACK_IMPORTED_MODULE_1__/* .hidesName */ .vv)(redactor, place.name) || isCovered(place, redactor));
}
/** In HCL reference syntax, each step redacted: `ingress[0].from_port`. */
function placeText(place, redactor) {
    if (place === undefined)
        return '(all attributes)';
    const steps = [];
    for (let at = place; at !== undefined; at = at.parent)
        steps.push(at.step);
    return pathText(steps.reverse(), redactor);
}
function pathText(steps, redactor) {
    return steps
        .map((step, index) => (0,_hcl_text_js__WEBPACK_IMPORTED_MODULE_0__/* .hclStep */ .uB)(typeof step === 'string' ? redactor.redact(step) : step, index === 0))
        .join('');
}
/** Undefined when there are none. Steps that are neither text nor number (no tool writes such) end a path. */
function forcedTree(paths) {
    if (!Array.isArray(paths) || paths.length === 0)
        return undefined;
    const root = { all: false, next: new Map() };
    for (const path of paths) {
        if (!Array.isArray(path))
            continue;
        let at = root;
        for (const step of path) {
            if (typeof step !== 'string' && typeof step !== 'number')
                break;
            let child = at.next.get(step);
            if (child === undefined)
                at.next.set(step, (child = { all: false, next: new Map() }));
            at = child;
        }
        at.all = true;
    }
    return root;
}
function forcedBelow(forced, ...steps) {
    if (forced === undefined || forced.all)
        return forced;
    for (const step of steps) {
        const child = forced.next.get(step);
        if (child !== undefined)
            return child;
    }
    return undefined;
}


/***/ }),

/***/ 8700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ reasonWords),
/* harmony export */   x: () => (/* binding */ deferredWords)
/* harmony export */ });
/**
 * `action_reason` in words. Sources: the plan format's documentation, and jsonplan/plan.go of Terraform 1.5–1.14 and
 * OpenTofu 1.12 for those that the documentation leaves out.
 */
const actionReasons = {
    replace_because_cannot_update: 'an attribute changes that cannot be changed in place',
    replace_because_tainted: 'it is marked as tainted: an earlier apply did not finish it',
    replace_by_request: 'its replacement was asked for with -replace',
    replace_by_triggers: 'something in its replace_triggered_by changes',
    delete_because_no_resource_config: 'it is no longer in the configuration',
    delete_because_wrong_repetition: 'it no longer fits how the resource is repeated (count or for_each)',
    delete_because_count_index: 'its index is beyond the count',
    delete_because_each_key: 'its key is no longer in for_each',
    delete_because_no_module: 'its module is no longer in the configuration',
    delete_because_no_move_target: 'it was moved to an address that is not in the configuration',
    delete_because_enabled_false: 'it is switched off (enabled = false)',
    read_because_config_unknown: 'its arguments are known only after apply',
    read_because_dependency_pending: 'it depends on something that changes in this plan',
    read_because_check_nested: 'it belongs to a check block and is read again after apply',
    forgot_because_lifecycle_destroy_in_state: 'destroy = false was set when it was last applied',
    forgot_because_lifecycle_destroy_in_config: 'destroy = false is set in its lifecycle block',
};
/** Why a change is left for a later plan: `reason` of `deferred_changes`. */
const deferredReasons = {
    instance_count_unknown: 'its count or for_each is known only after apply',
    resource_config_unknown: 'its arguments are known only after apply',
    provider_config_unknown: 'the configuration of its provider is known only after apply',
    deferred_prereq: 'something it depends on is left for a later plan',
    absent_prereq: 'something it depends on does not exist yet',
};
/** A short English sentence part (no capital, no full stop); a reason that is not known is returned as it is. */
function reasonWords(reason) {
    return Object.hasOwn(actionReasons, reason) ? (actionReasons[reason] ?? reason) : reason;
}
/** As `reasonWords`, for why a change is deferred. */
function deferredWords(reason) {
    return Object.hasOwn(deferredReasons, reason) ? (deferredReasons[reason] ?? reason) : reason;
}


/***/ }),

/***/ 3734:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ isAllHidden),
  f: () => (/* binding */ shownText)
});

// EXTERNAL MODULE: ./src/terraform/plan/secret-names.ts
var secret_names = __webpack_require__(7093);
;// CONCATENATED MODULE: ./src/terraform/plan/hidden-lines.ts

// `password: x`, `- name: X`, `export TOKEN=x`, `--password=x`, `"key": "x"`
const assignment = /^(\s*(?:[-*]\s+)?(?:export\s+|set\s+|--?)?)(["']?)([A-Za-z_][\w./-]*)\2(\s*=\s*|\s*:(?:\s+|$))(.*)$/;
/**
 * Hides by name inside text that is not JSON: YAML values files, env files, scripts. Line by line and by shape only,
 * as there is no parser here: the rest of a line after a hidden name, block scalars and lists below it, and the value
 * beside a hidden `name:`. What is hidden goes to `hidden`, so that two sides can be compared.
 */
function hideInLines(lines, redactor, hidden) {
    /** Column of a hidden key whose lines below are hidden too. */
    let below;
    let pair;
    return lines.map((line) => {
        const column = line.search(/\S/);
        if (below !== undefined && column >= 0) {
            const inside = below.listOnly
                ? column >= below.column && /^\s*-\s/.test(line) && !assignment.test(line)
                : column > below.column;
            if (inside)
                return hide(line.slice(0, column), line.slice(column));
            below = undefined;
        }
        const found = assignment.exec(line);
        if (found === null)
            return line;
        const [, lead = '', quote = '', name = '', middle = '', rest = ''] = found;
        const keyColumn = lead.length;
        if (pair !== undefined && keyColumn < pair.column)
            pair = undefined;
        if (/^(name|key)$/i.test(name))
            pair = { column: keyColumn, hidden: (0,secret_names/* hidesName */.vv)(redactor, unquoted(rest)) };
        const besideName = /^values?$/i.test(name) && pair?.hidden === true && pair.column === keyColumn;
        if (!besideName && !(0,secret_names/* hidesName */.vv)(redactor, name))
            return line;
        const start = lead + quote + name + quote + middle;
        const block = /^[|>][-+\d]*\s*(#.*)?$/.test(rest);
        if (block || rest === '') {
            below = { column: block ? column : keyColumn, listOnly: !block };
            return line;
        }
        return hide(start, rest);
    });
    function hide(start, secret) {
        hidden.push(secret);
        return start + secret_names/* placeholder */.qf;
    }
}
function unquoted(text) {
    return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}
/** Mostly `key:` and `- item` lines, seen from the first two hundred. */
function looksLikeYaml(lines) {
    let keys = 0;
    let fitting = 0;
    let filled = 0;
    for (const line of lines.slice(0, 200)) {
        if (line.trim() === '')
            continue;
        filled++;
        if (/^\s*(?:-\s+)*["']?[\w./-]+["']?:(?:\s|$)/.test(line))
            keys++;
        else if (!/^\s*(?:-\s|-$|#|---$|\.\.\.$)/.test(line))
            continue;
        fitting++;
    }
    return keys > 0 && fitting * 3 >= filled * 2;
}

// EXTERNAL MODULE: ./src/terraform/plan/json-text.ts
var json_text = __webpack_require__(5720);
;// CONCATENATED MODULE: ./src/terraform/plan/shown-text.ts



/** JSON in a string in JSON in a string … is looked into this deep. */
const deepestJson = 3;
/** `like` is the other side, whose key order JSON follows. */
function shownText(raw, redactor, like, depth = 0) {
    if (isPlain(raw))
        return plainText(raw, redactor);
    const hidden = [];
    const json = depth < deepestJson ? (0,json_text/* parseEmbedded */.ww)(raw) : undefined;
    if (json !== undefined) {
        const inner = (text) => {
            const shown = shownText(text, redactor, undefined, depth + 1);
            if (shown.uncompared || shown.hidden !== '')
                hidden.push(text);
            return shown.text;
        };
        const lines = (0,json_text/* jsonLines */.i7)(json, like?.json, { redactor, hidden, inner });
        const text = lines.map((line) => line.trimStart()).join(' ');
        return { raw, text, lines, language: 'json', json, hidden: hidden.join('\n'), uncompared: false };
    }
    const redacted = redactor.redact(raw);
    const lines = hideInLines(redacted.split('\n'), redactor, hidden);
    return {
        raw,
        text: lines.join('\n'),
        lines,
        language: lines.length > 1 && looksLikeYaml(lines) ? 'yaml' : 'text',
        hidden: hidden.join('\n'),
        uncompared: redacted !== raw,
    };
}
/** True when nothing but the placeholder is left to show. */
function isAllHidden(shown) {
    return shown.text === secret_names/* placeholder */.qf;
}
/** One line without anything that names a value: most strings, and worth a short way. */
function isPlain(raw) {
    return raw.length < 1_000 && !/[\n=:{[]/.test(raw);
}
function plainText(raw, redactor) {
    const text = redactor.redact(raw);
    return { raw, text, lines: [text], language: 'text', hidden: '', uncompared: text !== raw };
}


/***/ }),

/***/ 4583:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ inlineValue),
/* harmony export */   w: () => (/* binding */ scalarText)
/* harmony export */ });
/* harmony import */ var _exact_number_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1027);
/* harmony import */ var _hcl_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9563);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6106);
/* harmony import */ var _json_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5720);
/* harmony import */ var _secret_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7093);
/* harmony import */ var _shown_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3734);






/**
 * A whole value on one line, redacted: `{ from_port = 80, cidr_blocks = ["10.0.0.0/8"] }`. Stops soon after `limit`
 * characters and says how much is left out. With `terse`, attributes that are not set are left out.
 */
function inlineValue(marked, redactor, limit, terse) {
    const writer = { redactor, limit, terse, length: 0, fits: true };
    const text = write(writer, marked, 0);
    return { text, fits: writer.fits && writer.length <= limit };
}
function write(writer, item, depth) {
    const { value } = item;
    let text;
    if (item.unknown === true)
        text = _secret_names_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownText */ .qL;
    else if (isHidden(item, writer.redactor))
        text = _secret_names_js__WEBPACK_IMPORTED_MODULE_3__/* .placeholder */ .qf;
    else if (typeof value === 'string' && (0,_exact_number_js__WEBPACK_IMPORTED_MODULE_0__/* .exactDigits */ .mn)(value) === undefined)
        text = stringText(writer, value);
    else if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isContainer */ .u_)(value))
        text = scalarText(value, writer.redactor);
    else if (depth >= _json_js__WEBPACK_IMPORTED_MODULE_5__/* .maxDepth */ .Mw)
        text = '…';
    else
        return (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isArray */ .cy)(value) ? writeList(writer, value, item, depth) : writeObject(writer, value, item, depth);
    writer.length += text.length;
    return text;
}
function stringText(writer, value) {
    const shown = (0,_shown_text_js__WEBPACK_IMPORTED_MODULE_4__/* .shownText */ .f)(value, writer.redactor);
    if (shown.lines.length > 1)
        writer.fits = false;
    return shown.text === _secret_names_js__WEBPACK_IMPORTED_MODULE_3__/* .placeholder */ .qf ? _secret_names_js__WEBPACK_IMPORTED_MODULE_3__/* .placeholder */ .qf : (0,_hcl_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hclShortString */ .Fl)(shown.text);
}
function writeList(writer, list, item, depth) {
    let text = '[';
    writer.length += 2;
    for (let index = 0; index < list.length; index++) {
        if (index > 0)
            text += ', ';
        if (writer.length > writer.limit)
            return `${text}${cutOff(writer, list.length - index)}]`;
        const child = {
            value: list[index],
            sensitive: (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .childMark */ .Yz)(item.sensitive, index),
            unknown: (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .childMark */ .Yz)(item.unknown, index),
            name: item.name,
            covered: false,
        };
        text += write(writer, child, depth + 1);
        writer.length += 2;
    }
    return `${text}]`;
}
function writeObject(writer, object, item, depth) {
    const { redactor } = writer;
    const keys = Object.keys(object);
    const unknown = (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .Gv)(item.unknown) ? item.unknown : undefined;
    if (unknown !== undefined) {
        for (const key of Object.keys(unknown))
            if (unknown[key] === true && !Object.hasOwn(object, key))
                keys.push(key);
    }
    let text = '{';
    writer.length += 2;
    for (const [index, key] of keys.entries()) {
        const child = {
            value: (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .own */ .ZV)(object, key),
            sensitive: (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .childMark */ .Yz)(item.sensitive, key),
            unknown: (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .childMark */ .Yz)(unknown, key),
            name: key,
            covered: (0,_secret_names_js__WEBPACK_IMPORTED_MODULE_3__/* .hiddenBySibling */ .A_)(redactor, object, key),
        };
        if (writer.terse && child.unknown !== true && (child.value === null || child.value === undefined))
            continue;
        text += text === '{' ? ' ' : ', ';
        if (writer.length > writer.limit)
            return `${text}${cutOff(writer, keys.length - index)} }`;
        const label = `${(0,_hcl_text_js__WEBPACK_IMPORTED_MODULE_1__/* .hclKey */ .rQ)(redactor.redact(key))} = `;
        writer.length += label.length + 2;
        text += label + write(writer, child, depth + 1);
    }
    return text === '{' ? '{}' : `${text} }`;
}
function cutOff(writer, count) {
    writer.fits = false;
    return `… ${count} more`;
}
/** Marked as sensitive, or hidden by its name: containers by the mark only, as their own keys speak for the rest. */
function isHidden(item, redactor) {
    if (item.value === null || item.value === undefined)
        return false;
    if (item.sensitive === true || item.covered)
        return true;
    return !(0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .isContainer */ .u_)(item.value) && (0,_secret_names_js__WEBPACK_IMPORTED_MODULE_3__/* .hidesName */ .vv)(redactor, item.name);
}
/** A number, a boolean or null. */
function scalarText(value, redactor) {
    if (value === undefined || value === null)
        return 'null';
    const digits = typeof value === 'number' ? String(value) : (0,_exact_number_js__WEBPACK_IMPORTED_MODULE_0__/* .exactDigits */ .mn)(value);
    return digits === undefined ? (0,_json_js__WEBPACK_IMPORTED_MODULE_5__/* .canonicalText */ .A4)(value) : (0,_json_text_js__WEBPACK_IMPORTED_MODULE_2__/* .safeDigits */ .W1)(digits, redactor);
}


/***/ }),

/***/ 7153:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ failureWords)
/* harmony export */ });
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2972);

/** A failure of the tool as it may be shown: its first error in a sentence, redacted. */
function failureWords(failure, redactor) {
    const [first] = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .errorsOf */ .Bp)(failure.diagnostics);
    return {
        phase: failure.phase,
        cause: failure.cause,
        message: redactor.redact(first?.summary ?? 'it said nothing of why'),
        ...(failure.help === undefined ? {} : { help: failure.help }),
        ...(failure.lock === undefined ? {} : { lock: failure.lock }),
    };
}


/***/ }),

/***/ 3007:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ hiddenNote)
/* harmony export */ });
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2691);

/** Says how many secrets were hidden only where they are marked; nothing when there are none. */
function hiddenNote({ short, plain, names }) {
    const hidden = short + plain + names;
    if (hidden === 0)
        return [];
    const text = `${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(hidden, 'sensitive value')} hidden where marked, but too short or too common to be searched for elsewhere in this text.`;
    return [{ kind: 'text', rank: 8, text: [{ emphasis: [text] }] }];
}


/***/ }),

/***/ 6929:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ planOutcome)
/* harmony export */ });
/* harmony import */ var _diagnostic_finding_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8497);
/* harmony import */ var _plan_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8410);
/* harmony import */ var _plan_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6975);
/* harmony import */ var _shell_word_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5255);
/* harmony import */ var _tool_arguments_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5705);
/* harmony import */ var _failure_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7153);






/**
 * What came of planning, redacted: from here on everything may be shown. A plan that failed only for want of what other
 * stacks will bring is none: nothing of it is kept but what was said.
 */
function planOutcome(plan, redactor, { waitsFor, gone } = {}) {
    const { stack, run } = plan;
    const { raw, failure } = waitsFor === undefined ? plan : {};
    const diagnostics = plan.diagnostics.map((diagnostic) => (0,_diagnostic_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnosticFinding */ .LO)((0,_diagnostic_finding_js__WEBPACK_IMPORTED_MODULE_0__/* .redactDiagnostic */ .L)(diagnostic, redactor), stack.path, stack.name));
    return {
        stack,
        ...(raw === undefined ? {} : { model: (0,_plan_model_js__WEBPACK_IMPORTED_MODULE_1__/* .planModel */ .B)(raw, redactor), digest: (0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .planDigest */ .G)(raw, redactor) }),
        ...(failure === undefined ? {} : { failure: (0,_failure_words_js__WEBPACK_IMPORTED_MODULE_3__/* .failureWords */ .A)(failure, redactor) }),
        ...(waitsFor === undefined ? {} : { waitsFor }),
        ...(gone === undefined ? {} : { gone }),
        findings: [...(waitsFor === undefined ? diagnostics : diagnostics.map(asNotice)), ...plan.findings],
        ...(run === undefined
            ? {}
            : { tool: { name: run.binary.tool, version: run.binary.version, reason: run.binary.reason } }),
        reproduce: run === undefined ? [] : reproduceLines(run, stack.path),
        seconds: plan.seconds,
    };
}
/** What is not there yet is no error. */
const asNotice = (finding) => finding.severity === 'error' ? { ...finding, severity: 'notice' } : finding;
/** The commands of this plan for a shell. Values of variables and backend settings are left out: they may be secret. */
function reproduceLines(run, path) {
    const tool = run.binary.tool;
    const backend = run.backendConfig.map((entry) => `-backend-config=${(0,_tool_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOnly */ ._s)(entry)}`);
    const files = run.varFiles.map((file) => `-var-file=${file}`);
    return [
        `cd ${(0,_shell_word_js__WEBPACK_IMPORTED_MODULE_5__/* .shellWord */ .r)(path)}`,
        [tool, 'init', ...backend, ...(0,_tool_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutValues */ .lO)(run.initArgs)].map(_shell_word_js__WEBPACK_IMPORTED_MODULE_5__/* .shellWord */ .r).join(' '),
        ...(run.workspace === undefined
            ? []
            : [[tool, 'workspace', 'select', run.workspace].map(_shell_word_js__WEBPACK_IMPORTED_MODULE_5__/* .shellWord */ .r).join(' ')]),
        [tool, 'plan', ...files, ...(0,_tool_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutValues */ .lO)(run.planArgs)].map(_shell_word_js__WEBPACK_IMPORTED_MODULE_5__/* .shellWord */ .r).join(' '),
    ];
}


/***/ }),

/***/ 1873:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ countsOf),
  r: () => (/* binding */ planPart)
});

// EXTERNAL MODULE: ./src/report/words.ts
var report_words = __webpack_require__(2691);
;// CONCATENATED MODULE: ./src/terraform/report/gone-sections.ts

/** A local file is where the stack was applied last, if anywhere. */
const LOST = 'its state is kept in a local file, which is not here';
/** What of a stack that is gone from the repository is still there. */
function remains({ counts, changed, complete }, gone) {
    if (gone === 'lost')
        return [{ strong: ['What remains cannot be told'] }, `: ${LOST}`];
    const there = counts.destroy + counts.replace;
    const notes = complete ? [] : [' (not complete)'];
    if (there > 0)
        return [{ strong: [`${(0,report_words/* countOf */.pq)(there, 'resource')} ${remain(there)} in the cloud`] }, ...notes];
    const nothing = changed
        ? 'No resource remains in the cloud, but its state has outputs'
        : 'Nothing remains in the cloud';
    return [nothing, ...notes];
}
const remain = (count) => (count === 1 ? 'remains' : 'remain');
/** Deleted code destroys nothing: who reviews it must know what is left, and what it takes to be rid of it. */
function goneSections({ gone, model }) {
    if (gone === undefined || model === undefined)
        return [];
    const there = model.counts.destroy + model.counts.replace;
    if (there === 0)
        return [];
    return [
        {
            kind: 'text',
            rank: 0,
            tone: 'caution',
            text: [
                { strong: [`${(0,report_words/* countOf */.pq)(there, 'resource')} ${remain(there)} in the cloud.`] },
                ' The stack is gone from the repository, and that alone destroys nothing. Below is what destroying it would do; it is done only with ',
                { code: 'allow-destroy' },
                ' in an environment.',
            ],
        },
    ];
}

// EXTERNAL MODULE: ./src/terraform/report/hidden-note.ts
var hidden_note = __webpack_require__(3007);
// EXTERNAL MODULE: ./src/terraform/report/problem-sections.ts
var problem_sections = __webpack_require__(7593);
// EXTERNAL MODULE: ./src/terraform/report/resource-sections.ts
var resource_sections = __webpack_require__(9052);
;// CONCATENATED MODULE: ./src/terraform/report/plan-part.ts





/** Turns what came of planning a stack into its part of the report. */
function planPart(outcome, options) {
    const { model, failure } = outcome;
    const findings = [...(0,problem_sections/* withoutRepeatedChecks */.MD)(outcome), ...(0,problem_sections/* planFindings */.eM)(outcome)];
    const verdict = verdictOf(outcome, findings);
    const words = model === undefined ? '' : (0,report_words/* countWords */.rj)(countsOf(model));
    const checks = findings.filter(({ severity, rule }) => severity === 'error' && (rule === 'terraform/fmt' || rule === 'terraform/validate'));
    return {
        version: 1,
        kind: 'terraform-plan',
        subject: outcome.stack,
        status: statusOf(outcome, verdict),
        verdict,
        counts: model === undefined ? {} : countsOf(model),
        headline: headline(outcome, words, checks.length),
        sections: [
            ...(failure === undefined ? [] : (0,problem_sections/* failureSections */.zl)(failure)),
            ...waitingSections(outcome),
            ...goneSections(outcome),
            ...(0,problem_sections/* findingSections */.YS)(findings),
            ...(model === undefined
                ? []
                : [
                    ...planSections(model, outcome.gone !== undefined ? withoutCaution(options) : options),
                    ...(0,problem_sections/* openChecks */._g)(model),
                ]),
            ...footnotes(outcome, options),
        ],
        findings,
        facts: factsOf(outcome),
        run: options.run,
        seconds: outcome.seconds,
    };
}
/** Counts as outputs and overviews use them. */
function countsOf(model) {
    return { ...model.counts };
}
function verdictOf(outcome, findings) {
    if (outcome.failure !== undefined) {
        return { kind: 'failed', reason: outcome.failure.message, cause: outcome.failure.cause };
    }
    const error = findings.find((finding) => finding.severity === 'error');
    if (outcome.waitsFor !== undefined && error === undefined)
        return { kind: 'waiting', reason: `waits for ${outcome.waitsFor.join(', ')}`, on: outcome.waitsFor };
    if (outcome.model === undefined && error === undefined)
        return { kind: 'unknown', reason: 'there is no plan to judge' };
    if (outcome.gone === 'lost' && error === undefined)
        return { kind: 'unknown', reason: LOST };
    if (error === undefined && outcome.model?.errored === true)
        return { kind: 'failed', reason: 'the plan is marked as errored', cause: 'config' };
    if (error !== undefined)
        return { kind: 'failed', reason: error.message, cause: 'config' };
    return { kind: 'ok' };
}
function statusOf(outcome, verdict) {
    if (verdict.kind === 'waiting')
        return 'partial';
    if (verdict.kind !== 'ok')
        return 'failed';
    if (outcome.model?.complete === false)
        return 'partial';
    return outcome.model?.changed === true ? 'changed' : 'ok';
}
function headline(outcome, words, errors) {
    const { model, failure, waitsFor } = outcome;
    if (failure !== undefined)
        return [{ strong: [(0,problem_sections/* failedPhase */.ri)(failure)] }, `: ${failure.message}`];
    const problems = errors > 0 ? [`${(0,report_words/* countOf */.pq)(errors, 'problem')} in the code`] : [];
    if (waitsFor !== undefined) {
        const words = [{ strong: ['waits for'] }, ' ', ...codes(waitsFor)];
        return problems.length === 0 ? words : [...words, ` (${problems.join(', ')})`];
    }
    if (model === undefined)
        return [{ strong: ['no plan'] }];
    if (outcome.gone !== undefined)
        return remains(model, outcome.gone);
    const changes = model.changed ? [{ strong: [words === '' ? 'changes' : words] }] : ['No changes'];
    const notes = [
        ...(model.errored ? ['the plan failed half way'] : []),
        ...problems,
        ...(model.complete ? [] : ['not complete']),
        ...(model.counts.drift > 0 ? [`${model.counts.drift} changed outside`] : []),
    ];
    return notes.length === 0 ? changes : [...changes, ` (${notes.join(', ')})`];
}
/** Why there is no plan, and what becomes of it. */
function waitingSections({ waitsFor }) {
    if (waitsFor === undefined)
        return [];
    const [it, is] = waitsFor.length === 1 ? ['that stack', 'is'] : ['those stacks', 'are'];
    return [
        {
            kind: 'text',
            rank: 0,
            tone: 'note',
            text: [
                'It reads the state of ',
                ...codes(waitsFor),
                `, of this same change, and what it needs of it is not there yet: so there is no plan. It is planned once ${it} ${is} applied, and then it needs an approval, for nobody has seen that plan.`,
            ],
        },
    ];
}
const codes = (names) => names.flatMap((name, index) => (index === 0 ? [{ code: name }] : [', ', { code: name }]));
function planSections(model, options) {
    return [
        ...warnings(model, options),
        ...(0,resource_sections/* resourceSections */.B)(model.changes),
        ...deferredSections(model),
        ...outputSections(model),
        ...(0,resource_sections/* driftSections */.M)(model.drift),
    ];
}
/** That all of it is destroyed is said already. */
const withoutCaution = (options) => ({
    ...options,
    destroyWarning: Infinity,
});
function warnings(model, { destroyWarning }) {
    const found = [];
    const lost = model.counts.destroy + model.counts.replace;
    if (lost > 0 && lost >= destroyWarning) {
        const words = [
            ...(model.counts.destroy > 0 ? [`${(0,report_words/* countOf */.pq)(model.counts.destroy, 'resource')} will be destroyed`] : []),
            ...(model.counts.replace > 0 ? [`${(0,report_words/* countOf */.pq)(model.counts.replace, 'resource')} will be replaced`] : []),
        ];
        found.push({
            kind: 'text',
            rank: 0,
            tone: 'caution',
            text: [
                { strong: [words.join(' and ')] },
                `. What ${lost === 1 ? 'it holds' : 'they hold'} is lost unless it is kept elsewhere.`,
            ],
        });
    }
    if (model.counts.unknown > 0) {
        found.push({
            kind: 'text',
            rank: 0,
            tone: 'caution',
            text: [
                `${(0,report_words/* countOf */.pq)(model.counts.unknown, 'resource')} would change in a way that this version does not know. Read the plan itself before you apply it.`,
            ],
        });
    }
    if (model.errored) {
        found.push({
            kind: 'text',
            rank: 0,
            tone: 'caution',
            text: ['The plan failed half way: what is below is only what it got to, and it cannot be applied.'],
        });
    }
    if (!model.complete && !model.errored) {
        found.push({
            kind: 'text',
            rank: 0,
            tone: 'warning',
            text: [
                'This plan is not complete (targets or deferred changes): after it is applied, another plan will have more to do.',
            ],
        });
    }
    return found;
}
function deferredSections(model) {
    if (model.deferred.length === 0)
        return [];
    return [
        {
            kind: 'fold',
            rank: 3,
            open: false,
            noun: 'resources',
            summary: [`${(0,report_words/* countOf */.pq)(model.deferred.length, 'resource')} deferred to a later plan`],
            sections: [
                {
                    kind: 'list',
                    rank: 3,
                    items: model.deferred.map((change) => [
                        { code: change.address },
                        `: ${change.deferred ?? 'no reason given'}`,
                    ]),
                },
            ],
        },
    ];
}
function outputSections(model) {
    if (model.outputs.length === 0)
        return [];
    const bare = model.outputs.filter(({ attributes }) => attributes.length === 0);
    const shown = {
        kind: 'fold',
        rank: 4,
        open: false,
        noun: 'outputs',
        summary: [(0,report_words/* countOf */.pq)(model.outputs.length, 'output') + ' to change'],
        sections: [
            ...model.outputs
                .filter(({ attributes }) => attributes.length > 0)
                .map(({ attributes, unchanged }) => ({
                kind: 'attribute-diff',
                rank: 4,
                changes: attributes,
                unchanged,
            })),
            ...(bare.length === 0 ? [] : [bareOutputs(bare)]),
        ],
    };
    return [shown];
}
/** Outputs of which no value changes that could be shown: by their names at least. */
function bareOutputs(outputs) {
    const items = outputs.map((output) => [{ code: output.name }, `: ${whyBare(output)}`]);
    return { kind: 'list', rank: 4, items };
}
function whyBare({ action, sensitive }) {
    switch (action) {
        case 'create':
            return 'new, with no value';
        case 'delete':
            return 'goes away; it had no value';
        case 'update':
            // The plan marks both sides when either is sensitive, so it does not say in which direction.
            return sensitive
                ? 'the value stays the same, but whether it is sensitive changes'
                : 'changes, but in nothing that the plan shows';
        case 'unknown':
            return 'changes in a way that this version does not know';
    }
}
function footnotes(outcome, { notSearched }) {
    const notes = (0,hidden_note/* hiddenNote */.X)(notSearched);
    if (outcome.reproduce.length > 0) {
        notes.push({
            kind: 'fold',
            rank: 8,
            open: false,
            noun: 'lines',
            summary: ['Run this plan yourself'],
            sections: [{ kind: 'code', rank: 8, language: 'shell', text: outcome.reproduce.join('\n') }],
        });
    }
    return notes;
}
function factsOf(outcome) {
    return {
        ...(outcome.tool === undefined
            ? {}
            : { tool: outcome.tool.name, version: outcome.tool.version, 'version-from': outcome.tool.reason }),
        ...(outcome.digest === undefined ? {} : { 'plan-digest': outcome.digest }),
        ...(outcome.gone === undefined ? {} : { gone: 'true' }),
    };
}


/***/ }),

/***/ 7593:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MD: () => (/* binding */ withoutRepeatedChecks),
/* harmony export */   YS: () => (/* binding */ findingSections),
/* harmony export */   _g: () => (/* binding */ openChecks),
/* harmony export */   eM: () => (/* binding */ planFindings),
/* harmony export */   ri: () => (/* binding */ failedPhase),
/* harmony export */   zl: () => (/* binding */ failureSections)
/* harmony export */ });
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2691);
/* harmony import */ var _plan_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8957);


/** Why there is no plan, who holds the lock, and what to do: never cut. */
function failureSections(failure) {
    const sections = [
        {
            kind: 'text',
            rank: 0,
            tone: 'caution',
            text: [
                { strong: [failedPhase(failure)] },
                ` (${failure.cause}): ${failure.help === undefined ? failure.message : sentence(failure.message)}`,
                ...(failure.help === undefined ? [] : [` ${failure.help}`]),
            ],
        },
    ];
    const { lock } = failure;
    if (lock !== undefined) {
        sections.push({
            kind: 'table',
            rank: 0,
            noun: 'facts',
            columns: [{ title: 'State lock' }, { title: '' }],
            rows: [
                ['id', lock.id],
                ['held by', lock.who],
                ['for', lock.operation],
                ['since', lock.created],
                ['of', lock.path],
            ].flatMap(([name, value]) => name === undefined || value === undefined || value === ''
                ? []
                : [{ rank: 0, cells: [[name], [{ code: value }]] }]),
        });
    }
    return sections;
}
const failedPhase = ({ phase }) => phase === 'read' ? 'the plan file could not be read' : `${phase} failed`;
/** With a full stop, so that more words can follow. */
const sentence = (text) => (/[.!?:…]$/.test(text) ? text : `${text}.`);
/**
 * Checks and conditions that do not hold, one finding for each message of each instance, with the place that
 * diagnostics tell. What an error of the run says already is left out.
 */
function planFindings({ model, stack, findings, failure }) {
    return (model?.checks ?? [])
        .filter((check) => check.status === 'fail' || check.status === 'error')
        .flatMap((check) => {
        const severity = model?.errored === true && (0,_plan_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .stopsPlan */ .V)(check) ? 'error' : 'warning';
        const otherwise = check.status === 'error' ? 'could not be evaluated' : 'does not hold';
        const failing = check.failing.length > 0 ? check.failing : [{ address: check.address, problems: [] }];
        return failing.flatMap(({ address, problems }) => (problems.length > 0 ? problems : [undefined]).flatMap((problem, index) => {
            // Why it could not be evaluated is among the errors that the run ended with.
            if (problem === undefined && check.status === 'error' && failure !== undefined)
                return [];
            const told = findings.filter((finding) => problem !== undefined && tellsOf(finding, problem));
            if (told.some((finding) => finding.severity === 'error'))
                return [];
            const location = (told.find((finding) => isAbout(finding, address)) ?? told[0])?.location;
            return {
                rule: 'terraform/check',
                severity,
                message: `${address}: ${problem ?? otherwise}`,
                subject: stack.name,
                ...(location === undefined ? {} : { location }),
                fingerprint: `terraform/check:${stack.key}:${address}${index === 0 ? '' : `:${index}`}`,
            };
        }));
    });
}
/** Without the warnings that say of a failed check what its own finding says. */
function withoutRepeatedChecks({ model, findings }) {
    const problems = (model?.checks ?? [])
        .filter(({ status }) => status === 'fail' || status === 'error')
        .flatMap(({ failing }) => failing.flatMap((instance) => instance.problems));
    return findings.filter((finding) => finding.severity === 'error' || !problems.some((problem) => tellsOf(finding, problem)));
}
/** How many checks say nothing yet; those of a plan that failed may never have been reached. */
function openChecks(model) {
    const open = model.checks.filter(({ status }) => status === 'unknown').length;
    if (open === 0 || model.errored)
        return [];
    return [{ kind: 'text', rank: 5, text: [`${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(open, 'check')} can be told only after apply.`] }];
}
/** The tools' own words for what does not hold; the message of the condition is a line, or lines, of the detail. */
const tellsOf = (finding, problem) => /^Check block assertion failed$|(?:pre|post)condition failed$|^Invalid value for variable$/.test(finding.message) && `\n${finding.help ?? ''}\n`.includes(`\n${problem.trim()}\n`);
const isAbout = (finding, address) => finding.help?.startsWith(`In ${address}.\n`) === true;
/** Errors at once, warnings in a fold. */
function findingSections(findings) {
    const errors = findings.filter((finding) => finding.severity === 'error');
    const rest = findings.filter((finding) => finding.severity !== 'error');
    const checks = rest.filter((finding) => finding.rule === 'terraform/check');
    const others = rest.filter((finding) => finding.rule !== 'terraform/check');
    return [
        ...errors.flatMap((finding) => findingLines(finding, 0)),
        ...checks.map((finding) => ({
            kind: 'text',
            rank: 1,
            tone: 'warning',
            text: [{ strong: ['Check failed'] }, ` ${finding.message}`],
        })),
        ...(others.length === 0
            ? []
            : [
                {
                    kind: 'fold',
                    rank: 3,
                    open: false,
                    noun: 'warnings',
                    summary: [(0,_report_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(others.length, 'warning')],
                    sections: others.flatMap((finding) => findingLines(finding, 3)),
                },
            ]),
    ];
}
function findingLines(finding, rank) {
    const text = {
        kind: 'text',
        rank,
        text: [
            { strong: [finding.severity === 'error' ? 'Error' : 'Warning'] },
            ' ',
            ...place(finding),
            finding.message,
        ],
    };
    if (finding.help === undefined || finding.help === '')
        return [text];
    return [
        text,
        { kind: 'code', rank: 3, language: finding.rule === 'terraform/fmt' ? 'diff' : '', text: finding.help },
    ];
}
/** `main.tf:12` before the message. */
function place({ location }) {
    if (location === undefined)
        return [];
    const at = {
        code: location.line === undefined ? location.file : `${location.file}:${location.line}`,
    };
    return [at, ' '];
}


/***/ }),

/***/ 9052:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ resourceSections),
/* harmony export */   M: () => (/* binding */ driftSections)
/* harmony export */ });
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2691);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7166);


/** More than this many folds in a row are put into one, so that the comment stays a page. */
const FOLDS_IN_A_ROW = 8;
/** The table of all that happens, destroys and replacements first, and a fold per resource with its attributes. */
function resourceSections(changes) {
    if (changes.length === 0)
        return [];
    const sorted = [...changes].sort((a, b) => (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .actionRank */ .nV)(a) - (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .actionRank */ .nV)(b));
    const folds = sorted
        .filter(hasDetails)
        .map((change) => resourceFold((0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .actionLabel */ .ZJ)(change), change, detailRank(change)));
    return [
        resourceTable(sorted),
        ...together(folds, (count) => [`Attributes of ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(count, 'resource')}`]),
    ];
}
/** What was changed outside of Terraform since the last apply: shown apart, never counted as this change's doing. */
function driftSections(drift) {
    if (drift.length === 0)
        return [];
    const folds = drift.map((change) => hasDetails(change)
        ? resourceFold((0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .driftLabel */ .w)(change), change, 5)
        : {
            kind: 'text',
            rank: 5,
            text: [(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .driftLabel */ .w)(change), ' ', ...(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .addressInlines */ .$Y)(change)],
        });
    return [
        {
            kind: 'fold',
            rank: 4,
            open: false,
            noun: 'drifted resources',
            summary: [`${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(drift.length, 'resource')} changed outside of Terraform`],
            sections: folds,
        },
    ];
}
const hasDetails = (change) => change.attributes.length > 0;
const detailRank = (change) => Math.max(2, (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .actionRank */ .nV)(change));
function resourceFold(label, change, rank) {
    const attributes = (0,_report_words_js__WEBPACK_IMPORTED_MODULE_1__/* .countOf */ .pq)(change.attributes.length, 'attribute');
    return {
        kind: 'fold',
        rank,
        open: false,
        noun: 'attributes',
        summary: [label, ' ', ...(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .addressInlines */ .$Y)(change), ` · ${attributes}`],
        sections: [{ kind: 'attribute-diff', rank, changes: change.attributes, unchanged: change.unchanged }],
    };
}
function together(folds, summary) {
    if (folds.length <= FOLDS_IN_A_ROW)
        return [...folds];
    const rank = Math.min(...folds.slice(0, 1).map((fold) => fold.rank));
    return [
        // Not 'resources': those are the rows of the table, and each is counted once.
        {
            kind: 'fold',
            rank,
            open: false,
            noun: 'attribute lists',
            summary: summary(folds.length),
            sections: folds,
        },
    ];
}
function resourceTable(changes) {
    const vital = changes.filter((change) => (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .actionRank */ .nV)(change) === 0);
    return {
        kind: 'table',
        rank: 0,
        noun: 'resources',
        columns: [{ title: 'Action' }, { title: 'Resource' }, { title: 'Why, or what' }],
        rows: changes.map((change) => ({
            rank: (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .actionRank */ .nV)(change),
            cells: [[(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .actionLabel */ .ZJ)(change)], (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .addressInlines */ .$Y)(change), (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .whyInlines */ .lC)(change)],
        })),
        ...(vital.length === 0 ? {} : { compact: compactList(vital) }),
    };
}
/** `🔴 destroy aws_instance.web[…] ×40`: instances of one resource on one line, for plans that do not fit. */
function compactList(changes) {
    const groups = new Map();
    for (const change of changes) {
        const label = (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .actionLabel */ .ZJ)(change);
        const address = withoutKeys(change.address);
        // What is left over from a replacement is not the resource itself.
        const note = change.deposed === undefined ? '' : ' (deposed)';
        const key = `${label} ${address}${note}`;
        const group = groups.get(key) ?? { label, address, note, count: 0 };
        group.count += 1;
        groups.set(key, group);
    }
    return {
        kind: 'list',
        rank: 0,
        items: [...groups.values()].map(({ label, address, note, count }) => [
            `${label} `,
            { code: address },
            `${note} ×${count}`,
        ]),
    };
}
/** `module.a["x"].aws_instance.web[0]` → `module.a[…].aws_instance.web[…]`; keys may hold brackets and quotes. */
function withoutKeys(address) {
    return address.replace(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '[…]');
}


/***/ }),

/***/ 7166:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Y: () => (/* binding */ addressInlines),
/* harmony export */   ZJ: () => (/* binding */ actionLabel),
/* harmony export */   lC: () => (/* binding */ whyInlines),
/* harmony export */   nV: () => (/* binding */ actionRank),
/* harmony export */   w: () => (/* binding */ driftLabel)
/* harmony export */ });
/* harmony import */ var _plan_reason_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8700);

const WORDS = {
    delete: { label: '🔴\u00a0destroy', rank: 0 },
    'delete-create': { label: '🟠\u00a0replace', rank: 0 },
    'create-delete': { label: '🟠\u00a0replace', rank: 0 },
    unknown: { label: '⚠️\u00a0unknown', rank: 0 },
    'create-forget': { label: '🟣\u00a0replace, keep old', rank: 1 },
    forget: { label: '🟣\u00a0forget', rank: 1 },
    update: { label: '🟡\u00a0update', rank: 3 },
    create: { label: '🟢\u00a0create', rank: 4 },
    'no-op': { label: '⚪\u00a0keep', rank: 5 },
    open: { label: '⚪\u00a0open', rank: 7 },
    read: { label: '⚪\u00a0read', rank: 7 },
};
/** What a row of the table begins with. A move or an import alone is not called "keep". */
function actionLabel(change) {
    if (change.action !== 'no-op')
        return WORDS[change.action].label;
    if (change.importing !== undefined)
        return '🔵\u00a0import';
    if (change.previousAddress !== undefined)
        return '⚪\u00a0move';
    return WORDS['no-op'].label;
}
/** What was done outside of the plan: no action of it, so none of its words and colours. */
function driftLabel(change) {
    return `⚪\u00a0${change.action === 'delete' ? 'deleted' : 'changed'} outside`;
}
const actionRank = (change) => WORDS[change.action].rank;
/** The address as people know it; a deposed object says that it is not the current one. */
function addressInlines(change) {
    const address = [{ code: change.address }];
    return change.deposed === undefined
        ? address
        : [...address, ' (deposed object ', { code: change.deposed }, ')'];
}
const NAMES_SHOWN = 4;
/** Why it happens, or what changes: the last column of the table. */
function whyInlines(change) {
    const pieces = [];
    if (change.action === 'unknown')
        pieces.push([
            'action ',
            { code: change.rawActions.join(', ') || 'none' },
            ' is not known to this version',
        ]);
    if (change.deposed !== undefined)
        pieces.push(['left over from an earlier replacement']);
    if (change.forcedBy.length > 0)
        pieces.push([
            ...names(change.forcedBy),
            ` ${change.forcedBy.length === 1 ? 'forces' : 'force'} replacement`,
        ]);
    if (change.reason !== undefined &&
        !(change.forcedBy.length > 0 && change.reason === 'replace_because_cannot_update')) {
        pieces.push([(0,_plan_reason_words_js__WEBPACK_IMPORTED_MODULE_0__/* .reasonWords */ .I)(change.reason)]);
    }
    if (change.action === 'create-delete')
        pieces.push(['created before the old one is destroyed']);
    if (change.previousAddress !== undefined)
        pieces.push(['moved from ', { code: change.previousAddress }]);
    if (change.importing !== undefined)
        pieces.push(importInlines(change.importing));
    if (change.deferred !== undefined)
        pieces.push([`deferred: ${change.deferred}`]);
    if (change.action === 'update')
        pieces.push(names(change.attributes.map((attribute) => attribute.path)));
    const told = pieces.filter((piece) => piece.length > 0);
    if (told.length < 2)
        return told[0] ?? [];
    return told.flatMap((piece, index) => (index === 0 ? piece : ['; ', ...piece]));
}
function importInlines(source) {
    if (source.id !== undefined)
        return ['imported from ', { code: source.id }];
    if (source.identity !== undefined)
        return ['imported by identity ', { code: source.identity }];
    return ['imported; its id is known after apply'];
}
/** All of a few paths; of many, the attributes they belong to, each once. */
function names(paths) {
    const told = paths.length > NAMES_SHOWN ? [...new Set(paths.map((path) => /^[^.[]+/.exec(path)?.[0] ?? path))] : paths;
    const shown = [];
    for (const path of told.slice(0, NAMES_SHOWN)) {
        if (shown.length > 0)
            shown.push(', ');
        shown.push({ code: path });
    }
    return told.length > NAMES_SHOWN ? [...shown, ` and ${told.length - NAMES_SHOWN} more`] : shown;
}


/***/ }),

/***/ 4828:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ outputSecrets),
  D: () => (/* binding */ planSecrets)
});

// EXTERNAL MODULE: ./src/terraform/plan/json.ts
var json = __webpack_require__(6106);
;// CONCATENATED MODULE: ./src/terraform/secret-configuration.ts

/** Names of the root module's variables that are declared sensitive. */
function sensitiveVariables(configuration) {
    return sensitiveOf((0,json/* own */.ZV)(configuration, 'root_module'));
}
/**
 * Constants written in the configuration: defaults of sensitive variables, what module calls give to sensitive
 * variables, sensitive outputs, arguments of resources, provisioners and providers with a secret's name.
 * References (`var.db_password`) are no values and are passed over.
 */
function configurationSecrets(configuration, found) {
    for (const provider of entriesOf((0,json/* own */.ZV)(configuration, 'provider_config'))) {
        expressions((0,json/* own */.ZV)(provider[1], 'expressions'), false, found);
    }
    const modules = [(0,json/* own */.ZV)(configuration, 'root_module')];
    while (modules.length > 0) {
        const module = modules.pop();
        for (const [name, variable] of entriesOf((0,json/* own */.ZV)(module, 'variables'))) {
            const value = (0,json/* own */.ZV)(variable, 'default');
            if ((0,json/* own */.ZV)(variable, 'sensitive') === true)
                found.all(value);
            else if (found.hidesKey(name))
                found.named(value);
            else
                found.look(value);
        }
        for (const [name, output] of entriesOf((0,json/* own */.ZV)(module, 'outputs'))) {
            const constant = (0,json/* own */.ZV)((0,json/* own */.ZV)(output, 'expression'), 'constant_value');
            if ((0,json/* own */.ZV)(output, 'sensitive') === true)
                found.all(constant);
            else if (found.hidesKey(name))
                found.named(constant);
            else
                found.look(constant);
        }
        const resources = (0,json/* own */.ZV)(module, 'resources');
        for (const resource of (0,json/* isArray */.cy)(resources) ? resources : []) {
            expressions((0,json/* own */.ZV)(resource, 'expressions'), false, found);
            const provisioners = (0,json/* own */.ZV)(resource, 'provisioners');
            for (const provisioner of (0,json/* isArray */.cy)(provisioners) ? provisioners : []) {
                expressions((0,json/* own */.ZV)(provisioner, 'expressions'), false, found);
            }
        }
        for (const [, call] of entriesOf((0,json/* own */.ZV)(module, 'module_calls'))) {
            const called = (0,json/* own */.ZV)(call, 'module');
            const sensitive = sensitiveOf(called);
            const given = (0,json/* own */.ZV)(call, 'expressions');
            expressions(given, false, found);
            for (const [name, expression] of entriesOf(given)) {
                if (sensitive.has(name))
                    found.all((0,json/* own */.ZV)(expression, 'constant_value'));
            }
            if (called !== undefined)
                modules.push(called);
        }
    }
}
/** Below this, blocks in blocks are taken to be secret under a secret's name, and passed over otherwise. */
const MAX_DEPTH = 100;
/** A map of arguments and nested blocks, whose leaves are `{constant_value}` or `{references}`. */
function expressions(node, hidden, found, depth = 0) {
    if (depth > MAX_DEPTH) {
        if (hidden)
            found.all(node);
    }
    else if ((0,json/* isArray */.cy)(node))
        for (const item of node)
            expressions(item, hidden, found, depth + 1);
    else if ((0,json/* isObject */.Gv)(node)) {
        for (const [key, item] of Object.entries(node)) {
            if (key === 'constant_value') {
                if (hidden)
                    found.named(item);
                found.look(item);
            }
            else {
                regionOf(key, item, found);
                expressions(item, hidden || found.hidesKey(key), found, depth + 1);
            }
        }
    }
}
function regionOf(key, expression, found) {
    if (key === 'region' || key === 'location')
        found.name((0,json/* own */.ZV)(expression, 'constant_value'));
}
function sensitiveOf(module) {
    const variables = entriesOf((0,json/* own */.ZV)(module, 'variables'));
    return new Set(variables.filter(([, variable]) => (0,json/* own */.ZV)(variable, 'sensitive') === true).map(([name]) => name));
}
function entriesOf(value) {
    return (0,json/* isObject */.Gv)(value) ? Object.entries(value) : [];
}

// EXTERNAL MODULE: ./src/terraform/secret-values.ts
var secret_values = __webpack_require__(1685);
;// CONCATENATED MODULE: ./src/terraform/secrets.ts



/**
 * All that a plan says or suggests is secret. Marks are not enough: Terraform marks what came from a sensitive value by
 * its own rules, and a provider's copy of it stands unmarked beside it, as `output = "hunter2-a"` does for a
 * `terraform_data` with a sensitive `input`. So values are gathered here, to be searched everywhere:
 * - marked ones, in changes, drift, deferred changes, outputs, planned values, prior state, sensitive variables and
 *   what module calls give to variables that are declared sensitive;
 * - strings whose attribute, variable or output has a secret's name, or whose sibling `name` has; also inside JSON,
 *   YAML and scripts in strings; also constants in the configuration (provider blocks);
 * - well-known token shapes, private keys and passwords in URLs.
 * Linear in the size of the plan.
 */
function planSecrets(raw, hidesKey) {
    const found = (0,secret_values/* makeSecretCollector */.A)(hidesKey);
    for (const resource of [...(0,json/* listOf */.c3)(raw.resource_changes), ...(0,json/* listOf */.c3)(raw.resource_drift)])
        ofResource(resource, found);
    for (const deferred of (0,json/* listOf */.c3)(raw.deferred_changes))
        ofResource((0,json/* own */.ZV)(deferred, 'resource_change'), found);
    for (const [name, change] of secrets_entriesOf(raw.output_changes)) {
        found.name(name);
        ofChange(change, found);
        if (hidesKey(name)) {
            found.named((0,json/* own */.ZV)(change, 'before'));
            found.named((0,json/* own */.ZV)(change, 'after'));
        }
    }
    ofValues(raw.planned_values, found);
    ofValues((0,json/* own */.ZV)(raw.prior_state, 'values'), found);
    const sensitive = sensitiveVariables(raw.configuration);
    for (const [name, variable] of secrets_entriesOf(raw.variables)) {
        const value = (0,json/* own */.ZV)(variable, 'value');
        if (sensitive.has(name))
            found.all(value);
        else if (hidesKey(name))
            found.named(value);
        found.look(value);
    }
    configurationSecrets(raw.configuration, found);
    for (const action of (0,json/* listOf */.c3)(raw.action_invocations)) {
        found.name((0,json/* own */.ZV)(action, 'address'));
        found.look((0,json/* own */.ZV)(action, 'config_values'), (0,json/* own */.ZV)(action, 'config_sensitive'));
    }
    return { secrets: [...found.secrets], publicNames: [...found.names] };
}
/** What root outputs add after an apply: values that no plan could hold. The same rules as for a plan's. */
function outputSecrets(outputs, hidesKey) {
    const found = (0,secret_values/* makeSecretCollector */.A)(hidesKey);
    for (const [name, { value, sensitive }] of Object.entries(outputs)) {
        found.name(name);
        found.look(value, sensitive);
        if (hidesKey(name))
            found.named(value);
    }
    return { secrets: [...found.secrets], publicNames: [...found.names] };
}
function ofResource(resource, found) {
    for (const key of ['address', 'previous_address', 'module_address', 'type', 'name', 'index'])
        found.name((0,json/* own */.ZV)(resource, key));
    ofChange((0,json/* own */.ZV)(resource, 'change'), found);
}
function ofChange(change, found) {
    found.look((0,json/* own */.ZV)(change, 'before'), (0,json/* own */.ZV)(change, 'before_sensitive'));
    found.look((0,json/* own */.ZV)(change, 'after'), (0,json/* own */.ZV)(change, 'after_sensitive'));
    found.look((0,json/* own */.ZV)(change, 'before_identity'));
    found.look((0,json/* own */.ZV)(change, 'after_identity'));
}
/** `planned_values` and the state's `values`. */
function ofValues(values, found) {
    for (const [name, output] of secrets_entriesOf((0,json/* own */.ZV)(values, 'outputs'))) {
        found.name(name);
        const value = (0,json/* own */.ZV)(output, 'value');
        found.look(value, (0,json/* own */.ZV)(output, 'sensitive') === true);
        if (found.hidesKey(name))
            found.named(value);
    }
    const modules = [(0,json/* own */.ZV)(values, 'root_module')];
    while (modules.length > 0) {
        const module = modules.pop();
        found.name((0,json/* own */.ZV)(module, 'address'));
        for (const resource of (0,json/* listOf */.c3)((0,json/* own */.ZV)(module, 'resources'))) {
            found.name((0,json/* own */.ZV)(resource, 'address'));
            found.look((0,json/* own */.ZV)(resource, 'values'), (0,json/* own */.ZV)(resource, 'sensitive_values'));
        }
        for (const child of (0,json/* listOf */.c3)((0,json/* own */.ZV)(module, 'child_modules')))
            modules.push(child);
    }
}
function secrets_entriesOf(value) {
    return (0,json/* isObject */.Gv)(value) ? Object.entries(value) : [];
}


/***/ }),

/***/ 5255:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/** As a POSIX shell reads one word. */
function shellWord(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}


/***/ }),

/***/ 3322:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ stackKey),
/* harmony export */   b: () => (/* binding */ stackSubject)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _tool_arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5705);


/**
 * What tells one stack's plan from any other's, for good: path and workspace in clear, and a hash of what else makes
 * it another plan (variable files, backend, arguments). Never a prefix of another key.
 *
 * The key is public, and from a hash without a key of its own a weak secret could be guessed: so of variables and
 * backend settings only the names are in it, and the values of those settings that say where the state is.
 */
function stackKey({ path, workspace = '', varFiles = [], backendConfig = [], planArgs = [], }) {
    const more = [varFiles, backendConfig.map(publicSetting), (0,_tool_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutValues */ .lO)(planArgs)];
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(JSON.stringify([path, workspace, ...more]))
        .digest('hex')
        .slice(0, 16);
    const isPlain = more.every((list) => list.length === 0);
    return JSON.stringify(isPlain ? [path, workspace] : [path, workspace, hash]);
}
/** Where the state is, in the words of the backends of both tools; their credentials have other names. */
const PLACES = new Set('bucket container_name hostname key organization path prefix region schema_name secret_suffix storage_account_name workspace_key_prefix'.split(' '));
function publicSetting(setting) {
    return PLACES.has(/^([^=]*)=/.exec(setting)?.[1]?.trim() ?? '') ? setting : (0,_tool_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .nameOnly */ ._s)(setting);
}
/** A stack by its folder, as it is called and told from others. An empty workspace is none. */
function stackSubject(identity) {
    const { path } = identity;
    const workspace = identity.workspace === '' ? undefined : identity.workspace;
    return {
        key: stackKey({ ...identity, workspace }),
        name: path,
        path,
        ...(workspace === undefined ? {} : { workspace }),
    };
}


/***/ }),

/***/ 5705:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _s: () => (/* binding */ nameOnly),
/* harmony export */   lO: () => (/* binding */ withoutValues),
/* harmony export */   sm: () => (/* binding */ valuesOf)
/* harmony export */ });
/** Options of `init` and `plan` as users write them: one dash or two, `-name=value` or `-name value`, as Go's `flag` takes them. */
/** The values of one option. */
function valuesOf(args, option) {
    const inline = new RegExp(`^--?${option}=(.*)$`, 's');
    const alone = new RegExp(`^--?${option}$`);
    return args.flatMap((arg, index) => inline.exec(arg)?.[1] ?? (alone.test(args[index - 1] ?? '') ? arg : []));
}
/**
 * `-var=name=…`, `-backend-config name=…`: names only, for nobody says which of the values are secret. A value without
 * a name is a file's path, and stays.
 */
function withoutValues(args) {
    return args.map((arg, index) => /^--?(?:var|backend-config)$/.test(args[index - 1] ?? '')
        ? nameOnly(arg)
        : arg.replace(/^(--?(?:var|backend-config)=[^=]*=).*$/s, '$1…'));
}
/** `name=value` without the value. */
function nameOnly(setting) {
    return setting.replace(/=.*$/s, '=…');
}


/***/ }),

/***/ 8965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ diffArrays)
});

// UNUSED EXPORTS: arrayDiff

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/base.js
class Diff {
    diff(oldStr, newStr, 
    // Type below is not accurate/complete - see above for full possibilities - but it compiles
    options = {}) {
        let callback;
        if (typeof options === 'function') {
            callback = options;
            options = {};
        }
        else if ('callback' in options) {
            callback = options.callback;
        }
        // Allow subclasses to massage the input prior to running
        const oldString = this.castInput(oldStr, options);
        const newString = this.castInput(newStr, options);
        const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
        const newTokens = this.removeEmpty(this.tokenize(newString, options));
        return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
    }
    diffWithOptionsObj(oldTokens, newTokens, options, callback) {
        var _a;
        const done = (value) => {
            value = this.postProcess(value, options);
            if (callback) {
                setTimeout(function () { callback(value); }, 0);
                return undefined;
            }
            else {
                return value;
            }
        };
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let editLength = 1;
        let maxEditLength = newLen + oldLen;
        if (options.maxEditLength != null) {
            maxEditLength = Math.min(maxEditLength, options.maxEditLength);
        }
        const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
        const abortAfterTimestamp = Date.now() + maxExecutionTime;
        const bestPath = [{ oldPos: -1, lastComponent: undefined }];
        // Seed editLength = 0, i.e. the content starts with the same values
        let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
        if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
            // Identity per the equality and tokenizer
            return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
        }
        // Once we hit the right edge of the edit graph on some diagonal k, we can
        // definitely reach the end of the edit graph in no more than k edits, so
        // there's no point in considering any moves to diagonal k+1 any more (from
        // which we're guaranteed to need at least k+1 more edits).
        // Similarly, once we've reached the bottom of the edit graph, there's no
        // point considering moves to lower diagonals.
        // We record this fact by setting minDiagonalToConsider and
        // maxDiagonalToConsider to some finite value once we've hit the edge of
        // the edit graph.
        // This optimization is not faithful to the original algorithm presented in
        // Myers's paper, which instead pointlessly extends D-paths off the end of
        // the edit graph - see page 7 of Myers's paper which notes this point
        // explicitly and illustrates it with a diagram. This has major performance
        // implications for some common scenarios. For instance, to compute a diff
        // where the new text simply appends d characters on the end of the
        // original text of length n, the true Myers algorithm will take O(n+d^2)
        // time while this optimization needs only O(n+d) time.
        let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
        // Main worker method. checks all permutations of a given edit length for acceptance.
        const execEditLength = () => {
            for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
                let basePath;
                const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
                if (removePath) {
                    // No one else is going to attempt to use this value, clear it
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath - 1] = undefined;
                }
                let canAdd = false;
                if (addPath) {
                    // what newPos will be after we do an insertion:
                    const addPathNewPos = addPath.oldPos - diagonalPath;
                    canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
                }
                const canRemove = removePath && removePath.oldPos + 1 < oldLen;
                if (!canAdd && !canRemove) {
                    // If this path is a terminal then prune
                    // @ts-expect-error - perf optimisation. This type-violating value will never be read.
                    bestPath[diagonalPath] = undefined;
                    continue;
                }
                // Select the diagonal that we want to branch from. We select the prior
                // path whose position in the old string is the farthest from the origin
                // and does not pass the bounds of the diff graph
                if (!canRemove || (canAdd && removePath.oldPos < addPath.oldPos)) {
                    basePath = this.addToPath(addPath, true, false, 0, options);
                }
                else {
                    basePath = this.addToPath(removePath, false, true, 1, options);
                }
                newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
                if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
                    // If we have hit the end of both strings, then we are done
                    return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
                }
                else {
                    bestPath[diagonalPath] = basePath;
                    if (basePath.oldPos + 1 >= oldLen) {
                        maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
                    }
                    if (newPos + 1 >= newLen) {
                        minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
                    }
                }
            }
            editLength++;
        };
        // Performs the length of edit iteration. Is a bit fugly as this has to support the
        // sync and async mode which is never fun. Loops over execEditLength until a value
        // is produced, or until the edit length exceeds options.maxEditLength (if given),
        // in which case it will return undefined.
        if (callback) {
            (function exec() {
                setTimeout(function () {
                    if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
                        return callback(undefined);
                    }
                    if (!execEditLength()) {
                        exec();
                    }
                }, 0);
            }());
        }
        else {
            while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
                const ret = execEditLength();
                if (ret) {
                    return ret;
                }
            }
        }
    }
    addToPath(path, added, removed, oldPosInc, options) {
        const last = path.lastComponent;
        if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: last.count + 1, added: added, removed: removed, previousComponent: last.previousComponent }
            };
        }
        else {
            return {
                oldPos: path.oldPos + oldPosInc,
                lastComponent: { count: 1, added: added, removed: removed, previousComponent: last }
            };
        }
    }
    extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
        const newLen = newTokens.length, oldLen = oldTokens.length;
        let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
        while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
            newPos++;
            oldPos++;
            commonCount++;
            if (options.oneChangePerToken) {
                basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
            }
        }
        if (commonCount && !options.oneChangePerToken) {
            basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
        }
        basePath.oldPos = oldPos;
        return newPos;
    }
    equals(left, right, options) {
        if (options.comparator) {
            return options.comparator(left, right);
        }
        else {
            return left === right
                || (!!options.ignoreCase && left.toLowerCase() === right.toLowerCase());
        }
    }
    removeEmpty(array) {
        const ret = [];
        for (let i = 0; i < array.length; i++) {
            if (array[i]) {
                ret.push(array[i]);
            }
        }
        return ret;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    castInput(value, options) {
        return value;
    }
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    tokenize(value, options) {
        return Array.from(value);
    }
    join(chars) {
        // Assumes ValueT is string, which is the case for most subclasses.
        // When it's false, e.g. in diffArrays, this method needs to be overridden (e.g. with a no-op)
        // Yes, the casts are verbose and ugly, because this pattern - of having the base class SORT OF
        // assume tokens and values are strings, but not completely - is weird and janky.
        return chars.join('');
    }
    postProcess(changeObjects, 
    // eslint-disable-next-line @typescript-eslint/no-unused-vars
    options) {
        return changeObjects;
    }
    get useLongestToken() {
        return false;
    }
    buildValues(lastComponent, newTokens, oldTokens) {
        // First we convert our linked list of components in reverse order to an
        // array in the right order:
        const components = [];
        let nextComponent;
        while (lastComponent) {
            components.push(lastComponent);
            nextComponent = lastComponent.previousComponent;
            delete lastComponent.previousComponent;
            lastComponent = nextComponent;
        }
        components.reverse();
        const componentLen = components.length;
        let componentPos = 0, newPos = 0, oldPos = 0;
        for (; componentPos < componentLen; componentPos++) {
            const component = components[componentPos];
            if (!component.removed) {
                if (!component.added && this.useLongestToken) {
                    let value = newTokens.slice(newPos, newPos + component.count);
                    value = value.map(function (value, i) {
                        const oldValue = oldTokens[oldPos + i];
                        return oldValue.length > value.length ? oldValue : value;
                    });
                    component.value = this.join(value);
                }
                else {
                    component.value = this.join(newTokens.slice(newPos, newPos + component.count));
                }
                newPos += component.count;
                // Common case
                if (!component.added) {
                    oldPos += component.count;
                }
            }
            else {
                component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
                oldPos += component.count;
            }
        }
        return components;
    }
}

;// CONCATENATED MODULE: ./node_modules/diff/libesm/diff/array.js

class ArrayDiff extends Diff {
    tokenize(value) {
        return value.slice();
    }
    join(value) {
        return value;
    }
    removeEmpty(value) {
        return value;
    }
}
const arrayDiff = new ArrayDiff();
function diffArrays(oldArr, newArr, options) {
    return arrayDiff.diff(oldArr, newArr, options);
}


/***/ })

};
