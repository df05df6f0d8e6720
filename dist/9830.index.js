export const id = 9830;
export const ids = [9830];
export const modules = {

/***/ 9830:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   madeSecrets: () => (/* binding */ madeSecrets),
/* harmony export */   withheld: () => (/* binding */ withheld)
/* harmony export */ });
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6106);
/* harmony import */ var _run_tool_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5538);
/* harmony import */ var _secret_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1685);



/** Bytes of a state that are read. */
const MOST_BYTES = 256 * 1024 * 1024;
/**
 * Secrets that the apply itself made: a generated password, an access key. The plan marks them, and does not know them,
 * so they are read from the state where anything is told that they may stand in: an output, a diagnostic.
 * `state pull` starts no provider and takes no lock.
 *
 * @returns `unknown`: there are some, and they could not be read
 */
async function madeSecrets({ run, workspace, apply, hidesKey }, ports) {
    const { raw, resources, outputs = {}, diagnostics } = apply;
    const isTold = diagnostics.length > 0 || Object.values(outputs).some(({ sensitive }) => !sensitive);
    const begun = resources.some(({ state }) => state !== 'not-begun');
    if (!isTold || !begun || !makesSecrets(raw, hidesKey))
        return 'none';
    const pulled = await (0,_run_tool_js__WEBPACK_IMPORTED_MODULE_0__/* .runTool */ .qI)(run, 'output', ['state', 'pull'], ports, {
        document: true,
        keepBytes: MOST_BYTES,
        ...(workspace === undefined ? {} : { workspace }),
        // After a signal, too: what is told of a stopped apply may hold them as well.
        signals: { evenWhenStopped: true },
        timeoutMs: 60_000,
    }).catch(() => undefined);
    if (pulled === undefined || !(0,_run_tool_js__WEBPACK_IMPORTED_MODULE_0__/* .succeeded */ .gq)(pulled) || pulled.result.truncated)
        return 'unknown';
    try {
        return secretsOf(JSON.parse(pulled.result.stdout), raw, hidesKey);
    }
    catch {
        return 'unknown';
    }
}
/** Does the plan leave anything open that is secret? */
function makesSecrets(raw, hidesKey) {
    return (raw.resource_changes ?? []).some(({ change }) => meet((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(change, 'after_unknown'), (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(change, 'after_sensitive'), hidesKey, 0));
}
/** @param depth beyond which all is taken to be secret */
function meet(unknown, sensitive, hidesKey, depth) {
    if (unknown === true)
        return (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .marksAnything */ .df)(sensitive);
    if (!(0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isContainer */ .u_)(unknown))
        return false;
    if (sensitive === true || depth >= _plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .maxDepth */ .Mw)
        return (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .marksAnything */ .df)(unknown);
    return Object.entries(unknown).some(([key, inner]) => (hidesKey(key) && (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .marksAnything */ .df)(inner)) ||
        meet(inner, (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .childMark */ .Yz)(sensitive, (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isArray */ .cy)(unknown) ? Number(key) : key), hidesKey, depth + 1));
}
/** State format 4: attributes by resource, which the plan's marks of all its instances are laid over. */
function secretsOf(state, raw, hidesKey) {
    const found = (0,_secret_values_js__WEBPACK_IMPORTED_MODULE_1__/* .makeSecretCollector */ .A)(hidesKey);
    const marks = new Map();
    for (const { module_address: module, mode, type, name, change } of raw.resource_changes ?? []) {
        const key = JSON.stringify([module ?? '', mode, type, name]);
        const mark = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(change, 'after_sensitive');
        if (mark !== undefined)
            marks.set(key, [...(marks.get(key) ?? []), mark]);
    }
    for (const resource of listOf((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(state, 'resources'))) {
        const [module = '', mode, type, name] = ['module', 'mode', 'type', 'name'].map((key) => (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(resource, key));
        const key = JSON.stringify([module, mode, type, name]);
        for (const instance of listOf((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(resource, 'instances'))) {
            const attributes = withoutTypes((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(instance, 'attributes'));
            found.look(attributes);
            for (const mark of distinct(marks.get(key) ?? []))
                found.look(attributes, mark);
        }
    }
    for (const [name, output] of Object.entries(objectOf((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(state, 'outputs')))) {
        found.look((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(output, 'value'), (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(output, 'sensitive') === true);
        if (hidesKey(name))
            found.named((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)(output, 'value'));
    }
    return { secrets: [...found.secrets], publicNames: [...found.names] };
}
/** What has any type is written with its type in a state: `{"value": …, "type": "string"}`, which is nobody's secret. */
function withoutTypes(attributes) {
    return Object.fromEntries(Object.entries(objectOf(attributes)).map(([name, attribute]) => {
        const isTyped = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(attribute) && Object.keys(attribute).sort().join(' ') === 'type value';
        return [name, (isTyped ? attribute['value'] : attribute) ?? null];
    }));
}
/** Instances of one resource have mostly the same marks. */
function distinct(marks) {
    return [...new Map(marks.map((mark) => [JSON.stringify(mark), mark])).values()];
}
const listOf = (value) => ((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isArray */ .cy)(value) ? value : []);
const objectOf = (value) => (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(value) ? value : {};
const NOT_SHOWN = 'Not shown: it may hold secrets that this apply made, and the state could not be read.';
/** Without all that may hold a secret that nobody knows. */
function withheld(apply) {
    const { stack, run, raw, resources, stale, seconds, failure, lockLeft } = apply;
    const diagnostics = apply.diagnostics.map(({ severity, summary, address, file, line }) => ({
        ...{ severity, summary, detail: NOT_SHOWN },
        ...(address === undefined ? {} : { address }),
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
    }));
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return {
        ...{ stack, run, raw, resources, stale, seconds, diagnostics },
        ...(failure === undefined ? {} : { failure: { ...failure, diagnostics: errors } }),
        ...(lockLeft === undefined ? {} : { lockLeft }),
    };
}


/***/ })

};
