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

moved {
  from = terraform_data.db
  to   = terraform_data.orders
}

moved {
  from = terraform_data.parameters
  to   = terraform_data.orders_parameters
}

resource "terraform_data" "orders" {
  # A new major version means a new server.
  triggers_replace = {
    engine  = "postgres"
    version = var.engine_version
  }

  input = {
    name    = "lantern-orders"
    vpc     = data.terraform_remote_state.network.outputs.vpc_id
    size    = var.size
    storage = 200
    backup  = { keep_days = 35, window = "02:00-03:00" }
  }
}

resource "terraform_data" "credentials" {
  input = {
    user     = "orders_app"
    password = var.password
    url      = "postgres://orders_app:${var.password}@orders.lantern.internal:5432/orders"
  }
}

resource "terraform_data" "orders_parameters" {
  input = {
    max_connections            = 200
    log_min_duration_statement = 1000
    work_mem                   = "16MB"
  }
}
