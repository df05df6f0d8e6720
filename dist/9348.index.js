export const id = 9348;
export const ids = [9348];
export const modules = {

/***/ 9348:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  applySavedPlan: () => (/* binding */ applySavedPlan)
});

// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/terraform/diagnostics.ts
var terraform_diagnostics = __webpack_require__(2972);
// EXTERNAL MODULE: ./src/terraform/run-tool.ts + 1 modules
var run_tool = __webpack_require__(5538);
// EXTERNAL MODULE: ./src/terraform/stack-run.ts
var stack_run = __webpack_require__(9624);
// EXTERNAL MODULE: ./src/terraform/transient.ts
var terraform_transient = __webpack_require__(1986);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/hcl/scan.ts + 1 modules
var scan = __webpack_require__(9328);
// EXTERNAL MODULE: ./src/terraform/plan/json.ts
var json = __webpack_require__(6106);
// EXTERNAL MODULE: ./src/terraform/tool-arguments.ts
var tool_arguments = __webpack_require__(5705);
;// CONCATENATED MODULE: ./src/terraform/apply/ephemeral.ts





/**
 * Names of those variables that have no value in the places where `apply` looks for them: `TF_VAR_…`, `-var`,
 * `-var-file`, and the files that are loaded by themselves. Empty too when a file cannot be read: then the tool says
 * what is wrong.
 *
 * Measured: `apply PLAN` takes ephemeral values from all of these (Terraform 1.11, OpenTofu 1.12). Terraform wants just
 * those that were given while planning, and refuses one more or less before it begins; OpenTofu wants those without a
 * default. What the plan holds may be given again, with the same value only.
 */
async function missingEphemeral(run, names) {
    const missing = names.filter((name) => run.env[`TF_VAR_${name}`] === undefined);
    if (missing.length === 0)
        return [];
    const given = new Set((0,tool_arguments/* valuesOf */.sm)(run.planArgs, 'var').map((setting) => settingName(setting)));
    try {
        for (const file of [...(await automatic(run.directory)), ...varFilesOf(run)]) {
            const path = (0,external_node_path_.isAbsolute)(file) ? file : (0,external_node_path_.join)(run.directory, file);
            for (const name of namesIn(await (0,promises_.readFile)(path, 'utf8')))
                given.add(name);
        }
    }
    catch {
        return [];
    }
    return missing.filter((name) => !given.has(name));
}
/**
 * Arguments that give them. Only where there are any: Terraform before 1.10 takes no variables with a saved plan, and
 * each one that is given is compared with the plan's.
 */
