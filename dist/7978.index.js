export const id = 7978;
export const ids = [7978];
export const modules = {

/***/ 1463:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  detectChangesAction: () => (/* binding */ detectChangesAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/core/action.ts + 8 modules
var action = __webpack_require__(5087);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/core/inputs.ts
var inputs = __webpack_require__(9114);
// EXTERNAL MODULE: ./src/core/once.ts
var once = __webpack_require__(8818);
// EXTERNAL MODULE: ./src/core/redact-patterns.ts
var redact_patterns = __webpack_require__(88);
// EXTERNAL MODULE: ./src/core/redact.ts + 2 modules
var redact = __webpack_require__(8257);
// EXTERNAL MODULE: ./src/report/annotations.ts
var annotations = __webpack_require__(856);
// EXTERNAL MODULE: ./src/report/words.ts
var report_words = __webpack_require__(2691);
;// CONCATENATED MODULE: ./src/pipeline/changes-annotations.ts


const RULES = {
    gone: 'changes/deleted-stack',
    base: 'changes/base',
    notice: 'changes/notice',
    fault: 'changes/configuration',
};
/** What everybody must see comes before what belongs to a line of a file: GitHub shows ten of a level. */
function changeAnnotations(changes, baseWarnings) {
    const first = [...gone(changes), ...baseWarnings.map((message) => finding(RULES.base, { message }))];
    const others = (0,annotations/* pickAnnotations */.g0)(changes.notices.map((notice) => finding(RULES.notice, notice))).shown;
    return [...first, ...others].slice(0, annotations/* ANNOTATIONS_PER_LEVEL */.eA).map(annotations/* annotationOf */.lW);
}
function gone({ deletedStacks }) {
    const names = deletedStacks.map(({ item }) => item.name);
    if (names.length === 0)
        return [];
    const listed = names.slice(0, 10).join(', ');
    const message = `${(0,report_words/* countOf */.pq)(names.length, 'stack')} gone from the repository: ${listed}${names.length > 10 ? ', …' : ''}`;
    return [finding(RULES.gone, { message, help: 'What they manage still exists: no job destroys it.' })];
}
function faultAnnotations(faults) {
    const findings = faults.map((fault) => ({ ...finding(RULES.fault, fault), severity: 'error' }));
    return (0,annotations/* pickAnnotations */.g0)(findings).shown.map(annotations/* annotationOf */.lW);
}
function finding(rule, notice) {
    const { severity = 'warning', message, help, file, line, column } = notice;
    return {
        rule,
        severity,
        message,
        ...(help === undefined ? {} : { help }),
        subject: '',
        ...(file === undefined
            ? {}
            : {
                location: {
                    file,
                    ...(line === undefined ? {} : { line }),
                    ...(column === undefined ? {} : { column }),
                },
            }),
        fingerprint: '',
    };
}

;// CONCATENATED MODULE: ./src/pipeline/changes-base.ts
/** How a base was chosen, for a reader of the summary. */
function baseWords(source, event) {
    switch (source) {
        case 'input':
            return 'as the input asks for';
        case 'merge-commit':
            return 'the base branch, as the pull request was merged with it';
        case 'merge-base':
            return 'where the pull request left its base branch';
        case 'base-branch':
            return 'the tip of the base branch';
        case 'merge-group':
            return 'what the merge queue puts its pull requests on';
        case 'last-success':
            return 'the last successful run of this workflow on the branch';
        case 'before':
            return 'the commit before the push';
        case 'default-branch':
            return 'where the branch left the default branch';
        case 'all':
            return event === ''
                ? 'there is nothing to compare with'
                : `there is nothing to compare with on ${event}`;
    }
}

;// CONCATENATED MODULE: ./src/pipeline/changes-faults.ts

/** Nothing was judged, for the configuration is faulty. */
function faultsDocument(faults) {
    const files = [...new Set(faults.map(({ file }) => file))].join(' and ');
    const failure = `${(0,report_words/* countOf */.pq)(faults.length, 'fault')} in ${files}: nothing was judged`;
    return {
        failure,
        document: {
            title: 'What changed',
            verdict: [{ strong: ['failed'] }, `, ${failure}`],
            tone: 'bad',
            sections: [
                {
                    kind: 'list',
                    rank: 0,
                    items: faults.map(({ file, line, column, message, help }) => [
                        { code: `${file}:${line}:${column}` },
                        ` ${message}`,
                        ...(help === undefined ? [] : [` (${help})`]),
                    ]),
                },
            ],
            footer: [],
        },
    };
}

;// CONCATENATED MODULE: ./src/pipeline/changes-items.ts
function stackItem(judged) {
    const { id, name, path, workspace, varFiles, backendConfig, environment } = judged.item;
    return {
        id,
        name,
        path,
        ...(judged.previousPath === undefined ? {} : { 'previous-path': judged.previousPath }),
        ...(workspace === undefined ? {} : { workspace }),
        'var-files': varFiles,
        'backend-config': backendConfig,
        ...(environment === undefined ? {} : { environment }),
        wave: judged.wave,
        upstream: judged.upstream,
        ...judgement(judged),
    };
}
function chartItem(judged) {
    const { name, path, version, type } = judged.item;
    return { name, path, version, type, ...judgement(judged) };
}
function applicationItem(judged) {
    const { kind, name, namespace, project, file, sources } = judged.item;
    return { kind, name, namespace, project, file, sources, ...judgement(judged) };
}
/** Applications have no id: their file with their names tells them. */
const applicationRef = ({ file, namespace, name, }) => `${file}#${namespace}/${name}`;
function judgement({ status, reasons, moreReasons, inputsHash, owners }) {
    return {
        status,
        reasons: reasons.map(({ file, change, via, kinds, dynamic, text }) => ({
            file,
            change,
            via,
            kinds,
            dynamic,
            text,
        })),
        'more-reasons': moreReasons,
        'inputs-hash': inputsHash,
        owners,
    };
}
function noticeItem({ message, help, file, line, column }) {
    return {
        message,
        ...(help === undefined ? {} : { help }),
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
    };
}

;// CONCATENATED MODULE: ./src/pipeline/changes-file.ts

function changesFile(about, changes, { values, unlisted }) {
    const matrices = Object.entries(values).filter(([name]) => /^(?:terraform-matrix|helm-matrix|wave-\d)$/.test(name));
    return {
        version: 1,
        kind: 'changes',
        ...about,
        found: changes.found,
        stacks: changes.stacks.map(stackItem),
        'deleted-stacks': changes.deletedStacks.map(stackItem),
        charts: changes.charts.map(chartItem),
        applications: changes.applications.map(applicationItem),
        'deleted-charts': changes.gone.charts.map(chartItem),
        'deleted-applications': changes.gone.applications.map(applicationItem),
        matrices: Object.fromEntries(matrices.map(([name, value]) => [name, JSON.parse(value)])),
        unlisted,
        notices: changes.notices.map(noticeItem),
    };
}

;// CONCATENATED MODULE: ./src/pipeline/changes-graph.ts

const stackId = ({ name }) => `stack:${name}`;
const chartId = ({ path }) => `chart:${path}`;
const applicationId = (application) => `application:${applicationRef(application)}`;
function changeGraph(changes) {
    const nodes = new Map();
    const edges = new Map();
    // On the way to other items a stack or chart goes by the name people know.
    const byName = new Map([
        ...changes.charts.map(({ item }) => [item.path, chartId(item)]),
        ...changes.stacks.map(({ item }) => [item.name, stackId(item)]),
    ]);
    const link = (edge) => {
        const key = JSON.stringify([edge.from, edge.to, edge.kind]);
        const before = edges.get(key);
        // Certain on one way is certain.
        if (before === undefined || (before.dynamic && !edge.dynamic))
            edges.set(key, edge);
    };
    const follow = (id, { reasons }) => {
        for (const reason of reasons)
            for (const edge of way(reason, id, nodes, byName))
                link(edge);
    };
    for (const judged of [...changes.stacks, ...changes.deletedStacks]) {
        const { item, status, wave } = judged;
        nodes.set(stackId(item), { id: stackId(item), kind: 'stack', name: item.name, status, wave });
    }
    for (const { item, status } of changes.charts)
        nodes.set(chartId(item), { id: chartId(item), kind: 'chart', name: item.path, status });
    for (const { item, status } of changes.applications)
        nodes.set(applicationId(item), { id: applicationId(item), kind: 'application', name: item.name, status });
    for (const judged of [...changes.stacks, ...changes.deletedStacks]) {
        follow(stackId(judged.item), judged);
        for (const name of judged.upstream) {
            if (nodes.has(`stack:${name}`))
                link({ from: `stack:${name}`, to: stackId(judged.item), kind: 'before', dynamic: false });
        }
    }
    for (const judged of changes.charts)
        follow(chartId(judged.item), judged);
    for (const judged of changes.applications)
        follow(applicationId(judged.item), judged);
    return {
        version: 1,
        nodes: [...nodes.values()].sort((a, b) => compare(a.id, b.id)),
        edges: [...edges.values()].sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.kind, b.kind)),
    };
}
/** The edges of one reason, from its file to the item; notes the nodes on the way. */
function way(reason, item, nodes, byName) {
    const stops = [];
    if (reason.file !== '') {
        const id = `file:${reason.file}`;
        nodes.set(id, { id, kind: 'file', name: reason.file, change: reason.change });
        stops.push(id);
    }
    for (const name of reason.via.slice(0, -1)) {
        const id = byName.get(name) ?? `input:${name}`;
        if (!nodes.has(id))
            nodes.set(id, { id, kind: 'input', name });
        stops.push(id);
    }
    stops.push(item);
    // The kinds belong to the edges from the file on; where there is no file, to those from the first name on.
    return stops.slice(1).flatMap((to, index) => {
        const from = stops[index];
        if (from === undefined || from === to)
            return [];
        return [{ from, to, kind: reason.kinds[index] ?? 'files', dynamic: reason.dynamic }];
    });
}
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

