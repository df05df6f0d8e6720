export const id = 5467;
export const ids = [5467,9624];
export const modules = {

/***/ 8998:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ stripAnsi),
/* harmony export */   t: () => (/* binding */ parseTextDiagnostics)
/* harmony export */ });
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2972);

/** Width at which both tools wrap details when they do not write to a terminal. */
const wrapWidth = 78;
/** What `init` says at the next step or at its end, which may follow a warning with nothing but a blank line between. */
const initStep = /^(?:Initializing|Upgrading) [\w ]+\.\.\.$|^(?:Terraform|OpenTofu|HCP Terraform)(?: Cloud)? has been successfully initialized!/;
/**
 * Diagnostics from output for people: with the box around them (colours on) or without (`-no-color`).
 * Needed where `-json` is not there yet (`init` of Terraform < 1.9) or never (`fmt`, `workspace`, CLI faults).
 */
function parseTextDiagnostics(output) {
    const lines = output.split(/\r?\n/).map(readLine);
    const found = [];
    let body;
    let boxed = false;
    let before = { text: '', place: 'outside' };
    const finish = () => {
        const diagnostic = body === undefined ? undefined : parseBody(body);
        if (diagnostic !== undefined)
            found.push(diagnostic);
        body = undefined;
    };
    for (const line of lines) {
        // Inside a box a line `Error: …` may be part of a provider's message: only the first one opens.
        const mayStart = line.place === 'inside' ? before.place !== 'inside' : before.text.trim() === '';
        const starts = mayStart && /^(Error|Warning): /.test(line.text);
        const leavesBox = boxed && line.place !== 'inside';
        if (starts || leavesBox || (!boxed && initStep.test(line.text)))
            finish();
        if (starts) {
            body = [line.text];
            boxed = line.place === 'inside';
        }
        else {
            body?.push(line.text);
        }
        before = line;
    }
    finish();
    return found;
}
function readLine(raw) {
    const text = stripAnsi(raw);
    if (/^╷\s*$/.test(text))
        return { text: '', place: 'open' };
    if (/^╵\s*$/.test(text))
        return { text: '', place: 'close' };
    if (text.startsWith('│'))
        return { text: text.replace(/^│ ?/, ''), place: 'inside' };
    return { text, place: 'outside' };
}
function parseBody(body) {
    const first = /^(Error|Warning): (.*)$/.exec(body[0] ?? '');
    if (first === null)
        return undefined;
    const rest = body.slice(1);
    // A summary may have several lines; a blank one ends it.
    const gap = rest.findIndex((line) => line.trim() === '');
    const summary = [first[2] ?? '', ...(gap < 0 ? rest : rest.slice(0, gap))].join(' ');
    const after = gap < 0 ? [] : rest.slice(gap + 1);
    const place = parsePlace(after);
    return (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .uH)({
        severity: first[1] === 'Warning' ? 'warning' : 'error',
        summary: (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(summary),
        detail: unwrap(after.slice(place.lines)),
        address: place.address,
        context: place.context,
        file: place.file,
        line: place.line,
    });
}
function parsePlace(lines) {
    const end = lines.findIndex((line) => line.trim() === '');
    const block = end < 0 ? lines : lines.slice(0, end);
    const address = block.flatMap((line) => /^ {2}with (.+?)[,:.]?$/.exec(line)?.[1] ?? [])[0];
    const on = block.flatMap((line) => {
        const match = /^ {2}on (.+) line (\d+)(?:, in (.+?))?:?$/.exec(line);
        return match === null ? [] : [match];
    })[0];
    const isPlace = address !== undefined || on !== undefined;
    return {
        lines: isPlace ? block.length : 0,
        address,
        file: on?.[1],
        line: on?.[2] === undefined ? undefined : Number(on[2]),
        context: on?.[3],
    };
}
/** Joins the lines that were broken only because the next word did not fit. Indented lines are never wrapped. */
function unwrap(lines) {
    const joined = [];
    let width = 0;
    for (const line of lines) {
        const last = joined.at(-1);
        const word = /^\S+/.exec(line)?.[0];
        const wrapped = last !== undefined && last !== '' && !/^\s/.test(last) && word !== undefined;
        if (wrapped && width + 1 + word.length > wrapWidth)
            joined[joined.length - 1] = `${last} ${line}`;
        else
            joined.push(line.trimEnd());
        width = line.length;
    }
    return joined.join('\n').trim();
}
/** Escape sequences (CSI, OSC, two-character) removed. `-no-color` does not reach every message. */
function stripAnsi(value) {
    // eslint-disable-next-line no-control-regex
    return value.replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\-_])/g, '');
}


/***/ }),

/***/ 7056:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ initStack)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2972);
/* harmony import */ var _run_tool_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5538);
/* harmony import */ var _stack_run_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9624);
/* harmony import */ var _transient_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1986);






/**
 * Runs `init`, and again where a registry or a download failed in a way that is known to pass. A `.terraform` left
 * from another backend configuration (a cached one) is set up anew with `-reconfigure`: that forgets what was
 * remembered of the old backend and leaves every state where it is. Throws `UserError` for inputs it does not take.
 */