function ephemeralArgs(run, names) {
    if (names.length === 0)
        return [];
    const ofThem = (0,tool_arguments/* valuesOf */.sm)(run.planArgs, 'var').filter((setting) => names.includes(settingName(setting)));
    return [
        ...varFilesOf(run).map((file) => `-var-file=${file}`),
        ...ofThem.map((setting) => `-var=${setting}`),
    ];
}
const settingName = (setting) => setting.split('=', 1)[0]?.trim() ?? '';
const varFilesOf = (run) => [...run.varFiles, ...(0,tool_arguments/* valuesOf */.sm)(run.planArgs, 'var-file')];
/** https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files */
async function automatic(directory) {
    return (await (0,promises_.readdir)(directory)).filter((name) => /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name));
}
function namesIn(text) {
    if (!/^\s*\{/.test(text))
        return (0,scan/* scanHcl */.J)(text).attributes.map(({ name }) => name);
    const parsed = JSON.parse(text);
    return (0,json/* isObject */.Gv)(parsed) ? Object.keys(parsed) : [];
}

// EXTERNAL MODULE: ./src/terraform/plan/actions.ts
var actions = __webpack_require__(5221);
;// CONCATENATED MODULE: ./src/terraform/apply/planned-resources.ts


/**
 * What of a plan has to be done, and what is said of it: measured with Terraform 1.5.7 and 1.11.4 and OpenTofu 1.12.6.
 * - create, update, delete, and a data source that is read: one pair of `apply_start` and `apply_complete`; a
 *   replacement two, in its order, both with its address
 * - a deposed object: as any other, without its key; only the id in `apply_start` tells it from the current object
 * - a move alone, an import alone (a no-op), a forget: nothing. Imports are counted in `change_summary`
 * - a replacement that keeps the old object (OpenTofu): the pair of `create`
 * - a data source inside a `check` block: nothing or a start without an end where it cannot be read; a warning says so,
 *   and the tool ends well
 * - ephemeral resources: nothing; they are not told here either
 */
function plannedResources(raw) {
    const entries = Array.isArray(raw.resource_changes) ? raw.resource_changes : [];
    const invocations = Array.isArray(raw.action_invocations) ? raw.action_invocations : [];
    return [
        ...entries.flatMap((entry) => plannedResource(entry) ?? []),
        ...invocations.map((entry) => ({ ...common(entry), action: 'invoke', steps: [] })),
    ];
}
/** How many objects a plan imports. */
function importsOf(raw) {
    const entries = Array.isArray(raw.resource_changes) ? raw.resource_changes : [];
    return entries.filter((entry) => (0,json/* isObject */.Gv)(changeOf(entry)['importing'])).length;
}
function plannedResource(entry) {
    const change = changeOf(entry);
    const bare = common(entry);
    const action = (0,actions/* resourceAction */.F)(change['actions']);
    switch (action) {
        case 'create':
        case 'update':
        case 'delete':
        case 'read':
            return { ...bare, action, steps: [action] };
        case 'delete-create':
            return { ...bare, action: 'replace', steps: ['delete', 'create'] };
        case 'create-delete':
            return { ...bare, action: 'replace', steps: ['create', 'delete'] };
        case 'create-forget':
            return { ...bare, action: 'replace, keep old', steps: ['create'] };
        case 'forget':
            return { ...bare, action, steps: [] };
        case 'open':
            return undefined;
        case 'no-op': {
            const moved = (0,json/* isObject */.Gv)(entry) && typeof entry.previous_address === 'string';
            if ((0,json/* isObject */.Gv)(change['importing']))
                return { ...bare, action: 'import', steps: [] };
            return moved ? { ...bare, action: 'move', steps: [] } : undefined;
        }
        case 'unknown':
            return { ...bare, action, steps: [] };
    }
}
function common(entry) {
    const { address, deposed, action_reason: reason } = (0,json/* isObject */.Gv)(entry) ? entry : {};
    const { before } = changeOf(entry);
    return {
        address: typeof address === 'string' ? address : '(no address)',
        ...(typeof deposed === 'string' ? { deposed } : {}),
        optional: reason === 'read_because_check_nested',
        before: (0,json/* isObject */.Gv)(before) ? before : {},
    };
}
function changeOf(entry) {
    return (0,json/* isObject */.Gv)(entry) && (0,json/* isObject */.Gv)(entry.change) ? entry.change : {};
}

;// CONCATENATED MODULE: ./src/terraform/apply/follow.ts

/** @param now milliseconds */
function followApply(raw, now) {
    const all = plannedResources(raw).map(tracked);
    const imports = importsOf(raw);
    const byAddress = Map.groupBy(all, ({ planned }) => planned.address);
    let begun = false;
    let started = false;
    let applied = false;
    const start = (address, step, object) => {
        const waiting = (byAddress.get(address) ?? []).filter((one) => isNext(one, step));
        const one = waiting.find((candidate) => isObjectOf(candidate, object)) ?? waiting[0];
        if (one !== undefined)
            one.open = { step, since: now() };
    };
    /** Two of one address and step can only be a deposed object beside the current one, or another deposed one. */
    const end = (address, step, failed) => {
        const one = (byAddress.get(address) ?? []).find(({ open }) => open?.step === step);
        if (one?.open === undefined) {
            if (failed)
                all.push(unplanned(address, step));
            return;
        }
        one.seconds = (one.seconds ?? 0) + (now() - one.open.since) / 1000;
        one.open = undefined;
        if (failed)
            one.failed = true;
        else
            one.done.push(step);
    };
    return {
        take(event) {
            if (event.kind === 'summary' && event.applied !== undefined)
                applied = event.applied.imported >= imports;
            if (event.kind !== 'progress')
                return;
            const { step, address = '', action } = event.progress;
            if (step !== 'lock-wait')
                begun = true;
            if (!isStep(action))
                return;
            if (step === 'apply-start') {
                started = true;
                start(address, action, event.object);
            }
            else if (step === 'apply-complete')
                end(address, action, false);
            else if (step === 'apply-errored')
                end(address, action, true);
        },
        begun: () => begun,
        applied: () => applied,
        results: (state) => all.map((one) => resultOf(one, { ...state, started, now: now() })),
    };
}
const tracked = (planned) => ({
    planned,
    done: [],
    open: undefined,
    failed: false,
    seconds: undefined,
});
/** What failed although the plan has nothing of it: it is told all the same. */
function unplanned(address, step) {
    const planned = { address, action: step, steps: [step], optional: false, before: {} };
    return { ...tracked(planned), failed: true };
}
const isStep = (action) => action === 'create' || action === 'update' || action === 'delete' || action === 'read';
function isNext({ planned, done, open, failed }, step) {
    if (open !== undefined || failed)
        return false;
    // What an unknown action consists of is not known: all of it is taken.
    return planned.action === 'unknown' || planned.steps[done.length] === step;
}
function isObjectOf({ planned }, object) {
    return (object !== undefined &&
        Object.hasOwn(planned.before, object.key) &&
        planned.before[object.key] === object.value);
}
function resultOf(one, moment) {
    const { planned, seconds, open } = one;
    const half = halfOf(one);
    const running = open === undefined ? undefined : (seconds ?? 0) + (moment.now - open.since) / 1000;
    const shown = running ?? seconds;
    return {
        address: planned.address,
        ...(planned.deposed === undefined ? {} : { deposed: planned.deposed }),
        action: planned.action,
        state: stateOf(one, moment),
        ...(half === undefined ? {} : { half }),
        ...(shown === undefined ? {} : { seconds: shown }),
        ...(planned.optional ? { optional: true } : {}),
    };
}
function stateOf({ planned, done, open, failed }, moment) {
    if (failed)
        return 'failed';
    // A data source of a check block that could not be read: the tool has warned, and ended well.
    if (planned.optional && moment.ended && moment.well && done.length === 0)
        return 'failed';
    if (open !== undefined)
        return 'in-flight';
    if (planned.action === 'unknown') {
        return moment.well && done.length > 0 ? 'done' : done.length > 0 ? 'in-flight' : 'not-begun';
    }
    if (planned.steps.length === 0) {
        // Nothing is said of it: done when all is; else it may be, once anything was.
        if (moment.well)
            return 'done';
        return moment.started ? 'in-flight' : 'not-begun';
    }
    if (done.length >= planned.steps.length)
        return 'done';
    return done.length > 0 ? 'in-flight' : 'not-begun';
}
/** Of a replacement of which only the first half is done. */
function halfOf({ planned, done }) {
    if (planned.steps.length < 2 || done.length !== 1)
        return undefined;
    return done[0] === 'delete' ? 'deleted' : 'created';
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/terraform/diagnostics-text.ts
var diagnostics_text = __webpack_require__(8998);
// EXTERNAL MODULE: ./src/terraform/lock.ts
var lock = __webpack_require__(9225);
;// CONCATENATED MODULE: ./src/terraform/apply/lock-left.ts




/** No resource of anybody: the question is put in words that change nothing even if they were heard. */
const NOBODY = 'terraform_data.who_holds_the_lock';
/**
 * Asks who holds the state lock. The events of an apply do not tell its lock, so somebody else has to be refused:
 * `state rm -dry-run` asks for the lock without waiting, starts no provider's work and never writes; when the lock is
 * free it holds it for as long as it takes to find nothing. (`force-unlock` with a wrong id would tell it too, but the
 * `http` backend unlocks whatever the id.) Runs although we were asked to stop, and is not stopped itself: a lock of
 * its own must not stay behind.
 *
 * Measured beside a running apply: 0.05–0.1 s with the S3 backend (`.tflock` with Terraform 1.11.4 and OpenTofu
 * 1.12.6, DynamoDB with 1.5.7), 1 s where the AWS provider has to be loaded.
 *
 * @returns undefined: nobody, or it could not be told
 */
async function lockHolder(run, workspace, ports) {
    const args = ['state', 'rm', '-dry-run', '-lock-timeout=0s', '-no-color', NOBODY];
    const options = { cwd: run.directory, env: (0,stack_run.toolEnv)(run, workspace), keepBytes: 64 * 1024 };
    const asked = await ports
        .exec(run.binary.path, args, { ...options, evenWhenStopped: true })
        .catch(() => undefined);
    if (asked === undefined || asked.code === 0)
        return undefined;
    return (0,lock/* findLockInfo */.b)((0,diagnostics_text/* parseTextDiagnostics */.t)(`${asked.stderr}\n${asked.stdout}`));
}
/**
 * Whether a lock is the one that an apply of this machine took, begun at `since` (milliseconds). Both tools write the
 * time by our clock, and user and machine as `user@host`.
 */
function isOurs(lock, since) {
    const created = createdAt(lock.created ?? '');
    const host = lock.who?.split('@').at(-1);
    return (lock.operation === 'OperationTypeApply' &&
        (host === undefined || host === (0,external_node_os_.hostname)()) &&
        created !== undefined &&
        created >= since - CLOCK_STEP);
}
/** Milliseconds that two readings of one clock may differ by. */
const CLOCK_STEP = 1_000;
/** `2026-11-23 10:30:48.738085567 +0000 UTC` */
function createdAt(text) {
    const [, day, time] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d{1,3})?)/.exec(text) ?? [];
    if (day === undefined || time === undefined)
        return undefined;
    const parsed = Date.parse(`${day}T${time}Z`);
    return Number.isNaN(parsed) ? undefined : parsed;
}

