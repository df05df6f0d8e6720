variable "service" {
  type = string
}

variable "metric" {
  type = string
}

variable "threshold" {
  type = number
}

resource "terraform_data" "alarm" {
  input = {
    name      = "${var.service}-${var.metric}"
    threshold = var.threshold
    notify    = "on-call-${var.service}"
  }
}
