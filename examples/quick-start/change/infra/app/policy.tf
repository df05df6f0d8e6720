resource "terraform_data" "task_policy" {
  input = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid      = "ReadPictures"
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = "arn:aws:s3:::lantern-pictures/*"
      },
      {
        Sid      = "Orders"
        Effect   = "Allow"
        Action   = ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage"]
        Resource = "arn:aws:sqs:eu-west-1:123456789012:orders"
      },
      {
        Sid       = "PaymentCallbacks"
        Effect    = "Allow"
        Action    = ["sqs:SendMessage"]
        Resource  = "arn:aws:sqs:eu-west-1:123456789012:payments"
        Condition = { Bool = { "aws:SecureTransport" = "true" } }
      },
    ]
  })
}
