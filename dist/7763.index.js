export const id = 7763;
export const ids = [7763];
export const modules = {

/***/ 7763:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkManifest: () => (/* binding */ checkManifest)
/* harmony export */ });
/**
 * In what a manifest is not what is expected: all of it, most telling first; empty: it is. The lock file is compared
 * where it is put back (`restoreFiles`), the digest after the tool has read the plan.
 */
function checkManifest(manifest, expected) {
    return [
        ...origin(manifest, expected),
        ...inputs(manifest, expected),
        ...tool(manifest, expected),
        ...destroy(manifest, expected),
    ];
}
function origin(manifest, expected) {
    const { run, pull } = expected;
    const faults = [];
    const differs = (what, found, wanted) => {
        if (found !== wanted)
            faults.push(`it is of ${what} ${found}, not ${wanted}`);
    };
    // GitHub does not tell names apart by case.
    if (manifest.repository.toLowerCase() !== expected.repository.toLowerCase())
        differs('the repository', manifest.repository, expected.repository);
    // Keys are no words for people.
    if (manifest.stack.key !== expected.key)
        faults.push(`it is of another stack, ${manifest.stack.name}`);
    if (run !== undefined) {
        differs('run', manifest.run.id, run.id);
        differs('the commit', manifest.run.sha, run.headSha);
        differs('the event', manifest.event, run.event);
        // The artifacts of earlier attempts stay: only one of a later attempt cannot be.
        if (manifest.run.attempt > run.attempt)
            differs('attempt', manifest.run.attempt, run.attempt);
    }
    if (pull !== undefined && manifest.pull !== undefined)
        differs('pull request', manifest.pull, pull);
    if (faults.length === 0)
        return [];
    return [
        {
            code: 'origin',
            reason: `The sealed plan says that ${faults.join(', ')}.`,
            help: 'Find out who has uploaded it; then plan again, or have a plan of this run approved (mode approve).',
        },
    ];
}
function inputs(manifest, expected) {
    if (manifest.inputsHash === expected.inputsHash)
        return [];
    const [then, now] = [manifest.inputsHash.slice(0, 16), expected.inputsHash.slice(0, 16)];
    return [
        {
            code: 'inputs',
            reason: `The plan was made of other files: their hash was ${then}, and is ${now} at the commit being applied.`,
            help: 'Update the branch before merging, so that what is planned is what is merged; now, have a plan of this run approved (mode approve).',
        },
    ];
}
function tool(manifest, expected) {
    const { name, version } = manifest.tool;
    if (expected.tool === undefined)
        return [];
    if (name === expected.tool.name && version === expected.tool.version)
        return [];
    return [
        {
            code: 'tool',
            reason: `The plan was made by ${name} ${version}, and ${expected.tool.name} ${expected.tool.version} would apply it.`,
            help: 'Pin the version (.terraform-version, or tool-version in both jobs): a saved plan is applied by the version that made it.',
        },
    ];
}
function destroy(manifest, expected) {
    if (manifest.destroy === expected.destroy)
        return [];
    return [
        manifest.destroy
            ? {
                code: 'destroys',
                reason: 'The plan destroys all that the stack manages, and an ordinary one was expected.',
                help: 'A stack is destroyed only where it is gone from the repository, with allow-destroy.',
            }
            : {
                code: 'inputs',
                reason: 'The plan is an ordinary one, and one that destroys the stack was expected.',
                help: 'Plan again.',
            },
    ];
}


/***/ })

};
