package dev.demarc.shell.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ExitWithParentTest {
    @Test
    void endsTheProcessInOrderWhenItsInputEnds() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName())
                .start();
        assertThat(child.inputReader().readLine()).isEqualTo("watching");

        child.getOutputStream().close();

        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isZero();
    }

    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws InterruptedException {
            ExitWithParent.watch();
            System.out.println("watching");
            new CountDownLatch(1).await();
        }
    }
}
