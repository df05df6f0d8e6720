export const id = 7708;
export const ids = [7708];
export const modules = {

/***/ 7708:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  report: () => (/* binding */ report)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/core/action.ts + 8 modules
var action = __webpack_require__(5087);
// EXTERNAL MODULE: ./src/core/inputs.ts
var inputs = __webpack_require__(9114);
// EXTERNAL MODULE: ./src/core/redact-patterns.ts
var redact_patterns = __webpack_require__(88);
// EXTERNAL MODULE: ./src/core/redact.ts + 2 modules
var core_redact = __webpack_require__(8257);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/report/part-artifacts.ts
var part_artifacts = __webpack_require__(2315);
// EXTERNAL MODULE: ./src/core/short-commit.ts
var short_commit = __webpack_require__(4383);
;// CONCATENATED MODULE: ./src/pipeline/report/choose.ts

/**
 * Of all parts those that count. What another run or commit says is refused: it is not what this run was asked about.
 *
 * Attempts of one run share its artifacts. When all jobs ran again, so did detect-changes, and what was said before it
 * does not count. When only some did, the parts of the others still do. A part that failed in an earlier attempt and has
 * no newer one was to be made again (that is what "re-run failed jobs" does): its job ran again without a result, or
 * did not run.
 *
 * @param since the attempt of detect-changes; undefined: it is not known, and all attempts count
 */
function chooseParts(found, run, since) {
    const problems = [];
    const ours = found.filter(({ part, from }) => {
        const why = foreign(part.run, run);
        if (why !== undefined)
            problems.push({ where: `${part.subject.name} (${from})`, what: `is refused: ${why}` });
        return why === undefined;
    });
    const valid = ours.filter(({ part }) => part.run.attempt >= (since ?? 1));
    const newest = new Map();
    for (const one of valid) {
        const id = JSON.stringify([one.part.kind, one.part.subject.key, one.part.facts['gone'] === 'true']);
        const before = newest.get(id);
        if (before === undefined || isNewer(one, before))
            newest.set(id, one);
    }
    const chosen = [...newest.values()].map(({ part, at }) => [asOfNow(part, run.attempt), at]);
    return {
        parts: chosen.map(([part]) => part),
        writtenAt: new Map(chosen.filter(([, at]) => at > 0)),
        problems,
        superseded: ours.length - newest.size,
    };
}
/** Why what another job said is not about this run; undefined: it is. */
function foreign(of, run) {
    if (of.id !== run.id)
        return `it is of run ${of.id}, and this is run ${run.id}`;
    if (of.sha !== run.sha.toLowerCase())
        return `it is of commit ${(0,short_commit/* shortCommit */.A)(of.sha)}, and this run is about ${(0,short_commit/* shortCommit */.A)(run.sha)}`;
    if (of.attempt > run.attempt)
        return `it is of attempt ${of.attempt}, and this is attempt ${run.attempt}`;
    return undefined;
}
/** `approve` comes after what it was refused by; of two at one time, what is worse is believed. */
function isNewer(one, other) {
    const steps = [
        one.part.run.attempt - other.part.run.attempt,
        approval(one.part) - approval(other.part),
        one.at - other.at,
        badness(one.part) - badness(other.part),
    ];
    return (steps.find((step) => step !== 0) ?? 0) > 0;
}
const approval = ({ facts }) => Number(facts['mode'] === 'approve');
const BADNESS = { ok: 0, waiting: 1, unknown: 2, failed: 3 };
const badness = ({ verdict }) => BADNESS[verdict.kind];
function asOfNow(part, attempt) {
    const { verdict, run } = part;
    if (run.attempt === attempt || verdict.kind === 'ok' || verdict.kind === 'waiting')
        return part;
    const note = `failed in attempt ${run.attempt}, and attempt ${attempt} brought no new result`;
    return {
        ...part,
        verdict: { ...verdict, reason: `${note}: ${verdict.reason}` },
        headline: [{ strong: [note] }, ': ', ...part.headline],
    };
}

;// CONCATENATED MODULE: ./src/report/read/json.ts
/** Where and why a value is not what it should be: `parts[3].counts: must be an object`. */
class ReadFault extends Error {
    problem;
    path;
    constructor(problem, path = '') {
        super(path === '' ? problem : `${path}: ${problem}`);
        this.name = 'ReadFault';
        this.problem = problem;
        this.path = path;
    }
}
function within(step, thrown) {
    if (!(thrown instanceof ReadFault))
        return thrown;
    const rest = thrown.path === '' || thrown.path.startsWith('[') ? thrown.path : `.${thrown.path}`;
    return new ReadFault(thrown.problem, `${step}${rest}`);
}
const fields = (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new ReadFault('must be an object');
    return value;
};
function need(of, name, read) {
    if (!Object.hasOwn(of, name))
        throw new ReadFault('is missing', name);
    try {
        return read(of[name]);
    }
    catch (thrown) {
        throw within(name, thrown);
    }
}
/** The field as an object to spread: `{}` where there is none. */
function may(of, name, read) {
    return Object.hasOwn(of, name) ? { [name]: need(of, name, read) } : {};
}
const json_text = (value) => {
    if (typeof value !== 'string')
        throw new ReadFault('must be a text');
    return value;
};
const flag = (value) => {
    if (typeof value !== 'boolean')
        throw new ReadFault('must be true or false');
    return value;
};
/** A count: a whole number, 0 or more. */
const natural = (value) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
        throw new ReadFault('must be a whole number, 0 or more');
    return value;
};
/** A duration in seconds. */
const seconds = (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > 1e9)
        throw new ReadFault('must be a number of seconds');
    return value;
};
const oneOf = (...values) => (value) => {
    const found = values.find((one) => one === value);
    if (found === undefined)
        throw new ReadFault(`must be one of ${values.join(', ')}`);
    return found;
};
const list = (read) => (value) => {
    if (!Array.isArray(value))
        throw new ReadFault('must be a list');
    const all = [];
    let index = 0;
    try {
        for (; index < value.length; index++)
            all.push(read(value[index]));
    }
    catch (thrown) {
        throw within(`[${index}]`, thrown);
    }
    return all;
};
/**
 * An object as a table of names and values. Its names are words of ours in kebab-case; what `Object` itself has by
 * such a name (`constructor`) is refused, since elsewhere it would be found where nothing is.
 */
const table = (read) => (value) => {
    const entries = Object.entries(fields(value)).map(([name, item]) => {
        if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name) || name.length > 60 || name in Object.prototype)
            throw new ReadFault(`has a name that is none: ${JSON.stringify(name.slice(0, 60))}`);
        try {
            return [name, read(item)];
        }
        catch (thrown) {
            throw within(name, thrown);
        }
    });
    return Object.fromEntries(entries);
};
/** Parses a text that should be JSON. */
function parseJson(content) {
    try {
        return JSON.parse(content);
    }
    catch {
        // V8's message quotes the text, and who knows what is in it.
        throw new ReadFault('is no JSON');
    }
}

;// CONCATENATED MODULE: ./src/report/read/sections.ts