async function initStack(stack, ports, options) {
    (0,_stack_run_js__WEBPACK_IMPORTED_MODULE_3__.checkStackRun)(stack);
    await (0,_stack_run_js__WEBPACK_IMPORTED_MODULE_3__.checkStackDirectory)(stack.directory);
    const wanted = options.backend ? (0,_stack_run_js__WEBPACK_IMPORTED_MODULE_3__.wantedWorkspace)(stack) : undefined;
    const locked = options.locked === true && (await hasLockFile(stack.directory));
    let extra = [];
    let workspace;
    let seconds = 0;
    let retries = 0;
    for (;;) {
        const run = await (0,_run_tool_js__WEBPACK_IMPORTED_MODULE_2__/* .runTool */ .qI)(stack, 'init', [...initArgs(stack, options, locked), ...extra], ports, {
            ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
            ...(workspace === undefined ? {} : { workspace }),
        });
        seconds += run.result.seconds;
        if ((0,_run_tool_js__WEBPACK_IMPORTED_MODULE_2__/* .succeeded */ .gq)(run))
            return { kind: 'ok', seconds, retries, diagnostics: run.diagnostics };
        const failure = { ...(0,_run_tool_js__WEBPACK_IMPORTED_MODULE_2__/* .failureOf */ .g5)(run), seconds, retries };
        if (failure.cause === 'cancelled' || failure.cause === 'timeout')
            return failure;
        const says = (pattern) => failure.diagnostics.some((d) => pattern.test((0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_5__/* .diagnosticText */ .JE)(d)));
        const wait = _transient_js__WEBPACK_IMPORTED_MODULE_4__/* .backoff */ .JN[retries];
        if (options.backend && extra.length === 0 && says(/Backend (configuration|type) changed/)) {
            extra = ['-reconfigure'];
            ports.log?.info('the backend configuration has changed: setting it up anew');
        }
        else if (wanted !== undefined && workspace === undefined && says(noDefaultWorkspace)) {
            // `cloud` with tags and `remote` with a prefix have no workspace "default" that init could start from.
            workspace = wanted;
        }
        else if (wait !== undefined && (0,_transient_js__WEBPACK_IMPORTED_MODULE_4__/* .isTransientRegistry */ .Q8)(failure.diagnostics)) {
            retries += 1;
            ports.log?.info(`a registry or download did not answer: try ${retries + 1} in ${wait / 1000} s`);
            await ports.clock.sleep(wait);
        }
        else {
            return failure;
        }
    }
}
const noDefaultWorkspace = /Currently selected workspace "default" does not exist|No existing workspaces/;
async function hasLockFile(directory) {
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.terraform.lock.hcl')).catch(() => undefined)) !== undefined;
}
function initArgs(stack, { backend }, locked) {
    return [
        'init',
        '-input=false',
        '-no-color',
        ...(locked ? ['-lockfile=readonly'] : []),
        ...(hasJsonInit(stack.binary) ? ['-json'] : []),
        ...(backend
            ? [
                `-lock-timeout=${stack.lockTimeout}`,
                ...stack.backendConfig.map((value) => `-backend-config=${value}`),
            ]
            : ['-backend=false']),
        ...stack.initArgs,
    ];
}
/** `init -json` came with Terraform 1.9 and OpenTofu 1.8. */
function hasJsonInit({ tool, version }) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major > 1 || (major === 1 && minor >= (tool === 'terraform' ? 9 : 8));
}


/***/ }),

/***/ 5467:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findingsOfChecks: () => (/* binding */ findingsOfChecks),
  makeStackPlan: () => (/* binding */ makeStackPlan),
  readPlan: () => (/* binding */ readPlan)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/terraform/diagnostic-finding.ts
var diagnostic_finding = __webpack_require__(8497);
// EXTERNAL MODULE: ./src/terraform/diagnostics.ts
var diagnostics = __webpack_require__(2972);
;// CONCATENATED MODULE: ./src/terraform/fmt-diff.ts
/**
 * Reads what `fmt -list=true -diff` prints: each file's name, then its unified diff. Hunks are followed by their line
 * counts, so that no line of a file is mistaken for a file's name or a header.
 */
function parseFmtOutput(stdout) {
    const files = new Map();
    let current;
    let line = 0;
    let oldLeft = 0;
    let newLeft = 0;
    const note = () => {
        if (current !== undefined && files.get(current) === undefined)
            files.set(current, line);
    };
    for (const text of stdout.split(/\r?\n/)) {
        if (oldLeft > 0 || newLeft > 0) {
            if (text.startsWith('\\'))
                continue; // "\ No newline at end of file"
            if (text.startsWith('-')) {
                note();
                oldLeft -= 1;
                line += 1;
            }
            else if (text.startsWith('+')) {
                note();
                newLeft -= 1;
            }
            else {
                oldLeft -= 1;
                newLeft -= 1;
                line += 1;
            }
            continue;
        }
        const hunk = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(text);
        if (hunk !== null) {
            line = Number(hunk[1]);
            oldLeft = Number(hunk[2] ?? 1);
            newLeft = Number(hunk[3] ?? 1);
        }
        else if (text !== '' && !text.startsWith('\\') && !/^(--- old\/|\+\+\+ new\/)/.test(text)) {
            current = text;
            if (!files.has(current))
                files.set(current, undefined);
        }
    }
    return [...files].map(([file, at]) => (at === undefined ? { file } : { file, line: at }));
}

// EXTERNAL MODULE: ./src/terraform/init.ts
var terraform_init = __webpack_require__(7056);
// EXTERNAL MODULE: ./src/terraform/run-tool.ts + 1 modules
var run_tool = __webpack_require__(5538);
// EXTERNAL MODULE: ./src/terraform/stack-run.ts
var stack_run = __webpack_require__(9624);
;// CONCATENATED MODULE: ./src/terraform/checks.ts








/**
 * `fmt -check` on the stack's own files, without those of its modules. Exit code 3 says that files differ, 2 that it
 * could not be told; a directory with no configuration is a `UserError`.
 */
