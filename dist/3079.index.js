export const id = 3079;
export const ids = [3079];
export const modules = {

/***/ 4413:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  comparePlans: () => (/* binding */ comparePlans)
});

// EXTERNAL MODULE: ./src/core/once.ts
var once = __webpack_require__(8818);
// EXTERNAL MODULE: ./src/terraform/plan/actions.ts
var plan_actions = __webpack_require__(5221);
// EXTERNAL MODULE: ./src/terraform/plan/diff-text.ts
var diff_text = __webpack_require__(7207);
// EXTERNAL MODULE: ./src/report/words.ts
var words = __webpack_require__(2691);
// EXTERNAL MODULE: ./src/terraform/review/reviewed-value.ts
var reviewed_value = __webpack_require__(1304);
// EXTERNAL MODULE: ./src/terraform/plan/place.ts
var plan_place = __webpack_require__(5389);
// EXTERNAL MODULE: ./src/terraform/plan/secret-names.ts
var secret_names = __webpack_require__(7093);
// EXTERNAL MODULE: ./src/terraform/review/changed-part.ts
var changed_part = __webpack_require__(5287);
;// CONCATENATED MODULE: ./src/terraform/review/value-differences.ts




/**
 * Where two sides of records differ, leaf by leaf; lists by place, and as a whole when one is longer. What the reviewed
 * side hides is compared by its HMAC: `now` comes with the marks of the plan and nothing else hidden.
 *
 * No order is overlooked, not even that of sets, which the plan does not tell from lists: Terraform writes a set in the
 * order of its values, whatever the order in the configuration, so equal sets are equal texts.
 *
 * `planned`: the sides are `before`, and these are the `after`. Where both plans destroy what is there, or both know
 * only after apply what will be, two times are equal: `latest_restorable_time` of a database says nothing about it.
 */
function valueDifferences(reviewed, now, seal, root, planned) {
    const found = [];
    const place = root === undefined ? undefined : (0,plan_place/* childPlace */.IF)(undefined, root);
    compare({ found, seal }, { place, reviewed, now }, planned);
    return found;
}
function compare(walk, at, planned) {
    const { reviewed, now } = at;
    if (reviewed === now)
        return;
    const [left, right] = [orEmpty(reviewed, now), orEmpty(now, reviewed)];
    if ((0,reviewed_value/* isPlainObject */.Qd)(left) && (0,reviewed_value/* isPlainObject */.Qd)(right)) {
        for (const key in left)
            compareKey(walk, at, key, left, right, planned);
        for (const key in right)
            if (!Object.hasOwn(left, key))
                compareKey(walk, at, key, left, right, planned);
    }
    else if ((0,reviewed_value/* isList */.Lv)(reviewed) && (0,reviewed_value/* isList */.Lv)(now) && reviewed.length === now.length) {
        for (let index = 0; index < now.length; index++) {
            const child = { place: (0,plan_place/* childPlace */.IF)(at.place, index), reviewed: reviewed[index], now: now[index] };
            compare(walk, child, childOf(planned, index));
        }
    }
    else if (!isSameLeaf(reviewed, now, walk.seal) && !(isGone(planned) && isTime(reviewed) && isTime(now))) {
        walk.found.push(at);
    }
}
function compareKey(walk, { place }, key, reviewed, now, planned) {
    const name = (0,reviewed_value/* plainKey */.y7)(key);
    const siblings = (0,secret_names/* isValueKey */.V2)(name) ? [reviewed, now] : undefined;
    const child = {
        place: (0,plan_place/* childPlace */.IF)(place, name, siblings),
        reviewed: ownOf(reviewed, key),
        now: ownOf(now, key),
    };
    compare(walk, child, childOf(planned, key));
}
/** Beside an object with something in it, none is an empty one: so it is told what there is in it. */
function orEmpty(value, other) {
    return value === undefined && (0,reviewed_value/* isPlainObject */.Qd)(other) && Object.keys(other).length > 0 ? {} : value;
}
/** Of other kinds, or no containers. */
function isSameLeaf(reviewed, now, seal) {
    if ((0,reviewed_value/* isHmac */.eV)(reviewed)) {
        if (now === undefined)
            return false;
        return hmacOf(reviewed) === hmacOf((0,reviewed_value/* isHmac */.eV)(now) ? now : (0,changed_part/* sealedText */.c2)(now, seal));
    }
    return [reviewed_value/* isUnknown */.t8, reviewed_value/* isSame */.Ft, reviewed_value/* isAbsent */.W0].some((is) => is(reviewed) && is(now));
}
function hmacOf(value) {
    return (0,reviewed_value/* isHmac */.eV)(value) ? value[reviewed_value/* HMAC_KEY */.Eg] : undefined;
}
/** What both plans have for one step further; what is gone as a whole is gone in all its parts. */
function childOf(planned, step) {
    if (planned === undefined || isGone(planned))
        return planned;
    return { reviewed: stepInto(planned.reviewed, step), now: stepInto(planned.now, step) };
}
function stepInto(value, step) {
    if (typeof step === 'number')
        return (0,reviewed_value/* isList */.Lv)(value) ? value[step] : undefined;
    return (0,reviewed_value/* isPlainObject */.Qd)(value) ? ownOf(value, step) : undefined;
}
function isGone(planned) {
    if (planned === undefined)
        return false;
    const { reviewed, now } = planned;
    return (reviewed === null && now === null) || ((0,reviewed_value/* isUnknown */.t8)(reviewed) && (0,reviewed_value/* isUnknown */.t8)(now));
}
/** RFC 3339, as providers write times. */
function isTime(value) {
    return (typeof value === 'string' &&
        /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?$/.test(value));
}
function ownOf(object, key) {
    return Object.hasOwn(object, key) ? object[key] : undefined;
}

