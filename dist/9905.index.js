export const id = 9905;
export const ids = [9905];
export const modules = {

/***/ 4640:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RC: () => (/* binding */ parseRange),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   g0: () => (/* binding */ fitsRange),
/* harmony export */   xX: () => (/* binding */ joinRanges),
/* harmony export */   y: () => (/* binding */ exactVersion)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);

const VERSION = /^v?(\d+(?:\.\d+)*)(?:-?([A-Za-z~-][0-9A-Za-z~.-]*)|-([0-9][0-9A-Za-z~.-]*))?(?:\+[0-9A-Za-z~.-]+)?$/;
function parseVersion(text) {
    const found = VERSION.exec(text);
    if (found === null)
        return undefined;
    const given = (found[1] ?? '').split('.').map(Number);
    if (given.some((part) => !Number.isSafeInteger(part)))
        return undefined;
    const parts = [...given, ...Array(Math.max(0, 3 - given.length)).fill(0)];
    return { parts, given: given.length, prerelease: found[2] ?? found[3] ?? '' };
}
/** `1.9.8` or `1.9.8-beta1`, never with a `v`; undefined for what is not one whole version. */
function exactVersion(text) {
    const plain = text.trim().replace(/^v/, '');
    return /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(plain) ? plain : undefined;
}
/** `>= 1.5, < 2`. @throws UserError that shows the part that cannot be read. */
function parseRange(text, where) {
    const constraints = text.split(',').map((part) => parseConstraint(part, text, where));
    return { text: text.trim(), constraints };
}
function parseConstraint(part, whole, where) {
    const found = /^\s*(!=|>=|<=|~>|=|>|<|)\s*(\S+)\s*$/.exec(part);
    const version = parseVersion(found?.[2] ?? '');
    if (found === null || version === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`"${whole.trim()}" is not a version constraint: cannot read "${part.trim()}"`, {
            help: 'Write it as Terraform does: "1.9.8", "~> 1.9.0", ">= 1.5, < 2.0".',
            ...(where === undefined ? {} : { where }),
        });
    }
    return { operator: found[1] === '' ? '=' : found[1], version };
}
/** Both ranges at once. */
function joinRanges(ranges) {
    return {
        text: ranges.map((range) => range.text).join(', '),
        constraints: ranges.flatMap((range) => range.constraints),
    };
}
/**
 * Whether a program of this version meets the range. As in Terraform and OpenTofu, a pre-release program counts as
 * its final version (1.12.0-beta1 meets `>= 1.12.0`), unless the constraint itself names a pre-release.
 */
function fitsRange(version, range) {
    const full = parseVersion(version);
    if (full === undefined)
        return false;
    return range.constraints.every((constraint) => {
        const checked = constraint.version.prerelease === '' ? { ...full, prerelease: '' } : full;
        return meets(checked, constraint);
    });
}
function meets(version, { operator, version: limit }) {
    const order = compare(version, limit);
    switch (operator) {
        case '=':
            return order === 0;
        case '!=':
            return order !== 0;
        case '>':
            return comparable(version, limit) && order > 0;
        case '<':
            return comparable(version, limit) && order < 0;
        case '>=':
            return comparable(version, limit) && order >= 0;
        case '<=':
            return comparable(version, limit) && order <= 0;
        case '~>':
            return pessimistic(version, limit);
    }
}
/** A pre-release is compared only with a pre-release of the same version. */
function comparable(version, limit) {
    if (version.prerelease === '')
        return true;
    return limit.prerelease !== '' && compareParts(version, limit) === 0;
}
function pessimistic(version, limit) {
    if (!comparable(version, limit) || (limit.prerelease !== '' && version.prerelease === ''))
        return false;
    if (compare(version, limit) < 0 || limit.parts.length > version.parts.length)
        return false;
    const fixed = limit.parts.slice(0, limit.given - 1);
    const last = limit.parts.length - 1;
    return (fixed.every((part, at) => version.parts[at] === part) &&
        (version.parts[last] ?? 0) >= (limit.parts[last] ?? 0));
}
/** Newest last; versions that cannot be read come first. */
function compareVersions(left, right) {
    const [a, b] = [parseVersion(left), parseVersion(right)];
    if (a === undefined || b === undefined)
        return Number(a !== undefined) - Number(b !== undefined);
    return compare(a, b);
}
function compare(left, right) {
    return compareParts(left, right) || comparePrereleases(left.prerelease, right.prerelease);
}
function compareParts(left, right) {
    for (let at = 0; at < Math.max(left.parts.length, right.parts.length); at += 1) {
        const difference = (left.parts[at] ?? 0) - (right.parts[at] ?? 0);
        if (difference !== 0)
            return Math.sign(difference);
    }
    return 0;
}
/** SemVer's order: no pre-release is newest, numbers before words, longer after shorter. */
function comparePrereleases(left, right) {
    if (left === right)
        return 0;
    if (left === '' || right === '')
        return left === '' ? 1 : -1;
    const [a, b] = [left.split('.'), right.split('.')];
    for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
        const [x, y] = [a[at], b[at]];
        if (x === y)
            continue;
        if (x === undefined || y === undefined)
            return x === undefined ? -1 : 1;
        const [xIsNumber, yIsNumber] = [/^\d+$/.test(x), /^\d+$/.test(y)];
        if (xIsNumber && yIsNumber)
            return Math.sign(Number(x) - Number(y));
        if (xIsNumber !== yIsNumber)
            return xIsNumber ? -1 : 1;
        return x < y ? -1 : 1;
    }
    return 0;
}


/***/ }),

/***/ 9905:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ detectChanges)
});

// EXTERNAL MODULE: ./src/core/short-commit.ts
var short_commit = __webpack_require__(4383);
;// CONCATENATED MODULE: ./src/repository/graph/reverse.ts
/** Each node and edge is looked at once. */
function reverseOf(starts, read) {
    const nodes = new Set(starts);
    const users = new Map();
    // A Set lists what is added while it is walked.
    for (const id of nodes) {
        for (const edge of read(id)?.edges ?? []) {
            const of = users.get(edge.to);
            if (of === undefined)
                users.set(edge.to, [{ by: id, edge }]);
            else
                of.push({ by: id, edge });
            nodes.add(edge.to);
        }
    }
    return { nodes, users };
}

;// CONCATENATED MODULE: ./src/repository/changes/arrivals.ts
/** So many of the nearest files are followed per node. */
const MOST_ARRIVALS = 40;
/** Where a way counts as long. */
const EARLY = 8;
/**
 * The changed files that reach each node of a graph, the nearest first: all, or so many that the rest does not matter.
 * All nodes together are walked through once, from the files upwards, however many items there are and however long
 * the chains between them. Of ways of equal length the one that is certain counts, then the one with fewer edges.
 */
function arrivals({ nodes, users }, read, changed) {
    const found = new Map();
    if (changed.changes.size === 0)
        return found;
    const queue = [];
    for (const id of nodes) {
        const node = read(id);
        const files = node === undefined ? [] : changed.in(node);
        const nearest = files.length > MOST_ARRIVALS ? [...files].sort().slice(0, MOST_ARRIVALS) : files;
        for (const file of nearest) {
            const seed = { file, node: id, length: 0, dynamic: false, edges: 0 };
            push(queue, { ...seed, from: undefined, edge: undefined, early: undefined });
        }
    }
    for (let next = pop(queue); next !== undefined; next = pop(queue)) {
        let of = found.get(next.node);
        if (of === undefined) {
            of = new Map();
            found.set(next.node, of);
        }
        if (of.size >= MOST_ARRIVALS || of.has(next.file))
            continue;
        of.set(next.file, next);
        for (const { by, edge } of users.get(next.node) ?? []) {
            const known = found.get(by);
            if (known !== undefined && (known.size >= MOST_ARRIVALS || known.has(next.file)))
                continue;
            push(queue, step(next, by, edge));
        }
    }
    return found;
}
function step(from, node, edge) {
    const length = from.length + (isNamed(from, edge) ? 1 : 0);
    const arrival = {
        file: from.file,
        node,
        length,
        dynamic: from.dynamic || edge.dynamic === true,
        edges: from.edges + 1,
        from,
        edge,
    };
    return { ...arrival, early: from.early ?? (length >= EARLY ? { ...arrival, early: undefined } : undefined) };
}
/** A file is in its own text already. */
const isNamed = ({ from, node }, edge) => isShown(node, edge) && !(from === undefined && node.startsWith('file:'));
/**
 * Nodes that people have a name for. A stack and the module in its folder are one thing to them; a folder or a list of
 * files is told by the file in it. A file in the middle of a way is a link.
 */
function isShown(id, edge) {
    if (edge.kind === 'files' && id.startsWith('module:'))
        return false;
    return !/^(?:folder|modules|config|states):/.test(id);
}
function isBefore(a, b) {
    if (a.length !== b.length)
        return a.length < b.length;
    if (a.dynamic !== b.dynamic)
        return b.dynamic;
    return a.edges !== b.edges ? a.edges < b.edges : a.file < b.file;
}
/** A binary heap: the nearest is first. */
function push(heap, item) {
    let at = heap.length;
    heap.push(item);
    while (at > 0) {
        const above = (at - 1) >> 1;
        const other = heap[above];
        if (other === undefined || !isBefore(item, other))
            break;
        heap[at] = other;
        at = above;
    }
    heap[at] = item;
}
function pop(heap) {
    const [first] = heap;
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0)
        return first;
    let at = 0;
    for (;;) {
        let below = 2 * at + 1;
        const [left, right] = [heap[below], heap[below + 1]];
        if (left === undefined)
            break;
        if (right !== undefined && isBefore(right, left))
            below += 1;
        const next = heap[below] ?? left;
        if (!isBefore(next, last))
            break;
        heap[at] = next;
        at = below;
    }
    heap[at] = last;
    return first;
}

// EXTERNAL MODULE: ./src/repository/graph/hash.ts
var hash = __webpack_require__(7483);
;// CONCATENATED MODULE: ./src/repository/changes/changed-files.ts

function changedFiles(base, head) {
    const changes = treeChanges(base, head);
    const known = new Map();
    return {
        changes,
        in: (node) => {
            let files = known.get(node);
            if (files === undefined) {
                files = changes.size === 0 ? [] : node.files.filter((path) => changes.has(path));
                known.set(node, files);
            }
            return files;
        },
    };
}
/** Paths whose content or kind differs, in one walk over both trees. A rename is one deleted and one added. */
function treeChanges(base, head) {
    const changed = new Map();
    const before = base.entries;
    const after = head.entries;
    let i = 0;
    let j = 0;
    for (;;) {
        const a = before[i];
        const b = after[j];
        if (a === undefined && b === undefined)
            return changed;
        if (b === undefined || (a !== undefined && a.path < b.path)) {
            changed.set(a?.path ?? '', 'deleted');
            i += 1;
        }
        else if (a === undefined || b.path < a.path) {
            changed.set(b.path, 'added');
            j += 1;
        }
        else {
            if (a.oid !== b.oid || (0,hash/* kindOf */.I)(a) !== (0,hash/* kindOf */.I)(b))
                changed.set(b.path, 'modified');
            i += 1;
            j += 1;
        }
    }
}

// EXTERNAL MODULE: ./src/repository/graph/item-hash.ts
var item_hash = __webpack_require__(4529);
;// CONCATENATED MODULE: ./src/repository/changes/reasons.ts


/** Reasons listed for one item; how many more there are is told. */
const MOST_REASONS = 10;
/** Names listed of one way: the first, and the last. Of longer ones the middle is left out. */
const LAST = 8;
const GAP = '…';
/**
 * One reason for each changed file among the inputs: the shortest way through the graph of either tree.
 *
 * @param nameOf what people call a node.
 * @param counts which files may be a cause.
 */
function causesOf(trees, changed, nameOf, counts = () => true) {
    const causes = new Map();
    const files = new Set();
    for (const { node, read, arrivals } of trees) {
        const found = node === undefined ? undefined : arrivals.get(node);
        if (node === undefined || found === undefined)
            continue;
        for (const [file, arrival] of found) {
            if (!counts(file))
                continue;
            files.add(file);
            const known = causes.get(file);
            if (known === undefined || arrival.length < known.length)
                causes.set(file, arrival);
        }
        if (found.size >= MOST_ARRIVALS)
            addOwn({ node, read }, changed, files, counts);
    }
    const sorted = [...causes.values()].sort((a, b) => a.length - b.length || (a.file < b.file ? -1 : 1));
    const reasons = sorted
        .slice(0, MOST_REASONS)
        .map((cause) => reasonOf(cause, changed.changes.get(cause.file) ?? 'modified', nameOf));
    return { files, reasons, moreReasons: files.size - reasons.length };
}
/** There are more than were followed. */
function addOwn({ node: item, read }, changed, files, counts) {
    for (const id of (0,item_hash/* ownInputs */.oi)(item, read).nodes) {
        const node = read(id);
        for (const file of node === undefined ? [] : changed.in(node))
            if (counts(file))
                files.add(file);
    }
}
function reasonOf(cause, change, nameOf) {
    const { file, dynamic } = cause;
    const { via, kinds } = wayOf(cause, nameOf);
    return { file, change, via, kinds, dynamic, text: [file, ...via].join(' → ') };
}
function wayOf(cause, nameOf) {
    const isLong = cause.length + 1 > EARLY + LAST;
    if (!isLong || cause.early === undefined)
        return namesOf(hopsOf(cause), nameOf);
    // The last of these says only what it is to the next.
    const end = namesOf(hopsOf(cause, LAST + 1), nameOf);
    const start = namesOf(hopsOf(cause.early).slice(1), nameOf);
    const kinds = end.kinds.slice(1);
    return {
        via: [...start.via, GAP, ...end.via.slice(1)],
        kinds: [...start.kinds, kinds[0] ?? 'files', ...kinds],
    };
}
/** From the item down to the file, or as many as have `most` names. */
function hopsOf(cause, most = Number.POSITIVE_INFINITY) {
    const hops = [];
    let named = 0;
    let edge;
    for (let at = cause; at !== undefined && named < most; at = at.from) {
        hops.push({ at, edge });
        if (edge === undefined || isNamed(at, edge))
            named += 1;
        edge = at.edge;
    }
    return hops;
}
function namesOf(hops, nameOf) {
    const via = [];
    const kinds = [];
    let kind = 'files';
    for (const { at, edge } of hops.toReversed()) {
        if (edge === undefined || isNamed(at, edge)) {
            via.push(nameOf(at.node));
            kinds.push(kind);
            kind = edge?.kind ?? 'files';
        }
        else if (edge.kind !== 'files') {
            kind = edge.kind;
        }
    }
    return { via, kinds };
}
/** A reason that is no file. */
const plainReason = (name, text) => ({
    file: '',
    change: 'none',
    via: [name],
    kinds: [],
    dynamic: false,
    text,
});

;// CONCATENATED MODULE: ./src/repository/changes/suspects.ts
/**
 * Nodes of head whose closure may differ from what it was: those from which a node can be reached that is not the
 * same in both trees. All others have the same closure, for from the same node the same nodes are reached. Each node
 * and edge is looked at once, however many items there are.
 *
 * @param isChanged true for a node with a file that differs.
 */
function suspects({ nodes, users }, head, base, isChanged) {
    const found = new Set();
    for (const id of nodes)
        if (!isSame(head(id), base(id), isChanged))
            found.add(id);
    // A Set lists what is added while it is walked.
    for (const id of found)
        for (const { by } of users.get(id) ?? [])
            found.add(by);
    return found;
}
function isSame(a, b, isChanged) {
    if (a === undefined || b === undefined)
        return a === b;
    if (a.data !== b.data || a.files.length !== b.files.length || !sameEdges(a.edges, b.edges))
        return false;
    if (isChanged(a))
        return false;
    for (let at = 0; at < a.files.length; at += 1) {
        if (a.files[at] !== b.files[at])
            return false;
    }
    return true;
}
function sameEdges(a, b) {
    if (a === b)
        return true;
    if (a.length !== b.length)
        return false;
    for (let at = 0; at < a.length; at += 1)
        if (a[at]?.to !== b[at]?.to)
            return false;
    return true;
}

;// CONCATENATED MODULE: ./src/repository/changes/compare.ts





/** @param reverse of head: `reverseOfItems`. */
function compareTrees(base, head, reverse) {
    const changed = changedFiles(base.snapshot, head.snapshot);
    const inTree = (model, graph) => {
        let known;
        return (node) => {
            known ??= arrivals(graph(), model.read, changed);
            return { node, read: model.read, arrivals: known };
        };
    };
    let before;
    const baseGraph = () => (before ??= reverseOfItems(base));
    return {
        base,
        head,
        changed,
        suspects: suspects(reverse, head.read, base.read, (node) => changed.in(node).length > 0),
        atBase: inTree(base, baseGraph),
        atHead: inTree(head, () => reverse),
        used: () => new Set([...heldBy(reverse, head, changed), ...heldBy(baseGraph(), base, changed)]),
    };
}
function* heldBy({ nodes }, { read }, changed) {
    for (const id of nodes) {
        const node = read(id);
        if (node !== undefined)
            yield* changed.in(node);
    }
}
function reverseOfItems({ stacks, charts, applications, read }) {
    return reverseOf([...stacks, ...charts, ...applications].map(({ node }) => node), read);
}
/**
 * Why an item of head is not what it was in another tree.
 *
 * @param before its node there; undefined: there was none.
 * @returns undefined when all its inputs are equal.
 */
function differences({ node, name }, before, { base, head, changed, suspects: suspected, atBase, atHead }, nameOf) {
    if (before === node && !suspected.has(node))
        return undefined;
    const causes = causesOf([atHead(node), atBase(before)], changed, nameOf);
    // A changed file in either closure is in that one alone, as it is there: the hashes differ.
    if (causes.reasons.length > 0)
        return causes;
    if (before !== undefined && base.hashOf(before) === head.hashOf(node))
        return undefined;
    const text = before === undefined
        ? `${name} was not there before`
        : `what counts as an input of ${name} changed, by its configuration or its name`;
    return { ...causes, reasons: [plainReason(name, text)] };
}
function withReason(causes, reason) {
    return { ...causes, reasons: [reason, ...causes.reasons] };
}

// EXTERNAL MODULE: ./src/repository/paths.ts
var repository_paths = __webpack_require__(9024);
;// CONCATENATED MODULE: ./src/repository/changes/gone-items.ts


/**
 * Charts and Applications of earlier trees that head does not have. An Application whose file was renamed is not gone:
 * to Argo CD its name and namespace are what it is. Each once, as it was in the first tree that has it.
 */
function goneItems({ head, past, ownersOf }) {
    const charts = new Map();
    const applications = new Map();
    for (const tree of past) {
        for (const item of tree.base.charts) {
            if (head.read(item.node) !== undefined || charts.has(item.node))
                continue;
            charts.set(item.node, gone(item, item.path, tree, ownersOf));
        }
        const renamed = renamedApplications(head, tree.base);
        for (const item of tree.base.applications) {
            if (head.read(item.node) !== undefined || applications.has(item.node) || renamed.has(item))
                continue;
            applications.set(item.node, gone(item, item.file, tree, ownersOf));
        }
    }
    return { charts: [...charts.values()], applications: [...applications.values()] };
}
/** Applications of a tree that head has in another file, where the tree has none: one for one. */
function renamedApplications(head, base) {
    const fresh = new Map();
    for (const item of head.applications) {
        if (base.read(item.node) === undefined)
            fresh.set(identity(item), (fresh.get(identity(item)) ?? 0) + 1);
    }
    const renamed = new Set();
    for (const item of base.applications) {
        const left = fresh.get(identity(item)) ?? 0;
        if (left === 0 || head.read(item.node) !== undefined)
            continue;
        fresh.set(identity(item), left - 1);
        renamed.add(item);
    }
    return renamed;
}
const identity = ({ kind, namespace, name }) => JSON.stringify([kind, namespace, name]);
/** Reasons listed for one item; how many more there are is told. */
const gone_items_MOST_REASONS = 10;
/** The reasons are the files that it was, which are gone or say something else now; not what else it needed. */
function gone(item, place, { base, changed }, ownersOf) {
    const node = base.read(item.node);
    const files = node === undefined ? [] : changed.in(node).filter((file) => file === place || (0,repository_paths/* isWithin */.UO)(file, place));
    const reasons = files.slice(0, gone_items_MOST_REASONS).map((file) => ({
        file,
        change: changed.changes.get(file) ?? 'deleted',
        via: [item.name],
        kinds: ['files'],
        dynamic: false,
        text: `${file} → ${item.name}`,
    }));
    return {
        item,
        status: 'deleted',
        reasons: reasons.length > 0 ? reasons : [plainReason(item.name, `${item.name} is not there any more`)],
        moreReasons: files.length - reasons.length,
        inputsHash: base.hashOf(item.node),
        owners: ownersOf(place),
    };
}

;// CONCATENATED MODULE: ./src/repository/changes/match.ts
/**
 * Tells stacks that are gone from those that only moved. A stack continues another that is gone when its configuration
 * says so (`previous-names`), when both have one name, or when both have one state. A stack is deleted only when
 * nobody at head has its state: whoever destroys what a deleted stack made must not hit what is in use.
 *
 * @param past trees to compare with, the most important first.
 */
function matchStacks(past, head) {
    const byKey = new Map(head.map((stack) => [stack.key, stack]));
    const before = new Map();
    const gone = new Map();
    for (const model of past) {
        for (const stack of model.stacks) {
            if (byKey.has(stack.key))
                before.set(stack.key, before.get(stack.key) ?? stack);
            else if (!gone.has(stack.key))
                gone.set(stack.key, { stack, model });
        }
    }
    const fresh = head.filter(({ key }) => !before.has(key));
    const index = indexOf(head, fresh);
    const moved = new Map();
    const deleted = [];
    const notices = [];
    for (const was of gone.values()) {
        const { stack } = was;
        const { next, reused } = continuations(stack, index);
        for (const { key, name, path } of next) {
            if (!before.has(key))
                before.set(key, stack);
            const isRename = name !== stack.name || path !== stack.path;
            if (isRename && !moved.has(key))
                moved.set(key, stack);
        }
        if (next.length > 0)
            continue;
        if (reused !== undefined)
            notices.push(reusedNotice(stack, reused));
        const kept = keptNotice(stack, index);
        if (kept === undefined)
            deleted.push(was);
        else
            notices.push(kept);
    }
    return { before, moved, deleted: deleted.sort((a, b) => (a.stack.name < b.stack.name ? -1 : 1)), notices };
}
function indexOf(head, fresh) {
    return {
        byPreviousName: group(head, ({ previousNames }) => previousNames),
        freshByName: group(fresh, ({ name }) => [name]),
        freshByState: group(fresh, ({ stateKey }) => (stateKey === undefined ? [] : [stateKey])),
        byState: group(head, ({ stateKey }) => (stateKey === undefined ? [] : [stateKey])),
        byPath: group(head, ({ path }) => [path]),
    };
}
function group(stacks, keysOf) {
    const groups = new Map();
    for (const stack of stacks) {
        for (const key of keysOf(stack)) {
            const same = groups.get(key);
            if (same === undefined)
                groups.set(key, [stack]);
            else
                same.push(stack);
        }
    }
    return groups;
}
/** `reused`: one that has its name, or says that it continues it, but holds another state. */
function continuations(stack, index) {
    const told = index.byPreviousName.get(stack.name) ?? index.freshByName.get(stack.name);
    const next = told?.filter((other) => !isOtherState(stack, other)) ?? [];
    if (next.length > 0)
        return { next };
    const same = stack.stateKey === undefined ? undefined : index.freshByState.get(stack.stateKey);
    return { next: same ?? [], reused: told?.[0] };
}
/** Both are known and differ. A local state lies in the stack's folder, and goes where that goes. */
function isOtherState({ stateKey: was }, { stateKey: is }) {
    if (was === undefined || is === undefined || was === is)
        return false;
    return !(isLocal(was) && isLocal(is));
}
const isLocal = (state) => state.includes('"type":"local"');
const reusedNotice = (was, { name, path }) => ({
    message: `${name} has ${was.name === name ? 'the name' : 'the previous name'} of ${was.path}, but another state: what was in the old one is not continued`,
    help: `If the state was moved, nothing is to be destroyed. If not, ${was.name} of the former commit still manages what is in it.`,
    file: path,
});
/** Why a stack that is gone is not called deleted. */
function keptNotice(stack, index) {
    const [owner] = stack.stateKey === undefined ? [] : (index.byState.get(stack.stateKey) ?? []);
    if (owner !== undefined && owner.path === stack.path && stack.varFiles.length > 0) {
        const files = stack.varFiles.join(', ');
        return {
            message: `${stack.name} is gone, but ${owner.name} has the same state: it is not reported as deleted.` +
                ` The state may hold what only ${files} described`,
            help: `The next apply of ${owner.name} destroys what is in the state and not in its own variables: read its plan.`,
            file: stack.path,
        };
    }
    if (owner !== undefined) {
        return {
            message: `${stack.name} is gone, but ${owner.name} has the same state: it is not reported as deleted`,
        };
    }
    const isPlain = stack.workspace === undefined && stack.varFiles.length === 0;
    const variants = index.byPath.get(stack.path) ?? [];
    if (!isPlain || variants.length === 0)
        return undefined;
    const names = variants.map(({ name }) => name).join(', ');
    return {
        message: `${stack.name} is planned as ${names} now: it is not reported as deleted`,
        help: 'If its state is none of theirs, destroy what it holds by hand, from the former commit.',
        file: stack.path,
    };
}

;// CONCATENATED MODULE: ./src/repository/stacks/names.ts
/** Some names for a message. */
function someOf(names, most = 5) {
    const rest = names.length - most;
    return rest > 0 ? `${names.slice(0, most).join(', ')} and ${rest} more` : names.join(', ');
}
/**
 * Names that tell all from each other and depend on nothing but what is there: stacks whose names would be equal all
 * take their next label; those that have no more are numbered.
 */
function uniqueNames(stacks) {
    const levels = stacks.map(() => 0);
    const nameAt = ({ base, labels }, level) => {
        const label = labels[Math.min(level, labels.length - 1)] ?? '';
        return label === '' ? base : `${base}@${label}`;
    };
    for (;;) {
        const names = stacks.map((stack, index) => nameAt(stack, levels[index] ?? 0));
        const count = new Map();
        for (const name of names)
            count.set(name, (count.get(name) ?? 0) + 1);
        let moved = false;
        for (const [index, stack] of stacks.entries()) {
            const level = levels[index] ?? 0;
            if ((count.get(names[index] ?? '') ?? 0) > 1 && level < stack.labels.length - 1) {
                levels[index] = level + 1;
                moved = true;
            }
        }
        if (!moved)
            return numbered(names, stacks);
    }
}
function numbered(names, stacks) {
    const taken = new Set(names);
    const kept = new Map();
    for (const [index, name] of names.entries()) {
        const known = kept.get(name);
        const isFound = stacks[index]?.given !== true;
        if (known === undefined || (isFound && stacks[known]?.given === true))
            kept.set(name, index);
    }
    const last = new Map();
    return names.map((name, index) => {
        if (kept.get(name) === index)
            return name;
        let number = last.get(name) ?? 2;
        while (taken.has(`${name}#${number}`))
            number += 1;
        last.set(name, number);
        taken.add(`${name}#${number}`);
        return `${name}#${number}`;
    });
}

;// CONCATENATED MODULE: ./src/repository/changes/unclaimed.ts


/**
 * Stacks that would be none any more only because another folder has the first backend or lock file of the repository:
 * nothing was done to them, so that they are neither gone nor left out in silence.
 */
function keepOutdone(past, head) {
    if (head.outdone.length === 0)
        return { head, notices: [] };
    const outdone = new Set(head.outdone);
    const kept = new Set();
    for (const { stacks, marked } of past) {
        // Where folders were marked, a stack without a mark had one, or a file that could not be read: that is gone.
        if (!marked)
            for (const { path } of stacks)
                if (outdone.has(path))
                    kept.add(path);
    }
    if (kept.size === 0)
        return { head, notices: [] };
    const { stacks, unclaimed, outdone: rest, read, hashOf, notices } = head.keeping(kept);
    const notice = {
        severity: 'warning',
        message: `${someOf([...kept].sort())} will be no stack any more: other folders have a backend block or a lock file now, and it has neither`,
        help: 'Add a backend block or commit the lock file to keep it a stack, or name the folder under `stacks` in the configuration.',
    };
    return { head: { ...head, stacks, unclaimed, outdone: rest, read, hashOf, notices }, notices: [notice] };
}
/** Folders with Terraform files that nobody plans, in which something changed that is no input of anything. */
function unclaimedNotices(tree, deleted) {
    if (tree === undefined || tree.head.unclaimed.length === 0 || tree.changed.changes.size === 0)
        return [];
    const { base, head, changed } = tree;
    const used = tree.used();
    const unused = [...changed.changes.keys()].filter((path) => !used.has(path) && !path.endsWith('.md'));
    const files = new Set(unused);
    const folders = new Set(unused.map(repository_paths/* folderOf */.yS));
    // Those are told already.
    const told = new Set(deleted.map(({ item }) => item.path));
    const touched = head.unclaimed.filter((path) => {
        if (told.has(path))
            return false;
        if (folders.has(path))
            return true;
        const nodes = [head, base].map(({ read }) => read(`module:${path}`));
        return nodes.some((node) => node !== undefined && changed.in(node).some((file) => files.has(file)));
    });
    if (touched.length === 0)
        return [];
    return [
        {
            message: `changed, but planned by nobody: ${someOf(touched, 20)}`,
            help: 'A folder is a stack with a backend block or a dependency lock file, or when `stacks` of the configuration names it. If it is a module that nobody calls, there is nothing to plan.',
        },
    ];
}

// EXTERNAL MODULE: ./src/repository/graph/components.ts
var components = __webpack_require__(1315);
;// CONCATENATED MODULE: ./src/repository/stack-order.ts

/**
 * From the remote states that are read, and from `depends-on`. Where it is not known which state is read, all that may
 * be meant go first, but for those that would make a circle.
 */
function stackOrder(model, configFile = '.github/gitops.yml') {
    const { stacks, read } = model;
    const byNode = new Map(stacks.map((stack) => [stack.node, stack]));
    const byName = new Map(stacks.map((stack) => [stack.name, stack]));
    const byPath = Map.groupBy(stacks, ({ path }) => path);
    const notices = [];
    const certain = new Map();
    const guessed = new Map();
    for (const stack of stacks) {
        const found = new Set();
        const guesses = [];
        for (const { to, kind, dynamic } of read(stack.node)?.edges ?? []) {
            if (kind !== 'remote state' || to === stack.node)
                continue;
            const other = byNode.get(to);
            if (dynamic === true)
                guesses.push(to);
            else if (other !== undefined)
                found.add(other);
        }
        for (const name of stack.dependsOn) {
            const exact = byName.get(name);
            const named = exact === undefined ? sameVariant(stack, byPath.get(name) ?? []) : [exact];
            if (named.length === 0)
                notices.push(unknownNotice(stack, name, configFile));
            for (const other of named)
                found.add(other);
        }
        found.delete(stack);
        certain.set(stack.node, found);
        if (guesses.length > 0)
            guessed.set(stack.node, guesses);
    }
    return { upstream: withGuesses(model, certain, guessed, byNode), notices };
}
function withGuesses({ stacks, read }, certain, guessed, byNode) {
    const upstream = new Map();
    if (guessed.size === 0) {
        for (const [node, found] of certain)
            upstream.set(node, [...found]);
        return upstream;
    }
    const next = (id) => id.startsWith('states:')
        ? (read(id)?.edges ?? []).map(({ to }) => to)
        : [...[...(certain.get(id) ?? [])].map(({ node }) => node), ...(guessed.get(id) ?? [])];
    const circleOf = new Map();
    const starts = stacks.map(({ node }) => node);
    for (const [number, circle] of (0,components/* components */.d)(starts, next).entries())
        for (const id of circle)
            circleOf.set(id, number);
    // Many stacks read by one pattern: what it means is worked out, and kept, once for each circle.
    const meant = new Map();
    const outside = (id, circle) => {
        const key = `${circle ?? ''} ${id}`;
        const known = meant.get(key);
        if (known !== undefined)
            return known;
        const all = id.startsWith('states:') ? next(id) : [id];
        const found = all.flatMap((node) => (circleOf.get(node) === circle ? [] : (byNode.get(node) ?? [])));
        meant.set(key, found);
        return found;
    };
    for (const [node, found] of certain) {
        const lists = (guessed.get(node) ?? []).map((id) => outside(id, circleOf.get(node)));
        const [only] = lists;
        if (only !== undefined && lists.length === 1 && found.size === 0)
            upstream.set(node, only);
        else
            upstream.set(node, [...new Set([...found, ...lists.flat()])]);
    }
    return upstream;
}
/** `depends-on: [infra/network]` of a stack for prod means the network of prod, where there is one; else all. */
function sameVariant(stack, variants) {
    const label = labelOf(stack);
    const same = variants.filter((other) => (label !== undefined && labelOf(other) === label) ||
        (stack.workspace !== undefined && stack.workspace === other.workspace) ||
        (stack.environment !== undefined && stack.environment === other.environment));
    return same.length > 0 ? same : variants;
}
const labelOf = ({ name }) => /@([^@]+)$/.exec(name)?.[1];
const unknownNotice = (stack, name, file) => ({
    severity: 'error',
    message: `${stack.name} depends on ${name}, but there is no stack of that name`,
    help: 'Write the name of a stack as it is listed, or its path.',
    file,
});

;// CONCATENATED MODULE: ./src/repository/waves.ts


/**
 * Puts the stacks of a change into waves, each after all that it needs, directly or through stacks that the change
 * does not touch. Stacks that need each other share a wave, and are told. Linear in stacks and dependencies, but for
 * the names that are listed.
 *
 * @param upstream direct dependencies of any stack, by node.
 */
function wavesOf(changed, upstream) {
    const isChanged = new Set(changed.map(({ node }) => node));
    const groupOf = new Map();
    const of = new Map();
    const notices = [];
    for (const members of (0,components/* components */.d)(changed, upstream)) {
        const own = members.filter(({ node }) => isChanged.has(node));
        const group = { members, changed: own, depth: 0, before: new Set() };
        for (const { node } of members)
            groupOf.set(node, group);
        const needed = new Set();
        for (const member of members) {
            for (const { node } of upstream(member)) {
                const other = groupOf.get(node);
                if (other !== undefined && other !== group)
                    needed.add(other);
            }
        }
        group.before = nearest(needed);
        for (const { depth, changed: there } of needed) {
            group.depth = Math.max(group.depth, depth + (there.length > 0 ? 1 : 0));
        }
        const names = [...group.before].map(({ name }) => name).sort();
        for (const { node } of own)
            of.set(node, { wave: group.depth + 1, upstream: names });
        if (members.length > 1 && own.length > 0)
            notices.push(circleNotice(members));
    }
    return { of, notices };
}
function nearest(needed) {
    const [only] = needed;
    // The set is shared along chains that the change does not touch.
    if (needed.size === 1 && only?.changed.length === 0)
        return only.before;
    const found = new Set();
    for (const { changed, before } of needed)
        for (const stack of changed.length > 0 ? changed : before)
            found.add(stack);
    return found;
}
function circleNotice(members) {
    const names = members.map(({ name }) => name).sort();
    return {
        message: `these stacks need each other, so that no order is right: ${someOf(names, 20)}`,
        help: 'They are put into one wave. Remove one of the `depends-on` or remote states that make the circle.',
    };
}

;// CONCATENATED MODULE: ./src/repository/changes.ts









/**
 * What differs between two trees: every stack, chart and Application whose inputs are not the same, with the reason.
 *
 * @param base undefined when there is nothing to compare with: then everything is judged.
 */
function changesOf(base, found, options = {}) {
    const more = base === undefined ? [] : (options.more ?? []);
    const past = base === undefined ? [] : [base, ...more];
    const { head, notices: kept } = keepOutdone(past, found);
    const reverse = reverseOfItems(head);
    const matches = matchStacks(past, head.stacks);
    const context = {
        head,
        base: base === undefined ? undefined : compareTrees(base, head, reverse),
        more: more.map((model) => compareTrees(model, head, reverse)),
        ownersOf: options.ownersOf ?? (() => []),
        nameOf: changes_namesOf([head, ...past]),
        matches,
    };
    const order = stackOrder(head, options.configFile);
    const stacks = head.stacks.flatMap((stack) => judge(context, stack, stackBefore(matches, stack)) ?? []);
    const waves = wavesOf(stacks.map(({ item }) => item), ({ node }) => order.upstream.get(node) ?? []);
    const deleted = deletedStacks(context, matches.deleted);
    const sameNode = (item) => (model) => model.read(item.node) === undefined ? undefined : item.node;
    return {
        stacks: stacks
            .map((judged) => ({
            ...judged,
            wave: waves.of.get(judged.item.node)?.wave ?? 1,
            upstream: waves.of.get(judged.item.node)?.upstream ?? [],
            ...previousPath(matches, judged.item),
        }))
            .sort((a, b) => a.wave - b.wave || (a.item.name < b.item.name ? -1 : 1)),
        deletedStacks: deleted.stacks,
        charts: head.charts.flatMap((item) => judge(context, item, sameNode(item)) ?? []),
        applications: head.applications.flatMap((item) => judge(context, item, sameNode(item)) ?? []),
        gone: goneItems({
            head,
            past: [...(context.base === undefined ? [] : [context.base]), ...context.more],
            ownersOf: context.ownersOf,
        }),
        found: {
            stacks: head.stacks.length,
            charts: head.charts.length,
            applications: head.applications.length,
        },
        notices: [
            ...head.notices,
            ...kept,
            ...matches.notices,
            ...order.notices,
            ...waves.notices,
            ...deleted.notices,
            ...unclaimedNotices(context.base, deleted.stacks),
        ],
    };
}
/** A stack that continues another is compared with that, in the trees where it was. */
function stackBefore(matches, stack) {
    const former = matches.before.get(stack.key);
    return (model) => {
        if (model.read(stack.node) !== undefined)
            return stack.node;
        return former !== undefined && model.read(former.node) !== undefined ? former.node : undefined;
    };
}
/** @returns undefined when the item is what it was in all trees. */
function judge(context, item, before) {
    const { head, base } = context;
    const entry = item;
    const found = base === undefined ? noBase(item.name) : causesFor(context, base, entry, before);
    const moved = context.matches.moved.has('key' in item ? item.key : '');
    if (found === undefined && !moved)
        return undefined;
    const causes = found ?? onlyMoved(item.name);
    const isNew = base !== undefined && before(base.base) === undefined;
    const status = moved
        ? 'moved'
        : isNew || holdsOne(item, causes.files)
            ? 'changed'
            : 'affected';
    return {
        item,
        status,
        reasons: causes.reasons,
        moreReasons: causes.moreReasons,
        inputsHash: head.hashOf(item.node),
        owners: context.ownersOf(placeOf(item)),
    };
}
const NO_CAUSES = { files: new Set(), reasons: [], moreReasons: 0 };
const noBase = (name) => ({
    ...NO_CAUSES,
    reasons: [plainReason(name, 'no base to compare with: everything is judged')],
});
const onlyMoved = (name) => ({
    ...NO_CAUSES,
    reasons: [plainReason(name, `${name} continues a stack of another name`)],
});
function causesFor(context, base, entry, before) {
    const found = differences(entry, before(base.base), base, context.nameOf);
    if (found !== undefined)
        return found;
    for (const tree of context.more) {
        const open = differences(entry, before(tree.base), tree, context.nameOf);
        if (open === undefined)
            continue;
        const text = `it differs from ${(0,short_commit/* shortCommit */.A)(tree.base.snapshot.revision)}, whose run did not finish`;
        return withReason(open, plainReason(entry.name, text));
    }
    return undefined;
}
/** Where an item is, for its owners. */
const placeOf = (item) => ('path' in item ? item.path : item.file);
/** True when one of the files is the item's own: below its folder, or the file it is written in. */
function holdsOne(item, files) {
    if (!('path' in item))
        return files.has(item.file);
    for (const file of files) {
        // At the root of the repository only the files directly in it belong to the stack there.
        if (item.path === '.' ? !file.includes('/') : (0,repository_paths/* isWithin */.UO)(file, item.path))
            return true;
    }
    return false;
}
function previousPath(matches, { key }) {
    const from = matches.moved.get(key);
    return from === undefined ? {} : { previousPath: from.path };
}
/** In the order in which they can be destroyed: what others need goes last. */
function deletedStacks({ head, base, more, ownersOf, nameOf }, deleted) {
    const users = new Map();
    const notices = [];
    for (const model of new Set(deleted.map((past) => past.model))) {
        const gone = new Map(deleted.filter((past) => past.model === model).map(({ stack }) => [stack.node, stack]));
        for (const [node, needed] of stackOrder(model).upstream) {
            const user = gone.get(node);
            for (const { node: of } of user === undefined ? [] : needed) {
                const known = users.get(of);
                if (user !== undefined && known === undefined)
                    users.set(of, [user]);
                else if (user !== undefined)
                    known?.push(user);
            }
        }
    }
    const waves = wavesOf(deleted.map(({ stack }) => stack), ({ node }) => users.get(node) ?? []);
    const stacks = deleted.map(({ stack, model }) => {
        const tree = [base, ...more].find((comparison) => comparison?.base === model);
        const causes = tree === undefined ? NO_CAUSES : causesOf([tree.atBase(stack.node)], tree.changed, nameOf);
        const isStillThere = head.snapshot.resolve(stack.path).kind === 'folder' && head.unclaimed.includes(stack.path);
        if (isStillThere)
            notices.push(stillThere(stack));
        return {
            item: stack,
            status: 'deleted',
            reasons: causes.reasons.length > 0
                ? causes.reasons
                : [plainReason(stack.name, `${stack.name} is no stack any more`)],
            moreReasons: causes.moreReasons,
            inputsHash: model.hashOf(stack.node),
            owners: ownersOf(stack.path),
            wave: waves.of.get(stack.node)?.wave ?? 1,
            upstream: waves.of.get(stack.node)?.upstream ?? [],
        };
    });
    return {
        stacks: stacks.sort((a, b) => a.wave - b.wave || (a.item.name < b.item.name ? -1 : 1)),
        notices,
    };
}
const stillThere = ({ name, path }) => ({
    message: `${name} is reported as deleted, but its folder still holds Terraform files`,
    help: 'It has neither a backend block nor a lock file any more, or another folder calls it as a module.',
    file: path,
});
/** What people call a node; in the order of the trees. */
function changes_namesOf(models) {
    const names = new Map();
    for (const { stacks, charts, applications } of models) {
        for (const { node, name } of [...stacks, ...applications])
            if (!names.has(node))
                names.set(node, name);
        for (const { node, path } of charts)
            if (!names.has(node))
                names.set(node, path);
    }
    return (id) => names.get(id) ?? id.slice(id.indexOf(':') + 1);
}

// EXTERNAL MODULE: ./src/repository/config/config.ts
var config_config = __webpack_require__(2697);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/repository/glob-inputs.ts
var glob_inputs = __webpack_require__(8432);
// EXTERNAL MODULE: ./src/core/redact-patterns.ts
var redact_patterns = __webpack_require__(88);
// EXTERNAL MODULE: ./src/core/tools/constraint.ts
var constraint = __webpack_require__(4640);
;// CONCATENATED MODULE: ./src/repository/owners-pattern.ts
/** `@user`, `@org/team` or an e-mail address. */
const OWNER = '^(?:@[A-Za-z0-9][A-Za-z0-9_-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*)?|[^\\s@]+@[^\\s@]+\\.[^\\s@]+)$';
/** Completes "the pattern …"; undefined when GitHub takes it. */
function patternFault(pattern) {
    if (pattern.trim() === '')
        return 'is empty';
    if (pattern.startsWith('!'))
        return 'begins with `!`: nothing can be taken out, a later pattern wins';
    if (/^\/+$/.test(pattern))
        return 'matches nothing: `*` is everything';
    if (pattern.includes('***'))
        return 'has three `*` in a row';
    for (let i = 0; i < pattern.length; i++) {
        const c = pattern.charAt(i);
        if (c === '[' || c === ']')
            return `has a \`${c}\`: ranges are not supported, and the character itself is \`\\${c}\``;
        if (c !== '\\')
            continue;
        if (i + 1 === pattern.length)
            return 'ends with a backslash';
        i++;
    }
    return undefined;
}
/** Any number of folders, none too. */
const DEEP = Symbol('any number of folders');
const MANY = 0;
const ONE = 1;
/** The pattern must have no fault. Paths are from the repository root; they name files. */
function compileOwnerPattern(pattern) {
    // A slash at the start or in the middle ties it to the root; one at the end says that it is a folder.
    const anchored = pattern.replace(/\/$/, '').includes('/');
    const folderOnly = pattern.endsWith('/');
    const parts = pattern.replace(/^\//, '').replace(/\/$/, '').split('/');
    const steps = [];
    const push = (step) => {
        if (step !== DEEP || steps.at(-1) !== DEEP)
            steps.push(step);
    };
    if (!anchored)
        push(DEEP);
    for (const part of parts)
        push(part === '**' ? DEEP : partOf(part));
    const last = parts.at(-1);
    if (folderOnly || last === '**') {
        // What lies below, and not a file of that name.
        if (last === '**')
            steps.pop();
        steps.push(ANYTHING, DEEP);
    }
    else if (last !== '*')
        steps.push(DEEP);
    return { matches: (names) => matches(steps, names), key: keyOf(steps) };
}
function keyOf(steps) {
    const [first] = steps;
    if (first !== undefined && first !== DEEP && first.literal !== undefined)
        return `/${first.literal}`;
    const literal = steps.find((step) => step !== DEEP && step.literal !== undefined);
    return literal === undefined || literal === DEEP ? undefined : literal.literal;
}
const ANYTHING = { literal: undefined, tokens: [MANY] };
function partOf(text) {
    const tokens = [];
    for (let i = 0; i < text.length; i++) {
        const c = text.charAt(i);
        if (c === '\\')
            tokens.push(text.charAt(++i));
        else if (c === '*') {
            if (tokens.at(-1) !== MANY)
                tokens.push(MANY);
        }
        else
            tokens.push(c === '?' ? ONE : c);
    }
    const plain = tokens.every((token) => typeof token === 'string');
    return { literal: plain ? tokens.join('') : undefined, tokens };
}
/** Takes the shortest for each `**` and comes back to the last one only: that is enough, and never exponential. */
function matches(steps, names) {
    let [step, name, backStep, backName] = [0, 0, -1, 0];
    while (name < names.length) {
        const wanted = steps[step];
        if (wanted === DEEP) {
            ;
            [backStep, backName] = [step, name];
            step++;
        }
        else if (wanted !== undefined && matchesPart(wanted, names[name] ?? '')) {
            step++;
            name++;
        }
        else if (backStep >= 0) {
            backName++;
            [step, name] = [backStep + 1, backName];
        }
        else
            return false;
    }
    while (steps[step] === DEEP)
        step++;
    return step === steps.length;
}
/** The same within one name. */
function matchesPart({ literal, tokens }, name) {
    if (literal !== undefined)
        return literal === name;
    // `*.tf`: most names end otherwise.
    const end = tokens.at(-1);
    if (typeof end === 'string' && !name.endsWith(end))
        return false;
    let [token, at, backToken, backAt] = [0, 0, -1, 0];
    while (at < name.length) {
        const wanted = tokens[token];
        if (wanted === MANY) {
            ;
            [backToken, backAt] = [token, at];
            token++;
        }
        else if (wanted === ONE || wanted === name.charAt(at)) {
            token++;
            at++;
        }
        else if (backToken >= 0) {
            backAt++;
            [token, at] = [backToken + 1, backAt];
        }
        else
            return false;
    }
    while (tokens[token] === MANY)
        token++;
    return token === tokens.length;
}

;// CONCATENATED MODULE: ./src/repository/config/formats.ts




const RELATIVE = '(?!(?:[A-Za-z]:)?/)(?!(?:[\\s\\S]*/)?\\.\\.(?:/|$))(?=[\\s\\S]*\\S)[^\\\\\\u0000]+';
const PART = '(?:!=|>=|<=|~>|=|>|<)?\\s*v?[0-9]+(?:\\.[0-9]+)*(?:-?[A-Za-z~-][0-9A-Za-z~.-]*|-[0-9][0-9A-Za-z~.-]*)?(?:\\+[0-9A-Za-z~.-]+)?';
function path(text) {
    if (text.trim() === '')
        return 'must not be empty';
    if (text.includes('\0'))
        return 'must not hold a NUL character';
    if (text.includes('\\'))
        return 'must have `/` between its parts, not a backslash';
    if (/^([A-Za-z]:)?\//.test(text))
        return 'must be relative to the repository root, without `/` at its start';
    if (text.split('/').includes('..'))
        return 'must stay inside the repository: no `..`';
    return undefined;
}
function glob(text) {
    if (/[()]/.test(text))
        return 'must have no brackets `(` `)`: `{a,b}` is one of several, `?` any character';
    if (text.includes('}+'))
        return 'must have no `+` after a `}`';
    return path(text.replace(/^!/, ''));
}
/** What picomatch makes of many stars takes for ever to say no. */
function starFault(text) {
    const names = text.split('/');
    if (names.filter((name) => name === '**').length > 4)
        return 'must not have more than four `**`';
    const many = names.some((name) => (name.match(/\*+/g) ?? []).length > 4);
    return many ? 'must not have more than four `*` between two `/`' : undefined;
}
const FORMATS = {
    /** File or folder, from the repository root. */
    path: {
        rule: 'a path from the repository root, with `/`, without `..`',
        pattern: `^${RELATIVE}$`,
        maxLength: 1000,
        explain: path,
    },
    /**
     * As picomatch reads it, without groups: a repeated one could take for ever. Whether it compiles is checked by the
     * reader, which loads picomatch.
     */
    glob: {
        rule: 'a glob from the repository root, with `/`, without `..` and without brackets `(` `)`',
        pattern: `^(?:!|(?!!))(?![\\s\\S]*(?:[()]|\\}\\+))${RELATIVE}$`,
        maxLength: 500,
        explain: glob,
        beyond: starFault,
    },
    /** Of stacks and environments: they stand in lists with one name a line. */
    name: {
        rule: 'a name of 1 to 200 characters in one line, without spaces at its ends',
        pattern: '^[^\\s\\u0000-\\u001f\\u007f](?:[^\\u0000-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f])?$',
        maxLength: 200,
    },
    /** Source: hashicorp/terraform internal/command/workspace_command.go: a name must equal its own URL path escape. */
    workspace: {
        rule: 'the name of a workspace: letters, digits and any of `. _ ~ - $ & + : = @`, not beginning with `-`',
        pattern: '^[A-Za-z0-9_.~$&+:=@][A-Za-z0-9_.~$&+:=@-]*$',
        maxLength: 200,
    },
    /** What `core/tools/constraint.ts` reads. */
    version: {
        rule: 'a version, or a constraint as Terraform writes it: "1.9.8", "~> 1.9.0", ">= 1.5, < 2.0"',
        pattern: `^\\s*${PART}\\s*(?:,\\s*${PART}\\s*)*$`,
        maxLength: 100,
        beyond: (text) => {
            try {
                (0,constraint/* parseRange */.RC)(text);
                return undefined;
            }
            catch (thrown) {
                return (0,errors/* errorMessage */.gJ)(thrown);
            }
        },
    },
    'kubernetes-version': {
        rule: 'a version of Kubernetes such as "1.33" or "1.33.2"',
        pattern: '^v?[0-9]+\\.[0-9]+(?:\\.[0-9]+)?$',
        maxLength: 20,
    },
    /** Source: AWS IAM, quotas and name requirements: the path is printable ASCII between slashes, the name ≤ 64. */
    role: {
        rule: 'the ARN of an IAM role: "arn:aws:iam::111122223333:role/plan" (also `aws-cn`, `aws-us-gov`)',
        pattern: '^arn:aws(?:-[a-z]+)*:iam::[0-9]{12}:role/(?:[!-~]+/)?[A-Za-z0-9_+=,.@-]{1,64}$',
        maxLength: 650,
    },
    region: {
        rule: 'a region of AWS such as "eu-central-1"',
        pattern: '^[a-z]{2,}(?:-[a-z]+)+-[0-9]+$',
        maxLength: 30,
    },
    /** Never repeated in a message: it may give away what it hides. */
    redaction: {
        rule: 'a JavaScript regular expression, without slashes around it',
        pattern: '^[\\s\\S]+$',
        maxLength: 1000,
        beyond: redactionFault,
    },
    owner: {
        rule: 'a `@user`, an `@org/team` or an e-mail address',
        pattern: OWNER,
        maxLength: 320,
    },
    'owner-pattern': {
        rule: 'a pattern of paths as in CODEOWNERS',
        pattern: '^[\\s\\S]*\\S[\\s\\S]*$',
        maxLength: 1000,
        beyond: patternFault,
    },
    word: {
        rule: 'text without spaces',
        pattern: '^[^\\s\\u0000-\\u001f\\u007f]+$',
        maxLength: 500,
    },
    /** RFC 1123 label: what Kubernetes takes as the name of a namespace. */
    namespace: {
        rule: 'the name of a namespace: lower-case letters, digits and `-`, at most 63',
        pattern: '^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$',
        maxLength: 63,
    },
    label: {
        rule: 'a label of 1 to 50 characters, without spaces at its ends',
        pattern: '^[^\\s\\u0000-\\u001f\\u007f](?:[^\\u0000-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f])?$',
        maxLength: 50,
    },
    sentence: {
        rule: 'text',
        pattern: '^[\\s\\S]*\\S[\\s\\S]*$',
        maxLength: 1000,
    },
    date: {
        rule: 'a date such as "2027-01-31"',
        pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
        maxLength: 10,
        beyond: dayFault,
    },
};
function redactionFault(text) {
    try {
        (0,redact_patterns/* compilePatterns */.x)([text]);
        return undefined;
    }
    catch (thrown) {
        // It counts the patterns of a list; here line and column say which one it is.
        return (0,errors/* errorMessage */.gJ)(thrown)
            .replace(/^.*?pattern 1 /, '')
            .replace(/\.$/, '');
    }
}
function dayFault(text) {
    const day = new Date(`${text}T00:00:00Z`);
    // One that does not exist becomes another one, or none.
    const exists = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
    return exists ? undefined : 'is no day of the calendar';
}
const compiled = new Map();
/** Whether the pattern and the length allow it: exactly what the JSON Schema says. */
function fits(text, name) {
    const { pattern, maxLength } = FORMATS[name];
    if (text.length > maxLength && Array.from(text).length > maxLength)
        return false;
    const known = compiled.get(name) ?? new RegExp(pattern, 'u');
    compiled.set(name, known);
    return known.test(text);
}

;// CONCATENATED MODULE: ./src/repository/config/near-name.ts
/** The known name that somebody may have meant: case, `_` and `-` do not count, and few letters may differ. */
function nearName(wrong, known) {
    if (wrong.length > 60)
        return undefined;
    const asked = bare(wrong);
    let best;
    let least = Math.max(1, Math.floor(asked.length / 3)) + 1;
    for (const name of known) {
        const distance = editDistance(asked, bare(name));
        if (distance < least)
            [best, least] = [name, distance];
    }
    return best;
}
const bare = (name) => name.toLowerCase().replace(/[-_ ]/g, '');
/** Letters to add, leave out, exchange, or swap with their neighbour (optimal string alignment). */
function editDistance(a, b) {
    let before = [];
    let above = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1];
            let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            if (swapped)
                cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
            row.push(cost);
        }
        ;
        [before, above] = [above, row];
    }
    return above[b.length] ?? 0;
}

;// CONCATENATED MODULE: ./src/repository/config/structure.ts
const structure_text = (format) => ({ kind: 'text', format });
const list = (format) => ({ kind: 'list', of: structure_text(format) });
const oneOrList = (format) => ({ kind: 'one-or-list', of: structure_text(format) });
const object = (fields) => ({ kind: 'object', fields });
const drift = object({
    ignore: {
        about: 'Changes outside of Git that are no drift.',
        shape: {
            kind: 'list',
            of: object({
                resource: { shape: structure_text('word'), about: 'Glob of resource addresses.', required: true },
                attribute: { shape: structure_text('word'), about: 'Glob of attributes; without it, all.' },
                reason: { shape: structure_text('sentence'), about: 'Why this is no drift.', required: true },
                expiry: { shape: structure_text('date'), about: 'The last day on which the rule counts.' },
            }),
        },
        examples: [
            [{ resource: 'aws_autoscaling_group.*', attribute: 'desired_capacity', reason: 'scaled by load' }],
        ],
    },
    severity: {
        about: 'How bad drift of a resource or attribute is.',
        shape: {
            kind: 'list',
            of: object({
                resource: { shape: structure_text('word'), about: 'Glob of resource addresses.', required: true },
                attribute: { shape: structure_text('word'), about: 'Glob of attributes; without it, all.' },
                severity: {
                    shape: { kind: 'choice', values: ['critical', 'high', 'medium', 'low', 'info'] },
                    about: 'The severity.',
                    required: true,
                },
            }),
        },
        examples: [[{ resource: 'aws_iam_*', severity: 'critical' }]],
    },
    remediate: {
        about: 'What is done about drift.',
        shape: { kind: 'choice', values: ['none', 'pr', 'apply', 'sync'] },
    },
    labels: { about: 'Labels of the issues.', shape: list('label'), examples: [['drift', 'platform']] },
});
const stack = object({
    path: {
        about: 'Folder of the root module, from the repository root; `.` is the root.',
        shape: structure_text('path'),
        required: true,
        examples: ['infra/network'],
    },
    name: {
        about: 'What people call it, unique in the repository. Default: the path, with the workspace or variable file.',
        shape: structure_text('name'),
        examples: ['network'],
    },
    workspaces: {
        about: 'Workspaces: the stack is planned once for each.',
        shape: { ...list('workspace'), unique: true },
        examples: [['staging', 'production']],
    },
    'var-files': {
        about: 'Variable files, from the repository root. `{workspace}` stands for the name of the workspace.',
        shape: list('path'),
        examples: [['infra/app/env/{workspace}.tfvars']],
    },
    environment: {
        about: 'Environment it runs in: a name from `environments` where there are any.',
        shape: structure_text('name'),
        examples: ['production'],
    },
    'depends-on': {
        about: 'Names of stacks that are applied before it.',
        shape: list('name'),
        examples: [['infra/network']],
    },
    'previous-names': {
        about: 'Names it had before: what is known of the stack by those names goes with it.',
        shape: list('name'),
        examples: [['infra/net']],
    },
    'extra-inputs': {
        about: 'Globs of other files, from the repository root, that change what it plans.',
        shape: list('glob'),
        examples: [['scripts/build/**']],
    },
    generated: {
        about: 'Globs of files, from the repository root, that something writes before the plan and that are not in Git.',
        shape: list('glob'),
        examples: [['infra/app/build/*.zip']],
    },
    drift: {
        about: 'Rules for this stack alone, over those of `drift`; `false`: it is not scanned.',
        shape: { kind: 'off-or', of: drift },
    },
});
const STRUCTURE = object({
    version: { about: 'Version of this form; `1` is the only one.', shape: { kind: 'constant', value: 1 } },
    stacks: {
        about: 'Settings of stacks. The other stacks of the repository are found as without it.',
        shape: { kind: 'list', of: stack },
        examples: [[{ path: 'infra/app', workspaces: ['staging', 'production'] }]],
    },
    'global-inputs': {
        about: 'Globs of files, from the repository root, that change every stack, chart and application.',
        shape: list('glob'),
        examples: [['tools/versions.yaml']],
    },
    environments: {
        about: 'Environments by name, with the roles that jobs in them take.',
        shape: {
            kind: 'map',
            keys: 'name',
            of: object({
                'plan-role': {
                    about: 'ARN of the IAM role that plans. It should only read.',
                    shape: structure_text('role'),
                    examples: ['arn:aws:iam::111122223333:role/plan'],
                },
                'apply-role': {
                    about: 'ARN of the IAM role that applies.',
                    shape: structure_text('role'),
                    examples: ['arn:aws:iam::111122223333:role/apply'],
                },
                region: { about: 'Region of AWS.', shape: structure_text('region'), examples: ['eu-central-1'] },
            }),
        },
    },
    tools: {
        about: 'Versions of the tools: one version or a constraint, in quotes.',
        shape: object({
            terraform: {
                about: 'Version of Terraform.',
                shape: structure_text('version'),
                examples: ['1.14.3', '~> 1.14.0'],
            },
            opentofu: { about: 'Version of OpenTofu.', shape: structure_text('version'), examples: ['1.12.6'] },
            helm: { about: 'Version of Helm.', shape: structure_text('version'), examples: ['3.19.2'] },
        }),
    },
    redact: {
        about: 'JavaScript regular expressions of text that must never be shown.',
        shape: list('redaction'),
        examples: [['tok_[0-9a-z]{16}']],
    },
    helm: {
        about: 'How charts are checked.',
        shape: object({
            values: {
                about: 'Values files, from the repository root, to render charts with; a list in the list is used together.',
                shape: { kind: 'list', of: oneOrList('glob') },
                examples: [['helm/values/staging.yaml', ['helm/values/base.yaml', 'helm/values/production.yaml']]],
            },
            'kube-versions': {
                about: 'Versions of Kubernetes to render for, in quotes.',
                shape: list('kubernetes-version'),
                examples: [['1.33', '1.34']],
            },
            'api-versions': {
                about: 'APIs that the cluster has beside those of Kubernetes.',
                shape: list('word'),
                examples: [['monitoring.coreos.com/v1']],
            },
            schemas: {
                about: 'Files or folders with CustomResourceDefinitions or JSON Schemas.',
                shape: list('glob'),
                examples: [['schemas/crds']],
            },
        }),
    },
    argocd: {
        about: 'Where Argo CD is, and what of it is ours.',
        shape: object({
            server: { about: 'Address of its API.', shape: structure_text('word'), examples: ['argocd.example.com'] },
            namespace: { about: 'Namespace it runs in.', shape: structure_text('namespace'), examples: ['argocd'] },
            applications: {
                about: 'Names of Applications.',
                shape: list('word'),
                examples: [['shop', 'shop-jobs']],
            },
            version: { about: 'Its version.', shape: structure_text('version'), examples: ['3.2.1'] },
        }),
    },
    drift: { about: 'What counts as drift, and what is done about it.', shape: drift },
    owners: {
        about: 'Owners by pattern of paths, as in CODEOWNERS: the last pattern that matches wins, over CODEOWNERS.',
        shape: { kind: 'map', keys: 'owner-pattern', of: oneOrList('owner') },
        examples: [{ '/infra/': '@acme/platform', '/infra/network/': ['@acme/network', 'ops@example.com'] }],
    },
    bootstrap: { about: 'Settings for setting up accounts and clusters.', shape: { kind: 'open' } },
});

;// CONCATENATED MODULE: ./src/repository/config/check-tree.ts



/** Aliases let a small file stand for a huge one: here is the end of it. */
const MAX_VALUES = 100_000;
/** Nobody reads more. */
const MAX_FAULTS = 1_000;
/** Compares a document with the structure of the configuration. */
function checkTree(tree) {
    const walk = { faults: [], beyond: [], globs: [], values: 0 };
    check(tree, STRUCTURE, { what: 'the configuration', at: tree.at }, walk);
    const endless = walk.values > MAX_VALUES;
    if (endless) {
        const message = `its aliases stand for more than ${MAX_VALUES.toLocaleString('en')} values`;
        walk.faults.push({ line: 1, column: 1, message });
    }
    return { ...walk, endless };
}
function check(tree, shape, label, walk) {
    walk.values++;
    if (walk.values > MAX_VALUES || walk.faults.length >= MAX_FAULTS)
        return;
    const { what } = label;
    const wrong = (expected) => void walk.faults.push({ ...tree.at, ...wrongType(tree, what, expected) });
    switch (shape.kind) {
        case 'text':
            if (!isText(tree))
                wrong(shape.format === 'redaction' ? 'text in quotes' : 'text');
            else
                checkText(tree.value, tree.at, what, shape.format, walk);
            return;
        case 'choice': {
            const { values } = shape;
            if (!isText(tree))
                wrong(`one of ${values.join(', ')}`);
            else if (!values.includes(tree.value)) {
                const near = nearName(tree.value, values);
                const meant = near === undefined ? '' : `; did you mean \`${near}\`?`;
                const message = `${what} must be one of ${values.join(', ')}, not ${quoted(tree.value)}${meant}`;
                walk.faults.push({ ...tree.at, message });
            }
            return;
        }
        case 'constant':
            if (tree.kind !== 'scalar' || tree.value !== shape.value)
                wrong(String(shape.value));
            return;
        case 'list':
            if (tree.kind !== 'list')
                wrong('a list');
            else
                checkItems(tree, shape, what, walk);
            return;
        case 'one-or-list':
            if (tree.kind === 'list')
                checkItems(tree, shape, what, walk);
            else
                check(tree, shape.of, label, walk);
            return;
        case 'object':
            if (tree.kind !== 'map')
                wrong('a mapping');
            else
                checkObject(tree, shape, walk);
            return;
        case 'map':
            if (tree.kind !== 'map')
                wrong('a mapping');
            else
                checkMap(tree, shape, walk);
            return;
        case 'off-or':
            if (tree.kind === 'map')
                checkObject(tree, shape.of, walk);
            else if (tree.kind !== 'scalar' || tree.value !== false)
                wrong('`false` or a mapping');
            return;
        case 'open':
            if (tree.kind !== 'map')
                wrong('a mapping');
            else
                checkOpen(tree, walk);
            return;
    }
}
const isText = (tree) => tree.kind === 'scalar' && typeof tree.value === 'string';
function checkText(text, at, what, name, walk) {
    const format = FORMATS[name];
    if (!fits(text, name)) {
        const exact = Array.from(text).length > format.maxLength ? tooLong(format) : format.explain?.(text);
        // What hides secrets is not repeated.
        const given = name === 'redaction' ? '' : `, not ${quoted(text)}`;
        const message = exact === undefined ? `${what} must be ${format.rule}${given}` : `${what} ${exact}`;
        walk.faults.push({ ...at, message });
        return;
    }
    const fault = format.beyond?.(text);
    if (fault !== undefined)
        walk.beyond.push({ ...at, message: `${what} ${fault}` });
    if (name === 'glob')
        walk.globs.push({ ...at, glob: text });
}
const tooLong = ({ maxLength }) => `must not be longer than ${maxLength} characters`;
function checkItems(tree, shape, what, walk) {
    const seen = new Map();
    const entry = what.startsWith('an entry of') ? what : `an entry of ${what}`;
    for (const item of tree.items) {
        check(item, shape.of, { what: entry, at: item.at }, walk);
        if (shape.unique !== true || !isText(item))
            continue;
        const before = seen.get(item.value);
        if (before === undefined)
            seen.set(item.value, item.at);
        else
            walk.faults.push({ ...item.at, message: `${quoted(item.value)} stands twice in ${what}` });
    }
}
function checkObject(tree, { fields }, walk) {
    const known = Object.keys(fields);
    for (const { key, keyAt, value } of tree.entries) {
        if (walk.faults.length >= MAX_FAULTS)
            return;
        const entry = Object.hasOwn(fields, key) ? fields[key] : undefined;
        if (entry === undefined)
            walk.faults.push({ ...keyAt, message: unknownKey(key, known) });
        else
            check(value, entry.shape, { what: `\`${key}\``, at: keyAt }, walk);
    }
    const given = new Set(tree.entries.map(({ key }) => key));
    for (const name of known) {
        if (fields[name]?.required === true && !given.has(name)) {
            walk.faults.push({ ...tree.at, message: `\`${name}\` is missing here` });
        }
    }
}
function checkMap(tree, shape, walk) {
    for (const { key, keyAt, value } of tree.entries) {
        const what = `the key ${quoted(key)}`;
        if (key === '__proto__')
            walk.faults.push({ ...keyAt, message: '`__proto__` is no name' });
        else
            checkText(key, keyAt, what, shape.keys, walk);
        check(value, shape.of, { what: `the value of ${quoted(key)}`, at: keyAt }, walk);
    }
}
/** Nothing to compare: only counted, and kept from doing harm as a plain object. */
function checkOpen(tree, walk) {
    walk.values++;
    if (walk.values > MAX_VALUES || tree.kind === 'scalar')
        return;
    if (tree.kind === 'list') {
        for (const item of tree.items)
            checkOpen(item, walk);
        return;
    }
    for (const { key, keyAt, value } of tree.entries) {
        if (key === '__proto__')
            walk.beyond.push({ ...keyAt, message: '`__proto__` is no name' });
        checkOpen(value, walk);
    }
}
function unknownKey(key, known) {
    if (key === '<<')
        return 'merge keys (`<<`) are not read: an alias may stand for a whole value';
    const near = nearName(key, known);
    const hint = near === undefined ? `; known are ${known.join(', ')}` : `; did you mean \`${near}\`?`;
    return `unknown key ${quoted(key)}${hint}`;
}
function wrongType(tree, what, expected) {
    if (tree.kind === 'scalar' && tree.value === null) {
        return { message: `${what} has no value`, help: 'Give it one, or take it away.' };
    }
    const message = `${what} must be ${expected}, not ${kindOf(tree)}`;
    const isBare = tree.kind === 'scalar' && typeof tree.value !== 'string';
    if (!isBare || expected !== 'text')
        return { message };
    // `1.10` is the number 1.1.
    return { message, help: `Put it in quotes: "${tree.source.slice(0, 40)}".` };
}
function kindOf(tree) {
    if (tree.kind === 'map')
        return 'a mapping';
    if (tree.kind === 'list')
        return 'a list';
    if (typeof tree.value === 'string')
        return 'text';
    return typeof tree.value === 'number' ? 'a number' : String(tree.value);
}
/** Short enough for a message; what does not belong in a log (a pasted secret) is not printed whole. */
const quoted = (text) => text.length > 60 ? `a text of ${text.length} characters` : JSON.stringify(text);

// EXTERNAL MODULE: ./src/repository/config/paths.ts
var paths = __webpack_require__(203);
;// CONCATENATED MODULE: ./src/repository/config/tree.ts
/** The value of a key; undefined where there is no such key, or no map. */
function field(tree, key) {
    return tree?.kind === 'map' ? tree.entries.find((entry) => entry.key === key)?.value : undefined;
}
const entriesOf = (tree) => tree?.kind === 'map' ? tree.entries : [];
/** Of a list its items; of anything else itself, as one. */
function itemsOf(tree) {
    if (tree === undefined)
        return [];
    return tree.kind === 'list' ? tree.items : [tree];
}
const textOf = (tree) => tree?.kind === 'scalar' && typeof tree.value === 'string' ? tree.value : undefined;
/** The texts of a list, or of one text. What is no text is left out: it is a fault, told elsewhere. */
const textsOf = (tree) => itemsOf(tree)
    .map(textOf)
    .filter((text) => text !== undefined);
/** Plain data. */
function plainOf(tree) {
    switch (tree.kind) {
        case 'map':
            return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plainOf(value)]));
        case 'list':
            return tree.items.map(plainOf);
        case 'scalar':
            return tree.value;
    }
}

;// CONCATENATED MODULE: ./src/repository/config/stack-checks.ts




/**
 * What is wrong between the entries of `stacks`, and between them and `environments`. Names that are not configured
 * may still be found in the repository: they are no fault here.
 */
function stackFaults(root) {
    const entries = itemsOf(field(root, 'stacks')).map(entryOf);
    return [
        ...sameNames(entries),
        ...sameStacks(entries),
        ...entries.flatMap(placeholderFaults),
        ...unknownEnvironments(entries, root),
        ...circles(entries),
    ];
}
const entryOf = (tree) => ({
    tree,
    path: (0,paths/* cleanPath */.ts)(textOf(field(tree, 'path')) ?? ''),
    name: textOf(field(tree, 'name')),
    workspaces: textsOf(field(tree, 'workspaces')),
    varFiles: textsOf(field(tree, 'var-files')).map(paths/* cleanPath */.ts),
});
function sameNames(entries) {
    const first = new Map();
    return entries.flatMap(({ tree, name }) => {
        const at = field(tree, 'name')?.at;
        if (name === undefined || at === undefined)
            return [];
        const before = first.get(name);
        if (before === undefined) {
            first.set(name, at.line);
            return [];
        }
        return [{ ...at, message: `another stack is called ${quoted(name)} in line ${before}` }];
    });
}
/** The same folder, workspace and variable files: two names for one state. */
function sameStacks(entries) {
    const first = new Map();
    const numbers = new Map();
    return entries.flatMap(({ tree, path, workspaces, varFiles }) => {
        const at = field(tree, 'path')?.at;
        if (at === undefined)
            return [];
        // A number for the long part of the key: many workspaces times many files would be a lot of text.
        const kind = JSON.stringify([path, varFiles]);
        const number = numbers.get(kind) ?? numbers.size;
        numbers.set(kind, number);
        const own = new Set(workspaces.length === 0 ? [''] : workspaces);
        for (const workspace of own) {
            const key = `${number} ${workspace}`;
            const before = first.get(key);
            if (before !== undefined) {
                const message = `line ${before} has this stack already: path, workspace and variable files are the same`;
                return [{ ...at, message }];
            }
            first.set(key, at.line);
        }
        return [];
    });
}
function placeholderFaults({ tree, workspaces }) {
    if (workspaces.length > 0)
        return [];
    return itemsOf(field(tree, 'var-files'))
        .filter((item) => textOf(item)?.includes('{workspace}') === true)
        .map(({ at }) => ({ ...at, message: '`{workspace}` needs the names in `workspaces` of this stack' }));
}
function unknownEnvironments(entries, root) {
    const known = entriesOf(field(root, 'environments')).map(({ key }) => key);
    if (known.length === 0)
        return [];
    const names = new Set(known);
    return entries.flatMap(({ tree }) => {
        const value = field(tree, 'environment');
        const name = textOf(value);
        if (value === undefined || name === undefined || names.has(name))
            return [];
        const near = nearName(name, known);
        const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
        return [{ ...value.at, message: `\`environments\` has no ${quoted(name)}${hint}` }];
    });
}
/** `depends-on` that leads back to where it started. Each circle is told once, where it closes. */
function circles(entries) {
    const byName = stack_checks_namesOf(entries);
    const edges = entries.map(({ tree }) => itemsOf(field(tree, 'depends-on')).flatMap((item) => {
        const to = byName.get(textOf(item) ?? '');
        return to === undefined || to === 'several' ? [] : [{ to, at: item.at }];
    }));
    const faults = [];
    const done = new Set();
    const titles = entries.map(({ name, path }) => name ?? path);
    // A stack of our own: ten thousand entries in a row must not end the process.
    for (let start = 0; start < entries.length; start++) {
        if (done.has(start))
            continue;
        const way = [{ entry: start, next: 0 }];
        const onWay = new Set([start]);
        for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
            const edge = edges[top.entry]?.[top.next++];
            if (edge === undefined) {
                done.add(top.entry);
                onWay.delete(top.entry);
                way.pop();
            }
            else if (onWay.has(edge.to)) {
                const from = way.findIndex(({ entry }) => entry === edge.to);
                const names = [...way.slice(from).map(({ entry }) => entry), edge.to].map((entry) => titles[entry] ?? '');
                faults.push({ ...edge.at, message: circleWords(names) });
            }
            else if (!done.has(edge.to)) {
                way.push({ entry: edge.to, next: 0 });
                onWay.add(edge.to);
            }
        }
    }
    return faults;
}
function circleWords(names) {
    if (names.length === 2)
        return 'a stack cannot depend on itself';
    const shown = names.length > 8 ? [...names.slice(0, 4), '…', ...names.slice(-3)] : names;
    return `these stacks wait for each other: ${shown.join(' → ')}`;
}
/** What an entry may be called in `depends-on`. A name that fits several entries tells nothing about circles. */
function stack_checks_namesOf(entries) {
    const names = new Map();
    entries.forEach(({ path, name, workspaces, varFiles }, index) => {
        const base = name ?? path;
        const [only, second] = varFiles;
        const file = only !== undefined && second === undefined ? [`${path}@${(0,paths/* variableFileName */._U)(only)}`] : [];
        const own = new Set([base, ...workspaces.map((workspace) => `${base}@${workspace}`), ...file]);
        for (const each of own)
            names.set(each, names.has(each) ? 'several' : index);
    });
    return names;
}

;// CONCATENATED MODULE: ./src/repository/config/yaml-tree.ts

/** Deeper than any configuration is, and far from where recursion ends. */
const MAX_DEPTH = 50;
const MAX_SYNTAX_FAULTS = 20;
/**
 * Reads one YAML 1.2 document (core schema) and nothing else: no tags but the core ones, keys are text, aliases only
 * to anchors that came before, merge keys are plain keys. Never throws for what stands in the text.
 */
async function readYamlTree(text) {
    const { LineCounter: Counter, parseDocument, isAlias, isMap, isScalar, isSeq } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const lineCounter = new Counter();
    const faults = [];
    const document = parseDocument(text, {
        lineCounter,
        prettyErrors: false,
        stringKeys: true,
        resolveKnownTags: false,
        // Ours below is linear and names both places; the library's compares each key with each.
        uniqueKeys: false,
        // Not 'silent': the library then says nothing of a second document either.
        logLevel: 'error',
    });
    for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
        faults.push({ ...placeAt(lineCounter, pos[0]), ...wordsOf(code, message) });
        // One fault a level follows; and what comes after the first few is mostly their consequence.
        if (code === 'RESOURCE_EXHAUSTION' || faults.length === MAX_SYNTAX_FAULTS)
            break;
    }
    if (faults.length > 0)
        return { tree: undefined, faults: [...faults].sort(byPlace) };
    const anchors = new Map();
    const built = new Map();
    const build = (node, fallback, depth) => {
        const at = yaml_tree_placeOf(node, fallback, lineCounter);
        if (node === null)
            return { kind: 'scalar', at, value: null, source: '' };
        if (depth > MAX_DEPTH)
            throw new TreeError('is nested too deep', at);
        if (isAlias(node))
            return target(node, at);
        if (node.anchor !== undefined)
            anchors.set(node.anchor, node);
        const tree = collect(node, at, depth);
        built.set(node, tree);
        return tree;
    };
    const target = (alias, at) => {
        const anchored = anchors.get(alias.source);
        if (anchored === undefined)
            throw new TreeError(`there is no anchor \`&${alias.source}\` above`, at);
        const tree = built.get(anchored);
        // Not built yet: the alias stands inside of what it stands for.
        if (tree === undefined)
            throw new TreeError(`\`*${alias.source}\` holds itself`, at);
        return tree;
    };
    const collect = (node, at, depth) => {
        if (isMap(node)) {
            const entries = new Map();
            for (const pair of node.items) {
                const keyAt = yaml_tree_placeOf(pair.key, at, lineCounter);
                const key = isScalar(pair.key) && typeof pair.key.value === 'string' ? pair.key.value : '';
                if (isScalar(pair.key) && pair.key.anchor !== undefined)
                    anchors.set(pair.key.anchor, pair.key);
                const before = entries.get(key);
                if (before !== undefined) {
                    faults.push({
                        ...keyAt,
                        message: `\`${key}\` stands here twice: first in line ${before.keyAt.line}`,
                    });
                }
                const value = build(pair.value, keyAt, depth + 1);
                if (before === undefined)
                    entries.set(key, { key, keyAt, value });
            }
            return { kind: 'map', at, entries: [...entries.values()] };
        }
        if (isSeq(node)) {
            return {
                kind: 'list',
                at,
                items: node.items.map((item) => build(item, itemPlace(item, at), depth + 1)),
            };
        }
        const { value, source = '' } = isScalar(node) ? node : { value: null };
        const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
        // An empty value has no text of its own; its key is where people look.
        return { kind: 'scalar', at, value: known ? value : null, source };
    };
    const itemPlace = (item, at) => item === null ? at : placeAt(lineCounter, item.range[0]);
    try {
        const { contents } = document;
        const tree = contents === null ? undefined : build(contents, { line: 1, column: 1 }, 0);
        return { tree: isNothing(tree) ? undefined : tree, faults };
    }
    catch (thrown) {
        const { at } = thrown instanceof TreeError ? thrown : { at: { line: 1, column: 1 } };
        faults.push({ ...at, message: (0,errors/* errorMessage */.gJ)(thrown) });
        return { tree: undefined, faults };
    }
}
/** Ends the reading: what follows cannot be judged. */
class TreeError extends Error {
    at;
    constructor(message, at) {
        super(message);
        this.at = at;
    }
}
const isNothing = (tree) => tree?.kind === 'scalar' && tree.value === null;
function yaml_tree_placeOf(node, fallback, lines) {
    const range = node?.range;
    // Nothing is written: `key:` has its place after the colon, which says less than the key's.
    if (range === undefined || range === null || range[0] === range[1])
        return fallback;
    return placeAt(lines, range[0]);
}
function placeAt(lines, offset) {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
}
const byPlace = (a, b) => a.line - b.line || a.column - b.column;
function wordsOf(code, message) {
    if (code === 'RESOURCE_EXHAUSTION')
        return { message: 'is nested too deep' };
    if (code === 'NON_STRING_KEY')
        return { message: 'a key must be text' };
    if (code === 'TAG_RESOLVE_FAILED')
        return { message: `${lower(message)}: tags are not read` };
    if (code === 'MULTIPLE_DOCS')
        return { message: 'a second document begins here: the configuration is one document' };
    if (code === 'TAB_AS_INDENT')
        return { message: 'a tab indents this line', help: 'Indent with spaces.' };
    return { message: `this is not YAML: ${lower(message)}` };
}
const lower = (text) => text.slice(0, 1).toLowerCase() + text.slice(1);

;// CONCATENATED MODULE: ./src/repository/config/read-config.ts








const MAX_BYTES = 1024 * 1024;
/** Reads `.github/gitops.yml`. Never throws for what stands in the text. */
async function readConfig(text, file) {
    const { tree, faults } = await readFaults(text.replace(/^\ufeff/, ''));
    if (faults.length > 0)
        return { config: config_config/* EMPTY_CONFIG */.$, faults: inOrder(faults, file) };
    return { config: tree === undefined ? config_config/* EMPTY_CONFIG */.$ : configOf(tree), faults: [] };
}
async function readFaults(text) {
    if (text.length > MAX_BYTES || Buffer.byteLength(text) > MAX_BYTES) {
        return { tree: undefined, faults: [{ line: 1, column: 1, message: 'the file is larger than 1 MiB' }] };
    }
    const { tree, faults } = await readYamlTree(text);
    if (tree === undefined)
        return { tree, faults: [...faults] };
    const checked = checkTree(tree);
    const all = [
        ...faults,
        ...checked.faults,
        ...checked.beyond,
        ...(await globFaults(checked.globs)),
        ...(checked.endless ? [] : stackFaults(tree)),
    ];
    return { tree, faults: all };
}
async function globFaults(globs) {
    if (globs.length === 0)
        return [];
    const { default: picomatch } = await __webpack_require__.e(/* import() */ 4006).then(__webpack_require__.t.bind(__webpack_require__, 4006, 23));
    const judged = new Map();
    return globs.flatMap(({ glob, line, column }) => {
        if (!judged.has(glob))
            judged.set(glob, globFault(glob, picomatch));
        const why = judged.get(glob);
        return why === undefined ? [] : [{ line, column, message: `this glob cannot be read: ${why}` }];
    });
}
function globFault(glob, picomatch) {
    try {
        // `debug`: without it, what does not compile silently matches nothing.
        picomatch.makeRe((0,paths/* cleanGlob */.gH)(glob).replace(/^!/, ''), {
            ...glob_inputs/* GLOB_OPTIONS */.g,
            strictBrackets: true,
            debug: true,
        });
        return undefined;
    }
    catch (thrown) {
        const missing = /^Missing (opening|closing): "(.)"/.exec((0,errors/* errorMessage */.gJ)(thrown));
        if (missing === null)
            return 'it is no valid pattern';
        return `its \`${missing[2] ?? ''}\` is missing`;
    }
}
function inOrder(faults, file) {
    // What an alias stands for twice is wrong once.
    const known = new Set();
    return [...faults]
        .sort(byPlace)
        .filter(({ line, column, message }) => {
        const key = `${line}:${column}:${message}`;
        return !known.has(key) && known.add(key);
    })
        .map(({ message, help, line, column }) => ({
        message,
        ...(help === undefined ? {} : { help }),
        file,
        line,
        column,
    }));
}
/** Of a document without faults. */
function configOf(root) {
    const tools = field(root, 'tools');
    return {
        stacks: itemsOf(field(root, 'stacks')).map(stackOf),
        globalInputs: textsOf(field(root, 'global-inputs')).map(paths/* cleanGlob */.gH),
        environments: environmentsOf(root),
        tools: {
            ...given('terraform', textOf(field(tools, 'terraform'))),
            ...given('opentofu', textOf(field(tools, 'opentofu'))),
            ...given('helm', textOf(field(tools, 'helm'))),
        },
        redact: textsOf(field(root, 'redact')),
        owners: entriesOf(field(root, 'owners')).map(({ key, value }) => ({
            pattern: key,
            owners: textsOf(value),
        })),
        ...kept(root, 'helm'),
        ...kept(root, 'argocd'),
        ...kept(root, 'drift'),
        ...kept(root, 'bootstrap'),
    };
}
function stackOf(tree) {
    const list = (key) => textsOf(field(tree, key));
    return {
        path: (0,paths/* cleanPath */.ts)(textOf(field(tree, 'path')) ?? '.'),
        ...given('name', textOf(field(tree, 'name'))),
        ...(field(tree, 'workspaces') === undefined ? {} : { workspaces: list('workspaces') }),
        ...(field(tree, 'var-files') === undefined ? {} : { varFiles: list('var-files').map(paths/* cleanPath */.ts) }),
        ...given('environment', textOf(field(tree, 'environment'))),
        dependsOn: list('depends-on'),
        previousNames: list('previous-names'),
        extraInputs: list('extra-inputs').map(paths/* cleanGlob */.gH),
        generated: list('generated').map(paths/* cleanGlob */.gH),
        ...kept(tree, 'drift'),
        line: tree.at.line,
    };
}
/** Without a prototype: an environment called `constructor` is one only where it was configured. */
function environmentsOf(root) {
    const environments = Object.create(null);
    for (const { key, value } of entriesOf(field(root, 'environments'))) {
        environments[key] = {
            ...given('planRole', textOf(field(value, 'plan-role'))),
            ...given('applyRole', textOf(field(value, 'apply-role'))),
            ...given('region', textOf(field(value, 'region'))),
        };
    }
    return environments;
}
function given(key, value) {
    return (value === undefined ? {} : { [key]: value });
}
function kept(tree, key) {
    const found = field(tree, key);
    return (found === undefined ? {} : { [key]: plainOf(found) });
}

;// CONCATENATED MODULE: ./src/repository/config/find-config.ts



/** The first one counts; to have both is a fault. */
const DEFAULT_FILES = ['.github/gitops.yml', '.github/gitops.yaml'];
/**
 * Which file is the configuration, read and checked. Without any, the configuration is empty. The texts of files of
 * these names must have been read into the snapshot.
 *
 * @throws UserError when the given file is not there (unless that means empty), or is no file.
 */
async function findConfig(snapshot, question) {
    const { given, missing } = question;
    const present = candidates(given).filter((path) => isThere(snapshot, path));
    const [file, second] = present;
    if (file === undefined) {
        if (given === undefined || given === '' || missing === 'empty')
            return { config: config_config/* EMPTY_CONFIG */.$, faults: [] };
        throw new errors/* UserError */.yo(`there is no file ${given}`, {
            help: 'The input `config` is a path from the repository root, and the file must be committed.',
            where: 'input config',
        });
    }
    const { config, faults } = await readFile(snapshot, file);
    if (second === undefined)
        return { file, config, faults };
    const both = fault(second, `${file} is there too: only one of the two can be the configuration`);
    return { file, config: config_config/* EMPTY_CONFIG */.$, faults: [...faults, both] };
}
const candidates = (given) => given === undefined || given === '' ? DEFAULT_FILES : [given];
/** A link counts wherever it leads: one that is broken is told, not passed over. */
const isThere = (snapshot, path) => snapshot.entry(path) !== undefined || snapshot.resolve(path).kind !== 'missing';
async function readFile(snapshot, file) {
    const found = snapshot.resolve(file);
    const text = found.kind === 'file' ? snapshot.text(found.path) : undefined;
    if (text !== undefined)
        return readConfig(text, file);
    const why = {
        file: `${found.links.length === 0 ? 'it is' : 'what it links to is'} not UTF-8 text, or larger than 1 MiB`,
        folder: 'it is a folder',
        missing: 'it is a link to nothing',
        outside: 'it is a link that leads out of the repository',
        loop: 'it is a link that leads back to itself',
    }[found.kind];
    return { config: config_config/* EMPTY_CONFIG */.$, faults: [fault(file, `the configuration cannot be read: ${why}`)] };
}
const fault = (file, message) => ({ file, message, line: 1, column: 1 });

// EXTERNAL MODULE: ./src/repository/snapshot.ts
var repository_snapshot = __webpack_require__(8662);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./src/repository/git/place.ts
var git_place = __webpack_require__(4528);
;// CONCATENATED MODULE: ./src/repository/git/blobs.ts



const blobs_MAX_BYTES = 4 * 1024 * 1024;
const MAX_CODE_BYTES = 64 * 1024 * 1024;
/**
 * Texts by the id of their blob, read by one process. What is larger than the limit, no UTF-8, or has zero bytes is
 * no text and is left out. Throws `UserError` when objects are missing.
 */
async function readTexts(place, oids, limits = {}) {
    const wanted = [...new Set(oids)];
    const texts = new Map();
    if (wanted.length === 0)
        return texts;
    const { maxBytes = blobs_MAX_BYTES, code = NO_CODE } = limits;
    const most = code.size === 0 ? maxBytes : (oid) => (code.has(oid) ? MAX_CODE_BYTES : maxBytes);
    const reader = makeBatchReader(most, (oid, bytes) => {
        if (((0,external_node_buffer_.isUtf8)(bytes) || code.has(oid)) && !bytes.includes(0))
            texts.set(oid, bytes.toString('utf8'));
    });
    const result = await (0,git_place/* git */.$Y)(place, ['cat-file', '--batch', '--buffer'], {
        stdin: `${wanted.join('\n')}\n`,
        onStdoutChunk: (chunk) => reader.push(chunk),
    });
    if (reader.missing.length > 0 || /promisor/.test(result.stderr))
        throw missingObjects(reader.missing);
    (0,git_place/* check */.z6)('read the contents of files', result);
    if (reader.count !== wanted.length) {
        throw new errors/* UserError */.yo(`Git gave ${reader.count} of ${wanted.length} files`, {
            help: 'Check the repository with "git fsck".',
        });
    }
    return texts;
}
const NO_CODE = new Set();
function missingObjects(missing) {
    const [first] = missing;
    const which = first === undefined ? '' : `: ${first} is missing${more(missing.length - 1)}`;
    return new errors/* UserError */.yo(`The repository does not hold all of its files${which}`, {
        help: 'It may be a partial clone: check it out without "filter", or let its missing files be fetched.',
    });
}
const more = (count) => (count > 0 ? `, and ${count} more` : '');
/**
 * Takes apart what `git cat-file --batch` prints: `OID TYPE SIZE LF CONTENT LF`, or `OID missing LF`.
 * Content that lies within one chunk is not copied.
 *
 * @param maxBytes contents of more bytes are skipped: of all objects, or of the one with an id
 */
function makeBatchReader(maxBytes, onContent) {
    const missing = [];
    let count = 0;
    let oid = '';
    /** Bytes of content that are still to come; -1: a header is. */
    let left = -1;
    let keeps = false;
    let pieces = [];
    const header = (line) => {
        const [name = '', type, size] = line.split(' ');
        oid = name;
        if (type === 'missing' || size === undefined) {
            missing.push(name);
            count++;
            return;
        }
        left = Number(size);
        keeps = type === 'blob' && left <= (typeof maxBytes === 'number' ? maxBytes : maxBytes(name));
    };
    const joined = (piece) => {
        if (pieces.length === 0)
            return piece;
        const all = Buffer.concat([...pieces, piece]);
        pieces = [];
        return all;
    };
    return {
        push(chunk) {
            let at = 0;
            while (at < chunk.length) {
                if (left < 0) {
                    const end = chunk.indexOf(0x0a, at);
                    if (end < 0) {
                        pieces.push(chunk.subarray(at));
                        return;
                    }
                    header(joined(chunk.subarray(at, end)).toString('latin1'));
                    at = end + 1;
                    continue;
                }
                // The line end behind the content goes with it.
                const end = Math.min(chunk.length, at + left + 1);
                left -= end - at;
                if (left >= 0) {
                    if (keeps)
                        pieces.push(chunk.subarray(at, end));
                    return;
                }
                if (keeps)
                    onContent(oid, joined(chunk.subarray(at, end)).subarray(0, -1));
                at = end;
                count++;
            }
        },
        missing,
        get count() {
            return count;
        },
    };
}

// EXTERNAL MODULE: ./src/repository/git/partial.ts
var git_partial = __webpack_require__(8886);
;// CONCATENATED MODULE: ./src/repository/git/resolve.ts
/** As Linux does (ELOOP): more links than this on one way run in a circle. */
const MOST_LINKS = 40;
/** Walks a path part by part, as the system would: `..` is the parent of where the way has led so far. */
function followPath(path, tree) {
    const links = new Set();
    const dead = (kind) => ({ kind, links: [...links] });
    if (path.startsWith('/'))
        return dead('outside');
    if (!tree.hasLinks && !/(^|\/)(\.{0,2})(\/|$)/.test(path))
        return dead('missing');
    const ahead = path.split('/').reverse();
    const at = [];
    let followed = 0;
    for (let part = ahead.pop(); part !== undefined; part = ahead.pop()) {
        if (part === '' || part === '.')
            continue;
        if (part === '..') {
            if (at.pop() === undefined)
                return dead('outside');
            continue;
        }
        at.push(part);
        const here = at.join('/');
        switch (tree.kindOf(here)) {
            case 'folder':
                break;
            case 'missing':
                return dead('missing');
            case 'submodule':
                return { kind: 'file', path: here, links: [...links] };
            case 'file':
                // Only the end of the way may be a file; `x.tf/.` is nothing, as for the system.
                return ahead.length > 0 ? dead('missing') : { kind: 'file', path: here, links: [...links] };
            case 'link': {
                links.add(here);
                if (++followed > MOST_LINKS)
                    return dead('loop');
                const target = tree.targetOf(here);
                if (target === undefined || target === '')
                    return dead('missing');
                if (target.startsWith('/'))
                    return dead('outside');
                at.pop();
                ahead.push(...target.split('/').reverse());
            }
        }
    }
    return { kind: 'folder', path: at.length === 0 ? '.' : at.join('/'), links: [...links] };
}

// EXTERNAL MODULE: ./src/repository/git/tree.ts
var tree = __webpack_require__(5235);
;// CONCATENATED MODULE: ./src/repository/git/snapshot.ts






const MISSING = { kind: 'missing', links: [] };
/** Parts that are no names: `.`, `..`, nothing. */
const HAS_DOTS = /(?:^|\/)\.{0,2}(?:\/|$)/;
/**
 * A snapshot of entries that are sorted by path. A path that goes into a submodule resolves to the submodule's entry:
 * it changes whenever anything in there does.
 *
 * @param textOf the text of a blob, as far as it was read; of a link: where it leads
 */
function makeSnapshot(revision, entries, textOf) {
    const byPath = new Map();
    let hasLinks = false;
    for (const entry of entries) {
        byPath.set(entry.path, entry);
        if (entry.mode === repository_snapshot/* LINK_MODE */.B || entry.mode === repository_snapshot/* SUBMODULE_MODE */.F)
            hasLinks = true;
    }
    let children;
    const folders = () => (children ??= childrenOf(entries));
    const sorted = new Set();
    let names;
    const isFolder = (path) => folders().has(path);
    const textAt = (path) => {
        const entry = byPath.get(path);
        return entry === undefined || entry.mode === repository_snapshot/* SUBMODULE_MODE */.F ? undefined : textOf(entry.oid);
    };
    return {
        revision,
        entries,
        entry: (path) => byPath.get(path),
        isFolder,
        list(path) {
            const found = folders().get(path);
            if (found === undefined)
                return [];
            if (!sorted.has(path)) {
                found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
                sorted.add(path);
            }
            return found;
        },
        under(path) {
            if (path === '.')
                return entries;
            // `0` comes right after `/`.
            return entries.slice(firstFrom(entries, `${path}/`), firstFrom(entries, `${path}0`));
        },
        resolve(path) {
            const entry = byPath.get(path);
            if (entry !== undefined && entry.mode !== repository_snapshot/* LINK_MODE */.B)
                return { kind: 'file', path, links: [] };
            if (entry === undefined && isFolder(path))
                return { kind: 'folder', path, links: [] };
            // Most paths that are asked for are not there: without links no way leads to them either.
            if (entry === undefined && !hasLinks && !HAS_DOTS.test(path))
                return MISSING;
            return followPath(path, {
                kindOf(at) {
                    const mode = byPath.get(at)?.mode;
                    if (mode === undefined)
                        return isFolder(at) ? 'folder' : 'missing';
                    return mode === repository_snapshot/* LINK_MODE */.B ? 'link' : mode === repository_snapshot/* SUBMODULE_MODE */.F ? 'submodule' : 'file';
                },
                targetOf: textAt,
                hasLinks,
            });
        },
        text: textAt,
        hasName(name) {
            if (names === undefined) {
                names = new Set();
                for (const { path } of entries)
                    names.add((0,repository_paths/* nameOf */.Vb)(path));
            }
            return names.has(name);
        },
    };
}
/** Index of the first entry whose path is not before this one. */
function firstFrom(entries, path) {
    let low = 0;
    let high = entries.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        const entry = entries[middle];
        if (entry !== undefined && entry.path < path)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
/** What lies directly in each folder. Entries of a folder come one after the other, so most look-ups are saved. */
function childrenOf(entries) {
    const folders = new Map([['.', []]]);
    const open = (path) => {
        const known = folders.get(path);
        if (known !== undefined)
            return known;
        const made = [];
        folders.set(path, made);
        open((0,repository_paths/* folderOf */.yS)(path)).push({ name: (0,repository_paths/* nameOf */.Vb)(path), folder: true });
        return made;
    };
    let prefix = '';
    let current = open('.');
    for (const { path } of entries) {
        const slash = path.lastIndexOf('/');
        if (slash + 1 !== prefix.length || !path.startsWith(prefix)) {
            prefix = path.slice(0, slash + 1);
            current = open((0,repository_paths/* folderOf */.yS)(path));
        }
        current.push({ name: path.slice(slash + 1), folder: false });
    }
    return folders;
}
/** Texts that name texts that name texts: more than people write. */
const MAX_ROUNDS = 4;
const NO_NAMES = new Set();
/**
 * Snapshots of several commits or trees; an undefined one is empty. Trees are read side by side, then the contents of
 * all links and of every file whose path is wanted, each blob once. What a wanted link leads to is read as well.
 *
 * @param access how to get what a partial clone left out; without it that is an error
 */
async function readSnapshots(place, revisions, wanted, access) {
    const { path: isWanted, more } = typeof wanted === 'function' ? { path: wanted } : wanted;
    const [partial, ...trees] = await Promise.all([
        (0,git_partial/* isPartial */.mt)(place),
        ...revisions.map((revision) => (revision === undefined ? [] : treeOf(place, revision, access))),
    ]);
    const oids = new Set();
    const code = new Set();
    const wantedLinks = [];
    for (const [tree, entries] of trees.entries()) {
        for (const { path, mode, oid } of entries) {
            if (mode === repository_snapshot/* LINK_MODE */.B) {
                oids.add(oid);
                const wants = isWanted(path);
                if (wants !== false)
                    wantedLinks.push({ tree, path, isCode: wants === 'code' });
            }
            else if (mode !== repository_snapshot/* SUBMODULE_MODE */.F && !code.has(oid)) {
                const wants = isWanted(path);
                if (wants !== false)
                    oids.add(oid);
                if (wants === 'code')
                    code.add(oid);
            }
        }
    }
    const missing = partial ? await (0,git_partial/* missingObjects */.xC)(place, revisions) : undefined;
    const complete = (wantedNow) => (0,git_partial/* fetchMissing */.jx)(place, missing, wantedNow, access);
    await complete(oids);
    const texts = await readTexts(place, oids, { code });
    const textOf = (oid) => texts.get(oid);
    const snapshots = trees.map((entries, at) => makeSnapshot(revisions[at] ?? '', entries, textOf));
    const later = new Set();
    const laterCode = new Set();
    for (const { tree, path, isCode } of wantedLinks) {
        const target = snapshots[tree]?.resolve(path);
        if (target?.kind !== 'file')
            continue;
        const entry = snapshots[tree]?.entry(target.path);
        if (entry === undefined || entry.mode === repository_snapshot/* SUBMODULE_MODE */.F)
            continue;
        // What was read as any text may have been refused, where the link makes code of it.
        if (!oids.has(entry.oid) || (isCode && !texts.has(entry.oid)))
            later.add(entry.oid);
        if (isCode)
            laterCode.add(entry.oid);
    }
    let fresh = [...texts.values()];
    for (let round = 0; round < MAX_ROUNDS; round += 1) {
        const names = more?.(fresh) ?? NO_NAMES;
        for (const entries of names.size === 0 ? [] : trees) {
            for (const { path, mode, oid } of entries) {
                if (mode !== repository_snapshot/* LINK_MODE */.B && mode !== repository_snapshot/* SUBMODULE_MODE */.F && !oids.has(oid) && names.has((0,repository_paths/* nameOf */.Vb)(path)))
                    later.add(oid);
            }
        }
        if (later.size === 0)
            break;
        await complete(later);
        const read = await readTexts(place, later, { code: laterCode });
        for (const [oid, text] of read)
            texts.set(oid, text);
        for (const oid of later)
            oids.add(oid);
        later.clear();
        fresh = [...read.values()];
    }
    return snapshots;
}
async function treeOf(place, revision, access) {
    try {
        return await (0,tree/* readTree */.Zc)(place, revision);
    }
    catch (thrown) {
        if (!(await (0,git_partial/* completeTree */.Yu)(place, revision, access)))
            throw thrown;
        return (0,tree/* readTree */.Zc)(place, revision);
    }
}

// EXTERNAL MODULE: ./src/repository/graph/edges.ts
var graph_edges = __webpack_require__(1117);
;// CONCATENATED MODULE: ./src/repository/kubernetes/unknown-part.ts
/** Stands in a text for the part that could not be found out. No path of Git holds it. */
const unknownPart = '\0';
/** The longest folder at the start that has no unknown part; relative like the path. */
function staticFolder(path) {
    const end = path.indexOf(unknownPart);
    return end === -1 ? path : path.slice(0, path.lastIndexOf('/', end) + 1);
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/glob.ts

const alternativesLimit = 64;
const isGlob = (path) => /[*?[{]/.test(path);
/**
 * A test of paths. Its time is bound by pattern × path, whatever the pattern: patterns come from a pull request. What
 * could not be found out in the pattern (`unknownPart`) matches anything.
 */
function globMatcher(pattern, style) {
    const patterns = style === 'doublestar' ? alternatives(pattern) : [pattern];
    const programs = patterns.map((one) => tokens(one, style));
    return (path) => programs.some((program) => glob_matches(program, path));
}
/** The folder that all matches are in. */
function globFolder(pattern) {
    const special = pattern.search(/[*?[{\\\0]/);
    const end = pattern.lastIndexOf('/', special === -1 ? pattern.length : special);
    return end <= 0 ? '.' : pattern.slice(0, end);
}
function tokens(pattern, style) {
    const found = [];
    for (let at = 0; at < pattern.length; at++) {
        const character = pattern.charAt(at);
        if (character === unknownPart)
            found.push({ kind: 'many', slashes: true });
        else if (character === '?')
            found.push({ kind: 'one' });
        else if (character === '*') {
            const run = /^\*+/.exec(pattern.slice(at))?.[0].length ?? 1;
            const slashes = style === 'pathspec' || (style === 'doublestar' && run > 1);
            const folders = style === 'doublestar' && run > 1 && pattern[at + run] === '/';
            at += folders ? run : run - 1;
            found.push(folders ? { kind: 'many', slashes: true, folders: true } : { kind: 'many', slashes });
        }
        else if (character === '[') {
            const end = pattern.indexOf(']', at + 2);
            if (end === -1)
                found.push({ kind: 'text', text: character });
            else {
                found.push({ kind: 'class', holds: characterClass(pattern.slice(at + 1, end)) });
                at = end;
            }
        }
        else if (character === '\\' && at + 1 < pattern.length) {
            at++;
            found.push({ kind: 'text', text: pattern.charAt(at) });
        }
        else
            found.push({ kind: 'text', text: character });
    }
    return found;
}
function characterClass(body) {
    const negated = /^[!^]/.test(body);
    const ranges = [];
    const text = negated ? body.slice(1) : body;
    for (let at = 0; at < text.length; at++) {
        const from = text.charAt(at);
        if (text[at + 1] === '-' && at + 2 < text.length) {
            ranges.push([from, text.charAt(at + 2)]);
            at += 2;
        }
        else
            ranges.push([from, from]);
    }
    return (character) => character !== '/' && ranges.some(([from, to]) => character >= from && character <= to) !== negated;
}
/** All places in the pattern are followed at the same time: no way back is ever taken. */
function glob_matches(program, path) {
    let states = withSkips(program, new Set([0]), true);
    for (let at = 0; at < path.length && states.size > 0; at++) {
        const character = path.charAt(at);
        const next = new Set();
        for (const state of states) {
            const token = program[state];
            if (token === undefined)
                continue;
            if (token.kind === 'text' ? token.text === character : token.kind === 'one' && character !== '/') {
                next.add(state + 1);
            }
            else if (token.kind === 'class' && token.holds(character))
                next.add(state + 1);
            else if (token.kind === 'many' && (token.slashes || character !== '/'))
                next.add(state);
        }
        states = withSkips(program, next, character === '/');
    }
    return states.has(program.length);
}
/** `many` may end at any place, that for whole folders only where a name begins. */
function withSkips(program, states, nameBegins) {
    for (const state of states) {
        const token = program[state];
        if (token?.kind === 'many' && (token.folders === undefined || nameBegins))
            states.add(state + 1);
    }
    return states;
}
/** `a{b,c}` as `ab` and `ac`; when there are too many, braces match anything. */
function alternatives(pattern) {
    let open = [pattern];
    const done = [];
    while (open.length > 0) {
        if (open.length + done.length > alternativesLimit) {
            return [pattern.replace(/\{.*\}/s, unknownPart)];
        }
        const next = [];
        for (const one of open) {
            const group = /\{([^{}]*)\}/.exec(one);
            if (group === null)
                done.push(one);
            else {
                const [whole, body = ''] = group;
                const after = one.slice(group.index + whole.length);
                next.push(...body.split(',').map((choice) => one.slice(0, group.index) + choice + after));
            }
        }
        open = next;
    }
    return done;
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/plain.ts
/** Reads what a foreign file may hold: own keys only, nothing is taken on trust, nothing throws. */
function plain_field(value, ...keys) {
    let at = value;
    for (const key of keys) {
        if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key))
            return undefined;
        at = at[key];
    }
    return at;
}
/** A scalar as text; what says nothing (`''`, `null`, `~`) is absent. */
function plain_text(value) {
    if (typeof value === 'number' || typeof value === 'boolean')
        return String(value);
    if (typeof value !== 'string')
        return undefined;
    return value === '' || value === 'null' || value === '~' ? undefined : value;
}
/** A scalar that may be empty on purpose: a parameter. */
const scalar = (value) => (value === '' ? '' : plain_text(value));
const items = (value) => Array.isArray(value) ? value : [];
const texts = (value) => items(value).flatMap((item) => {
    const found = plain_text(item);
    return found === undefined ? [] : [found];
});
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The second over the first: records are merged, all else is replaced, as a merge patch does. */
function merged(under, over) {
    if (over === undefined)
        return under;
    if (!isRecord(under) || !isRecord(over))
        return over;
    const result = new Map(Object.entries(under));
    for (const [key, value] of Object.entries(over))
        result.set(key, merged(result.get(key), value));
    return Object.fromEntries(result);
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/go-expression.ts


/** The functions that people use in paths, as in Go's templates and Sprig. Anything else is unknown. */
const functions = {
    lower: strings(([value = '']) => value.toLowerCase()),
    upper: strings(([value = '']) => value.toUpperCase()),
    trim: strings(([value = '']) => value.trim()),
    toString: strings(([value = '']) => value),
    base: strings(([value = '']) => (0,repository_paths/* nameOf */.Vb)(value)),
    osBase: strings(([value = '']) => (0,repository_paths/* nameOf */.Vb)(value)),
    dir: strings(([value = '']) => (0,repository_paths/* folderOf */.yS)(value)),
    osDir: strings(([value = '']) => (0,repository_paths/* folderOf */.yS)(value)),
    normalize: strings(([value = '']) => normalizedName(value)),
    trimPrefix: strings(([prefix = '', value = '']) => value.startsWith(prefix) ? value.slice(prefix.length) : value),
    trimSuffix: strings(([suffix = '', value = '']) => suffix !== '' && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value),
    replace: strings(([old = '', by = '', value = '']) => value.split(old).join(by)),
    print: strings((values) => values.join('')),
    printf: strings(([format = '', ...values]) => {
        let at = 0;
        const result = format.replace(/%[svd]/g, () => values[at++] ?? '');
        return result.replace(/%[svd]/g, '').includes('%') ? undefined : result;
    }),
    splitList: strings(([separator = '', value = '']) => value.split(separator)),
    index: ([from, ...keys]) => keys.reduce((at, key) => plain_field(at, plain_text(key) ?? ''), from),
    get: ([from, key]) => plain_field(from, plain_text(key) ?? ''),
    first: ([list]) => (Array.isArray(list) ? list[0] : undefined),
    last: ([list]) => (Array.isArray(list) ? list.at(-1) : undefined),
    join: ([separator, list]) => Array.isArray(list) ? list.map((item) => plain_text(item) ?? '').join(plain_text(separator) ?? '') : undefined,
    // Not `default`: of a parameter that is unknown here nobody knows whether it is empty there.
};
/** The value of one expression in braces; undefined when it cannot be told. */
function evaluateGo(expression, parameters) {
    if (expression.length > 2_000)
        return undefined;
    const tokens = expression.match(/"(?:[^"\\]|\\.)*"|`[^`]*`|\)(?:\.\w+)*|[(|]|[^\s()|"`]+/g) ?? [];
    const reader = { tokens, at: 0, parameters, depth: 0 };
    const value = pipeline(reader);
    return reader.at === tokens.length ? value : undefined;
}
/** `a | b c`: the value before the bar is the last argument of what follows. */
function pipeline(reader) {
    let value = command(reader, []);
    while (reader.tokens[reader.at] === '|') {
        reader.at++;
        value = command(reader, [value]);
    }
    return value;
}
function command(reader, last) {
    const name = reader.tokens[reader.at];
    if (name !== undefined && /^[A-Za-z]\w*$/.test(name) && name !== 'true' && name !== 'false') {
        reader.at++;
        const args = [...operands(reader), ...last];
        const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
        return args.includes(undefined) ? undefined : known?.(args);
    }
    const [value, ...rest] = operands(reader);
    return rest.length > 0 || last.length > 0 ? undefined : value;
}
function operands(reader) {
    const found = [];
    for (let token = reader.tokens[reader.at]; token !== undefined; token = reader.tokens[reader.at]) {
        if (token === '|' || token.startsWith(')'))
            break;
        reader.at++;
        if (token !== '(')
            found.push(operand(token, reader.parameters));
        else if (reader.depth >= 20)
            return [undefined];
        else {
            reader.depth++;
            found.push(pipeline(reader));
            reader.depth--;
            const close = reader.tokens[reader.at];
            if (close?.startsWith(')') !== true)
                return [undefined];
            reader.at++;
            // `(index .a 0).b`
            if (close !== ')')
                found.push(plain_field(found.pop(), ...close.slice(2).split('.')));
        }
    }
    return found;
}
function operand(token, parameters) {
    if (token.startsWith('`'))
        return token.slice(1, -1);
    if (token.startsWith('"')) {
        try {
            return JSON.parse(token);
        }
        catch {
            return undefined;
        }
    }
    if (/^-?\d+$/.test(token))
        return token;
    const path = token.startsWith('$.') ? token.slice(1) : token;
    if (/^(?:\.[\w]+)+$/.test(path))
        return plain_field(parameters, ...path.slice(1).split('.'));
    return undefined;
}
function strings(of) {
    return (args) => {
        const given = args.map(scalar);
        return given.includes(undefined) ? undefined : of(given);
    };
}
/** As Argo CD makes a text fit for a name (its `basenameNormalized`, and `normalize` in templates). */
const normalizedName = (value) => value
    .toLowerCase()
    .replace(/[^-a-z0-9.]/g, '-')
    .slice(0, 253)
    .replace(/^[-.]+|[-.]+$/g, '');

// EXTERNAL MODULE: ./src/repository/graph/file-nodes.ts
var file_nodes = __webpack_require__(2133);
;// CONCATENATED MODULE: ./src/repository/kubernetes/reading.ts


const newReading = (snapshot, yaml, start) => ({
    snapshot,
    repository: start.repository,
    yaml,
    links: start.links,
    chartFolders: start.chartFolders,
    kustomizeFolders: start.kustomizeFolders,
    nodes: new Map(),
    pending: [],
    chartUses: new Map(),
    notices: start.notices,
});
/** What is read names more that is to be read; the list grows while it is gone through. */
function readPending(reading) {
    for (const read of reading.pending)
        read();
    reading.pending.length = 0;
}
/** Adds a node whose edges are found later by `read`, once. */
function addNode(reading, id, files, read) {
    if (reading.nodes.has(id))
        return;
    const edges = [];
    reading.nodes.set(id, { files, edges });
    reading.pending.push(() => read(edges));
}
/** The documents of a file, links followed; undefined when it is not there or is no readable text. */
function readDocuments(reading, path) {
    const { snapshot } = reading;
    const place = snapshot.resolve(path);
    if (place.kind !== 'file')
        return undefined;
    const text = snapshot.text(place.path);
    const oid = snapshot.entry(place.path)?.oid;
    return text === undefined || oid === undefined ? undefined : reading.yaml.read(oid, text);
}
/** A file or a folder as it is, and the links on the way. Nothing when it is not there. */
const plainEdges = (reading, path, kind, dynamic = false) => (0,file_nodes/* pathEdges */.Qt)(reading.snapshot, path, kind, dynamic);
/** Where the links below a folder lead: what is there counts as if it were in the folder. */
const linksBelow = (reading, folder) => reading.links.filter((link) => (0,repository_paths/* isWithin */.UO)(link, folder)).flatMap((link) => (0,file_nodes/* linkEdges */.hE)(reading.snapshot, link));

;// CONCATENATED MODULE: ./src/repository/kubernetes/repository-url.ts
/**
 * Whether the address of a source is this repository (`owner/name`, or longer where groups nest): https, ssh and the
 * short form of scp, with or without user, port and `.git`, upper and lower case alike. The host is not compared: a
 * mirror has the same files. Undefined when it cannot be told, then what decides is whether the path exists here: the
 * address or this repository's name is unknown, or only the owner differs (a fork, or a repository that was moved).
 */
function isThisRepository(url, repository) {
    if (url === undefined || url === '' || url.includes('\0') || url.includes('{{'))
        return undefined;
    if (repository === undefined || repository === '')
        return undefined;
    const path = url
        .trim()
        .replace(/[?#].*$/s, '')
        .replace(/\/+$/, '')
        .replace(/\.git$/i, '')
        .toLowerCase();
    const own = repository.toLowerCase().replace(/^\/+|\/+$/g, '');
    if (path === own || path.endsWith(`/${own}`) || path.endsWith(`:${own}`))
        return true;
    const name = own.slice(own.lastIndexOf('/') + 1);
    return path.endsWith(`/${name}`) && !path.startsWith('oci:') ? undefined : false;
}
/**
 * The address without what may be a secret: user and password, and what follows `?` or `#`. The user `git` of ssh,
 * which everybody has, stays.
 */
function withoutUser(url) {
    const scheme = /^\s*[a-z][\w+.-]*:\/\//i.exec(url)?.[0] ?? '';
    const rest = url.slice(scheme.length);
    const slash = rest.search(/[/\\]/);
    const authority = slash < 0 ? rest : rest.slice(0, slash);
    let at = authority.lastIndexOf('@');
    // A password with a slash that is not escaped: what looks like a port is none.
    if (at < 0 && /:[^/]*[^\d/]/.test(authority) && scheme !== '')
        at = rest.lastIndexOf('@');
    const isSsh = scheme === '' || /ssh/i.test(scheme);
    const user = isSsh && /^git(?:$|:)/.test(rest.slice(0, Math.max(0, at))) ? 'git@' : '';
    return `${scheme}${user}${rest.slice(at + 1).replace(/[?#].*$/s, '')}`;
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/git-generator.ts







/** What a Git generator gives; undefined when that cannot be told: it looks at another repository. */
function gitParameters(context, git) {
    const { reading } = context;
    const own = isThisRepository(plain_text(plain_field(git, 'repoURL')), reading.repository);
    if (own === false)
        return undefined;
    const prefix = plain_text(plain_field(git, 'pathParamPrefix'));
    const directories = items(plain_field(git, 'directories'));
    const sets = directories.length > 0 ? directorySets(reading, directories, prefix) : fileSets(context, git, prefix);
    // Of which repository is not known, and nothing here fits: it is another one.
    return sets.length === 0 && own === undefined ? undefined : sets;
}
function patternsOf(entries) {
    const include = [];
    const exclude = [];
    for (const entry of entries) {
        const path = plain_text(plain_field(entry, 'path'));
        if (path !== undefined)
            (plain_text(plain_field(entry, 'exclude')) === 'true' ? exclude : include).push(path);
    }
    return { include, exclude };
}
/**
 * Argo CD compares each folder of the repository by Go's path.Match, so that `*` and `**` both stop at a slash. Folders
 * whose name begins with a dot, and what is in them, are left out; one exclusion beats all inclusions.
 */
function directorySets(reading, directories, prefix) {
    const { include, exclude } = patternsOf(directories);
    // An exclusion that is not known leaves out nothing.
    const excluded = exclude
        .filter((one) => !one.includes(unknownPart))
        .map((one) => globMatcher(one, 'segment'));
    const found = new Set();
    for (const pattern of include) {
        const fits = globMatcher(pattern, 'segment');
        const root = globFolder(pattern);
        if (root !== '.' && !reading.snapshot.isFolder(root))
            continue;
        for (const folder of foldersBelow(reading, root))
            if (fits(folder))
                found.add(folder);
    }
    return [...found]
        .filter((folder) => !excluded.some((fits) => fits(folder)))
        .sort()
        .map((folder) => ({ values: pathValues(folder, prefix), files: [], folders: [folder] }));
}
function foldersBelow(reading, root) {
    const folders = new Set();
    for (const { path } of reading.snapshot.under(root)) {
        for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            const folder = path.slice(0, end);
            if (folders.has(folder))
                break;
            folders.add(folder);
        }
    }
    for (const folder of folders)
        if (/(?:^|\/)\./.test(folder))
            folders.delete(folder);
    return folders;
}
function pathValues(folder, prefix, file) {
    const path = {
        path: folder,
        basename: (0,repository_paths/* nameOf */.Vb)(folder),
        basenameNormalized: normalizedName((0,repository_paths/* nameOf */.Vb)(folder)),
        segments: folder.split('/'),
    };
    if (file !== undefined) {
        path['filename'] = (0,repository_paths/* nameOf */.Vb)(file);
        path['filenameNormalized'] = normalizedName((0,repository_paths/* nameOf */.Vb)(file));
    }
    return prefix === undefined ? { path } : { [prefix]: { path } };
}
/** One set per file, or per element of the list in it. What is not readable gives an open one. */
function fileSets(context, git, prefix) {
    const { reading, edges } = context;
    const { include, exclude } = patternsOf(items(plain_field(git, 'files')));
    const excluded = exclude.filter((one) => !one.includes(unknownPart)).map((one) => fileTest(one).surely);
    const found = new Set();
    for (const pattern of include) {
        for (const path of filesLike(reading, pattern))
            if (!excluded.some((fits) => fits(path)))
                found.add(path);
    }
    return [...found].sort().flatMap((path) => {
        edges.push(...plainEdges(reading, path, 'generator'));
        const document = readDocuments(reading, path)?.[0];
        const value = document?.fault === undefined ? document?.value : undefined;
        const objects = Array.isArray(value) ? value : [value];
        return objects.map((object) => ({
            values: { ...(isRecord(object) ? object : {}), ...pathValues((0,repository_paths/* folderOf */.yS)(path), prefix, path) },
            files: [path],
            folders: [],
        }));
    });
}
function filesLike(reading, pattern) {
    const clean = (0,repository_paths/* joinPath */.uJ)('.', pattern);
    if (clean === undefined)
        return [];
    if (!isGlob(clean) && !clean.includes(unknownPart)) {
        if (reading.snapshot.entry(clean) !== undefined)
            return [clean];
    }
    const fits = fileTest(clean).perhaps;
    const root = isGlob(clean) || clean.includes(unknownPart) ? globFolder(clean) : clean;
    return reading.snapshot
        .under(root)
        .map(({ path }) => path)
        .filter(fits);
}
/**
 * By default Argo CD gives the pattern to `git ls-files`, whose `*` takes slashes and which takes a folder for all in
 * it; with its newer setting `*` stops at a slash and `**` does not. Which one runs is not written in the repository:
 * what either of them finds counts, and what both of them leave out is left out.
 */
function fileTest(pattern) {
    const clean = (0,repository_paths/* joinPath */.uJ)('.', pattern) ?? pattern;
    const older = globMatcher(clean, 'pathspec');
    const newer = globMatcher(clean, 'doublestar');
    return {
        perhaps: (path) => older(path) || newer(path) || (0,repository_paths/* isWithin */.UO)(path, clean),
        surely: (path) => older(path) && newer(path),
    };
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/parameters.ts
const nothingKnown = { values: {}, files: [], folders: [] };

;// CONCATENATED MODULE: ./src/repository/kubernetes/template.ts



/** Fills in a template text of an ApplicationSet; `unknownPart` stands for what cannot be told from the files. */
function renderText(template, parameters, goTemplate) {
    if (!template.includes('{{'))
        return template;
    return goTemplate
        ? renderGo(template, parameters)
        : partsOf(template)
            .map(({ before, inner }) => inner === undefined ? before : before + plainParameter(inner.trim(), parameters))
            .join('');
}
/** What stands before each pair of braces and in it; the last part has none. Linear, whatever the text. */
function partsOf(template) {
    const parts = [];
    let from = 0;
    for (;;) {
        const open = template.indexOf('{{', from);
        const close = open === -1 ? -1 : template.indexOf('}}', open + 2);
        if (close === -1)
            return [...parts, { before: template.slice(from) }];
        parts.push({ before: template.slice(from, open), inner: template.slice(open + 2, close) });
        from = close + 2;
    }
}
/** All texts of a value, keys included; nesting that deep that no template has it is left out. */
function renderValue(value, parameters, goTemplate, depth = 0) {
    if (typeof value === 'string')
        return renderText(value, parameters, goTemplate);
    if (typeof value !== 'object' || value === null || depth > 60)
        return value;
    if (Array.isArray(value))
        return value.map((item) => renderValue(item, parameters, goTemplate, depth + 1));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [
        renderText(key, parameters, goTemplate),
        renderValue(item, parameters, goTemplate, depth + 1),
    ]));
}
/** The older form: only names in braces. `{{path}}` is the path itself, `{{path[1]}}` a segment of it. */
function plainParameter(name, parameters) {
    const literal = scalar(plain_field(parameters, name));
    if (literal !== undefined)
        return literal;
    const segment = /^(.*)\[(\d+)\]$/.exec(name);
    const keys = (segment?.[1] ?? name).split('.');
    const found = plain_field(parameters, ...keys);
    if (segment !== null) {
        const list = Array.isArray(found) ? found : plain_field(found, 'segments');
        return plain_text(plain_field(list, segment[2] ?? '')) ?? unknownPart;
    }
    return (isRecord(found) ? plain_text(plain_field(found, 'path')) : scalar(found)) ?? unknownPart;
}
/** Go templates: single expressions are evaluated; a block (`if`, `range`, `with`) as a whole is unknown. */
function renderGo(template, parameters) {
    let result = '';
    let depth = 0;
    let trim = false;
    for (const { before, inner } of partsOf(template)) {
        const trimmed = trim ? before.trimStart() : before;
        if (depth === 0)
            result += inner?.startsWith('-') === true ? trimmed.trimEnd() : trimmed;
        if (inner === undefined)
            break;
        trim = inner.endsWith('-');
        const expression = inner.replace(/^-|-$/g, '').trim();
        const word = /^\w+/.exec(expression)?.[0] ?? '';
        if (/^(?:if|range|with|define|block)$/.test(word)) {
            if (depth++ === 0)
                result += unknownPart;
        }
        else if (word === 'end')
            depth = Math.max(0, depth - 1);
        else if (depth > 0 || expression.startsWith('/*') || /^\$\w+\s*:?=/.test(expression))
            continue;
        else
            result += scalar(evaluateGo(expression, parameters)) ?? unknownPart;
    }
    return result;
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/generators.ts





/** More than these are not told apart: what they have in common counts then, and all else is unknown. */
const largestSet = 2_000;
/**
 * What a generator gives, of the files alone. List and Git generators are read, matrix and merge combine them. Of
 * others (clusters, pull requests, plugins) only their own `values` are known: one set, open in all else.
 */
function parametersOf(context, generator, outer, depth = 0) {
    if (context.budget <= 0)
        return [nothingKnown];
    const sets = allSets(context, withOuter(generator, outer, context), outer, depth);
    const chosen = sets.filter(({ values }) => mayBeSelected(plain_field(generator, 'selector'), values));
    context.budget -= chosen.length;
    return chosen.length > largestSet ? [nothingKnown] : chosen;
}
/** The second generator of a matrix may use what the first gives. What stays open is left as it is. */
function withOuter(generator, outer, { goTemplate }) {
    if (outer === undefined)
        return generator;
    const { template, ...rest } = isRecord(generator) ? generator : {};
    const inner = Object.fromEntries(Object.entries(rest).map(([kind, spec]) => [kind, withoutTemplate(spec, outer, goTemplate)]));
    return template === undefined ? inner : { ...inner, template };
}
/** Templates and values of the inner generator are filled in later, by its own parameters as well. */
function withoutTemplate(spec, outer, goTemplate) {
    if (!isRecord(spec))
        return spec;
    const { template, values, ...rest } = spec;
    const rendered = renderValue(rest, outer, goTemplate);
    return { ...(isRecord(rendered) ? rendered : {}), ...(values === undefined ? {} : { values }), template };
}
function allSets(context, generator, outer, depth) {
    const list = plain_field(generator, 'list');
    const git = plain_field(generator, 'git');
    const matrix = plain_field(generator, 'matrix');
    const merge = plain_field(generator, 'merge');
    if (depth > 4)
        return [nothingKnown];
    if (list !== undefined)
        return listSets(context, list);
    if (git !== undefined) {
        const sets = gitParameters(context, git) ?? [nothingKnown];
        return sets.map((set) => withValues(set, plain_field(git, 'values'), outer, context));
    }
    if (matrix !== undefined)
        return matrixSets(context, matrix, outer, depth);
    if (merge !== undefined)
        return mergeSets(context, merge, outer, depth);
    const spec = isRecord(generator)
        ? Object.entries(generator).find(([name]) => name !== 'selector' && name !== 'template')?.[1]
        : undefined;
    return [withValues(nothingKnown, plain_field(spec, 'values'), outer, context)];
}
function withValues(set, values, outer, { goTemplate }) {
    if (!isRecord(values))
        return set;
    const all = { ...outer, ...set.values };
    return { ...set, values: { ...set.values, values: renderValue(values, all, goTemplate) } };
}
function listSets(context, list) {
    const elements = items(plain_field(list, 'elements')).filter(isRecord);
    const sets = elements.map((values) => ({ values, files: [], folders: [] }));
    const yaml = plain_text(plain_field(list, 'elementsYaml'));
    if (yaml === undefined)
        return sets;
    if (yaml.includes(unknownPart) || yaml.includes('{{'))
        return [...sets, nothingKnown];
    const parsed = context.reading.yaml.read(`elements ${yaml}`, yaml)[0];
    if (!Array.isArray(parsed?.value))
        return [...sets, nothingKnown];
    return [...sets, ...parsed.value.filter(isRecord).map((values) => ({ values, files: [], folders: [] }))];
}
function matrixSets(context, matrix, outer, depth) {
    let sets;
    for (const generator of items(plain_field(matrix, 'generators'))) {
        const next = [];
        for (const set of sets ?? [{ ...nothingKnown, values: outer ?? {} }]) {
            // The first generator has nothing before it but what a matrix around this one gives.
            const before = sets === undefined ? outer : set.values;
            for (const inner of parametersOf(context, generator, before, depth + 1))
                next.push(joined(set, inner));
            if (next.length > largestSet)
                return [nothingKnown];
        }
        sets = next;
    }
    return sets ?? [];
}
/** Later values win, but maps of both (`values`, `path`) are merged. */
function joined(first, second) {
    const values = merged(first.values, second.values);
    return {
        values: isRecord(values) ? values : {},
        files: [...first.files, ...second.files],
        folders: [...first.folders, ...second.folders],
    };
}
/** The sets of the first generator, overridden by those of the others that agree, or may agree, in the merge keys. */
function mergeSets(context, merge, outer, depth) {
    const [base, ...others] = items(plain_field(merge, 'generators'));
    const keys = items(plain_field(merge, 'mergeKeys')).flatMap((key) => plain_text(key) ?? []);
    let sets = [...parametersOf(context, base, outer, depth + 1)];
    for (const generator of others) {
        const overrides = parametersOf(context, generator, outer, depth + 1);
        const next = [];
        const find = byKeys(keys, overrides, context);
        for (const set of sets) {
            const { fitting, sure } = find(set);
            if (!sure)
                next.push(set);
            for (const override of fitting) {
                next.push(Object.keys(override.values).length === 0 ? nothingKnown : joined(set, override));
            }
            if (next.length > largestSet)
                return [nothingKnown];
        }
        sets = next;
    }
    return sets;
}
/**
 * Finds the sets that agree, or may agree, with one in all keys; `sure` when one of them certainly does. Those whose
 * keys are all known are looked up, for there may be thousands on both sides.
 */
function byKeys(keys, sets, context) {
    const texts = (set) => keys.map((key) => keyText(key, set, context));
    const isKnown = (words) => !words.some((word) => word.includes(unknownPart));
    const all = sets.map((set, place) => ({ set, place, words: texts(set) }));
    const known = Map.groupBy(all.filter(({ words }) => isKnown(words)), ({ words }) => JSON.stringify(words));
    const open = all.filter(({ words }) => !isKnown(words));
    return (set) => {
        const words = texts(set);
        const isSure = isKnown(words);
        const exact = isSure ? (known.get(JSON.stringify(words)) ?? []) : [];
        const perhaps = (isSure ? open : all).filter((one) => mayAgree(words, one.words));
        const fitting = [...exact, ...perhaps].sort((a, b) => a.place - b.place).map((one) => one.set);
        return { fitting, sure: exact.length > 0 };
    };
}
function keyText(key, { values }, { goTemplate }) {
    return renderText(goTemplate ? `{{ .${key} }}` : `{{${key}}}`, values, goTemplate);
}
const mayAgree = (a, b) => a.every((word, at) => {
    const other = b[at] ?? '';
    return word === other || word.includes(unknownPart) || other.includes(unknownPart);
});
/** False only when the labels are known and do not fit: what is unknown may be selected. */
function mayBeSelected(selector, values) {
    const valueOf = (key) => {
        const value = plain_text(plain_field(values, key)) ?? plain_text(plain_field(values, ...key.split('.')));
        return value?.includes(unknownPart) === true ? undefined : value;
    };
    const labels = plain_field(selector, 'matchLabels');
    if (isRecord(labels)) {
        for (const [key, wanted] of Object.entries(labels)) {
            const value = valueOf(key);
            if (value !== undefined && value !== plain_text(wanted))
                return false;
        }
    }
    return items(plain_field(selector, 'matchExpressions')).every((expression) => {
        const value = valueOf(plain_text(plain_field(expression, 'key')) ?? '');
        const operator = plain_text(plain_field(expression, 'operator'));
        if (value === undefined || (operator !== 'In' && operator !== 'NotIn'))
            return true;
        return items(plain_field(expression, 'values')).some((item) => plain_text(item) === value) === (operator === 'In');
    });
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/kubernetes-text.ts
/** What is known to hold no manifest, and is often large. */
const neverRead = /(?:^|\/)(?:package[^/]*|[^/]*[-.]lock|composer|tsconfig[^/]*|[^/]*\.(?:tf|tofu|tfvars))\.(?:json|ya?ml)$/;
const neverIn = /(?:^|\/)(?:\.git|\.terraform|\.terragrunt-cache|node_modules)\//;
/**
 * True for files whose text has to be read in for `findKubernetes`: YAML and JSON, Kustomize files, Jsonnet, and the
 * helpers (`.tpl`) of a chart in the repository root, whose folder cannot count as a whole.
 */
function isKubernetesText(path) {
    if (!hasTextEnding(path))
        return false;
    return !neverRead.test(path) && !neverIn.test(path);
}
function hasTextEnding(path) {
    if (path.endsWith('.yaml') || path.endsWith('.yml') || path.endsWith('.json'))
        return true;
    if (path.endsWith('sonnet'))
        return path.endsWith('.jsonnet') || path.endsWith('.libsonnet');
    if (path.endsWith('.tpl'))
        return path.startsWith('templates/');
    return path.endsWith('Kustomization') && (path === 'Kustomization' || path.endsWith('/Kustomization'));
}
/** The part of them that says what a chart or a Kustomize folder is made of; see `namesMoreTexts`. */
const isRenderedText = (path) => /(?:^|\/)(?:Chart\.yaml|requirements\.yaml|kustomization\.ya?ml|Kustomization)$/.test(path) &&
    isKubernetesText(path);
/** True when these need further texts: plugins of Kustomize, and the templates of a chart in the root. */
const namesMoreTexts = (snapshot) => snapshot.entry('Chart.yaml') !== undefined ||
    snapshot.entries.some(({ path }) => path.includes('ustomization') &&
        isRenderedText(path) &&
        /\b(?:generators|transformers|validators)\b/.test(snapshot.text(path) ?? ''));
/** A cheap look before a text is parsed: an apiVersion of Argo CD, and a text that ends with the kind, must be in it. */
const mayHoldApplications = (text) => text.includes('argoproj.io') &&
    text.includes('Application') &&
    /argoproj\.io\\?\/v/.test(text) &&
    /Application(?:Set)?["']?[ \t\r]*(?:[,}\]#]|$)/m.test(text);
/** A text that cannot be parsed is worth a word when these two lines are in it. */
const speaksOfApplications = (text) => /["']?\bapiVersion["']?\s*:\s*["']?argoproj\.io\//.test(text) &&
    /["']?\bkind["']?\s*:\s*["']?Application(?:Set)?\b/.test(text);
/** The folders `P` of a path `P/NAME/…`, the outermost first. */
function foldersBefore(path, name) {
    const found = [];
    if (path.startsWith(`${name}/`))
        found.push('.');
    for (let at = path.indexOf(`/${name}/`); at !== -1; at = path.indexOf(`/${name}/`, at + 1)) {
        found.push(path.slice(0, at));
    }
    return found;
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/charts.ts





/**
 * The charts of a repository, sorted by path. A chart in the `charts/` folder of another belongs to that one.
 *
 * Two nodes each: `chart:PATH` is the item, with the Applications that render it; `chart-files:PATH` is what others
 * render or depend on, so that two Applications of one chart are not inputs of each other.
 */
function findCharts(reading) {
    const own = reading.chartFolders.filter((folder) => !isVendored(reading, folder));
    return own.sort(byText).map((path) => {
        const head = readHead(reading, path);
        const source = addChartFiles(reading, path);
        addNode(reading, `chart:${path}`, reading.nodes.get(source)?.files ?? [], (edges) => {
            // Read before this one: nodes are read in the order they were added.
            edges.push(...(reading.nodes.get(source)?.edges ?? []));
        });
        const type = plain_text(plain_field(head, 'type')) === 'library' ? 'library' : 'application';
        const name = plain_text(plain_field(head, 'name')) ?? fallbackName(reading, path);
        return { name, path, version: plain_text(plain_field(head, 'version')) ?? '', type, node: `chart:${path}` };
    });
}
const isVendored = (reading, folder) => foldersBefore(folder, 'charts').some((parent) => isChart(reading, parent));
/** To be called when all Applications are read. */
function addChartUses(reading, charts) {
    for (const { path, node } of charts) {
        const uses = reading.chartUses.get(path);
        const found = reading.nodes.get(node);
        if (uses === undefined || found === undefined)
            continue;
        reading.nodes.set(node, { files: found.files, edges: [...found.edges, ...uses] });
    }
}
const isChartFile = (path) => path === 'Chart.yaml' || path.endsWith('/Chart.yaml');
const isChart = (reading, folder) => reading.snapshot.entry((0,repository_paths/* inFolder */._z)(folder, 'Chart.yaml')) !== undefined;
/** The node of a chart as others use it. */
function addChartFiles(reading, path) {
    const id = `chart-files:${path}`;
    addNode(reading, id, chartFiles(reading, path), (edges) => {
        edges.push(...chartEdges(reading, path, isVendored(reading, path)));
    });
    return id;
}
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
function fallbackName(reading, path) {
    return path === '.' ? (0,repository_paths/* nameOf */.Vb)(reading.repository ?? '') || 'chart' : (0,repository_paths/* nameOf */.Vb)(path);
}
function readHead(reading, path) {
    const file = (0,repository_paths/* inFolder */._z)(path, 'Chart.yaml');
    const document = readDocuments(reading, file)?.[0];
    if (document === undefined) {
        const help = 'It is taken as a chart with the name of its folder.';
        reading.notices.push({ message: 'This Chart.yaml is empty or could not be read', help, file });
    }
    if (document?.fault !== undefined) {
        const { message, line, column } = document.fault;
        reading.notices.push({
            message: `This Chart.yaml could not be read: ${message}`,
            help: 'All it names in the repository counts as a part of the chart.',
            file,
            line,
            column,
        });
    }
    return document?.value;
}
/** Dependencies of Helm 3 stand in Chart.yaml, those of Helm 2 (apiVersion v1) in requirements.yaml. */
function chartEdges(reading, path, quiet) {
    const edges = chartLinks(reading, path);
    for (const name of ['Chart.yaml', 'requirements.yaml']) {
        const file = (0,repository_paths/* inFolder */._z)(path, name);
        if (reading.snapshot.entry(file) === undefined)
            continue;
        for (const document of readDocuments(reading, file) ?? []) {
            for (const dependency of items(plain_field(document.value, 'dependencies'))) {
                const repository = plain_text(plain_field(dependency, 'repository'));
                if (repository?.startsWith('file://') !== true)
                    continue;
                edges.push(...dependencyEdges(reading, path, file, repository.slice(7), quiet));
            }
            if (document.text === undefined)
                continue;
            for (const [, target = ''] of document.text.matchAll(/file:\/\/([^\s"',}\]]+)/g)) {
                edges.push(...dependencyEdges(reading, path, file, target, true).map(asDynamic));
            }
        }
    }
    return edges;
}
const asDynamic = ({ to, kind }) => (0,graph_edges/* edge */.c)(to, kind, true);
/** Helm takes the path from the chart's folder, and as it is: nothing is decoded. */
function dependencyEdges(reading, path, file, target, quiet) {
    const tell = (message) => {
        const help = 'It is left out: only files of this repository can be compared.';
        if (!quiet)
            reading.notices.push({ message: `The dependency file://${target} ${message}`, help, file });
        return [];
    };
    const joined = target.startsWith('/') ? undefined : (0,repository_paths/* joinPath */.uJ)(path, target);
    if (joined === undefined)
        return tell('leads out of the repository');
    const place = reading.snapshot.resolve(joined);
    const links = place.links.map((link) => ({ to: `file:${link}`, kind: 'link' }));
    if (place.kind === 'outside')
        return [...links, ...tell('is a link that leads out of the repository')];
    if (place.kind === 'loop')
        return [...links, ...tell('is a link that leads back to itself')];
    if (place.kind === 'missing')
        return [...links, ...tell('is not there')];
    if (place.kind === 'folder' && isChart(reading, place.path)) {
        return [...links, { to: addChartFiles(reading, place.path), kind: 'chart dependency' }];
    }
    return plainEdges(reading, joined, 'chart dependency');
}
/** A link in a chart to another chart (`charts/common -> ../../common`) brings that one's dependencies too. */
function chartLinks(reading, path) {
    return linksBelow(reading, path)
        .filter(({ to }) => path !== '.' || !to.startsWith('file:') || rootChartHolds(reading)(to.slice(5)))
        .flatMap((one) => {
        const folder = one.to.startsWith('folder:') ? one.to.slice(7) : undefined;
        if (folder === undefined || !isChart(reading, folder))
            return [one];
        return [one, { to: addChartFiles(reading, folder), kind: 'chart dependency' }];
    });
}
/** Helm loads all files of the folder, whatever their names: `.Files` may read any of them. */
function chartFiles(reading, path) {
    const files = reading.snapshot.under(path).map((entry) => entry.path);
    return path === '.' ? files.filter(rootChartHolds(reading)) : files;
}
/**
 * Below a chart in the repository root is the whole repository. It counts what Helm gives a meaning, the files next to
 * Chart.yaml, and what the templates read with `.Files`: all when the name is not written out.
 */
function rootChartHolds(reading) {
    const heads = new Set(['templates', 'charts', 'crds', 'ci']);
    for (const { path } of reading.snapshot.under('templates')) {
        const template = reading.snapshot.text(path);
        if (template?.includes('.Files') !== true)
            continue;
        for (const [, name] of template.matchAll(/\.Files(?:\.\w+)?(?:\s+"([^"*?[{]*))?/g)) {
            if (name === undefined || name === '' || !name.includes('/')) {
                if (name === undefined || name === '')
                    return () => true;
                continue;
            }
            heads.add(name.replace(/^(?:\.\/)+/, '').split('/')[0] ?? '');
        }
    }
    return (path) => (0,repository_paths/* folderOf */.yS)(path) === '.' || heads.has(path.split('/')[0] ?? '');
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/named-paths.ts


/**
 * Paths of the tree that a text seems to name, seen from the given folders: for texts that cannot be read properly.
 * Each word, each quoted text and each end of a line counts. Of a path with an unknown part, its static folder.
 */
function namedPaths(reading, text, folders) {
    const found = new Set();
    const seen = new Set();
    for (const words of [
        /[^\s"'`,;:=[\]{}()<>|#!&]+/g,
        /"([^"\n]{1,300})"|'([^'\n]{1,300})'/g,
        /(?:: +|- +)(\S[^\n]{0,300})$/gm,
    ]) {
        for (const match of text.matchAll(words)) {
            const word = (match[1] ?? match[2] ?? match[0]).trim();
            if (word.length > 300 || seen.has(word))
                continue;
            seen.add(word);
            const path = staticFolder(word.replace(/^\$[\w-]+\//, '/'));
            for (const folder of path.startsWith('/') ? ['.'] : folders) {
                const at = (0,repository_paths/* joinPath */.uJ)(folder, path.replace(/^\/+/, ''));
                if (at === undefined || at === '.' || at === folder)
                    continue;
                const place = reading.snapshot.resolve(at);
                if (place.kind === 'file' || place.kind === 'folder')
                    found.add(at);
            }
        }
    }
    return [...found].sort();
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/kustomize.ts








/** The names Kustomize looks for. */
const kustomizeNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
const isKustomizeFile = (path) => path.includes('ustomization') && kustomizeNames.some((name) => path === name || path.endsWith(`/${name}`));
const kustomizeFiles = (reading, folder) => kustomizeNames
    .map((name) => (0,repository_paths/* inFolder */._z)(folder, name))
    .filter((path) => reading.snapshot.entry(path) !== undefined);
/** The node of a folder with a Kustomize file: that file, and all it names, to any depth. */
function addKustomization(reading, folder) {
    const id = `kustomize:${folder}`;
    const files = kustomizeFiles(reading, folder);
    addNode(reading, id, files, (edges) => {
        for (const file of files)
            edges.push(...fileEdges(reading, folder, file));
    });
    return id;
}
/** What a place is to Kustomize or an Application: a chart, a Kustomize folder, else its files. */
function placeEdges(reading, path, kind, dynamic = false) {
    const place = reading.snapshot.resolve(path);
    const edges = plainEdges(reading, path, kind, dynamic);
    if (place.kind !== 'folder')
        return edges;
    const found = [];
    if (isChart(reading, place.path)) {
        found.push((0,graph_edges/* edge */.c)(addChartFiles(reading, place.path), kind === 'manifests' ? 'chart' : kind, dynamic));
    }
    if (kustomizeFiles(reading, place.path).length > 0) {
        found.push((0,graph_edges/* edge */.c)(addKustomization(reading, place.path), 'kustomize', dynamic));
    }
    if (found.length === 0 || dynamic)
        return [...edges, ...found];
    return [...edges.filter(({ to }) => to.startsWith('file:')), ...found];
}
function fileEdges(reading, folder, file) {
    const edges = reading.snapshot.entry(file)?.mode === repository_snapshot/* LINK_MODE */.B ? (0,file_nodes/* linkEdges */.hE)(reading.snapshot, file) : [];
    const documents = readDocuments(reading, file);
    if (documents === undefined)
        return [...edges, ...plainEdges(reading, folder, 'kustomize', true)];
    for (const { value, fault, text: source } of documents) {
        edges.push(...entryEdges(reading, folder, value, file));
        if (fault === undefined || source === undefined)
            continue;
        const { message, line, column } = fault;
        const help = 'All it names in the repository counts as its input.';
        reading.notices.push({
            message: `This Kustomize file could not be read: ${message}`,
            help,
            file,
            line,
            column,
        });
        edges.push(...plainEdges(reading, folder, 'kustomize', true));
        for (const path of namedPaths(reading, source, [folder]))
            edges.push(...placeEdges(reading, path, 'kustomize', true));
    }
    return edges;
}
/** Fields whose entries are files or folders; `patchesStrategicMerge` and others may hold YAML instead. */
const pathLists = [
    'resources',
    'bases',
    'components',
    'crds',
    'configurations',
    'patchesStrategicMerge',
    'generators',
    'transformers',
    'validators',
];
function entryEdges(reading, folder, value, file) {
    const edges = [];
    const add = (path) => {
        if (path === undefined || path.includes('\n'))
            return undefined;
        const at = (0,repository_paths/* joinPath */.uJ)(folder, path);
        if (at === undefined && !isRemote(path)) {
            const help = 'It is left out: only files of this repository can be compared.';
            reading.notices.push({
                message: `This Kustomize file names ${path}, outside of the repository`,
                help,
                file,
            });
        }
        if (at === undefined)
            return undefined;
        // A folder that names itself would be the whole of it.
        if (at === folder)
            return undefined;
        edges.push(...placeEdges(reading, at, 'kustomize'));
        return at;
    };
    for (const name of pathLists) {
        for (const path of texts(plain_field(value, name))) {
            const at = add(path);
            // Plugins are described in files of their own, which name further ones from the same folder.
            if (at !== undefined && /^(?:generators|transformers|validators)$/.test(name)) {
                edges.push(...pluginEdges(reading, folder, at));
            }
        }
    }
    for (const name of ['patches', 'patchesJson6902', 'replacements']) {
        for (const item of items(plain_field(value, name)))
            add(plain_text(plain_field(item, 'path')));
    }
    add(plain_text(plain_field(value, 'openapi', 'path')));
    for (const name of ['configMapGenerator', 'secretGenerator']) {
        for (const item of items(plain_field(value, name))) {
            // `key=path`, or the path alone.
            for (const entry of texts(plain_field(item, 'files')))
                add(entry.slice(entry.indexOf('=') + 1));
            for (const entry of texts(plain_field(item, 'envs')))
                add(entry);
            add(plain_text(plain_field(item, 'env')));
        }
    }
    edges.push(...helmEdges(reading, folder, value, add));
    return edges;
}
const isRemote = (path) => path.includes('://') || /^(?:git@|git::|github\.com\/)/.test(path) || path.includes('?ref=');
function pluginEdges(reading, folder, path) {
    const place = reading.snapshot.resolve(path);
    if (place.kind !== 'file')
        return [];
    const source = reading.snapshot.text(place.path);
    if (source === undefined)
        return plainEdges(reading, folder, 'kustomize', true);
    const from = [...new Set([folder, (0,repository_paths/* folderOf */.yS)(place.path)])];
    return namedPaths(reading, source, from).flatMap((named) => plainEdges(reading, named, 'kustomize', true));
}
/** Charts that Kustomize renders: from the chart home (`charts` by default) when they are there, else from afar. */
function helmEdges(reading, folder, value, add) {
    const edges = [];
    const globalHome = plain_text(plain_field(value, 'helmGlobals', 'chartHome')) ?? 'charts';
    for (const list of ['helmCharts', 'helmChartInflationGenerator']) {
        for (const item of items(plain_field(value, list))) {
            add(plain_text(plain_field(item, 'valuesFile')));
            add(plain_text(plain_field(item, 'values')));
            for (const path of texts(plain_field(item, 'additionalValuesFiles')))
                add(path);
            const name = plain_text(plain_field(item, 'name')) ?? plain_text(plain_field(item, 'chartName'));
            const version = plain_text(plain_field(item, 'version')) ?? plain_text(plain_field(item, 'chartVersion')) ?? '';
            const home = plain_text(plain_field(item, 'chartHome')) ?? globalHome;
            if (name === undefined)
                continue;
            // Kustomize pulls a chart with a version into a folder of that version.
            for (const place of [`${home}/${name}`, `${home}/${name}-${version}/${name}`]) {
                const at = (0,repository_paths/* joinPath */.uJ)(folder, place);
                const found = at === undefined ? undefined : reading.snapshot.resolve(at);
                if (found?.kind !== 'folder' || !isChart(reading, found.path))
                    continue;
                for (const link of found.links)
                    edges.push({ to: `file:${link}`, kind: 'link' });
                edges.push({ to: addChartFiles(reading, found.path), kind: 'chart' });
            }
        }
    }
    return edges;
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/jsonnet.ts


/** What the Jsonnet files of a folder import, to any depth: next to the file that says so, else from the libraries. */
function jsonnetImports(reading, folder, libraries) {
    const edges = [];
    const files = reading.snapshot.under(folder).map(({ path }) => path);
    const seen = new Set(files.filter((path) => path.endsWith('sonnet')));
    for (const file of seen) {
        const source = reading.snapshot.text(file) ?? '';
        for (const [, , name = ''] of source.matchAll(/\bimport(?:str|bin)?\s{0,20}\(?\s{0,20}(["'])([^"'\n]+)\1/g)) {
            for (const from of [(0,repository_paths/* folderOf */.yS)(file), ...libraries]) {
                const at = (0,repository_paths/* joinPath */.uJ)(from, name);
                const place = at === undefined ? undefined : reading.snapshot.resolve(at);
                if (at === undefined || place?.kind !== 'file')
                    continue;
                edges.push(...plainEdges(reading, at, 'manifests'));
                if (place.path.endsWith('sonnet'))
                    seen.add(place.path);
                break;
            }
        }
    }
    return edges;
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/source-paths.ts





/** A path as Argo CD takes it in a source: from the root with a leading slash, else from the source's folder. */
function rooted(folder, path) {
    if (!folder.includes(unknownPart) && !path.includes(unknownPart))
        return path.startsWith('/') ? (0,repository_paths/* joinPath */.uJ)('.', path.replace(/^\/+/, '')) : (0,repository_paths/* joinPath */.uJ)(folder, path);
    const whole = path.startsWith('/') ? path.slice(1) : `${folder}/${path}`;
    const fixed = staticFolder(whole);
    const clean = (0,repository_paths/* joinPath */.uJ)('.', fixed);
    if (clean === undefined)
        return undefined;
    // `..` after the unknown part may lead anywhere above: only what is certain is kept.
    const rest = whole.slice(fixed.length);
    const sure = /(?:^|\/)\.\.(?:\/|$)/.test(rest) ? unknownPart : rest;
    return clean === '.' ? sure : `${clean}/${sure}`;
}
/** What a path leads to: exact when it is there, all that fit when it is a glob, its static folder when unknown. */
function somewhere(reading, path, kind) {
    if (path.includes(unknownPart)) {
        const folder = (0,repository_paths/* joinPath */.uJ)('.', staticFolder(path)) ?? '.';
        return kind === 'kustomize'
            ? placeEdges(reading, folder, kind, true)
            : plainEdges(reading, folder, kind, true);
    }
    const edges = kind === 'kustomize' ? placeEdges(reading, path, kind) : plainEdges(reading, path, kind);
    if (edges.length > 0 || !isGlob(path))
        return edges;
    const fits = globMatcher(path, 'doublestar');
    return reading.snapshot
        .under(globFolder(path))
        .filter((entry) => fits(entry.path))
        .flatMap((entry) => plainEdges(reading, entry.path, kind));
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/directory.ts







/** What Argo CD reads of a plain folder, and what means nothing to anyone who renders. */
const isManifest = (name) => /\.(?:ya?ml|json|jsonnet)$/.test(name);
const isPaper = (name) => /\.md$|^(?:LICENSE|NOTICE|OWNERS|CODEOWNERS)|^\.git/i.test(name);
/**
 * Without `recurse` only the manifests directly in the folder are read. That is exact only when nothing else is there:
 * other files hint at a plugin that finds its folders by itself, or at Jsonnet; then all below counts.
 */
function directoryEdges(reading, source, folder) {
    const directory = plain_field(source, 'directory');
    const names = reading.snapshot
        .list(folder)
        .filter((one) => !one.folder)
        .map((one) => one.name);
    const plain = names.every((name) => (isManifest(name) && !/sonnet$|^helmfile/.test(name)) || isPaper(name));
    if (plain_text(plain_field(directory, 'recurse')) === 'true' || !plain || names.length === 0) {
        const libraries = texts(plain_field(directory, 'jsonnet', 'libs')).flatMap((path) => rooted(folder, path) ?? []);
        return [
            ...[folder, ...libraries].flatMap((path) => plainEdges(reading, path, 'manifests')),
            ...jsonnetImports(reading, folder, libraries),
        ];
    }
    const id = `manifests:${folder}`;
    if (!reading.nodes.has(id)) {
        const files = names.filter((name) => !isPaper(name)).map((name) => (0,repository_paths/* inFolder */._z)(folder, name));
        const links = files.filter((file) => reading.snapshot.entry(file)?.mode === repository_snapshot/* LINK_MODE */.B);
        reading.nodes.set(id, { files, edges: links.flatMap((link) => (0,file_nodes/* linkEdges */.hE)(reading.snapshot, link)) });
    }
    return [{ to: id, kind: 'manifests' }];
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/sources.ts











/** All sources of an Application's `spec`: `source`, `sources` and what a hydrator starts from. */
function sourcesOf(spec) {
    const many = items(plain_field(spec, 'sources'));
    const one = plain_field(spec, 'source');
    const dry = plain_field(spec, 'sourceHydrator', 'drySource');
    return [...(many.length > 0 ? many : one === undefined ? [] : [one]), ...(dry === undefined ? [] : [dry])];
}
/**
 * `object` is an Application, or the template of an ApplicationSet filled in; `unknownPart` in a text stands for what
 * could not be filled in. `targetRevision` does not matter: the question is what this tree does to the Application when
 * its commit gets to the branch or tag that is deployed, whichever that is.
 */
function sourceInputs(reading, object) {
    const spec = plain_field(object, 'spec');
    const sources = sourcesOf(spec);
    const refs = new Map();
    for (const source of sources) {
        const ref = plain_text(plain_field(source, 'ref'));
        if (ref !== undefined)
            refs.set(ref, isThisRepository(plain_text(plain_field(source, 'repoURL')), reading.repository));
    }
    const collected = {
        reading,
        edges: [],
        charts: [],
        values: [],
        problems: [],
        refs,
        environment: (source) => ({
            ARGOCD_APP_NAME: plain_text(plain_field(object, 'metadata', 'name')),
            ARGOCD_APP_NAMESPACE: plain_text(plain_field(spec, 'destination', 'namespace')),
            ARGOCD_APP_PROJECT_NAME: plain_text(plain_field(spec, 'project')) ?? 'default',
            ARGOCD_APP_SOURCE_PATH: plain_text(plain_field(source, 'path')),
            ARGOCD_APP_SOURCE_REPO_URL: plain_text(plain_field(source, 'repoURL')),
            ARGOCD_APP_SOURCE_TARGET_REVISION: plain_text(plain_field(source, 'targetRevision')),
        }),
    };
    for (const source of sources)
        oneSource(collected, source);
    const paths = plain_text(plain_field(object, 'metadata', 'annotations', 'argocd.argoproj.io/manifest-generate-paths'));
    if (paths !== undefined)
        generatePaths(collected, paths, sources);
    return collected;
}
function oneSource(to, source) {
    const { reading } = to;
    const own = isThisRepository(plain_text(plain_field(source, 'repoURL')), reading.repository);
    const path = plain_text(plain_field(source, 'path'));
    const isRemote = own === false || plain_text(plain_field(source, 'chart')) !== undefined || path === undefined;
    if (isRemote) {
        helmFiles(to, source, undefined);
        return;
    }
    if (path.includes(unknownPart)) {
        dynamicPlace(to, path);
        helmFiles(to, source, path);
        return;
    }
    const at = (0,repository_paths/* joinPath */.uJ)('.', path);
    if (at === undefined) {
        if (own === true)
            to.problems.push(`its path ${path} leads out of the repository`);
        return;
    }
    const place = reading.snapshot.resolve(at);
    to.edges.push(...place.links.map((link) => (0,graph_edges/* edge */.c)(`file:${link}`, 'link', false)));
    if (place.kind === 'missing') {
        helmFiles(to, source, own === true ? at : undefined);
        return;
    }
    if (place.kind === 'outside')
        to.problems.push(`its path ${path} is a link that leads out of the repository`);
    if (place.kind === 'loop')
        to.problems.push(`its path ${path} is a link that leads back to itself`);
    // A submodule.
    if (place.kind === 'file')
        to.edges.push((0,graph_edges/* edge */.c)(`file:${place.path}`, 'manifests', false));
    if (place.kind !== 'folder')
        return;
    for (const one of [source, ...overrides(to, source, place.path)])
        localSource(to, one, at, place.path);
}
/** A source whose folder is here: `at` as it is written, `folder` where links lead. */
function localSource(to, source, at, folder) {
    const { reading } = to;
    contentOf(to, source, folder);
    helmFiles(to, source, at);
    for (const component of texts(plain_field(source, 'kustomize', 'components'))) {
        const componentAt = rooted(at, component);
        if (componentAt !== undefined)
            to.edges.push(...somewhere(reading, componentAt, 'kustomize'));
    }
    for (const patch of items(plain_field(source, 'kustomize', 'patches'))) {
        const file = plain_text(plain_field(patch, 'path'));
        const patchAt = file === undefined ? undefined : rooted(at, file);
        if (patchAt !== undefined)
            to.edges.push(...somewhere(reading, patchAt, 'kustomize'));
    }
}
/**
 * Argo CD lays `.argocd-source.yaml` and `.argocd-source-NAME.yaml` of the folder over the source before it renders.
 * Gives the sources that come of it.
 */
function overrides(to, source, folder) {
    const { reading } = to;
    const name = to.environment(source).ARGOCD_APP_NAME ?? unknownPart;
    const start = (0,repository_paths/* inFolder */._z)(folder, '.argocd-source');
    return reading.snapshot.list(folder).flatMap((entry) => {
        const path = (0,repository_paths/* inFolder */._z)(folder, entry.name);
        const fits = path === `${start}.yaml` || path === `${start}-${name}.yaml`;
        const mayFit = name.includes(unknownPart) && path.startsWith(`${start}-`);
        if (entry.folder || (!fits && !mayFit))
            return [];
        const found = plainEdges(reading, path, 'values', !fits);
        to.edges.push(...found);
        to.values.push(...found);
        return (readDocuments(reading, path) ?? []).map((document) => merged(source, document.value));
    });
}
/** A folder that Argo CD renders: what is in it decides how, unless the source says so itself. */
function contentOf(to, source, folder) {
    const { reading } = to;
    const chart = isChart(reading, folder);
    const kustomize = kustomizeFiles(reading, folder).length > 0;
    const directory = plain_field(source, 'directory');
    if (chart) {
        to.edges.push((0,graph_edges/* edge */.c)(addChartFiles(reading, folder), 'chart', false));
        to.charts.push({ folder, dynamic: false });
    }
    if (kustomize)
        to.edges.push((0,graph_edges/* edge */.c)(addKustomization(reading, folder), 'kustomize', false));
    if (plain_field(source, 'plugin') !== undefined)
        to.edges.push(...plainEdges(reading, folder, 'manifests'));
    else if ((!chart && !kustomize) || directory !== undefined)
        to.edges.push(...directoryEdges(reading, source, folder));
}
/** A path with an unknown part: its static folder, and whatever in there can be meant with what it needs. */
function dynamicPlace(to, path) {
    const { reading } = to;
    const folder = (0,repository_paths/* joinPath */.uJ)('.', staticFolder(path));
    if (folder === undefined) {
        to.problems.push('its path leads out of the repository');
        return;
    }
    const place = reading.snapshot.resolve(folder);
    to.edges.push(...plainEdges(reading, folder, 'path', true));
    if (place.kind !== 'folder')
        return;
    // The unknown part may hold `..`: then the pattern says nothing.
    const fits = globMatcher(path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, ''), 'segment');
    for (const chart of reading.chartFolders) {
        if (!(0,repository_paths/* isWithin */.UO)(chart, place.path))
            continue;
        to.edges.push((0,graph_edges/* edge */.c)(addChartFiles(reading, chart), 'chart', true));
        if (fits(chart))
            to.charts.push({ folder: chart, dynamic: true });
    }
    for (const one of reading.kustomizeFolders) {
        if ((0,repository_paths/* isWithin */.UO)(one, place.path))
            to.edges.push((0,graph_edges/* edge */.c)(addKustomization(reading, one), 'kustomize', true));
    }
}
/** `at` is the source's own folder; undefined when that is not in this repository. */
function helmFiles(to, source, at) {
    const helm = plain_field(source, 'helm');
    const files = [
        ...texts(plain_field(helm, 'valueFiles')),
        ...items(plain_field(helm, 'fileParameters')).flatMap((item) => plain_text(plain_field(item, 'path')) ?? []),
    ];
    for (const file of files) {
        const path = valuesPath(to, source, file, at);
        if (path === undefined)
            continue;
        const found = somewhere(to.reading, path, 'values');
        to.edges.push(...found);
        to.values.push(...found);
    }
}
/** From the repository root, perhaps with unknown parts or a glob; undefined when it is not in this repository. */
function valuesPath(to, source, file, at) {
    const ref = /^\$([\w.-]+)(?:\/|$)/.exec(file);
    if (ref !== null && to.refs.has(ref[1] ?? '')) {
        return to.refs.get(ref[1] ?? '') === false ? undefined : rooted('.', file.slice(ref[0].length));
    }
    if (at === undefined || /^[a-z][\w+.-]*:\/\//i.test(file))
        return undefined;
    const environment = to.environment(source);
    const filled = file.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced, bare) => {
        return plain_text(plain_field(environment, braced ?? bare ?? '')) ?? unknownPart;
    });
    const path = rooted(at, filled);
    if (path === undefined)
        to.problems.push(`its values file ${file} leads out of the repository`);
    return path;
}
/**
 * Argo CD's `manifest-generate-paths` says which changes make it render again: a list with `;`, from the root with a
 * leading slash, else from each source's path; files, folders and patterns.
 */
function generatePaths(to, list, sources) {
    const { reading } = to;
    for (const item of list.split(';')) {
        const path = item.trim();
        if (path === '')
            continue;
        const folders = path.startsWith('/')
            ? ['.']
            : sources.flatMap((source) => ownFolder(reading, source) ?? []);
        for (const folder of folders) {
            const at = rooted(folder, path);
            if (at === undefined)
                to.problems.push(`the path ${path} of its manifest-generate-paths leads out of the repository`);
            else
                to.edges.push(...somewhere(reading, at, 'extra input'));
        }
    }
}
function ownFolder(reading, source) {
    const path = plain_text(plain_field(source, 'path'));
    if (path === undefined || plain_text(plain_field(source, 'chart')) !== undefined)
        return undefined;
    const own = isThisRepository(plain_text(plain_field(source, 'repoURL')), reading.repository);
    if (own === false)
        return undefined;
    if (own === undefined &&
        reading.snapshot.resolve((0,repository_paths/* joinPath */.uJ)('.', staticFolder(path)) ?? '.').kind === 'missing') {
        return undefined;
    }
    return path.includes(unknownPart) ? path : (0,repository_paths/* joinPath */.uJ)('.', path);
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/application-sets.ts









/** The Applications that an ApplicationSet makes of this tree, as far as the files tell. */
function setInputs(reading, object) {
    const spec = plain_field(object, 'spec');
    const goTemplate = plain_text(plain_field(spec, 'goTemplate')) === 'true';
    const context = { reading, goTemplate, edges: [], budget: 10 * largestSet };
    const made = [];
    const seen = new Map();
    for (const generator of items(plain_field(spec, 'generators'))) {
        const template = merged(plain_field(spec, 'template'), ownTemplate(generator));
        for (const set of parametersOf(context, generator)) {
            const object = renderValue(template, set.values, goTemplate);
            const patch = plain_text(plain_field(spec, 'templatePatch'));
            const patched = patch === undefined ? undefined : renderText(patch, set.values, goTemplate);
            // Most sets of a large generator differ in what does not matter here: the cluster.
            const key = JSON.stringify([relevant(object), patched, set.folders, set.files]);
            if (seen.has(key))
                continue;
            const inputs = { ...inputsOf(reading, object, patched, set), generatorFiles: set.files };
            seen.set(key, inputs);
            made.push(inputs);
        }
    }
    return { edges: context.edges, made };
}
/** A generator's own template goes over the common one. */
function ownTemplate(generator) {
    if (!isRecord(generator))
        return undefined;
    for (const spec of Object.values(generator)) {
        const template = plain_field(spec, 'template');
        if (template !== undefined)
            return template;
    }
    return undefined;
}
const relevant = (object) => [
    plain_field(object, 'metadata', 'annotations'),
    plain_field(object, 'metadata', 'name'),
    sourcesOf(plain_field(object, 'spec')),
    plain_field(object, 'spec', 'destination', 'namespace'),
];
function inputsOf(reading, object, patch, set) {
    const plain = sourceInputs(reading, object);
    const parts = [plain, ...(patch === undefined ? [] : [patchedInputs(reading, object, patch)])];
    const edges = parts.flatMap((part) => part.edges);
    // A folder that a generator finds is an input even where the template takes only its name.
    for (const folder of set.folders) {
        if (!edges.some(({ to }) => (0,repository_paths/* isWithin */.UO)(`${to.slice(to.indexOf(':') + 1)}/`, folder))) {
            edges.push(...plainEdges(reading, folder, 'generator'));
        }
    }
    return {
        edges,
        charts: parts.flatMap((part) => part.charts),
        values: parts.flatMap((part) => part.values),
        problems: parts.flatMap((part) => part.problems),
    };
}
/** `templatePatch` is YAML made by a template: read when it could be filled in, else all it names counts. */
function patchedInputs(reading, object, patch) {
    const document = reading.yaml.read(`patch ${patch}`, patch)[0];
    const readable = document !== undefined && document.fault === undefined;
    const inputs = readable
        ? sourceInputs(reading, merged(object, document.value))
        : { edges: [], charts: [], values: [], problems: [] };
    if (readable && !patch.includes(unknownPart))
        return inputs;
    const folders = sourcesOf(plain_field(object, 'spec')).flatMap((source) => {
        const path = plain_text(plain_field(source, 'path'));
        return path === undefined || path.includes(unknownPart) ? [] : [path.replace(/\/+$/, '')];
    });
    const named = namedPaths(reading, patch, ['.', ...folders]);
    return {
        ...inputs,
        edges: [...inputs.edges, ...named.flatMap((path) => placeEdges(reading, path, 'path', true))],
    };
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/applications.ts










/** All Applications and ApplicationSets of the given files, in their order. */
function findApplications(reading, files) {
    const templates = [];
    const all = files.flatMap((file) => objectsOfFile(reading, file, templates));
    const whole = [];
    const patches = [];
    for (const one of all)
        (one.broken !== undefined || hasAddress(one) ? whole : patches).push(one);
    const idOf = uniqueIds();
    const applications = whole.map((one) => addApplication(reading, one, idOf));
    addPatches(reading, patches, whole, applications);
    return { applications, templates };
}
/** Without the address of a source it is none. Of an ApplicationSet the generators may bring that. */
const hasAddress = ({ kind, object }) => kind === 'Application'
    ? sourcesOf(plain_field(object, 'spec')).some((source) => plain_text(plain_field(source, 'repoURL')) !== undefined)
    : plain_field(object, 'spec', 'generators') !== undefined;
function objectsOfFile(reading, file, templates) {
    const entry = reading.snapshot.entry(file);
    const source = reading.snapshot.text(file);
    if (entry === undefined || source === undefined)
        return [];
    if (source.includes('{{') && isChartTemplate(reading, file)) {
        if (speaksOfApplications(source)) {
            templates.push(file);
            const help = 'Which files they use is known only when the chart is rendered. What is named here and in the values of the ' +
                'chart counts as an input of the chart and of who renders it.';
            reading.notices.push({ message: 'Applications in here are not read: made by a template', help, file });
        }
        return [];
    }
    const documents = reading.yaml.read(entry.oid, source, { purpose: 'applications', is: mayHoldApplications });
    return documents.flatMap((document) => document.fault === undefined ? objectsIn(document.value, file, 0) : brokenObject(reading, document, file));
}
const isChartTemplate = (reading, file) => foldersBefore(file, 'templates').some((folder) => isChart(reading, folder));
/** An object, or the objects of a `List`. */
function objectsIn(value, file, depth) {
    if (depth > 10)
        return [];
    if (Array.isArray(value))
        return value.flatMap((item) => objectsIn(item, file, depth + 1));
    const kind = plain_text(plain_field(value, 'kind'));
    if (kind?.endsWith('List') === true)
        return objectsIn(items(plain_field(value, 'items')), file, depth + 1);
    if (kind !== 'Application' && kind !== 'ApplicationSet')
        return [];
    if (plain_text(plain_field(value, 'apiVersion'))?.startsWith('argoproj.io/') !== true)
        return [];
    return [{ kind, object: value, file }];
}
function brokenObject(reading, document, file) {
    const source = document.text ?? '';
    if (document.fault === undefined || !speaksOfApplications(source))
        return [];
    const { message, line, column } = document.fault;
    reading.notices.push({
        message: `This Application could not be read: ${message}`,
        help: 'All it names in the repository counts as its input.',
        file,
        line,
        column,
    });
    const kind = /["']?\bkind["']?\s*:\s*["']?ApplicationSet\b/.test(source) ? 'ApplicationSet' : 'Application';
    return [{ kind, object: document.value, file, broken: source }];
}
function addApplication(reading, found, idOf) {
    const { kind, object, file, broken } = found;
    const metadata = plain_field(object, 'metadata');
    const name = plain_text(plain_field(metadata, 'name')) ??
        plain_text(plain_field(metadata, 'generateName')) ??
        (0,repository_paths/* nameOf */.Vb)(file).replace(/\.\w+$/, '');
    // Where Argo CD looks for them unless it is told otherwise.
    const namespace = plain_text(plain_field(metadata, 'namespace')) ?? 'argocd';
    const spec = plain_field(object, 'spec');
    const template = kind === 'Application' ? spec : plain_field(spec, 'template', 'spec');
    const node = idOf(`application:${file}#${namespace}/${name}`);
    addNode(reading, node, [file], (edges) => {
        const own = broken === undefined ? inputEdges(reading, found) : brokenEdges(reading, found);
        edges.push(...own);
    });
    return {
        kind,
        name,
        namespace,
        project: plain_text(plain_field(template, 'project')) ?? 'default',
        file,
        sources: sourcesOf(template).map(sourceData),
        node,
    };
}
/** The second of the same id gets `#2`, and so on. */
function uniqueIds() {
    const ids = new Set();
    const counts = new Map();
    return (id) => {
        let unique = id;
        let count = counts.get(id) ?? 1;
        while (ids.has(unique))
            unique = `${id}#${++count}`;
        counts.set(id, count);
        ids.add(unique);
        return unique;
    };
}
function sourceData(source) {
    const targetRevision = plain_text(plain_field(source, 'targetRevision'));
    const path = plain_text(plain_field(source, 'path'));
    const chart = plain_text(plain_field(source, 'chart'));
    const ref = plain_text(plain_field(source, 'ref'));
    return {
        repoURL: withoutUser(plain_text(plain_field(source, 'repoURL')) ?? ''),
        ...(targetRevision === undefined ? {} : { targetRevision }),
        ...(path === undefined ? {} : { path }),
        ...(chart === undefined ? {} : { chart }),
        ...(ref === undefined ? {} : { ref }),
    };
}
function inputEdges(reading, found) {
    const { kind, object, file } = found;
    if (kind === 'Application') {
        const inputs = { ...sourceInputs(reading, object), generatorFiles: [] };
        useCharts(reading, file, [inputs]);
        return [...inputs.edges];
    }
    const { edges, made } = setInputs(reading, object);
    useCharts(reading, file, made);
    return [...edges, ...made.flatMap((one) => one.edges)];
}
/** Tells the charts who renders them, and people what is wrong with the sources. */
function useCharts(reading, file, all) {
    for (const problem of new Set(all.flatMap((one) => one.problems))) {
        const help = 'It is left out: only files of this repository can be compared.';
        reading.notices.push({ message: `Of this Application ${problem}`, help, file });
    }
    for (const { charts, values, generatorFiles } of all) {
        for (const { folder, dynamic } of charts) {
            const uses = [
                { to: `file:${file}`, kind: 'application' },
                ...values,
                ...generatorFiles.map((path) => ({ to: `file:${path}`, kind: 'generator' })),
            ];
            const marked = dynamic ? uses.map((use) => ({ ...use, dynamic: true })) : uses;
            const known = reading.chartUses.get(folder);
            if (known === undefined)
                reading.chartUses.set(folder, marked);
            else
                known.push(...marked);
        }
    }
}
/** Of a document that could not be read: what could be read of it, and all that it names; else its folder. */
function brokenEdges(reading, found) {
    const { object, file, broken = '' } = found;
    const read = inputEdges(reading, { ...found, object: object ?? {} });
    const folders = sourcesOf(plain_field(object, 'spec')).flatMap((source) => plain_text(plain_field(source, 'path')) ?? []);
    const named = namedPaths(reading, broken, ['.', ...folders]).filter((path) => path !== file);
    const edges = named.flatMap((path) => placeEdges(reading, path, 'path', true));
    const folder = (0,repository_paths/* folderOf */.yS)(file);
    if (edges.length === 0 && folder !== '.')
        edges.push(...plainEdges(reading, folder, 'path', true));
    return [...read, ...edges];
}
/**
 * A document without the address of a source is a patch of Kustomize: the Applications of its name may be read with it
 * laid over them.
 */
function addPatches(reading, patches, whole, applications) {
    if (patches.length === 0)
        return;
    const places = Map.groupBy(applications.keys(), (at) => nameKey(applications[at]?.kind, applications[at]?.name));
    for (const patch of patches) {
        const bases = places.get(nameKey(patch.kind, plain_text(plain_field(patch.object, 'metadata', 'name')))) ?? [];
        for (const at of bases) {
            const id = applications[at]?.node;
            const base = whole[at];
            if (id !== undefined && base !== undefined)
                addPatch(reading, patch, base, id);
        }
        if (bases.length > 0)
            continue;
        const help = 'An Application has a source with a repoURL; a patch has the name of one in this repository.';
        reading.notices.push({
            message: `This ${patch.kind} has no source and is not read as one`,
            help,
            file: patch.file,
        });
    }
}
const nameKey = (kind, name) => JSON.stringify([kind, name]);
function addPatch(reading, patch, base, id) {
    reading.pending.push(() => {
        const { files = [], edges = [] } = reading.nodes.get(id) ?? {};
        const patched = inputEdges(reading, { ...base, object: merged(base.object, patch.object) });
        const more = [{ to: `file:${patch.file}`, kind: 'kustomize' }, ...patched];
        reading.nodes.set(id, { files, edges: [...edges, ...more] });
    });
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/chart-config.ts


const CHART_CONFIG = 'config:helm';
/**
 * What `helm` of the configuration adds to every chart: the values files and schemas it is checked with, and the
 * versions it is checked for. Nothing when it says nothing.
 */
async function addChartConfig(reading, charts, { helm, tools }) {
    // A list in the list is used together.
    const values = items(plain_field(helm, 'values')).map((one) => (Array.isArray(one) ? texts(one) : texts([one])));
    const schemas = texts(plain_field(helm, 'schemas'));
    const versions = ['kube-versions', 'api-versions'].map((name) => [...texts(plain_field(helm, name))].sort());
    const said = [...values, schemas, ...versions].some((list) => list.length > 0);
    if (!said && tools.helm === undefined)
        return;
    const globs = await (0,glob_inputs/* globInputs */.Y)(reading.snapshot);
    const parts = [...values, schemas].filter((list) => list.length > 0).map(globs);
    reading.nodes.set(CHART_CONFIG, {
        files: [...new Set(parts.flatMap(({ files }) => files))].sort(),
        edges: parts.flatMap(({ edges }) => edges),
        // Which files are used together, and in which order, decides what comes out.
        data: JSON.stringify([values, ...versions, tools.helm ?? '']),
    });
    for (const { node } of charts) {
        const found = reading.nodes.get(node);
        if (found === undefined)
            continue;
        reading.nodes.set(node, { ...found, edges: [...found.edges, { to: CHART_CONFIG, kind: 'values' }] });
    }
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/made-applications.ts








/**
 * Applications that a template of a chart makes are known only when it is rendered. What the template, and the values
 * files of its chart, name in so many words counts for those who report them: the chart, and the Applications that
 * render it. It does not count for others that use the chart, such as Terraform, which bring the Applications to the
 * cluster, not what those are made of.
 *
 * @returns what is to be called when all nodes are read.
 */
function addMadeApplications(reading, templates) {
    const charts = new Map();
    for (const file of templates) {
        for (const folder of (0,repository_paths/* foldersUp */.TS)(file)) {
            if (!isChart(reading, folder))
                continue;
            const known = charts.get(folder);
            if (known === undefined)
                charts.set(folder, [file]);
            else
                known.push(file);
        }
    }
    for (const [folder, files] of charts) {
        addNode(reading, madeIn(folder), [], (edges) => {
            edges.push(...namedEdges(reading, [...files, ...valuesFiles(reading, folder)]));
        });
    }
    return () => addToUsers(reading, [...charts.keys()]);
}
const madeIn = (folder) => `made-applications:${folder}`;
const made_applications_placeOf = (id) => id.slice(id.indexOf(':') + 1);
/**
 * Beside each way from an item to such a chart goes one that Terraform does not take: where a chart or Kustomize folder
 * has an edge to another, the Applications made in there do, too.
 */
function addToUsers(reading, folders) {
    if (folders.length === 0)
        return;
    const users = usersOfCharts(reading);
    const found = new Set(folders.map((folder) => `chart-files:${folder}`));
    // A Set lists what is added while it is walked.
    for (const node of found)
        for (const user of users.get(node) ?? [])
            found.add(user);
    for (const folder of folders)
        found.add(`chart:${folder}`).add(madeIn(folder));
    const added = new Map();
    for (const user of found) {
        const own = user.startsWith('chart:') && found.has(`chart-files:${made_applications_placeOf(user)}`) ? [made_applications_placeOf(user)] : [];
        const needed = (reading.nodes.get(user)?.edges ?? []).flatMap(({ to }) => isUsedChart(to) && found.has(to) ? [made_applications_placeOf(to)] : []);
        const edges = [...own, ...needed].map((folder) => (0,graph_edges/* edge */.c)(madeIn(folder), 'application', true));
        const at = isUsedChart(user) ? madeIn(made_applications_placeOf(user)) : user;
        added.set(at, [...(added.get(at) ?? []), ...edges]);
    }
    for (const [id, more] of added) {
        const { files = [], edges = [] } = reading.nodes.get(id) ?? {};
        reading.nodes.set(id, { files, edges: [...edges, ...more] });
    }
}
const isUsedChart = (id) => id.startsWith('chart-files:') || id.startsWith('kustomize:');
/** Node of a chart or Kustomize folder → the nodes with an edge to it. */
function usersOfCharts(reading) {
    const users = new Map();
    for (const [id, { edges }] of reading.nodes) {
        for (const { to } of edges) {
            if (!isUsedChart(to))
                continue;
            const known = users.get(to);
            if (known === undefined)
                users.set(to, [id]);
            else
                known.push(id);
        }
    }
    return users;
}
/** Templates often take the paths of their Applications from a list in the values. */
const valuesFiles = (reading, folder) => reading.snapshot
    .list(folder)
    .filter((one) => !one.folder && /^values.*\.ya?ml$/.test(one.name))
    .map(({ name }) => (0,repository_paths/* inFolder */._z)(folder, name));
/** More than these are not combined: no chart has so many, and a text can name any number. */
const mostCombinations = 50_000;
/** As edges of Applications with any of the paths and any of the values files. */
function namedEdges(reading, files) {
    const paths = new Set();
    const values = new Set();
    for (const file of files)
        collectNamed(reading.snapshot.text(file) ?? '', paths, values);
    const edges = [];
    for (const path of paths)
        edges.push(...sourceInputs(reading, { spec: { source: { path } } }).edges);
    const places = new Set();
    for (const file of values) {
        for (const path of file.startsWith('/') ? ['.'] : paths) {
            const at = places.size < mostCombinations ? rooted(path, file) : undefined;
            if (at !== undefined && (0,repository_paths/* joinPath */.uJ)('.', staticFolder(at)) !== '.')
                places.add(at);
        }
    }
    for (const at of places)
        edges.push(...somewhere(reading, at, 'values'));
    return edges.map(({ to, kind }) => (0,graph_edges/* edge */.c)(to, kind, true));
}
/** The value of `path`, or of a name that ends with it (`chartPath`), in a block or in braces. */
const pathValue = /(?:^|[\s{,])["']?(?:\w*P|p)ath["']?[ \t]*:[ \t]*("[^"\n]*"|'[^'\n]*'|[^\s"'#,{}[\]]+)/g;
/** Items of lists that are files of values. */
const valuesItem = /(?:^[ \t]*-|[[,])[ \t]*("[^"\n]*"|'[^'\n]*'|[^\s"'#,{}[\]]+)(?=[ \t\r]*(?:[,\]#\n]|$))/gm;
function collectNamed(template, paths, values) {
    // Whatever stands in the braces of a template is not known.
    const source = renderText(template, {}, false);
    for (const [, quoted = ''] of source.matchAll(pathValue)) {
        const path = unquoted(quoted);
        // Of what begins with an unknown part nothing is named.
        if ((0,repository_paths/* joinPath */.uJ)('.', staticFolder(path)) !== '.')
            paths.add(path.replace(/\/+$/, ''));
    }
    for (const [, quoted = ''] of source.matchAll(valuesItem)) {
        const file = unquoted(quoted).replace(/^\$[\w.-]+\//, '/');
        if (/\.(?:ya?ml|json)$/.test(file) && !file.startsWith(unknownPart) && !file.includes('://'))
            values.add(file);
    }
}
const unquoted = (text) => text.replace(/^(["'])(.*)\1$/s, '$2').trim();

;// CONCATENATED MODULE: ./src/repository/kubernetes/yaml-text.ts

/** A manifest is some kilobytes. The YAML library needs seconds for hostile texts of this size, hours for larger ones. */
const largestYaml = 128 * 1024;
const largestJson = 4 * 1024 * 1024;
/** Loads the YAML library: to be called only when there is something to read. */
async function yamlReader(cache) {
    const { parseDocument } = await __webpack_require__.e(/* import() */ 8815).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    function parse(text) {
        if (text.length <= largestJson && /^\s*\{/.test(text)) {
            try {
                return { value: JSON.parse(text) };
            }
            catch {
                // Perhaps YAML in braces; and if not, the YAML library says where the fault is.
            }
        }
        const refused = notParsed(text);
        if (refused !== undefined) {
            return { value: undefined, text, fault: { message: refused, line: 1, column: 1 } };
        }
        try {
            // Duplicate keys are allowed as Argo CD's own reader allows them; the check is quadratic as well.
            const document = parseDocument(text, {
                schema: 'failsafe',
                merge: true,
                uniqueKeys: false,
                logLevel: 'silent',
            });
            const error = document.errors[0];
            if (error === undefined)
                return { value: document.toJS({ maxAliasCount: 100 }) };
            const { line, col } = error.linePos?.[0] ?? { line: 1, col: 1 };
            // The library adds the place and an excerpt to its message.
            const message = error.message.replace(/ at line \d+, column \d+:[\s\S]*$/, '');
            return { value: partly(document), text, fault: { message, line, column: col } };
        }
        catch (error) {
            // Too many aliases, or nested so deep that the stack does not hold it.
            return { value: undefined, text, fault: { message: (0,errors/* errorMessage */.gJ)(error), line: 1, column: 1 } };
        }
    }
    return {
        read(oid, text, wanted) {
            const key = `${wanted?.purpose ?? ''}:${oid}`;
            const known = cache.get(key);
            if (known !== undefined)
                return known;
            const documents = splitDocuments(text)
                .filter((part) => wanted === undefined || wanted.is(part.text))
                .map((part) => moved(parse(part.text), part.line));
            cache.set(key, documents);
            return documents;
        },
    };
}
/** Why a text is not given to the library: it would take too long. Brackets are counted roughly, in texts too. */
function notParsed(text) {
    if (text.length > largestYaml)
        return 'it is larger than 128 KiB';
    let depth = 0;
    for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at) | 0x20;
        if (code === openBrace)
            depth++;
        else if (code === closeBrace && depth > 0)
            depth--;
        if (depth > 200)
            return 'it is nested too deep';
    }
    return /(?:[-?:][ \t]+){100}/.test(text) ? 'it is nested too deep' : undefined;
}
/** `[` and `{`, `]` and `}` differ in one bit. */
const openBrace = 0x7b;
const closeBrace = 0x7d;
function partly(document) {
    try {
        return document.toJS({ maxAliasCount: 100 });
    }
    catch {
        return undefined;
    }
}
const moved = (document, lines) => document.fault === undefined || lines === 0
    ? document
    : { ...document, fault: { ...document.fault, line: document.fault.line + lines } };
/** Cut at each `---` in the first column, which always begins a document, so that only those of interest are parsed. */
function splitDocuments(whole) {
    const text = whole.startsWith('\uFEFF') ? whole.slice(1) : whole;
    const parts = [];
    let from = 0;
    let line = 0;
    const add = (to) => {
        const part = text.slice(from, to);
        parts.push({ text: part, line });
        for (let at = part.indexOf('\n'); at !== -1; at = part.indexOf('\n', at + 1))
            line++;
        from = to;
    };
    for (const { index } of text.matchAll(/^---(?=[ \t\r\n]|$)/gm))
        if (index > 0)
            add(index);
    add(text.length);
    return parts.filter((part) => /^(?![ \t\r]*(?:#|$)|---[ \t\r]*$|%|\.\.\.)/m.test(part.text));
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/find-kubernetes.ts











/**
 * Charts and Argo CD Applications of a snapshot, and what each is made of. The texts that `isKubernetesText` names must
 * have been read in; a text is parsed only if it may hold an Application, is a Chart.yaml, or is reached from one.
 */
async function findKubernetes(snapshot, options = {}) {
    const { candidates, links, chartFolders, kustomizeFolders, unread } = lookThrough(snapshot);
    if (candidates.length === 0 && chartFolders.length === 0) {
        return { charts: [], applications: [], read: () => undefined, notices: unread };
    }
    const cache = options.parseCache ?? new Map();
    const reading = newReading(snapshot, await yamlReader(cache), {
        ...options,
        links,
        chartFolders,
        kustomizeFolders,
        notices: unread,
    });
    const charts = findCharts(reading);
    const { applications, templates } = findApplications(reading, candidates);
    const addToUsers = addMadeApplications(reading, templates);
    readPending(reading);
    addToUsers();
    addChartUses(reading, charts);
    const { config } = options;
    if (config !== undefined && charts.length > 0)
        await addChartConfig(reading, charts, config);
    const nodes = new Map();
    for (const [id, node] of reading.nodes)
        nodes.set(id, { ...node, edges: (0,graph_edges/* distinctEdges */.H)(node.edges, node.files) });
    return { charts, applications, read: (id) => nodes.get(id), notices: find_kubernetes_inOrder(reading.notices) };
}
function lookThrough(snapshot) {
    const candidates = [];
    const links = [];
    const chartFolders = [];
    const kustomizeFolders = [];
    const unread = [];
    for (const { path, mode } of snapshot.entries) {
        if (mode === repository_snapshot/* LINK_MODE */.B)
            links.push(path);
        if (isChartFile(path))
            chartFolders.push((0,repository_paths/* folderOf */.yS)(path));
        else if (isKustomizeFile(path))
            kustomizeFolders.push((0,repository_paths/* folderOf */.yS)(path));
        if (mode === repository_snapshot/* LINK_MODE */.B || !isKubernetesText(path))
            continue;
        const text = snapshot.text(path);
        if (text === undefined)
            unread.push(...unreadNotice(path, mode));
        else if (mayHoldApplications(text))
            candidates.push(path);
    }
    return { candidates, links, chartFolders, kustomizeFolders, unread };
}
/** JSON that is no text, or so large, is data of somebody else's. */
const unreadNotice = (path, mode) => mode === repository_snapshot/* SUBMODULE_MODE */.F || !/\.ya?ml$/.test(path)
    ? []
    : [
        {
            message: 'This file is not read: it holds zero bytes, as UTF-16 does, or is larger than 64 MiB',
            help: 'Applications in it are not known.',
            file: path,
        },
    ];
const find_kubernetes_placeOf = ({ file = '', line = 0, column = 0 }) => `${file}\0${String(line).padStart(9, '0')}\0${String(column).padStart(9, '0')}`;
function find_kubernetes_inOrder(notices) {
    const distinctNotices = new Map(notices.map((notice) => [`${find_kubernetes_placeOf(notice)}\0${notice.message}`, notice]));
    return [...distinctNotices].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, notice]) => notice);
}

;// CONCATENATED MODULE: ./src/repository/kubernetes/rendered-folders.ts







/** @returns undefined when there is neither a chart nor a Kustomize folder. */
function renderedFolders(snapshot) {
    const charts = new Set();
    const kustomizations = new Set();
    const links = [];
    for (const { path, mode } of snapshot.entries) {
        if (mode === repository_snapshot/* LINK_MODE */.B)
            links.push(path);
        if (isChartFile(path))
            charts.add((0,repository_paths/* folderOf */.yS)(path));
        else if (isKustomizeFile(path))
            kustomizations.add((0,repository_paths/* folderOf */.yS)(path));
    }
    if (charts.size + kustomizations.size === 0)
        return undefined;
    const start = { links, chartFolders: [...charts], kustomizeFolders: [...kustomizations], notices: [] };
    const known = new Map();
    const below = (folder) => {
        let found = known.get(folder);
        if (found === undefined) {
            const isIn = (one) => one === folder || (0,repository_paths/* isWithin */.UO)(one, folder);
            found = [
                ...start.chartFolders.filter(isIn).map((one) => `chart-files:${one}`),
                ...start.kustomizeFolders.filter(isIn).map((one) => `kustomize:${one}`),
            ];
            known.set(folder, found);
        }
        return found;
    };
    const rendered = ({ to, kind, dynamic }) => {
        if (!to.startsWith('folder:'))
            return [];
        const folder = to.slice('folder:'.length);
        if (dynamic === true)
            return below(folder).map((id) => (0,graph_edges/* edge */.c)(id, kind, true));
        return [
            ...(charts.has(folder) ? [(0,graph_edges/* edge */.c)(`chart-files:${folder}`, kind, false)] : []),
            ...(kustomizations.has(folder) ? [(0,graph_edges/* edge */.c)(`kustomize:${folder}`, kind, false)] : []),
        ];
    };
    return {
        withRendered(node) {
            const more = node.edges.flatMap(rendered);
            return more.length === 0 ? node : { ...node, edges: (0,graph_edges/* distinctEdges */.H)([...node.edges, ...more], []) };
        },
        async reader(cache) {
            const reading = newReading(snapshot, await yamlReader(cache), start);
            return (id) => {
                const folder = id.slice(id.indexOf(':') + 1);
                if (id.startsWith('chart-files:') && charts.has(folder))
                    addChartFiles(reading, folder);
                else if (id.startsWith('kustomize:') && kustomizations.has(folder))
                    addKustomization(reading, folder);
                readPending(reading);
                const node = reading.nodes.get(id);
                return node === undefined ? undefined : { ...node, edges: (0,graph_edges/* distinctEdges */.H)(node.edges, node.files) };
            };
        },
    };
}

;// CONCATENATED MODULE: ./src/repository/modules/candidate-edges.ts


/** What a candidate names when it starts in this folder; nothing when the tree holds nothing there. */
function candidateEdges(snapshot, folder, candidate) {
    const { path, word, open, kind } = candidate;
    const exact = [...(word === undefined ? [] : [word]), ...(open ? [] : [path])];
    for (const known of exact) {
        const at = (0,repository_paths/* joinPath */.uJ)(folder, known);
        const edges = at === undefined ? [] : (0,file_nodes/* pathEdges */.Qt)(snapshot, at, kind);
        if (edges.length > 0)
            return candidate.folder ? edges : edges.filter(({ to }) => !to.startsWith('folder:'));
    }
    const pattern = path.search(PATTERN);
    if (!open && pattern < 0)
        return [];
    const known = pattern < 0 ? path : path.slice(0, pattern);
    const at = (0,repository_paths/* joinPath */.uJ)(folder, known.slice(0, known.lastIndexOf('/') + 1));
    // A pattern without a folder, such as `*.json`, is about names as a rule, not about all of the folder.
    if (at === undefined || (!open && at === folder))
        return [];
    return (0,file_nodes/* pathEdges */.Qt)(snapshot, at, kind, true);
}
/**
 * A cheap test for most strings of a module, which name nothing: false when no folder of the repository can hold what
 * a candidate names.
 */
function mayName(snapshot, index, { path, word, open }) {
    if (open || word !== undefined || PATTERN.test(path))
        return true;
    const name = (0,repository_paths/* nameOf */.Vb)(path.endsWith('/') ? path.replace(/\/+$/, '') : path);
    if (name === '' || name === '.' || name === '..')
        return true;
    return snapshot.hasName(name) || index.hasFolderName(name);
}
const PATTERN = /[*?[{]/;

;// CONCATENATED MODULE: ./src/repository/modules/merge-facts.ts
/** One module out of its files: first those that are no override files, then those that are. */
function mergeFiles(primary, overrides, countsVersion) {
    const merged = {
        backend: undefined,
        cloud: undefined,
        requiredVersions: [],
        calls: new Map(),
        remoteStates: new Map(),
        locals: new Map(),
        variables: new Map(),
        lifecycles: new Map(),
    };
    for (const file of primary) {
        append(merged, file);
        if (countsVersion(file.name))
            merged.requiredVersions = [...merged.requiredVersions, ...file.facts.requiredVersions];
    }
    for (const file of overrides) {
        override(merged, file);
        if (countsVersion(file.name) && file.facts.requiredVersions.length > 0)
            merged.requiredVersions = file.facts.requiredVersions;
    }
    const files = [...primary, ...overrides];
    const broken = files.filter(({ facts }) => !facts.clean).map(({ name }) => name);
    return {
        clean: broken.length === 0,
        broken,
        files: files.map(({ name }) => name),
        ...(merged.backend !== undefined && { backend: merged.backend }),
        ...(merged.cloud !== undefined && { cloud: merged.cloud }),
        requiredVersions: merged.requiredVersions,
        calls: [...merged.calls.values()],
        remoteStates: [...merged.remoteStates.values()],
        locals: Object.fromEntries(merged.locals),
        variables: Object.fromEntries(merged.variables),
        defaults: files.flatMap(({ facts }) => facts.defaults ?? NO_VALUES),
        lifecycles: [...merged.lifecycles.values()],
        paths: files.flatMap(({ name, facts }) => facts.paths.map((use) => ({ ...use, file: name }))),
        barePaths: [...new Set(files.flatMap(({ facts }) => facts.barePaths))],
    };
}
function append(merged, { name: file, facts }) {
    if (facts.backend !== undefined)
        merged.backend ??= { ...facts.backend, file };
    if (facts.cloud !== undefined)
        merged.cloud ??= { ...facts.cloud, file };
    for (const { name, source, inputs = NO_VALUES, line } of facts.calls) {
        const known = merged.calls.get(name);
        const sources = source.length === 0 ? [] : [source];
        if (known === undefined)
            merged.calls.set(name, { name, sources, inputs, file, line });
        else {
            known.sources = distinct([...known.sources, ...sources]);
            known.inputs = [...known.inputs, ...inputs];
        }
    }
    for (const state of facts.remoteStates) {
        // Of two with one name, which no tool accepts, neither is believed.
        const known = merged.remoteStates.get(state.name);
        merged.remoteStates.set(state.name, known === undefined
            ? { ...state, file }
            : { name: state.name, settings: {}, line: known.line, file: known.file });
    }
    for (const key of ['locals', 'variables']) {
        for (const [name, value] of Object.entries(facts[key])) {
            const known = merged[key];
            known.set(name, known.has(name) && !merge_facts_isSame(known.get(name), value) ? undefined : value);
        }
    }
    for (const lifecycle of facts.lifecycles)
        merged.lifecycles.set(lifecycle.address, lifecycle);
}
function override(merged, { name: file, facts }) {
    if (facts.backend !== undefined) {
        merged.backend = { ...facts.backend, file };
        merged.cloud = undefined;
    }
    if (facts.cloud !== undefined) {
        merged.cloud = { ...facts.cloud, file };
        merged.backend = undefined;
    }
    for (const { name, source, inputs: given = NO_VALUES, line } of facts.calls) {
        const known = merged.calls.get(name);
        const inputs = known === undefined ? given : [...known.inputs, ...given];
        if (known !== undefined && source.length === 0)
            known.inputs = inputs;
        else
            merged.calls.set(name, { name, sources: source.length === 0 ? [] : [source], inputs, file, line });
    }
    for (const state of facts.remoteStates) {
        const known = merged.remoteStates.get(state.name);
        const settings = Object.keys(state.settings).length === 0 ? known?.settings : state.settings;
        merged.remoteStates.set(state.name, { ...known, ...state, settings: settings ?? {}, file });
    }
    for (const [name, value] of Object.entries(facts.locals))
        merged.locals.set(name, value);
    for (const [name, value] of Object.entries(facts.variables)) {
        if (value !== undefined || !merged.variables.has(name))
            merged.variables.set(name, value);
    }
    for (const lifecycle of facts.lifecycles) {
        const known = merged.lifecycles.get(lifecycle.address);
        // `all` is not taken back by a list.
        merged.lifecycles.set(lifecycle.address, known?.ignoreChanges === 'all' ? known : lifecycle);
    }
}
/** What either tool reads: where they disagree both sources of a call count, and a local or a setting has no value. */
function unionOf(terraform, tofu) {
    const calls = new Map(terraform.calls.map((call) => [call.name, call]));
    for (const call of tofu.calls) {
        const known = calls.get(call.name);
        calls.set(call.name, known === undefined
            ? call
            : {
                ...known,
                sources: distinct([...known.sources, ...call.sources]),
                inputs: distinctValues([...known.inputs, ...call.inputs]),
            });
    }
    const states = new Map(terraform.remoteStates.map((state) => [state.name, state]));
    for (const state of tofu.remoteStates) {
        const known = states.get(state.name);
        const isKnown = known === undefined || merge_facts_isSame({ ...known, line: 0, file: '' }, { ...state, line: 0, file: '' });
        states.set(state.name, isKnown ? state : { name: state.name, settings: {}, line: state.line, file: state.file });
    }
    const lifecycles = new Map(terraform.lifecycles.map((lifecycle) => [lifecycle.address, lifecycle]));
    for (const lifecycle of tofu.lifecycles)
        lifecycles.set(lifecycle.address, lifecycle);
    const paths = [...terraform.paths];
    const seen = new Set(terraform.files);
    for (const use of tofu.paths)
        if (!seen.has(use.file))
            paths.push(use);
    const backend = oneBackend(terraform.backend, tofu.backend);
    const cloud = tofu.cloud ?? terraform.cloud;
    return {
        clean: terraform.clean && tofu.clean,
        broken: [...new Set([...terraform.broken, ...tofu.broken])].sort(),
        files: [...new Set([...terraform.files, ...tofu.files])],
        ...(backend !== undefined && { backend }),
        ...(cloud !== undefined && { cloud }),
        requiredVersions: [...new Set([...terraform.requiredVersions, ...tofu.requiredVersions])],
        calls: [...calls.values()],
        remoteStates: [...states.values()],
        locals: agreed(terraform.locals, tofu.locals),
        variables: agreed(terraform.variables, tofu.variables),
        defaults: distinctValues([...terraform.defaults, ...tofu.defaults]),
        lifecycles: [...lifecycles.values()],
        paths,
        barePaths: [...new Set([...terraform.barePaths, ...tofu.barePaths])],
    };
}
/** Of one type: what both set alike. Of two types there is no telling; OpenTofu's is in the file made for it alone. */
function oneBackend(terraform, tofu) {
    if (terraform === undefined || tofu === undefined || terraform.type !== tofu.type)
        return tofu ?? terraform;
    return { ...tofu, settings: agreed(terraform.settings, tofu.settings) };
}
function agreed(a, b) {
    const all = new Map(Object.entries(a));
    for (const [name, value] of Object.entries(b)) {
        all.set(name, all.has(name) && !merge_facts_isSame(all.get(name), value) ? undefined : value);
    }
    return Object.fromEntries(all);
}
function distinct(sources) {
    return [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()];
}
const NO_VALUES = [];
function distinctValues(values) {
    return [...new Map(values.map((value) => [`${value.name} ${value.expression}`, value])).values()];
}
const merge_facts_isSame = (a, b) => JSON.stringify(a) === JSON.stringify(b);

;// CONCATENATED MODULE: ./src/repository/modules/module-facts.ts

/**
 * Merges the facts of one folder's files as the tools do.
 *
 * - Files that count: `.tf`, `.tf.json`, for OpenTofu also `.tofu`, `.tofu.json`; not those whose name begins with `.`,
 *   ends with `~` or is `#…#`. A `.tofu` file hides the `.tf` file of the same name, and `.tofu.json` `.tf.json`.
 *   Terraform does not see `.tofu` files. Sources: hashicorp/terraform internal/configs/parser_config_dir.go,
 *   opentofu/opentofu internal/configs/parser_config_dir.go (IsIgnoredFile, filterTfPathsWithTofuAlternatives).
 * - Override files (`override.tf`, `…_override.tf` and their forms) come after all others, in the order of their names:
 *   what they set replaces, what they leave out stays; a backend replaces a cloud block and the other way round;
 *   their versions replace all others. Source: https://developer.hashicorp.com/terraform/language/files/override and
 *   mergeFile in internal/configs/module.go, module_merge.go of both.
 * - Two files that give the same name, which no tool accepts: both sources of a call count, a local has no value.
 * - `required_version` counts for OpenTofu only in `.tofu` files (opentofu internal/configs/diagnostics.go).
 *
 * Paths of hidden lines of an override are kept: too many inputs are safe, too few are not.
 */
function moduleFacts(files, tool) {
    if (tool !== 'any')
        return merge(filesFor(files, tool), tool);
    const terraform = filesFor(files, 'terraform');
    const tofu = filesFor(files, 'tofu');
    return tofu.every(({ name }) => !isTofuFile(name))
        ? merge(terraform, 'terraform')
        : unionOf(merge(terraform, 'terraform'), merge(tofu, 'tofu'));
}
/** True for the name of a file that Terraform or OpenTofu reads as part of a module. */
function isModuleFile(name) {
    if (name.startsWith('.') || name.endsWith('~') || (name.startsWith('#') && name.endsWith('#')))
        return false;
    return name.endsWith('.tf') || name.endsWith('.tf.json') || isTofuFile(name);
}
const isTofuFile = (name) => name.endsWith('.tofu') || name.endsWith('.tofu.json');
const isOverride = (name) => /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/s.test(name);
function filesFor(files, tool) {
    const names = new Set(files.map(({ name }) => name));
    const counts = ({ name }) => {
        if (!isModuleFile(name))
            return false;
        if (isTofuFile(name))
            return tool === 'tofu';
        return tool === 'terraform' || !names.has(name.replace(/\.tf(\.json)?$/, '.tofu$1'));
    };
    return files.filter(counts).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
function merge(files, tool) {
    const overrides = files.filter(({ name }) => isOverride(name));
    const primary = files.filter(({ name }) => !isOverride(name));
    return mergeFiles(primary, overrides, (name) => tool === 'terraform' || isTofuFile(name));
}

;// CONCATENATED MODULE: ./src/repository/modules/folders.ts


/** Files whose text the graph of stacks is made of; what a variable file sets may name files. */
const isTerraformText = (path) => /\.(?:(?:tf|tofu|tfvars)(?:\.json)?|tfbackend)$/.test(path);
/** Folders that tools write and nobody reviews; they are no input unless code names them. */
const isLeftover = (name) => /^\.(?:terraform|terragrunt-cache|git)$/.test(name);
/** One walk over all entries; folders that only a link leads to are not there. */
function indexFolders(snapshot) {
    const folders = new Map();
    const open = (path) => {
        const known = folders.get(path);
        if (known !== undefined)
            return known;
        const made = { path, files: [], folders: [], moduleFiles: [], isChart: false };
        folders.set(path, made);
        if (path !== '.')
            open((0,repository_paths/* folderOf */.yS)(path)).folders.push(path);
        return made;
    };
    open('.');
    let last = open('.');
    for (const entry of snapshot.entries) {
        const path = (0,repository_paths/* folderOf */.yS)(entry.path);
        if (last.path !== path)
            last = open(path);
        const name = (0,repository_paths/* nameOf */.Vb)(entry.path);
        last.files.push(entry);
        if (name === 'Chart.yaml')
            last.isChart = true;
        else if (isModuleFile(name))
            last.moduleFiles.push(entry);
    }
    const names = new Set();
    const modules = [];
    for (const { path, moduleFiles } of folders.values()) {
        names.add((0,repository_paths/* nameOf */.Vb)(path));
        if (moduleFiles.length > 0 && !isInLeftovers(path))
            modules.push(path);
    }
    return {
        folder: (path) => folders.get(path),
        modules: modules.sort(),
        hasFolderName: (name) => names.has(name),
    };
}
const isInLeftovers = (path) => /(?:^|\/)(?:\.terraform|\.terragrunt-cache|\.git|node_modules)(?:\/|$)/.test(path);
/** `NAME.tfvars`, `NAME.tfvars.json`, `NAME.tfbackend`: given on the command line, or loaded in a stack's folder only. */
const isVariantFile = (name) => /\.(?:tfvars(?:\.json)?|tfbackend)$/.test(name);
/** Loaded without being named, directly in the folder that is planned. */
const isAutoLoaded = (name) => /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(name);
const LOCK_FILE = '.terraform.lock.hcl';
/** tfenv and tenv read the first two, asdf and mise the last. */
const VERSION_FILES = ['.terraform-version', '.opentofu-version', '.tool-versions'];
const isDocumentation = (name) => /\.md$|^licen[cs]e/i.test(name);
/**
 * All files of a folder and its sub-folders which belong to its module. Sub-folders that hold Terraform files or a
 * chart are things of their own. At the repository's root only the files directly in it count, for the folders there
 * are the other things of the repository, and variable files, which are nobody else's.
 */
function ownFiles(index, path) {
    const files = [];
    const variantFiles = [];
    const rest = [];
    const root = index.folder(path);
    if (root !== undefined)
        rest.push(root);
    for (let folder = rest.pop(); folder !== undefined; folder = rest.pop()) {
        for (const entry of folder.files) {
            const name = (0,repository_paths/* nameOf */.Vb)(entry.path);
            if (isVariantFile(name))
                variantFiles.push(entry);
            else if ((path !== '.' || folder === root) && isOwnFile(name, folder === root))
                files.push(entry);
        }
        for (const sub of folder.folders) {
            const below = isLeftover((0,repository_paths/* nameOf */.Vb)(sub)) ? undefined : index.folder(sub);
            if (below !== undefined && below.moduleFiles.length === 0 && !below.isChart)
                rest.push(below);
        }
    }
    return { files, variantFiles };
}
function isOwnFile(name, direct) {
    // `.gitignore` and the like say nothing to Terraform; nor does a submodule's `.git`.
    if (name === LOCK_FILE || isDocumentation(name) || name.startsWith('.git'))
        return false;
    return !(direct && VERSION_FILES.includes(name));
}
/** Version files of a folder and of those above it, which the tools look for in this order. */
function versionFilesUp(snapshot, folder) {
    const names = VERSION_FILES.filter((name) => snapshot.hasName(name));
    if (names.length === 0)
        return [];
    return (0,repository_paths/* foldersUp */.TS)(folder).flatMap((at) => names.map((name) => (0,repository_paths/* inFolder */._z)(at, name)).filter((path) => snapshot.entry(path) !== undefined));
}

// EXTERNAL MODULE: ./src/repository/modules/constant.ts
var constant = __webpack_require__(5492);
// EXTERNAL MODULE: ./src/hcl/alternatives.ts
var hcl_alternatives = __webpack_require__(1555);
;// CONCATENATED MODULE: ./src/hcl/json-parse.ts
/** Deeper than anyone writes, and safe for the stack. */
const json_parse_MAX_DEPTH = 200;
/**
 * Reads JSON text; undefined when it is broken. A byte order mark before it is passed over. HCL reads a name that
 * stands twice as two blocks, so that JSON.parse, which keeps only the last, would lose what is called.
 * Source: https://github.com/hashicorp/hcl/blob/main/json/spec.md (bodies).
 */
function parseJson(text) {
    const reader = { text, at: text.startsWith('\uFEFF') ? 1 : 0 };
    const node = readValue(reader, 0);
    skipSpace(reader);
    return reader.at >= text.length ? node : undefined;
}
const SPACE = /[ \t\r\n]*/y;
const WORD = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
function skipSpace(reader) {
    SPACE.lastIndex = reader.at;
    SPACE.test(reader.text);
    reader.at = SPACE.lastIndex;
}
/** A string, decoded. The search for its end is a loop: a pattern of alternatives would need a stack for long ones. */
function readString(reader) {
    const { text, at } = reader;
    if (text[at] !== '"')
        return undefined;
    let end = at + 1;
    while (end < text.length && text[end] !== '"')
        end += text[end] === '\\' ? 2 : 1;
    reader.at = end + 1;
    try {
        return JSON.parse(text.slice(at, end + 1));
    }
    catch {
        return undefined;
    }
}
function take(reader, pattern) {
    pattern.lastIndex = reader.at;
    const found = pattern.exec(reader.text)?.[0];
    if (found !== undefined)
        reader.at += found.length;
    return found;
}
function readValue(reader, depth) {
    skipSpace(reader);
    const at = reader.at;
    const char = reader.text[at];
    if (char === '{')
        return depth < json_parse_MAX_DEPTH ? readObject(reader, depth) : undefined;
    if (char === '[')
        return depth < json_parse_MAX_DEPTH ? readList(reader, depth) : undefined;
    if (char === '"') {
        const value = readString(reader);
        return value === undefined ? undefined : { kind: 'string', at, value };
    }
    const source = take(reader, WORD);
    return source === undefined ? undefined : { kind: 'word', at, source };
}
function readObject(reader, depth) {
    const at = reader.at;
    const items = [];
    const whole = readItems(reader, '}', () => {
        const from = reader.at;
        const name = readString(reader);
        skipSpace(reader);
        if (name === undefined || reader.text[reader.at] !== ':')
            return false;
        reader.at += 1;
        const value = readValue(reader, depth + 1);
        if (value !== undefined)
            items.push({ name, at: from, value });
        return value !== undefined;
    });
    return whole ? { kind: 'object', at, items } : undefined;
}
function readList(reader, depth) {
    const at = reader.at;
    const items = [];
    const whole = readItems(reader, ']', () => {
        const value = readValue(reader, depth + 1);
        if (value !== undefined)
            items.push(value);
        return value !== undefined;
    });
    return whole ? { kind: 'list', at, items } : undefined;
}
/** Items between commas up to the closing bracket; false as soon as one cannot be read. */
function readItems(reader, closing, readItem) {
    reader.at += 1;
    skipSpace(reader);
    if (reader.text[reader.at] === closing) {
        reader.at += 1;
        return true;
    }
    for (;;) {
        skipSpace(reader);
        if (!readItem())
            return false;
        skipSpace(reader);
        const char = reader.text[reader.at];
        reader.at += 1;
        if (char === closing)
            return true;
        if (char !== ',')
            return false;
    }
}

// EXTERNAL MODULE: ./src/hcl/skip.ts
var skip = __webpack_require__(1896);
// EXTERNAL MODULE: ./src/hcl/template-text.ts
var template_text = __webpack_require__(6517);
;// CONCATENATED MODULE: ./src/hcl/json-body.ts



const CONDITIONS = { precondition: { labels: 0 }, postcondition: { labels: 0 } };
const RESOURCE = {
    lifecycle: { labels: 0, inner: CONDITIONS },
    connection: { labels: 0 },
    provisioner: { labels: 1, inner: { connection: { labels: 0 } } },
};
/**
 * Blocks that the language itself knows. What a provider knows (`dynamic` too) stays an attribute with an object as
 * its value: without the provider's schema the two cannot be told apart, and the strings inside are the same.
 * Sources: https://developer.hashicorp.com/terraform/language/syntax/json, opentofu internal/configs/parser_config.go.
 */
const FILE = {
    terraform: {
        labels: 0,
        inner: {
            backend: { labels: 1 },
            cloud: { labels: 0, inner: { workspaces: { labels: 0 } } },
            required_providers: { labels: 0 },
            provider_meta: { labels: 1 },
            encryption: { labels: 0 },
        },
    },
    language: { labels: 0, inner: { compatible_with: { labels: 0 } } },
    provider: { labels: 1 },
    variable: { labels: 1, inner: { validation: { labels: 0 } } },
    locals: { labels: 0 },
    output: { labels: 1, inner: CONDITIONS },
    module: { labels: 1 },
    resource: { labels: 2, inner: RESOURCE },
    data: { labels: 2, inner: RESOURCE },
    ephemeral: { labels: 2, inner: RESOURCE },
    action: { labels: 2 },
    check: { labels: 1, inner: { data: { labels: 2, inner: RESOURCE }, assert: { labels: 0 } } },
    moved: { labels: 0 },
    import: { labels: 0 },
    removed: { labels: 0, inner: RESOURCE },
};
/**
 * Reads a `.tf.json` or `.tofu.json` file as the same structure as `scanHcl` reads from HCL: expressions are HCL
 * source of the same meaning. Broken JSON is an empty body that is not clean. Throws on nothing.
 */
function scanJson(text) {
    const root = parseJson(text);
    if (root === undefined)
        return { attributes: [], blocks: [], clean: false };
    const body = bodyOf([root], FILE, lineFinder(text));
    return body;
}
/** Reads a file of values, such as `.tfvars.json`: every string is literal text. As `scanJson` else. */
function scanJsonValues(text) {
    const root = parseJson(text);
    if (root === undefined)
        return { attributes: [], blocks: [], clean: false };
    return bodyOf([root], VALUES, lineFinder(text));
}
/** Several objects may make one body. A property named `//` is a comment. */
function bodyOf(nodes, schema, lineOf) {
    const attributes = [];
    const blocks = [];
    let clean = true;
    for (const node of nodes.flatMap((each) => (each.kind === 'list' ? each.items : [each]))) {
        if (node.kind !== 'object') {
            clean = false;
            continue;
        }
        for (const { name, at, value } of node.items) {
            const block = Object.hasOwn(schema, name) ? schema[name] : undefined;
            if (name === '//')
                continue;
            if (block === undefined) {
                attributes.push({
                    name,
                    expression: sourceOf(value, schema === FILE_VARIABLE || schema === VALUES),
                    line: lineOf(at),
                });
                continue;
            }
            for (const found of labelled(value, block.labels, at)) {
                const inner = bodyOf([found.node], innerOf(schema, name, block.inner), lineOf);
                clean &&= inner.clean && found.labels.length === block.labels;
                blocks.push({ type: name, labels: found.labels, line: lineOf(found.at), body: inner });
            }
        }
    }
    return { attributes, blocks, clean };
}
const NONE = {};
/** Stands for a file of values. */
const VALUES = {};
/** Stands for the body of a variable: its values are literals in which `${` has no meaning. */
const FILE_VARIABLE = FILE['variable']?.inner ?? NONE;
function innerOf(schema, name, inner) {
    return schema === FILE && name === 'variable' ? FILE_VARIABLE : (inner ?? NONE);
}
/** The bodies below so many levels of labels; on each level an object or a list of objects. `null` is no block. */
function labelled(node, levels, at) {
    let found = [{ labels: [], node, at }];
    for (let level = 0; level < levels; level += 1) {
        found = found.flatMap((each) => bodies(each.node).flatMap((body) => byName(each, body)));
    }
    return found.flatMap((each) => bodies(each.node).map((body) => ({ ...each, node: body })));
}
const bodies = (node) => node.kind === 'list' ? node.items : node.kind === 'word' && node.source === 'null' ? [] : [node];
function byName(outer, body) {
    // Neither an object: one that is not clean, with what is missing.
    if (body.kind !== 'object')
        return [{ ...outer, node: body }];
    return body.items
        .filter(({ name }) => name !== '//')
        .map(({ name, at, value }) => ({ labels: [...outer.labels, name], node: value, at }));
}
/** HCL source of the same meaning: a string is a template, a property name too. */
function sourceOf(node, literal) {
    switch (node.kind) {
        case 'string':
            return literal ? (0,template_text/* quoted */.TL)(node.value) : template(node.value);
        case 'word':
            return node.source;
        case 'list':
            return `[${node.items.map((item) => sourceOf(item, literal)).join(', ')}]`;
        case 'object':
            return `{${node.items.map((item) => itemSource(item, literal)).join(', ')}}`;
    }
}
const itemSource = ({ name, value }, literal) => `${literal ? (0,template_text/* quoted */.TL)(name) : template(name)} = ${sourceOf(value, literal)}`;
/**
 * A template in a JSON string knows no backslash escapes, one in HCL's quotes does: literal text gets them, what
 * stands in `${…}` stays as it is.
 */
function template(text) {
    let source = '';
    let from = 0;
    for (let at = 0; at < text.length;) {
        if (!(0,skip/* isTemplate */.Fl)(text, at)) {
            at += 1;
            continue;
        }
        const end = (0,skip/* skipBrackets */.n_)(text, at + 1);
        source += (0,template_text/* escaped */.Mk)(text.slice(from, at)) + text.slice(at, end);
        at = from = end;
    }
    return `"${source}${(0,template_text/* escaped */.Mk)(text.slice(from))}"`;
}
/** Line numbers from 1, for positions in any order. */
function lineFinder(text) {
    const ends = [];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        ends.push(at);
    return (at) => {
        let low = 0;
        let high = ends.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if ((ends[middle] ?? 0) < at)
                low = middle + 1;
            else
                high = middle;
        }
        return low + 1;
    };
}

// EXTERNAL MODULE: ./src/hcl/scan.ts + 1 modules
var scan = __webpack_require__(9328);
// EXTERNAL MODULE: ./src/hcl/values.ts
var hcl_values = __webpack_require__(4049);
// EXTERNAL MODULE: ./src/hcl/read-expression.ts + 2 modules
var read_expression = __webpack_require__(3952);
;// CONCATENATED MODULE: ./src/repository/modules/path-uses.ts



/**
 * Functions whose first argument names a file or a folder that is read.
 * Source: https://developer.hashicorp.com/terraform/language/functions (file system functions, hashes of files).
 */
const FILE_FUNCTIONS = new Set([
    'file',
    'filebase64',
    'filebase64sha256',
    'filebase64sha512',
    'fileexists',
    'filemd5',
    'fileset',
    'filesha1',
    'filesha256',
    'filesha512',
    'templatefile',
]);
/** Only an expression with one of these can name a file. */
const MAY_NAME_ONE = /["<]|path\.|file/;
const PLAIN = /^"[^"\\$%\n]*"$/;
/** Longer than what people write for a path. */
const MAX_LENGTH = 1_024;
/** More paths that are put together in one expression than this: what is beyond them counts as a bare name. */
const MAX_EXPLAINED = 64;
/** Adds the strings of a body's own attributes that may name files; `skips` are names of attributes to pass over. */
function collectPaths(found, body, skips) {
    for (const { name, expression } of body.attributes) {
        if (!MAY_NAME_ONE.test(expression) || skips.has(name))
            continue;
        if (PLAIN.test(expression)) {
            const text = expression.slice(1, -1);
            if (text !== '' && text.length <= MAX_LENGTH)
                found.paths.push({ parts: [{ text }], attribute: name });
        }
        else
            readUses(found, name, expression);
    }
}
function readUses(found, attribute, expression) {
    const { strings, calls, references } = (0,read_expression/* readExpression */.J)(expression);
    // Of templates in templates in templates each holds all that are in it.
    let budget = Math.max(expression.length * MAX_NESTING, MAX_LENGTH);
    for (const string of strings) {
        for (const part of string.parts)
            if ('expression' in part)
                budget -= part.expression.length;
        addString(found, budget < 0 ? withoutCode(string) : string, attribute);
    }
    const made = madePaths(expression, calls, strings);
    for (const { parts, call } of made)
        found.paths.push({ parts, ...(call !== undefined && { call }), attribute });
    const explained = made.filter(({ parts }) => parts.length > 1).slice(0, MAX_EXPLAINED);
    for (const { name, whole, call, offset } of references) {
        if (!name.startsWith('path.') || whole || (call !== undefined && FILE_FUNCTIONS.has(call)))
            continue;
        if (!explained.some(({ from, to }) => offset >= from && offset < to))
            addBare(found, name);
    }
}
/** More templates in each other than people write. */
const MAX_NESTING = 4;
const SHORT = 64;
/** What its code is does not matter any more: none of it is known. */
function withoutCode(string) {
    const parts = string.parts.map((part) => 'text' in part || part.expression.length <= SHORT ? part : { expression: '' });
    return { ...string, parts };
}
function addString(found, { parts, heredoc, call, argument, key }, attribute) {
    const reads = call !== undefined && FILE_FUNCTIONS.has(call);
    const [first] = parts;
    const names = first !== undefined && 'expression' in first ? first.expression : undefined;
    // What is made of a folder's name cannot be told where it is passed on alone, nor where it is no beginning.
    if (!reads && parts.length === 1 && names !== undefined)
        addBare(found, names);
    if (!reads)
        for (const part of parts.slice(1))
            if ('expression' in part)
                addBare(found, part.expression);
    // Of a function of files only the first argument is a path: the second of `fileset` is a pattern.
    if (heredoc || (call === 'fileset' && argument === 1))
        return;
    if (!mayBePath(parts, (reads && argument === 0) || isSource(attribute, parts)))
        return;
    found.paths.push({
        parts,
        ...(call !== undefined && (!reads || argument === 0) && { call }),
        attribute,
        ...(key !== undefined && { key }),
    });
}
/** `source_dir = "${var.root}/x"`, of archives and objects in stores: read when the variable's value is known. */
const isSource = (attribute, [first]) => SOURCE.test(attribute) &&
    first !== undefined &&
    'expression' in first &&
    first.expression.startsWith('var.');
/** Attributes that name a file or a folder which is read. */
const SOURCE = /^source(?:_dir|_file|_path)?$|^filename$/;
/** A string that begins with a value nobody can know, or that is too long or has lines, names no file. */
function mayBePath(parts, isRead) {
    const [first] = parts;
    if (first === undefined)
        return false;
    if (isRead)
        return true;
    if ('expression' in first && !/^(?:path|local)\.[\p{ID_Continue}-]+$|^"/u.test(first.expression))
        return false;
    let length = 0;
    for (const part of parts) {
        if (!('text' in part))
            continue;
        length += part.text.length;
        if (length > MAX_LENGTH || part.text.includes('\n'))
            return false;
    }
    return true;
}
/**
 * Paths that are no string of the code: `file(var.name)`, `file(local.path)`, `join("/", [path.module, "x"])`.
 * Of the latter, outside of functions that read files, only those of several parts count: a name alone may be anything.
 */
function madePaths(expression, calls, strings) {
    const made = [];
    // A branch of a condition that is a string was found as one.
    let known;
    let budget = Math.max(expression.length * MAX_NESTING, MAX_LENGTH);
    for (const { name, argument, offset, argumentEnd } of calls) {
        if (!FILE_FUNCTIONS.has(name) || argument === '')
            continue;
        const place = { call: name, from: offset, to: argumentEnd };
        budget -= argument.length;
        if (budget < 0)
            made.push({ parts: [{ expression: '' }], ...place });
        else if (argument.length > MAX_LENGTH)
            made.push({ parts: [{ expression: argument }], ...place });
        else if (!isOneString(argument)) {
            known ??= new Set(strings.filter(isShort).map(({ call, parts }) => path_uses_keyOf(call, parts)));
            for (const parts of (0,hcl_alternatives/* alternatives */.V)(argument).filter((each) => !isNull(each))) {
                if (!known.has(path_uses_keyOf(name, parts)))
                    made.push({ parts, ...place });
            }
        }
    }
    if (made.length === 0 && /\bpath\./.test(expression) && !isOneString(expression)) {
        for (const parts of (0,hcl_alternatives/* alternatives */.V)(expression)) {
            if (parts.length > 1)
                made.push({ parts, from: 0, to: expression.length });
        }
    }
    return made;
}
const path_uses_keyOf = (call, parts) => `${call ?? ''} ${JSON.stringify(parts)}`;
const isNull = ([first]) => first !== undefined && 'expression' in first && first.expression === 'null';
const isShort = ({ parts }) => parts.every((part) => ('text' in part ? part.text : part.expression).length <= MAX_LENGTH);
const isOneString = (source) => source.startsWith('"') && (0,hcl_values/* templateOf */.kW)(source) !== undefined;
function addBare(found, name) {
    const bare = BARE_PATHS.get(name);
    if (bare !== undefined)
        (found.barePaths ??= new Set()).add(bare);
}
const BARE_PATHS = new Map([
    ['path.module', 'module'],
    ['path.root', 'root'],
    ['path.cwd', 'cwd'],
]);

;// CONCATENATED MODULE: ./src/repository/modules/file-facts.ts





const file_facts_NONE = [];
const NO_TEMPLATES = {};
/**
 * What one file says that matters to change detection. `name` tells the syntax: `….json` is Terraform's JSON. Throws
 * on nothing: what cannot be read is left out and makes the facts not clean. Linear in the text.
 */
function fileFacts(name, text) {
    const body = name.endsWith('.json') ? scanJson(text) : (0,scan/* scanHcl */.J)(text);
    const found = {
        facts: { clean: body.clean },
        requiredVersions: undefined,
        calls: undefined,
        remoteStates: undefined,
        locals: undefined,
        variables: undefined,
        defaults: undefined,
        lifecycles: undefined,
        paths: [],
        barePaths: undefined,
    };
    // An attribute has no place outside of blocks, but nothing is lost on reading it.
    collectPaths(found, body, NO_SKIPS);
    for (const block of body.blocks)
        readBlock(found, block);
    return {
        ...found.facts,
        requiredVersions: found.requiredVersions ?? file_facts_NONE,
        calls: found.calls ?? file_facts_NONE,
        remoteStates: found.remoteStates ?? file_facts_NONE,
        locals: found.locals ?? NO_TEMPLATES,
        variables: found.variables ?? NO_TEMPLATES,
        ...(found.defaults !== undefined && { defaults: found.defaults }),
        lifecycles: found.lifecycles ?? file_facts_NONE,
        paths: found.paths,
        barePaths: found.barePaths === undefined ? file_facts_NONE : [...found.barePaths],
    };
}
const NO_SKIPS = new Set();
/** Read as the source of a call. A version is no path. */
const CALL_SKIPS = new Set(['source', 'version']);
/** Text for people, which the tools take literally, and types. */
const DECLARATION_SKIPS = new Set(['description', 'type', 'deprecated']);
/** Blocks that mean nothing with another number of labels. */
const LABELS = new Map([
    ['module', 1],
    ['resource', 2],
    ['data', 2],
    ['variable', 1],
]);
function readBlock(found, block) {
    const { type, labels, body } = block;
    if (labels.length !== (LABELS.get(type) ?? labels.length)) {
        found.facts.clean = false;
        walk(found, body, NO_SKIPS);
        return;
    }
    switch (type) {
        case 'terraform':
            readTerraform(found, body);
            return;
        case 'module':
            ;
            (found.calls ??= []).push(moduleCall(block));
            walk(found, body, CALL_SKIPS);
            return;
        case 'locals':
            for (const { name, expression } of body.attributes)
                setTemplate((found.locals ??= {}), name, expression);
            break;
        case 'variable':
            readVariable(found, labels[0] ?? '', attribute(body, 'default'));
            walk(found, body, DECLARATION_SKIPS);
            return;
        case 'output':
            walk(found, body, DECLARATION_SKIPS);
            return;
        case 'data':
            if (labels[0] === 'terraform_remote_state')
                (found.remoteStates ??= []).push(remoteState(block));
            break;
        case 'resource':
            readLifecycle(found, block);
            break;
        // Versions only.
        case 'language':
            return;
        default:
    }
    walk(found, body, NO_SKIPS);
}
/** Attributes of a body and of all blocks inside. */
function walk(found, body, skips) {
    collectPaths(found, body, skips);
    for (const inner of body.blocks)
        walk(found, inner.body, inner.type === 'lifecycle' ? LIFECYCLE_SKIPS : NO_SKIPS);
}
/** Names of attributes and addresses, which may be written as strings. */
const LIFECYCLE_SKIPS = new Set(['ignore_changes', 'replace_triggered_by']);
function readTerraform(found, body) {
    const version = (0,scan/* literalString */.d)(attribute(body, 'required_version'));
    if (version !== undefined)
        (found.requiredVersions ??= []).push(version);
    for (const block of body.blocks) {
        if (block.type === 'backend') {
            found.facts.backend = {
                type: block.labels[0] ?? '',
                settings: plainSettings(settingEntries(block.body)),
                line: block.line,
            };
        }
        else if (block.type === 'cloud') {
            const workspaces = block.body.blocks.find(({ type }) => type === 'workspaces')?.body;
            found.facts.cloud = {
                settings: settingsOf(block.body),
                workspaces: workspaces === undefined ? {} : settingsOf(workspaces),
                line: block.line,
            };
        }
        // Addresses and versions of providers are no paths.
        if (block.type !== 'required_providers')
            walk(found, block.body, NO_SKIPS);
    }
}
function moduleCall({ labels, body, line }) {
    const inputs = body.attributes.filter(({ name }) => !CALL_SKIPS.has(name));
    return {
        name: labels[0] ?? '',
        source: file_facts_sourceOf(body),
        ...(inputs.length > 0 && { inputs }),
        line,
    };
}
function readVariable(found, name, value) {
    setTemplate((found.variables ??= {}), name, value);
    if (value !== undefined)
        (found.defaults ??= []).push({ name, expression: value });
}
/** A source that is no string is one unknown expression; a call without one (in an override file) has no parts. */
function file_facts_sourceOf(body) {
    const expression = attribute(body, 'source');
    if (expression === undefined)
        return [];
    const [only, ...more] = (0,hcl_alternatives/* alternatives */.V)(expression);
    if (only === undefined || more.length > 0)
        return [{ expression }];
    return only.length === 0 ? [{ text: '' }] : only;
}
function remoteState({ labels, body, line }) {
    const backend = (0,scan/* literalString */.d)(attribute(body, 'backend'));
    const workspace = attribute(body, 'workspace');
    return {
        name: labels[1] ?? '',
        ...(backend !== undefined && { backend }),
        ...file_facts_configOf(body),
        ...(workspace !== undefined && { workspace: file_facts_valueOf(workspace) ?? [{ expression: workspace }] }),
        line,
    };
}
/** `config = { … }`; before Terraform 0.12 it was a block. */
function file_facts_configOf(body) {
    const block = body.blocks.find(({ type }) => type === 'config');
    const expression = attribute(body, 'config');
    const entries = [];
    let partial = false;
    if (block !== undefined)
        entries.push(...settingEntries(block.body));
    else if (expression !== undefined)
        partial = addConfig(entries, expression);
    const templates = {};
    for (const [name, source] of entries) {
        const value = (0,hcl_values/* plainText */.wh)((0,hcl_values/* templateOf */.kW)(source)) === undefined ? file_facts_valueOf(source) : undefined;
        if (value !== undefined)
            setTemplate(templates, name, source);
        else
            Reflect.deleteProperty(templates, name);
    }
    return {
        settings: plainSettings(entries),
        ...(Object.keys(templates).length > 0 && { templates }),
        ...(partial && { partial: true }),
    };
}
/** An object, or `merge(…)` of which some are; the last of equal names counts. True when there may be others. */
function addConfig(entries, expression) {
    const items = (0,hcl_values/* objectItems */._v)(expression);
    if (items !== undefined) {
        for (const { key, value } of items)
            entries.push(...flat(key, value));
        return false;
    }
    const merge = /^merge\s*\(/.exec(expression)?.[0];
    if (merge === undefined || !expression.endsWith(')'))
        return true;
    let isPartial = false;
    for (const item of (0,hcl_values/* itemsBetween */.hk)(expression, merge.length, expression.length - 1)) {
        if (!addConfig(entries, item))
            continue;
        // What stands before it may be replaced by it.
        isPartial = true;
        for (const [at, [name]] of entries.entries())
            entries[at] = [name, 'null'];
    }
    return isPartial;
}
function settingsOf(body) {
    return plainSettings(body.attributes.map(({ name, expression }) => [name, expression]));
}
/** Also those of the objects and blocks inside, such as `endpoints = { s3 = … }`, `workspaces { name = … }`. */
function settingEntries(body) {
    const own = body.attributes.flatMap(({ name, expression }) => flat(name, expression));
    const inner = body.blocks.flatMap(({ type, body: { attributes } }) => attributes.flatMap(({ name, expression }) => NESTED.has(type) ? [[`${type}.${name}`, expression]] : []));
    return [...own, ...inner];
}
/** Those that say where a state is. */
const NESTED = new Set(['endpoints', 'workspaces']);
function flat(name, expression) {
    const items = NESTED.has(name) ? (0,hcl_values/* objectItems */._v)(expression) : undefined;
    return items === undefined
        ? [[name, expression]]
        : items.map(({ key, value }) => [`${name}.${key}`, value]);
}
const plainSettings = (entries) => Object.fromEntries(entries.map(([name, source]) => [name, (0,hcl_values/* plainText */.wh)((0,hcl_values/* templateOf */.kW)(source))]));
/** As an own property whatever the name: `__proto__` is a name like others. */
function setTemplate(templates, name, expression) {
    const value = file_facts_valueOf(expression);
    if (name !== '__proto__')
        templates[name] = value;
    else
        Object.defineProperty(templates, name, { value, enumerable: true, configurable: true, writable: true });
}
/** A local or a default as a template: also a name that stands for one. Undefined for what is no string. */
function file_facts_valueOf(expression) {
    if (expression === undefined || !MAY_BE_TEXT.test(expression))
        return undefined;
    const [only, ...more] = (0,hcl_alternatives/* alternatives */.V)(expression);
    if (only === undefined || more.length > 0)
        return undefined;
    const [first] = only;
    const isUnknown = only.length === 1 && first !== undefined && 'expression' in first && first.expression === expression;
    return isUnknown && !/^(?:local|path|var)\.[\p{ID_Continue}-]+$/u.test(expression) ? undefined : only;
}
const MAY_BE_TEXT = /^["<(]|^(?:local|path|var)\.|\(|\?/;
/** As the tools read it: `all`, the former `["*"]`, names that may be quoted. */
function readLifecycle(found, { labels, body }) {
    const ignored = [];
    let all = false;
    for (const block of body.blocks.filter(({ type }) => type === 'lifecycle')) {
        const expression = attribute(block.body, 'ignore_changes');
        if (expression === undefined)
            continue;
        const items = (0,hcl_values/* listItems */.Dw)(expression)?.map((item) => (0,hcl_values/* plainText */.wh)((0,hcl_values/* templateOf */.kW)(item)) ?? item);
        all ||= ((0,hcl_values/* plainText */.wh)((0,hcl_values/* templateOf */.kW)(expression)) ?? expression) === 'all' || items?.includes('*') === true;
        ignored.push(...(items ?? []));
    }
    if (!all && ignored.length === 0)
        return;
    (found.lifecycles ??= []).push({ address: labels.join('.'), ignoreChanges: all ? 'all' : ignored });
}
function attribute(body, name) {
    return body.attributes.find((each) => each.name === name)?.expression;
}

;// CONCATENATED MODULE: ./src/repository/modules/path-candidates.ts

/** In texts the places of `path.module`, and of `path.root` and `path.cwd`: Unicode keeps these two out of all texts. */
const MODULE_MARK = '\uFDD0';
const STACK_MARK = '\uFDD1';
const MARKS = {
    'path.module': MODULE_MARK,
    'path.root': STACK_MARK,
    'path.cwd': STACK_MARK,
};
/** What a string may name: candidates that name nothing in the tree cost nothing. */
function candidatesOf(use, locals) {
    const isFileCall = use.call !== undefined && /^file|^templatefile$/.test(use.call);
    const isSet = use.call === 'fileset';
    const speaksOfFolder = isSet || (!isFileCall && /dir|folder/i.test(use.attribute));
    const maySpeakOfFolder = /path|source|^chart$/i.test(use.attribute);
    const kind = isFileCall ? 'file function' : 'path';
    const found = [];
    const add = (base, path, open, word) => {
        // `path = "/"` and `path = "./"` are about something else, as a rule. No function but fileset reads a folder.
        // Behind `path.module` and its like it is a path, whatever the attribute: `"${path.module}/chart"`.
        const speaksOfPath = base !== 'either' || maySpeakOfFolder || path.includes('/');
        const mayBeFolder = !isFileCall && /[^./]/.test(path) && speaksOfPath;
        const folder = speaksOfFolder || mayBeFolder;
        found.push({
            base,
            path,
            open,
            folder,
            kind,
            ...(use.call === 'templatefile' && { isTemplate: true }),
            ...(word === undefined ? {} : { word }),
        });
    };
    const [only] = use.parts;
    if (only !== undefined && use.parts.length === 1 && 'text' in only && !SEVERAL_WORDS.test(use.attribute)) {
        // Most strings are one text that is known.
        if (only.text !== '')
            add('either', only.text, false);
        return found;
    }
    for (const chunk of chunksOf(use.parts, locals)) {
        if (chunk.unknownPath !== undefined)
            add(chunk.unknownPath, '', true);
        const [before = '', ...marked] = chunk.text.split(/(?=[\uFDD0\uFDD1])/);
        const starts = /^[\uFDD0\uFDD1]/.test(before) ? [before, ...marked] : marked;
        for (const [index, text] of starts.entries()) {
            const open = chunk.openEnd && index === starts.length - 1;
            addMarked(text[0] === MODULE_MARK ? 'module' : 'stack', text.slice(1), open, add);
        }
        if (starts.length > 0 || chunk.openStart)
            continue;
        if (!chunk.openEnd) {
            if (chunk.text !== '')
                add('either', chunk.text, false);
            if (SEVERAL_WORDS.test(use.attribute)) {
                for (const word of words(chunk.text))
                    add('either', word, false);
            }
        }
        else if (isFileCall || isSet || (speaksOfFile(use.attribute) && chunk.text.includes('/'))) {
            add('either', chunk.text, true);
        }
    }
    return found;
}
/** Attributes whose values are command lines. */
const SEVERAL_WORDS = /command|inline|script|program/;
const speaksOfFile = (attribute) => /dir|path|source|folder|file|template|^chart$/i.test(attribute);
/** What follows a mark: one word among others, or a path up to the end of the text. */
function addMarked(base, text, open, add) {
    const word = /^[^\s'"`;|&()<>,]*/.exec(text)?.[0] ?? '';
    // The folder itself is handed on, such as `cd ${path.module} && make`: what is read in there cannot be told.
    if (!word.startsWith('/'))
        add(base, '', true);
    else if (word === text)
        add(base, text.slice(1), open);
    else
        add(base, text.slice(1), open, word.slice(1));
}
const words = (text) => text.split(/[\s'"`;|&()<>,=]+/).filter((word) => /[/.]/.test(word));
/** The known stretches between what is not known. */
function chunksOf(parts, locals) {
    const chunks = [];
    let text = '';
    let openStart = false;
    for (const part of parts) {
        const value = (0,constant/* evaluate */._)([part], locals, MARKS);
        text += value.text;
        if (value.whole)
            continue;
        const names = 'expression' in part ? /\bpath\.(module|root|cwd)\b/.exec(part.expression)?.[1] : undefined;
        const unknownPath = names === undefined ? {} : { unknownPath: names === 'module' ? 'module' : 'stack' };
        chunks.push({ text, openStart, openEnd: true, ...unknownPath });
        text = '';
        openStart = true;
    }
    if (text !== '' || !openStart)
        chunks.push({ text, openStart, openEnd: false });
    return chunks;
}

;// CONCATENATED MODULE: ./src/repository/modules/parsed-module.ts





const factsCache = () => ({
    files: new Map(),
    modules: new Map(),
    identities: new Map(),
    variableFiles: new Map(),
    templates: new Map(),
});
function parseModule(files, cache, tool) {
    const key = `${tool}\n${files.map(({ name, oid }) => `${oid} ${name}`).join('\n')}`;
    const known = cache.modules.get(key);
    if (known !== undefined)
        return known;
    const read = files.map((file) => ({ name: file.name, facts: factsOf(file, cache) }));
    const unreadable = files.filter(({ text }) => text === undefined).map(({ name }) => name);
    const parsed = fromFacts(moduleFacts(read, tool), unreadable);
    cache.modules.set(key, parsed);
    return parsed;
}
function fromFacts(facts, unreadable = []) {
    const sources = facts.calls.flatMap((call) => call.sources);
    const prefixes = localsIn(sources, facts.locals);
    return {
        facts,
        calls: facts.calls.flatMap(({ sources: all, inputs }) => all.flatMap((source) => targetOf(source, facts.locals).map((target) => ({ ...target, inputs })))),
        unknowns: facts.paths.filter((use) => needsValues(use, facts.locals)),
        unreadable,
        paths: facts.paths.flatMap((use) => {
            const found = candidatesOf(use, facts.locals);
            const isPrefix = prefixes.has(use.attribute) && parsed_module_isLocal(use, facts.locals);
            // `modules = "../../modules"`, made for sources, does not mean all the modules in there.
            return isPrefix ? found.map((candidate) => ({ ...candidate, folder: false })) : found;
        }),
        bareModulePath: facts.barePaths.includes('module'),
        bareStackPath: facts.barePaths.includes('root') || facts.barePaths.includes('cwd'),
    };
}
/** What is read, but not known by the module's code alone, where values of variables, or the end of a path, may help. */
function needsValues({ parts, call, attribute }, locals) {
    const [first] = parts;
    if (first === undefined || (parts.length === 1 && 'text' in first))
        return false;
    const isRead = call === undefined ? SOURCE.test(attribute) : FILE_FUNCTIONS.has(call);
    if (!isRead)
        return false;
    const { text, whole } = (0,constant/* evaluate */._)(parts, locals, MARKS);
    if (whole)
        return false;
    return (/^(?:\.\/)*$/.test(text) || parts.some((part) => 'expression' in part && HAS_VALUE.test(part.expression)));
}
const HAS_VALUE = /\b(?:var|local)\./;
/** True for the text that a local of the attribute's name is set to. */
function parsed_module_isLocal({ attribute, parts }, locals) {
    const value = Object.hasOwn(locals, attribute) ? locals[attribute] : undefined;
    return value !== undefined && (0,constant/* evaluate */._)(value, locals, MARKS).text === (0,constant/* evaluate */._)(parts, locals, MARKS).text;
}
/** Names of locals that templates are made of, through other locals as well. */
function localsIn(templates, locals) {
    const names = new Set();
    const add = (parts) => {
        for (const part of parts) {
            const name = 'expression' in part ? (0,constant/* localName */.f)(part.expression) : undefined;
            if (name !== undefined)
                names.add(name);
        }
    };
    templates.forEach(add);
    // A Set lists what is added while it is walked.
    for (const name of names)
        if (Object.hasOwn(locals, name))
            add(locals[name] ?? []);
    return names;
}
/** Of a folder without Terraform files. */
const noModuleText = fromFacts(moduleFacts([], 'any'));
function factsOf({ name, oid, text }, cache) {
    const kind = name.endsWith('.json') ? 'json' : 'hcl';
    const key = `${kind} ${oid}`;
    const known = text === undefined ? undefined : cache.files.get(key);
    if (known !== undefined)
        return known;
    // What is no text says nothing that can be read.
    const facts = text === undefined ? { ...fileFacts(name, ''), clean: false } : fileFacts(name, text);
    if (text !== undefined)
        cache.files.set(key, facts);
    return facts;
}
/** Sources of this repository begin with `./` or `../`; all others come from elsewhere. */
function targetOf(source, locals) {
    const { text, whole } = (0,constant/* evaluate */._)(source, locals, MARKS);
    const local = text.startsWith(MODULE_MARK) ? `.${text.slice(1)}` : text;
    if (whole)
        return /^\.\.?(?:\/|$)/.test(local) ? [{ source: local, wide: false, anywhere: false }] : [];
    if (/^\.?\.?$/.test(local))
        return [{ source: '.', wide: true, anywhere: true }];
    if (!/^\.\.?\//.test(local))
        return [];
    return [{ source: local.slice(0, local.lastIndexOf('/') + 1), wide: true, anywhere: false }];
}

;// CONCATENATED MODULE: ./src/repository/modules/path-endings.ts
/**
 * Finds the paths whose end is made of pieces with anything between them; after an empty last one anything follows,
 * too. Each search is done once: many plans ask for the same.
 */
function endingWith(snapshot) {
    const known = new Map();
    return (pieces) => {
        const key = pieces.join('\0');
        const found = known.get(key) ?? search(snapshot, withoutSteps(pieces));
        known.set(key, found);
        return found;
    };
}
/** Steps up lead to folders that are not known here: what comes after them counts. */
function withoutSteps(pieces) {
    const from = Math.max(0, pieces.findLastIndex((piece) => piece.includes('../')));
    return pieces.slice(from).flatMap((piece, index, all) => {
        const up = piece.lastIndexOf('../');
        const names = (up < 0 ? piece : piece.slice(up + 2)).replaceAll(/\/(?:\.?\/)+/g, '/');
        return index === all.length - 1 || /[^./]/.test(names) ? [names] : [];
    });
}
function search(snapshot, pieces) {
    const end = pieces.at(-1) ?? '';
    const found = [];
    for (const { path } of snapshot.entries) {
        const whole = `/${path}`;
        if (!whole.endsWith(end))
            continue;
        let at = 0;
        const limit = whole.length - end.length;
        const fits = pieces.slice(0, -1).every((piece) => {
            const next = whole.indexOf(piece, at);
            at = next + piece.length;
            return next >= 0 && at <= limit;
        });
        if (fits)
            found.push(path);
    }
    return found;
}

;// CONCATENATED MODULE: ./src/repository/modules/template-reads.ts


/** A cheap look before a text is read as a template. */
const MAY_READ = /\$\{[^}]*\b(?:file|templatefile)/;
/** True when functions in a template may read files. */
const mayReadFiles = (text) => MAY_READ.test(text);
/**
 * The files that the functions in a template read, such as `${file("…")}`. Relative paths start in the folder that is
 * planned, as everywhere in Terraform.
 * Source: https://developer.hashicorp.com/terraform/language/functions/templatefile.
 */
function templateUses(text) {
    if (!mayReadFiles(text))
        return [];
    let marker = 'TEMPLATE';
    while (text.includes(marker))
        marker += '_';
    const found = { paths: [], barePaths: undefined };
    // The text of a heredoc is read by the same rules.
    const expression = `<<${marker}\n${text}\n${marker}\n`;
    const attributes = [{ name: 'template', expression, line: 1 }];
    collectPaths(found, { attributes, blocks: [], clean: true }, new Set());
    return found.paths.filter(({ call }) => call !== undefined && FILE_FUNCTIONS.has(call));
}
/** The files that edges lead to, and in folders those that are templates by their names. */
function templatesIn(snapshot, edges) {
    return edges.flatMap(({ to }) => {
        if (to.startsWith('file:'))
            return [to.slice('file:'.length)];
        if (!to.startsWith('folder:'))
            return [];
        const below = snapshot.under(to.slice('folder:'.length));
        return below.filter(({ path }) => isTemplateName(path)).map(({ path }) => path);
    });
}
/** The ending that Terraform's makers recommend. */
const isTemplateName = (path) => path.endsWith('.tftpl');
/** What the functions in a template of the tree read; each text is looked at once. */
function templateReads(snapshot, cache, path) {
    const oid = snapshot.entry(path)?.oid;
    const text = oid === undefined ? undefined : snapshot.text(path);
    if (oid === undefined || text === undefined)
        return [];
    const known = cache.templates.get(oid);
    if (known !== undefined)
        return known;
    const reads = templateUses(text).map((use) => ({
        use,
        candidates: candidatesOf(use, {}).map((each) => ({ ...each, base: 'stack' })),
    }));
    cache.templates.set(oid, reads);
    return reads;
}
/** What is no text by its name. */
const BINARY = /\.(?:zip|t?gz|bz2|xz|tar|jar|war|exe|so|bin|png|jpe?g|gif|ico|pdf|woff2?|iso|img)$/;
/**
 * Names of files that may be templates, by the texts that speak of templates: the end of each string in there, so that
 * a path that is put together elsewhere in the same file counts, too.
 */
function templateNames(texts) {
    const names = new Set();
    for (const text of texts) {
        if (!text.includes('templatefile'))
            continue;
        addEnds(text, names);
    }
    return names;
}
/** Where the last part of a path, or of what is put together to one, begins. */
const BEGINS = new Set('"/\\\n${}=(,[]');
const LONGEST_NAME = 255;
/** What stands before each quote, back to where a name can begin. */
function addEnds(text, names) {
    for (let quote = text.indexOf('"'); quote >= 0; quote = text.indexOf('"', quote + 1)) {
        let from = quote;
        while (from > 0 && quote - from < LONGEST_NAME && !BEGINS.has(text[from - 1] ?? ''))
            from -= 1;
        const name = text.slice(from, quote).trim();
        if (name !== '' && !BINARY.test(name))
            names.add(name);
    }
}

;// CONCATENATED MODULE: ./src/repository/modules/variable-file.ts




/** Throws on nothing: what cannot be read is left out. The values are literals. */
function readVariableFile(name, text) {
    const { attributes } = name.endsWith('.json') ? scanJsonValues(text) : (0,scan/* scanHcl */.J)(text);
    const found = { paths: [], barePaths: undefined };
    collectPaths(found, { attributes, blocks: [], clean: true }, new Set());
    return { values: attributes, paths: found.paths.flatMap((use) => candidatesOf(use, {})) };
}

;// CONCATENATED MODULE: ./src/repository/modules/variable-values.ts



/** In a text: what follows starts at the root of the repository. Unicode keeps these four out of all texts. */
const ROOT_MARK = '\uFDD2';
/** Something that is not known; a variable whose value is not; one that nothing gives a value. */
const UNKNOWN_MARK = '\uFDD4';
const VARIABLE_MARK = '\uFDD5';
const NO_VALUE_MARK = '\uFDD6';
/** More values than this of one path are taken as one that is not known. */
const variable_values_MAX_VALUES = 16;
const variable_values_MAX_LENGTH = 4_096;
const variable_values_MAX_DEPTH = 24;
const MAX_STEPS = 2_000;
/**
 * The texts that a template of a module may give in a plan: variables through what callers, variable files and defaults
 * say, locals, `path.…`. A variable that is `null` gives none.
 */
function variable_values_textsOf(parts, module, plan) {
    return ofTemplate(parts, module, { plan, steps: 0, depth: 0 });
}
function ofTemplate(parts, module, search) {
    let texts = [''];
    for (const part of parts) {
        const choices = 'text' in part ? [part.text] : ofExpression(part.expression, module, search);
        const isTooMuch = texts.length * choices.length > variable_values_MAX_VALUES || (texts[0]?.length ?? 0) > variable_values_MAX_LENGTH;
        const taken = isTooMuch ? [UNKNOWN_MARK] : choices;
        texts = texts.flatMap((text) => taken.map((choice) => text + choice));
    }
    return [...new Set(texts)];
}
const NAME = '[\\p{ID_Start}_][\\p{ID_Continue}-]*';
/** `var.x`, `var.x.key`, and what else may follow. */
const VARIABLE = new RegExp(`^var\\.(${NAME})(?:\\.(${NAME}))?((?:\\.[\\p{ID_Continue}*-]+|\\[[^[\\]]*\\])*)$`, 'u');
function ofExpression(expression, module, search) {
    search.steps += 1;
    if (search.depth >= variable_values_MAX_DEPTH || search.steps > MAX_STEPS)
        return [UNKNOWN_MARK];
    if (expression === 'path.module')
        return [`${ROOT_MARK}/${module.path}`];
    if (expression === 'path.root' || expression === 'path.cwd')
        return [`${ROOT_MARK}/${search.plan.folder}`];
    search.depth += 1;
    const texts = inside(expression, module, search);
    search.depth -= 1;
    return texts;
}
function inside(expression, module, search) {
    const variable = VARIABLE.exec(expression);
    if (variable !== null)
        return ofVariable(variable, module, search);
    const local = (0,constant/* localName */.f)(expression);
    if (local !== undefined) {
        const value = Object.hasOwn(module.facts.locals, local) ? module.facts.locals[local] : undefined;
        return value === undefined ? [UNKNOWN_MARK] : ofTemplate(value, module, search);
    }
    return ofSource(expression, module, search);
}
/** An expression as source: each template that it may be. */
function ofSource(expression, module, search) {
    if (expression.length > variable_values_MAX_LENGTH)
        return [UNKNOWN_MARK];
    const texts = (0,hcl_alternatives/* alternatives */.V)(expression).flatMap((parts) => {
        const [first] = parts;
        if (parts.length !== 1 || first === undefined || 'text' in first)
            return ofTemplate(parts, module, search);
        if (first.expression === 'null')
            return [];
        if (first.expression !== expression || isName(expression))
            return ofExpression(first.expression, module, search);
        return [UNKNOWN_MARK];
    });
    return texts.length > variable_values_MAX_VALUES ? [UNKNOWN_MARK] : texts;
}
const isName = (expression) => /^path\.(?:module|root|cwd)$/.test(expression) ||
    VARIABLE.test(expression) ||
    (0,constant/* localName */.f)(expression) !== undefined;
function ofVariable([, name = '', key, rest], module, search) {
    const isWhole = rest === undefined || rest === '';
    const values = valuesOf(name, module, search.plan);
    if (values.length === 0)
        return [NO_VALUE_MARK];
    const texts = new Set();
    for (const { expression, scope } of values) {
        if (expression === 'null')
            continue;
        const source = key === undefined ? expression : (0,hcl_values/* objectItems */._v)(expression)?.find((item) => item.key === key)?.value;
        const found = isWhole && source !== undefined ? ofSource(source, scope, search) : [UNKNOWN_MARK];
        for (const text of found)
            texts.add(text === UNKNOWN_MARK ? VARIABLE_MARK : text);
    }
    return [...texts];
}
/** Each value that a variable may have, with the module whose code says so. */
function valuesOf(name, module, plan) {
    const found = [];
    const add = (values, scope) => {
        let isGiven = false;
        for (const value of values) {
            if (value.name !== name)
                continue;
            found.push({ expression: value.expression, scope });
            isGiven = true;
        }
        return isGiven;
    };
    let needsDefault = module.path === plan.folder;
    if (needsDefault)
        add(plan.given, module);
    for (const { caller, inputs } of plan.callsOf(module.path))
        if (!add(inputs, caller))
            needsDefault = true;
    if (needsDefault)
        add(module.facts.defaults, module);
    return found;
}

;// CONCATENATED MODULE: ./src/repository/modules/planned-paths.ts









/** See `ModuleReader.plannedPaths`. Most plans have none of these paths, and cost a look at their modules. */
function plannedPaths(context) {
    const { snapshot, index, cache } = context;
    const find = endingWith(snapshot);
    // Variants of a folder share its calls.
    let last;
    return (folder, variableFiles) => {
        const edges = [];
        const given = [];
        for (const path of variableFiles) {
            const file = variableFile(snapshot, cache, path);
            if (file === undefined)
                continue;
            given.push(...file.values);
            for (const candidate of file.paths)
                if (mayName(snapshot, index, candidate))
                    edges.push(...candidateEdges(snapshot, folder, candidate));
        }
        const modules = context.dependentOn(folder).filter(isTold);
        if (modules.length === 0)
            return edges;
        const callsOf = (path) => {
            if (last?.folder !== folder)
                last = { folder, callsOf: callersIn(context.plannedWith([folder])) };
            return last.callsOf(path);
        };
        const search = {
            snapshot,
            cache,
            plan: { folder, given, callsOf },
            find,
            edges,
            templates: new Set(),
        };
        for (const module of modules)
            addModule(search, module);
        addTemplates(search);
        return edges;
    };
}
const isTold = ({ parsed, templates }) => parsed.unknowns.length > 0 || templates.length > 0;
function variableFile(snapshot, cache, path) {
    const target = snapshot.resolve(path);
    const oid = target.kind === 'file' ? snapshot.entry(target.path)?.oid : undefined;
    const text = target.kind === 'file' ? snapshot.text(target.path) : undefined;
    if (oid === undefined || text === undefined)
        return undefined;
    const key = `${path.endsWith('.json') ? 'json' : 'hcl'} ${oid}`;
    const known = cache.variableFiles.get(key);
    if (known !== undefined)
        return known;
    const file = readVariableFile((0,repository_paths/* nameOf */.Vb)(path), text);
    cache.variableFiles.set(key, file);
    return file;
}
/** Who calls each module of a plan, and with what. */
function callersIn(modules) {
    const calls = new Map();
    const add = (path, caller, inputs) => {
        const known = calls.get(path);
        if (known === undefined)
            calls.set(path, [{ caller, inputs }]);
        else
            known.push({ caller, inputs });
    };
    for (const module of modules) {
        const caller = asPlanned(module);
        for (const { path, wide, inputs } of module.callees) {
            if (!wide)
                add(path, caller, inputs);
            else
                for (const each of modules)
                    if (each.path === path || (0,repository_paths/* isWithin */.UO)(each.path, path))
                        add(each.path, caller, inputs);
        }
    }
    return (path) => calls.get(path) ?? [];
}
const asPlanned = ({ path, parsed: { facts } }) => ({ path, facts });
function addModule(search, module) {
    const { snapshot, plan } = search;
    for (const use of module.parsed.unknowns)
        addUse(search, use, asPlanned(module));
    for (const candidate of module.templates) {
        if (candidate.base !== 'stack')
            addTargets(search, candidateEdges(snapshot, module.path, candidate));
        if (candidate.base !== 'module')
            addTargets(search, candidateEdges(snapshot, plan.folder, candidate));
    }
}
function addTargets({ snapshot, templates }, edges) {
    for (const path of templatesIn(snapshot, edges))
        templates.add(path);
}
/** What a template reads may be a template again. */
function addTemplates(search) {
    const { snapshot, cache, plan, edges, templates } = search;
    const module = { path: plan.folder, facts: { locals: {}, defaults: [] } };
    // A Set lists what is added while it is walked, each once.
    for (const path of templates) {
        for (const { use, candidates } of templateReads(snapshot, cache, path)) {
            for (const candidate of candidates)
                addCandidate(search, candidate);
            if (needsValues(use, {}))
                addUse(search, use, module);
        }
    }
    function addCandidate(to, candidate) {
        const found = candidateEdges(snapshot, plan.folder, candidate);
        edges.push(...found);
        if (candidate.isTemplate === true)
            addTargets(to, found);
    }
}
function addUse(search, use, module) {
    for (const text of variable_values_textsOf(use.parts, module, search.plan)) {
        const found = edgesOf(search, text, use);
        search.edges.push(...found);
        if (use.call === 'templatefile')
            addTargets(search, found);
    }
}
const planned_paths_MARKS = new RegExp(`[${UNKNOWN_MARK}${VARIABLE_MARK}${NO_VALUE_MARK}]`);
/** What a text names in which marks stand for what is not known. */
function edgesOf({ snapshot, plan, find }, whole, { call, attribute }) {
    const root = whole.lastIndexOf(ROOT_MARK);
    const text = root < 0 ? whole : whole.slice(root + 1).replace(/^\/+/, './');
    const from = root < 0 ? plan.folder : '.';
    const kind = call === undefined ? 'path' : 'file function';
    const mark = text.search(planned_paths_MARKS);
    if (mark < 0) {
        const at = text === '' ? undefined : (0,repository_paths/* joinPath */.uJ)(from, text);
        const edges = at === undefined ? [] : (0,file_nodes/* pathEdges */.Qt)(snapshot, at, kind);
        const mayBeFolder = call === 'fileset' || (call === undefined && attribute !== 'filename');
        return mayBeFolder ? edges : edges.filter(({ to }) => !to.startsWith('folder:'));
    }
    const before = text.slice(0, mark);
    const pieces = text.slice(mark).split(planned_paths_MARKS).slice(1);
    const isStart = root < 0 && /^(?:\.\/)*$/.test(before);
    if (isStart) {
        if (pieces.some((piece) => /[^./]/.test(piece)))
            return files(find(pieces), kind);
        // Nothing of the path is known: no folder is the longest that is.
        return call === undefined ? [] : [(0,graph_edges/* edge */.c)('folder:.', kind, true)];
    }
    const folder = (0,repository_paths/* joinPath */.uJ)(from, before.slice(0, before.lastIndexOf('/') + 1));
    const edges = folder === undefined ? [] : (0,file_nodes/* pathEdges */.Qt)(snapshot, folder, kind, true);
    // A variable may climb out of the folder. Names that it only ends, such as `${var.name}.json`, are in there.
    const mayClimb = text[mark] !== UNKNOWN_MARK && before.endsWith('/') && /\/[^./]/.test(pieces.at(-1) ?? '');
    return mayClimb ? [...edges, ...files(find(pieces), kind)] : edges;
}
const files = (paths, kind) => paths.map((path) => (0,graph_edges/* edge */.c)(`file:${path}`, kind, true));

;// CONCATENATED MODULE: ./src/repository/modules/module-reader.ts










/** Reads the modules of one snapshot, each once and only when asked for. */
function moduleReader(snapshot, cache, tool) {
    const index = indexFolders(snapshot);
    const modules = new Map();
    const module = (path) => {
        if (modules.has(path))
            return modules.get(path);
        const read = snapshot.isFolder(path) ? readModule({ snapshot, index, cache, tool }, path) : undefined;
        modules.set(path, read);
        return read;
    };
    const plannedWith = (paths) => {
        const found = new Set();
        const rest = [...paths];
        for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
            const read = module(next);
            if (read === undefined || found.has(read))
                continue;
            found.add(read);
            for (const callee of read.callees) {
                if (callee.wide)
                    rest.push(...index.modules.filter((folder) => isBelow(folder, callee.path)));
                else
                    rest.push(callee.path);
            }
        }
        return [...found];
    };
    // Many stacks call the same modules, and most modules mean the same to all of them.
    const dependent = new Map();
    const dependentBelow = (path) => {
        const known = dependent.get(path);
        if (known !== undefined)
            return known;
        const found = plannedWith([path]).filter(isDependent);
        dependent.set(path, found);
        return found;
    };
    // The questions about one folder come one after the other.
    let last;
    const dependentOn = (path) => {
        if (last?.path !== path)
            last = { path, found: findDependent(path) };
        return last.found;
    };
    const findDependent = (path) => {
        const own = module(path);
        if (own === undefined)
            return [];
        if (own.callees.some(({ wide }) => wide))
            return dependentBelow(path);
        const found = new Set(isDependent(own) ? [own] : []);
        for (const callee of own.callees)
            for (const each of dependentBelow(callee.path))
                found.add(each);
        return [...found];
    };
    const files = (0,file_nodes/* fileNodes */.UJ)(snapshot);
    const read = (id) => {
        if (id.startsWith('module:'))
            return module(id.slice('module:'.length))?.node;
        if (id.startsWith('modules:'))
            return anyModule(index, id.slice('modules:'.length));
        return files(id);
    };
    const planned = plannedPaths({ snapshot, index, cache, plannedWith, dependentOn });
    return { index, module, plannedWith, dependentOn, plannedPaths: planned, read };
}
const isDependent = ({ parsed, stackPaths, templates }) => stackPaths.length > 0 ||
    parsed.bareStackPath ||
    parsed.facts.remoteStates.length > 0 ||
    parsed.unknowns.length > 0 ||
    templates.length > 0;
const isBelow = (path, folder) => path === folder || (0,repository_paths/* isWithin */.UO)(path, folder);
/** A source of which only the first folders are known: each module below may be meant. */
function anyModule(index, path) {
    const edges = index.modules
        .filter((folder) => isBelow(folder, path))
        .map((folder) => ({ to: `module:${folder}`, kind: 'module', dynamic: true }));
    edges.push({ to: `folder:${path}`, kind: 'module', dynamic: true });
    return { files: [], edges };
}
function readModule({ snapshot, index, cache, tool }, path) {
    const notices = [];
    const sources = (index.folder(path)?.moduleFiles ?? []).map((entry) => module_reader_sourceOf(snapshot, entry));
    const parsed = sources.length === 0 ? noModuleText : parseModule(sources, cache, tool);
    const own = ownFiles(index, path);
    const files = own.files.map((entry) => entry.path);
    const edges = [];
    for (const entry of own.files) {
        if (entry.mode === repository_snapshot/* LINK_MODE */.B)
            edges.push(...ownLinkEdges(snapshot, index, entry.path, notices));
    }
    const callees = [];
    for (const call of parsed.calls)
        edges.push(...callEdges(snapshot, path, call, callees));
    const paths = parsed.paths.filter((candidate) => mayName(snapshot, index, candidate));
    for (const candidate of paths) {
        if (candidate.base !== 'stack')
            edges.push(...candidateEdges(snapshot, path, candidate));
    }
    const cautious = !parsed.facts.clean || parsed.bareModulePath;
    if (cautious)
        edges.push({ to: `folder:${path}`, kind: parsed.bareModulePath ? 'path' : 'files', dynamic: true });
    if (parsed.unreadable.length > 0) {
        callees.push({ path: '.', wide: true, inputs: [] });
        edges.push({ to: 'modules:.', kind: 'module', dynamic: true });
        edges.push({ to: 'folder:.', kind: 'files', dynamic: true });
    }
    for (const name of parsed.facts.broken) {
        const isText = !parsed.unreadable.includes(name);
        notices.push(isText ? uncleanNotice(path, name) : unreadableNotice(path, name));
    }
    return {
        path,
        parsed,
        own,
        callees,
        node: { files, edges: (0,graph_edges/* distinctEdges */.H)(edges, files) },
        stackPaths: paths.filter(({ base }) => base !== 'module'),
        templates: paths.filter((candidate) => candidate.isTemplate === true && mayReadMore(snapshot, cache, path, candidate)),
        notices,
    };
}
/** A module file may be a link to a file of another folder and name. */
function module_reader_sourceOf(snapshot, entry) {
    const name = (0,repository_paths/* nameOf */.Vb)(entry.path);
    if (entry.mode !== repository_snapshot/* LINK_MODE */.B)
        return { name, oid: entry.oid, text: snapshot.text(entry.path) };
    const target = snapshot.resolve(entry.path);
    // The id of a link is that of its text, not of nothing.
    if (target.kind !== 'file')
        return { name, oid: 'nothing', text: '' };
    return { name, oid: snapshot.entry(target.path)?.oid ?? entry.oid, text: snapshot.text(target.path) };
}
/** What is in a linked folder counts as what is in a folder does: not when it holds a module or chart of its own. */
function ownLinkEdges(snapshot, index, link, notices) {
    const target = snapshot.resolve(link);
    if (target.kind === 'file')
        return (0,file_nodes/* linkEdges */.hE)(snapshot, link);
    if (target.kind !== 'folder') {
        const why = { missing: 'to nothing', outside: 'out of the repository', loop: 'in a circle' }[target.kind];
        const isCode = isModuleFile((0,repository_paths/* nameOf */.Vb)(link));
        notices.push({
            message: `the link ${link} leads ${why}: only the link itself counts as an input`,
            file: link,
            ...(isCode
                ? { help: 'Terraform reads what is there when it runs. Keep the file in the repository.' }
                : {}),
        });
        return (0,file_nodes/* linkEdges */.hE)(snapshot, link);
    }
    const folder = index.folder(target.path);
    const isOther = folder === undefined || folder.moduleFiles.length > 0 || folder.isChart;
    return (0,file_nodes/* linkEdges */.hE)(snapshot, link).filter(({ to }) => !isOther || !to.startsWith('folder:'));
}
/** Local sources only: what comes from elsewhere has its version in the source. */
function callEdges(snapshot, path, call, callees) {
    const at = call.anywhere ? '.' : (0,repository_paths/* joinPath */.uJ)(path, call.source);
    if (at === undefined)
        return [];
    const edges = (0,file_nodes/* pathEdges */.Qt)(snapshot, at, 'module', call.wide);
    return edges.map((edge) => {
        if (!edge.to.startsWith('folder:'))
            return edge;
        const target = edge.to.slice('folder:'.length);
        callees.push({ path: target, wide: call.wide, inputs: call.inputs });
        return { ...edge, to: `${call.wide ? 'modules' : 'module'}:${target}` };
    });
}
/** A template that is found from the module's folder is looked into; of others it is told later which they are. */
function mayReadMore(snapshot, cache, path, candidate) {
    if (candidate.base !== 'module')
        return true;
    return templatesIn(snapshot, candidateEdges(snapshot, path, candidate)).some((template) => templateReads(snapshot, cache, template).length > 0);
}
const unreadableNotice = (path, name) => ({
    message: `${name} is too large or no text: every file of the repository counts as an input of what uses ${path}`,
    file: (0,repository_paths/* inFolder */._z)(path, name),
});
const uncleanNotice = (path, name) => ({
    message: `${name} could not be read in full: every file of ${path} counts as an input of what uses it`,
    file: (0,repository_paths/* inFolder */._z)(path, name),
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/repository/stacks/discover.ts


/**
 * A stack is a folder with a backend or cloud block (in a called module such a block has no effect, so that nobody
 * writes it there), or one with a dependency lock file that no other folder calls as a module. In a repository where
 * no folder is one, every folder that is not called counts, unless its path says otherwise (`modules`, `examples`,
 * `tests`). What examples and tests call stays what it is.
 *
 * A folder with a file that cannot be read counts when nobody calls it: its backend may be in there, and a stack that
 * is broken must not look like one that was deleted.
 *
 * Links to folders are no stacks: what they lead to is found where it is.
 *
 * @param kept folders that count although another one has a backend or a lock file.
 */
function findStackFolders(snapshot, reader, kept = new Set()) {
    const modules = reader.index.modules.flatMap((path) => reader.module(path) ?? []);
    const called = new Set();
    for (const module of modules) {
        if (isTrial(module.path))
            continue;
        for (const { path, wide } of module.callees)
            if (!wide && path !== module.path)
                called.add(path);
    }
    const hasLock = ({ path }) => snapshot.entry((0,repository_paths/* inFolder */._z)(path, LOCK_FILE)) !== undefined;
    const isMarked = (module) => hasBackend(module) || (hasLock(module) && !called.has(module.path));
    const anyMarked = modules.some(isMarked);
    const mayBe = ({ path }) => !called.has(path) && !looksLikePart(path);
    const isChosen = (module) => isMarked(module) || (mayBe(module) && (!anyMarked || !module.parsed.facts.clean || kept.has(module.path)));
    const folders = [];
    const unclaimed = [];
    const outdone = [];
    for (const module of modules) {
        if (isChosen(module))
            folders.push(module.path);
        // A module that is called is planned with its caller, except where it looks like a stack itself.
        else if (!called.has(module.path) || hasLock(module)) {
            unclaimed.push(module.path);
            if (mayBe(module))
                outdone.push(module.path);
        }
    }
    return { folders, unclaimed, outdone, marked: anyMarked };
}
const hasBackend = ({ parsed: { facts } }) => facts.backend !== undefined || facts.cloud !== undefined;
/** Calls made in there are for trying a module out, or for those who publish it in another form. */
const isTrial = (path) => /(?:^|\/)(?:examples?|tests?|fixtures|wrappers)(?:\/|$)/i.test(path);
const looksLikePart = (path) => /(?:^|\/)(?:modules?|examples?|tests?|fixtures|wrappers)(?:\/|$)/i.test(path);

;// CONCATENATED MODULE: ./src/repository/stacks/environment.ts
/**
 * The environment of a stack when none is configured for it: the configured one that is called like its workspace,
 * like one of its variable files, or like a part of its path, the innermost first.
 *
 * @param bases base names of its variable files.
 */
function environmentOf(stack, environments) {
    const candidates = [
        ...(stack.workspace === undefined ? [] : [stack.workspace]),
        ...stack.bases.toReversed(),
        ...stack.path.split('/').reverse(),
    ];
    return candidates.find((name) => Object.hasOwn(environments, name));
}

// EXTERNAL MODULE: ./src/repository/stacks/state-key.ts
var state_key = __webpack_require__(11);
;// CONCATENATED MODULE: ./src/repository/stacks/variants.ts



/** Where people keep one variable file per environment. */
const VARIANT_FOLDERS = ['env', 'envs', 'environments', 'vars', 'tfvars'];
/**
 * The variants of a folder: as configured, else one per variable file by convention, else one. An entry that names
 * neither workspaces nor variable files says more about all variants of its folder; `var-files: []` says that there
 * are none.
 *
 * @param path the folder as it is called, which may be a link.
 */
function variantsOf(snapshot, index, path, entries) {
    const [only] = entries;
    if (only !== undefined &&
        (entries.length > 1 || only.workspaces !== undefined || only.varFiles !== undefined)) {
        return entries.flatMap((entry) => configured(snapshot, index, path, entry));
    }
    const config = only === undefined ? {} : { config: only };
    const files = conventionFiles(snapshot, index, path);
    if (files.length === 0)
        return [{ labels: [], varFiles: [], backendConfig: [], ...config }];
    return files.map((file) => ({
        labels: labelsOf(file, path),
        varFiles: [file],
        backendConfig: backendFiles(snapshot, index, path, [file], [(0,paths/* variableFileName */._U)(file)]),
        ...config,
    }));
}
/** `env/*.tfvars` and the like, and those next to the code that are not loaded by themselves. */
function conventionFiles(snapshot, index, path) {
    const beside = filesIn(snapshot, index, path).filter((file) => !isAutoLoaded((0,repository_paths/* nameOf */.Vb)(file)));
    const below = VARIANT_FOLDERS.flatMap((folder) => filesIn(snapshot, index, (0,repository_paths/* inFolder */._z)(path, folder)));
    return [...beside, ...below].filter((file) => isVariableFile((0,repository_paths/* nameOf */.Vb)(file))).sort();
}
/** `prod.backend.tfvars` is what some call a `.tfbackend`. */
const isVariableFile = (name) => /\.tfvars(?:\.json)?$/.test(name) && !/^backend[.-]|[.-]backend\.tfvars/.test(name);
/** Paths as they are called: through the links that lead there. */
function filesIn(snapshot, index, path) {
    let folder = index.folder(path);
    if (folder === undefined) {
        const target = snapshot.resolve(path);
        folder = target.kind === 'folder' ? index.folder(target.path) : undefined;
    }
    const found = [];
    for (const entry of folder?.files ?? []) {
        const name = (0,repository_paths/* nameOf */.Vb)(entry.path);
        if (isVariantFile(name))
            found.push((0,repository_paths/* inFolder */._z)(path, name));
    }
    return found;
}
function configured(snapshot, index, path, entry) {
    const workspaces = entry.workspaces ?? [];
    const of = (workspace, named) => {
        const varFiles = (entry.varFiles ?? []).map((file) => file.replaceAll('{workspace}', workspace ?? '{workspace}'));
        const last = varFiles.at(-1);
        const bases = [...(workspace === undefined ? [] : [workspace]), ...varFiles.map(paths/* variableFileName */._U)];
        const fromFile = last === undefined ? [] : labelsOf(last, path);
        const labels = workspace === undefined ? fromFile : [workspace, ...fromFile.map((l) => `${workspace}@${l}`)];
        return {
            // The name that was given is the whole name, when it is of one only.
            labels: named ? ['', ...labels] : labels,
            ...(workspace === undefined ? {} : { workspace }),
            varFiles,
            backendConfig: backendFiles(snapshot, index, path, varFiles, bases),
            config: entry,
        };
    };
    if (workspaces.length === 0)
        return [of(undefined, entry.name !== undefined)];
    return workspaces.map((workspace) => of(workspace, entry.name !== undefined && workspaces.length === 1));
}
/** `NAME.tfbackend`, `NAME.*.tfbackend` beside a variable file or the code. */
function backendFiles(snapshot, index, path, varFiles, bases) {
    if (bases.length === 0)
        return [];
    const found = new Set();
    for (const folder of new Set([path, ...varFiles.map(repository_paths/* folderOf */.yS)])) {
        for (const file of filesIn(snapshot, index, folder)) {
            const name = (0,repository_paths/* nameOf */.Vb)(file);
            const isBackend = name.endsWith('.tfbackend') || /[.-]backend\.tfvars$/.test(name);
            if (isBackend && bases.some((base) => name.startsWith(`${base}.`)))
                found.add(file);
        }
    }
    return [...found].sort();
}
/** `env/prod.tfvars` → `prod`, then with its folder, then in full. */
function labelsOf(file, path) {
    const inside = path !== '.' && file.startsWith(`${path}/`) ? file.slice(path.length + 1) : file;
    const withFolder = inside.replace(/\.tfvars(?:\.json)?$/, '');
    return [(0,paths/* variableFileName */._U)(file), withFolder, inside];
}

;// CONCATENATED MODULE: ./src/repository/stacks/find-stacks.ts










function findStacks(search) {
    const { snapshot, reader } = search;
    const notices = [];
    const found = findStackFolders(snapshot, reader, search.kept);
    const entries = entriesByPath(search, notices);
    const paths = new Set([...found.folders, ...entries.keys()]);
    const claimed = new Set();
    const variants = [...paths].sort().flatMap((path) => {
        const folder = snapshot.resolve(path);
        if (folder.kind !== 'folder')
            return [];
        const of = entries.get(path) ?? [];
        const told = of.filter((entry) => entry.told === true);
        if (told.length > 0) {
            const usual = of.filter((entry) => entry.told !== true);
            for (const { varFiles, backendConfig } of variantsOf(snapshot, reader.index, path, usual))
                for (const file of [...varFiles, ...backendConfig])
                    claimed.add(file);
        }
        return variantsOf(snapshot, reader.index, path, told.length > 0 ? told : of).map((variant) => ({
            path,
            folder: folder.path,
            variant,
        }));
    });
    const distinct = new Map();
    for (const each of variants) {
        const { key } = identityOf(search, each.path, each.variant);
        if (distinct.has(key))
            notices.push(twiceNotice(search.configFile, each.path, each.variant));
        else
            distinct.set(key, each);
    }
    const names = uniqueNames([...distinct.values()].map(({ path, variant }) => ({
        base: variant.config?.name ?? path,
        labels: variant.labels,
        given: variant.config?.name !== undefined,
    })));
    notices.push(...takenNames(search, [...distinct.values()], names));
    const stacks = [];
    for (const [index, { path, folder, variant }] of [...distinct.values()].entries()) {
        const module = reader.module(folder);
        const name = names[index];
        if (module === undefined || name === undefined)
            continue;
        stacks.push(find_stacks_stackOf(search, { path, folder, variant, module, name }));
        if (variant.config !== undefined)
            notices.push(...missingVarFiles(search, variant, variant.config));
    }
    const sorted = stacks.sort((a, b) => (a.stack.name < b.stack.name ? -1 : 1));
    notices.push(...sharedStates(sorted, search.configFile));
    const unclaimed = found.unclaimed.filter((path) => !paths.has(path));
    return { stacks: sorted, unclaimed, outdone: found.outdone, marked: found.marked, claimed, notices };
}
/** Entries by the folder they are about; those about nothing are told. */
function entriesByPath(search, notices) {
    const entries = new Map();
    for (const entry of search.config.stacks) {
        const path = (0,repository_paths/* joinPath */.uJ)('.', entry.path);
        const folder = path === undefined ? undefined : search.snapshot.resolve(path);
        const files = folder?.kind === 'folder' ? search.reader.index.folder(folder.path)?.moduleFiles : undefined;
        if (path === undefined || files === undefined || files.length === 0) {
            notices.push({
                severity: 'error',
                message: `the stack ${entry.path} is configured, but that folder holds no Terraform files: it is not planned`,
                help: 'Correct the path, which starts at the root of the repository, or remove the entry.',
                file: search.configFile,
                line: entry.line,
            });
            continue;
        }
        entries.set(path, [...(entries.get(path) ?? []), entry]);
    }
    return entries;
}
function find_stacks_stackOf(search, { path, folder, variant, module, name }) {
    const { workspace, varFiles, backendConfig, config } = variant;
    const { key, id } = identityOf(search, path, variant);
    const environment = config?.environment ??
        environmentOf({ path, workspace, bases: varFiles.map(paths/* variableFileName */._U) }, search.config.environments);
    const files = backendConfig.length > 0 || varFiles.length > 0 ? backendConfig : onlyBackendFile(module);
    const backend = backendOf(search.snapshot, module, files);
    const state = backend === undefined ? undefined : (0,state_key/* stateKey */.bP)(backend, folder, workspace ?? 'default');
    const stack = {
        key,
        id,
        name,
        path,
        ...(workspace === undefined ? {} : { workspace }),
        varFiles,
        backendConfig,
        ...(environment === undefined ? {} : { environment }),
        dependsOn: config?.dependsOn ?? [],
        previousNames: config?.previousNames ?? [],
        ...(state === undefined ? {} : { stateKey: state }),
        node: `stack:${key}`,
    };
    return { stack, folder, config, backend };
}
function identityOf({ keyOf, facts }, path, { workspace, varFiles, backendConfig }) {
    const words = [path, workspace ?? '', varFiles.length, ...varFiles, ...backendConfig].join('\0');
    const known = facts.identities.get(words);
    if (known !== undefined)
        return known;
    const key = keyOf({ path, ...(workspace === undefined ? {} : { workspace }), varFiles, backendConfig });
    const made = { key, id: (0,external_node_crypto_.hash)('sha256', key).slice(0, 16) };
    facts.identities.set(words, made);
    return made;
}
/** A stack of one plan with one file of backend settings beside it is initialised with that file. */
function onlyBackendFile({ path, own }) {
    const files = own.variantFiles.filter(({ path: file }) => (0,repository_paths/* folderOf */.yS)(file) === path && /\.tfbackend$/.test(file));
    const [only] = files;
    return only !== undefined && files.length === 1 ? [only.path] : [];
}
/** What the code and the files given at init say of the backend; undefined when that cannot be read. */
function backendOf(snapshot, { parsed: { facts } }, backendConfig) {
    if (facts.cloud !== undefined) {
        const settings = { ...facts.cloud.settings };
        for (const [name, value] of Object.entries(facts.cloud.workspaces))
            settings[`workspaces.${name}`] = value;
        return { type: 'cloud', settings };
    }
    if (facts.backend === undefined)
        return facts.clean ? { type: 'local', settings: {} } : undefined;
    const settings = { ...facts.backend.settings };
    for (const file of backendConfig) {
        const more = backendSettings(snapshot, file);
        if (more === undefined)
            return undefined;
        Object.assign(settings, more);
    }
    return { type: facts.backend.type, settings };
}
function backendSettings(snapshot, file) {
    const target = snapshot.resolve(file);
    const text = target.kind === 'file' ? snapshot.text(target.path) : undefined;
    if (text === undefined)
        return undefined;
    const body = (0,scan/* scanHcl */.J)(text);
    if (!body.clean)
        return undefined;
    return plainSettings(settingEntries(body));
}
const twiceNotice = (file, path, variant) => ({
    severity: 'error',
    message: `a variant of the stack ${path} is configured twice: the first entry counts`,
    help: 'Give each entry of one path workspaces or var-files of its own.',
    file,
    ...(variant.config === undefined ? {} : { line: variant.config.line }),
});
/**
 * A configured name that means another stack: `depends-on` and the inputs of other actions would take the one for the
 * other.
 */
function takenNames({ configFile }, stacks, names) {
    const paths = new Set(stacks.map(({ path }) => path));
    return stacks.flatMap(({ path, variant: { config } }, index) => {
        const given = config?.name;
        const name = names[index] ?? '';
        if (config === undefined || given === undefined || given === path)
            return [];
        if (!paths.has(given) && !/#\d+$/.test(name.slice(given.length)))
            return [];
        return [
            {
                severity: 'error',
                message: `the name ${given} that is configured for ${path} is another stack’s: it is listed as ${name}`,
                help: 'Give it a name that is neither the name nor the path of another stack.',
                file: configFile,
                line: config.line,
            },
        ];
    });
}
/** A file that is made later, by the workflow, is `generated`. */
function missingVarFiles({ snapshot, configFile }, variant, entry) {
    if (entry.generated.length > 0 || variant.config?.varFiles === undefined)
        return [];
    const missing = variant.varFiles.filter((file) => snapshot.resolve(file).kind !== 'file');
    return missing.map((path) => ({
        message: `the variable file ${path} of the stack ${entry.name ?? entry.path} is not in the repository`,
        help: 'Correct the path, which starts at the root of the repository; name it under `generated` if a job makes it.',
        file: configFile,
        line: entry.line,
    }));
}
/** Stacks that would overwrite each other's state: each is planned, but people should know. */
function sharedStates(stacks, configFile) {
    const known = stacks.map(({ stack }) => stack).filter((stack) => stack.stateKey !== undefined);
    return [...Map.groupBy(known, ({ stateKey: state }) => state).values()].flatMap((same) => {
        const [first] = same;
        if (first === undefined || same.length < 2)
            return [];
        const names = same.map(({ name }) => name);
        const oneFolder = same.every(({ path }) => path === first.path);
        return [
            {
                message: `${listOf(names)} share one state, by their backend settings`,
                help: oneFolder
                    ? `In ${configFile} write which variants there are, such as \`- path: ${first.path}\` with \`workspaces: [dev, prod]\`` +
                        ` and \`var-files: ["${variantPattern(first)}"]\`; or put a NAME.tfbackend file beside each NAME.tfvars;` +
                        ' or write `var-files: []` if the files are no variants.'
                    : 'Give each its own key, prefix or workspace in its backend block.',
                file: first.path,
            },
        ];
    });
}
const listOf = (names) => names.length > 10 ? someOf(names, 10) : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
/** `env/prod.tfvars` → `env/{workspace}.tfvars`. */
function variantPattern({ varFiles, path }) {
    const [file] = varFiles;
    if (file === undefined)
        return path === '.' ? 'env/{workspace}.tfvars' : `${path}/env/{workspace}.tfvars`;
    return file.replace(/[^/]+?(\.tfvars(?:\.json)?)$/, '{workspace}$1');
}

// EXTERNAL MODULE: ./src/repository/stacks/remote-states.ts
var remote_states = __webpack_require__(4623);
;// CONCATENATED MODULE: ./src/repository/stacks/stack-nodes.ts








/** Nodes `stack:KEY`: what is given on the command line, what depends on the folder that is planned, and its module. */
function stackNodes(context) {
    const { stacks } = context;
    const byId = new Map(stacks.map((found) => [found.stack.node, found]));
    const byFolder = Map.groupBy(stacks, ({ folder }) => folder);
    const shared = new Map();
    const states = (0,remote_states/* remoteStates */.v)(stacks);
    return (id) => {
        if (id.startsWith('states:'))
            return states.read(id);
        const found = byId.get(id);
        if (found === undefined)
            return undefined;
        let inputs = shared.get(found.folder);
        if (inputs === undefined) {
            inputs = folderInputs(context, found.folder, byFolder.get(found.folder) ?? []);
            shared.set(found.folder, inputs);
        }
        return stackNode(context, found, inputs, states);
    };
}
const NOTHING = new Set();
function folderInputs({ snapshot, reader, claimed: elsewhere = NOTHING }, folder, variants) {
    const own = reader.module(folder);
    const files = [];
    const variantFiles = own?.own.variantFiles ?? [];
    if (variantFiles.length > 0) {
        // Variable files that no variant names may still be read by whoever runs the plan: they count for all variants.
        const claimed = new Set([...elsewhere].map((file) => realPath(snapshot, file)));
        for (const { stack } of variants) {
            for (const file of [...stack.varFiles, ...stack.backendConfig])
                claimed.add(realPath(snapshot, file));
        }
        for (const { path } of variantFiles)
            if (!claimed.has(path))
                files.push(path);
    }
    const lock = (0,repository_paths/* inFolder */._z)(folder, LOCK_FILE);
    if (snapshot.entry(lock) !== undefined)
        files.push(lock);
    const edges = [];
    for (const path of files) {
        if (snapshot.entry(path)?.mode === repository_snapshot/* LINK_MODE */.B)
            edges.push(...(0,file_nodes/* linkEdges */.hE)(snapshot, path));
    }
    for (const path of versionFilesUp(snapshot, folder))
        edges.push({ to: `file:${path}`, kind: 'configuration' });
    const remoteStates = [];
    for (const module of reader.dependentOn(folder)) {
        for (const candidate of module.stackPaths) {
            // A bare literal of the folder's own module was looked up there.
            if (candidate.base === 'stack' || module !== own)
                edges.push(...candidateEdges(snapshot, folder, candidate));
        }
        if (module.parsed.bareStackPath)
            edges.push({ to: `folder:${folder}`, kind: 'path', dynamic: true });
        for (const state of module.parsed.facts.remoteStates)
            remoteStates.push({ state, module });
    }
    return { files, edges: (0,graph_edges/* distinctEdges */.H)(edges, [...files, ...(own?.node.files ?? [])]), remoteStates };
}
/** The file itself, where the folders on the way are links. */
function realPath(snapshot, path) {
    const folder = snapshot.resolve((0,repository_paths/* folderOf */.yS)(path));
    return folder.kind === 'folder' ? (0,repository_paths/* inFolder */._z)(folder.path, (0,repository_paths/* nameOf */.Vb)(path)) : path;
}
function stackNode(context, found, inputs, states) {
    const { snapshot, config, globs } = context;
    const { stack, folder } = found;
    const edges = [{ to: `module:${folder}`, kind: 'files' }];
    if (stack.path !== folder) {
        edges.push(...(0,file_nodes/* pathEdges */.Qt)(snapshot, stack.path, 'link').filter(({ to }) => to.startsWith('file:')));
    }
    for (const file of stack.varFiles)
        edges.push(...(0,file_nodes/* pathEdges */.Qt)(snapshot, file, 'var-file'));
    for (const file of stack.backendConfig)
        edges.push(...(0,file_nodes/* pathEdges */.Qt)(snapshot, file, 'backend-config'));
    edges.push(...inputs.edges);
    const variableFiles = [
        ...inputs.files.filter((path) => /\.tfvars(?:\.json)?$/.test(path)),
        ...stack.varFiles,
    ];
    edges.push(...context.reader.plannedPaths(folder, variableFiles));
    for (const { state, module } of inputs.remoteStates)
        edges.push(...states.edges(found, state, module));
    const extra = found.config?.extraInputs ?? [];
    if (extra.length > 0) {
        const { files, edges: links } = globs(extra);
        for (const file of files)
            edges.push({ to: `file:${file}`, kind: 'extra input' });
        edges.push(...links);
    }
    return {
        files: inputs.files,
        edges: (0,graph_edges/* distinctEdges */.H)(edges, inputs.files),
        data: stackData(found, config),
    };
}
/** Remote states of which nothing is known, each once, with who reads them. */
function unknownStates({ reader, stacks }) {
    const readers = new Map();
    for (const found of stacks) {
        for (const module of reader.dependentOn(found.folder)) {
            for (const state of module.parsed.facts.remoteStates) {
                if (!(0,remote_states/* isUnknownState */.e)(found, state, module))
                    continue;
                const of = readers.get(state);
                if (of === undefined)
                    readers.set(state, { module, names: [found.stack.name] });
                else
                    of.names.push(found.stack.name);
            }
        }
    }
    return [...readers].map(([state, { module, names }]) => stack_nodes_unknownNotice(state, module, names));
}
function stack_nodes_unknownNotice({ name, line }, { path }, names) {
    return {
        message: `whose the remote state ${name} is cannot be told from the code: changes of that stack do not reach` +
            ` ${someOf(names)}, and which goes first is not known`,
        help: 'Write its bucket, key or prefix in the code, or name the stack under `depends-on` in the configuration.',
        file: path,
        line,
    };
}
/** The part of the configuration that can change the plan, as canonical JSON: names and order cannot. */
function stackData({ stack }, config) {
    const environment = stack.environment === undefined ? undefined : config.environments[stack.environment];
    return JSON.stringify([
        stack.workspace ?? '',
        stack.varFiles,
        stack.backendConfig,
        stack.environment ?? '',
        environment?.planRole ?? '',
        environment?.applyRole ?? '',
        environment?.region ?? '',
        config.tools.terraform ?? '',
        config.tools.opentofu ?? '',
    ]);
}

// EXTERNAL MODULE: ./src/repository/stacks/state-reads.ts
var state_reads = __webpack_require__(4597);
;// CONCATENATED MODULE: ./src/repository/model.ts







const GLOBAL_INPUTS = 'config:global-inputs';
async function modelOf(snapshot, config, { keyOf, facts, kubernetes, parsed = new Map(), configFile = '.github/gitops.yml' }) {
    const reader = moduleReader(snapshot, facts, readingTool(config));
    const search = { snapshot, reader, config, configFile, keyOf, facts };
    const found = findStacks(search);
    const usesGlobs = config.globalInputs.length > 0 || config.stacks.some(({ extraInputs }) => extraInputs.length > 0);
    const globs = usesGlobs ? await (0,glob_inputs/* globInputs */.Y)(snapshot) : () => ({ files: [], edges: [] });
    const rendered = renderedFolders(snapshot);
    const codeOf = ({ stacks, claimed }) => {
        const readStack = once(stackNodes({ snapshot, reader, config, stacks, claimed, globs }));
        const planned = reader.plannedWith(stacks.map(({ folder }) => folder));
        return [...planned.map(({ node }) => node), ...stacks.flatMap(({ stack }) => readStack(stack.node) ?? [])];
    };
    const code = rendered === undefined ? [] : codeOf(found);
    if (rendered !== undefined && found.outdone.length > 0)
        code.push(...codeOf(findStacks({ ...search, kept: new Set(found.outdone) })));
    const readRendered = await renderedBy(code, rendered, parsed);
    return build({ search, globs, rendered, readRendered, kubernetes }, found);
}
function build(parts, found) {
    const { search, globs, rendered, readRendered, kubernetes } = parts;
    const { snapshot, config, reader } = search;
    const { claimed } = found;
    const readStack = stackNodes({ snapshot, reader, config, stacks: found.stacks, claimed, globs });
    const global = globs(config.globalInputs);
    const stacks = found.stacks.map(({ stack }) => stack);
    const items = [...stacks, ...(kubernetes?.charts ?? []), ...(kubernetes?.applications ?? [])];
    const itemNodes = new Set(global.files.length === 0 ? [] : items.map(({ node }) => node));
    const planned = reader.plannedWith(found.stacks.map(({ folder }) => folder));
    const withRendered = rendered?.withRendered ?? ((node) => node);
    const readAny = (id) => {
        if (id === GLOBAL_INPUTS)
            return global;
        const kind = id.slice(0, id.indexOf(':'));
        if (kind === 'stack' || kind === 'module') {
            const node = kind === 'stack' ? readStack(id) : reader.read(id);
            return node === undefined ? undefined : withRendered(node);
        }
        if (kind === 'states')
            return readStack(id);
        if (kind === 'modules' || kind === 'file' || kind === 'folder')
            return reader.read(id);
        return kubernetes?.read(id) ?? readRendered(id);
    };
    const read = once((id) => {
        const node = readAny(id);
        return node !== undefined && itemNodes.has(id) ? withGlobalInputs(node) : node;
    });
    const told = planned.filter((module) => module.notices.length > 0);
    return {
        snapshot,
        stacks,
        charts: kubernetes?.charts ?? [],
        applications: kubernetes?.applications ?? [],
        unclaimed: found.unclaimed,
        outdone: found.outdone,
        marked: found.marked,
        keeping: (outdone) => build(parts, findStacks({ ...search, kept: new Set(outdone) })),
        read,
        hashOf: (0,item_hash/* itemHasher */.hi)(snapshot, read),
        statesOf: (0,state_reads/* stateReads */.h)(found.stacks, reader),
        notices: [
            ...found.notices,
            ...unknownStates({ reader, stacks: found.stacks }),
            ...told.sort((a, b) => (a.path < b.path ? -1 : 1)).flatMap(({ notices }) => notices),
            ...(kubernetes?.notices ?? []),
        ],
    };
}
/** The YAML library takes its time to load: only where Terraform renders what is in this repository. */
async function renderedBy(code, rendered, parsed) {
    const isNeeded = rendered !== undefined && code.some((node) => rendered.withRendered(node) !== node);
    return isNeeded ? rendered.reader(parsed) : () => undefined;
}
/** A repository that says which tool it is for is read as that tool does. */
function readingTool({ tools }) {
    if (tools.terraform !== undefined && tools.opentofu === undefined)
        return 'terraform';
    return tools.opentofu !== undefined && tools.terraform === undefined ? 'tofu' : 'any';
}
const withGlobalInputs = (node) => ({
    ...node,
    edges: [...node.edges, { to: GLOBAL_INPUTS, kind: 'global input' }],
});
function once(read) {
    const nodes = new Map();
    return (id) => {
        const known = nodes.get(id);
        if (known !== undefined || nodes.has(id))
            return known;
        const node = read(id);
        nodes.set(id, node);
        return node;
    };
}

;// CONCATENATED MODULE: ./src/repository/owners.ts


/** GitHub looks in this order and takes the first file it finds (docs.github.com, "About code owners"). */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];
/** GitHub: "under 3 MB in size"; a larger file is not loaded. */
const owners_MAX_BYTES = 3 * 1024 * 1024;
/** Lines that are told one by one; the rest are counted. */
const MAX_NOTICES = 50;
/** Which CODEOWNERS file counts, if there is one; `source` is where its text is, when the file is a link. */
function findCodeowners(snapshot) {
    if (!snapshot.hasName('CODEOWNERS'))
        return undefined;
    for (const path of PLACES) {
        const found = snapshot.resolve(path);
        if (found.kind === 'file')
            return { path, source: found.path };
    }
    return undefined;
}
/** Owners from CODEOWNERS, and over them those of the configuration. The text must have been read (`findCodeowners`). */
function readOwners(snapshot, configured) {
    const found = findCodeowners(snapshot);
    if (found === undefined)
        return makeOwners([], configured, []);
    const text = snapshot.text(found.source);
    if (text === undefined || Buffer.byteLength(text) >= owners_MAX_BYTES) {
        const message = text === undefined
            ? `${found.path} is not read: it is no UTF-8 text, or too large`
            : `${found.path} is not read: GitHub does not load a file of 3 MB or more`;
        return makeOwners([], configured, [{ message, file: found.path }]);
    }
    const { rules, notices } = parseCodeowners(text, found.path);
    const rest = notices.length - MAX_NOTICES;
    const told = notices.slice(0, MAX_NOTICES);
    if (rest > 0)
        told.push({ message: `GitHub skips ${rest} more lines of CODEOWNERS`, file: found.path });
    return makeOwners(rules, configured, told);
}
function makeOwners(rules, configured, notices) {
    const all = [...rules, ...configured];
    /** By the name that a path must have, in the order of the rules; under '' those that ask for none. */
    const byKey = new Map();
    all.forEach(({ pattern }, index) => {
        const { matches, key = '' } = compileOwnerPattern(pattern);
        const list = byKey.get(key) ?? [];
        list.push({ matches, index });
        byKey.set(key, list);
    });
    const ofFile = (path) => {
        const names = path.split('/');
        // The last match wins.
        let last = -1;
        for (const key of new Set(['', `/${names[0] ?? ''}`, ...names])) {
            const list = byKey.get(key) ?? [];
            for (let at = list.length - 1; at >= 0; at--) {
                const rule = list[at];
                if (rule === undefined || rule.index < last)
                    break;
                if (!rule.matches(names))
                    continue;
                last = rule.index;
                break;
            }
        }
        return all[last]?.owners ?? [];
    };
    const ofFolder = (folder, name = 'main.tf') => ofFile((0,repository_paths/* inFolder */._z)(folder, name));
    return { ofFile, ofFolder, notices };
}
/**
 * The rules of a CODEOWNERS file in their order, without the lines that GitHub skips: each of those gives a notice.
 * Source: docs.github.com, "About code owners"; that spaces are escaped and brackets must be, from what its checker
 * says of them.
 */
function parseCodeowners(text, file) {
    const rules = [];
    const notices = [];
    text.split('\n').forEach((raw, index) => {
        const line = raw.replace(index === 0 ? /^\ufeff/ : /^/, '').trimEnd();
        const start = line.search(/\S/);
        if (start < 0 || line.charAt(start) === '#')
            return;
        const { pattern, rest, restAt } = splitLine(line, start);
        const skip = (column, why) => void notices.push({
            message: `GitHub skips this line of CODEOWNERS: ${why}`,
            file,
            line: index + 1,
            column,
        });
        const escapedHash = /(?:^|[^\\])(?:\\\\)*\\#/.test(pattern);
        const fault = escapedHash ? 'has a `\\#`: GitHub does not support it' : patternFault(pattern);
        if (fault !== undefined) {
            skip(start + 1, `the pattern ${fault}`);
            return;
        }
        const owners = [...rest.replace(/#.*/, '').matchAll(/\S+/g)];
        const wrong = owners.find(([owner]) => !isOwner(owner));
        if (wrong !== undefined) {
            const shown = wrong[0].length > 60 ? 'one of its owners' : JSON.stringify(wrong[0]);
            skip(restAt + wrong.index + 1, `${shown} is no @user, @org/team or e-mail address`);
            return;
        }
        rules.push({ pattern, owners: [...new Set(owners.map(([owner]) => owner))] });
    });
    return { rules, notices };
}
/** The pattern ends at a space that is not escaped, or where a comment begins. */
function splitLine(line, start) {
    let end = start;
    for (; end < line.length; end++) {
        const c = line.charAt(end);
        if (c === '\\')
            end++;
        else if (c === ' ' || c === '\t' || c === '#')
            break;
    }
    return { pattern: line.slice(start, end), rest: line.slice(end), restAt: end };
}
const ownerPattern = new RegExp(OWNER, 'u');
const isOwner = (text) => ownerPattern.test(text);

;// CONCATENATED MODULE: ./src/pipeline/changes-select.ts

/** @throws UserError with every pattern that is none. */
async function makeSelector(include, exclude) {
    const wanted = await matchers('include', include);
    const unwanted = await matchers('exclude', exclude);
    const used = new Set();
    const isIncluded = (words) => {
        let found = wanted.length === 0;
        for (const { pattern, matches } of wanted) {
            if (!words.some(matches))
                continue;
            used.add(pattern);
            found = true;
        }
        return found;
    };
    return {
        wants: (words, excludedBy = words) => isIncluded(words) && !unwanted.some(({ matches }) => excludedBy.some(matches)),
        unused: () => include.filter((pattern) => !used.has(pattern)),
    };
}
async function matchers(input, patterns) {
    if (patterns.length === 0)
        return [];
    const { default: picomatch } = await __webpack_require__.e(/* import() */ 4006).then(__webpack_require__.t.bind(__webpack_require__, 4006, 23));
    const faults = [];
    const made = patterns.flatMap((pattern) => {
        // A name is given as a path is: `./infra/`, `infra/`.
        const clean = pattern.replace(/^(?:\.\/)+(?=.)/, '').replace(/\/+$/, '/**');
        try {
            // `debug`: without it, what does not compile silently matches nothing.
            picomatch.makeRe(clean, { dot: true, strictBrackets: true, debug: true });
            const isMatch = picomatch(clean, { dot: true });
            // Its second argument is not an index: with one it answers with an object, which is always true.
            return [{ pattern, matches: (word) => isMatch(word) }];
        }
        catch {
            faults.push(pattern);
            return [];
        }
    });
    if (faults.length === 0)
        return made;
    throw new errors/* UserError */.yo(`input \`${input}\` holds no glob: ${faults.map((fault) => JSON.stringify(fault)).join(', ')}`, {
        where: 'inputs',
        help: 'Examples of globs: `infra/**`, `infra/*/prod`, `*@prod`. A bracket needs its other one.',
    });
}
const stackWords = ({ name, path }) => name === path ? [path] : [path, name];
const chartWords = ({ name, path }) => [path, name];
const applicationWords = ({ name, namespace, file }) => [
    file,
    name,
    `${namespace}/${name}`,
];
/** The change without what is not wanted. Waves that are left empty close up. */
function selectChanges(changes, { wants }) {
    const isWanted = ({ item, previousPath }) => {
        const words = stackWords(item);
        // A stack that moved is looked for at both its places.
        return wants(previousPath === undefined ? words : [...words, previousPath], words);
    };
    return {
        ...changes,
        stacks: closedUp(changes.stacks.filter(isWanted), changes.stacks),
        deletedStacks: changes.deletedStacks.filter(isWanted),
        charts: changes.charts.filter(({ item }) => wants(chartWords(item))),
        applications: changes.applications.filter(({ item }) => wants(applicationWords(item))),
        gone: {
            charts: changes.gone.charts.filter(({ item }) => wants(chartWords(item))),
            applications: changes.gone.applications.filter(({ item }) => wants(applicationWords(item))),
        },
    };
}
function closedUp(wanted, all) {
    if (wanted.length === all.length)
        return [...wanted];
    const waves = [...new Set(wanted.map(({ wave }) => wave))].sort((a, b) => a - b);
    const numbers = new Map(waves.map((wave, index) => [wave, index + 1]));
    const kept = new Set(wanted.map(({ item }) => item.name));
    const upstreamOf = new Map(all.map(({ item, upstream }) => [item.name, upstream]));
    return wanted.map((judged) => ({
        ...judged,
        wave: numbers.get(judged.wave) ?? judged.wave,
        upstream: throughOthers(judged.upstream, kept, upstreamOf),
    }));
}
/** Who waits for a stack that is left out waits for what that one waits for. */
function throughOthers(names, kept, upstreamOf) {
    const seen = new Set(names);
    for (const name of seen)
        if (!kept.has(name))
            for (const further of upstreamOf.get(name) ?? [])
                seen.add(further);
    return [...seen].filter((name) => kept.has(name)).sort();
}

// EXTERNAL MODULE: ./src/pipeline/stack-to-plan.ts
var stack_to_plan = __webpack_require__(1284);
;// CONCATENATED MODULE: ./src/pipeline/detect.ts















/**
 * What a change touches: the trees are read from Git's objects, each with its own configuration, and compared. The same
 * for the action, the whole pipeline and the preview.
 * @throws UserError when objects are missing, a glob is none, or the configuration asked for is not there.
 */
async function detectChanges(request) {
    const selector = await makeSelector(request.include, request.exclude);
    const [head, ...past] = await snapshotsOf(request);
    const found = await findConfig(head, { given: request.config, missing: 'error' });
    if (found.faults.length > 0)
        return { faults: found.faults };
    const shared = { request, facts: factsCache(), parsed: new Map() };
    const model = await readModel(head, withTold(found.config, request.told ?? []), found.file, shared);
    const before = [];
    const notices = [];
    let isBaseKnown = true;
    for (const snapshot of past) {
        const then = await configThen(snapshot, request);
        notices.push(...then.notices);
        if (then.notices.length > 0)
            isBaseKnown = false;
        before.push(await readModel(snapshot, then.config, then.file, shared));
    }
    const [base, ...more] = before;
    const owners = readOwners(head, found.config.owners);
    const options = {
        more,
        ownersOf: (path) => {
            if (head.entry(path) !== undefined)
                return owners.ofFile(path);
            return owners.ofFolder(path, head.entry((0,repository_paths/* inFolder */._z)(path, 'Chart.yaml')) === undefined ? 'main.tf' : 'Chart.yaml');
        },
        ...(found.file === undefined ? {} : { configFile: found.file }),
    };
    const all = isBaseKnown
        ? changesOf(base, model, options)
        : { ...changesOf(undefined, model, options), ...goneFrom(changesOf(base, model, options)) };
    const changes = selectChanges(all, selector);
    return {
        changes: { ...changes, notices: detect_distinct([...changes.notices, ...notices, ...owners.notices]) },
        model,
        config: found.config,
        configFile: found.file,
        known: [model, ...before].reduce((sum, one) => sum + detect_itemsOf(one).length, 0),
        unused: unusedPatterns(selector, [model, ...before]),
    };
}
const goneFrom = ({ deletedStacks, gone }) => ({
    deletedStacks,
    gone,
});
/** What is told of a folder goes over what is configured for it; of several entries for one with the same variant. */
function withTold(config, told) {
    if (told.length === 0)
        return config;
    const over = told.map((entry) => {
        const same = config.stacks.filter(({ path }) => path === entry.path);
        const base = same.find((one) => isVariantOf(entry, one)) ?? (same.length === 1 ? same[0] : undefined);
        return {
            ...base,
            ...entry,
            extraInputs: [...(base?.extraInputs ?? []), ...entry.extraInputs],
            told: true,
        };
    });
    return { ...config, stacks: [...config.stacks, ...over] };
}
function isVariantOf(told, entry) {
    const workspaces = told.workspaces ?? [];
    const files = (one) => JSON.stringify(one.varFiles ?? []);
    return workspaces.length === 0
        ? files(told) === files(entry)
        : workspaces.every((workspace) => entry.workspaces?.includes(workspace));
}
/** Head, base, and the trees of runs that did not end. Only what somebody will look at is read. */
async function snapshotsOf(request) {
    const { place, head, base, unfinished = [], kinds, config, access } = request;
    const revisions = [head, ...(base === undefined ? [] : [base, ...unfinished])];
    const terraform = kinds.includes('terraform');
    const kubernetes = kinds.includes('helm') || kinds.includes('argocd');
    // By name alone: a link may lead to it.
    const named = new Set([...(config === undefined ? CONFIG_NAMES : [(0,repository_paths/* nameOf */.Vb)(config)]), 'CODEOWNERS']);
    const wanted = (path) => {
        if (terraform && (isTerraformText(path) || isRenderedText(path)))
            return 'code';
        if (terraform && isTemplateName(path))
            return true;
        return (kubernetes && manifestText(path)) || named.has((0,repository_paths/* nameOf */.Vb)(path));
    };
    const texts = { path: wanted, ...(terraform && { more: templateNames }) };
    let snapshots = await readSnapshots(place, revisions, texts, access);
    // Terraform may render charts and Kustomize folders. What they are made of is seldom said elsewhere.
    if (terraform && !kubernetes && snapshots.some(namesMoreTexts)) {
        const path = (one) => wanted(one) || manifestText(one);
        snapshots = await readSnapshots(place, revisions, { ...texts, path }, access);
    }
    const [first, ...others] = snapshots;
    if (first === undefined)
        throw new Error('no snapshot of the head was read');
    return [first, ...others];
}
/** JSON that is large, or no text, is data of somebody else's. */
const manifestText = (path) => isKubernetesText(path) && (path.endsWith('.json') || 'code');
const CONFIG_NAMES = ['gitops.yml', 'gitops.yaml'];
/**
 * A configuration that was broken is no reason to stop who mends it. But what it would have said is not known, so that
 * everything counts as touched.
 */
async function configThen(snapshot, { config: given }) {
    const { config, file, faults } = await findConfig(snapshot, { given, missing: 'empty' });
    const [fault] = faults;
    if (fault === undefined)
        return { config, ...(file === undefined ? {} : { file }), notices: [] };
    const notice = {
        message: `at the base (${(0,short_commit/* shortCommit */.A)(snapshot.revision)}) the configuration is faulty, so that everything is judged: ${fault.message}`,
        help: 'A stack that only it told of, and that is gone now, is not named as gone.',
        file: fault.file,
        line: fault.line,
        column: fault.column,
    };
    return { config: config_config/* EMPTY_CONFIG */.$, notices: [notice] };
}
/** What of a snapshot was asked for. */
async function readModel(snapshot, config, configFile, { request: { kinds, repository }, facts, parsed }) {
    const [terraform, helm, argocd] = [
        kinds.includes('terraform'),
        kinds.includes('helm'),
        kinds.includes('argocd'),
    ];
    const kubernetes = helm || argocd
        ? await findKubernetes(snapshot, {
            parseCache: parsed,
            config,
            ...(repository === undefined ? {} : { repository }),
        })
        : undefined;
    const model = await modelOf(snapshot, config, {
        keyOf: stack_to_plan/* keyOfStack */.xD,
        facts,
        parsed,
        ...(kubernetes === undefined ? {} : { kubernetes }),
        ...(configFile === undefined ? {} : { configFile }),
    });
    return {
        ...model,
        ...(helm ? {} : { charts: [] }),
        ...(argocd ? {} : { applications: [] }),
        // Terraform's files were not read: what is said of them is not so.
        ...(terraform ? {} : { stacks: [], unclaimed: [], notices: kubernetes?.notices ?? [] }),
    };
}
function detect_itemsOf({ stacks, charts, applications }) {
    return [...stacks.map(stackWords), ...charts.map(chartWords), ...applications.map(applicationWords)];
}
function unusedPatterns(selector, models) {
    if (selector.unused().length === 0)
        return [];
    for (const words of models.flatMap(detect_itemsOf))
        selector.wants(words);
    return selector.unused();
}
/** Head and base may say the same. */
function detect_distinct(notices) {
    return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}


/***/ }),

/***/ 8432:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ globInputs),
/* harmony export */   g: () => (/* binding */ GLOB_OPTIONS)
/* harmony export */ });
/* harmony import */ var _graph_file_nodes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2133);
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9024);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8662);



/** How globs of the configuration are read. Groups such as `+(a|b)` could take for ever, and nobody needs them here. */
const GLOB_OPTIONS = { dot: true, noextglob: true };
/**
 * A glob without wild cards may also name a folder: then all below it. `!glob` takes files out again. Lists that are
 * equal are matched once.
 */
async function globInputs(snapshot) {
    const { default: picomatch } = await __webpack_require__.e(/* import() */ 4006).then(__webpack_require__.t.bind(__webpack_require__, 4006, 23));
    const known = new Map();
    return (globs) => {
        const key = JSON.stringify(globs);
        const made = known.get(key);
        if (made !== undefined)
            return made;
        const found = new Set();
        for (const written of globs) {
            const isOut = written.startsWith('!');
            const glob = written
                .slice(isOut ? 1 : 0)
                .replace(/^(?:\.?\/)+/, '')
                .replace(/\/+$/, '');
            const { base, isGlob } = picomatch.scan(glob);
            const folder = !isGlob ? glob : base;
            const matches = isGlob
                ? picomatch(glob, GLOB_OPTIONS)
                : (path) => path === glob || (0,_paths_js__WEBPACK_IMPORTED_MODULE_0__/* .isWithin */ .UO)(path, glob);
            const entries = folder === '' || folder === '.' ? snapshot.entries : below(snapshot, folder);
            for (const { path } of entries) {
                if (!matches(path))
                    continue;
                if (isOut)
                    found.delete(path);
                else
                    found.add(path);
            }
        }
        const files = [...found].sort();
        const links = files.filter((path) => snapshot.entry(path)?.mode === _snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .LINK_MODE */ .B);
        const node = { files, edges: links.flatMap((link) => (0,_graph_file_nodes_js__WEBPACK_IMPORTED_MODULE_2__/* .linkEdges */ .hE)(snapshot, link)) };
        known.set(key, node);
        return node;
    };
}
function below(snapshot, folder) {
    const entry = snapshot.entry(folder);
    return entry === undefined ? snapshot.under(folder) : [entry];
}


/***/ }),

/***/ 1315:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ components)
/* harmony export */ });
/**
 * Tarjan's strongly connected components of all that can be reached: those that need each other together, mostly one
 * alone; those that are needed come first. Without recursion, for long chains; linear in nodes and edges.
 */
function components(starts, next) {
    const found = [];
    const numbers = new Map();
    const low = new Map();
    const open = [];
    const isOpen = new Set();
    const enter = (node) => {
        low.set(node, numbers.size);
        numbers.set(node, numbers.size);
        open.push(node);
        isOpen.add(node);
        return { node, needs: next(node), at: 0 };
    };
    const lower = (node, to) => {
        low.set(node, Math.min(low.get(node) ?? to, to));
    };
    for (const start of starts) {
        const frames = numbers.has(start) ? [] : [enter(start)];
        for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
            const { node, needs } = frame;
            if (frame.at < needs.length) {
                const need = needs[frame.at];
                frame.at += 1;
                const number = numbers.get(need);
                if (number === undefined)
                    frames.push(enter(need));
                else if (isOpen.has(need))
                    lower(node, number);
                continue;
            }
            frames.pop();
            const lowest = low.get(node) ?? 0;
            const above = frames.at(-1);
            if (above !== undefined)
                lower(above.node, lowest);
            if (lowest === numbers.get(node))
                found.push(close(open, isOpen, node));
        }
    }
    return found;
}
function close(open, isOpen, node) {
    const members = open.splice(open.lastIndexOf(node));
    for (const member of members)
        isOpen.delete(member);
    return members.reverse();
}


/***/ }),

/***/ 2133:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qt: () => (/* binding */ pathEdges),
/* harmony export */   UJ: () => (/* binding */ fileNodes),
/* harmony export */   hE: () => (/* binding */ linkEdges)
/* harmony export */ });
/* harmony import */ var _paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9024);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8662);
/* harmony import */ var _edges_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1117);



/**
 * Nodes of plain files: `file:PATH` and `folder:PATH` (all files below). A link is an input itself, and what it leads
 * to is one, too.
 */
function fileNodes(snapshot) {
    return (id) => {
        if (id.startsWith('file:'))
            return fileNode(snapshot, id.slice('file:'.length));
        if (id.startsWith('folder:'))
            return folderNode(snapshot, id.slice('folder:'.length));
        return undefined;
    };
}
function fileNode(snapshot, path) {
    const entry = snapshot.entry(path);
    if (entry === undefined)
        return undefined;
    return { files: [path], edges: entry.mode === _snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .LINK_MODE */ .B ? linkEdges(snapshot, path) : [] };
}
function folderNode(snapshot, path) {
    if (!snapshot.isFolder(path))
        return undefined;
    const files = [];
    const edges = [];
    for (const entry of snapshot.under(path)) {
        files.push(entry.path);
        if (entry.mode === _snapshot_js__WEBPACK_IMPORTED_MODULE_0__/* .LINK_MODE */ .B)
            edges.push(...linkEdges(snapshot, entry.path));
    }
    return { files, edges };
}
/**
 * Where a link leads. To a folder that holds the link itself it leads to nothing new: what is there belongs to others,
 * and would be everything for a link to the root.
 */
function linkEdges(snapshot, link) {
    return pathEdges(snapshot, link, 'link').filter(({ to }) => to !== `file:${link}` && !(to.startsWith('folder:') && (0,_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .isWithin */ .UO)(link, to.slice('folder:'.length))));
}
/**
 * Edges to a path as code names it: to each link on the way, and to the file or folder it leads to; a path in a
 * submodule leads to the submodule, whose commit stands for all its files.
 *
 * @returns no edges when nothing is there and no link was followed.
 */
function pathEdges(snapshot, path, kind, dynamic = false) {
    const target = snapshot.resolve(path);
    const edges = [];
    for (const link of target.links)
        edges.push((0,_edges_js__WEBPACK_IMPORTED_MODULE_2__/* .edge */ .c)(`file:${link}`, kind, dynamic));
    if (target.kind === 'file' || target.kind === 'folder')
        edges.push((0,_edges_js__WEBPACK_IMPORTED_MODULE_2__/* .edge */ .c)(`${target.kind}:${target.path}`, kind, dynamic));
    return edges;
}


/***/ }),

/***/ 7483:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   f: () => (/* binding */ inputsHasher)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8662);


/** Changes when the hash of equal inputs changes, so that hashes of two versions are never taken for equal inputs. */
const VERSION = 'inputs-1';
/**
 * Each value ends with a zero byte, which neither a path nor JSON can hold; an empty path ends the files. Files are
 * handled as their places in the sorted tree, which makes sorting and telling them apart cheap.
 */
function inputsHasher({ entries }, read) {
    let byPath;
    const places = () => (byPath ??= new Map(entries.map(({ path }, at) => [path, at])));
    const records = [];
    const nodePlaces = new Map();
    const seen = new Uint32Array(entries.length);
    let turn = 0;
    const placesOf = (node) => {
        const known = nodePlaces.get(node);
        if (known !== undefined)
            return known;
        const found = Int32Array.from(node.files.flatMap((path) => places().get(path) ?? []));
        nodePlaces.set(node, found);
        return found;
    };
    const record = (place) => {
        const known = records[place];
        if (known !== undefined)
            return known;
        const entry = entries[place];
        const made = entry === undefined ? '' : `${entry.path}\0${kindOf(entry)}\0${entry.oid}\0`;
        records[place] = made;
        return made;
    };
    return (nodes, others) => {
        turn += 1;
        const files = [];
        const data = [];
        for (const id of nodes) {
            const node = read(id);
            if (node === undefined)
                continue;
            for (const place of placesOf(node)) {
                if (seen[place] === turn)
                    continue;
                seen[place] = turn;
                files.push(place);
            }
            if (node.data !== undefined)
                data.push([id, node.data]);
        }
        // JSON does not begin like this.
        for (const [id, hash] of others ?? [])
            data.push([id, `inputs ${hash}`]);
        let text = `${VERSION}\0`;
        for (const place of Int32Array.from(files).sort())
            text += record(place);
        text += '\0';
        data.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
        for (const [id, value] of data)
            text += `${id}\0${value}\0`;
        return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)('sha256', text);
    };
}
/** Of the mode only what can change a plan: Git has no more kinds, but old repositories hold modes such as 100664. */
function kindOf({ mode }) {
    if (mode === _snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .LINK_MODE */ .B)
        return 'link';
    if (mode === _snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .SUBMODULE_MODE */ .F)
        return 'submodule';
    return mode === '100755' ? 'executable' : 'file';
}


/***/ }),

/***/ 4529:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hi: () => (/* binding */ itemHasher),
/* harmony export */   oi: () => (/* binding */ ownInputs)
/* harmony export */ });
/* unused harmony export isWhole */
/* harmony import */ var _components_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1315);
/* harmony import */ var _hash_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7483);


/** A stack is an input of another as a whole: its hash stands for all that it is made of. */
const isWhole = (id) => id.startsWith('stack:') || id.startsWith('states:');
function ownInputs(item, read) {
    const nodes = new Set();
    const stacks = new Set();
    if (read(item) !== undefined)
        nodes.add(item);
    // A Set lists what is added while it is walked.
    for (const id of nodes) {
        for (const { to } of read(id)?.edges ?? []) {
            if (nodes.has(to) || read(to) === undefined)
                continue;
            if (isWhole(to))
                stacks.add(to);
            else
                nodes.add(to);
        }
    }
    return { nodes, stacks: [...stacks] };
}
/**
 * The inputs-hash of an item: over its own files and data, and the hashes of the stacks whose state it reads. It is
 * equal for two trees exactly if all inputs are, directly or through others: which states are read follows from the
 * files. Stacks that read each other's states have one hash, over the inputs of all of them. Linear in the graph,
 * however long the chains are: each stack is hashed once.
 */
function itemHasher(snapshot, read) {
    const hashOf = (0,_hash_js__WEBPACK_IMPORTED_MODULE_0__/* .inputsHasher */ .f)(snapshot, read);
    const hashes = new Map();
    return (item) => {
        const known = hashes.get(item);
        if (known !== undefined)
            return known;
        const own = new Map();
        const needs = (id) => {
            if (hashes.has(id))
                return [];
            const inputs = ownInputs(id, read);
            own.set(id, inputs);
            return inputs.stacks;
        };
        for (const circle of (0,_components_js__WEBPACK_IMPORTED_MODULE_1__/* .components */ .d)([item], needs)) {
            if (circle.some((id) => hashes.has(id)))
                continue;
            const members = new Set(circle);
            const nodes = new Set();
            const others = new Map();
            for (const id of circle) {
                const inputs = own.get(id);
                own.delete(id);
                for (const node of inputs?.nodes ?? [])
                    nodes.add(node);
                for (const stack of inputs?.stacks ?? [])
                    if (!members.has(stack))
                        others.set(stack, hashes.get(stack) ?? '');
            }
            const hash = hashOf(nodes, others);
            for (const id of circle)
                hashes.set(id, hash);
        }
        return hashes.get(item) ?? '';
    };
}


/***/ })

};
