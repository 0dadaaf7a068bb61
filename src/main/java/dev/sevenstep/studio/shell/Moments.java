package dev.sevenstep.studio.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;

/**
 * Times for people: {@code today, 14:02}, {@code yesterday, 09:30}, {@code 3 Jan 2026, 18:15}; with seconds only where that
 * tells several apart.
 */
record Moments(Clock clock) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter TIME_WITH_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    String of(Instant moment) {
        return of(moment, TIME);
    }

    /** A moment told apart from the others that it is listed with: those of one minute have their seconds. */
    String of(Instant moment, Collection<Instant> listed) {
        Instant minute = moment.truncatedTo(ChronoUnit.MINUTES);
        return of(moment, listed.stream().filter(each -> each.truncatedTo(ChronoUnit.MINUTES).equals(minute))
                .count() > 1 ? TIME_WITH_SECONDS : TIME);
    }

    private String of(Instant moment, DateTimeFormatter time) {
        ZonedDateTime then = moment.atZone(clock.getZone());
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        String day = then.toLocalDate().equals(now.toLocalDate())
                ? "today"
                : then.toLocalDate().equals(now.toLocalDate().minusDays(1)) ? "yesterday" : DAY.format(then);
        return day + ", " + time.format(then);
    }
}
