package dev.demarc.shell.edge;

import dev.demarc.contracts.access.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What belongs to no account alone: only for who has one of the roles on everything. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface EverythingAs {
    Role[] value();
}
