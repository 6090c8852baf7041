package dev.demarc.shell.edge;

import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Lets nobody in where {@link EverythingAs} says that they may not be. */
final class EverythingFilter {
    private final Provider<CurrentGrant> grant;

    EverythingFilter(Provider<CurrentGrant> grant) {
        this.grant = grant;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request, SimpleResourceInfo target) throws ReflectiveOperationException {
        EverythingAs demanded = target.getResourceClass()
                .getDeclaredMethod(target.getMethodName(), target.parameterTypes())
                .getAnnotation(EverythingAs.class);
        EverythingAs ofAll = demanded == null ? target.getResourceClass().getAnnotation(EverythingAs.class) : demanded;
        if (ofAll != null) {
            grant.get().requireEverythingAs(Set.of(ofAll.value()));
        }
    }
}
