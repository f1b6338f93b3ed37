variable "orders_database_password" {
  type      = string
  sensitive = true
}

resource "aws_db_subnet_group" "orders" {
  name       = "meridian-orders"
  subnet_ids = aws_subnet.private[*].id
}

resource "aws_db_instance" "orders" {
  identifier                   = "meridian-orders"
  engine                       = "postgres"
  engine_version               = "16.4"
  instance_class               = "db.r6g.large"
  allocated_storage            = 200
  db_name                      = "orders"
  username                     = "orders"
  password                     = var.orders_database_password
  db_subnet_group_name         = aws_db_subnet_group.orders.name
  storage_encrypted            = true
  kms_key_id                   = aws_kms_key.orders.arn
  backup_retention_period      = 14
  multi_az                     = true
  skip_final_snapshot          = false
  final_snapshot_identifier    = "meridian-orders-final"
  performance_insights_enabled = true
}

resource "aws_kms_key" "orders" {
  description             = "Order database at rest"
  enable_key_rotation     = true
  deletion_window_in_days = 30
}
