output "image" {
  value = terraform_data.release.input
}

output "replicas" {
  value = {
    web    = var.web_replicas
    worker = 2
  }
}

output "runs_in" {
  value = local.zones
}