/** How deep folds, marks and compact forms may stand in each other: ours are five deep at most. */
const DEEPEST = 12;
const rank = oneOf(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
const tone = oneOf('caution', 'warning', 'note');
/** Readers of the document model: the shape as in section.ts, nothing more and nothing that is not known. */
function sectionReaders(isOurs) {
    const inlinesAt = (depth) => (value) => list(inlineAt(depth))(value).flat();
    const inlineAt = (depth) => (value) => {
        if (typeof value === 'string')
            return [value];
        if (depth > DEEPEST)
            throw new ReadFault('is nested too deep');
        const of = fields(value);
        if ('code' in of)
            return [{ code: need(of, 'code', json_text) }];
        const inner = inlinesAt(depth + 1);
        if ('strong' in of)
            return [{ strong: need(of, 'strong', inner) }];
        if ('emphasis' in of)
            return [{ emphasis: need(of, 'emphasis', inner) }];
        const link = need(of, 'link', inner);
        const href = need(of, 'href', json_text);
        return isOurs(href) ? [{ link, href }] : link;
    };
    const inlines = inlinesAt(0);
    const sectionsAt = (depth) => (value) => {
        if (depth > DEEPEST)
            throw new ReadFault('is nested too deep');
        return list((item) => sectionAt(item, depth))(value);
    };
    function sectionAt(value, depth) {
        const of = fields(value);
        const common = { rank: need(of, 'rank', rank) };
        const kind = need(of, 'kind', json_text);
        switch (kind) {
            case 'heading':
                return {
                    ...common,
                    kind,
                    level: need(of, 'level', oneOf(1, 2, 3, 4)),
                    text: need(of, 'text', inlines),
                };
            case 'text':
                return { ...common, kind, text: need(of, 'text', inlines), ...may(of, 'tone', tone) };
            case 'list':
                return { ...common, kind, items: need(of, 'items', list(inlines)) };
            case 'table':
                return { ...common, ...tableOf(of, depth) };
            case 'attribute-diff':
                return {
                    ...common,
                    kind,
                    changes: need(of, 'changes', list(attributeChange)),
                    unchanged: need(of, 'unchanged', natural),
                };
            case 'line-diff':
                return { ...common, kind, lines: need(of, 'lines', list(diffLine)) };
            case 'code':
                return { ...common, kind, language: need(of, 'language', json_text), text: need(of, 'text', json_text) };
            case 'graph':
                return {
                    ...common,
                    kind,
                    title: need(of, 'title', json_text),
                    nodes: need(of, 'nodes', list(graphNode)),
                    edges: need(of, 'edges', list(graphEdge)),
                };
            case 'fold':
                return {
                    ...common,
                    kind,
                    summary: need(of, 'summary', inlines),
                    open: need(of, 'open', flag),
                    noun: need(of, 'noun', json_text),
                    sections: need(of, 'sections', sectionsAt(depth + 1)),
                };
            default:
                throw new ReadFault(`is of a kind that this version does not know: ${JSON.stringify(kind.slice(0, 40))}`);
        }
    }
    function tableOf(of, depth) {
        const row = (value) => {
            const one = fields(value);
            return { rank: need(one, 'rank', rank), cells: need(one, 'cells', list(inlines)) };
        };
        const column = (value) => {
            const one = fields(value);
            return { title: need(one, 'title', json_text), ...may(one, 'align', oneOf('left', 'right')) };
        };
        const compact = (value) => {
            if (depth >= DEEPEST)
                throw new ReadFault('is nested too deep');
            return sectionAt(value, depth + 1);
        };
        return {
            kind: 'table',
            columns: need(of, 'columns', list(column)),
            rows: need(of, 'rows', list(row)),
            noun: need(of, 'noun', json_text),
            ...may(of, 'compact', compact),
        };
    }
    return { inlines, sections: sectionsAt(0) };
}
const diffLine = (value) => {
    const of = fields(value);
    return { sign: need(of, 'sign', oneOf('+', '-', ' ', 'gap')), text: need(of, 'text', json_text) };
};
const shownValue = (value) => {
    const of = fields(value);
    const kind = need(of, 'kind', oneOf('value', 'sensitive', 'unknown', 'write-only', 'absent'));
    return kind === 'value' ? { kind, text: need(of, 'text', json_text) } : { kind };
};
const attributeChange = (value) => {
    const of = fields(value);
    return {
        path: need(of, 'path', json_text),
        action: need(of, 'action', oneOf('add', 'remove', 'change')),
        before: need(of, 'before', shownValue),
        after: need(of, 'after', shownValue),
        forcesReplacement: need(of, 'forcesReplacement', flag),
        ...may(of, 'lines', list(diffLine)),
        ...may(of, 'language', oneOf('json', 'yaml', 'text')),
    };
};
const graphNode = (value) => {
    const of = fields(value);
    return {
        id: need(of, 'id', json_text),
        label: need(of, 'label', json_text),
        look: need(of, 'look', oneOf('cause', 'step', 'changed', 'affected', 'more')),
    };
};
const trueOnly = (value) => {
    if (value !== true)
        throw new ReadFault('must be true, or left out');
    return value;
};
const graphEdge = (value) => {
    const of = fields(value);
    return {
        from: need(of, 'from', json_text),
        to: need(of, 'to', json_text),
        ...may(of, 'label', json_text),
        ...may(of, 'dashed', trueOnly),
    };
};

;// CONCATENATED MODULE: ./src/report/read/part.ts


/** Reads a parts file. Whatever the text is, nothing is thrown. */
function readPartsFile(content, isOurs) {
    try {
        const of = fields(parseJson(content));
        version(of);
        const items = need(of, 'parts', list((item) => item));
        const read = partReader(isOurs);
        const parts = [];
        const faults = [];
        for (const [index, item] of items.entries()) {
            try {
                parts.push(read(item));
            }
            catch (thrown) {
                faults.push(faultText(thrown, `parts[${index}]`));
            }
        }
        return { parts, faults };
    }
    catch (thrown) {
        return { parts: [], faults: [faultText(thrown, '')] };
    }
}
function faultText(thrown, at) {
    if (!(thrown instanceof ReadFault))
        throw thrown;
    if (at === '')
        return thrown.message;
    return thrown.path === '' ? `${at} ${thrown.problem}` : `${at}.${thrown.message}`;
}
/** Only version 1 is known; of another one not even the names of its fields can be relied upon. */
function version(of) {
    return need(of, 'version', (value) => {
        if (value === 1)
            return 1;
        throw new ReadFault(typeof value === 'number'
            ? `is ${value}, and this version of report reads 1: use one release of all actions`
            : 'must be 1');
    });
}
/** A part in exactly its shape, made anew. Links that are not ours are taken out of its texts. */
function partReader(isOurs) {
    const { inlines, sections } = sectionReaders(isOurs);
    const identity = runReader(isOurs);
    return (value) => {
        const of = fields(value);
        return {
            version: version(of),
            kind: need(of, 'kind', oneOf('terraform-plan', 'terraform-apply', 'helm-lint')),
            subject: need(of, 'subject', subject),
            status: need(of, 'status', oneOf('ok', 'changed', 'failed', 'partial')),
            verdict: need(of, 'verdict', verdict),
            counts: need(of, 'counts', table(natural)),
            headline: need(of, 'headline', inlines),
            sections: need(of, 'sections', sections),
            findings: need(of, 'findings', list(finding)),
            facts: need(of, 'facts', table(json_text)),
            run: need(of, 'run', identity),
            seconds: need(of, 'seconds', seconds),
        };
    };
}
const part_name = (value) => {
    const read = json_text(value);
    if (read === '')
        throw new ReadFault('must not be empty');
    return read;
};
const subject = (value) => {
    const of = fields(value);
    return {
        key: need(of, 'key', part_name),
        name: need(of, 'name', part_name),
        path: need(of, 'path', json_text),
        ...may(of, 'workspace', json_text),
    };
};
const cause = oneOf(...['auth', 'lock', 'provider', 'init', 'timeout', 'policy', 'config', 'cancelled', 'bug']);
const verdict = (value) => {
    const of = fields(value);
    const kind = need(of, 'kind', oneOf('ok', 'waiting', 'failed', 'unknown'));
    if (kind === 'ok')
        return { kind };
    const reason = need(of, 'reason', json_text);
    if (kind === 'unknown')
        return { kind, reason };
    if (kind === 'waiting')
        return { kind, reason, on: need(of, 'on', list(json_text)) };
    return { kind, reason, cause: need(of, 'cause', cause) };
};
const positive = (value) => {
    const read = natural(value);
    if (read === 0)
        throw new ReadFault('counts from 1');
    return read;
};
const part_location = (value) => {
    const of = fields(value);
    return {
        file: need(of, 'file', json_text),
        ...may(of, 'line', positive),
        ...may(of, 'column', positive),
        ...may(of, 'endLine', positive),
        ...may(of, 'endColumn', positive),
    };
};
const finding = (value) => {
    const of = fields(value);
    return {
        rule: need(of, 'rule', part_name),
        severity: need(of, 'severity', oneOf('error', 'warning', 'notice')),
        message: need(of, 'message', json_text),
        ...may(of, 'help', json_text),
        subject: need(of, 'subject', json_text),
        ...may(of, 'location', part_location),
        fingerprint: need(of, 'fingerprint', json_text),
    };
};
const matching = (pattern, what) => (value) => {
    const read = json_text(value);
    if (!pattern.test(read))
        throw new ReadFault(`must be ${what}`);
    return read;
};
/** A run's identity; a link that is not ours is left out. */
function runReader(isOurs) {
    return (value) => {
        const of = fields(value);
        const { url } = may(of, 'url', json_text);
        return {
            id: need(of, 'id', matching(/^\d{1,20}$/, 'the id of a run')),
            attempt: need(of, 'attempt', positive),
            sha: need(of, 'sha', matching(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 'the id of a commit')),
            ...(url === undefined || !isOurs(url) ? {} : { url }),
        };
    };
}

// EXTERNAL MODULE: ./src/pipeline/parallel.ts
var parallel = __webpack_require__(4783);
;// CONCATENATED MODULE: ./src/pipeline/report/collect.ts






/** Bytes that a file with parts may have: three thousand times a usual one. */
const MAX_PART_BYTES = 64_000_000;
/** Requests at once; more gains nothing and GitHub begins to refuse. */
const AT_ONCE = 12;
/**
 * The parts in the artifacts of this run whose names match, all attempts. One that cannot be had or read is a problem.
 * @param artifacts of this run, as listed
 */
async function partsOfArtifacts(pattern, { store, artifacts, isOurs }) {
    const matches = globOf(pattern);
    const wanted = artifacts.filter(({ name }) => matches.test(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
    const all = await (0,parallel/* mapParallel */.E)(wanted, AT_ONCE, async (artifact) => {
        if (artifact.expired)
            return problem(artifact.name, 'has expired');
        try {
            const files = await store.download(artifact, MAX_PART_BYTES);
            const all = files.map((file) => partsOf(file, artifact, isOurs));
            const holdsNone = all.every(({ found, problems }) => found.length === 0 && problems.length === 0);
            return joined(holdsNone ? [...all, problem(artifact.name, 'holds no part')] : all);
        }
        catch (thrown) {
            return problem(artifact.name, `could not be downloaded: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
        }
    });
    return joined(all);
}
function partsOf(file, { name, createdAt }, isOurs) {
    if (!file.name.endsWith('.json'))
        return { found: [], problems: [], ignored: [`${name}/${file.name}`] };
    const at = Number.isFinite(createdAt) ? createdAt : 0;
    return read(textOf(file), { from: name, at, isOurs, strict: true });
}
/**
 * The parts in all `.json` files below a folder. Without the folder there are none: downloading no artifact makes no
 * folder. What is plainly another kind of file is ignored; what should be a parts file and is none is a problem.
 *
 * @param folder absolute
 */
async function partsOfFolder(folder, isOurs) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true }).catch((thrown) => {
        if ((0,errors/* errorCode */.CA)(thrown) === 'ENOENT')
            return [];
        throw thrown;
    });
    const files = entries
        .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name))
        .sort();
    const all = await (0,parallel/* mapParallel */.E)(files, AT_ONCE, async (path) => {
        const from = (0,external_node_path_.relative)(folder, path).split(external_node_path_.sep).join('/');
        const { size } = await (0,promises_.stat)(path);
        if (size > MAX_PART_BYTES)
            return problem(from, `has ${size} bytes, more than a part can have`);
        return read(await (0,promises_.readFile)(path, 'utf8'), { from, at: 0, isOurs, strict: false });
    });
    return joined(all);
}
function read(content, { from, at, isOurs, strict }) {
    if (!strict && isAnother(content))
        return { found: [], problems: [], ignored: [from] };
    const { parts, faults } = readPartsFile(content, isOurs);
    return {
        found: parts.map((part) => ({ part, from, at })),
        problems: faults.map((fault) => ({ where: from, what: `cannot be read: ${fault}` })),
        ignored: [],
    };
}
/** JSON of another kind: an object without `parts`, or no object at all. Broken JSON may be a part that was cut off. */
function isAnother(content) {
    try {
        const value = JSON.parse(content);
        return typeof value !== 'object' || value === null || !Object.hasOwn(value, 'parts');
    }
    catch {
        return false;
    }
}
function problem(where, what) {
    return { found: [], problems: [{ where, what }], ignored: [] };
}
function joined(all) {
    return {
        found: all.flatMap(({ found }) => found),
        problems: all.flatMap(({ problems }) => problems),
        ignored: all.flatMap(({ ignored }) => ignored),
    };
}
/** `*` stands for anything; all else for itself. */
function globOf(pattern) {
    const parts = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`, 's');
}
/**
 * The text that detect-changes left as an artifact: of the newest attempt up to this one. Undefined: there is none.
 * @throws UserError when it cannot be downloaded
 */
async function expectedOfArtifacts(store, artifacts, attempt) {
    const pattern = new RegExp(`^${part_artifacts/* EXPECTED_ARTIFACT */.IP}([1-9]\\d{0,8})$`);
    const newest = artifacts
        .map((artifact) => ({ artifact, attempt: Number(pattern.exec(artifact.name)?.[1] ?? Infinity) }))
        .filter((one) => one.attempt <= attempt)
        .sort((a, b) => b.attempt - a.attempt)[0]?.artifact;
    if (newest === undefined)
        return undefined;
    const files = await store.download(newest, MAX_PART_BYTES);
    const file = files.find(({ name }) => name === part_artifacts/* EXPECTED_FILE */.Yx);
    return file === undefined ? undefined : textOf(file);
}
const textOf = ({ content }) => Buffer.from(content).toString('utf8');

;// CONCATENATED MODULE: ./src/pipeline/report/expected.ts


/**
 * Reads what detect-changes wrote.
 * @throws ReadFault and nothing else, whatever the text is
 */
function readExpected(content, isOurs) {
    const of = fields(parseJson(content));
    version(of);
    need(of, 'kind', oneOf('changes'));
    const base = need(of, 'base', (value) => may(fields(value), 'sha', json_text));
    return {
        run: need(of, 'run', runReader(isOurs)),
        kinds: need(of, 'kinds', list(oneOf('terraform', 'helm', 'argocd'))),
        found: need(of, 'found', (value) => {
            const found = fields(value);
            return {
                stacks: need(found, 'stacks', natural),
                charts: need(found, 'charts', natural),
                applications: need(found, 'applications', natural),
            };
        }),
        stacks: need(of, 'stacks', list(stack)),
        deletedStacks: need(of, 'deleted-stacks', list(stack)),
        charts: need(of, 'charts', list((value) => {
            const chart = fields(value);
            return { name: need(chart, 'name', json_text), path: need(chart, 'path', json_text) };
        })),
        ...(base.sha === undefined ? {} : { base: base.sha }),
        jobs: jobsOf(need(of, 'matrices', fields)),
        failures: need(of, 'failures', list(json_text)),
    };
}
function stack(value) {
    const of = fields(value);
    return {
        name: need(of, 'name', (item) => {
            const name = json_text(item);
            if (name === '')
                throw new ReadFault('must not be empty');
            return name;
        }),
        path: need(of, 'path', json_text),
        ...may(of, 'workspace', json_text),
        ...may(of, 'environment', json_text),
        upstream: need(of, 'upstream', list(json_text)),
    };
}
/** All matrices' entries. They only help to name a job, so what is odd about one is left out. */
function jobsOf(matrices) {
    const names = (value) => typeof value === 'string' ? value.split('\n').filter((name) => name !== '') : [];
    return Object.values(matrices).flatMap((matrix) => {
        const include = typeof matrix === 'object' && matrix !== null && 'include' in matrix ? matrix.include : undefined;
        return (Array.isArray(include) ? include : []).flatMap((entry) => {
            if (typeof entry !== 'object' || entry === null)
                return [];
            const of = entry;
            const { id, name } = of;
            if (typeof id !== 'string' || typeof name !== 'string')
                return [];
            return [{ id, name, stacks: names(of['stacks']), charts: names(of['charts']) }];
        });
    });
}

;// CONCATENATED MODULE: ./src/pipeline/report/gather.ts






const DEFAULT_PARTS = `${part_artifacts/* PART_ARTIFACT */.rw}*`;
/** Everything that was left for this report. What cannot be had is a problem: the rest is reported all the same. */
async function gather(request, store) {
    const { parts, run, isOurs } = request;
    const problems = [];
    const listed = await listArtifacts(request, store, problems);
    const [expected, collected] = await Promise.all([
        expectedOf(request, listed, problems),
        parts.kind === 'folder'
            ? partsOfFolder(parts.path, isOurs)
            : listed === undefined
                ? { found: [], problems: [], ignored: [] }
                : partsOfArtifacts(parts.pattern, { ...listed, isOurs }),
    ]);
    const chosen = chooseParts(collected.found, run, expected?.run.attempt);
    return {
        ...chosen,
        problems: [...problems, ...collected.problems, ...chosen.problems],
        expected,
        artifacts: (listed?.artifacts ?? []).map(({ name }) => name),
        ignored: collected.ignored,
    };
}
/** Undefined: they cannot be had. That is no problem for who needs none of them. */
async function listArtifacts({ parts, expected }, store, problems) {
    try {
        const opened = await store();
        return { store: opened, artifacts: await opened.list() };
    }
    catch (thrown) {
        if (parts.kind === 'artifacts' || expected === undefined)
            problems.push({ where: 'artifacts of this run', what: `cannot be listed: ${(0,errors/* errorMessage */.gJ)(thrown)}` });
        return undefined;
    }
}
async function expectedOf(request, listed, problems) {
    const { expected: path, run, isOurs } = request;
    const where = path === undefined ? 'what detect-changes expects' : 'input `expected`';
    const fault = (from, what) => void problems.push({ where: from, what });
    try {
        const text = await expectedText(path, listed, run.attempt);
        if (text === undefined) {
            fault(where, 'is missing: run detect-changes with `collect: true`, in a job before this one');
            return undefined;
        }
        const expected = readExpected(text, isOurs);
        const why = foreign(expected.run, run);
        if (why === undefined)
            return expected;
        fault(where, `is refused: ${why}`);
    }
    catch (thrown) {
        fault(where, `cannot be read: ${(0,errors/* errorMessage */.gJ)(thrown)}`);
    }
    return undefined;
}
async function expectedText(path, listed, attempt) {
    if (path !== undefined)
        return (0,promises_.readFile)(path, 'utf8');
    return listed === undefined ? undefined : expectedOfArtifacts(listed.store, listed.artifacts, attempt);
}

;// CONCATENATED MODULE: ./src/pipeline/report/needs.ts


const result = oneOf(...['success', 'failure', 'cancelled', 'skipped']);
/** Reads `${{ toJSON(needs) }}`. @throws UserError */
function readNeeds(json) {
    try {
        const jobs = fields(parseJson(json));
        const ended = Object.keys(jobs).map((job) => ({
            job,
            result: need(jobs, job, (value) => need(fields(value), 'result', result)),
        }));
        return {
            bad: ended.flatMap(({ job, result: how }) => how === 'failure' || how === 'cancelled' ? [{ job, result: how }] : []),
            skipped: ended.filter(({ result: how }) => how === 'skipped').map(({ job }) => job),
        };
    }
    catch (cause) {
        throw new errors/* UserError */.yo(`the results of the jobs cannot be read: ${(0,errors/* errorMessage */.gJ)(cause)}`, {
            where: 'input `needs`',
            help: 'Give it as it is: `needs: ${{ toJSON(needs) }}`.',
            cause,
        });
    }
}

// EXTERNAL MODULE: ./src/core/event.ts
var core_event = __webpack_require__(7667);
// EXTERNAL MODULE: ./src/report/overview-rows.ts
var overview_rows = __webpack_require__(1145);
// EXTERNAL MODULE: ./src/pipeline/gate.ts
var gate = __webpack_require__(1255);
// EXTERNAL MODULE: ./src/report/words.ts
var report_words = __webpack_require__(2691);
;// CONCATENATED MODULE: ./src/pipeline/report/document.ts

/** The report's own words around those of the parts: what is wrong beside them comes first. */
function overviewOf(facts) {
    const { parts, expected, problems, needs } = facts;
    const alert = alertOf(facts);
    return {
        ...titles(facts),
        asTable: expected === undefined || parts.length !== 1 || isBare(parts[0]),
        notes: [
            ...(expected?.failures ?? []).map((text) => caution(withCode(text))),
            ...problemSections(problems),
            ...jobSections(needs, facts),
        ],
        ...(alert === undefined ? {} : { alert }),
        ...(expected === undefined ? {} : { nothing: untouched(expected) }),
    };
}
/** What is missing has no details of its own to be shown whole. */
const isBare = (part) => part === undefined || part.sections.length === 0;
function titles({ title, parts, expected }) {
    if (title !== '')
        return { title, plural: title };
    const kinds = new Set(parts.map(({ kind }) => kind));
    if (kinds.has('terraform-apply'))
        return { title: 'Terraform apply', plural: 'Terraform apply' };
    if (kinds.has('helm-lint'))
        return { title: 'GitOps pipeline', plural: 'GitOps pipeline' };
    const helmOnly = expected !== undefined && !expected.kinds.includes('terraform');
    return helmOnly
        ? { title: 'GitOps pipeline', plural: 'GitOps pipeline' }
        : { title: 'Terraform plan', plural: 'Terraform plans' };
}
/** What no row can say. A job's bad end is said in a row as a rule, so it counts here only where none is red. */
function alertOf({ parts, expected, problems, needs }) {
    const isRed = parts.some(({ verdict }) => verdict.kind === 'failed' || verdict.kind === 'unknown');
    const words = [
        ...(expected === undefined ? ['it is not known what should be here'] : []),
        ...((expected?.failures.length ?? 0) > 0 ? ['what changed could not be told'] : []),
        ...(problems.length > 0 ? [`${(0,report_words/* countOf */.pq)(problems.length, 'result')} not to be relied upon`] : []),
        ...(needs.bad.length > 0 && !isRed ? [`${(0,report_words/* countOf */.pq)(needs.bad.length, 'job')} did not end well`] : []),
    ];
    return words.length === 0 ? undefined : [{ strong: [words.join(', ')] }];
}
/** `This change touches none of 14 stacks`: of what was looked for and is there. */
function untouched({ kinds, found }) {
    const counted = [
        ['terraform', found.stacks, 'stack'],
        ['helm', found.charts, 'chart'],
    ];
    const words = counted
        .filter(([kind, count]) => kinds.includes(kind) && count > 0)
        .map(([, count, noun]) => (0,report_words/* countOf */.pq)(count, noun));
    return [
        words.length === 0 ? 'This change touches nothing' : `This change touches none of ${words.join(', ')}`,
    ];
}
function problemSections(problems) {
    if (problems.length === 0)
        return [];
    const rows = problems.map(({ where, what }) => ({
        rank: 1,
        cells: [[{ code: shortened(where) }], [shortened(what)]],
    }));
    const columns = [{ title: 'Not to be relied upon' }, { title: 'Why' }];
    return [{ kind: 'table', rank: 1, noun: 'results', columns, rows }];
}
function jobSections(needs, { suspects, jobsUnknown, parts }) {
    const isMissing = parts.some(({ facts }) => facts['missing'] === 'true');
    const items = [
        ...needs.bad.map(({ job, result }) => [
            'job ',
            { code: job },
            result === 'failure' ? ' failed' : ' was cancelled',
        ]),
        ...suspects.map(({ text, url }) => [
            shortened(text),
            ...(url === undefined ? [] : [' (', { link: ['log'], href: url }, ')']),
        ]),
        // A job that was skipped matters where something is missing, and nowhere else.
        ...(isMissing ? needs.skipped.map((job) => ['job ', { code: job }, ' was skipped']) : []),
    ];
    return [
        ...(items.length === 0 ? [] : [{ kind: 'list', rank: 1, items }]),
        ...(jobsUnknown === undefined
            ? []
            : [{ kind: 'text', rank: 3, text: withCode(jobsUnknown) }]),
    ];
}
const caution = (text) => ({ kind: 'text', rank: 0, tone: 'caution', text });
const LINE = 500;
const shortened = (text) => text.length <= LINE ? text : `${text.slice(0, LINE).toWellFormed()}…`;
/** What we say in a log has its code between backticks; here it is code. */
function withCode(text) {
    return shortened(text)
        .split('`')
        .map((part, index) => (index % 2 === 1 ? { code: part } : part));
}

;// CONCATENATED MODULE: ./src/pipeline/report/jobs.ts
/** Worst first. `undefined` stands for a job that has not ended. */
const WORDS = [
    ['failure', 'failed'],
    ['timed_out', 'timed out'],
    ['startup_failure', 'could not start'],
    ['cancelled', 'was cancelled'],
    ['action_required', 'waits for an approval'],
    ['stale', 'was given up by GitHub'],
    [undefined, 'has not ended'],
    ['skipped', 'was skipped'],
    ['neutral', 'ended without a result'],
    ['success', 'succeeded, and left no result'],
];
/**
 * The job that should have brought what is missing, by its name: GitHub tells nothing else. A job of a matrix is called
 * after its entry (`plan (infra/app)`), so an entry's name or id in it is looked for, then the stack's own name.
 */
function jobOf(missing, jobs, expected) {
    const entries = expected.jobs.filter(({ stacks, charts }) => (missing.kind === 'helm-lint' ? charts : stacks).includes(missing.name));
    const wanted = [...entries.flatMap(({ id, name }) => [name, id]), missing.name];
    const named = jobs.filter(({ name }) => wanted.some((word) => holdsWord(name, word)));
    const worst = [...named].sort((a, b) => severity(a) - severity(b))[0];
    return worst === undefined ? undefined : jobWords(worst);
}
/** All that did not end well, for when it cannot be told which of them it was. */
function endedBadly(jobs) {
    return jobs
        .filter(({ conclusion }) => conclusion !== undefined && severity({ conclusion }) < BAD)
        .map(jobWords);
}
const severity = ({ conclusion }) => {
    const found = WORDS.findIndex(([known]) => known === conclusion);
    return found < 0 ? 0 : found;
};
/** Everything before "has not ended". */
const BAD = WORDS.findIndex(([conclusion]) => conclusion === undefined);
function jobWords({ name, conclusion, url }) {
    const words = WORDS.find(([known]) => known === conclusion)?.[1] ?? `ended as ${conclusion ?? 'nothing'}`;
    return { text: `job ${JSON.stringify(name)} ${words}`, ...(url === undefined ? {} : { url }) };
}
/** As a word of its own: `infra/app` is not in `plan (infra/app-two)`. */
function holdsWord(text, word) {
    if (word === '')
        return false;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const around = `${text[at - 1] ?? ' '}${text[at + word.length] ?? ' '}`;
        if (!/[\w./@-]/.test(around))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./src/pipeline/report/judge.ts


/** Names in one line of the log. */
const NAMES = 20;
/** Decides what the whole comes to. Green is only what was heard of, whole, and is well. */
function judge({ parts, excused, problems, failures, needs }) {
    const judged = parts.filter((part) => !excused.includes(part));
    const of = (kind) => judged.filter((part) => part.verdict.kind === kind);
    const [failed, unknown, waiting] = [of('failed'), of('unknown'), of('waiting')];
    const refused = failed.filter(overview_rows/* isRefused */.H0);
    const broken = failed.filter((part) => !(0,overview_rows/* isRefused */.H0)(part));
    const ended = needs.bad.map(({ job, result }) => `job ${job}: ${result}`);
    const red = [
        ...(broken.length === 0 ? [] : [named(broken, 'failed')]),
        ...(refused.length === 0 ? [] : [named(refused, 'refused')]),
        ...(unknown.length === 0 ? [] : [named(unknown, 'without a result')]),
        ...failures,
        ...problems.map(({ where, what }) => `${where} ${what}`),
        ...ended,
    ];
    return {
        verdict: verdictOf(),
        red,
        waiting: waiting.length === 0 ? undefined : named(waiting, 'waiting for others of the same change'),
    };
    function verdictOf() {
        if (failed.length > 0 || failures.length > 0 || ended.length > 0)
            return 'failed';
        if (unknown.length > 0 || problems.length > 0 || excused.length > 0)
            return 'unknown';
        if (waiting.length > 0)
            return 'waiting';
        return parts.some(({ status }) => status !== 'ok') ? 'changed' : 'ok';
    }
}
function named(parts, what) {
    const charts = parts.filter(({ kind }) => kind === 'helm-lint').length;
    const noun = charts === parts.length ? 'chart' : charts === 0 ? 'stack' : 'item';
    const names = parts.slice(0, NAMES).map(({ subject }) => subject.name);
    const more = parts.length > NAMES ? ` and ${parts.length - NAMES} more` : '';
    const [only] = parts;
    const why = parts.length === 1 && only !== undefined && only.verdict.kind !== 'ok' ? ` (${only.verdict.reason})` : '';
    return `${(0,report_words/* countOf */.pq)(parts.length, noun)} ${what}: ${names.join(', ')}${more}${why}`;
}
/** Why the step is red; undefined: it is green. */
function failureOf({ red, waiting }, failOn) {
    if (failOn === 'never')
        return undefined;
    const lines = failOn === 'waiting' && waiting !== undefined ? [...red, waiting] : red;
    const shown = lines.slice(0, LINES);
    const rest = lines.length > LINES ? [`and ${lines.length - LINES} more`] : [];
    return lines.length === 0 ? undefined : [...shown, ...rest].join('\n');
}
const LINES = 30;

;// CONCATENATED MODULE: ./src/pipeline/report/links.ts
/** A link counts as ours when it leads into this repository on its own server; what a browser makes of it counts. */
function linksInto({ serverUrl, repository, }) {
    const base = URL.parse(serverUrl);
    const folder = `${base?.pathname.replace(/\/$/, '') ?? ''}/${repository}/`.toLowerCase();
    return (href) => {
        const url = URL.parse(href);
        if (url === null || base === null || url.username !== '' || url.password !== '')
            return false;
        return url.origin === base.origin && url.pathname.toLowerCase().startsWith(folder);
    };
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./src/pipeline/apply/apply-comment.ts
var apply_comment = __webpack_require__(8141);
// EXTERNAL MODULE: ./src/pipeline/discussion.ts
var discussion = __webpack_require__(1212);
// EXTERNAL MODULE: ./src/pipeline/publish.ts
var publish = __webpack_require__(597);
;// CONCATENATED MODULE: ./src/pipeline/report/publish-report.ts





/** The comment of a pull request: the root action's, so that the two ways never leave two of them. */
const PLAN_KEY = 'pipeline';
/** The result of an apply, on a pull request that is merged. */
const APPLY_KEY = 'apply';
/**
 * Asks for the pull request and its comments now, so that the answers come while the report is made. Undefined: it is
 * not written on an open one.
 */
async function beginDiscussion({ run, required, comment }, github) {
    if (comment === 'off' || !hasPull(run) || isApply(run, required))
        return undefined;
    const reading = github().then((client) => (0,discussion/* readDiscussion */.v)(run, client));
    // Whoever asks for it is told of a failure, and nobody else.
    reading.catch(() => undefined);
    // The requests leave in a turn of the event loop; making the report holds it.
    await (0,external_node_timers_promises_.setImmediate)();
    return () => reading;
}
/** A merge queue's commit and a schedule have no pull request to write on. */
const hasPull = ({ event }) => event !== 'merge_group' && event !== 'schedule';
const isApply = ({ pull }, required) => required === 'apply' && pull === undefined;
/** Whether the report is one of an apply and is written at all. */
const writesApply = ({ run, required, comment, }) => comment !== 'off' && hasPull(run) && isApply(run, required);
/** Writes the report on the pull request; after an apply, on the merged ones. Never rejects. */
async function publishReport(request, discussion, github) {
    const { run, comment, markdown, stable, nothingToTell, required } = request;
    if (comment === 'off' || !hasPull(run))
        return { notices: [] };
    if (isApply(run, required))
        return publishApply(request, github);
    if (discussion === undefined)
        return { notices: [] };
    const rendered = { markdown, stable, summary: '', plain: '' };
    return (0,publish/* publish */.mk)({ ...rendered, run, key: PLAN_KEY, comment, nothingToTell }, discussion);
}
async function publishApply({ run, markdown, stable, nothingToTell, pulls, planned }, open) {
    if (nothingToTell)
        return { notices: [] };
    try {
        const github = await open();
        const { numbers, notices } = pulls.length > 0 ? { numbers: pulls, notices: [] } : await pullsToTell(run, planned, github);
        if (numbers.length === 0)
            return { notices: ['No merged pull request brought this commit: the report is in the job summary.'] };
        const rendered = { markdown, stable };
        const written = await (0,apply_comment/* writeApplyComments */.c)({ rendered, key: APPLY_KEY, run, pulls: numbers }, github);
        const [first] = written.comments;
        return { ...(first === undefined ? {} : { comment: first }), notices: [...notices, ...written.warnings] };
    }
    catch (thrown) {
        const help = thrown instanceof errors/* UserError */.yo && thrown.help !== undefined ? ` ${thrown.help}` : '';
        return {
            notices: [`The result could not be written on the pull request: ${(0,errors/* errorMessage */.gJ)(thrown)}${help}`],
        };
    }
}
/** Where some are known already, that GitHub does not tell of the others is no reason to tell none. */
async function pullsToTell(run, planned, github) {
    try {
        return { numbers: [...new Set([...planned, ...(await mergedBy(run, github))])], notices: [] };
    }
    catch (thrown) {
        if (planned.length === 0 || !(thrown instanceof errors/* UserError */.yo) || thrown.causeClass === 'cancelled')
            throw thrown;
        const notice = `The pull requests of the commit could not be asked for: ${(0,errors/* errorMessage */.gJ)(thrown)}`;
        return { numbers: planned, notices: [notice] };
    }
}
/** A merge makes the commit that is pushed: the pull request knows it as its merge commit, or as its own head. */
async function mergedBy({ sha }, github) {
    const pulls = await github.pullsForCommit(sha);
    return pulls
        .filter(({ state, mergeCommitSha, head }) => state === 'closed' && (mergeCommitSha === sha || head.sha === sha))
        .map(({ number }) => number);
}

// EXTERNAL MODULE: ./src/pipeline/changes-matrix.ts
var changes_matrix = __webpack_require__(2705);
;// CONCATENATED MODULE: ./src/pipeline/report/refused.ts


/** What no approval helps: that of a newer commit's run does it, or the failed jobs are run again once the first is done. */
const NOT_BY_APPROVAL = ['superseded', 'upstream'];
/**
 * Stacks whose apply was refused, and a matrix of the jobs in which people may approve them. Not among the latter
 * is one that a newer commit has overtaken, one that only waits for another to be applied, and one that is gone from
 * the repository, for the jobs that approve have only what is there.
 * @throws UserError when there are more environments than a matrix may have entries
 */
function refusedOutputs(parts, expected) {
    const refused = parts
        .filter((part) => part.kind === 'terraform-apply' && part.verdict.kind === 'failed' && (0,overview_rows/* isRefused */.H0)(part))
        .sort((a, b) => (a.subject.name < b.subject.name ? -1 : 1));
    const environments = new Map((expected?.stacks ?? []).map(({ name, environment }) => [name, environment]));
    const gone = new Set((expected?.deletedStacks ?? []).map(({ name }) => name));
    const toApprove = refused.filter((part) => !NOT_BY_APPROVAL.includes(part.facts['refused'] ?? '') &&
        !(0,overview_rows/* isGone */.ST)(part) &&
        (environments.has(part.subject.name) || !gone.has(part.subject.name)));
    const items = toApprove.map(({ subject: { name }, facts }) => {
        const environment = facts['environment'] ?? environments.get(name);
        return environment === undefined ? { name } : { name, environment };
    });
    const entries = (0,changes_matrix/* packJobs */.Ar)(items.filter(({ name }) => (0,changes_matrix/* isListable */.$9)(name)), changes_matrix/* MAX_MATRIX_JOBS */.Ab);
    const names = refused.map(({ subject }) => subject.name);
    return {
        names,
        outputs: {
            refused: JSON.stringify(names),
            'refused-matrix': (0,changes_matrix/* matrixJson */.u5)('stacks', entries),
            'has-refused-matrix': String(entries.length > 0),
        },
        unlisted: items.map(({ name }) => name).filter((name) => !(0,changes_matrix/* isListable */.$9)(name)),
    };
}

// EXTERNAL MODULE: ./src/report/escape.ts
var report_escape = __webpack_require__(4031);
;// CONCATENATED MODULE: ./src/report/html/anchors.ts
/** Numbers every fold whose summary names a resource, wherever it is nested. */
function foldIds(sections, prefix) {
    const ids = new Map();
    for (const fold of foldsIn(sections)) {
        if (subjectOf(fold.summary) !== undefined && !ids.has(fold))
            ids.set(fold, `${prefix}${ids.size + 1}`);
    }
    return ids;
}
/**
 * Finds the details of an address among `sections`. Two stacks may hold the same address, so an address that occurs
 * twice leads nowhere here: the caller narrows `sections` to those of one stack.
 */
function anchorsIn(sections, ids, outer) {
    const found = new Map();
    for (const fold of foldsIn(sections)) {
        const subject = subjectOf(fold.summary);
        if (subject !== undefined)
            found.set(subject, found.has(subject) ? undefined : ids.get(fold));
    }
    return (address) => (found.has(address) ? found.get(address) : outer?.(address));
}
function* foldsIn(sections) {
    for (const section of sections) {
        if (section.kind !== 'fold')
            continue;
        yield section;
        yield* foldsIn(section.sections);
    }
}
function subjectOf(summary) {
    for (const inline of summary) {
        const code = codeOf(inline);
        if (code !== undefined)
            return code;
    }
    return undefined;
}
function codeOf(inline) {
    if (typeof inline === 'string' || 'link' in inline)
        return undefined;
    if ('code' in inline)
        return inline.code;
    return subjectOf('strong' in inline ? inline.strong : inline.emphasis);
}

;// CONCATENATED MODULE: ./src/report/html/badge.ts
const kinds = new Map([
    ['destroy', 'destroy'],
    ['delete', 'destroy'],
    ['remove', 'destroy'],
    ['replace', 'replace'],
    ['replace, keep old', 'replace'],
    ['change', 'change'],
    ['update', 'change'],
    ['update in place', 'change'],
    ['add', 'add'],
    ['create', 'add'],
    ['move', 'move'],
    ['import', 'import'],
    ['forget', 'forget'],
    ['read', 'read'],
    ['open', 'read'],
    ['keep', 'read'],
    ['no change', 'ok'],
    ['no changes', 'ok'],
    ['unchanged', 'ok'],
    ['drift', 'drift'],
    ['changed outside', 'drift'],
    ['deleted outside', 'drift'],
    ['deferred', 'warn'],
    ['unknown', 'warn'],
    ['partial', 'warn'],
    ['warning', 'warn'],
    ['error', 'bad'],
    ['failed', 'bad'],
    ['fail', 'bad'],
    ['check', 'bad'],
    ['ok', 'ok'],
    ['passed', 'ok'],
    ['notice', 'read'],
]);
/**
 * The badge for words that are nothing but an action or a state (`destroy`, `❗ replace (create first)`, `error`), with
 * signs and emoji before them left out: the colour says as much. Undefined for all other text, and for code and links:
 * a resource that is called `destroy` gets no badge.
 */
function badgeOf(inlines) {
    const text = wordsOf(inlines);
    if (text === undefined || text.length > 48)
        return undefined;
    const label = text.replace(/^[^\p{L}]+/u, '').trim();
    const key = label
        .replace(/\s*\(.*\)$/, '')
        .replace(/^to /, '')
        .toLowerCase();
    const kind = kinds.get(key);
    return kind === undefined ? undefined : { kind, label };
}
function wordsOf(inlines) {
    let text = '';
    for (const inline of inlines) {
        if (typeof inline === 'string')
            text += inline;
        else if ('strong' in inline || 'emphasis' in inline) {
            const inner = wordsOf('strong' in inline ? inline.strong : inline.emphasis);
            if (inner === undefined)
                return undefined;
            text += inner;
        }
        else
            return undefined;
    }
    return text;
}
const countOrder = [
    ['destroy', 'destroy'],
    ['replace', 'replace'],
    ['change', 'change'],
    ['add', 'add'],
    ['import', 'import'],
    ['move', 'move'],
    ['forget', 'forget'],
    ['drift', 'drift'],
    ['deferred', 'warn'],
    ['unknown', 'warn'],
];
/** One chip per count that is not 0: destroys and replacements first, names nobody knows last, by name. */
function chipsOf(counts) {
    const known = new Map(countOrder);
    const others = Object.keys(counts)
        .filter((name) => !known.has(name))
        .sort();
    const names = [
        ...countOrder,
        ...others.map((name) => [name, kinds.get(name) ?? 'read']),
    ];
    return names.flatMap(([name, kind]) => {
        const count = counts[name] ?? 0;
        return count === 0 ? [] : [{ kind, label: `${count} ${name}` }];
    });
}

;// CONCATENATED MODULE: ./src/report/html/inlines.ts


const noAnchors = () => undefined;
/** Inline text as HTML. With `anchors`, code that names a resource becomes a link to its details. */
function inlinesHtml(inlines, anchors = noAnchors) {
    return inlines.map((inline) => inlineHtml(inline, anchors)).join('');
}
function inlineHtml(inline, anchors) {
    if (typeof inline === 'string')
        return (0,report_escape/* htmlText */.js)(inline);
    if ('code' in inline) {
        const code = `<code>${breakable((0,report_escape/* htmlAttribute */._s)(inline.code))}</code>`;
        const id = anchors(inline.code);
        return id === undefined ? code : `<a class="jump" href="#${id}">${code}</a>`;
    }
    if ('strong' in inline)
        return `<strong>${inlinesHtml(inline.strong, anchors)}</strong>`;
    if ('emphasis' in inline)
        return `<em>${inlinesHtml(inline.emphasis, anchors)}</em>`;
    const text = inlinesHtml(inline.link);
    const href = (0,report_escape/* safeHref */.v7)(inline.href);
    return href === undefined ? text : `<a href="${(0,report_escape/* htmlAttribute */._s)(href)}" rel="noreferrer">${text}</a>`;
}
// Addresses and paths wrap between their parts before they wrap inside of one.
const breakable = (html) => html.replace(/[.\]/](?=[^.\]/])/g, '$&<wbr>');
/** The same, with an action or state word as a coloured badge: for table cells. */
function cellHtml(inlines, anchors) {
    const badge = badgeOf(inlines);
    return badge === undefined ? inlinesHtml(inlines, anchors) : badgeHtml(badge.kind, badge.label);
}
function badgeHtml(kind, label) {
    return `<span class="badge k-${kind}">${(0,report_escape/* htmlText */.js)(label)}</span>`;
}

// EXTERNAL MODULE: ./src/report/attribute-lines.ts
var attribute_lines = __webpack_require__(6708);
// EXTERNAL MODULE: ./node_modules/diff/libesm/diff/array.js + 1 modules
var array = __webpack_require__(8965);
// EXTERNAL MODULE: ./src/report/visible.ts
var visible = __webpack_require__(776);
;// CONCATENATED MODULE: ./src/report/html/marks.ts



/** What stands in a text for a value that is not shown: kept in one piece, and set apart. */
const placeholder = String.raw `\((?:sensitive value|known after apply|write-only)\)`;
const placeholders = new RegExp(placeholder, 'g');
const tokens = new RegExp(String.raw `${placeholder}|[\p{L}\p{N}_]+|\s+|.`, 'gsu');
// A diff costs tokens × edits: past these sizes marks would be noise anyway.
const maxTokens = 600;
const maxEdits = 120;
/** The share of letters and digits two texts must have in common for marks to help. */
const enough = 0.3;
/** Value text as HTML. */
function valueHtml(text) {
    return (0,report_escape/* htmlText */.js)(text).replace(placeholders, '<span class="pill">$&</span>');
}
/**
 * Two texts as HTML, with the words that differ in `<mark>`. Undefined when they are too long, or have too little in
 * common for marks to help.
 */
function markedPair(before, after) {
    const from = (0,visible/* visible */.RK)(before).match(tokens) ?? [];
    const to = (0,visible/* visible */.RK)(after).match(tokens) ?? [];
    if (from.length > maxTokens || to.length > maxTokens)
        return undefined;
    // The types do not say so, but with a limit there may be no answer.
    const parts = (0,array/* diffArrays */.E)(from, to, {
        maxEditLength: maxEdits,
    });
    if (parts === undefined)
        return undefined;
    let same = 0;
    const sides = { before: '', after: '' };
    for (const part of parts) {
        const text = part.value.join('');
        const html = valueHtml(text);
        if (part.removed)
            sides.before += `<mark>${html}</mark>`;
        else if (part.added)
            sides.after += `<mark>${html}</mark>`;
        else {
            same += lettersIn(text);
            sides.before += html;
            sides.after += html;
        }
    }
    const shorter = Math.min(lettersIn(before), lettersIn(after));
    return same === 0 || same < shorter * enough ? undefined : sides;
}
const lettersIn = (text) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

;// CONCATENATED MODULE: ./src/report/html/lines.ts


/** Lines with + and − in the gutter; where lines pair up, the words that differ are marked. */
function lineDiffHtml(lines) {
    const marked = markedLines(lines);
    const html = lines.map((line, index) => lineHtml(line, marked.get(index)));
    return `<pre class="lines"><code>${html.join('')}</code></pre>`;
}
function lineHtml(line, marked) {
    const text = marked ?? valueHtml(line.text);
    switch (line.sign) {
        case '+':
            return `<ins>${text}\n</ins>`;
        case '-':
            return `<del>${text}\n</del>`;
        case ' ':
            return `<span>${text}\n</span>`;
        case 'gap':
            return `<span class="gap">${(0,report_escape/* htmlAttribute */._s)(line.text)}\n</span>`;
    }
}
/** The output of a `diff -u`, as `terraform fmt -diff` gives it. */
function unifiedDiffLines(text) {
    return text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => {
        const first = line.charAt(0);
        if (line.startsWith('@@'))
            return { sign: 'gap', text: line };
        if (/^(?:---|\+\+\+) /.test(line))
            return { sign: ' ', text: line };
        if (first === '+' || first === '-')
            return { sign: first, text: line.slice(1) };
        return { sign: ' ', text: first === ' ' ? line.slice(1) : line };
    });
}
// As many lines out as in, one block after the other: then line n became line n.
function markedLines(lines) {
    const marked = new Map();
    let at = 0;
    while (at < lines.length) {
        const removed = runOf(lines, at, '-');
        const added = runOf(lines, at + removed, '+');
        if (removed > 0 && removed === added) {
            for (let n = at; n < at + removed; n++) {
                const pair = markedPair(lines[n]?.text ?? '', lines[n + removed]?.text ?? '');
                if (pair === undefined)
                    continue;
                marked.set(n, pair.before);
                marked.set(n + removed, pair.after);
            }
        }
        at += Math.max(1, removed + added);
    }
    return marked;
}
function runOf(lines, from, sign) {
    let end = from;
    while (lines[end]?.sign === sign)
        end++;
    return end - from;
}

;// CONCATENATED MODULE: ./src/report/html/diff.ts





/** Attributes as a table: `Attribute | Before | After`, or `Attribute | Value` where all come or all go. */
function attributeDiffHtml({ changes, unchanged, }) {
    const hidden = unchanged === 0 ? '' : `<p class="quiet">${(0,report_words/* countOf */.pq)(unchanged, 'unchanged attribute')} not shown</p>`;
    if (changes.length === 0)
        return hidden;
    const columns = columnsOf(changes);
    const head = ['Attribute', ...columns].map((title) => `<th scope="col">${title}</th>`).join('');
    const rows = changes.map((change) => attributeRow(change, columns.length)).join('');
    return `<div class="sheet"><table class="attrs"><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table>${hidden}</div>`;
}
function columnsOf(changes) {
    if (changes.every((change) => (0,attribute_lines/* openLines */.es)(change) !== undefined))
        return ['Change'];
    if (changes.every((change) => change.before.kind === 'absent'))
        return ['Value'];
    if (changes.every((change) => change.after.kind === 'absent'))
        return ['Value before'];
    return ['Before', 'After'];
}
function attributeRow(change, columns) {
    const lines = (0,attribute_lines/* openLines */.es)(change);
    const language = change.language === undefined || change.language === 'text' ? '' : change.language.toUpperCase();
    const labels = [
        change.forcesReplacement ? '<span class="badge k-replace">forces replacement</span>' : '',
        lines === undefined || language === '' ? '' : `<span class="pill">${language}</span>`,
    ];
    const cells = lines === undefined
        ? valueCells(change, columns)
        : `<td class="full" colspan="${columns}">${lineDiffHtml(lines)}</td>`;
    return `<tr><th scope="row"><code>${(0,report_escape/* htmlAttribute */._s)(change.path)}</code>${labels.join(' ')}</th>${cells}</tr>`;
}
function valueCells({ before, after }, columns) {
    const bothShown = before.kind === 'value' && after.kind === 'value';
    const pair = bothShown ? markedPair(before.text, after.text) : undefined;
    const old = `<td class="old">${valueCell(before, pair?.before)}</td>`;
    const fresh = `<td class="new">${valueCell(after, pair?.after)}</td>`;
    if (columns === 2)
        return old + fresh;
    return before.kind === 'absent' ? fresh : old;
}
function valueCell(value, marked) {
    if (value.kind === 'value')
        return `<code>${marked ?? valueHtml(value.text)}</code>`;
    if (value.kind === 'absent')
        return '<span class="none">not set</span>';
    return `<span class="pill">${(0,report_escape/* htmlAttribute */._s)((0,attribute_lines/* shownValue */.JJ)(value))}</span>`;
}

;// CONCATENATED MODULE: ./src/report/html/fold.ts


/** From so many folds in a row, what is out of view is not laid out: pages of thousands of resources stay quick. */
const many = 60;
/** A group is opened for the reader when it is a list of closed folds no longer than this: a table of contents. */
const contents = 200;
/** `body` is the HTML of the fold's sections; `id` is where links to it lead. */
function foldHtml(fold, id, body) {
    const children = fold.sections.filter((section) => section.kind === 'fold').length;
    const isContents = children > 0 && children === fold.sections.length && children <= contents;
    const [name, size] = nameAndSize(fold.summary);
    const badge = leadBadge(fold.summary);
    const classes = [
        'fold',
        children > 0 ? 'group' : 'item',
        ...(children > many ? ['many'] : []),
        ...(badge === undefined ? [] : [`k-${badge.kind}`]),
    ];
    const end = size === '' ? '' : `<span class="size">${inlinesHtml([size])}</span>`;
    const summary = `<summary><span class="name">${leadHtml(name)}</span>${end}</summary>`;
    // The id is inside: a browser opens a closed fold when a link leads into it.
    const target = id === undefined ? '' : ` id="${id}"`;
    const open = fold.open || isContents ? ' open' : '';
    return `<details class="${classes.join(' ')}"${open}>${summary}<div class="body"${target}>${body}</div></details>`;
}
/** Text that begins with an action or state (`destroy`, `Error`) shows it as a badge. */
function leadHtml(inlines, anchors) {
    const badge = leadBadge(inlines);
    if (badge === undefined)
        return inlinesHtml(inlines, anchors);
    return `${badgeHtml(badge.kind, badge.label)} ${inlinesHtml(inlines.slice(1), anchors).trimStart()}`;
}
function leadBadge(inlines) {
    const [first] = inlines;
    return first === undefined ? undefined : badgeOf([first]);
}
/** `aws_instance.web · 12 attributes`: what follows the dot goes to the end of the line. */
function nameAndSize(summary) {
    const last = summary.at(-1);
    const [, text, size] = (typeof last === 'string' ? /^(.*) \u00b7 ([^\u00b7]+)$/s.exec(last) : null) ?? [];
    if (text === undefined || size === undefined || (text === '' && summary.length === 1))
        return [summary, ''];
    return [[...summary.slice(0, -1), text], size];
}

// EXTERNAL MODULE: ./src/report/inlines.ts
var inlines = __webpack_require__(6188);
;// CONCATENATED MODULE: ./src/report/html/table.ts




/** Rows in one `<table>`. A browser lays a table out in one go, so a long one is split and only what is in view is laid out. */
const rowsPerTable = 400;
function tableHtml(table, anchors) {
    const { rows } = table;
    const label = (0,report_escape/* htmlAttribute */._s)(table.noun);
    if (rows.length <= rowsPerTable) {
        return `<div class="scroll" role="region" aria-label="${label}" tabindex="0">${part(table, rows, anchors, '', false)}</div>`;
    }
    const columns = columnWidths(table);
    const parts = [];
    for (let from = 0; from < rows.length; from += rowsPerTable) {
        const some = rows.slice(from, from + rowsPerTable);
        parts.push(`<div class="later">${part(table, some, anchors, columns, from > 0)}</div>`);
    }
    return `<div class="scroll" role="region" aria-label="${label}" tabindex="0">${parts.join('')}</div>`;
}
function part(table, rows, anchors, columns, next) {
    const align = table.columns.map((column) => (column.align === 'right' ? ' class="right"' : ''));
    const head = table.columns
        .map((column, n) => `<th scope="col"${align[n] ?? ''}>${(0,report_escape/* htmlText */.js)(column.title)}</th>`)
        .join('');
    const body = rows.map((row) => {
        const cells = row.cells.map((cell, n) => `<td${align[n] ?? ''}>${cellHtml(cell, anchors)}</td>`).join('');
        return `<tr${rowClass(row)}>${cells}</tr>`;
    });
    const sizes = columns === '' ? 'table' : next ? 'table fixed next' : 'table fixed';
    return `<table class="${sizes}">${columns}<thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}
function rowClass(row) {
    for (const cell of row.cells) {
        const badge = badgeOf(cell);
        if (badge !== undefined)
            return ` class="k-${badge.kind}"`;
    }
    return '';
}
// Parts of one table must line up: shares by the longest cell, so that all parts agree.
function columnWidths(table) {
    const lengths = table.columns.map((column, n) => {
        const longest = table.rows.reduce((most, row) => Math.max(most, (0,inlines/* plainInlines */.js)(row.cells[n] ?? []).length), 0);
        return Math.min(60, Math.max(8, column.title.length, longest));
    });
    const total = lengths.reduce((sum, length) => sum + length, 0);
    const cols = lengths.map((length) => `<col style="width:${((length / total) * 100).toFixed(1)}%">`);
    return `<colgroup>${cols.join('')}</colgroup>`;
}

;// CONCATENATED MODULE: ./src/report/html/sections.ts







/** All sections, whole: nothing is cut here, whatever its rank. `outer` finds what is not among them. */
function sectionsHtml(sections, ids, outer) {
    const anchors = anchorsIn(sections, ids, outer);
    return sections_joined(sections)
        .map((section) => sectionHtml(section, ids, anchors))
        .join('\n');
}
function sectionHtml(section, ids, anchors) {
    switch (section.kind) {
        case 'heading':
            return headingHtml(section);
        case 'text':
            return textHtml(section, anchors);
        case 'list':
            return listHtml(section, anchors);
        case 'table':
            return tableHtml(section, anchors);
        case 'attribute-diff':
            return attributeDiffHtml(section);
        case 'line-diff':
            return lineDiffHtml(section.lines);
        case 'code':
            return codeHtml(section);
        case 'graph':
            return graphHtml(section);
        case 'fold':
            return foldHtml(section, ids.get(section), sectionsHtml(section.sections, ids, anchors));
    }
}
/** Attribute diffs that follow each other (one per output) are one table. */
function sections_joined(sections) {
    const result = [];
    let run = [];
    const close = () => {
        const [first] = run;
        if (first === undefined)
            return;
        const unchanged = run.reduce((sum, diff) => sum + diff.unchanged, 0);
        result.push({ ...first, changes: run.flatMap((diff) => diff.changes), unchanged });
        run = [];
    };
    for (const section of sections) {
        if (section.kind === 'attribute-diff')
            run.push(section);
        else {
            close();
            result.push(section);
        }
    }
    close();
    return result;
}
// The page's own title is the h1.
function headingHtml(heading) {
    const tag = `h${heading.level + 1}`;
    return `<${tag}>${inlinesHtml(heading.text)}</${tag}>`;
}
const toneNames = { caution: 'Caution', warning: 'Warning', note: 'Note' };
function textHtml({ text, tone }, anchors) {
    if (tone === undefined)
        return `<p>${leadHtml(text, anchors)}</p>`;
    return `<div class="callout ${tone}" role="note"><strong>${toneNames[tone]}</strong><p>${inlinesHtml(text, anchors)}</p></div>`;
}
function listHtml({ items }, anchors) {
    return `<ul>${items.map((item) => `<li>${leadHtml(item, anchors)}</li>`).join('')}</ul>`;
}
function codeHtml({ language, text }) {
    if (language === 'diff')
        return lineDiffHtml(unifiedDiffLines(text));
    return `<pre class="code"><code>${(0,report_escape/* htmlText */.js)(text)}</code></pre>`;
}
/** As lines: the page runs no script that could draw. */
function graphHtml({ title, nodes, edges }) {
    const labels = new Map(nodes.map(({ id, label }) => [id, label]));
    const name = (id) => `<code>${(0,report_escape/* htmlText */.js)(labels.get(id) ?? '')}</code>`;
    const lines = edges.map(({ from, to, label = '' }) => {
        const why = label === '' ? '' : ` (${(0,report_escape/* htmlText */.js)(label)})`;
        return `<li>${name(from)} → ${name(to)}${why}</li>`;
    });
    return lines.length === 0 ? '' : `<h3>${(0,report_escape/* htmlText */.js)(title)}</h3><ul>${lines.join('')}</ul>`;
}

;// CONCATENATED MODULE: ./src/report/html/page.ts





/** Nothing but what is in the file: no script, no font, no picture from anywhere. */
const contentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
/**
 * The frame of a page that needs nothing else: no scripts, no network. `style` and `body` are trusted HTML and CSS of
 * ours; `title` is text.
 */
function htmlPage(title, style, body) {
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${(0,report_escape/* htmlAttribute */._s)(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
const toneWords = { good: 'Good', changed: 'Changes', bad: 'Attention' };
/**
 * A whole report, for the body of a page; goes with `reportStyle`. It has no budget, so nothing is left out. All text
 * is escaped here.
 */
function reportHtml(document, options = {}) {
    const ids = foldIds(document.sections, 'r');
    const chips = chipsOf(options.counts ?? {}).map((chip) => `<li>${badgeHtml(chip.kind, chip.label)}</li>`);
    const counts = chips.length === 0 ? '' : `<ul class="chips" aria-label="Counts">${chips.join('')}</ul>`;
    const footer = document.footer.length === 0 ? '' : `<footer>${inlinesHtml(document.footer)}</footer>`;
    return `<div class="report tone-${document.tone}">
<header><div class="bar"><span class="light" role="img" aria-label="${toneWords[document.tone]}"></span>
<div class="head"><h1>${(0,report_escape/* htmlAttribute */._s)(document.title)}</h1><p class="verdict">${inlinesHtml(document.verdict)}</p></div>
${counts}</div></header>
<main>
${sectionsHtml(document.sections, ids)}
</main>
${footer}
</div>`;
}

;// CONCATENATED MODULE: ./src/report/html/style.ts
/**
 * The look of the report. All colours are variables: one set for light, one for dark, each text colour at least 4.5:1 on
 * its ground. Everything is under `.report`, so that it can sit in a page beside other styles.
 */
const reportColours = `
:root {
  color-scheme: light dark;
  --ground: #f6f8fa; --sheet: #ffffff; --raised: #f6f8fa; --line: #d1d9e0; --soft-line: #e4e9ee;
  --ink: #1f2328; --quiet: #59636e; --link: #0860ca; --hover: #eef2f6;
  --red: #b4131f; --red-soft: #ffebe9; --red-mark: #ffcdc9; --red-line: #f0a8a3;
  --orange: #8f3d00; --orange-soft: #ffe8d1; --orange-line: #efae76;
  --blue: #0550ae; --blue-soft: #e2f1ff; --blue-line: #a6ccf5;
  --green: #116329; --green-soft: #dcfae4; --green-mark: #9ae9b0; --green-line: #93d7a5;
  --purple: #6034b3; --purple-soft: #f6efff; --purple-line: #d0bbf4;
  --yellow: #6b5400; --yellow-soft: #fff7cf; --yellow-line: #e0c950;
  --teal: #0b5d66; --teal-soft: #dcf4f5; --teal-line: #93cfd4;
  --grey: #4d5761; --grey-soft: #eceff2; --grey-line: #cfd6dd;
  --red-bar: #d93038; --orange-bar: #e8730c; --yellow-bar: #d6ab1f; --green-bar: #2da44e;
  --blue-bar: #2f81e8; --purple-bar: #8957e5; --teal-bar: #1c98a3; --grey-bar: #a7b1bc;
  --shadow: 0 1px 2px #1f232814;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0b0f14; --sheet: #11161d; --raised: #171d26; --line: #313943; --soft-line: #222932;
    --ink: #e8edf3; --quiet: #98a2ad; --link: #6cb1ff; --hover: #1a212b;
    --red: #ff9f98; --red-soft: #35171a; --red-mark: #7d2a2d; --red-line: #74302f;
    --orange: #ffb27a; --orange-soft: #38200f; --orange-line: #7a4520;
    --blue: #8cc4ff; --blue-soft: #10263f; --blue-line: #234f80;
    --green: #7fdf95; --green-soft: #0f2a1a; --green-mark: #1f6236; --green-line: #235c36;
    --purple: #cdb1ff; --purple-soft: #271d3d; --purple-line: #52407c;
    --yellow: #f2d766; --yellow-soft: #2b2610; --yellow-line: #665a1c;
    --teal: #7fd6de; --teal-soft: #0d292c; --teal-line: #24585e;
    --grey: #b3bcc6; --grey-soft: #232a33; --grey-line: #3b444e;
    --grey-bar: #56606b; --shadow: 0 1px 2px #00000040;
  }
}
html { background: var(--ground); -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { margin: 0 }
`;
const layout = `
.report {
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace;
  color: var(--ink); font: 15px/1.55 var(--sans); overflow-wrap: break-word;
  & *, & *::before { box-sizing: border-box }
  & a { color: var(--link); text-decoration: none; &:hover { text-decoration: underline } }
  & :focus-visible { outline: 2px solid var(--link); outline-offset: -2px; border-radius: 6px }
  & code, & pre { font: 13px/1.5 var(--mono); unicode-bidi: isolate }
  & .bar, & main, & > footer { max-width: 1080px; margin: 0 auto; padding-inline: 24px }

  & > header {
    position: sticky; top: 0; z-index: 2; background: var(--sheet);
    border-bottom: 1px solid var(--line); box-shadow: var(--shadow);
  }
  & .bar { display: flex; align-items: center; gap: 10px 14px; padding-block: 12px; flex-wrap: wrap }
  & .light { flex: none; width: 12px; height: 12px; border-radius: 50%; background: var(--tone); box-shadow: 0 0 0 4px var(--tone-soft) }
  & .head { flex: 1 1 320px; min-width: 0 }
  & h1 { margin: 0; font-size: 13px; font-weight: 500; line-height: 1.4; color: var(--quiet) }
  & .verdict { margin: 0; font-size: 17px; font-weight: 600; line-height: 1.35; & strong { font-weight: 700 } }
  & .chips { display: flex; flex-wrap: wrap; gap: 6px; margin: 0; padding: 0; list-style: none }
  & .chips .badge { font-size: 13px; padding: 3px 11px }
  & main { padding-block: 20px 32px }
  & > footer { padding-block: 16px 40px; border-top: 1px solid var(--line); font-size: 13px; color: var(--quiet) }

  & h2, & h3, & h4, & h5 { margin: 28px 0 10px; line-height: 1.3; font-weight: 600 }
  & h2 { font-size: 21px } & h3 { font-size: 17px } & h4 { font-size: 15px } & h5 { font-size: 14px; color: var(--quiet) }
  & main > :first-child { margin-top: 0 }
  & p { margin: 10px 0 } & ul { margin: 10px 0; padding-inline-start: 22px } & main li + li { margin-top: 4px }
  & p > code, & li > code, & td > code, & h2 code, & h3 code, & footer code, & .callout code {
    background: var(--grey-soft); border-radius: 5px; padding: 1px 5px; overflow-wrap: anywhere; font-size: 12.5px
  }
  & .quiet { margin: 0; padding: 8px 18px; border-top: 1px solid var(--soft-line); font-size: 13px; color: var(--quiet) }
  &.tone-good { --tone: #1f9d47; --tone-soft: var(--green-soft) }
  &.tone-changed { --tone: #d4880b; --tone-soft: var(--yellow-soft) }
  &.tone-bad { --tone: #d9303b; --tone-soft: var(--red-soft) }
}
`;
const badges = `
.report {
  & .k-destroy, & .k-bad { --k: var(--red); --k-soft: var(--red-soft); --k-line: var(--red-line); --k-bar: var(--red-bar) }
  & .k-replace { --k: var(--orange); --k-soft: var(--orange-soft); --k-line: var(--orange-line); --k-bar: var(--orange-bar) }
  & .k-change, & .k-warn { --k: var(--yellow); --k-soft: var(--yellow-soft); --k-line: var(--yellow-line); --k-bar: var(--yellow-bar) }
  & .k-add, & .k-ok { --k: var(--green); --k-soft: var(--green-soft); --k-line: var(--green-line); --k-bar: var(--green-bar) }
  & .k-import { --k: var(--blue); --k-soft: var(--blue-soft); --k-line: var(--blue-line); --k-bar: var(--blue-bar) }
  & .k-forget { --k: var(--purple); --k-soft: var(--purple-soft); --k-line: var(--purple-line); --k-bar: var(--purple-bar) }
  & .k-drift { --k: var(--teal); --k-soft: var(--teal-soft); --k-line: var(--teal-line); --k-bar: var(--teal-bar) }
  & .k-move, & .k-read { --k: var(--grey); --k-soft: var(--grey-soft); --k-line: var(--grey-line); --k-bar: var(--grey-bar) }
  & .badge {
    display: inline-block; padding: 1px 9px; border: 1px solid var(--k-line); border-radius: 999px;
    background: var(--k-soft); color: var(--k); font: 600 12px/1.5 var(--sans); white-space: nowrap
  }
  & .pill {
    display: inline-block; padding: 0 8px; border: 1px solid var(--grey-line); border-radius: 999px;
    background: var(--grey-soft); color: var(--grey); font: 12px/1.5 var(--sans); white-space: nowrap
  }
  & .callout {
    margin: 14px 0; padding: 10px 16px; border: 1px solid var(--k-line);
    border-radius: 10px; background: var(--k-soft); position: relative; overflow: clip;
    &::before { content: ""; position: absolute; inset: 0 auto 0 0; width: 4px; background: var(--k-bar) }
    & > strong { color: var(--k); font-size: 14px } & > p { margin: 2px 0 }
    & code { background: var(--sheet) }
    &.caution { --k: var(--red); --k-soft: var(--red-soft); --k-line: var(--red-line); --k-bar: var(--red-bar) }
    &.warning { --k: var(--yellow); --k-soft: var(--yellow-soft); --k-line: var(--yellow-line); --k-bar: var(--yellow-bar) }
    &.note { --k: var(--blue); --k-soft: var(--blue-soft); --k-line: var(--blue-line); --k-bar: var(--blue-bar) }
  }
}
`;
const tables = `
.report {
  & .scroll { margin: 12px 0; overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--sheet) }
  & .table { width: 100%; border-collapse: collapse; font-size: 14px }
  & .table.fixed { table-layout: fixed }
  & .table.next thead { position: absolute; clip-path: inset(50%) }
  & .table th { padding: 8px 14px; text-align: start; font-size: 12.5px; font-weight: 600; color: var(--quiet); background: var(--raised); white-space: nowrap }
  & .table td { padding: 8px 14px; border-top: 1px solid var(--soft-line); vertical-align: baseline; overflow-wrap: break-word }
  & .table td > code, & .table .jump code { background: none; padding: 0; overflow-wrap: anywhere }
  & .table td:has(code) { min-width: 11rem }
  & .table .right { text-align: end; font-variant-numeric: tabular-nums }
  & .table tr:hover td { background: var(--hover) }
  & .later { content-visibility: auto; contain-intrinsic-block-size: auto 15000px }
}
`;
const folds = `
.report {
  & .fold { margin: 10px 0; border: 1px solid var(--line); border-radius: 10px; background: var(--sheet) }
  & .many > .body > .item { content-visibility: auto; contain-intrinsic-block-size: auto 46px }
  & .item { position: relative; overflow: clip }
  & .item[class*=" k-"]::before { content: ""; position: absolute; inset: 0 auto 0 0; width: 4px; background: var(--k-bar) }
  & .item > summary { padding-inline-start: 18px }
  & summary {
    display: flex; align-items: baseline; gap: 10px; padding: 10px 16px; cursor: pointer; list-style: none; border-radius: 10px;
    &::-webkit-details-marker { display: none }
    &::before {
      content: ""; flex: none; align-self: flex-start; margin-top: .55em; width: 7px; height: 7px; margin-inline-end: 2px;
      border: solid var(--quiet); border-width: 0 2px 2px 0; transform: rotate(-45deg)
    }
    &:hover { background: var(--hover) }
  }
  & details[open] > summary::before { transform: rotate(45deg) }
  & details[open] > summary { border-end-start-radius: 0; border-end-end-radius: 0 }
  & .name { flex: 1; min-width: 0; overflow-wrap: anywhere; & code { font-size: 13.5px; font-weight: 500 } & .badge { margin-inline-end: 6px } }
  & .size { flex: none; font-size: 12.5px; color: var(--quiet); white-space: nowrap }
  & .group > summary { font-weight: 600 }
  & .group > .body { padding: 2px 12px 4px }
  & .item > .body { border-top: 1px solid var(--soft-line); scroll-margin-top: 170px }
  & .item > .body:target { box-shadow: inset 0 0 0 2px var(--link); border-radius: 0 0 8px 8px }
  & .item > .body > :is(p:not(.quiet), ul, .callout, .scroll, .lines, .code, h2, h3, h4, h5) { margin-inline: 18px }
}
`;
const diffs = `
.report {
  & .sheet { margin: 12px 0; border: 1px solid var(--line); border-radius: 10px; background: var(--sheet); overflow: hidden }
  & .item > .body > .sheet { margin: 0; border: 0; border-radius: 0 }
  & .attrs { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 14px }
  & .attrs :is(th, td) { padding: 7px 18px; text-align: start; vertical-align: baseline }
  & .attrs thead th { padding-block: 5px; font-size: 12.5px; font-weight: 500; color: var(--quiet); background: var(--raised); &:first-child { width: 30% } }
  & .attrs tbody tr { border-top: 1px solid var(--soft-line) }
  & .attrs tbody th { font-weight: 400; overflow-wrap: anywhere; & code { font-weight: 500; margin-inline-end: 8px } & .badge, & .pill { margin-block: 1px } }
  & .attrs td > code { padding: 2px 6px; white-space: pre-wrap; overflow-wrap: anywhere; -webkit-box-decoration-break: clone; box-decoration-break: clone }
  & .old > code { background: var(--red-soft); color: var(--red) } & .new > code { background: var(--green-soft); color: var(--green) }
  & mark { border-radius: 3px; background: none; color: inherit }
  & :is(.old, del) mark { background: var(--red-mark) } & :is(.new, ins) mark { background: var(--green-mark) }
  & .none { color: var(--quiet); font-style: italic; font-size: 13px }
  & .full { padding-block: 8px }
  & .lines, & .code { margin: 12px 0; border: 1px solid var(--soft-line); border-radius: 8px; background: var(--sheet); overflow: auto }
  & td > .lines { margin: 0 }
  & .code { padding: 10px 14px; background: var(--raised) }
  & .lines code { display: block; padding: 6px 0; background: none; white-space: pre-wrap; overflow-wrap: anywhere }
  & .lines :is(ins, del, code > span) { display: block; position: relative; padding: 0 12px 0 32px; min-height: 1.5em; text-decoration: none }
  & .lines :is(ins, del)::before { position: absolute; left: 13px; font-weight: 700 }
  & .lines ins { background: var(--green-soft); color: var(--green); &::before { content: "+" } }
  & .lines del { background: var(--red-soft); color: var(--red); &::before { content: "−" } }
  & .lines code > .gap { margin: 4px 0; background: var(--blue-soft); color: var(--blue); font: 12px/1.8 var(--sans) }
}
`;
const phoneAndPrint = `
@media (max-width: 640px) {
  .report {
    & .bar, & main, & > footer { padding-inline: 14px }
    & .bar { padding-block: 8px; gap: 6px 12px }
    & .verdict { font-size: 15px } & .chips .badge { font-size: 12px; padding: 1px 9px }
    & summary { padding: 10px 12px; flex-wrap: wrap }
    & .name { flex-basis: 80% } & .size { flex-basis: 100%; padding-inline-start: 19px; margin-top: -6px }
    & .group > .body { padding-inline: 8px }
    & .item > .body { scroll-margin-top: 250px }
    & .chips { flex-wrap: nowrap; overflow-x: auto; scrollbar-width: none } & h1 { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
    & .attrs thead { position: absolute; clip-path: inset(50%) }
    & .attrs, & .attrs tbody, & .attrs tr, & .attrs :is(tbody th, td) { display: block; width: auto }
    & .attrs tr { padding: 6px 12px } & .attrs :is(tbody th, td) { padding: 2px 0 }
    & .attrs .old::before { content: "− "; color: var(--red); font-weight: 700 } & .attrs .new::before { content: "+ "; color: var(--green); font-weight: 700 }
    & .attrs td:has(> .none) { display: none }
    & .table thead { position: absolute; clip-path: inset(50%) }
    & .table, & .table tbody { display: block }
    & .table tr { display: flex; flex-wrap: wrap; align-items: baseline; gap: 3px 10px; padding: 9px 12px; border-top: 1px solid var(--soft-line); &:first-child { border-top: 0 } }
    & .table td { display: block; padding: 0; border: 0; &:empty { display: none } &:nth-child(2) { flex: 1; min-width: 60% } &:nth-child(n + 3) { flex: 0 0 100% } }
    & .table .right { text-align: start }
  }
}
@media (prefers-reduced-motion: no-preference) { .report summary::before { transition: transform .12s } }
@media print {
  html { background: none }
  .report {
    & > header { position: static; box-shadow: none }
    & .many > .body > .item, & .later { content-visibility: visible }
    & details::details-content { content-visibility: visible; display: block; block-size: auto }
    & tr, & summary, & .callout { break-inside: avoid }
    & * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  }
}
`;
const reportStyle = reportColours + layout + badges + tables + folds + diffs + phoneAndPrint;

// EXTERNAL MODULE: ./src/report/markdown.ts + 4 modules
var report_markdown = __webpack_require__(9344);
// EXTERNAL MODULE: ./src/report/overview-verdict.ts
var overview_verdict = __webpack_require__(5727);
// EXTERNAL MODULE: ./src/report/overview.ts
var report_overview = __webpack_require__(4707);
// EXTERNAL MODULE: ./src/report/plain.ts
var plain = __webpack_require__(206);
// EXTERNAL MODULE: ./src/report/redact-document.ts + 1 modules
var redact_document = __webpack_require__(771);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/report/sarif.ts


const MAX_RESULTS = 25_000;
const MESSAGE_LENGTH = 10_000;
const levels = { error: 'error', warning: 'warning', notice: 'note' };
const WORST_FIRST = { error: 0, warning: 1, notice: 2 };
/** All findings of all parts, the worst first; the same finding of two parts once. The parts are redacted. */
function sarifOf(parts, { repository }) {
    const all = parts.flatMap((part) => part.findings.map((finding) => ({ finding, part })));
    all.sort((a, b) => WORST_FIRST[a.finding.severity] - WORST_FIRST[b.finding.severity]);
    const seen = new Set();
    const kept = all
        .filter(({ finding: { rule, fingerprint, subject, location } }) => {
        const id = JSON.stringify([rule, fingerprint, subject, location ?? null]);
        return !seen.has(id) && seen.add(id);
    })
        .slice(0, MAX_RESULTS);
    const rules = [...new Set(kept.map(({ finding }) => finding.rule))].sort();
    const indexes = new Map(rules.map((rule, index) => [rule, index]));
    return {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: 'gitops-pipeline',
                        rules: rules.map((rule) => ({
                            id: ruleName(rule),
                            shortDescription: { text: ruleName(rule) },
                        })),
                    },
                },
                // GitHub keeps the results of one id apart from those of others.
                automationDetails: { id: `gitops-pipeline/${repository}/` },
                columnKind: 'utf16CodeUnits',
                originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
                results: kept.map(({ finding, part }) => resultOf(finding, part, indexes.get(finding.rule) ?? 0)),
            },
        ],
    };
}
/** Codes for colours alone leave nothing that can be seen. */
const ruleName = (rule) => (0,visible/* visibleLine */.P8)(rule) || 'unnamed';
function resultOf(finding, part, ruleIndex) {
    const { message, help = '', rule, severity, subject } = finding;
    const words = (0,visible/* visible */.RK)(help === '' ? message : `${message}\n\n${help}`);
    return {
        ruleId: ruleName(rule),
        ruleIndex,
        level: levels[severity],
        message: { text: words.slice(0, MESSAGE_LENGTH).toWellFormed() || ruleName(rule) },
        locations: [{ physicalLocation: placeOf(finding, part) }],
        partialFingerprints: fingerprints(finding, part),
        properties: { subject: (0,visible/* visibleLine */.P8)(subject) },
    };
}
/** What is about no file is about the stack's or the chart's folder. */
function placeOf({ location }, { subject }) {
    const artifactLocation = { uri: uriOf(location?.file ?? subject.path), uriBaseId: '%SRCROOT%' };
    const { line: startLine, column: startColumn, endLine, endColumn } = location ?? {};
    if (startLine === undefined)
        return { artifactLocation };
    const lastLine = endLine !== undefined && endLine >= startLine ? endLine : undefined;
    const hasEnd = startColumn !== undefined &&
        endColumn !== undefined &&
        (lastLine !== undefined && lastLine > startLine ? true : endColumn >= startColumn);
    return {
        artifactLocation,
        region: {
            startLine,
            ...(startColumn === undefined ? {} : { startColumn }),
            ...(lastLine === undefined ? {} : { endLine: lastLine }),
            ...(hasEnd ? { endColumn } : {}),
        },
    };
}
/** A reference relative to the root: its segments escaped, never leaving it, never with a scheme. */
function uriOf(path) {
    const segments = path
        .toWellFormed()
        .split('/')
        .filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
    return segments.map((segment) => encodeURIComponent(segment)).join('/') || '.';
}
/** As 64 hexadecimal digits: a fingerprint may be any text, and GitHub's own are short. */
function fingerprints({ rule, fingerprint }, { subject }) {
    const digest = (0,external_node_crypto_.hash)('sha256', JSON.stringify([rule, subject.key, fingerprint]));
    return { primaryLocationLineHash: `${digest.slice(0, 16)}:1`, 'gitopsPipeline/v1': digest };
}

// EXTERNAL MODULE: ./src/report/summary.ts
var summary = __webpack_require__(7994);
;// CONCATENATED MODULE: ./src/pipeline/report/render.ts











/** @throws UserError when a finished text still holds a secret: then nothing of it may be written. */
function renderReport({ parts: given, overview, redactor, runUrl, repository, }) {
    const parts = given.map((part) => (0,redact_document/* redactPart */.dE)(part, redactor));
    const documentWith = (options) => (0,redact_document/* redactDocument */.rR)((0,report_overview/* documentOf */.l)(parts, options), redactor, parts);
    const run = { text: 'all jobs', href: runUrl };
    const document = documentWith({ ...overview, links: [run] });
    const sarif = sarifOf(parts, { repository });
    // Digests are ours, and a pattern may hit the digits in them.
    (0,redact_document/* refuseSecrets */.un)(sarif.runs[0].results.map(({ message, locations, properties }) => [message, locations, properties]), redactor);
    // The page marks what differs within a value: what it is made of is searched, as its marks would hide a secret.
    (0,redact_document/* refuseSecrets */.un)(document, redactor);
    const markdown = (page) => {
        const fullReport = page === undefined ? { text: 'the job summary', href: runUrl } : { text: 'the full report', href: page };
        const links = page === undefined ? [run] : [{ text: 'full report', href: page }, run];
        const { text } = (0,report_markdown/* toMarkdown */.l)(documentWith({ ...overview, links }), { limit: publish/* COMMENT_LIMIT */.W$, fullReport });
        return (0,redact_document/* publishable */.g$)(text, redactor);
    };
    const title = `${document.title} · ${repository}`;
    const living = (0,overview_verdict/* totals */.S)(parts.filter((part) => !(0,overview_rows/* isGone */.ST)(part) || part.kind === 'terraform-apply'));
    return {
        plain: (0,redact_document/* publishable */.g$)((0,plain/* toPlain */.U)(document), redactor),
        summary: (0,redact_document/* publishable */.g$)((0,summary/* jobSummary */.s)(document).text, redactor),
        html: htmlPage(title, reportStyle, reportHtml(document, { counts: living })),
        sarif: JSON.stringify(sarif),
        stable: (0,report_markdown/* toMarkdown */.l)(documentWith({ ...overview, stable: true }), { limit: publish/* COMMENT_LIMIT */.W$ }).text,
        markdown,
    };
}

;// CONCATENATED MODULE: ./src/pipeline/report/rows.ts

const isStack = ({ kind }) => kind !== 'helm-lint';
/** Names are unique in a repository; a part of a stack that is gone is not one of a stack that is there. */
const idOf = (name, path, gone) => JSON.stringify([name, path, gone]);
/**
 * Holds what was heard against what was expected. An apply takes the place of the plan of its stack. Where the apply is
 * what counts, a plan alone is not enough; but one that failed says more than that the apply is missing.
 *
 * @param requireGone jobs were to destroy the stacks that are gone: nothing heard of one is a job that died
 */
function matchParts(all, expected, required, requireGone) {
    const groups = Map.groupBy(all.filter(isStack), (part) => idOf(part.subject.name, part.subject.path, (0,overview_rows/* isGone */.ST)(part)));
    const heard = [...groups.values()].flatMap(lastStep);
    const charts = all.filter((part) => !isStack(part));
    const missing = [];
    const dropped = new Set();
    for (const stack of expected.stacks) {
        const parts = lastStep(groups.get(idOf(stack.name, stack.path, false)) ?? []);
        if (required === 'plan' ? parts.length > 0 : parts.some(isEnough))
            continue;
        for (const part of parts)
            dropped.add(part);
        missing.push(missingOf(stack, required, { gone: false, planned: parts.length > 0 }));
    }
    const left = [];
    for (const stack of expected.deletedStacks) {
        const gone = groups.get(idOf(stack.name, stack.path, true)) ?? [];
        if (required === 'apply' && requireGone) {
            const parts = lastStep(gone);
            if (parts.some(isEnough))
                continue;
            for (const part of parts)
                dropped.add(part);
            missing.push(missingOf(stack, required, { gone: true, planned: parts.length > 0 }));
            continue;
        }
        if (gone.length > 0)
            continue;
        // To destroy it is to apply to it: no plan of a stack that is there.
        const destroyed = groups.get(idOf(stack.name, stack.path, false)) ?? [];
        if (destroyed.some(({ kind }) => kind === 'terraform-apply'))
            continue;
        if (required === 'apply')
            left.push(stack);
        else
            missing.push(missingOf(stack, required, { gone: true, planned: false }));
    }
    if (expected.kinds.includes('helm')) {
        for (const { path } of expected.charts) {
            if (charts.some(({ subject }) => subject.path === path))
                continue;
            missing.push({ kind: 'helm-lint', name: path, path, gone: false, planned: false });
        }
    }
    return { parts: [...heard.filter((part) => !dropped.has(part)), ...charts], missing, left };
}
function lastStep(parts) {
    const applied = parts.filter(({ kind }) => kind === 'terraform-apply');
    return applied.length > 0 ? applied : parts;
}
const isEnough = ({ kind, verdict }) => kind === 'terraform-apply' || verdict.kind === 'failed' || verdict.kind === 'unknown';
function missingOf({ name, path, workspace }, required, more) {
    const kind = required === 'apply' ? 'terraform-apply' : 'terraform-plan';
    return { kind, name, path, ...(workspace === undefined ? {} : { workspace }), ...more };
}
/** A row for what is missing: never green, and with the job that should have brought it, where that is known. */
function missingPart(missing, run, job) {
    const { kind, name, path, workspace, gone, planned } = missing;
    const what = planned ? 'planned, and not applied' : 'no result';
    const reason = job === undefined ? what : `${what}: ${job.text}`;
    return {
        version: 1,
        kind,
        // No key of ours begins like this: keys are JSON.
        subject: {
            key: `missing:${path}:${name}`,
            name,
            path,
            ...(workspace === undefined ? {} : { workspace }),
        },
        status: 'failed',
        verdict: { kind: 'unknown', reason },
        counts: {},
        headline: [{ strong: [what] }, ...(job === undefined ? [] : [`: ${job.text}`])],
        sections: [],
        findings: [],
        facts: { missing: 'true', ...(gone ? { gone: 'true' } : {}) },
        run: { ...withoutLink(run), ...(job?.url === undefined ? {} : { url: job.url }) },
        seconds: 0,
    };
}
const withoutLink = ({ id, attempt, sha }) => ({ id, attempt, sha });
/** A row for a stack that is gone from the repository, and that no job was asked to destroy. */
function leftPart({ name, path, workspace }, run) {
    return {
        version: 1,
        kind: 'terraform-plan',
        subject: { key: `left:${path}:${name}`, name, path, ...(workspace === undefined ? {} : { workspace }) },
        status: 'changed',
        verdict: { kind: 'ok' },
        counts: {},
        headline: [
            { strong: ['gone from the repository'] },
            ', no job destroyed it: what it manages may still exist',
        ],
        sections: [],
        findings: [],
        facts: { gone: 'true' },
        run: withoutLink(run),
        seconds: 0,
    };
}

// EXTERNAL MODULE: ./src/terraform/sealed/artifact-name.ts
var artifact_name = __webpack_require__(119);
// EXTERNAL MODULE: ./src/pipeline/apply/outdated.ts + 2 modules
var outdated = __webpack_require__(7528);
;// CONCATENATED MODULE: ./src/pipeline/report/tell-outdated.ts



const BRANCH = /^refs\/heads\/(.+)$/s;
/**
 * Tells other open pull requests that their plan is older than what was applied here. Jobs that hand on their part do
 * not: this is the one writer.
 *
 * @returns what could not be done: no reason to be red
 */
async function tellOutdated({ parts, writtenAt, run, redactor, now }, github) {
    const branch = BRANCH.exec(run.ref)?.[1];
    const done = parts.filter(isApplied);
    if (branch === undefined || done.length === 0)
        return [];
    const times = new Map(done.map((part) => [(0,artifact_name/* planArtifactPrefix */.eu)(part.subject.key), writtenAt.get(part) ?? now]));
    const client = await github();
    const { notices } = await (0,outdated/* markOutdated */.i)({
        github: { ...client, newestArtifacts: async (limit) => asOf(times, await client.newestArtifacts(limit)) },
        branch,
        stacks: done.map(({ subject: { key, name } }) => ({ key, name })),
        commit: run.sha,
        appliedAt: Math.max(...times.values()),
        repositoryUrl: `${run.serverUrl}/${run.repository}`,
        limit: publish/* GITHUB_LIMIT */.E8,
        redact: (text) => redactor.redact(text),
    });
    return notices;
}
/** In whole or in part; what was refused has changed nothing. */
const isApplied = ({ kind, status, facts }) => kind === 'terraform-apply' &&
    (status === 'changed' || status === 'failed') &&
    facts['refused'] === undefined;
/** A plan that was made after its own stack was applied has seen that, also when other stacks were applied later. */
function asOf(times, artifacts) {
    return artifacts.map((artifact) => {
        const end = artifact.name.indexOf('-', 'plan-'.length) + 1;
        const applied = times.get(artifact.name.slice(0, end));
        const isLater = applied !== undefined && artifact.createdAt > applied;
        return isLater ? { ...artifact, createdAt: Number.MAX_SAFE_INTEGER } : artifact;
    });
}

;// CONCATENATED MODULE: ./src/pipeline/report/report.ts















/** Merges what all jobs of a run left into one report, writes it, and says what it comes to. */
async function makeReport(settings, ports) {
    const { run, redactor, required, requireGone, needs } = settings;
    const identity = {
        id: run.runId,
        attempt: run.attempt,
        sha: (run.pull?.headSha ?? run.sha).toLowerCase(),
    };
    const gathered = await gather({ ...settings, run: identity, isOurs: linksInto(run) }, ports.store);
    const discussion = await beginDiscussion(settings, ports.github);
    const rows = await rowsOf(gathered, { required, requireGone, identity, github: ports.github });
    const { parts, excused } = withForkPolicy(rows.parts, settings);
    const { expected, problems } = gathered;
    const judgement = judge({ parts, excused, problems, failures: expected?.failures ?? [], needs });
    const refused = refusedOutputs(parts, expected);
    const overview = overviewOf({ ...rows, parts, expected, problems, needs, title: settings.title });
    const request = { overview, redactor, runUrl: (0,core_event/* runUrl */.Vp)(run), repository: run.repository };
    const rendered = renderReport({ ...request, parts });
    // Made once more with the link: both must have passed the last check before anything leaves.
    rendered.markdown(undefined);
    const page = await uploadPage(rendered.html, gathered.artifacts, run.attempt, ports.store);
    const markdown = rendered.markdown(page.uploaded?.url);
    // A run that finds all applied leaves what is written of the one that did it.
    const isDone = writesApply(settings) && parts.every(({ facts }) => facts['outcome'] === 'nothing');
    const isQuiet = (parts.length === 0 || isDone) && judgement.red.length === 0;
    const published = await publishReport({
        ...settings,
        markdown,
        stable: rendered.stable,
        nothingToTell: isQuiet,
        planned: pullsOf(gathered.parts),
    }, discussion, ports.github);
    const outdated = writesApply(settings)
        ? await tellOutdated({ ...gathered, run, redactor, now: ports.clock.now() }, ports.github).catch(whyNotTold)
        : [];
    const failure = [failureOf(judgement, settings.failOn), published.failure].filter((line) => line !== undefined);
    return {
        verdict: judgement.verdict,
        failure: failure.length === 0 ? undefined : failure.join('\n'),
        rendered,
        markdown,
        published,
        refused,
        notices: [
            ...published.notices,
            ...outdated,
            ...page.notices,
            ...excused.map(({ subject }) => `${subject.name} was not planned: a fork's pull request has no credentials (fork-policy: notice).`),
            ...(settings.failOn === 'never' && judgement.red.length > 0
                ? [`Not red because of \`fail-on: never\`: ${judgement.red.join('; ')}`]
                : []),
            ...refused.unlisted.map((name) => `${name} is in no list for approval: a list cannot hold such a name.`),
        ],
        infos: [
            ...gathered.ignored.map((name) => `not a file with parts, left aside: ${name}`),
            ...(gathered.superseded > 0 ? [`${gathered.superseded} parts are superseded by newer ones`] : []),
        ],
    };
}
/** Without a token, say. */
function whyNotTold(thrown) {
    if (!(thrown instanceof errors/* UserError */.yo) || thrown.causeClass === 'cancelled')
        throw thrown;
    return [`Open pull requests whose plan is out of date now could not be told: ${(0,errors/* errorMessage */.gJ)(thrown)}`];
}
/** The pull requests whose plans were applied, or looked at for it. */
function pullsOf(parts) {
    const pulls = parts.flatMap(({ kind, facts }) => (kind === 'terraform-apply' ? [facts['pull'] ?? ''] : []));
    return [...new Set(pulls.filter((pull) => /^[1-9]\d{0,8}$/.test(pull)).map(Number))];
}
/** A row for all that was heard of, and for all that should have been. */
async function rowsOf({ parts, expected }, { required, requireGone, identity, github, }) {
    if (expected === undefined)
        return { parts, suspects: [], jobsUnknown: undefined };
    const matched = matchParts(parts, expected, required, requireGone);
    const { missing } = matched;
    const asked = missing.length === 0 ? { jobs: [], unknown: undefined } : await report_jobsOf(identity, github);
    const jobs = missing.map((one) => [one, jobOf(one, asked.jobs, expected)]);
    const named = jobs.every(([, job]) => job !== undefined);
    return {
        parts: [
            ...matched.parts,
            ...jobs.map(([one, job]) => missingPart(one, identity, job)),
            ...matched.left.map((stack) => leftPart(stack, identity)),
        ],
        suspects: named ? [] : endedBadly(asked.jobs),
        jobsUnknown: asked.unknown,
    };
}
/** Only to name the job: that a result is missing is known without. */
async function report_jobsOf({ id, attempt }, github) {
    try {
        return { jobs: await (await github()).jobsOfRun(Number(id), attempt), unknown: undefined };
    }
    catch (thrown) {
        const why = `The jobs could not be asked for (\`actions: read\`): ${(0,errors/* errorMessage */.gJ)(thrown)}`;
        return { jobs: [], unknown: why };
    }
}
/** As the action that plans does: what a fork could not do for lack of credentials is no fault of its code. */
function withForkPolicy(given, { run, forkPolicy }) {
    if (run.pull?.fork !== true || given.length === 0)
        return { parts: given, excused: [] };
    const { parts } = (0,gate/* gate */.G)(given, { fork: true, forkPolicy });
    const excused = parts.filter((part) => forkPolicy === 'notice' &&
        part.verdict.kind === 'failed' &&
        part.verdict.cause === 'policy' &&
        !(0,overview_rows/* isRefused */.H0)(part) &&
        part.findings.every(({ severity }) => severity !== 'error'));
    return { parts, excused };
}
/** The page is a help, not a condition: without it the report stands in the comment and in the summary. */
async function uploadPage(html, taken, attempt, store) {
    try {
        const files = [{ name: 'report.html', content: Buffer.from(html, 'utf8') }];
        const uploaded = await (await store()).upload(freeName(taken, attempt), files, { compress: true });
        return { uploaded, notices: [] };
    }
    catch (thrown) {
        return { notices: [`The full report could not be uploaded: ${(0,errors/* errorMessage */.gJ)(thrown)}`] };
    }
}
/** A run may report more than once, and its artifacts' names are taken for good. */
function freeName(taken, attempt) {
    const first = `${part_artifacts/* REPORT_ARTIFACT */.Ae}${attempt}`;
    for (let count = 1;; count++) {
        const name = count === 1 ? first : `${first}-${count}`;
        if (!taken.includes(name))
            return name;
    }
}

// EXTERNAL MODULE: ./src/terraform/variable-secrets.ts
var variable_secrets = __webpack_require__(2658);
// EXTERNAL MODULE: ./src/actions/artifact-store.ts
var artifact_store = __webpack_require__(9337);
// EXTERNAL MODULE: ./src/actions/github-client.ts + 13 modules
var github_client = __webpack_require__(4117);
// EXTERNAL MODULE: ./src/actions/private-folder.ts
var private_folder = __webpack_require__(7889);
;// CONCATENATED MODULE: ./src/actions/report.ts













/** Numbers of pull requests, one a line, `#` before them or not. */
const pullNumbers = (raw) => (0,inputs/* lines */.Mn)(raw).map((line) => {
    const number = /^#?([1-9]\d{0,8})$/.exec(line)?.[1];
    if (number === undefined)
        throw new Error('must be numbers of pull requests, one a line');
    return Number(number);
});
const report_inputs = {
    parts: (0,inputs/* input */.hF)(inputs/* text */.Qq, { default: DEFAULT_PARTS }),
    expected: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    needs: (0,inputs/* input */.hF)(inputs/* text */.Qq),
    require: (0,inputs/* input */.hF)((0,inputs/* oneOf */.yL)('auto', 'plan', 'apply'), { default: 'auto' }),
    'require-gone': (0,inputs/* input */.hF)(inputs/* bool */.lc, { default: 'false' }),
    comment: (0,inputs/* input */.hF)((0,inputs/* oneOf */.yL)('update', 'off'), { default: 'update' }),
    'pull-requests': (0,inputs/* input */.hF)(pullNumbers),
    'fail-on': (0,inputs/* input */.hF)((0,inputs/* oneOf */.yL)('error', 'waiting', 'never'), { default: 'error' }),
    'fork-policy': (0,inputs/* input */.hF)((0,inputs/* oneOf */.yL)('fail', 'notice'), { default: 'fail' }),
    'sarif-file': (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* repoPath */.qN)),
    title: (0,inputs/* input */.hF)(inputs/* text */.Qq),
    redact: (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'github-token': (0,inputs/* input */.hF)(inputs/* text */.Qq),
};
/** One writer: what all jobs of the run left, as one comment, one summary, one page, and one red or green. */
const report = (0,action/* action */.XI)({
    name: 'report',
    inputs: report_inputs,
    outputs: [
        'verdict',
        'comment-id',
        'comment-url',
        'markdown-file',
        'html-file',
        'sarif-file',
        'refused',
        'refused-matrix',
        'has-refused-matrix',
    ],
    async run(given, context) {
        const { run, env, log } = context;
        const token = given['github-token'];
        if (token !== '')
            log.mask(token);
        const redactor = (0,core_redact/* makeRedactor */.$)({
            secrets: [...(0,variable_secrets/* envSecrets */.vn)(env), ...(token === '' ? [] : [token])],
            publicNames: [],
            patterns: (0,redact_patterns/* compilePatterns */.x)(given.redact),
        });
        const redact = (words) => redactor.redact(words);
        context.hide(redact);
        const folder = await (0,private_folder/* privateFolder */.q)(run.temp);
        const made = await makeReport({
            parts: sourceOf(given.parts, run.workspace),
            expected: given.expected === undefined ? undefined : inWorkspace(given.expected, run.workspace),
            needs: given.needs === '' ? { bad: [], skipped: [] } : readNeeds(given.needs),
            required: given.require === 'auto' ? (run.event === 'push' ? 'apply' : 'plan') : given.require,
            requireGone: given['require-gone'],
            comment: given.comment,
            failOn: given['fail-on'],
            forkPolicy: given['fork-policy'],
            title: given.title,
            pulls: given['pull-requests'],
            redactor,
            run,
        }, {
            store: (0,artifact_store/* artifactsOf */.N)(context),
            github: (0,github_client/* loadGitHub */.g2)(given.comment, token, context),
            clock: context.clock,
        });
        const { rendered, published, refused } = made;
        await log.group('Report', () => {
            log.info(rendered.plain);
            return Promise.resolve();
        });
        const files = await writeFiles(made, folder, given['sarif-file'] === undefined ? undefined : inWorkspace(given['sarif-file'], run.workspace));
        for (const info of made.infos)
            log.info(redact(info));
        for (const notice of made.notices)
            log.notice(redact(notice));
        return {
            outputs: {
                verdict: made.verdict,
                ...(published.comment === undefined
                    ? {}
                    : { 'comment-id': String(published.comment.id), 'comment-url': published.comment.url }),
                ...files,
                ...refused.outputs,
            },
            annotations: [],
            summary: rendered.summary,
            ...(made.failure === undefined ? {} : { failure: redact(made.failure) }),
        };
    },
});
/** A star makes a pattern over the names of artifacts; no folder has one in its name. */
function sourceOf(parts, workspace) {
    return parts.includes('*')
        ? { kind: 'artifacts', pattern: parts }
        : { kind: 'folder', path: inWorkspace(parts, workspace) };
}
const inWorkspace = (path, workspace) => (0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(workspace, path);
async function writeFiles({ rendered, markdown }, folder, sarifFile) {
    const files = {
        'markdown-file': (0,external_node_path_.join)(folder, 'comment.md'),
        'html-file': (0,external_node_path_.join)(folder, 'report.html'),
        'sarif-file': sarifFile ?? (0,external_node_path_.join)(folder, 'report.sarif'),
    };
    if (sarifFile !== undefined)
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(sarifFile), { recursive: true });
    const write = (path, content) => (0,promises_.writeFile)(path, content, { mode: 0o600 });
    await write(files['markdown-file'], markdown);
    await write(files['html-file'], rendered.html);
    await write(files['sarif-file'], rendered.sarif);
    return files;
}


/***/ }),

/***/ 8141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ writeApplyComments)
/* harmony export */ });
/* harmony import */ var _core_comment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8517);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4296);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(597);



