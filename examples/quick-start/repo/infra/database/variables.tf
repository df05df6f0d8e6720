variable "engine_version" {
  type = string
}

variable "size" {
  type = string
}

variable "password" {
  description = "Of the role orders_app."
  type        = string
  sensitive   = true
}
