package dev.demarc.gateway;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the API stands. */
@ApplicationPath("/api/v1")
public class Gateway extends Application {}
