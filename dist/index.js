import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 5087:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Gm: () => (/* binding */ MAX_OUTPUT_CHARACTERS),
  XI: () => (/* binding */ action),
  Cs: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __nccwpck_require__(4296);
// EXTERNAL MODULE: ./src/core/event.ts
var core_event = __nccwpck_require__(7667);
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:perf_hooks"
var external_node_perf_hooks_ = __nccwpck_require__(643);
;// CONCATENATED MODULE: external "node:process"
const external_node_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");
;// CONCATENATED MODULE: ./src/core/child-tracker.ts
function childTracker() {
    const children = new Map();
    let stoppedBy;
    return {
        signal(signal) {
            stoppedBy ??= signal;
            for (const send of children.values())
                send(signal);
        },
        running: () => [...children.keys()],
        stoppedBy: () => stoppedBy,
        add(child, send) {
            children.set(child, send);
            return () => void children.delete(child);
        },
    };
}
/**
 * Passes on what tells us to stop. GitHub's runner sends SIGINT to the action's process alone, SIGTERM 7.5 s later,
 * and kills everything 2.5 s after that: Terraform takes the first as "stop, save, unlock" and the second as "now".
 * When a terminal goes away, children hear SIGINT, since Terraform does not know SIGHUP and would die of it.
 * When we exit, whatever is left is killed. Returns what undoes it.
 */
function forwardSignals(source, children, onSignal = () => undefined) {
    const forwarded = {
        SIGINT: 'SIGINT',
        SIGTERM: 'SIGTERM',
        SIGHUP: 'SIGINT',
    };
    const listeners = Object.entries(forwarded).map(([name, passed]) => {
        const signal = name;
        const listener = () => {
            children.signal(passed);
            onSignal(signal);
        };
        source.on(signal, listener);
        return () => source.off(signal, listener);
    });
    const onExit = () => children.signal('SIGKILL');
    source.on('exit', onExit);
    return () => {
        for (const off of listeners)
            off();
        source.off('exit', onExit);
    };
}

;// CONCATENATED MODULE: ./src/core/exec-errors.ts



