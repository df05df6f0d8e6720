export const id = 5597;
export const ids = [5597];
export const modules = {

/***/ 5287:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JW: () => (/* binding */ sealed),
/* harmony export */   c2: () => (/* binding */ sealedText),
/* harmony export */   e1: () => (/* binding */ changedPart),
/* harmony export */   mP: () => (/* binding */ identityPart)
/* harmony export */ });
/* harmony import */ var _plan_exact_number_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1027);
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6106);
/* harmony import */ var _plan_secret_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7093);
/* harmony import */ var _reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1304);




/**
 * What tells which object it is. A change of `tags` on another object than the reviewed one is not the same change, so
 * these stay although no plan changes them.
 */
const identityKeys = ['id', 'arn', 'self_link', 'unique_id'];
/**
 * Of two sides, what a reader of the plan sees: what differs between them. An attribute that the plan leaves as it is
 * may be anything by now (times, etags, what others changed and nobody plans to change back), and the change is the
 * same one. Elements of lists are told by their place and kept whole where they differ; where there are not as many as
 * before, all are kept.
 */
function changedPart(sides, hider, keep = identityKeys) {
    const { before, after } = sides;
    if ((0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isPlainObject */ .Qd)(before) && (0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isPlainObject */ .Qd)(after))
        return changedKeys(before, after, hider, keep);
    if ((0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv)(before) && (0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv)(after) && before.length === after.length) {
        return changedElements(before, after, hider);
    }
    return hiddenSides(sides, hider);
}
/** The identity alone, for what the plan only takes note of (a resource that is forgotten). */
function identityPart(value, hider) {
    if (!(0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isPlainObject */ .Qd)(value))
        return hidden(value, hider);
    const part = {};
    for (const key of identityKeys) {
        const child = ownOf(value, key);
        if (child !== undefined)
            part[key] = child;
    }
    return hidden(part, hider);
}
function changedKeys(before, after, hider, keep) {
    const left = {};
    const right = {};
    const visit = (key) => {
        const sides = { before: ownOf(before, key), after: ownOf(after, key) };
        if (isEqual(sides) && !keep.includes(key))
            return;
        const covered = hider !== undefined && isCovered(hider.redactor, key, before, after);
        const part = partOf(sides, covered ? undefined : hider);
        if (part.before !== undefined)
            (0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .put */ .yJ)(left, key, covered ? sealed(part.before, hider) : part.before);
        if (part.after === undefined)
            (0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .put */ .yJ)(right, key, _reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .ABSENT */ .sj);
        else
            (0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .put */ .yJ)(right, key, covered ? sealed(part.after, hider) : part.after);
    };
    for (const key in after)
        visit(key);
    for (const key in before)
        if (!Object.hasOwn(after, key))
            visit(key);
    if (hider === undefined || !(hasSecretKey(left, hider) || hasSecretKey(right, hider))) {
        return { before: left, after: right };
    }
    const open = changedKeys(before, after, undefined, keep);
    return {
        before: open.before === undefined ? undefined : sealed(open.before, hider),
        after: open.after === undefined ? undefined : sealed(open.after, hider),
    };
}
/** Then what is below it is hidden as one, with the key. */
function hasSecretKey(object, { redactor }) {
    for (const key in object)
        if (redactor.redact(key) !== key)
            return true;
    return false;
}
/** Equal sides are an identity, and stay. */
function partOf(sides, hider) {
    return isEqual(sides) ? hiddenSides(sides, hider) : changedPart(sides, hider, []);
}
/** An element that differs stays whole: a port opens to other addresses than it did, and both are one rule. */
function changedElements(before, after, hider) {
    const left = [];
    const right = [];
    for (let index = 0; index < after.length; index++) {
        const sides = { before: before[index], after: after[index] };
        const part = isEqual(sides) ? { before: _reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .SAME */ .v6, after: _reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .SAME */ .v6 } : hiddenSides(sides, hider);
        left.push(part.before ?? null);
        right.push(part.after ?? null);
    }
    return { before: left, after: right };
}
function isEqual({ before, after }) {
    return before === after || (before !== undefined && after !== undefined && (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_3__/* .sameJson */ .Vk)(before, after));
}
function hiddenSides({ before, after }, hider) {
    return {
        before: before === undefined ? undefined : hidden(before, hider),
        after: after === undefined ? undefined : hidden(after, hider),
    };
}
function ownOf(object, key) {
    return Object.hasOwn(object, key) ? object[key] : undefined;
}
function isCovered(redactor, key, ...objects) {
    const name = (0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .plainKey */ .y7)(key);
    return (0,_plan_secret_names_js__WEBPACK_IMPORTED_MODULE_1__/* .hidesName */ .vv)(redactor, name) || objects.some((object) => (0,_plan_secret_names_js__WEBPACK_IMPORTED_MODULE_1__/* .hiddenBySibling */ .A_)(redactor, object, name));
}
/** The HMAC of a value that we think secret. Neither null nor unknown tells anything: they stay. */
function sealed(value, hider) {
    if (value === null || (0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isHmac */ .eV)(value) || (0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isUnknown */ .t8)(value))
        return value;
    return sealedText(value, hider.seal);
}
/** As `sealed`, of any value. */
function sealedText(value, seal) {
    return seal((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalText */ .A4)(value), 'search');
}
/** A value with all hidden in it that the redactor would hide. The same object where it hides nothing. */
function hidden(value, hider) {
    if (hider === undefined)
        return value;
    const { redactor } = hider;
    if (typeof value === 'string') {
        const text = (0,_plan_exact_number_js__WEBPACK_IMPORTED_MODULE_0__/* .exactDigits */ .mn)(value) ?? value;
        return redactor.redact(text) === text ? value : sealed(value, hider);
    }
    if ((0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv)(value)) {
        const list = value.map((child) => hidden(child, hider));
        return list.every((child, index) => child === value[index]) ? value : list;
    }
    if (!(0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .isPlainObject */ .Qd)(value))
        return value;
    if (hasSecretKey(value, hider))
        return sealed(value, hider);
    let copy;
    for (const key in value) {
        const child = value[key] ?? null;
        const open = isCovered(redactor, key, value) ? sealed(child, hider) : hidden(child, hider);
        if (copy === undefined && open !== child) {
            copy = {};
            for (const earlier in value) {
                if (earlier === key)
                    break;
                (0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .put */ .yJ)(copy, earlier, value[earlier] ?? null);
            }
        }
        if (copy !== undefined)
            (0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_2__/* .put */ .yJ)(copy, key, open);
    }
    return copy ?? value;
}


