package dev.demarc.embedded;

/** How clients come into an embedded server; Kafka and PostgreSQL refuse those who come another way. */
public enum Entrance {
    /** Over plain TCP: into Kafka without a login, into PostgreSQL with a password. */
    PLAIN,
    /** Over TLS with a login alone: SASL_SSL and SCRAM-SHA-512 for Kafka, hostssl for PostgreSQL. */
    SECURED
}
