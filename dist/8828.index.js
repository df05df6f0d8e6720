export const id = 8828;
export const ids = [8828];
export const modules = {

/***/ 8828:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyTouched: () => (/* binding */ applyTouched)
/* harmony export */ });
/* harmony import */ var _pipeline_upstream_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7749);
/* harmony import */ var _apply_result_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6005);
/* harmony import */ var _apply_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2833);
/* harmony import */ var _artifact_store_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9337);
/* harmony import */ var _stacks_output_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6658);





/** Applies the stacks that a push touches, one job for all: upstream first. */
async function applyTouched(request, context) {
    const { given, mode, branch, touched, settings, folder, place, access } = request;
    const { config, configFile, change } = touched;
    const [github, artifacts] = await Promise.all([request.github(), (0,_artifact_store_js__WEBPACK_IMPORTED_MODULE_3__/* .artifactsOf */ .N)(context)()]);
    const stacks = touched.stacks.map((stack) => toApply(stack, change));
    const passphrase = given['plan-passphrase'];
    const run = {
        toApply: {
            stacks,
            others: new Map(),
            first: new Set(),
            baseSha: request.base,
            config,
            configFile,
        },
        ...{ mode, branch, settings, github, artifacts, place, access },
        ...{ config: given.config, workflow: undefined, environment: '', allow: given['allow-destroy'] },
        passphrase: passphrase === '' ? undefined : passphrase,
    };
    const { applied, pulls } = await (0,_apply_run_js__WEBPACK_IMPORTED_MODULE_2__/* .applyRun */ .q)(run, context);
    const result = await (0,_apply_result_js__WEBPACK_IMPORTED_MODULE_1__/* .applyResult */ .i)({
        ...{ applied, pulls, branch, github, artifacts, folder },
        toApply: run.toApply,
        comment: given.comment !== 'off',
        key: 'apply',
        collect: false,
        notes: touched.notes,
        counts: [],
    }, context);
    return {
        ...result,
        outputs: {
            ...result.outputs,
            changed: String(applied.applied.some(({ kind }) => kind === 'applied' || kind === 'failed')),
            'exit-code': result.failure === undefined ? '0' : '1',
            stacks: (0,_stacks_output_js__WEBPACK_IMPORTED_MODULE_4__/* .stacksOutput */ .j)(applied.parts),
        },
    };
}
function toApply(stack, change) {
    const { subject, facts, gone } = stack;
    const upstream = gone === undefined ? ((0,_pipeline_upstream_js__WEBPACK_IMPORTED_MODULE_0__.upstreamOf)(change, subject)?.names ?? []) : [];
    return { ...stack, name: subject.name, inputsHash: facts?.['inputs-hash'] ?? '', upstream };
}


/***/ })

};