/***/ }),

/***/ 3545:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x1: () => (/* binding */ planRecord),
  Uc: () => (/* binding */ planRedactor),
  VR: () => (/* binding */ reviewedPlan)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/core/key-names.ts
var key_names = __webpack_require__(7433);
// EXTERNAL MODULE: ./src/core/redact.ts + 2 modules
var redact = __webpack_require__(8257);
// EXTERNAL MODULE: ./src/terraform/plan/actions.ts
var actions = __webpack_require__(5221);
// EXTERNAL MODULE: ./src/terraform/plan/checks.ts
var checks = __webpack_require__(8957);
// EXTERNAL MODULE: ./src/terraform/plan/digest.ts + 1 modules
var digest = __webpack_require__(6975);
// EXTERNAL MODULE: ./src/terraform/plan/json.ts
var json = __webpack_require__(6106);
// EXTERNAL MODULE: ./src/terraform/plan/secret-names.ts
var secret_names = __webpack_require__(7093);
// EXTERNAL MODULE: ./src/terraform/secrets.ts + 1 modules
var secrets = __webpack_require__(4828);
// EXTERNAL MODULE: ./src/terraform/review/changed-part.ts
var changed_part = __webpack_require__(5287);
// EXTERNAL MODULE: ./src/terraform/review/reviewed-value.ts
var reviewed_value = __webpack_require__(1304);
;// CONCATENATED MODULE: ./src/terraform/review/means.ts


/**
 * Tells by which means an entry of `resource_changes` is carried out, as an HMAC: its provider, the configuration of
 * that provider and the provisioners, as they are written. They stand in no attribute, so two plans with equal values
 * could work in another account, or run another command. What they refer to (`var.role`) is not resolved: applying has
 * another role than planning as a rule.
 */