async function fmtFindings(stack, ports, options) {
    await (0,stack_run.checkStackDirectory)(stack.directory);
    let fmt = await runFmt(stack, ports, options, ['-diff']);
    // Both tools call the program `diff`; where it is missing the lines are not known, but the files are.
    if (fmt.diagnostics.some((d) => /Failed to generate diff/.test((0,diagnostics/* diagnosticText */.JE)(d)))) {
        fmt = await runFmt(stack, ports, options, []);
    }
    const { code, seconds } = fmt.result;
    if (!(0,run_tool/* succeeded */.gq)(fmt, [0, 3]))
        return (0,run_tool/* failureOf */.g5)(fmt);
    const files = parseFmtOutput(fmt.result.stdout);
    if (code === 3 && files.length === 0)
        return (0,run_tool/* failureOf */.g5)(fmt, nothingNamed);
    return { kind: 'checked', findings: files.map((found) => fmtFinding(found, stack, options)), seconds };
}
const nothingNamed = {
    severity: 'error',
    summary: 'fmt says that files are not formatted, but names none',
    detail: '',
};
async function runFmt(stack, ports, { timeoutMs }, args) {
    return await (0,run_tool/* runTool */.qI)(stack, 'fmt', ['fmt', '-check', '-list=true', '-no-color', ...args], ports, {
        document: true,
        keepBytes: maxOutput,
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
}
function fmtFinding({ file, line }, stack, { stackPath, subject }) {
    const path = (0,diagnostic_finding/* repositoryFile */.DQ)(file, stackPath);
    const rule = 'terraform/fmt';
    return {
        rule,
        severity: 'warning',
        message: `${file} is not formatted`,
        help: `Run \`${stack.binary.tool} fmt\` in the directory of the stack.`,
        subject,
        ...(path === undefined ? {} : { location: { file: path, ...(line === undefined ? {} : { line }) } }),
        fingerprint: (0,diagnostic_finding/* fingerprint */.Rj)([rule, subject, file]),
    };
}
/**
 * `validate` without credentials: `init -backend=false` in a data directory of its own, then `validate -json`. With no
 * `dataDir` the stack must be initialised already. The lock file of the stack is put back as it was.
 */
async function validateFindings(stack, ports, options) {
    await (0,stack_run.checkStackDirectory)(stack.directory);
    const { dataDir, redactor, stackPath, subject } = options;
    const timeout = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs };
    const findingsOf = (diagnostics) => diagnostics.map((d) => (0,diagnostic_finding/* diagnosticFinding */.LO)((0,diagnostic_finding/* redactDiagnostic */.L)(d, redactor), stackPath, subject, 'terraform/validate'));
    let used = stack;
    let seconds = 0;
    if (dataDir !== undefined) {
        used = { ...stack, dataDir };
        const init = await keepLockFile(stack.directory, () => (0,terraform_init/* initStack */.X)(used, ports, { backend: false, ...timeout }));
        seconds = init.seconds;
        if (init.kind === 'failed') {
            // Faults in the code are found by init already; anything else leaves the question open.
            const inCode = init.cause === 'config' && (0,diagnostics/* errorsOf */.Bp)(init.diagnostics).every(({ file }) => file !== undefined);
            return inCode ? { kind: 'checked', findings: findingsOf(init.diagnostics), seconds } : init;
        }
    }
    const validate = await (0,run_tool/* runTool */.qI)(used, 'validate', ['validate', '-json', '-no-color'], ports, {
        document: true,
        keepBytes: maxOutput,
        ...timeout,
    });
    seconds += validate.result.seconds;
    const output = (0,diagnostics/* parseValidateOutput */.$Q)(validate.result.stdout);
    if (output === undefined || !(0,run_tool/* succeeded */.gq)(validate, [0, 1]))
        return { ...(0,run_tool/* failureOf */.g5)(validate, noAnswer), seconds };
    const errors = (0,diagnostics/* errorsOf */.Bp)(output.diagnostics).length;
    if (output.valid !== (validate.result.code === 0) || output.valid !== (errors === 0)) {
        return { ...(0,run_tool/* failureOf */.g5)(validate, contradicts), seconds };
    }
    // The tool asks for an init in words of an error in the code.
    if (output.diagnostics.some((d) => notInitialised.test((0,diagnostics/* diagnosticText */.JE)(d)))) {
        return { ...(0,run_tool/* failureOf */.g5)({ ...validate, diagnostics: output.diagnostics }), cause: 'init', seconds };
    }
    return { kind: 'checked', findings: findingsOf(output.diagnostics), seconds };
}
/** Bytes of `fmt` and `validate` output that are read. */
const maxOutput = 16 * 1024 * 1024;
const notInitialised = /Module not installed|Missing required provider|Required plugins are not installed|Inconsistent dependency lock file/;
const noAnswer = {
    severity: 'error',
    summary: 'validate gave no answer that can be read',
    detail: '',
};
const contradicts = {
    severity: 'error',
    summary: 'validate contradicts itself: exit code, `valid` and its errors do not agree',
    detail: '',
};
/** Runs `body`; `.terraform.lock.hcl` is afterwards what it was, or gone if it was not there. */
async function keepLockFile(directory, body) {
    const path = (0,external_node_path_.join)(directory, '.terraform.lock.hcl');
    const before = await (0,promises_.readFile)(path).catch(() => undefined);
    try {
        return await body();
    }
    finally {
        const after = await (0,promises_.readFile)(path).catch(() => undefined);
        if (before === undefined)
            await (0,promises_.rm)(path, { force: true });
        else if (after === undefined || !after.equals(before))
            await (0,promises_.writeFile)(path, before);
    }
}

// EXTERNAL MODULE: ./src/terraform/transient.ts
var terraform_transient = __webpack_require__(1986);
;// CONCATENATED MODULE: ./src/terraform/plan.ts





/** Plans an initialised stack. Throws `UserError` for inputs it does not take. */
async function planStack(stack, ports, options) {
    (0,stack_run.checkStackRun)(stack);
    const { planFile } = options;
    let seconds = 0;
    for (let tries = 0;; tries += 1) {
        await prepare(planFile);
        let changed = false;
        const onEvent = (event) => {
            if (event.kind === 'summary' && event.changed)
                changed = true;
            if (event.kind !== 'progress')
                return;
            if (event.progress.step === 'planned')
                changed = true;
            options.onProgress?.(event.progress);
        };
        const run = await (0,run_tool/* runTool */.qI)(stack, 'plan', planArgs(stack, planFile), ports, {
            onEvent,
            ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
            ...(options.workspace === undefined ? {} : { workspace: options.workspace }),
        });
        seconds += run.result.seconds;
        const written = await isWritten(planFile);
        if ((0,run_tool/* succeeded */.gq)(run, [0, 2]) && written) {
            changed ||= run.result.code === 2;
            return { kind: 'planned', changed, diagnostics: run.diagnostics, planFile, seconds };
        }
        const failure = (0,run_tool/* failureOf */.g5)(run, written || !(0,run_tool/* succeeded */.gq)(run, [0, 2]) ? undefined : noPlanFile);
        const wait = terraform_transient/* backoff */.JN[tries];
        if (failure.cause !== 'lock' || wait === undefined || !(0,terraform_transient/* isTransientLock */.K3)(failure.diagnostics)) {
            if (!written)
                await (0,promises_.rm)(planFile, { force: true });
            return { ...failure, seconds, partialPlan: written };
        }
        ports.log?.info(`the state lock could not be asked for: try ${tries + 2} in ${wait / 1000} s`);
        await ports.clock.sleep(wait);
    }
}
const noPlanFile = {
    severity: 'error',
    summary: 'the plan ended without an error, but wrote no plan file',
    detail: 'Is the program found a wrapper, or does TF_CLI_ARGS_plan change what it does?',
};
function planArgs(stack, planFile) {
    return [
        'plan',
        '-json',
        '-input=false',
        '-no-color',
        '-detailed-exitcode',
        `-lock-timeout=${stack.lockTimeout}`,
        ...stack.varFiles.map((file) => `-var-file=${file}`),
        ...stack.planArgs,
        `-out=${planFile}`,
    ];
}
/** An empty file of the right mode: both tools open it to write and keep its mode. */
async function prepare(planFile) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(planFile), { recursive: true, mode: 0o700 });
    await (0,promises_.rm)(planFile, { force: true });
    await (0,promises_.writeFile)(planFile, '', { mode: 0o600, flag: 'wx' });
}
async function isWritten(planFile) {
    const found = await (0,promises_.stat)(planFile).catch(() => undefined);
    if (found === undefined || found.size === 0)
        return false;
    await (0,promises_.chmod)(planFile, 0o600);
    return true;
}