/** Why a program could not be started, and what to do. Never names the arguments: they may hold secrets. */
function startError(command, cwd, thrown) {
    const name = (0,external_node_path_.basename)(command);
    const code = (0,errors/* errorCode */.CA)(thrown);
    const make = (message, help) => new errors/* UserError */.yo(message, { help, cause: thrown });
    if ((code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES') && cwd !== undefined && !isFolder(cwd)) {
        return new errors/* UserError */.yo(`${name} could not be started: its working directory does not exist or cannot be entered.`, {
            help: 'Check the path; it is relative to the repository.',
            where: cwd,
            cause: thrown,
        });
    }
    switch (code) {
        case 'ENOENT':
        case 'ENOTDIR':
            return command === name
                ? make(`${name} was not found on PATH.`, `Install ${name} in an earlier step.`)
                : make(`${name} was not found at ${command}.`, 'Check the path, or let it be found on PATH.');
        case 'EACCES':
        case 'EPERM':
            return make(`${name} may not be executed.`, `Make the file executable: chmod +x ${command}`);
        case 'ENOEXEC':
        case 'EBADARCH':
            return make(`${name} is no program that this machine can run.`, 'Install the build for its platform.');
        case 'E2BIG':
            return make(`${name} was given more arguments or environment than the system allows.`, 'Pass values by file.');
        case 'ERR_INVALID_ARG_VALUE':
            return make(`${name} was given an argument or variable with a zero byte.`, 'Remove it from the input.');
        case undefined:
        default:
            return make(`${name} could not be started (${code ?? 'unknown reason'}).`, 'Check the machine: memory, processes, files.');
    }
}
function isFolder(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isDirectory();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
;// CONCATENATED MODULE: ./src/core/exec-output.ts

/** A line longer than this is cut: a program may write for ever without a line end. In UTF-16 code units. */
const LONGEST_LINE = 4 * 1024 * 1024;
const NEWLINE = 0x0a;
/** Characters that are cut by chunk borders come out whole. An over-long line ends with a note of what was cut. */
function makeLineSplitter(onLine, longest = LONGEST_LINE) {
    const decoder = new external_node_string_decoder_namespaceObject.StringDecoder('utf8');
    let pieces = [];
    let kept = 0;
    let cut = 0;
    const add = (piece) => {
        const room = longest - kept;
        if (piece.length > room)
            cut += piece.length - room;
        if (room <= 0 || piece === '')
            return;
        const fits = piece.length > room ? piece.slice(0, room) : piece;
        pieces.push(fits);
        kept += fits.length;
    };
    const flush = () => {
        let line = pieces.join('');
        if (cut > 0)
            line += ` … (line cut: ${cut} more characters)`;
        else if (line.endsWith('\r'))
            line = line.slice(0, -1);
        pieces = [];
        kept = 0;
        cut = 0;
        onLine(line);
    };
    const take = (text) => {
        let from = 0;
        for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
            add(text.slice(from, at));
            flush();
            from = at + 1;
        }
        add(text.slice(from));
    };
    return {
        push: (chunk) => take(decoder.write(chunk)),
        end: () => {
            take(decoder.end());
            if (kept > 0)
                flush();
        },
    };
}
/**
 * Keeps up to `keepBytes`: half from the start, half from the end. Where the middle is dropped, broken lines at the
 * edges go too, if there are line ends at all: half a secret would not be recognized as one.
 */
function makeOutputKeeper(keepBytes) {
    const headRoom = Math.floor(keepBytes / 2);
    const tailRoom = keepBytes - headRoom;
    const head = [];
    let headBytes = 0;
    let tail = [];
    let tailBytes = 0;
    let total = 0;
    let truncated = false;
    return {
        push(chunk) {
            total += chunk.length;
            let rest = chunk;
            if (headBytes < headRoom) {
                const fits = rest.subarray(0, headRoom - headBytes);
                head.push(fits);
                headBytes += fits.length;
                rest = rest.subarray(fits.length);
            }
            if (rest.length === 0)
                return;
            tail.push(rest);
            tailBytes += rest.length;
            if (tailBytes > tailRoom)
                truncated = true;
            // Twice the room before it is cut down: each byte is then copied once at most.
            if (tailBytes > 2 * tailRoom + 65_536) {
                const kept = lastBytes(tail, tailRoom);
                tail = [kept];
                tailBytes = kept.length;
            }
        },
        text() {
            if (!truncated)
                return Buffer.concat([...head, ...tail]).toString('utf8');
            const first = wholeStart(Buffer.concat(head));
            const last = wholeEnd(lastBytes(tail, tailRoom));
            const missing = total - first.length - last.length;
            return `${first.toString('utf8')}… (${missing} bytes left out) …\n${last.toString('utf8')}`;
        },
        get truncated() {
            return truncated;
        },
    };
}
function lastBytes(chunks, count) {
    const all = Buffer.concat(chunks);
    return Buffer.from(all.subarray(Math.max(0, all.length - count)));
}
/** Up to the last line end, or else the last whole character. */
function wholeStart(bytes) {
    const lineEnd = bytes.lastIndexOf(NEWLINE);
    if (lineEnd >= 0)
        return bytes.subarray(0, lineEnd + 1);
    let end = bytes.length;
    while (end > 0 && isContinuation(bytes[end - 1]))
        end--;
    // What leads the last character, unless that is of one byte.
    if (end > 0 && (bytes[end - 1] ?? 0) >= 0xc0)
        end--;
    return bytes.subarray(0, end);
}
/** From the first line end on, or else the first whole character. */
function wholeEnd(bytes) {
    const lineEnd = bytes.indexOf(NEWLINE);
    if (lineEnd >= 0 && lineEnd + 1 < bytes.length)
        return bytes.subarray(lineEnd + 1);
    let start = 0;
    while (start < bytes.length && isContinuation(bytes[start]))
        start++;
    return bytes.subarray(start);
}
/** A byte of UTF-8 that does not begin a character. */
function isContinuation(byte) {
    return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

;// CONCATENATED MODULE: ./src/core/exec.ts





// The one place below the shell that signals processes: only those it started itself.






const KEEP_BYTES = 16 * 1024 * 1024;
const GRACE_MILLISECONDS = 10_000;
/** After a child's end, its pipes may stay open in the hands of something it left behind; we wait no longer. */
const PIPE_MILLISECONDS = 2_000;
/**
 * Starts programs, never through a shell.
 *
 * Children get a process group of their own. In a terminal, Ctrl-C reaches the whole foreground group, and a child in
 * it would hear of it twice, from the terminal and from us; Terraform takes the second interrupt as "abort now" and
 * may lose state. So each signal is delivered once, by us, to the child alone, which knows best how to end its own
 * children. `SIGKILL` goes to its whole group: nothing may survive that. The price: if we are killed ourselves without
 * a chance to act, the child learns of it only when it next writes; the runner's clean-up finds it by
 * RUNNER_TRACKING_ID.
 *
 * @param children told of every child; after it was signalled no new child is started (`cancelled`)
 */
function makeExec(children = childTracker()) {
    return (command, args, options) => {
        const stoppedBy = children.stoppedBy();
        if (stoppedBy !== undefined && options.evenWhenStopped !== true) {
            return Promise.reject(new errors/* UserError */.yo(`${(0,external_node_path_.basename)(command)} was not started: we were asked to stop (${stoppedBy}).`, {
                causeClass: 'cancelled',
            }));
        }
        return run(command, args, options, children);
    };
}
async function run(command, args, options, children) {
    const started = external_node_perf_hooks_.performance.now();
    const file = options.stdoutFile === undefined ? undefined : createSecretFile(options.stdoutFile);
    try {
        // Lines are wanted, or bytes are kept: then through a pipe. Otherwise the child writes to the file by itself.
        const { onStdoutChunk, onStdoutLine } = options;
        const piped = file === undefined || onStdoutChunk !== undefined || onStdoutLine !== undefined;
        const child = start(command, args, options, piped ? 'pipe' : file);
        const stdout = makeOutputKeeper(file === undefined ? (options.keepBytes ?? KEEP_BYTES) : 0);
        const stderr = makeOutputKeeper(options.keepBytes ?? KEEP_BYTES);
        const take = (chunk) => {
            onStdoutChunk?.(chunk);
            if (file !== undefined)
                writeAll(file, chunk);
            else if (onStdoutChunk === undefined)
                stdout.push(chunk);
        };
        const end = await supervise(child, command, options, children, [
            { stream: child.stdout, take, onLine: onStdoutLine },
            { stream: child.stderr, take: (chunk) => stderr.push(chunk), onLine: options.onStderrLine },
        ]);
        return {
            ...end,
            stdout: textOf(stdout, file),
            stderr: stderr.text(),
            truncated: (file === undefined && stdout.truncated) || stderr.truncated,
            seconds: (external_node_perf_hooks_.performance.now() - started) / 1000,
        };
    }
    catch (thrown) {
        // A file of a run that never was would stand in the way of the next one.
        if (options.stdoutFile !== undefined)
            (0,external_node_fs_.rmSync)(options.stdoutFile, { force: true });
        throw thrown;
    }
    finally {
        if (file !== undefined)
            (0,external_node_fs_.closeSync)(file);
    }
}
function textOf(keeper, file) {
    return file === undefined ? keeper.text() : '';
}
function start(command, args, options, stdout) {
    try {
        return (0,external_node_child_process_namespaceObject.spawn)(command, args, {
            cwd: options.cwd,
            env: { ...options.env },
            shell: false,
            detached: ownGroup(),
            windowsHide: true,
            stdio: [options.stdin === undefined ? 'ignore' : 'pipe', stdout, 'pipe'],
        });
    }
    catch (thrown) {
        throw startError(command, options.cwd, thrown);
    }
}
/** Waits for the end of a child and of its output; stops it after its time, or when a callback throws. */
function supervise(child, command, options, children, outputs) {
    return new Promise((resolve, reject) => {
        const timers = [];
        const splitters = [];
        let timedOut = false;
        let stopped = false;
        let failure;
        let exited;
        const send = (signal) => {
            stopped = true;
            signalChild(child, signal);
        };
        const patient = options.onlyFirstSignal;
        const running = {
            command: (0,external_node_path_.basename)(command),
            pid: child.pid ?? 0,
            ...(patient === undefined ? {} : { lastMs: patient.lastMs }),
            ...(options.evenWhenStopped === true ? { deaf: true } : {}),
        };
        const remove = children.add(running, forwarder(options, send, timers));
        /** What a callback of ours throws must not end the process: it ends the child and rejects. */
        const guarded = (body) => {
            if (failure !== undefined)
                return;
            try {
                body();
            }
            catch (thrown) {
                failure = { thrown };
                send('SIGKILL');
            }
        };
        const finish = () => {
            for (const timer of timers)
                clearTimeout(timer);
            remove();
            for (const splitter of splitters)
                guarded(() => splitter.end());
            if (stopped)
                signalGroup(child.pid, 'SIGKILL');
            if (failure !== undefined)
                reject(asError(failure.thrown));
            else
                resolve({ code: exited?.code ?? undefined, signal: exited?.signal ?? undefined, timedOut });
        };
        for (const { stream, take, onLine } of outputs) {
            const splitter = onLine === undefined ? undefined : makeLineSplitter(onLine);
            if (splitter !== undefined)
                splitters.push(splitter);
            stream?.on('data', (chunk) => {
                guarded(() => {
                    take(chunk);
                    splitter?.push(chunk);
                });
            });
            stream?.on('error', (thrown) => guarded(() => fail(thrown)));
        }
        child.once('error', (thrown) => {
            if (child.pid !== undefined)
                return; // a signal that could not be sent; the child's end is still to come
            for (const timer of timers)
                clearTimeout(timer);
            remove();
            reject(startError(command, options.cwd, thrown));
        });
        child.once('exit', (code, signal) => {
            exited = { code, signal };
            if (stopped)
                signalGroup(child.pid, 'SIGKILL');
            timers.push(setTimeout(() => closePipes(outputs), PIPE_MILLISECONDS));
        });
        child.once('close', () => {
            if (exited !== undefined)
                finish();
        });
        if (options.timeoutMs !== undefined) {
            const timeout = setTimeout(() => {
                timedOut = true;
                send('SIGINT');
                timers.push(setTimeout(() => send('SIGKILL'), options.graceMs ?? GRACE_MILLISECONDS));
            }, options.timeoutMs);
            timers.push(timeout);
        }
        if (child.stdin !== null) {
            // A child that does not read its input to the end has its reasons.
            child.stdin.on('error', () => undefined);
            child.stdin.end(options.stdin);
        }
    });
}
/** What becomes of the signals that tell us to stop, for one child. */
function forwarder({ onlyFirstSignal, evenWhenStopped }, send, timers) {
    let heard = 0;
    return (signal) => {
        if (evenWhenStopped === true && signal !== 'SIGKILL')
            return;
        heard += 1;
        if (onlyFirstSignal === undefined || heard === 1 || signal === 'SIGKILL')
            send(signal);
        else if (heard === 2)
            timers.push(setTimeout(() => send(signal), onlyFirstSignal.lastMs));
    };
}
function fail(thrown) {
    throw thrown;
}
function asError(thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
}
function closePipes(outputs) {
    for (const { stream } of outputs)
        if (stream !== null && 'destroy' in stream)
            stream.destroy();
}
function ownGroup() {
    return (0,external_node_os_.platform)() !== 'win32';
}
/** To the child alone, so that it can end in order; SIGKILL to all that it started. */
function signalChild(child, signal) {
    if (signal === 'SIGKILL')
        signalGroup(child.pid, signal);
    child.kill(signal);
}
function signalGroup(pid, signal) {
    if (pid === undefined || !ownGroup())
        return;
    try {
        (0,external_node_process_namespaceObject.kill)(-pid, signal);
    }
    catch {
        // ESRCH: nobody is left in the group.
    }
}
/** A new file that only we can read; `wx` refuses a file or link that somebody put there before. */
function createSecretFile(path) {
    try {
        return (0,external_node_fs_.openSync)(path, 'wx', 0o600);
    }
    catch (thrown) {
        const code = (0,errors/* errorCode */.CA)(thrown);
        const why = code === 'EEXIST' ? 'it exists already' : (code ?? 'unknown reason');
        throw new errors/* UserError */.yo(`The file for a program's output could not be created: ${why}.`, {
            where: path,
            help: code === 'EEXIST'
                ? 'Remove it, or choose another place.'
                : 'Check that its folder exists and is writable.',
            cause: thrown,
        });
    }
}
function writeAll(file, chunk) {
    for (let at = 0; at < chunk.length;)
        at += (0,external_node_fs_.writeSync)(file, chunk, at);
}

// EXTERNAL MODULE: ./src/core/inputs.ts
var core_inputs = __nccwpck_require__(9114);
// EXTERNAL MODULE: ./src/core/log.ts
var core_log = __nccwpck_require__(4325);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./src/core/runner-commands.ts


/**
 * The runner's workflow commands, by the rules of
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions and, for what is escaped, of
 * actions/runner (ActionCommand.cs). `@actions/core` does the same, but brings the HTTP client of its OIDC part along:
 * 0.9 MB that every start of every action would load and none would use.
 */
function runnerCommands({ env, write, append }) {
    const command = (name, message, properties = '') => write(`::${name}${properties === '' ? '' : ` ${properties}`}::${escapeData(message)}${external_node_os_.EOL}`);
    const annotate = (name) => (message, properties = {}) => command(name, message, propertiesText(properties));
    const toFile = (path, name, value) => {
        if (path !== undefined && path !== '')
            append(path, keyValue(name, value, `delimiter-${(0,external_node_crypto_.randomUUID)()}`));
    };
    return {
        info: (message) => write(`${message}${external_node_os_.EOL}`),
        debug: (message) => command('debug', message),
        notice: annotate('notice'),
        warning: annotate('warning'),
        error: annotate('error'),
        startGroup: (name) => command('group', name),
        endGroup: () => command('endgroup', ''),
        setSecret: (value) => command('add-mask', value),
        saveState: (name, value) => toFile(env['GITHUB_STATE'], name, value),
        getState: (name) => env[`STATE_${name}`] ?? '',
        setOutput: (name, value) => toFile(env['GITHUB_OUTPUT'], name, value),
    };
}
/** A value of any lines between two lines that it cannot hold. Exported for the test. */
function keyValue(name, value, delimiter) {
    // Nobody can guess a UUID; should it happen all the same, the value could set other outputs.
    if (name.includes(delimiter) || value.includes(delimiter))
        throw new Error(`the value of ${name} holds its delimiter`);
    return `${name}<<${delimiter}${external_node_os_.EOL}${value}${external_node_os_.EOL}${delimiter}${external_node_os_.EOL}`;
}
function propertiesText(given) {
    const named = [
        ['title', given.title],
        ['file', given.file],
        ['line', given.startLine],
        ['endLine', given.endLine],
        ['col', given.startColumn],
        ['endColumn', given.endColumn],
    ];
    return named
        .flatMap(([name, value]) => value === undefined || value === '' ? [] : [`${name}=${escapeProperty(String(value))}`])
        .join(',');
}
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

;// CONCATENATED MODULE: ./src/core/action.ts









/** Names and checks an action: the type of `inputs` flows into `run`. */
function action(definition) {
    return definition;
}
/** The runner refuses job outputs beyond 1 MB; larger things travel by file. */
const MAX_OUTPUT_CHARACTERS = 400_000;
const STATE = 'gitops-pipeline-remove';
/**
 * The life of every action: inputs (all faults at once) → run → outputs, annotations, summary → exit code; in the
 * post step, the secret files are removed. Resolves with the exit code and never rejects.
 */
async function runAction(definition) {
    const env = definedOnly(process.env);
    const runner = runnerCommands({
        env,
        write: (text) => process.stdout.write(text),
        append: (path, text) => (0,external_node_fs_.appendFileSync)(path, text),
    });
    const log = (0,core_log/* runnerLog */.t1)(runner);
    if (runner.getState('isPost') === 'true')
        return removeFiles(runner.getState(STATE), env['RUNNER_TEMP'], log);
    runner.saveState('isPost', 'true');
    const children = childTracker();
    let stop;
    const stopping = new AbortController();
    const stopListeners = new Set();
    let redact = (text) => text;
    forwardSignals(process, children, (signal) => {
        const again = stop !== undefined;
        const running = children.running().filter(({ deaf }) => deaf !== true);
        if (running.length > 0)
            log[again ? 'warning' : 'info'](stoppingText(running, again));
        stop ??= signal;
        stopping.abort();
        for (const listener of stopListeners)
            listener(again);
    });
    try {
        log.info(`gitops-pipeline: ${definition.name}`);
        const inputs = (0,core_inputs/* readInputs */.Ko)(definition.inputs, env);
        const run = await (0,core_event/* runContext */.pO)(env, (path) => (0,promises_.readFile)(path, 'utf8'));
        const remove = [];
        const result = await definition.run(inputs, {
            env,
            run,
            exec: makeExec(children),
            log,
            clock: (0,core_log/* systemClock */.ml)(stopping.signal),
            removeAfterJob(path) {
                remove.push(path);
                runner.saveState(STATE, JSON.stringify(remove));
            },
            onStop(listener) {
                stopListeners.add(listener);
                return () => void stopListeners.delete(listener);
            },
            sayNow({ severity, message, at }, summary) {
                log[severity](message, at);
                if (summary !== undefined)
                    writeSummaryNow(env['GITHUB_STEP_SUMMARY'], summary, log);
            },
            hide(next) {
                redact = next;
            },
        });
        for (const { severity, message, at } of result.annotations)
            log[severity](message, at);
        if (result.summary !== undefined)
            await writeSummary(env['GITHUB_STEP_SUMMARY'], result.summary, log);
        writeOutputs(definition, result.outputs, runner.setOutput);
        if (result.failure === undefined && stop === undefined)
            return 0;
        const why = result.failure ?? `stopped by ${stop ?? 'a signal'}`;
        // An error among the annotations has said it already, and the runner shows ten of them.
        if (result.annotations.some(({ severity }) => severity === 'error'))
            log.info(`failed: ${why}`);
        else
            log.error(why);
        return 1;
    }
    catch (thrown) {
        const text = redact(failureText(definition.name, thrown));
        log.error(text, { title: `${definition.name} failed` });
        if (thrown instanceof Error && thrown.stack !== undefined)
            log.debug(redact(thrown.stack));
        await writeSummary(env['GITHUB_STEP_SUMMARY'], summaryOf(definition.name, text), log);
        return 1;
    }
}
/** Said at once: nothing may come after it, for the runner kills what has not ended in ten seconds. */
function stoppingText(running, again) {
    const names = [...new Set(running.map(({ command }) => command))].join(', ');
    if (!again)
        return `asked to stop: ${names} is told, and we wait for it to end in order`;
    const waits = running.map(({ lastMs }) => lastMs).filter((ms) => ms !== undefined);
    const told = waits.length === running.length && waits.length > 0
        ? `is told again in ${Math.min(...waits) / 1000} s if it has not ended by then`
        : 'is told to end at once';
    return `asked to stop again: ${names} has not ended yet and ${told}. A lock it holds may stay behind.`;
}
/** A user's fault says what to do; anything else is ours and says so. */
function failureText(name, thrown) {
    if (thrown instanceof errors/* UserError */.yo) {
        const where = thrown.where === undefined ? '' : `${thrown.where}: `;
        return `${where}${thrown.message}${thrown.help === undefined ? '' : `\n${thrown.help}`}`;
    }
    return `This is a bug in ${name}, not in your code: ${(0,errors/* errorMessage */.gJ)(thrown)}\nPlease report it with the debug log (re-run with debug logging on).`;
}
/** The text is an error message: shown as code, so that nothing in it is Markdown. */
function summaryOf(name, text) {
    const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map((run) => run[0].length + 1)));
    return `## ${name} failed\n\n${fence}text\n${text.slice(0, 10_000)}\n${fence}\n`;
}
async function writeSummary(file, markdown, log) {
    if (file === undefined || file === '') {
        log.debug('GITHUB_STEP_SUMMARY is not set: no job summary is written');
        return;
    }
    await (0,promises_.appendFile)(file, `${markdown}\n`).catch((thrown) => log.warning(`the job summary could not be written: ${(0,errors/* errorMessage */.gJ)(thrown)}`));
}
function writeSummaryNow(file, markdown, log) {
    if (file === undefined || file === '')
        return;
    try {
        (0,external_node_fs_.appendFileSync)(file, `${markdown}\n`);
    }
    catch (thrown) {
        log.warning(`the job summary could not be written: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
    }
}
function writeOutputs(definition, outputs, setOutput) {
    const unknown = Object.keys(outputs).filter((name) => !definition.outputs.includes(name));
    if (unknown.length > 0)
        throw new Error(`outputs that action.yml does not declare: ${unknown.join(', ')}`);
    for (const [name, value] of Object.entries(outputs)) {
        if (value.length > MAX_OUTPUT_CHARACTERS) {
            throw new Error(`output ${name} has ${value.length} characters; the runner takes ${MAX_OUTPUT_CHARACTERS}`);
        }
        setOutput(name, value);
    }
}
async function removeFiles(state, temp, log) {
    const paths = state === '' ? [] : JSON.parse(state);
    for (const path of Array.isArray(paths) ? paths : []) {
        if (typeof path !== 'string' || temp === undefined || !isInside(temp, path))
            continue;
        await (0,promises_.rm)(path, { force: true, recursive: true }).catch((thrown) => log.warning(`a plan file could not be removed: ${(0,errors/* errorMessage */.gJ)(thrown)}`));
        log.debug('removed a file that must not outlive the job');
    }
    return 0;
}
function isInside(folder, path) {
    const rest = (0,external_node_path_.relative)(folder, path);
    return rest !== '' && !rest.startsWith('..') && !(0,external_node_path_.isAbsolute)(rest);
}
function definedOnly(env) {
    return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined));
}


/***/ }),

/***/ 4296:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ errorCode),
/* harmony export */   Uy: () => (/* binding */ messageAndHelp),
/* harmony export */   f6: () => (/* binding */ withoutStop),
/* harmony export */   gJ: () => (/* binding */ errorMessage),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * Something the user can put right: what is wrong, where, and what to do.
 * Everything else that is thrown counts as a bug of ours and is reported as one.
 */
class UserError extends Error {
    help;
    where;
    causeClass;
    constructor(message, details = {}) {
        super(message, details.cause === undefined ? undefined : { cause: details.cause });
        this.name = 'UserError';
        this.help = details.help;
        this.where = details.where;
        this.causeClass = details.causeClass ?? 'config';
    }
}
/** The text of anything that was thrown. Never throws itself. */
function errorMessage(thrown) {
    if (typeof thrown === 'string')
        return thrown;
    // Not `instanceof Error`: an error of another realm (a worker, a test's sandbox) is one as well.
    if (typeof thrown === 'object' &&
        thrown !== null &&
        'message' in thrown &&
        typeof thrown.message === 'string') {
        return thrown.message === '' && 'name' in thrown ? String(thrown.name) : thrown.message;
    }
    try {
        const json = JSON.stringify(thrown); // undefined for a function or a symbol
        return json ?? String(thrown);
    }
    catch {
        return String(thrown);
    }
}
/** The text of anything that was thrown, and in a second sentence what to do about it, where that is known. */
function messageAndHelp(thrown) {
    const help = thrown instanceof UserError ? thrown.help : undefined;
    return help === undefined ? errorMessage(thrown) : `${withoutStop(errorMessage(thrown))}. ${help}`;
}
/** A sentence as the part of another one. */
const withoutStop = (text) => text.replace(/[.\s]+$/, '');
/** Node's error code (`ENOENT`, `ECONNRESET`, …), where there is one. */
function errorCode(thrown) {
    if (typeof thrown !== 'object' || thrown === null || !('code' in thrown))
        return undefined;
    return typeof thrown.code === 'string' ? thrown.code : undefined;
}


/***/ }),

/***/ 7667:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Vp: () => (/* binding */ runUrl),
/* harmony export */   hp: () => (/* binding */ isZeroSha),
/* harmony export */   pO: () => (/* binding */ runContext)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4296);

/** Reads the run's context from the runner's variables and its event file. */
async function runContext(env, readText) {
    const event = env['GITHUB_EVENT_NAME'] ?? '';
    const payload = await eventPayload(env['GITHUB_EVENT_PATH'], readText);
    const repository = env['GITHUB_REPOSITORY'] ?? '';
    return {
        event,
        repository,
        defaultBranch: text(field(payload, 'repository', 'default_branch')),
        sha: env['GITHUB_SHA'] ?? '',
        ref: env['GITHUB_REF'] ?? '',
        refType: refTypeOf(env),
        actor: env['GITHUB_ACTOR'] ?? '',
        runId: env['GITHUB_RUN_ID'] ?? '0',
        attempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? '1') || 1,
        workflowRef: env['GITHUB_WORKFLOW_REF'] ?? '',
        serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
        apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
        workspace: env['GITHUB_WORKSPACE'] ?? '',
        temp: env['RUNNER_TEMP'] ?? '',
        pull: pullOf(payload, repository),
        push: event === 'push' ? pushOf(payload) : undefined,
        mergeGroup: mergeGroupOf(payload),
    };
}
/** Link to this run, for people. */
function runUrl(run) {
    return `${run.serverUrl}/${run.repository}/actions/runs/${run.runId}/attempts/${run.attempt}`;
}
async function eventPayload(path, readText) {
    if (path === undefined || path === '')
        return {};
    try {
        return JSON.parse(await readText(path));
    }
    catch (cause) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the event file cannot be read: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(cause)}`, {
            where: 'GITHUB_EVENT_PATH',
            help: 'The runner writes this file; outside of GitHub leave GITHUB_EVENT_PATH unset.',
            cause,
        });
    }
}
function pullOf(payload, repository) {
    const pull = field(payload, 'pull_request');
    const number = field(pull, 'number');
    const headSha = text(field(pull, 'head', 'sha'));
    if (typeof number !== 'number' || headSha === undefined)
        return undefined;
    const headRepository = text(field(pull, 'head', 'repo', 'full_name'));
    return {
        number,
        headSha,
        headRef: text(field(pull, 'head', 'ref')) ?? '',
        baseRef: text(field(pull, 'base', 'ref')) ?? '',
        baseSha: text(field(pull, 'base', 'sha')) ?? '',
        // A deleted fork has no head repository any more: still somebody else's code.
        fork: headRepository?.toLowerCase() !== repository.toLowerCase(),
    };
}
function refTypeOf(env) {
    const type = env['GITHUB_REF_TYPE'];
    return type === 'branch' || type === 'tag' ? type : undefined;
}
/** GitHub writes zeros for "no commit". */
function isZeroSha(sha) {
    return /^0+$/.test(sha);
}
function pushOf(payload) {
    const before = text(field(payload, 'before'));
    return {
        before: before === undefined || isZeroSha(before) ? undefined : before,
        forced: field(payload, 'forced') === true,
    };
}
function mergeGroupOf(payload) {
    const baseSha = text(field(payload, 'merge_group', 'base_sha'));
    return baseSha === undefined ? undefined : { baseSha };
}
function field(value, ...path) {
    let current = value;
    for (const key of path) {
        if (typeof current !== 'object' || current === null)
            return undefined;
        current = current[key];
    }
    return current;
}
const text = (value) => typeof value === 'string' && value !== '' ? value : undefined;