// EXTERNAL MODULE: ./src/pipeline/changes-matrix.ts
var changes_matrix = __webpack_require__(2705);
;// CONCATENATED MODULE: ./src/pipeline/changes-inputs.ts

const KINDS = ['terraform', 'helm', 'argocd'];
/** A list with commas, spaces or line ends between. */
const kindList = (raw) => {
    const words = new Set(raw.split(/[\s,]+/).filter((word) => word !== ''));
    const chosen = KINDS.filter((kind) => words.has(kind));
    if (words.size === 0 || chosen.length < words.size)
        throw new Error(`must be a list of ${KINDS.join(', ')}`);
    return chosen;
};
const jobLimit = (raw) => {
    const limit = /^\d{1,3}$/.test(raw) ? Number(raw) : 0;
    if (limit >= 1 && limit <= changes_matrix/* MAX_MATRIX_JOBS */.Ab)
        return limit;
    throw new Error(`must be a number from 1 to ${changes_matrix/* MAX_MATRIX_JOBS */.Ab}, as many as GitHub starts of one matrix`);
};

;// CONCATENATED MODULE: ./src/pipeline/changes-outputs.ts



/** Waves with a matrix of their own; what is deeper goes into the last one. */
const WAVES = 4;
/**
 * GitHub takes 1 MB of outputs of a job and counts them in UTF-16. All of ours together stay below this, counted so
 * and in UTF-8, whichever is more: 400 KB of plain text.
 */
const OUTPUT_BYTES = 800_000;
const LISTS = ['stacks', 'deleted-stacks', 'charts', 'applications'];
const MATRICES = ['terraform-matrix', 'wave-1', 'wave-2', 'wave-3', 'wave-4', 'helm-matrix'];
const CHANGE_OUTPUTS = [...LISTS, ...MATRICES].flatMap((name) => [
    name,
    `has-${name}`,
]);
/** @throws UserError when `maxJobs` cannot be kept, or the matrices alone are more than GitHub takes. */
function changeOutputs(changes, maxJobs) {
    const stacks = changes.stacks
        .map(({ item, wave, upstream }) => ({ ...matrixItem(item.name, item.environment), wave, upstream }))
        .filter(({ name }) => (0,changes_matrix/* isListable */.$9)(name));
    const charts = changes.charts
        .map(({ item }) => ({ name: item.path }))
        .filter(({ name }) => (0,changes_matrix/* isListable */.$9)(name));
    const deep = (0,changes_matrix/* packDeep */.O7)(stacks.filter(({ wave }) => wave >= WAVES));
    if (deep.entries.length > changes_matrix/* MAX_MATRIX_JOBS */.Ab) {
        throw new errors/* UserError */.yo(`the deepest stacks change their environment ${deep.entries.length} times along their order, and a matrix has ${changes_matrix/* MAX_MATRIX_JOBS */.Ab} entries at most`, {
            where: 'outputs',
            help: 'Give stacks that depend on each other one environment, or detect them in parts with `include`.',
        });
    }
    const wave = (number) => (0,changes_matrix/* packJobs */.Ar)(stacks.filter((stack) => stack.wave === number), maxJobs);
    const matrices = {
        'terraform-matrix': (0,changes_matrix/* matrixJson */.u5)('stacks', (0,changes_matrix/* packJobs */.Ar)(stacks, maxJobs)),
        'wave-1': (0,changes_matrix/* matrixJson */.u5)('stacks', wave(1)),
        'wave-2': (0,changes_matrix/* matrixJson */.u5)('stacks', wave(2)),
        'wave-3': (0,changes_matrix/* matrixJson */.u5)('stacks', wave(3)),
        'wave-4': (0,changes_matrix/* matrixJson */.u5)('stacks', deep.entries),
        'helm-matrix': (0,changes_matrix/* matrixJson */.u5)('charts', (0,changes_matrix/* packJobs */.Ar)(charts, maxJobs)),
    };
    const has = hasOutputs(changes, matrices);
    const fixed = { ...matrices, ...has };
    for (const detail of ['full', 'names', 'ids']) {
        const values = { ...arrays(changes, detail), ...fixed };
        if (sizeOf(values) > OUTPUT_BYTES)
            continue;
        return { values, detail, unlisted: unlistedOf(changes), orderedEntries: deep.ordered };
    }
    throw new errors/* UserError */.yo(`the change touches ${changes.stacks.length} stacks, more than the outputs of one job can name`, {
        where: 'outputs',
        help: 'Divide the work: one job with `include` for each part of the repository.',
    });
}
const matrixItem = (name, environment) => environment === undefined ? { name } : { name, environment };
function unlistedOf({ stacks, charts }) {
    return [...stacks.map(({ item }) => item.name), ...charts.map(({ item }) => item.path)].filter((name) => !(0,changes_matrix/* isListable */.$9)(name));
}
const EMPTY_MATRIX = (0,changes_matrix/* matrixJson */.u5)('', []);
function hasOutputs(changes, matrices) {
    const matrix = (name) => String(matrices[name] !== EMPTY_MATRIX);
    return {
        'has-stacks': String(changes.stacks.length > 0),
        'has-deleted-stacks': String(changes.deletedStacks.length > 0),
        'has-charts': String(changes.charts.length > 0),
        'has-applications': String(changes.applications.length > 0),
        'has-terraform-matrix': matrix('terraform-matrix'),
        'has-wave-1': matrix('wave-1'),
        'has-wave-2': matrix('wave-2'),
        'has-wave-3': matrix('wave-3'),
        'has-wave-4': matrix('wave-4'),
        'has-helm-matrix': matrix('helm-matrix'),
    };
}
/** The arrays as JSON. Charts and applications have no id: their path, and their file with their name, tell them. */
function arrays(changes, detail) {
    const stacks = changes.stacks.map(stackItem);
    const deleted = changes.deletedStacks.map(stackItem);
    const charts = changes.charts.map(chartItem);
    const applications = changes.applications.map(applicationItem);
    if (detail === 'full') {
        return {
            stacks: JSON.stringify(stacks),
            'deleted-stacks': JSON.stringify(deleted),
            charts: JSON.stringify(charts),
            applications: JSON.stringify(applications),
        };
    }
    const short = (items, id, path) => JSON.stringify(items.map((item) => detail === 'ids' ? id(item) : { id: id(item), name: item.name, path: path(item) }));
    const chart = (item) => item.path;
    return {
        stacks: short(stacks, ({ id }) => id, ({ path }) => path),
        'deleted-stacks': short(deleted, ({ id }) => id, ({ path }) => path),
        charts: short(charts, chart, chart),
        applications: short(applications, applicationRef, ({ file }) => file),
    };
}
/** As GitHub may count them: names and values, in UTF-16 or in UTF-8. */
function sizeOf(values) {
    const texts = Object.entries(values).flat();
    const utf16 = texts.reduce((sum, text) => sum + 2 * text.length, 0);
    const utf8 = texts.reduce((sum, text) => sum + Buffer.byteLength(text, 'utf8'), 0);
    return Math.max(utf16, utf8);
}