/** A push that brings more pull requests than this tells the newest ones only. */
const MOST_PULLS = 10;
/** Writes the result on each merged pull request. Never rejects. */
async function writeApplyComments({ rendered, key, run, pulls }, github) {
    const comments = [];
    const warnings = [];
    const told = [...pulls].sort((a, b) => b - a).slice(0, MOST_PULLS);
    for (const number of told) {
        try {
            const { id, url } = await (0,_core_comment_js__WEBPACK_IMPORTED_MODULE_0__/* .publishComment */ .p)({
                number,
                key,
                body: rendered.markdown,
                stable: rendered.stable,
                mode: 'update',
                run: { id: run.runId, attempt: run.attempt, sha: run.sha },
                limit: _publish_js__WEBPACK_IMPORTED_MODULE_2__/* .GITHUB_LIMIT */ .E8,
            }, github);
            comments.push({ id, url });
        }
        catch (thrown) {
            warnings.push(`The result could not be written on #${number}: ${(0,_core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageAndHelp */ .Uy)(thrown)}`);
        }
    }
    if (pulls.length > told.length) {
        warnings.push(`The result was written on the newest ${told.length} of ${pulls.length} pull requests.`);
    }
    return { comments, warnings };
}


/***/ }),

/***/ 7528:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  i: () => (/* binding */ markOutdated)
});

