package dev.demarc.gateway.upstream;

import dev.demarc.shell.token.Part;

/** The services behind the gateway. */
enum Target {
    CATALOG("catalog-service", Part.CATALOG),
    SCANNER("scanner-service", Part.SCANNER),
    ASSESSMENT("assessment-service", Part.ASSESSMENT);

    private final String serviceName;
    private final Part part;

    Target(String serviceName, Part part) {
        this.serviceName = serviceName;
        this.part = part;
    }

    String serviceName() {
        return serviceName;
    }

    /** Whom a caller's token is for. */
    Part part() {
        return part;
    }
}