// EXTERNAL MODULE: ./src/core/short-commit.ts
var short_commit = __webpack_require__(4383);
// EXTERNAL MODULE: ./src/report/mermaid.ts
var mermaid = __webpack_require__(9409);
;// CONCATENATED MODULE: ./src/pipeline/changes-drawing.ts


/** More boxes are a wall, not a drawing. */
const DRAWN_NODES = 60;
/** From so many on, files that lead to the same things are one box. */
const FILES_APART = 4;
/** The graph as it is drawn in the summary: files taken together, and of the rest what leads to most. */
function drawing(graph) {
    const gathered = gather(graph);
    for (let limit = DRAWN_NODES; limit >= 1; limit = Math.floor(limit / 2)) {
        const section = drawn(gathered, limit);
        if (section.edges.length === 0)
            return undefined;
        if ((0,mermaid/* mermaidText */.Hg)(section) !== undefined)
            return section;
    }
    return undefined;
}
/** Files with exactly the same edges become one node. The order of waves is no reason: it is not drawn. */
function gather({ nodes, edges: all }) {
    const edges = all.filter(({ kind }) => kind !== 'before');
    const leaving = Map.groupBy(edges, ({ from }) => from);
    const files = nodes.filter(({ kind }) => kind === 'file');
    const groups = Map.groupBy(files, ({ id }) => JSON.stringify((leaving.get(id) ?? []).map(({ to, kind, dynamic }) => [to, kind, dynamic])));
    const gone = new Map();
    for (const group of groups.values()) {
        const [first] = group;
        if (first === undefined || group.length < FILES_APART)
            continue;
        const folder = commonFolder(group.map(({ name }) => name));
        const name = `${(0,report_words/* countOf */.pq)(group.length, 'file')}${folder === '' ? '' : ` in ${folder}`}`;
        const node = { id: first.id, kind: 'file', name };
        for (const { id } of group)
            gone.set(id, node);
    }
    return {
        nodes: nodes.flatMap((node) => {
            const group = gone.get(node.id);
            if (group === undefined)
                return [node];
            return group.id === node.id ? [group] : [];
        }),
        edges: edges.filter(({ from }) => (gone.get(from)?.id ?? from) === from),
    };
}
function commonFolder(paths) {
    const folders = paths.map((path) => path.split('/').slice(0, -1));
    const [first = []] = folders;
    const length = first.findIndex((name, index) => folders.some((folder) => folder[index] !== name));
    return first.slice(0, length < 0 ? first.length : length).join('/');
}
function drawn({ nodes, edges }, limit) {
    const weights = weightsOf({ nodes, edges });
    const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
    const wanted = nodes
        .filter(({ id }) => linked.has(id))
        .sort((a, b) => (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0) ||
        ORDER[a.kind] - ORDER[b.kind] ||
        (a.id < b.id ? -1 : 1));
    const kept = wanted.length <= limit ? wanted : wanted.slice(0, limit - 1);
    const ids = new Set(kept.map(({ id }) => id));
    const shown = kept.map(({ id, kind, name, status }) => ({
        id,
        label: `${name === '.' ? 'repository root' : name}${status === 'deleted' ? ' (gone)' : ''}`,
        look: kind === 'file' ? 'cause' : kind === 'input' ? 'step' : status === 'affected' ? 'affected' : 'changed',
    }));
    const more = wanted.length - kept.length;
    return {
        kind: 'graph',
        rank: 6,
        title: 'What leads to what',
        nodes: more === 0 ? shown : [...shown, { id: 'more', label: `… and ${more} more`, look: 'more' }],
        edges: edges
            .filter(({ from, to }) => ids.has(from) && ids.has(to))
            .slice(0, mermaid/* MERMAID_EDGES */.V4)
            .map(({ from, to, kind, dynamic }) => ({
            from,
            to,
            ...(kind === 'files' ? {} : { label: kind }),
            ...(dynamic ? { dashed: true } : {}),
        })),
    };
}
/** Of equal weight, what is on the way is kept before what it leads to: an item never stands without its reason. */
const ORDER = {
    input: 0,
    stack: 1,
    chart: 2,
    application: 3,
    file: 4,
};
/** How many nodes each leads to, itself counted. */
function weightsOf({ nodes, edges }) {
    const next = Map.groupBy(edges, ({ from }) => from);
    const weights = new Map();
    for (const { id } of nodes) {
        const seen = new Set([id]);
        for (const at of seen) {
            if (seen.size > MOST_WEIGHT)
                break;
            for (const { to } of next.get(at) ?? [])
                seen.add(to);
        }
        weights.set(id, seen.size);
    }
    return weights;
}
/** What leads to more is all the same: the search must not cost more than the rest. */
const MOST_WEIGHT = 200;

;// CONCATENATED MODULE: ./src/pipeline/changes-gone.ts

