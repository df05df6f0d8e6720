environment = "prod"
cidr        = "10.20.0.0/16"

zones = {
  "eu-west-1a" = 0
  "eu-west-1b" = 1
}

office_ranges = ["192.0.2.0/28", "198.51.100.16/29"]
