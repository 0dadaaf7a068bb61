package dev.sevenstep.studio.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;

/**
 * Times for people: {@code today, 14:02}, {@code yesterday, 09:30}, {@code 3 Jan 2026, 18:15}; with seconds, and thousandths of
 * them, only where that tells several apart.
 */
record Moments(Clock clock) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    private static final DateTimeFormatter TIME_WITH_SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter EXACT_TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);

    String of(Instant moment) {
        return of(moment, TIME);
    }

    /** A moment told apart from the others that it is listed with: those of one minute have their seconds, and so on. */
    String of(Instant moment, Collection<Instant> listed) {
        return of(moment, alone(moment, listed, ChronoUnit.MINUTES)
                ? TIME
                : alone(moment, listed, ChronoUnit.SECONDS) ? TIME_WITH_SECONDS : EXACT_TIME);
    }

    private static boolean alone(Instant moment, Collection<Instant> listed, ChronoUnit unit) {
        Instant start = moment.truncatedTo(unit);
        return listed.stream().filter(each -> each.truncatedTo(unit).equals(start)).count() <= 1;
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
