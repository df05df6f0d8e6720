image_tag    = "2.15.0"
web_replicas = 7

# Stands in for what the real repository gets from its secret store.
payments_api_key = "example-only-not-a-secret-payments-2"
