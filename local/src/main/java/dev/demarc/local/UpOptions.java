package dev.demarc.local;

import dev.demarc.local.platform.Ports;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** How a platform is to start. */
record UpOptions(boolean fresh, boolean sample, Ports ports) {
    static UpOptions of(List<String> words) {
        boolean fresh = false;
        boolean sample = true;
        List<String> ports = new ArrayList<>();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--fresh" -> fresh = true;
                case "--no-sample" -> sample = false;
                case "--port" -> ports.add(valueOf(word, rest));
                default ->
                    throw new UsageException("./demarc up does not know \"" + word
                            + "\", accepted are --fresh, --no-sample, --port N and --port SERVICE=N");
            }
        }
        return new UpOptions(fresh, sample, Ports.chosen(ports));
    }

    private static String valueOf(String word, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageException(word + " needs a value: " + word + " 8090, or " + word + " catalog=9081");
        }
        return rest.next();
    }
}