function meansReader(raw, seal) {
    const providers = (0,json/* own */.ZV)(raw.configuration, 'provider_config');
    const modules = new Map();
    const known = new Map();
    return (entry) => {
        const module = textOf((0,json/* own */.ZV)(entry, 'module_address'));
        const name = nameOf(entry);
        const provider = textOf((0,json/* own */.ZV)(entry, 'provider_name'));
        const key = `${module}\n${name}\n${provider}`;
        const before = known.get(key);
        if (before !== undefined)
            return before;
        let resources = modules.get(module);
        if (resources === undefined)
            modules.set(module, (resources = resourcesOf(raw.configuration, module)));
        const text = (0,json/* canonicalText */.A4)([provider, ...written(resources.get(name), provider, providers)]);
        const hmac = hmacOf(seal(text, 'mark'));
        known.set(key, hmac);
        return hmac;
    };
}
/** Without instance keys: `managed.aws_instance.web`. */
function nameOf(resource) {
    const [mode, type, name] = [(0,json/* own */.ZV)(resource, 'mode'), (0,json/* own */.ZV)(resource, 'type'), (0,json/* own */.ZV)(resource, 'name')];
    return `${textOf(mode)}.${textOf(type)}.${textOf(name)}`;
}
/** Of a resource that is no longer in the configuration, all that could be meant. */
function written(resource, provider, providers) {
    const key = (0,json/* own */.ZV)(resource, 'provider_config_key');
    const configs = (0,json/* isObject */.Gv)(providers) ? Object.keys(providers) : [];
    const meant = typeof key === 'string'
        ? [key]
        : configs.filter((name) => (0,json/* own */.ZV)((0,json/* own */.ZV)(providers, name), 'full_name') === provider).sort();
    const parts = ['full_name', 'alias', 'module_address', 'expressions'];
    return [
        meant.map((name) => parts.map((part) => (0,json/* own */.ZV)((0,json/* own */.ZV)(providers, name), part) ?? null)),
        (0,json/* own */.ZV)(resource, 'provisioners') ?? null,
    ];
}
/** Resources of a module by mode, type and name. `module` is an address with keys: `module.a["x"].module.b`. */
function resourcesOf(configuration, module) {
    let at = (0,json/* own */.ZV)(configuration, 'root_module');
    const path = module.replace(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '');
    const calls = path === '' ? [] : path.split('.').filter((_, index) => index % 2 === 1);
    for (const call of calls)
        at = (0,json/* own */.ZV)((0,json/* own */.ZV)((0,json/* own */.ZV)(at, 'module_calls'), call), 'module');
    const resources = (0,json/* own */.ZV)(at, 'resources');
    const found = new Map();
    for (const resource of (0,json/* isArray */.cy)(resources) ? resources : []) {
        found.set(nameOf(resource), resource);
    }
    return found;
}
function hmacOf(mark) {
    const hmac = mark[reviewed_value/* HMAC_KEY */.Eg];
    return typeof hmac === 'string' ? hmac : '';
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./src/terraform/review/review-plan.ts












/**
 * What a reviewer of this plan agrees to. Values are hidden where the plan marks them, where their name or a name beside
 * them says so, and where the redactor finds a secret in them. Drift, prior state, checks, times and versions are not in
 * it, nor are attributes that the plan leaves as they are.
 *
 * `complete` is what the plan itself says: Terraform before 1.8 and OpenTofu do not tell of `-target`.
 * Throws a TypeError for a salt that is none.
 */
function reviewedPlan(raw, options = {}) {
    const salt = options.salt ?? (0,external_node_crypto_.randomBytes)(32).toString('hex');
    if (!/^[0-9a-f]{64}$/.test(salt))
        throw new TypeError('a salt has 32 bytes in lower-case hex');
    return planRecord(raw, salt, options.redactor ?? planRedactor(raw));
}
/** The record; without a redactor, only what the plan marks is hidden in it: it must not leave the process. */
function planRecord(raw, salt, redactor) {
    const seal = (0,reviewed_value/* sealWith */.Qv)(salt);
    const hider = redactor === undefined ? undefined : { redactor, seal };
    const meansOf = meansReader(raw, seal);
    const changes = [
        ...(0,json/* listOf */.c3)(raw.resource_changes)
            .filter(digest/* doesSomething */.g)
            .map((entry) => changeRecord(entry, meansOf(entry), seal, hider)),
        ...(0,json/* listOf */.c3)(raw.action_invocations).map((entry) => invocationRecord(entry, seal, hider)),
    ];
    const outputs = Object.entries((0,json/* isObject */.Gv)(raw.output_changes) ? raw.output_changes : {})
        .filter(([, change]) => (0,digest/* doesSomething */.g)({ change: change }))
        .map(([name, change]) => outputRecord(name, change, seal, hider));
    return {
        version: 1,
        salt,
        changes: changes.sort((a, b) => byCodeUnit(a.address, b.address) || byCodeUnit(a.deposed, b.deposed)),
        outputs: outputs.sort((a, b) => byCodeUnit(a.name, b.name)),
        complete: isWhole(raw),
    };
}
/** All secrets that the plan itself tells of. */
function planRedactor(raw) {
    return (0,redact/* makeRedactor */.$)({ ...(0,secrets/* planSecrets */.D)(raw, (0,key_names/* makeHidesKey */.FF)()), patterns: [] });
}
function changeRecord(entry, means, seal, hider) {
    const change = (0,json/* own */.ZV)(entry, 'change');
    const marked = {
        before: (0,reviewed_value/* valueWithMarks */.cJ)((0,json/* own */.ZV)(change, 'before'), undefined, (0,json/* own */.ZV)(change, 'before_sensitive'), seal) ?? null,
        after: (0,reviewed_value/* valueWithMarks */.cJ)((0,json/* own */.ZV)(change, 'after'), (0,json/* own */.ZV)(change, 'after_unknown'), (0,json/* own */.ZV)(change, 'after_sensitive'), seal) ?? null,
    };
    const forgets = (0,actions/* resourceAction */.F)((0,json/* own */.ZV)(change, 'actions')) === 'forget' && marked.after === null;
    const part = forgets
        ? { before: (0,changed_part/* identityPart */.mP)(marked.before, hider), after: null }
        : (0,changed_part/* changedPart */.e1)(marked, hider);
    const record = {
        address: review_plan_textOf((0,json/* own */.ZV)(entry, 'address')),
        actions: actionsOf((0,json/* own */.ZV)(change, 'actions')),
        means,
        before: part.before ?? null,
        after: part.after ?? null,
    };
    const deposed = review_plan_textOf((0,json/* own */.ZV)(entry, 'deposed'));
    const previous = review_plan_textOf((0,json/* own */.ZV)(entry, 'previous_address'));
    if (deposed !== '')
        record.deposed = deposed;
    if (previous !== '' && previous !== record.address)
        record.previousAddress = previous;
    const importing = (0,json/* own */.ZV)(change, 'importing');
    const identity = (0,json/* own */.ZV)(change, 'before_identity');
    if ((0,json/* isObject */.Gv)(importing))
        record.importing = oneSide(importing, undefined, undefined, seal, hider);
    if ((0,json/* isObject */.Gv)(identity))
        record.identity = oneSide(identity, undefined, undefined, seal, hider);
    return record;
}
/** An action that the plan invokes (Terraform 1.14): all that is said of it. */
function invocationRecord(entry, seal, hider) {
    const { config_values, config_unknown, config_sensitive, ...rest } = (0,json/* isObject */.Gv)(entry) ? entry : {};
    return {
        address: review_plan_textOf((0,json/* own */.ZV)(entry, 'address')),
        actions: ['invoke'],
        before: null,
        after: {
            values: oneSide(config_values, config_unknown, config_sensitive, seal, hider),
            invocation: oneSide(rest, undefined, undefined, seal, hider),
        },
    };
}
function outputRecord(name, change, seal, hider) {
    const covered = hider !== undefined && (0,secret_names/* hidesName */.vv)(hider.redactor, name);
    const [before, after] = [(0,json/* own */.ZV)(change, 'before'), (0,json/* own */.ZV)(change, 'after')];
    const part = (0,changed_part/* changedPart */.e1)({
        before: (0,reviewed_value/* valueWithMarks */.cJ)(before, undefined, (0,json/* own */.ZV)(change, 'before_sensitive'), seal) ?? null,
        after: (0,reviewed_value/* valueWithMarks */.cJ)(after, (0,json/* own */.ZV)(change, 'after_unknown'), (0,json/* own */.ZV)(change, 'after_sensitive'), seal) ?? null,
    }, covered ? undefined : hider, []);
    const sides = { before: part.before ?? null, after: part.after ?? null };
    return {
        name,
        actions: actionsOf((0,json/* own */.ZV)(change, 'actions')),
        before: covered ? (0,changed_part/* sealed */.JW)(sides.before, hider) : sides.before,
        after: covered ? (0,changed_part/* sealed */.JW)(sides.after, hider) : sides.after,
    };
}
function oneSide(value, unknown, sensitive, seal, hider) {
    const marked = (0,reviewed_value/* valueWithMarks */.cJ)(value, unknown, sensitive, seal);
    return (0,changed_part/* changedPart */.e1)({ before: undefined, after: marked ?? null }, hider).after ?? null;
}
/** No error, nothing put off, nothing left out. Terraform 1.5 says so of errors only by its checks. */
function isWhole(raw) {
    const { errored } = raw;
    const failed = typeof errored === 'boolean' ? errored : (0,checks/* checkResults */.Z)(raw.checks, asItIs).some(checks/* stopsPlan */.V);
    return !failed && raw.complete !== false && (0,json/* listOf */.c3)(raw.deferred_changes).length === 0;
}
/** Nothing of the checks' texts is kept. */
const asItIs = {
    redact: (text) => text,
    leaks: () => 0,
    hidesKey: () => false,
    notSearched: { short: 0, plain: 0, names: 0 },
    byLine: true,
};
function actionsOf(actions) {
    if (!Array.isArray(actions))
        return [];
    return actions.map((action) => (typeof action === 'string' ? action : (0,json/* canonicalText */.A4)(action)));
}
function review_plan_textOf(value) {
    return typeof value === 'string' ? value : '';
}
function byCodeUnit(left = '', right = '') {
    return left < right ? -1 : left > right ? 1 : 0;
}


/***/ }),