// EXTERNAL MODULE: ./src/terraform/apply/outputs.ts
var outputs = __webpack_require__(9593);
;// CONCATENATED MODULE: ./src/terraform/apply/stop-watch.ts
/** From the first signal on, milliseconds: an apply that can end in order has mostly ended by then. */
const ASK_AFTER = 1_000;
/** What is waited for an answer after the apply has ended. */
const ANSWER_WITHIN = 3_000;
/**
 * Watches over an apply that is told to stop. After the first signal it learns the lock while there is time; at the
 * second one it says at once what may be left behind, and again when the lock becomes known only then.
 */
function watchStop(ports, options) {
    let timer;
    let asking;
    let lock = { kind: 'not-asked' };
    let told = false;
    let over = false;
    const ask = () => {
        if (asking !== undefined || over)
            return;
        lock = { kind: 'asking' };
        asking = options
            .askLock()
            .catch(() => undefined)
            .then((info) => {
            lock = info === undefined ? { kind: 'unknown' } : { kind: 'known', info };
            if (told && !over)
                options.onLastChance(options.leftBehind(lock));
        });
    };
    const off = ports.onStop?.((again) => {
        if (over)
            return;
        if (!again) {
            timer ??= setTimeout(ask, ASK_AFTER);
            return;
        }
        ask();
        told = true;
        options.onLastChance(options.leftBehind(lock));
    });
    return {
        async end() {
            over = true;
            clearTimeout(timer);
            off?.();
            // Its own lock, if it got one, is gone when it has ended.
            if (asking !== undefined)
                await Promise.race([asking, after(ANSWER_WITHIN)]);
            return lock.kind === 'known' ? lock.info : undefined;
        },
    };
}
function after(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

;// CONCATENATED MODULE: ./src/terraform/apply/apply-stack.ts










/**
 * Milliseconds from the second signal to stop until the tool hears it, too. On GitHub the end comes 700 ms later. At
 * its second signal each tool ends within 10 ms, writes the state as it knows it and releases the lock (measured with
 * the S3 backend: Terraform 1.5.7 and 1.11.4, OpenTofu 1.12.6); what was in flight is lost. Killed, it would leave the
 * lock, and lose all since the state was last written.
 */
const LAST_SIGNAL_MS = 1_800;
/**
 * Applies a saved plan to an initialised stack. An apply that has begun is never tried again: what it left is for a new
 * plan to see. Only where the lock could not even be asked for, so that nothing has begun, it is.
 * Throws `UserError` for inputs it does not take.
 */
async function applySavedPlan(request, ports) {
    (0,stack_run.checkStackRun)(request.run);
    const started = ports.clock.now();
    const seconds = () => (ports.clock.now() - started) / 1000;
    const missing = await missingEphemeral(request.run, request.ephemeral ?? []);
    if (missing.length > 0)
        return notBegun(request, ephemeralFailure(missing), seconds());
    request.onPhase?.('apply');
    const ran = await runApply(request, ports).catch(neverStarted);
    if ('cause' in ran)
        return notBegun(request, ran, seconds());
    const { run, follower, outputs: told, lock } = ran;
    const well = (0,run_tool/* succeeded */.gq)(run) && follower.applied();
    const resources = follower.results({ ended: true, well });
    const undone = resources.filter(({ state, optional }) => state !== 'done' && optional !== true);
    const failure = well && undone.length === 0 ? undefined : applyFailure(run, undone.length, resources.length);
    const lockLeft = failure === undefined ? undefined : await lockLeftBy(request, ports, run, { started, lock });
    const outputs = await outputsAfter(request, ports, { failure, begun: follower.begun(), told });
    return {
        stack: request.stack,
        run: request.run,
        raw: request.raw,
        resources,
        ...(failure === undefined ? {} : { failure }),
        stale: failure !== undefined && isStale(run.diagnostics),
        ...(lockLeft === undefined ? {} : { lockLeft }),
        diagnostics: failure?.diagnostics ?? run.diagnostics,
        ...(outputs === undefined ? {} : { outputs }),
        seconds: seconds(),
    };
}
async function runApply(request, ports) {
    const stack = withoutVariables(request.run, request.ephemeral ?? []);
    const workspace = workspaceOf(request);
    for (let tries = 0;; tries += 1) {
        const since = ports.clock.now();
        const follower = followApply(request.raw, () => ports.clock.now());
        let outputs;
        const onEvent = (event) => {
            follower.take(event);
            if (event.kind === 'summary' && event.outputs !== undefined)
                ({ outputs } = event);
            if (event.kind === 'progress')
                request.onProgress?.(event.progress);
        };
        const watch = watchStop(ports, {
            async askLock() {
                const holder = await lockHolder(stack, workspace, ports);
                return holder !== undefined && isOurs(holder, since) ? holder : undefined;
            },
            leftBehind: (lock) => ({
                stack: request.stack,
                tool: stack.binary.tool,
                resources: follower.results({ ended: false, well: false }),
                lock,
            }),
            onLastChance: (left) => request.onLastChance?.(left),
        });
        const run = await (0,run_tool/* runTool */.qI)(stack, 'apply', applyArgs(request), ports, {
            onEvent,
            signals: { onlyFirstSignal: { lastMs: LAST_SIGNAL_MS } },
            ...(workspace === undefined ? {} : { workspace }),
        }).finally(() => void watch.end());
        const lock = await watch.end();
        const wait = terraform_transient/* backoff */.JN[tries];
        if (follower.begun() || wait === undefined || (0,run_tool/* succeeded */.gq)(run) || !(0,terraform_transient/* isTransientLock */.K3)(run.diagnostics)) {
            return { run, follower, outputs, lock };
        }
        ports.log?.info(`the state lock could not be asked for: try ${tries + 2} in ${wait / 1000} s`);
        await ports.clock.sleep(wait);
    }
}
/**
 * Without `TF_VAR_` of what the plan holds: the tool would take no notice of another value, but print it in a warning.
 */
function withoutVariables(run, ephemeral) {
    const kept = Object.entries(run.env).filter(([name]) => !name.startsWith('TF_VAR_') || ephemeral.includes(name.slice('TF_VAR_'.length)));
    return { ...run, env: Object.fromEntries(kept) };
}
function applyArgs({ run, planFile, ephemeral = [] }) {
    return [
        'apply',
        '-json',
        '-input=false',
        '-no-color',
        `-lock-timeout=${run.lockTimeout}`,
        ...ephemeralArgs(run, ephemeral),
        planFile,
    ];
}
/** Backends without workspaces have one that is called so, and take no name for it. */
function workspaceOf({ workspace, run }) {
    const wanted = workspace ?? (0,stack_run.wantedWorkspace)(run);
    return workspace === undefined && wanted === 'default' ? undefined : wanted;
}
const stalePlan = /^Saved plan is stale$/;
const isStale = (diagnostics) => (0,terraform_diagnostics/* errorsOf */.Bp)(diagnostics).some(({ summary }) => stalePlan.test(summary));
function applyFailure(run, undone, all) {
    const silent = (0,run_tool/* succeeded */.gq)(run);
    const failure = (0,run_tool/* failureOf */.g5)(run, silent ? notReported(run, undone, all) : undefined);
    if (silent)
        return { ...failure, cause: 'bug', help: 'Plan again: what is still to do shows there.' };
    if (!isStale(run.diagnostics))
        return failure;
    return {
        ...failure,
        cause: 'policy',
        help: 'The state has changed since the plan was made. Plan again, and have that plan reviewed.',
    };
}
/** A run that ended well by its exit code and has not said that all is done. */
function notReported({ tool }, undone, all) {
    const summary = undone === 0
        ? `${tool} apply ended without an error, but did not say that it applied the plan`
        : `${tool} apply ended without an error, but did not report ${undone} of ${all} resources of the plan as done`;
    return {
        severity: 'error',
        summary,
        detail: 'Is the program found a wrapper, or does TF_CLI_ARGS_apply change what it does?',
    };
}
function ephemeralFailure(missing) {
    const names = missing.join(', ');
    const many = missing.length > 1;
    const summary = `${many ? 'ephemeral variables' : 'an ephemeral variable'} must be given again: ${names}`;
    const help = `A saved plan does not hold the values of ephemeral variables: give ${many ? 'them' : 'it'} to this step as to the one that planned (${missing.map((name) => `TF_VAR_${name}`).join(', ')}, or var-files).`;
    const diagnostics = [{ severity: 'error', summary, detail: '' }];
    return { kind: 'failed', phase: 'apply', cause: 'config', help, diagnostics, seconds: 0 };
}
/** We were asked to stop before there was anything to stop. */
function neverStarted(thrown) {
    if (!(thrown instanceof errors/* UserError */.yo) || thrown.causeClass !== 'cancelled')
        throw thrown;
    const diagnostics = [{ severity: 'error', summary: thrown.message, detail: '' }];
    return { kind: 'failed', phase: 'apply', cause: 'cancelled', diagnostics, seconds: 0 };
}
function notBegun({ stack, run, raw }, failure, seconds) {
    const resources = followApply(raw, () => 0).results({ ended: true, well: false });
    const { diagnostics } = failure;
    return { stack, run, raw, resources, failure, stale: false, diagnostics, seconds };
}
const lockStays = /Error (?:releasing|unlocking) the state/;
/** The lock that a run left: asked for where it was ended by force, or says that it could not unlock. */
async function lockLeftBy(request, ports, run, { started, lock }) {
    const stays = run.diagnostics.some((d) => lockStays.test((0,terraform_diagnostics/* diagnosticText */.JE)(d)));
    if (run.result.signal === undefined && !run.result.timedOut && !stays && lock === undefined)
        return undefined;
    const holder = await lockHolder(request.run, workspaceOf(request), ports);
    if (holder === undefined)
        return undefined;
    const same = lock !== undefined && holder.id === lock.id;
    return same || isOurs(holder, started) ? holder : undefined;
}
/**
 * The tool tells the outputs at its end, which costs nothing; only sensitive values are not among them. They are read
 * from the state where there are any, for what is secret must be known to be hidden, and after a failure.
 */
async function outputsAfter(request, ports, { failure, begun, told }) {
    if (failure === undefined && told !== undefined) {
        if (Object.values(told).every(({ sensitive }) => !sensitive))
            return told;
    }
    else if (!begun)
        return undefined;
    request.onPhase?.('outputs');
    const read = await (0,outputs/* readOutputs */.T)(request.run, workspaceOf(request), ports);
    return read ?? (failure === undefined ? told : undefined);
}


/***/ }),

