package dev.demarc.contracts.scorecard;

/** An account's grade: A from 95, B from 85, C from 70, D from 50, E; never above D with an open critical finding. */
public enum Grade {
    A,
    B,
    C,
    D,
    E
}