/***/ 1304:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eg: () => (/* binding */ HMAC_KEY),
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   Ht: () => (/* binding */ MAX_VALUE_DEPTH),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   Qd: () => (/* binding */ isPlainObject),
/* harmony export */   Qv: () => (/* binding */ sealWith),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   cJ: () => (/* binding */ valueWithMarks),
/* harmony export */   eV: () => (/* binding */ isHmac),
/* harmony export */   sj: () => (/* binding */ ABSENT),
/* harmony export */   t8: () => (/* binding */ isUnknown),
/* harmony export */   v6: () => (/* binding */ SAME),
/* harmony export */   y7: () => (/* binding */ plainKey),
/* harmony export */   yJ: () => (/* binding */ put)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _plan_exact_number_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1027);
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6106);



/**
 * Begins the keys of our own marks. HCL can write this character in a key (`{ "\u0000unknown" = true }`), so a key of
 * the plan that begins with it gets another one in front: no value can pass for a mark.
 */
const NUL = '\u0000';
const HMAC_KEY = `${NUL}hmac`;
const UNKNOWN_KEY = `${NUL}unknown`;
const SAME_KEY = `${NUL}same`;
const ABSENT_KEY = `${NUL}absent`;
const UNKNOWN = Object.freeze({ [UNKNOWN_KEY]: true });
/** Stands for an element that is equal before and after. */
const SAME = Object.freeze({ [SAME_KEY]: true });
/** In an object of `after`, stands for what is only before. */
const ABSENT = Object.freeze({ [ABSENT_KEY]: true });
/** Deeper than any plan goes; what lies deeper is compared by its HMAC as one. */
const MAX_VALUE_DEPTH = 200;
/** `salt` is the record's key, in hex. */
function sealWith(salt) {
    const key = Buffer.from(salt, 'hex');
    return (text, by) => ({ [HMAC_KEY]: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', key).update(`${by}\n${text}`).digest('hex') });
}
function isHmac(value) {
    return hasKey(value, HMAC_KEY);
}
function isUnknown(value) {
    return hasKey(value, UNKNOWN_KEY);
}
function isSame(value) {
    return hasKey(value, SAME_KEY);
}
function isAbsent(value) {
    return hasKey(value, ABSENT_KEY);
}
function hasKey(value, key) {
    return (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) && Object.hasOwn(value, key);
}
/** An object or map of the plan, and not one of our marks. */
function isPlainObject(value) {
    return (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) && !(isHmac(value) || isUnknown(value) || isSame(value) || isAbsent(value));
}
function isList(value) {
    return Array.isArray(value);
}
/** The key as it is in the plan. */
function plainKey(key) {
    return key.startsWith(NUL) ? key.slice(1) : key;
}
/** Sets a key; assigned, `__proto__` would set the prototype. */
function put(object, key, value) {
    if (key === '__proto__') {
        Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    }
    else
        object[key] = value;
}
/**
 * A value of the plan with its marks in it: unknown where `unknown` says so, an HMAC where `sensitive` does, long
 * numbers in one spelling. The same object where nothing is to be done; undefined for what is not there.
 */
function valueWithMarks(value, unknown, sensitive, seal, depth = 0) {
    if (unknown === true)
        return UNKNOWN;
    if (sensitive === true) {
        const whole = valueWithMarks(value, unknown, undefined, seal, depth);
        return whole === undefined ? undefined : seal((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalText */ .A4)(whole), 'mark');
    }
    if (typeof value === 'string')
        return (0,_plan_exact_number_js__WEBPACK_IMPORTED_MODULE_1__/* .exactDigits */ .mn)(value) === undefined ? value : (0,_plan_exact_number_js__WEBPACK_IMPORTED_MODULE_1__/* .normalDigits */ .uS)(value);
    if (!(0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isContainer */ .u_)(value))
        return (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .marksAnything */ .df)(unknown) ? UNKNOWN : value;
    if (depth >= MAX_VALUE_DEPTH) {
        return seal((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalText */ .A4)([value, unknown ?? false, sensitive ?? false]), 'mark');
    }
    return (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isArray */ .cy)(value)
        ? listWithMarks(value, unknown, sensitive, seal, depth)
        : objectWithMarks(value, unknown, sensitive, seal, depth);
}
function listWithMarks(list, unknown, sensitive, seal, depth) {
    // Marks of another kind than the value: taken to cover all of it.
    if ((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(unknown) && (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .marksAnything */ .df)(unknown))
        return UNKNOWN;
    if ((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(sensitive) && (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .marksAnything */ .df)(sensitive)) {
        return seal((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalText */ .A4)(listWithMarks(list, unknown, undefined, seal, depth)), 'mark');
    }
    let copy;
    for (let index = 0; index < list.length; index++) {
        const [inUnknown, inSensitive] = [(0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .childMark */ .Yz)(unknown, index), (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .childMark */ .Yz)(sensitive, index)];
        const child = valueWithMarks(list[index] ?? null, inUnknown, inSensitive, seal, depth + 1) ?? null;
        if (copy === undefined && child !== list[index])
            copy = list.slice(0, index);
        copy?.push(child);
    }
    // Terraform writes null for an unknown element; should a tool leave it out at the end, it still counts.
    const more = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isArray */ .cy)(unknown) ? unknown.slice(list.length) : [];
    if (more.some((mark) => (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .marksAnything */ .df)(mark))) {
        copy ??= [...list];
        copy.push(...more.map((mark) => ((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .marksAnything */ .df)(mark) ? UNKNOWN : null)));
    }
    return copy ?? list;
}
function objectWithMarks(object, unknown, sensitive, seal, depth) {
    if ((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isArray */ .cy)(unknown) && (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .marksAnything */ .df)(unknown))
        return UNKNOWN;
    if ((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isArray */ .cy)(sensitive) && (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .marksAnything */ .df)(sensitive)) {
        return seal((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalText */ .A4)(objectWithMarks(object, unknown, undefined, seal, depth)), 'mark');
    }
    let copy;
    for (const key in object) {
        const value = object[key];
        const [inUnknown, inSensitive] = [(0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .childMark */ .Yz)(unknown, key), (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .childMark */ .Yz)(sensitive, key)];
        const child = valueWithMarks(value, inUnknown, inSensitive, seal, depth + 1);
        const isOurs = key.charCodeAt(0) === 0;
        if (copy === undefined && (child !== value || isOurs))
            copy = keysBefore(object, key);
        if (copy !== undefined && child !== undefined)
            put(copy, isOurs ? NUL + key : key, child);
    }
    if ((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(unknown)) {
        for (const key in unknown) {
            if (Object.hasOwn(object, key) || !(0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .marksAnything */ .df)(unknown[key]))
                continue;
            copy ??= keysBefore(object);
            put(copy, key.charCodeAt(0) === 0 ? NUL + key : key, UNKNOWN);
        }
    }
    return copy ?? object;
}
/** A copy of the keys up to one, or of all. */
function keysBefore(object, end) {
    const copy = {};
    for (const key in object) {
        if (key === end)
            break;
        put(copy, key, object[key]);
    }
    return copy;
}


/***/ }),

/***/ 8629:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q4: () => (/* binding */ MOST_FILES),
  uP: () => (/* binding */ packPayload),
  fg: () => (/* binding */ sha256Hex),
  Ds: () => (/* binding */ unpackPayload)
});

// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/terraform/sealed/seal-error.ts
var seal_error = __webpack_require__(8947);
;// CONCATENATED MODULE: ./src/terraform/sealed/shape.ts

/**
 * Readers of JSON that somebody else may have written. Each takes a value and the name it has in messages, and throws
 * a `SealError` that names the field, never the value.
 */
function wrong(name, what) {
    return new seal_error.SealError('contents', `the sealed plan is not what it says: ${name} ${what}`);
}
function fields(value, name) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw wrong(name, 'is no object');
    for (const key of ['__proto__', 'constructor', 'prototype'])
        if (Object.hasOwn(value, key))
            throw wrong(name, `has a key "${key}"`);
    // Without a prototype: what is not there is undefined, whatever it is called.
    return Object.assign(Object.create(null), value);
}
function list(value, name) {
    if (!Array.isArray(value))
        throw wrong(name, 'is no list');
    return value;
}
const texts = (value, name) => list(value, name).map((item, index) => shape_text(item, `${name}[${index}]`));
function shape_text(value, name, pattern = /^/) {
    if (typeof value !== 'string')
        throw wrong(name, 'is no text');
    if (!pattern.test(value))
        throw wrong(name, 'has the wrong form');
    return value;
}
/** At most 64 KiB and nothing but characters that can be shown: names, keys. */
function label(value, name) {
    // eslint-disable-next-line no-control-regex
    const found = shape_text(value, name, /^[^\u0000-\u001f\u007f]+$/);
    if (found.length > 65_536 || !found.isWellFormed())
        throw wrong(name, 'has the wrong form');
    return found;
}
function flag(value, name) {
    if (typeof value !== 'boolean')
        throw wrong(name, 'is neither true nor false');
    return value;
}
/** A whole number, not negative. */
function whole(value, name) {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || Object.is(value, -0))
        throw wrong(name, 'is no whole number');
    return value;
}
function oneOf(value, name, allowed) {
    const found = allowed.find((one) => one === value);
    if (found === undefined)
        throw wrong(name, `is none of ${allowed.join(', ')}`);
    return found;
}
/** `{[key]: read(value)}`, or `{}` where there is no value: for fields that may be absent. */
function maybe(from, key, read, prefix) {
    if (!Object.hasOwn(from, key))
        return {};
    return { [key]: read(from[key], `${prefix}${key}`) };
}

;// CONCATENATED MODULE: ./src/terraform/sealed/read-manifest.ts

const SHA256 = /^[0-9a-f]{64}$/;
const SHA256_OR_NONE = /^(?:[0-9a-f]{64})?$/;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
/**
 * A manifest out of JSON. Keys that are not known are left out: a later release may write more.
 * @throws SealError for another version, and where anything does not have the form that is always written.
 */
