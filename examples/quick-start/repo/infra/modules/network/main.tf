variable "name" {
  type = string
}

variable "cidr" {
  type = string
}

variable "zones" {
  type = map(number)
}

resource "terraform_data" "vpc" {
  input = {
    name = var.name
    cidr = var.cidr
    tags = { Team = "platform", ManagedBy = "terraform" }
  }
}

module "subnet" {
  source   = "../subnet"
  for_each = var.zones

  name = "${var.name}-${each.key}"
  zone = each.key
  cidr = cidrsubnet(var.cidr, 4, each.value)
}

output "vpc_id" {
  value = terraform_data.vpc.id
}

output "subnet_cidrs" {
  value = { for zone, subnet in module.subnet : zone => subnet.cidr }
}
