package dev.demarc.contracts;

/** How AWS's shared responsibility model classes a control. */
public enum Category {
    INHERITED,
    SHARED,
    CUSTOMER_SPECIFIC
}
