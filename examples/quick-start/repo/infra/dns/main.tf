terraform {
  required_version = ">= 1.5"

  backend "local" {
    path = "terraform.tfstate"
  }
}

resource "terraform_data" "zone" {
  input = "lantern.example"
}

resource "terraform_data" "record" {
  for_each = var.records

  input = {
    zone  = terraform_data.zone.input
    name  = each.key
    type  = each.value.type
    value = each.value.value
  }
}
