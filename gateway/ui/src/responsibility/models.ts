import type { ServiceModel } from '../api/common';

const names: Record<ServiceModel, string> = {
  IAAS: 'Infrastructure (IaaS)',
  PAAS: 'Platform (PaaS)',
  ABSTRACTED: 'Abstracted',
  SAAS: 'Software (SaaS)',
};

export function modelName(model: ServiceModel): string {
  return names[model];
}
