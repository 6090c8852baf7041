package dev.demarc.local.sample;

import java.util.List;
import java.util.Random;

/** Choices that fall the same way each time for the same account. */
final class Dice {
    private final Random random;
    private final double quality;

    /** @param quality from 0 to 1: how often {@link #good()} is true */
    Dice(String account, double quality) {
        this.random = new Random(account.hashCode());
        this.quality = quality;
    }

    boolean good() {
        return random.nextDouble() < quality;
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String hex(int digits) {
        StringBuilder hex = new StringBuilder(digits);
        for (int i = 0; i < digits; i++) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString();
    }
}