/***/ }),

/***/ 9114:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ko: () => (/* binding */ readInputs),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   hF: () => (/* binding */ input),
/* harmony export */   lc: () => (/* binding */ bool),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   qN: () => (/* binding */ repoPath),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4296);

function input(parse, options = {}) {
    return { parse, default: options.default ?? '', required: options.required ?? false };
}
const text = (raw) => raw;
const optional = (parse) => (raw) => raw === '' ? undefined : parse(raw);
/** One entry a line; empty lines are left out. */
const lines = (raw) => raw
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
/** Only `true` and `false`: the YAML words that differ between tools (`yes`, `on`) are refused. */
const bool = (raw) => {
    if (raw === 'true')
        return true;
    if (raw === 'false')
        return false;
    throw new Error(`must be true or false, not ${quoted(raw)}`);
};
const oneOf = (...values) => (raw) => {
    const found = values.find((value) => value === raw);
    if (found === undefined)
        throw new Error(`must be one of ${values.join(', ')}, not ${quoted(raw)}`);
    return found;
};
const count = (raw) => {
    if (!/^\d{1,9}$/.test(raw))
        throw new Error(`must be a whole number, not ${quoted(raw)}`);
    return Number(raw);
};
/** `90s`, `5m`, `1h`, kept as text: terraform and we read the same form. `0s` means no waiting. */
const duration = (raw) => {
    if (!/^\d{1,6}(s|m|h)$/.test(raw))
        throw new Error(`must be a duration such as 90s or 5m, not ${quoted(raw)}`);
    return raw;
};
/** A path inside the workspace, with `/`, without `..`: hostile names end here. */
const repoPath = (raw) => {
    if (raw.includes('\0'))
        throw new Error('must not hold a NUL character');
    const parts = raw.replaceAll('\\', '/').split('/');
    if (/^([A-Za-z]:)?\//.test(raw.replaceAll('\\', '/'))) {
        throw new Error(`must be relative to the repository root, not ${quoted(raw)}`);
    }
    if (parts.includes('..'))
        throw new Error(`must stay inside the repository, not ${quoted(raw)}`);
    const clean = parts.filter((part) => part !== '' && part !== '.').join('/');
    return clean === '' ? '.' : clean;
};
/**
 * Reads all inputs from the runner's `INPUT_*` variables. All faults are reported in one UserError.
 * Source of the naming rule: @actions/core `getInput` (upper case, spaces become `_`, dashes stay).
 */