// EXTERNAL MODULE: ./src/terraform/plan/parse.ts
var parse = __webpack_require__(5501);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./src/terraform/plan-input.ts
var plan_input = __webpack_require__(6804);
;// CONCATENATED MODULE: ./src/terraform/show.ts
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






/**
 * Turns a saved plan into plan JSON, in a file of mode 0600: it holds every secret of the stack in clear. The stack
 * must be initialised (the tool asks the providers for their schemas). Throws `UserError` when `planFile` is not a
 * saved plan; nothing is left at `jsonFile` on failure.
 */
async function showPlan(stack, planFile, jsonFile, ports, options = {}) {
    const kind = await (0,plan_input/* classifyPlanFile */.g)(planFile);
    if (kind.kind === 'plan-json')
        throw new TypeError('plan JSON needs no show');
    await (0,promises_.rm)(jsonFile, { force: true });
    const run = await (0,run_tool/* runTool */.qI)(stack, 'show', ['show', '-json', '-no-color', planFile], ports, {
        ...options,
        document: { file: jsonFile },
    });
    const complete = (0,run_tool/* succeeded */.gq)(run) && (await dropNoise(jsonFile)) && (await isWholeObject(jsonFile));
    if (complete)
        return { kind: 'shown', jsonFile, seconds: run.result.seconds };
    await (0,promises_.rm)(jsonFile, { force: true });
    const failure = (0,run_tool/* failureOf */.g5)(run, (0,run_tool/* succeeded */.gq)(run) ? truncated : undefined);
    if (failure.cause === 'cancelled' || failure.cause === 'timeout')
        return failure;
    const said = failure.diagnostics.map(diagnostics/* diagnosticText */.JE).join('\n');
    const other = /created by (?:OpenTofu or Terraform|OpenTofu|Terraform) (\S+?), but this is (\S+?)[;,]/.exec(said);
    if (other !== null) {
        return {
            ...failure,
            cause: 'config',
            help: `The plan was made by version ${other[1] ?? ''}, this is ${stack.binary.tool} ${other[2] ?? ''}: set \`tool\` and \`tool-version\` to what made it, or give the output of \`show -json\`.`,
        };
    }
    if (kind.kind === 'cloud-plan') {
        return {
            ...failure,
            cause: failure.cause === 'bug' ? 'init' : failure.cause,
            help: 'This saved plan only names a run in HCP Terraform: run in a stack that is initialised with its `cloud` block, and with a token for it.',
        };
    }
    return failure;
}
const truncated = {
    severity: 'error',
    summary: 'the plan was shown, but what came is not a whole JSON document',
    detail: '',
};
/** Bytes in which the document must begin. */
const noiseLimit = 64 * 1024;
/**
 * Removes what stands before the document: OpenTofu writes warnings about its CLI configuration to stdout, before the
 * JSON. False when no document begins.
 */
