/** Every page that the browser looks at, by name. */
export const pages = {
  organization: '/',
  accounts: '/accounts',
  account: '/accounts/111122223333',
  'account-blind': '/accounts/444455556666?tab=blind',
  findings: '/findings?severity=critical',
  finding: '/findings/111122223333.eu-central-1.AWS-S3-Bucket.0000000000000000.s3-bucket-not-public',
  'finding-shared': '/findings/111122223333.eu-west-1.AWS-EC2-Instance.0000000000000004.ec2-instance-patched',
  resources: '/resources',
  resource: '/resources/111122223333.eu-central-1.AWS-S3-Bucket.0000000000000000',
  responsibilities: '/responsibilities',
  compare: '/responsibilities/compare?from=ec2&to=rds%2Fcustom',
  controls: '/controls',
  control: '/controls/ec2-instance-patched',
  scans: '/scans',
  scan: '/scans/request-20261122-1410',
  missing: '/nowhere',
};