// EXTERNAL MODULE: ./src/core/comment-marker.ts
var comment_marker = __webpack_require__(2049);
;// CONCATENATED MODULE: ./src/core/comment-note.ts

/**
 * The note stands below the heading between two hidden lines, the first of which says what it tells of:
 *
 *     <!-- gitops-pipeline-note ID,ID -->
 *     > [!WARNING]
 *     > HEAD
 *     > - LINE
 *     <!-- gitops-pipeline-note end -->
 *
 * Nothing that is shown in a comment can hold such a hidden line: where data has one, it is broken before.
 */
const NOTE = /\n\n<!-- gitops-pipeline-note ([0-9a-f]{16}(?:,[0-9a-f]{16})*) -->\n> \[!WARNING\]\n> .*\n((?:> - .*\n)*)<!-- gitops-pipeline-note end -->/;
/** The note of a body; undefined: it has none. */
function readNote(body) {
    const match = NOTE.exec(body);
    if (match === null)
        return undefined;
    const [, ids = '', lines = ''] = match;
    return {
        ids: ids.split(','),
        lines: lines
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => line.slice('> - '.length)),
    };
}
/** A body with this note below its first line, instead of the one that it has. */
function withNote(body, { ids, head, lines }) {
    const clean = body.replace(NOTE, '');
    const items = lines.map((line) => `> - ${line}\n`).join('');
    const block = `<!-- gitops-pipeline-note ${ids.join(',')} -->\n> [!WARNING]\n> ${head}\n${items}<!-- gitops-pipeline-note end -->`;
    const end = clean.indexOf('\n');
    const [heading, rest] = end < 0 ? [clean, ''] : [clean.slice(0, end), clean.slice(end)];
    return `${heading}\n\n${block}${rest}`;
}
/**
 * A whole comment with the note. Where that is longer than `limit`, the lines give way, and then everything below the
 * heading: the plan is out of date, and the run's summary still has it. Undefined: not even that fits.
 *
 * @param limit UTF-16 units
 */
