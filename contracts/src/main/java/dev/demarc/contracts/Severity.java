package dev.demarc.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much a failure matters; ordered from the gravest. */
public enum Severity {
    @JsonProperty("critical")
    CRITICAL,
    @JsonProperty("high")
    HIGH,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("low")
    LOW
}
