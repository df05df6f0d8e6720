export const id = 3297;
export const ids = [3297,4645,5235,8162,6796];
export const modules = {

/***/ 3297:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  stackSaver: () => (/* binding */ stackSaver)
});

// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/terraform/sealed/artifact-name.ts
var artifact_name = __webpack_require__(119);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/terraform/sealed/plan-folders.ts
var plan_folders = __webpack_require__(266);
// EXTERNAL MODULE: ./src/terraform/sealed/sealed-path.ts
var sealed_path = __webpack_require__(9377);
;// CONCATENATED MODULE: ./src/terraform/sealed/file-states.ts






/** Enough for committed archives, and read in a moment. */
const HASHED = { files: 2000, bytes: 16 * 1024 ** 2, total: 64 * 1024 ** 2 };
const AT_ONCE = 32;
/**
 * How things stand before a plan: taken best between `init` and `plan`, when all local modules are known. Taken before
 * `init`, what is made in a local module's folder is found by its time, and cannot replace a file that was there.
 */
async function fileStates(place) {
    const takenAt = Date.now();
    const places = await (0,plan_folders/* planFolders */.V)(place);
    const files = await filesIn(places.folders, places);
    return { takenAt, folders: places.folders, files, hashes: await hashesOf(files, places.root) };
}
/**
 * What stands in folders: files and symbolic links; no sockets, pipes or devices, nothing of Git, Terraform's own
 * (`.terraform`, state, lock file, crash logs), and no link is followed.
 */
async function filesIn(folders, places) {
    const found = new Map();
    for (const folder of folders)
        await walk(folder, places, found);
    return found;
}
async function walk(folder, places, found) {
    const left = [folder];
    for (let at = left.pop(); at !== undefined; at = left.pop()) {
        const entries = await orNothing((0,promises_.readdir)(at, { withFileTypes: true }));
        const files = [];
        for (const entry of entries ?? []) {
            const path = (0,external_node_path_.join)(at, entry.name);
            if (isLeftOut(entry.name) || places.leftOut.includes(path))
                continue;
            if (entry.name.includes('\ufffd'))
                found.set(fromRoot(path, places.root), NAMELESS);
            else if (entry.isDirectory())
                left.push(path);
            else if (entry.isFile() || entry.isSymbolicLink())
                files.push(path);
        }
        for (let start = 0; start < files.length; start += AT_ONCE) {
            const some = files.slice(start, start + AT_ONCE);
            const states = await Promise.all(some.map((path) => orNothing((0,promises_.lstat)(path, { bigint: true }))));
            states.forEach((state, index) => {
                const path = some[index];
                if (state === undefined || path === undefined || !(state.isFile() || state.isSymbolicLink()))
                    return;
                found.set(fromRoot(path, places.root), stateOf(state));
            });
        }
    }
}
/** A name that is no UTF-8 cannot be asked about by it: that it is there must be told all the same. */
const NAMELESS = { kind: 'file', stamp: '', changedAt: 0n, size: 0, executable: false };
/** By its name alone, wherever it is. */
function isLeftOut(name) {
    const lower = name.toLowerCase();
    return lower === '.git' || lower === '.terraform' || (0,sealed_path/* isLeftByTools */.AJ)([lower]);
}
function stateOf(stats) {
    const { dev, ino, size, mtimeNs, ctimeNs } = stats;
    return {
        kind: stats.isSymbolicLink() ? 'link' : 'file',
        stamp: [dev, ino, size, mtimeNs, ctimeNs].join(' '),
        changedAt: ctimeNs,
        size: Number(size),
        executable: (stats.mode & 64n) !== 0n,
    };
}
async function hashesOf(files, root) {
    const hashes = new Map();
    const wanted = [];
    let total = 0;
    for (const [path, { kind, size }] of files) {
        if (kind !== 'file' || size > HASHED.bytes)
            continue;
        total += size;
        if (total > HASHED.total || wanted.length === HASHED.files)
            break;
        wanted.push(path);
    }
    for (let start = 0; start < wanted.length; start += AT_ONCE) {
        await Promise.all(wanted.slice(start, start + AT_ONCE).map(async (path) => {
            // What cannot be read here cannot be put back later; that is all.
            const content = await (0,promises_.readFile)((0,external_node_path_.join)(root, path)).catch(() => undefined);
            if (content !== undefined)
                hashes.set(path, (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex'));
        }));
    }
    return hashes;
}
/** With `/`. */
const fromRoot = (path, root) => (0,external_node_path_.relative)(root, path).replaceAll(external_node_path_.sep, '/');
/** What went away while it was looked for is not there. */
async function orNothing(promise) {
    try {
        return await promise;
    }
    catch (thrown) {
        if (['ENOENT', 'ENOTDIR'].includes((0,errors/* errorCode */.CA)(thrown) ?? ''))
            return undefined;
        throw thrown;
    }
}

// EXTERNAL MODULE: ./src/terraform/sealed/payload.ts + 3 modules
var payload = __webpack_require__(8629);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/terraform/sealed/read-stable.ts
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




const TRIES = 3;
/**
 * Reads a file that was not written meanwhile: other stacks may be planned at the same time. Follows no link.
 *
 * @param path absolute
 * @param writing why it failed where the file is written again and again
 */
async function readStable(path, writing) {
    for (let tries = 0; tries < TRIES; tries += 1) {
        const read = await readOnce(path);
        if (read !== 'again')
            return read;
    }
    return { kind: 'failed', why: writing };
}
async function readOnce(path) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK), true);
            const before = await file.stat({ bigint: true });
            if (!before.isFile())
                return 'again';
            const content = await file.readFile();
            const state = stateOf(before);
            const same = stateOf(await file.stat({ bigint: true })).stamp === state.stamp && content.length === state.size;
            return same ? { kind: 'read', content, executable: state.executable } : 'again';
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
        const code = (0,errors/* errorCode */.CA)(thrown);
        if (code === 'ENOENT')
            return { kind: 'gone' };
        return { kind: 'failed', why: `cannot be read (${code ?? (0,errors/* errorMessage */.gJ)(thrown)})` };
    }
}

;// CONCATENATED MODULE: ./src/terraform/sealed/created-files.ts







/** Of all files together. */
const MOST_FILE_BYTES = 500 * 1000 ** 2;
const NAMED = 5;
const WRITING = 'was still being written when the plan had ended';
/**
 * What planning has made: everything in the stack's folder, in those of local modules and of modules that `init`
 * fetched, that was not there before or was written since. Sorted by path. To be asked for as soon as the plan has
 * ended: the next plan in the same folder may write the same archive with other contents.
 *
 * @param planFile the saved plan, which the tool writes last: what has changed since was not made by it
 */