async function dropNoise(path) {
    const start = await documentStart(path);
    if (start <= 0)
        return start === 0;
    const clean = `${path}.clean`;
    try {
        await (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(path, { start }), (0,external_node_fs_.createWriteStream)(clean, { mode: 0o600, flags: 'wx' }));
        await (0,promises_.rename)(clean, path);
    }
    catch (thrown) {
        await (0,promises_.rm)(clean, { force: true });
        throw thrown;
    }
    return true;
}
/** Where the first line that begins with `{` does; -1 when there is none. */
async function documentStart(path) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_1, await (0,promises_.open)(path, 'r'), true);
        const { buffer, bytesRead } = await file.read(Buffer.alloc(noiseLimit), 0, noiseLimit, 0);
        const head = buffer.toString('latin1', 0, bytesRead);
        return head.startsWith('{') ? 0 : head.indexOf('\n{') + 1 || -1;
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
/** A cheap look at both ends; the reader of the plan parses it all. */
async function isWholeObject(path) {
    try {
        const env_2 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_2, await (0,promises_.open)(path, 'r'), true);
            const { size } = await file.stat();
            const first = Buffer.alloc(1);
            const last = Buffer.alloc(Math.min(16, size));
            await file.read(first, 0, 1, 0);
            await file.read(last, 0, last.length, size - last.length);
            return first.toString('latin1') === '{' && last.toString('latin1').trimEnd().endsWith('}');
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
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./src/terraform/workspace.ts
var workspace = __webpack_require__(1733);
;// CONCATENATED MODULE: ./src/terraform/plan-stack.ts










/**
 * init → workspace → plan → show, and the checks. A plan that succeeded has validated the code already, so `validate`
 * runs only where there is no plan: it needs no credentials and still finds what is wrong with the code.
 */
async function makeStackPlan(request, ports) {
    const { stack, run, checks, folder } = request;
    const started = ports.clock.now();
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const options = { stackPath: stack.path, subject: stack.name, redactor: request.redactor };
    const fmt = checks.includes('fmt') ? await fmtFindings(run, ports, options) : undefined;
    const planned = await initAndPlan(request, ports);
    const broken = planned.failure?.cause === 'config';
    const findings = fmt === undefined ? [] : findingsOf(fmt, 'terraform/fmt', request, broken);
    const stopped = planned.failure?.cause === 'cancelled';
    if (planned.failure !== undefined && !broken && !stopped && checks.includes('validate')) {
        request.onPhase?.('checks');
        const dataDir = (0,external_node_path_.join)(folder, 'validate-data');
        const validated = await validateFindings(run, ports, { ...options, dataDir });
        const told = validated.kind === 'failed' && validated.cause === planned.failure.cause;
        findings.push(...findingsOf(validated, 'terraform/validate', request, told));
    }
    return { stack, run, findings, ...planned, seconds: (ports.clock.now() - started) / 1000 };
}
/** Both checks, for a plan that was made elsewhere. */
async function findingsOfChecks(request, ports) {
    const { run, stack, checks, folder } = request;
    const options = { stackPath: stack.path, subject: stack.name, redactor: request.redactor };
    const found = [];
    if (checks.includes('fmt'))
        found.push(...findingsOf(await fmtFindings(run, ports, options), 'terraform/fmt', request, false));
    if (checks.includes('validate')) {
        const validated = await validateFindings(run, ports, {
            ...options,
            dataDir: (0,external_node_path_.join)(folder, 'validate-data'),
        });
        found.push(...findingsOf(validated, 'terraform/validate', request, false));
    }
    return found;
}
/** A check that could not be made is an error of its own, unless the plan has already failed for the same reason. */
function findingsOf(result, rule, request, told) {
    if (result.kind === 'checked')
        return [...result.findings];
    if (told)
        return [];
    return (0,diagnostics/* errorsOf */.Bp)(result.diagnostics).map((diagnostic) => (0,diagnostic_finding/* diagnosticFinding */.LO)((0,diagnostic_finding/* redactDiagnostic */.L)(diagnostic, request.redactor), request.stack.path, request.stack.name, rule));
}
async function initAndPlan(request, ports) {
    const { run, folder, onPhase, onProgress } = request;
    const serially = request.serially ?? ((body) => body());
    onPhase?.('init');
    const init = await serially(() => (0,terraform_init/* initStack */.X)(run, ports, { backend: true }));
    if (init.kind === 'failed')
        return failed(init);
    const selected = await (0,workspace/* selectWorkspace */.I)(run, ports);
    if (selected.kind === 'failed')
        return failed(selected, init.diagnostics);
    await request.beforePlan?.();
    onPhase?.('plan');
    const planFile = (0,external_node_path_.join)(folder, 'plan.tfplan');
    const planned = await planStack(run, ports, {
        planFile,
        ...(selected.workspace === undefined ? {} : { workspace: selected.workspace }),
        ...(onProgress === undefined ? {} : { onProgress }),
    });
    const before = init.diagnostics;
    // After a signal nothing more may be started: what terraform said last must reach the report.
    const cancelled = planned.kind === 'failed' && planned.cause === 'cancelled';
    if (cancelled || (planned.kind === 'failed' && !planned.partialPlan))
        return failed(planned, before);
    onPhase?.('show');
    const shown = await readPlan(run, planFile, folder, ports);
    if (planned.kind === 'failed') {
        // The partial plan is worth a look, and tells which values are secret; it is never handed on.
        return {
            ...failed(planned, before),
            ...(shown.raw === undefined ? {} : { raw: { ...shown.raw, errored: true } }),
        };
    }
    const diagnostics = [...before, ...planned.diagnostics];
    if (shown.failure !== undefined)
        return { ...shown, diagnostics: [...diagnostics, ...shown.diagnostics] };
    const targeted = planned.diagnostics.some(({ summary }) => summary === targetedSummary);
    const raw = shown.raw === undefined
        ? {}
        : { raw: { ...whatRunTold(planned.changed), ...shown.raw, ...(targeted ? { complete: false } : {}) } };
    return { ...shown, ...raw, diagnostics, planFile };
}
/** For the JSON of Terraform 1.5, which has neither, and of OpenTofu, which has no `applyable`. */
function whatRunTold(changed) {
    return { errored: false, ...(changed ? { applyable: true } : {}) };
}
/** Terraform before 1.8 and OpenTofu do not say in the JSON (`complete`) that a plan has targets; all warn of it. */
const targetedSummary = 'Resource targeting is in effect';
/** Reads a saved plan through `show -json`; its JSON goes to a private file, never to the log. */
async function readPlan(run, planFile, folder, ports) {
    const jsonFile = (0,external_node_path_.join)(folder, 'plan.json');
    const shown = await showPlan(run, planFile, jsonFile, ports);
    if (shown.kind === 'failed')
        return failed(shown);
    return { raw: (0,parse/* parsePlanJson */.X)(await (0,promises_.readFile)(shown.jsonFile, 'utf8')), diagnostics: [] };
}
function failed(failure, before = []) {
    return { failure, diagnostics: [...before, ...failure.diagnostics] };
}


/***/ }),

/***/ 5538:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g5: () => (/* binding */ failureOf),
  qI: () => (/* binding */ runTool),
  gq: () => (/* binding */ succeeded)
});

// EXTERNAL MODULE: ./src/terraform/causes.ts
var causes = __webpack_require__(7878);
// EXTERNAL MODULE: ./src/terraform/diagnostics-text.ts
var diagnostics_text = __webpack_require__(8998);
// EXTERNAL MODULE: ./src/terraform/diagnostics.ts
var terraform_diagnostics = __webpack_require__(2972);
;// CONCATENATED MODULE: ./src/terraform/events.ts