/** Counts for the verdict: `1 application gone`. */
function goneWords({ charts, applications }) {
    return [
        ...(charts.length > 0 ? [`${(0,report_words/* countOf */.pq)(charts.length, 'chart')} gone`] : []),
        ...(applications.length > 0 ? [`${(0,report_words/* countOf */.pq)(applications.length, 'application')} gone`] : []),
    ];
}
const SHOWN = 20;
/** An Application that is taken away may take what runs with it, if something prunes: that is said before all else. */
function goneSections({ charts, applications }) {
    const names = applications.map(({ item }) => `${item.namespace}/${item.name}`);
    const paths = charts.map(({ item }) => item.path);
    return [
        ...note('caution', 'Applications gone from the repository: ', names, [
            ' Where another Application or an ApplicationSet prunes, what they run goes too; else it stays, with nobody to look after it.',
        ]),
        ...note('note', 'Charts gone from the repository: ', paths, []),
    ];
}
function note(tone, words, names, end) {
    if (names.length === 0)
        return [];
    const shown = names.slice(0, SHOWN).flatMap((code, index) => (index === 0 ? [{ code }] : [', ', { code }]));
    const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
    return [
        { kind: 'text', rank: tone === 'caution' ? 0 : 2, tone, text: [words, ...shown, `${more}.`, ...end] },
    ];
}

;// CONCATENATED MODULE: ./src/pipeline/changes-summary.ts




/** What a change touches, for people: counts first, then what is gone, then each item with its reason. */
function changesDocument(report) {
    const { changes, failures } = report;
    const touched = countTouched(changes);
    const graph = drawing(report.graph);
    return {
        title: 'What changed',
        verdict: verdict(report, touched),
        tone: failures.length > 0 ? 'bad' : touched === 0 ? 'good' : 'changed',
        sections: [
            ...failures.map((text) => ({ kind: 'text', rank: 0, tone: 'caution', text: withCode(text) })),
            ...report.baseWarnings.map((text) => ({
                kind: 'text',
                rank: 0,
                tone: 'warning',
                text: withCode(text),
            })),
            ...deletedSections(changes.deletedStacks),
            ...goneSections(changes.gone),
            { kind: 'text', rank: 1, text: compared(report) },
            ...stackSections(changes.stacks),
            ...itemSections('Charts', changes.charts, ({ path, version }) => [{ code: path }, ` ${version}`]),
            ...itemSections('Applications', changes.applications, ({ name, namespace, file }) => [
                { code: `${namespace}/${name}` },
                ` in `,
                { code: file },
            ]),
            ...(graph === undefined ? [] : [graph]),
            ...noticeSections(changes.notices),
        ],
        footer: [],
    };
}
function countTouched({ stacks, deletedStacks, charts, applications, gone }) {
    const lost = deletedStacks.length + gone.charts.length + gone.applications.length;
    return stacks.length + charts.length + applications.length + lost;
}
/** `3 of 14 stacks, 1 of 6 charts, 0 of 3 applications`, only what was looked for and is there. */
function verdict({ changes, kinds, failures }, touched) {
    const { found } = changes;
    const counted = [
        { kind: 'terraform', touched: changes.stacks.length, all: found.stacks, noun: 'stack' },
        { kind: 'helm', touched: changes.charts.length, all: found.charts, noun: 'chart' },
        { kind: 'argocd', touched: changes.applications.length, all: found.applications, noun: 'application' },
    ];
    // Of what there is none nothing needs to be said.
    const words = counted
        .filter(({ kind, all }) => kinds.includes(kind) && all > 0)
        .map(({ touched: some, all, noun }) => `${some} of ${(0,report_words/* countOf */.pq)(all, noun)}`);
    const gone = changes.deletedStacks.length;
    if (gone > 0)
        words.push(`${(0,report_words/* countOf */.pq)(gone, 'stack')} gone`);
    words.push(...goneWords(changes.gone));
    const lead = failures.length > 0 ? 'failed' : touched === 0 ? 'nothing to do' : undefined;
    const counts = words.join(', ');
    if (lead === undefined)
        return [counts];
    return [{ strong: [lead] }, ...(counts === '' ? [] : [`, ${counts}`])];
}
function compared({ head, base, baseSource }) {
    const commit = (sha) => ({ code: /^[0-9a-f]{40,64}$/.test(sha) ? (0,short_commit/* shortCommit */.A)(sha) : sha });
    if (base === undefined)
        return ['All of ', commit(head), ` counts as changed (${baseSource}).`];
    return [commit(head), ' compared with ', commit(base), ` (${baseSource}).`];
}
/** Deleted code destroys nothing: what it managed is still there, and nobody looks after it any more. */
function deletedSections(stacks) {
    if (stacks.length === 0)
        return [];
    const what = stacks.length === 1 ? 'A stack is' : `${stacks.length} stacks are`;
    const advice = 'No job plans or destroys what they manage: it still exists, with nobody to look after it. Destroy it from the ' +
        'commit before, or, if a stack lives on under another name, give its `previous-names` in gitops.yml.';
    return [
        {
            kind: 'text',
            rank: 0,
            tone: 'caution',
            text: [{ strong: [`${what} gone from the repository.`] }, ' ', ...withCode(advice)],
        },
        {
            kind: 'table',
            rank: 0,
            noun: 'stacks',
            columns: [{ title: 'Gone' }, { title: 'Folder' }, { title: 'Owners' }],
            rows: stacks.map(({ item, owners }) => ({
                rank: 0,
                cells: [[{ code: item.name }], [{ code: item.path }], ownersCell(owners)],
            })),
        },
    ];
}
function stackSections(stacks) {
    if (stacks.length === 0)
        return [];
    const owned = stacks.some(({ owners }) => owners.length > 0);
    return [
        heading('Stacks', 1),
        {
            kind: 'table',
            rank: 1,
            noun: 'stacks',
            columns: [
                { title: 'Stack' },
                { title: 'Status' },
                { title: 'Wave', align: 'right' },
                { title: 'Why' },
                ...(owned ? [{ title: 'Owners' }] : []),
            ],
            rows: stacks.map((judged) => ({
                rank: judged.status === 'affected' ? 3 : 2,
                cells: [
                    nameCell(judged),
                    [judged.status],
                    [String(judged.wave)],
                    why(judged),
                    ...(owned ? [ownersCell(judged.owners)] : []),
                ],
            })),
        },
    ];
}
function nameCell({ item, previousPath }) {
    const environment = item.environment === undefined ? [] : [` (${item.environment})`];
    const moved = previousPath === undefined ? [] : [', was in ', { code: previousPath }];
    return [{ code: item.name }, ...environment, ...moved];
}
function itemSections(title, items, name) {
    if (items.length === 0)
        return [];
    return [
        heading(title, 2),
        {
            kind: 'table',
            rank: 2,
            noun: title.toLowerCase(),
            columns: [{ title: title.slice(0, -1) }, { title: 'Status' }, { title: 'Why' }],
            rows: items.map((judged) => ({
                rank: judged.status === 'affected' ? 4 : 3,
                cells: [name(judged.item), [judged.status], why(judged)],
            })),
        },
    ];
}
function why({ reasons, moreReasons }) {
    const [first] = reasons;
    if (first === undefined)
        return [];
    const more = reasons.length - 1 + moreReasons;
    return [...reasonInlines(first), ...(more > 0 ? [`, and ${more} more`] : [])];
}
/** The way from the file to the item; the item itself is in the row already. */
function reasonInlines(reason) {
    const { file, change, via, dynamic } = reason;
    if (file === '')
        return [reason.text];
    const stops = [file, ...via.slice(0, -1)].flatMap((name, index) => index === 0 ? [{ code: name }] : [' → ', { code: name }]);
    const remarks = [
        ...(change === 'modified' || change === 'none' ? [] : [change]),
        ...(dynamic ? ['may be a false alarm: a path could not be resolved'] : []),
    ];
    return [...stops, ...(remarks.length === 0 ? [] : [` (${remarks.join('; ')})`])];
}
function ownersCell(owners) {
    return owners.flatMap((owner, index) => index === 0 ? [{ code: owner }] : [' ', { code: owner }]);
}
function noticeSections(notices) {
    if (notices.length === 0)
        return [];
    return [
        heading('Notices', 3),
        {
            kind: 'list',
            rank: 3,
            items: notices.map(({ message, help, file, line }) => [
                ...(file === undefined ? [] : [{ code: line === undefined ? file : `${file}:${line}` }, ' ']),
                ...withCode(message),
                ...(help === undefined ? [] : ['. ', ...withCode(help)]),
            ]),
        },
    ];
}
/** What we say in a log has its code between backticks; here it is code. */
function withCode(text) {
    return text.split('`').map((part, index) => (index % 2 === 1 ? { code: part } : part));
}
function heading(text, rank) {
    return { kind: 'heading', rank, level: 2, text: [text] };
}

