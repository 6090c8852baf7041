package dev.demarc.gateway.problem;

/** A service behind the gateway did not answer as it should; retryable. */
public final class ServiceFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final GatewayProblem type;

    private ServiceFaultException(GatewayProblem type, String message) {
        super(message);
        this.type = type;
    }

    /** @param service its name, such as {@code assessment-service} */
    public static ServiceFaultException away(String service, String why) {
        return new ServiceFaultException(
                GatewayProblem.SERVICE_AWAY, "%s cannot be reached: %s".formatted(service, why));
    }

    public static ServiceFaultException slow(String service, String why) {
        return new ServiceFaultException(
                GatewayProblem.SERVICE_SLOW, "%s did not answer in time: %s".formatted(service, why));
    }

    public static ServiceFaultException broken(String service, String why) {
        return new ServiceFaultException(
                GatewayProblem.SERVICE_BROKEN, "%s gave no proper answer: %s".formatted(service, why));
    }

    GatewayProblem type() {
        return type;
    }
}