/** https://developer.hashicorp.com/terraform/internals/machine-readable-ui#message-types; OpenTofu has the same. */
const steps = {
    state_lock_acquire: 'lock-wait',
    refresh_start: 'refresh-start',
    refresh_complete: 'refresh-complete',
    resource_drift: 'drift',
    planned_change: 'planned',
    apply_start: 'apply-start', // also the reading of a data source while planning
    apply_progress: 'apply-progress',
    apply_complete: 'apply-complete',
    apply_errored: 'apply-errored',
};
/** One line of `-json` output; undefined for any line that is not one (noise of wrappers, hooks, plugins). */
function parseEvent(line) {
    if (!line.startsWith('{'))
        return undefined;
    let parsed;
    try {
        parsed = JSON.parse(line);
    }
    catch {
        return undefined;
    }
    const raw = (0,terraform_diagnostics/* record */.g1)(parsed);
    const message = (0,terraform_diagnostics/* text */.Qq)(raw?.['@message']);
    if (raw === undefined || message === undefined)
        return undefined;
    const type = (0,terraform_diagnostics/* text */.Qq)(raw['type']) ?? '';
    // Before the diagnostics: Terraform says it in one, OpenTofu in a message without a type.
    if (isInterrupt(message))
        return { kind: 'interrupt' };
    if (type === 'diagnostic') {
        const diagnostic = (0,terraform_diagnostics/* diagnosticFromJson */.cN)(raw['diagnostic']);
        return diagnostic === undefined ? undefined : { kind: 'diagnostic', diagnostic };
    }
    const step = Object.hasOwn(steps, type) ? steps[type] : undefined;
    if (step !== undefined)
        return { kind: 'progress', progress: progressOf(step, raw), ...objectOf((0,terraform_diagnostics/* record */.g1)(raw['hook'])) };
    if (type === 'change_summary')
        return { kind: 'summary', changed: hasCounts(raw['changes']), ...appliedOf((0,terraform_diagnostics/* record */.g1)(raw['changes'])) };
    if (type === 'outputs')
        return { kind: 'summary', changed: hasOutputs(raw['outputs']), outputs: outputsOf(raw['outputs']) };
    return { kind: 'other' };
}
/**
 * Both tools say so on the first signal: while planning, and while installing. The errors that come with it are often
 * others (a lock not acquired, a registry that did not answer).
 */
function isInterrupt(message) {
    return /^\s*(Interrupt received\.|Two interrupts received\.|(Error: )?\w+ installation was cancell?ed by an interrupt signal)/m.test(message);
}
function progressOf(step, raw) {
    const body = (0,terraform_diagnostics/* record */.g1)(raw['hook']) ?? (0,terraform_diagnostics/* record */.g1)(raw['change']);
    const address = (0,terraform_diagnostics/* text */.Qq)((0,terraform_diagnostics/* record */.g1)(body?.['resource'])?.['addr']);
    const action = (0,terraform_diagnostics/* text */.Qq)(body?.['action']);
    return {
        step,
        ...(address === undefined ? {} : { address }),
        ...(action === undefined ? {} : { action }),
    };
}
function objectOf(hook) {
    const key = (0,terraform_diagnostics/* text */.Qq)(hook?.['id_key']);
    const value = (0,terraform_diagnostics/* text */.Qq)(hook?.['id_value']);
    return key === undefined || value === undefined ? {} : { object: { key, value } };
}
function appliedOf(changes) {
    const operation = changes?.['operation'];
    if (operation !== 'apply' && operation !== 'destroy')
        return {};
    const imported = changes?.['import'];
    return { applied: { imported: typeof imported === 'number' ? imported : 0 } };
}
function outputsOf(value) {
    const outputs = Object.entries((0,terraform_diagnostics/* record */.g1)(value) ?? {}).map(([name, output]) => {
        const raw = (0,terraform_diagnostics/* record */.g1)(output);
        return [name, { sensitive: raw?.['sensitive'] !== false, value: raw?.['value'] }];
    });
    return Object.fromEntries(outputs);
}
function hasCounts(value) {
    return Object.values((0,terraform_diagnostics/* record */.g1)(value) ?? {}).some((count) => typeof count === 'number' && count > 0);
}
function hasOutputs(value) {
    return Object.values((0,terraform_diagnostics/* record */.g1)(value) ?? {}).some((output) => {
        const action = (0,terraform_diagnostics/* text */.Qq)((0,terraform_diagnostics/* record */.g1)(output)?.['action']);
        return action !== undefined && action !== 'noop' && action !== 'no-op';
    });
}

// EXTERNAL MODULE: ./src/terraform/lock.ts
var terraform_lock = __webpack_require__(9225);
// EXTERNAL MODULE: ./src/terraform/stack-run.ts
var stack_run = __webpack_require__(9624);
;// CONCATENATED MODULE: ./src/terraform/run-tool.ts






