export const id = 839;
export const ids = [839];
export const modules = {

/***/ 5839:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   terraformPlanComment: () => (/* binding */ terraformPlanComment)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _core_action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5087);
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4296);
/* harmony import */ var _core_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9114);
/* harmony import */ var _pipeline_plan_stacks_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3645);
/* harmony import */ var _pipeline_log_progress_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4498);
/* harmony import */ var _report_redact_document_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7907);
/* harmony import */ var _repository_read_modules_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8046);
/* harmony import */ var _repository_stacks_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6343);
/* harmony import */ var _terraform_stack_key_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3322);
/* harmony import */ var _plan_begin_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(761);
/* harmony import */ var _plan_inputs_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(576);
/* harmony import */ var _plan_result_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1245);














const COUNTS = ['add', 'change', 'destroy', 'replace', 'import', 'move', 'forget', 'drift'];
const inputs = {
    ..._plan_inputs_js__WEBPACK_IMPORTED_MODULE_10__/* .planInputs */ .Zp,
    'working-directory': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .hF)((0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .repoPath */ .qN)),
    stack: (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .lines */ .Mn),
    'plan-file': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .hF)((0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)),
    workspace: (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .hF)((0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .text */ .Qq)),
    'var-files': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .lines */ .Mn),
    'backend-config': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .lines */ .Mn),
    'init-args': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .lines */ .Mn),
    'plan-args': (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .lines */ .Mn),
    collect: (0,_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .input */ .hF)(_core_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .bool */ .lc, { default: 'false' }),
};
/** The plan, readable, in the pull request. */
const terraformPlanComment = (0,_core_action_js__WEBPACK_IMPORTED_MODULE_2__/* .action */ .XI)({
    name: 'terraform-plan-comment',
    inputs,
    outputs: [
        'changed',
        'exit-code',
        ...COUNTS,
        'plan-digest',
        'plan-path',
        'comment-id',
        'comment-url',
        'markdown-file',
        'json-file',
        'report-file',
    ],
    async run(given, context) {
        refuseConflicts(given);
        const { folder, settings: common } = await (0,_plan_begin_js__WEBPACK_IMPORTED_MODULE_9__/* .beginPlan */ .R)(given, context);
        const stacks = await stacksOf(given, context);
        const settings = settingsOf(given, stacks, common);
        const planned = await (0,_pipeline_plan_stacks_js__WEBPACK_IMPORTED_MODULE_5__/* .planStacks */ .B)(stacks, settings, {
            ...context,
            progress: (0,_pipeline_log_progress_js__WEBPACK_IMPORTED_MODULE_12__/* .logProgress */ .s)(context.log, stacks.length),
        });
        const jsonFile = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'plan.json');
        const model = {
            version: 1,
            stacks: planned.outcomes.map(({ stack, model: plan, digest }) => ({ ...stack, digest, plan })),
        };
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(jsonFile, (0,_report_redact_document_js__WEBPACK_IMPORTED_MODULE_6__/* .publishableJson */ .KJ)(model, planned.redactor), { mode: 0o600 });
        return (0,_plan_result_js__WEBPACK_IMPORTED_MODULE_11__/* .planResult */ .VR)({
            planned,
            title: 'Terraform plan',
            key: commentKey(stacks),
            comment: given.collect ? 'off' : given.comment,
            forkPolicy: given['fork-policy'],
            token: given['github-token'],
            folder,
            outputs: {
                ...(0,_plan_result_js__WEBPACK_IMPORTED_MODULE_11__/* .countOutputs */ .wo)(planned, COUNTS),
                'plan-digest': planned.outcomes.map(({ digest = '' }) => digest).join('\n'),
                'plan-path': planned.planFiles.join('\n'),
                'json-file': jsonFile,
            },
        }, context);
    },
});
/** A plan that is given cannot be made with other settings: silence would let the reader believe it was. */
function refuseConflicts(given) {
    const faults = [];
    if (given['working-directory'] !== undefined && given.stack.length > 0) {
        faults.push('give either `working-directory` or `stack`, not both');
    }
    if (given['plan-file'] !== undefined) {
        const run = ['var-files', 'backend-config', 'init-args', 'plan-args'];
        const set = [
            ...run.filter((name) => given[name].length > 0),
            ...(given.workspace === undefined ? [] : ['workspace']),
        ];
        if (set.length > 0)
            faults.push(`\`plan-file\` is already made: ${set.map((name) => `\`${name}\``).join(', ')} would have no effect`);
        if (given.stack.length > 1)
            faults.push('one `plan-file` is the plan of one stack: give one `stack`');
    }
    if (faults.length > 0)
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(faults.join('; '), { where: 'inputs', help: 'Leave out one of the two.' });
}
async function stacksOf(given, { run, env }) {
    const subject = (path) => (0,_terraform_stack_key_js__WEBPACK_IMPORTED_MODULE_8__/* .stackSubject */ .b)({
        path,
        workspace: given.workspace ?? env['TF_WORKSPACE'],
        varFiles: given['var-files'],
        planArgs: given['plan-args'],
        backendConfig: given['backend-config'],
    });
    if (given.stack.length === 0)
        return [subject(given['working-directory'] ?? '.')];
    const found = (0,_repository_stacks_js__WEBPACK_IMPORTED_MODULE_13__/* .findStacks */ .t)(await (0,_repository_read_modules_js__WEBPACK_IMPORTED_MODULE_7__/* .readModules */ .U)(run.workspace)).stacks.map(({ name }) => name);
    const unknown = given.stack.filter((name) => !found.includes(name));
    if (unknown.length > 0) {
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`no stack is called ${unknown.join(', ')}`, {
            where: 'input `stack`',
            help: found.length === 0 ? 'No stacks were found in the repository.' : `Stacks found: ${found.join(', ')}.`,
        });
    }
    return [...new Set(given.stack)].map(subject);
}
function settingsOf(given, stacks, common) {
    const planFile = given['plan-file'];
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(common.root, stacks[0]?.path ?? '.');
    return {
        ...common,
        // A plan that was made elsewhere was validated there.
        checks: given.checks === 'auto' && planFile !== undefined ? [] : common.checks,
        varFiles: given['var-files'],
        backendConfig: given['backend-config'],
        initArgs: given['init-args'],
        planArgs: given['plan-args'],
        ...(planFile === undefined
            ? {}
            : { planFile: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(planFile) ? planFile : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, planFile) }),
    };
}
/** One stack: its own comment. Several: one for just these stacks, whatever job plans them. */
function commentKey(stacks) {
    const [only] = stacks;
    if (stacks.length === 1 && only !== undefined)
        return `plan:${only.key}`;
    return `plans:${JSON.stringify(stacks.map(({ key }) => key).sort())}`;
}


/***/ })

};
