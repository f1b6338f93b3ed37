terraform {
  required_providers {
    tencentcloud = {
      source  = "tencentcloudstack/tencentcloud"
      version = "~> 1.81"
    }
  }
}

variable "domain" {
  type = string
}

variable "origin_domain" {
  type = string
}

resource "tencentcloud_ssl_certificate" "static" {
  name = "static-meridian-retail"
  type = "SVR"
  cert = file("${path.module}/static.crt")
  key  = file("${path.module}/static.key")
}

resource "tencentcloud_cdn_domain" "static" {
  domain         = var.domain
  service_type   = "web"
  area           = "overseas"
  full_url_cache = true

  origin {
    origin_type          = "domain"
    origin_list          = [var.origin_domain]
    origin_pull_protocol = "https"
    server_name          = var.origin_domain
  }

  https_config {
    https_switch         = "on"
    http2_switch         = "on"
    ocsp_stapling_switch = "on"
    spdy_switch          = "off"
    verify_client        = "off"

    server_certificate_config {
      certificate_id = tencentcloud_ssl_certificate.static.id
    }
  }
}

output "cname" {
  value = tencentcloud_cdn_domain.static.cname
}