/***/ 9593:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ outputsFile),
/* harmony export */   T: () => (/* binding */ readOutputs)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2972);
/* harmony import */ var _run_tool_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5538);



/** Bytes of `output -json` that are read. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Root module outputs as the state has them, sensitive values too; undefined: they could not be read. */
async function readOutputs(run, workspace, ports) {
    const asked = await (0,_run_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .runTool */ .qI)(run, 'output', ['output', '-json', '-no-color'], ports, {
        document: true,
        keepBytes: MOST_BYTES,
        ...(workspace === undefined ? {} : { workspace }),
    }).catch(notStarted);
    if (asked === undefined || !(0,_run_tool_js__WEBPACK_IMPORTED_MODULE_1__/* .succeeded */ .gq)(asked) || asked.result.truncated)
        return undefined;
    const { stdout } = asked.result;
    try {
        // OpenTofu writes warnings about its CLI configuration to stdout, before the JSON.
        const parsed = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)(JSON.parse(stdout.slice(Math.max(0, stdout.search(/^\{/m)))));
        return parsed === undefined ? undefined : Object.fromEntries(Object.entries(parsed).map(outputOf));
    }
    catch {
        return undefined;
    }
}
/** After a signal nothing more is started. */
function notStarted(thrown) {
    if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
        throw thrown;
}
function outputOf([name, raw]) {
    const output = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)(raw);
    return [name, { value: output?.['value'], sensitive: output?.['sensitive'] !== false }];
}
/**
 * What later jobs may know of the outputs: all but sensitive ones, and those in which a secret stands although they are
 * not marked. The names of both are told.
 */
