terraform {
  required_version = ">= 1.5"

  backend "local" {
    path = "terraform.tfstate"
  }
}

data "terraform_remote_state" "network" {
  backend = "local"
  config = {
    path = "../network/terraform.tfstate"
  }
}

data "terraform_remote_state" "database" {
  backend = "local"
  config = {
    path = "../database/terraform.tfstate"
  }
}

locals {
  zones    = data.terraform_remote_state.network.outputs.zones
  database = data.terraform_remote_state.database.outputs.endpoint
}

module "web" {
  source = "../modules/service"

  name     = "web"
  replicas = var.web_replicas
  alarms   = { cpu = 80, errors = 5 }
}

moved {
  from = terraform_data.worker
  to   = module.worker.terraform_data.service
}

module "worker" {
  source = "../modules/service"

  name     = "worker"
  replicas = 2
  alarms   = { queue_age = 300 }
}

# One release is one image: it is replaced, the new one first, so that the shop never stops.
resource "terraform_data" "release" {
  triggers_replace = var.image_tag

  input = "registry.lantern.example/shop:${var.image_tag}"

  lifecycle {
    create_before_destroy = true
  }
}

resource "terraform_data" "helm_values" {
  input = templatefile("${path.module}/helm/values.yaml.tftpl", {
    tag      = var.image_tag
    replicas = var.web_replicas
    database = local.database
    zones    = local.zones
  })
}

resource "terraform_data" "boot" {
  input = file("${path.module}/scripts/boot.sh")
}

# The payment provider's key, as the web container gets it.
resource "terraform_data" "payments" {
  input = {
    provider = "examplepay"
    currency = ["EUR", "GBP", "JPY"]
    api_key  = var.payments_api_key
    header   = "Authorization: Bearer ${var.payments_api_key}"
  }
}
