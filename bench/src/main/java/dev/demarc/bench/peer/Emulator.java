package dev.demarc.bench.peer;

import dev.demarc.bench.platform.UnmeasuredException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An AWS account of the emulator moto, with buckets, security groups and users, half of them at fault. */
final class Emulator implements AutoCloseable {
    static final String ACCOUNT = "123456789012";
    static final String REGION = "us-east-1";

    private static final Duration TIME_TO_START = Duration.ofMinutes(1);
    private static final Pattern RUNNING = Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");
    private static final String PUBLIC_ACCESS_BLOCK = """
            <PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls>\
            <IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy>\
            <RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI endpoint;

    private Emulator(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static Emulator start(Path folder) throws IOException, InterruptedException {
        Path output = folder.resolve("moto.log");
        ProcessBuilder builder = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", "0")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("MOTO_EC2_LOAD_DEFAULT_AMIS", "false");
        builder.environment().put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
        builder.environment().put("PYTHONUNBUFFERED", "1");
        Process process = builder.start();
        long deadline = System.nanoTime() + TIME_TO_START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            Optional<URI> endpoint = endpoint(output);
            if (endpoint.isPresent()) {
                return new Emulator(process, endpoint.get());
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        process.destroy();
        throw new UnmeasuredException("moto_server did not start: see " + output);
    }

    URI endpoint() {
        return endpoint;
    }

    /** Makes so many of each: every second bucket is open, every second group lets the world in by SSH. */
    void plant(int each) throws IOException, InterruptedException {
        for (int i = 0; i < each; i++) {
            String name = "peer-%04d".formatted(i);
            put("/" + name, "");
            if (i % 2 == 0) {
                put("/" + name + "?publicAccessBlock", PUBLIC_ACCESS_BLOCK);
            }
            act("iam", "Action=CreateUser&Version=2010-05-08&UserName=" + name);
            act("ec2", "Action=CreateSecurityGroup&Version=2016-11-15&GroupDescription=peer&GroupName=" + name);
            if (i % 2 == 1) {
                act(
                        "ec2",
                        "Action=AuthorizeSecurityGroupIngress&Version=2016-11-15&GroupName=" + name
                                + "&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=22&IpPermissions.1.ToPort=22"
                                + "&IpPermissions.1.IpRanges.1.CidrIp=0.0.0.0/0");
            }
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void put(String path, String body) throws IOException, InterruptedException {
        send("s3", HttpRequest.newBuilder(endpoint.resolve(path)).PUT(BodyPublishers.ofString(body)));
    }

    private void act(String service, String form) throws IOException, InterruptedException {
        send(
                service,
                HttpRequest.newBuilder(endpoint.resolve("/"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    /** The emulator looks at whom a request is signed for, never at the signature. */
    private void send(String service, HttpRequest.Builder request) throws IOException, InterruptedException {
        request.header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=test/20260101/%s/%s/aws4_request, SignedHeaders=host, Signature=0"
                        .formatted(REGION, service));
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new UnmeasuredException("the emulator answered %s with %d: %s"
                    .formatted(answer.request().uri(), answer.statusCode(), answer.body()));
        }
    }

    private static Optional<URI> endpoint(Path output) throws IOException {
        return Files.readString(output)
                .lines()
                .map(RUNNING::matcher)
                .filter(Matcher::find)
                .map(running -> URI.create(running.group(1)))
                .findFirst();
    }
}