;// CONCATENATED MODULE: ./src/pipeline/changes-verdict.ts

/** Why detecting changes is red, each a sentence or two. Empty: what is told is so. */
function changeFailures({ known, unused, changes }, { unlisted }, kinds) {
    const failures = [];
    if (known === 0) {
        failures.push(`no stack, chart or Application was found (looked for: ${kinds.join(', ')}), so nothing was judged. ` +
            'Is the repository checked out whole, and are the kinds right?');
    }
    else if (unused.length > 0) {
        failures.push(`input \`include\` matches nothing in the repository: ${unused.map(shown).join(', ')}. ` +
            'Patterns are globs over paths and names, such as `infra/**`.');
    }
    for (const { severity, message } of changes.notices)
        if (severity === 'error')
            failures.push(`${message}.`);
    if (unlisted.length > 0) {
        failures.push(`${(0,report_words/* countOf */.pq)(unlisted.length, 'name')} cannot be given to other jobs, for names with line breaks or with spaces ` +
            `at an end are no lines of a list: ${unlisted.map(shown).join(', ')}. ` +
            'Rename the folder, or give the stack a `name` in gitops.yml.');
    }
    return failures;
}
const shown = (name) => JSON.stringify(name);

// EXTERNAL MODULE: ./src/pipeline/detect.ts + 75 modules
var detect = __webpack_require__(9905);
// EXTERNAL MODULE: ./src/report/plain.ts
var report_plain = __webpack_require__(206);
// EXTERNAL MODULE: ./src/report/part-artifacts.ts
var part_artifacts = __webpack_require__(2315);
// EXTERNAL MODULE: ./src/report/redact-document.ts + 1 modules
var redact_document = __webpack_require__(771);
// EXTERNAL MODULE: ./src/report/summary.ts
var summary = __webpack_require__(7994);
// EXTERNAL MODULE: ./src/repository/base/choose-base.ts + 7 modules
var choose_base = __webpack_require__(7201);
// EXTERNAL MODULE: ./src/repository/git/version.ts
var version = __webpack_require__(9795);
// EXTERNAL MODULE: ./src/actions/artifact-store.ts
var artifact_store = __webpack_require__(9337);
// EXTERNAL MODULE: ./src/actions/github-client.ts + 13 modules
var github_client = __webpack_require__(4117);
// EXTERNAL MODULE: ./src/actions/plan-result.ts + 1 modules
var plan_result = __webpack_require__(8028);
// EXTERNAL MODULE: ./src/actions/private-folder.ts
var private_folder = __webpack_require__(7889);
;// CONCATENATED MODULE: ./src/actions/detect-changes.ts




























const detect_changes_inputs = {
    base: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    head: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* text */.Qq)),
    kinds: (0,inputs/* input */.hF)(kindList, { default: 'terraform, helm, argocd' }),
    include: (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    exclude: (0,inputs/* input */.hF)(inputs/* lines */.Mn),
    'max-jobs': (0,inputs/* input */.hF)(jobLimit, { default: '250' }),
    collect: (0,inputs/* input */.hF)(inputs/* bool */.lc, { default: 'false' }),
    config: (0,inputs/* input */.hF)((0,inputs/* optional */.lq)(inputs/* repoPath */.qN)),
    'github-token': (0,inputs/* input */.hF)(inputs/* text */.Qq),
};
/** What does this change touch, and why: from Git's objects, before anything is planned. */
const detectChangesAction = (0,action/* action */.XI)({
    name: 'detect-changes',
    inputs: detect_changes_inputs,
    outputs: [...CHANGE_OUTPUTS, 'base-sha', 'base-source', 'report-file', 'graph-file'],
    async run(given, context) {
        const { run, env, exec, log } = context;
        const token = given['github-token'];
        if (token !== '')
            log.mask(token);
        const place = { exec, env, cwd: workspaceOf(context) };
        const access = (0,github_client/* fetchAccess */.DL)(token, context);
        const github = token === '' ? undefined : (0,once/* once */.O)(() => (0,github_client/* clientOf */.fe)(token, context));
        await (0,version/* requireGit */.o)(place);
        const base = await (0,choose_base/* chooseBase */.b)({ run, base: given.base, head: given.head }, { place, access, github });
        log.info(`head ${base.head}, base ${base.base ?? '(none)'} (${base.source})`);
        const found = await (0,detect/* detectChanges */.f)({
            ...{ place, access, head: base.head, base: base.base, unfinished: base.unfinished },
            ...{ kinds: given.kinds, include: given.include, exclude: given.exclude, config: given.config },
            repository: run.repository,
        });
        const secrets = token === '' ? [] : [token];
        if ('faults' in found) {
            const redactor = (0,redact/* makeRedactor */.$)({ secrets, publicNames: [], patterns: [] });
            const { document, failure } = faultsDocument(found.faults);
            return {
                ...(await detect_changes_shown(document, redactor, context)),
                annotations: redacted(faultAnnotations(found.faults), redactor),
                outputs: {},
                failure: redactor.redact(failure),
            };
        }
        const patterns = (0,redact_patterns/* compilePatterns */.x)(found.config.redact);
        const redactor = (0,redact/* makeRedactor */.$)({ secrets, publicNames: [], patterns });
        context.hide((text) => redactor.redact(text));
        return result({ given, base, found: withRedactedNotices(found, redactor), redactor }, context);
    },
});
/** Outputs, files, summary and annotations of what was found; red when any of it is not to be relied upon. */
async function result({ given, base, found, redactor }, context) {
    const { run, log } = context;
    const { changes } = found;
    const { kinds } = given;
    const outputs = changeOutputs(changes, given['max-jobs']);
    const failures = changeFailures(found, outputs, kinds);
    const graph = changeGraph(changes);
    const folder = await (0,private_folder/* privateFolder */.q)(run.temp);
    const write = async (name, content) => {
        const path = (0,external_node_path_.join)(folder, name);
        await (0,promises_.writeFile)(path, JSON.stringify(content), { mode: 0o600 });
        return path;
    };
    const { source, warnings, unfinished } = base;
    const about = {
        repository: run.repository,
        event: run.event,
        run: (0,plan_result/* runIdentity */.y)(context, ''),
        head: base.head,
        base: { ...(base.base === undefined ? {} : { sha: base.base }), source, warnings, unfinished },
        kinds,
        failures,
    };
    const file = changesFile(about, changes, outputs);
    const reportFile = await write(part_artifacts/* EXPECTED_FILE */.Yx, file);
    const graphFile = await write('graph.json', graph);
    if (outputs.detail !== 'full') {
        const what = outputs.detail === 'names' ? 'ids, names and paths' : 'ids';
        log.info(`The arrays hold ${what} only: GitHub takes no more outputs. All of it is in report-file.`);
    }
    if (outputs.orderedEntries)
        log.warning('Entries of wave-4 wait for each other: give their job `max-parallel: 1` and `fail-fast: true`.');
    const document = changesDocument({
        changes,
        graph,
        kinds,
        head: base.head,
        base: base.base,
        baseSource: baseWords(source, run.event),
        baseWarnings: warnings,
        failures,
    });
    const lost = given.collect ? await collect(file, context) : [];
    const red = [...failures, ...lost];
    return {
        ...(await detect_changes_shown(document, redactor, context)),
        annotations: redacted(changeAnnotations(changes, warnings), redactor),
        outputs: {
            ...outputs.values,
            'base-sha': base.base ?? '',
            'base-source': source,
            'report-file': reportFile,
            'graph-file': graphFile,
        },
        ...(red.length === 0 ? {} : { failure: redactor.redact(red.join('\n')) }),
    };
}
/**
 * Leaves the file for `report`, as an artifact of the run. Without it that would not know what to expect: so it is red.
 * @returns why it could not be done, in a sentence; empty: it is done
 */
