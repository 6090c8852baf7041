package dev.demarc.shell.edge;

/** How large a body each path takes; a service that takes more than a megabyte somewhere has a bean of this type. */
public interface BodyLimits {
    long MEGABYTE = 1024L * 1024;

    /** @return bytes */
    long mostOf(String path);
}
