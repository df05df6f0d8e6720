variable "records" {
  type = map(object({
    type  = string
    value = string
  }))
}