function readManifest(value) {
    const from = fields(value, 'the manifest');
    if (from['version'] !== 1)
        throw wrong('version', 'is not 1');
    const kind = oneOf(from['kind'], 'kind', ['plan', 'review']);
    const planSha256 = shape_text(from['planSha256'], 'planSha256', kind === 'plan' ? SHA256 : /^$/);
    const tool = fields(from['tool'], 'tool');
    return {
        version: 1,
        kind,
        repository: shape_text(from['repository'], 'repository', /^[\w.-]{1,100}\/[\w.-]{1,100}$/),
        stack: readStack(from['stack']),
        inputsHash: shape_text(from['inputsHash'], 'inputsHash', SHA256),
        commit: shape_text(from['commit'], 'commit', COMMIT),
        event: shape_text(from['event'], 'event', /^[a-z_]{1,100}$/),
        ...maybe(from, 'pull', positive, ''),
        run: readRun(from['run']),
        ...maybe(from, 'environment', label, ''),
        tool: {
            name: oneOf(tool['name'], 'tool.name', ['terraform', 'tofu']),
            version: shape_text(tool['version'], 'tool.version', /^\d+\.\d+\.\d+[\w.+-]{0,100}$/),
        },
        destroy: flag(from['destroy'], 'destroy'),
        planDigest: shape_text(from['planDigest'], 'planDigest', /^[\w:.-]{1,200}$/),
        planSha256,
        lockSha256: shape_text(from['lockSha256'], 'lockSha256', SHA256_OR_NONE),
        ...maybe(from, 'state', readState, ''),
        ephemeral: texts(from['ephemeral'], 'ephemeral'),
        upstream: list(from['upstream'], 'upstream').map((name, index) => label(name, `upstream[${index}]`)),
        createdAt: readTime(from['createdAt']),
        counts: readCounts(from['counts']),
    };
}
function readStack(value) {
    const from = fields(value, 'stack');
    const path = label(from['path'], 'stack.path');
    if (path !== '.' && /(?:^|\/)\.{0,2}(?:\/|$)|\\|^[A-Za-z]:/.test(path))
        throw wrong('stack.path', 'leaves the repository');
    return {
        key: label(from['key'], 'stack.key'),
        name: label(from['name'], 'stack.name'),
        path,
        ...maybe(from, 'workspace', label, 'stack.'),
    };
}
function readRun(value) {
    const from = fields(value, 'run');
    return {
        id: shape_text(from['id'], 'run.id', /^\d{1,20}$/),
        attempt: positive(from['attempt'], 'run.attempt'),
        sha: shape_text(from['sha'], 'run.sha', COMMIT),
        ...maybe(from, 'url', (url, name) => shape_text(url, name, /^https?:\/\/[^\s<>"\\]{1,2000}$/), 'run.'),
    };
}
function readState(value) {
    const from = fields(value, 'state');
    return { lineage: label(from['lineage'], 'state.lineage'), serial: whole(from['serial'], 'state.serial') };
}
function readTime(value) {
    const found = shape_text(value, 'createdAt', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/);
    if (Number.isNaN(Date.parse(found)))
        throw wrong('createdAt', 'is no time');
    return found;
}
function readCounts(value) {
    return Object.fromEntries(Object.entries(fields(value, 'counts')).map(([name, count]) => [
        shape_text(name, 'a count', /^[A-Za-z][\w-]{0,40}$/),
        whole(count, `counts.${name}`),
    ]));
}
function positive(value, name) {
    const found = whole(value, name);
    if (found === 0)
        throw wrong(name, 'is 0');
    return found;
}

// EXTERNAL MODULE: ./src/terraform/sealed/sealed-path.ts
var sealed_path = __webpack_require__(9377);
// EXTERNAL MODULE: ./src/terraform/plan/json.ts
var json = __webpack_require__(6106);
// EXTERNAL MODULE: ./src/terraform/review/reviewed-value.ts
var reviewed_value = __webpack_require__(1304);
;// CONCATENATED MODULE: ./src/terraform/review/parse-reviewed.ts



/** Marks stand one level below the deepest value; so do the parts of an action. */
const DEEPEST = reviewed_value/* MAX_VALUE_DEPTH */.Ht + 10;
const HASH = /^[0-9a-f]{64}$/;
/**
 * A record as it comes out of a seal. The seal tells that it was not altered, not who made it, so all of it is checked;
 * a key that is not known is refused, as it may say something that this version would not heed.
 * Throws a `UserError`; no message quotes a value.
 */
function reviewedPlanOf(value) {
    const fault = faultOf(value);
    if (fault === undefined)
        return value;
    throw new errors/* UserError */.yo(`The record of what was reviewed cannot be used: ${fault}.`, {
        help: 'Plan this stack again.',
        causeClass: 'policy',
    });
}
function faultOf(value) {
    if (!(0,json/* isObject */.Gv)(value))
        return 'it is no object';
    if (value['version'] !== 1)
        return 'it is of another version';
    const wrong = wrongKeys(value, ['version', 'salt', 'changes', 'outputs', 'complete'], []);
    if (wrong !== undefined)
        return wrong;
    const { salt, changes, outputs, complete } = value;
    if (typeof salt !== 'string' || !HASH.test(salt))
        return 'its salt is none';
    if (typeof complete !== 'boolean')
        return 'it does not say whether the plan was whole';
    if (!Array.isArray(changes) || !Array.isArray(outputs))
        return 'its changes or outputs are no list';
    return (listFault('change', changes, changeFault, identityOf) ??
        listFault('output', outputs, outputFault, ({ name }) => [textOf(name)]));
}
function listFault(noun, items, faultIn, identity) {
    let previous = [];
    for (const [index, item] of items.entries()) {
        const fault = (0,json/* isObject */.Gv)(item) ? faultIn(item) : 'is no object';
        if (fault !== undefined)
            return `${noun} ${index} ${fault}`;
        const current = identity(item);
        if (isBefore(current, previous))
            return `${noun} ${index} is not in order`;
        previous = current;
    }
    return undefined;
}
function identityOf({ address, deposed }) {
    return [textOf(address), textOf(deposed)];
}
function isBefore(left, right) {
    const at = right.findIndex((text, index) => text !== left[index]);
    return at >= 0 && (left[at] ?? '') < (right[at] ?? '');
}
function changeFault(change) {
    const optional = ['deposed', 'previousAddress', 'importing', 'identity', 'means'];
    return (wrongKeys(change, ['address', 'actions', 'before', 'after'], optional) ??
        textFault(change, ['address', 'deposed', 'previousAddress', 'means']) ??
        actionsFault(change) ??
        valuesFault(change, ['before', 'after', 'importing', 'identity']));
}
function outputFault(output) {
    return (wrongKeys(output, ['name', 'actions', 'before', 'after'], []) ??
        textFault(output, ['name']) ??
        actionsFault(output) ??
        valuesFault(output, ['before', 'after']));
}
function wrongKeys(object, needed, optional) {
    const missing = needed.find((key) => !Object.hasOwn(object, key));
    if (missing !== undefined)
        return `has no ${missing}`;
    const known = new Set([...needed, ...optional]);
    return Object.keys(object).every((key) => known.has(key))
        ? undefined
        : 'has a key that this version does not know';
}
function textFault(object, keys) {
    const wrong = keys.find((key) => Object.hasOwn(object, key) && typeof object[key] !== 'string');
    return wrong === undefined ? undefined : `has a ${wrong} that is no text`;
}
function actionsFault({ actions }) {
    const isList = Array.isArray(actions) && actions.every((action) => typeof action === 'string');
    return isList ? undefined : 'has actions that are no texts';
}
function valuesFault(object, keys) {
    for (const key of keys) {
        const fault = Object.hasOwn(object, key) ? valueFault(object[key]) : undefined;
        if (fault !== undefined)
            return `has a value ${fault}`;
    }
    return undefined;
}
/** A loop and no recursion: what comes may be nested without limit. */
function valueFault(root) {
    const waiting = [{ value: root, depth: 0 }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { value, depth } = next;
        if (value === null || typeof value === 'string' || typeof value === 'boolean')
            continue;
        if (typeof value === 'number') {
            if (!Number.isFinite(value))
                return 'that is no JSON';
            continue;
        }
        if (depth > DEEPEST)
            return 'that is too deep';
        if (Array.isArray(value)) {
            for (let index = 0; index < value.length; index++) {
                waiting.push({ value: value[index], depth: depth + 1 });
            }
        }
        else if ((0,json/* isObject */.Gv)(value)) {
            if (!isMark(value)) {
                for (const key of Object.keys(value)) {
                    if (/^\0(?!\0)/.test(key))
                        return 'with a mark that is none';
                    waiting.push({ value: value[key], depth: depth + 1 });
                }
            }
        }
        else
            return 'that is no JSON';
    }
    return undefined;
}
/** Exactly one of our marks. */
function isMark(value) {
    const [key, ...more] = Object.keys(value);
    if (key === undefined || more.length > 0)
        return false;
    const mark = value[key];
    if (key === '\0hmac')
        return typeof mark === 'string' && HASH.test(mark);
    return ['\0unknown', '\0same', '\0absent'].includes(key) && mark === true;
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./src/terraform/sealed/payload.ts






/*
 * What is within a container: the length of the index (4 bytes, big-endian), the index (JSON), then the members' bytes
 * one after the other. A saved plan is a zip already: nothing is compressed again.
 */
const INDEX_VERSION = 1;
const MOST_INDEX_BYTES = 16 * 1024 ** 2;
const MOST_FILES = 10_000;
/** The pieces of a payload. @throws SealError when the content does not agree with its manifest, or has a bad path. */
function packPayload(content) {
    const { manifest, plan, lockFile, files } = content;
    const entries = [];
    const add = (role, bytes, more = {}) => {
        entries.push([{ role, size: bytes.length, sha256: sha256Hex(bytes), ...more }, bytes]);
    };
    add('review', Buffer.from(JSON.stringify(content.review)));
    if (plan !== undefined)
        add('plan', plan);
    if (lockFile !== undefined)
        add('lock', lockFile);
    for (const { content: bytes, ...file } of files)
        add('file', bytes, file);
    const members = entries.map(([member]) => member);
    const index = JSON.stringify({ version: INDEX_VERSION, manifest, members });
    // Nothing is written that would not be read: the same checks, on the same text.
    const read = readIndex(index);
    checkWhole(read);
    checkedReview(content.review);
    const encoded = Buffer.from(index);
    if (encoded.length > MOST_INDEX_BYTES)
        throw wrong('the index', 'is longer than can be');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(encoded.length);
    return [length, encoded, ...entries.map(([, bytes]) => bytes)];
}
/** The content of a payload, all of it checked. Its bytes are views of the payload. @throws SealError */
function unpackPayload(payload) {
    const view = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
    if (view.length < 4)
        throw wrong('the index', 'is missing');
    let at = 4 + view.readUInt32BE(0);
    if (at > view.length || at - 4 > MOST_INDEX_BYTES)
        throw wrong('the index', 'is longer than can be');
    const index = readIndex(utf8(view.subarray(4, at), 'the index'));
    checkWhole(index);
    const total = index.members.reduce((sum, { size }) => sum + size, at);
    if (total !== view.length)
        throw wrong('the length', 'is not the sum of its parts');
    const read = index.members.map((member) => {
        const bytes = view.subarray(at, (at += member.size));
        if (sha256Hex(bytes) !== member.sha256)
            throw wrong(nameOf(member), 'has another checksum');
        return { member, bytes };
    });
    const bytesOf = (role) => read.find(({ member }) => member.role === role)?.bytes;
    const [plan, lockFile] = [bytesOf('plan'), bytesOf('lock')];
    return {
        manifest: index.manifest,
        review: checkedReview(parse(utf8(bytesOf('review') ?? Buffer.alloc(0), 'review'), 'review')),
        ...(plan === undefined ? {} : { plan }),
        ...(lockFile === undefined ? {} : { lockFile }),
        files: read.flatMap(({ member, bytes }) => fileOf(member, bytes)),
    };
}
function readIndex(json) {
    const from = fields(parse(json, 'the index'), 'the index');
    if (from['version'] !== INDEX_VERSION)
        throw wrong('the index', `has a version other than ${INDEX_VERSION}`);
    const members = list(from['members'], 'members');
    if (members.length > MOST_FILES + 3)
        throw wrong('members', `are more than ${MOST_FILES}`);
    return { manifest: readManifest(from['manifest']), members: members.map(readMember) };
}
function readMember(value, index) {
    const name = `members[${index}]`;
    const from = fields(value, name);
    const hash = (given, where) => shape_text(given, where, /^[0-9a-f]{64}$/);
    const role = oneOf(from['role'], `${name}.role`, ['review', 'plan', 'lock', 'file']);
    return {
        role,
        size: whole(from['size'], `${name}.size`),
        sha256: hash(from['sha256'], `${name}.sha256`),
        ...(role === 'file' ? readFileOf(from, name, hash) : {}),
    };
}
function readFileOf(from, name, hash) {
    return {
        path: shape_text(from['path'], `${name}.path`),
        executable: flag(from['executable'], `${name}.executable`),
        ...maybe(from, 'replaces', hash, `${name}.`),
    };
}
/** Members and manifest agree on what is there. */
function checkWhole({ manifest, members }) {
    const only = (role, expected) => {
        const found = members.filter((member) => member.role === role);
        if (found.length > 1)
            throw wrong(role, 'is there more than once');
        if (expected === undefined && found.length === 1)
            return;
        if ((found[0]?.sha256 ?? '') !== expected)
            throw wrong(role, 'is not the one that the manifest names');
    };
    only('review', undefined);
    only('plan', manifest.planSha256);
    only('lock', manifest.lockSha256);
    const files = members.filter(({ role }) => role === 'file');
    const [fault] = (0,sealed_path/* pathFaults */.Jn)(files.map(({ path = '' }) => path));
    if (fault !== undefined)
        throw wrong('the path', fault);
    if (manifest.kind === 'review' && files.length > 0)
        throw wrong('a review record', 'has files with it');
}
function fileOf({ role, path, executable, replaces }, content) {
    if (role !== 'file' || path === undefined || executable === undefined)
        return [];
    return [{ path, executable, content, ...(replaces === undefined ? {} : { replaces }) }];
}
const nameOf = ({ role, path }) => (path === undefined ? role : JSON.stringify(path));
function utf8(bytes, name) {
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        throw wrong(name, 'is not valid UTF-8');
    }
}
function parse(json, name) {
    try {
        return JSON.parse(json);
    }
    catch {
        // Without the cause: its message quotes what was read.
        throw wrong(name, 'is no JSON');
    }
}
/** Of a plan or a lock file as the manifest names it; of none: empty. */
function sha256Hex(bytes) {
    return bytes === undefined ? '' : (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
}
/** @throws SealError for what is no record of a review */
function checkedReview(value) {
    try {
        return reviewedPlanOf(value);
    }
    catch (thrown) {
        throw wrong('review', (0,errors/* errorMessage */.gJ)(thrown));
    }
}


/***/ }),

/***/ 8947:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SealError: () => (/* binding */ SealError)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4296);

const HELP = {
    'not-a-seal': 'Plan again, so that a new one is made.',
    'newer-version': 'Use the same release of the actions where plans are made and where they are applied.',
    truncated: 'Download it again; if that does not help, plan again.',
    'wrong-passphrase-or-altered': 'Check that plan-passphrase is the same secret where plans are made and where they are applied. If it is, somebody has changed the artifact: plan again.',
    altered: 'Plan again, so that a new one is made.',
    'plain-refused': 'Plan again with save-plan: sealed. A plan that is not encrypted is applied only where save-plan is plain.',
    'encrypted-refused': 'Set plan-passphrase, and save-plan: sealed.',
    contents: 'Plan again, so that a new one is made.',
};
/** Why a sealed plan was not opened. Its text holds nothing of what is in it. */
class SealError extends _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo {
    kind;
    constructor(kind, message) {
        super(message, { help: HELP[kind], causeClass: 'policy' });
        this.name = 'SealError';
        this.kind = kind;
    }
}


/***/ }),

