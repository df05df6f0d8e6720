variable "environment" {
  type = string
}

variable "cidr" {
  type = string
}

variable "zones" {
  description = "Zone name to its number within the VPC. Numbers are never given out twice."
  type        = map(number)
}

variable "office_ranges" {
  type = list(string)
}