/** Diagnostics of one run that are kept; a broken module called a thousand times says the same a thousand times. */
const maxDiagnostics = 500;
/** Bytes of text kept of each stream. */
const maxText = 256 * 1024;
/** Runs the tool in the stack's directory. Memory is bounded, however much it prints. */
async function runTool(stack, phase, args, ports, options = {}) {
    const events = [];
    const text = tailOf(maxText);
    const seen = { interrupted: false, left: 0 };
    const onStdoutLine = (line) => {
        const event = parseEvent(line);
        if (event === undefined) {
            if (isInterrupt((0,diagnostics_text/* stripAnsi */.a)(line)))
                seen.interrupted = true;
            text.add(line);
            return;
        }
        if (event.kind === 'interrupt')
            seen.interrupted = true;
        if (event.kind === 'diagnostic') {
            if (events.length < maxDiagnostics)
                events.push(event.diagnostic);
            else
                seen.left += 1;
        }
        options.onEvent?.(event);
    };
    const { document } = options;
    const result = await ports.exec(stack.binary.path, args, {
        cwd: stack.directory,
        env: (0,stack_run.toolEnv)(stack, options.workspace),
        keepBytes: options.keepBytes ?? maxText,
        ...options.signals,
        ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
        ...(document === undefined || document === false ? { onStdoutLine } : {}),
        ...(typeof document === 'object' ? { stdoutFile: document.file } : {}),
    });
    const fromText = [...(0,diagnostics_text/* parseTextDiagnostics */.t)(result.stderr), ...(0,diagnostics_text/* parseTextDiagnostics */.t)(text.value())];
    const diagnostics = (0,terraform_diagnostics/* distinctDiagnostics */.$e)([...events, ...fromText]);
    if (seen.left > 0)
        diagnostics.push(notShown(seen.left));
    return {
        phase,
        tool: stack.binary.tool,
        result,
        diagnostics,
        interrupted: seen.interrupted || isInterrupt((0,diagnostics_text/* stripAnsi */.a)(result.stderr)),
        argsFrom: Object.keys(stack.env).filter((name) => addsArguments(name, stack.env[name], phase)),
        noise: (0,diagnostics_text/* stripAnsi */.a)(result.stderr.trim() === '' ? text.value() : result.stderr).trim(),
    };
}
/** https://developer.hashicorp.com/terraform/cli/config/environment-variables#tf_cli_args-and-tf_cli_args_name */
function addsArguments(name, value = '', phase) {
    return value.trim() !== '' && (name === 'TF_CLI_ARGS' || name.startsWith(`TF_CLI_ARGS_${phase}`));
}
/** What both tools say of arguments they do not take; older commands print how they are used. */
const badArguments = /Failed to parse command-line flags|Too many command line arguments|flag provided but not defined|^Usage: /m;
/** True when nothing says otherwise: no code but those allowed, no signal, no error diagnostic. */
function succeeded(run, codes = [0]) {
    const { code, signal, timedOut } = run.result;
    const ended = signal === undefined && !timedOut && !run.interrupted;
    return ended && code !== undefined && codes.includes(code) && (0,terraform_diagnostics/* errorsOf */.Bp)(run.diagnostics).length === 0;
}
/**
 * The failure a run ended with. A stop by signal or timeout explains more than the error that follows it. `instead`
 * says what is wrong with a run that looks good by its exit code.
 */
function failureOf(run, instead) {
    const seconds = run.result.seconds;
    const known = (0,terraform_diagnostics/* errorsOf */.Bp)(run.diagnostics).length > 0;
    const said = known ? run.diagnostics : [...run.diagnostics, instead ?? lastWords(run)];
    if (run.result.timedOut) {
        const stopped = stop(run, `did not finish in time and was stopped after ${Math.round(seconds)} s`);
        return { kind: 'failed', phase: run.phase, cause: 'timeout', diagnostics: [stopped, ...said], seconds };
    }
    if (run.interrupted || run.result.signal !== undefined) {
        const stopped = stop(run, `was stopped by ${run.result.signal ?? 'a signal'}`);
        return { kind: 'failed', phase: run.phase, cause: 'cancelled', diagnostics: [stopped, ...said], seconds };
    }
    const lock = (0,terraform_lock/* findLockInfo */.b)(said);
    const cause = (0,causes/* causeOf */.r)(said, run.phase);
    const words = [run.noise, ...said.map(({ summary, detail }) => `${summary}\n${detail}`)];
    const environment = run.argsFrom.length > 0 && words.some((text) => badArguments.test(text));
    return {
        kind: 'failed',
        phase: run.phase,
        ...cause,
        ...(environment ? { cause: 'config', help: fromEnvironment(run.argsFrom) } : {}),
        diagnostics: said,
        ...(lock === undefined || cause.cause !== 'lock' ? {} : { lock }),
        seconds,
    };
}
function fromEnvironment(names) {
    return `${names.join(' and ')} of the environment ${names.length === 1 ? 'adds' : 'add'} arguments to this command: correct ${names.length === 1 ? 'it' : 'them'}, or init-args and plan-args.`;
}
function stop(run, how) {
    return { severity: 'error', summary: `${run.tool} ${run.phase} ${how}`, detail: '' };
}
/** What stands in for a diagnostic where the tool gave none: its last lines. */
function lastWords(run) {
    const { code } = run.result;
    const how = code === undefined ? '' : code === 0 ? ' although it ended with exit code 0' : ` (exit code ${code})`;
    const lines = run.noise.split('\n');
    // A crash says what it is in its first lines, all else in the last.
    const crash = lines.findIndex((line) => / CRASH |^panic: /.test(line));
    const shown = crash < 0 ? lines.slice(-20) : lines.slice(crash, crash + 20);
    return {
        severity: 'error',
        summary: `${run.tool} ${run.phase} failed${how}`,
        detail: shown.join('\n').trim(),
    };
}
function notShown(count) {
    return { severity: 'warning', summary: `${count} more diagnostics are not shown`, detail: '' };
}
/** Keeps the end of many lines. */
function tailOf(limit) {
    let lines = [];
    let size = 0;
    return {
        add(line) {
            lines.push(line.length > limit ? line.slice(-limit) : line);
            size += line.length + 1;
            if (size > 2 * limit) {
                const kept = lines.join('\n').slice(-limit);
                lines = [kept];
                size = kept.length;
            }
        },
        value: () => lines.join('\n').slice(-limit),
    };
}


/***/ }),

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


/***/ }),

/***/ 1986:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JN: () => (/* binding */ backoff),
/* harmony export */   K3: () => (/* binding */ isTransientLock),
/* harmony export */   Q8: () => (/* binding */ isTransientRegistry)
/* harmony export */ });
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2972);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9225);