async function createdFiles(place, before, planFile) {
    const places = await (0,plan_folders/* planFolders */.V)(place);
    const { mtimeNs: ended } = await (0,promises_.stat)(planFile, { bigint: true });
    const found = [...(await madeIn(places, before)), ...(await madeInFetched(places))];
    const made = [];
    for (const one of found.sort(([path], [other]) => (path < other ? -1 : 1)))
        if (one[1].changedAt <= ended || !(await isInOtherStack(one[0], places)))
            made.push(one);
    const reasons = whyNot(made, places, ended);
    if (reasons.length > 0)
        return { kind: 'refused', reasons: shortened(reasons) };
    const files = [];
    for (const [path] of made) {
        const read = await readStable((0,external_node_path_.join)(places.root, path), WRITING);
        if (read.kind === 'gone')
            continue;
        if (read.kind === 'failed') {
            reasons.push(`The plan made ${show(path)}, which ${read.why}.`);
            continue;
        }
        const replaces = before.hashes.get(path);
        files.push({
            ...{ path, executable: read.executable, content: read.content },
            ...(replaces === undefined ? {} : { replaces }),
        });
    }
    return reasons.length > 0 ? { kind: 'refused', reasons: shortened(reasons) } : { kind: 'files', files };
}
async function madeIn(places, before) {
    const made = [];
    for (const folder of places.folders) {
        const known = before.folders.some((one) => (0,plan_folders/* isInside */.F)(folder, one));
        const since = BigInt(before.takenAt) * 1000000n;
        for (const [path, state] of await filesIn([folder], places)) {
            const seen = known || before.files.has(path);
            const isNew = seen ? before.files.get(path)?.stamp !== state.stamp : state.changedAt >= since;
            if (isNew)
                made.push([path, state]);
        }
    }
    return made;
}
/** `init` writes `modules.json` when it has fetched all of them: what is newer was made by the plan. */
async function madeInFetched(places) {
    const index = await (0,promises_.lstat)((0,external_node_path_.join)(places.fetched, 'modules.json'), { bigint: true }).catch(() => undefined);
    if (index === undefined)
        return [];
    const found = await filesIn([places.fetched], { ...places, leftOut: [] });
    return [...found].filter(([, { changedAt }]) => changedAt > index.ctimeNs);
}
/** A folder between the file and the stack's that a tool was run in: stacks may be planned at the same time. */
async function isInOtherStack(path, { root, folders }) {
    for (let at = (0,external_node_path_.dirname)((0,external_node_path_.join)(root, path)); (0,plan_folders/* isInside */.F)(at, root) && !folders.includes(at); at = (0,external_node_path_.dirname)(at)) {
        const found = await (0,promises_.lstat)((0,external_node_path_.join)(at, '.terraform')).catch(() => undefined);
        if (found?.isDirectory() === true)
            return true;
    }
    return false;
}
/** All that can be told without reading. */
function whyNot(made, places, ended) {
    const reasons = [];
    const fetched = `${fromRoot(places.fetched, places.root)}/`;
    for (const [path, state] of made) {
        if (state.kind === 'link')
            reasons.push(`The plan made the symbolic link ${show(path)}: links are not sealed, write a file instead.`);
        else if (!places.fetchedIsUsual && path.startsWith(fetched))
            reasons.push(`The plan made ${show(path)} where TF_DATA_DIR is: applying could not find it there again.`);
        else if (state.changedAt > ended)
            reasons.push(`${show(path)} was changed after the plan had ended. Do other stacks write it too? Plan those in jobs of their own.`);
    }
    if (reasons.length > 0)
        return reasons;
    const paths = made.map(([path]) => path);
    if (paths.length > payload/* MOST_FILES */.Q4)
        return [`The plan made ${paths.length} files; at most ${payload/* MOST_FILES */.Q4} are sealed. Let it make one archive.`];
    reasons.push(...(0,sealed_path/* pathFaults */.Jn)(paths).map((fault) => `The plan made a file that is not sealed: ${fault}.`));
    const total = made.reduce((sum, [, { size }]) => sum + size, 0);
    const [largest] = [...made].sort(([, one], [, other]) => other.size - one.size);
    if (total > MOST_FILE_BYTES && largest !== undefined)
        reasons.push(`The plan made ${megabytes(total)} of files, ${show(largest[0])} with ${megabytes(largest[1].size)} the largest; at most ${megabytes(MOST_FILE_BYTES)} are sealed.`);
    return reasons;
}
/** A few of many reasons, and how many more there are. */
function shortened(reasons) {
    const more = reasons.length - NAMED;
    return more <= 0 ? [...reasons] : [...reasons.slice(0, NAMED), `And ${more} more of that kind.`];
}
/** Quoted, and nothing in it can end a line. */
const show = (path) => JSON.stringify(path);
const megabytes = (bytes) => `${Math.ceil(bytes / 1e6)} MB`;

;// CONCATENATED MODULE: ./src/terraform/sealed/generated-files.ts






/**
 * Files that a job makes on purpose and that are in no commit, as they are before the plan: they go with it, for when it
 * is applied they must be the same.
 *
 * @param root absolute path of the repository
 * @param paths from there
 */
