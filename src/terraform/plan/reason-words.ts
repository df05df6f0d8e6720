/**
 * `action_reason` in words. Sources: the plan format's documentation, and jsonplan/plan.go of Terraform 1.5–1.14 and
 * OpenTofu 1.12 for those that the documentation leaves out.
 */
const actionReasons: Readonly<Record<string, string>> = {
  replace_because_cannot_update: 'an attribute changes that cannot be changed in place',
  replace_because_tainted: 'it is marked as tainted: an earlier apply did not finish it',
  replace_by_request: 'its replacement was asked for with -replace',
  replace_by_triggers: 'something in its replace_triggered_by changes',
  delete_because_no_resource_config: 'it is no longer in the configuration',
  delete_because_wrong_repetition: 'it no longer fits how the resource is repeated (count or for_each)',
  delete_because_count_index: 'its index is beyond the count',
  delete_because_each_key: 'its key is no longer in for_each',
  delete_because_no_module: 'its module is no longer in the configuration',
  delete_because_no_move_target: 'it was moved to an address that is not in the configuration',
  delete_because_enabled_false: 'it is switched off (enabled = false)',
  read_because_config_unknown: 'its arguments are known only after apply',
  read_because_dependency_pending: 'it depends on something that changes in this plan',
  read_because_check_nested: 'it belongs to a check block and is read again after apply',
  forgot_because_lifecycle_destroy_in_state: 'destroy = false was set when it was last applied',
  forgot_because_lifecycle_destroy_in_config: 'destroy = false is set in its lifecycle block',
}

/** Why a change is left for a later plan: `reason` of `deferred_changes`. */
const deferredReasons: Readonly<Record<string, string>> = {
  instance_count_unknown: 'its count or for_each is known only after apply',
  resource_config_unknown: 'its arguments are known only after apply',
  provider_config_unknown: 'the configuration of its provider is known only after apply',
  deferred_prereq: 'something it depends on is left for a later plan',
  absent_prereq: 'something it depends on does not exist yet',
}

/** A short English sentence part (no capital, no full stop); a reason that is not known is returned as it is. */
export function reasonWords(reason: string): string {
  return Object.hasOwn(actionReasons, reason) ? (actionReasons[reason] ?? reason) : reason
}

/** As `reasonWords`, for why a change is deferred. */
export function deferredWords(reason: string): string {
  return Object.hasOwn(deferredReasons, reason) ? (deferredReasons[reason] ?? reason) : reason
}