;// CONCATENATED MODULE: ./src/terraform/review/difference-text.ts




/** Why a plan as a whole is not what a reviewer could agree to. */
function incompleteTexts(reviewed, now) {
    return [
        ...(reviewed
            ? []
            : ['What was reviewed was no whole plan (it failed, was limited by -target, or put something off).']),
        ...(now
            ? []
            : ['The new plan is no whole plan (it failed, is limited by -target, or puts something off).']),
    ];
}
function appearedText(change) {
    return `It is ${actionWords(change)} now, and nothing of it was in the reviewed plan.`;
}
function vanishedText(change) {
    return `It was ${actionWords(change)} in the reviewed plan, and nothing is done to it now.`;
}
function actionsText(reviewed, now) {
    const [was, is] = [actionWords(reviewed), actionWords(now)];
    if (was !== is)
        return `It was ${was} in the reviewed plan, and is ${is} now.`;
    return 'It is imported from another object than in the reviewed plan.';
}
/** `to be destroyed` */
function actionWords(change) {
    const moved = change.previousAddress === undefined ? '' : ` (moved from ${change.previousAddress})`;
    return `${doneWords(change)}${moved}`;
}
function doneWords({ actions, importing, previousAddress }) {
    const imported = importing === undefined ? '' : 'imported and ';
    switch ((0,plan_actions/* resourceAction */.F)(actions)) {
        case 'create':
            return `to be ${imported}created`;
        case 'update':
            return `to be ${imported}changed in place`;
        case 'delete':
            return 'to be destroyed';
        case 'delete-create':
            return `to be ${imported}replaced (destroyed first)`;
        case 'create-delete':
            return `to be ${imported}replaced (created first)`;
        case 'create-forget':
            return `to be ${imported}replaced, the old object kept`;
        case 'forget':
            return 'to be forgotten';
        case 'read':
            return 'to be read';
        case 'open':
            return 'to be opened';
        case 'no-op':
            if (importing !== undefined)
                return 'to be imported';
            return previousAddress === undefined ? 'to be kept' : 'to be moved';
        case 'unknown':
            return actions.join(',') === 'invoke'
                ? 'to be invoked'
                : `subject to an action that is not known to this version (${actions.join(', ') || 'none'})`;
    }
}
/** Of what stands in no attribute. */
const meansText = 'Its provider, the configuration of the provider, or a provisioner is not what it was at review.';
/**
 * Which attributes differ, and why, as far as it can be told. `planned`: other values are planned. `before`: the plan
 * is the same, what it is to change is not. `time`: when the new plan was made.
 */
