engine_version = "16"
size           = "db.r6g.large"

# Stands in for what the real repository gets from its secret store.
password = "example-only-not-a-secret-summer"