async function generatedFiles(root, paths) {
    const reasons = (0,sealed_path/* pathFaults */.Jn)(paths).map((fault) => `A generated file cannot be sealed: ${fault}.`);
    if (paths.length > payload/* MOST_FILES */.Q4)
        reasons.push(tooMany(paths.length));
    if (reasons.length > 0)
        return { kind: 'refused', reasons: shortened(reasons) };
    const files = [];
    let total = 0;
    for (const path of paths) {
        const found = await (0,promises_.lstat)((0,external_node_path_.join)(root, path)).catch(() => undefined);
        total += found?.size ?? 0;
        if (total > MOST_FILE_BYTES)
            return { kind: 'refused', reasons: [tooLarge()] };
        const read = found?.isSymbolicLink() === true ? LINK : await readStable((0,external_node_path_.join)(root, path), generated_files_WRITING);
        if (read.kind === 'read')
            files.push({ path, executable: read.executable, content: read.content });
        else if (read.kind === 'failed')
            reasons.push(`The generated file ${JSON.stringify(path)} ${read.why}.`);
    }
    return reasons.length > 0 ? { kind: 'refused', reasons: shortened(reasons) } : { kind: 'files', files };
}
const generated_files_WRITING = 'was still being written when the plan began';
const LINK = { kind: 'failed', why: 'is a symbolic link: links are not sealed' };
const tooMany = (count) => `${count} files are generated or made by the plan; at most ${payload/* MOST_FILES */.Q4} are sealed. Name fewer under \`generated\`.`;
const tooLarge = () => `The files that are generated or made by the plan are larger than ${MOST_FILE_BYTES / 1e6} MB together: they are not sealed. Name fewer under \`generated\`.`;
/** What goes with a plan: of a file that the plan has written over, what it has made of it. */
function withGenerated(made, generated) {
    if (made.kind === 'refused' || generated.kind === 'refused') {
        const reasons = [made, generated].flatMap((one) => (one.kind === 'refused' ? one.reasons : []));
        return { kind: 'refused', reasons };
    }
    const paths = new Set(made.files.map(({ path }) => path));
    const files = [...made.files, ...generated.files.filter(({ path }) => !paths.has(path))].sort((a, b) => a.path < b.path ? -1 : 1);
    if (files.length > payload/* MOST_FILES */.Q4)
        return { kind: 'refused', reasons: [tooMany(files.length)] };
    const total = files.reduce((sum, { content }) => sum + content.length, 0);
    if (total > MOST_FILE_BYTES)
        return { kind: 'refused', reasons: [tooLarge()] };
    return { kind: 'files', files };
}

// EXTERNAL MODULE: ./src/terraform/sealed/seal.ts + 1 modules
var seal = __webpack_require__(6796);
// EXTERNAL MODULE: ./src/terraform/sealed/sealed-plan.ts
var sealed_plan = __webpack_require__(5313);
// EXTERNAL MODULE: ./src/terraform/report/plan-part.ts + 1 modules
var plan_part = __webpack_require__(1873);
// EXTERNAL MODULE: ./src/terraform/plan/json.ts
var json = __webpack_require__(6106);
// EXTERNAL MODULE: ./src/terraform/plan/state-values.ts
var state_values = __webpack_require__(7342);
;// CONCATENATED MODULE: ./src/terraform/plan/state-reads.ts


/** Data sources that read outputs of other stacks. */
const READERS = new Set(['terraform_remote_state', 'tfe_outputs']);
/**
 * Whether a plan was made with what the state of another stack said. A saved plan keeps the old values, and Terraform
 * applies it without a word when they have changed since.
 */
function readsOtherStates(raw) {
    const reads = (resource) => READERS.has((0,json/* own */.ZV)(resource, 'type')) && (0,json/* own */.ZV)(resource, 'mode') === 'data';
    if ([...(0,json/* listOf */.c3)(raw.resource_changes), ...(0,json/* listOf */.c3)(raw.resource_drift)].some(reads))
        return true;
    return [(0,json/* own */.ZV)(raw.prior_state, 'values'), raw.planned_values].some((values) => (0,state_values/* resourcesOf */.F)(values).some(reads));
}

// EXTERNAL MODULE: ./src/terraform/review/ephemeral-variables.ts
var ephemeral_variables = __webpack_require__(8162);
// EXTERNAL MODULE: ./src/terraform/review/review-plan.ts + 1 modules
var review_plan = __webpack_require__(3545);
// EXTERNAL MODULE: ./src/terraform/sealed/lock-file.ts
var lock_file = __webpack_require__(5897);
// EXTERNAL MODULE: ./src/terraform/sealed/plan-zip.ts
var plan_zip = __webpack_require__(9896);
;// CONCATENATED MODULE: ./src/pipeline/save/seal-stack.ts









/**
 * What of a plan is sealed. Of a stack that comes after others of the same change, or that reads the state of others at
 * all, only what was reviewed: the plan holds what those are now, and Terraform would apply it with that after they have
 * changed, by this change or by one whose apply is still to come.
 * @throws UserError when a file that the plan made cannot go with it
 */
