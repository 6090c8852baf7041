package dev.demarc.shell.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.demarc.contracts.Json;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Makes the REST API speak the JSON of the contracts. */
@Singleton
final class ContractJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        Json.configure(mapper);
    }
}
