image_tag    = "2.14.3"
web_replicas = 4

# Stands in for what the real repository gets from its secret store.
payments_api_key = "example-only-not-a-secret-payments-1"
