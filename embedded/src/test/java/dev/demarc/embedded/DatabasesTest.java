package dev.demarc.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabasesTest {
    @ParameterizedTest
    @CsvSource({
        "postgresql://db:5432, jdbc:postgresql://db:5432/catalog",
        "jdbc:postgresql://db/postgres, jdbc:postgresql://db/catalog",
        "postgres://db:5432/x?sslmode=require, jdbc:postgresql://db:5432/catalog?sslmode=require"
    })
    void keepsServerAndOptionsOfAnAddress(String address, String expected) {
        Databases databases = Databases.at(address, "someone", "secret");

        assertThat(databases.jdbcUrl("catalog")).isEqualTo(expected);
    }

    @Test
    void refusesAnAddressOfSomethingElse() {
        assertThatThrownBy(() -> Databases.at("mysql://db", "someone", "secret"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mysql://db")
                .hasMessageContaining("postgresql://host:port");
    }
}
