package dev.demarc.scanner.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

class AccessorNameTest {
    @Test
    void lowersALeadingRunOfCapitalsUpToTheNextWord() {
        assertThat(AccessorName.of("DBInstanceIdentifier")).isEqualTo("dbInstanceIdentifier");
        assertThat(AccessorName.of("KMSMasterKeyID")).isEqualTo("kmsMasterKeyID");
        assertThat(AccessorName.of("ID")).isEqualTo("id");
        assertThat(AccessorName.of("IpPermissions")).isEqualTo("ipPermissions");
        assertThat(AccessorName.of("Default")).isEqualTo("defaultValue");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                AccountClient.class,
                CloudTrailClient.class,
                Ec2Client.class,
                IamClient.class,
                OrganizationsClient.class,
                S3Client.class,
                S3ControlClient.class,
                SsmClient.class,
                StsClient.class
            })
    void namesEveryFieldOfAClientAsItsAccessor(Class<?> client) throws Exception {
        List<Class<?>> shapes = shapes(client);

        List<String> wrong = new ArrayList<>();
        for (Class<?> shape : shapes) {
            Set<String> accessors = Arrays.stream(shape.getMethods())
                    .filter(method -> method.getParameterCount() == 0)
                    .map(Method::getName)
                    .collect(Collectors.toSet());
            for (SdkField<?> field : fields(shape)) {
                String name = AccessorName.of(field);
                if (!accessors.contains(name) && !accessors.contains(name + "AsString")) {
                    wrong.add(shape.getSimpleName() + "." + field.memberName() + " as " + name);
                }
            }
        }

        assertThat(shapes).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    private static List<SdkField<?>> fields(Class<?> shape) throws Exception {
        Object builder = shape.getMethod("builder").invoke(null);
        return ((SdkPojo) builder).sdkFields();
    }

    private static List<Class<?>> shapes(Class<?> client) throws Exception {
        File jar = new File(
                client.getProtectionDomain().getCodeSource().getLocation().toURI());
        String models = client.getPackageName().replace('.', '/') + "/model/";
        List<Class<?>> shapes = new ArrayList<>();
        try (JarFile entries = new JarFile(jar)) {
            List<String> names = entries.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(models) && name.endsWith(".class") && !name.contains("$"))
                    .toList();
            for (String name : names) {
                Class<?> type = Class.forName(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'),
                        false,
                        client.getClassLoader());
                if (SdkPojo.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    shapes.add(type);
                }
            }
        }
        return shapes;
    }
}
