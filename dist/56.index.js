export const id = 56;
export const ids = [56];
export const modules = {

/***/ 6056:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pipeline: () => (/* binding */ pipeline)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/core/action.ts + 8 modules
var action = __webpack_require__(5087);
// EXTERNAL MODULE: ./src/core/errors.ts
var errors = __webpack_require__(4296);
// EXTERNAL MODULE: ./src/pipeline/log-progress.ts
var log_progress = __webpack_require__(4498);
// EXTERNAL MODULE: ./src/pipeline/plan-stacks.ts + 66 modules
var plan_stacks = __webpack_require__(3645);
// EXTERNAL MODULE: ./src/repository/read-modules.ts
var read_modules = __webpack_require__(8046);
// EXTERNAL MODULE: ./src/repository/stacks.ts
var repository_stacks = __webpack_require__(6343);
// EXTERNAL MODULE: ./src/terraform/stack-key.ts
var stack_key = __webpack_require__(3322);
;// CONCATENATED MODULE: ./src/pipeline/repository-stacks.ts



/**
 * All stacks of a repository, as they are planned, and the folders that are none.
 *
 * @param workspace TF_WORKSPACE of the job: it is part of what tells a stack's plan from another's.
 */
async function repositoryStacks(root, workspace) {
    const { stacks, unclaimed } = (0,repository_stacks/* findStacks */.t)(await (0,read_modules/* readModules */.U)(root));
    return { stacks: stacks.map(({ path }) => (0,stack_key/* stackSubject */.b)({ path, workspace })), unclaimed };
}
/** Says in the report what was not planned: silence would read as "no changes" there. */
function unclaimedNotes(unclaimed) {
    if (unclaimed.length === 0)
        return [];
    const names = unclaimed.flatMap((path, index) => (index === 0 ? [{ code: path }] : [', ', { code: path }]));
    return [
        {
            kind: 'text',
            rank: 1,
            tone: 'note',
            text: [
                'Not planned, for they do not look like stacks (no backend block, or called as a module): ',
                ...names,
            ],
        },
    ];
}

// EXTERNAL MODULE: ./src/actions/plan-begin.ts + 1 modules
var plan_begin = __webpack_require__(761);
// EXTERNAL MODULE: ./src/actions/plan-inputs.ts
var plan_inputs = __webpack_require__(576);
// EXTERNAL MODULE: ./src/actions/plan-result.ts + 32 modules
var plan_result = __webpack_require__(1245);
;// CONCATENATED MODULE: ./src/actions/pipeline.ts









/** Events whose part of the pipeline is built. The others end with a clear error, never with a green that did nothing. */
const EVENTS = ['pull_request', 'workflow_dispatch', 'push'];
/** The whole pipeline in one step: looks at the event and does its part. */
const pipeline = (0,action/* action */.XI)({
    name: 'pipeline',
    inputs: plan_inputs/* planInputs */.Zp,
    outputs: ['changed', 'exit-code', 'stacks', 'comment-id', 'comment-url', 'markdown-file', 'report-file'],
    async run(given, context) {
        const { run, log } = context;
        if (!EVENTS.includes(run.event)) {
            throw new errors/* UserError */.yo(`there is nothing to do yet on the event ${run.event || '(none)'}`, {
                where: 'on:',
                help: `This version plans on ${EVENTS.join(', ')}.`,
            });
        }
        const { folder, settings } = await (0,plan_begin/* beginPlan */.R)(given, context);
        await refuseEmptyWorkspace(run.workspace);
        const { stacks, unclaimed } = await repositoryStacks(run.workspace, context.env['TF_WORKSPACE']);
        log.info(stacks.length === 0 ? 'no stacks found' : `stacks: ${stacks.map(({ name }) => name).join(', ')}`);
        const ports = { ...context, progress: (0,log_progress/* logProgress */.s)(log, stacks.length) };
        const planned = await (0,plan_stacks/* planStacks */.B)(stacks, settings, ports);
        return (0,plan_result/* planResult */.VR)({
            planned,
            title: 'Terraform plan',
            key: 'pipeline',
            comment: given.comment,
            forkPolicy: given['fork-policy'],
            token: given['github-token'],
            folder,
            notes: unclaimedNotes(unclaimed),
            outputs: { stacks: stacksOutput(planned.parts) },
        }, context);
    },
});
/** Each stack with its status and counts; names alone where that would be more than an output may hold. */
function stacksOutput(parts) {
    const items = parts.map(({ subject, status, counts }) => ({ name: subject.name, status, counts }));
    const whole = JSON.stringify(items);
    return whole.length <= action/* MAX_OUTPUT_CHARACTERS */.Gm ? whole : JSON.stringify(items.map(({ name }) => ({ name })));
}
/** Without a checkout there is nothing to find, and a green would say that all is well. */
async function refuseEmptyWorkspace(workspace) {
    const entries = await (0,promises_.readdir)(workspace).catch(() => []);
    if (entries.length > 0)
        return;
    throw new errors/* UserError */.yo('the workspace is empty', {
        where: 'GITHUB_WORKSPACE',
        help: 'Check out the repository first: `uses: actions/checkout` before this step.',
    });
}


/***/ })

};