async function sealContent(subject, run) {
    const { plan, redactor } = subject;
    const review = (0,review_plan/* reviewedPlan */.VR)(plan.raw, { redactor });
    const { upstream, after = false } = subject.origin;
    if (upstream.length > 0 || after || readsOtherStates(plan.raw)) {
        const manifest = manifestOf(subject, run, {
            kind: 'review',
            planSha256: '',
            lockSha256: '',
            ephemeral: (0,ephemeral_variables.ephemeralVariables)(plan.raw),
        });
        return { manifest, review, files: [] };
    }
    const bytes = await (0,promises_.readFile)(plan.planFile);
    const { made } = subject;
    if (made.kind === 'refused')
        throw new errors/* UserError */.yo(made.reasons.join(' '));
    const lockFile = await (0,lock_file/* readLockFile */.cx)(plan.run.directory);
    const { state } = await (0,plan_zip/* planState */.Z)(bytes);
    const manifest = manifestOf(subject, run, {
        kind: 'plan',
        planSha256: sha256(bytes),
        lockSha256: lockFile === undefined ? '' : sha256(lockFile),
        ephemeral: (0,ephemeral_variables.ephemeralVariables)(plan.raw, await (0,plan_zip/* planMember */.M)(bytes)),
        ...(state === undefined ? {} : { state }),
    });
    return {
        manifest,
        review,
        plan: bytes,
        files: made.files,
        ...(lockFile === undefined ? {} : { lockFile }),
    };
}
function manifestOf(subject, { pull, ...run }, ofKind) {
    const { plan, outcome, origin } = subject;
    const { key, name, path, workspace } = plan.stack;
    return {
        version: 1,
        ...run,
        ...(pull === undefined ? {} : { pull }),
        stack: { key, name, path, ...(workspace === undefined ? {} : { workspace }) },
        inputsHash: subject.inputsHash,
        ...(subject.environment === undefined ? {} : { environment: subject.environment }),
        tool: { name: plan.run.binary.tool, version: plan.run.binary.version },
        destroy: plan.run.planArgs.some((arg) => /^--?destroy(?:=(?:1|t|true))?$/i.test(arg)),
        planDigest: outcome.digest,
        upstream: origin.upstream,
        createdAt: subject.createdAt,
        counts: (0,plan_part/* countsOf */.m)(outcome.model),
        ...ofKind,
    };
}
const sha256 = (bytes) => (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');

// EXTERNAL MODULE: ./src/pipeline/save/unkept.ts
var unkept = __webpack_require__(7616);
// EXTERNAL MODULE: ./src/pipeline/save/words.ts
var words = __webpack_require__(9751);
;// CONCATENATED MODULE: ./src/pipeline/save/saver.ts










/** Seals each plan that does something and uploads it, one artifact for each stack; else says that there is none now. */
function stackSaver(options) {
    return {
        async before(stack, run) {
            const place = { root: stack.gone?.root ?? options.root, run, leftOut: options.leftOut };
            const files = await fileStates(place);
            const generated = await generatedFiles(place.root, options.generated?.(stack) ?? []);
            return {
                made: async (planFile) => withGenerated(await createdFiles(place, files, planFile), generated),
            };
        },
        async save(request) {
            const kept = await keep(request, options);
            // A run that is stopped has shown nothing, and has no time.
            const isStopped = request.plan.failure?.cause === 'cancelled';
            return kept.artifact === undefined && !isStopped ? withdrawn(kept, request, options) : kept;
        },
    };
}
async function keep(request, options) {
    const { plan, outcome } = request;
    const { failure, raw } = plan;
    // What failed or waits says so already.
    if (failure !== undefined || raw === undefined || outcome.model === undefined)
        return unkept/* NOTHING_SAVED */.e;
    try {
        // Where nothing changes there is nothing to apply.
        if (outcome.model.changed)
            return await saved(request, options);
        return { ...unkept/* NOTHING_SAVED */.e, first: await (0,unkept/* provisionalNotes */.k)(request, options.origin) };
    }
    catch (thrown) {
        return notSaved(wordsOf(thrown));
    }
}
/**
 * Takes back what an earlier run may have kept of the same files: it is not what is shown now. (A saved plan goes by what
 * was read when it was made, and Terraform refuses it only when the state has moved on.)
 */
async function withdrawn(kept, { stack }, { run, retentionDays, artifacts }) {
    const inputsHash = stack.facts?.['inputs-hash'];
    if (inputsHash === undefined)
        return kept;
    const name = (0,artifact_name/* planArtifactName */.nU)(stack.subject.key, inputsHash, run.run.attempt);
    const content = new TextEncoder().encode(`${JSON.stringify({ version: 1 })}\n`);
    try {
        const store = await artifacts();
        await store.upload(name, [{ name: sealed_plan/* WITHDRAWN_FILE */.K, content }], { retentionDays, compress: false });
        return kept;
    }
    catch (thrown) {
        // Else that plan would be found after the merge, and applied.
        const fault = {
            reason: `a plan of it that an earlier run may have kept was not taken back: ${wordsOf(thrown)}`,
            help: 'Run the job again. Where artifacts cannot be had at all, set `save-plan: off`.',
            sections: [],
        };
        return { ...kept, fault };
    }
}
/** @throws what is no fault of the user's or the service's */
function wordsOf(thrown) {
    if (!(thrown instanceof errors/* UserError */.yo) || thrown.causeClass === 'cancelled')
        throw thrown;
    const message = (0,errors/* errorMessage */.gJ)(thrown).replace(/[.\s]*$/, '.');
    return thrown.help === undefined ? message : `${message} ${thrown.help}`;
}
const notSaved = (reason) => ({
    ...unkept/* NOTHING_SAVED */.e,
    first: [(0,words/* notKeptWarning */.Me)(reason)],
    warning: `it cannot be applied as reviewed: ${reason}`,
});
async function saved(request, options) {
    const { stack, redactor } = request;
    const origin = await options.origin(stack);
    const [inputsHash, commit] = [stack.facts?.['inputs-hash'], options.commit];
    if (inputsHash === undefined || commit === undefined) {
        return notSaved('What it is made of is not known: the stack is not in a Git repository with a commit.');
    }
    const uncommitted = notCommitted(origin, request);
    if (uncommitted.length > 0)
        return notSaved(uncommittedWords(uncommitted));
    const subject = wholePlan(request);
    if (subject === undefined) {
        return notSaved('The plan is not complete (targets, deferred changes, or an error). Plan all of the stack.');
    }
    const createdAt = new Date(options.clock.now()).toISOString();
    const environment = stack.facts?.['environment'];
    const about = { ...subject, origin, inputsHash, environment, redactor, createdAt };
    const content = await sealContent(about, { ...options.run, commit });
    const bytes = await (0,seal.sealPlan)(content, options.key);
    const artifact = (0,artifact_name/* planArtifactName */.nU)(stack.subject.key, inputsHash, options.run.run.attempt);
    const { retentionDays } = options;
    const store = await options.artifacts();
    await store.upload(artifact, [{ name: sealed_plan/* SEAL_FILE */.b, content: bytes }], { retentionDays, compress: false });
    const { kind } = content.manifest;
    return {
        artifact,
        facts: { sealed: kind },
        first: origin.upstream.length > 0 ? [(0,words/* provisionalNote */.V)(origin.upstream, true)] : [],
        last: [
            ...(kind === 'plan' ? [(0,words/* savedNote */.EZ)(options.key.kind === 'plain' ? 'plain' : 'sealed')] : []),
            ...(kind === 'review' && origin.upstream.length === 0 ? [(0,words/* readsOthersNote */.ty)()] : []),
        ],
    };
}
function wholePlan({ plan, outcome, made, }) {
    const { run, raw, planFile } = plan;
    const { model, digest } = outcome;
    if (run === undefined || raw === undefined || planFile === undefined || made === undefined)
        return undefined;
    if (model === undefined || digest === undefined || model.errored || !model.complete)
        return undefined;
    return { plan: { ...plan, run, raw, planFile }, outcome: { ...outcome, model, digest }, made };
}
function notCommitted({ uncommitted, ignored = [] }, { made }) {
    const written = new Set(made?.kind === 'files' ? made.files.map(({ path }) => path) : []);
    return [...uncommitted, ...ignored.filter((file) => !written.has(file))].sort();
}
function uncommittedWords(files) {
    const shown = files.slice(0, words/* SHOWN_NAMES */.zB).join(', ');
    const more = files.length > words/* SHOWN_NAMES */.zB ? ` and ${files.length - words/* SHOWN_NAMES */.zB} more` : '';
    return `It was made of files that are not as they are committed: ${shown}${more}. Commit them, or name under \`generated\` of the stack what a job makes.`;
}


/***/ }),

/***/ 7616:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ NOTHING_SAVED),
/* harmony export */   k: () => (/* binding */ provisionalNotes),
/* harmony export */   keepsNothing: () => (/* binding */ keepsNothing)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9751);