function valuesText(planned, before, time) {
    const sentences = [];
    if (planned.length > 0)
        sentences.push(`Planned otherwise than reviewed: ${pathsOf(planned)}.`);
    if (before.length > 0)
        sentences.push(`No longer as it was at review, before the change: ${pathsOf(before)}.`);
    const all = [...planned, ...before];
    if (all.some(({ reviewed, now }) => (0,reviewed_value/* isHmac */.eV)(reviewed) || (0,reviewed_value/* isHmac */.eV)(now)))
        sentences.push('Sensitive values were compared by a keyed hash; they are not shown.');
    const known = planned.filter(({ reviewed, now }) => (0,reviewed_value/* isUnknown */.t8)(reviewed) && now !== undefined && !(0,reviewed_value/* isUnknown */.t8)(now));
    if (known.length > 0)
        sentences.push(`At review ${pathsOf(known)} was known only after apply, so nobody has seen the value.`);
    const times = planned.filter(({ reviewed, now }) => isTime(reviewed) && isTime(now));
    if (times.length > 0) {
        const certain = times.some(({ now }) => now === time);
        sentences.push(certain
            ? `${pathsOf(times)} is the time of planning (plantimestamp()), another one in each plan: planned again, this can never be what was reviewed.`
            : `${pathsOf(times)} is a time. If it is made while planning (plantimestamp()), it is another one in each plan.`);
    }
    return sentences.join(' ');
}
const PATHS_SHOWN = 5;
function pathsOf(all) {
    const paths = [...new Set(all.map(({ shown }) => shown.path))];
    const more = paths.length - PATHS_SHOWN;
    return paths.slice(0, PATHS_SHOWN).join(', ') + (more > 0 ? ` and ${(0,words/* countOf */.pq)(more, 'other')}` : '');
}

// EXTERNAL MODULE: ./src/terraform/review/review-plan.ts + 1 modules
var review_plan = __webpack_require__(3545);
// EXTERNAL MODULE: ./src/terraform/plan/diff-leaf.ts
var diff_leaf = __webpack_require__(5388);
;// CONCATENATED MODULE: ./src/terraform/review/shown-difference.ts


/** In place of an element that the plan leaves as it is, and of an attribute that it takes away. */
const UNCHANGED = '(unchanged)';
const TAKEN_AWAY = '(removed)';
/**
 * A difference as it is shown: what was reviewed, and what is planned now. `hidden` is what stands at its place in the
 * record of the new plan with all hidden in it.
 */
function shownDifference({ place, reviewed, now }, hidden, redactor, effort) {
    const secret = (0,reviewed_value/* isHmac */.eV)(reviewed) || (0,reviewed_value/* isHmac */.eV)(hidden);
    const left = leafSide(reviewed, secret);
    const right = leafSide(secret ? now : hidden, secret);
    const change = (0,diff_leaf/* leafChange */.Fm)(redactor, effort, place, false, left, right);
    const oneUnknown = (0,reviewed_value/* isUnknown */.t8)(reviewed) || (0,reviewed_value/* isUnknown */.t8)(now);
    return oneUnknown && reviewed !== undefined && now !== undefined ? { ...change, action: 'change' } : change;
}
/**
 * What stands at a place of a side; the mark above it where that hides it. `root`: the name that all places of the side
 * begin with, and that is not in the side itself.
 */
