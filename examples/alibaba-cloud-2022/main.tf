terraform {
  required_version = ">= 1.0.0"

  required_providers {
    alicloud = {
      source  = "aliyun/alicloud"
      version = "~> 1.150"
    }
  }
}

provider "alicloud" {
  region = "us-west-1"
}

provider "alicloud" {
  alias  = "virginia"
  region = "us-east-1"
}

resource "alicloud_vpc" "game" {
  vpc_name   = "larkfield-game"
  cidr_block = "10.40.0.0/16"
}

resource "alicloud_vswitch" "game" {
  vswitch_name = "larkfield-game"
  vpc_id       = alicloud_vpc.game.id
  cidr_block   = "10.40.1.0/24"
  zone_id      = "us-west-1a"
}

resource "alicloud_security_group" "game" {
  name   = "larkfield-game"
  vpc_id = alicloud_vpc.game.id
}

resource "alicloud_instance" "game" {
  count                = 3
  instance_name        = "larkfield-game-${count.index}"
  instance_type        = "ecs.g6.xlarge"
  image_id             = "ubuntu_20_04_x64_20G_alibase_20211027.vhd"
  vswitch_id           = alicloud_vswitch.game.id
  security_groups      = [alicloud_security_group.game.id]
  system_disk_category = "cloud_essd"
}

resource "alicloud_db_instance" "players" {
  instance_name        = "larkfield-players"
  engine               = "MySQL"
  engine_version       = "8.0"
  instance_type        = "rds.mysql.s3.large"
  instance_storage     = 200
  vswitch_id           = alicloud_vswitch.game.id
  instance_charge_type = "Postpaid"
}

resource "alicloud_oss_bucket" "builds" {
  bucket = "larkfield-builds"
  acl    = "private"
}

resource "alicloud_oss_bucket" "saves" {
  provider = alicloud.virginia
  bucket   = "larkfield-saves"
  acl      = "private"

  versioning {
    status = "Enabled"
  }
}
