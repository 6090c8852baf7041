package dev.demarc.gateway.problem;

/** A service behind the gateway did not answer as it should; retryable. */
public final class ServiceFaultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final GatewayProblem type;
    private final String why;

    /** @param why for the log alone: it may name addresses behind the gateway */
    private ServiceFaultException(GatewayProblem type, String message, String why) {
        super(message);
        this.type = type;
        this.why = why;
    }

    /** @param service its name, such as {@code assessment-service} */
    public static ServiceFaultException away(String service, String why) {
        return new ServiceFaultException(GatewayProblem.SERVICE_AWAY, service + " cannot be reached", why);
    }

    public static ServiceFaultException slow(String service, String why) {
        return new ServiceFaultException(GatewayProblem.SERVICE_SLOW, service + " did not answer in time", why);
    }

    public static ServiceFaultException broken(String service, String why) {
        return new ServiceFaultException(GatewayProblem.SERVICE_BROKEN, service + " gave no proper answer", why);
    }

    String why() {
        return why;
    }

    GatewayProblem type() {
        return type;
    }
}
