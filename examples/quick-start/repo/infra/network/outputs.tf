output "vpc_id" {
  value = module.network.vpc_id
}

output "zones" {
  value = keys(var.zones)
}

output "subnet_cidrs" {
  value = module.network.subnet_cidrs
}
