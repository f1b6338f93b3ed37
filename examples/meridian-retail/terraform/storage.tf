resource "aws_s3_bucket" "product_media" {
  bucket = "meridian-product-media"
}

resource "aws_s3_bucket" "logs" {
  bucket = "meridian-logs"
}

resource "aws_s3_bucket_versioning" "product_media" {
  bucket = aws_s3_bucket.product_media.id

  versioning_configuration {
    status = "Enabled"
  }
}
