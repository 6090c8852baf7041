# The same as role.yaml, for one account: terraform apply -var scanner_role_arn=... -var external_id=...

variable "scanner_role_arn" {
  type        = string
  description = "ARN of the role that the scanner runs with"
}

variable "external_id" {
  type        = string
  description = "What the scanner says on entry, its demarc.aws.external-id"
}

variable "role_name" {
  type        = string
  description = "The scanner's demarc.aws.role-name"
  default     = "DemarcReadOnly"
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "AWS"
      identifiers = [var.scanner_role_arn]
    }
    condition {
      test     = "StringEquals"
      variable = "sts:ExternalId"
      values   = [var.external_id]
    }
  }
}

resource "aws_iam_role" "demarc" {
  name               = var.role_name
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_policy" "read_only" {
  for_each = fileset(path.module, "read-only-*.json")
  name     = "${var.role_name}-${trimsuffix(each.key, ".json")}"
  policy   = file("${path.module}/${each.key}")
}

resource "aws_iam_role_policy_attachment" "read_only" {
  for_each   = aws_iam_policy.read_only
  role       = aws_iam_role.demarc.name
  policy_arn = each.value.arn
}

output "role_arn" {
  value = aws_iam_role.demarc.arn
}