function valueAt(side, place, root) {
    const steps = [];
    for (let at = place; at !== undefined; at = at.parent)
        steps.unshift(at.step);
    if (root !== undefined)
        steps.shift();
    let value = side;
    for (const step of steps) {
        if ((0,reviewed_value/* isHmac */.eV)(value))
            return value;
        if (typeof step === 'number')
            value = (0,reviewed_value/* isList */.Lv)(value) ? value[step] : undefined;
        else {
            const key = step.startsWith('\u0000') ? `\u0000${step}` : step;
            value = (0,reviewed_value/* isPlainObject */.Qd)(value) && Object.hasOwn(value, key) ? value[key] : undefined;
        }
    }
    return value;
}
function leafSide(value, secret) {
    if (value === undefined)
        return { value: undefined, sensitive: undefined, unknown: undefined };
    const { plain, sensitive, unknown } = withoutMarks(value);
    return { value: plain, sensitive: secret ? true : sensitive, unknown };
}
/** A value with its marks apart, as the plan format has them. */
function withoutMarks(value) {
    if ((0,reviewed_value/* isHmac */.eV)(value))
        return { plain: '(hidden)', sensitive: true, unknown: false };
    if ((0,reviewed_value/* isUnknown */.t8)(value))
        return { plain: null, sensitive: false, unknown: true };
    if ((0,reviewed_value/* isSame */.Ft)(value))
        return { plain: UNCHANGED, sensitive: false, unknown: false };
    if ((0,reviewed_value/* isAbsent */.W0)(value))
        return { plain: TAKEN_AWAY, sensitive: false, unknown: false };
    if ((0,reviewed_value/* isList */.Lv)(value)) {
        const parts = value.map(withoutMarks);
        return {
            plain: parts.map(({ plain }) => plain),
            sensitive: parts.map(({ sensitive }) => sensitive),
            unknown: parts.map(({ unknown }) => unknown),
        };
    }
    if (!(0,reviewed_value/* isPlainObject */.Qd)(value))
        return { plain: value, sensitive: false, unknown: false };
    const plain = {};
    const sensitive = {};
    const unknown = {};
    for (const key in value) {
        const name = (0,reviewed_value/* plainKey */.y7)(key);
        const parts = withoutMarks(value[key] ?? null);
        (0,reviewed_value/* put */.yJ)(plain, name, parts.plain);
        (0,reviewed_value/* put */.yJ)(sensitive, name, parts.sensitive);
        (0,reviewed_value/* put */.yJ)(unknown, name, parts.unknown);
    }
    return { plain, sensitive, unknown };
}

;// CONCATENATED MODULE: ./src/terraform/review/compare-plans.ts








/**
 * In what a new plan is not what was reviewed; none: the reviewer would have agreed to just this.
 *
 * The same must be: which resources and outputs change, by which actions, from where they move and what they import,
 * every value that is planned, every value that a planned one takes the place of, and which object it is (`id`, `arn`,
 * identity). Sensitive values are compared by their HMACs. What was known only after apply at review must be so still:
 * whatever is known now, nobody has seen. What the plans leave as it is does not count, see `changedPart`; nor do drift,
 * the state, data that was read, checks, reasons, times and versions.
 */