function notedComment(marker, body, note, limit) {
    const short = { ...note, head: note.short, lines: [] };
    const heading = /^.*/.exec(body)?.[0] ?? '';
    const candidates = [
        withNote(body, note),
        withNote(body, short),
        withNote(heading, note),
        withNote(heading, short),
    ];
    return candidates.map((text) => (0,comment_marker/* withStaleMarker */.e2)(marker, text)).find((text) => text.length <= limit);
}
/** True when the note of a comment tells of all these already. */
function isNoted(text, ids) {
    const noted = readNote((0,comment_marker/* readMarker */.t7)(text)?.body ?? '')?.ids ?? [];
    return ids.every((id) => noted.includes(id));
}

// EXTERNAL MODULE: ./src/core/comment-own.ts
var comment_own = __webpack_require__(5371);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/terraform/sealed/artifact-name.ts
var artifact_name = __webpack_require__(119);
// EXTERNAL MODULE: ./src/pipeline/parallel.ts
var parallel = __webpack_require__(4783);
// EXTERNAL MODULE: ./src/core/short-commit.ts
var short_commit = __webpack_require__(4383);
// EXTERNAL MODULE: ./src/report/inlines.ts
var inlines = __webpack_require__(6188);
;// CONCATENATED MODULE: ./src/pipeline/apply/outdated-text.ts


