# Build from the repository's root, after ./mvnw package:
#   docker build --build-arg BASE_DIGEST=sha256:... -f deploy/images/catalog-service.Dockerfile -t demarc/catalog-service .
# The base has no default digest: you choose which build of it you trust (deploy/README.md says how).
ARG BASE_IMAGE=docker.io/library/eclipse-temurin:21-jre
ARG BASE_DIGEST
FROM ${BASE_IMAGE}@${BASE_DIGEST}

USER 10001:10001
WORKDIR /opt/demarc
# From what changes least to what changes most, so that an upgrade pulls only the last layers.
COPY catalog-service/target/quarkus-app/lib/ lib/
COPY catalog-service/target/quarkus-app/quarkus/ quarkus/
COPY catalog-service/target/quarkus-app/quarkus-run.jar quarkus-run.jar
COPY catalog-service/target/quarkus-app/app/ app/

ENV QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_HTTP_PORT=8081 JAVA_OPTS="-Xmx256m -XX:+ExitOnOutOfMemoryError"
EXPOSE 8081
ENTRYPOINT ["/bin/sh", "-c", "exec java $JAVA_OPTS -jar quarkus-run.jar \"$@\"", "--"]