function comparePlans(reviewed, raw) {
    const now = (0,review_plan/* planRecord */.x1)(raw, reviewed.salt, undefined);
    const comparison = {
        seal: (0,reviewed_value/* sealWith */.Qv)(reviewed.salt),
        time: typeof raw.timestamp === 'string' ? raw.timestamp : undefined,
        shown: (0,once/* once */.O)(() => shownPlan(raw, reviewed.salt)),
    };
    const whole = incompleteTexts(reviewed.complete, now.complete).map((text) => ({
        address: '',
        kind: 'appeared',
        attributes: [],
        text,
    }));
    const changes = pairs(reviewed.changes, now.changes, changeKey).flatMap(({ left, right, index }) => {
        const hidden = () => comparison.shown().record.changes[index];
        return difference({ comparison, left, right, hidden, root: undefined });
    });
    const outputs = pairs(reviewed.outputs, now.outputs, ({ name }) => name).flatMap(({ left, right, index }) => {
        const hidden = () => asChange(comparison.shown().record.outputs[index]);
        const root = (left ?? right)?.name;
        return difference({ comparison, left: asChange(left), right: asChange(right), hidden, root });
    });
    return [...whole, ...changes, ...outputs];
}
function shownPlan(raw, salt) {
    const redactor = (0,review_plan/* planRedactor */.Uc)(raw);
    return { redactor, effort: (0,diff_text/* newEffort */.zi)(), record: (0,review_plan/* planRecord */.x1)(raw, salt, redactor) };
}
function difference(compared) {
    const { left, right } = compared;
    const address = left?.address ?? right?.address ?? '';
    const destroys = right !== undefined && isDestructive(right);
    const found = { address: addressOf(left ?? right, address), attributes: [], destroys };
    if (left === undefined) {
        return right === undefined ? [] : [{ ...found, kind: 'appeared', text: appearedText(right) }];
    }
    if (right === undefined)
        return [{ ...found, kind: 'vanished', text: vanishedText(left) }];
    if (doesOther(left, right, compared.comparison.seal)) {
        return [{ ...found, kind: 'actions', text: actionsText(left, right) }];
    }
    const values = changedValues(left, right, compared);
    return values === undefined ? [] : [{ ...found, kind: 'values', ...values }];
}
function addressOf(change, address) {
    const known = address === '' ? '(no address)' : address;
    return change?.deposed === undefined ? known : `${known} (deposed object ${change.deposed})`;
}
function isDestructive({ actions }) {
    return ['delete', 'delete-create', 'create-delete', 'unknown'].includes((0,plan_actions/* resourceAction */.F)(actions));
}
function doesOther(left, right, seal) {
    return (left.actions.join(',') !== right.actions.join(',') ||
        left.previousAddress !== right.previousAddress ||
        valueDifferences(left.importing ?? null, right.importing ?? null, seal, undefined).length > 0);
}
function changedValues(left, right, compared) {
    const { comparison, root } = compared;
    const { seal } = comparison;
    const planned = valueDifferences(left.after, right.after, seal, root);
    const sides = { reviewed: left.after, now: right.after };
    const replaced = valueDifferences(left.before, right.before, seal, root, sides);
    const identity = valueDifferences(left.identity ?? null, right.identity ?? null, seal, 'identity');
    const otherMeans = left.means !== right.means;
    if (!otherMeans && planned.length + replaced.length + identity.length === 0)
        return undefined;
    const { redactor, effort } = comparison.shown();
    const hidden = compared.hidden();
    const show = (all, side, from) => all.map((one) => ({
        ...one,
        shown: shownDifference(one, valueAt(side ?? null, one.place, from), redactor, effort),
    }));
    const inPlan = show(planned, hidden?.after, root);
    const paths = new Set(inPlan.map(({ shown }) => shown.path));
    // Where another value is planned, that is what counts.
    const before = [
        ...show(identity, hidden?.identity, 'identity'),
        ...show(replaced, hidden?.before, root).filter(({ shown }) => !paths.has(shown.path)),
    ];
    return {
        attributes: [...new Set([...paths, ...before.map(({ shown }) => shown.path)])],
        text: [valuesText(inPlan, before, comparison.time), ...(otherMeans ? [meansText] : [])]
            .filter(Boolean)
            .join(' '),
        changes: [
            ...inPlan.map(({ shown }) => shown),
            ...before.map(({ shown }) => ({ ...shown, path: `${shown.path} (before the change)` })),
        ],
    };
}
function asChange(output) {
    if (output === undefined)
        return undefined;
    const { name, ...rest } = output;
    return { address: `output.${name}`, ...rest };
}
function changeKey({ address, deposed }) {
    return JSON.stringify([address, deposed ?? '']);
}
/** What has the same key on both sides, the first with the first; then what is on the right side alone. */
function pairs(left, right, keyOf) {
    const waiting = new Map();
    for (const [index, item] of right.entries()) {
        const key = keyOf(item);
        const known = waiting.get(key);
        if (known === undefined)
            waiting.set(key, [index]);
        else
            known.push(index);
    }
    const found = left.map((item) => {
        const index = waiting.get(keyOf(item))?.shift() ?? -1;
        return { left: item, right: right[index], index };
    });
    for (const indexes of waiting.values()) {
        for (const index of indexes)
            found.push({ left: undefined, right: right[index], index });
    }
    return found;
}


/***/ }),

/***/ 2291:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ differenceSections)
/* harmony export */ });
/* harmony import */ var _report_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2691);

/** More than this many folds in a row are put into one. */
const FOLDS_IN_A_ROW = 8;
/** What a row begins with, and what is counted: `3 with other values`. */
const WORDS = {
    appeared: { label: 'new', counted: 'new' },
    actions: { label: 'other action', counted: 'with another action' },
    values: { label: 'other values', counted: 'with other values' },
    vanished: { label: 'gone', counted: 'gone' },
};
/**
 * In what a new plan is not what was reviewed: a table with what destroys first, which stays when space is short, and
 * the attributes that differ, as reviewed (`-`) and as planned now (`+`). Redacted. Empty when nothing differs.
 */
