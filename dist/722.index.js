export const id = 722;
export const ids = [722];
export const modules = {

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

/***/ 722:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   undoneChanges: () => (/* binding */ undoneChanges)
/* harmony export */ });
/* harmony import */ var _plan_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6106);
/* harmony import */ var _plan_state_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7342);
/* harmony import */ var _reviewed_value_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1304);



/**
 * Of what was reviewed, the addresses where what is there now is something else: not created, not destroyed, or with
 * other values than those that were to be. For a plan that has nothing to do: it says that what is there is what the
 * code says, and code that reads its environment may say something else than it did at review.
 *
 * What is there is taken from the plan's prior state. What was known only after apply, and what no state tells
 * (deposed objects, moves), cannot be compared and is taken as done.
 */
function undoneChanges(reviewed, raw) {
    const { resources, outputs } = stateOf(raw);
    const seal = (0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_0__/* .sealWith */ .Qv)(reviewed.salt);
    const undone = reviewed.changes.filter((change) => !isDone(change, resources.get(change.address), seal));
    const ofOutputs = reviewed.outputs.filter(({ name, after, actions }) => {
        const now = outputs.get(name);
        return actions.includes('delete') ? now !== undefined : !covers(after, now, seal);
    });
    return [...undone.map(({ address }) => address), ...ofOutputs.map(({ name }) => `output.${name}`)];
}
function isDone({ actions, deposed, after }, now, seal) {
    if (deposed !== undefined)
        return true;
    const [first] = actions;
    if (actions.length === 1 && (first === 'delete' || first === 'forget'))
        return now === undefined;
    if (actions.length === 1 && (first === 'read' || first === 'open' || first === 'invoke'))
        return true;
    return now !== undefined && covers(after, now, seal);
}
/** Whether a value is what was to be, as far as that was known. */
function covers(wanted, now, seal) {
    if ((0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isUnknown */ .t8)(wanted) || (0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isSame */ .Ft)(wanted))
        return true;
    if ((0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isAbsent */ .W0)(wanted) || wanted === null)
        return now === undefined || now === null;
    const plain = (0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_0__/* .valueWithMarks */ .cJ)(now, undefined, undefined, seal);
    if ((0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isHmac */ .eV)(wanted)) {
        if (plain === undefined)
            return false;
        const text = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_1__/* .canonicalText */ .A4)(plain);
        const wantedHmac = wanted[_reviewed_value_js__WEBPACK_IMPORTED_MODULE_0__/* .HMAC_KEY */ .Eg];
        return ['mark', 'search'].some((by) => seal(text, by)[_reviewed_value_js__WEBPACK_IMPORTED_MODULE_0__/* .HMAC_KEY */ .Eg] === wantedHmac);
    }
    if ((0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isPlainObject */ .Qd)(wanted)) {
        if (!(0,_plan_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(now))
            return false;
        return Object.keys(wanted).every((key) => covers(wanted[key] ?? null, (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(now, (0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_0__/* .plainKey */ .y7)(key)), seal));
    }
    if ((0,_reviewed_value_js__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(wanted)) {
        if (!Array.isArray(now) || now.length !== wanted.length)
            return false;
        return wanted.every((item, index) => covers(item, now[index], seal));
    }
    return plain === wanted;
}
function stateOf({ prior_state: state }) {
    const values = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(state, 'values');
    const resources = new Map();
    for (const resource of (0,_plan_state_values_js__WEBPACK_IMPORTED_MODULE_2__/* .resourcesOf */ .F)(values)) {
        const address = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(resource, 'address');
        if (typeof address === 'string' && (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(resource, 'mode') === 'managed') {
            resources.set(address, (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(resource, 'values') ?? null);
        }
    }
    const found = (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(values, 'outputs');
    const outputs = Object.entries((0,_plan_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(found) ? found : {}).map(([name, output]) => [name, (0,_plan_json_js__WEBPACK_IMPORTED_MODULE_1__/* .own */ .ZV)(output, 'value') ?? null]);
    return { resources, outputs: new Map(outputs) };
}


/***/ })

};
