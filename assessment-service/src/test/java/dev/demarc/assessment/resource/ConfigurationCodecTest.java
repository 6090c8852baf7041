package dev.demarc.assessment.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.fixture.TestStore;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class ConfigurationCodecTest {
    private static final byte[] JSON = """
            {"accountId":"999988887777","awsRegion":"ap-south-1","resourceType":"AWS::S3::Bucket","resourceId":"ledger",\
            "arn":"arn:aws:s3:::ledger","resourceName":"ledger","tags":{"team":"billing"},\
            "configurationItemCaptureTime":"2026-04-05T06:07:08Z","configuration":{"name":"ledger"},\
            "supplementaryConfiguration":{"bucketPolicy":null,"publicAccessBlockConfiguration":{"blockPublicAcls":true,\
            "blockPublicPolicy":true,"ignorePublicAcls":true,"restrictPublicBuckets":true}},\
            "relationships":[],"unread":[]}""".getBytes(StandardCharsets.UTF_8);

    private final ConfigurationCodec plain = new ConfigurationCodec(Map.of());

    @Test
    void givesBackWhatWasPackedWithTheShippedDictionary() throws SQLException {
        ConfigurationCodec codec = new StoredDictionaries().codec(TestStore.empty("codec_shipped"));

        PackedConfiguration packed = codec.pack(JSON);

        assertThat(packed.dictionary()).isEqualTo(StoredDictionaries.NEWEST);
        assertThat(codec.json(packed)).isEqualTo(JSON);
        assertThat(packed.bytes()).hasSizeLessThan(plain.pack(JSON).bytes().length / 2);
    }

    @Test
    void readsRowsFromBeforeTheDictionary() throws SQLException {
        DataSource database = TestStore.empty("codec_before");

        assertThat(new StoredDictionaries().codec(database).json(plain.pack(JSON)))
                .isEqualTo(JSON);
    }

    @Test
    void startsAgainOnWhatItStored() throws SQLException {
        DataSource database = TestStore.empty("codec_again");
        PackedConfiguration packed = new StoredDictionaries().codec(database).pack(JSON);

        assertThat(new StoredDictionaries().codec(database).json(packed)).isEqualTo(JSON);
    }

    @Test
    void refusesAnotherDictionaryUnderTheSameNumber() throws SQLException {
        DataSource database = TestStore.empty("codec_other");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO zstd_dictionary (no, content) VALUES (1, 'another')");
        }

        assertThatThrownBy(() -> new StoredDictionaries().codec(database))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("zstd_dictionary 1");
    }

    @Test
    void namesADictionaryThatItDoesNotKnow() {
        PackedConfiguration unknown =
                new PackedConfiguration((short) 9, plain.pack(JSON).bytes());

        assertThatThrownBy(() -> plain.json(unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dictionary 9");
    }

    @Test
    void saysThatBytesAreNotZstd() {
        assertThatThrownBy(() -> plain.json(new PackedConfiguration((short) 0, JSON)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not zstd");
    }
}
