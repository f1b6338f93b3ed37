terraform {
  required_version = ">= 1.9.0"

  required_providers {
    alicloud = {
      source  = "aliyun/alicloud"
      version = "~> 1.236"
    }
  }

  backend "s3" {
    bucket         = "meridian-terraform-state"
    key            = "retail/archive.tfstate"
    region         = "us-east-1"
    dynamodb_table = "meridian-terraform-locks"
    encrypt        = true
  }
}

provider "alicloud" {
  region = "us-west-1"
}

# Lives in the provider's own key service: what the provider's console calls
# customer-managed is still a key that the provider's service holds.
resource "alicloud_kms_key" "order_archive" {
  description            = "Order archive at rest"
  key_spec               = "Aliyun_AES_256"
  origin                 = "Aliyun_KMS"
  status                 = "Enabled"
  automatic_rotation     = "Enabled"
  rotation_interval      = "365d"
  pending_window_in_days = 30
}

resource "alicloud_oss_bucket" "order_archive" {
  bucket          = "meridian-order-archive"
  storage_class   = "IA"
  redundancy_type = "LRS"

  server_side_encryption_rule {
    sse_algorithm     = "KMS"
    kms_master_key_id = alicloud_kms_key.order_archive.id
  }

  versioning {
    status = "Enabled"
  }

  lifecycle_rule {
    id      = "to-archive"
    prefix  = "orders/"
    enabled = true

    transitions {
      days          = 180
      storage_class = "Archive"
    }
  }
}

resource "alicloud_oss_bucket_acl" "order_archive" {
  bucket = alicloud_oss_bucket.order_archive.bucket
  acl    = "private"
}

# Objects are sealed before they leave our network, with keys from our own AWS key service.
resource "alicloud_oss_bucket" "warranty_claims" {
  bucket        = "meridian-warranty-claims"
  storage_class = "Standard"
}

resource "alicloud_ram_user" "archiver" {
  name     = "order-archiver"
  comments = "Used by the archive job in the cluster"
}

resource "alicloud_ram_access_key" "archiver" {
  user_name = alicloud_ram_user.archiver.name
}

output "archive_endpoint" {
  value = "https://${alicloud_oss_bucket.order_archive.bucket}.${alicloud_oss_bucket.order_archive.extranet_endpoint}"
}
