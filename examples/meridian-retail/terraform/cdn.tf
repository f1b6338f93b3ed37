# Shop assets for customers in Asia; everybody else is served by S3 directly.
module "cdn" {
  source = "./modules/cdn"

  domain        = "static.meridian-retail.example"
  origin_domain = aws_s3_bucket.product_media.bucket_regional_domain_name
}

module "alarms" {
  source  = "terraform-aws-modules/cloudwatch/aws//modules/metric-alarm"
  version = "5.6.0"

  alarm_name          = "meridian-orders-cpu"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  threshold           = 80
  period              = 60
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
}