function readInputs(spec, env) {
    const values = {};
    const faults = [];
    for (const [name, { parse, default: fallback, required }] of Object.entries(spec)) {
        const given = (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
        const raw = given === '' ? fallback : given;
        if (raw === '' && required) {
            faults.push(`input \`${name}\` is required`);
            continue;
        }
        try {
            values[name] = parse(raw);
        }
        catch (thrown) {
            faults.push(`input \`${name}\` ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(thrown)}`);
        }
    }
    if (faults.length === 0)
        return values;
    const [first] = faults;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(faults.length === 1 && first !== undefined
        ? first
        : `${faults.length} inputs are wrong:\n- ${faults.join('\n- ')}`, {
        help: 'Correct the `with:` block of this step. The action’s README lists each input and its form.',
        where: 'inputs',
    });
}
/** Short enough for a message; what does not belong in a log (a pasted secret) is not printed whole. */
function quoted(raw) {
    return raw.length > 40 ? `a text of ${raw.length} characters` : JSON.stringify(raw);
}


/***/ }),

/***/ 4325:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ withoutCommands),
/* harmony export */   ml: () => (/* binding */ systemClock),
/* harmony export */   t1: () => (/* binding */ runnerLog)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4296);


/** Our log on the runner's: folds, annotations, masks. No line of ours can be taken for a workflow command. */
function runnerLog(commands) {
    return {
        info: (message) => commands.info(withoutCommands(message)),
        debug: (message) => commands.debug(message),
        notice: (message, at) => commands.notice(message, properties(at)),
        warning: (message, at) => commands.warning(message, properties(at)),
        error: (message, at) => commands.error(message, properties(at)),
        async group(title, body) {
            commands.startGroup(withoutCommands(title));
            try {
                return await body();
            }
            finally {
                commands.endGroup();
            }
        },
        mask: (value) => commands.setSecret(value),
    };
}
/**
 * The machine's clock.
 *
 * @param stop ends every wait: a run that is asked to stop has seconds left, and may not spend them on sleeping. The
 *   wait then rejects with a UserError (`cancelled`).
 */
