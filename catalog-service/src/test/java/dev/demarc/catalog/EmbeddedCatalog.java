package dev.demarc.catalog;

import dev.demarc.embedded.EmbeddedStackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Runs a test on a catalog database of the embedded stack, whose topics the service creates. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithTestResource(
        value = EmbeddedStackResource.class,
        scope = io.quarkus.test.common.TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "database", value = "catalog"))
public @interface EmbeddedCatalog {}