/** Said while talking to a registry, a provider mirror, a module source or a release download. */
const registryTalk = /Failed to (query available|resolve) provider packages|Failed to install provider|Error accessing remote module registry|Failed to (request|retrieve) discovery document|Could not download module|Failed to download module|error downloading/i;
const registryRules = [
    {
        pattern: /\b(429 Too Many Requests|50[0234] (Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out))/i,
        source: 'registry_client.go and package_install.go of both tools print the HTTP status line of the last answer',
    },
    {
        pattern: /unsuccessful status (429|50[0234])|bad response code: (429|50[0234])|returned error: (429|50[0234])/,
        source: 'http_mirror_source.go, go-getter (get_http.go) and git, in their words for the same statuses',
    },
    {
        pattern: /Client\.Timeout exceeded|context deadline exceeded|TLS handshake timeout|i\/o timeout|Connection timed out/i,
        source: 'Go net/http; hashicorp/terraform issues 26532, 30167, 30528 and 34261: gone on the next run',
    },
    {
        pattern: /connection reset by peer|unexpected EOF|: EOF\b|http2: server sent GOAWAY|broken pipe|early EOF|incorrect response size/,
        source: 'Go net, git and package_install.go: the connection broke during the transfer',
    },
    {
        pattern: /server misbehaving|Temporary failure in name resolution/,
        source: 'Go net (dnsclient): SERVFAIL and EAI_AGAIN, which resolvers give while they are overloaded',
    },
    {
        // For any other name "no such host" is a typing error; these exist for sure.
        pattern: /(lookup|resolve host:?) (registry\.terraform\.io|registry\.opentofu\.org|releases\.hashicorp\.com|app\.terraform\.io|github\.com|codeload\.github\.com|objects\.githubusercontent\.com|release-assets\.githubusercontent\.com)\b/,
        source: 'Go net and git: the resolver of the machine is not up yet',
    },
];
/** Never tried again, whatever else the message says: the next answer is the same. */
const lastingRules = /(incorrect|expected) checksum|checksum list has|doesn't match|does not have a provider named|no available releases match|requires authentication|rejected the given authentication|invalid credentials|\b40[134] (Unauthorized|Forbidden|Not Found)|x509|does not offer|does not support|response (includes invalid|has incorrect)|(authentication|checking) signature/i;
const lockRules = [
    {
        pattern: /ConditionalRequestConflict/,
        source: 'Amazon S3 API: 409 of conditional writes that ran at the same time, "retry the request"',
    },
    {
        pattern: /ProvisionedThroughputExceeded|ThrottlingException|RequestLimitExceeded|SlowDown\b|TransactionConflict/,
        source: 'Amazon DynamoDB and S3 API: listed as to be retried by the client',
    },
];
/** True when every error is a talk with a registry or download that is known to work on the next try. */
function isTransientRegistry(diagnostics) {
    return every(diagnostics, (message) => {
        if (!registryTalk.test(message))
            return false;
        return !lastingRules.test(message) && registryRules.some(({ pattern }) => pattern.test(message));
    });
}
/**
 * True when the lock could not be taken for a reason that passes at once. Waiting for another holder is not one of
 * them: `-lock-timeout` does that, inside the tool.
 */
function isTransientLock(diagnostics) {
    return every(diagnostics, (message, diagnostic) => {
        if (!_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockSummary */ .q.test(message))
            return false;
        if (lockRules.some(({ pattern }) => pattern.test(message)))
            return true;
        // The holder let go between the refusal and the question who it is. statemgr.LockWithContext of both tools gives
        // up at once when the lock has no id, without waiting for -lock-timeout.
        const refused = /ConditionalCheckFailed|PreconditionFailed|conditionNotMet/.test(message);
        return refused && (0,_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .findLockInfo */ .b)([diagnostic])?.id === undefined;
    });
}
function every(diagnostics, holds) {
    const errors = (0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__/* .errorsOf */ .Bp)(diagnostics);
    return errors.length > 0 && errors.every((d) => holds((0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_1__/* .diagnosticText */ .JE)(d), d));
}
/** Waits before the 2nd, 3rd and 4th try, in milliseconds. */
const backoff = [2_000, 8_000, 20_000];


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ selectWorkspace)
/* harmony export */ });
/* unused harmony export parseWorkspaces */
/* harmony import */ var _diagnostics_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8998);
/* harmony import */ var _diagnostics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2972);
/* harmony import */ var _run_tool_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5538);
/* harmony import */ var _stack_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9624);




/**
 * Makes sure that the workspace asked for exists, by its exact name; needs a stack that is initialised with its
 * backend. Nothing is selected in `.terraform`: runs get the name by TF_WORKSPACE, so that runs of several workspaces
 * do not disturb each other. TF_WORKSPACE alone is a trap: with a name that does not exist, local and object-store
 * backends plan a new, empty workspace, where everything is to be created. None is ever created here.
 */
async function selectWorkspace(stack, ports, options = {}) {
    const workspace = (0,_stack_run_js__WEBPACK_IMPORTED_MODULE_1__.wantedWorkspace)(stack);
    if (workspace === undefined)
        return { kind: 'selected' };
    const run = await (0,_run_tool_js__WEBPACK_IMPORTED_MODULE_0__/* .runTool */ .qI)(stack, 'workspace', ['workspace', 'list'], ports, { ...options, document: true });
    if (!(0,_run_tool_js__WEBPACK_IMPORTED_MODULE_0__/* .succeeded */ .gq)(run)) {
        const failure = (0,_run_tool_js__WEBPACK_IMPORTED_MODULE_0__/* .failureOf */ .g5)(run);
        const unsupported = failure.diagnostics.some((d) => /workspaces not supported/.test((0,_diagnostics_js__WEBPACK_IMPORTED_MODULE_2__/* .diagnosticText */ .JE)(d)));
        if (!unsupported)
            return failure;
        // All that there is on such a backend, and what it is called in plans.
        if (workspace === 'default')
            return { kind: 'selected' };
        return {
            ...failure,
            cause: 'config',
            help: 'This backend has no workspaces: leave `workspace` (and TF_WORKSPACE) empty.',
        };
    }
    const names = parseWorkspaces(run.result.stdout);
    if (names.includes(workspace))
        return { kind: 'selected', workspace };
    return {
        kind: 'failed',
        phase: 'workspace',
        cause: 'config',
        help: 'Correct the `workspace` input, or create the workspace first: none is created here.',
        diagnostics: [
            {
                severity: 'error',
                summary: `workspace "${workspace}" does not exist`,
                detail: names.length === 0 ? 'The backend has none.' : `Workspaces that exist: ${names.join(', ')}.`,
            },
        ],
        seconds: run.result.seconds,
    };
}
/** Names of `workspace list`: two characters (a star before the current one), then the name, which has no spaces. */
function parseWorkspaces(stdout) {
    return (0,_diagnostics_text_js__WEBPACK_IMPORTED_MODULE_3__/* .stripAnsi */ .a)(stdout)
        .split(/\r?\n/)
        .flatMap((line) => /^(?:\* | {2})(\S+)\s*$/.exec(line)?.[1] ?? []);
}


/***/ })

};