const NOTHING_SAVED = { facts: {}, first: [], last: [] };
/** Where no plan is kept: says what is only for now, and, where keeping was asked for, why it is not done. */
function keepsNothing(options) {
    return {
        before: () => Promise.resolve(undefined),
        async save(request) {
            const { model } = request.outcome;
            if (model === undefined || request.plan.failure !== undefined)
                return NOTHING_SAVED;
            const last = options.asked && model.changed ? [(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .noPassphraseNote */ .Qs)()] : [];
            return { ...NOTHING_SAVED, first: await provisionalNotes(request, options.origin), last };
        },
    };
}
/** A plan that comes out one way now may come out another way once what it reads has changed, also one without changes. */
async function provisionalNotes({ stack }, origin) {
    const { upstream } = await origin(stack);
    return upstream.length === 0 ? [] : [(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .provisionalNote */ .V)(upstream, false)];
}


/***/ }),

/***/ 9751:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ savedNote),
/* harmony export */   Me: () => (/* binding */ notKeptWarning),
/* harmony export */   Qs: () => (/* binding */ noPassphraseNote),
/* harmony export */   V: () => (/* binding */ provisionalNote),
/* harmony export */   ty: () => (/* binding */ readsOthersNote),
/* harmony export */   zB: () => (/* binding */ SHOWN_NAMES)
/* harmony export */ });
/* unused harmony export codes */
/** The plan was kept for a later job. */
function savedNote(mode) {
    const how = mode === 'sealed' ? 'sealed' : 'saved unencrypted';
    return small([
        `This plan is ${how}: it is what will be applied, if nothing that it is made of changes until then.`,
    ]);
}
/** The plan itself is not kept, for what it has read may be something else by then. */
const readsOthersNote = () => small([
    'It goes by what other stacks are. So it is planned again when it is applied, and applied only if that plan equals this one, or is approved.',
]);
/** There is nothing to keep it with. */
const noPassphraseNote = () => small(['This plan is not kept for applying: there is no ', { code: 'plan-passphrase' }, ' in this run.']);
const small = (text) => ({ kind: 'text', rank: 8, text: [{ emphasis: text }] });
/**
 * A plan that reads what other stacks of the same change are now.
 *
 * @param kept what was reviewed is kept, so that the plan that is made then can be compared with it
 */
function provisionalNote(upstream, kept) {
    const [first] = upstream;
    const after = upstream.length === 1 && first !== undefined ? [{ code: first }, ' is'] : ['they are'];
    return {
        kind: 'text',
        rank: 1,
        tone: 'note',
        text: [
            { strong: ['Provisional:'] },
            ' planned against what ',
            ...codes(upstream),
            upstream.length === 1 ? ' is now, which' : ' are now, which',
            ' this change touches too. It is planned again after ',
            ...after,
            ' applied, and ',
            kept ? 'applied only if that plan equals this one, or is approved.' : 'may then do something else.',
        ],
    };
}
/** Something stands in the way of applying just this plan. */
const notKeptWarning = (reason) => ({
    kind: 'text',
    rank: 1,
    tone: 'warning',
    text: [{ strong: ['Cannot be applied as reviewed:'] }, ` ${reason}`],
});
const SHOWN_NAMES = 10;
const codes = (names) => [
    ...names.slice(0, SHOWN_NAMES).flatMap((code, index) => (index === 0 ? [{ code }] : [', ', { code }])),
    ...(names.length > SHOWN_NAMES ? [` and ${names.length - SHOWN_NAMES} more`] : []),
];


/***/ }),

/***/ 7342:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ resourcesOf)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6106);

/** All resources of `planned_values` or of a state's `values`, those of modules at any depth too. */
function resourcesOf(values) {
    const found = [];
    const modules = [(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(values, 'root_module')];
    while (modules.length > 0) {
        const module = modules.pop();
        for (const resource of (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(module, 'resources')))
            found.push(resource);
        for (const child of (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(module, 'child_modules')))
            modules.push(child);
    }
    return found;
}


/***/ }),

/***/ 8162:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ephemeralVariables: () => (/* binding */ ephemeralVariables)
/* harmony export */ });
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6106);

/**
 * Names of root variables whose value no plan holds, sorted: ephemeral ones that were given. They must be given again
 * at apply. `tfplan`: the member of that name in the saved plan.
 *
 * The JSON does not tell all of it (measured with Terraform 1.11.4 and OpenTofu 1.12.6): Terraform does not say
 * `ephemeral`; both leave ephemeral values out of `variables`, but where the variable has a default they write the
 * default, also when another value was given. Which were given is in the saved plan alone, field 28 of Terraform's, 22 of
 * OpenTofu's message. It matters: without the value Terraform refuses to apply, but OpenTofu takes the default and applies.
 * Without `tfplan`, or when it cannot be read (OpenTofu's encryption), those without a default are told.
 */
function ephemeralVariables(raw, tfplan) {
    const declared = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .own */ .ZV)(raw.configuration, 'root_module'), 'variables');
    if (!(0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(declared))
        return [];
    const given = tfplan === undefined ? undefined : givenNames(tfplan);
    const names = Object.keys(declared).filter((name) => {
        const variable = declared[name];
        if (given?.has(name) === true)
            return true;
        // A variable that is not ephemeral has a value in the plan, at least null.
        return (!Object.hasOwn(raw.variables ?? {}, name) &&
            !Object.hasOwn((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv)(variable) ? variable : {}, 'default'));
    });
    return names.sort();
}
/** `apply_time_variables` of Terraform's planfile.proto; `ephemeral_variables` of OpenTofu's. */
const NAME_FIELDS = new Set([28, 22]);
/**
 * Texts in these fields of the protobuf message, names among them; in Terraform field 22 is something else, which is no
 * name. Undefined when it is no such message. https://protobuf.dev/programming-guides/encoding/
 */
function givenNames(message) {
    const names = new Set();
    const decoder = new TextDecoder();
    let at = 0;
    const number = () => {
        let value = 0;
        for (let scale = 1;; scale *= 128) {
            const byte = message[at++];
            if (byte === undefined || scale > 2 ** 63)
                return Number.NaN;
            value += (byte & 127) * scale;
            if (byte < 128)
                return value;
        }
    };
    while (at < message.length) {
        const tag = number();
        const [field, type] = [Math.floor(tag / 8), tag % 8];
        if (type === 0) {
            if (Number.isNaN(number()))
                return undefined;
        }
        else if (type === 1)
            at += 8;
        else if (type === 5)
            at += 4;
        else if (type === 2) {
            const length = number();
            if (!(length <= message.length - at))
                return undefined;
            if (NAME_FIELDS.has(field))
                names.add(decoder.decode(message.subarray(at, at + length)));
            at += length;
        }
        else
            return undefined;
    }
    return at === message.length ? names : undefined;
}