/** Markdown, one line: which stack, since when, and where to plan again. */
function outdatedLine({ name, commit, commitUrl, runUrl }) {
    return (0,inlines/* markdownInlines */.iB)([
        { code: name === '.' ? 'repository root' : name },
        ' was applied from ',
        { link: [{ code: (0,short_commit/* shortCommit */.A)(commit) }], href: commitUrl },
        ' since this plan was made: ',
        { link: ['run it again'], href: runUrl },
    ]);
}
/** What stands above the lines, and what stands alone where there is no room for them. */
function outdatedHead(count, runUrl) {
    return {
        head: (0,inlines/* markdownInlines */.iB)([{ strong: ['This plan is out of date'] }]),
        short: (0,inlines/* markdownInlines */.iB)([
            { strong: ['This plan is out of date'] },
            `: ${count === 1 ? 'a stack of it was' : `${count} stacks of it were`} applied since. `,
            { link: ['All of it, and to run it again'], href: runUrl },
        ]),
    };
}

;// CONCATENATED MODULE: ./src/pipeline/apply/outdated.ts







/** The newest that are looked through. */
const MOST_PULLS = 100;
const MOST_ARTIFACTS = 500;
/** Comments that one apply changes; each costs two requests and a notification at most. */
const MOST_CHANGED = 30;
const AT_ONCE = 4;
/** Of the root action, and of `report`. */
const PIPELINE_KEY = 'pipeline';
/**
 * Tells open pull requests into the branch that their plan of these stacks is out of date, in the comment that shows
 * it. Which have one is told by the newest artifacts of the repository. Twice changes nothing more. Never rejects for
 * what GitHub answers.
 */