function differenceSections(differences, redactor) {
    if (differences.length === 0)
        return [];
    const whole = differences.filter(({ address }) => address === '');
    const rest = differences.filter(({ address }) => address !== '');
    const sorted = [...rest].sort((a, b) => rankOf(a) - rankOf(b));
    const redact = (text) => redactor.redact(text);
    const folds = sorted.flatMap((difference) => foldOf(difference, redact));
    return [
        ...whole.map((difference) => ({
            kind: 'text',
            rank: 0,
            tone: 'caution',
            text: [redact(difference.text)],
        })),
        ...(sorted.length === 0 ? [] : [summary(sorted), tableOf(sorted, redact)]),
        ...together(folds),
    ];
}
function rankOf({ kind, destroys }) {
    if (destroys === true)
        return 0;
    return kind === 'appeared' || kind === 'actions' ? 1 : kind === 'values' ? 2 : 3;
}
/** `Not what was reviewed: 1 new (destroys or replaces), 2 other values` */
function summary(differences) {
    const destroying = differences.filter(({ destroys }) => destroys === true).length;
    const counts = ['appeared', 'actions', 'values', 'vanished'].flatMap((kind) => {
        const count = differences.filter((difference) => difference.kind === kind).length;
        return count === 0 ? [] : [`${count} ${WORDS[kind].counted}`];
    });
    return {
        kind: 'text',
        rank: 0,
        text: [
            { strong: ['Not what was reviewed'] },
            `: ${counts.join(', ')}`,
            destroying === 0
                ? '.'
                : `; ${destroying} of ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(differences.length, 'difference')} in what is destroyed or replaced.`,
        ],
    };
}
function tableOf(differences, redact) {
    const vital = differences.filter((difference) => rankOf(difference) === 0);
    return {
        kind: 'table',
        rank: 0,
        noun: 'differences',
        columns: [{ title: 'Difference' }, { title: 'Resource' }, { title: 'What' }],
        rows: differences.map((difference) => ({
            rank: rankOf(difference),
            cells: [labelOf(difference), [{ code: redact(difference.address) }], [redact(difference.text)]],
        })),
        ...(vital.length === 0 ? {} : { compact: compactList(vital, redact) }),
    };
}
function labelOf({ kind, destroys }) {
    return [`${destroys === true ? '🔴' : '🟡'}\u00a0${WORDS[kind].label}`];
}
/** `new aws_thing.a[…] ×40`: instances of one resource as one. */
function compactList(differences, redact) {
    const groups = new Map();
    for (const { address: whole, kind } of differences) {
        const { label } = WORDS[kind];
        const address = redact(whole).replace(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '[…]');
        const key = `${label} ${address}`;
        const group = groups.get(key) ?? { label, address, count: 0 };
        group.count++;
        groups.set(key, group);
    }
    return {
        kind: 'list',
        rank: 0,
        items: [...groups.values()].map(({ label, address, count }) => [
            `${label} `,
            { code: address },
            ` ×${count}`,
        ]),
    };
}
function foldOf(difference, redact) {
    const { address, changes = [] } = difference;
    if (changes.length === 0)
        return [];
    const rank = Math.max(2, rankOf(difference));
    return [
        {
            kind: 'fold',
            rank,
            open: false,
            noun: 'attributes',
            summary: [
                { code: redact(address) },
                ` · ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(changes.length, 'attribute')}, reviewed (-) and planned now (+)`,
            ],
            sections: [
                {
                    kind: 'attribute-diff',
                    rank,
                    unchanged: 0,
                    changes: changes.map((change) => ({
                        ...change,
                        path: redact(change.path),
                        before: shown(change.before, redact),
                        after: shown(change.after, redact),
                        ...(change.lines === undefined
                            ? {}
                            : { lines: change.lines.map((line) => ({ ...line, text: redact(line.text) })) }),
                    })),
                },
            ],
        },
    ];
}
function shown(value, redact) {
    return value.kind === 'value' ? { ...value, text: redact(value.text) } : value;
}
function together(folds) {
    if (folds.length <= FOLDS_IN_A_ROW)
        return [...folds];
    return [
        {
            kind: 'fold',
            rank: 2,
            open: false,
            noun: 'attribute lists',
            summary: [`Attributes of ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__/* .countOf */ .pq)(folds.length, 'difference')}`],
            sections: folds,
        },
    ];
}


/***/ })

};
