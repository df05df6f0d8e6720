variable "name" {
  type = string
}

variable "zone" {
  type = string
}

variable "cidr" {
  type = string
}

resource "terraform_data" "subnet" {
  # A subnet cannot change its range or zone: both ask for a new one.
  triggers_replace = [var.cidr, var.zone]

  input = {
    name = var.name
    cidr = var.cidr
    zone = var.zone
  }
}

resource "terraform_data" "route" {
  count = 2

  input = {
    subnet      = var.name
    destination = ["0.0.0.0/0", "::/0"][count.index]
  }
}

output "cidr" {
  value = var.cidr
}