async function markOutdated(request) {
    const { github, branch, stacks } = request;
    if (stacks.length === 0)
        return { pulls: [], notices: [] };
    let found;
    try {
        const open = (await github.openPulls(branch, MOST_PULLS)).filter(({ fromFork }) => !fromFork);
        if (open.length === 0)
            return { pulls: [], notices: [] };
        found = await plannedBy(open, request);
    }
    catch (thrown) {
        return { pulls: [], notices: [notice('Open pull requests with a plan of the same stacks', thrown)] };
    }
    const told = found.slice(0, MOST_CHANGED);
    const notices = found.length > told.length
        ? [
            `${found.length} open pull requests have a plan that is out of date now: only ${told.length} are told so.`,
        ]
        : [];
    const changed = await (0,parallel/* mapParallel */.E)(told, AT_ONCE, async ({ pull, planned }) => {
        try {
            return { number: pull.number, changed: await tell(pull.number, planned, request, notices) };
        }
        catch (thrown) {
            notices.push(notice(`Pull request #${pull.number}, whose plan is out of date now,`, thrown));
            return { number: pull.number, changed: false };
        }
    });
    return { pulls: changed.filter((one) => one.changed).map(({ number }) => number), notices };
}
/** The newest plan of each of the stacks by each pull request's present head, where it is older than the apply. */
async function plannedBy(open, { github, stacks, appliedAt }) {
    const artifacts = await github.newestArtifacts(MOST_ARTIFACTS);
    return open.flatMap((pull) => {
        const ofHead = artifacts.filter(({ run }) => run?.headSha === pull.head.sha);
        const planned = stacks.flatMap((stack) => {
            const prefix = (0,artifact_name/* planArtifactPrefix */.eu)(stack.key);
            const [last] = ofHead
                .filter(({ name }) => name.startsWith(prefix))
                .sort((a, b) => b.createdAt - a.createdAt || b.id - a.id);
            const isOlder = last !== undefined && last.createdAt <= appliedAt;
            return isOlder && last.run !== undefined ? [{ stack, runId: last.run.id }] : [];
        });
        return planned.length === 0 ? [] : [{ pull, planned }];
    });
}
async function tell(number, planned, request, notices) {
    const { github } = request;
    const comments = await github.listComments(number);
    const own = (0,comment_own/* allOwn */.kt)(comments, await (0,comment_own/* loginFor */.LD)(undefined, comments, github)).filter(comment_own/* isShown */.aJ);
    let changed = false;
    for (const one of own) {
        const lines = shownIn(one, planned);
        if (lines.length === 0 ||
            isNoted(one.comment.body, lines.map(({ stack }) => (0,artifact_name/* stackId */.iT)(stack.key))))
            continue;
        const text = noted(one, lines, request);
        if (text === undefined) {
            notices.push(`The comment ${one.comment.url} is too long to be told that it is out of date.`);
            continue;
        }
        await github.updateComment(one.comment.id, text);
        changed = true;
    }
    return changed;
}
/** Which of the plans a comment shows: by its key, or since it is of the same run. */
function shownIn({ marker }, planned) {
    if (marker.key === (0,comment_marker/* markerKey */.s8)(PIPELINE_KEY))
        return planned;
    const alone = planned.filter(({ stack }) => marker.key === (0,comment_marker/* markerKey */.s8)(`plan:${stack.key}`));
    return alone.length > 0 ? alone : planned.filter(({ runId }) => String(runId) === marker.run.id);
}
function noted({ marker, body }, planned, { commit, repositoryUrl, redact, limit }) {
    const before = readNote(body) ?? { ids: [], lines: [] };
    const fresh = planned.filter(({ stack }) => !before.ids.includes((0,artifact_name/* stackId */.iT)(stack.key)));
    const lineOf = ({ stack, runId }) => ({
        name: redact(stack.name),
        commit,
        commitUrl: `${repositoryUrl}/commit/${commit}`,
        runUrl: `${repositoryUrl}/actions/runs/${runId}`,
    });
    const ids = [...before.ids, ...fresh.map(({ stack }) => (0,artifact_name/* stackId */.iT)(stack.key))];
    const lines = [...before.lines, ...fresh.map((one) => outdatedLine(lineOf(one)))];
    const runUrl = `${repositoryUrl}/actions/runs/${marker.run.id}`;
    return notedComment(marker, body, { ids, lines, ...outdatedHead(ids.length, runUrl) }, limit);
}
function notice(whom, thrown) {
    if (!(thrown instanceof errors/* UserError */.yo) || thrown.causeClass === 'cancelled')
        throw thrown;
    return `${whom} could not be told: ${(0,errors/* messageAndHelp */.Uy)(thrown)}`;
}


