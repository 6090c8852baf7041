import type { ServiceModel } from '../api/common';

const names: Record<ServiceModel, [short: string, long: string]> = {
  IAAS: ['IaaS', 'Infrastructure (IaaS)'],
  PAAS: ['PaaS', 'Platform (PaaS)'],
  ABSTRACTED: ['Abstracted', 'Abstracted'],
  SAAS: ['SaaS', 'Software (SaaS)'],
};

export function modelName(model: ServiceModel): string {
  return names[model][1];
}

export function shortModelName(model: ServiceModel): string {
  return names[model][0];
}
