terraform {
  required_version = ">= 1.5"

  backend "local" {
    path = "terraform.tfstate"
  }
}

module "network" {
  source = "../modules/network"

  name  = "lantern-${var.environment}"
  cidr  = var.cidr
  zones = var.zones
}

# Who may reach the load balancer. Order does not matter to it, so keep it sorted by port.
resource "terraform_data" "firewall" {
  input = {
    name = "lantern-${var.environment}-edge"
    rules = [
      { port = 80, from = ["0.0.0.0/0"], note = "redirects to https" },
      { port = 443, from = ["0.0.0.0/0"], note = "shop" },
      { port = 8443, from = ["0.0.0.0/0"], note = "payment callbacks" },
      { port = 9443, from = var.office_ranges, note = "admin, offices only" },
    ]
  }
}
