# Build from the repository's root, after ./mvnw package:
#   docker build -f deploy/images/gateway.Dockerfile -t demarc/gateway .
ARG BASE_IMAGE=docker.io/library/eclipse-temurin:21-jre
FROM ${BASE_IMAGE}

USER 10001:10001
WORKDIR /opt/demarc
# From what changes least to what changes most, so that an upgrade pulls only the last layers.
COPY gateway/target/quarkus-app/lib/ lib/
COPY gateway/target/quarkus-app/quarkus/ quarkus/
COPY gateway/target/quarkus-app/quarkus-run.jar quarkus-run.jar
COPY gateway/target/quarkus-app/app/ app/

ENV QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_HTTP_PORT=8080 JAVA_OPTS="-Xmx384m -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
ENTRYPOINT ["/bin/sh", "-c", "exec java $JAVA_OPTS -jar quarkus-run.jar \"$@\"", "--"]
