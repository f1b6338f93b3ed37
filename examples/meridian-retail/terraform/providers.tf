provider "aws" {
  region = "us-east-1"

  default_tags {
    tags = {
      owner       = "platform"
      environment = "production"
    }
  }
}

# International site; the mainland console has other credentials.
provider "tencentcloud" {
  region = "na-siliconvalley"
}