function systemClock(stop) {
    return {
        now: () => Date.now(),
        sleep: (milliseconds) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, stop === undefined ? {} : { signal: stop }).catch((cause) => {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('we were asked to stop', { causeClass: 'cancelled', cause });
        }),
    };
}
/**
 * The runner obeys lines of stdout that begin with `::name`, and `##[name]` wherever it stands; a space makes them text.
 * Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions, and the older form that
 * actions/runner still parses (ActionCommand.TryParse).
 */
function withoutCommands(text) {
    return text.replace(/(^|[\r\n])([^\S\r\n]*):(?=:)/g, '$1$2: ').replace(/##(?=\[)/g, '## ');
}
function properties(at) {
    if (at === undefined)
        return {};
    return {
        ...(at.title === undefined ? {} : { title: at.title }),
        ...(at.file === undefined ? {} : { file: at.file }),
        ...(at.line === undefined ? {} : { startLine: at.line }),
        ...(at.endLine === undefined ? {} : { endLine: at.endLine }),
        // The runner takes columns only when the annotation stays on one line.
        ...(at.column === undefined || (at.endLine ?? at.line) !== at.line ? {} : { startColumn: at.column }),
        ...(at.endColumn === undefined || (at.endLine ?? at.line) !== at.line ? {} : { endColumn: at.endColumn }),
    };
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 3339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 714:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _core_action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5087);

/** The only bundle entry. Each action is a chunk of its own, loaded when it is asked for. */
const ACTIONS = {
    pipeline: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(4597), __nccwpck_require__.e(473), __nccwpck_require__.e(9905), __nccwpck_require__.e(9471), __nccwpck_require__.e(2658), __nccwpck_require__.e(4023), __nccwpck_require__.e(3204), __nccwpck_require__.e(3242), __nccwpck_require__.e(989)]).then(__nccwpck_require__.bind(__nccwpck_require__, 989))).pipeline,
    'detect-changes': async () => (await Promise.all(/* import() */[__nccwpck_require__.e(4597), __nccwpck_require__.e(473), __nccwpck_require__.e(9905), __nccwpck_require__.e(9471), __nccwpck_require__.e(7978)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1463))).detectChangesAction,
    report: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(9471), __nccwpck_require__.e(2658), __nccwpck_require__.e(7708)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7708))).report,
    'terraform-apply': async () => (await Promise.all(/* import() */[__nccwpck_require__.e(9471), __nccwpck_require__.e(2658), __nccwpck_require__.e(2624)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2624))).terraformApply,
    'terraform-plan-comment': async () => (await Promise.all(/* import() */[__nccwpck_require__.e(9471), __nccwpck_require__.e(2658), __nccwpck_require__.e(4023), __nccwpck_require__.e(3204), __nccwpck_require__.e(3817)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3817))).terraformPlanComment,
};
/** Runs an action as the runner started it, then ends the process: open keep-alive connections must not hold it. */
async function run(name) {
    const load = ACTIONS[name];
    if (load === undefined)
        throw new Error(`no action is called ${name}`);
    const code = await (0,_core_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .Cs)(await load());
    await new Promise((resolve) => process.stdout.write('', resolve));
    process.exit(code);
}

var __webpack_exports__run = __webpack_exports__.e;
export { __webpack_exports__run as run };