/***/ }),

/***/ 119:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eu: () => (/* binding */ planArtifactPrefix),
/* harmony export */   hx: () => (/* binding */ readPlanArtifactName),
/* harmony export */   iT: () => (/* binding */ stackId),
/* harmony export */   nU: () => (/* binding */ planArtifactName)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** What all artifacts with plans begin with. */
const PLAN_ARTIFACT = 'plan-';
/** 16 hexadecimal digits that stand for a stack: its key is no file name. */
function stackId(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(key).digest('hex').slice(0, 16);
}
/** What the artifacts with plans of a stack begin with. */
function planArtifactPrefix(key) {
    return `${PLAN_ARTIFACT}${stackId(key)}-`;
}
/** `plan-<stack>-<inputs>-<attempt>`: unique in a run, whose attempts share their artifacts. */
function planArtifactName(key, inputsHash, attempt) {
    return `${planArtifactPrefix(key)}${inputsHash.slice(0, 16)}-${attempt}`;
}
/** The parts of such a name; undefined for any other. */
function readPlanArtifactName(name) {
    const [, stack, inputs, attempt] = /^plan-([0-9a-f]{16})-([0-9a-f]{16})-(\d{1,6})$/.exec(name) ?? [];
    if (stack === undefined || inputs === undefined || attempt === undefined)
        return undefined;
    return { stack, inputs, attempt: Number(attempt) };
}


/***/ }),

/***/ 5897:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ isAddedTo),
/* harmony export */   FI: () => (/* binding */ LOCK_FILE),
/* harmony export */   cx: () => (/* binding */ readLockFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4296);



/** Both tools write this name, into the folder they run in. */
const LOCK_FILE = '.terraform.lock.hcl';
/** The dependency lock file, committed or not; undefined: there is none (no providers but the built-in one). */
async function readLockFile(directory) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, LOCK_FILE));
    }
    catch (thrown) {
        if ((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(thrown) === 'ENOENT')
            return undefined;
        throw thrown;
    }
}
/**
 * True when `init` has only added to a lock file: providers that were missing, checksums for another platform. The
 * versions and all checksums that were there are still there.
 * Source: https://developer.hashicorp.com/terraform/language/files/dependency-lock
 */
function isAddedTo(before, after) {
    const [old, now] = [providersOf(before), providersOf(after)];
    if (old === undefined || now === undefined)
        return false;
    return [...old].every(([name, { version, hashes }]) => {
        const same = now.get(name);
        return same?.version === version && [...hashes].every((hash) => same.hashes.has(hash));
    });
}
/** Undefined for anything that the tools do not write themselves. */
function providersOf(lockFile) {
    const found = new Map();
    const block = /^provider "(?<name>[^"]+)" \{\n(?<body>(?: .*\n)*)\}\n*/my;
    let text = Buffer.from(lockFile).toString('utf8').replaceAll('\r\n', '\n');
    text = text.replace(/^(?:#.*\n|\n)*/, '');
    if (!text.endsWith('\n'))
        text += '\n';
    while (block.lastIndex < text.length) {
        const { name, body } = block.exec(text)?.groups ?? {};
        const version = /^ {2}version\s*= "([^"]+)"$/m.exec(body ?? '')?.[1];
        if (name === undefined || version === undefined || found.has(name))
            return undefined;
        const hashes = [...(body ?? '').matchAll(/^ {4}"((?:h1|zh):[^"]+)",$/gm)].map(([, hash = '']) => hash);
        found.set(name, { version, hashes: new Set(hashes) });
    }
    return found;
}


/***/ }),

/***/ 4645:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkPassphrase: () => (/* binding */ checkPassphrase)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);

/** Characters, counted as people count them. */
const SHORTEST_PASSPHRASE = 12;
/**
 * Throws a `UserError` for a passphrase that cannot keep a secret, or is none. It is used exactly as it is given: blanks
 * and a line end at its end count, and nothing is normalised, so both sides must be given the same secret.
 */
function checkPassphrase(passphrase) {
    const refuse = (what, help) => new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`plan-passphrase ${what}`, { help, where: 'plan-passphrase' });
    // TF-via-PR's own CI once had `plan-encrypt: secrets.TF_ENCRYPTION`: a text everybody can read as the passphrase.
    if (/^\s*(?:\$\{\{|(?:secrets|vars|env|inputs|github)\.\w+\s*$)/.test(passphrase)) {
        throw refuse('is the name of a secret, not its value', 'Write plan-passphrase: ${{ secrets.NAME }}.');
    }
    if (Array.from(passphrase).length < SHORTEST_PASSPHRASE || passphrase.trim() === '') {
        throw refuse(`has fewer than ${SHORTEST_PASSPHRASE} characters`, 'Use a long random one: `openssl rand -base64 32`, kept as a secret of the repository.');
    }
}


/***/ }),

/***/ 266:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isInside),
/* harmony export */   V: () => (/* binding */ planFolders)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4296);



/**
 * Before `init` local modules are not known. Modules outside the repository are not looked at.
 * Source: `.terraform/modules/modules.json` as Terraform and OpenTofu write it (internal/modsdir/manifest.go): `Dir` is
 * relative to the folder they run in.
 */
async function planFolders({ root: given, run, leftOut = [] }) {
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(given);
    const directory = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(run.directory);
    const at = (path) => path === undefined || path === '' ? [] : [real((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, path))];
    const dataDir = await (at(run.dataDir ?? run.env['TF_DATA_DIR'])[0] ?? real((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.terraform')));
    const modules = await moduleFolders((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dataDir, 'modules'), directory);
    const inside = [directory, ...modules].filter((folder) => isInside(folder, root) && !isInside(folder, dataDir) && !isInside(folder, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, '.git')));
    const others = [...at(run.env['TF_LOG_PATH']), ...at(run.pluginCacheDir ?? run.env['TF_PLUGIN_CACHE_DIR'])];
    return {
        root,
        folders: [...new Set(inside)].filter((folder, _, all) => !all.some((other) => other !== folder && isInside(folder, other))),
        fetched: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(dataDir, 'modules'),
        fetchedIsUsual: dataDir === (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, '.terraform'),
        leftOut: [dataDir, ...(await Promise.all([...others, ...leftOut.map(real)]))],
    };
}
/** True for a folder itself too. */
function isInside(path, folder) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way === '' || (way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way));
}
async function moduleFolders(fetched, directory) {
    let text;
    try {
        text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(fetched, 'modules.json'), 'utf8');
    }
    catch (thrown) {
        if ((0,_core_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .CA)(thrown) === 'ENOENT')
            return []; // no module is called
        throw thrown;
    }
    const { Modules: modules = [] } = JSON.parse(text);
    const folders = modules.flatMap(({ Dir: dir }) => (dir === undefined ? [] : [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, dir)]));
    return Promise.all(folders.map(real));
}
/** What is not there yet has no links. */
const real = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path).catch(() => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));


