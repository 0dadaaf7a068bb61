package dev.sevenstep.studio.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times for people: {@code today, 14:02}, {@code yesterday, 09:30}, {@code 3 Jan 2026, 18:15}. */
record Moments(Clock clock) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    String of(Instant moment) {
        ZonedDateTime then = moment.atZone(clock.getZone());
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        String day = then.toLocalDate().equals(now.toLocalDate())
                ? "today"
                : then.toLocalDate().equals(now.toLocalDate().minusDays(1)) ? "yesterday" : DAY.format(then);
        return day + ", " + TIME.format(then);
    }
}
