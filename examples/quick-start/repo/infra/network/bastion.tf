# The last way in by SSH.
resource "terraform_data" "bastion" {
  input = {
    size = "t4g.nano"
    zone = "eu-west-1a"
    keys = ["ops-2021"]
  }
}

output "bastion_zone" {
  value = terraform_data.bastion.input.zone
}
