output "endpoint" {
  value = "orders.lantern.internal:5432"
}

output "engine" {
  value = "postgres ${var.engine_version}"
}

output "password" {
  value     = var.password
  sensitive = true
}