/***/ 9377:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ isLeftByTools),
/* harmony export */   Jn: () => (/* binding */ pathFaults),
/* harmony export */   LQ: () => (/* binding */ isModuleFile)
/* harmony export */ });
/**
 * Which paths a sealed plan may hold. Its files are written into a checkout before Terraform runs there, so none may
 * leave it, nor be anything that Git, Terraform, the runner or this action reads as its own.
 */
/** Why a path is refused, in words that follow it; undefined: it is fine. */
function pathFault(path) {
    if (path === '' || path.length > 4096)
        return 'is empty or too long';
    // eslint-disable-next-line no-control-regex
    if (/[\u0000-\u001f\u007f\\]/.test(path))
        return 'holds a backslash or a control character';
    if (!path.isWellFormed() || path.includes('\ufffd'))
        return 'is not valid UTF-8';
    if (path.startsWith('/') || /^[A-Za-z]:/.test(path))
        return 'is absolute';
    const parts = path.split('/');
    if (parts.some((part) => part === '' || part === '.' || part === '..'))
        return 'does not stay where it begins';
    const names = parts.map(asWindowsReads);
    if (names.some((name) => name === '.git' || name === 'git~1'))
        return 'belongs to Git';
    if (names[0] === '.github' &&
        ['workflows', 'actions', 'gitops.yml', 'gitops.yaml'].includes(names[1] ?? ''))
        return 'belongs to the pipeline';
    if (names.includes('.terraform') && !isModuleFile(path))
        return 'belongs to Terraform';
    if (isLeftByTools(names))
        return 'is state, a lock or a log of Terraform, or holds credentials';
    return undefined;
}
/**
 * A file within a module that `init` fetched: `.terraform/modules/NAME/…`. Modules of the registry make archives there
 * too (`output_path = "${path.module}/lambda.zip"`); `init` makes the folder anew, so these are for after it.
 */
