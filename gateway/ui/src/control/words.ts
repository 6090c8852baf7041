import type { Control } from '../api/catalog';
import type { Category } from '../api/common';

const categories: Record<Category, string> = {
  INHERITED: 'Inherited from AWS',
  SHARED: 'Shared',
  CUSTOMER_SPECIFIC: 'Customer specific',
};

const assessments: Record<Control['assessment'], string> = {
  AUTOMATED: 'Automatically',
  ATTESTATION: 'By attestation',
  PROVIDER_EVIDENCE: 'By provider evidence',
};

export function categoryName(category: Category): string {
  return categories[category];
}

export function assessmentName(assessment: Control['assessment']): string {
  return assessments[assessment];
}
