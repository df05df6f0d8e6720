# The account's limit. Ask the cloud team before you raise it: it takes them two days.
locals {
  task_limit = 8
}

check "fits_the_account" {
  assert {
    condition     = var.web_replicas + 2 <= local.task_limit
    error_message = "web (${var.web_replicas}) and worker (2) want ${var.web_replicas + 2} tasks; the account allows ${local.task_limit}."
  }
}

check "runs_in_two_zones" {
  assert {
    condition     = length(local.zones) >= 2
    error_message = "The shop needs two zones at least."
  }
}