async function collect(file, context) {
    try {
        const artifacts = await (0,artifact_store/* artifactsOf */.N)(context)();
        const content = Buffer.from(JSON.stringify(file), 'utf8');
        const name = `${part_artifacts/* EXPECTED_ARTIFACT */.IP}${context.run.attempt}`;
        await artifacts.upload(name, [{ name: part_artifacts/* EXPECTED_FILE */.Yx, content }], { compress: true });
        return [];
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* UserError */.yo))
            throw thrown;
        return [`what was found could not be left for report (collect): ${(0,errors/* messageAndHelp */.Uy)(thrown)}`];
    }
}
/** The report as it is read, in the log and as the job's summary, each having passed the last check for secrets. */
async function detect_changes_shown(whole, redactor, { log }) {
    const document = (0,redact_document/* redactDocument */.rR)(whole, redactor);
    const plain = (0,redact_document/* publishable */.g$)((0,report_plain/* toPlain */.U)(document), redactor);
    await log.group(whole.title, () => {
        log.info(plain);
        return Promise.resolve();
    });
    return { summary: (0,redact_document/* publishable */.g$)((0,summary/* jobSummary */.s)(document).text, redactor) };
}
function redacted(annotations, redactor) {
    return annotations.map((item) => ({ ...item, message: redactor.redact(item.message) }));
}
/** A notice may quote a file; names and paths are what other jobs go by, and stay as they are. */
function withRedactedNotices(found, { redact }) {
    const notices = found.changes.notices.map((notice) => ({
        ...notice,
        message: redact(notice.message),
        ...(notice.help === undefined ? {} : { help: redact(notice.help) }),
    }));
    return { ...found, changes: { ...found.changes, notices } };
}
function workspaceOf({ run }) {
    if (run.workspace !== '')
        return run.workspace;
    throw new errors/* UserError */.yo('GITHUB_WORKSPACE is not set', {
        help: 'The runner sets it; on a laptop use `npm start`.',
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


/***/ }),

/***/ 7201:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  b: () => (/* binding */ chooseBase)
});

// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/repository/git/place.ts
var git_place = __webpack_require__(4528);
;// CONCATENATED MODULE: ./src/repository/base/base.ts
/** Compared with this commit, without a doubt or with one. */
function comparedWith(base, source, warnings = [], unfinished = []) {
    return { base, source, unfinished, warnings };
}
/** Nothing to compare with: the widest answer. */
function everything(...warnings) {
    return { base: undefined, source: 'all', unfinished: [], warnings };
}

// EXTERNAL MODULE: ./src/core/event.ts
var core_event = __webpack_require__(7667);
// EXTERNAL MODULE: ./src/core/short-commit.ts
var short_commit = __webpack_require__(4383);
// EXTERNAL MODULE: ./src/repository/base/questions.ts
var questions = __webpack_require__(4905);
;// CONCATENATED MODULE: ./src/repository/base/merge-base.ts

/**
 * Where the head left another commit: by the history that is here, or by one question to GitHub. A common ancestor
 * that is not the newest one would hide what was taken back since, so none is guessed.
 *
 * @param other a commit, or (for GitHub alone) a branch
 */
async function whereParted(other, head, ports) {
    const here = await byHistory(other, head, ports);
    if (here !== undefined)
        return { commit: here, why: '' };
    const asked = await byGitHub(other, head, ports);
    if (asked.commit === undefined)
        return asked;
    const why = await ports.git.fetch([asked.commit]);
    return why === undefined ? asked : { commit: undefined, why };
}
async function byHistory(other, head, { git }) {
    if (await git.isShallow())
        return undefined;
    const commit = (await git.resolve(`refs/remotes/origin/${other}`)) ?? (await git.resolve(other));
    if (commit !== undefined)
        return git.mergeBase(commit, head);
    if (!/^[0-9a-f]{40,64}$/.test(other) || (await git.fetch([other])) !== undefined)
        return undefined;
    return git.mergeBase(other, head);
}
async function byGitHub(other, head, { github }) {
    if (github === undefined) {
        const why = 'The history that would tell where they parted is not here, and GitHub cannot be asked. ';
        return { commit: undefined, why: `${why}Give actions/checkout "fetch-depth: 0", or this action a token.` };
    }
    try {
        const commit = await (await github()).mergeBase(other, head);
        return {
            commit,
            why: commit === undefined
                ? 'GitHub knows no common ancestor of the two, or the token may not see them.'
                : '',
        };
    }
    catch (thrown) {
        return { commit: undefined, why: (0,questions/* whyNot */.O)(thrown) };
    }
}

;// CONCATENATED MODULE: ./src/repository/base/given.ts





const FULL_ID = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
/**
 * The base that was asked for. A commit or tag is taken as it is. Of a branch it is the commit where the head left it,
 * as in a pull request; where that is not known, its tip.
 */