/***/ }),

/***/ 9896:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ planMember),
/* harmony export */   Z: () => (/* binding */ planState)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4296);


/** No state is larger; the zip says how large it will be. */
const MOST_STATE_BYTES = 512 * 1024 ** 2;
/**
 * Lineage and serial, out of the member `tfstate` of a saved plan: `show -json` does not tell them. The member is the
 * state after refreshing, with the serial of the one in the backend; without a state the tools write an empty lineage.
 * Source: internal/plans/planfile/writer.go and internal/states/statefile/version4.go of both tools.
 */
async function planState(planFile) {
    const bytes = typeof planFile === 'string' ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(planFile) : planFile;
    if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'PK\u0003\u0004') {
        const encrypted = /^\s*\{[^]*"encrypted_data"/.test(Buffer.from(bytes.subarray(0, 65_536)).toString('latin1'));
        return {
            unknown: encrypted ? 'the saved plan is encrypted by OpenTofu' : 'it is no saved plan of its own',
        };
    }
    const { unzipSync } = await __webpack_require__.e(/* import() */ 1306).then(__webpack_require__.bind(__webpack_require__, 1306));
    const sizes = [];
    try {
        const { tfstate } = unzipSync(bytes, {
            filter: ({ name, originalSize }) => {
                if (name !== 'tfstate')
                    return false;
                sizes.push(originalSize);
                return originalSize <= MOST_STATE_BYTES;
            },
        });
        if (tfstate === undefined)
            return {
                unknown: sizes.length > 0 ? 'the state in the saved plan is too large' : 'the saved plan holds no state',
            };
        return readState(Buffer.from(tfstate.buffer, tfstate.byteOffset, tfstate.byteLength).toString('utf8'));
    }
    catch (thrown) {
        return { unknown: `the saved plan cannot be unpacked: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(thrown)}` };
    }
}
function readState(json) {
    let state;
    try {
        state = JSON.parse(json);
    }
    catch {
        return { unknown: 'the state in the saved plan is no JSON' }; // never its text: it holds secrets
    }
    const { version, lineage, serial } = state ?? {};
    if (version !== 4 ||
        typeof lineage !== 'string' ||
        typeof serial !== 'number' ||
        !Number.isSafeInteger(serial))
        return { unknown: 'the state in the saved plan has a form that is not known' };
    return lineage === '' ? {} : { state: { lineage, serial } };
}
/** The part of a saved plan that tells which ephemeral variables were given; OpenTofu may have encrypted all of it. */
async function planMember(plan) {
    const { unzipSync } = await __webpack_require__.e(/* import() */ 1306).then(__webpack_require__.bind(__webpack_require__, 1306));
    try {
        return unzipSync(plan, { filter: ({ name }) => name === 'tfplan' })['tfplan'];
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6796:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSeal: () => (/* binding */ openSeal),
  sealPlan: () => (/* binding */ sealPlan)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/terraform/sealed/passphrase.ts
var passphrase = __webpack_require__(4645);
// EXTERNAL MODULE: ./src/terraform/sealed/seal-error.ts
var seal_error = __webpack_require__(8947);
;// CONCATENATED MODULE: ./src/terraform/sealed/container.ts




/*
 * The file, numbers big-endian:
 *
 *   0  8   magic
 *   8  1   version: 1
 *   9  1   0: plain · 1: scrypt, AES-256-GCM
 *  10  1   scrypt: log2 N
 *  11  1   scrypt: r
 *  12  1   scrypt: p
 *  13  3   zero
 *  16  8   bytes of the payload
 *  24  16  salt
 *  40  12  nonce
 *  52  …   payload
 *   …  …   encrypted: 16 bytes, tag over header and payload; plain: 32 bytes, SHA-256 of them
 *
 * The first byte is no text and the last of the magic is a line end, so that transfers as text are noticed (as in PNG).
 * A plain one has zeros for the parameters, salt and nonce.
 */
const MAGIC = Buffer.from('\x89GOPLAN\n', 'latin1');
const VERSION = 1;
const HEADER_BYTES = 52;
const TAG_BYTES = 16;
const DIGEST_BYTES = 32;
/** Node takes at most 2 GiB at once, and all of it is in memory. */
const MOST_PAYLOAD_BYTES = 500 * 1024 ** 2;
const CHUNK = 8 * 1024 ** 2;
/**
 * N = 2^16: 64 MiB and about 0.13 s for each guess of a passphrase. What is read may cost up to four times as much, so
 * that a later release can ask for more; a hostile header cannot ask for gigabytes.
 * Source: RFC 7914 (memory is 128 * N * r bytes).
 */
const COST = 16;
const COSTS = { least: 15, most: 18 };
const BLOCK_SIZE = 8;
const PARALLEL = 1;
/** Closes a payload, given as pieces that follow each other. @throws UserError for a bad passphrase, or too much of it. */
async function closeContainer(pieces, key) {
    const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
    if (size > MOST_PAYLOAD_BYTES) {
        throw new errors/* UserError */.yo(`the plan and its files are ${Math.ceil(size / 1e6)} MB, too large to be sealed`, {
            help: `At most ${Math.floor(MOST_PAYLOAD_BYTES / 1e6)} MB can be.`,
        });
    }
    const header = Buffer.alloc(HEADER_BYTES);
    MAGIC.copy(header);
    header.writeUInt8(VERSION, 8);
    header.writeBigUInt64BE(BigInt(size), 16);
    if (key.kind === 'plain') {
        const body = Buffer.concat([header, ...pieces, Buffer.alloc(DIGEST_BYTES)]);
        sha256(body.subarray(0, HEADER_BYTES + size)).copy(body, HEADER_BYTES + size);
        return body;
    }
    (0,passphrase.checkPassphrase)(key.passphrase);
    header.set([1, COST, BLOCK_SIZE, PARALLEL], 9);
    (0,external_node_crypto_.randomBytes)(28).copy(header, 24);
    const { secret, nonce } = await keyOf(header, key.passphrase);
    const cipher = (0,external_node_crypto_.createCipheriv)('aes-256-gcm', secret, nonce, { authTagLength: TAG_BYTES });
    secret.fill(0);
    cipher.setAAD(header);
    const sealed = Buffer.allocUnsafe(HEADER_BYTES + size + TAG_BYTES);
    let at = header.copy(sealed);
    for (const piece of pieces)
        at = inChunks(piece, sealed, at, (chunk) => cipher.update(chunk));
    at += cipher.final().copy(sealed, at);
    cipher.getAuthTag().copy(sealed, at);
    return sealed;
}
/** The payload. @throws SealError before anything of it is handed out; UserError for a bad passphrase. */
async function openContainer(bytes, key) {
    const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { encrypted, size } = readHeader(file);
    if (key.kind === 'plain' && encrypted)
        throw new seal_error.SealError('encrypted-refused', 'the plan is encrypted, and there is no passphrase');
    if (key.kind !== 'plain' && !encrypted)
        throw new seal_error.SealError('plain-refused', 'the plan is not encrypted, where an encrypted one is demanded');
    const end = HEADER_BYTES + size;
    const missing = end + (encrypted ? TAG_BYTES : DIGEST_BYTES) - file.length;
    if (missing > 0)
        throw new seal_error.SealError('truncated', `the sealed plan is cut off: ${missing} bytes are missing`);
    if (missing < 0)
        throw new seal_error.SealError('not-a-seal', 'the sealed plan has something after its end');
    if (key.kind === 'plain') {
        if (!(0,external_node_crypto_.timingSafeEqual)(sha256(file.subarray(0, end)), file.subarray(end)))
            throw new seal_error.SealError('altered', 'the checksum of the plan is wrong: it was changed or damaged');
        return file.subarray(HEADER_BYTES, end);
    }
    (0,passphrase.checkPassphrase)(key.passphrase);
    return decrypt(file, size, key.passphrase);
}
async function decrypt(file, size, passphrase) {
    const { secret, nonce } = await keyOf(file, passphrase);
    const decipher = (0,external_node_crypto_.createDecipheriv)('aes-256-gcm', secret, nonce, { authTagLength: TAG_BYTES });
    secret.fill(0);
    const end = HEADER_BYTES + size;
    decipher.setAAD(file.subarray(0, HEADER_BYTES));
    decipher.setAuthTag(file.subarray(end));
    const payload = Buffer.allocUnsafe(size);
    inChunks(file.subarray(HEADER_BYTES, end), payload, 0, (chunk) => decipher.update(chunk));
    try {
        decipher.final();
    }
    catch {
        payload.fill(0);
        throw new seal_error.SealError('wrong-passphrase-or-altered', 'the sealed plan does not open: the passphrase is another one, or the file was changed (which of the two cannot be told)');
    }
    return payload;
}
/** Checks what can be checked without a key. */
function readHeader(file) {
    const magic = file.subarray(0, MAGIC.length);
    if (!MAGIC.subarray(0, magic.length).equals(magic))
        throw new seal_error.SealError('not-a-seal', 'the file is not a sealed plan');
    if (file.length < HEADER_BYTES)
        throw new seal_error.SealError('truncated', 'the sealed plan is cut off in its header');
    const version = file.readUInt8(8);
    if (version > VERSION)
        throw new seal_error.SealError('newer-version', `the sealed plan has version ${version}; this release reads ${VERSION}`);
    const [kind = 0, cost = 0, block = 0, parallel = 0] = file.subarray(9, 13);
    const size = file.readBigUInt64BE(16);
    const encrypted = kind === 1;
    const known = encrypted
        ? cost >= COSTS.least && cost <= COSTS.most && block === BLOCK_SIZE && parallel === PARALLEL
        : kind === 0 && isZero(file.subarray(10, 13)) && isZero(file.subarray(24, HEADER_BYTES));
    if (version !== VERSION || !known || !isZero(file.subarray(13, 16)))
        throw new seal_error.SealError('not-a-seal', 'the header of the sealed plan is none that is ever written');
    if (size > BigInt(MOST_PAYLOAD_BYTES))
        throw new seal_error.SealError('not-a-seal', 'the sealed plan says that it is larger than any can be');
    return { encrypted, size: Number(size) };
}
function keyOf(header, passphrase) {
    const N = 2 ** header.readUInt8(10);
    const options = { N, r: BLOCK_SIZE, p: PARALLEL, maxmem: 2 * 128 * N * BLOCK_SIZE };
    const nonce = header.subarray(40, HEADER_BYTES);
    return new Promise((resolve, reject) => {
        (0,external_node_crypto_.scrypt)(passphrase, header.subarray(24, 40), 32, options, (failure, secret) => {
            if (failure === null)
                resolve({ secret, nonce });
            else
                reject(failure);
        });
    });
}
function inChunks(from, to, start, change) {
    let at = start;
    for (let read = 0; read < from.length; read += CHUNK)
        at += change(from.subarray(read, read + CHUNK)).copy(to, at);
    return at;
}
const sha256 = (bytes) => (0,external_node_crypto_.createHash)('sha256').update(bytes).digest();
const isZero = (bytes) => bytes.every((byte) => byte === 0);

// EXTERNAL MODULE: ./src/terraform/sealed/payload.ts + 3 modules
var payload = __webpack_require__(8629);
;// CONCATENATED MODULE: ./src/terraform/sealed/seal.ts


/**
 * The bytes of `SEAL_FILE`. Encrypted, nobody without the passphrase can read it, and nobody can change it unnoticed; who
 * has made it is not told by that: whoever can run a workflow of the repository can use its passphrase.
 * @throws UserError for a passphrase that is none, or more than can be sealed; SealError when content and manifest do
 *   not agree, which is a fault of the caller's.
 */
async function sealPlan(content, key) {
    return closeContainer((0,payload/* packPayload */.uP)(content), key);
}
/**
 * What is in it. Nothing is handed out before the tag over all of it is right, and each part has the form, the size
 * and the checksum it must have. Where it comes from must be asked from GitHub.
 * @throws SealError that says why it does not open; UserError for a passphrase that is none.
 */
async function openSeal(bytes, key) {
    return (0,payload/* unpackPayload */.Ds)(await openContainer(bytes, key));
}


/***/ })

};