function outputsFile(applies, redactor) {
    const leftOut = [];
    const stacks = applies.flatMap(({ stack, outputs }) => {
        if (outputs === undefined)
            return [];
        const kept = Object.entries(outputs).filter(([output, { value, sensitive }]) => {
            const why = sensitive ? 'marked sensitive' : whyLeftOut(output, value, redactor);
            if (why !== undefined)
                leftOut.push({ stack: stack.name, output, why });
            return why === undefined;
        });
        return [[stack.name, Object.fromEntries(kept.map(([name, { value }]) => [name, value]))]];
    });
    return { file: { version: 1, stacks: Object.fromEntries(stacks) }, leftOut };
}
function whyLeftOut(name, value, redactor) {
    if (redactor.hidesKey(name))
        return 'its name is that of a secret';
    const text = JSON.stringify(value);
    if (text === undefined || redactor.leaks(text) > 0)
        return 'holds a secret';
    return textsIn(value).some((each) => redactor.leaks(each) > 0 || redactor.redact(each) !== each)
        ? 'holds a secret'
        : undefined;
}
/** Strings of a value, its keys too, and numbers as they are written. */
function textsIn(value) {
    if (typeof value === 'string')
        return [value];
    if (typeof value === 'number')
        return [String(value)];
    if (Array.isArray(value))
        return value.flatMap(textsIn);
    const object = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)(value);
    return object === undefined ? [] : Object.entries(object).flatMap(([key, item]) => [key, ...textsIn(item)]);
}


/***/ })

};
