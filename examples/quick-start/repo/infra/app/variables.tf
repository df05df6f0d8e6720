variable "image_tag" {
  type = string
}

variable "web_replicas" {
  type = number
}

variable "payments_api_key" {
  type      = string
  sensitive = true
}
