package dev.demarc.contracts;

/** Who is responsible for a layer or for holding a control. */
public enum Party {
    AWS,
    SHARED,
    CUSTOMER
}