async function givenBase(base, head, ports) {
    // `github.event.before` of a new branch.
    if ((0,core_event/* isZeroSha */.hp)(base))
        return everything('The given base is no commit (only zeros): everything is judged.');
    const { commit, branch } = await named('base', base, ports);
    if (!branch)
        return comparedWith(commit, 'input');
    const parted = await whereParted(commit, head, ports);
    if (parted.commit !== undefined)
        return comparedWith(parted.commit, 'input');
    return comparedWith(commit, 'input', [
        `Compared with the tip of ${base} (${(0,short_commit/* shortCommit */.A)(commit)}), so that what changed there since counts too. ${parted.why}`,
    ]);
}
/** The head that was asked for. */
async function givenHead(head, ports) {
    return (await named('head', head, ports)).commit;
}
/** By branch, tag, id, `origin/branch` or expression; what is not here is looked for at the remote. */
async function named(input, name, { git }) {
    const unknown = (why) => new errors/* UserError */.yo(`"${name}" is no branch, tag or commit of this repository${why}`, {
        where: input,
        help: `Give ${input} as a branch, a tag or a full commit id; in a workflow, actions/checkout with "fetch-depth: 0" has all of them.`,
    });
    if (FULL_ID.test(name)) {
        const why = await git.fetch([name]);
        if (why === undefined)
            return { commit: name, branch: false };
        throw unknown(`. ${why}`);
    }
    for (const candidate of [name, `refs/remotes/origin/${name}`]) {
        const commit = await git.resolve(candidate);
        if (commit !== undefined)
            return { commit, branch: await git.isBranch(candidate) };
    }
    const remote = await git.remoteCommit(name.replace(/^origin\//, ''));
    if (remote === undefined)
        throw unknown('');
    const why = await git.fetch([remote.sha]);
    if (why !== undefined)
        throw unknown(`. ${why}`);
    return { commit: remote.sha, branch: remote.branch };
}

;// CONCATENATED MODULE: ./src/repository/base/merge-group.ts

/**
 * For a merge queue: all pull requests of the group, for each of them is in between. A list of the files of one pull
 * request, or of the last commit, would leave out those that come before it.
 */
async function mergeGroupBase(run, ports) {
    if (run.mergeGroup === undefined)
        return everything('The event names no base of the merge group: everything is judged.');
    const { baseSha } = run.mergeGroup;
    const why = await ports.git.fetch([baseSha]);
    if (why === undefined)
        return comparedWith(baseSha, 'merge-group');
    return everything(`The base of the merge group is missing: everything is judged. ${why}`);
}

;// CONCATENATED MODULE: ./src/repository/base/pull-request.ts



/**
 * For a pull request: what changes on the base branch when it is merged.
 *
 * actions/checkout takes GitHub's merge commit, whose first parent is the base branch as it was merged with: that is
 * exact, also for a branch that is behind. Where the branch itself was checked out it is what the branch did since it
 * left the base. The last resort, the tip of the base branch, shows what happened there since as well, and hides
 * nothing: what is equal to the tip does not change by merging.
 */
async function pullRequestBase(head, run, ports) {
    const { pull } = run;
    if (pull === undefined)
        return everything(`The event ${run.event} names no pull request: everything is judged.`);
    const [first, second, ...more] = await ports.git.parents(head);
    // The ref tells GitHub's merge commit from a merge on the base branch (pull_request_target checks that out).
    const isGitHubs = head === run.sha && /^refs\/pull\/\d+\/merge$/.test(run.ref);
    if (first !== undefined && second !== undefined && more.length === 0) {
        if (second === pull.headSha || isGitHubs) {
            const why = await ports.git.fetch([first]);
            if (why === undefined)
                return comparedWith(first, 'merge-commit');
            return everything(`The base of the pull request's merge commit is missing: everything is judged. ${why}`);
        }
    }
    const parted = await whereParted(pull.baseSha, head, ports);
    if (parted.commit === head && head !== pull.headSha) {
        return everything(`What is checked out (${(0,short_commit/* shortCommit */.A)(head)}) is not the pull request's: everything is judged. Leave "ref" of actions/checkout out.`);
    }
    if (parted.commit !== undefined)
        return comparedWith(parted.commit, 'merge-base');
    const why = await ports.git.fetch([pull.baseSha]);
    if (why !== undefined)
        return everything(`The base of the pull request is missing: everything is judged. ${why}`);
    return comparedWith(pull.baseSha, 'base-branch', [
        `Compared with the tip of ${pull.baseRef}, so that what changed there since counts too. ${parted.why}`,
    ]);
}

;// CONCATENATED MODULE: ./src/repository/base/runs.ts
/** More than these are not compared one by one. */
const MOST_UNFINISHED = 10;
/** Runs that ended so have not begun their work. */
const DID_NOTHING = ['skipped', 'startup_failure', 'action_required'];
/**
 * Judges the newest runs of a workflow on a branch. By when their newest attempt began, not by their number: an old
 * run that is done again is the last that was applied. A run that began before that one and ended after it, well or
 * not, may have applied its own older state over it.
 *
 * @param total how many runs there are; more than are given: the older ones are unknown
 */
function judgeRuns(runs, total, current) {
    const others = runs.filter(({ id, status, conclusion }) => id !== current &&
        !DID_NOTHING.includes(conclusion ?? '') &&
        // A newer one that is still at work looks after its own changes: to judge them here would be to take them back.
        (status === 'completed' || id < current));
    const successes = others.filter(isSuccess).sort((a, b) => b.startedAt - a.startedAt);
    const [last] = successes;
    if (last === undefined) {
        const known = runs.length >= total;
        return known && others.length === 0 ? { kind: 'first' } : { kind: 'no-success', runs: others.length };
    }
    const since = others.filter((run) => run.status !== 'completed' ||
        run.endedAt >= last.endedAt ||
        (!isSuccess(run) && run.startedAt >= last.startedAt));
    const shas = new Set(since.map(({ headSha }) => headSha));
    shas.delete(last.headSha);
    return { kind: 'success', sha: last.headSha, unfinished: [...shas] };
}
const isSuccess = ({ status, conclusion }) => status === 'completed' && conclusion === 'success';
/** The file of the workflow, when it is of this repository: only then its runs can be listed. */
function workflowFile(workflowRef, repository) {
    const beginning = `${repository}/.github/workflows/`;
    if (!workflowRef.toLowerCase().startsWith(beginning.toLowerCase()))
        return undefined;
    return /^([^/@]+\.ya?ml)@/.exec(workflowRef.slice(beginning.length))?.[1];
}

;// CONCATENATED MODULE: ./src/repository/base/push.ts





/**
 * For a push: what differs from what was last applied.
 *
 * The commit before the push is not that: runs that failed or were cancelled in between have left their changes
 * undone. So GitHub is asked for the last successful run of this workflow on this branch. Its tree counts even where
 * history was rewritten since: it is what is out there. Runs after it may have been applied in part, so what differs
 * from their trees counts as well (`unfinished`). Where GitHub does not tell, any commit could be too new: everything
 * is judged.
 */
async function pushBase(head, run, ports) {
    if (run.refType === 'tag' || run.ref.startsWith('refs/tags/'))
        return everything();
    const branch = run.ref.replace(/^refs\/heads\//, '');
    const last = await lastRuns(branch, run, ports);
    switch (last.kind) {
        case 'success':
            return sinceSuccess(last, head, run, ports);
        case 'no-success':
            return everything(`None of the last ${last.runs} runs of this workflow on ${branch} succeeded: everything is judged.`);
        case 'first':
            return sinceBefore(branch, head, run, ports);
        case 'unknown':
            return everything(`What earlier runs on ${branch} left undone is not known: everything is judged. ${last.why}`);
    }
}
async function lastRuns(branch, run, { github }) {
    const unknown = (why) => ({ kind: 'unknown', why });
    if (github === undefined)
        return unknown('Give this action a token with "actions: read".');
    const file = workflowFile(run.workflowRef, run.repository);
    if (file === undefined)
        return unknown('The workflow is not one of this repository.');
    try {
        const { runs, total } = await (await github()).workflowRuns(file, { branch, event: 'push' });
        return judgeRuns(runs, total, Number(run.runId));
    }
    catch (thrown) {
        return unknown((0,questions/* whyNot */.O)(thrown));
    }
}
async function sinceSuccess({ sha, unfinished }, head, run, { git }) {
    const others = unfinished.filter((commit) => commit !== head);
    if (others.length > MOST_UNFINISHED) {
        return everything(`${others.length} runs did not end well since the last successful one, or ended after it: everything is judged.`);
    }
    const why = await git.fetch([sha, ...others]);
    if (why !== undefined)
        return everything(`What was last applied is missing: everything is judged. ${why}`);
    const warnings = [];
    const isBehind = (await git.isAncestor(sha, head)) ?? run.push?.forced !== true;
    if (!isBehind) {
        warnings.push(`Compared with ${(0,short_commit/* shortCommit */.A)(sha)}, which was applied last and is not in the history of ${(0,short_commit/* shortCommit */.A)(head)}.`);
    }
    if (others.length > 0) {
        warnings.push(`${others.length === 1 ? 'A run' : `${others.length} runs`} did not end well since the last successful one, or ended after it (${others.map(short_commit/* shortCommit */.A).join(', ')}): what they touched counts too.`);
    }
    return comparedWith(sha, 'last-success', warnings, others);
}
/** The first run of this workflow on the branch: nothing was left undone. */
async function sinceBefore(branch, head, run, ports) {
    const before = run.push?.before;
    if (before === undefined)
        return sinceDefaultBranch(branch, head, run, ports);
    const why = await ports.git.fetch([before]);
    if (why !== undefined) {
        return everything(`The commit before the push is missing: everything is judged. ${why}`);
    }
    const warnings = [
        `No earlier run of this workflow on ${branch}: compared with the commit before the push, ${(0,short_commit/* shortCommit */.A)(before)}.`,
    ];
    if (run.push?.forced === true)
        warnings.push(`History was rewritten: compared with ${(0,short_commit/* shortCommit */.A)(before)}, where ${branch} was before.`);
    return comparedWith(before, 'before', warnings);
}
/** The first push of a branch: what it adds to the default branch. */
async function sinceDefaultBranch(branch, head, { defaultBranch }, ports) {
    const first = `The first push of ${branch}`;
    if (defaultBranch === undefined || branch === defaultBranch)
        return everything(`${first}: everything is judged.`);
    const parted = await whereParted(defaultBranch, head, ports);
    if (parted.commit === undefined)
        return everything(`${first}: everything is judged. ${parted.why}`);
    return comparedWith(parted.commit, 'default-branch', [
        `${first}: compared with ${(0,short_commit/* shortCommit */.A)(parted.commit)}, where it left ${defaultBranch}.`,
    ]);
}

;// CONCATENATED MODULE: ./src/repository/base/choose-base.ts








/**
 * What is judged, and what it is compared with. Each step away from the best base of an event warns and makes the
 * answer wider, in the end to everything. Throws `UserError` when there is no repository, no commit, or no commit of
 * the name that was given.
 */
async function chooseBase(request, { place, access, github }) {
    const ports = { git: (0,questions/* gitQuestions */.W)(place, access), github };
    const checkedOut = await checkedOutCommit(place, ports);
    const head = request.head === undefined ? checkedOut : await givenHead(request.head, ports);
    const decision = request.base === undefined
        ? await byEvent(head, request.run, ports)
        : await givenBase(request.base, head, ports);
    return { head, ...decision };
}
async function byEvent(head, run, ports) {
    switch (run?.event) {
        case 'pull_request':
        case 'pull_request_target':
        case 'pull_request_review':
        case 'pull_request_review_comment':
            return pullRequestBase(head, run, ports);
        case 'merge_group':
            return mergeGroupBase(run, ports);
        case 'push':
            return pushBase(head, run, ports);
        case undefined:
        case '':
        case 'schedule':
        case 'workflow_dispatch':
        case 'repository_dispatch':
            return everything();
        default:
            return everything(`The event ${run?.event ?? ''} does not say what changed: everything is judged.`);
    }
}
async function checkedOutCommit(place, { git }) {
    const commit = await git.resolve('HEAD');
    if (commit !== undefined)
        return commit;
    const { code, stderr } = await (0,git_place/* git */.$Y)(place, ['rev-parse', '--git-dir']);
    if (code !== 0)
        throw (0,git_place/* gitError */.N7)('find the repository', stderr);
    throw new errors/* UserError */.yo('The repository has no commit', { where: place.cwd, help: git_place/* CHECKOUT_HELP */.ts });
}


/***/ }),

/***/ 4905:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ whyNot),
/* harmony export */   W: () => (/* binding */ gitQuestions)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _git_commits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5057);
/* harmony import */ var _git_fetch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9299);
/* harmony import */ var _git_place_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4528);




