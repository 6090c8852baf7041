package dev.demarc.assessment.dictionary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.demarc.contracts.Json;
import dev.demarc.engine.Profile;
import dev.demarc.engine.Profile.LayerDecision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** The numbers of responsibility profiles and back. */
final class Profiles {
    private static final String SELECT_NUMBER = "SELECT no FROM profile WHERE digest = ?";
    private static final String INSERT =
            "INSERT INTO profile (digest, service, layers) VALUES (?, ?, ?::jsonb) ON CONFLICT DO NOTHING";
    private static final String SELECT = "SELECT service, layers FROM profile WHERE no = ?";
    private static final TypeReference<List<LayerDecision>> LAYERS = new TypeReference<>() {};

    private final DataSource database;
    private final Map<Profile, Integer> numbers = new ConcurrentHashMap<>();
    private final Map<Integer, Profile> profiles = new ConcurrentHashMap<>();

    Profiles(DataSource database) {
        this.database = database;
    }

    int number(Profile profile) throws SQLException {
        Integer known = numbers.get(profile);
        if (known != null) {
            return known;
        }
        String layers = new String(Json.bytes(profile.layers()), StandardCharsets.UTF_8);
        byte[] digest = sha256(profile.service() + '\n' + layers);
        try (Connection connection = database.getConnection()) {
            int number = find(connection, digest);
            if (number < 0) {
                insert(connection, digest, profile.service(), layers);
                number = find(connection, digest);
            }
            numbers.put(profile, number);
            profiles.put(number, profile);
            return number;
        }
    }

    Profile profile(int number) throws SQLException {
        Profile known = profiles.get(number);
        if (known != null) {
            return known;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SELECT)) {
            statement.setInt(1, number);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalArgumentException("profile %d is not in the dictionary".formatted(number));
                }
                Profile profile = new Profile(rows.getString(1), layers(number, rows.getString(2)));
                profiles.put(number, profile);
                return profile;
            }
        }
    }

    private static List<LayerDecision> layers(int number, String json) {
        try {
            return Json.MAPPER.readValue(json, LAYERS);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "profile %d is not readable: %s".formatted(number, e.getOriginalMessage()), e);
        }
    }

    private static int find(Connection connection, byte[] digest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT_NUMBER)) {
            statement.setBytes(1, digest);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getInt(1) : -1;
            }
        }
    }

    private static void insert(Connection connection, byte[] digest, String service, String layers)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setBytes(1, digest);
            statement.setString(2, service);
            statement.setString(3, layers);
            statement.executeUpdate();
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