/***/ }),

/***/ 2705:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ isListable),
/* harmony export */   Ab: () => (/* binding */ MAX_MATRIX_JOBS),
/* harmony export */   Ar: () => (/* binding */ packJobs),
/* harmony export */   O7: () => (/* binding */ packDeep),
/* harmony export */   u5: () => (/* binding */ matrixJson)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4296);
/* harmony import */ var _core_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9114);



/** GitHub's own limit of jobs of one matrix. */
const MAX_MATRIX_JOBS = 256;
/**
 * Packs items into at most `maxJobs` entries: as many as there are items, else as equal in number as environments allow. The
 * order of items is kept within an entry; the same items give the same entries.
 * @throws UserError when there are more environments than jobs.
 */
function packJobs(items, maxJobs) {
    const groups = byEnvironment(items);
    if (groups.size > maxJobs) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the change touches ${groups.size} environments, and \`max-jobs\` is ${maxJobs}: a job serves one environment`, {
            where: 'input `max-jobs`',
            help: `Raise \`max-jobs\` (to ${MAX_MATRIX_JOBS} at most), or divide the work with \`include\` and \`exclude\`.`,
        });
    }
    const jobs = jobsEach(groups, maxJobs);
    return [...groups].flatMap(([environment, group]) => shares(group, jobs.get(environment) ?? 1).map((names) => entryOf(environment, names)));
}
/** One job for each environment, then one more for the one whose jobs have most to do, until there are no more. */
function jobsEach(groups, maxJobs) {
    const jobs = new Map([...groups.keys()].map((environment) => [environment, 1]));
    for (let left = maxJobs - groups.size; left > 0; left--) {
        let busiest;
        let most = 1; // nobody needs more jobs than items
        for (const [environment, { length }] of groups) {
            const load = length / (jobs.get(environment) ?? 1);
            if (load > most)
                [busiest, most] = [environment, load];
        }
        if (busiest === undefined)
            break;
        jobs.set(busiest, (jobs.get(busiest) ?? 1) + 1);
    }
    return jobs;
}
/** Neighbours stay together; no share is larger than another by more than one. */
function shares(names, count) {
    return Array.from({ length: count }, (_, index) => names.slice(Math.floor((index * names.length) / count), Math.floor(((index + 1) * names.length) / count)));
}
function byEnvironment(items) {
    const groups = [...Map.groupBy(items, ({ environment = '' }) => environment)];
    return new Map(groups
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([environment, group]) => [environment, group.map(({ name }) => name)]));
}
function entryOf(environment, names) {
    return { id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', JSON.stringify([environment, names])).slice(0, 12), environment, names };
}
/**
 * What is deeper than the waves that have a matrix of their own: as few entries as one environment each allows, in an
 * order in which nothing comes before what it waits for. With one environment that is one entry.
 */
function packDeep(items) {
    const waiting = [...items].sort((a, b) => a.wave - b.wave || (a.name < b.name ? -1 : 1));
    const names = new Set(waiting.map(({ name }) => name));
    const done = new Set();
    const runs = [];
    while (waiting.length > 0) {
        const isFree = ({ upstream }) => upstream.every((name) => done.has(name) || !names.has(name));
        // A circle has no order: it is reported elsewhere, and taken as it stands here.
        const first = waiting.find(isFree) ?? waiting[0];
        if (first === undefined)
            break;
        const run = { environment: first.environment ?? '', items: [] };
        for (let next = first; next !== undefined;) {
            run.items.push(next);
            done.add(next.name);
            waiting.splice(waiting.indexOf(next), 1);
            next = waiting.find((item) => (item.environment ?? '') === run.environment && isFree(item));
        }
        runs.push(run);
    }
    return {
        entries: runs.map(({ environment, items: run }) => entryOf(environment, run.map(({ name }) => name))),
        ordered: waitsAcross(runs.map(({ items: run }) => run)),
    };
}
function waitsAcross(runs) {
    const place = new Map(runs.flatMap((run, index) => run.map(({ name }) => [name, index])));
    return runs.some((run, index) => run.some(({ upstream }) => upstream.some((name) => (place.get(name) ?? index) !== index)));
}
/** `{include: […]}` for `strategy.matrix`; `key` is what the names are called: `stacks`, `charts`. */
function matrixJson(key, entries) {
    return JSON.stringify({
        include: entries.map(({ id, names, environment }) => ({
            id,
            name: shownName(names),
            [key]: names.join('\n'),
            environment,
        })),
    });
}
/** What the job may be called, for people: `infra/app`, `infra/app and 3 more`. */
function shownName([first = '', ...others]) {
    const characters = Array.from(first);
    const name = characters.length <= NAME_LENGTH ? first : `…${characters.slice(1 - NAME_LENGTH).join('')}`;
    return others.length === 0 ? name : `${name} and ${others.length} more`;
}
const NAME_LENGTH = 60;
/** Whether an action that takes names one a line would read exactly this one. */
function isListable(name) {
    const read = (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .Mn)(name);
    return read.length === 1 && read[0] === name;
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