/**
 * The questions put to a real repository.
 *
 * @param access how to fetch; undefined: nothing is fetched
 */
function gitQuestions(place, access) {
    return {
        resolve: (name) => (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveCommit */ .WL)(place, name),
        async isBranch(name) {
            const args = ['rev-parse', '--symbolic-full-name', '--verify', '--quiet', '--end-of-options', name];
            return /^refs\/(heads|remotes)\//.test((await (0,_git_place_js__WEBPACK_IMPORTED_MODULE_3__/* .ask */ .kA)(place, args)) ?? '');
        },
        parents: (commit) => (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .parentsOf */ .fY)(place, commit),
        isAncestor: (ancestor, commit) => (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .isAncestor */ .QX)(place, ancestor, commit),
        mergeBase: (one, other) => (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .mergeBase */ .wu)(place, one, other),
        isShallow: () => (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .isShallow */ .fE)(place),
        async fetch(commits) {
            for (const commit of commits) {
                if (access === undefined && (await (0,_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveCommit */ .WL)(place, commit)) === undefined)
                    return `Commit ${commit} is not in this repository.`;
            }
            if (access === undefined)
                return undefined;
            try {
                await (0,_git_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchCommits */ .Bj)(place, commits, access);
                return undefined;
            }
            catch (thrown) {
                return whyNot(thrown);
            }
        },
        async remoteCommit(name) {
            if (access === undefined)
                return undefined;
            try {
                return await (0,_git_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .remoteCommit */ .Sd)(place, name, access);
            }
            catch (thrown) {
                whyNot(thrown); // there is no remote
                return undefined;
            }
        },
    };
}
/** What was thrown as what a warning says. Throws it again when it is no answer: a fault of ours, or we are to stop. */
function whyNot(thrown) {
    if (!(thrown instanceof _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || thrown.causeClass === 'cancelled')
        throw thrown;
    const { message, help } = thrown;
    return `${message.replace(/[.\s]*$/, '')}.${help === undefined ? '' : ` ${help}`}`;
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

/***/ 9795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ requireGit)
/* harmony export */ });
/* unused harmony export isNewEnough */
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);
/* harmony import */ var _place_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4528);


/**
 * The first Git that takes configuration from `GIT_CONFIG_COUNT`. An older one would not be told to leave alone what a
 * repository's configuration names, such as hooks and file system monitors.
 * Source: https://github.com/git/git/blob/master/Documentation/RelNotes/2.31.0.txt
 */
const OLDEST = [2, 31];
/** @throws UserError when Git is older than what our reads rely upon, or is not to be had. */
async function requireGit(place) {
    const said = (await (0,_place_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(place, ['version'])) ?? '';
    if (isNewEnough(said))
        return;
    throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`Git is too old, or is not Git: ${said === '' ? '(no version)' : said.slice(0, 80)}`, {
        where: 'git',
        help: `Install Git ${OLDEST.join('.')} or newer: older ones would run programs that a repository names.`,
    });
}
/** Of `git version 2.39.5 (Apple Git-154)` and the like. */
function isNewEnough(said) {
    const [, major, minor] = /^git version (\d+)\.(\d+)/.exec(said) ?? [];
    if (major === undefined || minor === undefined)
        return false;
    const [least, leastMinor] = OLDEST;
    return Number(major) > least || (Number(major) === least && Number(minor) >= leastMinor);
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


/***/ })

};