function isModuleFile(path) {
    const rest = /^(?:.*?\/)?\.terraform\/modules\/(?<rest>[^/]+\/.+)$/.exec(path)?.groups?.['rest'];
    return rest !== undefined && !rest.split('/').map(asWindowsReads).includes('.terraform');
}
/** What of a folder is never sealed: `names` from the folder, in lower case. */
function isLeftByTools(names) {
    const last = names.at(-1) ?? '';
    return (names.includes('terraform.tfstate.d') ||
        // State, its backups, and `.NAME.tfstate.lock.info` of the local backend.
        /\.tfstate(?:\.|$)/.test(last) ||
        last === '.terraform.lock.hcl' ||
        /^crash(?:\..+)?\.log$/.test(last) ||
        // google-github-actions/auth writes it into the workspace.
        /^gha-creds-.*\.json$/.test(last));
}
/** All faults of a list: those of its paths, and paths that cannot be beside each other. */
function pathFaults(paths) {
    const faults = [];
    const seen = new Set();
    const folders = new Set();
    for (const path of paths) {
        const fault = pathFault(path);
        if (fault !== undefined)
            faults.push(`${JSON.stringify(path)} ${fault}`);
        // Where the case of letters, or how they are composed, makes no difference, these are one file.
        const same = path.normalize('NFC').toLowerCase();
        if (seen.has(same))
            faults.push(`${JSON.stringify(path)} is there twice`);
        seen.add(same);
        for (let at = same.lastIndexOf('/'); at > 0; at = same.lastIndexOf('/', at - 1))
            folders.add(same.slice(0, at));
    }
    for (const path of paths)
        if (folders.has(path.normalize('NFC').toLowerCase()))
            faults.push(`${JSON.stringify(path)} is a file and a folder`);
    return faults;
}
/** Windows drops dots and blanks at the end of a name, and knows streams (`.git::$INDEX_ALLOCATION`). */
const asWindowsReads = (name) => name.toLowerCase().replace(/(?::.*)?[. ]*$/, '') || name;


/***/ }),

/***/ 5313:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ WITHDRAWN_FILE),
/* harmony export */   b: () => (/* binding */ SEAL_FILE)
/* harmony export */ });
/** The file in the artifact. */
const SEAL_FILE = 'plan.sealed';
/**
 * What is in the artifact where a later run planned the stack and kept no plan, since nothing changes any more or it may
 * not be applied: whatever was shown before does not count.
 */
const WITHDRAWN_FILE = 'withdrawn.json';


/***/ })

};
