variable "name" {
  type = string
}

variable "replicas" {
  type = number
}

variable "alarms" {
  description = "What is watched, and the value that wakes somebody up."
  type        = map(number)
  default     = {}
}

resource "terraform_data" "service" {
  input = {
    name     = var.name
    replicas = var.replicas
  }
}

module "alarm" {
  source   = "../alarm"
  for_each = var.alarms

  service   = var.name
  metric    = each.key
  threshold = each.value
}
