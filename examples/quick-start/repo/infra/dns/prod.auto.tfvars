records = {
  "shop" = { type = "CNAME", value = "edge.lantern.example" }
  "edge" = { type = "A", value = "203.0.113.10" }
  "@"    = { type = "MX", value = "10 mail.lantern.example" }
}
