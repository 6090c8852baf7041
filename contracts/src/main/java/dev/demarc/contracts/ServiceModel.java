package dev.demarc.contracts;

/** The class of an AWS service in the shared responsibility model; ordered by a shrinking customer part. */
public enum ServiceModel {
    IAAS,
    PAAS,
    ABSTRACTED,
    SAAS
}
